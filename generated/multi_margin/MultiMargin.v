(* made by derive, do not edit *)
(* Multi-class margin loss

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition s_of (K : nat) (label : nat -> R) (a : nat -> R) : R :=
  rsum K (fun i => label i * a i).
#[local] Hint Unfold s_of : definitions.
Definition L_of (K : nat) (label : nat -> R) (m : R) (s : R) (a : nat -> R) : R :=
  rsum K (fun k => (1 - label k) * Rmax 0 (m - s + a k)) / INR K.
#[local] Hint Unfold L_of : definitions.

Section multi_margin_theory.
Variable (K : nat).
Variables (m m_dot L_bar : R).
Variables (a label a_dot : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation s := (s_of K label a).
Local Notation L := (L_of K label m s a).

(** * What several lines rest on *)

Lemma shared_1 :
  forall k : nat,
  (k < K)%nat ->
  - a k - m + s = 0 - (m - s + a k).
Proof.
  intros k ?.
  symmetry.
  arith.
Qed.

Lemma shared_2 :
  rsum K (fun k => (-1) + (if leb 0 (- a k - m + s) then 1 else 0) - (if leb 0 (- a k - m + s) then 1 else 0) * label k + label k) = (-1) * INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + rsum K (fun k => label k).
Proof.
  apply (eq_eq _ (rsum K (fun k => (-1) + (if leb 0 (- a k - m + s) then 1 else 0)) + rsum K (fun k => - ((if leb 0 (- a k - m + s) then 1 else 0) * label k) + label k)) _).
  { rule_same (sum_add K (fun k => (-1) + (if leb 0 (- a k - m + s) then 1 else 0)) (fun k => - ((if leb 0 (- a k - m + s) then 1 else 0) * label k) + label k) (fun k => true)). }
  apply (eq_eq _ (((-1) * INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0))) + ((-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + rsum K (fun k => label k))) _); [ | same ].
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum K (fun k => (-1)) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0))) _).
    { rule (sum_add K (fun k => (-1)) (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) (fun k => true)). }
    refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum K (fun k => (-1) * 1)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ ((-1) * rsum K (fun k => 1)) _).
    { rule (sum_factor K (-1) (fun k => 1) (fun k => true)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (INR K * 1) _).
    { rule (sum_constant K 1). }
    arith. }
  apply (eq_eq _ (rsum K (fun k => - ((if leb 0 (- a k - m + s) then 1 else 0) * label k)) + rsum K (fun k => label k)) _).
  { rule (sum_add K (fun k => - ((if leb 0 (- a k - m + s) then 1 else 0) * label k)) (fun k => label k) (fun k => true)). }
  refine (f_equal2 Rplus _ eq_refl).
  apply (eq_eq _ (rsum K (fun k => (-1) * (if leb 0 (- a k - m + s) then 1 else 0) * label k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_factor K (-1) (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) (fun k => true)).
Qed.

Lemma shared_3 :
  rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0)) / INR K = rsum K (fun k => (if ltb s (m + a k) then (-1) + label k else 0)) / INR K.
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { arith. }
  { reflexivity. }
Qed.

Lemma shared_4 :
  forall k : nat,
  (k < K)%nat ->
  - a k - m + s = s - (m + a k).
Proof.
  intros k ?.
  symmetry.
  arith.
Qed.

Lemma shared_5 :
  rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0)) = (-1) * INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + rsum K (fun k => label k).
Proof.
  apply (eq_eq _ (rsum K (fun k => (-1) + (if leb 0 (- a k - m + s) then 1 else 0) - (if leb 0 (- a k - m + s) then 1 else 0) * label k + label k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((if ltb s (m + a k) then (-1) + label k else 0)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { arith. }
      { reflexivity. } }
    apply (eq_eq _ ((if leb (m + a k) s then 0 else (-1) + label k)) _).
    { rule (if_less s (m + a k) ((-1) + label k) 0). }
    apply (eq_eq _ ((if leb 0 (- a k - m + s) then 0 else (-1) + label k)) _).
    { assert (- a k - m + s = s - (m + a k)).
      { rule (shared_4 k). }
      rule (if_moved (m + a k) s 0 ((-1) + label k) (- a k - m + s)). }
    apply (eq_eq _ ((if leb 0 (- a k - m + s) then 1 else 0) * 0 + (1 - (if leb 0 (- a k - m + s) then 1 else 0)) * ((-1) + label k)) _).
    { rule (if_indicator 0 ((-1) + label k) (leb 0 (- a k - m + s))). }
    arith. }
  rule shared_2.
Qed.

Lemma shared_6 :
  rsum K (fun k => 1 - (if leb 0 (- a k - m + s) then 1 else 0) + (if leb 0 (- a k - m + s) then 1 else 0) * label k - label k) = INR K + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + (-1) * rsum K (fun k => label k).
Proof.
  apply (eq_eq _ (rsum K (fun k => 1 - (if leb 0 (- a k - m + s) then 1 else 0)) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k - label k)) _).
  { rule_same (sum_add K (fun k => 1 - (if leb 0 (- a k - m + s) then 1 else 0)) (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k - label k) (fun k => true)). }
  apply (eq_eq _ ((INR K + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0))) + (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + (-1) * rsum K (fun k => label k))) _); [ | same ].
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum K (fun k => 1) + rsum K (fun k => - (if leb 0 (- a k - m + s) then 1 else 0))) _).
    { rule (sum_add K (fun k => 1) (fun k => - (if leb 0 (- a k - m + s) then 1 else 0)) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (INR K * 1) _).
      { rule (sum_constant K 1). }
      arith. }
    apply (eq_eq _ (rsum K (fun k => (-1) * (if leb 0 (- a k - m + s) then 1 else 0))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_factor K (-1) (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) (fun k => true)). }
  apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + rsum K (fun k => - label k)) _).
  { rule (sum_add K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) (fun k => - label k) (fun k => true)). }
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (rsum K (fun k => (-1) * label k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_factor K (-1) (fun k => label k) (fun k => true)).
Qed.

Lemma shared_7 :
  forall j : nat,
  (j < K)%nat ->
  ((forall k, (k < K)%nat -> 0 <> m - s + a k)) ->
  pd (at1 a j) (fun a' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k)) / INR K) = pd (at1 a j) (fun a' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k))) / INR K.
