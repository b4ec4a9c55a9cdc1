(* made by derive, do not edit *)
(* Mean absolute error

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition L_of (N : nat) (y : nat -> R) (t : nat -> R) : R :=
  rsum N (fun i => Rabs (y i - t i)) / INR N.
#[local] Hint Unfold L_of : definitions.

Section l1_loss_theory.
Variable (N : nat).
Variable (L_bar : R).
Variables (t y t_dot y_dot : nat -> R).
Hypothesis N_positive : (0 < N)%nat.
Local Notation L := (L_of N y t).

(** * What several lines rest on *)

Lemma shared_1 :
  forall j : nat,
  (j < N)%nat ->
  ((forall i, (i < N)%nat -> y i - t i <> 0)) ->
  pd (at1 y j) (fun y' => rsum N (fun i => Rabs (y' i - t i)) / INR N) = pd (at1 y j) (fun y' => rsum N (fun i => Rabs (y' i - t i))) / INR N.
Proof.
  intros j ? ?.
  apply (eq_eq _ (pd (at1 y j) (fun y' => 1 / INR N * rsum N (fun i => Rabs (y' i - t i)))) _).
  { apply pd_ext.
    intros y'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 y j) (fun y' => 1 / INR N * rsum N (fun i => Rabs (y' i - t i)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 y j) (fun y' => rsum N (fun i => Rabs (y' i - t i)))) _).
  { assert (pd (at1 y j) (fun y' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 y j) (fun y' => 1 / INR N) (fun y' => rsum N (fun i => Rabs (y' i - t i)))). }
  fractions.
Qed.

Lemma shared_2 :
  forall j : nat,
  (j < N)%nat ->
  ((forall i, (i < N)%nat -> y i - t i <> 0)) ->
  pd (at1 y j) (fun y' => rsum N (fun i => Rabs (y' i - t i))) / INR N = rsum N (fun k => signum (y k - t k) * delta k j) / INR N.
Proof.
  intros j ? ?.
  apply (eq_eq _ (rsum N (fun k => signum (y k - t k) * (delta k j + 0)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 y j) (fun y' => rsum N (fun k => Rabs (y' k - t k)))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 y j) (fun y' => Rabs (y' k - t k)))) _).
    { rule (diff_sum (at1 y j) N (fun k y' => Rabs (y' k - t k)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (signum (y k - t k) * pd (at1 y j) (fun y' => y' k - t k)) _).
    { rule (diff_abs (at1 y j) (fun y' => y' k - t k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 y j) (fun y' => y' k) + pd (at1 y j) (fun y' => - t k)) _).
    { rule (diff_add (at1 y j) (fun y' => y' k) (fun y' => - t k)). }
    refine (f_equal2 Rplus _ _).
    { apply variable1. }
    apply constant. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  arith.
Qed.

Lemma shared_3 :
  forall j : nat,
  (j < N)%nat ->
  rsum N (fun k => signum (y k - t k) * delta k j) / INR N = signum (y j - t j) / INR N.
Proof.
  intros j ?.
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum N (fun k => delta k j * signum (y k - t k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta N (fun k => signum (y k - t k)) j).
Qed.

Lemma shared_4 :
  forall j : nat,
  (j < N)%nat ->
  ((forall i, (i < N)%nat -> t i <> y i)) ->
  pd (at1 y j) (fun y' => L_of N y' t) = signum (y j - t j) / INR N.
Proof.
  intros j ? ?.
  assert ((forall i, (i < N)%nat -> y i - t i <> 0)).
  { intros i ?.
    assert (t i <> y i).
    { hyp. }
    sgn. }
  apply (eq_eq _ (pd (at1 y j) (fun y' => rsum N (fun i => Rabs (y' i - t i)) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 y j) (fun y' => rsum N (fun i => Rabs (y' i - t i))) / INR N) _).
  { rule (shared_1 j). }
  apply (eq_eq _ (rsum N (fun k => signum (y k - t k) * delta k j) / INR N) _).
  { rule (shared_2 j). }
  rule (shared_3 j).
Qed.

Lemma shared_5 :
  forall j : nat,
  (j < N)%nat ->
  L_bar * signum (y j - t j) / INR N = L_bar * signum (- t j + y j) / INR N.
Proof.
  intros j ?.
  refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl (f_equal signum _)) eq_refl).
  arith.
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < N)%nat ->
  ((forall i, (i < N)%nat -> y i - t i <> 0)) ->
  pd (at1 t j) (fun t' => rsum N (fun i => Rabs (y i - t' i)) / INR N) = pd (at1 t j) (fun t' => rsum N (fun i => Rabs (y i - t' i))) / INR N.
