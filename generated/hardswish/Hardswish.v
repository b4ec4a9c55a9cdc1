(* made by derive, do not edit *)
(* Hard swish

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (x : R) : R :=
  x * Rmin 6 (Rmax 0 (x + 3)) / 6.
#[local] Hint Unfold y_of : definitions.

Section hardswish_theory.
Variables (x x_dot y_bar : R).
Local Notation y := (y_of x).

(** * What several lines rest on *)

Lemma shared_1 :
  (0 <> x + 3) ->
  (6 <> Rmax 0 (x + 3)) ->
  pd (at0 x) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3)) / 6) = pd (at0 x) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3))) / 6.
Proof.
  intros ? ?.
  apply (eq_eq _ (pd (at0 x) (fun x' => (1 / 6) * x' * Rmin 6 (Rmax 0 (x' + 3)))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    arith. }
  apply (eq_eq _ (pd (at0 x) (fun x' => (1 / 6) * x' * Rmin 6 (Rmax 0 (x' + 3)))) _).
  { reflexivity. }
  apply (eq_eq _ ((1 / 6) * pd (at0 x) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3)))) _).
  { assert (pd (at0 x) (fun x' => (1 / 6)) = 0).
    { apply constant. }
    rule_same (diff_scale (at0 x) (fun x' => (1 / 6)) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3)))). }
  arith.
Qed.

Lemma shared_2 :
  (0 <> x + 3) ->
  (6 <> Rmax 0 (x + 3)) ->
  (((Rmax 0 (x + 3) < 6) -> 0 <> x + 3)) ->
  pd (at0 x) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3))) / 6 = (Rmin 6 (Rmax 0 (x + 3)) + x * (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1))) / 6.
Proof.
  intros ? ? ?.
  apply (eq_eq _ ((1 * Rmin 6 (Rmax 0 (x + 3)) + x * (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1 + 0))) / 6) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at0 x) (fun x' => x') * Rmin 6 (Rmax 0 (x + 3)) + x * pd (at0 x) (fun x' => Rmin 6 (Rmax 0 (x' + 3)))) _).
    { rule (diff_mul (at0 x) (fun x' => x') (fun x' => Rmin 6 (Rmax 0 (x' + 3)))). }
    refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult eq_refl _)).
    { apply variable0. }
    apply (eq_eq _ ((if leb 6 (Rmax 0 (x + 3)) then pd (at0 x) (fun x' => 6) else pd (at0 x) (fun x' => Rmax 0 (x' + 3)))) _).
    { rule (diff_min (at0 x) (fun x' => 6) (fun x' => Rmax 0 (x' + 3))). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ ((if leb (x + 3) 0 then pd (at0 x) (fun x' => 0) else pd (at0 x) (fun x' => x' + 3))) _).
      { rule (diff_max (at0 x) (fun x' => 0) (fun x' => x' + 3)). }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply constant. }
      { apply (eq_eq _ (pd (at0 x) (fun x' => x') + pd (at0 x) (fun x' => 3)) _).
        { rule (diff_add (at0 x) (fun x' => x') (fun x' => 3)). }
        refine (f_equal2 Rplus _ _).
        { apply variable0. }
        apply constant. } } }
  refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal2 Rmult eq_refl _)) eq_refl).
  { arith. }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
Qed.

Lemma shared_3 :
  (x < 3) ->
  ((-3) < x) ->
  (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1)) = 1.
Proof.
  intros ? ?.
  apply (eq_eq _ ((if ltb (Rmax 0 (x + 3)) 6 then (if leb (x + 3) 0 then 0 else 1) else 0)) _).
  { symmetry.
    rule (if_less (Rmax 0 (x + 3)) 6 (if leb (x + 3) 0 then 0 else 1) 0). }
  apply (eq_eq _ ((if leb (x + 3) 0 then 0 else 1)) _).
  { assert (Rmax 0 (x + 3) < 6).
    { assert (0 < x + 3).
      { sgn. }
      apply (eq_lt _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
      { rule (max_if 0 (x + 3)). }
      apply (eq_lt _ ((if ltb 0 (x + 3) then x + 3 else 0)) _).
      { symmetry.
        rule (if_less 0 (x + 3) (x + 3) 0). }
      apply (eq_lt _ (x + 3) _).
      { rule (if_true (x + 3) 0 (ltb 0 (x + 3))). }
      apply (difference_lt _ _ (1 * (3 - x))).
      { arith. }
      sgn. }
    rule (if_true (if leb (x + 3) 0 then 0 else 1) 0 (ltb (Rmax 0 (x + 3)) 6)). }
  apply (eq_eq _ ((if ltb 0 (x + 3) then 1 else 0)) _).
  { symmetry.
    rule (if_less 0 (x + 3) 1 0). }
  assert (0 < x + 3).
  { sgn. }
  rule (if_true 1 0 (ltb 0 (x + 3))).
Qed.

Lemma shared_4 :
  (0 < x + 3) ->
  x + 3 = Rmax 0 (x + 3).
Proof.
  intros ?.
  symmetry.
  apply (eq_eq _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
  { rule (max_if 0 (x + 3)). }
  apply (eq_eq _ ((if ltb 0 (x + 3) then x + 3 else 0)) _).
  { symmetry.
    rule (if_less 0 (x + 3) (x + 3) 0). }
  rule (if_true (x + 3) 0 (ltb 0 (x + 3))).
Qed.

Lemma shared_5 :
  Rmin 6 0 = 0.
Proof.
  apply (eq_eq _ ((if leb 6 0 then 6 else 0)) _).
  { rule (min_if 6 0). }
  apply (eq_eq _ ((if ltb 0 6 then 0 else 6)) _).
  { symmetry.
    rule (if_less 0 6 0 6). }
  assert (0 < 6).
  { sgn. }
  rule (if_true 0 6 (ltb 0 6)).
Qed.

Lemma shared_6 :
  (x <= (-3)) ->
  x * (if andb (ltb (-3) x) (ltb x 3) then 1 else 0) = x * 0.
Proof.
  intros ?.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ ((if ltb (-3) x then (if ltb x 3 then 1 else 0) else 0)) _).
  { rule (if_and 1 0 (ltb (-3) x) (ltb x 3)). }
  apply (eq_eq _ ((if leb x (-3) then 0 else (if ltb x 3 then 1 else 0))) _).
  { rule (if_less (-3) x (if ltb x 3 then 1 else 0) 0). }
  assert (x <= (-3)).
  { hyp. }
  rule (if_true 0 (if ltb x 3 then 1 else 0) (leb x (-3))).
Qed.

Lemma shared_7 :
  ((-3) < x) ->
  (Rmin 6 (Rmax 0 (x + 3)) + x * (if andb (ltb (-3) x) (ltb x 3) then 1 else 0)) / 6 = (Rmin 6 (x + 3) + x * (if ltb x 3 then 1 else 0)) / 6.
Proof.
  intros ?.
  refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmin eq_refl _) (f_equal2 Rmult eq_refl _)) eq_refl).
  { apply (eq_eq _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
    { rule (max_if 0 (x + 3)). }
    apply (eq_eq _ ((if ltb 0 (x + 3) then x + 3 else 0)) _).
    { symmetry.
      rule (if_less 0 (x + 3) (x + 3) 0). }
    assert (0 < x + 3).
    { sgn. }
    rule (if_true (x + 3) 0 (ltb 0 (x + 3))). }
  apply (eq_eq _ ((if ltb (-3) x then (if ltb x 3 then 1 else 0) else 0)) _).
  { rule (if_and 1 0 (ltb (-3) x) (ltb x 3)). }
  assert ((-3) < x).
  { hyp. }
  rule (if_true (if ltb x 3 then 1 else 0) 0 (ltb (-3) x)).
Qed.

Lemma shared_8 :
  (x < 3) ->
  (Rmin 6 (x + 3) + x * (if ltb x 3 then 1 else 0)) / 6 = (1 / 2) + x / 3.
Proof.
  intros ?.
  apply (eq_eq _ ((x + 3 + x * 1) / 6) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ ((x + 3) + x * 1) _); [ | same ].
    refine (f_equal2 Rplus _ (f_equal2 Rmult eq_refl _)).
    { apply (eq_eq _ ((if leb 6 (x + 3) then 6 else x + 3)) _).
      { rule (min_if 6 (x + 3)). }
      apply (eq_eq _ ((if ltb (x + 3) 6 then x + 3 else 6)) _).
      { symmetry.
        rule (if_less (x + 3) 6 (x + 3) 6). }
      assert (x + 3 < 6).
      { apply (difference_lt _ _ (1 * (3 - x))).
        { arith. }
        sgn. }
      rule (if_true (x + 3) 6 (ltb (x + 3) 6)). }
    assert (x < 3).
    { hyp. }
    rule (if_true 1 0 (ltb x 3)). }
  arith.
Qed.

Lemma shared_9 :
  (Rmin 6 (Rmax 0 (x + 3)) + x * (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1))) / 6 = (if leb x (-3) then 0 else (if ltb x 3 then (1 / 2) + x / 3 else 1)).
Proof.
  apply (eq_eq _ ((Rmin 6 (Rmax 0 (x + 3)) + x * (if andb (ltb (-3) x) (ltb x 3) then 1 else 0)) / 6) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal2 Rmult eq_refl _)) eq_refl).
    apply (eq_eq _ ((if leb x (-3) then (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1)) else (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1)))) _).
    { symmetry.
      rule (if_same (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1)) (leb x (-3))). }
    apply (eq_eq _ ((if leb x (-3) then 0 else (if ltb x 3 then 1 else 0))) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ ((if ltb (Rmax 0 (x + 3)) 6 then (if leb (x + 3) 0 then 0 else 1) else 0)) _).
        { symmetry.
          rule (if_less (Rmax 0 (x + 3)) 6 (if leb (x + 3) 0 then 0 else 1) 0). }
        apply (eq_eq _ ((if leb (x + 3) 0 then 0 else 1)) _).
        { assert (Rmax 0 (x + 3) < 6).
          { assert (x + 3 <= 0).
            { sgn. }
            apply (eq_lt _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
            { rule (max_if 0 (x + 3)). }
            apply (eq_lt _ (0) _).
            { rule (if_true 0 (x + 3) (leb (x + 3) 0)). }
            sgn. }
          rule (if_true (if leb (x + 3) 0 then 0 else 1) 0 (ltb (Rmax 0 (x + 3)) 6)). }
        assert (x + 3 <= 0).
        { sgn. }
        rule (if_true 0 1 (leb (x + 3) 0)). }
      { apply (eq_eq _ ((if ltb x 3 then (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1)) else (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1)))) _).
        { symmetry.
          rule (if_same (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1)) (ltb x 3)). }
        assert (((x < 3) -> (-3) < x)).
        { intro.
          hyp. }
        apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { rule shared_3. }
        { assert (6 <= Rmax 0 (x + 3)).
          { assert (0 < x + 3).
            { sgn. }
            apply (le_eq _ (x + 3) _).
            { apply (difference_le _ _ (1 * (x + (-3)))).
              { apply (eq_eq _ (x + 3 + (-6)) _); [ same | ].
                arith. }
              sgn. }
            rule shared_4. }
          rule (if_true 0 (if leb (x + 3) 0 then 0 else 1) (leb 6 (Rmax 0 (x + 3)))). } } }
    apply (eq_eq _ ((if ltb (-3) x then (if ltb x 3 then 1 else 0) else 0)) _).
    { symmetry.
      rule (if_less (-3) x (if ltb x 3 then 1 else 0) 0). }
    symmetry.
    rule (if_and 1 0 (ltb (-3) x) (ltb x 3)). }
  apply (eq_eq _ ((if leb x (-3) then (Rmin 6 (Rmax 0 (x + 3)) + x * (if andb (ltb (-3) x) (ltb x 3) then 1 else 0)) / 6 else (Rmin 6 (Rmax 0 (x + 3)) + x * (if andb (ltb (-3) x) (ltb x 3) then 1 else 0)) / 6)) _).
  { symmetry.
    rule (if_same ((Rmin 6 (Rmax 0 (x + 3)) + x * (if andb (ltb (-3) x) (ltb x 3) then 1 else 0)) / 6) (leb x (-3))). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply (eq_eq _ ((0 + x * 0) / 6) _).
    { refine (f_equal2 Rdiv (f_equal2 Rplus _ _) eq_refl).
      { apply (eq_eq _ (Rmin 6 0) _).
        { refine (f_equal2 Rmin eq_refl _).
          apply (eq_eq _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
          { rule (max_if 0 (x + 3)). }
          assert (x + 3 <= 0).
          { sgn. }
          rule (if_true 0 (x + 3) (leb (x + 3) 0)). }
        rule shared_5. }
      rule shared_6. }
    arith. }
  { apply (eq_eq _ ((Rmin 6 (x + 3) + x * (if ltb x 3 then 1 else 0)) / 6) _).
    { rule shared_7. }
    apply (eq_eq _ ((if ltb x 3 then (Rmin 6 (x + 3) + x * (if ltb x 3 then 1 else 0)) / 6 else (Rmin 6 (x + 3) + x * (if ltb x 3 then 1 else 0)) / 6)) _).
    { symmetry.
      rule (if_same ((Rmin 6 (x + 3) + x * (if ltb x 3 then 1 else 0)) / 6) (ltb x 3)). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { rule shared_8. }
    { apply (eq_eq _ ((6 + x * 0) / 6) _).
      { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal2 Rmult eq_refl _)) eq_refl).
        { apply (eq_eq _ ((if leb 6 (x + 3) then 6 else x + 3)) _).
          { rule (min_if 6 (x + 3)). }
          assert (6 <= x + 3).
          { apply (difference_le _ _ (1 * (x + (-3)))).
            { apply (eq_eq _ (x + 3 + (-6)) _); [ same | ].
              arith. }
            sgn. }
          rule (if_true 6 (x + 3) (leb 6 (x + 3))). }
        apply (eq_eq _ ((if leb 3 x then 0 else 1)) _).
        { rule (if_less x 3 1 0). }
        assert (3 <= x).
        { hyp. }
        rule (if_true 0 1 (leb 3 x)). }
      arith. } }
