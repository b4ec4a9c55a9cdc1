(* made by derive, do not edit *)
(* Leaky ReLU

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (x : R) (s : R) : R :=
  (if ltb 0 x then x else s * x).
#[local] Hint Unfold y_of : definitions.

Section leaky_relu_theory.
Variables (x s s_dot y_bar x_dot : R).
Local Notation y := (y_of x s).

(** * What several lines rest on *)

Lemma shared_1 :
  - x = 0 - x.
Proof.
  symmetry.
  arith.
Qed.

Lemma shared_2 :
  (0 <> x) ->
  pd (at0 x) (fun x' => (if ltb 0 x' then x' else s * x')) = (if ltb 0 x then 1 else s).
Proof.
  intros ?.
  apply (eq_eq _ ((if ltb 0 x then pd (at0 x) (fun x' => x') else pd (at0 x) (fun x' => s * x'))) _).
  { rule (diff_if (at0 x) (fun x' => x') (fun x' => s * x') (fun x' => ltb 0 x')). }
  apply (eq_eq _ ((if ltb 0 x then 1 else s * 1)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply variable0. }
    { apply (eq_eq _ (pd (at0 x) (fun x' => s * x')) _).
      { reflexivity. }
      apply (eq_eq _ (s * pd (at0 x) (fun x' => x')) _).
      { assert (pd (at0 x) (fun x' => s) = 0).
        { apply constant. }
        rule (diff_scale (at0 x) (fun x' => s) (fun x' => x')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

Lemma shared_3 :
  pd (at0 s) (fun s' => (if ltb 0 x then x else s' * x)) = (if ltb 0 x then 0 else x).
Proof.
  apply (eq_eq _ ((if ltb 0 x then pd (at0 s) (fun s' => x) else pd (at0 s) (fun s' => s' * x))) _).
  { rule (diff_if (at0 s) (fun s' => x) (fun s' => s' * x) (fun s' => ltb 0 x)). }
  apply (eq_eq _ ((if ltb 0 x then 0 else x * 1)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at0 s) (fun s' => x * s')) _).
      { apply pd_ext.
        intros s'; cbv beta.
        arith. }
      apply (eq_eq _ (x * pd (at0 s) (fun s' => s')) _).
      { assert (pd (at0 s) (fun s' => x) = 0).
        { apply constant. }
        rule (diff_scale (at0 s) (fun s' => x) (fun s' => s')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable0. } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

Lemma shared_4 :
  (if ltb 0 x then 0 else x) = (if leb x 0 then x else 0).
Proof.
  apply (eq_eq _ ((if leb x 0 then (if ltb 0 x then 0 else x) else (if ltb 0 x then 0 else x))) _).
  { symmetry.
    rule (if_same (if ltb 0 x then 0 else x) (leb x 0)). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply (eq_eq _ ((if leb x 0 then x else 0)) _).
    { rule (if_less 0 x 0 x). }
    assert (x <= 0).
    { hyp. }
    rule (if_true x 0 (leb x 0)). }
  { assert (0 < x).
    { hyp. }
    rule (if_true 0 x (ltb 0 x)). }
Qed.

Lemma shared_5 :
  (if leb x 0 then x else 0) = (if leb 0 (- x) then 1 else 0) * x.
Proof.
  apply (eq_eq _ ((if leb 0 (- x) then x else 0)) _).
  { assert (- x = 0 - x).
    { rule shared_1. }
    rule (if_moved x 0 x 0 (- x)). }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * x + (1 - (if leb 0 (- x) then 1 else 0)) * 0) _).
  { rule (if_indicator x 0 (leb 0 (- x))). }
  arith.
Qed.

(** * As a sum of two parts *)

Section parts.

(* definition of y *)
Lemma parts_1_unfold :
  y
  = (if ltb 0 x then x else s * x).
Proof.
  reflexivity.
Qed.

(* since 0 = x; the branches change places; the same comparison of the difference with 0 *)
Lemma parts_2_assume :
  (if ltb 0 x then x else s * x)
  = Rmax 0 x + s * Rmin 0 x.
Proof.
  apply (eq_eq _ ((if leb x 0 then s * x else x)) _).
  { rule (if_less 0 x x (s * x)). }
  apply (eq_eq _ ((if leb 0 (- x) then s * x else x)) _).
  { assert (- x = 0 - x).
    { rule shared_1. }
    rule (if_moved x 0 (s * x) x (- x)). }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * s * x + (1 - (if leb 0 (- x) then 1 else 0)) * x) _).
  { rule_same (if_indicator (s * x) x (leb 0 (- x))). }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * s * x - (if leb 0 (- x) then 1 else 0) * x + x) _).
  { arith. }
  apply (eq_eq _ (- ((if leb 0 (- x) then 1 else 0) * x) - (if leb 0 x then 1 else 0) * s * x + s * x + x) _).
  { destruct (Rle_lt_dec 0 (- x)) as [?|?].
    { apply (eq_eq _ (1 * s * x - 1 * x + x) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rmult _ eq_refl))) eq_refl).
        { rule (if_true 1 0 (leb 0 (- x))). }
        rule (if_true 1 0 (leb 0 (- x))). }
      apply (eq_eq _ (s * x) _).
      { arith. }
      apply (eq_eq _ (- ((if leb 0 x then 1 else 0) * s * x) + s * x) _).
      { destruct (Req_EM_T 0 x) as [?|?].
        { assert (0 <= x).
          { sgn. }
          apply (eq_eq _ (s * 0) _).
          { refine (f_equal2 Rmult eq_refl _).
            apply (eq_eq _ (x) _).
            { reflexivity. }
            symmetry.
            hyp. }
          apply (eq_eq _ (0) _).
          { arith. }
          symmetry.
          apply (eq_eq _ (- (1 * s * x) + s * x) _).
          { refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl)) eq_refl).
            rule (if_true 1 0 (leb 0 x)). }
          arith. }
        { assert (x < 0).
          { sgn. }
          symmetry.
          apply (eq_eq _ (- (0 * s * x) + s * x) _).
          { refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl)) eq_refl).
            apply (eq_eq _ ((if ltb x 0 then 0 else 1)) _).
            { symmetry.
              rule (if_less x 0 0 1). }
            rule (if_true 0 1 (ltb x 0)). }
          arith. } }
      symmetry.
      apply (eq_eq _ (- (1 * x) - (if leb 0 x then 1 else 0) * s * x + s * x + x) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal Ropp (f_equal2 Rmult _ eq_refl)) eq_refl) eq_refl) eq_refl).
        rule (if_true 1 0 (leb 0 (- x))). }
      arith. }
    { assert (0 <= x).
      { apply (le_eq _ (1 * (- (- x))) _).
        { sgn. }
        symmetry.
        arith. }
      apply (eq_eq _ (0 * s * x - 0 * x + x) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rmult _ eq_refl))) eq_refl).
        { apply (eq_eq _ ((if ltb (- x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less (- x) 0 0 1). }
          rule (if_true 0 1 (ltb (- x) 0)). }
        apply (eq_eq _ ((if ltb (- x) 0 then 0 else 1)) _).
        { symmetry.
          rule (if_less (- x) 0 0 1). }
        rule (if_true 0 1 (ltb (- x) 0)). }
      apply (eq_eq _ (x) _).
      { arith. }
      symmetry.
      apply (eq_eq _ (- (0 * x) - 1 * s * x + s * x + x) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal Ropp (f_equal2 Rmult _ eq_refl)) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl))) eq_refl) eq_refl).
        { apply (eq_eq _ ((if ltb (- x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less (- x) 0 0 1). }
          rule (if_true 0 1 (ltb (- x) 0)). }
        rule (if_true 1 0 (leb 0 x)). }
      arith. } }
  symmetry.
  apply (eq_eq _ (- ((if leb 0 (- x) then 1 else 0) * x) + x + s * (- ((if leb 0 x then 1 else 0) * x) + x)) _).
  { apply (eq_eq _ ((- ((if leb 0 (- x) then 1 else 0) * x) + x) + s * (- ((if leb 0 x then 1 else 0) * x) + x)) _); [ | same ].
    refine (f_equal2 Rplus _ (f_equal2 Rmult eq_refl _)).
    { apply (eq_eq _ ((if leb x 0 then 0 else x)) _).
      { rule (max_if 0 x). }
      apply (eq_eq _ ((if leb 0 (- x) then 0 else x)) _).
      { assert (- x = 0 - x).
        { rule shared_1. }
        rule (if_moved x 0 0 x (- x)). }
      apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * 0 + (1 - (if leb 0 (- x) then 1 else 0)) * x) _).
      { rule (if_indicator 0 x (leb 0 (- x))). }
      arith. }
    apply (eq_eq _ ((if leb 0 x then 0 else x)) _).
    { rule (min_if 0 x). }
    apply (eq_eq _ ((if leb 0 x then 1 else 0) * 0 + (1 - (if leb 0 x then 1 else 0)) * x) _).
    { rule (if_indicator 0 x (leb 0 x)). }
    arith. }
  arith.
