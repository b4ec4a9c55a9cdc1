(* made by derive, do not edit *)
(* Multi-label soft margin loss

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition sigma_of (x : nat -> R) (k : nat) : R :=
  1 / (1 + exp (- x k)).
#[local] Hint Unfold sigma_of : definitions.
Definition L_of (K : nat) (t : nat -> R) (sigma : nat -> R) : R :=
  - (rsum K (fun k => t k * ln (sigma k) + (1 - t k) * ln (1 - sigma k)) / INR K).
#[local] Hint Unfold L_of : definitions.

Section multilabel_soft_margin_theory.
Variable (K : nat).
Variable (L_bar : R).
Variables (x t t_dot x_dot : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation sigma := (sigma_of x).
Local Notation L := (L_of K t sigma).

(** * What several lines rest on *)

Lemma shared_1 :
  forall k : nat,
  (k < K)%nat ->
  1 - sigma k = 1 / (1 + exp (x k)).
Proof.
  intros k ?.
  assert (1 + exp (x k) <> 0).
  { sgn. }
  assert (1 + 1 / exp (x k) <> 0).
  { sgn. }
  assert (exp (x k) <> 0).
  { sgn. }
  apply (eq_eq _ (1 - exp (x k) / (1 + exp (x k))) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
    apply (eq_eq _ (1 / (1 + exp (- x k))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / (1 + 1 / exp (x k))) _).
    { refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
      rule (exp_neg (x k)). }
    cancel. }
  apply (eq_eq _ (1 / (1 + exp (x k))) _).
  { cancel. }
  reflexivity.
Qed.

Lemma shared_2 :
  forall i : nat,
  (i < K)%nat ->
  pd (at1 x i) (fun x' => L_of K t (sigma_of x')) = rsum K (fun k => pd (at1 sigma k) (fun sigma' => L_of K t sigma') * pd (at1 x i) (fun x' => sigma_of x' k)).
Proof.
  intros i ?.
  assert ((forall k, (k < K)%nat -> 0 < 1 - sigma k)).
  { intros k ?.
    apply (lt_eq _ (1 / (1 + exp (x k))) _).
    { sgn. }
    symmetry.
    rule (shared_1 k). }
  assert ((forall k, (k < K)%nat -> 0 < sigma k)).
  { intros k ?.
    sgn. }
  assert ((forall k, (k < K)%nat -> 1 + exp (- x k) <> 0)).
  { intros k ?.
    sgn. }
  apply (chain1 (at1 x i) K (fun sigma' => L_of K t sigma') (fun x' => sigma_of x')); [ dsm | premise ].
Qed.

Lemma shared_3 :
  forall i : nat,
  (i < K)%nat ->
  rsum K (fun k => pd (at1 sigma k) (fun sigma' => L_of K t sigma') * pd (at1 x i) (fun x' => sigma_of x' k)) = rsum K (fun k => (sigma k - t k) / (sigma k * INR K * (1 - sigma k)) * sigma k * delta k i * (1 - sigma k)).
Proof.
  intros i ?.
  assert ((forall k, (k < K)%nat -> 1 + exp (- x k) <> 0)).
  { intros k ?.
    sgn. }
  assert ((forall k, (k < K)%nat -> 0 < 1 - sigma k)).
  { intros k ?.
    apply (lt_eq _ (1 / (1 + exp (x k))) _).
    { sgn. }
    symmetry.
    rule (shared_1 k). }
  assert ((forall k, (k < K)%nat -> 0 < sigma k)).
  { intros k ?.
    sgn. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((sigma k - t k) / (sigma k * INR K * (1 - sigma k)) * (sigma k * delta k i * (1 - sigma k))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 sigma k) (fun sigma' => - (rsum K (fun l => t l * ln (sigma' l) + (1 - t l) * ln (1 - sigma' l)) / INR K))) _).
    { assert ((forall k', (k' < K)%nat -> 0 < 1 - sigma k')).
      { intros k' ?.
        apply (lt_eq _ (1 / (1 + exp (x k'))) _).
        { sgn. }
        symmetry.
        rule (shared_1 k'). }
      assert ((forall k', (k' < K)%nat -> 0 < sigma k')).
      { intros k' ?.
        sgn. }
      apply (eq_eq _ (pd (at1 sigma k) (fun sigma' => - (rsum K (fun k' => t k' * ln (sigma' k') + (1 - t k') * ln (1 - sigma' k')) / INR K))) _); [ | same ].
      reflexivity. }
    apply (eq_eq _ (- (rsum K (fun l => t l * delta l k / sigma l - (1 - t l) * delta l k / (1 - sigma l)) / INR K)) _).
    { assert ((forall l, (l < K)%nat -> 0 < 1 - sigma l)).
      { intros l ?.
        apply (lt_eq _ (1 / (1 + exp (x l))) _).
        { sgn. }
        symmetry.
        rule (shared_1 l). }
      assert ((forall l, (l < K)%nat -> 0 < sigma l)).
      { intros l ?.
        sgn. }
      apply (eq_eq _ (- pd (at1 sigma k) (fun sigma' => rsum K (fun l => t l * ln (sigma' l) + (1 - t l) * ln (1 - sigma' l)) / INR K)) _).
      { rule (diff_neg (at1 sigma k) (fun sigma' => rsum K (fun l => t l * ln (sigma' l) + (1 - t l) * ln (1 - sigma' l)) / INR K)). }
      apply (eq_eq _ (- (rsum K (fun l => t l * (1 / sigma l) * delta l k + (1 - t l) * (1 / (1 - sigma l)) * (0 - delta l k)) / INR K)) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (pd (at1 sigma k) (fun sigma' => 1 / INR K * rsum K (fun l => t l * ln (sigma' l) + (1 - t l) * ln (1 - sigma' l)))) _).
        { apply pd_ext.
          intros sigma'; cbv beta.
          fractions. }
        apply (eq_eq _ (pd (at1 sigma k) (fun sigma' => 1 / INR K * rsum K (fun l => t l * ln (sigma' l) + (1 - t l) * ln (1 - sigma' l)))) _).
        { reflexivity. }
        apply (eq_eq _ (1 / INR K * pd (at1 sigma k) (fun sigma' => rsum K (fun l => t l * ln (sigma' l) + (1 - t l) * ln (1 - sigma' l)))) _).
        { assert (pd (at1 sigma k) (fun sigma' => 1 / INR K) = 0).
          { apply constant. }
          rule (diff_scale (at1 sigma k) (fun sigma' => 1 / INR K) (fun sigma' => rsum K (fun l => t l * ln (sigma' l) + (1 - t l) * ln (1 - sigma' l)))). }
        apply (eq_eq _ (pd (at1 sigma k) (fun sigma' => rsum K (fun l => t l * ln (sigma' l) + (1 - t l) * ln (1 - sigma' l))) / INR K) _).
        { fractions. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (pd (at1 sigma k) (fun sigma' => rsum K (fun k' => t k' * ln (sigma' k') + (1 - t k') * ln (1 - sigma' k')))) _); [ same | ].
        apply (eq_eq _ (rsum K (fun l => pd (at1 sigma k) (fun sigma' => t l * ln (sigma' l) + (1 - t l) * ln (1 - sigma' l)))) _).
        { rule_same (diff_sum (at1 sigma k) K (fun k' sigma' => t k' * ln (sigma' k') + (1 - t k') * ln (1 - sigma' k')) (fun k' => true)). }
        apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (pd (at1 sigma k) (fun sigma' => t l * ln (sigma' l)) + pd (at1 sigma k) (fun sigma' => (1 - t l) * ln (1 - sigma' l))) _).
        { rule (diff_add (at1 sigma k) (fun sigma' => t l * ln (sigma' l)) (fun sigma' => (1 - t l) * ln (1 - sigma' l))). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (pd (at1 sigma k) (fun sigma' => t l * ln (sigma' l))) _).
          { reflexivity. }
          apply (eq_eq _ (t l * pd (at1 sigma k) (fun sigma' => ln (sigma' l))) _).
          { assert (pd (at1 sigma k) (fun sigma' => t l) = 0).
            { apply constant. }
            rule (diff_scale (at1 sigma k) (fun sigma' => t l) (fun sigma' => ln (sigma' l))). }
          apply (eq_eq _ (t l * (1 / sigma l * delta l k)) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (1 / sigma l * pd (at1 sigma k) (fun sigma' => sigma' l)) _).
          { rule (diff_log (at1 sigma k) (fun sigma' => sigma' l)). }
          refine (f_equal2 Rmult eq_refl _).
          apply variable1. }
        apply (eq_eq _ (pd (at1 sigma k) (fun sigma' => (1 - t l) * ln (1 - sigma' l))) _).
        { reflexivity. }
        apply (eq_eq _ ((1 - t l) * pd (at1 sigma k) (fun sigma' => ln (1 - sigma' l))) _).
        { assert (pd (at1 sigma k) (fun sigma' => 1 - t l) = 0).
          { apply constant. }
          rule (diff_scale (at1 sigma k) (fun sigma' => 1 - t l) (fun sigma' => ln (1 - sigma' l))). }
        apply (eq_eq _ ((1 - t l) * (1 / (1 - sigma l) * (0 - delta l k))) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (1 / (1 - sigma l) * pd (at1 sigma k) (fun sigma' => 1 - sigma' l)) _).
        { rule (diff_log (at1 sigma k) (fun sigma' => 1 - sigma' l)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at1 sigma k) (fun sigma' => 1) + pd (at1 sigma k) (fun sigma' => - sigma' l)) _).
        { rule (diff_add (at1 sigma k) (fun sigma' => 1) (fun sigma' => - sigma' l)). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (- pd (at1 sigma k) (fun sigma' => sigma' l)) _).
        { rule (diff_neg (at1 sigma k) (fun sigma' => sigma' l)). }
        refine (f_equal Ropp _).
        apply variable1. }
      refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
      apply rsum_ext; intros l ?; cbv beta.
      refine (f_equal2 Rplus _ _).
      { fractions. }
      apply (eq_eq _ ((1 - t l) * (1 / (1 - sigma l)) * (- delta l k)) _).
      { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        arith. }
      fractions. }
    apply (eq_eq _ (- ((t k / sigma k - (1 - t k) / (1 - sigma k)) * 1 / INR K)) _).
    { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
      apply (eq_eq _ (rsum K (fun l => delta l k * (t l / sigma l - (1 - t l) / (1 - sigma l)) * 1)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      rule_same (sum_delta K (fun l => (t l / sigma l - (1 - t l) / (1 - sigma l)) * 1) k). }
    apply (eq_eq _ (- ((t k / sigma k - (1 - t k) / (1 - sigma k)) / INR K)) _).
    { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
      fractions. }
    assert (1 - sigma k <> 0).
    { apply (eq_ne _ (1 / (1 + exp (x k))) _).
      { rule (shared_1 k). }
      sgn. }
    assert (INR K <> 0).
    { sgn. }
    assert (sigma k <> 0).
    { sgn. }
    apply (eq_eq _ ((- sigma k + t k) / (sigma k * INR K * ((-1) + sigma k))) _).
    { cancel. }
    symmetry.
    fractions. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / (1 + exp (- x' k)))) _).
  { reflexivity. }
  apply (eq_eq _ (- (pd (at1 x i) (fun x' => 1 + exp (- x' k)) / (1 + exp (- x k)) ^ 2)) _).
  { assert (1 + exp (- x k) <> 0).
    { sgn. }
    apply (eq_eq _ (- (1 / (1 + exp (- x k)) ^ 2 * pd (at1 x i) (fun x' => 1 + exp (- x' k)))) _).
    { assert (pd (at1 x i) (fun x' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at1 x i) (fun x' => 1) (fun x' => 1 + exp (- x' k))). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (- ((0 + exp (- x k) * (- delta k i)) / (1 + exp (- x k)) ^ 2)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (pd (at1 x i) (fun x' => 1) + pd (at1 x i) (fun x' => exp (- x' k))) _).
    { rule (diff_add (at1 x i) (fun x' => 1) (fun x' => exp (- x' k))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (- x k) * pd (at1 x i) (fun x' => - x' k)) _).
    { rule (diff_exp (at1 x i) (fun x' => - x' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at1 x i) (fun x' => x' k)) _).
    { rule (diff_neg (at1 x i) (fun x' => x' k)). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply (eq_eq _ (- (- (exp (- x k) * delta k i / (1 + exp (- x k)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- (exp (- x k) * delta k i)) / (1 + exp (- x k)) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (0 - exp (- x k) * delta k i) _).
    { refine (f_equal2 Rplus eq_refl _).
      arith. }
    arith. }
  apply (eq_eq _ (exp (- x k) * delta k i / (1 + exp (- x k)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (sigma k * delta k i - sigma k ^ 2 * delta k i) _).
  { assert (1 + exp (- x k) <> 0).
    { sgn. }
    apply (eq_eq _ (delta k i * exp (- x k) / (1 + exp (- x k)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- x k)) * delta k i - (1 / (1 + exp (- x k))) ^ 2 * delta k i) _).
    { reflexivity. }
    cancel. }
  apply (eq_eq _ (delta k i * sigma k - delta k i * sigma k ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_4 :
  forall i : nat,
  (i < K)%nat ->
  rsum K (fun k => (sigma k - t k) / (sigma k * INR K * (1 - sigma k)) * sigma k * delta k i * (1 - sigma k)) = (sigma i - t i) * sigma i * (1 - sigma i) / (sigma i * INR K * (1 - sigma i)).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum K (fun k => delta k i * ((sigma k - t k) * sigma k * (1 - sigma k) / (sigma k * INR K * (1 - sigma k))))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (sum_delta K (fun k => (sigma k - t k) * sigma k * (1 - sigma k) / (sigma k * INR K * (1 - sigma k))) i).
Qed.

Lemma shared_5 :
  forall i : nat,
  (i < K)%nat ->
  (sigma i - t i) * sigma i * (1 - sigma i) / (sigma i * INR K * (1 - sigma i)) = sigma i / INR K - t i / INR K.
Proof.
  intros i ?.
  assert (1 - sigma i <> 0).
  { apply (eq_ne _ (1 / (1 + exp (x i))) _).
    { rule (shared_1 i). }
    sgn. }
  assert (INR K <> 0).
  { sgn. }
  assert (sigma i <> 0).
  { sgn. }
  apply (eq_eq _ ((sigma i - t i) / INR K) _).
  { cancel. }
  apply (eq_eq _ (sigma i / INR K - t i / INR K) _).
  { fractions. }
  reflexivity.
Qed.

Lemma shared_6 :
  forall i : nat,
  (i < K)%nat ->
  sigma i / INR K - t i / INR K = (sigma i - t i) / INR K.
Proof.
  intros i ?.
  symmetry.
  fractions.
Qed.

Lemma shared_7 :
  forall i : nat,
  (i < K)%nat ->
  pd (at1 x i) (fun x' => L_of K t (sigma_of x')) = (sigma i - t i) / INR K.
Proof.
  intros i ?.
  apply (eq_eq _ (rsum K (fun k => pd (at1 sigma k) (fun sigma' => L_of K t sigma') * pd (at1 x i) (fun x' => sigma_of x' k))) _).
  { rule (shared_2 i). }
  apply (eq_eq _ (rsum K (fun k => (sigma k - t k) / (sigma k * INR K * (1 - sigma k)) * sigma k * delta k i * (1 - sigma k))) _).
  { rule (shared_3 i). }
  apply (eq_eq _ ((sigma i - t i) * sigma i * (1 - sigma i) / (sigma i * INR K * (1 - sigma i))) _).
  { rule (shared_4 i). }
  apply (eq_eq _ (sigma i / INR K - t i / INR K) _).
  { rule (shared_5 i). }
  rule (shared_6 i).
Qed.

Lemma shared_8 :
  forall i : nat,
  (i < K)%nat ->
  pd (at1 t i) (fun t' => - (rsum K (fun k => t' k * ln (sigma k) + (1 - t' k) * ln (1 - sigma k)) / INR K)) = - (rsum K (fun k => ln (sigma k) * delta k i - ln (1 - sigma k) * delta k i) / INR K).
Proof.
  intros i ?.
  apply (eq_eq _ (- pd (at1 t i) (fun t' => rsum K (fun k => t' k * ln (sigma k) + (1 - t' k) * ln (1 - sigma k)) / INR K)) _).
  { rule (diff_neg (at1 t i) (fun t' => rsum K (fun k => t' k * ln (sigma k) + (1 - t' k) * ln (1 - sigma k)) / INR K)). }
  apply (eq_eq _ (- (rsum K (fun k => ln (sigma k) * delta k i + ln (1 - sigma k) * (0 - delta k i)) / INR K)) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at1 t i) (fun t' => 1 / INR K * rsum K (fun k => t' k * ln (sigma k) + (1 - t' k) * ln (1 - sigma k)))) _).
    { apply pd_ext.
      intros t'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at1 t i) (fun t' => 1 / INR K * rsum K (fun k => t' k * ln (sigma k) + (1 - t' k) * ln (1 - sigma k)))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / INR K * pd (at1 t i) (fun t' => rsum K (fun k => t' k * ln (sigma k) + (1 - t' k) * ln (1 - sigma k)))) _).
    { assert (pd (at1 t i) (fun t' => 1 / INR K) = 0).
      { apply constant. }
      rule (diff_scale (at1 t i) (fun t' => 1 / INR K) (fun t' => rsum K (fun k => t' k * ln (sigma k) + (1 - t' k) * ln (1 - sigma k)))). }
    apply (eq_eq _ (pd (at1 t i) (fun t' => rsum K (fun k => t' k * ln (sigma k) + (1 - t' k) * ln (1 - sigma k))) / INR K) _).
    { fractions. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun k => pd (at1 t i) (fun t' => t' k * ln (sigma k) + (1 - t' k) * ln (1 - sigma k)))) _).
    { rule (diff_sum (at1 t i) K (fun l t' => t' l * ln (sigma l) + (1 - t' l) * ln (1 - sigma l)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 t i) (fun t' => t' k * ln (sigma k)) + pd (at1 t i) (fun t' => (1 - t' k) * ln (1 - sigma k))) _).
    { rule (diff_add (at1 t i) (fun t' => t' k * ln (sigma k)) (fun t' => (1 - t' k) * ln (1 - sigma k))). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 t i) (fun t' => ln (sigma k) * t' k)) _).
      { apply pd_ext.
        intros t'; cbv beta.
        arith. }
      apply (eq_eq _ (ln (sigma k) * pd (at1 t i) (fun t' => t' k)) _).
      { assert (pd (at1 t i) (fun t' => ln (sigma k)) = 0).
        { apply constant. }
        rule (diff_scale (at1 t i) (fun t' => ln (sigma k)) (fun t' => t' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (pd (at1 t i) (fun t' => ln (1 - sigma k) * (1 - t' k))) _).
    { apply pd_ext.
      intros t'; cbv beta.
      arith. }
    apply (eq_eq _ (ln (1 - sigma k) * pd (at1 t i) (fun t' => 1 - t' k)) _).
    { assert (pd (at1 t i) (fun t' => ln (1 - sigma k)) = 0).
      { apply constant. }
      rule (diff_scale (at1 t i) (fun t' => ln (1 - sigma k)) (fun t' => 1 - t' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 t i) (fun t' => 1) + pd (at1 t i) (fun t' => - t' k)) _).
    { rule (diff_add (at1 t i) (fun t' => 1) (fun t' => - t' k)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (- pd (at1 t i) (fun t' => t' k)) _).
    { rule (diff_neg (at1 t i) (fun t' => t' k)). }
    refine (f_equal Ropp _).
    apply variable1. }
  refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (ln (1 - sigma k) * (- delta k i)) _).
  { refine (f_equal2 Rmult eq_refl _).
    arith. }
  arith.
Qed.

Lemma shared_9 :
  forall i : nat,
  (i < K)%nat ->
  - (rsum K (fun k => ln (sigma k) * delta k i - ln (1 - sigma k) * delta k i) / INR K) = - ((ln (sigma i) - ln (1 - sigma i)) / INR K).
Proof.
  intros i ?.
  apply (eq_eq _ (- ((ln (sigma i) - ln (1 - sigma i)) * 1 / INR K)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (rsum K (fun k => delta k i * (ln (sigma k) - ln (1 - sigma k)) * 1)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule_same (sum_delta K (fun k => (ln (sigma k) - ln (1 - sigma k)) * 1) i). }
  refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
  arith.
Qed.

Lemma shared_10 :
  forall i : nat,
  (i < K)%nat ->
  - ((ln (sigma i) - ln (1 - sigma i)) / INR K) = (ln (1 - sigma i) - ln (sigma i)) / INR K.
Proof.
  intros i ?.
  apply (eq_eq _ (ln (1 - sigma i) / INR K - ln (sigma i) / INR K) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_11 :
  forall i : nat,
  (i < K)%nat ->
  pd (at1 t i) (fun t' => L_of K t' sigma) = (ln (1 - sigma i) - ln (sigma i)) / INR K.
Proof.
  intros i ?.
  apply (eq_eq _ (pd (at1 t i) (fun t' => - (rsum K (fun k => t' k * ln (sigma k) + (1 - t' k) * ln (1 - sigma k)) / INR K))) _).
  { reflexivity. }
  apply (eq_eq _ (- (rsum K (fun k => ln (sigma k) * delta k i - ln (1 - sigma k) * delta k i) / INR K)) _).
  { rule (shared_8 i). }
  apply (eq_eq _ (- ((ln (sigma i) - ln (1 - sigma i)) / INR K)) _).
  { rule (shared_9 i). }
  rule (shared_10 i).
Qed.

(** * Gradient *)

Section gradient.
Variables (k : nat).
Hypothesis k_in : (k < K)%nat.

(* chain rule through σ_l *)
Lemma gradient_1_chain :
  pd (at1 x k) (fun x' => L_of K t (sigma_of x'))
  = rsum K (fun l => pd (at1 sigma l) (fun sigma' => L_of K t sigma') * pd (at1 x k) (fun x' => sigma_of x' l)).
Proof.
  rule (shared_2 k).
Qed.

(* put in ∂ℒ/∂σ_l and ∂σ_l/∂x_k *)
Lemma gradient_2_lemma :
  rsum K (fun l => pd (at1 sigma l) (fun sigma' => L_of K t sigma') * pd (at1 x k) (fun x' => sigma_of x' l))
  = rsum K (fun l => (sigma l - t l) / (sigma l * INR K * (1 - sigma l)) * sigma l * delta l k * (1 - sigma l)).
Proof.
  rule (shared_3 k).
Qed.

(* the delta keeps one term of the sum *)
Lemma gradient_3_sum_delta :
  rsum K (fun l => (sigma l - t l) / (sigma l * INR K * (1 - sigma l)) * sigma l * delta l k * (1 - sigma l))
  = (sigma k - t k) * sigma k * (1 - sigma k) / (sigma k * INR K * (1 - sigma k)).
Proof.
  rule (shared_4 k).
Qed.

(* cancel σ_k *)
Lemma gradient_4_ring :
  (sigma k - t k) * sigma k * (1 - sigma k) / (sigma k * INR K * (1 - sigma k))
  = sigma k / INR K - t k / INR K.
Proof.
  rule (shared_5 k).
Qed.

(* factor *)
Lemma gradient_5_ring :
  sigma k / INR K - t k / INR K
  = (sigma k - t k) / INR K.
Proof.
  rule (shared_6 k).
Qed.

Lemma gradient_needs_1 :
  (forall l, (l < K)%nat -> 1 + exp (- x l) <> 0).
Proof.
  intros l ?.
  sgn.
Qed.

Lemma gradient_needs_2 :
  (forall k', (k' < K)%nat -> 0 < sigma k').
Proof.
  intros k' ?.
  sgn.
Qed.

Lemma gradient_needs_3 :
  (forall k', (k' < K)%nat -> 0 < 1 - sigma k').
Proof.
  intros k' ?.
  apply (lt_eq _ (1 / (1 + exp (x k'))) _).
  { sgn. }
  symmetry.
  rule (shared_1 k').
Qed.

Theorem gradient :
  is_pd (at1 x k) (fun x' => L_of K t (sigma_of x'))
  ((sigma k - t k) / INR K).
Proof.
  pose proof gradient_needs_1.
  pose proof gradient_needs_2.
  pose proof gradient_needs_3.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_chain (eq_eq _ _ _ gradient_2_lemma (eq_eq _ _ _ gradient_3_sum_delta (eq_eq _ _ _ gradient_4_ring gradient_5_ring)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at1 x k) (fun x' => L_of K t (sigma_of x'))
  ((sigma k - t k) / INR K)).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Div (Formula.Sum K (fun k' => (Formula.Add (Formula.Mul (Formula.C (t k')) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (k')))))))) (Formula.Mul (Formula.C (1 - t k')) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (k')))))))))))) (Formula.C (INR K))))).
Defined.
End gradient.

(** * Derivative of L by x *)

Section derivative_L_x.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* chain rule through σ_k *)
Lemma derivative_L_x_1_chain :
  pd (at1 x i) (fun x' => L_of K t (sigma_of x'))
  = rsum K (fun k => pd (at1 sigma k) (fun sigma' => L_of K t sigma') * pd (at1 x i) (fun x' => sigma_of x' k)).
Proof.
  rule (shared_2 i).
Qed.

(* put in ∂ℒ/∂σ_k and ∂σ_k/∂x_i *)
Lemma derivative_L_x_2_lemma :
  rsum K (fun k => pd (at1 sigma k) (fun sigma' => L_of K t sigma') * pd (at1 x i) (fun x' => sigma_of x' k))
  = rsum K (fun k => (sigma k - t k) / (sigma k * INR K * (1 - sigma k)) * sigma k * delta k i * (1 - sigma k)).
Proof.
  rule (shared_3 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_x_3_sum_delta :
  rsum K (fun k => (sigma k - t k) / (sigma k * INR K * (1 - sigma k)) * sigma k * delta k i * (1 - sigma k))
  = (sigma i - t i) * sigma i * (1 - sigma i) / (sigma i * INR K * (1 - sigma i)).
Proof.
  rule (shared_4 i).
Qed.

(* cancel σ_i *)
Lemma derivative_L_x_4_ring :
  (sigma i - t i) * sigma i * (1 - sigma i) / (sigma i * INR K * (1 - sigma i))
  = sigma i / INR K - t i / INR K.
Proof.
  rule (shared_5 i).
Qed.

(* factor *)
Lemma derivative_L_x_5_ring :
  sigma i / INR K - t i / INR K
  = (sigma i - t i) / INR K.
Proof.
  rule (shared_6 i).
Qed.

Lemma derivative_L_x_needs_1 :
  (forall k, (k < K)%nat -> 1 + exp (- x k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma derivative_L_x_needs_2 :
  (forall k, (k < K)%nat -> 0 < sigma k).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma derivative_L_x_needs_3 :
  (forall k, (k < K)%nat -> 0 < 1 - sigma k).
Proof.
  intros k ?.
  apply (lt_eq _ (1 / (1 + exp (x k))) _).
  { sgn. }
  symmetry.
  rule (shared_1 k).
Qed.

Theorem derivative_L_x :
  is_pd (at1 x i) (fun x' => L_of K t (sigma_of x'))
  ((sigma i - t i) / INR K).
Proof.
  pose proof derivative_L_x_needs_1.
  pose proof derivative_L_x_needs_2.
  pose proof derivative_L_x_needs_3.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_x_1_chain (eq_eq _ _ _ derivative_L_x_2_lemma (eq_eq _ _ _ derivative_L_x_3_sum_delta (eq_eq _ _ _ derivative_L_x_4_ring derivative_L_x_5_ring)))).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_L_x_outright : option (
  is_pd (at1 x i) (fun x' => L_of K t (sigma_of x'))
  ((sigma i - t i) / INR K)).
Proof.
  attempt "derivative_L_x" as (gradient_outright i) or Formula.outright (Formula.by_vector (Formula.Opp (Formula.Div (Formula.Sum K (fun k => (Formula.Add (Formula.Mul (Formula.C (t k)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (k)))))))) (Formula.Mul (Formula.C (1 - t k)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (k)))))))))))) (Formula.C (INR K))))).
Defined.
End derivative_L_x.

(** * VJP of L for x *)

Section vjp_L_x.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂ℒ/∂x_i *)
Lemma vjp_L_x_1_lemma :
  L_bar * pd (at1 x i) (fun x' => L_of K t (sigma_of x'))
  = L_bar * ((sigma i - t i) / INR K).
Proof.
  assert ((forall k, (k < K)%nat -> 0 < 1 - sigma k)).
  { intros k ?.
    apply (lt_eq _ (1 / (1 + exp (x k))) _).
    { sgn. }
    symmetry.
    rule (shared_1 k). }
  assert ((forall k, (k < K)%nat -> 0 < sigma k)).
  { intros k ?.
    sgn. }
  assert ((forall k, (k < K)%nat -> 1 + exp (- x k) <> 0)).
  { intros k ?.
    sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_7 i).
Qed.

(* rearrange *)
Lemma vjp_L_x_2_ring :
  L_bar * ((sigma i - t i) / INR K)
  = L_bar * (sigma i - t i) / INR K.
Proof.
  apply (eq_eq _ (L_bar * sigma i / INR K - L_bar * t i / INR K) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma vjp_L_x_needs_1 :
  (forall k, (k < K)%nat -> 1 + exp (- x k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma vjp_L_x_needs_2 :
  (forall k, (k < K)%nat -> 0 < sigma k).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma vjp_L_x_needs_3 :
  (forall k, (k < K)%nat -> 0 < 1 - sigma k).
Proof.
  intros k ?.
  apply (lt_eq _ (1 / (1 + exp (x k))) _).
  { sgn. }
  symmetry.
  rule (shared_1 k).
Qed.

Theorem vjp_L_x :
  is_pd (at1 x i) (fun x' => L_bar * L_of K t (sigma_of x'))
  (L_bar * (sigma i - t i) / INR K).
Proof.
  pose proof vjp_L_x_needs_1.
  pose proof vjp_L_x_needs_2.
  pose proof vjp_L_x_needs_3.
  apply (is_pd_eq _ _ (L_bar * pd (at1 x i) (fun x' => L_of K t (sigma_of x'))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_x_1_lemma vjp_L_x_2_ring).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_L_x_outright : option (
  is_pd (at1 x i) (fun x' => L_bar * L_of K t (sigma_of x'))
  (L_bar * (sigma i - t i) / INR K)).
Proof.
  attempt "vjp_L_x" times (gradient_outright i) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Div (Formula.Sum K (fun k => (Formula.Add (Formula.Mul (Formula.C (t k)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (k)))))))) (Formula.Mul (Formula.C (1 - t k)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (k)))))))))))) (Formula.C (INR K)))))).
Defined.
End vjp_L_x.

(** * JVP of L for x *)

Section jvp_L_x.

(* put in ∂ℒ/∂x_i *)
Lemma jvp_L_x_1_lemma :
  rsum K (fun i => pd (at1 x i) (fun x' => L_of K t (sigma_of x')) * x_dot i)
  = rsum K (fun i => (sigma i - t i) / INR K * x_dot i).
Proof.
  assert ((forall k, (k < K)%nat -> 0 < 1 - sigma k)).
  { intros k ?.
    apply (lt_eq _ (1 / (1 + exp (x k))) _).
    { sgn. }
    symmetry.
    rule (shared_1 k). }
  assert ((forall k, (k < K)%nat -> 0 < sigma k)).
  { intros k ?.
    sgn. }
  assert ((forall k, (k < K)%nat -> 1 + exp (- x k) <> 0)).
  { intros k ?.
    sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_7 i).
Qed.

Lemma jvp_L_x_needs_1 :
  (forall k, (k < K)%nat -> 1 + exp (- x k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma jvp_L_x_needs_2 :
  (forall k, (k < K)%nat -> 0 < sigma k).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma jvp_L_x_needs_3 :
  (forall k, (k < K)%nat -> 0 < 1 - sigma k).
Proof.
  intros k ?.
  apply (lt_eq _ (1 / (1 + exp (x k))) _).
  { sgn. }
  symmetry.
  rule (shared_1 k).
Qed.

Theorem jvp_L_x :
  is_pd (at0 0) (fun t' => L_of K t (sigma_of (line1 x x_dot t')))
  (rsum K (fun i => (sigma i - t i) / INR K * x_dot i)).
Proof.
  pose proof jvp_L_x_needs_1.
  pose proof jvp_L_x_needs_2.
  pose proof jvp_L_x_needs_3.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun i => pd (at1 x i) (fun x' => L_of K t (sigma_of x')) * x_dot i)) _).
  { apply (eq_eq _ (rsum K (fun i => pd (at1 x i) (fun x' => L_of K t (sigma_of x')) * x_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) K x (fun x' => L_of K t (sigma_of x')) (fun t' => (line1 x x_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_x_outright : option (
  is_pd (at0 0) (fun t' => L_of K t (sigma_of (line1 x x_dot t')))
  (rsum K (fun i => (sigma i - t i) / INR K * x_dot i))).
Proof.
  attempt "jvp_L_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Opp (Formula.Div (Formula.Sum K (fun k => (Formula.Add (Formula.Mul (Formula.C (t k)) (Formula.Ln (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (k)))))))) (Formula.Mul (Formula.C (1 - t k)) (Formula.Ln (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (k)))))))))))) (Formula.C (INR K))))).
Defined.
End jvp_L_x.

(** * Derivative of L by t *)

Section derivative_L_t.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* definition of ℒ *)
Lemma derivative_L_t_1_unfold :
  pd (at1 t i) (fun t' => L_of K t' sigma)
  = pd (at1 t i) (fun t' => - (rsum K (fun k => t' k * ln (sigma k) + (1 - t' k) * ln (1 - sigma k)) / INR K)).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front; differentiate under the sum; ∂t_k/∂t_i = δ_ki *)
Lemma derivative_L_t_2_diff_scale :
  pd (at1 t i) (fun t' => - (rsum K (fun k => t' k * ln (sigma k) + (1 - t' k) * ln (1 - sigma k)) / INR K))
  = - (rsum K (fun k => ln (sigma k) * delta k i - ln (1 - sigma k) * delta k i) / INR K).
Proof.
  rule (shared_8 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_t_3_sum_delta :
  - (rsum K (fun k => ln (sigma k) * delta k i - ln (1 - sigma k) * delta k i) / INR K)
  = - ((ln (sigma i) - ln (1 - sigma i)) / INR K).
Proof.
  rule (shared_9 i).
Qed.

(* rearrange *)
Lemma derivative_L_t_4_ring :
  - ((ln (sigma i) - ln (1 - sigma i)) / INR K)
  = (ln (1 - sigma i) - ln (sigma i)) / INR K.
Proof.
  rule (shared_10 i).
Qed.

Theorem derivative_L_t :
  is_pd (at1 t i) (fun t' => L_of K t' sigma)
  ((ln (1 - sigma i) - ln (sigma i)) / INR K).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_t_1_unfold (eq_eq _ _ _ derivative_L_t_2_diff_scale (eq_eq _ _ _ derivative_L_t_3_sum_delta derivative_L_t_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_t_outright : option (
  is_pd (at1 t i) (fun t' => L_of K t' sigma)
  ((ln (1 - sigma i) - ln (sigma i)) / INR K)).
Proof.
  attempt "derivative_L_t" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Div (Formula.Sum K (fun k => (Formula.Add (Formula.Mul (Formula.V (k)) (Formula.C (ln (sigma k)))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V (k))) (Formula.C (ln (1 - sigma k))))))) (Formula.C (INR K))))).
Defined.
End derivative_L_t.

(** * VJP of L for t *)

Section vjp_L_t.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂ℒ/∂t_i *)
Lemma vjp_L_t_1_lemma :
  L_bar * pd (at1 t i) (fun t' => L_of K t' sigma)
  = L_bar * ((ln (1 - sigma i) - ln (sigma i)) / INR K).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_11 i).
Qed.

(* rearrange *)
Lemma vjp_L_t_2_ring :
  L_bar * ((ln (1 - sigma i) - ln (sigma i)) / INR K)
  = L_bar * (ln (1 - sigma i) - ln (sigma i)) / INR K.
Proof.
  apply (eq_eq _ (ln (1 - sigma i) * L_bar / INR K - ln (sigma i) * L_bar / INR K) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem vjp_L_t :
  is_pd (at1 t i) (fun t' => L_bar * L_of K t' sigma)
  (L_bar * (ln (1 - sigma i) - ln (sigma i)) / INR K).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 t i) (fun t' => L_of K t' sigma)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_t_1_lemma vjp_L_t_2_ring).
Qed.

(* the same by the differentiator, by what it found for derivative_L_t or else anew *)
Definition vjp_L_t_outright : option (
  is_pd (at1 t i) (fun t' => L_bar * L_of K t' sigma)
  (L_bar * (ln (1 - sigma i) - ln (sigma i)) / INR K)).
Proof.
  attempt "vjp_L_t" times (derivative_L_t_outright i) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Div (Formula.Sum K (fun k => (Formula.Add (Formula.Mul (Formula.V (k)) (Formula.C (ln (sigma k)))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V (k))) (Formula.C (ln (1 - sigma k))))))) (Formula.C (INR K)))))).
Defined.
End vjp_L_t.

(** * JVP of L for t *)

Section jvp_L_t.

(* put in ∂ℒ/∂t_i *)
Lemma jvp_L_t_1_lemma :
  rsum K (fun i => pd (at1 t i) (fun t' => L_of K t' sigma) * t_dot i)
  = rsum K (fun i => (ln (1 - sigma i) - ln (sigma i)) / INR K * t_dot i).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_11 i).
Qed.

(* factor *)
Lemma jvp_L_t_2_ring :
  rsum K (fun i => (ln (1 - sigma i) - ln (sigma i)) / INR K * t_dot i)
  = rsum K (fun i => t_dot i * (ln (1 - sigma i) - ln (sigma i))) / INR K.
Proof.
  apply (eq_eq _ (rsum K (fun i => ln (1 - sigma i) * t_dot i / INR K - ln (sigma i) * t_dot i / INR K)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => ln (1 - sigma k) * t_dot k / INR K - ln (sigma k) * t_dot k / INR K)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => ln (1 - sigma k) * t_dot k / INR K) + rsum K (fun k => - (ln (sigma k) * t_dot k / INR K))) _).
  { rule (sum_add K (fun i => ln (1 - sigma i) * t_dot i / INR K) (fun i => - (ln (sigma i) * t_dot i / INR K)) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => ln (1 - sigma i) * t_dot i / INR K) + rsum K (fun i => - (ln (sigma i) * t_dot i / INR K))) _); [ same | ].
  apply (eq_eq _ (1 / INR K * rsum K (fun i => ln (1 - sigma i) * t_dot i) - 1 / INR K * rsum K (fun i => ln (sigma i) * t_dot i)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun i => 1 / INR K * ln (1 - sigma i) * t_dot i)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => 1 / INR K * ln (1 - sigma k) * t_dot k)) _); [ same | ].
      apply (eq_eq _ (1 / INR K * rsum K (fun k => ln (1 - sigma k) * t_dot k)) _); [ | same ].
      rule_same (sum_factor K (1 / INR K) (fun i => ln (1 - sigma i) * t_dot i) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun i => - (1 / INR K * ln (sigma i) * t_dot i))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => - (1 / INR K * ln (sigma k) * t_dot k))) _); [ same | ].
    apply (eq_eq _ (- rsum K (fun k => 1 / INR K * ln (sigma k) * t_dot k)) _).
    { rule (sum_neg K (fun i => 1 / INR K * ln (sigma i) * t_dot i) (fun i => true)). }
    apply (eq_eq _ (- rsum K (fun i => 1 / INR K * ln (sigma i) * t_dot i)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => 1 / INR K * ln (sigma k) * t_dot k)) _); [ same | ].
    apply (eq_eq _ (1 / INR K * rsum K (fun k => ln (sigma k) * t_dot k)) _); [ | same ].
    rule_same (sum_factor K (1 / INR K) (fun i => ln (sigma i) * t_dot i) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => ln (1 - sigma i) * t_dot i) / INR K - rsum K (fun i => ln (sigma i) * t_dot i) / INR K) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((rsum K (fun i => ln (1 - sigma i) * t_dot i) + (-1) * rsum K (fun i => ln (sigma i) * t_dot i)) / INR K) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun i => ln (1 - sigma i) * t_dot i - ln (sigma i) * t_dot i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun k => ln (1 - sigma k) * t_dot k - ln (sigma k) * t_dot k)) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => ln (1 - sigma k) * t_dot k) + rsum K (fun k => - (ln (sigma k) * t_dot k))) _).
    { rule (sum_add K (fun i => ln (1 - sigma i) * t_dot i) (fun i => - (ln (sigma i) * t_dot i)) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun i => ln (1 - sigma i) * t_dot i) + rsum K (fun i => - (ln (sigma i) * t_dot i))) _); [ same | ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum K (fun i => (-1) * ln (sigma i) * t_dot i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun k => (-1) * ln (sigma k) * t_dot k)) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum K (fun k => ln (sigma k) * t_dot k)) _); [ | same ].
    rule_same (sum_factor K (-1) (fun i => ln (sigma i) * t_dot i) (fun i => true)). }
  fractions.
Qed.

Theorem jvp_L_t :
  is_pd (at0 0) (fun t' => L_of K (line1 t t_dot t') sigma)
  (rsum K (fun i => t_dot i * (ln (1 - sigma i) - ln (sigma i))) / INR K).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun i => pd (at1 t i) (fun t' => L_of K t' sigma) * t_dot i)) _).
  { apply (eq_eq _ (rsum K (fun i => pd (at1 t i) (fun t'' => L_of K t'' sigma) * t_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) K t (fun t'' => L_of K t'' sigma) (fun t' => (line1 t t_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_t_1_lemma jvp_L_t_2_ring).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_t_outright : option (
  is_pd (at0 0) (fun t' => L_of K (line1 t t_dot t') sigma)
  (rsum K (fun i => t_dot i * (ln (1 - sigma i) - ln (sigma i))) / INR K)).
Proof.
  attempt "jvp_L_t" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 t) (Formula.flat1 t_dot) (Formula.Opp (Formula.Div (Formula.Sum K (fun k => (Formula.Add (Formula.Mul (Formula.V (k)) (Formula.C (ln (sigma k)))) (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V (k))) (Formula.C (ln (1 - sigma k))))))) (Formula.C (INR K))))).
Defined.
End jvp_L_t.
End multilabel_soft_margin_theory.
