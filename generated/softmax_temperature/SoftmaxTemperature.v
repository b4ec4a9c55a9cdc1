(* made by derive, do not edit *)
(* Softmax with a temperature

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (K : nat) (a : nat -> R) (T : R) (i : nat) : R :=
  exp (a i / T) / rsum K (fun k => exp (a k / T)).
#[local] Hint Unfold y_of : definitions.

Section softmax_temperature_theory.
Variable (K : nat).
Variables (T T_dot : R).
Variables (a y_bar a_dot : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation y := (y_of K a T).

(** * What several lines rest on *)

Lemma shared_1 :
  forall k j : nat,
  (k < K)%nat ->
  (j < K)%nat ->
  pd (at1 a j) (fun a' => exp (a' k / T)) = exp (a k / T) * (delta k j / T).
Proof.
  intros k j ? ?.
  apply (eq_eq _ (exp (a k / T) * pd (at1 a j) (fun a' => a' k / T)) _).
  { rule (diff_exp (at1 a j) (fun a' => a' k / T)). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 a j) (fun a' => 1 / T * a' k)) _).
  { apply pd_ext.
    intros a'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 a j) (fun a' => 1 / T * a' k)) _).
  { reflexivity. }
  apply (eq_eq _ (1 / T * pd (at1 a j) (fun a' => a' k)) _).
  { assert (pd (at1 a j) (fun a' => 1 / T) = 0).
    { apply constant. }
    rule (diff_scale (at1 a j) (fun a' => 1 / T) (fun a' => a' k)). }
  apply (eq_eq _ (pd (at1 a j) (fun a' => a' k) / T) _).
  { fractions. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply variable1.
Qed.

Lemma shared_2 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (pd (at1 a j) (fun a' => exp (a' i / T)) * rsum K (fun k => exp (a k / T)) - exp (a i / T) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k / T)))) / rsum K (fun k => exp (a k / T)) ^ 2 = (exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * rsum K (fun k => exp (a k / T) * delta k j / T)) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  intros i j ? ?.
  apply (eq_eq _ ((exp (a i / T) * (delta i j / T) * rsum K (fun k => exp (a k / T)) - exp (a i / T) * rsum K (fun k => exp (a k / T) * (delta k j / T))) / rsum K (fun k => exp (a k / T)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    { apply (eq_eq _ ((exp (a i / T) * (delta i j / T)) * rsum K (fun k => exp (a k / T))) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      rule (shared_1 i j). }
    apply (eq_eq _ (rsum K (fun k => pd (at1 a j) (fun a' => exp (a' k / T)))) _).
    { rule (diff_sum (at1 a j) K (fun l a' => exp (a' l / T)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    rule (shared_1 k j). }
  refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
  { fractions. }
  apply rsum_ext; intros k ?; cbv beta.
  fractions.
Qed.

Lemma shared_3 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * rsum K (fun k => exp (a k / T) * delta k j / T)) / rsum K (fun k => exp (a k / T)) ^ 2 = (exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * exp (a j / T) / T) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  intros i j ? ?.
  apply (eq_eq _ ((exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * (exp (a j / T) / T)) / rsum K (fun k => exp (a k / T)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    apply (eq_eq _ (rsum K (fun k => delta k j * (exp (a k / T) / T))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_delta K (fun k => exp (a k / T) / T) j). }
  refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl).
  fractions.
Qed.

Lemma shared_4 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  (exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * exp (a j / T) / T) / rsum K (fun k => exp (a k / T)) ^ 2 = exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / (T * rsum K (fun k => exp (a k / T)) ^ 2) - exp (a i / T) * exp (a j / T) / (T * rsum K (fun k => exp (a k / T)) ^ 2).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / (T * rsum K (fun k => exp (a k / T)) ^ 2) - exp (a i / T) * exp (a j / T) / T / rsum K (fun k => exp (a k / T)) ^ 2) _).
  { fractions. }
  refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
  fractions.
Qed.

Lemma shared_5 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / (T * rsum K (fun k => exp (a k / T)) ^ 2) - exp (a i / T) * exp (a j / T) / (T * rsum K (fun k => exp (a k / T)) ^ 2) = y i * delta i j / T - y i * y j / T.
Proof.
  intros i j ? ?.
  assert (rsum K (fun k => exp (a k / T)) <> 0).
  { sgn. }
  apply (eq_eq _ (delta i j * exp (a i / T) / (rsum K (fun k => exp (a k / T)) * T) - exp (a i / T) * exp (a j / T) / (rsum K (fun k => exp (a k / T)) ^ 2 * T)) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (exp (a i / T) / rsum K (fun k => exp (a k / T)) * delta i j / T - exp (a i / T) / rsum K (fun k => exp (a k / T)) * (exp (a j / T) / rsum K (fun k => exp (a k / T))) / T) _).
  { reflexivity. }
  fractions.
Qed.

Lemma shared_6 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  y i * delta i j / T - y i * y j / T = y i * (delta i j - y j) / T.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (delta i j * y i / T - y i * y j / T) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_7 :
  forall k : nat,
  (k < K)%nat ->
  (T <> 0) ->
  pd (at0 T) (fun T' => exp (a k / T')) = exp (a k / T) * (- (a k / T ^ 2 * 1)).
Proof.
  intros k ? ?.
  apply (eq_eq _ (exp (a k / T) * pd (at0 T) (fun T' => a k / T')) _).
  { rule (diff_exp (at0 T) (fun T' => a k / T')). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (- (a k / T ^ 2 * pd (at0 T) (fun T' => T'))) _).
  { assert (pd (at0 T) (fun T' => a k) = 0).
    { apply constant. }
    rule (diff_inverse (at0 T) (fun T' => a k) (fun T' => T')). }
  refine (f_equal Ropp (f_equal2 Rmult eq_refl _)).
  apply variable0.
Qed.

Lemma shared_8 :
  forall i : nat,
  (i < K)%nat ->
  (0 < T) ->
  (pd (at0 T) (fun T' => exp (a i / T')) * rsum K (fun k => exp (a k / T)) - exp (a i / T) * pd (at0 T) (fun T' => rsum K (fun k => exp (a k / T')))) / rsum K (fun k => exp (a k / T)) ^ 2 = (- (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / T ^ 2) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2))) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  intros i ? ?.
  assert (T <> 0).
  { sgn. }
  apply (eq_eq _ ((exp (a i / T) * (- (a i / T ^ 2 * 1)) * rsum K (fun k => exp (a k / T)) - exp (a i / T) * rsum K (fun k => exp (a k / T) * (- (a k / T ^ 2 * 1)))) / rsum K (fun k => exp (a k / T)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    { apply (eq_eq _ ((exp (a i / T) * (- (a i / T ^ 2 * 1))) * rsum K (fun k => exp (a k / T))) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      rule (shared_7 i). }
    apply (eq_eq _ (rsum K (fun k => pd (at0 T) (fun T' => exp (a k / T')))) _).
    { rule (diff_sum (at0 T) K (fun l T' => exp (a l / T')) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    rule (shared_7 k). }
  refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
  { apply (eq_eq _ (exp (a i / T) * (- (a i / T ^ 2)) * rsum K (fun k => exp (a k / T))) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl (f_equal Ropp _)) eq_refl).
      fractions. }
    fractions. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (exp (a k / T) * (- (a k / T ^ 2))) _).
  { refine (f_equal2 Rmult eq_refl (f_equal Ropp _)).
    fractions. }
  fractions.
Qed.

Lemma shared_9 :
  forall i : nat,
  (i < K)%nat ->
  (- (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / T ^ 2) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2))) / rsum K (fun k => exp (a k / T)) ^ 2 = - (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2)) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  intros i ?.
  apply (eq_eq _ (- (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / T ^ 2 / rsum K (fun k => exp (a k / T)) ^ 2) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2)) / rsum K (fun k => exp (a k / T)) ^ 2) _).
  { fractions. }
  refine (f_equal2 Rplus (f_equal Ropp _) eq_refl).
  fractions.
Qed.

Lemma shared_10 :
  forall i : nat,
  (i < K)%nat ->
  - (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2)) / rsum K (fun k => exp (a k / T)) ^ 2 = - (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) + exp (a i / T) * rsum K (fun k => exp (a k / T) * a k) / T ^ 2 / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  intros i ?.
  apply (eq_eq _ (- (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) - exp (a i / T) * (- (1 / T ^ 2 * rsum K (fun k => exp (a k / T) * a k))) / rsum K (fun k => exp (a k / T)) ^ 2) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl))).
    apply (eq_eq _ (rsum K (fun k => - (1 / T ^ 2 * exp (a k / T) * a k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (- rsum K (fun k => 1 / T ^ 2 * exp (a k / T) * a k)) _).
    { rule (sum_neg K (fun k => 1 / T ^ 2 * exp (a k / T) * a k) (fun k => true)). }
    refine (f_equal Ropp _).
    rule_same (sum_factor K (1 / T ^ 2) (fun k => exp (a k / T) * a k) (fun k => true)). }
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (- (- (exp (a i / T) * rsum K (fun k => exp (a k / T) * a k) / T ^ 2 / rsum K (fun k => exp (a k / T)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- (exp (a i / T) * rsum K (fun k => exp (a k / T) * a k) / T ^ 2)) / rsum K (fun k => exp (a k / T)) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (exp (a i / T) * (- (rsum K (fun k => exp (a k / T) * a k) / T ^ 2))) _).
    { refine (f_equal2 Rmult eq_refl (f_equal Ropp _)).
      fractions. }
    fractions. }
  fractions.
Qed.

Lemma shared_11 :
  forall i : nat,
  (i < K)%nat ->
  - (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) + exp (a i / T) * rsum K (fun k => exp (a k / T) * a k) / T ^ 2 / rsum K (fun k => exp (a k / T)) ^ 2 = y i * rsum K (fun k => a k * y k) / T ^ 2 - a i * y i / T ^ 2.
Proof.
  intros i ?.
  assert (rsum K (fun k => exp (a k / T)) <> 0).
  { sgn. }
  apply (eq_eq _ (exp (a i / T) * rsum K (fun k => exp (a k / T) * a k) / (rsum K (fun k => exp (a k / T)) ^ 2 * T ^ 2) - exp (a i / T) * a i / (rsum K (fun k => exp (a k / T)) * T ^ 2)) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (exp (a i / T) / rsum K (fun k => exp (a k / T)) * (1 / rsum K (fun l => exp (a l / T))) * rsum K (fun k => exp (a k / T) * a k) / T ^ 2 - a i * (exp (a i / T) / rsum K (fun k => exp (a k / T))) / T ^ 2) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) eq_refl).
    apply (eq_eq _ (exp (a i / T) / rsum K (fun k => exp (a k / T)) * (1 / rsum K (fun l => exp (a l / T)) * rsum K (fun k => exp (a k / T) * a k))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum K (fun k => exp (a k / T) * a k / rsum K (fun l => exp (a l / T)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (a k * (exp (a k / T) / rsum K (fun l => exp (a l / T)))) _).
      { reflexivity. }
      fractions. }
    apply (eq_eq _ (rsum K (fun k => 1 / rsum K (fun l => exp (a l / T)) * exp (a k / T) * a k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule_same (sum_factor K (1 / rsum K (fun l => exp (a l / T))) (fun k => exp (a k / T) * a k) (fun k => true)). }
  fractions.
Qed.

Lemma shared_12 :
  forall i : nat,
  (i < K)%nat ->
  y i * rsum K (fun k => a k * y k) / T ^ 2 - a i * y i / T ^ 2 = y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2.
Proof.
  intros i ?.
  apply (eq_eq _ (rsum K (fun k => a k * y k) * y i / T ^ 2 - a i * y i / T ^ 2) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_13 :
  forall i j : nat,
  (i < K)%nat ->
  (j < K)%nat ->
  pd (at1 a j) (fun a' => y_of K a' T i) = y i * (delta i j - y j) / T.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 a j) (fun a' => exp (a' i / T) / rsum K (fun k => exp (a' k / T)))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 a j) (fun a' => exp (a' i / T)) * rsum K (fun k => exp (a k / T)) - exp (a i / T) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k / T)))) / rsum K (fun k => exp (a k / T)) ^ 2) _).
  { assert (rsum K (fun k => exp (a k / T)) <> 0).
    { sgn. }
    rule (diff_div (at1 a j) (fun a' => exp (a' i / T)) (fun a' => rsum K (fun k => exp (a' k / T)))). }
  apply (eq_eq _ ((exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * rsum K (fun k => exp (a k / T) * delta k j / T)) / rsum K (fun k => exp (a k / T)) ^ 2) _).
  { rule (shared_2 i j). }
  apply (eq_eq _ ((exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * exp (a j / T) / T) / rsum K (fun k => exp (a k / T)) ^ 2) _).
  { rule (shared_3 i j). }
  apply (eq_eq _ (exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / (T * rsum K (fun k => exp (a k / T)) ^ 2) - exp (a i / T) * exp (a j / T) / (T * rsum K (fun k => exp (a k / T)) ^ 2)) _).
  { rule (shared_4 i j). }
  apply (eq_eq _ (y i * delta i j / T - y i * y j / T) _).
  { rule (shared_5 i j). }
  rule (shared_6 i j).
Qed.

Lemma shared_14 :
  forall j : nat,
  (j < K)%nat ->
  y_bar j * y j / T - y j * rsum K (fun i => y_bar i * y i) / T = - (rsum K (fun i => y i * y_bar i) * y j / T) + y j * y_bar j / T.
Proof.
  intros j ?.
  apply (eq_eq _ (y_bar j * y j / T - y j * rsum K (fun i => y i * y_bar i) / T) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl))).
    apply rsum_ext; intros i ?; cbv beta.
    arith. }
  fractions.
Qed.

Lemma shared_15 :
  forall i : nat,
  (i < K)%nat ->
  (0 < T) ->
  pd (at0 T) (fun T' => y_of K a T' i) = y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2.
Proof.
  intros i ? ?.
  apply (eq_eq _ (pd (at0 T) (fun T' => exp (a i / T') / rsum K (fun k => exp (a k / T')))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at0 T) (fun T' => exp (a i / T')) * rsum K (fun k => exp (a k / T)) - exp (a i / T) * pd (at0 T) (fun T' => rsum K (fun k => exp (a k / T')))) / rsum K (fun k => exp (a k / T)) ^ 2) _).
  { assert (rsum K (fun k => exp (a k / T)) <> 0).
    { sgn. }
    assert (T <> 0).
    { sgn. }
    rule (diff_div (at0 T) (fun T' => exp (a i / T')) (fun T' => rsum K (fun k => exp (a k / T')))). }
  apply (eq_eq _ ((- (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / T ^ 2) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2))) / rsum K (fun k => exp (a k / T)) ^ 2) _).
  { rule (shared_8 i). }
  apply (eq_eq _ (- (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2)) / rsum K (fun k => exp (a k / T)) ^ 2) _).
  { rule (shared_9 i). }
  apply (eq_eq _ (- (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) + exp (a i / T) * rsum K (fun k => exp (a k / T) * a k) / T ^ 2 / rsum K (fun k => exp (a k / T)) ^ 2) _).
  { rule (shared_10 i). }
  apply (eq_eq _ (y i * rsum K (fun k => a k * y k) / T ^ 2 - a i * y i / T ^ 2) _).
  { rule (shared_11 i). }
  rule (shared_12 i).
Qed.

(** * sums-to-one *)

Section sums_to_one.

(* definition of y_i *)
Lemma sums_to_one_1_unfold :
  rsum K (fun i => y i)
  = rsum K (fun i => exp (a i / T) / rsum K (fun k => exp (a k / T))).
Proof.
  reflexivity.
Qed.

(* a constant factor goes in front of the sum *)
Lemma sums_to_one_2_sum_factor :
  rsum K (fun i => exp (a i / T) / rsum K (fun k => exp (a k / T)))
  = rsum K (fun i => exp (a i / T)) / rsum K (fun k => exp (a k / T)).
Proof.
  apply (eq_eq _ (rsum K (fun i => 1 / rsum K (fun k => exp (a k / T)) * exp (a i / T))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => 1 / rsum K (fun k' => exp (a k' / T)) * exp (a k / T))) _); [ same | ].
  apply (eq_eq _ (1 / rsum K (fun k => exp (a k / T)) * rsum K (fun k => exp (a k / T))) _).
  { rule (sum_factor K (1 / rsum K (fun k => exp (a k / T))) (fun i => exp (a i / T)) (fun i => true)). }
  apply (eq_eq _ (1 / rsum K (fun k => exp (a k / T)) * rsum K (fun i => exp (a i / T))) _); [ same | ].
  fractions.
Qed.

(* cancel Σ_i exp(a_i/T) *)
Lemma sums_to_one_3_ring :
  rsum K (fun i => exp (a i / T)) / rsum K (fun k => exp (a k / T))
  = 1.
Proof.
  assert (rsum K (fun k => exp (a k / T)) <> 0).
  { sgn. }
  apply (eq_eq _ (1) _).
  { cancel. }
  reflexivity.
Qed.

Theorem sums_to_one :
  rsum K (fun i => y i)
  = 1.
Proof.
  exact (eq_eq _ _ _ sums_to_one_1_unfold (eq_eq _ _ _ sums_to_one_2_sum_factor sums_to_one_3_ring)).
Qed.
End sums_to_one.

(** * Jacobian *)

Section jacobian.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* definition of y_i *)
Lemma jacobian_1_unfold :
  pd (at1 a j) (fun a' => y_of K a' T i)
  = pd (at1 a j) (fun a' => exp (a' i / T) / rsum K (fun k => exp (a' k / T))).
Proof.
  reflexivity.
Qed.

(* quotient rule with g = exp(a_i/T), h = Σ_k exp(a_k/T) *)
Lemma jacobian_2_diff_div :
  pd (at1 a j) (fun a' => exp (a' i / T) / rsum K (fun k => exp (a' k / T)))
  = (pd (at1 a j) (fun a' => exp (a' i / T)) * rsum K (fun k => exp (a k / T)) - exp (a i / T) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k / T)))) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  assert (rsum K (fun k => exp (a k / T)) <> 0).
  { sgn. }
  rule (diff_div (at1 a j) (fun a' => exp (a' i / T)) (fun a' => rsum K (fun k => exp (a' k / T)))).