Proof.
  intros j ? ?.
  apply (eq_eq _ (pd (at1 t j) (fun t' => 1 / INR N * rsum N (fun i => Rabs (y i - t' i)))) _).
  { apply pd_ext.
    intros t'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 t j) (fun t' => 1 / INR N * rsum N (fun i => Rabs (y i - t' i)))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 t j) (fun t' => rsum N (fun i => Rabs (y i - t' i)))) _).
  { assert (pd (at1 t j) (fun t' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 t j) (fun t' => 1 / INR N) (fun t' => rsum N (fun i => Rabs (y i - t' i)))). }
  fractions.
Qed.

Lemma shared_7 :
  forall j : nat,
  (j < N)%nat ->
  ((forall i, (i < N)%nat -> y i - t i <> 0)) ->
  pd (at1 t j) (fun t' => rsum N (fun i => Rabs (y i - t' i))) / INR N = rsum N (fun k => - (signum (y k - t k) * delta k j)) / INR N.
Proof.
  intros j ? ?.
  apply (eq_eq _ (rsum N (fun k => signum (y k - t k) * (0 - delta k j)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 t j) (fun t' => rsum N (fun k => Rabs (y k - t' k)))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 t j) (fun t' => Rabs (y k - t' k)))) _).
    { rule (diff_sum (at1 t j) N (fun k t' => Rabs (y k - t' k)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (signum (y k - t k) * pd (at1 t j) (fun t' => y k - t' k)) _).
    { rule (diff_abs (at1 t j) (fun t' => y k - t' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 t j) (fun t' => y k) + pd (at1 t j) (fun t' => - t' k)) _).
    { rule (diff_add (at1 t j) (fun t' => y k) (fun t' => - t' k)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (- pd (at1 t j) (fun t' => t' k)) _).
    { rule (diff_neg (at1 t j) (fun t' => t' k)). }
    refine (f_equal Ropp _).
    apply variable1. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (signum (y k - t k) * (- delta k j)) _).
  { refine (f_equal2 Rmult eq_refl _).
    arith. }
  arith.
Qed.

Lemma shared_8 :
  forall j : nat,
  (j < N)%nat ->
  rsum N (fun k => - (signum (y k - t k) * delta k j)) / INR N = - (signum (y j - t j) / INR N).
Proof.
  intros j ?.
  apply (eq_eq _ ((- signum (y j - t j)) / INR N) _); [ | same ].
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum N (fun k => delta k j * (- signum (y k - t k)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta N (fun k => - signum (y k - t k)) j).
Qed.

Lemma shared_9 :
  forall j : nat,
  (j < N)%nat ->
  ((forall i, (i < N)%nat -> t i <> y i)) ->
  pd (at1 t j) (fun t' => L_of N y t') = - (signum (y j - t j) / INR N).
Proof.
  intros j ? ?.
  assert ((forall i, (i < N)%nat -> y i - t i <> 0)).
  { intros i ?.
    assert (t i <> y i).
    { hyp. }
    sgn. }
  apply (eq_eq _ (pd (at1 t j) (fun t' => rsum N (fun i => Rabs (y i - t' i)) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 t j) (fun t' => rsum N (fun i => Rabs (y i - t' i))) / INR N) _).
  { rule (shared_6 j). }
  apply (eq_eq _ (rsum N (fun k => - (signum (y k - t k) * delta k j)) / INR N) _).
  { rule (shared_7 j). }
  rule (shared_8 j).
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

(** * Gradient *)

Section gradient.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall i', (i' < N)%nat -> t i' <> y i').

Lemma gradient_needs_1 :
  (forall i', (i' < N)%nat -> y i' - t i' <> 0).
Proof.
  intros i' ?.
  assert (t i' <> y i').
  { hyp. }
  sgn.
Qed.

(* definition of ℒ *)
Lemma gradient_1_unfold :
  pd (at1 y i) (fun y' => L_of N y' t)
  = pd (at1 y i) (fun y' => rsum N (fun k => Rabs (y' k - t k)) / INR N).
