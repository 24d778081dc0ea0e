"""Results into report views: the prose of the product, in sections, tables and charts."""
