(* made by derive, do not edit *)
(* Hyperbolic tangent

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition t_of (x : R) : R :=
  (exp x - exp (- x)) / (exp x + exp (- x)).
#[local] Hint Unfold t_of : definitions.

Section tanh_theory.
Variables (x x_dot t_bar : R).
Local Notation t := (t_of x).

(** * What several lines rest on *)

Lemma shared_1 :
  (exp x <> 0) ->
  (exp x + 1 / exp x <> 0) ->
  (1 + exp x ^ 2 <> 0) ->
  (exp x - exp (- x)) / (exp x + exp (- x)) = ((-1) + exp x ^ 2) / (1 + exp x ^ 2).
Proof.
  intros ? ? ?.
  apply (eq_eq _ ((exp x - 1 / exp x) / (exp x + 1 / exp x)) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp _)) (f_equal2 Rplus eq_refl _)).
    { rule (exp_neg x). }
    rule (exp_neg x). }
  cancel.
Qed.

Lemma shared_2 :
  pd (at0 x) (fun x' => exp (- x')) = exp (- x) * (-1).
Proof.
  apply (eq_eq _ (exp (- x) * pd (at0 x) (fun x' => - x')) _).
  { rule (diff_exp (at0 x) (fun x' => - x')). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (- pd (at0 x) (fun x' => x')) _).
  { rule (diff_neg (at0 x) (fun x' => x')). }
  apply (eq_eq _ (- 1) _); [ | same ].
  refine (f_equal Ropp _).
  apply variable0.
Qed.

Lemma shared_3 :
  (pd (at0 x) (fun x' => exp x' - exp (- x')) * (exp x + exp (- x)) - (exp x - exp (- x)) * pd (at0 x) (fun x' => exp x' + exp (- x'))) / (exp x + exp (- x)) ^ 2 = ((exp x + exp (- x)) * (exp x + exp (- x)) - (exp x - exp (- x)) * (exp x - exp (- x))) / (exp x + exp (- x)) ^ 2.
Proof.
  apply (eq_eq _ (((exp x * 1 - exp (- x) * (-1)) * (exp x + exp (- x)) - (exp x - exp (- x)) * (exp x * 1 + exp (- x) * (-1))) / (exp x + exp (- x)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    { apply (eq_eq _ (pd (at0 x) (fun x' => exp x') + pd (at0 x) (fun x' => - exp (- x'))) _).
      { rule (diff_add (at0 x) (fun x' => exp x') (fun x' => - exp (- x'))). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (exp x * pd (at0 x) (fun x' => x')) _).
        { rule (diff_exp (at0 x) (fun x' => x')). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable0. }
      apply (eq_eq _ (- pd (at0 x) (fun x' => exp (- x'))) _).
      { rule (diff_neg (at0 x) (fun x' => exp (- x'))). }
      refine (f_equal Ropp _).
      rule shared_2. }
    apply (eq_eq _ (pd (at0 x) (fun x' => exp x') + pd (at0 x) (fun x' => exp (- x'))) _).
    { rule (diff_add (at0 x) (fun x' => exp x') (fun x' => exp (- x'))). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (exp x * pd (at0 x) (fun x' => x')) _).
      { rule (diff_exp (at0 x) (fun x' => x')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. }
    rule shared_2. }
  refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rplus _ _) eq_refl) (f_equal Ropp (f_equal2 Rmult eq_refl (f_equal2 Rplus _ _)))) eq_refl).
  { arith. }
  { apply (eq_eq _ (- (- exp (- x))) _).
    { refine (f_equal Ropp _).
      arith. }
    arith. }
  { arith. }
  arith.
Qed.

Lemma shared_4 :
  (exp x + exp (- x)) * (exp x + exp (- x)) / (exp x + exp (- x)) ^ 2 - (exp x - exp (- x)) * (exp x - exp (- x)) / (exp x + exp (- x)) ^ 2 = 1 - t ^ 2.
Proof.
  assert (exp (- x) + exp x <> 0).
  { sgn. }
  apply (eq_eq _ (4 * exp (- x) * exp x / (exp (- x) + exp x) ^ 2) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (1 - ((- exp (- x) + exp x) / (exp (- x) + exp x)) ^ 2) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal (fun x => x ^ 2) _))).
    apply (eq_eq _ ((exp x - exp (- x)) / (exp x + exp (- x))) _).
    { reflexivity. }
    fractions. }
  cancel.
Qed.

Lemma shared_5 :
  pd (at0 x) (fun x' => t_of x') = 1 - t ^ 2.