Proof.
  intros j ? ?.
  apply (eq_eq _ (pd (at1 a j) (fun a' => 1 / INR K * rsum K (fun k => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k)))) _).
  { apply pd_ext.
    intros a'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 a j) (fun a' => 1 / INR K * rsum K (fun k => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR K * pd (at1 a j) (fun a' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k)))) _).
  { assert (pd (at1 a j) (fun a' => 1 / INR K) = 0).
    { apply constant. }
    rule (diff_scale (at1 a j) (fun a' => 1 / INR K) (fun a' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k)))). }
  fractions.
Qed.

Lemma shared_8 :
  forall j : nat,
  (j < K)%nat ->
  ((forall k, (k < K)%nat -> 0 <> m - s + a k)) ->
  pd (at1 a j) (fun a' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k))) / INR K = rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else - rsum K (fun k' => label k' * delta k' j) + delta k j)) / INR K.
Proof.
  intros j ? ?.
  apply (eq_eq _ (rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else 0 - rsum K (fun k' => label k' * delta k' j) + delta k j)) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun k => pd (at1 a j) (fun a' => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k)))) _).
    { rule (diff_sum (at1 a j) K (fun l a' => (1 - label l) * Rmax 0 (m - s_of K label a' + a' l)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 a j) (fun a' => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k))) _).
    { reflexivity. }
    apply (eq_eq _ ((1 - label k) * pd (at1 a j) (fun a' => Rmax 0 (m - s_of K label a' + a' k))) _).
    { assert (pd (at1 a j) (fun a' => 1 - label k) = 0).
      { apply constant. }
      rule (diff_scale (at1 a j) (fun a' => 1 - label k) (fun a' => Rmax 0 (m - s_of K label a' + a' k))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ ((if leb (m - s + a k) 0 then pd (at1 a j) (fun a' => 0) else pd (at1 a j) (fun a' => m - s_of K label a' + a' k))) _).
    { rule (diff_max (at1 a j) (fun a' => 0) (fun a' => m - s_of K label a' + a' k)). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at1 a j) (fun a' => m) + pd (at1 a j) (fun a' => - s_of K label a' + a' k)) _).
      { rule_same (diff_add (at1 a j) (fun a' => m) (fun a' => - s_of K label a' + a' k)). }
      apply (eq_eq _ (0 + (- rsum K (fun k' => label k' * delta k' j) + delta k j)) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (pd (at1 a j) (fun a' => - s_of K label a') + pd (at1 a j) (fun a' => a' k)) _).
      { rule (diff_add (at1 a j) (fun a' => - s_of K label a') (fun a' => a' k)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (- pd (at1 a j) (fun a' => s_of K label a')) _).
        { rule (diff_neg (at1 a j) (fun a' => s_of K label a')). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (pd (at1 a j) (fun a' => rsum K (fun i => label i * a' i))) _).
        { reflexivity. }
        apply (eq_eq _ (pd (at1 a j) (fun a' => rsum K (fun k' => label k' * a' k'))) _); [ same | ].
        apply (eq_eq _ (rsum K (fun k' => pd (at1 a j) (fun a' => label k' * a' k'))) _).
        { rule (diff_sum (at1 a j) K (fun k' a' => label k' * a' k') (fun k' => true)). }
        apply rsum_ext; intros k' ?; cbv beta.
        apply (eq_eq _ (pd (at1 a j) (fun a' => label k' * a' k')) _).
        { reflexivity. }
        apply (eq_eq _ (label k' * pd (at1 a j) (fun a' => a' k')) _).
        { assert (pd (at1 a j) (fun a' => label k') = 0).
          { apply constant. }
          rule (diff_scale (at1 a j) (fun a' => label k') (fun a' => a' k')). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply variable1. } }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

Lemma shared_9 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else - rsum K (fun l => label l * delta j l) + delta k j)) / INR K = rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else - label j + delta k j)) / INR K.
Proof.
  intros j ?.
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { refine (f_equal2 Rplus (f_equal Ropp _) eq_refl).
    apply (eq_eq _ (rsum K (fun l => delta l j * label l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun k' => delta k' j * label k')) _); [ same | ].
    rule (sum_delta K (fun l => label l) j). }
Qed.

Lemma shared_10 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else - label j + delta k j)) / INR K = ((if ltb (- a j - m + s) 0 then 1 - label j else 0) + label j * rsum K (fun k => (if ltb (- a k - m + s) 0 then label k + (-1) else 0))) / INR K.
Proof.
  intros j ?.
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ ((1 + (-1) * (if leb 0 (- a j - m + s) then 1 else 0) + (if leb 0 (- a j - m + s) then 1 else 0) * label j + (-1) * label j + label j * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) - label j * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) - label j * INR K + label j * rsum K (fun k => label k)) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun k => delta k j - delta k j * (if leb 0 (- a k - m + s) then 1 else 0) + delta k j * (if leb 0 (- a k - m + s) then 1 else 0) * label k - delta k j * label k + (if leb 0 (- a k - m + s) then 1 else 0) * label j - (if leb 0 (- a k - m + s) then 1 else 0) * label j * label k - label j + label j * label k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((1 - label k) * (delta k j - delta k j * (if leb 0 (- a k - m + s) then 1 else 0) + (if leb 0 (- a k - m + s) then 1 else 0) * label j - label j)) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if leb (m - s + a k) 0 then 0 else delta k j - label j)) _).
        { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
          { reflexivity. }
          { arith. } }
        apply (eq_eq _ ((if leb 0 (- a k - m + s) then 0 else delta k j - label j)) _).
        { assert (- a k - m + s = 0 - (m - s + a k)).
          { rule (shared_1 k). }
          rule (if_moved (m - s + a k) 0 0 (delta k j - label j) (- a k - m + s)). }
        apply (eq_eq _ ((if leb 0 (- a k - m + s) then 1 else 0) * 0 + (1 - (if leb 0 (- a k - m + s) then 1 else 0)) * (delta k j - label j)) _).
        { rule (if_indicator 0 (delta k j - label j) (leb 0 (- a k - m + s))). }
        arith. }
      arith. }
    apply (eq_eq _ (rsum K (fun k => delta k j - delta k j * (if leb 0 (- a k - m + s) then 1 else 0) + delta k j * (if leb 0 (- a k - m + s) then 1 else 0) * label k - delta k j * label k) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label j - (if leb 0 (- a k - m + s) then 1 else 0) * label j * label k - label j + label j * label k)) _).
    { rule_same (sum_add K (fun k => delta k j - delta k j * (if leb 0 (- a k - m + s) then 1 else 0) + delta k j * (if leb 0 (- a k - m + s) then 1 else 0) * label k - delta k j * label k) (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label j - (if leb 0 (- a k - m + s) then 1 else 0) * label j * label k - label j + label j * label k) (fun k => true)). }
    apply (eq_eq _ ((1 + (-1) * (if leb 0 (- a j - m + s) then 1 else 0) + (if leb 0 (- a j - m + s) then 1 else 0) * label j + (-1) * label j) + (label j * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) - label j * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) - label j * INR K + label j * rsum K (fun k => label k))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => delta k j - delta k j * (if leb 0 (- a k - m + s) then 1 else 0)) + rsum K (fun k => delta k j * (if leb 0 (- a k - m + s) then 1 else 0) * label k - delta k j * label k)) _).
      { rule_same (sum_add K (fun k => delta k j - delta k j * (if leb 0 (- a k - m + s) then 1 else 0)) (fun k => delta k j * (if leb 0 (- a k - m + s) then 1 else 0) * label k - delta k j * label k) (fun k => true)). }
      apply (eq_eq _ ((1 + (-1) * (if leb 0 (- a j - m + s) then 1 else 0)) + ((if leb 0 (- a j - m + s) then 1 else 0) * label j + (-1) * label j)) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun k => delta k j) + rsum K (fun k => - (delta k j * (if leb 0 (- a k - m + s) then 1 else 0)))) _).
        { rule (sum_add K (fun k => delta k j) (fun k => - (delta k j * (if leb 0 (- a k - m + s) then 1 else 0))) (fun k => true)). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum K (fun k => delta k j * 1)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_delta K (fun k => 1) j). }
        apply (eq_eq _ (rsum K (fun k => (-1) * delta k j * (if leb 0 (- a k - m + s) then 1 else 0))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        apply (eq_eq _ ((-1) * rsum K (fun k => delta k j * (if leb 0 (- a k - m + s) then 1 else 0))) _).
        { rule_same (sum_factor K (-1) (fun k => delta k j * (if leb 0 (- a k - m + s) then 1 else 0)) (fun k => true)). }
        refine (f_equal2 Rmult eq_refl _).
        rule (sum_delta K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) j). }
      apply (eq_eq _ (rsum K (fun k => delta k j * (if leb 0 (- a k - m + s) then 1 else 0) * label k) + rsum K (fun k => - (delta k j * label k))) _).
      { rule (sum_add K (fun k => delta k j * (if leb 0 (- a k - m + s) then 1 else 0) * label k) (fun k => - (delta k j * label k)) (fun k => true)). }
      refine (f_equal2 Rplus _ _).
      { rule_same (sum_delta K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) j). }
      apply (eq_eq _ (rsum K (fun k => (-1) * delta k j * label k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ ((-1) * rsum K (fun k => delta k j * label k)) _).
      { rule_same (sum_factor K (-1) (fun k => delta k j * label k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule (sum_delta K (fun k => label k) j). }
    apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label j - (if leb 0 (- a k - m + s) then 1 else 0) * label j * label k) + rsum K (fun k => - label j + label j * label k)) _).
    { rule_same (sum_add K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label j - (if leb 0 (- a k - m + s) then 1 else 0) * label j * label k) (fun k => - label j + label j * label k) (fun k => true)). }
    apply (eq_eq _ ((label j * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) - label j * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k)) + (- (label j * INR K) + label j * rsum K (fun k => label k))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label j) + rsum K (fun k => - ((if leb 0 (- a k - m + s) then 1 else 0) * label j * label k))) _).
      { rule (sum_add K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label j) (fun k => - ((if leb 0 (- a k - m + s) then 1 else 0) * label j * label k)) (fun k => true)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun k => label j * (if leb 0 (- a k - m + s) then 1 else 0))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        rule (sum_factor K (label j) (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) (fun k => true)). }
      apply (eq_eq _ (rsum K (fun k => - (label j * (if leb 0 (- a k - m + s) then 1 else 0) * label k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (- rsum K (fun k => label j * (if leb 0 (- a k - m + s) then 1 else 0) * label k)) _).
      { rule (sum_neg K (fun k => label j * (if leb 0 (- a k - m + s) then 1 else 0) * label k) (fun k => true)). }
      refine (f_equal Ropp _).
      rule_same (sum_factor K (label j) (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) (fun k => true)). }
    apply (eq_eq _ (rsum K (fun k => - label j) + rsum K (fun k => label j * label k)) _).
    { rule (sum_add K (fun k => - label j) (fun k => label j * label k) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => - (label j * 1))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (- rsum K (fun k => label j * 1)) _).
      { rule (sum_neg K (fun k => label j * 1) (fun k => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (label j * rsum K (fun k => 1)) _).
      { rule (sum_factor K (label j) (fun k => 1) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (INR K * 1) _).
      { rule (sum_constant K 1). }
      arith. }
    rule (sum_factor K (label j) (fun k => label k) (fun k => true)). }
  apply (eq_eq _ ((if leb 0 (- a j - m + s) then 1 else 0) * label j / INR K - (if leb 0 (- a j - m + s) then 1 else 0) / INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) * label j / INR K - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) * label j / INR K + rsum K (fun k => label k) * label j / INR K - label j - label j / INR K + 1 / INR K) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ ((1 - (if leb 0 (- a j - m + s) then 1 else 0) + (if leb 0 (- a j - m + s) then 1 else 0) * label j - label j + label j * ((-1) * INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + rsum K (fun k => label k))) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ ((1 - (if leb 0 (- a j - m + s) then 1 else 0) + (if leb 0 (- a j - m + s) then 1 else 0) * label j - label j) + label j * ((-1) * INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + rsum K (fun k => label k))) _); [ | same ].
    refine (f_equal2 Rplus _ (f_equal2 Rmult eq_refl _)).
    { apply (eq_eq _ ((if leb 0 (- a j - m + s) then 0 else 1 - label j)) _).
      { rule (if_less (- a j - m + s) 0 (1 - label j) 0). }
      apply (eq_eq _ ((if leb 0 (- a j - m + s) then 1 else 0) * 0 + (1 - (if leb 0 (- a j - m + s) then 1 else 0)) * (1 - label j)) _).
      { rule (if_indicator 0 (1 - label j) (leb 0 (- a j - m + s))). }
      arith. }
    apply (eq_eq _ (rsum K (fun k => (-1) + (if leb 0 (- a k - m + s) then 1 else 0) - (if leb 0 (- a k - m + s) then 1 else 0) * label k + label k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((if ltb (- a k - m + s) 0 then (-1) + label k else 0)) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { arith. }
        { reflexivity. } }
      apply (eq_eq _ ((if leb 0 (- a k - m + s) then 0 else (-1) + label k)) _).
      { rule (if_less (- a k - m + s) 0 ((-1) + label k) 0). }
      apply (eq_eq _ ((if leb 0 (- a k - m + s) then 1 else 0) * 0 + (1 - (if leb 0 (- a k - m + s) then 1 else 0)) * ((-1) + label k)) _).
      { rule (if_indicator 0 ((-1) + label k) (leb 0 (- a k - m + s))). }
      arith. }
    rule shared_2. }
  cancel.
Qed.

Lemma shared_11 :
  forall k : nat,
  (k < K)%nat ->
  (m + a k <= s) ->
  0 <= - a k - m + s.
Proof.
  intros k ? ?.
  apply (le_eq _ (1 * (s - (m + a k))) _).
  { sgn. }
  symmetry.
  arith.
Qed.

Lemma shared_12 :
  forall j : nat,
  (j < K)%nat ->
  ((if ltb (- a j - m + s) 0 then 1 - label j else 0) + label j * rsum K (fun k => (if ltb (- a k - m + s) 0 then label k + (-1) else 0))) / INR K = ((if ltb s (m + a j) then 1 - label j else 0) + label j * rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0))) / INR K.
