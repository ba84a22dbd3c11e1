"""Resolution: who a null subject, a pronoun, a description or a short name stands for."""
