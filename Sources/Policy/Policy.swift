/// The pure model and its decision.