Proof.
  intros j ?.
  refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal2 Rmult eq_refl _)) eq_refl).
  { apply (eq_eq _ ((if leb (m + a j) s then (if ltb (- a j - m + s) 0 then 1 - label j else 0) else (if ltb (- a j - m + s) 0 then 1 - label j else 0))) _).
    { symmetry.
      rule (if_same (if ltb (- a j - m + s) 0 then 1 - label j else 0) (leb (m + a j) s)). }
    apply (eq_eq _ ((if leb (m + a j) s then 0 else 1 - label j)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ ((if leb 0 (- a j - m + s) then 0 else 1 - label j)) _).
        { rule (if_less (- a j - m + s) 0 (1 - label j) 0). }
        assert (0 <= - a j - m + s).
        { rule (shared_11 j). }
        rule (if_true 0 (1 - label j) (leb 0 (- a j - m + s))). }
      { assert (- a j - m + s < 0).
        { sgn. }
        rule (if_true (1 - label j) 0 (ltb (- a j - m + s) 0)). } }
    symmetry.
    rule (if_less s (m + a j) (1 - label j) 0). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((if leb (m + a k) s then (if ltb (- a k - m + s) 0 then label k + (-1) else 0) else (if ltb (- a k - m + s) 0 then label k + (-1) else 0))) _).
  { symmetry.
    rule (if_same (if ltb (- a k - m + s) 0 then label k + (-1) else 0) (leb (m + a k) s)). }
  apply (eq_eq _ ((if leb (m + a k) s then 0 else label k + (-1))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if leb 0 (- a k - m + s) then 0 else label k + (-1))) _).
      { rule (if_less (- a k - m + s) 0 (label k + (-1)) 0). }
      assert (0 <= - a k - m + s).
      { rule (shared_11 k). }
      rule (if_true 0 (label k + (-1)) (leb 0 (- a k - m + s))). }
    { assert (- a k - m + s < 0).
      { sgn. }
      rule (if_true (label k + (-1)) 0 (ltb (- a k - m + s) 0)). } }
  symmetry.
  rule (if_less s (m + a k) (label k + (-1)) 0).
Qed.

Lemma shared_13 :
  forall j : nat,
  (j < K)%nat ->
  ((forall k, (k < K)%nat -> m + a k <> s)) ->
  pd (at1 a j) (fun a' => L_of K label m (s_of K label a') a') = ((if ltb s (m + a j) then 1 - label j else 0) + label j * rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0))) / INR K.
Proof.
  intros j ? ?.
  assert ((forall k, (k < K)%nat -> 0 <> m - s + a k)).
  { intros k ?.
    assert (m + a k <> s).
    { hyp. }
    apply not_eq_sym.
    sgn. }
  apply (eq_eq _ (pd (at1 a j) (fun a' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k)) / INR K)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 a j) (fun a' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k))) / INR K) _).
  { rule (shared_7 j). }
  apply (eq_eq _ (rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else - rsum K (fun l => label l * delta j l) + delta k j)) / INR K) _).
  { rule_same (shared_8 j). }
  apply (eq_eq _ (rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else - label j + delta k j)) / INR K) _).
  { rule (shared_9 j). }
  apply (eq_eq _ (((if ltb (- a j - m + s) 0 then 1 - label j else 0) + label j * rsum K (fun k => (if ltb (- a k - m + s) 0 then label k + (-1) else 0))) / INR K) _).
  { rule (shared_10 j). }
  rule (shared_12 j).
Qed.

Lemma shared_14 :
  forall j : nat,
  (j < K)%nat ->
  (if ltb s (m + a j) then 1 - label j else 0) + label j * rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0)) = (if ltb s (m + a j) then 1 - label j else 0) + label j * rsum K (fun k => (if ltb s (m + a k) then (-1) + label k else 0)).
Proof.
  intros j ?.
  refine (f_equal2 Rplus eq_refl (f_equal2 Rmult eq_refl _)).
  apply rsum_ext; intros k ?; cbv beta.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { arith. }
  { reflexivity. }
Qed.

Lemma shared_15 :
  forall j : nat,
  (j < K)%nat ->
  L_bar * (if ltb s (m + a j) then 1 - label j else 0) / INR K + L_bar * label j * rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0)) / INR K = (if ltb s (m + a j) then 1 - label j else 0) * L_bar / INR K + rsum K (fun k => (if ltb s (m + a k) then (-1) + label k else 0)) * L_bar * label j / INR K.
Proof.
  intros j ?.
  apply (eq_eq _ (L_bar * (if ltb s (m + a j) then 1 - label j else 0) / INR K + L_bar * label j * rsum K (fun k => (if ltb s (m + a k) then (-1) + label k else 0)) / INR K) _).
  { refine (f_equal2 Rplus eq_refl (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl)).
    apply rsum_ext; intros k ?; cbv beta.
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { reflexivity. } }
  fractions.
Qed.

Lemma shared_16 :
  rsum K (fun k => - (a_dot k * label k)) = (-1) * rsum K (fun k => a_dot k * label k).
Proof.
  apply (eq_eq _ (rsum K (fun k => (-1) * a_dot k * label k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_factor K (-1) (fun k => a_dot k * label k) (fun k => true)).
Qed.

Lemma shared_17 :
  rsum K (fun k => (if ltb s (m + a k) then (1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j)) else 0)) / INR K = rsum K (fun k => (if ltb s (m + a k) then - rsum K (fun j => a_dot j * label j) + rsum K (fun j => a_dot j * label j) * label k + a_dot k - a_dot k * label k else 0)) / INR K.
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { arith. }
  { reflexivity. }
Qed.

Lemma shared_18 :
  ((forall k, (k < K)%nat -> 0 <> m - s + a k)) ->
  pd (at0 m) (fun m' => rsum K (fun k => (1 - label k) * Rmax 0 (m' - s + a k)) / INR K) = pd (at0 m) (fun m' => rsum K (fun k => (1 - label k) * Rmax 0 (m' - s + a k))) / INR K.
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 m) (fun m' => 1 / INR K * rsum K (fun k => (1 - label k) * Rmax 0 (m' - s + a k)))) _).
  { apply pd_ext.
    intros m'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at0 m) (fun m' => 1 / INR K * rsum K (fun k => (1 - label k) * Rmax 0 (m' - s + a k)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR K * pd (at0 m) (fun m' => rsum K (fun k => (1 - label k) * Rmax 0 (m' - s + a k)))) _).
  { assert (pd (at0 m) (fun m' => 1 / INR K) = 0).
    { apply constant. }
    rule (diff_scale (at0 m) (fun m' => 1 / INR K) (fun m' => rsum K (fun k => (1 - label k) * Rmax 0 (m' - s + a k)))). }
  fractions.
Qed.

Lemma shared_19 :
  ((forall k, (k < K)%nat -> 0 <> m - s + a k)) ->
  pd (at0 m) (fun m' => rsum K (fun k => (1 - label k) * Rmax 0 (m' - s + a k))) / INR K = rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else 1)) / INR K.
Proof.
  intros ?.
  apply (eq_eq _ (rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else 1 + 0)) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun k => pd (at0 m) (fun m' => (1 - label k) * Rmax 0 (m' - s + a k)))) _).
    { rule (diff_sum (at0 m) K (fun l m' => (1 - label l) * Rmax 0 (m' - s + a l)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at0 m) (fun m' => (1 - label k) * Rmax 0 (m' - s + a k))) _).
    { reflexivity. }
    apply (eq_eq _ ((1 - label k) * pd (at0 m) (fun m' => Rmax 0 (m' - s + a k))) _).
    { assert (pd (at0 m) (fun m' => 1 - label k) = 0).
      { apply constant. }
      rule (diff_scale (at0 m) (fun m' => 1 - label k) (fun m' => Rmax 0 (m' - s + a k))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ ((if leb (m - s + a k) 0 then pd (at0 m) (fun m' => 0) else pd (at0 m) (fun m' => m' - s + a k))) _).
    { rule (diff_max (at0 m) (fun m' => 0) (fun m' => m' - s + a k)). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at0 m) (fun m' => m') + pd (at0 m) (fun m' => - s + a k)) _).
      { rule_same (diff_add (at0 m) (fun m' => m') (fun m' => - s + a k)). }
      refine (f_equal2 Rplus _ _).
      { apply variable0. }
      apply constant. } }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

Lemma shared_20 :
  rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else 1)) / INR K = rsum K (fun k => (if leb (m - s + a k) 0 then 0 else 1 - label k)) / INR K.
Proof.
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ ((INR K + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + (-1) * rsum K (fun k => label k)) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun k => 1 - (if leb 0 (- a k - m + s) then 1 else 0) + (if leb 0 (- a k - m + s) then 1 else 0) * label k - label k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((1 - label k) * (1 - (if leb 0 (- a k - m + s) then 1 else 0))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if leb 0 (- a k - m + s) then 0 else 1)) _).
        { assert (- a k - m + s = 0 - (m - s + a k)).
          { rule (shared_1 k). }
          rule (if_moved (m - s + a k) 0 0 1 (- a k - m + s)). }
        apply (eq_eq _ ((if leb 0 (- a k - m + s) then 1 else 0) * 0 + (1 - (if leb 0 (- a k - m + s) then 1 else 0)) * 1) _).
        { rule (if_indicator 0 1 (leb 0 (- a k - m + s))). }
        arith. }
      arith. }
    rule shared_6. }
  apply (eq_eq _ (1 - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) / INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) / INR K - rsum K (fun k => label k) / INR K) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ ((INR K + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + (-1) * rsum K (fun k => label k)) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun k => 1 - (if leb 0 (- a k - m + s) then 1 else 0) + (if leb 0 (- a k - m + s) then 1 else 0) * label k - label k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((if leb 0 (- a k - m + s) then 0 else 1 - label k)) _).
      { assert (- a k - m + s = 0 - (m - s + a k)).
        { rule (shared_1 k). }
        rule (if_moved (m - s + a k) 0 0 (1 - label k) (- a k - m + s)). }
      apply (eq_eq _ ((if leb 0 (- a k - m + s) then 1 else 0) * 0 + (1 - (if leb 0 (- a k - m + s) then 1 else 0)) * (1 - label k)) _).
      { rule (if_indicator 0 (1 - label k) (leb 0 (- a k - m + s))). }
      arith. }
    rule shared_6. }
  cancel.
