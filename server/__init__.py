"""Regional server: receives sealed missions and answers with signed receipts."""