Qed.

(* derivative of exp, chain rule; a constant factor stays in front; differentiate under the sum; ∂a_i/∂a_j = δ_ij *)
Lemma jacobian_3_diff_exp :
  (pd (at1 a j) (fun a' => exp (a' i / T)) * rsum K (fun k => exp (a k / T)) - exp (a i / T) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k / T)))) / rsum K (fun k => exp (a k / T)) ^ 2
  = (exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * rsum K (fun k => exp (a k / T) * delta k j / T)) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  rule (shared_2 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma jacobian_4_sum_delta :
  (exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * rsum K (fun k => exp (a k / T) * delta k j / T)) / rsum K (fun k => exp (a k / T)) ^ 2
  = (exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * exp (a j / T) / T) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  rule (shared_3 i j).
Qed.

(* split the fraction *)
Lemma jacobian_5_ring :
  (exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * exp (a j / T) / T) / rsum K (fun k => exp (a k / T)) ^ 2
  = exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / (T * rsum K (fun k => exp (a k / T)) ^ 2) - exp (a i / T) * exp (a j / T) / (T * rsum K (fun k => exp (a k / T)) ^ 2).
Proof.
  rule (shared_4 i j).
Qed.

(* definition of y_i *)
Lemma jacobian_6_unfold :
  exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / (T * rsum K (fun k => exp (a k / T)) ^ 2) - exp (a i / T) * exp (a j / T) / (T * rsum K (fun k => exp (a k / T)) ^ 2)
  = y i * delta i j / T - y i * y j / T.
Proof.
  rule (shared_5 i j).
Qed.

(* factor out y_i *)
Lemma jacobian_7_ring :
  y i * delta i j / T - y i * y j / T
  = y i * (delta i j - y j) / T.
Proof.
  rule (shared_6 i j).
Qed.

Lemma jacobian_needs_1 :
  rsum K (fun k => exp (a k / T)) <> 0.
Proof.
  sgn.
Qed.

Theorem jacobian :
  is_pd (at1 a j) (fun a' => y_of K a' T i)
  (y i * (delta i j - y j) / T).
Proof.
  pose proof jacobian_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ jacobian_1_unfold (eq_eq _ _ _ jacobian_2_diff_div (eq_eq _ _ _ jacobian_3_diff_exp (eq_eq _ _ _ jacobian_4_sum_delta (eq_eq _ _ _ jacobian_5_ring (eq_eq _ _ _ jacobian_6_unfold jacobian_7_ring)))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jacobian_outright : option (
  is_pd (at1 a j) (fun a' => y_of K a' T i)
  (y i * (delta i j - y j) / T)).
Proof.
  attempt "jacobian" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Exp (Formula.Div (Formula.V (i)) (Formula.C (T)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Div (Formula.V (k)) (Formula.C (T)))))))).
