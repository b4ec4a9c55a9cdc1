(* made by derive, do not edit *)
(* Threshold

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (theta : R) (x : R) (v : R) : R :=
  (if ltb theta x then x else v).
#[local] Hint Unfold y_of : definitions.

Section threshold_theory.
Variables (v x theta v_dot y_bar theta_dot x_dot : R).
Local Notation y := (y_of theta x v).

(** * What several lines rest on *)

Lemma shared_1 :
  (theta <> x) ->
  pd (at0 x) (fun x' => y_of theta x' v) = (if ltb theta x then 1 else 0).
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 x) (fun x' => (if ltb theta x' then x' else v))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb theta x then pd (at0 x) (fun x' => x') else pd (at0 x) (fun x' => v))) _).
  { rule (diff_if (at0 x) (fun x' => x') (fun x' => v) (fun x' => ltb theta x')). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply variable0. }
  { apply constant. }
Qed.

Lemma shared_2 :
  (if ltb theta x then 1 else 0) = 1 - (if leb 0 (theta - x) then 1 else 0).
Proof.
  apply (eq_eq _ ((if leb x theta then 0 else 1)) _).
  { rule (if_less theta x 1 0). }
  apply (eq_eq _ ((if leb 0 (theta - x) then 0 else 1)) _).
  { assert (theta - x = theta - x).
    { reflexivity. }
    rule (if_moved x theta 0 1 (theta - x)). }
  apply (eq_eq _ ((if leb 0 (theta - x) then 1 else 0) * 0 + (1 - (if leb 0 (theta - x) then 1 else 0)) * 1) _).
  { rule (if_indicator 0 1 (leb 0 (theta - x))). }
  arith.
Qed.

Lemma shared_3 :
  (theta <> x) ->
  pd (at0 theta) (fun theta' => (if ltb theta' x then x else v)) = 0.
Proof.
  intros ?.
  apply (eq_eq _ ((if ltb theta x then pd (at0 theta) (fun theta' => x) else pd (at0 theta) (fun theta' => v))) _).
  { rule (diff_if (at0 theta) (fun theta' => x) (fun theta' => v) (fun theta' => ltb theta' x)). }
  apply (eq_eq _ ((if ltb theta x then 0 else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply constant. } }
  rule (if_same 0 (ltb theta x)).
Qed.

Lemma shared_4 :
  (if ltb theta x then 0 else 1) = (if leb x theta then 1 else 0).
Proof.
  apply (eq_eq _ ((if ltb theta x then (if ltb theta x then 0 else 1) else (if ltb theta x then 0 else 1))) _).
  { symmetry.
    rule (if_same (if ltb theta x then 0 else 1) (ltb theta x)). }
  apply (eq_eq _ ((if ltb theta x then 0 else 1)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { assert (theta < x).
      { hyp. }
      rule (if_true 0 1 (ltb theta x)). }
    { apply (eq_eq _ ((if leb x theta then 1 else 0)) _).
      { rule (if_less theta x 0 1). }
      assert (x <= theta).
      { hyp. }
      rule (if_true 1 0 (leb x theta)). } }
  rule (if_less theta x 0 1).
Qed.

Lemma shared_5 :
  pd (at0 v) (fun v' => y_of theta x v') = (if leb x theta then 1 else 0).
Proof.
  apply (eq_eq _ (pd (at0 v) (fun v' => (if ltb theta x then x else v'))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb theta x then pd (at0 v) (fun v' => x) else pd (at0 v) (fun v' => v'))) _).
  { rule (diff_if (at0 v) (fun v' => x) (fun v' => v') (fun v' => ltb theta x)). }
  apply (eq_eq _ ((if ltb theta x then 0 else 1)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply variable0. } }
  rule shared_4.
Qed.

(** * Derivative *)

Section derivative.
Hypothesis given1 : theta <> x.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of theta x' v)
  = pd (at0 x) (fun x' => (if ltb theta x' then x' else v)).
Proof.
  reflexivity.
Qed.

(* differentiate each branch *)
Lemma derivative_2_diff_if :
  pd (at0 x) (fun x' => (if ltb theta x' then x' else v))
  = (if ltb theta x then 1 else 0).
Proof.
  apply (eq_eq _ ((if ltb theta x then pd (at0 x) (fun x' => x') else pd (at0 x) (fun x' => v))) _).
  { rule (diff_if (at0 x) (fun x' => x') (fun x' => v) (fun x' => ltb theta x')). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply variable0. }
  { apply constant. }
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of theta x' v)
  ((if ltb theta x then 1 else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold derivative_2_diff_if).
Qed.
End derivative.

(** * Derivative by the value put in *)

Section filling.

(* definition of y *)
Lemma filling_1_unfold :
  pd (at0 v) (fun v' => y_of theta x v')
  = pd (at0 v) (fun v' => (if ltb theta x then x else v')).
Proof.
  reflexivity.
Qed.

(* differentiate each branch *)
Lemma filling_2_diff_if :
  pd (at0 v) (fun v' => (if ltb theta x then x else v'))
  = (if ltb theta x then 0 else 1).
Proof.
  apply (eq_eq _ ((if ltb theta x then pd (at0 v) (fun v' => x) else pd (at0 v) (fun v' => v'))) _).
  { rule (diff_if (at0 v) (fun v' => x) (fun v' => v') (fun v' => ltb theta x)). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply constant. }
  { apply variable0. }
Qed.

Theorem filling :
  is_pd (at0 v) (fun v' => y_of theta x v')
  ((if ltb theta x then 0 else 1)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ filling_1_unfold filling_2_diff_if).
Qed.
End filling.

(** * Derivative of y by x *)

Section derivative_y_x.
Hypothesis given1 : theta <> x.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of theta x' v)
  = pd (at0 x) (fun x' => (if ltb theta x' then x' else v)).
Proof.
  reflexivity.
Qed.

(* differentiate each branch *)
Lemma derivative_y_x_2_diff_if :
  pd (at0 x) (fun x' => (if ltb theta x' then x' else v))
  = (if ltb theta x then 1 else 0).
Proof.
  apply (eq_eq _ ((if ltb theta x then pd (at0 x) (fun x' => x') else pd (at0 x) (fun x' => v))) _).
  { rule (diff_if (at0 x) (fun x' => x') (fun x' => v) (fun x' => ltb theta x')). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply variable0. }
  { apply constant. }
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of theta x' v)
  ((if ltb theta x then 1 else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold derivative_y_x_2_diff_if).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Hypothesis given1 : theta <> x.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of theta x' v)
  = y_bar * (if ltb theta x then 1 else 0).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_1.
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma vjp_y_x_2_if_less :
  y_bar * (if ltb theta x then 1 else 0)
  = (if ltb theta x then y_bar else 0).
Proof.
  apply (eq_eq _ (y_bar * (1 - (if leb 0 (theta - x) then 1 else 0))) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule shared_2. }
  apply (eq_eq _ (- ((if leb 0 (theta - x) then 1 else 0) * y_bar) + y_bar) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb x theta then 0 else y_bar)) _).
  { rule (if_less theta x y_bar 0). }
  apply (eq_eq _ ((if leb 0 (theta - x) then 0 else y_bar)) _).
  { assert (theta - x = theta - x).
    { reflexivity. }
    rule (if_moved x theta 0 y_bar (theta - x)). }
  apply (eq_eq _ ((if leb 0 (theta - x) then 1 else 0) * 0 + (1 - (if leb 0 (theta - x) then 1 else 0)) * y_bar) _).
  { rule (if_indicator 0 y_bar (leb 0 (theta - x))). }
  arith.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of theta x' v)
  ((if ltb theta x then y_bar else 0)).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of theta x' v)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma vjp_y_x_2_if_less).
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Hypothesis given1 : theta <> x.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of theta x' v) * x_dot
  = (if ltb theta x then 1 else 0) * x_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_1.
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma jvp_y_x_2_if_less :
  (if ltb theta x then 1 else 0) * x_dot
  = (if ltb theta x then x_dot else 0).
Proof.
  apply (eq_eq _ ((1 - (if leb 0 (theta - x) then 1 else 0)) * x_dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    rule shared_2. }
  apply (eq_eq _ (- ((if leb 0 (theta - x) then 1 else 0) * x_dot) + x_dot) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb x theta then 0 else x_dot)) _).
  { rule (if_less theta x x_dot 0). }
  apply (eq_eq _ ((if leb 0 (theta - x) then 0 else x_dot)) _).
  { assert (theta - x = theta - x).
    { reflexivity. }
    rule (if_moved x theta 0 x_dot (theta - x)). }
  apply (eq_eq _ ((if leb 0 (theta - x) then 1 else 0) * 0 + (1 - (if leb 0 (theta - x) then 1 else 0)) * x_dot) _).
  { rule (if_indicator 0 x_dot (leb 0 (theta - x))). }
  arith.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of theta (line0 x x_dot t) v)
  ((if ltb theta x then x_dot else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => y_of theta x' v) * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => y_of theta x' v) * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => y_of theta x' v) (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma jvp_y_x_2_if_less).
Qed.
End jvp_y_x.

(** * Derivative of y by theta *)

Section derivative_y_theta.
Hypothesis given1 : theta <> x.

(* definition of y *)
Lemma derivative_y_theta_1_unfold :
  pd (at0 theta) (fun theta' => y_of theta' x v)
  = pd (at0 theta) (fun theta' => (if ltb theta' x then x else v)).
Proof.
  reflexivity.
Qed.

(* differentiate each branch *)
Lemma derivative_y_theta_2_diff_if :
  pd (at0 theta) (fun theta' => (if ltb theta' x then x else v))
  = 0.
Proof.
  rule shared_3.
Qed.

Theorem derivative_y_theta :
  is_pd (at0 theta) (fun theta' => y_of theta' x v)
  (0).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_theta_1_unfold derivative_y_theta_2_diff_if).
Qed.
End derivative_y_theta.

(** * VJP of y for theta *)

Section vjp_y_theta.
Hypothesis given1 : theta <> x.

(* put in ∂y/∂θ *)
Lemma vjp_y_theta_1_lemma :
  y_bar * pd (at0 theta) (fun theta' => y_of theta' x v)
  = 0.
Proof.
  apply (eq_eq _ (y_bar * 0) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at0 theta) (fun theta' => (if ltb theta' x then x else v))) _).
    { reflexivity. }
    rule shared_3. }
  arith.
Qed.

Theorem vjp_y_theta :
  is_pd (at0 theta) (fun theta' => y_bar * y_of theta' x v)
  (0).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 theta) (fun theta' => y_of theta' x v)) _).
  { weighted. }
  exact vjp_y_theta_1_lemma.
Qed.
End vjp_y_theta.

(** * JVP of y for theta *)

Section jvp_y_theta.
Hypothesis given1 : theta <> x.

(* put in ∂y/∂θ *)
Lemma jvp_y_theta_1_lemma :
  pd (at0 theta) (fun theta' => y_of theta' x v) * theta_dot
  = 0.
Proof.
  apply (eq_eq _ (0 * theta_dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (pd (at0 theta) (fun theta' => (if ltb theta' x then x else v))) _).
    { reflexivity. }
    rule shared_3. }
  arith.
Qed.

Theorem jvp_y_theta :
  is_pd (at0 0) (fun t => y_of (line0 theta theta_dot t) x v)
  (0).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 theta) (fun theta' => y_of theta' x v) * theta_dot) _).
  { apply (eq_eq _ (pd (at0 theta) (fun theta' => y_of theta' x v) * theta_dot) _).
    { refine (eq_trans (chain0_at (at0 0) theta (fun theta' => y_of theta' x v) (fun t => (line0 theta theta_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_y_theta_1_lemma.
Qed.
End jvp_y_theta.

(** * Derivative of y by v *)

Section derivative_y_v.

(* definition of y *)
Lemma derivative_y_v_1_unfold :
  pd (at0 v) (fun v' => y_of theta x v')
  = pd (at0 v) (fun v' => (if ltb theta x then x else v')).
Proof.
  reflexivity.
Qed.

(* differentiate each branch *)
Lemma derivative_y_v_2_diff_if :
  pd (at0 v) (fun v' => (if ltb theta x then x else v'))
  = (if ltb theta x then 0 else 1).
Proof.
  apply (eq_eq _ ((if ltb theta x then pd (at0 v) (fun v' => x) else pd (at0 v) (fun v' => v'))) _).
  { rule (diff_if (at0 v) (fun v' => x) (fun v' => v') (fun v' => ltb theta x)). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply constant. }
  { apply variable0. }
Qed.

(* case by case *)
Lemma derivative_y_v_3_cases :
  (if ltb theta x then 0 else 1)
  = (if leb x theta then 1 else 0).
Proof.
  rule shared_4.
Qed.

Theorem derivative_y_v :
  is_pd (at0 v) (fun v' => y_of theta x v')
  ((if leb x theta then 1 else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_v_1_unfold (eq_eq _ _ _ derivative_y_v_2_diff_if derivative_y_v_3_cases)).
Qed.
End derivative_y_v.

(** * VJP of y for v *)

Section vjp_y_v.

(* put in ∂y/∂v *)
Lemma vjp_y_v_1_lemma :
  y_bar * pd (at0 v) (fun v' => y_of theta x v')
  = y_bar * (if leb x theta then 1 else 0).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_5.
Qed.

(* the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma vjp_y_v_2_if_moved :
  y_bar * (if leb x theta then 1 else 0)
  = (if leb x theta then y_bar else 0).
Proof.
  apply (eq_eq _ (y_bar * (if leb 0 (theta - x) then 1 else 0)) _).
  { refine (f_equal2 Rmult eq_refl _).
    assert (theta - x = theta - x).
    { reflexivity. }
    rule (if_moved x theta 1 0 (theta - x)). }
  apply (eq_eq _ ((if leb 0 (theta - x) then 1 else 0) * y_bar) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb 0 (theta - x) then y_bar else 0)) _).
  { assert (theta - x = theta - x).
    { reflexivity. }
    rule (if_moved x theta y_bar 0 (theta - x)). }
  apply (eq_eq _ ((if leb 0 (theta - x) then 1 else 0) * y_bar + (1 - (if leb 0 (theta - x) then 1 else 0)) * 0) _).
  { rule (if_indicator y_bar 0 (leb 0 (theta - x))). }
  arith.
Qed.

Theorem vjp_y_v :
  is_pd (at0 v) (fun v' => y_bar * y_of theta x v')
  ((if leb x theta then y_bar else 0)).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 v) (fun v' => y_of theta x v')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_v_1_lemma vjp_y_v_2_if_moved).
Qed.
End vjp_y_v.

(** * JVP of y for v *)

Section jvp_y_v.

(* put in ∂y/∂v *)
Lemma jvp_y_v_1_lemma :
  pd (at0 v) (fun v' => y_of theta x v') * v_dot
  = (if leb x theta then 1 else 0) * v_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_5.
Qed.

(* the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma jvp_y_v_2_if_moved :
  (if leb x theta then 1 else 0) * v_dot
  = (if leb x theta then v_dot else 0).
Proof.
  apply (eq_eq _ ((if leb 0 (theta - x) then 1 else 0) * v_dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    assert (theta - x = theta - x).
    { reflexivity. }
    rule (if_moved x theta 1 0 (theta - x)). }
  symmetry.
  apply (eq_eq _ ((if leb 0 (theta - x) then v_dot else 0)) _).
  { assert (theta - x = theta - x).
    { reflexivity. }
    rule (if_moved x theta v_dot 0 (theta - x)). }
  apply (eq_eq _ ((if leb 0 (theta - x) then 1 else 0) * v_dot + (1 - (if leb 0 (theta - x) then 1 else 0)) * 0) _).
  { rule (if_indicator v_dot 0 (leb 0 (theta - x))). }
  arith.
Qed.

Theorem jvp_y_v :
  is_pd (at0 0) (fun t => y_of theta x (line0 v v_dot t))
  ((if leb x theta then v_dot else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 v) (fun v' => y_of theta x v') * v_dot) _).
  { apply (eq_eq _ (pd (at0 v) (fun v' => y_of theta x v') * v_dot) _).
    { refine (eq_trans (chain0_at (at0 0) v (fun v' => y_of theta x v') (fun t => (line0 v v_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_v_1_lemma jvp_y_v_2_if_moved).
Qed.
End jvp_y_v.
End threshold_theory.

(* the hypotheses of derivative can be met *)
Lemma derivative_possible :
  exists (theta : R) (x : R),
  (theta <> x).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of derivative_y_x can be met *)
Lemma derivative_y_x_possible :
  exists (theta : R) (x : R),
  (theta <> x).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of vjp_y_x can be met *)
Lemma vjp_y_x_possible :
  exists (theta : R) (x : R),
  (theta <> x).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of jvp_y_x can be met *)
Lemma jvp_y_x_possible :
  exists (theta : R) (x : R),
  (theta <> x).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of derivative_y_theta can be met *)
Lemma derivative_y_theta_possible :
  exists (theta : R) (x : R),
  (theta <> x).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of vjp_y_theta can be met *)
Lemma vjp_y_theta_possible :
  exists (theta : R) (x : R),
  (theta <> x).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of jvp_y_theta can be met *)
Lemma jvp_y_theta_possible :
  exists (theta : R) (x : R),
  (theta <> x).
Proof.
  exists (1), (2).
  witness.
Qed.