Qed.

Theorem parts :
  y
  = Rmax 0 x + s * Rmin 0 x.
Proof.
  exact (eq_eq _ _ _ parts_1_unfold parts_2_assume).
Qed.
End parts.

(** * Derivative *)

Section derivative.
Hypothesis given1 : 0 <> x.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of x' s)
  = pd (at0 x) (fun x' => (if ltb 0 x' then x' else s * x')).
Proof.
  reflexivity.
Qed.

(* differentiate each branch; a constant factor stays in front *)
Lemma derivative_2_diff_if :
  pd (at0 x) (fun x' => (if ltb 0 x' then x' else s * x'))
  = (if ltb 0 x then 1 else s).
Proof.
  rule shared_2.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of x' s)
  ((if ltb 0 x then 1 else s)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold derivative_2_diff_if).
Qed.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.
Hypothesis given1 : x <> 0.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of x' s)
  = pd (at0 x) (fun x' => (if ltb 0 x' then x' else s * x')).
Proof.
  reflexivity.
Qed.

(* differentiate each branch; a constant factor stays in front *)
Lemma derivative_y_x_2_diff_if :
  pd (at0 x) (fun x' => (if ltb 0 x' then x' else s * x'))
  = (if ltb 0 x then 1 else s).
Proof.
  rule shared_2.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of x' s)
  ((if ltb 0 x then 1 else s)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold derivative_y_x_2_diff_if).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Hypothesis given1 : x <> 0.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of x' s)
  = y_bar * (if ltb 0 x then 1 else s).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  assert (0 <> x).
  { assert (x <> 0).
    { hyp. }
    apply not_eq_sym.
    hyp. }
  apply (eq_eq _ (pd (at0 x) (fun x' => (if ltb 0 x' then x' else s * x'))) _).
  { reflexivity. }
  rule shared_2.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of x' s)
  (y_bar * (if ltb 0 x then 1 else s)).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of x' s)) _).
  { weighted. }
  exact vjp_y_x_1_lemma.
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Hypothesis given1 : x <> 0.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of x' s) * x_dot
  = (if ltb 0 x then 1 else s) * x_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  assert (0 <> x).
  { assert (x <> 0).
    { hyp. }
    apply not_eq_sym.
    hyp. }
  apply (eq_eq _ (pd (at0 x) (fun x' => (if ltb 0 x' then x' else s * x'))) _).
  { reflexivity. }
  rule shared_2.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of (line0 x x_dot t) s)
  ((if ltb 0 x then 1 else s) * x_dot).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => y_of x' s) * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => y_of x' s) * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => y_of x' s) (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_y_x_1_lemma.