Qed.

Lemma shared_21 :
  rsum K (fun k => (if leb (m - s + a k) 0 then 0 else 1 - label k)) / INR K = rsum K (fun k => (if ltb s (m + a k) then 1 - label k else 0)) / INR K.
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((if leb (m + a k) s then (if leb (m - s + a k) 0 then 0 else 1 - label k) else (if leb (m - s + a k) 0 then 0 else 1 - label k))) _).
  { symmetry.
    rule (if_same (if leb (m - s + a k) 0 then 0 else 1 - label k) (leb (m + a k) s)). }
  apply (eq_eq _ ((if leb (m + a k) s then 0 else 1 - label k)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { assert (m - s + a k <= 0).
      { sgn. }
      rule (if_true 0 (1 - label k) (leb (m - s + a k) 0)). }
    { apply (eq_eq _ ((if ltb 0 (m - s + a k) then 1 - label k else 0)) _).
      { symmetry.
        rule (if_less 0 (m - s + a k) (1 - label k) 0). }
      assert (0 < m - s + a k).
      { sgn. }
      rule (if_true (1 - label k) 0 (ltb 0 (m - s + a k))). } }
  symmetry.
  rule (if_less s (m + a k) (1 - label k) 0).
Qed.

Lemma shared_22 :
  ((forall k, (k < K)%nat -> m + a k <> s)) ->
  pd (at0 m) (fun m' => L_of K label m' s a) = rsum K (fun k => (if ltb s (m + a k) then 1 - label k else 0)) / INR K.
Proof.
  intros ?.
  assert ((forall k, (k < K)%nat -> 0 <> m - s + a k)).
  { intros k ?.
    assert (m + a k <> s).
    { hyp. }
    apply not_eq_sym.
    sgn. }
  apply (eq_eq _ (pd (at0 m) (fun m' => rsum K (fun k => (1 - label k) * Rmax 0 (m' - s + a k)) / INR K)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 m) (fun m' => rsum K (fun k => (1 - label k) * Rmax 0 (m' - s + a k))) / INR K) _).
  { rule shared_18. }
  apply (eq_eq _ (rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else 1)) / INR K) _).
  { rule shared_19. }
  apply (eq_eq _ (rsum K (fun k => (if leb (m - s + a k) 0 then 0 else 1 - label k)) / INR K) _).
  { rule shared_20. }
  rule shared_21.
Qed.

(** * Derivative by the score of the true class *)

Section true_class.
Hypothesis given1 : (forall k, (k < K)%nat -> m + a k <> s).

Lemma true_class_needs_1 :
  (forall k, (k < K)%nat -> 0 <> m - s + a k).
Proof.
  intros k ?.
  assert (m + a k <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* definition of ℒ *)
Lemma true_class_1_unfold :
  pd (at0 s) (fun s' => L_of K label m s' a)
  = pd (at0 s) (fun s' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s' + a k)) / INR K).
Proof.
  pose proof true_class_needs_1.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma true_class_2_diff_scale :
  pd (at0 s) (fun s' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s' + a k)) / INR K)
  = pd (at0 s) (fun s' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s' + a k))) / INR K.
Proof.
  pose proof true_class_needs_1.
  apply (eq_eq _ (pd (at0 s) (fun s' => 1 / INR K * rsum K (fun k => (1 - label k) * Rmax 0 (m - s' + a k)))) _).
  { apply pd_ext.
    intros s'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at0 s) (fun s' => 1 / INR K * rsum K (fun k => (1 - label k) * Rmax 0 (m - s' + a k)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR K * pd (at0 s) (fun s' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s' + a k)))) _).
  { assert (pd (at0 s) (fun s' => 1 / INR K) = 0).
    { apply constant. }
    rule (diff_scale (at0 s) (fun s' => 1 / INR K) (fun s' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s' + a k)))). }
  fractions.
Qed.

(* differentiate under the sum; a constant factor stays in front; the larger one varies *)
Lemma true_class_3_diff_sum :
  pd (at0 s) (fun s' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s' + a k))) / INR K
  = rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else (-1))) / INR K.
Proof.
  pose proof true_class_needs_1.
  apply (eq_eq _ (rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else 0 + (-1) + 0)) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun k => pd (at0 s) (fun s' => (1 - label k) * Rmax 0 (m - s' + a k)))) _).
    { rule (diff_sum (at0 s) K (fun l s' => (1 - label l) * Rmax 0 (m - s' + a l)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at0 s) (fun s' => (1 - label k) * Rmax 0 (m - s' + a k))) _).
    { reflexivity. }
    apply (eq_eq _ ((1 - label k) * pd (at0 s) (fun s' => Rmax 0 (m - s' + a k))) _).
    { assert (pd (at0 s) (fun s' => 1 - label k) = 0).
      { apply constant. }
      rule (diff_scale (at0 s) (fun s' => 1 - label k) (fun s' => Rmax 0 (m - s' + a k))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ ((if leb (m - s + a k) 0 then pd (at0 s) (fun s' => 0) else pd (at0 s) (fun s' => m - s' + a k))) _).
    { rule (diff_max (at0 s) (fun s' => 0) (fun s' => m - s' + a k)). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at0 s) (fun s' => m) + pd (at0 s) (fun s' => - s' + a k)) _).
      { rule_same (diff_add (at0 s) (fun s' => m) (fun s' => - s' + a k)). }
      apply (eq_eq _ (0 + ((-1) + 0)) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (pd (at0 s) (fun s' => - s') + pd (at0 s) (fun s' => a k)) _).
      { rule (diff_add (at0 s) (fun s' => - s') (fun s' => a k)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (- pd (at0 s) (fun s' => s')) _).
        { rule (diff_neg (at0 s) (fun s' => s')). }
        apply (eq_eq _ (- 1) _); [ | same ].
        refine (f_equal Ropp _).
        apply variable0. }
      apply constant. } }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

(* multiply out; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma true_class_4_if_moved :
  rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else (-1))) / INR K
  = rsum K (fun k => (if leb (m - s + a k) 0 then 0 else label k + (-1))) / INR K.
Proof.
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (((-1) * INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + rsum K (fun k => label k)) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun k => (-1) + (if leb 0 (- a k - m + s) then 1 else 0) - (if leb 0 (- a k - m + s) then 1 else 0) * label k + label k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((1 - label k) * ((-1) + (if leb 0 (- a k - m + s) then 1 else 0))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if leb 0 (- a k - m + s) then 0 else (-1))) _).
        { assert (- a k - m + s = 0 - (m - s + a k)).
          { rule (shared_1 k). }
          rule (if_moved (m - s + a k) 0 0 (-1) (- a k - m + s)). }
        apply (eq_eq _ ((if leb 0 (- a k - m + s) then 1 else 0) * 0 + (1 - (if leb 0 (- a k - m + s) then 1 else 0)) * (-1)) _).
        { rule (if_indicator 0 (-1) (leb 0 (- a k - m + s))). }
        arith. }
      arith. }
    rule shared_2. }
  apply (eq_eq _ ((-1) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) / INR K - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) / INR K + rsum K (fun k => label k) / INR K) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (((-1) * INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + rsum K (fun k => label k)) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun k => (-1) + (if leb 0 (- a k - m + s) then 1 else 0) - (if leb 0 (- a k - m + s) then 1 else 0) * label k + label k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((if leb (m - s + a k) 0 then 0 else (-1) + label k)) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { reflexivity. }
        { arith. } }
      apply (eq_eq _ ((if leb 0 (- a k - m + s) then 0 else (-1) + label k)) _).
      { assert (- a k - m + s = 0 - (m - s + a k)).
        { rule (shared_1 k). }
        rule (if_moved (m - s + a k) 0 0 ((-1) + label k) (- a k - m + s)). }
      apply (eq_eq _ ((if leb 0 (- a k - m + s) then 1 else 0) * 0 + (1 - (if leb 0 (- a k - m + s) then 1 else 0)) * ((-1) + label k)) _).
      { rule (if_indicator 0 ((-1) + label k) (leb 0 (- a k - m + s))). }
      arith. }
    rule shared_2. }
  cancel.
Qed.

(* case by case *)
Lemma true_class_5_cases :
  rsum K (fun k => (if leb (m - s + a k) 0 then 0 else label k + (-1))) / INR K
  = rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0)) / INR K.
Proof.
  apply (eq_eq _ (rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0)) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((if leb (m + a k) s then (if leb (m - s + a k) 0 then 0 else label k + (-1)) else (if leb (m - s + a k) 0 then 0 else label k + (-1)))) _).
    { symmetry.
      rule (if_same (if leb (m - s + a k) 0 then 0 else label k + (-1)) (leb (m + a k) s)). }
    apply (eq_eq _ ((if leb (m + a k) s then 0 else label k + (-1))) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { assert (m - s + a k <= 0).
        { sgn. }
        rule (if_true 0 (label k + (-1)) (leb (m - s + a k) 0)). }
      { apply (eq_eq _ ((if ltb 0 (m - s + a k) then label k + (-1) else 0)) _).
        { symmetry.
          rule (if_less 0 (m - s + a k) (label k + (-1)) 0). }
        assert (0 < m - s + a k).
        { sgn. }
        rule (if_true (label k + (-1)) 0 (ltb 0 (m - s + a k))). } }
    symmetry.
    rule (if_less s (m + a k) (label k + (-1)) 0). }
  apply (eq_eq _ (rsum K (fun k => (if ltb s (m + a k) then (-1) + label k else 0)) / INR K) _).
  { rule shared_3. }
  symmetry.
  rule shared_3.
Qed.

(* factor; the branches change places; the same comparison of the difference with 0 *)
Lemma true_class_6_if_less :
  rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0)) / INR K
  = - (rsum K (fun k => (1 - label k) * (if ltb s (m + a k) then 1 else 0)) / INR K).