Defined.
End jacobian.

(** * Derivative by the temperature *)

Section temperature.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : 0 < T.

(* definition of y_i *)
Lemma temperature_1_unfold :
  pd (at0 T) (fun T' => y_of K a T' i)
  = pd (at0 T) (fun T' => exp (a i / T') / rsum K (fun k => exp (a k / T'))).
Proof.
  reflexivity.
Qed.

(* quotient rule with g = exp(a_i/T), h = Σ_k exp(a_k/T) *)
Lemma temperature_2_diff_div :
  pd (at0 T) (fun T' => exp (a i / T') / rsum K (fun k => exp (a k / T')))
  = (pd (at0 T) (fun T' => exp (a i / T')) * rsum K (fun k => exp (a k / T)) - exp (a i / T) * pd (at0 T) (fun T' => rsum K (fun k => exp (a k / T')))) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  assert (rsum K (fun k => exp (a k / T)) <> 0).
  { sgn. }
  assert (T <> 0).
  { sgn. }
  rule (diff_div (at0 T) (fun T' => exp (a i / T')) (fun T' => rsum K (fun k => exp (a k / T')))).
Qed.

(* derivative of exp, chain rule; derivative of a reciprocal; differentiate under the sum *)
Lemma temperature_3_diff_exp :
  (pd (at0 T) (fun T' => exp (a i / T')) * rsum K (fun k => exp (a k / T)) - exp (a i / T) * pd (at0 T) (fun T' => rsum K (fun k => exp (a k / T')))) / rsum K (fun k => exp (a k / T)) ^ 2
  = (- (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / T ^ 2) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2))) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  rule (shared_8 i).
