"""Changes of the database's schema, forward only, in SQL terms; never edited once released."""