Qed.

Lemma shared_10 :
  (x <> (-3)) ->
  (x <> 3) ->
  pd (at0 x) (fun x' => y_of x') = (if leb x (-3) then 0 else (if ltb x 3 then (1 / 2) + x / 3 else 1)).
Proof.
  intros ? ?.
  assert (((Rmax 0 (x + 3) < 6) -> 0 <> x + 3)).
  { intro.
    apply not_eq_sym.
    sgn. }
  assert (6 <> Rmax 0 (x + 3)).
  { destruct (Rle_lt_dec (x + 3) 0) as [?|?].
    { apply (ne_eq _ (0) _).
      { sgn. }
      symmetry.
      apply (eq_eq _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
      { rule (max_if 0 (x + 3)). }
      rule (if_true 0 (x + 3) (leb (x + 3) 0)). }
    { apply (ne_eq _ (x + 3) _).
      { assert (x <> 3).
        { hyp. }
        apply (difference_ne _ _ ((-1) * (3 - x))).
        { apply (eq_eq _ (x + 3 + (-6)) _); [ same | ].
          arith. }
        sgn. }
      rule shared_4. } }
  assert (0 <> x + 3).
  { assert (x <> (-3)).
    { hyp. }
    apply not_eq_sym.
    sgn. }
  apply (eq_eq _ (pd (at0 x) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3)) / 6)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 x) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3))) / 6) _).
  { rule shared_1. }
  apply (eq_eq _ ((Rmin 6 (Rmax 0 (x + 3)) + x * (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1))) / 6) _).
  { rule shared_2. }
  rule shared_9.