Proof.
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (((-1) * INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + rsum K (fun k => label k)) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule shared_5. }
  apply (eq_eq _ ((-1) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) / INR K - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) / INR K + rsum K (fun k => label k) / INR K) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (- ((INR K + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + (-1) * rsum K (fun k => label k)) / INR K)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (rsum K (fun k => 1 - (if leb 0 (- a k - m + s) then 1 else 0) + (if leb 0 (- a k - m + s) then 1 else 0) * label k - label k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((1 - label k) * (1 - (if leb 0 (- a k - m + s) then 1 else 0))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if leb (m + a k) s then 0 else 1)) _).
        { rule (if_less s (m + a k) 1 0). }
        apply (eq_eq _ ((if leb 0 (- a k - m + s) then 0 else 1)) _).
        { assert (- a k - m + s = s - (m + a k)).
          { rule (shared_4 k). }
          rule (if_moved (m + a k) s 0 1 (- a k - m + s)). }
        apply (eq_eq _ ((if leb 0 (- a k - m + s) then 1 else 0) * 0 + (1 - (if leb 0 (- a k - m + s) then 1 else 0)) * 1) _).
        { rule (if_indicator 0 1 (leb 0 (- a k - m + s))). }
        arith. }
      arith. }
    rule shared_6. }
  cancel.
Qed.

Theorem true_class :
  is_pd (at0 s) (fun s' => L_of K label m s' a)
  (- (rsum K (fun k => (1 - label k) * (if ltb s (m + a k) then 1 else 0)) / INR K)).
Proof.
  pose proof true_class_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ true_class_1_unfold (eq_eq _ _ _ true_class_2_diff_scale (eq_eq _ _ _ true_class_3_diff_sum (eq_eq _ _ _ true_class_4_if_moved (eq_eq _ _ _ true_class_5_cases true_class_6_if_less))))).
Qed.
End true_class.

(** * Derivative of L by a *)

Section derivative_L_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : (forall k, (k < K)%nat -> m + a k <> s).

Lemma derivative_L_a_needs_1 :
  (forall k, (k < K)%nat -> 0 <> m - s + a k).
Proof.
  intros k ?.
  assert (m + a k <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* definition of ℒ *)
Lemma derivative_L_a_1_unfold :
  pd (at1 a j) (fun a' => L_of K label m (s_of K label a') a')
  = pd (at1 a j) (fun a' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k)) / INR K).
Proof.
  pose proof derivative_L_a_needs_1.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_a_2_diff_scale :
  pd (at1 a j) (fun a' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k)) / INR K)
  = pd (at1 a j) (fun a' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k))) / INR K.
Proof.
  pose proof derivative_L_a_needs_1.
  rule (shared_7 j).
Qed.

(* differentiate under the sum; a constant factor stays in front; the larger one varies; ∂a_k/∂a_j = δ_kj *)
Lemma derivative_L_a_3_diff_sum :
  pd (at1 a j) (fun a' => rsum K (fun k => (1 - label k) * Rmax 0 (m - s_of K label a' + a' k))) / INR K
  = rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else - rsum K (fun l => label l * delta j l) + delta k j)) / INR K.
Proof.
  pose proof derivative_L_a_needs_1.
  rule_same (shared_8 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_a_4_sum_delta :
  rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else - rsum K (fun l => label l * delta j l) + delta k j)) / INR K
  = rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else - label j + delta k j)) / INR K.
Proof.
  rule (shared_9 j).
Qed.

(* multiply out; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma derivative_L_a_5_if_moved :
  rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else - label j + delta k j)) / INR K
  = ((if ltb (- a j - m + s) 0 then 1 - label j else 0) + label j * rsum K (fun k => (if ltb (- a k - m + s) 0 then label k + (-1) else 0))) / INR K.
Proof.
  rule (shared_10 j).
Qed.

(* case by case *)
Lemma derivative_L_a_6_cases :
  ((if ltb (- a j - m + s) 0 then 1 - label j else 0) + label j * rsum K (fun k => (if ltb (- a k - m + s) 0 then label k + (-1) else 0))) / INR K
  = ((if ltb s (m + a j) then 1 - label j else 0) + label j * rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0))) / INR K.
Proof.
  rule (shared_12 j).
Qed.

Theorem derivative_L_a :
  is_pd (at1 a j) (fun a' => L_of K label m (s_of K label a') a')
  (((if ltb s (m + a j) then 1 - label j else 0) + label j * rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0))) / INR K).
Proof.
  pose proof derivative_L_a_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_a_1_unfold (eq_eq _ _ _ derivative_L_a_2_diff_scale (eq_eq _ _ _ derivative_L_a_3_diff_sum (eq_eq _ _ _ derivative_L_a_4_sum_delta (eq_eq _ _ _ derivative_L_a_5_if_moved derivative_L_a_6_cases))))).
Qed.
End derivative_L_a.

(** * VJP of L for a *)

Section vjp_L_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis given1 : (forall k, (k < K)%nat -> m + a k <> s).

Lemma vjp_L_a_needs_1 :
  (forall k, (k < K)%nat -> 0 <> m - s + a k).
Proof.
  intros k ?.
  assert (m + a k <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂a_j *)
Lemma vjp_L_a_1_lemma :
  L_bar * pd (at1 a j) (fun a' => L_of K label m (s_of K label a') a')
  = L_bar * (((if ltb s (m + a j) then 1 - label j else 0) + label j * rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0))) / INR K).
Proof.
  pose proof vjp_L_a_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_13 j).
Qed.

(* rearrange *)
Lemma vjp_L_a_2_ring :
  L_bar * (((if ltb s (m + a j) then 1 - label j else 0) + label j * rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0))) / INR K)
  = L_bar * (if ltb s (m + a j) then 1 - label j else 0) / INR K + L_bar * label j * rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0)) / INR K.
Proof.
  apply (eq_eq _ (L_bar * (((if ltb s (m + a j) then 1 - label j else 0) + label j * rsum K (fun k => (if ltb s (m + a k) then (-1) + label k else 0))) / INR K)) _).
  { refine (f_equal2 Rmult eq_refl (f_equal2 Rdiv _ eq_refl)).
    rule (shared_14 j). }
  apply (eq_eq _ ((if ltb s (m + a j) then 1 - label j else 0) * L_bar / INR K + rsum K (fun k => (if ltb s (m + a k) then (-1) + label k else 0)) * L_bar * label j / INR K) _).
  { fractions. }
  symmetry.
  rule (shared_15 j).
Qed.

(* factor out ℒ̄ *)
Lemma vjp_L_a_3_ring :
  L_bar * (if ltb s (m + a j) then 1 - label j else 0) / INR K + L_bar * label j * rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0)) / INR K
  = L_bar * ((if ltb s (m + a j) then 1 - label j else 0) + label j * rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0))) / INR K.
Proof.
  apply (eq_eq _ ((if ltb s (m + a j) then 1 - label j else 0) * L_bar / INR K + rsum K (fun k => (if ltb s (m + a k) then (-1) + label k else 0)) * L_bar * label j / INR K) _).
  { rule (shared_15 j). }
  symmetry.
  apply (eq_eq _ (L_bar * ((if ltb s (m + a j) then 1 - label j else 0) + label j * rsum K (fun k => (if ltb s (m + a k) then (-1) + label k else 0))) / INR K) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
    rule (shared_14 j). }
  fractions.
Qed.

Theorem vjp_L_a :
  is_pd (at1 a j) (fun a' => L_bar * L_of K label m (s_of K label a') a')
  (L_bar * ((if ltb s (m + a j) then 1 - label j else 0) + label j * rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0))) / INR K).
Proof.
  pose proof vjp_L_a_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 a j) (fun a' => L_of K label m (s_of K label a') a')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_a_1_lemma (eq_eq _ _ _ vjp_L_a_2_ring vjp_L_a_3_ring)).
Qed.
End vjp_L_a.

(** * JVP of L for a *)

Section jvp_L_a.
Hypothesis given1 : (forall k, (k < K)%nat -> m + a k <> s).

Lemma jvp_L_a_needs_1 :
  (forall k, (k < K)%nat -> 0 <> m - s + a k).
Proof.
  intros k ?.
  assert (m + a k <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂a_j *)
Lemma jvp_L_a_1_lemma :
  rsum K (fun j => pd (at1 a j) (fun a' => L_of K label m (s_of K label a') a') * a_dot j)
  = rsum K (fun j => ((if ltb s (m + a j) then 1 - label j else 0) + label j * rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0))) / INR K * a_dot j).
Proof.
  pose proof jvp_L_a_needs_1.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_13 j).
Qed.

(* factor; the branches change places; the same comparison of the difference with 0 *)
Lemma jvp_L_a_2_if_less :
  rsum K (fun j => ((if ltb s (m + a j) then 1 - label j else 0) + label j * rsum K (fun k => (if ltb s (m + a k) then label k + (-1) else 0))) / INR K * a_dot j)
  = rsum K (fun k => (if ltb (- a k - m + s) 0 then (1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j)) else 0)) / INR K.
