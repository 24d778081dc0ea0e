"""Values into checked, frozen entities; the catalogue they make; the checks that span files."""