Qed.

(** * Derivative *)

Section derivative.
Hypothesis given1 : x <> (-3).
Hypothesis given2 : x <> 3.

Lemma derivative_needs_1 :
  0 <> x + 3.
Proof.
  assert (x <> (-3)).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

Lemma derivative_needs_2 :
  6 <> Rmax 0 (x + 3).
Proof.
  destruct (Rle_lt_dec (x + 3) 0) as [?|?].
  { apply (ne_eq _ (0) _).
    { sgn. }
    symmetry.
    apply (eq_eq _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
    { rule (max_if 0 (x + 3)). }
    rule (if_true 0 (x + 3) (leb (x + 3) 0)). }
  { apply (ne_eq _ (x + 3) _).
    { assert (x <> 3).
      { hyp. }
      apply (difference_ne _ _ ((-1) * (3 - x))).
      { apply (eq_eq _ (x + 3 + (-6)) _); [ same | ].
        arith. }
      sgn. }
    symmetry.
    apply (eq_eq _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
    { rule (max_if 0 (x + 3)). }
    apply (eq_eq _ ((if ltb 0 (x + 3) then x + 3 else 0)) _).
    { symmetry.
      rule (if_less 0 (x + 3) (x + 3) 0). }
    rule (if_true (x + 3) 0 (ltb 0 (x + 3))). }
Qed.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of x')
  = pd (at0 x) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3)) / 6).