Proof.
  assert (INR K <> 0).
  { sgn. }
  apply (eq_eq _ (rsum K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j * label j / INR K - (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j / INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) * a_dot j * label j / INR K - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) * a_dot j * label j / INR K + rsum K (fun k => label k) * a_dot j * label j / INR K - a_dot j * label j - a_dot j * label j / INR K + a_dot j / INR K)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    apply (eq_eq _ ((1 - (if leb 0 (- a j - m + s) then 1 else 0) + (if leb 0 (- a j - m + s) then 1 else 0) * label j - label j + label j * ((-1) * INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + rsum K (fun k => label k))) / INR K * a_dot j) _).
    { refine (f_equal2 Rmult (f_equal2 Rdiv _ eq_refl) eq_refl).
      apply (eq_eq _ ((1 - (if leb 0 (- a j - m + s) then 1 else 0) + (if leb 0 (- a j - m + s) then 1 else 0) * label j - label j) + label j * ((-1) * INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + rsum K (fun k => label k))) _); [ | same ].
      refine (f_equal2 Rplus _ (f_equal2 Rmult eq_refl _)).
      { apply (eq_eq _ ((if leb (m + a j) s then 0 else 1 - label j)) _).
        { rule (if_less s (m + a j) (1 - label j) 0). }
        apply (eq_eq _ ((if leb 0 (- a j - m + s) then 0 else 1 - label j)) _).
        { assert (- a j - m + s = s - (m + a j)).
          { rule (shared_4 j). }
          rule (if_moved (m + a j) s 0 (1 - label j) (- a j - m + s)). }
        apply (eq_eq _ ((if leb 0 (- a j - m + s) then 1 else 0) * 0 + (1 - (if leb 0 (- a j - m + s) then 1 else 0)) * (1 - label j)) _).
        { rule (if_indicator 0 (1 - label j) (leb 0 (- a j - m + s))). }
        arith. }
      rule shared_5. }
    cancel. }
  apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k / INR K - (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k / INR K + rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0)) * a_dot k * label k / INR K - rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0) * label k') * a_dot k * label k / INR K + rsum K (fun k' => label k') * a_dot k * label k / INR K - a_dot k * label k - a_dot k * label k / INR K + a_dot k / INR K)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k / INR K - (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k / INR K + rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0)) * a_dot k * label k / INR K - rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0) * label k') * a_dot k * label k / INR K) + rsum K (fun k => rsum K (fun k' => label k') * a_dot k * label k / INR K - a_dot k * label k - a_dot k * label k / INR K + a_dot k / INR K)) _).
  { rule_same (sum_add K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j * label j / INR K - (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j / INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) * a_dot j * label j / INR K - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) * a_dot j * label j / INR K) (fun j => rsum K (fun k => label k) * a_dot j * label j / INR K - a_dot j * label j - a_dot j * label j / INR K + a_dot j / INR K) (fun j => true)). }
  apply (eq_eq _ (rsum K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j * label j / INR K - (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j / INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) * a_dot j * label j / INR K - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) * a_dot j * label j / INR K) + rsum K (fun j => rsum K (fun k => label k) * a_dot j * label j / INR K - a_dot j * label j - a_dot j * label j / INR K + a_dot j / INR K)) _); [ same | ].
  apply (eq_eq _ (1 / INR K * rsum K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j * label j) - 1 / INR K * rsum K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) / INR K * rsum K (fun j => a_dot j * label j) - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) / INR K * rsum K (fun j => a_dot j * label j) + rsum K (fun k => label k) / INR K * rsum K (fun j => a_dot j * label j) + (-1) * rsum K (fun j => a_dot j * label j) - 1 / INR K * rsum K (fun j => a_dot j * label j) + 1 / INR K * rsum K (fun j => a_dot j)) _).
  { apply (eq_eq _ ((1 / INR K * rsum K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j * label j) - 1 / INR K * rsum K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) / INR K * rsum K (fun j => a_dot j * label j) - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) / INR K * rsum K (fun j => a_dot j * label j)) + (rsum K (fun k => label k) / INR K * rsum K (fun j => a_dot j * label j) + (-1) * rsum K (fun j => a_dot j * label j) - 1 / INR K * rsum K (fun j => a_dot j * label j) + 1 / INR K * rsum K (fun j => a_dot j))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k / INR K - (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k / INR K + rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0)) * a_dot k * label k / INR K - rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0) * label k') * a_dot k * label k / INR K)) _); [ same | ].
      apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k / INR K - (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k / INR K) + rsum K (fun k => rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0)) * a_dot k * label k / INR K - rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0) * label k') * a_dot k * label k / INR K)) _).
      { rule_same (sum_add K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j * label j / INR K - (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j / INR K) (fun j => rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) * a_dot j * label j / INR K - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) * a_dot j * label j / INR K) (fun j => true)). }
      apply (eq_eq _ (rsum K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j * label j / INR K - (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j / INR K) + rsum K (fun j => rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) * a_dot j * label j / INR K - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) * a_dot j * label j / INR K)) _); [ same | ].
      apply (eq_eq _ ((1 / INR K * rsum K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j * label j) - 1 / INR K * rsum K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j)) + (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) / INR K * rsum K (fun j => a_dot j * label j) - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) / INR K * rsum K (fun j => a_dot j * label j))) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k / INR K - (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k / INR K)) _); [ same | ].
        apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k / INR K) + rsum K (fun k => - ((if leb 0 (- a k - m + s) then 1 else 0) * a_dot k / INR K))) _).
        { rule (sum_add K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j * label j / INR K) (fun j => - ((if leb 0 (- a j - m + s) then 1 else 0) * a_dot j / INR K)) (fun j => true)). }
        apply (eq_eq _ (rsum K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j * label j / INR K) + rsum K (fun j => - ((if leb 0 (- a j - m + s) then 1 else 0) * a_dot j / INR K))) _); [ same | ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum K (fun j => 1 / INR K * (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j * label j)) _).
          { apply rsum_ext; intros j ?; cbv beta.
            fractions. }
          apply (eq_eq _ (rsum K (fun k => 1 / INR K * (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k)) _); [ same | ].
          apply (eq_eq _ (1 / INR K * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k)) _); [ | same ].
          rule_same (sum_factor K (1 / INR K) (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j * label j) (fun j => true)). }
        apply (eq_eq _ (rsum K (fun j => - (1 / INR K * (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j))) _).
        { apply rsum_ext; intros j ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum K (fun k => - (1 / INR K * (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k))) _); [ same | ].
        apply (eq_eq _ (- rsum K (fun k => 1 / INR K * (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k)) _).
        { rule (sum_neg K (fun j => 1 / INR K * (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j) (fun j => true)). }
        apply (eq_eq _ (- rsum K (fun j => 1 / INR K * (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum K (fun k => 1 / INR K * (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k)) _); [ same | ].
        apply (eq_eq _ (1 / INR K * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k)) _); [ | same ].
        rule_same (sum_factor K (1 / INR K) (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j) (fun j => true)). }
      apply (eq_eq _ (rsum K (fun k => rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0)) * a_dot k * label k / INR K - rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0) * label k') * a_dot k * label k / INR K)) _); [ same | ].
      apply (eq_eq _ (rsum K (fun k => rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0)) * a_dot k * label k / INR K) + rsum K (fun k => - (rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0) * label k') * a_dot k * label k / INR K))) _).
      { rule (sum_add K (fun j => rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) * a_dot j * label j / INR K) (fun j => - (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) * a_dot j * label j / INR K)) (fun j => true)). }
      apply (eq_eq _ (rsum K (fun j => rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) * a_dot j * label j / INR K) + rsum K (fun j => - (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) * a_dot j * label j / INR K))) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun j => rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) / INR K * a_dot j * label j)) _).
        { apply rsum_ext; intros j ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum K (fun k => rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0)) / INR K * a_dot k * label k)) _); [ same | ].
        apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) / INR K * rsum K (fun k => a_dot k * label k)) _); [ | same ].
        rule_same (sum_factor K (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) / INR K) (fun j => a_dot j * label j) (fun j => true)). }
      apply (eq_eq _ (rsum K (fun j => - (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) / INR K * a_dot j * label j))) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => - (rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0) * label k') / INR K * a_dot k * label k))) _); [ same | ].
      apply (eq_eq _ (- rsum K (fun k => rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0) * label k') / INR K * a_dot k * label k)) _).
      { rule (sum_neg K (fun j => rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) / INR K * a_dot j * label j) (fun j => true)). }
      apply (eq_eq _ (- rsum K (fun j => rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) / INR K * a_dot j * label j)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum K (fun k => rsum K (fun k' => (if leb 0 (- a k' - m + s) then 1 else 0) * label k') / INR K * a_dot k * label k)) _); [ same | ].
      apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) / INR K * rsum K (fun k => a_dot k * label k)) _); [ | same ].
      rule_same (sum_factor K (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) / INR K) (fun j => a_dot j * label j) (fun j => true)). }
    apply (eq_eq _ (rsum K (fun k => rsum K (fun k' => label k') * a_dot k * label k / INR K - a_dot k * label k - a_dot k * label k / INR K + a_dot k / INR K)) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => rsum K (fun k' => label k') * a_dot k * label k / INR K - a_dot k * label k) + rsum K (fun k => - (a_dot k * label k / INR K) + a_dot k / INR K)) _).
    { rule_same (sum_add K (fun j => rsum K (fun k => label k) * a_dot j * label j / INR K - a_dot j * label j) (fun j => - (a_dot j * label j / INR K) + a_dot j / INR K) (fun j => true)). }
    apply (eq_eq _ (rsum K (fun j => rsum K (fun k => label k) * a_dot j * label j / INR K - a_dot j * label j) + rsum K (fun j => - (a_dot j * label j / INR K) + a_dot j / INR K)) _); [ same | ].
    apply (eq_eq _ ((rsum K (fun k => label k) / INR K * rsum K (fun j => a_dot j * label j) + (-1) * rsum K (fun j => a_dot j * label j)) + (- (1 / INR K * rsum K (fun j => a_dot j * label j)) + 1 / INR K * rsum K (fun j => a_dot j))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => rsum K (fun k' => label k') * a_dot k * label k / INR K - a_dot k * label k)) _); [ same | ].
      apply (eq_eq _ (rsum K (fun k => rsum K (fun k' => label k') * a_dot k * label k / INR K) + rsum K (fun k => - (a_dot k * label k))) _).
      { rule (sum_add K (fun j => rsum K (fun k => label k) * a_dot j * label j / INR K) (fun j => - (a_dot j * label j)) (fun j => true)). }
      apply (eq_eq _ (rsum K (fun j => rsum K (fun k => label k) * a_dot j * label j / INR K) + rsum K (fun j => - (a_dot j * label j))) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun j => rsum K (fun k => label k) / INR K * a_dot j * label j)) _).
        { apply rsum_ext; intros j ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum K (fun k => rsum K (fun k' => label k') / INR K * a_dot k * label k)) _); [ same | ].
        apply (eq_eq _ (rsum K (fun k => label k) / INR K * rsum K (fun k => a_dot k * label k)) _); [ | same ].
        rule_same (sum_factor K (rsum K (fun k => label k) / INR K) (fun j => a_dot j * label j) (fun j => true)). }
      rule_same shared_16. }
    apply (eq_eq _ (rsum K (fun k => - (a_dot k * label k / INR K) + a_dot k / INR K)) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => - (a_dot k * label k / INR K)) + rsum K (fun k => a_dot k / INR K)) _).
    { rule (sum_add K (fun j => - (a_dot j * label j / INR K)) (fun j => a_dot j / INR K) (fun j => true)). }
    apply (eq_eq _ (rsum K (fun j => - (a_dot j * label j / INR K)) + rsum K (fun j => a_dot j / INR K)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun j => - (1 / INR K * a_dot j * label j))) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => - (1 / INR K * a_dot k * label k))) _); [ same | ].
      apply (eq_eq _ (- rsum K (fun k => 1 / INR K * a_dot k * label k)) _).
      { rule (sum_neg K (fun j => 1 / INR K * a_dot j * label j) (fun j => true)). }
      apply (eq_eq _ (- rsum K (fun j => 1 / INR K * a_dot j * label j)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum K (fun k => 1 / INR K * a_dot k * label k)) _); [ same | ].
      apply (eq_eq _ (1 / INR K * rsum K (fun k => a_dot k * label k)) _); [ | same ].
      rule_same (sum_factor K (1 / INR K) (fun j => a_dot j * label j) (fun j => true)). }
    apply (eq_eq _ (rsum K (fun j => 1 / INR K * a_dot j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => 1 / INR K * a_dot k)) _); [ same | ].
    apply (eq_eq _ (1 / INR K * rsum K (fun k => a_dot k)) _); [ | same ].
    rule (sum_factor K (1 / INR K) (fun j => a_dot j) (fun j => true)). }
  apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) * rsum K (fun j => a_dot j * label j) / INR K + rsum K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j * label j) / INR K - rsum K (fun j => (if leb 0 (- a j - m + s) then 1 else 0) * a_dot j) / INR K - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) * rsum K (fun j => a_dot j * label j) / INR K - rsum K (fun j => a_dot j * label j) + rsum K (fun j => a_dot j * label j) * rsum K (fun k => label k) / INR K - rsum K (fun j => a_dot j * label j) / INR K + rsum K (fun j => a_dot j) / INR K) _).
  { fractions. }
  apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) * rsum K (fun j => a_dot j * label j) / INR K + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k) / INR K - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k) / INR K - rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) * rsum K (fun j => a_dot j * label j) / INR K - rsum K (fun j => a_dot j * label j) + rsum K (fun j => a_dot j * label j) * rsum K (fun k => label k) / INR K - rsum K (fun j => a_dot j * label j) / INR K + rsum K (fun k => a_dot k) / INR K) _); [ same | ].
  symmetry.
  apply (eq_eq _ ((rsum K (fun j => a_dot j * label j) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) - rsum K (fun j => a_dot j * label j) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k) - rsum K (fun j => a_dot j * label j) * INR K + rsum K (fun j => a_dot j * label j) * rsum K (fun k => label k) + rsum K (fun k => a_dot k) + (-1) * rsum K (fun k => a_dot k * label k)) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * rsum K (fun j => a_dot j * label j) - (if leb 0 (- a k - m + s) then 1 else 0) * rsum K (fun j => a_dot j * label j) * label k - (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k + (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k - rsum K (fun j => a_dot j * label j) + rsum K (fun j => a_dot j * label j) * label k + a_dot k - a_dot k * label k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((if ltb (- a k - m + s) 0 then - rsum K (fun j => a_dot j * label j) + rsum K (fun j => a_dot j * label j) * label k + a_dot k - a_dot k * label k else 0)) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { arith. }
        { reflexivity. } }
      apply (eq_eq _ ((if leb 0 (- a k - m + s) then 0 else - rsum K (fun j => a_dot j * label j) + rsum K (fun j => a_dot j * label j) * label k + a_dot k - a_dot k * label k)) _).
      { rule (if_less (- a k - m + s) 0 (- rsum K (fun j => a_dot j * label j) + rsum K (fun j => a_dot j * label j) * label k + a_dot k - a_dot k * label k) 0). }
      apply (eq_eq _ ((if leb 0 (- a k - m + s) then 1 else 0) * 0 + (1 - (if leb 0 (- a k - m + s) then 1 else 0)) * (- rsum K (fun j => a_dot j * label j) + rsum K (fun j => a_dot j * label j) * label k + a_dot k - a_dot k * label k)) _).
      { rule (if_indicator 0 (- rsum K (fun j => a_dot j * label j) + rsum K (fun j => a_dot j * label j) * label k + a_dot k - a_dot k * label k) (leb 0 (- a k - m + s))). }
      arith. }
    apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * rsum K (fun j => a_dot j * label j) - (if leb 0 (- a k - m + s) then 1 else 0) * rsum K (fun j => a_dot j * label j) * label k - (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k + (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k) + rsum K (fun k => - rsum K (fun j => a_dot j * label j) + rsum K (fun j => a_dot j * label j) * label k + a_dot k - a_dot k * label k)) _).
    { rule_same (sum_add K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * rsum K (fun j => a_dot j * label j) - (if leb 0 (- a k - m + s) then 1 else 0) * rsum K (fun j => a_dot j * label j) * label k - (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k + (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k) (fun k => - rsum K (fun j => a_dot j * label j) + rsum K (fun j => a_dot j * label j) * label k + a_dot k - a_dot k * label k) (fun k => true)). }
    apply (eq_eq _ ((rsum K (fun j => a_dot j * label j) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) - rsum K (fun j => a_dot j * label j) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) + (-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k)) + (- (rsum K (fun j => a_dot j * label j) * INR K) + rsum K (fun j => a_dot j * label j) * rsum K (fun k => label k) + rsum K (fun k => a_dot k) + (-1) * rsum K (fun k => a_dot k * label k))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * rsum K (fun j => a_dot j * label j) - (if leb 0 (- a k - m + s) then 1 else 0) * rsum K (fun j => a_dot j * label j) * label k) + rsum K (fun k => - ((if leb 0 (- a k - m + s) then 1 else 0) * a_dot k) + (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k)) _).
      { rule_same (sum_add K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * rsum K (fun j => a_dot j * label j) - (if leb 0 (- a k - m + s) then 1 else 0) * rsum K (fun j => a_dot j * label j) * label k) (fun k => - ((if leb 0 (- a k - m + s) then 1 else 0) * a_dot k) + (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k) (fun k => true)). }
      apply (eq_eq _ ((rsum K (fun j => a_dot j * label j) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) - rsum K (fun j => a_dot j * label j) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k)) + ((-1) * rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k))) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * rsum K (fun j => a_dot j * label j)) + rsum K (fun k => - ((if leb 0 (- a k - m + s) then 1 else 0) * rsum K (fun j => a_dot j * label j) * label k))) _).
        { rule (sum_add K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * rsum K (fun j => a_dot j * label j)) (fun k => - ((if leb 0 (- a k - m + s) then 1 else 0) * rsum K (fun j => a_dot j * label j) * label k)) (fun k => true)). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum K (fun k => rsum K (fun j => a_dot j * label j) * (if leb 0 (- a k - m + s) then 1 else 0))) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_factor K (rsum K (fun j => a_dot j * label j)) (fun k => (if leb 0 (- a k - m + s) then 1 else 0)) (fun k => true)). }
        apply (eq_eq _ (rsum K (fun k => - (rsum K (fun j => a_dot j * label j) * (if leb 0 (- a k - m + s) then 1 else 0) * label k))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        apply (eq_eq _ (- rsum K (fun k => rsum K (fun j => a_dot j * label j) * (if leb 0 (- a k - m + s) then 1 else 0) * label k)) _).
        { rule (sum_neg K (fun k => rsum K (fun j => a_dot j * label j) * (if leb 0 (- a k - m + s) then 1 else 0) * label k) (fun k => true)). }
        refine (f_equal Ropp _).
        rule_same (sum_factor K (rsum K (fun j => a_dot j * label j)) (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * label k) (fun k => true)). }
      apply (eq_eq _ (rsum K (fun k => - ((if leb 0 (- a k - m + s) then 1 else 0) * a_dot k)) + rsum K (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k)) _).
      { rule (sum_add K (fun k => - ((if leb 0 (- a k - m + s) then 1 else 0) * a_dot k)) (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k * label k) (fun k => true)). }
      refine (f_equal2 Rplus _ eq_refl).
      apply (eq_eq _ (rsum K (fun k => (-1) * (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule_same (sum_factor K (-1) (fun k => (if leb 0 (- a k - m + s) then 1 else 0) * a_dot k) (fun k => true)). }
    apply (eq_eq _ (rsum K (fun k => - rsum K (fun j => a_dot j * label j) + rsum K (fun j => a_dot j * label j) * label k) + rsum K (fun k => a_dot k - a_dot k * label k)) _).
    { rule_same (sum_add K (fun k => - rsum K (fun j => a_dot j * label j) + rsum K (fun j => a_dot j * label j) * label k) (fun k => a_dot k - a_dot k * label k) (fun k => true)). }
    apply (eq_eq _ ((- (rsum K (fun j => a_dot j * label j) * INR K) + rsum K (fun j => a_dot j * label j) * rsum K (fun k => label k)) + (rsum K (fun k => a_dot k) + (-1) * rsum K (fun k => a_dot k * label k))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => - rsum K (fun j => a_dot j * label j)) + rsum K (fun k => rsum K (fun j => a_dot j * label j) * label k)) _).
      { rule (sum_add K (fun k => - rsum K (fun j => a_dot j * label j)) (fun k => rsum K (fun j => a_dot j * label j) * label k) (fun k => true)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun k => - (rsum K (fun j => a_dot j * label j) * 1))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        apply (eq_eq _ (- rsum K (fun k => rsum K (fun j => a_dot j * label j) * 1)) _).
        { rule (sum_neg K (fun k => rsum K (fun j => a_dot j * label j) * 1) (fun k => true)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum K (fun j => a_dot j * label j) * rsum K (fun k => 1)) _).
        { rule (sum_factor K (rsum K (fun j => a_dot j * label j)) (fun k => 1) (fun k => true)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (INR K * 1) _).
        { rule (sum_constant K 1). }
        arith. }
      rule (sum_factor K (rsum K (fun j => a_dot j * label j)) (fun k => label k) (fun k => true)). }
    apply (eq_eq _ (rsum K (fun k => a_dot k) + rsum K (fun k => - (a_dot k * label k))) _).
    { rule (sum_add K (fun k => a_dot k) (fun k => - (a_dot k * label k)) (fun k => true)). }
    refine (f_equal2 Rplus eq_refl _).
    rule shared_16. }
  cancel.
Qed.

(* case by case *)
Lemma jvp_L_a_3_cases :
  rsum K (fun k => (if ltb (- a k - m + s) 0 then (1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j)) else 0)) / INR K
  = rsum K (fun k => (if ltb s (m + a k) then (1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j)) else 0)) / INR K.
