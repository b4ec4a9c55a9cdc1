(* made by derive, do not edit *)
(* Hard sigmoid

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (x : R) : R :=
  Rmin 1 (Rmax 0 (x / 6 + (1 / 2))).
#[local] Hint Unfold y_of : definitions.

Section hardsigmoid_theory.
Variables (x x_dot y_bar : R).
Local Notation y := (y_of x).

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

(** * at-most-one *)

Section at_most_one.

(* by the signs of its parts, as 0 < 1 and 1/2 + 1/6·x ≤ 0 *)
Lemma at_most_one_1_sign :
  y
  <= 1.
Proof.
  destruct (Rle_lt_dec 0 ((-3) - x)) as [?|?].
  { apply (difference_le _ _ (1)).
    { assert (0 < 1).
      { sgn. }
      assert ((1 / 2) + (1 / 6) * x <= 0).
      { apply (eq_le _ (- ((1 / 6) * ((-3) - x))) _).
        { arith. }
        sgn. }
      apply (eq_eq _ (1 + 0) _).
      { refine (f_equal2 Rplus eq_refl _).
        apply (eq_eq _ (- 0) _); [ | same ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (Rmin 1 (Rmax 0 (x / 6 + (1 / 2)))) _).
        { reflexivity. }
        apply (eq_eq _ (Rmin 1 0) _).
        { refine (f_equal2 Rmin eq_refl _).
          apply (eq_eq _ (Rmax 0 ((1 / 2) + (1 / 6) * x)) _).
          { refine (f_equal2 Rmax eq_refl _).
            arith. }
          apply (eq_eq _ ((if leb ((1 / 2) + (1 / 6) * x) 0 then 0 else (1 / 2) + (1 / 6) * x)) _).
          { rule (max_if 0 ((1 / 2) + (1 / 6) * x)). }
          rule (if_true 0 ((1 / 2) + (1 / 6) * x) (leb ((1 / 2) + (1 / 6) * x) 0)). }
        apply (eq_eq _ ((if leb 1 0 then 1 else 0)) _).
        { rule (min_if 1 0). }
        apply (eq_eq _ ((if ltb 0 1 then 0 else 1)) _).
        { symmetry.
          rule (if_less 0 1 0 1). }
        rule (if_true 0 1 (ltb 0 1)). }
      arith. }
    sgn. }
  { destruct (Rle_lt_dec 0 ((-3) + x)) as [?|?].
    { apply (difference_le _ _ (0)).
      { assert (1 <= (1 / 2) + (1 / 6) * x).
        { apply (difference_le _ _ ((1 / 6) * ((-3) + x))).
          { apply (eq_eq _ ((1 / 2) + (1 / 6) * x + (-1)) _); [ same | ].
            arith. }
          sgn. }
        assert (0 < (1 / 2) + (1 / 6) * x).
        { apply (lt_eq _ ((1 / 6) * (- ((-3) - x))) _).
          { sgn. }
          symmetry.
          arith. }
        apply (eq_eq _ (1 + (-1)) _).
        { refine (f_equal2 Rplus eq_refl _).
          apply (eq_eq _ (- 1) _); [ | same ].
          refine (f_equal Ropp _).
          apply (eq_eq _ (Rmin 1 (Rmax 0 (x / 6 + (1 / 2)))) _).
          { reflexivity. }
          apply (eq_eq _ (Rmin 1 ((1 / 2) + (1 / 6) * x)) _).
          { refine (f_equal2 Rmin eq_refl _).
            apply (eq_eq _ (Rmax 0 ((1 / 2) + (1 / 6) * x)) _).
            { refine (f_equal2 Rmax eq_refl _).
              arith. }
            apply (eq_eq _ ((if leb ((1 / 2) + (1 / 6) * x) 0 then 0 else (1 / 2) + (1 / 6) * x)) _).
            { rule (max_if 0 ((1 / 2) + (1 / 6) * x)). }
            apply (eq_eq _ ((if ltb 0 ((1 / 2) + (1 / 6) * x) then (1 / 2) + (1 / 6) * x else 0)) _).
            { symmetry.
              rule (if_less 0 ((1 / 2) + (1 / 6) * x) ((1 / 2) + (1 / 6) * x) 0). }
            rule (if_true ((1 / 2) + (1 / 6) * x) 0 (ltb 0 ((1 / 2) + (1 / 6) * x))). }
          apply (eq_eq _ ((if leb 1 ((1 / 2) + (1 / 6) * x) then 1 else (1 / 2) + (1 / 6) * x)) _).
          { rule (min_if 1 ((1 / 2) + (1 / 6) * x)). }
          rule (if_true 1 ((1 / 2) + (1 / 6) * x) (leb 1 ((1 / 2) + (1 / 6) * x))). }
        arith. }
      sgn. }
    { apply (difference_le _ _ ((1 / 6) * (- ((-3) + x)))).
      { assert ((1 / 2) + (1 / 6) * x < 1).
        { apply (difference_lt _ _ ((1 / 6) * (- ((-3) + x)))).
          { arith. }
          sgn. }
        assert (0 < (1 / 2) + (1 / 6) * x).
        { apply (lt_eq _ ((1 / 6) * (- ((-3) - x))) _).
          { sgn. }
          symmetry.
          arith. }
        apply (eq_eq _ (1 - ((1 / 2) + (1 / 6) * x)) _).
        { refine (f_equal2 Rplus eq_refl _).
          refine (f_equal Ropp _).
          apply (eq_eq _ (Rmin 1 (Rmax 0 (x / 6 + (1 / 2)))) _).
          { reflexivity. }
          apply (eq_eq _ (Rmin 1 ((1 / 2) + (1 / 6) * x)) _).
          { refine (f_equal2 Rmin eq_refl _).
            apply (eq_eq _ (Rmax 0 ((1 / 2) + (1 / 6) * x)) _).
            { refine (f_equal2 Rmax eq_refl _).
              arith. }
            apply (eq_eq _ ((if leb ((1 / 2) + (1 / 6) * x) 0 then 0 else (1 / 2) + (1 / 6) * x)) _).
            { rule (max_if 0 ((1 / 2) + (1 / 6) * x)). }
            apply (eq_eq _ ((if ltb 0 ((1 / 2) + (1 / 6) * x) then (1 / 2) + (1 / 6) * x else 0)) _).
            { symmetry.
              rule (if_less 0 ((1 / 2) + (1 / 6) * x) ((1 / 2) + (1 / 6) * x) 0). }
            rule (if_true ((1 / 2) + (1 / 6) * x) 0 (ltb 0 ((1 / 2) + (1 / 6) * x))). }
          apply (eq_eq _ ((if leb 1 ((1 / 2) + (1 / 6) * x) then 1 else (1 / 2) + (1 / 6) * x)) _).
          { rule (min_if 1 ((1 / 2) + (1 / 6) * x)). }
          apply (eq_eq _ ((if ltb ((1 / 2) + (1 / 6) * x) 1 then (1 / 2) + (1 / 6) * x else 1)) _).
          { symmetry.
            rule (if_less ((1 / 2) + (1 / 6) * x) 1 ((1 / 2) + (1 / 6) * x) 1). }
          rule (if_true ((1 / 2) + (1 / 6) * x) 1 (ltb ((1 / 2) + (1 / 6) * x) 1)). }
        apply (eq_eq _ ((1 / 2) - (1 / 6) * x) _).
        { arith. }
        arith. }
      sgn. } }
Qed.

Theorem at_most_one :
  y
  <= 1.
Proof.
  exact at_most_one_1_sign.
Qed.
End at_most_one.

(** * Derivative *)

Section derivative.
Hypothesis given1 : x <> (-3).
Hypothesis given2 : x <> 3.

Lemma derivative_needs_1 :
  0 <> x / 6 + (1 / 2).
Proof.
  apply not_eq_sym.
  apply (eq_ne _ ((-1 / 6) * ((-3) - x)) _).
  { arith. }
  sgn.
Qed.

Lemma derivative_needs_2 :
  1 <> Rmax 0 (x / 6 + (1 / 2)).
Proof.
  destruct (Rle_lt_dec 0 ((-3) - x)) as [?|?].
  { apply (difference_ne _ _ ((-1))).
    { apply (eq_eq _ (Rmax 0 (x / 6 + (1 / 2)) + (-1)) _); [ same | ].
      assert ((1 / 2) + (1 / 6) * x <= 0).
      { apply (eq_le _ (- ((1 / 6) * ((-3) - x))) _).
        { arith. }
        sgn. }
      apply (eq_eq _ (0 + (-1)) _).
      { refine (f_equal2 Rplus _ eq_refl).
        apply (eq_eq _ (Rmax 0 ((1 / 2) + (1 / 6) * x)) _).
        { refine (f_equal2 Rmax eq_refl _).
          arith. }
        apply (eq_eq _ ((if leb ((1 / 2) + (1 / 6) * x) 0 then 0 else (1 / 2) + (1 / 6) * x)) _).
        { rule (max_if 0 ((1 / 2) + (1 / 6) * x)). }
        rule (if_true 0 ((1 / 2) + (1 / 6) * x) (leb ((1 / 2) + (1 / 6) * x) 0)). }
      arith. }
    sgn. }
  { apply (difference_ne _ _ ((-1 / 6) * (3 - x))).
    { apply (eq_eq _ (Rmax 0 (x / 6 + (1 / 2)) + (-1)) _); [ same | ].
      assert (0 < (1 / 2) + (1 / 6) * x).
      { apply (lt_eq _ ((1 / 6) * (- ((-3) - x))) _).
        { sgn. }
        symmetry.
        arith. }
      apply (eq_eq _ ((1 / 2) + (1 / 6) * x + (-1)) _).
      { apply (eq_eq _ (((1 / 2) + (1 / 6) * x) + (-1)) _); [ | same ].
        refine (f_equal2 Rplus _ eq_refl).
        apply (eq_eq _ (Rmax 0 ((1 / 2) + (1 / 6) * x)) _).
        { refine (f_equal2 Rmax eq_refl _).
          arith. }
        apply (eq_eq _ ((if leb ((1 / 2) + (1 / 6) * x) 0 then 0 else (1 / 2) + (1 / 6) * x)) _).
        { rule (max_if 0 ((1 / 2) + (1 / 6) * x)). }
        apply (eq_eq _ ((if ltb 0 ((1 / 2) + (1 / 6) * x) then (1 / 2) + (1 / 6) * x else 0)) _).
        { symmetry.
          rule (if_less 0 ((1 / 2) + (1 / 6) * x) ((1 / 2) + (1 / 6) * x) 0). }
        rule (if_true ((1 / 2) + (1 / 6) * x) 0 (ltb 0 ((1 / 2) + (1 / 6) * x))). }
      apply (eq_eq _ ((-1 / 2) + (1 / 6) * x) _).
      { arith. }
      arith. }
    sgn. }
Qed.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of x')
  = pd (at0 x) (fun x' => Rmin 1 (Rmax 0 (x' / 6 + (1 / 2)))).
