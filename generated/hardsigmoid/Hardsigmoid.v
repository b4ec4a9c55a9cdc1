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

(** * What several lines rest on *)

Lemma shared_1 :
  ((-3) - x < 0) ->
  0 < (1 / 2) + (1 / 6) * x.
Proof.
  intros ?.
  apply (lt_eq _ ((1 / 6) * (- ((-3) - x))) _).
  { sgn. }
  symmetry.
  arith.
Qed.

Lemma shared_2 :
  (0 < (1 / 2) + (1 / 6) * x) ->
  Rmin 1 (Rmax 0 (x / 6 + (1 / 2))) = Rmin 1 ((1 / 2) + (1 / 6) * x).
Proof.
  intros ?.
  refine (f_equal2 Rmin eq_refl _).
  apply (eq_eq _ (Rmax 0 ((1 / 2) + (1 / 6) * x)) _).
  { refine (f_equal2 Rmax eq_refl _).
    arith. }
  apply (eq_eq _ ((if leb ((1 / 2) + (1 / 6) * x) 0 then 0 else (1 / 2) + (1 / 6) * x)) _).
  { rule (max_if 0 ((1 / 2) + (1 / 6) * x)). }
  apply (eq_eq _ ((if ltb 0 ((1 / 2) + (1 / 6) * x) then (1 / 2) + (1 / 6) * x else 0)) _).
  { symmetry.
    rule (if_less 0 ((1 / 2) + (1 / 6) * x) ((1 / 2) + (1 / 6) * x) 0). }
  rule (if_true ((1 / 2) + (1 / 6) * x) 0 (ltb 0 ((1 / 2) + (1 / 6) * x))).
Qed.

Lemma shared_3 :
  (x <> (-3)) ->
  0 <> x / 6 + (1 / 2).
Proof.
  intros ?.
  apply not_eq_sym.
  apply (eq_ne _ ((-1 / 6) * ((-3) - x)) _).
  { arith. }
  sgn.
Qed.

Lemma shared_4 :
  (((Rmax 0 (x / 6 + (1 / 2)) < 1) -> 0 <> x / 6 + (1 / 2))) ->
  (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then pd (at0 x) (fun x' => 1) else pd (at0 x) (fun x' => Rmax 0 (x' / 6 + (1 / 2)))) = (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))).
Proof.
  intros ?.
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
          { reflexivity. }
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

Lemma shared_5 :
  ((-3) < x) ->
  0 < x / 6 + (1 / 2).
Proof.
  intros ?.
  apply (lt_eq _ ((1 / 6) * (x + 3)) _).
  { sgn. }
  symmetry.
  arith.
Qed.

Lemma shared_6 :
  (x < 3) ->
  ((-3) < x) ->
  (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) = (1 / 6).
Proof.
  intros ? ?.
  apply (eq_eq _ ((if ltb (Rmax 0 (x / 6 + (1 / 2))) 1 then (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)) else 0)) _).
  { symmetry.
    rule (if_less (Rmax 0 (x / 6 + (1 / 2))) 1 (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)) 0). }
  apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) _).
  { assert (Rmax 0 (x / 6 + (1 / 2)) < 1).
    { assert (0 < x / 6 + (1 / 2)).
      { rule shared_5. }
      apply (eq_lt _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else x / 6 + (1 / 2))) _).
      { rule (max_if 0 (x / 6 + (1 / 2))). }
      apply (eq_lt _ ((if ltb 0 (x / 6 + (1 / 2)) then x / 6 + (1 / 2) else 0)) _).
      { symmetry.
        rule (if_less 0 (x / 6 + (1 / 2)) (x / 6 + (1 / 2)) 0). }
      apply (eq_lt _ (x / 6 + (1 / 2)) _).
      { rule (if_true (x / 6 + (1 / 2)) 0 (ltb 0 (x / 6 + (1 / 2)))). }
      apply (difference_lt _ _ ((1 / 6) * (3 - x))).
      { arith. }
      sgn. }
    rule (if_true (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)) 0 (ltb (Rmax 0 (x / 6 + (1 / 2))) 1)). }
  apply (eq_eq _ ((if ltb 0 (x / 6 + (1 / 2)) then (1 / 6) else 0)) _).
  { symmetry.
    rule (if_less 0 (x / 6 + (1 / 2)) (1 / 6) 0). }
  assert (0 < x / 6 + (1 / 2)).
  { rule shared_5. }
  rule (if_true (1 / 6) 0 (ltb 0 (x / 6 + (1 / 2)))).
