"""Other ways of answering: the company alone, the workshop on a large screen, a questionnaire filled on paper."""