Proof.
  pose proof derivative_needs_1.
  pose proof derivative_needs_2.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_2_diff_scale :
  pd (at0 x) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3)) / 6)
  = pd (at0 x) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3))) / 6.
Proof.
  pose proof derivative_needs_1.
  pose proof derivative_needs_2.
  rule shared_1.
Qed.

Lemma derivative_needs_3 :
  ((Rmax 0 (x + 3) < 6) -> 0 <> x + 3).
Proof.
  intro.
  apply not_eq_sym.
  sgn.
Qed.

(* product rule; the smaller one varies; the larger one varies *)
Lemma derivative_3_diff_mul :
  pd (at0 x) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3))) / 6
  = (Rmin 6 (Rmax 0 (x + 3)) + x * (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1))) / 6.
Proof.
  pose proof derivative_needs_1.
  pose proof derivative_needs_2.
  pose proof derivative_needs_3.
  rule shared_2.
Qed.

(* case by case *)
Lemma derivative_4_cases :
  (Rmin 6 (Rmax 0 (x + 3)) + x * (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1))) / 6
  = (if leb x (-3) then 0 else (if ltb x 3 then (1 / 2) + x / 3 else 1)).
Proof.
  apply (eq_eq _ ((Rmin 6 (Rmax 0 (x + 3)) + x * (if andb (ltb (-3) x) (ltb x 3) then 1 else 0)) / 6) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal2 Rmult eq_refl _)) eq_refl).
    apply (eq_eq _ ((if leb x (-3) then (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1)) else (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1)))) _).
    { symmetry.
      rule (if_same (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1)) (leb x (-3))). }
    apply (eq_eq _ ((if leb x (-3) then 0 else (if ltb x 3 then 1 else 0))) _).
    { assert ((((-3) < x) -> x <> 3)).
      { intro.
        hyp. }
      assert (((x <= (-3)) -> x <> (-3))).
      { intro.
        hyp. }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ ((if ltb (Rmax 0 (x + 3)) 6 then (if leb (x + 3) 0 then 0 else 1) else 0)) _).
        { symmetry.
          rule (if_less (Rmax 0 (x + 3)) 6 (if leb (x + 3) 0 then 0 else 1) 0). }
        apply (eq_eq _ ((if leb (x + 3) 0 then 0 else 1)) _).
        { assert (Rmax 0 (x + 3) < 6).
          { assert (x + 3 <= 0).
            { sgn. }
            apply (eq_lt _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
            { rule (max_if 0 (x + 3)). }
            apply (eq_lt _ (0) _).
            { rule (if_true 0 (x + 3) (leb (x + 3) 0)). }
            sgn. }
          rule (if_true (if leb (x + 3) 0 then 0 else 1) 0 (ltb (Rmax 0 (x + 3)) 6)). }
        assert (x + 3 <= 0).
        { sgn. }
        rule (if_true 0 1 (leb (x + 3) 0)). }
      { apply (eq_eq _ ((if ltb x 3 then (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1)) else (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1)))) _).
        { symmetry.
          rule (if_same (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1)) (ltb x 3)). }
        assert (((3 <= x) -> x <> 3)).
        { intro.
          hyp. }
        assert (((x < 3) -> (-3) < x)).
        { intro.
          hyp. }
        apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { rule shared_3. }
        { assert (6 <= Rmax 0 (x + 3)).
          { assert (0 < x + 3).
            { sgn. }
            apply (le_eq _ (x + 3) _).
            { apply (difference_le _ _ (1 * (x + (-3)))).
              { apply (eq_eq _ (x + 3 + (-6)) _); [ same | ].
                arith. }
              sgn. }
            rule shared_4. }
          rule (if_true 0 (if leb (x + 3) 0 then 0 else 1) (leb 6 (Rmax 0 (x + 3)))). } } }
    apply (eq_eq _ ((if ltb (-3) x then (if ltb x 3 then 1 else 0) else 0)) _).
    { symmetry.
      rule (if_less (-3) x (if ltb x 3 then 1 else 0) 0). }
    symmetry.
    rule (if_and 1 0 (ltb (-3) x) (ltb x 3)). }
  apply (eq_eq _ ((if leb x (-3) then (Rmin 6 (Rmax 0 (x + 3)) + x * (if andb (ltb (-3) x) (ltb x 3) then 1 else 0)) / 6 else (Rmin 6 (Rmax 0 (x + 3)) + x * (if andb (ltb (-3) x) (ltb x 3) then 1 else 0)) / 6)) _).
  { symmetry.
    rule (if_same ((Rmin 6 (Rmax 0 (x + 3)) + x * (if andb (ltb (-3) x) (ltb x 3) then 1 else 0)) / 6) (leb x (-3))). }
  apply (eq_eq _ ((if leb x (-3) then 0 else (if ltb x 3 then (1 / 2) + x / 3 else 1))) _).
  { assert ((((-3) < x) -> x <> 3)).
    { intro.
      hyp. }
    assert (((x <= (-3)) -> x <> (-3))).
    { intro.
      hyp. }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((0 + x * 0) / 6) _).
      { refine (f_equal2 Rdiv (f_equal2 Rplus _ _) eq_refl).
        { apply (eq_eq _ (Rmin 6 0) _).
          { refine (f_equal2 Rmin eq_refl _).
            apply (eq_eq _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
            { rule (max_if 0 (x + 3)). }
            assert (x + 3 <= 0).
            { sgn. }
            rule (if_true 0 (x + 3) (leb (x + 3) 0)). }
          rule shared_5. }
        rule shared_6. }
      arith. }
    { apply (eq_eq _ ((Rmin 6 (x + 3) + x * (if ltb x 3 then 1 else 0)) / 6) _).
      { rule shared_7. }
      apply (eq_eq _ ((if ltb x 3 then (Rmin 6 (x + 3) + x * (if ltb x 3 then 1 else 0)) / 6 else (Rmin 6 (x + 3) + x * (if ltb x 3 then 1 else 0)) / 6)) _).
      { symmetry.
        rule (if_same ((Rmin 6 (x + 3) + x * (if ltb x 3 then 1 else 0)) / 6) (ltb x 3)). }
      assert (((3 <= x) -> x <> 3)).
      { intro.
        hyp. }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { rule shared_8. }
      { apply (eq_eq _ ((6 + x * 0) / 6) _).
        { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal2 Rmult eq_refl _)) eq_refl).
          { apply (eq_eq _ ((if leb 6 (x + 3) then 6 else x + 3)) _).
            { rule (min_if 6 (x + 3)). }
            assert (6 <= x + 3).
            { apply (difference_le _ _ (1 * (x + (-3)))).
              { apply (eq_eq _ (x + 3 + (-6)) _); [ same | ].
                arith. }
              sgn. }
            rule (if_true 6 (x + 3) (leb 6 (x + 3))). }
          apply (eq_eq _ ((if leb 3 x then 0 else 1)) _).
          { rule (if_less x 3 1 0). }
          assert (3 <= x).
          { hyp. }
          rule (if_true 0 1 (leb 3 x)). }
        arith. } } }
  apply (eq_eq _ ((if leb x (-3) then 0 else (if ltb x 3 then (1 / 2) + (1 / 3) * x else 1))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { arith. }
      { reflexivity. } } }
  symmetry.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { reflexivity. } }
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma derivative_5_if_less :
  (if leb x (-3) then 0 else (if ltb x 3 then (1 / 2) + x / 3 else 1))
  = (if ltb x (-3) then 0 else (if ltb 3 x then 1 else x / 3 + (1 / 2))).
