"""What an imported training may teach, suggested from its words, with the reasons."""
