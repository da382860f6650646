"""What any app may use, and what knows no model and no domain.

Refusals, refs, tokens, the sanitiser, the marks that say who may open a view.
"""
