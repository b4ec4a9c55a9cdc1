(* made by derive, do not edit *)
(* Hard tanh

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (b : R) (a : R) (x : R) : R :=
  Rmin b (Rmax a x).
#[local] Hint Unfold y_of : definitions.

Section hardtanh_theory.
Variables (x a b x_dot y_bar a_dot b_dot : R).
Local Notation y := (y_of b a x).

(** * What several lines rest on *)

Lemma shared_1 :
  (x <= a) ->
  (a < b) ->
  y = a.
Proof.
  intros ? ?.
  apply (eq_eq _ (Rmin b (Rmax a x)) _).
  { reflexivity. }
  apply (eq_eq _ (Rmin b a) _).
  { refine (f_equal2 Rmin eq_refl _).
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    rule (if_true a x (leb x a)). }
  apply (eq_eq _ ((if leb b a then b else a)) _).
  { rule (min_if b a). }
  apply (eq_eq _ ((if ltb a b then a else b)) _).
  { symmetry.
    rule (if_less a b a b). }
  rule (if_true a b (ltb a b)).
Qed.

Lemma shared_2 :
  (a < x) ->
  Rmin b (Rmax a x) = Rmin b x.
Proof.
  intros ?.
  refine (f_equal2 Rmin eq_refl _).
  apply (eq_eq _ ((if leb x a then a else x)) _).
  { rule (max_if a x). }
  apply (eq_eq _ ((if ltb a x then x else a)) _).
  { symmetry.
    rule (if_less a x x a). }
  rule (if_true x a (ltb a x)).
Qed.

Lemma shared_3 :
  (a < x) ->
  (b <= x) ->
  y = b.
Proof.
  intros ? ?.
  apply (eq_eq _ (Rmin b (Rmax a x)) _).
  { reflexivity. }
  apply (eq_eq _ (Rmin b x) _).
  { rule shared_2. }
  apply (eq_eq _ ((if leb b x then b else x)) _).
  { rule (min_if b x). }
  rule (if_true b x (leb b x)).
Qed.

Lemma shared_4 :
  (a < x) ->
  (x < b) ->
  y = x.
Proof.
  intros ? ?.
  apply (eq_eq _ (Rmin b (Rmax a x)) _).
  { reflexivity. }
  apply (eq_eq _ (Rmin b x) _).
  { rule shared_2. }
  apply (eq_eq _ ((if leb b x then b else x)) _).
  { rule (min_if b x). }
  apply (eq_eq _ ((if ltb x b then x else b)) _).
  { symmetry.
    rule (if_less x b x b). }
  rule (if_true x b (ltb x b)).
Qed.

Lemma shared_5 :
  (((Rmax a x < b) -> a <> x)) ->
  (if leb b (Rmax a x) then pd (at0 x) (fun x' => b) else pd (at0 x) (fun x' => Rmax a x')) = (if leb b (Rmax a x) then 0 else (if leb x a then 0 else 1)).
Proof.
  intros ?.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply constant. }
  { apply (eq_eq _ ((if leb x a then pd (at0 x) (fun x' => a) else pd (at0 x) (fun x' => x'))) _).
    { rule (diff_max (at0 x) (fun x' => a) (fun x' => x')). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply variable0. } }
Qed.

Lemma shared_6 :
  (a < b) ->
  (x <= a) ->
  Rmax a x < b.
Proof.
  intros ? ?.
  assert (x <= a).
  { hyp. }
  apply (eq_lt _ ((if leb x a then a else x)) _).
  { rule (max_if a x). }
  apply (eq_lt _ (a) _).
  { rule (if_true a x (leb x a)). }
  hyp.
Qed.

Lemma shared_7 :
  (a < x) ->
  (x < b) ->
  Rmax a x < b.
Proof.
  intros ? ?.
  apply (eq_lt _ ((if leb x a then a else x)) _).
  { rule (max_if a x). }
  apply (eq_lt _ ((if ltb a x then x else a)) _).
  { symmetry.
    rule (if_less a x x a). }
  apply (eq_lt _ (x) _).
  { rule (if_true x a (ltb a x)). }
  hyp.
Qed.

Lemma shared_8 :
  (a < x) ->
  x = Rmax a x.
Proof.
  intros ?.
  symmetry.
  apply (eq_eq _ ((if leb x a then a else x)) _).
  { rule (max_if a x). }
  apply (eq_eq _ ((if ltb a x then x else a)) _).
  { symmetry.
    rule (if_less a x x a). }
  rule (if_true x a (ltb a x)).
Qed.

Lemma shared_9 :
  (a < b) ->
  (if leb b (Rmax a x) then 0 else (if leb x a then 0 else 1)) = (if andb (ltb a x) (ltb x b) then 1 else 0).
Proof.
  intros ?.
  apply (eq_eq _ ((if leb x a then (if leb b (Rmax a x) then 0 else (if leb x a then 0 else 1)) else (if leb b (Rmax a x) then 0 else (if leb x a then 0 else 1)))) _).
  { symmetry.
    rule (if_same (if leb b (Rmax a x) then 0 else (if leb x a then 0 else 1)) (leb x a)). }
  apply (eq_eq _ ((if leb x a then 0 else (if ltb x b then 1 else 0))) _).
  { assert (((x <= a) -> a < b)).
    { intro.
      hyp. }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if ltb (Rmax a x) b then (if leb x a then 0 else 1) else 0)) _).
      { symmetry.
        rule (if_less (Rmax a x) b (if leb x a then 0 else 1) 0). }
      apply (eq_eq _ ((if leb x a then 0 else 1)) _).
      { assert (Rmax a x < b).
        { rule shared_6. }
        rule (if_true (if leb x a then 0 else 1) 0 (ltb (Rmax a x) b)). }
      assert (x <= a).
      { hyp. }
      rule (if_true 0 1 (leb x a)). }
    { apply (eq_eq _ ((if ltb x b then (if leb b (Rmax a x) then 0 else (if leb x a then 0 else 1)) else (if leb b (Rmax a x) then 0 else (if leb x a then 0 else 1)))) _).
      { symmetry.
        rule (if_same (if leb b (Rmax a x) then 0 else (if leb x a then 0 else 1)) (ltb x b)). }
      assert (((b <= x) -> a < x)).
      { intro.
        hyp. }
      assert (((x < b) -> a < x)).
      { intro.
        hyp. }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ ((if ltb (Rmax a x) b then (if leb x a then 0 else 1) else 0)) _).
        { symmetry.
          rule (if_less (Rmax a x) b (if leb x a then 0 else 1) 0). }
        apply (eq_eq _ ((if leb x a then 0 else 1)) _).
        { assert (Rmax a x < b).
          { rule shared_7. }
          rule (if_true (if leb x a then 0 else 1) 0 (ltb (Rmax a x) b)). }
        apply (eq_eq _ ((if ltb a x then 1 else 0)) _).
        { symmetry.
          rule (if_less a x 1 0). }
        assert (a < x).
        { hyp. }
        rule (if_true 1 0 (ltb a x)). }
      { assert (b <= Rmax a x).
        { assert (a < x).
          { hyp. }
          apply (le_eq _ (x) _).
          { hyp. }
          rule shared_8. }
        rule (if_true 0 (if leb x a then 0 else 1) (leb b (Rmax a x))). } } }
  apply (eq_eq _ ((if ltb a x then (if ltb x b then 1 else 0) else 0)) _).
  { symmetry.
    rule (if_less a x (if ltb x b then 1 else 0) 0). }
  symmetry.
  rule (if_and 1 0 (ltb a x) (ltb x b)).
Qed.

Lemma shared_10 :
  (a < b) ->
  (b <> x) ->
  b <> Rmax a x.
Proof.
  intros ? ?.
  destruct (Rle_lt_dec x a) as [?|?].
  { apply (ne_eq _ (a) _).
    { apply (difference_ne _ _ (a - b)).
      { reflexivity. }
      sgn. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    rule (if_true a x (leb x a)). }
  { apply (ne_eq _ (x) _).
    { assert (b <> x).
      { hyp. }
      hyp. }
    rule shared_8. }
Qed.

Lemma shared_11 :
  (a < b) ->
  (if leb b (Rmax a x) then 1 else 0) = (if leb b x then 1 else 0).
Proof.
  intros ?.
  apply (eq_eq _ ((if leb b x then (if leb b (Rmax a x) then 1 else 0) else (if leb b (Rmax a x) then 1 else 0))) _).
  { symmetry.
    rule (if_same (if leb b (Rmax a x) then 1 else 0) (leb b x)). }
  assert (((x < b) -> a < b)).
  { intro.
    hyp. }
  assert (((b <= x) -> a < b)).
  { intro.
    hyp. }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { assert (b <= Rmax a x).
    { assert (a < x).
      { apply (difference_lt _ _ (1 * (x - b) + 1 * (b - a))).
        { arith. }
        sgn. }
      apply (le_eq _ (x) _).
      { hyp. }
      rule shared_8. }
    rule (if_true 1 0 (leb b (Rmax a x))). }
  { apply (eq_eq _ ((if ltb (Rmax a x) b then 0 else 1)) _).
    { symmetry.
      rule (if_less (Rmax a x) b 0 1). }
    assert (Rmax a x < b).
    { destruct (Rle_lt_dec 0 (a - x)) as [?|?].
      { apply (difference_lt _ _ (1 * (b - a))).
        { assert (x <= a).
          { apply (difference_le _ _ (a - x)).
            { reflexivity. }
            sgn. }
          apply (eq_eq _ (b - a) _).
          { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
            apply (eq_eq _ ((if leb x a then a else x)) _).
            { rule (max_if a x). }
            rule (if_true a x (leb x a)). }
          apply (eq_eq _ (- a + b) _).
          { arith. }
          arith. }
        sgn. }
      { apply (difference_lt _ _ (1 * (b - x))).
        { assert (a < x).
          { apply (difference_lt _ _ (1 * (- (a - x)))).
            { arith. }
            sgn. }
          apply (eq_eq _ (b - x) _).
          { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
            apply (eq_eq _ ((if leb x a then a else x)) _).
            { rule (max_if a x). }
            apply (eq_eq _ ((if ltb a x then x else a)) _).
            { symmetry.
              rule (if_less a x x a). }
            rule (if_true x a (ltb a x)). }
          arith. }
        sgn. } }
    rule (if_true 0 1 (ltb (Rmax a x) b)). }
Qed.

Lemma shared_12 :
  (a < b) ->
  (b <> x) ->
  pd (at0 b) (fun b' => y_of b' a x) = (if leb b x then 1 else 0).
Proof.
  intros ? ?.
  assert (b <> Rmax a x).
  { rule shared_10. }
  apply (eq_eq _ (pd (at0 b) (fun b' => Rmin b' (Rmax a x))) _).
  { reflexivity. }
  apply (eq_eq _ ((if leb b (Rmax a x) then pd (at0 b) (fun b' => b') else pd (at0 b) (fun b' => Rmax a x))) _).
  { rule (diff_min (at0 b) (fun b' => b') (fun b' => Rmax a x)). }
  apply (eq_eq _ ((if leb b (Rmax a x) then 1 else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply variable0. }
    { apply constant. } }
  rule shared_11.
Qed.

Lemma shared_13 :
  - b + x = x - b.
Proof.
  symmetry.
  arith.
Qed.

Lemma shared_14 :
  (((Rmax a x < b) -> a <> x)) ->
  (if leb b (Rmax a x) then pd (at0 a) (fun a' => b) else pd (at0 a) (fun a' => Rmax a' x)) = (if leb b (Rmax a x) then 0 else (if leb x a then 1 else 0)).
Proof.
  intros ?.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply constant. }
  { apply (eq_eq _ ((if leb x a then pd (at0 a) (fun a' => a') else pd (at0 a) (fun a' => x))) _).
    { rule (diff_max (at0 a) (fun a' => a') (fun a' => x)). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply variable0. }
    { apply constant. } }
Qed.

Lemma shared_15 :
  (a < b) ->
  (if leb b (Rmax a x) then 0 else (if leb x a then 1 else 0)) = (if leb x a then 1 else 0).
Proof.
  intros ?.
  apply (eq_eq _ ((if leb x a then (if leb b (Rmax a x) then 0 else (if leb x a then 1 else 0)) else (if leb b (Rmax a x) then 0 else (if leb x a then 1 else 0)))) _).
  { symmetry.
    rule (if_same (if leb b (Rmax a x) then 0 else (if leb x a then 1 else 0)) (leb x a)). }
  assert (((x <= a) -> a < b)).
  { intro.
    hyp. }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply (eq_eq _ ((if ltb (Rmax a x) b then (if leb x a then 1 else 0) else 0)) _).
    { symmetry.
      rule (if_less (Rmax a x) b (if leb x a then 1 else 0) 0). }
    apply (eq_eq _ ((if leb x a then 1 else 0)) _).
    { assert (Rmax a x < b).
      { rule shared_6. }
      rule (if_true (if leb x a then 1 else 0) 0 (ltb (Rmax a x) b)). }
    assert (x <= a).
    { hyp. }
    rule (if_true 1 0 (leb x a)). }
  { apply (eq_eq _ ((if ltb x b then (if leb b (Rmax a x) then 0 else (if leb x a then 1 else 0)) else (if leb b (Rmax a x) then 0 else (if leb x a then 1 else 0)))) _).
    { symmetry.
      rule (if_same (if leb b (Rmax a x) then 0 else (if leb x a then 1 else 0)) (ltb x b)). }
    apply (eq_eq _ ((if ltb x b then 0 else 0)) _).
    { assert (((b <= x) -> a < x)).
      { intro.
        hyp. }
      assert (((x < b) -> a < x)).
      { intro.
        hyp. }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ ((if ltb (Rmax a x) b then (if leb x a then 1 else 0) else 0)) _).
        { symmetry.
          rule (if_less (Rmax a x) b (if leb x a then 1 else 0) 0). }
        apply (eq_eq _ ((if leb x a then 1 else 0)) _).
        { assert (Rmax a x < b).
          { rule shared_7. }
          rule (if_true (if leb x a then 1 else 0) 0 (ltb (Rmax a x) b)). }
        apply (eq_eq _ ((if ltb a x then 0 else 1)) _).
        { symmetry.
          rule (if_less a x 0 1). }
        assert (a < x).
        { hyp. }
        rule (if_true 0 1 (ltb a x)). }
      { assert (b <= Rmax a x).
        { assert (a < x).
          { hyp. }
          apply (le_eq _ (x) _).
          { hyp. }
          rule shared_8. }
        rule (if_true 0 (if leb x a then 1 else 0) (leb b (Rmax a x))). } }
    rule (if_same 0 (ltb x b)). }
Qed.

Lemma shared_16 :
  (a <> x) ->
  (a < b) ->
  (b <> x) ->
  pd (at0 a) (fun a' => y_of b a' x) = (if leb x a then 1 else 0).
Proof.
  intros ? ? ?.
  assert (((Rmax a x < b) -> a <> x)).
  { intro.
    hyp. }
  assert (b <> Rmax a x).
  { rule shared_10. }
  apply (eq_eq _ (pd (at0 a) (fun a' => Rmin b (Rmax a' x))) _).
  { reflexivity. }
  apply (eq_eq _ ((if leb b (Rmax a x) then pd (at0 a) (fun a' => b) else pd (at0 a) (fun a' => Rmax a' x))) _).
  { rule (diff_min (at0 a) (fun a' => b) (fun a' => Rmax a' x)). }
  apply (eq_eq _ ((if leb b (Rmax a x) then 0 else (if leb x a then 1 else 0))) _).
  { rule shared_14. }
  rule shared_15.
Qed.

Lemma shared_17 :
  (a <> x) ->
  (a < b) ->
  (b <> x) ->
  pd (at0 x) (fun x' => y_of b a x') = (if andb (ltb a x) (ltb x b) then 1 else 0).
Proof.
  intros ? ? ?.
  assert (((Rmax a x < b) -> a <> x)).
  { intro.
    hyp. }
  assert (b <> Rmax a x).
  { rule shared_10. }
  apply (eq_eq _ (pd (at0 x) (fun x' => Rmin b (Rmax a x'))) _).
  { reflexivity. }
  apply (eq_eq _ ((if leb b (Rmax a x) then pd (at0 x) (fun x' => b) else pd (at0 x) (fun x' => Rmax a x'))) _).
  { rule (diff_min (at0 x) (fun x' => b) (fun x' => Rmax a x')). }
  apply (eq_eq _ ((if leb b (Rmax a x) then 0 else (if leb x a then 0 else 1))) _).
  { rule shared_5. }
  rule shared_9.
Qed.

Lemma shared_18 :
  (if andb (ltb a x) (ltb x b) then 1 else 0) = 1 - (if leb 0 (- b + x) then 1 else 0) + (if leb 0 (- b + x) then 1 else 0) * (if leb 0 (a - x) then 1 else 0) - (if leb 0 (a - x) then 1 else 0).
Proof.
  apply (eq_eq _ ((if ltb a x then (if ltb x b then 1 else 0) else 0)) _).
  { rule (if_and 1 0 (ltb a x) (ltb x b)). }
  apply (eq_eq _ ((if ltb a x then 1 - (if leb 0 (- b + x) then 1 else 0) else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if leb b x then 0 else 1)) _).
      { rule (if_less x b 1 0). }
      apply (eq_eq _ ((if leb 0 (- b + x) then 0 else 1)) _).
      { assert (- b + x = x - b).
        { rule shared_13. }
        rule (if_moved b x 0 1 (- b + x)). }
      apply (eq_eq _ ((if leb 0 (- b + x) then 1 else 0) * 0 + (1 - (if leb 0 (- b + x) then 1 else 0)) * 1) _).
      { rule (if_indicator 0 1 (leb 0 (- b + x))). }
      arith. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb x a then 0 else 1 - (if leb 0 (- b + x) then 1 else 0))) _).
  { rule (if_less a x (1 - (if leb 0 (- b + x) then 1 else 0)) 0). }
  apply (eq_eq _ ((if leb 0 (a - x) then 0 else 1 - (if leb 0 (- b + x) then 1 else 0))) _).
  { assert (a - x = a - x).
    { reflexivity. }
    rule (if_moved x a 0 (1 - (if leb 0 (- b + x) then 1 else 0)) (a - x)). }
  apply (eq_eq _ ((if leb 0 (a - x) then 1 else 0) * 0 + (1 - (if leb 0 (a - x) then 1 else 0)) * (1 - (if leb 0 (- b + x) then 1 else 0))) _).
  { rule (if_indicator 0 (1 - (if leb 0 (- b + x) then 1 else 0)) (leb 0 (a - x))). }
  arith.
Qed.

(** * at-least-a *)

Section at_least_a.
Hypothesis given1 : a < b.

(* by the signs of its parts, as x ≤ a and b ≤ x *)
Lemma at_least_a_1_sign :
  a
  <= y.
Proof.
  destruct (Rle_lt_dec 0 (a - x)) as [?|?].
  { apply (difference_le _ _ (0)).
    { assert (x <= a).
      { apply (difference_le _ _ (a - x)).
        { reflexivity. }
        sgn. }
      apply (eq_eq _ (a - a) _).
      { refine (f_equal2 Rplus _ eq_refl).
        rule shared_1. }
      arith. }
    sgn. }
  { destruct (Rle_lt_dec 0 (- b + x)) as [?|?].
    { apply (difference_le _ _ (1 * (b - a))).
      { assert (b <= x).
        { apply (difference_le _ _ (x - b)).
          { reflexivity. }
          sgn. }
        assert (a < x).
        { apply (difference_lt _ _ (1 * (- (a - x)))).
          { arith. }
          sgn. }
        apply (eq_eq _ (b - a) _).
        { refine (f_equal2 Rplus _ eq_refl).
          rule shared_3. }
        apply (eq_eq _ (- a + b) _).
        { arith. }
        arith. }
      sgn. }
    { apply (difference_le _ _ (1 * (- (a - x)))).
      { assert (x < b).
        { apply (difference_lt _ _ (1 * (- (- b + x)))).
          { arith. }
          sgn. }
        assert (a < x).
        { apply (difference_lt _ _ (1 * (- (a - x)))).
          { arith. }
          sgn. }
        apply (eq_eq _ (x - a) _).
        { refine (f_equal2 Rplus _ eq_refl).
          rule shared_4. }
        apply (eq_eq _ (- a + x) _).
        { arith. }
        arith. }
      sgn. } }
Qed.

Theorem at_least_a :
  a
  <= y.
Proof.
  exact at_least_a_1_sign.
Qed.
End at_least_a.

(** * at-most-b *)

Section at_most_b.
Hypothesis given1 : a < b.

(* by the signs of its parts, as x ≤ a and b ≤ x *)
Lemma at_most_b_1_sign :
  y
  <= b.
Proof.
  destruct (Rle_lt_dec 0 (a - x)) as [?|?].
  { apply (difference_le _ _ (1 * (b - a))).
    { assert (x <= a).
      { apply (difference_le _ _ (a - x)).
        { reflexivity. }
        sgn. }
      apply (eq_eq _ (b - a) _).
      { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
        rule shared_1. }
      apply (eq_eq _ (- a + b) _).
      { arith. }
      arith. }
    sgn. }
  { destruct (Rle_lt_dec 0 (- b + x)) as [?|?].
    { apply (difference_le _ _ (0)).
      { assert (b <= x).
        { apply (difference_le _ _ (x - b)).
          { reflexivity. }
          sgn. }
        assert (a < x).
        { apply (difference_lt _ _ (1 * (- (a - x)))).
          { arith. }
          sgn. }
        apply (eq_eq _ (b - b) _).
        { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
          rule shared_3. }
        arith. }
      sgn. }
    { apply (difference_le _ _ (1 * (- (- b + x)))).
      { assert (x < b).
        { apply (difference_lt _ _ (1 * (- (- b + x)))).
          { arith. }
          sgn. }
        assert (a < x).
        { apply (difference_lt _ _ (1 * (- (a - x)))).
          { arith. }
          sgn. }
        apply (eq_eq _ (b - x) _).
        { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
          rule shared_4. }
        arith. }
      sgn. } }
Qed.

Theorem at_most_b :
  y
  <= b.
Proof.
  exact at_most_b_1_sign.
Qed.
End at_most_b.

(** * Derivative *)

Section derivative.
Hypothesis given1 : a <> x.
Hypothesis given2 : a < b.
Hypothesis given3 : b <> x.

Lemma derivative_needs_1 :
  b <> Rmax a x.
Proof.
  destruct (Rle_lt_dec x a) as [?|?].
  { apply (ne_eq _ (a) _).
    { apply (difference_ne _ _ (a - b)).
      { reflexivity. }
      sgn. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    rule (if_true a x (leb x a)). }
  { apply (ne_eq _ (x) _).
    { assert (b <> x).
      { hyp. }
      hyp. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    apply (eq_eq _ ((if ltb a x then x else a)) _).
    { symmetry.
      rule (if_less a x x a). }
    rule (if_true x a (ltb a x)). }
Qed.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of b a x')
  = pd (at0 x) (fun x' => Rmin b (Rmax a x')).
Proof.
  pose proof derivative_needs_1.
  reflexivity.
Qed.

Lemma derivative_needs_2 :
  ((Rmax a x < b) -> a <> x).
Proof.
  intro.
  hyp.
Qed.

(* the smaller one varies *)
Lemma derivative_2_diff_min :
  pd (at0 x) (fun x' => Rmin b (Rmax a x'))
  = (if leb b (Rmax a x) then pd (at0 x) (fun x' => b) else pd (at0 x) (fun x' => Rmax a x')).
Proof.
  pose proof derivative_needs_1.
  pose proof derivative_needs_2.
  rule (diff_min (at0 x) (fun x' => b) (fun x' => Rmax a x')).
Qed.

(* the larger one varies *)
Lemma derivative_3_diff_max :
  (if leb b (Rmax a x) then pd (at0 x) (fun x' => b) else pd (at0 x) (fun x' => Rmax a x'))
  = (if leb b (Rmax a x) then 0 else (if leb x a then 0 else 1)).
Proof.
  pose proof derivative_needs_2.
  rule shared_5.
Qed.

(* case by case *)
Lemma derivative_4_cases :
  (if leb b (Rmax a x) then 0 else (if leb x a then 0 else 1))
  = (if andb (ltb a x) (ltb x b) then 1 else 0).
Proof.
  rule shared_9.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of b a x')
  ((if andb (ltb a x) (ltb x b) then 1 else 0)).
Proof.
  pose proof derivative_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_min (eq_eq _ _ _ derivative_3_diff_max derivative_4_cases))).
Qed.
End derivative.

(** * Derivative of y by b *)

Section derivative_y_b.
Hypothesis given1 : a < b.
Hypothesis given2 : b <> x.

Lemma derivative_y_b_needs_1 :
  b <> Rmax a x.
Proof.
  rule shared_10.
Qed.

(* definition of y *)
Lemma derivative_y_b_1_unfold :
  pd (at0 b) (fun b' => y_of b' a x)
  = pd (at0 b) (fun b' => Rmin b' (Rmax a x)).
Proof.
  pose proof derivative_y_b_needs_1.
  reflexivity.
Qed.

(* the smaller one varies *)
Lemma derivative_y_b_2_diff_min :
  pd (at0 b) (fun b' => Rmin b' (Rmax a x))
  = (if leb b (Rmax a x) then pd (at0 b) (fun b' => b') else pd (at0 b) (fun b' => Rmax a x)).
Proof.
  pose proof derivative_y_b_needs_1.
  rule (diff_min (at0 b) (fun b' => b') (fun b' => Rmax a x)).
Qed.

(* max(a, x) does not depend on b *)
Lemma derivative_y_b_3_constant :
  (if leb b (Rmax a x) then pd (at0 b) (fun b' => b') else pd (at0 b) (fun b' => Rmax a x))
  = (if leb b (Rmax a x) then 1 else 0).
Proof.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply variable0. }
  { apply constant. }
Qed.

(* case by case *)
Lemma derivative_y_b_4_cases :
  (if leb b (Rmax a x) then 1 else 0)
  = (if leb b x then 1 else 0).
Proof.
  rule shared_11.
Qed.

Theorem derivative_y_b :
  is_pd (at0 b) (fun b' => y_of b' a x)
  ((if leb b x then 1 else 0)).
Proof.
  pose proof derivative_y_b_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_b_1_unfold (eq_eq _ _ _ derivative_y_b_2_diff_min (eq_eq _ _ _ derivative_y_b_3_constant derivative_y_b_4_cases))).
Qed.
End derivative_y_b.

(** * VJP of y for b *)

Section vjp_y_b.
Hypothesis given1 : a < b.
Hypothesis given2 : b <> x.

Lemma vjp_y_b_needs_1 :
  b <> Rmax a x.
Proof.
  destruct (Rle_lt_dec x a) as [?|?].
  { apply (ne_eq _ (a) _).
    { apply (difference_ne _ _ (a - b)).
      { reflexivity. }
      sgn. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    rule (if_true a x (leb x a)). }
  { apply (ne_eq _ (x) _).
    { assert (b <> x).
      { hyp. }
      hyp. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    apply (eq_eq _ ((if ltb a x then x else a)) _).
    { symmetry.
      rule (if_less a x x a). }
    rule (if_true x a (ltb a x)). }
Qed.

(* put in ∂y/∂b *)
Lemma vjp_y_b_1_lemma :
  y_bar * pd (at0 b) (fun b' => y_of b' a x)
  = y_bar * (if leb b x then 1 else 0).
Proof.
  pose proof vjp_y_b_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_12.
Qed.

(* the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma vjp_y_b_2_if_moved :
  y_bar * (if leb b x then 1 else 0)
  = (if leb b x then y_bar else 0).
Proof.
  apply (eq_eq _ (y_bar * (if leb 0 (- b + x) then 1 else 0)) _).
  { refine (f_equal2 Rmult eq_refl _).
    assert (- b + x = x - b).
    { rule shared_13. }
    rule (if_moved b x 1 0 (- b + x)). }
  apply (eq_eq _ ((if leb 0 (- b + x) then 1 else 0) * y_bar) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb 0 (- b + x) then y_bar else 0)) _).
  { assert (- b + x = x - b).
    { rule shared_13. }
    rule (if_moved b x y_bar 0 (- b + x)). }
  apply (eq_eq _ ((if leb 0 (- b + x) then 1 else 0) * y_bar + (1 - (if leb 0 (- b + x) then 1 else 0)) * 0) _).
  { rule (if_indicator y_bar 0 (leb 0 (- b + x))). }
  arith.
Qed.

Theorem vjp_y_b :
  is_pd (at0 b) (fun b' => y_bar * y_of b' a x)
  ((if leb b x then y_bar else 0)).
Proof.
  pose proof vjp_y_b_needs_1.
  apply (is_pd_eq _ _ (y_bar * pd (at0 b) (fun b' => y_of b' a x)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_b_1_lemma vjp_y_b_2_if_moved).
Qed.
End vjp_y_b.

(** * JVP of y for b *)

Section jvp_y_b.
Hypothesis given1 : a < b.
Hypothesis given2 : b <> x.

Lemma jvp_y_b_needs_1 :
  b <> Rmax a x.
Proof.
  destruct (Rle_lt_dec x a) as [?|?].
  { apply (ne_eq _ (a) _).
    { apply (difference_ne _ _ (a - b)).
      { reflexivity. }
      sgn. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    rule (if_true a x (leb x a)). }
  { apply (ne_eq _ (x) _).
    { assert (b <> x).
      { hyp. }
      hyp. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    apply (eq_eq _ ((if ltb a x then x else a)) _).
    { symmetry.
      rule (if_less a x x a). }
    rule (if_true x a (ltb a x)). }
Qed.

(* put in ∂y/∂b *)
Lemma jvp_y_b_1_lemma :
  pd (at0 b) (fun b' => y_of b' a x) * b_dot
  = (if leb b x then 1 else 0) * b_dot.
Proof.
  pose proof jvp_y_b_needs_1.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_12.
Qed.

(* the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma jvp_y_b_2_if_moved :
  (if leb b x then 1 else 0) * b_dot
  = (if leb b x then b_dot else 0).
Proof.
  apply (eq_eq _ ((if leb 0 (- b + x) then 1 else 0) * b_dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    assert (- b + x = x - b).
    { rule shared_13. }
    rule (if_moved b x 1 0 (- b + x)). }
  symmetry.
  apply (eq_eq _ ((if leb 0 (- b + x) then b_dot else 0)) _).
  { assert (- b + x = x - b).
    { rule shared_13. }
    rule (if_moved b x b_dot 0 (- b + x)). }
  apply (eq_eq _ ((if leb 0 (- b + x) then 1 else 0) * b_dot + (1 - (if leb 0 (- b + x) then 1 else 0)) * 0) _).
  { rule (if_indicator b_dot 0 (leb 0 (- b + x))). }
  arith.
Qed.

Theorem jvp_y_b :
  is_pd (at0 0) (fun t => y_of (line0 b b_dot t) a x)
  ((if leb b x then b_dot else 0)).
Proof.
  pose proof jvp_y_b_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 b) (fun b' => y_of b' a x) * b_dot) _).
  { apply (eq_eq _ (pd (at0 b) (fun b' => y_of b' a x) * b_dot) _).
    { refine (eq_trans (chain0_at (at0 0) b (fun b' => y_of b' a x) (fun t => (line0 b b_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_b_1_lemma jvp_y_b_2_if_moved).
Qed.
End jvp_y_b.

(** * Derivative of y by a *)

Section derivative_y_a.
Hypothesis given1 : a <> x.
Hypothesis given2 : a < b.
Hypothesis given3 : b <> x.

Lemma derivative_y_a_needs_1 :
  b <> Rmax a x.
Proof.
  rule shared_10.
Qed.

(* definition of y *)
Lemma derivative_y_a_1_unfold :
  pd (at0 a) (fun a' => y_of b a' x)
  = pd (at0 a) (fun a' => Rmin b (Rmax a' x)).
Proof.
  pose proof derivative_y_a_needs_1.
  reflexivity.
Qed.

Lemma derivative_y_a_needs_2 :
  ((Rmax a x < b) -> a <> x).
Proof.
  intro.
  hyp.
Qed.

(* the smaller one varies *)
Lemma derivative_y_a_2_diff_min :
  pd (at0 a) (fun a' => Rmin b (Rmax a' x))
  = (if leb b (Rmax a x) then pd (at0 a) (fun a' => b) else pd (at0 a) (fun a' => Rmax a' x)).
Proof.
  pose proof derivative_y_a_needs_1.
  pose proof derivative_y_a_needs_2.
  rule (diff_min (at0 a) (fun a' => b) (fun a' => Rmax a' x)).
Qed.

(* the larger one varies *)
Lemma derivative_y_a_3_diff_max :
  (if leb b (Rmax a x) then pd (at0 a) (fun a' => b) else pd (at0 a) (fun a' => Rmax a' x))
  = (if leb b (Rmax a x) then 0 else (if leb x a then 1 else 0)).
Proof.
  pose proof derivative_y_a_needs_2.
  rule shared_14.
Qed.

(* case by case *)
Lemma derivative_y_a_4_cases :
  (if leb b (Rmax a x) then 0 else (if leb x a then 1 else 0))
  = (if leb x a then 1 else 0).
Proof.
  rule shared_15.
Qed.

Theorem derivative_y_a :
  is_pd (at0 a) (fun a' => y_of b a' x)
  ((if leb x a then 1 else 0)).
Proof.
  pose proof derivative_y_a_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_a_1_unfold (eq_eq _ _ _ derivative_y_a_2_diff_min (eq_eq _ _ _ derivative_y_a_3_diff_max derivative_y_a_4_cases))).
Qed.
End derivative_y_a.

(** * VJP of y for a *)

Section vjp_y_a.
Hypothesis given1 : a <> x.
Hypothesis given2 : a < b.
Hypothesis given3 : b <> x.

Lemma vjp_y_a_needs_1 :
  b <> Rmax a x.
Proof.
  destruct (Rle_lt_dec x a) as [?|?].
  { apply (ne_eq _ (a) _).
    { apply (difference_ne _ _ (a - b)).
      { reflexivity. }
      sgn. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    rule (if_true a x (leb x a)). }
  { apply (ne_eq _ (x) _).
    { assert (b <> x).
      { hyp. }
      hyp. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    apply (eq_eq _ ((if ltb a x then x else a)) _).
    { symmetry.
      rule (if_less a x x a). }
    rule (if_true x a (ltb a x)). }
Qed.

(* put in ∂y/∂a *)
Lemma vjp_y_a_1_lemma :
  y_bar * pd (at0 a) (fun a' => y_of b a' x)
  = y_bar * (if leb x a then 1 else 0).
Proof.
  pose proof vjp_y_a_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_16.
Qed.

(* the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma vjp_y_a_2_if_moved :
  y_bar * (if leb x a then 1 else 0)
  = (if leb x a then y_bar else 0).
Proof.
  apply (eq_eq _ (y_bar * (if leb 0 (a - x) then 1 else 0)) _).
  { refine (f_equal2 Rmult eq_refl _).
    assert (a - x = a - x).
    { reflexivity. }
    rule (if_moved x a 1 0 (a - x)). }
  apply (eq_eq _ ((if leb 0 (a - x) then 1 else 0) * y_bar) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb 0 (a - x) then y_bar else 0)) _).
  { assert (a - x = a - x).
    { reflexivity. }
    rule (if_moved x a y_bar 0 (a - x)). }
  apply (eq_eq _ ((if leb 0 (a - x) then 1 else 0) * y_bar + (1 - (if leb 0 (a - x) then 1 else 0)) * 0) _).
  { rule (if_indicator y_bar 0 (leb 0 (a - x))). }
  arith.
Qed.

Theorem vjp_y_a :
  is_pd (at0 a) (fun a' => y_bar * y_of b a' x)
  ((if leb x a then y_bar else 0)).
Proof.
  pose proof vjp_y_a_needs_1.
  apply (is_pd_eq _ _ (y_bar * pd (at0 a) (fun a' => y_of b a' x)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_a_1_lemma vjp_y_a_2_if_moved).
Qed.
End vjp_y_a.

(** * JVP of y for a *)

Section jvp_y_a.
Hypothesis given1 : a <> x.
Hypothesis given2 : a < b.
Hypothesis given3 : b <> x.

Lemma jvp_y_a_needs_1 :
  b <> Rmax a x.
Proof.
  destruct (Rle_lt_dec x a) as [?|?].
  { apply (ne_eq _ (a) _).
    { apply (difference_ne _ _ (a - b)).
      { reflexivity. }
      sgn. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    rule (if_true a x (leb x a)). }
  { apply (ne_eq _ (x) _).
    { assert (b <> x).
      { hyp. }
      hyp. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    apply (eq_eq _ ((if ltb a x then x else a)) _).
    { symmetry.
      rule (if_less a x x a). }
    rule (if_true x a (ltb a x)). }
Qed.

(* put in ∂y/∂a *)
Lemma jvp_y_a_1_lemma :
  pd (at0 a) (fun a' => y_of b a' x) * a_dot
  = (if leb x a then 1 else 0) * a_dot.
Proof.
  pose proof jvp_y_a_needs_1.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_16.
Qed.

(* the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma jvp_y_a_2_if_moved :
  (if leb x a then 1 else 0) * a_dot
  = (if leb x a then a_dot else 0).
Proof.
  apply (eq_eq _ ((if leb 0 (a - x) then 1 else 0) * a_dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    assert (a - x = a - x).
    { reflexivity. }
    rule (if_moved x a 1 0 (a - x)). }
  symmetry.
  apply (eq_eq _ ((if leb 0 (a - x) then a_dot else 0)) _).
  { assert (a - x = a - x).
    { reflexivity. }
    rule (if_moved x a a_dot 0 (a - x)). }
  apply (eq_eq _ ((if leb 0 (a - x) then 1 else 0) * a_dot + (1 - (if leb 0 (a - x) then 1 else 0)) * 0) _).
  { rule (if_indicator a_dot 0 (leb 0 (a - x))). }
  arith.
Qed.

Theorem jvp_y_a :
  is_pd (at0 0) (fun t => y_of b (line0 a a_dot t) x)
  ((if leb x a then a_dot else 0)).
Proof.
  pose proof jvp_y_a_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 a) (fun a' => y_of b a' x) * a_dot) _).
  { apply (eq_eq _ (pd (at0 a) (fun a' => y_of b a' x) * a_dot) _).
    { refine (eq_trans (chain0_at (at0 0) a (fun a' => y_of b a' x) (fun t => (line0 a a_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_a_1_lemma jvp_y_a_2_if_moved).
Qed.
End jvp_y_a.

(** * Derivative of y by x *)

Section derivative_y_x.
Hypothesis given1 : a <> x.
Hypothesis given2 : a < b.
Hypothesis given3 : b <> x.

Lemma derivative_y_x_needs_1 :
  b <> Rmax a x.
Proof.
  rule shared_10.
Qed.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of b a x')
  = pd (at0 x) (fun x' => Rmin b (Rmax a x')).
Proof.
  pose proof derivative_y_x_needs_1.
  reflexivity.
Qed.

Lemma derivative_y_x_needs_2 :
  ((Rmax a x < b) -> a <> x).
Proof.
  intro.
  hyp.
Qed.

(* the smaller one varies *)
Lemma derivative_y_x_2_diff_min :
  pd (at0 x) (fun x' => Rmin b (Rmax a x'))
  = (if leb b (Rmax a x) then pd (at0 x) (fun x' => b) else pd (at0 x) (fun x' => Rmax a x')).
Proof.
  pose proof derivative_y_x_needs_1.
  pose proof derivative_y_x_needs_2.
  rule (diff_min (at0 x) (fun x' => b) (fun x' => Rmax a x')).
Qed.

(* the larger one varies *)
Lemma derivative_y_x_3_diff_max :
  (if leb b (Rmax a x) then pd (at0 x) (fun x' => b) else pd (at0 x) (fun x' => Rmax a x'))
  = (if leb b (Rmax a x) then 0 else (if leb x a then 0 else 1)).
Proof.
  pose proof derivative_y_x_needs_2.
  rule shared_5.
Qed.

(* case by case *)
Lemma derivative_y_x_4_cases :
  (if leb b (Rmax a x) then 0 else (if leb x a then 0 else 1))
  = (if andb (ltb a x) (ltb x b) then 1 else 0).
Proof.
  rule shared_9.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of b a x')
  ((if andb (ltb a x) (ltb x b) then 1 else 0)).
Proof.
  pose proof derivative_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_min (eq_eq _ _ _ derivative_y_x_3_diff_max derivative_y_x_4_cases))).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Hypothesis given1 : a <> x.
Hypothesis given2 : a < b.
Hypothesis given3 : b <> x.

Lemma vjp_y_x_needs_1 :
  b <> Rmax a x.
Proof.
  destruct (Rle_lt_dec x a) as [?|?].
  { apply (ne_eq _ (a) _).
    { apply (difference_ne _ _ (a - b)).
      { reflexivity. }
      sgn. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    rule (if_true a x (leb x a)). }
  { apply (ne_eq _ (x) _).
    { assert (b <> x).
      { hyp. }
      hyp. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    apply (eq_eq _ ((if ltb a x then x else a)) _).
    { symmetry.
      rule (if_less a x x a). }
    rule (if_true x a (ltb a x)). }
Qed.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of b a x')
  = y_bar * (if andb (ltb a x) (ltb x b) then 1 else 0).
Proof.
  pose proof vjp_y_x_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_17.
Qed.

(* one condition after the other; the branches change places; the same comparison of the difference with 0 *)
Lemma vjp_y_x_2_if_and :
  y_bar * (if andb (ltb a x) (ltb x b) then 1 else 0)
  = (if andb (ltb a x) (ltb x b) then y_bar else 0).
Proof.
  apply (eq_eq _ (y_bar * (1 - (if leb 0 (- b + x) then 1 else 0) + (if leb 0 (- b + x) then 1 else 0) * (if leb 0 (a - x) then 1 else 0) - (if leb 0 (a - x) then 1 else 0))) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule shared_18. }
  apply (eq_eq _ ((if leb 0 (- b + x) then 1 else 0) * (if leb 0 (a - x) then 1 else 0) * y_bar - (if leb 0 (- b + x) then 1 else 0) * y_bar - (if leb 0 (a - x) then 1 else 0) * y_bar + y_bar) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if ltb a x then (if ltb x b then y_bar else 0) else 0)) _).
  { rule (if_and y_bar 0 (ltb a x) (ltb x b)). }
  apply (eq_eq _ ((if ltb a x then - ((if leb 0 (- b + x) then 1 else 0) * y_bar) + y_bar else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if leb b x then 0 else y_bar)) _).
      { rule (if_less x b y_bar 0). }
      apply (eq_eq _ ((if leb 0 (- b + x) then 0 else y_bar)) _).
      { assert (- b + x = x - b).
        { rule shared_13. }
        rule (if_moved b x 0 y_bar (- b + x)). }
      apply (eq_eq _ ((if leb 0 (- b + x) then 1 else 0) * 0 + (1 - (if leb 0 (- b + x) then 1 else 0)) * y_bar) _).
      { rule (if_indicator 0 y_bar (leb 0 (- b + x))). }
      arith. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb x a then 0 else - ((if leb 0 (- b + x) then 1 else 0) * y_bar) + y_bar)) _).
  { rule (if_less a x (- ((if leb 0 (- b + x) then 1 else 0) * y_bar) + y_bar) 0). }
  apply (eq_eq _ ((if leb 0 (a - x) then 0 else - ((if leb 0 (- b + x) then 1 else 0) * y_bar) + y_bar)) _).
  { assert (a - x = a - x).
    { reflexivity. }
    rule (if_moved x a 0 (- ((if leb 0 (- b + x) then 1 else 0) * y_bar) + y_bar) (a - x)). }
  apply (eq_eq _ ((if leb 0 (a - x) then 1 else 0) * 0 + (1 - (if leb 0 (a - x) then 1 else 0)) * (- ((if leb 0 (- b + x) then 1 else 0) * y_bar) + y_bar)) _).
  { rule (if_indicator 0 (- ((if leb 0 (- b + x) then 1 else 0) * y_bar) + y_bar) (leb 0 (a - x))). }
  arith.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of b a x')
  ((if andb (ltb a x) (ltb x b) then y_bar else 0)).
Proof.
  pose proof vjp_y_x_needs_1.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of b a x')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma vjp_y_x_2_if_and).
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Hypothesis given1 : a <> x.
Hypothesis given2 : a < b.
Hypothesis given3 : b <> x.

Lemma jvp_y_x_needs_1 :
  b <> Rmax a x.
Proof.
  destruct (Rle_lt_dec x a) as [?|?].
  { apply (ne_eq _ (a) _).
    { apply (difference_ne _ _ (a - b)).
      { reflexivity. }
      sgn. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    rule (if_true a x (leb x a)). }
  { apply (ne_eq _ (x) _).
    { assert (b <> x).
      { hyp. }
      hyp. }
    symmetry.
    apply (eq_eq _ ((if leb x a then a else x)) _).
    { rule (max_if a x). }
    apply (eq_eq _ ((if ltb a x then x else a)) _).
    { symmetry.
      rule (if_less a x x a). }
    rule (if_true x a (ltb a x)). }
Qed.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of b a x') * x_dot
  = (if andb (ltb a x) (ltb x b) then 1 else 0) * x_dot.
Proof.
  pose proof jvp_y_x_needs_1.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_17.
Qed.

(* one condition after the other; the branches change places; the same comparison of the difference with 0 *)
Lemma jvp_y_x_2_if_and :
  (if andb (ltb a x) (ltb x b) then 1 else 0) * x_dot
  = (if andb (ltb a x) (ltb x b) then x_dot else 0).
Proof.
  apply (eq_eq _ ((1 - (if leb 0 (- b + x) then 1 else 0) + (if leb 0 (- b + x) then 1 else 0) * (if leb 0 (a - x) then 1 else 0) - (if leb 0 (a - x) then 1 else 0)) * x_dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    rule shared_18. }
  apply (eq_eq _ ((if leb 0 (- b + x) then 1 else 0) * (if leb 0 (a - x) then 1 else 0) * x_dot - (if leb 0 (- b + x) then 1 else 0) * x_dot - (if leb 0 (a - x) then 1 else 0) * x_dot + x_dot) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if ltb a x then (if ltb x b then x_dot else 0) else 0)) _).
  { rule (if_and x_dot 0 (ltb a x) (ltb x b)). }
  apply (eq_eq _ ((if ltb a x then - ((if leb 0 (- b + x) then 1 else 0) * x_dot) + x_dot else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if leb b x then 0 else x_dot)) _).
      { rule (if_less x b x_dot 0). }
      apply (eq_eq _ ((if leb 0 (- b + x) then 0 else x_dot)) _).
      { assert (- b + x = x - b).
        { rule shared_13. }
        rule (if_moved b x 0 x_dot (- b + x)). }
      apply (eq_eq _ ((if leb 0 (- b + x) then 1 else 0) * 0 + (1 - (if leb 0 (- b + x) then 1 else 0)) * x_dot) _).
      { rule (if_indicator 0 x_dot (leb 0 (- b + x))). }
      arith. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb x a then 0 else - ((if leb 0 (- b + x) then 1 else 0) * x_dot) + x_dot)) _).
  { rule (if_less a x (- ((if leb 0 (- b + x) then 1 else 0) * x_dot) + x_dot) 0). }
  apply (eq_eq _ ((if leb 0 (a - x) then 0 else - ((if leb 0 (- b + x) then 1 else 0) * x_dot) + x_dot)) _).
  { assert (a - x = a - x).
    { reflexivity. }
    rule (if_moved x a 0 (- ((if leb 0 (- b + x) then 1 else 0) * x_dot) + x_dot) (a - x)). }
  apply (eq_eq _ ((if leb 0 (a - x) then 1 else 0) * 0 + (1 - (if leb 0 (a - x) then 1 else 0)) * (- ((if leb 0 (- b + x) then 1 else 0) * x_dot) + x_dot)) _).
  { rule (if_indicator 0 (- ((if leb 0 (- b + x) then 1 else 0) * x_dot) + x_dot) (leb 0 (a - x))). }
  arith.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of b a (line0 x x_dot t))
  ((if andb (ltb a x) (ltb x b) then x_dot else 0)).
Proof.
  pose proof jvp_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => y_of b a x') * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => y_of b a x') * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => y_of b a x') (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma jvp_y_x_2_if_and).
Qed.
End jvp_y_x.
End hardtanh_theory.

(* the hypotheses of at_least_a can be met *)
Lemma at_least_a_possible :
  exists (a : R) (b : R),
  (a < b).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of at_most_b can be met *)
Lemma at_most_b_possible :
  exists (a : R) (b : R),
  (a < b).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of derivative can be met *)
Lemma derivative_possible :
  exists (a : R) (b : R) (x : R),
  (a <> x) /\ (a < b) /\ (b <> x).
Proof.
  exists (1), (2), ((1 / 2)).
  witness.
Qed.

(* the hypotheses of derivative_y_b can be met *)
Lemma derivative_y_b_possible :
  exists (a : R) (b : R) (x : R),
  (a < b) /\ (b <> x).
Proof.
  exists (1), (2), (1).
  witness.
Qed.

(* the hypotheses of vjp_y_b can be met *)
Lemma vjp_y_b_possible :
  exists (a : R) (b : R) (x : R),
  (a < b) /\ (b <> x).
Proof.
  exists (1), (2), (1).
  witness.
Qed.

(* the hypotheses of jvp_y_b can be met *)
Lemma jvp_y_b_possible :
  exists (a : R) (b : R) (x : R),
  (a < b) /\ (b <> x).
Proof.
  exists (1), (2), (1).
  witness.
Qed.

(* the hypotheses of derivative_y_a can be met *)
Lemma derivative_y_a_possible :
  exists (a : R) (b : R) (x : R),
  (a <> x) /\ (a < b) /\ (b <> x).
Proof.
  exists (1), (2), ((1 / 2)).
  witness.
Qed.

(* the hypotheses of vjp_y_a can be met *)
Lemma vjp_y_a_possible :
  exists (a : R) (b : R) (x : R),
  (a <> x) /\ (a < b) /\ (b <> x).
Proof.
  exists (1), (2), ((1 / 2)).
  witness.
Qed.

(* the hypotheses of jvp_y_a can be met *)
Lemma jvp_y_a_possible :
  exists (a : R) (b : R) (x : R),
  (a <> x) /\ (a < b) /\ (b <> x).
Proof.
  exists (1), (2), ((1 / 2)).
  witness.
Qed.

(* the hypotheses of derivative_y_x can be met *)
Lemma derivative_y_x_possible :
  exists (a : R) (b : R) (x : R),
  (a <> x) /\ (a < b) /\ (b <> x).
Proof.
  exists (1), (2), ((1 / 2)).
  witness.
Qed.

(* the hypotheses of vjp_y_x can be met *)
Lemma vjp_y_x_possible :
  exists (a : R) (b : R) (x : R),
  (a <> x) /\ (a < b) /\ (b <> x).
Proof.
  exists (1), (2), ((1 / 2)).
  witness.
Qed.

(* the hypotheses of jvp_y_x can be met *)
Lemma jvp_y_x_possible :
  exists (a : R) (b : R) (x : R),
  (a <> x) /\ (a < b) /\ (b <> x).
Proof.
  exists (1), (2), ((1 / 2)).
  witness.
Qed.