Qed.

Lemma shared_7 :
  (0 < x / 6 + (1 / 2)) ->
  x / 6 + (1 / 2) = Rmax 0 (x / 6 + (1 / 2)).
Proof.
  intros ?.
  symmetry.
  apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else x / 6 + (1 / 2))) _).
  { rule (max_if 0 (x / 6 + (1 / 2))). }
  apply (eq_eq _ ((if ltb 0 (x / 6 + (1 / 2)) then x / 6 + (1 / 2) else 0)) _).
  { symmetry.
    rule (if_less 0 (x / 6 + (1 / 2)) (x / 6 + (1 / 2)) 0). }
  rule (if_true (x / 6 + (1 / 2)) 0 (ltb 0 (x / 6 + (1 / 2)))).
Qed.

Lemma shared_8 :
  (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) = (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0).
Proof.
  apply (eq_eq _ ((if leb x (-3) then (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) else (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))))) _).
  { symmetry.
    rule (if_same (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) (leb x (-3))). }
  apply (eq_eq _ ((if leb x (-3) then 0 else (if ltb x 3 then (1 / 6) else 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if ltb (Rmax 0 (x / 6 + (1 / 2))) 1 then (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)) else 0)) _).
      { symmetry.
        rule (if_less (Rmax 0 (x / 6 + (1 / 2))) 1 (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)) 0). }
      apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) _).
      { assert (Rmax 0 (x / 6 + (1 / 2)) < 1).
        { assert (x / 6 + (1 / 2) <= 0).
          { apply (eq_le _ (- ((1 / 6) * ((-3) - x))) _).
            { arith. }
            sgn. }
          apply (eq_lt _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else x / 6 + (1 / 2))) _).
          { rule (max_if 0 (x / 6 + (1 / 2))). }
          apply (eq_lt _ (0) _).
          { rule (if_true 0 (x / 6 + (1 / 2)) (leb (x / 6 + (1 / 2)) 0)). }
          sgn. }
        rule (if_true (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)) 0 (ltb (Rmax 0 (x / 6 + (1 / 2))) 1)). }
      assert (x / 6 + (1 / 2) <= 0).
      { apply (eq_le _ (- ((1 / 6) * ((-3) - x))) _).
        { arith. }
        sgn. }
      rule (if_true 0 (1 / 6) (leb (x / 6 + (1 / 2)) 0)). }
    { apply (eq_eq _ ((if ltb x 3 then (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) else (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))))) _).
      { symmetry.
        rule (if_same (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) (ltb x 3)). }
      assert (((x < 3) -> (-3) < x)).
      { intro.
        hyp. }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { rule shared_6. }
      { assert (1 <= Rmax 0 (x / 6 + (1 / 2))).
        { assert (0 < x / 6 + (1 / 2)).
          { sgn. }
          apply (le_eq _ (x / 6 + (1 / 2)) _).
          { apply (difference_le _ _ ((1 / 6) * (x + (-3)))).
            { apply (eq_eq _ (x / 6 + (1 / 2) + (-1)) _); [ same | ].
              arith. }
            sgn. }
          rule shared_7. }
        rule (if_true 0 (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)) (leb 1 (Rmax 0 (x / 6 + (1 / 2))))). } } }
  apply (eq_eq _ ((if ltb (-3) x then (if ltb x 3 then (1 / 6) else 0) else 0)) _).
  { symmetry.
    rule (if_less (-3) x (if ltb x 3 then (1 / 6) else 0) 0). }
  symmetry.
  rule (if_and (1 / 6) 0 (ltb (-3) x) (ltb x 3)).