Proof.
  pose proof gradient_needs_1.
  apply (eq_eq _ (pd (at1 y i) (fun y' => rsum N (fun i' => Rabs (y' i' - t i')) / INR N)) _); [ | same ].
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma gradient_2_diff_scale :
  pd (at1 y i) (fun y' => rsum N (fun k => Rabs (y' k - t k)) / INR N)
  = pd (at1 y i) (fun y' => rsum N (fun k => Rabs (y' k - t k))) / INR N.
Proof.
  pose proof gradient_needs_1.
  rule_same (shared_1 i).
Qed.

(* differentiate under the sum; derivative of abs, chain rule; ∂y_k/∂y_i = δ_ki *)
Lemma gradient_3_diff_sum :
  pd (at1 y i) (fun y' => rsum N (fun k => Rabs (y' k - t k))) / INR N
  = rsum N (fun k => signum (y k - t k) * delta k i) / INR N.
Proof.
  pose proof gradient_needs_1.
  rule_same (shared_2 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma gradient_4_sum_delta :
  rsum N (fun k => signum (y k - t k) * delta k i) / INR N
  = signum (y i - t i) / INR N.
Proof.
  rule (shared_3 i).
Qed.

Theorem gradient :
  is_pd (at1 y i) (fun y' => L_of N y' t)
  (signum (y i - t i) / INR N).
Proof.
  pose proof gradient_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_scale (eq_eq _ _ _ gradient_3_diff_sum gradient_4_sum_delta))).
Qed.
End gradient.

(** * Derivative of L by y *)

Section derivative_L_y.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis given1 : (forall i, (i < N)%nat -> t i <> y i).

Lemma derivative_L_y_needs_1 :
  (forall i, (i < N)%nat -> y i - t i <> 0).
Proof.
  intros i ?.
  assert (t i <> y i).
  { hyp. }
  sgn.
Qed.

(* definition of ℒ *)
Lemma derivative_L_y_1_unfold :
  pd (at1 y j) (fun y' => L_of N y' t)
  = pd (at1 y j) (fun y' => rsum N (fun i => Rabs (y' i - t i)) / INR N).
Proof.
  pose proof derivative_L_y_needs_1.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_y_2_diff_scale :
  pd (at1 y j) (fun y' => rsum N (fun i => Rabs (y' i - t i)) / INR N)
  = pd (at1 y j) (fun y' => rsum N (fun i => Rabs (y' i - t i))) / INR N.
Proof.
  pose proof derivative_L_y_needs_1.
  rule (shared_1 j).
Qed.

(* differentiate under the sum; derivative of abs, chain rule; ∂y_k/∂y_j = δ_kj *)
Lemma derivative_L_y_3_diff_sum :
  pd (at1 y j) (fun y' => rsum N (fun i => Rabs (y' i - t i))) / INR N
  = rsum N (fun k => signum (y k - t k) * delta k j) / INR N.
Proof.
  pose proof derivative_L_y_needs_1.
  rule (shared_2 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_y_4_sum_delta :
  rsum N (fun k => signum (y k - t k) * delta k j) / INR N
  = signum (y j - t j) / INR N.
Proof.
  rule (shared_3 j).
Qed.

Theorem derivative_L_y :
  is_pd (at1 y j) (fun y' => L_of N y' t)
  (signum (y j - t j) / INR N).
Proof.
  pose proof derivative_L_y_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_y_1_unfold (eq_eq _ _ _ derivative_L_y_2_diff_scale (eq_eq _ _ _ derivative_L_y_3_diff_sum derivative_L_y_4_sum_delta))).
Qed.
End derivative_L_y.

(** * VJP of L for y *)

Section vjp_L_y.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis given1 : (forall i, (i < N)%nat -> t i <> y i).

Lemma vjp_L_y_needs_1 :
  (forall i, (i < N)%nat -> y i - t i <> 0).
Proof.
  intros i ?.
  assert (t i <> y i).
  { hyp. }
  sgn.
Qed.

(* put in ∂ℒ/∂y_j *)
Lemma vjp_L_y_1_lemma :
  L_bar * pd (at1 y j) (fun y' => L_of N y' t)
  = L_bar * (signum (y j - t j) / INR N).
Proof.
  pose proof vjp_L_y_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_4 j).
Qed.

(* rearrange *)
Lemma vjp_L_y_2_ring :
  L_bar * (signum (y j - t j) / INR N)
  = L_bar * signum (y j - t j) / INR N.
