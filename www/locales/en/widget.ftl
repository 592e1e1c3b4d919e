# The name of this program, as shown to readers.
-product = policy-diff

# Heading over the whole page.
page-title = What changed in this privacy policy?