Qed.

Lemma shared_9 :
  (x <> (-3)) ->
  (x <> 3) ->
  pd (at0 x) (fun x' => y_of x') = (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0).
Proof.
  intros ? ?.
  assert (((Rmax 0 (x / 6 + (1 / 2)) < 1) -> 0 <> x / 6 + (1 / 2))).
  { intro.
    rule shared_3. }
  assert (1 <> Rmax 0 (x / 6 + (1 / 2))).
  { destruct (Rle_lt_dec (x / 6 + (1 / 2)) 0) as [?|?].
    { apply (ne_eq _ (0) _).
      { sgn. }
      symmetry.
      apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else x / 6 + (1 / 2))) _).
      { rule (max_if 0 (x / 6 + (1 / 2))). }
      rule (if_true 0 (x / 6 + (1 / 2)) (leb (x / 6 + (1 / 2)) 0)). }
    { apply (ne_eq _ (x / 6 + (1 / 2)) _).
      { assert (x <> 3).
        { hyp. }
        apply (difference_ne _ _ ((-1 / 6) * (3 - x))).
        { apply (eq_eq _ (x / 6 + (1 / 2) + (-1)) _); [ same | ].
          arith. }
        sgn. }
      rule shared_7. } }
  assert (0 <> x / 6 + (1 / 2)).
  { rule shared_3. }
  apply (eq_eq _ (pd (at0 x) (fun x' => Rmin 1 (Rmax 0 (x' / 6 + (1 / 2))))) _).
  { reflexivity. }
  apply (eq_eq _ ((if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then pd (at0 x) (fun x' => 1) else pd (at0 x) (fun x' => Rmax 0 (x' / 6 + (1 / 2))))) _).
  { rule (diff_min (at0 x) (fun x' => 1) (fun x' => Rmax 0 (x' / 6 + (1 / 2)))). }
  apply (eq_eq _ ((if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)))) _).
  { rule shared_4. }
  rule shared_8.
Qed.

Lemma shared_10 :
  (x <= (-3)) ->
  (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0) = 0.
Proof.
  intros ?.
  apply (eq_eq _ ((if ltb (-3) x then (if ltb x 3 then (1 / 6) else 0) else 0)) _).
  { rule (if_and (1 / 6) 0 (ltb (-3) x) (ltb x 3)). }
  apply (eq_eq _ ((if leb x (-3) then 0 else (if ltb x 3 then (1 / 6) else 0))) _).
  { rule (if_less (-3) x (if ltb x 3 then (1 / 6) else 0) 0). }
  assert (x <= (-3)).
  { hyp. }
  rule (if_true 0 (if ltb x 3 then (1 / 6) else 0) (leb x (-3))).
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
        { rule shared_1. }
        apply (eq_eq _ (1 + (-1)) _).
        { refine (f_equal2 Rplus eq_refl _).
          apply (eq_eq _ (- 1) _); [ | same ].
          refine (f_equal Ropp _).
          apply (eq_eq _ (Rmin 1 (Rmax 0 (x / 6 + (1 / 2)))) _).
          { reflexivity. }
          apply (eq_eq _ (Rmin 1 ((1 / 2) + (1 / 6) * x)) _).
          { rule shared_2. }
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
        { rule shared_1. }
        apply (eq_eq _ (1 - ((1 / 2) + (1 / 6) * x)) _).
        { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
          apply (eq_eq _ (Rmin 1 (Rmax 0 (x / 6 + (1 / 2)))) _).
          { reflexivity. }
          apply (eq_eq _ (Rmin 1 ((1 / 2) + (1 / 6) * x)) _).
          { rule shared_2. }
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
  assert (x <> (-3)).
  { hyp. }
  rule shared_3.
Qed.

Lemma derivative_needs_2 :
  1 <> Rmax 0 (x / 6 + (1 / 2)).
Proof.
  destruct (Rle_lt_dec (x / 6 + (1 / 2)) 0) as [?|?].
  { apply (ne_eq _ (0) _).
    { sgn. }
    symmetry.
    apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else x / 6 + (1 / 2))) _).
    { rule (max_if 0 (x / 6 + (1 / 2))). }
    rule (if_true 0 (x / 6 + (1 / 2)) (leb (x / 6 + (1 / 2)) 0)). }
  { apply (ne_eq _ (x / 6 + (1 / 2)) _).
    { assert (x <> 3).
      { hyp. }
      apply (difference_ne _ _ ((-1 / 6) * (3 - x))).
      { apply (eq_eq _ (x / 6 + (1 / 2) + (-1)) _); [ same | ].
        arith. }
      sgn. }
    symmetry.
    apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else x / 6 + (1 / 2))) _).
    { rule (max_if 0 (x / 6 + (1 / 2))). }
    apply (eq_eq _ ((if ltb 0 (x / 6 + (1 / 2)) then x / 6 + (1 / 2) else 0)) _).
    { symmetry.
      rule (if_less 0 (x / 6 + (1 / 2)) (x / 6 + (1 / 2)) 0). }
    rule (if_true (x / 6 + (1 / 2)) 0 (ltb 0 (x / 6 + (1 / 2)))). }
Qed.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of x')
  = pd (at0 x) (fun x' => Rmin 1 (Rmax 0 (x' / 6 + (1 / 2)))).
Proof.
  pose proof derivative_needs_1.
  pose proof derivative_needs_2.
  reflexivity.
Qed.

Lemma derivative_needs_3 :
  ((Rmax 0 (x / 6 + (1 / 2)) < 1) -> 0 <> x / 6 + (1 / 2)).
Proof.
  intro.
  apply not_eq_sym.
  apply (eq_ne _ ((-1 / 6) * ((-3) - x)) _).
  { arith. }
  sgn.
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
  rule shared_4.
Qed.

(* case by case *)
Lemma derivative_4_cases :
  (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)))
  = (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0).
