(* made by derive, do not edit *)
(* Triplet margin loss

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition u_of (D' : nat) (a : nat -> R) (p : nat -> R) : R :=
  sqrt (rsum D' (fun i => (a i - p i) ^ 2)).
#[local] Hint Unfold u_of : definitions.
Definition v_of (D' : nat) (a : nat -> R) (q : nat -> R) : R :=
  sqrt (rsum D' (fun i => (a i - q i) ^ 2)).
#[local] Hint Unfold v_of : definitions.
Definition L_of (m : R) (u : R) (v : R) : R :=
  Rmax 0 (m + u - v).
#[local] Hint Unfold L_of : definitions.

Section triplet_margin_theory.
Variable (D' : nat).
Variables (m m_dot L_bar : R).
Variables (p a q q_dot p_dot a_dot : nat -> R).
Hypothesis D'_positive : (0 < D')%nat.
Local Notation u := (u_of D' a p).
Local Notation v := (v_of D' a q).
Local Notation L := (L_of m u v).

(** * What several lines rest on *)

Lemma shared_1 :
  forall j : nat,
  (j < D')%nat ->
  pd (at1 a j) (fun a' => rsum D' (fun i => (a' i - p i) ^ 2)) = rsum D' (fun k => 2 * (a k - p k) ^ 1 * (delta k j + 0)).
Proof.
  intros j ?.
  apply (eq_eq _ (pd (at1 a j) (fun a' => rsum D' (fun k => (a' k - p k) ^ 2))) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun k => pd (at1 a j) (fun a' => (a' k - p k) ^ 2))) _).
  { rule (diff_sum (at1 a j) D' (fun k a' => (a' k - p k) ^ 2) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (2 * (a k - p k) ^ 1 * pd (at1 a j) (fun a' => a' k - p k)) _).
  { assert (pd (at1 a j) (fun a' => 2) = 0).
    { apply constant. }
    assert (2 = 1 + 1).
    { arith. }
    rule (diff_pow_int (at1 a j) (fun a' => a' k - p k) 2%nat 1%nat 2). }
  refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
  apply (eq_eq _ (pd (at1 a j) (fun a' => a' k) + pd (at1 a j) (fun a' => - p k)) _).
  { rule (diff_add (at1 a j) (fun a' => a' k) (fun a' => - p k)). }
  refine (f_equal2 Rplus _ _).
  { apply variable1. }
  apply constant.
Qed.

Lemma shared_2 :
  forall j : nat,
  (j < D')%nat ->
  rsum D' (fun k => 2 * (a k - p k) ^ 1 * (delta k j + 0)) = rsum D' (fun k => 2 * (a k - p k) * delta k j).
Proof.
  intros j ?.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
  { arith. }
  arith.
Qed.

Lemma shared_3 :
  forall j : nat,
  (j < D')%nat ->
  rsum D' (fun k => 2 * (a k - p k) * delta k j) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) = 2 * (a j - p j) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))).
Proof.
  intros j ?.
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum D' (fun k => delta k j * 2 * (a k - p k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta D' (fun k => 2 * (a k - p k)) j).
Qed.

Lemma shared_4 :
  sqrt (rsum D' (fun i => (a i - p i) ^ 2)) = sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2)).
Proof.
  refine (f_equal sqrt _).
  apply (eq_eq _ (rsum D' (fun i => - (2 * a i * p i) + a i ^ 2 + p i ^ 2)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum D' (fun k => - (2 * a k * p k) + a k ^ 2 + p k ^ 2)) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun k => - (2 * a k * p k)) + rsum D' (fun k => a k ^ 2 + p k ^ 2)) _).
  { rule_same (sum_add D' (fun i => - (2 * a i * p i)) (fun i => a i ^ 2 + p i ^ 2) (fun i => true)). }
  apply (eq_eq _ (rsum D' (fun i => - (2 * a i * p i)) + rsum D' (fun i => a i ^ 2 + p i ^ 2)) _); [ same | ].
  apply (eq_eq _ ((-2) * rsum D' (fun i => a i * p i) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2)) _).
  { apply (eq_eq _ ((-2) * rsum D' (fun i => a i * p i) + (rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun i => (-2) * a i * p i)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum D' (fun k => (-2) * a k * p k)) _); [ same | ].
      apply (eq_eq _ ((-2) * rsum D' (fun k => a k * p k)) _); [ | same ].
      rule_same (sum_factor D' (-2) (fun i => a i * p i) (fun i => true)). }
    apply (eq_eq _ (rsum D' (fun k => a k ^ 2 + p k ^ 2)) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => a k ^ 2) + rsum D' (fun k => p k ^ 2)) _); [ | same ].
    rule (sum_add D' (fun i => a i ^ 2) (fun i => p i ^ 2) (fun i => true)). }
  arith.
Qed.

Lemma shared_5 :
  (if leb (m + u - v) 0 then 0 else 1) = (if ltb v (m + u) then 1 else 0).
Proof.
  apply (eq_eq _ ((if leb (m + u) v then (if leb (m + u - v) 0 then 0 else 1) else (if leb (m + u - v) 0 then 0 else 1))) _).
  { symmetry.
    rule (if_same (if leb (m + u - v) 0 then 0 else 1) (leb (m + u) v)). }
  apply (eq_eq _ ((if leb (m + u) v then 0 else 1)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { assert (m + u - v <= 0).
      { sgn. }
      rule (if_true 0 1 (leb (m + u - v) 0)). }
    { apply (eq_eq _ ((if ltb 0 (m + u - v) then 1 else 0)) _).
      { symmetry.
        rule (if_less 0 (m + u - v) 1 0). }
      assert (0 < m + u - v).
      { sgn. }
      rule (if_true 1 0 (ltb 0 (m + u - v))). } }
  symmetry.
  rule (if_less v (m + u) 1 0).
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < D')%nat ->
  (0 <> m + u - v) ->
  (0 < rsum D' (fun i => (a i - p i) ^ 2)) ->
  (m + u <> v) ->
  pd (at0 u) (fun u' => L_of m u' v) * pd (at1 p j) (fun p' => u_of D' a p') = (if ltb v (m + u) then 1 else 0) * ((p j - a j) / u).
Proof.
  intros j ? ? ? ?.
  refine (f_equal2 Rmult _ _).
  { assert (0 <> m + u - v).
    { assert (m + u <> v).
      { hyp. }
      apply not_eq_sym.
      sgn. }
    apply (eq_eq _ (pd (at0 u) (fun u' => Rmax 0 (m + u' - v))) _).
    { reflexivity. }
    apply (eq_eq _ ((if leb (m + u - v) 0 then pd (at0 u) (fun u' => 0) else pd (at0 u) (fun u' => m + u' - v))) _).
    { rule (diff_max (at0 u) (fun u' => 0) (fun u' => m + u' - v)). }
    apply (eq_eq _ ((if leb (m + u - v) 0 then 0 else 0 + 1 + 0)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply constant. }
      { apply (eq_eq _ (pd (at0 u) (fun u' => m) + pd (at0 u) (fun u' => u' - v)) _).
        { rule_same (diff_add (at0 u) (fun u' => m) (fun u' => u' - v)). }
        apply (eq_eq _ (0 + (1 + 0)) _); [ | same ].
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (pd (at0 u) (fun u' => u') + pd (at0 u) (fun u' => - v)) _).
        { rule (diff_add (at0 u) (fun u' => u') (fun u' => - v)). }
        refine (f_equal2 Rplus _ _).
        { apply variable0. }
        apply constant. } }
    apply (eq_eq _ ((if leb (m + u - v) 0 then 0 else 1)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { reflexivity. }
      { arith. } }
    rule shared_5. }
  apply (eq_eq _ (pd (at1 p j) (fun p' => sqrt (rsum D' (fun i => (a i - p' i) ^ 2)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) * pd (at1 p j) (fun p' => rsum D' (fun i => (a i - p' i) ^ 2))) _).
  { rule (diff_sqrt (at1 p j) (fun p' => rsum D' (fun i => (a i - p' i) ^ 2))). }
  apply (eq_eq _ (pd (at1 p j) (fun p' => rsum D' (fun i => (a i - p' i) ^ 2)) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2)))) _).
  { fractions. }
  apply (eq_eq _ (rsum D' (fun k => 2 * (a k - p k) ^ 1 * (0 - delta k j)) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2)))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 p j) (fun p' => rsum D' (fun k => (a k - p' k) ^ 2))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => pd (at1 p j) (fun p' => (a k - p' k) ^ 2))) _).
    { rule (diff_sum (at1 p j) D' (fun k p' => (a k - p' k) ^ 2) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (2 * (a k - p k) ^ 1 * pd (at1 p j) (fun p' => a k - p' k)) _).
    { assert (pd (at1 p j) (fun p' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 p j) (fun p' => a k - p' k) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (pd (at1 p j) (fun p' => a k) + pd (at1 p j) (fun p' => - p' k)) _).
    { rule (diff_add (at1 p j) (fun p' => a k) (fun p' => - p' k)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (- pd (at1 p j) (fun p' => p' k)) _).
    { rule (diff_neg (at1 p j) (fun p' => p' k)). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply (eq_eq _ (rsum D' (fun k => - (2 * (a k - p k) * delta k j)) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2)))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (2 * (a k - p k) * (- delta k j)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
      { arith. }
      arith. }
    arith. }
  apply (eq_eq _ (- (2 * (a j - p j) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))))) _).
  { apply (eq_eq _ ((- (2 * (a j - p j))) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2)))) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum D' (fun k => delta k j * (- (2 * (a k - p k))))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_delta D' (fun k => - (2 * (a k - p k))) j). }
  apply (eq_eq _ (- (2 * (a j - p j) / (2 * sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2))))) _).
  { refine (f_equal Ropp (f_equal2 Rdiv eq_refl (f_equal2 Rmult eq_refl _))).
    rule shared_4. }
  apply (eq_eq _ (- (a j / sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2))) + p j / sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2))) _).
  { fractions. }
  apply (eq_eq _ (p j / u - a j / u) _).
  { symmetry.
    apply (eq_eq _ (p j / sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2)) - a j / sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2))) _).
    { refine (f_equal2 Rplus (f_equal2 Rdiv eq_refl _) (f_equal Ropp (f_equal2 Rdiv eq_refl _))).
      { apply (eq_eq _ (sqrt (rsum D' (fun i => (a i - p i) ^ 2))) _).
        { reflexivity. }
        rule shared_4. }
      apply (eq_eq _ (sqrt (rsum D' (fun i => (a i - p i) ^ 2))) _).
      { reflexivity. }
      rule shared_4. }
    fractions. }
  apply (eq_eq _ (- (a j / u) + p j / u) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_7 :
  - m - u + v = v - (m + u).
Proof.
  symmetry.
  arith.
Qed.

Lemma shared_8 :
  (if ltb v (m + u) then 1 else 0) = 1 - (if leb 0 (- m - u + v) then 1 else 0).
Proof.
  apply (eq_eq _ ((if leb (m + u) v then 0 else 1)) _).
  { rule (if_less v (m + u) 1 0). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 0 else 1)) _).
  { assert (- m - u + v = v - (m + u)).
    { rule shared_7. }
    rule (if_moved (m + u) v 0 1 (- m - u + v)). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * 0 + (1 - (if leb 0 (- m - u + v) then 1 else 0)) * 1) _).
  { rule (if_indicator 0 1 (leb 0 (- m - u + v))). }
  arith.
Qed.

Lemma shared_9 :
  forall j : nat,
  (j < D')%nat ->
  (if ltb v (m + u) then (p j - a j) / u else 0) = (if leb 0 (- m - u + v) then 1 else 0) * a j / u - (if leb 0 (- m - u + v) then 1 else 0) * p j / u - a j / u + p j / u.
Proof.
  intros j ?.
  apply (eq_eq _ ((if ltb v (m + u) then - (a j / u) + p j / u else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { fractions. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb (m + u) v then 0 else - (a j / u) + p j / u)) _).
  { rule (if_less v (m + u) (- (a j / u) + p j / u) 0). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 0 else - (a j / u) + p j / u)) _).
  { assert (- m - u + v = v - (m + u)).
    { rule shared_7. }
    rule (if_moved (m + u) v 0 (- (a j / u) + p j / u) (- m - u + v)). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * 0 + (1 - (if leb 0 (- m - u + v) then 1 else 0)) * (- (a j / u) + p j / u)) _).
  { rule (if_indicator 0 (- (a j / u) + p j / u) (leb 0 (- m - u + v))). }
  fractions.
Qed.

Lemma shared_10 :
  forall j : nat,
  (j < D')%nat ->
  (if ltb v (m + u) then 1 else 0) * ((p j - a j) / u) = (if ltb v (m + u) then (p j - a j) / u else 0).
Proof.
  intros j ?.
  apply (eq_eq _ ((1 - (if leb 0 (- m - u + v) then 1 else 0)) * ((p j - a j) / u)) _).
  { refine (f_equal2 Rmult _ eq_refl).
    rule shared_8. }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * a j / u - (if leb 0 (- m - u + v) then 1 else 0) * p j / u - a j / u + p j / u) _).
  { fractions. }
  symmetry.
  rule (shared_9 j).
Qed.

Lemma shared_11 :
  forall j : nat,
  (j < D')%nat ->
  (((0 < m + u - v) -> 0 < rsum D' (fun i => (a i - p i) ^ 2))) ->
  (((0 < m + u - v) -> 0 < rsum D' (fun i => (a i - q i) ^ 2))) ->
  (if leb (m + u - v) 0 then pd (at1 a j) (fun a' => 0) else pd (at1 a j) (fun a' => m + u_of D' a' p - v_of D' a' q)) = (if leb (m + u - v) 0 then 0 else rsum D' (fun k => 2 * (a k - p k) * delta k j) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) - rsum D' (fun k => 2 * (a k - q k) * delta k j) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2)))).
Proof.
  intros j ? ? ?.
  apply (eq_eq _ ((if leb (m + u - v) 0 then 0 else 0 + 1 / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) * rsum D' (fun k => 2 * (a k - p k) ^ 1 * (delta k j + 0)) - 1 / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2))) * rsum D' (fun k => 2 * (a k - q k) ^ 1 * (delta k j + 0)))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at1 a j) (fun a' => m) + pd (at1 a j) (fun a' => u_of D' a' p - v_of D' a' q)) _).
      { rule_same (diff_add (at1 a j) (fun a' => m) (fun a' => u_of D' a' p - v_of D' a' q)). }
      apply (eq_eq _ (0 + (1 / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) * rsum D' (fun k => 2 * (a k - p k) ^ 1 * (delta k j + 0)) - 1 / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2))) * rsum D' (fun k => 2 * (a k - q k) ^ 1 * (delta k j + 0)))) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (pd (at1 a j) (fun a' => u_of D' a' p) + pd (at1 a j) (fun a' => - v_of D' a' q)) _).
      { rule (diff_add (at1 a j) (fun a' => u_of D' a' p) (fun a' => - v_of D' a' q)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at1 a j) (fun a' => sqrt (rsum D' (fun i => (a' i - p i) ^ 2)))) _).
        { reflexivity. }
        apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) * pd (at1 a j) (fun a' => rsum D' (fun i => (a' i - p i) ^ 2))) _).
        { rule (diff_sqrt (at1 a j) (fun a' => rsum D' (fun i => (a' i - p i) ^ 2))). }
        refine (f_equal2 Rmult eq_refl _).
        rule (shared_1 j). }
      apply (eq_eq _ (- pd (at1 a j) (fun a' => v_of D' a' q)) _).
      { rule (diff_neg (at1 a j) (fun a' => v_of D' a' q)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (pd (at1 a j) (fun a' => sqrt (rsum D' (fun i => (a' i - q i) ^ 2)))) _).
      { reflexivity. }
      apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2))) * pd (at1 a j) (fun a' => rsum D' (fun i => (a' i - q i) ^ 2))) _).
      { rule (diff_sqrt (at1 a j) (fun a' => rsum D' (fun i => (a' i - q i) ^ 2))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 a j) (fun a' => rsum D' (fun k => (a' k - q k) ^ 2))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 a j) (fun a' => (a' k - q k) ^ 2))) _).
      { rule (diff_sum (at1 a j) D' (fun k a' => (a' k - q k) ^ 2) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (2 * (a k - q k) ^ 1 * pd (at1 a j) (fun a' => a' k - q k)) _).
      { assert (pd (at1 a j) (fun a' => 2) = 0).
        { apply constant. }
        assert (2 = 1 + 1).
        { arith. }
        rule (diff_pow_int (at1 a j) (fun a' => a' k - q k) 2%nat 1%nat 2). }
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (pd (at1 a j) (fun a' => a' k) + pd (at1 a j) (fun a' => - q k)) _).
      { rule (diff_add (at1 a j) (fun a' => a' k) (fun a' => - q k)). }
      refine (f_equal2 Rplus _ _).
      { apply variable1. }
      apply constant. } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { apply (eq_eq _ (0 + rsum D' (fun k => 2 * (a k - p k) * delta k j) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) - rsum D' (fun k => 2 * (a k - q k) * delta k j) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2)))) _).
    { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl _) (f_equal Ropp _)).
      { apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) * rsum D' (fun k => 2 * (a k - p k) * delta k j)) _).
        { refine (f_equal2 Rmult eq_refl _).
          rule (shared_2 j). }
        fractions. }
      apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2))) * rsum D' (fun k => 2 * (a k - q k) * delta k j)) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply rsum_ext; intros k ?; cbv beta.
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
        { arith. }
        arith. }
      fractions. }
    fractions. }
Qed.

Lemma shared_12 :
  forall j : nat,
  (j < D')%nat ->
  (if leb (m + u - v) 0 then 0 else rsum D' (fun k => 2 * (a k - p k) * delta k j) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) - rsum D' (fun k => 2 * (a k - q k) * delta k j) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2)))) = (if leb (m + u - v) 0 then 0 else 2 * (a j - p j) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) - 2 * (a j - q j) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2)))).
Proof.
  intros j ?.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { refine (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rdiv _ eq_refl))).
    { rule (shared_3 j). }
    apply (eq_eq _ (rsum D' (fun k => delta k j * 2 * (a k - q k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun k => 2 * (a k - q k)) j). }
Qed.

Lemma shared_13 :
  sqrt (rsum D' (fun i => (a i - q i) ^ 2)) = sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2)).
Proof.
  refine (f_equal sqrt _).
  apply (eq_eq _ (rsum D' (fun i => - (2 * a i * q i) + a i ^ 2 + q i ^ 2)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum D' (fun k => - (2 * a k * q k) + a k ^ 2 + q k ^ 2)) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun k => - (2 * a k * q k)) + rsum D' (fun k => a k ^ 2 + q k ^ 2)) _).
  { rule_same (sum_add D' (fun i => - (2 * a i * q i)) (fun i => a i ^ 2 + q i ^ 2) (fun i => true)). }
  apply (eq_eq _ (rsum D' (fun i => - (2 * a i * q i)) + rsum D' (fun i => a i ^ 2 + q i ^ 2)) _); [ same | ].
  apply (eq_eq _ ((-2) * rsum D' (fun i => a i * q i) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2)) _).
  { apply (eq_eq _ ((-2) * rsum D' (fun i => a i * q i) + (rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun i => (-2) * a i * q i)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum D' (fun k => (-2) * a k * q k)) _); [ same | ].
      apply (eq_eq _ ((-2) * rsum D' (fun k => a k * q k)) _); [ | same ].
      rule_same (sum_factor D' (-2) (fun i => a i * q i) (fun i => true)). }
    apply (eq_eq _ (rsum D' (fun k => a k ^ 2 + q k ^ 2)) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => a k ^ 2) + rsum D' (fun k => q k ^ 2)) _); [ | same ].
    rule (sum_add D' (fun i => a i ^ 2) (fun i => q i ^ 2) (fun i => true)). }
  arith.
Qed.

Lemma shared_14 :
  forall j : nat,
  (j < D')%nat ->
  (((0 < m + u - v) -> sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2)) <> 0)) ->
  (((0 < m + u - v) -> sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2)) <> 0)) ->
  (if leb (m + u - v) 0 then 0 else 2 * (a j - p j) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) - 2 * (a j - q j) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2)))) = (if leb (m + u - v) 0 then 0 else (u * q j + (v - u) * a j - v * p j) / (u * v)).
Proof.
  intros j ? ? ?.
  apply (eq_eq _ ((if leb (m + u - v) 0 then 0 else a j / sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2)) - p j / sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2)) - a j / sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2)) + q j / sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2)))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { apply (eq_eq _ (2 * (a j - p j) / (2 * sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2))) - 2 * (a j - q j) / (2 * sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2)))) _).
      { refine (f_equal2 Rplus (f_equal2 Rdiv eq_refl (f_equal2 Rmult eq_refl _)) (f_equal Ropp (f_equal2 Rdiv eq_refl (f_equal2 Rmult eq_refl _)))).
        { rule shared_4. }
        rule shared_13. }
      fractions. } }
  symmetry.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { apply (eq_eq _ ((sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2)) * q j + (sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2)) - sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2))) * a j - sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2)) * p j) / (sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2)) * sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2)))) _).
    { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult (f_equal2 Rplus _ (f_equal Ropp _)) eq_refl)) (f_equal Ropp (f_equal2 Rmult _ eq_refl))) (f_equal2 Rmult _ _)).
      { apply (eq_eq _ (sqrt (rsum D' (fun i => (a i - p i) ^ 2))) _).
        { reflexivity. }
        rule shared_4. }
      { apply (eq_eq _ (sqrt (rsum D' (fun i => (a i - q i) ^ 2))) _).
        { reflexivity. }
        rule shared_13. }
      { apply (eq_eq _ (sqrt (rsum D' (fun i => (a i - p i) ^ 2))) _).
        { reflexivity. }
        rule shared_4. }
      { apply (eq_eq _ (sqrt (rsum D' (fun i => (a i - q i) ^ 2))) _).
        { reflexivity. }
        rule shared_13. }
      { apply (eq_eq _ (sqrt (rsum D' (fun i => (a i - p i) ^ 2))) _).
        { reflexivity. }
        rule shared_4. }
      apply (eq_eq _ (sqrt (rsum D' (fun i => (a i - q i) ^ 2))) _).
      { reflexivity. }
      rule shared_13. }
    cancel. }
Qed.

Lemma shared_15 :
  forall j : nat,
  (j < D')%nat ->
  (((v < m + u) -> u <> 0)) ->
  (((v < m + u) -> v <> 0)) ->
  (if leb (m + u - v) 0 then 0 else (u * q j + (v - u) * a j - v * p j) / (u * v)) = (if ltb v (m + u) then (u * q j + (v - u) * a j - v * p j) / (u * v) else 0).
Proof.
  intros j ? ? ?.
  apply (eq_eq _ ((if leb (m + u) v then (if leb (m + u - v) 0 then 0 else (u * q j + (v - u) * a j - v * p j) / (u * v)) else (if leb (m + u - v) 0 then 0 else (u * q j + (v - u) * a j - v * p j) / (u * v)))) _).
  { symmetry.
    rule (if_same (if leb (m + u - v) 0 then 0 else (u * q j + (v - u) * a j - v * p j) / (u * v)) (leb (m + u) v)). }
  apply (eq_eq _ ((if leb (m + u) v then 0 else (u * q j + (v - u) * a j - v * p j) / (u * v))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { assert (m + u - v <= 0).
      { sgn. }
      rule (if_true 0 ((u * q j + (v - u) * a j - v * p j) / (u * v)) (leb (m + u - v) 0)). }
    { apply (eq_eq _ ((if ltb 0 (m + u - v) then (u * q j + (v - u) * a j - v * p j) / (u * v) else 0)) _).
      { symmetry.
        rule (if_less 0 (m + u - v) ((u * q j + (v - u) * a j - v * p j) / (u * v)) 0). }
      assert (0 < m + u - v).
      { sgn. }
      rule (if_true ((u * q j + (v - u) * a j - v * p j) / (u * v)) 0 (ltb 0 (m + u - v))). } }
  apply (eq_eq _ ((if ltb v (m + u) then (u * q j + (v - u) * a j - v * p j) / (u * v) else 0)) _).
  { symmetry.
    rule (if_less v (m + u) ((u * q j + (v - u) * a j - v * p j) / (u * v)) 0). }
  apply (eq_eq _ ((if ltb v (m + u) then a j / u - a j / v - p j / u + q j / v else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { cancel. }
    { reflexivity. } }
  symmetry.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { cancel. }
  { reflexivity. }
Qed.

Lemma shared_16 :
  forall j : nat,
  (j < D')%nat ->
  (0 < rsum D' (fun i => (a i - p i) ^ 2)) ->
  (0 < rsum D' (fun i => (a i - q i) ^ 2)) ->
  (m + u <> v) ->
  pd (at1 a j) (fun a' => L_of m (u_of D' a' p) (v_of D' a' q)) = (if ltb v (m + u) then (u * q j + (v - u) * a j - v * p j) / (u * v) else 0).
Proof.
  intros j ? ? ? ?.
  assert (((v < m + u) -> v <> 0)).
  { intro.
    sgn. }
  assert (((v < m + u) -> u <> 0)).
  { intro.
    sgn. }
  assert (((0 < m + u - v) -> 0 < rsum D' (fun i => (a i - q i) ^ 2))).
  { intro.
    hyp. }
  assert (((0 < m + u - v) -> 0 < rsum D' (fun i => (a i - p i) ^ 2))).
  { intro.
    hyp. }
  assert (((0 < m + u - v) -> sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2)) <> 0)).
  { intro.
    apply (eq_ne _ (v) _).
    { symmetry.
      apply (eq_eq _ (sqrt (rsum D' (fun i => (a i - q i) ^ 2))) _).
      { reflexivity. }
      rule shared_13. }
    sgn. }
  assert (((0 < m + u - v) -> sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2)) <> 0)).
  { intro.
    apply (eq_ne _ (u) _).
    { symmetry.
      apply (eq_eq _ (sqrt (rsum D' (fun i => (a i - p i) ^ 2))) _).
      { reflexivity. }
      rule shared_4. }
    sgn. }
  assert (0 <> m + u - v).
  { assert (m + u <> v).
    { hyp. }
    apply not_eq_sym.
    sgn. }
  apply (eq_eq _ (pd (at1 a j) (fun a' => Rmax 0 (m + u_of D' a' p - v_of D' a' q))) _).
  { reflexivity. }
  apply (eq_eq _ ((if leb (m + u - v) 0 then pd (at1 a j) (fun a' => 0) else pd (at1 a j) (fun a' => m + u_of D' a' p - v_of D' a' q))) _).
  { rule (diff_max (at1 a j) (fun a' => 0) (fun a' => m + u_of D' a' p - v_of D' a' q)). }
  apply (eq_eq _ ((if leb (m + u - v) 0 then 0 else rsum D' (fun k => 2 * (a k - p k) * delta k j) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) - rsum D' (fun k => 2 * (a k - q k) * delta k j) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2))))) _).
  { rule (shared_11 j). }
  apply (eq_eq _ ((if leb (m + u - v) 0 then 0 else 2 * (a j - p j) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) - 2 * (a j - q j) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2))))) _).
  { rule (shared_12 j). }
  apply (eq_eq _ ((if leb (m + u - v) 0 then 0 else (u * q j + (v - u) * a j - v * p j) / (u * v))) _).
  { rule (shared_14 j). }
  rule (shared_15 j).
Qed.

Lemma shared_17 :
  forall j : nat,
  (j < D')%nat ->
  (((v < m + u) -> u <> 0)) ->
  (((v < m + u) -> v <> 0)) ->
  (if ltb v (m + u) then (u * q j + (v - u) * a j - v * p j) / (u * v) else 0) = - ((if leb 0 (- m - u + v) then 1 else 0) * a j / u) + (if leb 0 (- m - u + v) then 1 else 0) * a j / v + (if leb 0 (- m - u + v) then 1 else 0) * p j / u - (if leb 0 (- m - u + v) then 1 else 0) * q j / v + a j / u - a j / v - p j / u + q j / v.
Proof.
  intros j ? ? ?.
  apply (eq_eq _ ((if ltb v (m + u) then a j / u - a j / v - p j / u + q j / v else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { cancel. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb (m + u) v then 0 else a j / u - a j / v - p j / u + q j / v)) _).
  { rule (if_less v (m + u) (a j / u - a j / v - p j / u + q j / v) 0). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 0 else a j / u - a j / v - p j / u + q j / v)) _).
  { assert (- m - u + v = v - (m + u)).
    { rule shared_7. }
    rule (if_moved (m + u) v 0 (a j / u - a j / v - p j / u + q j / v) (- m - u + v)). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * 0 + (1 - (if leb 0 (- m - u + v) then 1 else 0)) * (a j / u - a j / v - p j / u + q j / v)) _).
  { rule (if_indicator 0 (a j / u - a j / v - p j / u + q j / v) (leb 0 (- m - u + v))). }
  fractions.
Qed.

Lemma shared_18 :
  rsum D' (fun k => - ((if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / u) + (if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / v + (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * p k / u - (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * q k / v + a k * a_dot k / u - a k * a_dot k / v - a_dot k * p k / u + a_dot k * q k / v) = - ((if leb 0 (- m - u + v) then 1 else 0) / u * rsum D' (fun j => a j * a_dot j)) + (if leb 0 (- m - u + v) then 1 else 0) / v * rsum D' (fun j => a j * a_dot j) + (if leb 0 (- m - u + v) then 1 else 0) / u * rsum D' (fun j => a_dot j * p j) - (if leb 0 (- m - u + v) then 1 else 0) / v * rsum D' (fun j => a_dot j * q j) + 1 / u * rsum D' (fun j => a j * a_dot j) - 1 / v * rsum D' (fun j => a j * a_dot j) - 1 / u * rsum D' (fun j => a_dot j * p j) + 1 / v * rsum D' (fun j => a_dot j * q j).
Proof.
  apply (eq_eq _ (rsum D' (fun k => - ((if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / u) + (if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / v + (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * p k / u - (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * q k / v) + rsum D' (fun k => a k * a_dot k / u - a k * a_dot k / v - a_dot k * p k / u + a_dot k * q k / v)) _).
  { rule_same (sum_add D' (fun j => - ((if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / u) + (if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / v + (if leb 0 (- m - u + v) then 1 else 0) * a_dot j * p j / u - (if leb 0 (- m - u + v) then 1 else 0) * a_dot j * q j / v) (fun j => a j * a_dot j / u - a j * a_dot j / v - a_dot j * p j / u + a_dot j * q j / v) (fun j => true)). }
  apply (eq_eq _ (rsum D' (fun j => - ((if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / u) + (if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / v + (if leb 0 (- m - u + v) then 1 else 0) * a_dot j * p j / u - (if leb 0 (- m - u + v) then 1 else 0) * a_dot j * q j / v) + rsum D' (fun j => a j * a_dot j / u - a j * a_dot j / v - a_dot j * p j / u + a_dot j * q j / v)) _); [ same | ].
  apply (eq_eq _ ((- ((if leb 0 (- m - u + v) then 1 else 0) / u * rsum D' (fun j => a j * a_dot j)) + (if leb 0 (- m - u + v) then 1 else 0) / v * rsum D' (fun j => a j * a_dot j) + (if leb 0 (- m - u + v) then 1 else 0) / u * rsum D' (fun j => a_dot j * p j) - (if leb 0 (- m - u + v) then 1 else 0) / v * rsum D' (fun j => a_dot j * q j)) + (1 / u * rsum D' (fun j => a j * a_dot j) - 1 / v * rsum D' (fun j => a j * a_dot j) - 1 / u * rsum D' (fun j => a_dot j * p j) + 1 / v * rsum D' (fun j => a_dot j * q j))) _); [ | same ].
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum D' (fun k => - ((if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / u) + (if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / v + (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * p k / u - (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * q k / v)) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => - ((if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / u) + (if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / v) + rsum D' (fun k => (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * p k / u - (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * q k / v)) _).
    { rule_same (sum_add D' (fun j => - ((if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / u) + (if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / v) (fun j => (if leb 0 (- m - u + v) then 1 else 0) * a_dot j * p j / u - (if leb 0 (- m - u + v) then 1 else 0) * a_dot j * q j / v) (fun j => true)). }
    apply (eq_eq _ (rsum D' (fun j => - ((if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / u) + (if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / v) + rsum D' (fun j => (if leb 0 (- m - u + v) then 1 else 0) * a_dot j * p j / u - (if leb 0 (- m - u + v) then 1 else 0) * a_dot j * q j / v)) _); [ same | ].
    apply (eq_eq _ ((- ((if leb 0 (- m - u + v) then 1 else 0) / u * rsum D' (fun j => a j * a_dot j)) + (if leb 0 (- m - u + v) then 1 else 0) / v * rsum D' (fun j => a j * a_dot j)) + ((if leb 0 (- m - u + v) then 1 else 0) / u * rsum D' (fun j => a_dot j * p j) - (if leb 0 (- m - u + v) then 1 else 0) / v * rsum D' (fun j => a_dot j * q j))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun k => - ((if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / u) + (if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / v)) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => - ((if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / u)) + rsum D' (fun k => (if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / v)) _).
      { rule (sum_add D' (fun j => - ((if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / u)) (fun j => (if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / v) (fun j => true)). }
      apply (eq_eq _ (rsum D' (fun j => - ((if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / u)) + rsum D' (fun j => (if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / v)) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum D' (fun j => - ((if leb 0 (- m - u + v) then 1 else 0) / u * a j * a_dot j))) _).
        { apply rsum_ext; intros j ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum D' (fun k => - ((if leb 0 (- m - u + v) then 1 else 0) / u * a k * a_dot k))) _); [ same | ].
        apply (eq_eq _ (- rsum D' (fun k => (if leb 0 (- m - u + v) then 1 else 0) / u * a k * a_dot k)) _).
        { rule (sum_neg D' (fun j => (if leb 0 (- m - u + v) then 1 else 0) / u * a j * a_dot j) (fun j => true)). }
        apply (eq_eq _ (- rsum D' (fun j => (if leb 0 (- m - u + v) then 1 else 0) / u * a j * a_dot j)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum D' (fun k => (if leb 0 (- m - u + v) then 1 else 0) / u * a k * a_dot k)) _); [ same | ].
        apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) / u * rsum D' (fun k => a k * a_dot k)) _); [ | same ].
        rule_same (sum_factor D' ((if leb 0 (- m - u + v) then 1 else 0) / u) (fun j => a j * a_dot j) (fun j => true)). }
      apply (eq_eq _ (rsum D' (fun j => (if leb 0 (- m - u + v) then 1 else 0) / v * a j * a_dot j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum D' (fun k => (if leb 0 (- m - u + v) then 1 else 0) / v * a k * a_dot k)) _); [ same | ].
      apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) / v * rsum D' (fun k => a k * a_dot k)) _); [ | same ].
      rule_same (sum_factor D' ((if leb 0 (- m - u + v) then 1 else 0) / v) (fun j => a j * a_dot j) (fun j => true)). }
    apply (eq_eq _ (rsum D' (fun k => (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * p k / u - (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * q k / v)) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * p k / u) + rsum D' (fun k => - ((if leb 0 (- m - u + v) then 1 else 0) * a_dot k * q k / v))) _).
    { rule (sum_add D' (fun j => (if leb 0 (- m - u + v) then 1 else 0) * a_dot j * p j / u) (fun j => - ((if leb 0 (- m - u + v) then 1 else 0) * a_dot j * q j / v)) (fun j => true)). }
    apply (eq_eq _ (rsum D' (fun j => (if leb 0 (- m - u + v) then 1 else 0) * a_dot j * p j / u) + rsum D' (fun j => - ((if leb 0 (- m - u + v) then 1 else 0) * a_dot j * q j / v))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun j => (if leb 0 (- m - u + v) then 1 else 0) / u * a_dot j * p j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum D' (fun k => (if leb 0 (- m - u + v) then 1 else 0) / u * a_dot k * p k)) _); [ same | ].
      apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) / u * rsum D' (fun k => a_dot k * p k)) _); [ | same ].
      rule_same (sum_factor D' ((if leb 0 (- m - u + v) then 1 else 0) / u) (fun j => a_dot j * p j) (fun j => true)). }
    apply (eq_eq _ (rsum D' (fun j => - ((if leb 0 (- m - u + v) then 1 else 0) / v * a_dot j * q j))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum D' (fun k => - ((if leb 0 (- m - u + v) then 1 else 0) / v * a_dot k * q k))) _); [ same | ].
    apply (eq_eq _ (- rsum D' (fun k => (if leb 0 (- m - u + v) then 1 else 0) / v * a_dot k * q k)) _).
    { rule (sum_neg D' (fun j => (if leb 0 (- m - u + v) then 1 else 0) / v * a_dot j * q j) (fun j => true)). }
    apply (eq_eq _ (- rsum D' (fun j => (if leb 0 (- m - u + v) then 1 else 0) / v * a_dot j * q j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum D' (fun k => (if leb 0 (- m - u + v) then 1 else 0) / v * a_dot k * q k)) _); [ same | ].
    apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) / v * rsum D' (fun k => a_dot k * q k)) _); [ | same ].
    rule_same (sum_factor D' ((if leb 0 (- m - u + v) then 1 else 0) / v) (fun j => a_dot j * q j) (fun j => true)). }
  apply (eq_eq _ (rsum D' (fun k => a k * a_dot k / u - a k * a_dot k / v - a_dot k * p k / u + a_dot k * q k / v)) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun k => a k * a_dot k / u - a k * a_dot k / v) + rsum D' (fun k => - (a_dot k * p k / u) + a_dot k * q k / v)) _).
  { rule_same (sum_add D' (fun j => a j * a_dot j / u - a j * a_dot j / v) (fun j => - (a_dot j * p j / u) + a_dot j * q j / v) (fun j => true)). }
  apply (eq_eq _ (rsum D' (fun j => a j * a_dot j / u - a j * a_dot j / v) + rsum D' (fun j => - (a_dot j * p j / u) + a_dot j * q j / v)) _); [ same | ].
  apply (eq_eq _ ((1 / u * rsum D' (fun j => a j * a_dot j) - 1 / v * rsum D' (fun j => a j * a_dot j)) + (- (1 / u * rsum D' (fun j => a_dot j * p j)) + 1 / v * rsum D' (fun j => a_dot j * q j))) _); [ | same ].
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum D' (fun k => a k * a_dot k / u - a k * a_dot k / v)) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => a k * a_dot k / u) + rsum D' (fun k => - (a k * a_dot k / v))) _).
    { rule (sum_add D' (fun j => a j * a_dot j / u) (fun j => - (a j * a_dot j / v)) (fun j => true)). }
    apply (eq_eq _ (rsum D' (fun j => a j * a_dot j / u) + rsum D' (fun j => - (a j * a_dot j / v))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun j => 1 / u * a j * a_dot j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum D' (fun k => 1 / u * a k * a_dot k)) _); [ same | ].
      apply (eq_eq _ (1 / u * rsum D' (fun k => a k * a_dot k)) _); [ | same ].
      rule_same (sum_factor D' (1 / u) (fun j => a j * a_dot j) (fun j => true)). }
    apply (eq_eq _ (rsum D' (fun j => - (1 / v * a j * a_dot j))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum D' (fun k => - (1 / v * a k * a_dot k))) _); [ same | ].
    apply (eq_eq _ (- rsum D' (fun k => 1 / v * a k * a_dot k)) _).
    { rule (sum_neg D' (fun j => 1 / v * a j * a_dot j) (fun j => true)). }
    apply (eq_eq _ (- rsum D' (fun j => 1 / v * a j * a_dot j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum D' (fun k => 1 / v * a k * a_dot k)) _); [ same | ].
    apply (eq_eq _ (1 / v * rsum D' (fun k => a k * a_dot k)) _); [ | same ].
    rule_same (sum_factor D' (1 / v) (fun j => a j * a_dot j) (fun j => true)). }
  apply (eq_eq _ (rsum D' (fun k => - (a_dot k * p k / u) + a_dot k * q k / v)) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun k => - (a_dot k * p k / u)) + rsum D' (fun k => a_dot k * q k / v)) _).
  { rule (sum_add D' (fun j => - (a_dot j * p j / u)) (fun j => a_dot j * q j / v) (fun j => true)). }
  apply (eq_eq _ (rsum D' (fun j => - (a_dot j * p j / u)) + rsum D' (fun j => a_dot j * q j / v)) _); [ same | ].
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum D' (fun j => - (1 / u * a_dot j * p j))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum D' (fun k => - (1 / u * a_dot k * p k))) _); [ same | ].
    apply (eq_eq _ (- rsum D' (fun k => 1 / u * a_dot k * p k)) _).
    { rule (sum_neg D' (fun j => 1 / u * a_dot j * p j) (fun j => true)). }
    apply (eq_eq _ (- rsum D' (fun j => 1 / u * a_dot j * p j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum D' (fun k => 1 / u * a_dot k * p k)) _); [ same | ].
    apply (eq_eq _ (1 / u * rsum D' (fun k => a_dot k * p k)) _); [ | same ].
    rule_same (sum_factor D' (1 / u) (fun j => a_dot j * p j) (fun j => true)). }
  apply (eq_eq _ (rsum D' (fun j => 1 / v * a_dot j * q j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum D' (fun k => 1 / v * a_dot k * q k)) _); [ same | ].
  apply (eq_eq _ (1 / v * rsum D' (fun k => a_dot k * q k)) _); [ | same ].
  rule_same (sum_factor D' (1 / v) (fun j => a_dot j * q j) (fun j => true)).
Qed.

Lemma shared_19 :
  forall j : nat,
  (j < D')%nat ->
  (0 < rsum D' (fun i => (a i - p i) ^ 2)) ->
  (m + u <> v) ->
  pd (at1 p j) (fun p' => L_of m (u_of D' a p') v) = (if ltb v (m + u) then (p j - a j) / u else 0).
Proof.
  intros j ? ? ?.
  assert (0 <> m + u - v).
  { assert (m + u <> v).
    { hyp. }
    apply not_eq_sym.
    sgn. }
  apply (eq_eq _ (pd (at0 u) (fun u' => L_of m u' v) * pd (at1 p j) (fun p' => u_of D' a p')) _).
  { apply (chain0 (at1 p j) (fun u' => L_of m u' v) (fun p' => u_of D' a p')); [ dex | premise ]. }
  apply (eq_eq _ ((if ltb v (m + u) then 1 else 0) * ((p j - a j) / u)) _).
  { rule (shared_6 j). }
  rule (shared_10 j).
Qed.

Lemma shared_20 :
  forall j : nat,
  (j < D')%nat ->
  (0 <> m + u - v) ->
  (0 < rsum D' (fun i => (a i - q i) ^ 2)) ->
  (m + u <> v) ->
  pd (at0 v) (fun v' => L_of m u v') * pd (at1 q j) (fun q' => v_of D' a q') = (if ltb v (m + u) then (-1) else 0) * ((q j - a j) / v).
Proof.
  intros j ? ? ? ?.
  refine (f_equal2 Rmult _ _).
  { assert (0 <> m + u - v).
    { assert (m + u <> v).
      { hyp. }
      apply not_eq_sym.
      sgn. }
    apply (eq_eq _ (pd (at0 v) (fun v' => Rmax 0 (m + u - v'))) _).
    { reflexivity. }
    apply (eq_eq _ ((if leb (m + u - v) 0 then pd (at0 v) (fun v' => 0) else pd (at0 v) (fun v' => m + u - v'))) _).
    { rule (diff_max (at0 v) (fun v' => 0) (fun v' => m + u - v')). }
    apply (eq_eq _ ((if leb (m + u - v) 0 then 0 else 0 + 0 + (-1))) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply constant. }
      { apply (eq_eq _ (pd (at0 v) (fun v' => m) + pd (at0 v) (fun v' => u - v')) _).
        { rule_same (diff_add (at0 v) (fun v' => m) (fun v' => u - v')). }
        apply (eq_eq _ (0 + (0 + (-1))) _); [ | same ].
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (pd (at0 v) (fun v' => u) + pd (at0 v) (fun v' => - v')) _).
        { rule (diff_add (at0 v) (fun v' => u) (fun v' => - v')). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (- pd (at0 v) (fun v' => v')) _).
        { rule (diff_neg (at0 v) (fun v' => v')). }
        apply (eq_eq _ (- 1) _); [ | same ].
        refine (f_equal Ropp _).
        apply variable0. } }
    apply (eq_eq _ ((if leb (m + u - v) 0 then 0 else (-1))) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { reflexivity. }
      { arith. } }
    apply (eq_eq _ ((if leb (m + u) v then (if leb (m + u - v) 0 then 0 else (-1)) else (if leb (m + u - v) 0 then 0 else (-1)))) _).
    { symmetry.
      rule (if_same (if leb (m + u - v) 0 then 0 else (-1)) (leb (m + u) v)). }
    apply (eq_eq _ ((if leb (m + u) v then 0 else (-1))) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { assert (m + u - v <= 0).
        { sgn. }
        rule (if_true 0 (-1) (leb (m + u - v) 0)). }
      { apply (eq_eq _ ((if ltb 0 (m + u - v) then (-1) else 0)) _).
        { symmetry.
          rule (if_less 0 (m + u - v) (-1) 0). }
        assert (0 < m + u - v).
        { sgn. }
        rule (if_true (-1) 0 (ltb 0 (m + u - v))). } }
    apply (eq_eq _ ((if ltb v (m + u) then (-1) else 0)) _).
    { symmetry.
      rule (if_less v (m + u) (-1) 0). }
    reflexivity. }
  apply (eq_eq _ (pd (at1 q j) (fun q' => sqrt (rsum D' (fun i => (a i - q' i) ^ 2)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2))) * pd (at1 q j) (fun q' => rsum D' (fun i => (a i - q' i) ^ 2))) _).
  { rule (diff_sqrt (at1 q j) (fun q' => rsum D' (fun i => (a i - q' i) ^ 2))). }
  apply (eq_eq _ (pd (at1 q j) (fun q' => rsum D' (fun i => (a i - q' i) ^ 2)) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2)))) _).
  { fractions. }
  apply (eq_eq _ (rsum D' (fun k => 2 * (a k - q k) ^ 1 * (0 - delta k j)) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2)))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 q j) (fun q' => rsum D' (fun k => (a k - q' k) ^ 2))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => pd (at1 q j) (fun q' => (a k - q' k) ^ 2))) _).
    { rule (diff_sum (at1 q j) D' (fun k q' => (a k - q' k) ^ 2) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (2 * (a k - q k) ^ 1 * pd (at1 q j) (fun q' => a k - q' k)) _).
    { assert (pd (at1 q j) (fun q' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 q j) (fun q' => a k - q' k) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (pd (at1 q j) (fun q' => a k) + pd (at1 q j) (fun q' => - q' k)) _).
    { rule (diff_add (at1 q j) (fun q' => a k) (fun q' => - q' k)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (- pd (at1 q j) (fun q' => q' k)) _).
    { rule (diff_neg (at1 q j) (fun q' => q' k)). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply (eq_eq _ (rsum D' (fun k => - (2 * (a k - q k) * delta k j)) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2)))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (2 * (a k - q k) * (- delta k j)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
      { arith. }
      arith. }
    arith. }
  apply (eq_eq _ (- (2 * (a j - q j) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2))))) _).
  { apply (eq_eq _ ((- (2 * (a j - q j))) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2)))) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum D' (fun k => delta k j * (- (2 * (a k - q k))))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_delta D' (fun k => - (2 * (a k - q k))) j). }
  apply (eq_eq _ (- (2 * (a j - q j) / (2 * sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2))))) _).
  { refine (f_equal Ropp (f_equal2 Rdiv eq_refl (f_equal2 Rmult eq_refl _))).
    rule shared_13. }
  apply (eq_eq _ (- (a j / sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2))) + q j / sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2))) _).
  { fractions. }
  apply (eq_eq _ (q j / v - a j / v) _).
  { symmetry.
    apply (eq_eq _ (q j / sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2)) - a j / sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2))) _).
    { refine (f_equal2 Rplus (f_equal2 Rdiv eq_refl _) (f_equal Ropp (f_equal2 Rdiv eq_refl _))).
      { apply (eq_eq _ (sqrt (rsum D' (fun i => (a i - q i) ^ 2))) _).
        { reflexivity. }
        rule shared_13. }
      apply (eq_eq _ (sqrt (rsum D' (fun i => (a i - q i) ^ 2))) _).
      { reflexivity. }
      rule shared_13. }
    fractions. }
  apply (eq_eq _ (- (a j / v) + q j / v) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_21 :
  forall j : nat,
  (j < D')%nat ->
  (if ltb v (m + u) then (a j - q j) / v else 0) = - ((if leb 0 (- m - u + v) then 1 else 0) * a j / v) + (if leb 0 (- m - u + v) then 1 else 0) * q j / v + a j / v - q j / v.
Proof.
  intros j ?.
  apply (eq_eq _ ((if ltb v (m + u) then a j / v - q j / v else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { fractions. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb (m + u) v then 0 else a j / v - q j / v)) _).
  { rule (if_less v (m + u) (a j / v - q j / v) 0). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 0 else a j / v - q j / v)) _).
  { assert (- m - u + v = v - (m + u)).
    { rule shared_7. }
    rule (if_moved (m + u) v 0 (a j / v - q j / v) (- m - u + v)). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * 0 + (1 - (if leb 0 (- m - u + v) then 1 else 0)) * (a j / v - q j / v)) _).
  { rule (if_indicator 0 (a j / v - q j / v) (leb 0 (- m - u + v))). }
  fractions.
Qed.

Lemma shared_22 :
  forall j : nat,
  (j < D')%nat ->
  (if ltb v (m + u) then (-1) else 0) * ((q j - a j) / v) = (if ltb v (m + u) then (a j - q j) / v else 0).
Proof.
  intros j ?.
  apply (eq_eq _ (((-1) + (if leb 0 (- m - u + v) then 1 else 0)) * ((q j - a j) / v)) _).
  { refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ ((if leb (m + u) v then 0 else (-1))) _).
    { rule (if_less v (m + u) (-1) 0). }
    apply (eq_eq _ ((if leb 0 (- m - u + v) then 0 else (-1))) _).
    { assert (- m - u + v = v - (m + u)).
      { rule shared_7. }
      rule (if_moved (m + u) v 0 (-1) (- m - u + v)). }
    apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * 0 + (1 - (if leb 0 (- m - u + v) then 1 else 0)) * (-1)) _).
    { rule (if_indicator 0 (-1) (leb 0 (- m - u + v))). }
    arith. }
  apply (eq_eq _ (- ((if leb 0 (- m - u + v) then 1 else 0) * a j / v) + (if leb 0 (- m - u + v) then 1 else 0) * q j / v + a j / v - q j / v) _).
  { fractions. }
  symmetry.
  rule (shared_21 j).
Qed.

Lemma shared_23 :
  forall j : nat,
  (j < D')%nat ->
  (0 < rsum D' (fun i => (a i - q i) ^ 2)) ->
  (m + u <> v) ->
  pd (at1 q j) (fun q' => L_of m u (v_of D' a q')) = (if ltb v (m + u) then (a j - q j) / v else 0).
Proof.
  intros j ? ? ?.
  assert (0 <> m + u - v).
  { assert (m + u <> v).
    { hyp. }
    apply not_eq_sym.
    sgn. }
  apply (eq_eq _ (pd (at0 v) (fun v' => L_of m u v') * pd (at1 q j) (fun q' => v_of D' a q')) _).
  { apply (chain0 (at1 q j) (fun v' => L_of m u v') (fun q' => v_of D' a q')); [ dex | premise ]. }
  apply (eq_eq _ ((if ltb v (m + u) then (-1) else 0) * ((q j - a j) / v)) _).
  { rule (shared_20 j). }
  rule (shared_22 j).
Qed.

Lemma shared_24 :
  (if leb (m + u - v) 0 then pd (at0 m) (fun m' => 0) else pd (at0 m) (fun m' => m' + u - v)) = (if leb (m + u - v) 0 then 0 else 1).
Proof.
  apply (eq_eq _ ((if leb (m + u - v) 0 then 0 else 1 + 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at0 m) (fun m' => m') + pd (at0 m) (fun m' => u - v)) _).
      { rule_same (diff_add (at0 m) (fun m' => m') (fun m' => u - v)). }
      refine (f_equal2 Rplus _ _).
      { apply variable0. }
      apply constant. } }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

Lemma shared_25 :
  (m + u <> v) ->
  pd (at0 m) (fun m' => L_of m' u v) = (if ltb v (m + u) then 1 else 0).
Proof.
  intros ?.
  assert (0 <> m + u - v).
  { assert (m + u <> v).
    { hyp. }
    apply not_eq_sym.
    sgn. }
  apply (eq_eq _ (pd (at0 m) (fun m' => Rmax 0 (m' + u - v))) _).
  { reflexivity. }
  apply (eq_eq _ ((if leb (m + u - v) 0 then pd (at0 m) (fun m' => 0) else pd (at0 m) (fun m' => m' + u - v))) _).
  { rule (diff_max (at0 m) (fun m' => 0) (fun m' => m' + u - v)). }
  apply (eq_eq _ ((if leb (m + u - v) 0 then 0 else 1)) _).
  { rule shared_24. }
  rule shared_5.
Qed.

(** * nonnegative *)

Section nonnegative.

(* by the signs of its parts *)
Lemma nonnegative_1_sign :
  0
  <= L.
Proof.
  sgn.
Qed.

Theorem nonnegative :
  0
  <= L.
Proof.
  exact nonnegative_1_sign.
Qed.
End nonnegative.

(** * Gradient of a distance *)

Section near'.
Variables (i : nat).
Hypothesis i_in : (i < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i' => (a i' - p i') ^ 2).

(* definition of u *)
Lemma near'_1_unfold :
  pd (at1 a i) (fun a' => u_of D' a' p)
  = pd (at1 a i) (fun a' => sqrt (rsum D' (fun k => (a' k - p k) ^ 2))).
Proof.
  apply (eq_eq _ (pd (at1 a i) (fun a' => sqrt (rsum D' (fun i' => (a' i' - p i') ^ 2)))) _); [ | same ].
  reflexivity.
Qed.

(* derivative of sqrt, chain rule *)
Lemma near'_2_diff_sqrt :
  pd (at1 a i) (fun a' => sqrt (rsum D' (fun k => (a' k - p k) ^ 2)))
  = pd (at1 a i) (fun a' => rsum D' (fun k => (a' k - p k) ^ 2)) / (2 * sqrt (rsum D' (fun k => (a k - p k) ^ 2))).
Proof.
  apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun k => (a k - p k) ^ 2))) * pd (at1 a i) (fun a' => rsum D' (fun k => (a' k - p k) ^ 2))) _).
  { rule (diff_sqrt (at1 a i) (fun a' => rsum D' (fun k => (a' k - p k) ^ 2))). }
  fractions.
Qed.

(* differentiate under the sum; power rule; ∂a_k/∂a_i = δ_ki *)
Lemma near'_3_diff_sum :
  pd (at1 a i) (fun a' => rsum D' (fun k => (a' k - p k) ^ 2)) / (2 * sqrt (rsum D' (fun k => (a k - p k) ^ 2)))
  = rsum D' (fun k => 2 * (a k - p k) * delta k i) / (2 * sqrt (rsum D' (fun k => (a k - p k) ^ 2))).
Proof.
  apply (eq_eq _ (rsum D' (fun k => 2 * (a k - p k) ^ 1 * (delta k i + 0)) / (2 * sqrt (rsum D' (fun k => (a k - p k) ^ 2)))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule_same (shared_1 i). }
  refine (f_equal2 Rdiv _ eq_refl).
  rule (shared_2 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma near'_4_sum_delta :
  rsum D' (fun k => 2 * (a k - p k) * delta k i) / (2 * sqrt (rsum D' (fun k => (a k - p k) ^ 2)))
  = 2 * (a i - p i) / (2 * sqrt (rsum D' (fun k => (a k - p k) ^ 2))).
Proof.
  rule_same (shared_3 i).
Qed.

(* definition of u *)
Lemma near'_5_unfold :
  2 * (a i - p i) / (2 * sqrt (rsum D' (fun k => (a k - p k) ^ 2)))
  = a i / u - p i / u.
Proof.
  apply (eq_eq _ (2 * (a i - p i) / (2 * sqrt (- (2 * rsum D' (fun k => a k * p k)) + rsum D' (fun k => a k ^ 2) + rsum D' (fun k => p k ^ 2)))) _).
  { refine (f_equal2 Rdiv eq_refl (f_equal2 Rmult eq_refl _)).
    rule_same shared_4. }
  apply (eq_eq _ (a i / sqrt (- (2 * rsum D' (fun k => a k * p k)) + rsum D' (fun k => a k ^ 2) + rsum D' (fun k => p k ^ 2)) - p i / sqrt (- (2 * rsum D' (fun k => a k * p k)) + rsum D' (fun k => a k ^ 2) + rsum D' (fun k => p k ^ 2))) _).
  { fractions. }
  apply (eq_eq _ (a i / sqrt (- (2 * rsum D' (fun i' => a i' * p i')) + rsum D' (fun i' => a i' ^ 2) + rsum D' (fun i' => p i' ^ 2)) - p i / sqrt (- (2 * rsum D' (fun i' => a i' * p i')) + rsum D' (fun i' => a i' ^ 2) + rsum D' (fun i' => p i' ^ 2))) _); [ same | ].
  symmetry.
  refine (f_equal2 Rplus (f_equal2 Rdiv eq_refl _) (f_equal Ropp (f_equal2 Rdiv eq_refl _))).
  { apply (eq_eq _ (sqrt (rsum D' (fun i' => (a i' - p i') ^ 2))) _).
    { reflexivity. }
    rule shared_4. }
  apply (eq_eq _ (sqrt (rsum D' (fun i' => (a i' - p i') ^ 2))) _).
  { reflexivity. }
  rule shared_4.
Qed.

(* factor *)
Lemma near'_6_ring :
  a i / u - p i / u
  = (a i - p i) / u.
Proof.
  symmetry.
  fractions.
Qed.

Theorem near' :
  is_pd (at1 a i) (fun a' => u_of D' a' p)
  ((a i - p i) / u).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ near'_1_unfold (eq_eq _ _ _ near'_2_diff_sqrt (eq_eq _ _ _ near'_3_diff_sum (eq_eq _ _ _ near'_4_sum_delta (eq_eq _ _ _ near'_5_unfold near'_6_ring))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition near'_outright : option (
  is_pd (at1 a i) (fun a' => u_of D' a' p)
  ((a i - p i) / u)).
Proof.
  attempt "near'" by Formula.outright (Formula.by_vector (Formula.Sqrt (Formula.Sum D' (fun i' => (Formula.Pow (Formula.Sub (Formula.V (i')) (Formula.C (p i'))) 2))))).
Defined.
End near'.

(** * Gradient *)

Section gradient.
Variables (i : nat).
Hypothesis i_in : (i < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i' => (a i' - p i') ^ 2).
Hypothesis given2 : v <> u + m.

Lemma gradient_needs_1 :
  m + u <> v.
Proof.
  apply (difference_ne _ _ ((-1) * (u + m - v))).
  { arith. }
  sgn.
Qed.

Lemma gradient_needs_2 :
  0 <> m + u - v.
Proof.
  pose proof gradient_needs_1.
  assert (m + u <> v).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* chain rule through u *)
Lemma gradient_1_chain :
  pd (at1 p i) (fun p' => L_of m (u_of D' a p') v)
  = pd (at0 u) (fun u' => L_of m u' v) * pd (at1 p i) (fun p' => u_of D' a p').
Proof.
  pose proof gradient_needs_2.
  apply (chain0 (at1 p i) (fun u' => L_of m u' v) (fun p' => u_of D' a p')); [ dex | premise ].
Qed.

(* put in ∂ℒ/∂u and ∂u/∂p_i *)
Lemma gradient_2_lemma :
  pd (at0 u) (fun u' => L_of m u' v) * pd (at1 p i) (fun p' => u_of D' a p')
  = (if ltb v (m + u) then 1 else 0) * ((p i - a i) / u).
Proof.
  pose proof gradient_needs_2.
  pose proof gradient_needs_1.
  rule (shared_6 i).
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma gradient_3_if_less :
  (if ltb v (m + u) then 1 else 0) * ((p i - a i) / u)
  = (if ltb v (m + u) then (p i - a i) / u else 0).
Proof.
  rule (shared_10 i).
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma gradient_4_if_less :
  (if ltb v (m + u) then (p i - a i) / u else 0)
  = (if ltb v (u + m) then (p i - a i) / u else 0).
Proof.
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * a i / u - (if leb 0 (- m - u + v) then 1 else 0) * p i / u - a i / u + p i / u) _).
  { rule (shared_9 i). }
  symmetry.
  apply (eq_eq _ ((if ltb v (u + m) then - (a i / u) + p i / u else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { fractions. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb (u + m) v then 0 else - (a i / u) + p i / u)) _).
  { rule (if_less v (u + m) (- (a i / u) + p i / u) 0). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 0 else - (a i / u) + p i / u)) _).
  { assert (- m - u + v = v - (u + m)).
    { symmetry.
      arith. }
    rule (if_moved (u + m) v 0 (- (a i / u) + p i / u) (- m - u + v)). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * 0 + (1 - (if leb 0 (- m - u + v) then 1 else 0)) * (- (a i / u) + p i / u)) _).
  { rule (if_indicator 0 (- (a i / u) + p i / u) (leb 0 (- m - u + v))). }
  fractions.
Qed.

Theorem gradient :
  is_pd (at1 p i) (fun p' => L_of m (u_of D' a p') v)
  ((if ltb v (u + m) then (p i - a i) / u else 0)).
Proof.
  pose proof gradient_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_chain (eq_eq _ _ _ gradient_2_lemma (eq_eq _ _ _ gradient_3_if_less gradient_4_if_less))).
Qed.
End gradient.

(** * Derivative of L by a *)

Section derivative_L_a.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => (a i - p i) ^ 2).
Hypothesis given2 : 0 < rsum D' (fun i => (a i - q i) ^ 2).
Hypothesis given3 : m + u <> v.

Lemma derivative_L_a_needs_1 :
  0 <> m + u - v.
Proof.
  assert (m + u <> v).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* definition of ℒ *)
Lemma derivative_L_a_1_unfold :
  pd (at1 a j) (fun a' => L_of m (u_of D' a' p) (v_of D' a' q))
  = pd (at1 a j) (fun a' => Rmax 0 (m + u_of D' a' p - v_of D' a' q)).
Proof.
  pose proof derivative_L_a_needs_1.
  reflexivity.
Qed.

Lemma derivative_L_a_needs_2 :
  ((0 < m + u - v) -> 0 < rsum D' (fun i => (a i - p i) ^ 2)).
Proof.
  intro.
  hyp.
Qed.

Lemma derivative_L_a_needs_3 :
  ((0 < m + u - v) -> 0 < rsum D' (fun i => (a i - q i) ^ 2)).
Proof.
  intro.
  hyp.
Qed.

(* the larger one varies *)
Lemma derivative_L_a_2_diff_max :
  pd (at1 a j) (fun a' => Rmax 0 (m + u_of D' a' p - v_of D' a' q))
  = (if leb (m + u - v) 0 then pd (at1 a j) (fun a' => 0) else pd (at1 a j) (fun a' => m + u_of D' a' p - v_of D' a' q)).
Proof.
  pose proof derivative_L_a_needs_1.
  pose proof derivative_L_a_needs_2.
  pose proof derivative_L_a_needs_3.
  rule (diff_max (at1 a j) (fun a' => 0) (fun a' => m + u_of D' a' p - v_of D' a' q)).
Qed.

(* derivative of sqrt, chain rule; differentiate under the sum; power rule; ∂a_k/∂a_j = δ_kj *)
Lemma derivative_L_a_3_diff_sqrt :
  (if leb (m + u - v) 0 then pd (at1 a j) (fun a' => 0) else pd (at1 a j) (fun a' => m + u_of D' a' p - v_of D' a' q))
  = (if leb (m + u - v) 0 then 0 else rsum D' (fun k => 2 * (a k - p k) * delta k j) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) - rsum D' (fun k => 2 * (a k - q k) * delta k j) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2)))).
Proof.
  pose proof derivative_L_a_needs_2.
  pose proof derivative_L_a_needs_3.
  rule (shared_11 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_a_4_sum_delta :
  (if leb (m + u - v) 0 then 0 else rsum D' (fun k => 2 * (a k - p k) * delta k j) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) - rsum D' (fun k => 2 * (a k - q k) * delta k j) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2))))
  = (if leb (m + u - v) 0 then 0 else 2 * (a j - p j) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) - 2 * (a j - q j) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2)))).
Proof.
  rule (shared_12 j).
Qed.

Lemma derivative_L_a_needs_4 :
  ((0 < m + u - v) -> sqrt (- (2 * rsum D' (fun i => a i * p i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => p i ^ 2)) <> 0).
Proof.
  intro.
  apply (eq_ne _ (u) _).
  { symmetry.
    apply (eq_eq _ (sqrt (rsum D' (fun i => (a i - p i) ^ 2))) _).
    { reflexivity. }
    rule shared_4. }
  sgn.
Qed.

Lemma derivative_L_a_needs_5 :
  ((0 < m + u - v) -> sqrt (- (2 * rsum D' (fun i => a i * q i)) + rsum D' (fun i => a i ^ 2) + rsum D' (fun i => q i ^ 2)) <> 0).
Proof.
  intro.
  apply (eq_ne _ (v) _).
  { symmetry.
    apply (eq_eq _ (sqrt (rsum D' (fun i => (a i - q i) ^ 2))) _).
    { reflexivity. }
    rule shared_13. }
  sgn.
Qed.

(* multiply out *)
Lemma derivative_L_a_5_ring :
  (if leb (m + u - v) 0 then 0 else 2 * (a j - p j) / (2 * sqrt (rsum D' (fun i => (a i - p i) ^ 2))) - 2 * (a j - q j) / (2 * sqrt (rsum D' (fun i => (a i - q i) ^ 2))))
  = (if leb (m + u - v) 0 then 0 else (u * q j + (v - u) * a j - v * p j) / (u * v)).
Proof.
  pose proof derivative_L_a_needs_4.
  pose proof derivative_L_a_needs_5.
  rule (shared_14 j).
Qed.

Lemma derivative_L_a_needs_6 :
  ((v < m + u) -> u <> 0).
Proof.
  intro.
  sgn.
Qed.

Lemma derivative_L_a_needs_7 :
  ((v < m + u) -> v <> 0).
Proof.
  intro.
  sgn.
Qed.

(* case by case *)
Lemma derivative_L_a_6_cases :
  (if leb (m + u - v) 0 then 0 else (u * q j + (v - u) * a j - v * p j) / (u * v))
  = (if ltb v (m + u) then (u * q j + (v - u) * a j - v * p j) / (u * v) else 0).
Proof.
  pose proof derivative_L_a_needs_6.
  pose proof derivative_L_a_needs_7.
  rule (shared_15 j).
Qed.

Theorem derivative_L_a :
  is_pd (at1 a j) (fun a' => L_of m (u_of D' a' p) (v_of D' a' q))
  ((if ltb v (m + u) then (u * q j + (v - u) * a j - v * p j) / (u * v) else 0)).
Proof.
  pose proof derivative_L_a_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_a_1_unfold (eq_eq _ _ _ derivative_L_a_2_diff_max (eq_eq _ _ _ derivative_L_a_3_diff_sqrt (eq_eq _ _ _ derivative_L_a_4_sum_delta (eq_eq _ _ _ derivative_L_a_5_ring derivative_L_a_6_cases))))).
Qed.
End derivative_L_a.

(** * VJP of L for a *)

Section vjp_L_a.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => (a i - p i) ^ 2).
Hypothesis given2 : 0 < rsum D' (fun i => (a i - q i) ^ 2).
Hypothesis given3 : m + u <> v.

Lemma vjp_L_a_needs_1 :
  0 <> m + u - v.
Proof.
  assert (m + u <> v).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂a_j *)
Lemma vjp_L_a_1_lemma :
  L_bar * pd (at1 a j) (fun a' => L_of m (u_of D' a' p) (v_of D' a' q))
  = L_bar * (if ltb v (m + u) then (u * q j + (v - u) * a j - v * p j) / (u * v) else 0).
Proof.
  pose proof vjp_L_a_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_16 j).
Qed.

Lemma vjp_L_a_needs_2 :
  ((v < m + u) -> u <> 0).
Proof.
  intro.
  sgn.
Qed.

Lemma vjp_L_a_needs_3 :
  ((v < m + u) -> v <> 0).
Proof.
  intro.
  sgn.
Qed.

(* factor; the branches change places; the same comparison of the difference with 0 *)
Lemma vjp_L_a_2_if_less :
  L_bar * (if ltb v (m + u) then (u * q j + (v - u) * a j - v * p j) / (u * v) else 0)
  = (if ltb v (m + u) then L_bar * (u * q j + (v - u) * a j - v * p j) / (u * v) else 0).
Proof.
  pose proof vjp_L_a_needs_2.
  pose proof vjp_L_a_needs_3.
  apply (eq_eq _ (L_bar * (- ((if leb 0 (- m - u + v) then 1 else 0) * a j / u) + (if leb 0 (- m - u + v) then 1 else 0) * a j / v + (if leb 0 (- m - u + v) then 1 else 0) * p j / u - (if leb 0 (- m - u + v) then 1 else 0) * q j / v + a j / u - a j / v - p j / u + q j / v)) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule (shared_17 j). }
  apply (eq_eq _ (- ((if leb 0 (- m - u + v) then 1 else 0) * L_bar * a j / u) + (if leb 0 (- m - u + v) then 1 else 0) * L_bar * a j / v + (if leb 0 (- m - u + v) then 1 else 0) * L_bar * p j / u - (if leb 0 (- m - u + v) then 1 else 0) * L_bar * q j / v + L_bar * a j / u - L_bar * a j / v - L_bar * p j / u + L_bar * q j / v) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((if ltb v (m + u) then L_bar * a j / u - L_bar * a j / v - L_bar * p j / u + L_bar * q j / v else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { cancel. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb (m + u) v then 0 else L_bar * a j / u - L_bar * a j / v - L_bar * p j / u + L_bar * q j / v)) _).
  { rule (if_less v (m + u) (L_bar * a j / u - L_bar * a j / v - L_bar * p j / u + L_bar * q j / v) 0). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 0 else L_bar * a j / u - L_bar * a j / v - L_bar * p j / u + L_bar * q j / v)) _).
  { assert (- m - u + v = v - (m + u)).
    { rule shared_7. }
    rule (if_moved (m + u) v 0 (L_bar * a j / u - L_bar * a j / v - L_bar * p j / u + L_bar * q j / v) (- m - u + v)). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * 0 + (1 - (if leb 0 (- m - u + v) then 1 else 0)) * (L_bar * a j / u - L_bar * a j / v - L_bar * p j / u + L_bar * q j / v)) _).
  { rule (if_indicator 0 (L_bar * a j / u - L_bar * a j / v - L_bar * p j / u + L_bar * q j / v) (leb 0 (- m - u + v))). }
  fractions.
Qed.

Theorem vjp_L_a :
  is_pd (at1 a j) (fun a' => L_bar * L_of m (u_of D' a' p) (v_of D' a' q))
  ((if ltb v (m + u) then L_bar * (u * q j + (v - u) * a j - v * p j) / (u * v) else 0)).
Proof.
  pose proof vjp_L_a_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 a j) (fun a' => L_of m (u_of D' a' p) (v_of D' a' q))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_a_1_lemma vjp_L_a_2_if_less).
Qed.
End vjp_L_a.

(** * JVP of L for a *)

Section jvp_L_a.
Hypothesis given1 : 0 < rsum D' (fun i => (a i - p i) ^ 2).
Hypothesis given2 : 0 < rsum D' (fun i => (a i - q i) ^ 2).
Hypothesis given3 : m + u <> v.

Lemma jvp_L_a_needs_1 :
  0 <> m + u - v.
Proof.
  assert (m + u <> v).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂a_j *)
Lemma jvp_L_a_1_lemma :
  rsum D' (fun j => pd (at1 a j) (fun a' => L_of m (u_of D' a' p) (v_of D' a' q)) * a_dot j)
  = rsum D' (fun j => (if ltb v (m + u) then (u * q j + (v - u) * a j - v * p j) / (u * v) else 0) * a_dot j).
Proof.
  pose proof jvp_L_a_needs_1.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_16 j).
Qed.

Lemma jvp_L_a_needs_2 :
  ((v < m + u) -> u <> 0).
Proof.
  intro.
  sgn.
Qed.

Lemma jvp_L_a_needs_3 :
  ((v < m + u) -> v <> 0).
Proof.
  intro.
  sgn.
Qed.

(* factor; the branches change places; the same comparison of the difference with 0 *)
Lemma jvp_L_a_2_if_less :
  rsum D' (fun j => (if ltb v (m + u) then (u * q j + (v - u) * a j - v * p j) / (u * v) else 0) * a_dot j)
  = rsum D' (fun j => (if ltb v (m + u) then a_dot j * (u * q j + (v - u) * a j - v * p j) / (u * v) else 0)).
Proof.
  pose proof jvp_L_a_needs_2.
  pose proof jvp_L_a_needs_3.
  apply (eq_eq _ (rsum D' (fun j => - ((if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / u) + (if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / v + (if leb 0 (- m - u + v) then 1 else 0) * a_dot j * p j / u - (if leb 0 (- m - u + v) then 1 else 0) * a_dot j * q j / v + a j * a_dot j / u - a j * a_dot j / v - a_dot j * p j / u + a_dot j * q j / v)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    apply (eq_eq _ ((- ((if leb 0 (- m - u + v) then 1 else 0) * a j / u) + (if leb 0 (- m - u + v) then 1 else 0) * a j / v + (if leb 0 (- m - u + v) then 1 else 0) * p j / u - (if leb 0 (- m - u + v) then 1 else 0) * q j / v + a j / u - a j / v - p j / u + q j / v) * a_dot j) _).
    { refine (f_equal2 Rmult _ eq_refl).
      rule (shared_17 j). }
    fractions. }
  apply (eq_eq _ (rsum D' (fun k => - ((if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / u) + (if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / v + (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * p k / u - (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * q k / v + a k * a_dot k / u - a k * a_dot k / v - a_dot k * p k / u + a_dot k * q k / v)) _); [ same | ].
  apply (eq_eq _ (- ((if leb 0 (- m - u + v) then 1 else 0) / u * rsum D' (fun j => a j * a_dot j)) + (if leb 0 (- m - u + v) then 1 else 0) / v * rsum D' (fun j => a j * a_dot j) + (if leb 0 (- m - u + v) then 1 else 0) / u * rsum D' (fun j => a_dot j * p j) - (if leb 0 (- m - u + v) then 1 else 0) / v * rsum D' (fun j => a_dot j * q j) + 1 / u * rsum D' (fun j => a j * a_dot j) - 1 / v * rsum D' (fun j => a j * a_dot j) - 1 / u * rsum D' (fun j => a_dot j * p j) + 1 / v * rsum D' (fun j => a_dot j * q j)) _).
  { rule shared_18. }
  apply (eq_eq _ (- ((if leb 0 (- m - u + v) then 1 else 0) * rsum D' (fun j => a j * a_dot j) / u) + (if leb 0 (- m - u + v) then 1 else 0) * rsum D' (fun j => a j * a_dot j) / v + (if leb 0 (- m - u + v) then 1 else 0) * rsum D' (fun j => a_dot j * p j) / u - (if leb 0 (- m - u + v) then 1 else 0) * rsum D' (fun j => a_dot j * q j) / v + rsum D' (fun j => a j * a_dot j) / u - rsum D' (fun j => a j * a_dot j) / v - rsum D' (fun j => a_dot j * p j) / u + rsum D' (fun j => a_dot j * q j) / v) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (rsum D' (fun j => - ((if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / u) + (if leb 0 (- m - u + v) then 1 else 0) * a j * a_dot j / v + (if leb 0 (- m - u + v) then 1 else 0) * a_dot j * p j / u - (if leb 0 (- m - u + v) then 1 else 0) * a_dot j * q j / v + a j * a_dot j / u - a j * a_dot j / v - a_dot j * p j / u + a_dot j * q j / v)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    apply (eq_eq _ ((if ltb v (m + u) then a j * a_dot j / u - a j * a_dot j / v - a_dot j * p j / u + a_dot j * q j / v else 0)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { cancel. }
      { reflexivity. } }
    apply (eq_eq _ ((if leb (m + u) v then 0 else a j * a_dot j / u - a j * a_dot j / v - a_dot j * p j / u + a_dot j * q j / v)) _).
    { rule (if_less v (m + u) (a j * a_dot j / u - a j * a_dot j / v - a_dot j * p j / u + a_dot j * q j / v) 0). }
    apply (eq_eq _ ((if leb 0 (- m - u + v) then 0 else a j * a_dot j / u - a j * a_dot j / v - a_dot j * p j / u + a_dot j * q j / v)) _).
    { assert (- m - u + v = v - (m + u)).
      { rule shared_7. }
      rule (if_moved (m + u) v 0 (a j * a_dot j / u - a j * a_dot j / v - a_dot j * p j / u + a_dot j * q j / v) (- m - u + v)). }
    apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * 0 + (1 - (if leb 0 (- m - u + v) then 1 else 0)) * (a j * a_dot j / u - a j * a_dot j / v - a_dot j * p j / u + a_dot j * q j / v)) _).
    { rule (if_indicator 0 (a j * a_dot j / u - a j * a_dot j / v - a_dot j * p j / u + a_dot j * q j / v) (leb 0 (- m - u + v))). }
    fractions. }
  apply (eq_eq _ (rsum D' (fun k => - ((if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / u) + (if leb 0 (- m - u + v) then 1 else 0) * a k * a_dot k / v + (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * p k / u - (if leb 0 (- m - u + v) then 1 else 0) * a_dot k * q k / v + a k * a_dot k / u - a k * a_dot k / v - a_dot k * p k / u + a_dot k * q k / v)) _); [ same | ].
  apply (eq_eq _ (- ((if leb 0 (- m - u + v) then 1 else 0) / u * rsum D' (fun j => a j * a_dot j)) + (if leb 0 (- m - u + v) then 1 else 0) / v * rsum D' (fun j => a j * a_dot j) + (if leb 0 (- m - u + v) then 1 else 0) / u * rsum D' (fun j => a_dot j * p j) - (if leb 0 (- m - u + v) then 1 else 0) / v * rsum D' (fun j => a_dot j * q j) + 1 / u * rsum D' (fun j => a j * a_dot j) - 1 / v * rsum D' (fun j => a j * a_dot j) - 1 / u * rsum D' (fun j => a_dot j * p j) + 1 / v * rsum D' (fun j => a_dot j * q j)) _).
  { rule shared_18. }
  fractions.
Qed.

Theorem jvp_L_a :
  is_pd (at0 0) (fun t => L_of m (u_of D' (line1 a a_dot t) p) (v_of D' (line1 a a_dot t) q))
  (rsum D' (fun j => (if ltb v (m + u) then a_dot j * (u * q j + (v - u) * a j - v * p j) / (u * v) else 0))).
Proof.
  pose proof jvp_L_a_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum D' (fun j => pd (at1 a j) (fun a' => L_of m (u_of D' a' p) (v_of D' a' q)) * a_dot j)) _).
  { apply (eq_eq _ (rsum D' (fun j => pd (at1 a j) (fun a' => L_of m (u_of D' a' p) (v_of D' a' q)) * a_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) D' a (fun a' => L_of m (u_of D' a' p) (v_of D' a' q)) (fun t => (line1 a a_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_a_1_lemma jvp_L_a_2_if_less).
Qed.
End jvp_L_a.

(** * Derivative of L by p *)

Section derivative_L_p.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => (a i - p i) ^ 2).
Hypothesis given2 : m + u <> v.

Lemma derivative_L_p_needs_1 :
  0 <> m + u - v.
Proof.
  assert (m + u <> v).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* chain rule through u *)
Lemma derivative_L_p_1_chain :
  pd (at1 p j) (fun p' => L_of m (u_of D' a p') v)
  = pd (at0 u) (fun u' => L_of m u' v) * pd (at1 p j) (fun p' => u_of D' a p').
Proof.
  pose proof derivative_L_p_needs_1.
  apply (chain0 (at1 p j) (fun u' => L_of m u' v) (fun p' => u_of D' a p')); [ dex | premise ].
Qed.

(* put in ∂ℒ/∂u and ∂u/∂p_j *)
Lemma derivative_L_p_2_lemma :
  pd (at0 u) (fun u' => L_of m u' v) * pd (at1 p j) (fun p' => u_of D' a p')
  = (if ltb v (m + u) then 1 else 0) * ((p j - a j) / u).
Proof.
  pose proof derivative_L_p_needs_1.
  rule (shared_6 j).
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma derivative_L_p_3_if_less :
  (if ltb v (m + u) then 1 else 0) * ((p j - a j) / u)
  = (if ltb v (m + u) then (p j - a j) / u else 0).
Proof.
  rule (shared_10 j).
Qed.

Theorem derivative_L_p :
  is_pd (at1 p j) (fun p' => L_of m (u_of D' a p') v)
  ((if ltb v (m + u) then (p j - a j) / u else 0)).
Proof.
  pose proof derivative_L_p_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_p_1_chain (eq_eq _ _ _ derivative_L_p_2_lemma derivative_L_p_3_if_less)).
Qed.
End derivative_L_p.

(** * VJP of L for p *)

Section vjp_L_p.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => (a i - p i) ^ 2).
Hypothesis given2 : m + u <> v.

Lemma vjp_L_p_needs_1 :
  0 <> m + u - v.
Proof.
  assert (m + u <> v).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂p_j *)
Lemma vjp_L_p_1_lemma :
  L_bar * pd (at1 p j) (fun p' => L_of m (u_of D' a p') v)
  = L_bar * (if ltb v (m + u) then (p j - a j) / u else 0).
Proof.
  pose proof vjp_L_p_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_19 j).
Qed.

(* factor; the branches change places; the same comparison of the difference with 0 *)
Lemma vjp_L_p_2_if_less :
  L_bar * (if ltb v (m + u) then (p j - a j) / u else 0)
  = (if ltb v (m + u) then L_bar * (p j - a j) / u else 0).
Proof.
  apply (eq_eq _ (L_bar * ((if leb 0 (- m - u + v) then 1 else 0) * a j / u - (if leb 0 (- m - u + v) then 1 else 0) * p j / u - a j / u + p j / u)) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule (shared_9 j). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * L_bar * a j / u - (if leb 0 (- m - u + v) then 1 else 0) * L_bar * p j / u - L_bar * a j / u + L_bar * p j / u) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((if ltb v (m + u) then - (L_bar * a j / u) + L_bar * p j / u else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { fractions. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb (m + u) v then 0 else - (L_bar * a j / u) + L_bar * p j / u)) _).
  { rule (if_less v (m + u) (- (L_bar * a j / u) + L_bar * p j / u) 0). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 0 else - (L_bar * a j / u) + L_bar * p j / u)) _).
  { assert (- m - u + v = v - (m + u)).
    { rule shared_7. }
    rule (if_moved (m + u) v 0 (- (L_bar * a j / u) + L_bar * p j / u) (- m - u + v)). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * 0 + (1 - (if leb 0 (- m - u + v) then 1 else 0)) * (- (L_bar * a j / u) + L_bar * p j / u)) _).
  { rule (if_indicator 0 (- (L_bar * a j / u) + L_bar * p j / u) (leb 0 (- m - u + v))). }
  fractions.
Qed.

Theorem vjp_L_p :
  is_pd (at1 p j) (fun p' => L_bar * L_of m (u_of D' a p') v)
  ((if ltb v (m + u) then L_bar * (p j - a j) / u else 0)).
Proof.
  pose proof vjp_L_p_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 p j) (fun p' => L_of m (u_of D' a p') v)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_p_1_lemma vjp_L_p_2_if_less).
Qed.
End vjp_L_p.

(** * JVP of L for p *)

Section jvp_L_p.
Hypothesis given1 : 0 < rsum D' (fun i => (a i - p i) ^ 2).
Hypothesis given2 : m + u <> v.

Lemma jvp_L_p_needs_1 :
  0 <> m + u - v.
Proof.
  assert (m + u <> v).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂p_j *)
Lemma jvp_L_p_1_lemma :
  rsum D' (fun j => pd (at1 p j) (fun p' => L_of m (u_of D' a p') v) * p_dot j)
  = rsum D' (fun j => (if ltb v (m + u) then (p j - a j) / u else 0) * p_dot j).
Proof.
  pose proof jvp_L_p_needs_1.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_19 j).
Qed.

(* case by case *)
Lemma jvp_L_p_2_cases :
  rsum D' (fun j => (if ltb v (m + u) then (p j - a j) / u else 0) * p_dot j)
  = rsum D' (fun j => (if ltb v (m + u) then p_dot j * (p j - a j) / u else 0)).
Proof.
  apply (eq_eq _ (rsum D' (fun j => (if ltb v (m + u) then p_dot j * (p j - a j) / u else 0))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    apply (eq_eq _ ((if leb (m + u) v then (if ltb v (m + u) then (p j - a j) / u else 0) * p_dot j else (if ltb v (m + u) then (p j - a j) / u else 0) * p_dot j)) _).
    { symmetry.
      rule (if_same ((if ltb v (m + u) then (p j - a j) / u else 0) * p_dot j) (leb (m + u) v)). }
    apply (eq_eq _ ((if leb (m + u) v then 0 else p_dot j * (p j - a j) / u)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ (0 * p_dot j) _).
        { refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ ((if leb (m + u) v then 0 else (p j - a j) / u)) _).
          { rule (if_less v (m + u) ((p j - a j) / u) 0). }
          assert (m + u <= v).
          { hyp. }
          rule (if_true 0 ((p j - a j) / u) (leb (m + u) v)). }
        arith. }
      { apply (eq_eq _ ((p j - a j) / u * p_dot j) _).
        { refine (f_equal2 Rmult _ eq_refl).
          assert (v < m + u).
          { hyp. }
          rule (if_true ((p j - a j) / u) 0 (ltb v (m + u))). }
        fractions. } }
    symmetry.
    rule (if_less v (m + u) (p_dot j * (p j - a j) / u) 0). }
  apply (eq_eq _ (rsum D' (fun j => (if ltb v (m + u) then - (a j * p_dot j / u) + p j * p_dot j / u else 0))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { fractions. }
    { reflexivity. } }
  symmetry.
  apply rsum_ext; intros j ?; cbv beta.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { fractions. }
  { reflexivity. }
Qed.

Theorem jvp_L_p :
  is_pd (at0 0) (fun t => L_of m (u_of D' a (line1 p p_dot t)) v)
  (rsum D' (fun j => (if ltb v (m + u) then p_dot j * (p j - a j) / u else 0))).
Proof.
  pose proof jvp_L_p_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum D' (fun j => pd (at1 p j) (fun p' => L_of m (u_of D' a p') v) * p_dot j)) _).
  { apply (eq_eq _ (rsum D' (fun j => pd (at1 p j) (fun p' => L_of m (u_of D' a p') v) * p_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) D' p (fun p' => L_of m (u_of D' a p') v) (fun t => (line1 p p_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_p_1_lemma jvp_L_p_2_cases).
Qed.
End jvp_L_p.

(** * Derivative of L by q *)

Section derivative_L_q.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => (a i - q i) ^ 2).
Hypothesis given2 : m + u <> v.

Lemma derivative_L_q_needs_1 :
  0 <> m + u - v.
Proof.
  assert (m + u <> v).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* chain rule through v *)
Lemma derivative_L_q_1_chain :
  pd (at1 q j) (fun q' => L_of m u (v_of D' a q'))
  = pd (at0 v) (fun v' => L_of m u v') * pd (at1 q j) (fun q' => v_of D' a q').
Proof.
  pose proof derivative_L_q_needs_1.
  apply (chain0 (at1 q j) (fun v' => L_of m u v') (fun q' => v_of D' a q')); [ dex | premise ].
Qed.

(* put in ∂ℒ/∂v and ∂v/∂q_j *)
Lemma derivative_L_q_2_lemma :
  pd (at0 v) (fun v' => L_of m u v') * pd (at1 q j) (fun q' => v_of D' a q')
  = (if ltb v (m + u) then (-1) else 0) * ((q j - a j) / v).
Proof.
  pose proof derivative_L_q_needs_1.
  rule (shared_20 j).
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma derivative_L_q_3_if_less :
  (if ltb v (m + u) then (-1) else 0) * ((q j - a j) / v)
  = (if ltb v (m + u) then (a j - q j) / v else 0).
Proof.
  rule (shared_22 j).
Qed.

Theorem derivative_L_q :
  is_pd (at1 q j) (fun q' => L_of m u (v_of D' a q'))
  ((if ltb v (m + u) then (a j - q j) / v else 0)).
Proof.
  pose proof derivative_L_q_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_q_1_chain (eq_eq _ _ _ derivative_L_q_2_lemma derivative_L_q_3_if_less)).
Qed.
End derivative_L_q.

(** * VJP of L for q *)

Section vjp_L_q.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => (a i - q i) ^ 2).
Hypothesis given2 : m + u <> v.

Lemma vjp_L_q_needs_1 :
  0 <> m + u - v.
Proof.
  assert (m + u <> v).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂q_j *)
Lemma vjp_L_q_1_lemma :
  L_bar * pd (at1 q j) (fun q' => L_of m u (v_of D' a q'))
  = L_bar * (if ltb v (m + u) then (a j - q j) / v else 0).
Proof.
  pose proof vjp_L_q_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_23 j).
Qed.

(* factor; the branches change places; the same comparison of the difference with 0 *)
Lemma vjp_L_q_2_if_less :
  L_bar * (if ltb v (m + u) then (a j - q j) / v else 0)
  = (if ltb v (m + u) then L_bar * (a j - q j) / v else 0).
Proof.
  apply (eq_eq _ (L_bar * (- ((if leb 0 (- m - u + v) then 1 else 0) * a j / v) + (if leb 0 (- m - u + v) then 1 else 0) * q j / v + a j / v - q j / v)) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule (shared_21 j). }
  apply (eq_eq _ (- ((if leb 0 (- m - u + v) then 1 else 0) * L_bar * a j / v) + (if leb 0 (- m - u + v) then 1 else 0) * L_bar * q j / v + L_bar * a j / v - L_bar * q j / v) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((if ltb v (m + u) then L_bar * a j / v - L_bar * q j / v else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { fractions. }
    { reflexivity. } }
  apply (eq_eq _ ((if leb (m + u) v then 0 else L_bar * a j / v - L_bar * q j / v)) _).
  { rule (if_less v (m + u) (L_bar * a j / v - L_bar * q j / v) 0). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 0 else L_bar * a j / v - L_bar * q j / v)) _).
  { assert (- m - u + v = v - (m + u)).
    { rule shared_7. }
    rule (if_moved (m + u) v 0 (L_bar * a j / v - L_bar * q j / v) (- m - u + v)). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * 0 + (1 - (if leb 0 (- m - u + v) then 1 else 0)) * (L_bar * a j / v - L_bar * q j / v)) _).
  { rule (if_indicator 0 (L_bar * a j / v - L_bar * q j / v) (leb 0 (- m - u + v))). }
  fractions.
Qed.

Theorem vjp_L_q :
  is_pd (at1 q j) (fun q' => L_bar * L_of m u (v_of D' a q'))
  ((if ltb v (m + u) then L_bar * (a j - q j) / v else 0)).
Proof.
  pose proof vjp_L_q_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 q j) (fun q' => L_of m u (v_of D' a q'))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_q_1_lemma vjp_L_q_2_if_less).
Qed.
End vjp_L_q.

(** * JVP of L for q *)

Section jvp_L_q.
Hypothesis given1 : 0 < rsum D' (fun i => (a i - q i) ^ 2).
Hypothesis given2 : m + u <> v.

Lemma jvp_L_q_needs_1 :
  0 <> m + u - v.
Proof.
  assert (m + u <> v).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂q_j *)
Lemma jvp_L_q_1_lemma :
  rsum D' (fun j => pd (at1 q j) (fun q' => L_of m u (v_of D' a q')) * q_dot j)
  = rsum D' (fun j => (if ltb v (m + u) then (a j - q j) / v else 0) * q_dot j).
Proof.
  pose proof jvp_L_q_needs_1.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_23 j).
Qed.

(* case by case *)
Lemma jvp_L_q_2_cases :
  rsum D' (fun j => (if ltb v (m + u) then (a j - q j) / v else 0) * q_dot j)
  = rsum D' (fun j => (if ltb v (m + u) then q_dot j * (a j - q j) / v else 0)).
Proof.
  apply (eq_eq _ (rsum D' (fun j => (if ltb v (m + u) then q_dot j * (a j - q j) / v else 0))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    apply (eq_eq _ ((if leb (m + u) v then (if ltb v (m + u) then (a j - q j) / v else 0) * q_dot j else (if ltb v (m + u) then (a j - q j) / v else 0) * q_dot j)) _).
    { symmetry.
      rule (if_same ((if ltb v (m + u) then (a j - q j) / v else 0) * q_dot j) (leb (m + u) v)). }
    apply (eq_eq _ ((if leb (m + u) v then 0 else q_dot j * (a j - q j) / v)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ (0 * q_dot j) _).
        { refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ ((if leb (m + u) v then 0 else (a j - q j) / v)) _).
          { rule (if_less v (m + u) ((a j - q j) / v) 0). }
          assert (m + u <= v).
          { hyp. }
          rule (if_true 0 ((a j - q j) / v) (leb (m + u) v)). }
        arith. }
      { apply (eq_eq _ ((a j - q j) / v * q_dot j) _).
        { refine (f_equal2 Rmult _ eq_refl).
          assert (v < m + u).
          { hyp. }
          rule (if_true ((a j - q j) / v) 0 (ltb v (m + u))). }
        fractions. } }
    symmetry.
    rule (if_less v (m + u) (q_dot j * (a j - q j) / v) 0). }
  apply (eq_eq _ (rsum D' (fun j => (if ltb v (m + u) then a j * q_dot j / v - q j * q_dot j / v else 0))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { fractions. }
    { reflexivity. } }
  symmetry.
  apply rsum_ext; intros j ?; cbv beta.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { fractions. }
  { reflexivity. }
Qed.

Theorem jvp_L_q :
  is_pd (at0 0) (fun t => L_of m u (v_of D' a (line1 q q_dot t)))
  (rsum D' (fun j => (if ltb v (m + u) then q_dot j * (a j - q j) / v else 0))).
Proof.
  pose proof jvp_L_q_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum D' (fun j => pd (at1 q j) (fun q' => L_of m u (v_of D' a q')) * q_dot j)) _).
  { apply (eq_eq _ (rsum D' (fun j => pd (at1 q j) (fun q' => L_of m u (v_of D' a q')) * q_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) D' q (fun q' => L_of m u (v_of D' a q')) (fun t => (line1 q q_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_q_1_lemma jvp_L_q_2_cases).
Qed.
End jvp_L_q.

(** * Derivative of L by m *)

Section derivative_L_m.
Hypothesis given1 : m + u <> v.

Lemma derivative_L_m_needs_1 :
  0 <> m + u - v.
Proof.
  assert (m + u <> v).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* definition of ℒ *)
Lemma derivative_L_m_1_unfold :
  pd (at0 m) (fun m' => L_of m' u v)
  = pd (at0 m) (fun m' => Rmax 0 (m' + u - v)).
Proof.
  pose proof derivative_L_m_needs_1.
  reflexivity.
Qed.

(* the larger one varies *)
Lemma derivative_L_m_2_diff_max :
  pd (at0 m) (fun m' => Rmax 0 (m' + u - v))
  = (if leb (m + u - v) 0 then pd (at0 m) (fun m' => 0) else pd (at0 m) (fun m' => m' + u - v)).
Proof.
  pose proof derivative_L_m_needs_1.
  rule (diff_max (at0 m) (fun m' => 0) (fun m' => m' + u - v)).
Qed.

(* 0 does not depend on m *)
Lemma derivative_L_m_3_constant :
  (if leb (m + u - v) 0 then pd (at0 m) (fun m' => 0) else pd (at0 m) (fun m' => m' + u - v))
  = (if leb (m + u - v) 0 then 0 else 1).
Proof.
  rule shared_24.
Qed.

(* case by case *)
Lemma derivative_L_m_4_cases :
  (if leb (m + u - v) 0 then 0 else 1)
  = (if ltb v (m + u) then 1 else 0).
Proof.
  rule shared_5.
Qed.

Theorem derivative_L_m :
  is_pd (at0 m) (fun m' => L_of m' u v)
  ((if ltb v (m + u) then 1 else 0)).
Proof.
  pose proof derivative_L_m_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_m_1_unfold (eq_eq _ _ _ derivative_L_m_2_diff_max (eq_eq _ _ _ derivative_L_m_3_constant derivative_L_m_4_cases))).
Qed.
End derivative_L_m.

(** * VJP of L for m *)

Section vjp_L_m.
Hypothesis given1 : m + u <> v.

Lemma vjp_L_m_needs_1 :
  0 <> m + u - v.
Proof.
  assert (m + u <> v).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂m *)
Lemma vjp_L_m_1_lemma :
  L_bar * pd (at0 m) (fun m' => L_of m' u v)
  = L_bar * (if ltb v (m + u) then 1 else 0).
Proof.
  pose proof vjp_L_m_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_25.
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma vjp_L_m_2_if_less :
  L_bar * (if ltb v (m + u) then 1 else 0)
  = (if ltb v (m + u) then L_bar else 0).
Proof.
  apply (eq_eq _ (L_bar * (1 - (if leb 0 (- m - u + v) then 1 else 0))) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule shared_8. }
  apply (eq_eq _ (- ((if leb 0 (- m - u + v) then 1 else 0) * L_bar) + L_bar) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb (m + u) v then 0 else L_bar)) _).
  { rule (if_less v (m + u) L_bar 0). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 0 else L_bar)) _).
  { assert (- m - u + v = v - (m + u)).
    { rule shared_7. }
    rule (if_moved (m + u) v 0 L_bar (- m - u + v)). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * 0 + (1 - (if leb 0 (- m - u + v) then 1 else 0)) * L_bar) _).
  { rule (if_indicator 0 L_bar (leb 0 (- m - u + v))). }
  arith.
Qed.

Theorem vjp_L_m :
  is_pd (at0 m) (fun m' => L_bar * L_of m' u v)
  ((if ltb v (m + u) then L_bar else 0)).
Proof.
  pose proof vjp_L_m_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at0 m) (fun m' => L_of m' u v)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_m_1_lemma vjp_L_m_2_if_less).
Qed.
End vjp_L_m.

(** * JVP of L for m *)

Section jvp_L_m.
Hypothesis given1 : m + u <> v.

Lemma jvp_L_m_needs_1 :
  0 <> m + u - v.
Proof.
  assert (m + u <> v).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂m *)
Lemma jvp_L_m_1_lemma :
  pd (at0 m) (fun m' => L_of m' u v) * m_dot
  = (if ltb v (m + u) then 1 else 0) * m_dot.
Proof.
  pose proof jvp_L_m_needs_1.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_25.
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma jvp_L_m_2_if_less :
  (if ltb v (m + u) then 1 else 0) * m_dot
  = (if ltb v (m + u) then m_dot else 0).
Proof.
  apply (eq_eq _ ((1 - (if leb 0 (- m - u + v) then 1 else 0)) * m_dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    rule shared_8. }
  apply (eq_eq _ (- ((if leb 0 (- m - u + v) then 1 else 0) * m_dot) + m_dot) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb (m + u) v then 0 else m_dot)) _).
  { rule (if_less v (m + u) m_dot 0). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 0 else m_dot)) _).
  { assert (- m - u + v = v - (m + u)).
    { rule shared_7. }
    rule (if_moved (m + u) v 0 m_dot (- m - u + v)). }
  apply (eq_eq _ ((if leb 0 (- m - u + v) then 1 else 0) * 0 + (1 - (if leb 0 (- m - u + v) then 1 else 0)) * m_dot) _).
  { rule (if_indicator 0 m_dot (leb 0 (- m - u + v))). }
  arith.
Qed.

Theorem jvp_L_m :
  is_pd (at0 0) (fun t => L_of (line0 m m_dot t) u v)
  ((if ltb v (m + u) then m_dot else 0)).
Proof.
  pose proof jvp_L_m_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 m) (fun m' => L_of m' u v) * m_dot) _).
  { apply (eq_eq _ (pd (at0 m) (fun m' => L_of m' u v) * m_dot) _).
    { refine (eq_trans (chain0_at (at0 0) m (fun m' => L_of m' u v) (fun t => (line0 m m_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_m_1_lemma jvp_L_m_2_if_less).
Qed.
End jvp_L_m.
End triplet_margin_theory.

(* the hypotheses of near' can be met *)
Lemma near'_possible :
  exists (D' : nat) (a : nat -> R) (p : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i' => (a i' - p i') ^ 2)).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of gradient can be met *)
Lemma gradient_possible :
  exists (D' : nat) (a : nat -> R) (m : R) (p : nat -> R) (q : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i' => (a i' - p i') ^ 2)) /\ (v_of D' a q <> u_of D' a p + m).
Proof.
  exists 2%nat, (fun i0 => 1), (1), (fun i0 => delta i0 0), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_a can be met *)
Lemma derivative_L_a_possible :
  exists (D' : nat) (a : nat -> R) (m : R) (p : nat -> R) (q : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => (a i - p i) ^ 2)) /\ (0 < rsum D' (fun i => (a i - q i) ^ 2)) /\ (m + u_of D' a p <> v_of D' a q).
Proof.
  exists 2%nat, (fun i0 => 1), (1), (fun i0 => delta i0 0), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of vjp_L_a can be met *)
Lemma vjp_L_a_possible :
  exists (D' : nat) (a : nat -> R) (m : R) (p : nat -> R) (q : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => (a i - p i) ^ 2)) /\ (0 < rsum D' (fun i => (a i - q i) ^ 2)) /\ (m + u_of D' a p <> v_of D' a q).
Proof.
  exists 2%nat, (fun i0 => 1), (1), (fun i0 => delta i0 0), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of jvp_L_a can be met *)
Lemma jvp_L_a_possible :
  exists (D' : nat) (a : nat -> R) (m : R) (p : nat -> R) (q : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => (a i - p i) ^ 2)) /\ (0 < rsum D' (fun i => (a i - q i) ^ 2)) /\ (m + u_of D' a p <> v_of D' a q).
Proof.
  exists 2%nat, (fun i0 => 1), (1), (fun i0 => delta i0 0), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of derivative_L_p can be met *)
Lemma derivative_L_p_possible :
  exists (D' : nat) (a : nat -> R) (m : R) (p : nat -> R) (q : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => (a i - p i) ^ 2)) /\ (m + u_of D' a p <> v_of D' a q).
Proof.
  exists 2%nat, (fun i0 => 1), (1), (fun i0 => delta i0 0), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_p can be met *)
Lemma vjp_L_p_possible :
  exists (D' : nat) (a : nat -> R) (m : R) (p : nat -> R) (q : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => (a i - p i) ^ 2)) /\ (m + u_of D' a p <> v_of D' a q).
Proof.
  exists 2%nat, (fun i0 => 1), (1), (fun i0 => delta i0 0), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_p can be met *)
Lemma jvp_L_p_possible :
  exists (D' : nat) (a : nat -> R) (m : R) (p : nat -> R) (q : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => (a i - p i) ^ 2)) /\ (m + u_of D' a p <> v_of D' a q).
Proof.
  exists 2%nat, (fun i0 => 1), (1), (fun i0 => delta i0 0), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_q can be met *)
Lemma derivative_L_q_possible :
  exists (D' : nat) (a : nat -> R) (m : R) (p : nat -> R) (q : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => (a i - q i) ^ 2)) /\ (m + u_of D' a p <> v_of D' a q).
Proof.
  exists 2%nat, (fun i0 => 1), (1), (fun i0 => delta i0 0), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of vjp_L_q can be met *)
Lemma vjp_L_q_possible :
  exists (D' : nat) (a : nat -> R) (m : R) (p : nat -> R) (q : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => (a i - q i) ^ 2)) /\ (m + u_of D' a p <> v_of D' a q).
Proof.
  exists 2%nat, (fun i0 => 1), (1), (fun i0 => delta i0 0), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of jvp_L_q can be met *)
Lemma jvp_L_q_possible :
  exists (D' : nat) (a : nat -> R) (m : R) (p : nat -> R) (q : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => (a i - q i) ^ 2)) /\ (m + u_of D' a p <> v_of D' a q).
Proof.
  exists 2%nat, (fun i0 => 1), (1), (fun i0 => delta i0 0), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of derivative_L_m can be met *)
Lemma derivative_L_m_possible :
  exists (D' : nat) (a : nat -> R) (m : R) (p : nat -> R) (q : nat -> R),
  (2 <= D')%nat /\ (m + u_of D' a p <> v_of D' a q).
Proof.
  exists 2%nat, (fun i0 => 1), (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_m can be met *)
Lemma vjp_L_m_possible :
  exists (D' : nat) (a : nat -> R) (m : R) (p : nat -> R) (q : nat -> R),
  (2 <= D')%nat /\ (m + u_of D' a p <> v_of D' a q).
Proof.
  exists 2%nat, (fun i0 => 1), (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_m can be met *)
Lemma jvp_L_m_possible :
  exists (D' : nat) (a : nat -> R) (m : R) (p : nat -> R) (q : nat -> R),
  (2 <= D')%nat /\ (m + u_of D' a p <> v_of D' a q).
Proof.
  exists 2%nat, (fun i0 => 1), (1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.