Qed.

(* split the fraction *)
Lemma temperature_4_ring :
  (- (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / T ^ 2) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2))) / rsum K (fun k => exp (a k / T)) ^ 2
  = - (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2)) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  rule (shared_9 i).
Qed.

(* a constant factor goes in front of the sum *)
Lemma temperature_5_sum_factor :
  - (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2)) / rsum K (fun k => exp (a k / T)) ^ 2
  = - (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) + exp (a i / T) * rsum K (fun k => exp (a k / T) * a k) / T ^ 2 / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  rule (shared_10 i).
Qed.

(* a constant factor goes in front of the sum *)
Lemma temperature_6_sum_factor :
  - (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) + exp (a i / T) * rsum K (fun k => exp (a k / T) * a k) / T ^ 2 / rsum K (fun k => exp (a k / T)) ^ 2
  = y i * rsum K (fun k => a k * y k) / T ^ 2 - a i * y i / T ^ 2.
Proof.
  rule (shared_11 i).
Qed.

(* factor out y_i *)
Lemma temperature_7_ring :
  y i * rsum K (fun k => a k * y k) / T ^ 2 - a i * y i / T ^ 2
  = y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2.
Proof.
  rule (shared_12 i).
Qed.

(* rearrange *)
Lemma temperature_8_ring :
  y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2
  = y i * (rsum K (fun k => y k * a k) - a i) / T ^ 2.