Proof.
  apply (eq_eq _ ((if leb x (-3) then (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) else (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))))) _).
  { symmetry.
    rule (if_same (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) (leb x (-3))). }
  apply (eq_eq _ ((if leb x (-3) then 0 else (if ltb x 3 then (1 / 6) else 0))) _).
  { assert ((((-3) < x) -> x <> 3)).
    { intro.
      hyp. }
    assert (((x <= (-3)) -> x <> (-3))).
    { intro.
      hyp. }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if ltb (Rmax 0 (x / 6 + (1 / 2))) 1 then (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)) else 0)) _).
      { symmetry.
        rule (if_less (Rmax 0 (x / 6 + (1 / 2))) 1 (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)) 0). }
      apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) _).
      { assert (Rmax 0 (x / 6 + (1 / 2)) < 1).
        { assert (x / 6 + (1 / 2) <= 0).
          { apply (eq_le _ (- ((1 / 6) * ((-3) - x))) _).
            { arith. }
            sgn. }
          apply (eq_lt _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else x / 6 + (1 / 2))) _).
          { rule (max_if 0 (x / 6 + (1 / 2))). }
          apply (eq_lt _ (0) _).
          { rule (if_true 0 (x / 6 + (1 / 2)) (leb (x / 6 + (1 / 2)) 0)). }
          sgn. }
        rule (if_true (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)) 0 (ltb (Rmax 0 (x / 6 + (1 / 2))) 1)). }
      assert (x / 6 + (1 / 2) <= 0).
      { apply (eq_le _ (- ((1 / 6) * ((-3) - x))) _).
        { arith. }
        sgn. }
      rule (if_true 0 (1 / 6) (leb (x / 6 + (1 / 2)) 0)). }
    { apply (eq_eq _ ((if ltb x 3 then (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) else (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))))) _).
      { symmetry.
        rule (if_same (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))) (ltb x 3)). }
      assert (((3 <= x) -> x <> 3)).
      { intro.
        hyp. }
      assert (((x < 3) -> (-3) < x)).
      { intro.
        hyp. }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { rule shared_6. }
      { assert (1 <= Rmax 0 (x / 6 + (1 / 2))).
        { assert (0 < x / 6 + (1 / 2)).
          { sgn. }
          apply (le_eq _ (x / 6 + (1 / 2)) _).
          { apply (difference_le _ _ ((1 / 6) * (x + (-3)))).
            { apply (eq_eq _ (x / 6 + (1 / 2) + (-1)) _); [ same | ].
              arith. }
            sgn. }
          rule shared_7. }
        rule (if_true 0 (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)) (leb 1 (Rmax 0 (x / 6 + (1 / 2))))). } } }
  apply (eq_eq _ ((if ltb (-3) x then (if ltb x 3 then (1 / 6) else 0) else 0)) _).
  { symmetry.
    rule (if_less (-3) x (if ltb x 3 then (1 / 6) else 0) 0). }
  apply (eq_eq _ ((if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0)) _).
  { symmetry.
    rule (if_and (1 / 6) 0 (ltb (-3) x) (ltb x 3)). }
  reflexivity.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of x')
  ((if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0)).