Proof.
  apply (eq_eq _ (rsum K (fun k => (if ltb s (m + a k) then (1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j)) else 0)) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((if leb (m + a k) s then (if ltb (- a k - m + s) 0 then (1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j)) else 0) else (if ltb (- a k - m + s) 0 then (1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j)) else 0))) _).
    { symmetry.
      rule (if_same (if ltb (- a k - m + s) 0 then (1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j)) else 0) (leb (m + a k) s)). }
    apply (eq_eq _ ((if leb (m + a k) s then 0 else (1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j)))) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ ((if leb 0 (- a k - m + s) then 0 else (1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j)))) _).
        { rule (if_less (- a k - m + s) 0 ((1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j))) 0). }
        assert (0 <= - a k - m + s).
        { rule (shared_11 k). }
        rule (if_true 0 ((1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j))) (leb 0 (- a k - m + s))). }
      { assert (- a k - m + s < 0).
        { sgn. }
        rule (if_true ((1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j))) 0 (ltb (- a k - m + s) 0)). } }
    symmetry.
    rule (if_less s (m + a k) ((1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j))) 0). }
  apply (eq_eq _ (rsum K (fun k => (if ltb s (m + a k) then - rsum K (fun j => a_dot j * label j) + rsum K (fun j => a_dot j * label j) * label k + a_dot k - a_dot k * label k else 0)) / INR K) _).
  { rule shared_17. }
  symmetry.
  rule shared_17.