Proof.
  apply (eq_eq _ ((if leb x (-3) then 0 else (1 / 2) + (1 / 2) * (if leb 0 ((-3) + x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) + x) then 1 else 0) * x + (1 / 3) * x)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { apply (eq_eq _ ((if ltb x 3 then (1 / 2) + (1 / 3) * x else 1)) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { arith. }
        { reflexivity. } }
      apply (eq_eq _ ((if leb 3 x then 1 else (1 / 2) + (1 / 3) * x)) _).
      { rule (if_less x 3 ((1 / 2) + (1 / 3) * x) 1). }
      apply (eq_eq _ ((if leb 0 ((-3) + x) then 1 else (1 / 2) + (1 / 3) * x)) _).
      { assert ((-3) + x = x + (-3)).
        { symmetry.
          arith. }
        rule (if_moved 3 x 1 ((1 / 2) + (1 / 3) * x) ((-3) + x)). }
      apply (eq_eq _ ((if leb 0 ((-3) + x) then 1 else 0) * 1 + (1 - (if leb 0 ((-3) + x) then 1 else 0)) * ((1 / 2) + (1 / 3) * x)) _).
      { rule (if_indicator 1 ((1 / 2) + (1 / 3) * x) (leb 0 ((-3) + x))). }
      arith. } }
  apply (eq_eq _ ((if leb 0 ((-3) - x) then 0 else (1 / 2) + (1 / 2) * (if leb 0 ((-3) + x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) + x) then 1 else 0) * x + (1 / 3) * x)) _).
  { assert ((-3) - x = (-3) - x).
    { reflexivity. }
    rule (if_moved x (-3) 0 ((1 / 2) + (1 / 2) * (if leb 0 ((-3) + x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) + x) then 1 else 0) * x + (1 / 3) * x) ((-3) - x)). }
  apply (eq_eq _ ((if leb 0 ((-3) - x) then 1 else 0) * 0 + (1 - (if leb 0 ((-3) - x) then 1 else 0)) * ((1 / 2) + (1 / 2) * (if leb 0 ((-3) + x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) + x) then 1 else 0) * x + (1 / 3) * x)) _).
  { rule (if_indicator 0 ((1 / 2) + (1 / 2) * (if leb 0 ((-3) + x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) + x) then 1 else 0) * x + (1 / 3) * x) (leb 0 ((-3) - x))). }
  apply (eq_eq _ ((1 / 2) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) - (1 / 2) * (if leb 0 ((-3) - x) then 1 else 0) * (if leb 0 ((-3) + x) then 1 else 0) + (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * (if leb 0 ((-3) + x) then 1 else 0) * x - (1 / 3) * (if leb 0 ((-3) - x) then 1 else 0) * x + (1 / 2) * (if leb 0 ((-3) + x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) + x) then 1 else 0) * x + (1 / 3) * x) _).
  { arith. }
  apply (eq_eq _ (- ((1 / 2) * (if leb 0 (3 - x) then 1 else 0) * (if leb 0 (3 + x) then 1 else 0)) + (1 / 3) * (if leb 0 (3 - x) then 1 else 0) * (if leb 0 (3 + x) then 1 else 0) * x + (if leb 0 (3 + x) then 1 else 0)) _).
  { destruct (Rle_lt_dec 0 ((-3) - x)) as [?|?].
    { assert (3 + x < 0).
      { sgn. }
      assert (0 <= 3 - x).
      { apply (le_eq _ (1 * ((-3) - x) + 6) _).
        { sgn. }
        symmetry.
        arith. }
      assert ((-3) + x < 0).
      { apply (eq_lt _ (- (1 * ((-3) - x) + 6)) _).
        { arith. }
        sgn. }
      apply (eq_eq _ ((1 / 2) - (1 / 2) * 1 - (1 / 2) * 1 * 0 + (1 / 3) * 1 * 0 * x - (1 / 3) * 1 * x + (1 / 2) * 0 - (1 / 3) * 0 * x + (1 / 3) * x) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _))) (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _) eq_refl)) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl))) (f_equal2 Rmult eq_refl _)) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl))) eq_refl).
        { rule (if_true 1 0 (leb 0 ((-3) - x))). }
        { rule (if_true 1 0 (leb 0 ((-3) - x))). }
        { apply (eq_eq _ ((if ltb ((-3) + x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less ((-3) + x) 0 0 1). }
          rule (if_true 0 1 (ltb ((-3) + x) 0)). }
        { rule (if_true 1 0 (leb 0 ((-3) - x))). }
        { apply (eq_eq _ ((if ltb ((-3) + x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less ((-3) + x) 0 0 1). }
          rule (if_true 0 1 (ltb ((-3) + x) 0)). }
        { rule (if_true 1 0 (leb 0 ((-3) - x))). }
        { apply (eq_eq _ ((if ltb ((-3) + x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less ((-3) + x) 0 0 1). }
          rule (if_true 0 1 (ltb ((-3) + x) 0)). }
        apply (eq_eq _ ((if ltb ((-3) + x) 0 then 0 else 1)) _).
        { symmetry.
          rule (if_less ((-3) + x) 0 0 1). }
        rule (if_true 0 1 (ltb ((-3) + x) 0)). }
      apply (eq_eq _ (0) _).
      { arith. }
      symmetry.
      apply (eq_eq _ (- ((1 / 2) * 1 * 0) + (1 / 3) * 1 * 0 * x + 0) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _)) (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _) eq_refl)) _).
        { rule (if_true 1 0 (leb 0 (3 - x))). }
        { apply (eq_eq _ ((if ltb (3 + x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less (3 + x) 0 0 1). }
          rule (if_true 0 1 (ltb (3 + x) 0)). }
        { rule (if_true 1 0 (leb 0 (3 - x))). }
        { apply (eq_eq _ ((if ltb (3 + x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less (3 + x) 0 0 1). }
          rule (if_true 0 1 (ltb (3 + x) 0)). }
        apply (eq_eq _ ((if ltb (3 + x) 0 then 0 else 1)) _).
        { symmetry.
          rule (if_less (3 + x) 0 0 1). }
        rule (if_true 0 1 (ltb (3 + x) 0)). }
      arith. }
    { assert (0 <= 3 + x).
      { apply (le_eq _ (1 * (- ((-3) - x))) _).
        { sgn. }
        symmetry.
        arith. }
      apply (eq_eq _ ((1 / 2) - (1 / 2) * 0 - (1 / 2) * 0 * (if leb 0 ((-3) + x) then 1 else 0) + (1 / 3) * 0 * (if leb 0 ((-3) + x) then 1 else 0) * x - (1 / 3) * 0 * x + (1 / 2) * (if leb 0 ((-3) + x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) + x) then 1 else 0) * x + (1 / 3) * x) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl))) (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl)) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl))) eq_refl) eq_refl) eq_refl).
        { apply (eq_eq _ ((if ltb ((-3) - x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less ((-3) - x) 0 0 1). }
          rule (if_true 0 1 (ltb ((-3) - x) 0)). }
        { apply (eq_eq _ ((if ltb ((-3) - x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less ((-3) - x) 0 0 1). }
          rule (if_true 0 1 (ltb ((-3) - x) 0)). }
        { apply (eq_eq _ ((if ltb ((-3) - x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less ((-3) - x) 0 0 1). }
          rule (if_true 0 1 (ltb ((-3) - x) 0)). }
        apply (eq_eq _ ((if ltb ((-3) - x) 0 then 0 else 1)) _).
        { symmetry.
          rule (if_less ((-3) - x) 0 0 1). }
        rule (if_true 0 1 (ltb ((-3) - x) 0)). }
      apply (eq_eq _ ((1 / 2) + (1 / 2) * (if leb 0 ((-3) + x) then 1 else 0) - (1 / 3) * (if leb 0 ((-3) + x) then 1 else 0) * x + (1 / 3) * x) _).
      { arith. }
      apply (eq_eq _ (1 - (1 / 2) * (if leb 0 (3 - x) then 1 else 0) + (1 / 3) * (if leb 0 (3 - x) then 1 else 0) * x) _).
      { destruct (Rle_lt_dec 0 ((-3) + x)) as [?|?].
        { assert (3 - x < 0).
          { sgn. }
          apply (eq_eq _ ((1 / 2) + (1 / 2) * 1 - (1 / 3) * 1 * x + (1 / 3) * x) _).
          { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus eq_refl (f_equal2 Rmult eq_refl _)) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl))) eq_refl).
            { rule (if_true 1 0 (leb 0 ((-3) + x))). }
            rule (if_true 1 0 (leb 0 ((-3) + x))). }
          apply (eq_eq _ (1) _).
          { arith. }
          symmetry.
          apply (eq_eq _ (1 - (1 / 2) * 0 + (1 / 3) * 0 * x) _).
          { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl)).
            { apply (eq_eq _ ((if ltb (3 - x) 0 then 0 else 1)) _).
              { symmetry.
                rule (if_less (3 - x) 0 0 1). }
              rule (if_true 0 1 (ltb (3 - x) 0)). }
            apply (eq_eq _ ((if ltb (3 - x) 0 then 0 else 1)) _).
            { symmetry.
              rule (if_less (3 - x) 0 0 1). }
            rule (if_true 0 1 (ltb (3 - x) 0)). }
          arith. }
        { assert (0 <= 3 - x).
          { apply (le_eq _ (1 * (- ((-3) + x))) _).
            { sgn. }
            symmetry.
            arith. }
          apply (eq_eq _ ((1 / 2) + (1 / 2) * 0 - (1 / 3) * 0 * x + (1 / 3) * x) _).
          { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus eq_refl (f_equal2 Rmult eq_refl _)) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl))) eq_refl).
            { apply (eq_eq _ ((if ltb ((-3) + x) 0 then 0 else 1)) _).
              { symmetry.
                rule (if_less ((-3) + x) 0 0 1). }
              rule (if_true 0 1 (ltb ((-3) + x) 0)). }
            apply (eq_eq _ ((if ltb ((-3) + x) 0 then 0 else 1)) _).
            { symmetry.
              rule (if_less ((-3) + x) 0 0 1). }
            rule (if_true 0 1 (ltb ((-3) + x) 0)). }
          apply (eq_eq _ ((1 / 2) + (1 / 3) * x) _).
          { arith. }
          symmetry.
          apply (eq_eq _ (1 - (1 / 2) * 1 + (1 / 3) * 1 * x) _).
          { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl)).
            { rule (if_true 1 0 (leb 0 (3 - x))). }
            rule (if_true 1 0 (leb 0 (3 - x))). }
          arith. } }
      symmetry.
      apply (eq_eq _ (- ((1 / 2) * (if leb 0 (3 - x) then 1 else 0) * 1) + (1 / 3) * (if leb 0 (3 - x) then 1 else 0) * 1 * x + 1) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _)) (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl)) _).
        { rule (if_true 1 0 (leb 0 (3 + x))). }
        { rule (if_true 1 0 (leb 0 (3 + x))). }
        rule (if_true 1 0 (leb 0 (3 + x))). }
      arith. } }
  symmetry.
  apply (eq_eq _ ((if ltb x (-3) then 0 else 1 - (1 / 2) * (if leb 0 (3 - x) then 1 else 0) + (1 / 3) * (if leb 0 (3 - x) then 1 else 0) * x)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { apply (eq_eq _ ((if ltb 3 x then 1 else (1 / 2) + (1 / 3) * x)) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { reflexivity. }
        { arith. } }
      apply (eq_eq _ ((if leb x 3 then (1 / 2) + (1 / 3) * x else 1)) _).
      { rule (if_less 3 x 1 ((1 / 2) + (1 / 3) * x)). }
      apply (eq_eq _ ((if leb 0 (3 - x) then (1 / 2) + (1 / 3) * x else 1)) _).
      { assert (3 - x = 3 - x).
        { reflexivity. }
        rule (if_moved x 3 ((1 / 2) + (1 / 3) * x) 1 (3 - x)). }
      apply (eq_eq _ ((if leb 0 (3 - x) then 1 else 0) * ((1 / 2) + (1 / 3) * x) + (1 - (if leb 0 (3 - x) then 1 else 0)) * 1) _).
      { rule (if_indicator ((1 / 2) + (1 / 3) * x) 1 (leb 0 (3 - x))). }
      arith. } }
  apply (eq_eq _ ((if leb (-3) x then 1 - (1 / 2) * (if leb 0 (3 - x) then 1 else 0) + (1 / 3) * (if leb 0 (3 - x) then 1 else 0) * x else 0)) _).
  { rule (if_less x (-3) 0 (1 - (1 / 2) * (if leb 0 (3 - x) then 1 else 0) + (1 / 3) * (if leb 0 (3 - x) then 1 else 0) * x)). }
  apply (eq_eq _ ((if leb 0 (3 + x) then 1 - (1 / 2) * (if leb 0 (3 - x) then 1 else 0) + (1 / 3) * (if leb 0 (3 - x) then 1 else 0) * x else 0)) _).
  { assert (3 + x = x + 3).
    { symmetry.
      arith. }
    rule (if_moved (-3) x (1 - (1 / 2) * (if leb 0 (3 - x) then 1 else 0) + (1 / 3) * (if leb 0 (3 - x) then 1 else 0) * x) 0 (3 + x)). }
  apply (eq_eq _ ((if leb 0 (3 + x) then 1 else 0) * (1 - (1 / 2) * (if leb 0 (3 - x) then 1 else 0) + (1 / 3) * (if leb 0 (3 - x) then 1 else 0) * x) + (1 - (if leb 0 (3 + x) then 1 else 0)) * 0) _).
  { rule (if_indicator (1 - (1 / 2) * (if leb 0 (3 - x) then 1 else 0) + (1 / 3) * (if leb 0 (3 - x) then 1 else 0) * x) 0 (leb 0 (3 + x))). }
  arith.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of x')
  ((if ltb x (-3) then 0 else (if ltb 3 x then 1 else x / 3 + (1 / 2)))).
Proof.
  pose proof derivative_needs_1.
  pose proof derivative_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_scale (eq_eq _ _ _ derivative_3_diff_mul (eq_eq _ _ _ derivative_4_cases derivative_5_if_less)))).