Proof.
  apply (eq_eq _ (rsum K (fun k => a k * y k) * y i / T ^ 2 - a i * y i / T ^ 2) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl (f_equal2 Rplus _ eq_refl)) eq_refl).
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  fractions.
Qed.

Lemma temperature_needs_1 :
  T <> 0.
Proof.
  sgn.
Qed.

Lemma temperature_needs_2 :
  rsum K (fun k => exp (a k / T)) <> 0.
Proof.
  sgn.
Qed.

Theorem temperature :
  is_pd (at0 T) (fun T' => y_of K a T' i)
  (y i * (rsum K (fun k => y k * a k) - a i) / T ^ 2).
Proof.
  pose proof temperature_needs_1.
  pose proof temperature_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ temperature_1_unfold (eq_eq _ _ _ temperature_2_diff_div (eq_eq _ _ _ temperature_3_diff_exp (eq_eq _ _ _ temperature_4_ring (eq_eq _ _ _ temperature_5_sum_factor (eq_eq _ _ _ temperature_6_sum_factor (eq_eq _ _ _ temperature_7_ring temperature_8_ring))))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition temperature_outright : option (
  is_pd (at0 T) (fun T' => y_of K a T' i)
  (y i * (rsum K (fun k => y k * a k) - a i) / T ^ 2)).
Proof.
  attempt "temperature" by Formula.outright (Formula.by_number (Formula.Div (Formula.Exp (Formula.Div (Formula.C (a i)) (Formula.V tt))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Div (Formula.C (a k)) (Formula.V tt))))))).
Defined.
End temperature.

(** * Derivative of y by a *)

Section derivative_y_a.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* definition of y_i *)
Lemma derivative_y_a_1_unfold :
  pd (at1 a j) (fun a' => y_of K a' T i)
  = pd (at1 a j) (fun a' => exp (a' i / T) / rsum K (fun k => exp (a' k / T))).
Proof.
  reflexivity.
Qed.

(* quotient rule with g = exp(a_i/T), h = Σ_k exp(a_k/T) *)
Lemma derivative_y_a_2_diff_div :
  pd (at1 a j) (fun a' => exp (a' i / T) / rsum K (fun k => exp (a' k / T)))
  = (pd (at1 a j) (fun a' => exp (a' i / T)) * rsum K (fun k => exp (a k / T)) - exp (a i / T) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k / T)))) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  assert (rsum K (fun k => exp (a k / T)) <> 0).
  { sgn. }
  rule (diff_div (at1 a j) (fun a' => exp (a' i / T)) (fun a' => rsum K (fun k => exp (a' k / T)))).
Qed.

(* derivative of exp, chain rule; a constant factor stays in front; differentiate under the sum; ∂a_i/∂a_j = δ_ij *)
Lemma derivative_y_a_3_diff_exp :
  (pd (at1 a j) (fun a' => exp (a' i / T)) * rsum K (fun k => exp (a k / T)) - exp (a i / T) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k / T)))) / rsum K (fun k => exp (a k / T)) ^ 2
  = (exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * rsum K (fun k => exp (a k / T) * delta k j / T)) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  rule (shared_2 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_a_4_sum_delta :
  (exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * rsum K (fun k => exp (a k / T) * delta k j / T)) / rsum K (fun k => exp (a k / T)) ^ 2
  = (exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * exp (a j / T) / T) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  rule (shared_3 i j).
Qed.

(* split the fraction *)
Lemma derivative_y_a_5_ring :
  (exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / T - exp (a i / T) * exp (a j / T) / T) / rsum K (fun k => exp (a k / T)) ^ 2
  = exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / (T * rsum K (fun k => exp (a k / T)) ^ 2) - exp (a i / T) * exp (a j / T) / (T * rsum K (fun k => exp (a k / T)) ^ 2).
Proof.
  rule (shared_4 i j).
Qed.

(* definition of y_i *)
Lemma derivative_y_a_6_unfold :
  exp (a i / T) * delta i j * rsum K (fun k => exp (a k / T)) / (T * rsum K (fun k => exp (a k / T)) ^ 2) - exp (a i / T) * exp (a j / T) / (T * rsum K (fun k => exp (a k / T)) ^ 2)
  = y i * delta i j / T - y i * y j / T.
Proof.
  rule (shared_5 i j).
Qed.

(* factor out y_i *)
Lemma derivative_y_a_7_ring :
  y i * delta i j / T - y i * y j / T
  = y i * (delta i j - y j) / T.
Proof.
  rule (shared_6 i j).
Qed.

Lemma derivative_y_a_needs_1 :
  rsum K (fun k => exp (a k / T)) <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_y_a :
  is_pd (at1 a j) (fun a' => y_of K a' T i)
  (y i * (delta i j - y j) / T).
Proof.
  pose proof derivative_y_a_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_a_1_unfold (eq_eq _ _ _ derivative_y_a_2_diff_div (eq_eq _ _ _ derivative_y_a_3_diff_exp (eq_eq _ _ _ derivative_y_a_4_sum_delta (eq_eq _ _ _ derivative_y_a_5_ring (eq_eq _ _ _ derivative_y_a_6_unfold derivative_y_a_7_ring)))))).
Qed.

(* the same by the differentiator, by what it found for jacobian or else anew *)
Definition derivative_y_a_outright : option (
  is_pd (at1 a j) (fun a' => y_of K a' T i)
  (y i * (delta i j - y j) / T)).
Proof.
  attempt "derivative_y_a" as (jacobian_outright i j) or Formula.outright (Formula.by_vector (Formula.Div (Formula.Exp (Formula.Div (Formula.V (i)) (Formula.C (T)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Div (Formula.V (k)) (Formula.C (T)))))))).
Defined.
End derivative_y_a.

(** * VJP of y for a *)

Section vjp_y_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂y_i/∂a_j *)
Lemma vjp_y_a_1_lemma :
  rsum K (fun i => y_bar i * pd (at1 a j) (fun a' => y_of K a' T i))
  = rsum K (fun i => y_bar i * (y i * (delta i j - y j) / T)).