Proof.
  apply (eq_eq _ (L_bar * (signum (- t j + y j) / INR N)) _).
  { refine (f_equal2 Rmult eq_refl (f_equal2 Rdiv (f_equal signum _) eq_refl)).
    arith. }
  apply (eq_eq _ (signum (- t j + y j) * L_bar / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (L_bar * signum (- t j + y j) / INR N) _).
  { rule (shared_5 j). }
  fractions.
Qed.

Theorem vjp_L_y :
  is_pd (at1 y j) (fun y' => L_bar * L_of N y' t)
  (L_bar * signum (y j - t j) / INR N).
Proof.
  pose proof vjp_L_y_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 y j) (fun y' => L_of N y' t)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_y_1_lemma vjp_L_y_2_ring).
Qed.
End vjp_L_y.

(** * JVP of L for y *)

Section jvp_L_y.
Hypothesis given1 : (forall i, (i < N)%nat -> t i <> y i).

Lemma jvp_L_y_needs_1 :
  (forall i, (i < N)%nat -> y i - t i <> 0).
Proof.
  intros i ?.
  assert (t i <> y i).
  { hyp. }
  sgn.
Qed.

(* put in ∂ℒ/∂y_j *)
Lemma jvp_L_y_1_lemma :
  rsum N (fun j => pd (at1 y j) (fun y' => L_of N y' t) * y_dot j)
  = rsum N (fun j => signum (y j - t j) / INR N * y_dot j).
Proof.
  pose proof jvp_L_y_needs_1.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_4 j).
Qed.

Theorem jvp_L_y :
  is_pd (at0 0) (fun t' => L_of N (line1 y y_dot t') t)
  (rsum N (fun j => signum (y j - t j) / INR N * y_dot j)).
Proof.
  pose proof jvp_L_y_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun j => pd (at1 y j) (fun y' => L_of N y' t) * y_dot j)) _).
  { apply (eq_eq _ (rsum N (fun j => pd (at1 y j) (fun y' => L_of N y' t) * y_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) N y (fun y' => L_of N y' t) (fun t' => (line1 y y_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_y_1_lemma.
Qed.
End jvp_L_y.

(** * Derivative of L by t *)

Section derivative_L_t.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis given1 : (forall i, (i < N)%nat -> t i <> y i).

Lemma derivative_L_t_needs_1 :
  (forall i, (i < N)%nat -> y i - t i <> 0).
Proof.
  intros i ?.
  assert (t i <> y i).
  { hyp. }
  sgn.
Qed.

(* definition of ℒ *)
Lemma derivative_L_t_1_unfold :
  pd (at1 t j) (fun t' => L_of N y t')
  = pd (at1 t j) (fun t' => rsum N (fun i => Rabs (y i - t' i)) / INR N).
Proof.
  pose proof derivative_L_t_needs_1.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_t_2_diff_scale :
  pd (at1 t j) (fun t' => rsum N (fun i => Rabs (y i - t' i)) / INR N)
  = pd (at1 t j) (fun t' => rsum N (fun i => Rabs (y i - t' i))) / INR N.
Proof.
  pose proof derivative_L_t_needs_1.
  rule (shared_6 j).
Qed.

(* differentiate under the sum; derivative of abs, chain rule; ∂t_k/∂t_j = δ_kj *)
Lemma derivative_L_t_3_diff_sum :
  pd (at1 t j) (fun t' => rsum N (fun i => Rabs (y i - t' i))) / INR N
  = rsum N (fun k => - (signum (y k - t k) * delta k j)) / INR N.
Proof.
  pose proof derivative_L_t_needs_1.
  rule (shared_7 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_t_4_sum_delta :
  rsum N (fun k => - (signum (y k - t k) * delta k j)) / INR N
  = - (signum (y j - t j) / INR N).
Proof.
  rule (shared_8 j).
Qed.

Theorem derivative_L_t :
  is_pd (at1 t j) (fun t' => L_of N y t')
  (- (signum (y j - t j) / INR N)).
Proof.
  pose proof derivative_L_t_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_t_1_unfold (eq_eq _ _ _ derivative_L_t_2_diff_scale (eq_eq _ _ _ derivative_L_t_3_diff_sum derivative_L_t_4_sum_delta))).
Qed.
End derivative_L_t.

(** * VJP of L for t *)

Section vjp_L_t.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis given1 : (forall i, (i < N)%nat -> t i <> y i).

Lemma vjp_L_t_needs_1 :
  (forall i, (i < N)%nat -> y i - t i <> 0).