Qed.
End jvp_y_x.

(** * Derivative of y by s *)

Section derivative_y_s.

(* definition of y *)
Lemma derivative_y_s_1_unfold :
  pd (at0 s) (fun s' => y_of x s')
  = pd (at0 s) (fun s' => (if ltb 0 x then x else s' * x)).
Proof.
  reflexivity.
Qed.

(* differentiate each branch; a constant factor stays in front *)
Lemma derivative_y_s_2_diff_if :
  pd (at0 s) (fun s' => (if ltb 0 x then x else s' * x))
  = (if ltb 0 x then 0 else x).
Proof.
  rule shared_3.
Qed.

(* case by case *)
Lemma derivative_y_s_3_cases :
  (if ltb 0 x then 0 else x)
  = (if leb x 0 then x else 0).
Proof.
  rule shared_4.
Qed.

Theorem derivative_y_s :
  is_pd (at0 s) (fun s' => y_of x s')
  ((if leb x 0 then x else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_s_1_unfold (eq_eq _ _ _ derivative_y_s_2_diff_if derivative_y_s_3_cases)).
Qed.
End derivative_y_s.

(** * VJP of y for s *)

Section vjp_y_s.

(* put in ∂y/∂s *)
Lemma vjp_y_s_1_lemma :
  y_bar * pd (at0 s) (fun s' => y_of x s')
  = y_bar * (if leb x 0 then x else 0).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at0 s) (fun s' => (if ltb 0 x then x else s' * x))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb 0 x then 0 else x)) _).
  { rule shared_3. }
  rule shared_4.