Qed.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.
Hypothesis given1 : x <> (-3).
Hypothesis given2 : x <> 3.

Lemma derivative_y_x_needs_1 :
  0 <> x + 3.
Proof.
  assert (x <> (-3)).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

Lemma derivative_y_x_needs_2 :
  6 <> Rmax 0 (x + 3).
Proof.
  destruct (Rle_lt_dec (x + 3) 0) as [?|?].
  { apply (ne_eq _ (0) _).
    { sgn. }
    symmetry.
    apply (eq_eq _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
    { rule (max_if 0 (x + 3)). }
    rule (if_true 0 (x + 3) (leb (x + 3) 0)). }
  { apply (ne_eq _ (x + 3) _).
    { assert (x <> 3).
      { hyp. }
      apply (difference_ne _ _ ((-1) * (3 - x))).
      { apply (eq_eq _ (x + 3 + (-6)) _); [ same | ].
        arith. }
      sgn. }
    rule shared_4. }
Qed.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of x')
  = pd (at0 x) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3)) / 6).
Proof.
  pose proof derivative_y_x_needs_1.
  pose proof derivative_y_x_needs_2.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_y_x_2_diff_scale :
  pd (at0 x) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3)) / 6)
  = pd (at0 x) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3))) / 6.
Proof.
  pose proof derivative_y_x_needs_1.
  pose proof derivative_y_x_needs_2.
  rule shared_1.