Proof.
  apply (eq_eq _ (pd (at0 x) (fun x' => (exp x' - exp (- x')) / (exp x' + exp (- x')))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at0 x) (fun x' => exp x' - exp (- x')) * (exp x + exp (- x)) - (exp x - exp (- x)) * pd (at0 x) (fun x' => exp x' + exp (- x'))) / (exp x + exp (- x)) ^ 2) _).
  { assert (exp x + exp (- x) <> 0).
    { sgn. }
    rule (diff_div (at0 x) (fun x' => exp x' - exp (- x')) (fun x' => exp x' + exp (- x'))). }
  apply (eq_eq _ (((exp x + exp (- x)) * (exp x + exp (- x)) - (exp x - exp (- x)) * (exp x - exp (- x))) / (exp x + exp (- x)) ^ 2) _).
  { rule shared_3. }
  apply (eq_eq _ ((exp x + exp (- x)) * (exp x + exp (- x)) / (exp x + exp (- x)) ^ 2 - (exp x - exp (- x)) * (exp x - exp (- x)) / (exp x + exp (- x)) ^ 2) _).
  { fractions. }
  rule shared_4.
Qed.

(** * closed *)

Section closed.

(* definition of t *)
Lemma closed_1_unfold :
  t
  = (exp x - exp (- x)) / (exp x + exp (- x)).
Proof.
  reflexivity.
Qed.

(* the hyperbolic tangent in exponentials *)
Lemma closed_2_tanh_exp :
  (exp x - exp (- x)) / (exp x + exp (- x))
  = tanh x.
Proof.
  assert (1 + exp x ^ 2 <> 0).
  { sgn. }
  assert (exp x + 1 / exp x <> 0).
  { sgn. }
  assert (exp x <> 0).
  { sgn. }
  apply (eq_eq _ (((-1) + exp x ^ 2) / (1 + exp x ^ 2)) _).
  { rule shared_1. }
  symmetry.
  apply (eq_eq _ ((exp x - exp (- x)) / (exp x + exp (- x))) _).
  { rule (tanh_exp x). }
  rule shared_1.
Qed.

Theorem closed :
  t
  = tanh x.
Proof.
  exact (eq_eq _ _ _ closed_1_unfold closed_2_tanh_exp).
Qed.
End closed.

(** * above-minus-one *)

Section above_minus_one.

(* the difference is 2·exp(x)²/(1 + exp(x)²) *)
Lemma above_minus_one_1_difference :
  (-1)
  < t.
Proof.
  apply (difference_lt _ _ (2 * exp x ^ 2 / (1 + exp x ^ 2))).
  { apply (eq_eq _ (t + 1) _); [ same | ].
    assert (1 + exp x ^ 2 <> 0).
    { sgn. }
    assert (exp x + 1 / exp x <> 0).
    { sgn. }
    assert (exp x <> 0).
    { sgn. }
    apply (eq_eq _ (((-1) + exp x ^ 2) / (1 + exp x ^ 2) + 1) _).
    { refine (f_equal2 Rplus _ eq_refl).
      apply (eq_eq _ ((exp x - exp (- x)) / (exp x + exp (- x))) _).
      { reflexivity. }
      rule shared_1. }
    apply (eq_eq _ (2 * exp x ^ 2 / (1 + exp x ^ 2)) _).
    { cancel. }
    reflexivity. }
  sgn.
Qed.

Theorem above_minus_one :
  (-1)
  < t.
Proof.
  exact above_minus_one_1_difference.
Qed.
End above_minus_one.

(** * below-one *)

Section below_one.

(* the difference is 2/(1 + exp(x)²) *)
Lemma below_one_1_difference :
  t
  < 1.
Proof.
  apply (difference_lt _ _ (2 / (1 + exp x ^ 2))).
  { assert (1 + exp x ^ 2 <> 0).
    { sgn. }
    assert (exp x + 1 / exp x <> 0).
    { sgn. }
    assert (exp x <> 0).
    { sgn. }
    apply (eq_eq _ (1 - ((-1) + exp x ^ 2) / (1 + exp x ^ 2)) _).
    { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
      apply (eq_eq _ ((exp x - exp (- x)) / (exp x + exp (- x))) _).
      { reflexivity. }
      rule shared_1. }
    apply (eq_eq _ (2 / (1 + exp x ^ 2)) _).
    { cancel. }
    reflexivity. }
  sgn.
Qed.

Theorem below_one :
  t
  < 1.
Proof.
  exact below_one_1_difference.
Qed.
End below_one.

(** * Derivative *)

Section derivative.

(* definition of t *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => t_of x')
  = pd (at0 x) (fun x' => (exp x' - exp (- x')) / (exp x' + exp (- x'))).
Proof.
  reflexivity.
Qed.

(* quotient rule with g = exp(x) − exp(−x), h = exp(x) + exp(−x) *)
Lemma derivative_2_diff_div :
  pd (at0 x) (fun x' => (exp x' - exp (- x')) / (exp x' + exp (- x')))
  = (pd (at0 x) (fun x' => exp x' - exp (- x')) * (exp x + exp (- x)) - (exp x - exp (- x)) * pd (at0 x) (fun x' => exp x' + exp (- x'))) / (exp x + exp (- x)) ^ 2.
Proof.
  assert (exp x + exp (- x) <> 0).
  { sgn. }
  rule (diff_div (at0 x) (fun x' => exp x' - exp (- x')) (fun x' => exp x' + exp (- x'))).
Qed.

(* derivative of exp, chain rule *)
Lemma derivative_3_diff_exp :
  (pd (at0 x) (fun x' => exp x' - exp (- x')) * (exp x + exp (- x)) - (exp x - exp (- x)) * pd (at0 x) (fun x' => exp x' + exp (- x'))) / (exp x + exp (- x)) ^ 2
  = ((exp x + exp (- x)) * (exp x + exp (- x)) - (exp x - exp (- x)) * (exp x - exp (- x))) / (exp x + exp (- x)) ^ 2.
Proof.
  rule shared_3.
Qed.

(* split the fraction *)
Lemma derivative_4_ring :
  ((exp x + exp (- x)) * (exp x + exp (- x)) - (exp x - exp (- x)) * (exp x - exp (- x))) / (exp x + exp (- x)) ^ 2
  = (exp x + exp (- x)) * (exp x + exp (- x)) / (exp x + exp (- x)) ^ 2 - (exp x - exp (- x)) * (exp x - exp (- x)) / (exp x + exp (- x)) ^ 2.
Proof.
  fractions.
Qed.

(* definition of t *)
Lemma derivative_5_unfold :
  (exp x + exp (- x)) * (exp x + exp (- x)) / (exp x + exp (- x)) ^ 2 - (exp x - exp (- x)) * (exp x - exp (- x)) / (exp x + exp (- x)) ^ 2
  = 1 - t ^ 2.
Proof.
  rule shared_4.
Qed.

Lemma derivative_needs_1 :
  exp x + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => t_of x')
  (1 - t ^ 2).
Proof.
  pose proof derivative_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_div (eq_eq _ _ _ derivative_3_diff_exp (eq_eq _ _ _ derivative_4_ring derivative_5_unfold)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_outright : option (
  is_pd (at0 x) (fun x' => t_of x')
  (1 - t ^ 2)).
Proof.
  attempt "derivative" by Formula.outright (Formula.by_number (Formula.Div (Formula.Sub (Formula.Exp (Formula.V tt)) (Formula.Exp (Formula.Opp (Formula.V tt)))) (Formula.Add (Formula.Exp (Formula.V tt)) (Formula.Exp (Formula.Opp (Formula.V tt)))))).
Defined.
End derivative.

(** * Derivative of t by x *)

Section derivative_t_x.

(* definition of t *)
Lemma derivative_t_x_1_unfold :
  pd (at0 x) (fun x' => t_of x')
  = pd (at0 x) (fun x' => (exp x' - exp (- x')) / (exp x' + exp (- x'))).
Proof.
  reflexivity.
Qed.

(* quotient rule with g = exp(x) − exp(−x), h = exp(x) + exp(−x) *)
Lemma derivative_t_x_2_diff_div :
  pd (at0 x) (fun x' => (exp x' - exp (- x')) / (exp x' + exp (- x')))
  = (pd (at0 x) (fun x' => exp x' - exp (- x')) * (exp x + exp (- x)) - (exp x - exp (- x)) * pd (at0 x) (fun x' => exp x' + exp (- x'))) / (exp x + exp (- x)) ^ 2.
Proof.
  assert (exp x + exp (- x) <> 0).
  { sgn. }
  rule (diff_div (at0 x) (fun x' => exp x' - exp (- x')) (fun x' => exp x' + exp (- x'))).
Qed.

(* derivative of exp, chain rule *)
Lemma derivative_t_x_3_diff_exp :
  (pd (at0 x) (fun x' => exp x' - exp (- x')) * (exp x + exp (- x)) - (exp x - exp (- x)) * pd (at0 x) (fun x' => exp x' + exp (- x'))) / (exp x + exp (- x)) ^ 2
  = ((exp x + exp (- x)) * (exp x + exp (- x)) - (exp x - exp (- x)) * (exp x - exp (- x))) / (exp x + exp (- x)) ^ 2.
Proof.
  rule shared_3.
Qed.

(* split the fraction *)
Lemma derivative_t_x_4_ring :
  ((exp x + exp (- x)) * (exp x + exp (- x)) - (exp x - exp (- x)) * (exp x - exp (- x))) / (exp x + exp (- x)) ^ 2
  = (exp x + exp (- x)) * (exp x + exp (- x)) / (exp x + exp (- x)) ^ 2 - (exp x - exp (- x)) * (exp x - exp (- x)) / (exp x + exp (- x)) ^ 2.
Proof.
  fractions.
Qed.

(* definition of t *)
Lemma derivative_t_x_5_unfold :
  (exp x + exp (- x)) * (exp x + exp (- x)) / (exp x + exp (- x)) ^ 2 - (exp x - exp (- x)) * (exp x - exp (- x)) / (exp x + exp (- x)) ^ 2
  = 1 - t ^ 2.
Proof.
  rule shared_4.
Qed.

Lemma derivative_t_x_needs_1 :
  exp x + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_t_x :
  is_pd (at0 x) (fun x' => t_of x')
  (1 - t ^ 2).
Proof.
  pose proof derivative_t_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_t_x_1_unfold (eq_eq _ _ _ derivative_t_x_2_diff_div (eq_eq _ _ _ derivative_t_x_3_diff_exp (eq_eq _ _ _ derivative_t_x_4_ring derivative_t_x_5_unfold)))).
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition derivative_t_x_outright : option (
  is_pd (at0 x) (fun x' => t_of x')
  (1 - t ^ 2)).
Proof.
  attempt "derivative_t_x" as (derivative_outright) or Formula.outright (Formula.by_number (Formula.Div (Formula.Sub (Formula.Exp (Formula.V tt)) (Formula.Exp (Formula.Opp (Formula.V tt)))) (Formula.Add (Formula.Exp (Formula.V tt)) (Formula.Exp (Formula.Opp (Formula.V tt)))))).
Defined.
End derivative_t_x.

(** * VJP of t for x *)

Section vjp_t_x.

(* put in ∂t/∂x *)
Lemma vjp_t_x_1_lemma :
  t_bar * pd (at0 x) (fun x' => t_of x')
  = t_bar * (1 - t ^ 2).
Proof.
  assert (exp x + exp (- x) <> 0).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule shared_5.
Qed.

Lemma vjp_t_x_needs_1 :
  exp x + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Theorem vjp_t_x :
  is_pd (at0 x) (fun x' => t_bar * t_of x')
  (t_bar * (1 - t ^ 2)).
Proof.
  pose proof vjp_t_x_needs_1.
  apply (is_pd_eq _ _ (t_bar * pd (at0 x) (fun x' => t_of x')) _).
  { weighted. }
  exact vjp_t_x_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative or else anew *)
Definition vjp_t_x_outright : option (
  is_pd (at0 x) (fun x' => t_bar * t_of x')
  (t_bar * (1 - t ^ 2))).
Proof.
  attempt "vjp_t_x" times (derivative_outright) or timeout 3 Formula.outright (Formula.by_number (Formula.Mul (Formula.C (t_bar)) (Formula.Div (Formula.Sub (Formula.Exp (Formula.V tt)) (Formula.Exp (Formula.Opp (Formula.V tt)))) (Formula.Add (Formula.Exp (Formula.V tt)) (Formula.Exp (Formula.Opp (Formula.V tt))))))).
Defined.
End vjp_t_x.

(** * JVP of t for x *)

Section jvp_t_x.

(* put in ∂t/∂x *)
Lemma jvp_t_x_1_lemma :
  pd (at0 x) (fun x' => t_of x') * x_dot
  = (1 - t ^ 2) * x_dot.
Proof.
  assert (exp x + exp (- x) <> 0).
  { sgn. }
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_5.
Qed.

Lemma jvp_t_x_needs_1 :
  exp x + exp (- x) <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_t_x :
  is_pd (at0 0) (fun t' => t_of (line0 x x_dot t'))
  ((1 - t ^ 2) * x_dot).
Proof.
  pose proof jvp_t_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => t_of x') * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => t_of x') * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => t_of x') (fun t' => (line0 x x_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_t_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_t_x_outright : option (
  is_pd (at0 0) (fun t' => t_of (line0 x x_dot t'))
  ((1 - t ^ 2) * x_dot)).
Proof.
  attempt "jvp_t_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 x) (Formula.flat0 x_dot) (Formula.Div (Formula.Sub (Formula.Exp (Formula.V tt)) (Formula.Exp (Formula.Opp (Formula.V tt)))) (Formula.Add (Formula.Exp (Formula.V tt)) (Formula.Exp (Formula.Opp (Formula.V tt)))))).
Defined.
End jvp_t_x.
End tanh_theory.