Qed.

(* the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma vjp_y_s_2_if_moved :
  y_bar * (if leb x 0 then x else 0)
  = (if leb x 0 then y_bar * x else 0).
Proof.
  apply (eq_eq _ (y_bar * (if leb 0 (- x) then 1 else 0) * x) _).
  { apply (eq_eq _ (y_bar * ((if leb 0 (- x) then 1 else 0) * x)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    rule shared_5. }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * x * y_bar) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb x 0 then x * y_bar else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb 0 (- x) then x * y_bar else 0)) _).
  { assert (- x = 0 - x).
    { rule shared_1. }
    rule (if_moved x 0 (x * y_bar) 0 (- x)). }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * x * y_bar + (1 - (if leb 0 (- x) then 1 else 0)) * 0) _).
  { rule_same (if_indicator (x * y_bar) 0 (leb 0 (- x))). }
  arith.
Qed.

Theorem vjp_y_s :
  is_pd (at0 s) (fun s' => y_bar * y_of x s')
  ((if leb x 0 then y_bar * x else 0)).
Proof.
  apply (is_pd_eq _ _ (y_bar * pd (at0 s) (fun s' => y_of x s')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_s_1_lemma vjp_y_s_2_if_moved).
Qed.
End vjp_y_s.

(** * JVP of y for s *)

Section jvp_y_s.

(* put in ∂y/∂s *)
Lemma jvp_y_s_1_lemma :
  pd (at0 s) (fun s' => y_of x s') * s_dot
  = (if leb x 0 then x else 0) * s_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at0 s) (fun s' => (if ltb 0 x then x else s' * x))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb 0 x then 0 else x)) _).
  { rule shared_3. }
  rule shared_4.
Qed.

(* the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma jvp_y_s_2_if_moved :
  (if leb x 0 then x else 0) * s_dot
  = (if leb x 0 then s_dot * x else 0).
Proof.
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * x * s_dot) _).
  { apply (eq_eq _ (((if leb 0 (- x) then 1 else 0) * x) * s_dot) _); [ | same ].
    refine (f_equal2 Rmult _ eq_refl).
    rule shared_5. }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * s_dot * x) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb 0 (- x) then s_dot * x else 0)) _).
  { assert (- x = 0 - x).
    { rule shared_1. }
    rule (if_moved x 0 (s_dot * x) 0 (- x)). }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * s_dot * x + (1 - (if leb 0 (- x) then 1 else 0)) * 0) _).
  { rule_same (if_indicator (s_dot * x) 0 (leb 0 (- x))). }
  arith.
Qed.

Theorem jvp_y_s :
  is_pd (at0 0) (fun t => y_of x (line0 s s_dot t))
  ((if leb x 0 then s_dot * x else 0)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 s) (fun s' => y_of x s') * s_dot) _).
  { apply (eq_eq _ (pd (at0 s) (fun s' => y_of x s') * s_dot) _).
    { refine (eq_trans (chain0_at (at0 0) s (fun s' => y_of x s') (fun t => (line0 s s_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_s_1_lemma jvp_y_s_2_if_moved).
Qed.
End jvp_y_s.
End leaky_relu_theory.

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