Proof.
  assert (rsum K (fun k => exp (a k / T)) <> 0).
  { sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_13 i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_y_a_2_sum_factor :
  rsum K (fun i => y_bar i * (y i * (delta i j - y j) / T))
  = y_bar j * y j / T - y j * rsum K (fun i => y_bar i * y i) / T.
Proof.
  apply (eq_eq _ (rsum K (fun i => delta i j * y i * y_bar i / T - y i * y j * y_bar i / T)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => delta k j * y k * y_bar k / T - y k * y j * y_bar k / T)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => delta k j * y k * y_bar k / T) + rsum K (fun k => - (y k * y j * y_bar k / T))) _).
  { rule (sum_add K (fun i => delta i j * y i * y_bar i / T) (fun i => - (y i * y j * y_bar i / T)) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => delta i j * y i * y_bar i / T) + rsum K (fun i => - (y i * y j * y_bar i / T))) _); [ same | ].
  apply (eq_eq _ (1 / T * y j * y_bar j - y j / T * rsum K (fun i => y i * y_bar i)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun i => 1 / T * delta i j * y i * y_bar i)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => 1 / T * delta k j * y k * y_bar k)) _); [ same | ].
      apply (eq_eq _ (1 / T * rsum K (fun k => delta k j * y k * y_bar k)) _).
      { rule_same (sum_factor K (1 / T) (fun i => delta i j * y i * y_bar i) (fun i => true)). }
      apply (eq_eq _ (1 / T * rsum K (fun i => delta i j * y i * y_bar i)) _); [ same | ].
      apply (eq_eq _ (1 / T * (y j * y_bar j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun k => delta k j * y k * y_bar k)) _); [ same | ].
      rule_same (sum_delta K (fun i => y i * y_bar i) j). }
    apply (eq_eq _ (rsum K (fun i => - (y j / T * y i * y_bar i))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => - (y j / T * y k * y_bar k))) _); [ same | ].
    apply (eq_eq _ (- rsum K (fun k => y j / T * y k * y_bar k)) _).
    { rule (sum_neg K (fun i => y j / T * y i * y_bar i) (fun i => true)). }
    apply (eq_eq _ (- rsum K (fun i => y j / T * y i * y_bar i)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => y j / T * y k * y_bar k)) _); [ same | ].
    apply (eq_eq _ (y j / T * rsum K (fun k => y k * y_bar k)) _); [ | same ].
    rule_same (sum_factor K (y j / T) (fun i => y i * y_bar i) (fun i => true)). }
  apply (eq_eq _ (- (rsum K (fun i => y i * y_bar i) * y j / T) + y j * y_bar j / T) _).
  { fractions. }
  symmetry.
  rule (shared_14 j).
Qed.

(* factor out y_j *)
Lemma vjp_y_a_3_ring :
  y_bar j * y j / T - y j * rsum K (fun i => y_bar i * y i) / T
  = y j * (y_bar j - rsum K (fun i => y_bar i * y i)) / T.
Proof.
  apply (eq_eq _ (- (rsum K (fun i => y i * y_bar i) * y j / T) + y j * y_bar j / T) _).
  { rule (shared_14 j). }
  symmetry.
  apply (eq_eq _ (y j * (y_bar j - rsum K (fun i => y i * y_bar i)) / T) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl (f_equal2 Rplus eq_refl (f_equal Ropp _))) eq_refl).
    apply rsum_ext; intros i ?; cbv beta.
    arith. }
  fractions.
Qed.

Lemma vjp_y_a_needs_1 :
  rsum K (fun k => exp (a k / T)) <> 0.
Proof.
  sgn.
Qed.

Theorem vjp_y_a :
  is_pd (at1 a j) (fun a' => rsum K (fun i => y_bar i * y_of K a' T i))
  (y j * (y_bar j - rsum K (fun i => y_bar i * y i)) / T).
Proof.
  pose proof vjp_y_a_needs_1.
  apply (is_pd_eq _ _ (rsum K (fun i => y_bar i * pd (at1 a j) (fun a' => y_of K a' T i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_a_1_lemma (eq_eq _ _ _ vjp_y_a_2_sum_factor vjp_y_a_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_a_outright : option (
  is_pd (at1 a j) (fun a' => rsum K (fun i => y_bar i * y_of K a' T i))
  (y j * (y_bar j - rsum K (fun i => y_bar i * y i)) / T)).
Proof.
  attempt "vjp_y_a" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum K (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Div (Formula.Exp (Formula.Div (Formula.V (i)) (Formula.C (T)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Div (Formula.V (k)) (Formula.C (T))))))))))).
Defined.
End vjp_y_a.

(** * JVP of y for a *)

Section jvp_y_a.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂y_i/∂a_j *)
Lemma jvp_y_a_1_lemma :
  rsum K (fun j => pd (at1 a j) (fun a' => y_of K a' T i) * a_dot j)
  = rsum K (fun j => y i * (delta i j - y j) / T * a_dot j).
