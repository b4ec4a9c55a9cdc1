(* made by derive, do not edit *)
(* Softsign

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (x : R) : R :=
  x / (1 + Rabs x).
#[local] Hint Unfold y_of : definitions.

Section softsign_theory.
Variables (x x_dot y_bar : R).
Local Notation y := (y_of x).

(** * What several lines rest on *)

Lemma shared_1 :
  (x <> 0) ->
  (pd (at0 x) (fun x' => x') * (1 + Rabs x) - x * pd (at0 x) (fun x' => 1 + Rabs x')) / (1 + Rabs x) ^ 2 = (1 + Rabs x - x * signum x) / (1 + Rabs x) ^ 2.
Proof.
  intros ?.
  apply (eq_eq _ ((1 * (1 + Rabs x) - x * (0 + signum x * 1)) / (1 + Rabs x) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    { apply variable0. }
    apply (eq_eq _ (pd (at0 x) (fun x' => 1) + pd (at0 x) (fun x' => Rabs x')) _).
    { rule (diff_add (at0 x) (fun x' => 1) (fun x' => Rabs x')). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (signum x * pd (at0 x) (fun x' => x')) _).
    { rule (diff_abs (at0 x) (fun x' => x')). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable0. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ ((1 + Rabs x) - x * signum x) _); [ | same ].
  refine (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))).
  { arith. }
  apply (eq_eq _ (0 + signum x) _).
  { refine (f_equal2 Rplus eq_refl _).
    arith. }
  arith.
Qed.

Lemma shared_2 :
  (Rabs x <> 0) ->
  (1 + Rabs x - x * signum x) / (1 + Rabs x) ^ 2 = 1 / (1 + Rabs x) ^ 2.
Proof.
  intros ?.
  assert (1 + Rabs x <> 0).
  { sgn. }
  apply (eq_eq _ ((1 + Rabs x - x * (x / Rabs x)) / (1 + Rabs x) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rplus eq_refl eq_refl) (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    rule (sign_quotient x). }
  apply (eq_eq _ ((Rabs x + Rabs x ^ 2 - x ^ 2) / (Rabs x * (1 + Rabs x) ^ 2)) _).
  { cancel. }
  apply (eq_eq _ ((Rabs x + (x ^ 2) ^ 1 - x ^ 2) / (Rabs x * (1 + Rabs x) ^ 2)) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rplus eq_refl _) eq_refl) eq_refl).
    apply (eq_eq _ ((Rabs x ^ 2) ^ 1) _).
    { arith. }
    refine (f_equal (fun x => x ^ 1) _).
    rule (abs_square x). }
  apply (eq_eq _ (1 / (1 + Rabs x) ^ 2) _).
  { cancel. }
  reflexivity.
Qed.

Lemma shared_3 :
  (x <> 0) ->
  pd (at0 x) (fun x' => y_of x') = 1 / (1 + Rabs x) ^ 2.
Proof.
  intros ?.
  assert (Rabs x <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at0 x) (fun x' => x' / (1 + Rabs x'))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at0 x) (fun x' => x') * (1 + Rabs x) - x * pd (at0 x) (fun x' => 1 + Rabs x')) / (1 + Rabs x) ^ 2) _).
  { assert (1 + Rabs x <> 0).
    { sgn. }
    rule (diff_div (at0 x) (fun x' => x') (fun x' => 1 + Rabs x')). }
  apply (eq_eq _ ((1 + Rabs x - x * signum x) / (1 + Rabs x) ^ 2) _).
  { rule shared_1. }
  rule shared_2.
Qed.

(** * above-minus-one *)

Section above_minus_one.

(* by the signs of its parts, as x ≤ 0 *)
Lemma above_minus_one_1_sign :
  (-1)
  < y.
Proof.
  destruct (Rle_lt_dec 0 x) as [?|?].
  { apply (difference_lt _ _ (y + 1)).
    { apply (eq_eq _ (y + 1) _); [ same | ].
      reflexivity. }
    sgn. }
  { apply (difference_lt _ _ ((-1) / ((-1) + x))).
    { apply (eq_eq _ (y + 1) _); [ same | ].
      assert ((-1) + x <> 0).
      { sgn. }
      assert (x <= 0).
      { sgn. }
      apply (eq_eq _ (- (x / ((-1) + x)) + 1) _).
      { refine (f_equal2 Rplus _ eq_refl).
        apply (eq_eq _ (x / (1 + Rabs x)) _).
        { reflexivity. }
        apply (eq_eq _ (x / (1 - x)) _).
        { refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
          rule (abs_of_negative x). }
        fractions. }
      cancel. }
    sgn. }
Qed.

Theorem above_minus_one :
  (-1)
  < y.
Proof.
  exact above_minus_one_1_sign.
Qed.
End above_minus_one.

(** * below-one *)

Section below_one.

(* by the signs of its parts *)
Lemma below_one_1_sign :
  y
  < 1.
Proof.
  destruct (Rle_lt_dec 0 x) as [?|?].
  { apply (difference_lt _ _ (1 / (1 + x))).
    { assert (1 + x <> 0).
      { sgn. }
      apply (eq_eq _ (1 - x / (1 + x)) _).
      { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
        apply (eq_eq _ (x / (1 + Rabs x)) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
        rule (abs_of_positive x). }
      cancel. }
    sgn. }
  { apply (difference_lt _ _ (1 - y)).
    { reflexivity. }
    sgn. }
Qed.

Theorem below_one :
  y
  < 1.
Proof.
  exact below_one_1_sign.
Qed.
End below_one.

(** * Derivative *)

Section derivative.
Hypothesis given1 : x <> 0.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of x')
  = pd (at0 x) (fun x' => x' / (1 + Rabs x')).
Proof.
  reflexivity.
Qed.

(* quotient rule with g = x, h = 1 + |x| *)
Lemma derivative_2_diff_div :
  pd (at0 x) (fun x' => x' / (1 + Rabs x'))
  = (pd (at0 x) (fun x' => x') * (1 + Rabs x) - x * pd (at0 x) (fun x' => 1 + Rabs x')) / (1 + Rabs x) ^ 2.
Proof.
  assert (1 + Rabs x <> 0).
  { sgn. }
  rule (diff_div (at0 x) (fun x' => x') (fun x' => 1 + Rabs x')).
Qed.

(* derivative of abs, chain rule *)
Lemma derivative_3_diff_abs :
  (pd (at0 x) (fun x' => x') * (1 + Rabs x) - x * pd (at0 x) (fun x' => 1 + Rabs x')) / (1 + Rabs x) ^ 2
  = (1 + Rabs x - x * signum x) / (1 + Rabs x) ^ 2.
Proof.
  rule shared_1.
Qed.

Lemma derivative_needs_1 :
  Rabs x <> 0.
Proof.
  sgn.
Qed.

(* a number over its size is its sign; a square has no sign *)
Lemma derivative_4_sign_quotient :
  (1 + Rabs x - x * signum x) / (1 + Rabs x) ^ 2
  = 1 / (1 + Rabs x) ^ 2.
Proof.
  pose proof derivative_needs_1.
  rule shared_2.
Qed.

Lemma derivative_needs_2 :
  1 + Rabs x <> 0.
Proof.
  sgn.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of x')
  (1 / (1 + Rabs x) ^ 2).
Proof.
  pose proof derivative_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_div (eq_eq _ _ _ derivative_3_diff_abs derivative_4_sign_quotient))).
Qed.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.
Hypothesis given1 : x <> 0.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of x')
  = pd (at0 x) (fun x' => x' / (1 + Rabs x')).
Proof.
  reflexivity.
Qed.

(* quotient rule with g = x, h = 1 + |x| *)
Lemma derivative_y_x_2_diff_div :
  pd (at0 x) (fun x' => x' / (1 + Rabs x'))
  = (pd (at0 x) (fun x' => x') * (1 + Rabs x) - x * pd (at0 x) (fun x' => 1 + Rabs x')) / (1 + Rabs x) ^ 2.
Proof.
  assert (1 + Rabs x <> 0).
  { sgn. }
  rule (diff_div (at0 x) (fun x' => x') (fun x' => 1 + Rabs x')).
Qed.

(* derivative of abs, chain rule *)
Lemma derivative_y_x_3_diff_abs :
  (pd (at0 x) (fun x' => x') * (1 + Rabs x) - x * pd (at0 x) (fun x' => 1 + Rabs x')) / (1 + Rabs x) ^ 2
  = (1 + Rabs x - x * signum x) / (1 + Rabs x) ^ 2.
Proof.
  rule shared_1.
Qed.

Lemma derivative_y_x_needs_1 :
  Rabs x <> 0.
Proof.
  sgn.
Qed.

(* a number over its size is its sign; a square has no sign *)
Lemma derivative_y_x_4_sign_quotient :
  (1 + Rabs x - x * signum x) / (1 + Rabs x) ^ 2
  = 1 / (1 + Rabs x) ^ 2.
Proof.
  pose proof derivative_y_x_needs_1.
  rule shared_2.
Qed.

Lemma derivative_y_x_needs_2 :
  1 + Rabs x <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of x')
  (1 / (1 + Rabs x) ^ 2).
Proof.
  pose proof derivative_y_x_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_div (eq_eq _ _ _ derivative_y_x_3_diff_abs derivative_y_x_4_sign_quotient))).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Hypothesis given1 : x <> 0.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of x')
  = y_bar * (1 / (1 + Rabs x) ^ 2).
Proof.
  assert (1 + Rabs x <> 0).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule shared_3.
Qed.

(* rearrange *)
Lemma vjp_y_x_2_ring :
  y_bar * (1 / (1 + Rabs x) ^ 2)
  = y_bar / (1 + Rabs x) ^ 2.
Proof.
  apply (eq_eq _ (y_bar / (1 + Rabs x) ^ 2) _).
  { fractions. }
  reflexivity.
Qed.

Lemma vjp_y_x_needs_1 :
  1 + Rabs x <> 0.
Proof.
  sgn.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of x')
  (y_bar / (1 + Rabs x) ^ 2).
Proof.
  pose proof vjp_y_x_needs_1.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of x')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma vjp_y_x_2_ring).
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Hypothesis given1 : x <> 0.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of x') * x_dot
  = 1 / (1 + Rabs x) ^ 2 * x_dot.
Proof.
  assert (1 + Rabs x <> 0).
  { sgn. }
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_3.
Qed.

(* rearrange *)
Lemma jvp_y_x_2_ring :
  1 / (1 + Rabs x) ^ 2 * x_dot
  = x_dot / (1 + Rabs x) ^ 2.
Proof.
  apply (eq_eq _ (x_dot / (1 + Rabs x) ^ 2) _).
  { fractions. }
  reflexivity.
Qed.

Lemma jvp_y_x_needs_1 :
  1 + Rabs x <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of (line0 x x_dot t))
  (x_dot / (1 + Rabs x) ^ 2).
Proof.
  pose proof jvp_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => y_of x') * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => y_of x') * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => y_of x') (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma jvp_y_x_2_ring).
Qed.
End jvp_y_x.
End softsign_theory.

(* the hypotheses of derivative can be met *)
Lemma derivative_possible :
  exists (x : R),
  (x <> 0).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of derivative_y_x can be met *)
Lemma derivative_y_x_possible :
  exists (x : R),
  (x <> 0).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of vjp_y_x can be met *)
Lemma vjp_y_x_possible :
  exists (x : R),
  (x <> 0).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of jvp_y_x can be met *)
Lemma jvp_y_x_possible :
  exists (x : R),
  (x <> 0).
Proof.
  exists (1).
  witness.
Qed.
