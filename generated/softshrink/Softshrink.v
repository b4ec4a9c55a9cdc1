(* made by derive, do not edit *)
(* Soft shrinkage

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (lambda_ : R) (x : R) : R :=
  (if ltb lambda_ x then x - lambda_ else (if ltb x (- lambda_) then x + lambda_ else 0)).
#[local] Hint Unfold y_of : definitions.

Section softshrink_theory.
Variables (lambda_ x lambda__dot y_bar x_dot : R).
Local Notation y := (y_of lambda_ x).

(** * What several lines rest on *)

Lemma shared_1 :
  lambda_ + x = x - - lambda_.
Proof.
  symmetry.
  arith.
Qed.

Lemma shared_2 :
  (lambda_ <> x) ->
  (((x <= lambda_) -> x <> - lambda_)) ->
  pd (at0 x) (fun x' => (if ltb lambda_ x' then x' - lambda_ else (if ltb x' (- lambda_) then x' + lambda_ else 0))) = (if ltb lambda_ x then 1 else (if ltb x (- lambda_) then 1 else 0)).
Proof.
  intros ? ?.
  apply (eq_eq _ ((if ltb lambda_ x then pd (at0 x) (fun x' => x' - lambda_) else pd (at0 x) (fun x' => (if ltb x' (- lambda_) then x' + lambda_ else 0)))) _).
  { rule (diff_if (at0 x) (fun x' => x' - lambda_) (fun x' => (if ltb x' (- lambda_) then x' + lambda_ else 0)) (fun x' => ltb lambda_ x')). }
  apply (eq_eq _ ((if ltb lambda_ x then 1 + 0 else (if ltb x (- lambda_) then 1 + 0 else 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ (pd (at0 x) (fun x' => x') + pd (at0 x) (fun x' => - lambda_)) _).
      { rule (diff_add (at0 x) (fun x' => x') (fun x' => - lambda_)). }
      refine (f_equal2 Rplus _ _).
      { apply variable0. }
      apply constant. }
    { apply (eq_eq _ ((if ltb x (- lambda_) then pd (at0 x) (fun x' => x' + lambda_) else pd (at0 x) (fun x' => 0))) _).
      { rule (diff_if (at0 x) (fun x' => x' + lambda_) (fun x' => 0) (fun x' => ltb x' (- lambda_))). }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ (pd (at0 x) (fun x' => x') + pd (at0 x) (fun x' => lambda_)) _).
        { rule (diff_add (at0 x) (fun x' => x') (fun x' => lambda_)). }
        refine (f_equal2 Rplus _ _).
        { apply variable0. }
        apply constant. }
      { apply constant. } } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { arith. }
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { reflexivity. } }
Qed.

Lemma shared_3 :
  (if ltb lambda_ x then 1 else (if ltb x (- lambda_) then 1 else 0)) = (if andb (leb x lambda_) (leb (- lambda_) x) then 0 else 1).
Proof.
  apply (eq_eq _ ((if leb x lambda_ then (if ltb lambda_ x then 1 else (if ltb x (- lambda_) then 1 else 0)) else (if ltb lambda_ x then 1 else (if ltb x (- lambda_) then 1 else 0)))) _).
  { symmetry.
    rule (if_same (if ltb lambda_ x then 1 else (if ltb x (- lambda_) then 1 else 0)) (leb x lambda_)). }
  apply (eq_eq _ ((if leb x lambda_ then (if ltb x (- lambda_) then 1 else 0) else 1)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if leb x lambda_ then (if ltb x (- lambda_) then 1 else 0) else 1)) _).
      { rule (if_less lambda_ x 1 (if ltb x (- lambda_) then 1 else 0)). }
      apply (eq_eq _ ((if ltb x (- lambda_) then 1 else 0)) _).
      { assert (x <= lambda_).
        { hyp. }
        rule (if_true (if ltb x (- lambda_) then 1 else 0) 1 (leb x lambda_)). }
      apply (eq_eq _ ((if ltb x (- lambda_) then (if ltb x (- lambda_) then 1 else 0) else (if ltb x (- lambda_) then 1 else 0))) _).
      { symmetry.
        rule (if_same (if ltb x (- lambda_) then 1 else 0) (ltb x (- lambda_))). }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { assert (x < - lambda_).
        { hyp. }
        rule (if_true 1 0 (ltb x (- lambda_))). }
      { apply (eq_eq _ ((if leb (- lambda_) x then 0 else 1)) _).
        { rule (if_less x (- lambda_) 1 0). }
        assert (- lambda_ <= x).
        { hyp. }
        rule (if_true 0 1 (leb (- lambda_) x)). } }
    { assert (lambda_ < x).
      { hyp. }
      rule (if_true 1 (if ltb x (- lambda_) then 1 else 0) (ltb lambda_ x)). } }
  apply (eq_eq _ ((if leb x lambda_ then (if leb (- lambda_) x then 0 else 1) else 1)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { rule (if_less x (- lambda_) 1 0). }
    { reflexivity. } }
  symmetry.
  rule (if_and 0 1 (leb x lambda_) (leb (- lambda_) x)).
Qed.

Lemma shared_4 :
  (if leb (- lambda_) x then 0 else 1) = 1 - (if leb 0 (lambda_ + x) then 1 else 0).
Proof.
  apply (eq_eq _ ((if leb 0 (lambda_ + x) then 0 else 1)) _).
  { assert (lambda_ + x = x - - lambda_).
    { rule shared_1. }
    rule (if_moved (- lambda_) x 0 1 (lambda_ + x)). }
  apply (eq_eq _ ((if leb 0 (lambda_ + x) then 1 else 0) * 0 + (1 - (if leb 0 (lambda_ + x) then 1 else 0)) * 1) _).
  { rule (if_indicator 0 1 (leb 0 (lambda_ + x))). }
  arith.
Qed.

Lemma shared_5 :
  (if andb (leb x lambda_) (leb (- lambda_) x) then 0 else 1) = 1 - (if leb 0 (lambda_ - x) then 1 else 0) * (if leb 0 (lambda_ + x) then 1 else 0).
Proof.
  apply (eq_eq _ ((if leb x lambda_ then (if leb (- lambda_) x then 0 else 1) else 1)) _).
  { rule (if_and 0 1 (leb x lambda_) (leb (- lambda_) x)). }
  apply (eq_eq _ ((if leb x lambda_ then 1 - (if leb 0 (lambda_ + x) then 1 else 0) else 1)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { rule shared_4. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then 1 - (if leb 0 (lambda_ + x) then 1 else 0) else 1)) _).
  { assert (lambda_ - x = lambda_ - x).
    { reflexivity. }
    rule (if_moved x lambda_ (1 - (if leb 0 (lambda_ + x) then 1 else 0)) 1 (lambda_ - x)). }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then 1 else 0) * (1 - (if leb 0 (lambda_ + x) then 1 else 0)) + (1 - (if leb 0 (lambda_ - x) then 1 else 0)) * 1) _).
  { rule (if_indicator (1 - (if leb 0 (lambda_ + x) then 1 else 0)) 1 (leb 0 (lambda_ - x))). }
  arith.
Qed.

Lemma shared_6 :
  (0 <= x) ->
  - Rabs x + lambda_ = lambda_ - x.
Proof.
  intros ?.
  apply (eq_eq _ (- x + lambda_) _).
  { refine (f_equal2 Rplus (f_equal Ropp _) eq_refl).
    rule (abs_of_positive x). }
  arith.
Qed.

Lemma shared_7 :
  (0 <= - Rabs x + lambda_) ->
  0 = 1 - (if leb 0 (- Rabs x + lambda_) then 1 else 0).
Proof.
  intros ?.
  symmetry.
  apply (eq_eq _ (1 + (-1)) _).
  { refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (- 1) _); [ | same ].
    refine (f_equal Ropp _).
    rule (if_true 1 0 (leb 0 (- Rabs x + lambda_))). }
  arith.
Qed.

Lemma shared_8 :
  (x <= 0) ->
  - Rabs x + lambda_ = lambda_ + x.
Proof.
  intros ?.
  apply (eq_eq _ (- (- x) + lambda_) _).
  { refine (f_equal2 Rplus (f_equal Ropp _) eq_refl).
    rule (abs_of_negative x). }
  arith.
Qed.

Lemma shared_9 :
  (- Rabs x + lambda_ < 0) ->
  1 = 1 - (if leb 0 (- Rabs x + lambda_) then 1 else 0).
Proof.
  intros ?.
  symmetry.
  apply (eq_eq _ (1 + 0) _).
  { refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (- 0) _); [ | same ].
    refine (f_equal Ropp _).
    apply (eq_eq _ ((if ltb (- Rabs x + lambda_) 0 then 0 else 1)) _).
    { symmetry.
      rule (if_less (- Rabs x + lambda_) 0 0 1). }
    rule (if_true 0 1 (ltb (- Rabs x + lambda_) 0)). }
  arith.
Qed.

Lemma shared_10 :
  (lambda_ <> x) ->
  (x <> - lambda_) ->
  pd (at0 x) (fun x' => y_of lambda_ x') = (if andb (leb x lambda_) (leb (- lambda_) x) then 0 else 1).
Proof.
  intros ? ?.
  assert (((x <= lambda_) -> x <> - lambda_)).
  { intro.
    assert (x <> - lambda_).
    { hyp. }
    hyp. }
  apply (eq_eq _ (pd (at0 x) (fun x' => (if ltb lambda_ x' then x' - lambda_ else (if ltb x' (- lambda_) then x' + lambda_ else 0)))) _).
  { reflexivity. }
  apply (eq_eq _ ((if ltb lambda_ x then 1 else (if ltb x (- lambda_) then 1 else 0))) _).
  { rule shared_2. }
  rule shared_3.
Qed.

Lemma shared_11 :
  (if leb (- lambda_) x then 0 else y_bar) = - ((if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + y_bar.
Proof.
  apply (eq_eq _ ((if leb 0 (lambda_ + x) then 0 else y_bar)) _).
  { assert (lambda_ + x = x - - lambda_).
    { rule shared_1. }
    rule (if_moved (- lambda_) x 0 y_bar (lambda_ + x)). }
  apply (eq_eq _ ((if leb 0 (lambda_ + x) then 1 else 0) * 0 + (1 - (if leb 0 (lambda_ + x) then 1 else 0)) * y_bar) _).
  { rule (if_indicator 0 y_bar (leb 0 (lambda_ + x))). }
  arith.
Qed.

Lemma shared_12 :
  (lambda_ <> x) ->
  (((x <= lambda_) -> x <> - lambda_)) ->
  pd (at0 lambda_) (fun lambda_' => (if ltb lambda_' x then x - lambda_' else (if ltb x (- lambda_') then x + lambda_' else 0))) = (if ltb lambda_ x then (-1) else (if ltb x (- lambda_) then 1 else 0)).
Proof.
  intros ? ?.
  apply (eq_eq _ ((if ltb lambda_ x then pd (at0 lambda_) (fun lambda_' => x - lambda_') else pd (at0 lambda_) (fun lambda_' => (if ltb x (- lambda_') then x + lambda_' else 0)))) _).
  { rule (diff_if (at0 lambda_) (fun lambda_' => x - lambda_') (fun lambda_' => (if ltb x (- lambda_') then x + lambda_' else 0)) (fun lambda_' => ltb lambda_' x)). }
  apply (eq_eq _ ((if ltb lambda_ x then 0 + (-1) else (if ltb x (- lambda_) then 0 + 1 else 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ (pd (at0 lambda_) (fun lambda_' => x) + pd (at0 lambda_) (fun lambda_' => - lambda_')) _).
      { rule (diff_add (at0 lambda_) (fun lambda_' => x) (fun lambda_' => - lambda_')). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (- pd (at0 lambda_) (fun lambda_' => lambda_')) _).
      { rule (diff_neg (at0 lambda_) (fun lambda_' => lambda_')). }
      apply (eq_eq _ (- 1) _); [ | same ].
      refine (f_equal Ropp _).
      apply variable0. }
    { apply (eq_eq _ ((if ltb x (- lambda_) then pd (at0 lambda_) (fun lambda_' => x + lambda_') else pd (at0 lambda_) (fun lambda_' => 0))) _).
      { rule (diff_if (at0 lambda_) (fun lambda_' => x + lambda_') (fun lambda_' => 0) (fun lambda_' => ltb x (- lambda_'))). }
      apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ (pd (at0 lambda_) (fun lambda_' => x) + pd (at0 lambda_) (fun lambda_' => lambda_')) _).
        { rule (diff_add (at0 lambda_) (fun lambda_' => x) (fun lambda_' => lambda_')). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply variable0. }
      { apply constant. } } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { arith. }
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { reflexivity. } }
Qed.

Lemma shared_13 :
  (lambda_ <> x) ->
  (x <> - lambda_) ->
  pd (at0 lambda_) (fun lambda_' => y_of lambda_' x) = (if ltb lambda_ x then (-1) else (if ltb x (- lambda_) then 1 else 0)).
Proof.
  intros ? ?.
  assert (((x <= lambda_) -> x <> - lambda_)).
  { intro.
    assert (x <> - lambda_).
    { hyp. }
    hyp. }
  apply (eq_eq _ (pd (at0 lambda_) (fun lambda_' => (if ltb lambda_' x then x - lambda_' else (if ltb x (- lambda_') then x + lambda_' else 0)))) _).
  { reflexivity. }
  rule shared_12.
Qed.

Lemma shared_14 :
  (if ltb lambda_ x then (-1) else (if ltb x (- lambda_) then 1 else 0)) = (-1) + 2 * (if leb 0 (lambda_ - x) then 1 else 0) - (if leb 0 (lambda_ - x) then 1 else 0) * (if leb 0 (lambda_ + x) then 1 else 0).
Proof.
  apply (eq_eq _ ((if ltb lambda_ x then (-1) else 1 - (if leb 0 (lambda_ + x) then 1 else 0))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { apply (eq_eq _ ((if leb (- lambda_) x then 0 else 1)) _).
      { rule (if_less x (- lambda_) 1 0). }
      rule shared_4. } }
  apply (eq_eq _ ((if leb x lambda_ then 1 - (if leb 0 (lambda_ + x) then 1 else 0) else (-1))) _).
  { rule (if_less lambda_ x (-1) (1 - (if leb 0 (lambda_ + x) then 1 else 0))). }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then 1 - (if leb 0 (lambda_ + x) then 1 else 0) else (-1))) _).
  { assert (lambda_ - x = lambda_ - x).
    { reflexivity. }
    rule (if_moved x lambda_ (1 - (if leb 0 (lambda_ + x) then 1 else 0)) (-1) (lambda_ - x)). }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then 1 else 0) * (1 - (if leb 0 (lambda_ + x) then 1 else 0)) + (1 - (if leb 0 (lambda_ - x) then 1 else 0)) * (-1)) _).
  { rule (if_indicator (1 - (if leb 0 (lambda_ + x) then 1 else 0)) (-1) (leb 0 (lambda_ - x))). }
  arith.
Qed.

(** * As a difference of two rectified parts *)

Section closed.
Hypothesis given1 : 0 <= lambda_.

(* definition of y *)
Lemma closed_1_unfold :
  y
  = (if ltb lambda_ x then x - lambda_ else (if ltb x (- lambda_) then x + lambda_ else 0)).
Proof.
  reflexivity.
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma closed_2_if_less :
  (if ltb lambda_ x then x - lambda_ else (if ltb x (- lambda_) then x + lambda_ else 0))
  = Rmax 0 (x - lambda_) - Rmax 0 (- x - lambda_).
Proof.
  apply (eq_eq _ ((if ltb lambda_ x then - lambda_ + x else - ((if leb 0 (lambda_ + x) then 1 else 0) * lambda_) - (if leb 0 (lambda_ + x) then 1 else 0) * x + lambda_ + x)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { apply (eq_eq _ ((if ltb x (- lambda_) then lambda_ + x else 0)) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { arith. }
        { reflexivity. } }
      apply (eq_eq _ ((if leb (- lambda_) x then 0 else lambda_ + x)) _).
      { rule (if_less x (- lambda_) (lambda_ + x) 0). }
      apply (eq_eq _ ((if leb 0 (lambda_ + x) then 0 else lambda_ + x)) _).
      { assert (lambda_ + x = x - - lambda_).
        { rule shared_1. }
        rule (if_moved (- lambda_) x 0 (lambda_ + x) (lambda_ + x)). }
      apply (eq_eq _ ((if leb 0 (lambda_ + x) then 1 else 0) * 0 + (1 - (if leb 0 (lambda_ + x) then 1 else 0)) * (lambda_ + x)) _).
      { rule (if_indicator 0 (lambda_ + x) (leb 0 (lambda_ + x))). }
      arith. } }
  apply (eq_eq _ ((if leb x lambda_ then - ((if leb 0 (lambda_ + x) then 1 else 0) * lambda_) - (if leb 0 (lambda_ + x) then 1 else 0) * x + lambda_ + x else - lambda_ + x)) _).
  { rule (if_less lambda_ x (- lambda_ + x) (- ((if leb 0 (lambda_ + x) then 1 else 0) * lambda_) - (if leb 0 (lambda_ + x) then 1 else 0) * x + lambda_ + x)). }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then - ((if leb 0 (lambda_ + x) then 1 else 0) * lambda_) - (if leb 0 (lambda_ + x) then 1 else 0) * x + lambda_ + x else - lambda_ + x)) _).
  { assert (lambda_ - x = lambda_ - x).
    { reflexivity. }
    rule (if_moved x lambda_ (- ((if leb 0 (lambda_ + x) then 1 else 0) * lambda_) - (if leb 0 (lambda_ + x) then 1 else 0) * x + lambda_ + x) (- lambda_ + x) (lambda_ - x)). }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then 1 else 0) * (- ((if leb 0 (lambda_ + x) then 1 else 0) * lambda_) - (if leb 0 (lambda_ + x) then 1 else 0) * x + lambda_ + x) + (1 - (if leb 0 (lambda_ - x) then 1 else 0)) * (- lambda_ + x)) _).
  { rule (if_indicator (- ((if leb 0 (lambda_ + x) then 1 else 0) * lambda_) - (if leb 0 (lambda_ + x) then 1 else 0) * x + lambda_ + x) (- lambda_ + x) (leb 0 (lambda_ - x))). }
  apply (eq_eq _ (- ((if leb 0 (lambda_ - x) then 1 else 0) * (if leb 0 (lambda_ + x) then 1 else 0) * lambda_) - (if leb 0 (lambda_ - x) then 1 else 0) * (if leb 0 (lambda_ + x) then 1 else 0) * x + 2 * (if leb 0 (lambda_ - x) then 1 else 0) * lambda_ - lambda_ + x) _).
  { arith. }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then 1 else 0) * lambda_ - (if leb 0 (lambda_ - x) then 1 else 0) * x - (if leb 0 (lambda_ + x) then 1 else 0) * lambda_ - (if leb 0 (lambda_ + x) then 1 else 0) * x + 2 * x) _).
  { destruct (Rle_lt_dec 0 (lambda_ - x)) as [?|?].
    { apply (eq_eq _ (- (1 * (if leb 0 (lambda_ + x) then 1 else 0) * lambda_) - 1 * (if leb 0 (lambda_ + x) then 1 else 0) * x + 2 * 1 * lambda_ - lambda_ + x) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl)) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl))) (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl)) eq_refl) eq_refl).
        { rule (if_true 1 0 (leb 0 (lambda_ - x))). }
        { rule (if_true 1 0 (leb 0 (lambda_ - x))). }
        rule (if_true 1 0 (leb 0 (lambda_ - x))). }
      apply (eq_eq _ (- ((if leb 0 (lambda_ + x) then 1 else 0) * lambda_) - (if leb 0 (lambda_ + x) then 1 else 0) * x + lambda_ + x) _).
      { arith. }
      symmetry.
      apply (eq_eq _ (1 * lambda_ - 1 * x - (if leb 0 (lambda_ + x) then 1 else 0) * lambda_ - (if leb 0 (lambda_ + x) then 1 else 0) * x + 2 * x) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp (f_equal2 Rmult _ eq_refl))) eq_refl) eq_refl) eq_refl).
        { rule (if_true 1 0 (leb 0 (lambda_ - x))). }
        rule (if_true 1 0 (leb 0 (lambda_ - x))). }
      arith. }
    { assert (0 <= lambda_ + x).
      { apply (le_eq _ (1 * (- (lambda_ - x)) + 2 * lambda_) _).
        { sgn. }
        symmetry.
        arith. }
      apply (eq_eq _ (- (0 * 1 * lambda_) - 0 * 1 * x + 2 * 0 * lambda_ - lambda_ + x) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl)) (f_equal Ropp (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl))) (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl)) eq_refl) eq_refl).
        { apply (eq_eq _ ((if ltb (lambda_ - x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less (lambda_ - x) 0 0 1). }
          rule (if_true 0 1 (ltb (lambda_ - x) 0)). }
        { rule (if_true 1 0 (leb 0 (lambda_ + x))). }
        { apply (eq_eq _ ((if ltb (lambda_ - x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less (lambda_ - x) 0 0 1). }
          rule (if_true 0 1 (ltb (lambda_ - x) 0)). }
        { rule (if_true 1 0 (leb 0 (lambda_ + x))). }
        apply (eq_eq _ ((if ltb (lambda_ - x) 0 then 0 else 1)) _).
        { symmetry.
          rule (if_less (lambda_ - x) 0 0 1). }
        rule (if_true 0 1 (ltb (lambda_ - x) 0)). }
      apply (eq_eq _ (- lambda_ + x) _).
      { arith. }
      symmetry.
      apply (eq_eq _ (0 * lambda_ - 0 * x - 1 * lambda_ - 1 * x + 2 * x) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp (f_equal2 Rmult _ eq_refl))) (f_equal Ropp (f_equal2 Rmult _ eq_refl))) (f_equal Ropp (f_equal2 Rmult _ eq_refl))) eq_refl).
        { apply (eq_eq _ ((if ltb (lambda_ - x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less (lambda_ - x) 0 0 1). }
          rule (if_true 0 1 (ltb (lambda_ - x) 0)). }
        { apply (eq_eq _ ((if ltb (lambda_ - x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less (lambda_ - x) 0 0 1). }
          rule (if_true 0 1 (ltb (lambda_ - x) 0)). }
        { rule (if_true 1 0 (leb 0 (lambda_ + x))). }
        rule (if_true 1 0 (leb 0 (lambda_ + x))). }
      arith. } }
  symmetry.
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then 1 else 0) * lambda_ - (if leb 0 (lambda_ - x) then 1 else 0) * x - lambda_ + x - ((if leb 0 (lambda_ + x) then 1 else 0) * lambda_ + (if leb 0 (lambda_ + x) then 1 else 0) * x - lambda_ - x)) _).
  { apply (eq_eq _ (((if leb 0 (lambda_ - x) then 1 else 0) * lambda_ - (if leb 0 (lambda_ - x) then 1 else 0) * x - lambda_ + x) - ((if leb 0 (lambda_ + x) then 1 else 0) * lambda_ + (if leb 0 (lambda_ + x) then 1 else 0) * x - lambda_ - x)) _); [ | same ].
    refine (f_equal2 Rplus _ (f_equal Ropp _)).
    { apply (eq_eq _ (Rmax 0 (- lambda_ + x)) _).
      { refine (f_equal2 Rmax eq_refl _).
        arith. }
      apply (eq_eq _ ((if leb (- lambda_ + x) 0 then 0 else - lambda_ + x)) _).
      { rule (max_if 0 (- lambda_ + x)). }
      apply (eq_eq _ ((if leb 0 (lambda_ - x) then 0 else - lambda_ + x)) _).
      { assert (lambda_ - x = 0 - (- lambda_ + x)).
        { symmetry.
          arith. }
        rule (if_moved (- lambda_ + x) 0 0 (- lambda_ + x) (lambda_ - x)). }
      apply (eq_eq _ ((if leb 0 (lambda_ - x) then 1 else 0) * 0 + (1 - (if leb 0 (lambda_ - x) then 1 else 0)) * (- lambda_ + x)) _).
      { rule (if_indicator 0 (- lambda_ + x) (leb 0 (lambda_ - x))). }
      arith. }
    apply (eq_eq _ (Rmax 0 (- lambda_ - x)) _).
    { refine (f_equal2 Rmax eq_refl _).
      arith. }
    apply (eq_eq _ ((if leb (- lambda_ - x) 0 then 0 else - lambda_ - x)) _).
    { rule (max_if 0 (- lambda_ - x)). }
    apply (eq_eq _ ((if leb 0 (lambda_ + x) then 0 else - lambda_ - x)) _).
    { assert (lambda_ + x = 0 - (- lambda_ - x)).
      { symmetry.
        arith. }
      rule (if_moved (- lambda_ - x) 0 0 (- lambda_ - x) (lambda_ + x)). }
    apply (eq_eq _ ((if leb 0 (lambda_ + x) then 1 else 0) * 0 + (1 - (if leb 0 (lambda_ + x) then 1 else 0)) * (- lambda_ - x)) _).
    { rule (if_indicator 0 (- lambda_ - x) (leb 0 (lambda_ + x))). }
    arith. }
  arith.
Qed.

Theorem closed :
  y
  = Rmax 0 (x - lambda_) - Rmax 0 (- x - lambda_).
Proof.
  exact (eq_eq _ _ _ closed_1_unfold closed_2_if_less).
Qed.
End closed.

(** * Derivative *)

Section derivative.
Hypothesis given1 : lambda_ <> x.
Hypothesis given2 : 0 <= lambda_.
Hypothesis given3 : x <> - lambda_.

Lemma derivative_needs_1 :
  ((x <= lambda_) -> x <> - lambda_).
Proof.
  intro.
  assert (x <> - lambda_).
  { hyp. }
  hyp.
Qed.

(* definition of y *)
Lemma derivative_1_unfold :
  pd (at0 x) (fun x' => y_of lambda_ x')
  = pd (at0 x) (fun x' => (if ltb lambda_ x' then x' - lambda_ else (if ltb x' (- lambda_) then x' + lambda_ else 0))).
Proof.
  pose proof derivative_needs_1.
  reflexivity.
Qed.

(* differentiate each branch *)
Lemma derivative_2_diff_if :
  pd (at0 x) (fun x' => (if ltb lambda_ x' then x' - lambda_ else (if ltb x' (- lambda_) then x' + lambda_ else 0)))
  = (if ltb lambda_ x then 1 else (if ltb x (- lambda_) then 1 else 0)).
Proof.
  pose proof derivative_needs_1.
  rule shared_2.
Qed.

(* case by case *)
Lemma derivative_3_cases :
  (if ltb lambda_ x then 1 else (if ltb x (- lambda_) then 1 else 0))
  = (if andb (leb x lambda_) (leb (- lambda_) x) then 0 else 1).
Proof.
  rule shared_3.
Qed.

(* one condition after the other; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma derivative_4_if_and :
  (if andb (leb x lambda_) (leb (- lambda_) x) then 0 else 1)
  = (if ltb lambda_ (Rabs x) then 1 else 0).
Proof.
  apply (eq_eq _ (1 - (if leb 0 (lambda_ - x) then 1 else 0) * (if leb 0 (lambda_ + x) then 1 else 0)) _).
  { rule shared_5. }
  apply (eq_eq _ (1 - (if leb 0 (- Rabs x + lambda_) then 1 else 0)) _).
  { destruct (Rle_lt_dec 0 (lambda_ - x)) as [?|?].
    { apply (eq_eq _ (1 - 1 * (if leb 0 (lambda_ + x) then 1 else 0)) _).
      { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult _ eq_refl))).
        rule (if_true 1 0 (leb 0 (lambda_ - x))). }
      apply (eq_eq _ (1 - (if leb 0 (lambda_ + x) then 1 else 0)) _).
      { arith. }
      apply (eq_eq _ (1 - (if leb 0 (- Rabs x + lambda_) then 1 else 0)) _).
      { destruct (Rle_lt_dec 0 (lambda_ + x)) as [?|?].
        { apply (eq_eq _ (1 + (-1)) _).
          { refine (f_equal2 Rplus eq_refl _).
            apply (eq_eq _ (- 1) _); [ | same ].
            refine (f_equal Ropp _).
            rule (if_true 1 0 (leb 0 (lambda_ + x))). }
          apply (eq_eq _ (0) _).
          { arith. }
          apply (eq_eq _ (1 - (if leb 0 (- Rabs x + lambda_) then 1 else 0)) _).
          { destruct (Rle_lt_dec 0 x) as [?|?].
            { assert (0 <= - Rabs x + lambda_).
              { apply (le_eq _ (1 * (lambda_ - x)) _).
                { sgn. }
                symmetry.
                apply (eq_eq _ (lambda_ - x) _).
                { rule shared_6. }
                arith. }
              rule shared_7. }
            { assert (0 <= - Rabs x + lambda_).
              { apply (le_eq _ (1 * (lambda_ + x)) _).
                { sgn. }
                symmetry.
                assert (x <= 0).
                { sgn. }
                apply (eq_eq _ (lambda_ + x) _).
                { rule shared_8. }
                arith. }
              rule shared_7. } }
          reflexivity. }
        { assert (- Rabs x + lambda_ < 0).
          { apply (eq_lt _ (- (1 * (- (lambda_ + x)))) _).
            { assert (x <= 0).
              { apply (eq_le _ (- ((1 / 2) * (lambda_ - x) + (1 / 2) * (- (lambda_ + x)))) _).
                { arith. }
                sgn. }
              apply (eq_eq _ (lambda_ + x) _).
              { rule shared_8. }
              arith. }
            sgn. }
          apply (eq_eq _ (1 + 0) _).
          { refine (f_equal2 Rplus eq_refl _).
            apply (eq_eq _ (- 0) _); [ | same ].
            refine (f_equal Ropp _).
            apply (eq_eq _ ((if ltb (lambda_ + x) 0 then 0 else 1)) _).
            { symmetry.
              rule (if_less (lambda_ + x) 0 0 1). }
            rule (if_true 0 1 (ltb (lambda_ + x) 0)). }
          apply (eq_eq _ (1) _).
          { arith. }
          rule shared_9. } }
      reflexivity. }
    { assert (- Rabs x + lambda_ < 0).
      { apply (eq_lt _ (- (1 * (- (lambda_ - x)))) _).
        { assert (0 <= x).
          { apply (le_eq _ (1 * (- (lambda_ - x)) + 1 * lambda_) _).
            { sgn. }
            symmetry.
            arith. }
          apply (eq_eq _ (lambda_ - x) _).
          { rule shared_6. }
          arith. }
        sgn. }
      assert (0 <= lambda_ + x).
      { apply (le_eq _ (1 * (- (lambda_ - x)) + 2 * lambda_) _).
        { sgn. }
        symmetry.
        arith. }
      apply (eq_eq _ (1 - 0 * 1) _).
      { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult _ _))).
        { apply (eq_eq _ ((if ltb (lambda_ - x) 0 then 0 else 1)) _).
          { symmetry.
            rule (if_less (lambda_ - x) 0 0 1). }
          rule (if_true 0 1 (ltb (lambda_ - x) 0)). }
        rule (if_true 1 0 (leb 0 (lambda_ + x))). }
      apply (eq_eq _ (1) _).
      { arith. }
      rule shared_9. } }
  symmetry.
  apply (eq_eq _ ((if leb (Rabs x) lambda_ then 0 else 1)) _).
  { rule (if_less lambda_ (Rabs x) 1 0). }
  apply (eq_eq _ ((if leb 0 (- Rabs x + lambda_) then 0 else 1)) _).
  { assert (- Rabs x + lambda_ = lambda_ - Rabs x).
    { symmetry.
      arith. }
    rule (if_moved (Rabs x) lambda_ 0 1 (- Rabs x + lambda_)). }
  apply (eq_eq _ ((if leb 0 (- Rabs x + lambda_) then 1 else 0) * 0 + (1 - (if leb 0 (- Rabs x + lambda_) then 1 else 0)) * 1) _).
  { rule (if_indicator 0 1 (leb 0 (- Rabs x + lambda_))). }
  arith.
Qed.

Theorem derivative :
  is_pd (at0 x) (fun x' => y_of lambda_ x')
  ((if ltb lambda_ (Rabs x) then 1 else 0)).
Proof.
  pose proof derivative_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_1_unfold (eq_eq _ _ _ derivative_2_diff_if (eq_eq _ _ _ derivative_3_cases derivative_4_if_and))).
Qed.
End derivative.

(** * Derivative of y by x *)

Section derivative_y_x.
Hypothesis given1 : lambda_ <> x.
Hypothesis given2 : x <> - lambda_.

Lemma derivative_y_x_needs_1 :
  ((x <= lambda_) -> x <> - lambda_).
Proof.
  intro.
  assert (x <> - lambda_).
  { hyp. }
  hyp.
Qed.

(* definition of y *)
Lemma derivative_y_x_1_unfold :
  pd (at0 x) (fun x' => y_of lambda_ x')
  = pd (at0 x) (fun x' => (if ltb lambda_ x' then x' - lambda_ else (if ltb x' (- lambda_) then x' + lambda_ else 0))).
Proof.
  pose proof derivative_y_x_needs_1.
  reflexivity.
Qed.

(* differentiate each branch *)
Lemma derivative_y_x_2_diff_if :
  pd (at0 x) (fun x' => (if ltb lambda_ x' then x' - lambda_ else (if ltb x' (- lambda_) then x' + lambda_ else 0)))
  = (if ltb lambda_ x then 1 else (if ltb x (- lambda_) then 1 else 0)).
Proof.
  pose proof derivative_y_x_needs_1.
  rule shared_2.
Qed.

(* case by case *)
Lemma derivative_y_x_3_cases :
  (if ltb lambda_ x then 1 else (if ltb x (- lambda_) then 1 else 0))
  = (if andb (leb x lambda_) (leb (- lambda_) x) then 0 else 1).
Proof.
  rule shared_3.
Qed.

Theorem derivative_y_x :
  is_pd (at0 x) (fun x' => y_of lambda_ x')
  ((if andb (leb x lambda_) (leb (- lambda_) x) then 0 else 1)).
Proof.
  pose proof derivative_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_if derivative_y_x_3_cases)).
Qed.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Hypothesis given1 : lambda_ <> x.
Hypothesis given2 : x <> - lambda_.

Lemma vjp_y_x_needs_1 :
  ((x <= lambda_) -> x <> - lambda_).
Proof.
  intro.
  assert (x <> - lambda_).
  { hyp. }
  hyp.
Qed.

(* put in ∂y/∂x *)
Lemma vjp_y_x_1_lemma :
  y_bar * pd (at0 x) (fun x' => y_of lambda_ x')
  = y_bar * (if andb (leb x lambda_) (leb (- lambda_) x) then 0 else 1).
Proof.
  pose proof vjp_y_x_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_10.
Qed.

(* one condition after the other; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma vjp_y_x_2_if_and :
  y_bar * (if andb (leb x lambda_) (leb (- lambda_) x) then 0 else 1)
  = (if andb (leb x lambda_) (leb (- lambda_) x) then 0 else y_bar).
Proof.
  apply (eq_eq _ (y_bar * (1 - (if leb 0 (lambda_ - x) then 1 else 0) * (if leb 0 (lambda_ + x) then 1 else 0))) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule shared_5. }
  apply (eq_eq _ (- ((if leb 0 (lambda_ - x) then 1 else 0) * (if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + y_bar) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb x lambda_ then (if leb (- lambda_) x then 0 else y_bar) else y_bar)) _).
  { rule (if_and 0 y_bar (leb x lambda_) (leb (- lambda_) x)). }
  apply (eq_eq _ ((if leb x lambda_ then - ((if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + y_bar else y_bar)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { rule shared_11. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then - ((if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + y_bar else y_bar)) _).
  { assert (lambda_ - x = lambda_ - x).
    { reflexivity. }
    rule (if_moved x lambda_ (- ((if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + y_bar) y_bar (lambda_ - x)). }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then 1 else 0) * (- ((if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + y_bar) + (1 - (if leb 0 (lambda_ - x) then 1 else 0)) * y_bar) _).
  { rule (if_indicator (- ((if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + y_bar) y_bar (leb 0 (lambda_ - x))). }
  arith.
Qed.

Theorem vjp_y_x :
  is_pd (at0 x) (fun x' => y_bar * y_of lambda_ x')
  ((if andb (leb x lambda_) (leb (- lambda_) x) then 0 else y_bar)).
Proof.
  pose proof vjp_y_x_needs_1.
  apply (is_pd_eq _ _ (y_bar * pd (at0 x) (fun x' => y_of lambda_ x')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma vjp_y_x_2_if_and).
Qed.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Hypothesis given1 : lambda_ <> x.
Hypothesis given2 : x <> - lambda_.

Lemma jvp_y_x_needs_1 :
  ((x <= lambda_) -> x <> - lambda_).
Proof.
  intro.
  assert (x <> - lambda_).
  { hyp. }
  hyp.
Qed.

(* put in ∂y/∂x *)
Lemma jvp_y_x_1_lemma :
  pd (at0 x) (fun x' => y_of lambda_ x') * x_dot
  = (if andb (leb x lambda_) (leb (- lambda_) x) then 0 else 1) * x_dot.
Proof.
  pose proof jvp_y_x_needs_1.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_10.
Qed.

(* one condition after the other; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma jvp_y_x_2_if_and :
  (if andb (leb x lambda_) (leb (- lambda_) x) then 0 else 1) * x_dot
  = (if andb (leb x lambda_) (leb (- lambda_) x) then 0 else x_dot).
Proof.
  apply (eq_eq _ ((1 - (if leb 0 (lambda_ - x) then 1 else 0) * (if leb 0 (lambda_ + x) then 1 else 0)) * x_dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    rule shared_5. }
  apply (eq_eq _ (- ((if leb 0 (lambda_ - x) then 1 else 0) * (if leb 0 (lambda_ + x) then 1 else 0) * x_dot) + x_dot) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb x lambda_ then (if leb (- lambda_) x then 0 else x_dot) else x_dot)) _).
  { rule (if_and 0 x_dot (leb x lambda_) (leb (- lambda_) x)). }
  apply (eq_eq _ ((if leb x lambda_ then - ((if leb 0 (lambda_ + x) then 1 else 0) * x_dot) + x_dot else x_dot)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if leb 0 (lambda_ + x) then 0 else x_dot)) _).
      { assert (lambda_ + x = x - - lambda_).
        { rule shared_1. }
        rule (if_moved (- lambda_) x 0 x_dot (lambda_ + x)). }
      apply (eq_eq _ ((if leb 0 (lambda_ + x) then 1 else 0) * 0 + (1 - (if leb 0 (lambda_ + x) then 1 else 0)) * x_dot) _).
      { rule (if_indicator 0 x_dot (leb 0 (lambda_ + x))). }
      arith. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then - ((if leb 0 (lambda_ + x) then 1 else 0) * x_dot) + x_dot else x_dot)) _).
  { assert (lambda_ - x = lambda_ - x).
    { reflexivity. }
    rule (if_moved x lambda_ (- ((if leb 0 (lambda_ + x) then 1 else 0) * x_dot) + x_dot) x_dot (lambda_ - x)). }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then 1 else 0) * (- ((if leb 0 (lambda_ + x) then 1 else 0) * x_dot) + x_dot) + (1 - (if leb 0 (lambda_ - x) then 1 else 0)) * x_dot) _).
  { rule (if_indicator (- ((if leb 0 (lambda_ + x) then 1 else 0) * x_dot) + x_dot) x_dot (leb 0 (lambda_ - x))). }
  arith.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of lambda_ (line0 x x_dot t))
  ((if andb (leb x lambda_) (leb (- lambda_) x) then 0 else x_dot)).
Proof.
  pose proof jvp_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 x) (fun x' => y_of lambda_ x') * x_dot) _).
  { apply (eq_eq _ (pd (at0 x) (fun x' => y_of lambda_ x') * x_dot) _).
    { refine (eq_trans (chain0_at (at0 0) x (fun x' => y_of lambda_ x') (fun t => (line0 x x_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma jvp_y_x_2_if_and).
Qed.
End jvp_y_x.

(** * Derivative of y by lambda_ *)

Section derivative_y_lambda_.
Hypothesis given1 : lambda_ <> x.
Hypothesis given2 : x <> - lambda_.

Lemma derivative_y_lambda__needs_1 :
  ((x <= lambda_) -> x <> - lambda_).
Proof.
  intro.
  assert (x <> - lambda_).
  { hyp. }
  hyp.
Qed.

(* definition of y *)
Lemma derivative_y_lambda__1_unfold :
  pd (at0 lambda_) (fun lambda_' => y_of lambda_' x)
  = pd (at0 lambda_) (fun lambda_' => (if ltb lambda_' x then x - lambda_' else (if ltb x (- lambda_') then x + lambda_' else 0))).
Proof.
  pose proof derivative_y_lambda__needs_1.
  reflexivity.
Qed.

(* differentiate each branch *)
Lemma derivative_y_lambda__2_diff_if :
  pd (at0 lambda_) (fun lambda_' => (if ltb lambda_' x then x - lambda_' else (if ltb x (- lambda_') then x + lambda_' else 0)))
  = (if ltb lambda_ x then (-1) else (if ltb x (- lambda_) then 1 else 0)).
Proof.
  pose proof derivative_y_lambda__needs_1.
  rule shared_12.
Qed.

Theorem derivative_y_lambda_ :
  is_pd (at0 lambda_) (fun lambda_' => y_of lambda_' x)
  ((if ltb lambda_ x then (-1) else (if ltb x (- lambda_) then 1 else 0))).
Proof.
  pose proof derivative_y_lambda__needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_lambda__1_unfold derivative_y_lambda__2_diff_if).
Qed.
End derivative_y_lambda_.

(** * VJP of y for lambda_ *)

Section vjp_y_lambda_.
Hypothesis given1 : lambda_ <> x.
Hypothesis given2 : x <> - lambda_.

Lemma vjp_y_lambda__needs_1 :
  ((x <= lambda_) -> x <> - lambda_).
Proof.
  intro.
  assert (x <> - lambda_).
  { hyp. }
  hyp.
Qed.

(* put in ∂y/∂λ *)
Lemma vjp_y_lambda__1_lemma :
  y_bar * pd (at0 lambda_) (fun lambda_' => y_of lambda_' x)
  = y_bar * (if ltb lambda_ x then (-1) else (if ltb x (- lambda_) then 1 else 0)).
Proof.
  pose proof vjp_y_lambda__needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_13.
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma vjp_y_lambda__2_if_less :
  y_bar * (if ltb lambda_ x then (-1) else (if ltb x (- lambda_) then 1 else 0))
  = (if ltb lambda_ x then - y_bar else (if ltb x (- lambda_) then y_bar else 0)).
Proof.
  apply (eq_eq _ (y_bar * ((-1) + 2 * (if leb 0 (lambda_ - x) then 1 else 0) - (if leb 0 (lambda_ - x) then 1 else 0) * (if leb 0 (lambda_ + x) then 1 else 0))) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule shared_14. }
  apply (eq_eq _ (- ((if leb 0 (lambda_ - x) then 1 else 0) * (if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + 2 * (if leb 0 (lambda_ - x) then 1 else 0) * y_bar - y_bar) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if ltb lambda_ x then - y_bar else - ((if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + y_bar)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { apply (eq_eq _ ((if leb (- lambda_) x then 0 else y_bar)) _).
      { rule (if_less x (- lambda_) y_bar 0). }
      rule shared_11. } }
  apply (eq_eq _ ((if leb x lambda_ then - ((if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + y_bar else - y_bar)) _).
  { rule (if_less lambda_ x (- y_bar) (- ((if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + y_bar)). }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then - ((if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + y_bar else - y_bar)) _).
  { assert (lambda_ - x = lambda_ - x).
    { reflexivity. }
    rule (if_moved x lambda_ (- ((if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + y_bar) (- y_bar) (lambda_ - x)). }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then 1 else 0) * (- ((if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + y_bar) + (1 - (if leb 0 (lambda_ - x) then 1 else 0)) * (- y_bar)) _).
  { rule (if_indicator (- ((if leb 0 (lambda_ + x) then 1 else 0) * y_bar) + y_bar) (- y_bar) (leb 0 (lambda_ - x))). }
  arith.
Qed.

Theorem vjp_y_lambda_ :
  is_pd (at0 lambda_) (fun lambda_' => y_bar * y_of lambda_' x)
  ((if ltb lambda_ x then - y_bar else (if ltb x (- lambda_) then y_bar else 0))).
Proof.
  pose proof vjp_y_lambda__needs_1.
  apply (is_pd_eq _ _ (y_bar * pd (at0 lambda_) (fun lambda_' => y_of lambda_' x)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_lambda__1_lemma vjp_y_lambda__2_if_less).
Qed.
End vjp_y_lambda_.

(** * JVP of y for lambda_ *)

Section jvp_y_lambda_.
Hypothesis given1 : lambda_ <> x.
Hypothesis given2 : x <> - lambda_.

Lemma jvp_y_lambda__needs_1 :
  ((x <= lambda_) -> x <> - lambda_).
Proof.
  intro.
  assert (x <> - lambda_).
  { hyp. }
  hyp.
Qed.

(* put in ∂y/∂λ *)
Lemma jvp_y_lambda__1_lemma :
  pd (at0 lambda_) (fun lambda_' => y_of lambda_' x) * lambda__dot
  = (if ltb lambda_ x then (-1) else (if ltb x (- lambda_) then 1 else 0)) * lambda__dot.
Proof.
  pose proof jvp_y_lambda__needs_1.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_13.
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma jvp_y_lambda__2_if_less :
  (if ltb lambda_ x then (-1) else (if ltb x (- lambda_) then 1 else 0)) * lambda__dot
  = (if ltb lambda_ x then - lambda__dot else (if ltb x (- lambda_) then lambda__dot else 0)).
Proof.
  apply (eq_eq _ (((-1) + 2 * (if leb 0 (lambda_ - x) then 1 else 0) - (if leb 0 (lambda_ - x) then 1 else 0) * (if leb 0 (lambda_ + x) then 1 else 0)) * lambda__dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    rule shared_14. }
  apply (eq_eq _ (- ((if leb 0 (lambda_ - x) then 1 else 0) * (if leb 0 (lambda_ + x) then 1 else 0) * lambda__dot) + 2 * (if leb 0 (lambda_ - x) then 1 else 0) * lambda__dot - lambda__dot) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if ltb lambda_ x then - lambda__dot else - ((if leb 0 (lambda_ + x) then 1 else 0) * lambda__dot) + lambda__dot)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { apply (eq_eq _ ((if leb (- lambda_) x then 0 else lambda__dot)) _).
      { rule (if_less x (- lambda_) lambda__dot 0). }
      apply (eq_eq _ ((if leb 0 (lambda_ + x) then 0 else lambda__dot)) _).
      { assert (lambda_ + x = x - - lambda_).
        { rule shared_1. }
        rule (if_moved (- lambda_) x 0 lambda__dot (lambda_ + x)). }
      apply (eq_eq _ ((if leb 0 (lambda_ + x) then 1 else 0) * 0 + (1 - (if leb 0 (lambda_ + x) then 1 else 0)) * lambda__dot) _).
      { rule (if_indicator 0 lambda__dot (leb 0 (lambda_ + x))). }
      arith. } }
  apply (eq_eq _ ((if leb x lambda_ then - ((if leb 0 (lambda_ + x) then 1 else 0) * lambda__dot) + lambda__dot else - lambda__dot)) _).
  { rule (if_less lambda_ x (- lambda__dot) (- ((if leb 0 (lambda_ + x) then 1 else 0) * lambda__dot) + lambda__dot)). }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then - ((if leb 0 (lambda_ + x) then 1 else 0) * lambda__dot) + lambda__dot else - lambda__dot)) _).
  { assert (lambda_ - x = lambda_ - x).
    { reflexivity. }
    rule (if_moved x lambda_ (- ((if leb 0 (lambda_ + x) then 1 else 0) * lambda__dot) + lambda__dot) (- lambda__dot) (lambda_ - x)). }
  apply (eq_eq _ ((if leb 0 (lambda_ - x) then 1 else 0) * (- ((if leb 0 (lambda_ + x) then 1 else 0) * lambda__dot) + lambda__dot) + (1 - (if leb 0 (lambda_ - x) then 1 else 0)) * (- lambda__dot)) _).
  { rule (if_indicator (- ((if leb 0 (lambda_ + x) then 1 else 0) * lambda__dot) + lambda__dot) (- lambda__dot) (leb 0 (lambda_ - x))). }
  arith.
Qed.

Theorem jvp_y_lambda_ :
  is_pd (at0 0) (fun t => y_of (line0 lambda_ lambda__dot t) x)
  ((if ltb lambda_ x then - lambda__dot else (if ltb x (- lambda_) then lambda__dot else 0))).
Proof.
  pose proof jvp_y_lambda__needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 lambda_) (fun lambda_' => y_of lambda_' x) * lambda__dot) _).
  { apply (eq_eq _ (pd (at0 lambda_) (fun lambda_' => y_of lambda_' x) * lambda__dot) _).
    { refine (eq_trans (chain0_at (at0 0) lambda_ (fun lambda_' => y_of lambda_' x) (fun t => (line0 lambda_ lambda__dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_lambda__1_lemma jvp_y_lambda__2_if_less).
Qed.
End jvp_y_lambda_.
End softshrink_theory.

(* the hypotheses of closed can be met *)
Lemma closed_possible :
  exists (lambda_ : R),
  (0 <= lambda_).
Proof.
  exists (1).
  witness.
Qed.

(* the hypotheses of derivative can be met *)
Lemma derivative_possible :
  exists (lambda_ : R) (x : R),
  (lambda_ <> x) /\ (0 <= lambda_) /\ (x <> - lambda_).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of derivative_y_x can be met *)
Lemma derivative_y_x_possible :
  exists (lambda_ : R) (x : R),
  (lambda_ <> x) /\ (x <> - lambda_).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of vjp_y_x can be met *)
Lemma vjp_y_x_possible :
  exists (lambda_ : R) (x : R),
  (lambda_ <> x) /\ (x <> - lambda_).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of jvp_y_x can be met *)
Lemma jvp_y_x_possible :
  exists (lambda_ : R) (x : R),
  (lambda_ <> x) /\ (x <> - lambda_).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of derivative_y_lambda_ can be met *)
Lemma derivative_y_lambda__possible :
  exists (lambda_ : R) (x : R),
  (lambda_ <> x) /\ (x <> - lambda_).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of vjp_y_lambda_ can be met *)
Lemma vjp_y_lambda__possible :
  exists (lambda_ : R) (x : R),
  (lambda_ <> x) /\ (x <> - lambda_).
Proof.
  exists (1), (2).
  witness.
Qed.

(* the hypotheses of jvp_y_lambda_ can be met *)
Lemma jvp_y_lambda__possible :
  exists (lambda_ : R) (x : R),
  (lambda_ <> x) /\ (x <> - lambda_).
Proof.
  exists (1), (2).
  witness.
Qed.