Proof.
  pose proof derivative_needs_1.
  pose proof derivative_needs_2.
  apply pd_ext.
  intros x'; cbv beta.
  reflexivity.
Qed.

Lemma derivative_needs_3 :
  ((Rmax 0 (x / 6 + (1 / 2)) < 1) -> 0 <> x / 6 + (1 / 2)).
Proof.
  pose proof derivative_needs_1.
  intro.
  hyp.
Qed.

(* the smaller one varies *)
Lemma derivative_2_diff_min :
  pd (at0 x) (fun x' => Rmin 1 (Rmax 0 (x' / 6 + (1 / 2))))
  = (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then pd (at0 x) (fun x' => 1) else pd (at0 x) (fun x' => Rmax 0 (x' / 6 + (1 / 2)))).
Proof.
  pose proof derivative_needs_1.
  pose proof derivative_needs_2.
  pose proof derivative_needs_3.
  rule (diff_min (at0 x) (fun x' => 1) (fun x' => Rmax 0 (x' / 6 + (1 / 2)))).
Qed.

(* the larger one varies; a constant factor stays in front *)
Lemma derivative_3_diff_max :
  (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then pd (at0 x) (fun x' => 1) else pd (at0 x) (fun x' => Rmax 0 (x' / 6 + (1 / 2))))
  = (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))).
Proof.
  pose proof derivative_needs_3.
  apply (eq_eq _ ((if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6) + 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then pd (at0 x) (fun x' => 0) else pd (at0 x) (fun x' => x' / 6 + (1 / 2)))) _).
      { rule (diff_max (at0 x) (fun x' => 0) (fun x' => x' / 6 + (1 / 2))). }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply constant. }
      { apply (eq_eq _ (pd (at0 x) (fun x' => x' / 6) + pd (at0 x) (fun x' => (1 / 2))) _).
        { rule (diff_add (at0 x) (fun x' => x' / 6) (fun x' => (1 / 2))). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (pd (at0 x) (fun x' => (1 / 6) * x')) _).
          { apply pd_ext.
            intros x'; cbv beta.
            arith. }
          apply (eq_eq _ (pd (at0 x) (fun x' => (1 / 6) * x')) _).
          { apply pd_ext.
            intros x'; cbv beta.
            same. }
          apply (eq_eq _ ((1 / 6) * pd (at0 x) (fun x' => x')) _).
          { assert (pd (at0 x) (fun x' => (1 / 6)) = 0).
            { apply constant. }
            rule (diff_scale (at0 x) (fun x' => (1 / 6)) (fun x' => x')). }
          apply (eq_eq _ (pd (at0 x) (fun x' => x') / 6) _).
          { arith. }
          apply (eq_eq _ (1 / 6) _); [ | same ].
          refine (f_equal2 Rdiv _ eq_refl).
          apply variable0. }
        apply constant. } } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
Qed.

(* both sides of the comparison times a positive number; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma derivative_4_if_scaled :
  (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)))
  = (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0).
Proof.
  assert (0 < 6).
  { sgn. }
  assert (0 < 2).
  { sgn. }
  assert (((Rmax 0 (x / 6 + (1 / 2)) < 1) -> 0 < 6)).
  { intro.
    sgn. }
  apply (eq_eq _ ((if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { apply (eq_eq _ ((if leb (6 * (x / 6 + (1 / 2))) (6 * 0) then 0 else (1 / 6))) _).
      { rule (if_scaled (x / 6 + (1 / 2)) 0 0 (1 / 6) 6). }
      apply (eq_eq _ ((if leb 0 ((-3) - x) then 0 else (1 / 6))) _).
      { assert ((-3) - x = 6 * 0 - 6 * (x / 6 + (1 / 2))).
        { apply (eq_eq _ (((-1 / 2) - (1 / 6) * x) / (1 / 6)) _).
          { arith. }
          apply (eq_eq _ ((0 - (x / 6 + (1 / 2))) / (1 / 6)) _).
          { refine (f_equal2 Rdiv _ eq_refl).
            symmetry.
            arith. }
          arith. }
        rule (if_moved (6 * (x / 6 + (1 / 2))) (6 * 0) 0 (1 / 6) ((-3) - x)). }
      apply (eq_eq _ ((if leb 0 ((-3) - x) then 1 else 0) * 0 + (1 - (if leb 0 ((-3) - x) then 1 else 0)) * (1 / 6)) _).
      { rule (if_indicator 0 (1 / 6) (leb 0 ((-3) - x))). }
      arith. } }
  apply (eq_eq _ ((if leb (2 * 1) (2 * Rmax 0 (x / 6 + (1 / 2))) then 0 else (1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
  { rule (if_scaled 1 (Rmax 0 (x / 6 + (1 / 2))) 0 ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0)) 2). }
  apply (eq_eq _ ((if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 0 else (1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
  { assert ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x = 2 * Rmax 0 (x / 6 + (1 / 2)) - 2 * 1).
    { apply (eq_eq _ (((-1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x) / (1 / 2)) _).
      { arith. }
      apply (eq_eq _ ((Rmax 0 (x / 6 + (1 / 2)) + (-1)) / (1 / 2)) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        symmetry.
        apply (eq_eq _ ((1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x + (-1)) _).
        { apply (eq_eq _ (((1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x) + (-1)) _); [ | same ].
          refine (f_equal2 Rplus _ eq_refl).
          apply (eq_eq _ (Rmax 0 ((1 / 2) + (1 / 6) * x)) _).
          { refine (f_equal2 Rmax eq_refl _).
            arith. }
          apply (eq_eq _ ((if leb ((1 / 2) + (1 / 6) * x) 0 then 0 else (1 / 2) + (1 / 6) * x)) _).
          { rule (max_if 0 ((1 / 2) + (1 / 6) * x)). }
          apply (eq_eq _ ((if leb (6 * ((1 / 2) + (1 / 6) * x)) (6 * 0) then 0 else (1 / 2) + (1 / 6) * x)) _).
          { rule (if_scaled ((1 / 2) + (1 / 6) * x) 0 0 ((1 / 2) + (1 / 6) * x) 6). }
          apply (eq_eq _ ((if leb 0 ((-3) - x) then 0 else (1 / 2) + (1 / 6) * x)) _).
          { assert ((-3) - x = 6 * 0 - 6 * ((1 / 2) + (1 / 6) * x)).
            { apply (eq_eq _ (((-1 / 2) - (1 / 6) * x) / (1 / 6)) _).
              { arith. }
              apply (eq_eq _ ((0 - ((1 / 2) + (1 / 6) * x)) / (1 / 6)) _).
              { refine (f_equal2 Rdiv _ eq_refl).
                symmetry.
                arith. }
              arith. }
            rule (if_moved (6 * ((1 / 2) + (1 / 6) * x)) (6 * 0) 0 ((1 / 2) + (1 / 6) * x) ((-3) - x)). }
          apply (eq_eq _ ((if leb 0 ((-3) - x) then 1 else 0) * 0 + (1 - (if leb 0 ((-3) - x) then 1 else 0)) * ((1 / 2) + (1 / 6) * x)) _).
          { rule (if_indicator 0 ((1 / 2) + (1 / 6) * x) (leb 0 ((-3) - x))). }
          arith. }
        arith. }
      arith. }
    rule (if_moved (2 * 1) (2 * Rmax 0 (x / 6 + (1 / 2))) 0 ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0)) ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x)). }
  apply (eq_eq _ ((if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) * 0 + (1 - (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0)) * ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
  { rule (if_indicator 0 ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0)) (leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x))). }
  apply (eq_eq _ ((1 / 6) - (1 / 6) * (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) + (1 / 6) * (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0)) _).
  { arith. }
  apply (eq_eq _ ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) + (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * (if leb 0 ((-3) + x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) + x) then 1 else 0)) _).
  { destruct (Rle_lt_dec 0 ((-3) - x)) as [?|?].
    { assert ((-3) + x < 0).
      { apply (eq_lt _ (- (1 * ((-3) - x) + 6)) _).
        { arith. }
        sgn. }
      assert ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x < 0).
      { apply (eq_lt _ ((-1) + (-1) - (1 / 3) * 1 * x + (1 / 3) * x) _).
        { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus eq_refl _) _) eq_refl).
          { apply (eq_eq _ (- 1) _); [ | same ].
            refine (f_equal Ropp _).
            rule (if_true 1 0 (leb 0 ((-3) - x))). }
          refine (f_equal Ropp _).
          refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
          rule (if_true 1 0 (leb 0 ((-3) - x))). }
        apply (eq_lt _ ((-2)) _).
        { arith. }
        sgn. }
      apply (eq_eq _ ((1 / 6) - (1 / 6) * 0 + (1 / 6) * 0 * 1 - (1 / 6) * 1) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus eq_refl _) _) _).
        { refine (f_equal Ropp _).
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ ((if ltb ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) 0 0 1). }
          rule (if_true 0 1 (ltb ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) 0)). }
        { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
          { apply (eq_eq _ ((if ltb ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) 0 then 0 else 1)) _).
            { symmetry.
              rule (if_less ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) 0 0 1). }
            rule (if_true 0 1 (ltb ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) 0)). }
          rule (if_true 1 0 (leb 0 ((-3) - x))). }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult eq_refl _).
        rule (if_true 1 0 (leb 0 ((-3) - x))). }
      apply (eq_eq _ (0) _).
      { arith. }
      symmetry.
      apply (eq_eq _ ((1 / 6) - (1 / 6) * 1 + (1 / 6) * 1 * 0 - (1 / 6) * 0) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus eq_refl _) _) _).
        { refine (f_equal Ropp _).
          refine (f_equal2 Rmult eq_refl _).
          rule (if_true 1 0 (leb 0 ((-3) - x))). }
        { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
          { rule (if_true 1 0 (leb 0 ((-3) - x))). }
          apply (eq_eq _ ((if ltb ((-3) + x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less ((-3) + x) 0 0 1). }
          rule (if_true 0 1 (ltb ((-3) + x) 0)). }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if ltb ((-3) + x) 0 then 0 else 1)) _).
        { symmetry.
          rule (if_less ((-3) + x) 0 0 1). }
        rule (if_true 0 1 (ltb ((-3) + x) 0)). }
      arith. }
    { assert (0 < 3).
      { sgn. }
      apply (eq_eq _ ((1 / 6) - (1 / 6) * (if leb 0 ((-3) + x) then 1 else 0) + (1 / 6) * (if leb 0 ((-3) + x) then 1 else 0) * 0 - (1 / 6) * 0) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus eq_refl _) _) _).
        { refine (f_equal Ropp _).
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ ((if leb (3 * 0) (3 * ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x)) then 1 else 0)) _).
          { rule (if_scaled 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) 1 0 3). }
          assert ((-3) + x = 3 * ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) - 3 * 0).
          { apply (eq_eq _ (((-1) + (1 / 3) * x) / (1 / 3)) _).
            { arith. }
            apply (eq_eq _ (((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x + 0) / (1 / 3)) _).
            { refine (f_equal2 Rdiv _ eq_refl).
              symmetry.
              apply (eq_eq _ ((-1) + 0 - (1 / 3) * 0 * x + (1 / 3) * x + 0) _).
              { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus eq_refl _) _) eq_refl) eq_refl).
                { apply (eq_eq _ (- 0) _); [ | same ].
                  refine (f_equal Ropp _).
                  apply (eq_eq _ ((if ltb ((-3) - x) 0 then 0 else 1)) _).
                  { symmetry.
                    rule (if_less ((-3) - x) 0 0 1). }
                  rule (if_true 0 1 (ltb ((-3) - x) 0)). }
                refine (f_equal Ropp _).
                refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
                apply (eq_eq _ ((if ltb ((-3) - x) 0 then 0 else 1)) _).
                { symmetry.
                  rule (if_less ((-3) - x) 0 0 1). }
                rule (if_true 0 1 (ltb ((-3) - x) 0)). }
              arith. }
            arith. }
          rule (if_moved (3 * 0) (3 * ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x)) 1 0 ((-3) + x)). }
        { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
          { apply (eq_eq _ ((if leb (3 * 0) (3 * ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x)) then 1 else 0)) _).
            { rule (if_scaled 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) 1 0 3). }
            assert ((-3) + x = 3 * ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) - 3 * 0).
            { apply (eq_eq _ (((-1) + (1 / 3) * x) / (1 / 3)) _).
              { arith. }
              apply (eq_eq _ (((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x + 0) / (1 / 3)) _).
              { refine (f_equal2 Rdiv _ eq_refl).
                symmetry.
                apply (eq_eq _ ((-1) + 0 - (1 / 3) * 0 * x + (1 / 3) * x + 0) _).
                { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus eq_refl _) _) eq_refl) eq_refl).
                  { apply (eq_eq _ (- 0) _); [ | same ].
                    refine (f_equal Ropp _).
                    apply (eq_eq _ ((if ltb ((-3) - x) 0 then 0 else 1)) _).
                    { symmetry.
                      rule (if_less ((-3) - x) 0 0 1). }
                    rule (if_true 0 1 (ltb ((-3) - x) 0)). }
                  refine (f_equal Ropp _).
                  refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
                  apply (eq_eq _ ((if ltb ((-3) - x) 0 then 0 else 1)) _).
                  { symmetry.
                    rule (if_less ((-3) - x) 0 0 1). }
                  rule (if_true 0 1 (ltb ((-3) - x) 0)). }
                arith. }
              arith. }
            rule (if_moved (3 * 0) (3 * ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x)) 1 0 ((-3) + x)). }
          apply (eq_eq _ ((if ltb ((-3) - x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less ((-3) - x) 0 0 1). }
          rule (if_true 0 1 (ltb ((-3) - x) 0)). }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if ltb ((-3) - x) 0 then 0 else 1)) _).
        { symmetry.
          rule (if_less ((-3) - x) 0 0 1). }
        rule (if_true 0 1 (ltb ((-3) - x) 0)). }
      apply (eq_eq _ ((1 / 6) - (1 / 6) * (if leb 0 ((-3) + x) then 1 else 0)) _).
      { arith. }
      symmetry.
      apply (eq_eq _ ((1 / 6) - (1 / 6) * 0 + (1 / 6) * 0 * (if leb 0 ((-3) + x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) + x) then 1 else 0)) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus eq_refl _) _) eq_refl).
        { refine (f_equal Ropp _).
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ ((if ltb ((-3) - x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less ((-3) - x) 0 0 1). }
          rule (if_true 0 1 (ltb ((-3) - x) 0)). }
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
        apply (eq_eq _ ((if ltb ((-3) - x) 0 then 0 else 1)) _).
        { symmetry.
          rule (if_less ((-3) - x) 0 0 1). }
        rule (if_true 0 1 (ltb ((-3) - x) 0)). }
      arith. } }
  symmetry.
  apply (eq_eq _ ((if ltb (-3) x then (if ltb x 3 then (1 / 6) else 0) else 0)) _).
  { rule (if_and (1 / 6) 0 (ltb (-3) x) (ltb x 3)). }
  apply (eq_eq _ ((if ltb (-3) x then (1 / 6) - (1 / 6) * (if leb 0 ((-3) + x) then 1 else 0) else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if leb 3 x then 0 else (1 / 6))) _).
      { rule (if_less x 3 (1 / 6) 0). }
      apply (eq_eq _ ((if leb 0 ((-3) + x) then 0 else (1 / 6))) _).
      { assert ((-3) + x = x + (-3)).
        { symmetry.
          arith. }
        rule (if_moved 3 x 0 (1 / 6) ((-3) + x)). }
      apply (eq_eq _ ((if leb 0 ((-3) + x) then 1 else 0) * 0 + (1 - (if leb 0 ((-3) + x) then 1 else 0)) * (1 / 6)) _).
      { rule (if_indicator 0 (1 / 6) (leb 0 ((-3) + x))). }
      arith. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb x (-3) then 0 else (1 / 6) - (1 / 6) * (if leb 0 ((-3) + x) then 1 else 0))) _).
  { rule (if_less (-3) x ((1 / 6) - (1 / 6) * (if leb 0 ((-3) + x) then 1 else 0)) 0). }
  apply (eq_eq _ ((if leb 0 ((-3) - x) then 0 else (1 / 6) - (1 / 6) * (if leb 0 ((-3) + x) then 1 else 0))) _).
  { assert ((-3) - x = (-3) - x).
    { symmetry.
      same. }
    rule (if_moved x (-3) 0 ((1 / 6) - (1 / 6) * (if leb 0 ((-3) + x) then 1 else 0)) ((-3) - x)). }
  apply (eq_eq _ ((if leb 0 ((-3) - x) then 1 else 0) * 0 + (1 - (if leb 0 ((-3) - x) then 1 else 0)) * ((1 / 6) - (1 / 6) * (if leb 0 ((-3) + x) then 1 else 0))) _).
  { rule (if_indicator 0 ((1 / 6) - (1 / 6) * (if leb 0 ((-3) + x) then 1 else 0)) (leb 0 ((-3) - x))). }
  arith.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of x')
  ((if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0)).