Proof.
  intros i ?.
  assert (t i <> y i).
  { hyp. }
  sgn.
Qed.

(* put in ∂ℒ/∂t_j *)
Lemma vjp_L_t_1_lemma :
  L_bar * pd (at1 t j) (fun t' => L_of N y t')
  = L_bar * (- (signum (y j - t j) / INR N)).
Proof.
  pose proof vjp_L_t_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_9 j).
Qed.

(* rearrange *)
Lemma vjp_L_t_2_ring :
  L_bar * (- (signum (y j - t j) / INR N))
  = - (L_bar * signum (y j - t j) / INR N).
Proof.
  apply (eq_eq _ (L_bar * (- (signum (- t j + y j) / INR N))) _).
  { refine (f_equal2 Rmult eq_refl (f_equal Ropp (f_equal2 Rdiv (f_equal signum _) eq_refl))).
    arith. }
  apply (eq_eq _ (- (signum (- t j + y j) * L_bar / INR N)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (- (L_bar * signum (- t j + y j) / INR N)) _).
  { refine (f_equal Ropp _).
    rule (shared_5 j). }
  fractions.
Qed.

Theorem vjp_L_t :
  is_pd (at1 t j) (fun t' => L_bar * L_of N y t')
  (- (L_bar * signum (y j - t j) / INR N)).
Proof.
  pose proof vjp_L_t_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 t j) (fun t' => L_of N y t')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_t_1_lemma vjp_L_t_2_ring).
Qed.
End vjp_L_t.

(** * JVP of L for t *)

Section jvp_L_t.
Hypothesis given1 : (forall i, (i < N)%nat -> t i <> y i).

Lemma jvp_L_t_needs_1 :
  (forall i, (i < N)%nat -> y i - t i <> 0).
Proof.
  intros i ?.
  assert (t i <> y i).
  { hyp. }
  sgn.
Qed.

(* put in ∂ℒ/∂t_j *)
Lemma jvp_L_t_1_lemma :
  rsum N (fun j => pd (at1 t j) (fun t' => L_of N y t') * t_dot j)
  = rsum N (fun j => - (signum (y j - t j) / INR N * t_dot j)).
Proof.
  pose proof jvp_L_t_needs_1.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((- (signum (y j - t j) / INR N)) * t_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_9 j).
Qed.

Theorem jvp_L_t :
  is_pd (at0 0) (fun t' => L_of N y (line1 t t_dot t'))
  (rsum N (fun j => - (signum (y j - t j) / INR N * t_dot j))).
Proof.
  pose proof jvp_L_t_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun j => pd (at1 t j) (fun t' => L_of N y t') * t_dot j)) _).
  { apply (eq_eq _ (rsum N (fun j => pd (at1 t j) (fun t'' => L_of N y t'') * t_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) N t (fun t'' => L_of N y t'') (fun t' => (line1 t t_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_t_1_lemma.
Qed.
End jvp_L_t.
End l1_loss_theory.

(* the hypotheses of gradient can be met *)
Lemma gradient_possible :
  exists (N : nat) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i', (i' < N)%nat -> t i' <> y i')).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 3 - INR i0).
  witness.
Qed.

(* the hypotheses of derivative_L_y can be met *)
Lemma derivative_L_y_possible :
  exists (N : nat) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> t i <> y i)).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 3 - INR i0).
  witness.
Qed.

(* the hypotheses of vjp_L_y can be met *)
Lemma vjp_L_y_possible :
  exists (N : nat) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> t i <> y i)).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 3 - INR i0).
  witness.
Qed.

(* the hypotheses of jvp_L_y can be met *)
Lemma jvp_L_y_possible :
  exists (N : nat) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> t i <> y i)).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 3 - INR i0).
  witness.
Qed.

(* the hypotheses of derivative_L_t can be met *)
Lemma derivative_L_t_possible :
  exists (N : nat) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> t i <> y i)).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 3 - INR i0).
  witness.
Qed.

(* the hypotheses of vjp_L_t can be met *)
Lemma vjp_L_t_possible :
  exists (N : nat) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> t i <> y i)).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 3 - INR i0).
  witness.
Qed.

(* the hypotheses of jvp_L_t can be met *)
Lemma jvp_L_t_possible :
  exists (N : nat) (t : nat -> R) (y : nat -> R),
  (2 <= N)%nat /\ ((forall i, (i < N)%nat -> t i <> y i)).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 3 - INR i0).
  witness.
Qed.