Proof.
  assert (rsum K (fun k => exp (a k / T)) <> 0).
  { sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_13 i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_a_2_sum_factor :
  rsum K (fun j => y i * (delta i j - y j) / T * a_dot j)
  = a_dot i * y i / T - y i * rsum K (fun j => a_dot j * y j) / T.
Proof.
  apply (eq_eq _ (rsum K (fun j => delta i j * a_dot j * y i / T - a_dot j * y i * y j / T)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => delta i k * a_dot k * y i / T - a_dot k * y i * y k / T)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => delta i k * a_dot k * y i / T) + rsum K (fun k => - (a_dot k * y i * y k / T))) _).
  { rule (sum_add K (fun j => delta i j * a_dot j * y i / T) (fun j => - (a_dot j * y i * y j / T)) (fun j => true)). }
  apply (eq_eq _ (rsum K (fun j => delta i j * a_dot j * y i / T) + rsum K (fun j => - (a_dot j * y i * y j / T))) _); [ same | ].
  apply (eq_eq _ (y i / T * a_dot i - y i / T * rsum K (fun j => a_dot j * y j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun j => y i / T * delta i j * a_dot j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun k => y i / T * delta i k * a_dot k)) _); [ same | ].
      apply (eq_eq _ (y i / T * rsum K (fun k => delta i k * a_dot k)) _).
      { rule_same (sum_factor K (y i / T) (fun j => delta i j * a_dot j) (fun j => true)). }
      apply (eq_eq _ (y i / T * rsum K (fun j => delta i j * a_dot j)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun j => delta j i * a_dot j)) _).
      { apply rsum_ext; intros j ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum K (fun k => delta k i * a_dot k)) _); [ same | ].
      rule (sum_delta K (fun j => a_dot j) i). }
    apply (eq_eq _ (rsum K (fun j => - (y i / T * a_dot j * y j))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => - (y i / T * a_dot k * y k))) _); [ same | ].
    apply (eq_eq _ (- rsum K (fun k => y i / T * a_dot k * y k)) _).
    { rule (sum_neg K (fun j => y i / T * a_dot j * y j) (fun j => true)). }
    apply (eq_eq _ (- rsum K (fun j => y i / T * a_dot j * y j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => y i / T * a_dot k * y k)) _); [ same | ].
    apply (eq_eq _ (y i / T * rsum K (fun k => a_dot k * y k)) _); [ | same ].
    rule_same (sum_factor K (y i / T) (fun j => a_dot j * y j) (fun j => true)). }
  apply (eq_eq _ (- (rsum K (fun j => a_dot j * y j) * y i / T) + a_dot i * y i / T) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* factor out y_i *)
Lemma jvp_y_a_3_ring :
  a_dot i * y i / T - y i * rsum K (fun j => a_dot j * y j) / T
  = y i * (a_dot i - rsum K (fun j => a_dot j * y j)) / T.
Proof.
  apply (eq_eq _ (- (rsum K (fun j => a_dot j * y j) * y i / T) + a_dot i * y i / T) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma jvp_y_a_needs_1 :
  rsum K (fun k => exp (a k / T)) <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_y_a :
  is_pd (at0 0) (fun t => y_of K (line1 a a_dot t) T i)
  (y i * (a_dot i - rsum K (fun j => a_dot j * y j)) / T).
Proof.
  pose proof jvp_y_a_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => y_of K a' T i) * a_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => y_of K a' T i) * a_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K a (fun a' => y_of K a' T i) (fun t => (line1 a a_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_a_1_lemma (eq_eq _ _ _ jvp_y_a_2_sum_factor jvp_y_a_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_a_outright : option (
  is_pd (at0 0) (fun t => y_of K (line1 a a_dot t) T i)
  (y i * (a_dot i - rsum K (fun j => a_dot j * y j)) / T)).
Proof.
  attempt "jvp_y_a" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 a) (Formula.flat1 a_dot) (Formula.Div (Formula.Exp (Formula.Div (Formula.V (i)) (Formula.C (T)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Div (Formula.V (k)) (Formula.C (T)))))))).
Defined.
End jvp_y_a.

(** * Derivative of y by T *)

Section derivative_y_T.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : 0 < T.

(* definition of y_i *)
Lemma derivative_y_T_1_unfold :
  pd (at0 T) (fun T' => y_of K a T' i)
  = pd (at0 T) (fun T' => exp (a i / T') / rsum K (fun k => exp (a k / T'))).
Proof.
  reflexivity.
Qed.

(* quotient rule with g = exp(a_i/T), h = Σ_k exp(a_k/T) *)
Lemma derivative_y_T_2_diff_div :
  pd (at0 T) (fun T' => exp (a i / T') / rsum K (fun k => exp (a k / T')))
  = (pd (at0 T) (fun T' => exp (a i / T')) * rsum K (fun k => exp (a k / T)) - exp (a i / T) * pd (at0 T) (fun T' => rsum K (fun k => exp (a k / T')))) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  assert (rsum K (fun k => exp (a k / T)) <> 0).
  { sgn. }
  assert (T <> 0).
  { sgn. }
  rule (diff_div (at0 T) (fun T' => exp (a i / T')) (fun T' => rsum K (fun k => exp (a k / T')))).
Qed.

(* derivative of exp, chain rule; derivative of a reciprocal; differentiate under the sum *)
Lemma derivative_y_T_3_diff_exp :
  (pd (at0 T) (fun T' => exp (a i / T')) * rsum K (fun k => exp (a k / T)) - exp (a i / T) * pd (at0 T) (fun T' => rsum K (fun k => exp (a k / T')))) / rsum K (fun k => exp (a k / T)) ^ 2
  = (- (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / T ^ 2) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2))) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  rule (shared_8 i).
Qed.

(* split the fraction *)
Lemma derivative_y_T_4_ring :
  (- (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / T ^ 2) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2))) / rsum K (fun k => exp (a k / T)) ^ 2
  = - (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2)) / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  rule (shared_9 i).
Qed.

(* a constant factor goes in front of the sum *)
Lemma derivative_y_T_5_sum_factor :
  - (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) - exp (a i / T) * rsum K (fun k => - (exp (a k / T) * a k / T ^ 2)) / rsum K (fun k => exp (a k / T)) ^ 2
  = - (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) + exp (a i / T) * rsum K (fun k => exp (a k / T) * a k) / T ^ 2 / rsum K (fun k => exp (a k / T)) ^ 2.
Proof.
  rule (shared_10 i).
Qed.

(* a constant factor goes in front of the sum *)
Lemma derivative_y_T_6_sum_factor :
  - (exp (a i / T) * a i * rsum K (fun k => exp (a k / T)) / (T ^ 2 * rsum K (fun k => exp (a k / T)) ^ 2)) + exp (a i / T) * rsum K (fun k => exp (a k / T) * a k) / T ^ 2 / rsum K (fun k => exp (a k / T)) ^ 2
  = y i * rsum K (fun k => a k * y k) / T ^ 2 - a i * y i / T ^ 2.
Proof.
  rule (shared_11 i).
Qed.

(* factor out y_i *)
Lemma derivative_y_T_7_ring :
  y i * rsum K (fun k => a k * y k) / T ^ 2 - a i * y i / T ^ 2
  = y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2.
Proof.
  rule (shared_12 i).
Qed.