Qed.

Lemma derivative_y_x_needs_3 :
  ((Rmax 0 (x + 3) < 6) -> 0 <> x + 3).
Proof.
  intro.
  apply not_eq_sym.
  sgn.
Qed.

(* product rule; the smaller one varies; the larger one varies *)
Lemma derivative_y_x_3_diff_mul :
  pd (at0 x) (fun x' => x' * Rmin 6 (Rmax 0 (x' + 3))) / 6
  = (Rmin 6 (Rmax 0 (x + 3)) + x * (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1))) / 6.
Proof.
  pose proof derivative_y_x_needs_1.
  pose proof derivative_y_x_needs_2.
  pose proof derivative_y_x_needs_3.
  rule shared_2.
Qed.

(* case by case *)
Lemma derivative_y_x_4_cases :
  (Rmin 6 (Rmax 0 (x + 3)) + x * (if leb 6 (Rmax 0 (x + 3)) then 0 else (if leb (x + 3) 0 then 0 else 1))) / 6
  = (if leb x (-3) then 0 else (if ltb x 3 then (1 / 2) + x / 3 else 1)).
Proof.
  rule shared_9.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of x')
  ((if leb x (-3) then 0 else (if ltb x 3 then (1 / 2) + x / 3 else 1))).
Proof.
  pose proof derivative_y_x_needs_1.
  pose proof derivative_y_x_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_scale (eq_eq _ _ _ derivative_y_x_3_diff_mul derivative_y_x_4_cases))).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Hypothesis given1 : x <> (-3).
