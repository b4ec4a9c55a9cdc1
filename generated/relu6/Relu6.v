(* made by derive, do not edit *)
(* ReLU6

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (x : R) : R :=
  Rmin 6 (Rmax 0 x).
#[local] Hint Unfold y_of : definitions.

Section relu6_theory.
Variables (x x_dot y_bar : R).
Local Notation y := (y_of x).

(** * What several lines rest on *)

Lemma shared_1 :
  (- x < 0) ->
  0 < x.
Proof.
  intros ?.
  apply (lt_eq _ (1 * (- (- x))) _).
  { sgn. }
  symmetry.
  arith.
Qed.

Lemma shared_2 :
  (0 < x) ->
  Rmin 6 (Rmax 0 x) = Rmin 6 x.
Proof.
  intros ?.
  refine (f_equal2 Rmin eq_refl _).
  apply (eq_eq _ ((if leb x 0 then 0 else x)) _).
  { rule (max_if 0 x). }
  apply (eq_eq _ ((if ltb 0 x then x else 0)) _).
  { symmetry.
    rule (if_less 0 x x 0). }
  rule (if_true x 0 (ltb 0 x)).
Qed.

Lemma shared_3 :
  (((Rmax 0 x < 6) -> 0 <> x)) ->
  (if leb 6 (Rmax 0 x) then pd (at0 x) (fun x' => 6) else pd (at0 x) (fun x' => Rmax 0 x')) = (if leb 6 (Rmax 0 x) then 0 else (if leb x 0 then 0 else 1)).
Proof.
  intros ?.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply constant. }
  { apply (eq_eq _ ((if leb x 0 then pd (at0 x) (fun x' => 0) else pd (at0 x) (fun x' => x'))) _).
    { rule (diff_max (at0 x) (fun x' => 0) (fun x' => x')). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply variable0. } }
Qed.

Lemma shared_4 :
  (0 < x) ->
  x = Rmax 0 x.
Proof.
  intros ?.
  symmetry.
  apply (eq_eq _ ((if leb x 0 then 0 else x)) _).
  { rule (max_if 0 x). }
  apply (eq_eq _ ((if ltb 0 x then x else 0)) _).
  { symmetry.
    rule (if_less 0 x x 0). }
  rule (if_true x 0 (ltb 0 x)).
Qed.

Lemma shared_5 :
  (if leb 6 (Rmax 0 x) then 0 else (if leb x 0 then 0 else 1)) = (if andb (ltb 0 x) (ltb x 6) then 1 else 0).
Proof.
  apply (eq_eq _ ((if leb x 0 then (if leb 6 (Rmax 0 x) then 0 else (if leb x 0 then 0 else 1)) else (if leb 6 (Rmax 0 x) then 0 else (if leb x 0 then 0 else 1)))) _).
  { symmetry.
    rule (if_same (if leb 6 (Rmax 0 x) then 0 else (if leb x 0 then 0 else 1)) (leb x 0)). }
  apply (eq_eq _ ((if leb x 0 then 0 else (if ltb x 6 then 1 else 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if ltb (Rmax 0 x) 6 then (if leb x 0 then 0 else 1) else 0)) _).
      { symmetry.
        rule (if_less (Rmax 0 x) 6 (if leb x 0 then 0 else 1) 0). }
      apply (eq_eq _ ((if leb x 0 then 0 else 1)) _).
      { assert (Rmax 0 x < 6).
        { assert (x <= 0).
          { hyp. }
          apply (eq_lt _ ((if leb x 0 then 0 else x)) _).
          { rule (max_if 0 x). }
          apply (eq_lt _ (0) _).
          { rule (if_true 0 x (leb x 0)). }
          sgn. }
        rule (if_true (if leb x 0 then 0 else 1) 0 (ltb (Rmax 0 x) 6)). }
      assert (x <= 0).
      { hyp. }
      rule (if_true 0 1 (leb x 0)). }
    { apply (eq_eq _ ((if ltb x 6 then (if leb 6 (Rmax 0 x) then 0 else (if leb x 0 then 0 else 1)) else (if leb 6 (Rmax 0 x) then 0 else (if leb x 0 then 0 else 1)))) _).
      { symmetry.
        rule (if_same (if leb 6 (Rmax 0 x) then 0 else (if leb x 0 then 0 else 1)) (ltb x 6)). }
      assert (((6 <= x) -> 0 < x)).
      { intro.
        hyp. }
      assert (((x < 6) -> 0 < x)).
      { intro.
        hyp. }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ ((if ltb (Rmax 0 x) 6 then (if leb x 0 then 0 else 1) else 0)) _).
        { symmetry.
          rule (if_less (Rmax 0 x) 6 (if leb x 0 then 0 else 1) 0). }
        apply (eq_eq _ ((if leb x 0 then 0 else 1)) _).
        { assert (Rmax 0 x < 6).
          { assert (0 < x).
            { hyp. }
            apply (eq_lt _ ((if leb x 0 then 0 else x)) _).
            { rule (max_if 0 x). }
            apply (eq_lt _ ((if ltb 0 x then x else 0)) _).
            { symmetry.
              rule (if_less 0 x x 0). }
            apply (eq_lt _ (x) _).
            { rule (if_true x 0 (ltb 0 x)). }
            hyp. }
          rule (if_true (if leb x 0 then 0 else 1) 0 (ltb (Rmax 0 x) 6)). }
        apply (eq_eq _ ((if ltb 0 x then 1 else 0)) _).
        { symmetry.
          rule (if_less 0 x 1 0). }
        assert (0 < x).
        { hyp. }
        rule (if_true 1 0 (ltb 0 x)). }
      { assert (6 <= Rmax 0 x).
        { assert (0 < x).
          { hyp. }
          apply (le_eq _ (x) _).
          { hyp. }
          rule shared_4. }
        rule (if_true 0 (if leb x 0 then 0 else 1) (leb 6 (Rmax 0 x))). } } }
  apply (eq_eq _ ((if ltb 0 x then (if ltb x 6 then 1 else 0) else 0)) _).
  { symmetry.
    rule (if_less 0 x (if ltb x 6 then 1 else 0) 0). }
  symmetry.
  rule (if_and 1 0 (ltb 0 x) (ltb x 6)).
Qed.

Lemma shared_6 :
  (x <> 0) ->
  (x <> 6) ->
  pd (at0 x) (fun x' => y_of x') = (if andb (ltb 0 x) (ltb x 6) then 1 else 0).
Proof.
  intros ? ?.
  assert (((Rmax 0 x < 6) -> 0 <> x)).
  { intro.
    apply not_eq_sym.
    hyp. }
  assert (6 <> Rmax 0 x).
  { destruct (Rle_lt_dec x 0) as [?|?].
    { apply (ne_eq _ (0) _).
      { sgn. }
      symmetry.
      apply (eq_eq _ ((if leb x 0 then 0 else x)) _).
      { rule (max_if 0 x). }
      rule (if_true 0 x (leb x 0)). }
    { apply (ne_eq _ (x) _).
      { assert (x <> 6).
        { hyp. }
        apply not_eq_sym.
        hyp. }
      rule shared_4. } }
  assert (0 <> x).
  { assert (x <> 0).
    { hyp. }
    apply not_eq_sym.
    hyp. }
  apply (eq_eq _ (pd (at0 x) (fun x' => Rmin 6 (Rmax 0 x'))) _).
  { reflexivity. }
  apply (eq_eq _ ((if leb 6 (Rmax 0 x) then pd (at0 x) (fun x' => 6) else pd (at0 x) (fun x' => Rmax 0 x'))) _).
  { rule (diff_min (at0 x) (fun x' => 6) (fun x' => Rmax 0 x')). }
  apply (eq_eq _ ((if leb 6 (Rmax 0 x) then 0 else (if leb x 0 then 0 else 1))) _).
  { rule shared_3. }
  rule shared_5.
Qed.

Lemma shared_7 :
  (-6) + x = x + (-6).
Proof.
  symmetry.
  arith.
Qed.

Lemma shared_8 :
  - x = 0 - x.
Proof.
  symmetry.
  arith.
Qed.

Lemma shared_9 :
  (if andb (ltb 0 x) (ltb x 6) then 1 else 0) = 1 - (if leb 0 ((-6) + x) then 1 else 0) + (if leb 0 ((-6) + x) then 1 else 0) * (if leb 0 (- x) then 1 else 0) - (if leb 0 (- x) then 1 else 0).
Proof.
  apply (eq_eq _ ((if ltb 0 x then (if ltb x 6 then 1 else 0) else 0)) _).
  { rule (if_and 1 0 (ltb 0 x) (ltb x 6)). }
  apply (eq_eq _ ((if ltb 0 x then 1 - (if leb 0 ((-6) + x) then 1 else 0) else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if leb 6 x then 0 else 1)) _).
      { rule (if_less x 6 1 0). }
      apply (eq_eq _ ((if leb 0 ((-6) + x) then 0 else 1)) _).
      { assert ((-6) + x = x + (-6)).
        { rule shared_7. }
        rule (if_moved 6 x 0 1 ((-6) + x)). }
      apply (eq_eq _ ((if leb 0 ((-6) + x) then 1 else 0) * 0 + (1 - (if leb 0 ((-6) + x) then 1 else 0)) * 1) _).
      { rule (if_indicator 0 1 (leb 0 ((-6) + x))). }
      arith. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb x 0 then 0 else 1 - (if leb 0 ((-6) + x) then 1 else 0))) _).
  { rule (if_less 0 x (1 - (if leb 0 ((-6) + x) then 1 else 0)) 0). }
  apply (eq_eq _ ((if leb 0 (- x) then 0 else 1 - (if leb 0 ((-6) + x) then 1 else 0))) _).
  { assert (- x = 0 - x).
    { rule shared_8. }
    rule (if_moved x 0 0 (1 - (if leb 0 ((-6) + x) then 1 else 0)) (- x)). }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * 0 + (1 - (if leb 0 (- x) then 1 else 0)) * (1 - (if leb 0 ((-6) + x) then 1 else 0))) _).
  { rule (if_indicator 0 (1 - (if leb 0 ((-6) + x) then 1 else 0)) (leb 0 (- x))). }
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

(** * at-most-six *)

Section at_most_six.

(* by the signs of its parts, as x ≥ 6 and x > 0 *)
Lemma at_most_six_1_sign :
  y
  <= 6.
Proof.
  destruct (Rle_lt_dec 0 (- x)) as [?|?].
  { apply (difference_le _ _ (6 - y)).
    { reflexivity. }
    sgn. }
  { destruct (Rle_lt_dec 0 ((-6) + x)) as [?|?].
    { apply (difference_le _ _ (0)).
      { assert (6 <= x).
        { apply (difference_le _ _ (x + (-6))).
          { apply (eq_eq _ (x + (-6)) _); [ same | ].
            reflexivity. }
          sgn. }
        assert (0 < x).
        { rule shared_1. }
        apply (eq_eq _ (6 + (-6)) _).
        { refine (f_equal2 Rplus eq_refl _).
          apply (eq_eq _ (- 6) _); [ | same ].
          refine (f_equal Ropp _).
          apply (eq_eq _ (Rmin 6 (Rmax 0 x)) _).
          { reflexivity. }
          apply (eq_eq _ (Rmin 6 x) _).
          { rule shared_2. }
          apply (eq_eq _ ((if leb 6 x then 6 else x)) _).
          { rule (min_if 6 x). }
          rule (if_true 6 x (leb 6 x)). }
        arith. }
      sgn. }
    { apply (difference_le _ _ (1 * (- ((-6) + x)))).
      { assert (x < 6).
        { apply (difference_lt _ _ (1 * (- ((-6) + x)))).
          { arith. }
          sgn. }
        assert (0 < x).
        { rule shared_1. }
        apply (eq_eq _ (6 - x) _).
        { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
          apply (eq_eq _ (Rmin 6 (Rmax 0 x)) _).
          { reflexivity. }
          apply (eq_eq _ (Rmin 6 x) _).
          { rule shared_2. }
          apply (eq_eq _ ((if leb 6 x then 6 else x)) _).
          { rule (min_if 6 x). }
          apply (eq_eq _ ((if ltb x 6 then x else 6)) _).
          { symmetry.
            rule (if_less x 6 x 6). }
          rule (if_true x 6 (ltb x 6)). }
        arith. }
      sgn. } }
Qed.

Theorem at_most_six :
  y
  <= 6.
Proof.
  exact at_most_six_1_sign.
Qed.
End at_most_six.

(** * Derivative *)

Section derivative.
Hypothesis given1 : 0 <> x.
Hypothesis given2 : x <> 6.

Lemma derivative_needs_1 :
  6 <> Rmax 0 x.
Proof.
  destruct (Rle_lt_dec x 0) as [?|?].
  { apply (ne_eq _ (0) _).
    { sgn. }
    symmetry.
    apply (eq_eq _ ((if leb x 0 then 0 else x)) _).
    { rule (max_if 0 x). }
    rule (if_true 0 x (leb x 0)). }
  { apply (ne_eq _ (x) _).
    { assert (x <> 6).
      { hyp. }
      apply not_eq_sym.
      hyp. }
    symmetry.
    apply (eq_eq _ ((if leb x 0 then 0 else x)) _).
    { rule (max_if 0 x). }
    apply (eq_eq _ ((if ltb 0 x then x else 0)) _).
    { symmetry.
      rule (if_less 0 x x 0). }
    rule (if_true x 0 (ltb 0 x)). }
Qed.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of x')
  = pd (at0 x) (fun x' => Rmin 6 (Rmax 0 x')).
Proof.
  pose proof derivative_needs_1.
  reflexivity.
Qed.

Lemma derivative_needs_2 :
  ((Rmax 0 x < 6) -> 0 <> x).
Proof.
  intro.
  hyp.
Qed.

(* the smaller one varies *)
Lemma derivative_2_diff_min :
  pd (at0 x) (fun x' => Rmin 6 (Rmax 0 x'))
  = (if leb 6 (Rmax 0 x) then pd (at0 x) (fun x' => 6) else pd (at0 x) (fun x' => Rmax 0 x')).
Proof.
  pose proof derivative_needs_1.
  pose proof derivative_needs_2.
  rule (diff_min (at0 x) (fun x' => 6) (fun x' => Rmax 0 x')).
Qed.

(* the larger one varies *)
Lemma derivative_3_diff_max :
  (if leb 6 (Rmax 0 x) then pd (at0 x) (fun x' => 6) else pd (at0 x) (fun x' => Rmax 0 x'))
  = (if leb 6 (Rmax 0 x) then 0 else (if leb x 0 then 0 else 1)).
Proof.
  pose proof derivative_needs_2.
  rule shared_3.
Qed.

(* case by case *)
Lemma derivative_4_cases :
  (if leb 6 (Rmax 0 x) then 0 else (if leb x 0 then 0 else 1))
  = (if andb (ltb 0 x) (ltb x 6) then 1 else 0).
Proof.
  rule shared_5.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of x')
  ((if andb (ltb 0 x) (ltb x 6) then 1 else 0)).
Proof.
  pose proof derivative_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_min (eq_eq _ _ _ derivative_3_diff_max derivative_4_cases))).
Qed.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.
Hypothesis given1 : x <> 0.
Hypothesis given2 : x <> 6.

Lemma derivative_y_x_needs_1 :
  6 <> Rmax 0 x.
Proof.
  destruct (Rle_lt_dec x 0) as [?|?].
  { apply (ne_eq _ (0) _).
    { sgn. }
    symmetry.
    apply (eq_eq _ ((if leb x 0 then 0 else x)) _).
    { rule (max_if 0 x). }
    rule (if_true 0 x (leb x 0)). }
  { apply (ne_eq _ (x) _).
    { assert (x <> 6).
      { hyp. }
      apply not_eq_sym.
      hyp. }
    rule shared_4. }
Qed.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of x')
  = pd (at0 x) (fun x' => Rmin 6 (Rmax 0 x')).
Proof.
  pose proof derivative_y_x_needs_1.
  reflexivity.
Qed.

Lemma derivative_y_x_needs_2 :
  ((Rmax 0 x < 6) -> 0 <> x).
Proof.
  intro.
  apply not_eq_sym.
  hyp.
Qed.

(* the smaller one varies *)
Lemma derivative_y_x_2_diff_min :
  pd (at0 x) (fun x' => Rmin 6 (Rmax 0 x'))
  = (if leb 6 (Rmax 0 x) then pd (at0 x) (fun x' => 6) else pd (at0 x) (fun x' => Rmax 0 x')).
Proof.
  pose proof derivative_y_x_needs_1.
  pose proof derivative_y_x_needs_2.
  rule (diff_min (at0 x) (fun x' => 6) (fun x' => Rmax 0 x')).
Qed.

(* the larger one varies *)
Lemma derivative_y_x_3_diff_max :
  (if leb 6 (Rmax 0 x) then pd (at0 x) (fun x' => 6) else pd (at0 x) (fun x' => Rmax 0 x'))
  = (if leb 6 (Rmax 0 x) then 0 else (if leb x 0 then 0 else 1)).
Proof.
  pose proof derivative_y_x_needs_2.
  rule shared_3.
Qed.

(* case by case *)
Lemma derivative_y_x_4_cases :
  (if leb 6 (Rmax 0 x) then 0 else (if leb x 0 then 0 else 1))
  = (if andb (ltb 0 x) (ltb x 6) then 1 else 0).
Proof.
  rule shared_5.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of x')
  ((if andb (ltb 0 x) (ltb x 6) then 1 else 0)).
Proof.
  pose proof derivative_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_min (eq_eq _ _ _ derivative_y_x_3_diff_max derivative_y_x_4_cases))).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Hypothesis given1 : x <> 6.
Hypothesis given2 : x <> 0.

Lemma vjp_y_x_needs_1 :
  6 <> Rmax 0 x.
Proof.
  destruct (Rle_lt_dec x 0) as [?|?].
  { apply (ne_eq _ (0) _).
    { sgn. }
    symmetry.
    apply (eq_eq _ ((if leb x 0 then 0 else x)) _).
    { rule (max_if 0 x). }
    rule (if_true 0 x (leb x 0)). }
  { apply (ne_eq _ (x) _).
    { assert (x <> 6).
      { hyp. }
      apply not_eq_sym.
      hyp. }
    symmetry.
    apply (eq_eq _ ((if leb x 0 then 0 else x)) _).
    { rule (max_if 0 x). }
    apply (eq_eq _ ((if ltb 0 x then x else 0)) _).
    { symmetry.
      rule (if_less 0 x x 0). }
    rule (if_true x 0 (ltb 0 x)). }
Qed.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of x')
  = y_bar * (if andb (ltb 0 x) (ltb x 6) then 1 else 0).
Proof.
  pose proof vjp_y_x_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_6.
Qed.

(* one condition after the other; the branches change places; the same comparison of the difference with 0 *)
Lemma vjp_y_x_2_if_and :
  y_bar * (if andb (ltb 0 x) (ltb x 6) then 1 else 0)
  = (if andb (ltb 0 x) (ltb x 6) then y_bar else 0).
Proof.
  apply (eq_eq _ (y_bar * (1 - (if leb 0 ((-6) + x) then 1 else 0) + (if leb 0 ((-6) + x) then 1 else 0) * (if leb 0 (- x) then 1 else 0) - (if leb 0 (- x) then 1 else 0))) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule shared_9. }
  apply (eq_eq _ ((if leb 0 ((-6) + x) then 1 else 0) * (if leb 0 (- x) then 1 else 0) * y_bar - (if leb 0 ((-6) + x) then 1 else 0) * y_bar - (if leb 0 (- x) then 1 else 0) * y_bar + y_bar) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if ltb 0 x then (if ltb x 6 then y_bar else 0) else 0)) _).
  { rule (if_and y_bar 0 (ltb 0 x) (ltb x 6)). }
  apply (eq_eq _ ((if ltb 0 x then - ((if leb 0 ((-6) + x) then 1 else 0) * y_bar) + y_bar else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if leb 6 x then 0 else y_bar)) _).
      { rule (if_less x 6 y_bar 0). }
      apply (eq_eq _ ((if leb 0 ((-6) + x) then 0 else y_bar)) _).
      { assert ((-6) + x = x + (-6)).
        { rule shared_7. }
        rule (if_moved 6 x 0 y_bar ((-6) + x)). }
      apply (eq_eq _ ((if leb 0 ((-6) + x) then 1 else 0) * 0 + (1 - (if leb 0 ((-6) + x) then 1 else 0)) * y_bar) _).
      { rule (if_indicator 0 y_bar (leb 0 ((-6) + x))). }
      arith. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb x 0 then 0 else - ((if leb 0 ((-6) + x) then 1 else 0) * y_bar) + y_bar)) _).
  { rule (if_less 0 x (- ((if leb 0 ((-6) + x) then 1 else 0) * y_bar) + y_bar) 0). }
  apply (eq_eq _ ((if leb 0 (- x) then 0 else - ((if leb 0 ((-6) + x) then 1 else 0) * y_bar) + y_bar)) _).
  { assert (- x = 0 - x).
    { rule shared_8. }
    rule (if_moved x 0 0 (- ((if leb 0 ((-6) + x) then 1 else 0) * y_bar) + y_bar) (- x)). }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * 0 + (1 - (if leb 0 (- x) then 1 else 0)) * (- ((if leb 0 ((-6) + x) then 1 else 0) * y_bar) + y_bar)) _).
  { rule (if_indicator 0 (- ((if leb 0 ((-6) + x) then 1 else 0) * y_bar) + y_bar) (leb 0 (- x))). }
  arith.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of x')
  ((if andb (ltb 0 x) (ltb x 6) then y_bar else 0)).
Proof.
  pose proof vjp_y_x_needs_1.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of x')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma vjp_y_x_2_if_and).
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Hypothesis given1 : x <> 6.
Hypothesis given2 : x <> 0.

Lemma jvp_y_x_needs_1 :
  6 <> Rmax 0 x.
Proof.
  destruct (Rle_lt_dec x 0) as [?|?].
  { apply (ne_eq _ (0) _).
    { sgn. }
    symmetry.
    apply (eq_eq _ ((if leb x 0 then 0 else x)) _).
    { rule (max_if 0 x). }
    rule (if_true 0 x (leb x 0)). }
  { apply (ne_eq _ (x) _).
    { assert (x <> 6).
      { hyp. }
      apply not_eq_sym.
      hyp. }
    symmetry.
    apply (eq_eq _ ((if leb x 0 then 0 else x)) _).
    { rule (max_if 0 x). }
    apply (eq_eq _ ((if ltb 0 x then x else 0)) _).
    { symmetry.
      rule (if_less 0 x x 0). }
    rule (if_true x 0 (ltb 0 x)). }
Qed.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of x') * x_dot
  = (if andb (ltb 0 x) (ltb x 6) then 1 else 0) * x_dot.
Proof.
  pose proof jvp_y_x_needs_1.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_6.
Qed.

(* one condition after the other; the branches change places; the same comparison of the difference with 0 *)
Lemma jvp_y_x_2_if_and :
  (if andb (ltb 0 x) (ltb x 6) then 1 else 0) * x_dot
  = (if andb (ltb 0 x) (ltb x 6) then x_dot else 0).
Proof.
  apply (eq_eq _ ((1 - (if leb 0 ((-6) + x) then 1 else 0) + (if leb 0 ((-6) + x) then 1 else 0) * (if leb 0 (- x) then 1 else 0) - (if leb 0 (- x) then 1 else 0)) * x_dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    rule shared_9. }
  apply (eq_eq _ ((if leb 0 ((-6) + x) then 1 else 0) * (if leb 0 (- x) then 1 else 0) * x_dot - (if leb 0 ((-6) + x) then 1 else 0) * x_dot - (if leb 0 (- x) then 1 else 0) * x_dot + x_dot) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if ltb 0 x then (if ltb x 6 then x_dot else 0) else 0)) _).
  { rule (if_and x_dot 0 (ltb 0 x) (ltb x 6)). }
  apply (eq_eq _ ((if ltb 0 x then - ((if leb 0 ((-6) + x) then 1 else 0) * x_dot) + x_dot else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if leb 6 x then 0 else x_dot)) _).
      { rule (if_less x 6 x_dot 0). }
      apply (eq_eq _ ((if leb 0 ((-6) + x) then 0 else x_dot)) _).
      { assert ((-6) + x = x + (-6)).
        { rule shared_7. }
        rule (if_moved 6 x 0 x_dot ((-6) + x)). }
      apply (eq_eq _ ((if leb 0 ((-6) + x) then 1 else 0) * 0 + (1 - (if leb 0 ((-6) + x) then 1 else 0)) * x_dot) _).
      { rule (if_indicator 0 x_dot (leb 0 ((-6) + x))). }
      arith. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb x 0 then 0 else - ((if leb 0 ((-6) + x) then 1 else 0) * x_dot) + x_dot)) _).
  { rule (if_less 0 x (- ((if leb 0 ((-6) + x) then 1 else 0) * x_dot) + x_dot) 0). }
  apply (eq_eq _ ((if leb 0 (- x) then 0 else - ((if leb 0 ((-6) + x) then 1 else 0) * x_dot) + x_dot)) _).
  { assert (- x = 0 - x).
    { rule shared_8. }
    rule (if_moved x 0 0 (- ((if leb 0 ((-6) + x) then 1 else 0) * x_dot) + x_dot) (- x)). }
  apply (eq_eq _ ((if leb 0 (- x) then 1 else 0) * 0 + (1 - (if leb 0 (- x) then 1 else 0)) * (- ((if leb 0 ((-6) + x) then 1 else 0) * x_dot) + x_dot)) _).
  { rule (if_indicator 0 (- ((if leb 0 ((-6) + x) then 1 else 0) * x_dot) + x_dot) (leb 0 (- x))). }
  arith.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of (line0 x x_dot t))
  ((if andb (ltb 0 x) (ltb x 6) then x_dot else 0)).
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
  exact (eq_eq _ _ _ jvp_y_x_1_lemma jvp_y_x_2_if_and).
Qed.
End jvp_y_x.
End relu6_theory.

(* the hypotheses of derivative can be met *)
Lemma derivative_possible :
  exists (x : R),
  (0 <> x) /\ (x <> 6).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of derivative_y_x can be met *)
Lemma derivative_y_x_possible :
  exists (x : R),
  (x <> 0) /\ (x <> 6).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of vjp_y_x can be met *)
Lemma vjp_y_x_possible :
  exists (x : R),
  (x <> 6) /\ (x <> 0).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of jvp_y_x can be met *)
Lemma jvp_y_x_possible :
  exists (x : R),
  (x <> 6) /\ (x <> 0).
Proof.
  exists (1).
  witness.
Qed.