Lemma derivative_y_T_needs_1 :
  T <> 0.
Proof.
  sgn.
Qed.

Lemma derivative_y_T_needs_2 :
  rsum K (fun k => exp (a k / T)) <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_y_T :
  is_pd (at0 T) (fun T' => y_of K a T' i)
  (y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2).
Proof.
  pose proof derivative_y_T_needs_1.
  pose proof derivative_y_T_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_T_1_unfold (eq_eq _ _ _ derivative_y_T_2_diff_div (eq_eq _ _ _ derivative_y_T_3_diff_exp (eq_eq _ _ _ derivative_y_T_4_ring (eq_eq _ _ _ derivative_y_T_5_sum_factor (eq_eq _ _ _ derivative_y_T_6_sum_factor derivative_y_T_7_ring)))))).
Qed.

(* the same by the differentiator, by what it found for temperature or else anew *)
Definition derivative_y_T_outright : option (
  is_pd (at0 T) (fun T' => y_of K a T' i)
  (y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2)).
Proof.
  attempt "derivative_y_T" from (temperature_outright i) or Formula.outright (Formula.by_number (Formula.Div (Formula.Exp (Formula.Div (Formula.C (a i)) (Formula.V tt))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Div (Formula.C (a k)) (Formula.V tt))))))).
Defined.
End derivative_y_T.

(** * VJP of y for T *)

Section vjp_y_T.
Hypothesis given1 : 0 < T.

(* put in ∂y_i/∂T *)
Lemma vjp_y_T_1_lemma :
  rsum K (fun i => y_bar i * pd (at0 T) (fun T' => y_of K a T' i))
  = rsum K (fun i => y_bar i * (y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2)).
Proof.
  assert (rsum K (fun k => exp (a k / T)) <> 0).
  { sgn. }
  assert (T <> 0).
  { sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_15 i).
Qed.

Lemma vjp_y_T_needs_1 :
  T <> 0.
Proof.
  sgn.
Qed.

Lemma vjp_y_T_needs_2 :
  rsum K (fun k => exp (a k / T)) <> 0.
Proof.
  sgn.
Qed.

Theorem vjp_y_T :
  is_pd (at0 T) (fun T' => rsum K (fun i => y_bar i * y_of K a T' i))
  (rsum K (fun i => y_bar i * (y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2))).
Proof.
  pose proof vjp_y_T_needs_1.
  pose proof vjp_y_T_needs_2.
  apply (is_pd_eq _ _ (rsum K (fun i => y_bar i * pd (at0 T) (fun T' => y_of K a T' i))) _).
  { weighted. }
  exact vjp_y_T_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_T_outright : option (
  is_pd (at0 T) (fun T' => rsum K (fun i => y_bar i * y_of K a T' i))
  (rsum K (fun i => y_bar i * (y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2)))).
Proof.
  attempt "vjp_y_T" by timeout 3 Formula.outright (Formula.by_number (Formula.Sum K (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Div (Formula.Exp (Formula.Div (Formula.C (a i)) (Formula.V tt))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Div (Formula.C (a k)) (Formula.V tt)))))))))).
Defined.
End vjp_y_T.

(** * JVP of y for T *)

Section jvp_y_T.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : 0 < T.

(* put in ∂y_i/∂T *)
Lemma jvp_y_T_1_lemma :
  pd (at0 T) (fun T' => y_of K a T' i) * T_dot
  = y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2 * T_dot.
Proof.
  assert (rsum K (fun k => exp (a k / T)) <> 0).
  { sgn. }
  assert (T <> 0).
  { sgn. }
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_15 i).
Qed.

(* rearrange *)
Lemma jvp_y_T_2_ring :
  y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2 * T_dot
  = T_dot * y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2.
Proof.
  apply (eq_eq _ (rsum K (fun k => a k * y k) * T_dot * y i / T ^ 2 - T_dot * a i * y i / T ^ 2) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma jvp_y_T_needs_1 :
  T <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_y_T_needs_2 :
  rsum K (fun k => exp (a k / T)) <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_y_T :
  is_pd (at0 0) (fun t => y_of K a (line0 T T_dot t) i)
  (T_dot * y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2).
Proof.
  pose proof jvp_y_T_needs_1.
  pose proof jvp_y_T_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 T) (fun T' => y_of K a T' i) * T_dot) _).
  { apply (eq_eq _ (pd (at0 T) (fun T' => y_of K a T' i) * T_dot) _).
    { refine (eq_trans (chain0_at (at0 0) T (fun T' => y_of K a T' i) (fun t => (line0 T T_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_T_1_lemma jvp_y_T_2_ring).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_T_outright : option (
  is_pd (at0 0) (fun t => y_of K a (line0 T T_dot t) i)
  (T_dot * y i * (rsum K (fun k => a k * y k) - a i) / T ^ 2)).
Proof.
  attempt "jvp_y_T" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 T) (Formula.flat0 T_dot) (Formula.Div (Formula.Exp (Formula.Div (Formula.C (a i)) (Formula.V tt))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Div (Formula.C (a k)) (Formula.V tt))))))).
Defined.
End jvp_y_T.
End softmax_temperature_theory.

(* the hypotheses of temperature can be met *)
Lemma temperature_possible :
  exists (K : nat) (T : R),
  (2 <= K)%nat /\ (0 < T).
Proof.
  exists 2%nat, (1).
  witness.
Qed.

(* the hypotheses of derivative_y_T can be met *)
Lemma derivative_y_T_possible :
  exists (K : nat) (T : R),
  (2 <= K)%nat /\ (0 < T).
Proof.
  exists 2%nat, (1).
  witness.
Qed.

(* the hypotheses of vjp_y_T can be met *)
Lemma vjp_y_T_possible :
  exists (K : nat) (T : R),
  (2 <= K)%nat /\ (0 < T).
Proof.
  exists 2%nat, (1).
  witness.
Qed.

(* the hypotheses of jvp_y_T can be met *)
Lemma jvp_y_T_possible :
  exists (K : nat) (T : R),
  (2 <= K)%nat /\ (0 < T).
Proof.
  exists 2%nat, (1).
  witness.
Qed.
