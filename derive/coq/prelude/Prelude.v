(* All that a printed proof needs. *)
From Coq Require Export Reals Lra Lia Arith Bool.
From Coquelicot Require Export Coquelicot.
From Derivations Require Export Sums Derivatives Rules Tactics Chain Formulas.
Global Open Scope R_scope.
