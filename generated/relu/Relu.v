(* made by derive, do not edit *)
(* ReLU

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (x : R) : R :=
  Rmax 0 x.
#[local] Hint Unfold y_of : definitions.

Section relu_theory.
Variables (x x_dot y_bar : R).
Local Notation y := (y_of x).

(** * What several lines rest on *)

Lemma shared_1 :
  - x = 0 - x.
Proof.
  symmetry.
  arith.
Qed.

Lemma shared_2 :
  (if leb x 0 then 0 else x) = - ((if leb 0 (- x) then 1 else 0) * x) + x.
Proof.
  apply (eq_eq _ ((if leb 0 (- x) then 0 else x)) _).
  { assert (- x = 0 - x).
    { rule shared_1. }
    rule (if_moved x 0 0 x (- x)). }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * 0 + (1 - (if leb 0 (- x) then 1 else 0)) * x) _).
  { rule (if_indicator 0 x (leb 0 (- x))). }
  arith.
Qed.

Lemma shared_3 :
  (if leb x 0 then 0 else 1) = (if ltb 0 x then 1 else 0).
Proof.
  apply (eq_eq _ ((if leb x 0 then (if leb x 0 then 0 else 1) else (if leb x 0 then 0 else 1))) _).
  { symmetry.
    rule (if_same (if leb x 0 then 0 else 1) (leb x 0)). }
  apply (eq_eq _ ((if leb x 0 then 0 else 1)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { assert (x <= 0).
      { hyp. }
      rule (if_true 0 1 (leb x 0)). }
    { apply (eq_eq _ ((if ltb 0 x then 1 else 0)) _).
      { symmetry.
        rule (if_less 0 x 1 0). }
      assert (0 < x).
      { hyp. }
      rule (if_true 1 0 (ltb 0 x)). } }
  symmetry.
  rule (if_less 0 x 1 0).
Qed.

Lemma shared_4 :
  (0 <> x) ->
  pd (at0 x) (fun x' => y_of x') = (if ltb 0 x then 1 else 0).
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 x) (fun x' => Rmax 0 x')) _).
  { reflexivity. }
  apply (eq_eq _ ((if leb x 0 then pd (at0 x) (fun x' => 0) else pd (at0 x) (fun x' => x'))) _).
  { rule (diff_max (at0 x) (fun x' => 0) (fun x' => x')). }
  apply (eq_eq _ ((if leb x 0 then 0 else 1)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply variable0. } }
  rule shared_3.
Qed.

Lemma shared_5 :
  (if ltb 0 x then 1 else 0) = 1 - (if leb 0 (- x) then 1 else 0).
Proof.
  apply (eq_eq _ ((if leb x 0 then 0 else 1)) _).
  { rule (if_less 0 x 1 0). }
  apply (eq_eq _ ((if leb 0 (- x) then 0 else 1)) _).
  { assert (- x = 0 - x).
    { rule shared_1. }
    rule (if_moved x 0 0 1 (- x)). }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * 0 + (1 - (if leb 0 (- x) then 1 else 0)) * 1) _).
  { rule (if_indicator 0 1 (leb 0 (- x))). }
  arith.
Qed.

(** * nonnegative *)

Section nonnegative.

(* by the signs of its parts *)
Lemma nonnegative_1_sign :
  0
  <= y.
Proof.
  sgn.
Qed.

Theorem nonnegative :
  0
  <= y.
Proof.
  exact nonnegative_1_sign.
Qed.
End nonnegative.

(** * By branches *)

Section branches'.

(* definition of y *)
Lemma branches'_1_unfold :
  y
  = Rmax 0 x.
Proof.
  reflexivity.
Qed.

(* the larger of the two; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma branches'_2_max_if :
  Rmax 0 x
  = (if ltb 0 x then x else 0).
Proof.
  apply (eq_eq _ ((if leb x 0 then 0 else x)) _).
  { rule (max_if 0 x). }
  apply (eq_eq _ (- ((if leb 0 (- x) then 1 else 0) * x) + x) _).
  { rule shared_2. }
  symmetry.
  apply (eq_eq _ ((if leb x 0 then 0 else x)) _).
  { rule (if_less 0 x x 0). }
  rule shared_2.
Qed.

Theorem branches' :
  y
  = (if ltb 0 x then x else 0).
Proof.
  exact (eq_eq _ _ _ branches'_1_unfold branches'_2_max_if).
Qed.
End branches'.

(** * Derivative *)

Section derivative.
Hypothesis given1 : 0 <> x.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of x')
  = pd (at0 x) (fun x' => Rmax 0 x').
Proof.
  reflexivity.
Qed.

(* the larger one varies *)
Lemma derivative_2_diff_max :
  pd (at0 x) (fun x' => Rmax 0 x')
  = (if leb x 0 then pd (at0 x) (fun x' => 0) else pd (at0 x) (fun x' => x')).
Proof.
  rule (diff_max (at0 x) (fun x' => 0) (fun x' => x')).
Qed.

(* 0 does not depend on x *)
Lemma derivative_3_constant :
  (if leb x 0 then pd (at0 x) (fun x' => 0) else pd (at0 x) (fun x' => x'))
  = (if leb x 0 then 0 else 1).
Proof.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply constant. }
  { apply variable0. }
Qed.

(* case by case *)
Lemma derivative_4_cases :
  (if leb x 0 then 0 else 1)
  = (if ltb 0 x then 1 else 0).
Proof.
  rule shared_3.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of x')
  ((if ltb 0 x then 1 else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_max (eq_eq _ _ _ derivative_3_constant derivative_4_cases))).
Qed.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.
Hypothesis given1 : x <> 0.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of x')
  = pd (at0 x) (fun x' => Rmax 0 x').
Proof.
  reflexivity.
Qed.

(* the larger one varies *)
Lemma derivative_y_x_2_diff_max :
  pd (at0 x) (fun x' => Rmax 0 x')
  = (if leb x 0 then pd (at0 x) (fun x' => 0) else pd (at0 x) (fun x' => x')).
Proof.
  rule (diff_max (at0 x) (fun x' => 0) (fun x' => x')).
Qed.

(* 0 does not depend on x *)
Lemma derivative_y_x_3_constant :
  (if leb x 0 then pd (at0 x) (fun x' => 0) else pd (at0 x) (fun x' => x'))
  = (if leb x 0 then 0 else 1).
Proof.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply constant. }
  { apply variable0. }
Qed.

(* case by case *)
Lemma derivative_y_x_4_cases :
  (if leb x 0 then 0 else 1)
  = (if ltb 0 x then 1 else 0).
Proof.
  rule shared_3.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of x')
  ((if ltb 0 x then 1 else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_max (eq_eq _ _ _ derivative_y_x_3_constant derivative_y_x_4_cases))).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Hypothesis given1 : x <> 0.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of x')
  = y_bar * (if ltb 0 x then 1 else 0).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_4.
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma vjp_y_x_2_if_less :
  y_bar * (if ltb 0 x then 1 else 0)
  = (if ltb 0 x then y_bar else 0).
Proof.
  apply (eq_eq _ (y_bar * (1 - (if leb 0 (- x) then 1 else 0))) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule shared_5. }
  apply (eq_eq _ (- ((if leb 0 (- x) then 1 else 0) * y_bar) + y_bar) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb x 0 then 0 else y_bar)) _).
  { rule (if_less 0 x y_bar 0). }
  apply (eq_eq _ ((if leb 0 (- x) then 0 else y_bar)) _).
  { assert (- x = 0 - x).
    { rule shared_1. }
    rule (if_moved x 0 0 y_bar (- x)). }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * 0 + (1 - (if leb 0 (- x) then 1 else 0)) * y_bar) _).
  { rule (if_indicator 0 y_bar (leb 0 (- x))). }
  arith.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of x')
  ((if ltb 0 x then y_bar else 0)).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of x')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma vjp_y_x_2_if_less).
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Hypothesis given1 : x <> 0.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of x') * x_dot
  = (if ltb 0 x then 1 else 0) * x_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_4.
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma jvp_y_x_2_if_less :
  (if ltb 0 x then 1 else 0) * x_dot
  = (if ltb 0 x then x_dot else 0).
Proof.
  apply (eq_eq _ ((1 - (if leb 0 (- x) then 1 else 0)) * x_dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    rule shared_5. }
  apply (eq_eq _ (- ((if leb 0 (- x) then 1 else 0) * x_dot) + x_dot) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb x 0 then 0 else x_dot)) _).
  { rule (if_less 0 x x_dot 0). }
  apply (eq_eq _ ((if leb 0 (- x) then 0 else x_dot)) _).
  { assert (- x = 0 - x).
    { rule shared_1. }
    rule (if_moved x 0 0 x_dot (- x)). }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * 0 + (1 - (if leb 0 (- x) then 1 else 0)) * x_dot) _).
  { rule (if_indicator 0 x_dot (leb 0 (- x))). }
  arith.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of (line0 x x_dot t))
  ((if ltb 0 x then x_dot else 0)).
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
  exact (eq_eq _ _ _ jvp_y_x_1_lemma jvp_y_x_2_if_less).
Qed.
End jvp_y_x.
End relu_theory.

(* the hypotheses of derivative can be met *)
Lemma derivative_possible :
  exists (x : R),
  (0 <> x).
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