Proof.
  pose proof derivative_needs_1.
  pose proof derivative_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_min (eq_eq _ _ _ derivative_3_diff_max derivative_4_cases))).
Qed.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.
Hypothesis given1 : x <> (-3).
Hypothesis given2 : x <> 3.

Lemma derivative_y_x_needs_1 :
  0 <> x / 6 + (1 / 2).
Proof.
  rule shared_3.
Qed.

Lemma derivative_y_x_needs_2 :
  1 <> Rmax 0 (x / 6 + (1 / 2)).
Proof.
  destruct (Rle_lt_dec (x / 6 + (1 / 2)) 0) as [?|?].
  { apply (ne_eq _ (0) _).
    { sgn. }
    symmetry.
    apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else x / 6 + (1 / 2))) _).
    { rule (max_if 0 (x / 6 + (1 / 2))). }
    rule (if_true 0 (x / 6 + (1 / 2)) (leb (x / 6 + (1 / 2)) 0)). }
  { apply (ne_eq _ (x / 6 + (1 / 2)) _).
    { assert (x <> 3).
      { hyp. }
      apply (difference_ne _ _ ((-1 / 6) * (3 - x))).
      { apply (eq_eq _ (x / 6 + (1 / 2) + (-1)) _); [ same | ].
        arith. }
      sgn. }
    rule shared_7. }
Qed.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of x')
  = pd (at0 x) (fun x' => Rmin 1 (Rmax 0 (x' / 6 + (1 / 2)))).
Proof.
  pose proof derivative_y_x_needs_1.
  pose proof derivative_y_x_needs_2.
  reflexivity.
Qed.

Lemma derivative_y_x_needs_3 :
  ((Rmax 0 (x / 6 + (1 / 2)) < 1) -> 0 <> x / 6 + (1 / 2)).
Proof.
  intro.
  rule shared_3.
Qed.

