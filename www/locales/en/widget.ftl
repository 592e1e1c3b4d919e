# The name of this program, as shown to readers.
-product = policy-diff
