"""How exact is the code?  Errors in units of the last place, against true values of many digits."""