(* the smaller one varies *)
Lemma derivative_y_x_2_diff_min :
  pd (at0 x) (fun x' => Rmin 1 (Rmax 0 (x' / 6 + (1 / 2))))
  = (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then pd (at0 x) (fun x' => 1) else pd (at0 x) (fun x' => Rmax 0 (x' / 6 + (1 / 2)))).
Proof.
  pose proof derivative_y_x_needs_1.
  pose proof derivative_y_x_needs_2.
  pose proof derivative_y_x_needs_3.
  rule (diff_min (at0 x) (fun x' => 1) (fun x' => Rmax 0 (x' / 6 + (1 / 2)))).
Qed.

(* the larger one varies; a constant factor stays in front *)
Lemma derivative_y_x_3_diff_max :
  (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then pd (at0 x) (fun x' => 1) else pd (at0 x) (fun x' => Rmax 0 (x' / 6 + (1 / 2))))
  = (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6))).
Proof.
  pose proof derivative_y_x_needs_3.
  rule shared_4.
Qed.

(* case by case *)
Lemma derivative_y_x_4_cases :
  (if leb 1 (Rmax 0 (x / 6 + (1 / 2))) then 0 else (if leb (x / 6 + (1 / 2)) 0 then 0 else (1 / 6)))
  = (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0).
Proof.
  rule shared_8.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of x')
  ((if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0)).
Proof.
  pose proof derivative_y_x_needs_1.
  pose proof derivative_y_x_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_min (eq_eq _ _ _ derivative_y_x_3_diff_max derivative_y_x_4_cases))).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Hypothesis given1 : x <> (-3).
Hypothesis given2 : x <> 3.

Lemma vjp_y_x_needs_1 :
  0 <> x / 6 + (1 / 2).
Proof.
  assert (x <> (-3)).
  { hyp. }
  rule shared_3.
Qed.

Lemma vjp_y_x_needs_2 :
  1 <> Rmax 0 (x / 6 + (1 / 2)).
Proof.
  destruct (Rle_lt_dec (x / 6 + (1 / 2)) 0) as [?|?].
  { apply (ne_eq _ (0) _).
    { sgn. }
    symmetry.
    apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else x / 6 + (1 / 2))) _).
    { rule (max_if 0 (x / 6 + (1 / 2))). }
    rule (if_true 0 (x / 6 + (1 / 2)) (leb (x / 6 + (1 / 2)) 0)). }
  { apply (ne_eq _ (x / 6 + (1 / 2)) _).
    { assert (x <> 3).
      { hyp. }
      apply (difference_ne _ _ ((-1 / 6) * (3 - x))).
      { apply (eq_eq _ (x / 6 + (1 / 2) + (-1)) _); [ same | ].
        arith. }
      sgn. }
    symmetry.
    apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else x / 6 + (1 / 2))) _).
    { rule (max_if 0 (x / 6 + (1 / 2))). }
    apply (eq_eq _ ((if ltb 0 (x / 6 + (1 / 2)) then x / 6 + (1 / 2) else 0)) _).
    { symmetry.
      rule (if_less 0 (x / 6 + (1 / 2)) (x / 6 + (1 / 2)) 0). }
    rule (if_true (x / 6 + (1 / 2)) 0 (ltb 0 (x / 6 + (1 / 2)))). }
Qed.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of x')
  = y_bar * (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0).
Proof.
  pose proof vjp_y_x_needs_1.
  pose proof vjp_y_x_needs_2.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_9.
Qed.

(* case by case *)
Lemma vjp_y_x_2_cases :
  y_bar * (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0)
  = (if andb (ltb (-3) x) (ltb x 3) then y_bar / 6 else 0).