Qed.

Theorem jvp_L_a :
  is_pd (at0 0) (fun t => L_of K label m (s_of K label (line1 a a_dot t)) (line1 a a_dot t))
  (rsum K (fun k => (if ltb s (m + a k) then (1 - label k) * (a_dot k - rsum K (fun j => a_dot j * label j)) else 0)) / INR K).
Proof.
  pose proof jvp_L_a_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => L_of K label m (s_of K label a') a') * a_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => L_of K label m (s_of K label a') a') * a_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K a (fun a' => L_of K label m (s_of K label a') a') (fun t => (line1 a a_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_a_1_lemma (eq_eq _ _ _ jvp_L_a_2_if_less jvp_L_a_3_cases)).
Qed.
End jvp_L_a.

(** * Derivative of L by m *)

Section derivative_L_m.
Hypothesis given1 : (forall k, (k < K)%nat -> m + a k <> s).

Lemma derivative_L_m_needs_1 :
  (forall k, (k < K)%nat -> 0 <> m - s + a k).
Proof.
  intros k ?.
  assert (m + a k <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* definition of ℒ *)
Lemma derivative_L_m_1_unfold :
  pd (at0 m) (fun m' => L_of K label m' s a)
  = pd (at0 m) (fun m' => rsum K (fun k => (1 - label k) * Rmax 0 (m' - s + a k)) / INR K).
Proof.
  pose proof derivative_L_m_needs_1.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_m_2_diff_scale :
  pd (at0 m) (fun m' => rsum K (fun k => (1 - label k) * Rmax 0 (m' - s + a k)) / INR K)
  = pd (at0 m) (fun m' => rsum K (fun k => (1 - label k) * Rmax 0 (m' - s + a k))) / INR K.
Proof.
  pose proof derivative_L_m_needs_1.
  rule shared_18.
Qed.

(* differentiate under the sum; a constant factor stays in front; the larger one varies *)
Lemma derivative_L_m_3_diff_sum :
  pd (at0 m) (fun m' => rsum K (fun k => (1 - label k) * Rmax 0 (m' - s + a k))) / INR K
  = rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else 1)) / INR K.
Proof.
  pose proof derivative_L_m_needs_1.
  rule shared_19.
Qed.

(* multiply out; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma derivative_L_m_4_if_moved :
  rsum K (fun k => (1 - label k) * (if leb (m - s + a k) 0 then 0 else 1)) / INR K
  = rsum K (fun k => (if leb (m - s + a k) 0 then 0 else 1 - label k)) / INR K.
Proof.
  rule shared_20.
Qed.

(* case by case *)
Lemma derivative_L_m_5_cases :
  rsum K (fun k => (if leb (m - s + a k) 0 then 0 else 1 - label k)) / INR K
  = rsum K (fun k => (if ltb s (m + a k) then 1 - label k else 0)) / INR K.
Proof.
  rule shared_21.
Qed.

Theorem derivative_L_m :
  is_pd (at0 m) (fun m' => L_of K label m' s a)
  (rsum K (fun k => (if ltb s (m + a k) then 1 - label k else 0)) / INR K).
Proof.
  pose proof derivative_L_m_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_m_1_unfold (eq_eq _ _ _ derivative_L_m_2_diff_scale (eq_eq _ _ _ derivative_L_m_3_diff_sum (eq_eq _ _ _ derivative_L_m_4_if_moved derivative_L_m_5_cases)))).
Qed.
End derivative_L_m.

(** * VJP of L for m *)

Section vjp_L_m.
Hypothesis given1 : (forall k, (k < K)%nat -> m + a k <> s).

Lemma vjp_L_m_needs_1 :
  (forall k, (k < K)%nat -> 0 <> m - s + a k).
Proof.
  intros k ?.
  assert (m + a k <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂m *)
Lemma vjp_L_m_1_lemma :
  L_bar * pd (at0 m) (fun m' => L_of K label m' s a)
  = L_bar * (rsum K (fun k => (if ltb s (m + a k) then 1 - label k else 0)) / INR K).
Proof.
  pose proof vjp_L_m_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_22.
Qed.

(* rearrange *)
Lemma vjp_L_m_2_ring :
  L_bar * (rsum K (fun k => (if ltb s (m + a k) then 1 - label k else 0)) / INR K)
  = L_bar * rsum K (fun k => (if ltb s (m + a k) then 1 - label k else 0)) / INR K.
Proof.
  apply (eq_eq _ (rsum K (fun k => (if ltb s (m + a k) then 1 - label k else 0)) * L_bar / INR K) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem vjp_L_m :
  is_pd (at0 m) (fun m' => L_bar * L_of K label m' s a)
  (L_bar * rsum K (fun k => (if ltb s (m + a k) then 1 - label k else 0)) / INR K).
Proof.
  pose proof vjp_L_m_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at0 m) (fun m' => L_of K label m' s a)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_m_1_lemma vjp_L_m_2_ring).
Qed.
End vjp_L_m.

(** * JVP of L for m *)

Section jvp_L_m.
Hypothesis given1 : (forall k, (k < K)%nat -> m + a k <> s).

Lemma jvp_L_m_needs_1 :
  (forall k, (k < K)%nat -> 0 <> m - s + a k).
Proof.
  intros k ?.
  assert (m + a k <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂m *)
Lemma jvp_L_m_1_lemma :
  pd (at0 m) (fun m' => L_of K label m' s a) * m_dot
  = rsum K (fun k => (if ltb s (m + a k) then 1 - label k else 0)) / INR K * m_dot.
Proof.
  pose proof jvp_L_m_needs_1.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_22.
Qed.

(* rearrange *)
Lemma jvp_L_m_2_ring :
  rsum K (fun k => (if ltb s (m + a k) then 1 - label k else 0)) / INR K * m_dot
  = m_dot * rsum K (fun k => (if ltb s (m + a k) then 1 - label k else 0)) / INR K.
Proof.
  apply (eq_eq _ (rsum K (fun k => (if ltb s (m + a k) then 1 - label k else 0)) * m_dot / INR K) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem jvp_L_m :
  is_pd (at0 0) (fun t => L_of K label (line0 m m_dot t) s a)
  (m_dot * rsum K (fun k => (if ltb s (m + a k) then 1 - label k else 0)) / INR K).
Proof.
  pose proof jvp_L_m_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 m) (fun m' => L_of K label m' s a) * m_dot) _).
  { apply (eq_eq _ (pd (at0 m) (fun m' => L_of K label m' s a) * m_dot) _).
    { refine (eq_trans (chain0_at (at0 0) m (fun m' => L_of K label m' s a) (fun t => (line0 m m_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_m_1_lemma jvp_L_m_2_ring).
Qed.
End jvp_L_m.
End multi_margin_theory.

(* the hypotheses of true_class can be met *)
Lemma true_class_possible :
  exists (K : nat) (a : nat -> R) (label : nat -> R) (m : R),
  (2 <= K)%nat /\ ((forall k, (k < K)%nat -> m + a k <> s_of K label a)).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1), (2).
  witness.
Qed.

(* the hypotheses of derivative_L_a can be met *)
Lemma derivative_L_a_possible :
  exists (K : nat) (a : nat -> R) (label : nat -> R) (m : R),
  (2 <= K)%nat /\ ((forall k, (k < K)%nat -> m + a k <> s_of K label a)).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1), (2).
  witness.
Qed.

(* the hypotheses of vjp_L_a can be met *)
Lemma vjp_L_a_possible :
  exists (K : nat) (a : nat -> R) (label : nat -> R) (m : R),
  (2 <= K)%nat /\ ((forall k, (k < K)%nat -> m + a k <> s_of K label a)).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1), (2).
  witness.
Qed.

(* the hypotheses of jvp_L_a can be met *)
Lemma jvp_L_a_possible :
  exists (K : nat) (a : nat -> R) (label : nat -> R) (m : R),
  (2 <= K)%nat /\ ((forall k, (k < K)%nat -> m + a k <> s_of K label a)).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1), (2).
  witness.
Qed.

(* the hypotheses of derivative_L_m can be met *)
Lemma derivative_L_m_possible :
  exists (K : nat) (a : nat -> R) (label : nat -> R) (m : R),
  (2 <= K)%nat /\ ((forall k, (k < K)%nat -> m + a k <> s_of K label a)).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1), (2).
  witness.
Qed.

(* the hypotheses of vjp_L_m can be met *)
Lemma vjp_L_m_possible :
  exists (K : nat) (a : nat -> R) (label : nat -> R) (m : R),
  (2 <= K)%nat /\ ((forall k, (k < K)%nat -> m + a k <> s_of K label a)).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1), (2).
  witness.
Qed.

(* the hypotheses of jvp_L_m can be met *)
Lemma jvp_L_m_possible :
  exists (K : nat) (a : nat -> R) (label : nat -> R) (m : R),
  (2 <= K)%nat /\ ((forall k, (k < K)%nat -> m + a k <> s_of K label a)).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1), (2).
  witness.
Qed.
