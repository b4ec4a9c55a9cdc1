(* made by derive, do not edit *)
(* Tanhshrink

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (x : R) : R :=
  x - tanh x.
#[local] Hint Unfold y_of : definitions.

Section tanhshrink_theory.
Variables (x x_dot y_bar : R).
Local Notation y := (y_of x).

(** * What several lines rest on *)

Lemma shared_1 :
  pd (at0 x) (fun x' => x' - tanh x') = 1 - (1 - tanh x ^ 2).
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => x') + pd (at0 x) (fun x' => - tanh x')) _).
  { rule (diff_add (at0 x) (fun x' => x') (fun x' => - tanh x')). }
  apply (eq_eq _ (1 - (1 - tanh x ^ 2) * 1) _).
  { refine (f_equal2 Rplus _ _).
    { apply variable0. }
    apply (eq_eq _ (- pd (at0 x) (fun x' => tanh x')) _).
    { rule (diff_neg (at0 x) (fun x' => tanh x')). }
    refine (f_equal Ropp _).
    apply (eq_eq _ ((1 - tanh x ^ 2) * pd (at0 x) (fun x' => x')) _).
    { rule (diff_tanh (at0 x) (fun x' => x')). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable0. }
  refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
  arith.
Qed.

Lemma shared_2 :
  1 - (1 - tanh x ^ 2) = tanh x ^ 2.
Proof.
  apply (eq_eq _ (tanh x ^ 2) _).
  { arith. }
  reflexivity.
Qed.

(** * Derivative *)

Section derivative.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of x')
  = pd (at0 x) (fun x' => x' - tanh x').
Proof.
  reflexivity.
Qed.

(* derivative of tanh, chain rule *)
Lemma derivative_2_diff_tanh :
  pd (at0 x) (fun x' => x' - tanh x')
  = 1 - (1 - tanh x ^ 2).
Proof.
  rule shared_1.
Qed.

(* rearrange *)
Lemma derivative_3_ring :
  1 - (1 - tanh x ^ 2)
  = tanh x ^ 2.
Proof.
  rule shared_2.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of x')
  (tanh x ^ 2).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_tanh derivative_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_outright : option (
  is_pd (at0 x) (fun x' => y_of x')
  (tanh x ^ 2)).
Proof.
  attempt "derivative" by Formula.outright (Formula.by_number (Formula.Sub (Formula.V tt) (Formula.Tanh (Formula.V tt)))).
Defined.
End derivative.

(** * It never falls *)

Section grows.

(* by the signs of its parts *)
Lemma grows_1_sign :
  0
  <= tanh x ^ 2.
Proof.
  sgn.
Qed.

(* differentiate term by term; the sign stays; derivative of tanh, chain rule *)
Lemma grows_2_lemma :
  tanh x ^ 2
  = pd (at0 x) (fun x' => y_of x').
Proof.
  symmetry.
  apply (eq_eq _ (pd (at0 x) (fun x' => x' - tanh x')) _).
  { reflexivity. }
  apply (eq_eq _ (1 - (1 - tanh x ^ 2)) _).
  { rule shared_1. }
  rule shared_2.
Qed.

Theorem grows :
  0
  <= pd (at0 x) (fun x' => y_of x').
Proof.
  exact (le_eq _ _ _ grows_1_sign grows_2_lemma).
Qed.
End grows.

(** * Derivative of y by x *)

Section derivative_y_x.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of x')
  = pd (at0 x) (fun x' => x' - tanh x').
Proof.
  reflexivity.
Qed.

(* derivative of tanh, chain rule *)
Lemma derivative_y_x_2_diff_tanh :
  pd (at0 x) (fun x' => x' - tanh x')
  = 1 - (1 - tanh x ^ 2).
Proof.
  rule shared_1.
Qed.

(* rearrange *)
Lemma derivative_y_x_3_ring :
  1 - (1 - tanh x ^ 2)
  = tanh x ^ 2.
Proof.
  rule shared_2.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of x')
  (tanh x ^ 2).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_tanh derivative_y_x_3_ring)).
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at0 x) (fun x' => y_of x')
  (tanh x ^ 2)).
Proof.
  attempt "derivative_y_x" as (derivative_outright) or Formula.outright (Formula.by_number (Formula.Sub (Formula.V tt) (Formula.Tanh (Formula.V tt)))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of x')
  = y_bar * tanh x ^ 2.
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 x) (fun x' => x' - tanh x')) _).
  { reflexivity. }
  apply (eq_eq _ (1 - (1 - tanh x ^ 2)) _).
  { rule shared_1. }
  rule shared_2.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of x')
  (y_bar * tanh x ^ 2).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of x')) _).
  { weighted. }
  exact vjp_y_x_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition vjp_y_x_outright : option (
  is_pd (at0 x) (fun x' => y_bar * y_of x')
  (y_bar * tanh x ^ 2)).
Proof.
  attempt "vjp_y_x" times (derivative_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (y_bar)) (Formula.Sub (Formula.V tt) (Formula.Tanh (Formula.V tt))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of x') * x_dot
  = tanh x ^ 2 * x_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 x) (fun x' => x' - tanh x')) _).
  { reflexivity. }
  apply (eq_eq _ (1 - (1 - tanh x ^ 2)) _).
  { rule shared_1. }
  rule shared_2.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of (line0 x x_dot t))
  (tanh x ^ 2 * x_dot).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => y_of x') * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => y_of x') * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => y_of x') (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_y_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of (line0 x x_dot t))
  (tanh x ^ 2 * x_dot)).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 x) (Formula.flat0 x_dot) (Formula.Sub (Formula.V tt) (Formula.Tanh (Formula.V tt)))).
Defined.
End jvp_y_x.
End tanhshrink_theory.