Hypothesis given2 : x <> 3.

Lemma vjp_y_x_needs_1 :
  0 <> x + 3.
Proof.
  assert (x <> (-3)).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

Lemma vjp_y_x_needs_2 :
  6 <> Rmax 0 (x + 3).
Proof.
  destruct (Rle_lt_dec (x + 3) 0) as [?|?].
  { apply (ne_eq _ (0) _).
    { sgn. }
    symmetry.
    apply (eq_eq _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
    { rule (max_if 0 (x + 3)). }
    rule (if_true 0 (x + 3) (leb (x + 3) 0)). }
  { apply (ne_eq _ (x + 3) _).
    { assert (x <> 3).
      { hyp. }
      apply (difference_ne _ _ ((-1) * (3 - x))).
      { apply (eq_eq _ (x + 3 + (-6)) _); [ same | ].
        arith. }
      sgn. }
    symmetry.
    apply (eq_eq _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
    { rule (max_if 0 (x + 3)). }
    apply (eq_eq _ ((if ltb 0 (x + 3) then x + 3 else 0)) _).
    { symmetry.
      rule (if_less 0 (x + 3) (x + 3) 0). }
    rule (if_true (x + 3) 0 (ltb 0 (x + 3))). }
Qed.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of x')
  = y_bar * (if leb x (-3) then 0 else (if ltb x 3 then (1 / 2) + x / 3 else 1)).
Proof.
  pose proof vjp_y_x_needs_1.
  pose proof vjp_y_x_needs_2.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_10.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of x')
  (y_bar * (if leb x (-3) then 0 else (if ltb x 3 then (1 / 2) + x / 3 else 1))).
Proof.
  pose proof vjp_y_x_needs_1.
  pose proof vjp_y_x_needs_2.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of x')) _).
  { weighted. }
  exact vjp_y_x_1_lemma.
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Hypothesis given1 : x <> (-3).
Hypothesis given2 : x <> 3.

Lemma jvp_y_x_needs_1 :
  0 <> x + 3.
Proof.
  assert (x <> (-3)).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

Lemma jvp_y_x_needs_2 :
  6 <> Rmax 0 (x + 3).
Proof.
  destruct (Rle_lt_dec (x + 3) 0) as [?|?].
  { apply (ne_eq _ (0) _).
    { sgn. }
    symmetry.
    apply (eq_eq _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
    { rule (max_if 0 (x + 3)). }
    rule (if_true 0 (x + 3) (leb (x + 3) 0)). }
  { apply (ne_eq _ (x + 3) _).
    { assert (x <> 3).
      { hyp. }
      apply (difference_ne _ _ ((-1) * (3 - x))).
      { apply (eq_eq _ (x + 3 + (-6)) _); [ same | ].
        arith. }
      sgn. }
    symmetry.
    apply (eq_eq _ ((if leb (x + 3) 0 then 0 else x + 3)) _).
    { rule (max_if 0 (x + 3)). }
    apply (eq_eq _ ((if ltb 0 (x + 3) then x + 3 else 0)) _).
    { symmetry.
      rule (if_less 0 (x + 3) (x + 3) 0). }
    rule (if_true (x + 3) 0 (ltb 0 (x + 3))). }
Qed.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of x') * x_dot
  = (if leb x (-3) then 0 else (if ltb x 3 then (1 / 2) + x / 3 else 1)) * x_dot.
Proof.
  pose proof jvp_y_x_needs_1.
  pose proof jvp_y_x_needs_2.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_10.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of (line0 x x_dot t))
  ((if leb x (-3) then 0 else (if ltb x 3 then (1 / 2) + x / 3 else 1)) * x_dot).
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
  exact jvp_y_x_1_lemma.
Qed.
End jvp_y_x.
End hardswish_theory.

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