Proof.
  apply (eq_eq _ ((if leb x (-3) then y_bar * (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0) else y_bar * (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0))) _).
  { symmetry.
    rule (if_same (y_bar * (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0)) (leb x (-3))). }
  apply (eq_eq _ ((if leb x (-3) then 0 else (if ltb x 3 then y_bar / 6 else 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ (y_bar * 0) _).
      { refine (f_equal2 Rmult eq_refl _).
        rule shared_10. }
      arith. }
    { apply (eq_eq _ (y_bar * (if ltb x 3 then (1 / 6) else 0)) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if ltb (-3) x then (if ltb x 3 then (1 / 6) else 0) else 0)) _).
        { rule (if_and (1 / 6) 0 (ltb (-3) x) (ltb x 3)). }
        assert ((-3) < x).
        { hyp. }
        rule (if_true (if ltb x 3 then (1 / 6) else 0) 0 (ltb (-3) x)). }
      apply (eq_eq _ ((if ltb x 3 then y_bar * (if ltb x 3 then (1 / 6) else 0) else y_bar * (if ltb x 3 then (1 / 6) else 0))) _).
      { symmetry.
        rule (if_same (y_bar * (if ltb x 3 then (1 / 6) else 0)) (ltb x 3)). }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ (y_bar * (1 / 6)) _).
        { refine (f_equal2 Rmult eq_refl _).
          assert (x < 3).
          { hyp. }
          rule (if_true (1 / 6) 0 (ltb x 3)). }
        arith. }
      { apply (eq_eq _ (y_bar * 0) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ ((if leb 3 x then 0 else (1 / 6))) _).
          { rule (if_less x 3 (1 / 6) 0). }
          assert (3 <= x).
          { hyp. }
          rule (if_true 0 (1 / 6) (leb 3 x)). }
        arith. } } }
  apply (eq_eq _ ((if ltb (-3) x then (if ltb x 3 then y_bar / 6 else 0) else 0)) _).
  { symmetry.
    rule (if_less (-3) x (if ltb x 3 then y_bar / 6 else 0) 0). }
  apply (eq_eq _ ((if andb (ltb (-3) x) (ltb x 3) then y_bar / 6 else 0)) _).
  { symmetry.
    rule (if_and (y_bar / 6) 0 (ltb (-3) x) (ltb x 3)). }
  apply (eq_eq _ ((if andb (ltb (-3) x) (ltb x 3) then (1 / 6) * y_bar else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { reflexivity. } }
  symmetry.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { arith. }
  { reflexivity. }
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of x')
  ((if andb (ltb (-3) x) (ltb x 3) then y_bar / 6 else 0)).
Proof.
  pose proof vjp_y_x_needs_1.
  pose proof vjp_y_x_needs_2.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of x')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma vjp_y_x_2_cases).
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Hypothesis given1 : x <> (-3).
Hypothesis given2 : x <> 3.

Lemma jvp_y_x_needs_1 :
  0 <> x / 6 + (1 / 2).
Proof.
  assert (x <> (-3)).
  { hyp. }
  rule shared_3.
Qed.

Lemma jvp_y_x_needs_2 :
  1 <> Rmax 0 (x / 6 + (1 / 2)).
Proof.
  destruct (Rle_lt_dec (x / 6 + (1 / 2)) 0) as [?|?].
  { apply (ne_eq _ (0) _).
    { sgn. }
    symmetry.
    apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else x / 6 + (1 / 2))) _).
    { rule (max_if 0 (x / 6 + (1 / 2))). }
    rule (if_true 0 (x / 6 + (1 / 2)) (leb (x / 6 + (1 / 2)) 0)). }
  { apply (ne_eq _ (x / 6 + (1 / 2)) _).
    { assert (x <> 3).
      { hyp. }
      apply (difference_ne _ _ ((-1 / 6) * (3 - x))).
      { apply (eq_eq _ (x / 6 + (1 / 2) + (-1)) _); [ same | ].
        arith. }
      sgn. }
    symmetry.
    apply (eq_eq _ ((if leb (x / 6 + (1 / 2)) 0 then 0 else x / 6 + (1 / 2))) _).
    { rule (max_if 0 (x / 6 + (1 / 2))). }
    apply (eq_eq _ ((if ltb 0 (x / 6 + (1 / 2)) then x / 6 + (1 / 2) else 0)) _).
    { symmetry.
      rule (if_less 0 (x / 6 + (1 / 2)) (x / 6 + (1 / 2)) 0). }
    rule (if_true (x / 6 + (1 / 2)) 0 (ltb 0 (x / 6 + (1 / 2)))). }