Proof.
  pose proof derivative_needs_1.
  pose proof derivative_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_min (eq_eq _ _ _ derivative_3_diff_max derivative_4_if_scaled))).
Qed.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.
Hypothesis given1 : 0 <> x / 6 + (1 / 2).
Hypothesis given2 : 1 <> Rmax 0 (x / 6 + (1 / 2)).

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of x')
  = pd (at0 x) (fun x' => Rmin 1 (Rmax 0 (x' / 6 + (1 / 2)))).
Proof.
  apply pd_ext.
  intros x'; cbv beta.
  reflexivity.
Qed.

Lemma derivative_y_x_needs_1 :
  ((Rmax 0 (x / 6 + (1 / 2)) < 1) -> 0 <> x / 6 + (1 / 2)).
Proof.
  intro.
  hyp.
Qed.

(* the smaller one varies *)
Lemma derivative_y_x_2_diff_min :
  pd (at0 x) (fun x' => Rmin 1 (Rmax 0 (x' / 6 + (1 / 2))))
  = (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then pd (at0 x) (fun x' => 1) else pd (at0 x) (fun x' => Rmax 0 (x' / 6 + (1 / 2)))).
Proof.
  pose proof derivative_y_x_needs_1.
  rule (diff_min (at0 x) (fun x' => 1) (fun x' => Rmax 0 (x' / 6 + (1 / 2)))).
Qed.

(* the larger one varies; a constant factor stays in front *)
Lemma derivative_y_x_3_diff_max :
  (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then pd (at0 x) (fun x' => 1) else pd (at0 x) (fun x' => Rmax 0 (x' / 6 + (1 / 2))))
  = (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))).
Proof.
  pose proof derivative_y_x_needs_1.
  apply (eq_eq _ ((if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6) + 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then pd (at0 x) (fun x' => 0) else pd (at0 x) (fun x' => x' / 6 + (1 / 2)))) _).
      { rule (diff_max (at0 x) (fun x' => 0) (fun x' => x' / 6 + (1 / 2))). }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply constant. }
      { apply (eq_eq _ (pd (at0 x) (fun x' => x' / 6) + pd (at0 x) (fun x' => (1 / 2))) _).
        { rule (diff_add (at0 x) (fun x' => x' / 6) (fun x' => (1 / 2))). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (pd (at0 x) (fun x' => (1 / 6) * x')) _).
          { apply pd_ext.
            intros x'; cbv beta.
            arith. }
          apply (eq_eq _ (pd (at0 x) (fun x' => (1 / 6) * x')) _).
          { apply pd_ext.
            intros x'; cbv beta.
            same. }
          apply (eq_eq _ ((1 / 6) * pd (at0 x) (fun x' => x')) _).
          { assert (pd (at0 x) (fun x' => (1 / 6)) = 0).
            { apply constant. }
            rule (diff_scale (at0 x) (fun x' => (1 / 6)) (fun x' => x')). }
          apply (eq_eq _ (pd (at0 x) (fun x' => x') / 6) _).
          { arith. }
          apply (eq_eq _ (1 / 6) _); [ | same ].
          refine (f_equal2 Rdiv _ eq_refl).
          apply variable0. }
        apply constant. } } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of x')
  ((if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_min derivative_y_x_3_diff_max)).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Hypothesis given1 : 0 <> x / 6 + (1 / 2).
Hypothesis given2 : 1 <> Rmax 0 (x / 6 + (1 / 2)).

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of x')
  = y_bar * (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  assert (((Rmax 0 (x / 6 + (1 / 2)) < 1) -> 0 <> x / 6 + (1 / 2))).
  { intro.
    hyp. }
  apply (eq_eq _ (pd (at0 x) (fun x' => Rmin 1 (Rmax 0 (x' / 6 + (1 / 2))))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    reflexivity. }
  apply (eq_eq _ ((if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then pd (at0 x) (fun x' => 1) else pd (at0 x) (fun x' => Rmax 0 (x' / 6 + (1 / 2))))) _).
  { rule (diff_min (at0 x) (fun x' => 1) (fun x' => Rmax 0 (x' / 6 + (1 / 2)))). }
  apply (eq_eq _ ((if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6) + 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then pd (at0 x) (fun x' => 0) else pd (at0 x) (fun x' => x' / 6 + (1 / 2)))) _).
      { rule (diff_max (at0 x) (fun x' => 0) (fun x' => x' / 6 + (1 / 2))). }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply constant. }
      { apply (eq_eq _ (pd (at0 x) (fun x' => x' / 6) + pd (at0 x) (fun x' => (1 / 2))) _).
        { rule (diff_add (at0 x) (fun x' => x' / 6) (fun x' => (1 / 2))). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (pd (at0 x) (fun x' => (1 / 6) * x')) _).
          { apply pd_ext.
            intros x'; cbv beta.
            arith. }
          apply (eq_eq _ (pd (at0 x) (fun x' => (1 / 6) * x')) _).
          { apply pd_ext.
            intros x'; cbv beta.
            same. }
          apply (eq_eq _ ((1 / 6) * pd (at0 x) (fun x' => x')) _).
          { assert (pd (at0 x) (fun x' => (1 / 6)) = 0).
            { apply constant. }
            rule (diff_scale (at0 x) (fun x' => (1 / 6)) (fun x' => x')). }
          apply (eq_eq _ (pd (at0 x) (fun x' => x') / 6) _).
          { arith. }
          apply (eq_eq _ (1 / 6) _); [ | same ].
          refine (f_equal2 Rdiv _ eq_refl).
          apply variable0. }
        apply constant. } } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
Qed.

(* both sides of the comparison times a positive number; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma vjp_y_x_2_if_scaled :
  y_bar * (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)))
  = (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else y_bar * (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))).
Proof.
  assert (0 < 6).
  { sgn. }
  assert (0 < 2).
  { sgn. }
  assert (((Rmax 0 (x / 6 + (1 / 2)) < 1) -> 0 < 6)).
  { intro.
    sgn. }
  apply (eq_eq _ (y_bar * ((1 / 6) - (1 / 6) * (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) + (1 / 6) * (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ ((if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { reflexivity. }
      { apply (eq_eq _ ((if leb (6 * (x / 6 + (1 / 2))) (6 * 0) then 0 else (1 / 6))) _).
        { rule (if_scaled (x / 6 + (1 / 2)) 0 0 (1 / 6) 6). }
        apply (eq_eq _ ((if leb 0 ((-3) - x) then 0 else (1 / 6))) _).
        { assert ((-3) - x = 6 * 0 - 6 * (x / 6 + (1 / 2))).
          { apply (eq_eq _ (((-1 / 2) - (1 / 6) * x) / (1 / 6)) _).
            { arith. }
            apply (eq_eq _ ((0 - (x / 6 + (1 / 2))) / (1 / 6)) _).
            { refine (f_equal2 Rdiv _ eq_refl).
              symmetry.
              arith. }
            arith. }
          rule (if_moved (6 * (x / 6 + (1 / 2))) (6 * 0) 0 (1 / 6) ((-3) - x)). }
        apply (eq_eq _ ((if leb 0 ((-3) - x) then 1 else 0) * 0 + (1 - (if leb 0 ((-3) - x) then 1 else 0)) * (1 / 6)) _).
        { rule (if_indicator 0 (1 / 6) (leb 0 ((-3) - x))). }
        arith. } }
    apply (eq_eq _ ((if leb (2 * 1) (2 * Rmax 0 (x / 6 + (1 / 2))) then 0 else (1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
    { rule (if_scaled 1 (Rmax 0 (x / 6 + (1 / 2))) 0 ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0)) 2). }
    apply (eq_eq _ ((if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 0 else (1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
    { assert ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x = 2 * Rmax 0 (x / 6 + (1 / 2)) - 2 * 1).
      { apply (eq_eq _ (((-1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x) / (1 / 2)) _).
        { arith. }
        apply (eq_eq _ ((Rmax 0 (x / 6 + (1 / 2)) + (-1)) / (1 / 2)) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          symmetry.
          apply (eq_eq _ ((1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x + (-1)) _).
          { apply (eq_eq _ (((1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x) + (-1)) _); [ | same ].
            refine (f_equal2 Rplus _ eq_refl).
            apply (eq_eq _ (Rmax 0 ((1 / 2) + (1 / 6) * x)) _).
            { refine (f_equal2 Rmax eq_refl _).
              arith. }
            apply (eq_eq _ ((if leb ((1 / 2) + (1 / 6) * x) 0 then 0 else (1 / 2) + (1 / 6) * x)) _).
            { rule (max_if 0 ((1 / 2) + (1 / 6) * x)). }
            apply (eq_eq _ ((if leb (6 * ((1 / 2) + (1 / 6) * x)) (6 * 0) then 0 else (1 / 2) + (1 / 6) * x)) _).
            { rule (if_scaled ((1 / 2) + (1 / 6) * x) 0 0 ((1 / 2) + (1 / 6) * x) 6). }
            apply (eq_eq _ ((if leb 0 ((-3) - x) then 0 else (1 / 2) + (1 / 6) * x)) _).
            { assert ((-3) - x = 6 * 0 - 6 * ((1 / 2) + (1 / 6) * x)).
              { apply (eq_eq _ (((-1 / 2) - (1 / 6) * x) / (1 / 6)) _).
                { arith. }
                apply (eq_eq _ ((0 - ((1 / 2) + (1 / 6) * x)) / (1 / 6)) _).
                { refine (f_equal2 Rdiv _ eq_refl).
                  symmetry.
                  arith. }
                arith. }
              rule (if_moved (6 * ((1 / 2) + (1 / 6) * x)) (6 * 0) 0 ((1 / 2) + (1 / 6) * x) ((-3) - x)). }
            apply (eq_eq _ ((if leb 0 ((-3) - x) then 1 else 0) * 0 + (1 - (if leb 0 ((-3) - x) then 1 else 0)) * ((1 / 2) + (1 / 6) * x)) _).
            { rule (if_indicator 0 ((1 / 2) + (1 / 6) * x) (leb 0 ((-3) - x))). }
            arith. }
          arith. }
        arith. }
      rule (if_moved (2 * 1) (2 * Rmax 0 (x / 6 + (1 / 2))) 0 ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0)) ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x)). }
    apply (eq_eq _ ((if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) * 0 + (1 - (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0)) * ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
    { rule (if_indicator 0 ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0)) (leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x))). }
    arith. }
  apply (eq_eq _ ((1 / 6) * (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) * (if leb 0 ((-3) - x) then 1 else 0) * y_bar - (1 / 6) * (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) * y_bar - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * y_bar + (1 / 6) * y_bar) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else - ((1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * y_bar) + (1 / 6) * y_bar)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { apply (eq_eq _ (y_bar * ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if leb (6 * (x / 6 + (1 / 2))) (6 * 0) then 0 else (1 / 6))) _).
        { rule (if_scaled (x / 6 + (1 / 2)) 0 0 (1 / 6) 6). }
        apply (eq_eq _ ((if leb 0 ((-3) - x) then 0 else (1 / 6))) _).
        { assert ((-3) - x = 6 * 0 - 6 * (x / 6 + (1 / 2))).
          { apply (eq_eq _ (((-1 / 2) - (1 / 6) * x) / (1 / 6)) _).
            { arith. }
            apply (eq_eq _ ((0 - (x / 6 + (1 / 2))) / (1 / 6)) _).
            { refine (f_equal2 Rdiv _ eq_refl).
              symmetry.
              arith. }
            arith. }
          rule (if_moved (6 * (x / 6 + (1 / 2))) (6 * 0) 0 (1 / 6) ((-3) - x)). }
        apply (eq_eq _ ((if leb 0 ((-3) - x) then 1 else 0) * 0 + (1 - (if leb 0 ((-3) - x) then 1 else 0)) * (1 / 6)) _).
        { rule (if_indicator 0 (1 / 6) (leb 0 ((-3) - x))). }
        arith. }
      arith. } }
  apply (eq_eq _ ((if leb (2 * 1) (2 * Rmax 0 (x / 6 + (1 / 2))) then 0 else - ((1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * y_bar) + (1 / 6) * y_bar)) _).
  { rule (if_scaled 1 (Rmax 0 (x / 6 + (1 / 2))) 0 (- ((1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * y_bar) + (1 / 6) * y_bar) 2). }
  apply (eq_eq _ ((if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 0 else - ((1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * y_bar) + (1 / 6) * y_bar)) _).
  { assert ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x = 2 * Rmax 0 (x / 6 + (1 / 2)) - 2 * 1).
    { apply (eq_eq _ (((-1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x) / (1 / 2)) _).
      { arith. }
      apply (eq_eq _ ((Rmax 0 (x / 6 + (1 / 2)) + (-1)) / (1 / 2)) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        symmetry.
        apply (eq_eq _ ((1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x + (-1)) _).
        { apply (eq_eq _ (((1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x) + (-1)) _); [ | same ].
          refine (f_equal2 Rplus _ eq_refl).
          apply (eq_eq _ (Rmax 0 ((1 / 2) + (1 / 6) * x)) _).
          { refine (f_equal2 Rmax eq_refl _).
            arith. }
          apply (eq_eq _ ((if leb ((1 / 2) + (1 / 6) * x) 0 then 0 else (1 / 2) + (1 / 6) * x)) _).
          { rule (max_if 0 ((1 / 2) + (1 / 6) * x)). }
          apply (eq_eq _ ((if leb (6 * ((1 / 2) + (1 / 6) * x)) (6 * 0) then 0 else (1 / 2) + (1 / 6) * x)) _).
          { rule (if_scaled ((1 / 2) + (1 / 6) * x) 0 0 ((1 / 2) + (1 / 6) * x) 6). }
          apply (eq_eq _ ((if leb 0 ((-3) - x) then 0 else (1 / 2) + (1 / 6) * x)) _).
          { assert ((-3) - x = 6 * 0 - 6 * ((1 / 2) + (1 / 6) * x)).
            { apply (eq_eq _ (((-1 / 2) - (1 / 6) * x) / (1 / 6)) _).
              { arith. }
              apply (eq_eq _ ((0 - ((1 / 2) + (1 / 6) * x)) / (1 / 6)) _).
              { refine (f_equal2 Rdiv _ eq_refl).
                symmetry.
                arith. }
              arith. }
            rule (if_moved (6 * ((1 / 2) + (1 / 6) * x)) (6 * 0) 0 ((1 / 2) + (1 / 6) * x) ((-3) - x)). }
          apply (eq_eq _ ((if leb 0 ((-3) - x) then 1 else 0) * 0 + (1 - (if leb 0 ((-3) - x) then 1 else 0)) * ((1 / 2) + (1 / 6) * x)) _).
          { rule (if_indicator 0 ((1 / 2) + (1 / 6) * x) (leb 0 ((-3) - x))). }
          arith. }
        arith. }
      arith. }
    rule (if_moved (2 * 1) (2 * Rmax 0 (x / 6 + (1 / 2))) 0 (- ((1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * y_bar) + (1 / 6) * y_bar) ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x)). }
  apply (eq_eq _ ((if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) * 0 + (1 - (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0)) * (- ((1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * y_bar) + (1 / 6) * y_bar)) _).
  { rule (if_indicator 0 (- ((1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * y_bar) + (1 / 6) * y_bar) (leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x))). }
  arith.
Qed.

Theorem vjp_y_x :
  y_bar * pd (at0 x) (fun x' => y_of x')
  = (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else y_bar * (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))).
Proof.
  exact (eq_eq _ _ _ vjp_y_x_1_lemma vjp_y_x_2_if_scaled).
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Hypothesis given1 : 0 <> x / 6 + (1 / 2).
Hypothesis given2 : 1 <> Rmax 0 (x / 6 + (1 / 2)).

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of x') * x_dot
  = (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) * x_dot.
Proof.
  refine (f_equal2 Rmult _ eq_refl).
  assert (((Rmax 0 (x / 6 + (1 / 2)) < 1) -> 0 <> x / 6 + (1 / 2))).
  { intro.
    hyp. }
  apply (eq_eq _ (pd (at0 x) (fun x' => Rmin 1 (Rmax 0 (x' / 6 + (1 / 2))))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    reflexivity. }
  apply (eq_eq _ ((if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then pd (at0 x) (fun x' => 1) else pd (at0 x) (fun x' => Rmax 0 (x' / 6 + (1 / 2))))) _).
  { rule (diff_min (at0 x) (fun x' => 1) (fun x' => Rmax 0 (x' / 6 + (1 / 2)))). }
  apply (eq_eq _ ((if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6) + 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then pd (at0 x) (fun x' => 0) else pd (at0 x) (fun x' => x' / 6 + (1 / 2)))) _).
      { rule (diff_max (at0 x) (fun x' => 0) (fun x' => x' / 6 + (1 / 2))). }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply constant. }
      { apply (eq_eq _ (pd (at0 x) (fun x' => x' / 6) + pd (at0 x) (fun x' => (1 / 2))) _).
        { rule (diff_add (at0 x) (fun x' => x' / 6) (fun x' => (1 / 2))). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (pd (at0 x) (fun x' => (1 / 6) * x')) _).
          { apply pd_ext.
            intros x'; cbv beta.
            arith. }
          apply (eq_eq _ (pd (at0 x) (fun x' => (1 / 6) * x')) _).
          { apply pd_ext.
            intros x'; cbv beta.
            same. }
          apply (eq_eq _ ((1 / 6) * pd (at0 x) (fun x' => x')) _).
          { assert (pd (at0 x) (fun x' => (1 / 6)) = 0).
            { apply constant. }
            rule (diff_scale (at0 x) (fun x' => (1 / 6)) (fun x' => x')). }
          apply (eq_eq _ (pd (at0 x) (fun x' => x') / 6) _).
          { arith. }
          apply (eq_eq _ (1 / 6) _); [ | same ].
          refine (f_equal2 Rdiv _ eq_refl).
          apply variable0. }
        apply constant. } } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
Qed.

(* both sides of the comparison times a positive number; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma jvp_y_x_2_if_scaled :
  (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) * x_dot
  = (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else x_dot * (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))).
Proof.
  assert (0 < 6).
  { sgn. }
  assert (0 < 2).
  { sgn. }
  assert (((Rmax 0 (x / 6 + (1 / 2)) < 1) -> 0 < 6)).
  { intro.
    sgn. }
  apply (eq_eq _ (((1 / 6) - (1 / 6) * (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) + (1 / 6) * (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0)) * x_dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ ((if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { reflexivity. }
      { apply (eq_eq _ ((if leb (6 * (x / 6 + (1 / 2))) (6 * 0) then 0 else (1 / 6))) _).
        { rule (if_scaled (x / 6 + (1 / 2)) 0 0 (1 / 6) 6). }
        apply (eq_eq _ ((if leb 0 ((-3) - x) then 0 else (1 / 6))) _).
        { assert ((-3) - x = 6 * 0 - 6 * (x / 6 + (1 / 2))).
          { apply (eq_eq _ (((-1 / 2) - (1 / 6) * x) / (1 / 6)) _).
            { arith. }
            apply (eq_eq _ ((0 - (x / 6 + (1 / 2))) / (1 / 6)) _).
            { refine (f_equal2 Rdiv _ eq_refl).
              symmetry.
              arith. }
            arith. }
          rule (if_moved (6 * (x / 6 + (1 / 2))) (6 * 0) 0 (1 / 6) ((-3) - x)). }
        apply (eq_eq _ ((if leb 0 ((-3) - x) then 1 else 0) * 0 + (1 - (if leb 0 ((-3) - x) then 1 else 0)) * (1 / 6)) _).
        { rule (if_indicator 0 (1 / 6) (leb 0 ((-3) - x))). }
        arith. } }
    apply (eq_eq _ ((if leb (2 * 1) (2 * Rmax 0 (x / 6 + (1 / 2))) then 0 else (1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
    { rule (if_scaled 1 (Rmax 0 (x / 6 + (1 / 2))) 0 ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0)) 2). }
    apply (eq_eq _ ((if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 0 else (1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
    { assert ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x = 2 * Rmax 0 (x / 6 + (1 / 2)) - 2 * 1).
      { apply (eq_eq _ (((-1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x) / (1 / 2)) _).
        { arith. }
        apply (eq_eq _ ((Rmax 0 (x / 6 + (1 / 2)) + (-1)) / (1 / 2)) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          symmetry.
          apply (eq_eq _ ((1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x + (-1)) _).
          { apply (eq_eq _ (((1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x) + (-1)) _); [ | same ].
            refine (f_equal2 Rplus _ eq_refl).
            apply (eq_eq _ (Rmax 0 ((1 / 2) + (1 / 6) * x)) _).
            { refine (f_equal2 Rmax eq_refl _).
              arith. }
            apply (eq_eq _ ((if leb ((1 / 2) + (1 / 6) * x) 0 then 0 else (1 / 2) + (1 / 6) * x)) _).
            { rule (max_if 0 ((1 / 2) + (1 / 6) * x)). }
            apply (eq_eq _ ((if leb (6 * ((1 / 2) + (1 / 6) * x)) (6 * 0) then 0 else (1 / 2) + (1 / 6) * x)) _).
            { rule (if_scaled ((1 / 2) + (1 / 6) * x) 0 0 ((1 / 2) + (1 / 6) * x) 6). }
            apply (eq_eq _ ((if leb 0 ((-3) - x) then 0 else (1 / 2) + (1 / 6) * x)) _).
            { assert ((-3) - x = 6 * 0 - 6 * ((1 / 2) + (1 / 6) * x)).
              { apply (eq_eq _ (((-1 / 2) - (1 / 6) * x) / (1 / 6)) _).
                { arith. }
                apply (eq_eq _ ((0 - ((1 / 2) + (1 / 6) * x)) / (1 / 6)) _).
                { refine (f_equal2 Rdiv _ eq_refl).
                  symmetry.
                  arith. }
                arith. }
              rule (if_moved (6 * ((1 / 2) + (1 / 6) * x)) (6 * 0) 0 ((1 / 2) + (1 / 6) * x) ((-3) - x)). }
            apply (eq_eq _ ((if leb 0 ((-3) - x) then 1 else 0) * 0 + (1 - (if leb 0 ((-3) - x) then 1 else 0)) * ((1 / 2) + (1 / 6) * x)) _).
            { rule (if_indicator 0 ((1 / 2) + (1 / 6) * x) (leb 0 ((-3) - x))). }
            arith. }
          arith. }
        arith. }
      rule (if_moved (2 * 1) (2 * Rmax 0 (x / 6 + (1 / 2))) 0 ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0)) ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x)). }
    apply (eq_eq _ ((if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) * 0 + (1 - (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0)) * ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
    { rule (if_indicator 0 ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0)) (leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x))). }
    arith. }
  apply (eq_eq _ ((1 / 6) * (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) * (if leb 0 ((-3) - x) then 1 else 0) * x_dot - (1 / 6) * (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) * x_dot - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x_dot + (1 / 6) * x_dot) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else - ((1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x_dot) + (1 / 6) * x_dot)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { apply (eq_eq _ (x_dot * ((1 / 6) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if leb (6 * (x / 6 + (1 / 2))) (6 * 0) then 0 else (1 / 6))) _).
        { rule (if_scaled (x / 6 + (1 / 2)) 0 0 (1 / 6) 6). }
        apply (eq_eq _ ((if leb 0 ((-3) - x) then 0 else (1 / 6))) _).
        { assert ((-3) - x = 6 * 0 - 6 * (x / 6 + (1 / 2))).
          { apply (eq_eq _ (((-1 / 2) - (1 / 6) * x) / (1 / 6)) _).
            { arith. }
            apply (eq_eq _ ((0 - (x / 6 + (1 / 2))) / (1 / 6)) _).
            { refine (f_equal2 Rdiv _ eq_refl).
              symmetry.
              arith. }
            arith. }
          rule (if_moved (6 * (x / 6 + (1 / 2))) (6 * 0) 0 (1 / 6) ((-3) - x)). }
        apply (eq_eq _ ((if leb 0 ((-3) - x) then 1 else 0) * 0 + (1 - (if leb 0 ((-3) - x) then 1 else 0)) * (1 / 6)) _).
        { rule (if_indicator 0 (1 / 6) (leb 0 ((-3) - x))). }
        arith. }
      arith. } }
  apply (eq_eq _ ((if leb (2 * 1) (2 * Rmax 0 (x / 6 + (1 / 2))) then 0 else - ((1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x_dot) + (1 / 6) * x_dot)) _).
  { rule (if_scaled 1 (Rmax 0 (x / 6 + (1 / 2))) 0 (- ((1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x_dot) + (1 / 6) * x_dot) 2). }
  apply (eq_eq _ ((if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 0 else - ((1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x_dot) + (1 / 6) * x_dot)) _).
  { assert ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x = 2 * Rmax 0 (x / 6 + (1 / 2)) - 2 * 1).
    { apply (eq_eq _ (((-1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x) / (1 / 2)) _).
      { arith. }
      apply (eq_eq _ ((Rmax 0 (x / 6 + (1 / 2)) + (-1)) / (1 / 2)) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        symmetry.
        apply (eq_eq _ ((1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x + (-1)) _).
        { apply (eq_eq _ (((1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 6) * x) + (-1)) _); [ | same ].
          refine (f_equal2 Rplus _ eq_refl).
          apply (eq_eq _ (Rmax 0 ((1 / 2) + (1 / 6) * x)) _).
          { refine (f_equal2 Rmax eq_refl _).
            arith. }
          apply (eq_eq _ ((if leb ((1 / 2) + (1 / 6) * x) 0 then 0 else (1 / 2) + (1 / 6) * x)) _).
          { rule (max_if 0 ((1 / 2) + (1 / 6) * x)). }
          apply (eq_eq _ ((if leb (6 * ((1 / 2) + (1 / 6) * x)) (6 * 0) then 0 else (1 / 2) + (1 / 6) * x)) _).
          { rule (if_scaled ((1 / 2) + (1 / 6) * x) 0 0 ((1 / 2) + (1 / 6) * x) 6). }
          apply (eq_eq _ ((if leb 0 ((-3) - x) then 0 else (1 / 2) + (1 / 6) * x)) _).
          { assert ((-3) - x = 6 * 0 - 6 * ((1 / 2) + (1 / 6) * x)).
            { apply (eq_eq _ (((-1 / 2) - (1 / 6) * x) / (1 / 6)) _).
              { arith. }
              apply (eq_eq _ ((0 - ((1 / 2) + (1 / 6) * x)) / (1 / 6)) _).
              { refine (f_equal2 Rdiv _ eq_refl).
                symmetry.
                arith. }
              arith. }
            rule (if_moved (6 * ((1 / 2) + (1 / 6) * x)) (6 * 0) 0 ((1 / 2) + (1 / 6) * x) ((-3) - x)). }
          apply (eq_eq _ ((if leb 0 ((-3) - x) then 1 else 0) * 0 + (1 - (if leb 0 ((-3) - x) then 1 else 0)) * ((1 / 2) + (1 / 6) * x)) _).
          { rule (if_indicator 0 ((1 / 2) + (1 / 6) * x) (leb 0 ((-3) - x))). }
          arith. }
        arith. }
      arith. }
    rule (if_moved (2 * 1) (2 * Rmax 0 (x / 6 + (1 / 2))) 0 (- ((1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x_dot) + (1 / 6) * x_dot) ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x)). }
  apply (eq_eq _ ((if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0) * 0 + (1 - (if leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x) then 1 else 0)) * (- ((1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x_dot) + (1 / 6) * x_dot)) _).
  { rule (if_indicator 0 (- ((1 / 6) * (if leb 0 ((-3) - x) then 1 else 0) * x_dot) + (1 / 6) * x_dot) (leb 0 ((-1) - (if leb 0 ((-3) - x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 3) * x))). }
  arith.
Qed.

Theorem jvp_y_x :
  pd (at0 x) (fun x' => y_of x') * x_dot
  = (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else x_dot * (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))).
Proof.
  exact (eq_eq _ _ _ jvp_y_x_1_lemma jvp_y_x_2_if_scaled).
Qed.
End jvp_y_x.
End hardsigmoid_theory.

(* the hypotheses of derivative can be met *)
Lemma derivative_possible :
  exists (x : R),
  (x <> (-3)) /\ (x <> 3).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of derivative_y_x can be met *)
Lemma derivative_y_x_possible :
  exists (x : R),
  (0 <> x / 6 + (1 / 2)) /\ (1 <> Rmax 0 (x / 6 + (1 / 2))).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of vjp_y_x can be met *)
Lemma vjp_y_x_possible :
  exists (x : R),
  (0 <> x / 6 + (1 / 2)) /\ (1 <> Rmax 0 (x / 6 + (1 / 2))).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of jvp_y_x can be met *)
Lemma jvp_y_x_possible :
  exists (x : R),
  (0 <> x / 6 + (1 / 2)) /\ (1 <> Rmax 0 (x / 6 + (1 / 2))).
Proof.
  exists (1).
  witness.
Qed.