Qed.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of x') * x_dot
  = (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0) * x_dot.
Proof.
  pose proof jvp_y_x_needs_1.
  pose proof jvp_y_x_needs_2.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_9.
Qed.

(* case by case *)
Lemma jvp_y_x_2_cases :
  (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0) * x_dot
  = (if andb (ltb (-3) x) (ltb x 3) then x_dot / 6 else 0).
Proof.
  apply (eq_eq _ ((if leb x (-3) then (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0) * x_dot else (if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0) * x_dot)) _).
  { symmetry.
    rule (if_same ((if andb (ltb (-3) x) (ltb x 3) then (1 / 6) else 0) * x_dot) (leb x (-3))). }
  apply (eq_eq _ ((if leb x (-3) then 0 else (if ltb x 3 then x_dot / 6 else 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ (0 * x_dot) _).
      { refine (f_equal2 Rmult _ eq_refl).
        rule shared_10. }
      arith. }
    { apply (eq_eq _ ((if ltb x 3 then (1 / 6) else 0) * x_dot) _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ ((if ltb (-3) x then (if ltb x 3 then (1 / 6) else 0) else 0)) _).
        { rule (if_and (1 / 6) 0 (ltb (-3) x) (ltb x 3)). }
        assert ((-3) < x).
        { hyp. }
        rule (if_true (if ltb x 3 then (1 / 6) else 0) 0 (ltb (-3) x)). }
      apply (eq_eq _ ((if ltb x 3 then (if ltb x 3 then (1 / 6) else 0) * x_dot else (if ltb x 3 then (1 / 6) else 0) * x_dot)) _).
      { symmetry.
        rule (if_same ((if ltb x 3 then (1 / 6) else 0) * x_dot) (ltb x 3)). }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ ((1 / 6) * x_dot) _).
        { refine (f_equal2 Rmult _ eq_refl).
          assert (x < 3).
          { hyp. }
          rule (if_true (1 / 6) 0 (ltb x 3)). }
        arith. }
      { apply (eq_eq _ (0 * x_dot) _).
        { refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ ((if leb 3 x then 0 else (1 / 6))) _).
          { rule (if_less x 3 (1 / 6) 0). }
          assert (3 <= x).
          { hyp. }
          rule (if_true 0 (1 / 6) (leb 3 x)). }
        arith. } } }
  apply (eq_eq _ ((if ltb (-3) x then (if ltb x 3 then x_dot / 6 else 0) else 0)) _).
  { symmetry.
    rule (if_less (-3) x (if ltb x 3 then x_dot / 6 else 0) 0). }
  apply (eq_eq _ ((if andb (ltb (-3) x) (ltb x 3) then x_dot / 6 else 0)) _).
  { symmetry.
    rule (if_and (x_dot / 6) 0 (ltb (-3) x) (ltb x 3)). }
  apply (eq_eq _ ((if andb (ltb (-3) x) (ltb x 3) then (1 / 6) * x_dot else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { reflexivity. } }
  symmetry.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { arith. }
  { reflexivity. }
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of (line0 x x_dot t))
  ((if andb (ltb (-3) x) (ltb x 3) then x_dot / 6 else 0)).
Proof.
  pose proof jvp_y_x_needs_1.
  pose proof jvp_y_x_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => y_of x') * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => y_of x') * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => y_of x') (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma jvp_y_x_2_cases).
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
  (x <> (-3)) /\ (x <> 3).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of vjp_y_x can be met *)
Lemma vjp_y_x_possible :
  exists (x : R),
  (x <> (-3)) /\ (x <> 3).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of jvp_y_x can be met *)
Lemma jvp_y_x_possible :
  exists (x : R),
  (x <> (-3)) /\ (x <> 3).
Proof.
  exists (1).
  witness.
Qed.
