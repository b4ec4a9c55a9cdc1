(* made by derive, do not edit *)
(* A softmax layer with its loss

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition z_of (N : nat) (W : nat -> nat -> R) (o : nat -> R) (b : nat -> R) (i : nat) : R :=
  rsum N (fun j => W i j * o j) + b i.
#[local] Hint Unfold z_of : definitions.
Definition s_of (K : nat) (z : nat -> R) (i : nat) : R :=
  exp (z i) / rsum K (fun k => exp (z k)).
#[local] Hint Unfold s_of : definitions.
Definition L_of (K : nat) (t : nat -> R) (s : nat -> R) : R :=
  - rsum K (fun i => t i * ln (s i)).
#[local] Hint Unfold L_of : definitions.

Section network_theory.
Variables (K N : nat).
Variable (L_bar : R).
Variables (b o t b_dot o_dot : nat -> R).
Variables (W W_dot : nat -> nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Hypothesis N_positive : (0 < N)%nat.
Local Notation z := (z_of N W o b).
Local Notation s := (s_of K z).
Local Notation L := (L_of K t s).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i k : nat,
  (i < K)%nat ->
  (k < K)%nat ->
  (pd (at1 z k) (fun z' => exp (z' i)) * rsum K (fun l => exp (z l)) - exp (z i) * pd (at1 z k) (fun z' => rsum K (fun l => exp (z' l)))) / rsum K (fun l => exp (z l)) ^ 2 = (exp (z i) * delta i k * rsum K (fun l => exp (z l)) - exp (z i) * rsum K (fun l => exp (z l) * delta l k)) / rsum K (fun l => exp (z l)) ^ 2.
Proof.
  intros i k ? ?.
  refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
  { apply (eq_eq _ ((exp (z i) * delta i k) * rsum K (fun l => exp (z l))) _); [ | same ].
    refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (exp (z i) * pd (at1 z k) (fun z' => z' i)) _).
    { rule (diff_exp (at1 z k) (fun z' => z' i)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ (pd (at1 z k) (fun z' => rsum K (fun k' => exp (z' k')))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun l => pd (at1 z k) (fun z' => exp (z' l)))) _).
  { rule_same (diff_sum (at1 z k) K (fun k' z' => exp (z' k')) (fun k' => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (exp (z l) * pd (at1 z k) (fun z' => z' l)) _).
  { rule (diff_exp (at1 z k) (fun z' => z' l)). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Lemma shared_2 :
  forall i k : nat,
  (i < K)%nat ->
  (k < K)%nat ->
  exp (z i) * delta i k * rsum K (fun l => exp (z l)) - exp (z i) * rsum K (fun l => exp (z l) * delta l k) = exp (z i) * delta i k * rsum K (fun l => exp (z l)) - exp (z i) * exp (z k).
Proof.
  intros i k ? ?.
  refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))).
  apply (eq_eq _ (rsum K (fun l => delta l k * exp (z l))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta K (fun l => exp (z l)) k).
Qed.

Lemma shared_3 :
  forall i k : nat,
  (i < K)%nat ->
  (k < K)%nat ->
  exp (z i) * delta i k * rsum K (fun l => exp (z l)) / rsum K (fun l => exp (z l)) ^ 2 - exp (z i) * exp (z k) / rsum K (fun l => exp (z l)) ^ 2 = s i * delta i k - s i * s k.
Proof.
  intros i k ? ?.
  assert (rsum K (fun l => exp (rsum N (fun j => W l j * o j) + b l)) <> 0).
  { sgn. }
  apply (eq_eq _ (exp (rsum N (fun j => W i j * o j) + b i) * delta i k * rsum K (fun l => exp (rsum N (fun j => W l j * o j) + b l)) / rsum K (fun l => exp (rsum N (fun j => W l j * o j) + b l)) ^ 2 - exp (rsum N (fun j => W i j * o j) + b i) * exp (rsum N (fun j => W k j * o j) + b k) / rsum K (fun l => exp (rsum N (fun j => W l j * o j) + b l)) ^ 2) _).
  { reflexivity. }
  apply (eq_eq _ (delta i k * exp (rsum N (fun j => W i j * o j) + b i) / rsum K (fun l => exp (rsum N (fun j => W l j * o j) + b l)) - exp (rsum N (fun j => W i j * o j) + b i) * exp (rsum N (fun j => W k j * o j) + b k) / rsum K (fun l => exp (rsum N (fun j => W l j * o j) + b l)) ^ 2) _).
  { cancel. }
  apply (eq_eq _ (delta i k * exp (rsum N (fun j => W i j * o j) + b i) / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) - exp (rsum N (fun j => W i j * o j) + b i) * exp (rsum N (fun j => W k j * o j) + b k) / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) ^ 2) _); [ same | ].
  symmetry.
  apply (eq_eq _ (exp (rsum N (fun j => W i j * o j) + b i) / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) * delta i k - exp (rsum N (fun j => W i j * o j) + b i) / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) * (exp (rsum N (fun j => W k j * o j) + b k) / rsum K (fun l => exp (rsum N (fun j => W l j * o j) + b l)))) _).
  { reflexivity. }
  fractions.
Qed.

Lemma shared_4 :
  forall i k : nat,
  (i < K)%nat ->
  (k < K)%nat ->
  s i * delta i k - s i * s k = s i * (delta i k - s k).
Proof.
  intros i k ? ?.
  apply (eq_eq _ (delta i k * s i - s i * s k) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_5 :
  forall k l m : nat,
  (k < K)%nat ->
  (l < K)%nat ->
  (m < N)%nat ->
  rsum N (fun n => pd (at2 W l m) (fun W' => W' k n * o n)) = rsum N (fun n => o n * delta k l * delta n m).
Proof.
  intros k l m ? ? ?.
  apply rsum_ext; intros n ?; cbv beta.
  apply (eq_eq _ (pd (at2 W l m) (fun W' => o n * W' k n)) _).
  { apply pd_ext.
    intros W'; cbv beta.
    arith. }
  apply (eq_eq _ (o n * pd (at2 W l m) (fun W' => W' k n)) _).
  { assert (pd (at2 W l m) (fun W' => o n) = 0).
    { apply constant. }
    rule (diff_scale (at2 W l m) (fun W' => o n) (fun W' => W' k n)). }
  apply (eq_eq _ (o n * (delta k l * delta n m)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply variable2.
Qed.

Lemma shared_6 :
  forall k i j : nat,
  (k < K)%nat ->
  (i < K)%nat ->
  (j < N)%nat ->
  pd (at2 W i j) (fun W' => exp (z_of N W' o b k)) = exp (z k) * (rsum N (fun l => o l * delta k i * delta l j) + 0).
Proof.
  intros k i j ? ? ?.
  apply (eq_eq _ (exp (z k) * pd (at2 W i j) (fun W' => z_of N W' o b k)) _).
  { rule (diff_exp (at2 W i j) (fun W' => z_of N W' o b k)). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum N (fun j' => W' k j' * o j') + b k)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum N (fun j' => W' k j' * o j')) + pd (at2 W i j) (fun W' => b k)) _).
  { rule (diff_add (at2 W i j) (fun W' => rsum N (fun j' => W' k j' * o j')) (fun W' => b k)). }
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum N (fun l => W' k l * o l))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun l => pd (at2 W i j) (fun W' => W' k l * o l))) _).
    { rule (diff_sum (at2 W i j) N (fun l W' => W' k l * o l) (fun k' => true)). }
    rule_same (shared_5 k i j). }
  apply constant.
Qed.

Lemma shared_7 :
  forall k i j : nat,
  (k < K)%nat ->
  (i < K)%nat ->
  (j < N)%nat ->
  (rsum K (fun l => exp (z l)) <> 0) ->
  pd (at2 W i j) (fun W' => s_of K (z_of N W' o b) k) = (exp (z k) * (rsum N (fun l => o l * delta k i * delta l j) + 0) * rsum K (fun l => exp (z l)) - exp (z k) * rsum K (fun k' => exp (z k') * (rsum N (fun l => o l * delta k' i * delta l j) + 0))) / rsum K (fun l => exp (z l)) ^ 2.
Proof.
  intros k i j ? ? ? ?.
  apply (eq_eq _ (pd (at2 W i j) (fun W' => exp (z_of N W' o b k) / rsum K (fun l => exp (z_of N W' o b l)))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at2 W i j) (fun W' => exp (z_of N W' o b k)) * rsum K (fun l => exp (z l)) - exp (z k) * pd (at2 W i j) (fun W' => rsum K (fun l => exp (z_of N W' o b l)))) / rsum K (fun l => exp (z l)) ^ 2) _).
  { rule (diff_div (at2 W i j) (fun W' => exp (z_of N W' o b k)) (fun W' => rsum K (fun l => exp (z_of N W' o b l)))). }
  refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
  { apply (eq_eq _ ((exp (z k) * (rsum N (fun l => o l * delta k i * delta l j) + 0)) * rsum K (fun l => exp (z l))) _); [ | same ].
    refine (f_equal2 Rmult _ eq_refl).
    rule (shared_6 k i j). }
  apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum K (fun k' => exp (z_of N W' o b k')))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k' => pd (at2 W i j) (fun W' => exp (z_of N W' o b k')))) _).
  { rule (diff_sum (at2 W i j) K (fun k' W' => exp (z_of N W' o b k')) (fun k' => true)). }
  apply rsum_ext; intros k' ?; cbv beta.
  rule (shared_6 k' i j).
Qed.

Lemma shared_8 :
  forall k i j : nat,
  (k < K)%nat ->
  (i < K)%nat ->
  (j < N)%nat ->
  (exp (z k) * (rsum N (fun l => o l * delta k i * delta l j) + 0) * rsum K (fun l => exp (z l)) - exp (z k) * rsum K (fun k' => exp (z k') * (rsum N (fun l => o l * delta k' i * delta l j) + 0))) / rsum K (fun l => exp (z l)) ^ 2 = (exp (z k) * rsum N (fun l => o l * delta k i * delta l j) * rsum K (fun l => exp (z l)) - exp (z k) * rsum K (fun k' => exp (z k') * rsum N (fun l => o l * delta k' i * delta l j))) / rsum K (fun l => exp (z l)) ^ 2.
Proof.
  intros k i j ? ? ?.
  refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
  { arith. }
  apply rsum_ext; intros k' ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  arith.
Qed.

Lemma shared_9 :
  forall k i j : nat,
  (k < K)%nat ->
  (i < K)%nat ->
  (j < N)%nat ->
  rsum N (fun l => o l * delta k i * delta l j) = delta k i * o j.
Proof.
  intros k i j ? ? ?.
  apply (eq_eq _ (rsum N (fun l => delta k i * delta l j * o l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (delta k i * rsum N (fun k' => delta k' j * o k')) _).
  { rule_same (sum_factor N (delta k i) (fun l => delta l j * o l) (fun l => true)). }
  apply (eq_eq _ (delta k i * rsum N (fun l => delta l j * o l)) _); [ same | ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum N (fun k' => delta k' j * o k')) _); [ same | ].
  rule (sum_delta N (fun l => o l) j).
Qed.

Lemma shared_10 :
  forall k i j : nat,
  (k < K)%nat ->
  (i < K)%nat ->
  (j < N)%nat ->
  exp (z k) * rsum N (fun l => o l * delta k i * delta l j) * rsum K (fun l => exp (z l)) - exp (z k) * rsum K (fun k' => exp (z k') * rsum N (fun l => o l * delta k' i * delta l j)) = exp (z k) * delta k i * o j * rsum K (fun l => exp (z l)) - exp (z k) * o j * exp (z i).
Proof.
  intros k i j ? ? ?.
  refine (f_equal2 Rplus _ (f_equal Ropp _)).
  { apply (eq_eq _ (exp (z k) * (delta k i * o j) * rsum K (fun l => exp (z l))) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
    rule (shared_9 k i j). }
  apply (eq_eq _ (exp (z k) * (o j * exp (z i))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum K (fun k' => delta k' i * exp (z k') * o j)) _).
  { apply rsum_ext; intros k' ?; cbv beta.
    apply (eq_eq _ (exp (z k') * delta k' i * o j) _).
    { apply (eq_eq _ (exp (z k') * (delta k' i * o j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      rule (shared_9 k' i j). }
    arith. }
  apply (eq_eq _ (rsum K (fun k' => o j * delta k' i * exp (z k'))) _).
  { apply rsum_ext; intros k' ?; cbv beta.
    arith. }
  apply (eq_eq _ (o j * rsum K (fun k' => delta k' i * exp (z k'))) _).
  { rule_same (sum_factor K (o j) (fun k' => delta k' i * exp (z k')) (fun k' => true)). }
  refine (f_equal2 Rmult eq_refl _).
  rule (sum_delta K (fun k' => exp (z k')) i).
Qed.

Lemma shared_11 :
  forall k l m : nat,
  (k < K)%nat ->
  (l < K)%nat ->
  (m < N)%nat ->
  pd (at2 W l m) (fun W' => z_of N W' o b k) = rsum N (fun n => o n * delta k l * delta n m).
Proof.
  intros k l m ? ? ?.
  apply (eq_eq _ (pd (at2 W l m) (fun W' => rsum N (fun j => W' k j * o j) + b k)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 W l m) (fun W' => rsum N (fun j => W' k j * o j)) + pd (at2 W l m) (fun W' => b k)) _).
  { rule (diff_add (at2 W l m) (fun W' => rsum N (fun j => W' k j * o j)) (fun W' => b k)). }
  apply (eq_eq _ (rsum N (fun n => o n * delta k l * delta n m) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 W l m) (fun W' => rsum N (fun l' => W' k l' * o l'))) _); [ same | ].
      apply (eq_eq _ (rsum N (fun n => pd (at2 W l m) (fun W' => W' k n * o n))) _).
      { rule_same (diff_sum (at2 W l m) N (fun l' W' => W' k l' * o l') (fun k' => true)). }
      rule (shared_5 k l m). }
    apply constant. }
  arith.
Qed.

Lemma shared_12 :
  forall i k : nat,
  (i < K)%nat ->
  (k < K)%nat ->
  pd (at1 z k) (fun z' => s_of K z' i) = s i * (delta i k - s k).
Proof.
  intros i k ? ?.
  apply (eq_eq _ (pd (at1 z k) (fun z' => exp (z' i) / rsum K (fun l => exp (z' l)))) _).
  { assert (rsum K (fun k' => exp (z k')) <> 0).
    { sgn. }
    apply (eq_eq _ (pd (at1 z k) (fun z' => exp (z' i) / rsum K (fun k' => exp (z' k')))) _); [ | same ].
    reflexivity. }
  apply (eq_eq _ ((pd (at1 z k) (fun z' => exp (z' i)) * rsum K (fun l => exp (z l)) - exp (z i) * pd (at1 z k) (fun z' => rsum K (fun l => exp (z' l)))) / rsum K (fun l => exp (z l)) ^ 2) _).
  { assert (rsum K (fun l => exp (z l)) <> 0).
    { sgn. }
    rule (diff_div (at1 z k) (fun z' => exp (z' i)) (fun z' => rsum K (fun l => exp (z' l)))). }
  apply (eq_eq _ ((exp (z i) * delta i k * rsum K (fun l => exp (z l)) - exp (z i) * rsum K (fun l => exp (z l) * delta l k)) / rsum K (fun l => exp (z l)) ^ 2) _).
  { rule (shared_1 i k). }
  apply (eq_eq _ ((exp (z i) * delta i k * rsum K (fun l => exp (z l)) - exp (z i) * exp (z k)) / rsum K (fun l => exp (z l)) ^ 2) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule (shared_2 i k). }
  apply (eq_eq _ (exp (z i) * delta i k * rsum K (fun l => exp (z l)) / rsum K (fun l => exp (z l)) ^ 2 - exp (z i) * exp (z k) / rsum K (fun l => exp (z l)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (s i * delta i k - s i * s k) _).
  { rule (shared_3 i k). }
  rule (shared_4 i k).
Qed.

Lemma shared_13 :
  forall k l m : nat,
  (k < K)%nat ->
  (l < K)%nat ->
  (m < N)%nat ->
  pd (at2 W l m) (fun W' => z_of N W' o b k) = o m * delta k l.
Proof.
  intros k l m ? ? ?.
  apply (eq_eq _ (rsum N (fun n => o n * delta k l * delta n m)) _).
  { rule (shared_11 k l m). }
  apply (eq_eq _ (rsum N (fun n => delta n m * o n * delta k l)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    arith. }
  rule_same (sum_delta N (fun n => o n * delta k l) m).
Qed.

Lemma shared_14 :
  forall i m l : nat,
  (i < K)%nat ->
  (m < N)%nat ->
  (l < K)%nat ->
  rsum K (fun k => s i * (delta i k - s k) * o m * delta k l) = s i * (delta i l - s l) * o m.
Proof.
  intros i m l ? ? ?.
  apply (eq_eq _ (rsum K (fun k => delta k l * s i * (delta i k - s k) * o m)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta K (fun k => s i * (delta i k - s k) * o m) l).
Qed.

Lemma shared_15 :
  forall k : nat,
  (k < K)%nat ->
  (rsum K (fun k' => exp (z k')) <> 0) ->
  ((forall i, (i < K)%nat -> 0 < s i)) ->
  pd (at1 z k) (fun z' => L_of K t (s_of K z')) = - rsum K (fun l => t l * (exp (z l) * delta l k * rsum K (fun k' => exp (z k')) - exp (z l) * rsum K (fun l' => exp (z l') * delta l' k)) / (s l * rsum K (fun k' => exp (z k')) ^ 2)).
Proof.
  intros k ? ? ?.
  apply (eq_eq _ (pd (at1 z k) (fun z' => - rsum K (fun i => t i * ln (s_of K z' i)))) _).
  { reflexivity. }
  apply (eq_eq _ (- pd (at1 z k) (fun z' => rsum K (fun i => t i * ln (s_of K z' i)))) _).
  { rule (diff_neg (at1 z k) (fun z' => rsum K (fun i => t i * ln (s_of K z' i)))). }
  apply (eq_eq _ (- rsum K (fun l => t l * (1 / s l) * ((exp (z l) * delta l k * rsum K (fun k' => exp (z k')) - exp (z l) * rsum K (fun l' => exp (z l') * delta l' k)) / rsum K (fun k' => exp (z k')) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at1 z k) (fun z' => rsum K (fun k' => t k' * ln (s_of K z' k')))) _); [ same | ].
    apply (eq_eq _ (rsum K (fun l => pd (at1 z k) (fun z' => t l * ln (s_of K z' l)))) _).
    { rule_same (diff_sum (at1 z k) K (fun k' z' => t k' * ln (s_of K z' k')) (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at1 z k) (fun z' => t l * ln (s_of K z' l))) _).
    { reflexivity. }
    apply (eq_eq _ (t l * pd (at1 z k) (fun z' => ln (s_of K z' l))) _).
    { assert (pd (at1 z k) (fun z' => t l) = 0).
      { apply constant. }
      rule (diff_scale (at1 z k) (fun z' => t l) (fun z' => ln (s_of K z' l))). }
    apply (eq_eq _ (t l * (1 / s l * ((exp (z l) * delta l k * rsum K (fun k' => exp (z k')) - exp (z l) * rsum K (fun l' => exp (z l') * delta l' k)) / rsum K (fun k' => exp (z k')) ^ 2))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (1 / s l * pd (at1 z k) (fun z' => s_of K z' l)) _).
    { rule (diff_log (at1 z k) (fun z' => s_of K z' l)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 z k) (fun z' => exp (z' l) / rsum K (fun k' => exp (z' k')))) _).
    { reflexivity. }
    apply (eq_eq _ ((pd (at1 z k) (fun z' => exp (z' l)) * rsum K (fun k' => exp (z k')) - exp (z l) * pd (at1 z k) (fun z' => rsum K (fun k' => exp (z' k')))) / rsum K (fun k' => exp (z k')) ^ 2) _).
    { rule (diff_div (at1 z k) (fun z' => exp (z' l)) (fun z' => rsum K (fun k' => exp (z' k')))). }
    rule_same (shared_1 l k). }
  refine (f_equal Ropp _).
  apply rsum_ext; intros l ?; cbv beta.
  fractions.
Qed.

Lemma shared_16 :
  forall i : nat,
  (i < K)%nat ->
  rsum K (fun k => delta k i * exp (z k) * t k / s k) = exp (z i) * t i / s i.
Proof.
  intros i ?.
  apply (eq_eq _ (rsum K (fun k => delta k i * (exp (z k) * t k / s k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (sum_delta K (fun k => exp (z k) * t k / s k) i).
Qed.

Lemma shared_17 :
  forall k : nat,
  (k < K)%nat ->
  (rsum K (fun k' => exp (z k')) <> 0) ->
  ((forall i, (i < K)%nat -> 0 < s i)) ->
  ((forall l, (l < K)%nat -> s l <> 0)) ->
  pd (at1 z k) (fun z' => L_of K t (s_of K z')) = exp (z k) * rsum K (fun l => exp (z l) * t l / s l) / rsum K (fun k' => exp (z k')) ^ 2 - exp (z k) * t k / (rsum K (fun k' => exp (z k')) * s k).
Proof.
  intros k ? ? ? ?.
  apply (eq_eq _ (- rsum K (fun l => t l * (exp (z l) * delta l k * rsum K (fun k' => exp (z k')) - exp (z l) * rsum K (fun l' => exp (z l') * delta l' k)) / (s l * rsum K (fun k' => exp (z k')) ^ 2))) _).
  { rule (shared_15 k). }
  apply (eq_eq _ (- (1 / rsum K (fun k' => exp (z k')) * (exp (z k) * t k / s k) - exp (z k) / rsum K (fun k' => exp (z k')) ^ 2 * rsum K (fun l => exp (z l) * t l / s l))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun l => delta l k * exp (z l) * t l / (rsum K (fun k' => exp (z k')) * s l) - exp (z k) * exp (z l) * t l / (rsum K (fun k' => exp (z k')) ^ 2 * s l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (t l * (exp (z l) * delta l k * rsum K (fun k' => exp (z k')) - exp (z l) * exp (z k)) / (s l * rsum K (fun k' => exp (z k')) ^ 2)) _).
      { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
        rule_same (shared_2 l k). }
      cancel. }
    apply (eq_eq _ (rsum K (fun l => delta l k * exp (z l) * t l / (rsum K (fun k' => exp (z k')) * s l)) + rsum K (fun l => - (exp (z k) * exp (z l) * t l / (rsum K (fun k' => exp (z k')) ^ 2 * s l)))) _).
    { rule (sum_add K (fun l => delta l k * exp (z l) * t l / (rsum K (fun k' => exp (z k')) * s l)) (fun l => - (exp (z k) * exp (z l) * t l / (rsum K (fun k' => exp (z k')) ^ 2 * s l))) (fun l => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun l => 1 / rsum K (fun k' => exp (z k')) * (delta l k * exp (z l) * t l / s l))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (1 / rsum K (fun k' => exp (z k')) * rsum K (fun l => delta l k * exp (z l) * t l / s l)) _).
      { rule (sum_factor K (1 / rsum K (fun k' => exp (z k'))) (fun l => delta l k * exp (z l) * t l / s l) (fun l => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule (shared_16 k). }
    apply (eq_eq _ (rsum K (fun l => - (exp (z k) / rsum K (fun k' => exp (z k')) ^ 2 * (exp (z l) * t l / s l)))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (- rsum K (fun l => exp (z k) / rsum K (fun k' => exp (z k')) ^ 2 * (exp (z l) * t l / s l))) _).
    { rule (sum_neg K (fun l => exp (z k) / rsum K (fun k' => exp (z k')) ^ 2 * (exp (z l) * t l / s l)) (fun l => true)). }
    refine (f_equal Ropp _).
    apply (eq_eq _ (exp (z k) / rsum K (fun k' => exp (z k')) ^ 2 * rsum K (fun k' => exp (z k') * t k' / s k')) _); [ | same ].
    rule_same (sum_factor K (exp (z k) / rsum K (fun k' => exp (z k')) ^ 2) (fun l => exp (z l) * t l / s l) (fun l => true)). }
  fractions.
Qed.

Lemma shared_18 :
  forall i : nat,
  (i < K)%nat ->
  ((forall k, (k < K)%nat -> 0 < s k)) ->
  pd (at1 s i) (fun s' => - rsum K (fun k => t k * ln (s' k))) = - rsum K (fun k => t k * (1 / s k) * delta k i).
Proof.
  intros i ? ?.
  apply (eq_eq _ (- pd (at1 s i) (fun s' => rsum K (fun k => t k * ln (s' k)))) _).
  { rule (diff_neg (at1 s i) (fun s' => rsum K (fun k => t k * ln (s' k)))). }
  refine (f_equal Ropp _).
  apply (eq_eq _ (rsum K (fun k => pd (at1 s i) (fun s' => t k * ln (s' k)))) _).
  { rule (diff_sum (at1 s i) K (fun l s' => t l * ln (s' l)) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (pd (at1 s i) (fun s' => t k * ln (s' k))) _).
  { reflexivity. }
  apply (eq_eq _ (t k * pd (at1 s i) (fun s' => ln (s' k))) _).
  { assert (pd (at1 s i) (fun s' => t k) = 0).
    { apply constant. }
    rule (diff_scale (at1 s i) (fun s' => t k) (fun s' => ln (s' k))). }
  apply (eq_eq _ (t k * (1 / s k * delta k i)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (1 / s k * pd (at1 s i) (fun s' => s' k)) _).
  { rule (diff_log (at1 s i) (fun s' => s' k)). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Lemma shared_19 :
  forall k : nat,
  (k < K)%nat ->
  ((forall i, (i < K)%nat -> 0 < s i)) ->
  pd (at1 s k) (fun s' => L_of K t s') = - rsum K (fun l => t l * delta l k / s l).
Proof.
  intros k ? ?.
  apply (eq_eq _ (pd (at1 s k) (fun s' => - rsum K (fun i => t i * ln (s' i)))) _).
  { reflexivity. }
  apply (eq_eq _ (- rsum K (fun l => t l * (1 / s l) * delta l k)) _).
  { rule_same (shared_18 k). }
  refine (f_equal Ropp _).
  apply rsum_ext; intros l ?; cbv beta.
  fractions.
Qed.

Lemma shared_20 :
  forall i : nat,
  (i < K)%nat ->
  - rsum K (fun k => t k * delta k i / s k) = - (t i / s i).
Proof.
  intros i ?.
  refine (f_equal Ropp _).
  apply (eq_eq _ (rsum K (fun k => delta k i * (t k / s k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (sum_delta K (fun k => t k / s k) i).
Qed.

Lemma shared_21 :
  forall i : nat,
  (i < K)%nat ->
  s i = exp (rsum N (fun j => W i j * o j)) * exp (b i) / rsum K (fun k => exp (rsum N (fun j => W k j * o j)) * exp (b k)).
Proof.
  intros i ?.
  apply (eq_eq _ (exp (z i) / rsum K (fun k => exp (z k))) _).
  { reflexivity. }
  refine (f_equal2 Rdiv _ _).
  { apply (eq_eq _ (exp (rsum N (fun j => W i j * o j) + b i)) _).
    { reflexivity. }
    apply (eq_eq _ (exp (rsum N (fun j => W i j * o j) + b i)) _).
    { reflexivity. }
    rule (exp_add (rsum N (fun j => W i j * o j)) (b i)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (exp (rsum N (fun j => W k j * o j) + b k)) _).
  { reflexivity. }
  apply (eq_eq _ (exp (rsum N (fun j => W k j * o j) + b k)) _).
  { reflexivity. }
  rule (exp_add (rsum N (fun j => W k j * o j)) (b k)).
Qed.

Lemma shared_22 :
  forall l k : nat,
  (l < K)%nat ->
  (k < K)%nat ->
  exp (z l) * delta l k * rsum K (fun k' => exp (z k')) - exp (z l) * rsum K (fun l' => exp (z l') * delta l' k) = exp (rsum N (fun j => W l j * o j)) * exp (b l) * delta l k * rsum K (fun k' => exp (rsum N (fun j => W k' j * o j)) * exp (b k')) - exp (rsum N (fun j => W l j * o j)) * exp (b l) * exp (rsum N (fun j => W k j * o j)) * exp (b k).
Proof.
  intros l k ? ?.
  refine (f_equal2 Rplus _ (f_equal Ropp _)).
  { apply (eq_eq _ ((exp (rsum N (fun j => W l j * o j)) * exp (b l)) * delta l k * rsum K (fun k' => exp (rsum N (fun j => W k' j * o j)) * exp (b k'))) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) _).
    { apply (eq_eq _ (exp (rsum N (fun j => W l j * o j) + b l)) _).
      { reflexivity. }
      apply (eq_eq _ (exp (rsum N (fun j => W l j * o j) + b l)) _).
      { reflexivity. }
      rule (exp_add (rsum N (fun j => W l j * o j)) (b l)). }
    apply rsum_ext; intros k' ?; cbv beta.
    apply (eq_eq _ (exp (rsum N (fun j => W k' j * o j) + b k')) _).
    { reflexivity. }
    apply (eq_eq _ (exp (rsum N (fun j => W k' j * o j) + b k')) _).
    { reflexivity. }
    rule (exp_add (rsum N (fun j => W k' j * o j)) (b k')). }
  apply (eq_eq _ ((exp (rsum N (fun j => W l j * o j)) * exp (b l)) * (exp (rsum N (fun j => W k j * o j)) * exp (b k))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (exp (rsum N (fun j => W l j * o j) + b l)) _).
    { reflexivity. }
    apply (eq_eq _ (exp (rsum N (fun j => W l j * o j) + b l)) _).
    { reflexivity. }
    rule (exp_add (rsum N (fun j => W l j * o j)) (b l)). }
  apply (eq_eq _ (rsum K (fun l' => delta l' k * exp (rsum N (fun j => W l' j * o j)) * exp (b l'))) _).
  { apply rsum_ext; intros l' ?; cbv beta.
    apply (eq_eq _ (exp (rsum N (fun j => W l' j * o j)) * exp (b l') * delta l' k) _).
    { apply (eq_eq _ ((exp (rsum N (fun j => W l' j * o j)) * exp (b l')) * delta l' k) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (exp (rsum N (fun j => W l' j * o j) + b l')) _).
      { reflexivity. }
      apply (eq_eq _ (exp (rsum N (fun j => W l' j * o j) + b l')) _).
      { reflexivity. }
      rule (exp_add (rsum N (fun j => W l' j * o j)) (b l')). }
    arith. }
  rule_same (sum_delta K (fun l' => exp (rsum N (fun j => W l' j * o j)) * exp (b l')) k).
Qed.

Lemma shared_23 :
  rsum K (fun k => exp (z k)) ^ 2 = rsum K (fun k => exp (rsum N (fun j => W k j * o j)) * exp (b k)) ^ 2.
Proof.
  refine (f_equal (fun x => x ^ 2) _).
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (exp (rsum N (fun j => W k j * o j) + b k)) _).
  { reflexivity. }
  apply (eq_eq _ (exp (rsum N (fun j => W k j * o j) + b k)) _).
  { reflexivity. }
  rule (exp_add (rsum N (fun j => W k j * o j)) (b k)).
Qed.

Lemma shared_24 :
  forall l : nat,
  (l < K)%nat ->
  rsum K (fun i => - (delta i l * t i)) = (-1) * t l.
Proof.
  intros l ?.
  apply (eq_eq _ (rsum K (fun i => (-1) * delta i l * t i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => (-1) * delta k l * t k)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum K (fun k => delta k l * t k)) _).
  { rule_same (sum_factor K (-1) (fun i => delta i l * t i) (fun i => true)). }
  apply (eq_eq _ ((-1) * rsum K (fun i => delta i l * t i)) _); [ same | ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum K (fun k => delta k l * t k)) _); [ same | ].
  rule (sum_delta K (fun i => t i) l).
Qed.

Lemma shared_25 :
  forall l m : nat,
  (l < K)%nat ->
  (m < N)%nat ->
  rsum K (fun i => - (delta i l * o m * t i)) = - (o m * t l).
Proof.
  intros l m ? ?.
  apply (eq_eq _ (rsum K (fun i => - (o m * delta i l * t i))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => - (o m * delta k l * t k))) _); [ same | ].
  apply (eq_eq _ (- rsum K (fun k => o m * delta k l * t k)) _).
  { rule (sum_neg K (fun i => o m * delta i l * t i) (fun i => true)). }
  apply (eq_eq _ (- rsum K (fun i => o m * delta i l * t i)) _); [ same | ].
  refine (f_equal Ropp _).
  apply (eq_eq _ (rsum K (fun k => o m * delta k l * t k)) _); [ same | ].
  apply (eq_eq _ (o m * rsum K (fun k => delta k l * t k)) _).
  { rule_same (sum_factor K (o m) (fun i => delta i l * t i) (fun i => true)). }
  apply (eq_eq _ (o m * rsum K (fun i => delta i l * t i)) _); [ same | ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum K (fun k => delta k l * t k)) _); [ same | ].
  rule (sum_delta K (fun i => t i) l).
Qed.

Lemma shared_26 :
  forall i : nat,
  (i < K)%nat ->
  pd (at1 s i) (fun s' => L_of K t s') = - (t i / s i).
Proof.
  intros i ?.
  apply (eq_eq _ (pd (at1 s i) (fun s' => - rsum K (fun k => t k * ln (s' k)))) _).
  { assert ((forall i', (i' < K)%nat -> 0 < s i')).
    { intros i' ?.
      sgn. }
    apply (eq_eq _ (pd (at1 s i) (fun s' => - rsum K (fun i' => t i' * ln (s' i')))) _); [ | same ].
    reflexivity. }
  apply (eq_eq _ (- rsum K (fun k => t k * delta k i / s k)) _).
  { assert ((forall k, (k < K)%nat -> 0 < s k)).
    { intros k ?.
      sgn. }
    apply (eq_eq _ (- rsum K (fun k => t k * (1 / s k) * delta k i)) _).
    { rule (shared_18 i). }
    refine (f_equal Ropp _).
    apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (shared_20 i).
Qed.

Lemma shared_27 :
  forall l : nat,
  (l < K)%nat ->
  rsum K (fun i => pd (at1 s i) (fun s' => L_of K t s') * pd (at1 b l) (fun b' => s_of K (z_of N W o b') i)) = rsum K (fun i => - (t i / s i * s i * (delta i l - s l))).
Proof.
  intros l ?.
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  assert ((forall i, (i < K)%nat -> 0 < s i)).
  { intros i ?.
    sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((- (t i / s i)) * (s i * (delta i l - s l))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_26 i). }
  apply (eq_eq _ (rsum K (fun k => pd (at1 z k) (fun z' => s_of K z' i) * pd (at1 b l) (fun b' => z_of N W o b' k))) _).
  { assert (rsum K (fun k => exp (z k)) <> 0).
    { sgn. }
    apply (chain1 (at1 b l) K (fun z' => s_of K z' i) (fun b' => z_of N W o b')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun k => s i * (delta i k - s k) * delta k l)) _).
  { assert (rsum K (fun k => exp (z k)) <> 0).
    { sgn. }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((s i * (delta i k - s k)) * delta k l) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { rule (shared_12 i k). }
    apply (eq_eq _ (pd (at1 b l) (fun b' => rsum N (fun j => W k j * o j) + b' k)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at1 b l) (fun b' => rsum N (fun j => W k j * o j)) + pd (at1 b l) (fun b' => b' k)) _).
    { rule (diff_add (at1 b l) (fun b' => rsum N (fun j => W k j * o j)) (fun b' => b' k)). }
    apply (eq_eq _ (0 + delta k l) _).
    { refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply variable1. }
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta k l * s i * (delta i k - s k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta K (fun k => s i * (delta i k - s k)) l).
Qed.

Lemma shared_28 :
  forall l : nat,
  (l < K)%nat ->
  rsum K (fun i => - (t i / s i * s i * (delta i l - s l))) = s l * rsum K (fun i => t i) - t l.
Proof.
  intros l ?.
  assert ((forall i, (i < K)%nat -> s i <> 0)).
  { intros i ?.
    sgn. }
  apply (eq_eq _ (rsum K (fun i => - (delta i l * t i) + s l * t i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    cancel. }
  apply (eq_eq _ (rsum K (fun k => - (delta k l * t k) + s l * t k)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => - (delta k l * t k)) + rsum K (fun k => s l * t k)) _).
  { rule (sum_add K (fun i => - (delta i l * t i)) (fun i => s l * t i) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => - (delta i l * t i)) + rsum K (fun i => s l * t i)) _); [ same | ].
  apply (eq_eq _ ((-1) * t l + s l * rsum K (fun i => t i)) _).
  { refine (f_equal2 Rplus _ _).
    { rule (shared_24 l). }
    apply (eq_eq _ (rsum K (fun k => s l * t k)) _); [ same | ].
    apply (eq_eq _ (s l * rsum K (fun k => t k)) _); [ | same ].
    rule (sum_factor K (s l) (fun i => t i) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => t i) * s l - t l) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_29 :
  forall l : nat,
  (l < K)%nat ->
  (rsum K (fun i => t i) = 1) ->
  s l * rsum K (fun i => t i) - t l = s l - t l.
Proof.
  intros l ? ?.
  apply (eq_eq _ (rsum K (fun i => t i) * s l - t l) _).
  { arith. }
  apply (eq_eq _ (1 * s l - t l) _).
  { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) eq_refl).
    apply (eq_eq _ (rsum K (fun i => t i)) _).
    { reflexivity. }
    hyp. }
  arith.
Qed.

Lemma shared_30 :
  forall l : nat,
  (l < N)%nat ->
  rsum K (fun i => pd (at1 s i) (fun s' => L_of K t s') * pd (at1 o l) (fun o' => s_of K (z_of N W o' b) i)) = rsum K (fun i => - (t i / s i * s i * (W i l - rsum K (fun k => W k l * s k)))).
Proof.
  intros l ?.
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  assert ((forall i, (i < K)%nat -> 0 < s i)).
  { intros i ?.
    sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((- (t i / s i)) * (s i * (W i l - rsum K (fun k => W k l * s k)))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_26 i). }
  apply (eq_eq _ (rsum K (fun k => pd (at1 z k) (fun z' => s_of K z' i) * pd (at1 o l) (fun o' => z_of N W o' b k))) _).
  { assert (rsum K (fun k => exp (z k)) <> 0).
    { sgn. }
    apply (chain1 (at1 o l) K (fun z' => s_of K z' i) (fun o' => z_of N W o' b)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun k => s i * (delta i k - s k) * W k l)) _).
  { assert (rsum K (fun k => exp (z k)) <> 0).
    { sgn. }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((s i * (delta i k - s k)) * W k l) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { rule (shared_12 i k). }
    apply (eq_eq _ (pd (at1 o l) (fun o' => rsum N (fun j => W k j * o' j) + b k)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at1 o l) (fun o' => rsum N (fun j => W k j * o' j)) + pd (at1 o l) (fun o' => b k)) _).
    { rule (diff_add (at1 o l) (fun o' => rsum N (fun j => W k j * o' j)) (fun o' => b k)). }
    apply (eq_eq _ (rsum N (fun m => W k m * delta m l) + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at1 o l) (fun o' => rsum N (fun l' => W k l' * o' l'))) _); [ same | ].
        apply (eq_eq _ (rsum N (fun m => pd (at1 o l) (fun o' => W k m * o' m))) _).
        { rule_same (diff_sum (at1 o l) N (fun l' o' => W k l' * o' l') (fun k' => true)). }
        apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (pd (at1 o l) (fun o' => W k m * o' m)) _).
        { reflexivity. }
        apply (eq_eq _ (W k m * pd (at1 o l) (fun o' => o' m)) _).
        { assert (pd (at1 o l) (fun o' => W k m) = 0).
          { apply constant. }
          rule (diff_scale (at1 o l) (fun o' => W k m) (fun o' => o' m)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply constant. }
    apply (eq_eq _ (rsum N (fun m => W k m * delta m l)) _).
    { arith. }
    apply (eq_eq _ (rsum N (fun m => delta m l * W k m)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    rule_same (sum_delta N (fun m => W k m) l). }
  apply (eq_eq _ (rsum K (fun k => delta i k * W k l * s i - W k l * s i * s k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta i k * W k l * s i) + rsum K (fun k => - (W k l * s i * s k))) _).
  { rule (sum_add K (fun k => delta i k * W k l * s i) (fun k => - (W k l * s i * s k)) (fun k => true)). }
  apply (eq_eq _ (s i * W i l - s i * rsum K (fun k => W k l * s k)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => s i * delta i k * W k l)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (s i * rsum K (fun k => delta i k * W k l)) _).
      { rule_same (sum_factor K (s i) (fun k => delta i k * W k l) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun k => delta k i * W k l)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        same. }
      rule (sum_delta K (fun k => W k l) i). }
    apply (eq_eq _ (rsum K (fun k => - (s i * W k l * s k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (- rsum K (fun k => s i * W k l * s k)) _).
    { rule (sum_neg K (fun k => s i * W k l * s k) (fun k => true)). }
    refine (f_equal Ropp _).
    rule_same (sum_factor K (s i) (fun k => W k l * s k) (fun k => true)). }
  apply (eq_eq _ (- (rsum K (fun k => W k l * s k) * s i) + W i l * s i) _).
  { arith. }
  apply (eq_eq _ (W i l * s i - s i * rsum K (fun k => W k l * s k)) _).
  { symmetry.
    arith. }
  apply (eq_eq _ (- (rsum K (fun k => W k l * s k) * s i) + W i l * s i) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_31 :
  forall l : nat,
  (l < N)%nat ->
  rsum K (fun k => - (W k l * t k)) = (-1) * rsum K (fun k => W k l * t k).
Proof.
  intros l ?.
  apply (eq_eq _ (rsum K (fun k => (-1) * W k l * t k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_factor K (-1) (fun k => W k l * t k) (fun k => true)).
Qed.

Lemma shared_32 :
  forall l : nat,
  (l < N)%nat ->
  rsum K (fun i => - (t i / s i * s i * (W i l - rsum K (fun k => W k l * s k)))) = rsum K (fun i => t i) * rsum K (fun k => W k l * s k) - rsum K (fun i => W i l * t i).
Proof.
  intros l ?.
  assert ((forall i, (i < K)%nat -> s i <> 0)).
  { intros i ?.
    sgn. }
  apply (eq_eq _ (rsum K (fun i => rsum K (fun k => W k l * s k) * t i - W i l * t i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    cancel. }
  apply (eq_eq _ (rsum K (fun k => rsum K (fun k' => W k' l * s k') * t k - W k l * t k)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => rsum K (fun k' => W k' l * s k') * t k) + rsum K (fun k => - (W k l * t k))) _).
  { rule (sum_add K (fun i => rsum K (fun k => W k l * s k) * t i) (fun i => - (W i l * t i)) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => rsum K (fun k => W k l * s k) * t i) + rsum K (fun i => - (W i l * t i))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => W k l * s k) * rsum K (fun i => t i) + (-1) * rsum K (fun i => W i l * t i)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => rsum K (fun k' => W k' l * s k') * t k)) _); [ same | ].
      apply (eq_eq _ (rsum K (fun k => W k l * s k) * rsum K (fun k => t k)) _); [ | same ].
      rule (sum_factor K (rsum K (fun k => W k l * s k)) (fun i => t i) (fun i => true)). }
    rule_same (shared_31 l). }
  apply (eq_eq _ (rsum K (fun k => W k l * s k) * rsum K (fun i => t i) - rsum K (fun i => W i l * t i)) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_33 :
  forall l : nat,
  (l < N)%nat ->
  rsum K (fun k => W k l * (s k * rsum K (fun i => t i) - t k)) = rsum K (fun k => W k l * s k) * rsum K (fun i => t i) - rsum K (fun k => W k l * t k).
Proof.
  intros l ?.
  apply (eq_eq _ (rsum K (fun k => rsum K (fun i => t i) * W k l * s k - W k l * t k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => rsum K (fun i => t i) * W k l * s k) + rsum K (fun k => - (W k l * t k))) _).
  { rule (sum_add K (fun k => rsum K (fun i => t i) * W k l * s k) (fun k => - (W k l * t k)) (fun k => true)). }
  apply (eq_eq _ (rsum K (fun i => t i) * rsum K (fun k => W k l * s k) + (-1) * rsum K (fun k => W k l * t k)) _).
  { refine (f_equal2 Rplus _ _).
    { rule_same (sum_factor K (rsum K (fun i => t i)) (fun k => W k l * s k) (fun k => true)). }
    rule (shared_31 l). }
  arith.
Qed.

Lemma shared_34 :
  forall l : nat,
  (l < N)%nat ->
  rsum K (fun i => t i) * rsum K (fun k => W k l * s k) - rsum K (fun i => W i l * t i) = rsum K (fun k => W k l * (s k * rsum K (fun i => t i) - t k)).
Proof.
  intros l ?.
  apply (eq_eq _ (rsum K (fun k => W k l * s k) * rsum K (fun i => t i) - rsum K (fun i => W i l * t i)) _).
  { arith. }
  apply (eq_eq _ (rsum K (fun k => W k l * s k) * rsum K (fun i => t i) - rsum K (fun k => W k l * t k)) _); [ same | ].
  symmetry.
  rule (shared_33 l).
Qed.

Lemma shared_35 :
  forall l : nat,
  (l < N)%nat ->
  (rsum K (fun i => t i) = 1) ->
  rsum K (fun k => W k l * (s k * rsum K (fun i => t i) - t k)) = rsum K (fun k => W k l * (s k - t k)).
Proof.
  intros l ? ?.
  apply (eq_eq _ (rsum K (fun k => W k l * s k) * rsum K (fun i => t i) - rsum K (fun k => W k l * t k)) _).
  { rule (shared_33 l). }
  apply (eq_eq _ (rsum K (fun k => W k l * s k) * 1 - rsum K (fun k => W k l * t k)) _).
  { refine (f_equal2 Rplus (f_equal2 Rmult eq_refl _) eq_refl).
    apply (eq_eq _ (rsum K (fun i => t i)) _).
    { reflexivity. }
    hyp. }
  apply (eq_eq _ (rsum K (fun k => W k l * s k) - rsum K (fun k => W k l * t k)) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (rsum K (fun k => W k l * s k - W k l * t k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => W k l * s k) + rsum K (fun k => - (W k l * t k))) _).
  { rule (sum_add K (fun k => W k l * s k) (fun k => - (W k l * t k)) (fun k => true)). }
  apply (eq_eq _ (rsum K (fun k => W k l * s k) + (-1) * rsum K (fun k => W k l * t k)) _).
  { refine (f_equal2 Rplus eq_refl _).
    rule (shared_31 l). }
  arith.
Qed.

Lemma shared_36 :
  forall l m : nat,
  (l < K)%nat ->
  (m < N)%nat ->
  rsum K (fun i => pd (at1 s i) (fun s' => L_of K t s') * pd (at2 W l m) (fun W' => s_of K (z_of N W' o b) i)) = rsum K (fun i => - (t i / s i * s i * (delta i l - s l) * o m)).
Proof.
  intros l m ? ?.
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  assert ((forall i, (i < K)%nat -> 0 < s i)).
  { intros i ?.
    sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((- (t i / s i)) * (s i * (delta i l - s l) * o m)) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_26 i). }
  apply (eq_eq _ (rsum K (fun k => pd (at1 z k) (fun z' => s_of K z' i) * pd (at2 W l m) (fun W' => z_of N W' o b k))) _).
  { assert (rsum K (fun k => exp (z k)) <> 0).
    { sgn. }
    apply (chain1 (at2 W l m) K (fun z' => s_of K z' i) (fun W' => z_of N W' o b)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun k => s i * (delta i k - s k) * o m * delta k l)) _).
  { assert (rsum K (fun k => exp (z k)) <> 0).
    { sgn. }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((s i * (delta i k - s k)) * (o m * delta k l)) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { rule (shared_12 i k). }
    rule (shared_13 k l m). }
  rule (shared_14 i m l).
Qed.

Lemma shared_37 :
  forall l m : nat,
  (l < K)%nat ->
  (m < N)%nat ->
  rsum K (fun i => - (t i / s i * s i * (delta i l - s l) * o m)) = s l * o m * rsum K (fun i => t i) - t l * o m.
Proof.
  intros l m ? ?.
  assert ((forall i, (i < K)%nat -> s i <> 0)).
  { intros i ?.
    sgn. }
  apply (eq_eq _ (rsum K (fun i => - (delta i l * o m * t i) + o m * s l * t i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    cancel. }
  apply (eq_eq _ (rsum K (fun k => - (delta k l * o m * t k) + o m * s l * t k)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => - (delta k l * o m * t k)) + rsum K (fun k => o m * s l * t k)) _).
  { rule (sum_add K (fun i => - (delta i l * o m * t i)) (fun i => o m * s l * t i) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => - (delta i l * o m * t i)) + rsum K (fun i => o m * s l * t i)) _); [ same | ].
  apply (eq_eq _ (- (o m * t l) + o m * s l * rsum K (fun i => t i)) _).
  { refine (f_equal2 Rplus _ _).
    { rule (shared_25 l m). }
    apply (eq_eq _ (rsum K (fun k => o m * s l * t k)) _); [ same | ].
    apply (eq_eq _ (o m * s l * rsum K (fun k => t k)) _); [ | same ].
    rule_same (sum_factor K (o m * s l) (fun i => t i) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => t i) * o m * s l - o m * t l) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_38 :
  forall l m : nat,
  (l < K)%nat ->
  (m < N)%nat ->
  s l * o m * rsum K (fun i => t i) - t l * o m = (s l * rsum K (fun i => t i) - t l) * o m.
Proof.
  intros l m ? ?.
  apply (eq_eq _ (rsum K (fun i => t i) * o m * s l - o m * t l) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_39 :
  forall l m : nat,
  (l < K)%nat ->
  (m < N)%nat ->
  (rsum K (fun i => t i) = 1) ->
  (s l * rsum K (fun i => t i) - t l) * o m = (s l - t l) * o m.
Proof.
  intros l m ? ? ?.
  apply (eq_eq _ (rsum K (fun i => t i) * o m * s l - o m * t l) _).
  { arith. }
  apply (eq_eq _ (1 * o m * s l - o m * t l) _).
  { refine (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl).
    apply (eq_eq _ (rsum K (fun i => t i)) _).
    { reflexivity. }
    hyp. }
  apply (eq_eq _ (o m * s l - o m * t l) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_40 :
  forall l m : nat,
  (l < K)%nat ->
  (m < N)%nat ->
  (rsum K (fun i => t i) = 1) ->
  pd (at2 W l m) (fun W' => L_of K t (s_of K (z_of N W' o b))) = (s l - t l) * o m.
Proof.
  intros l m ? ? ?.
  apply (eq_eq _ (rsum K (fun i => pd (at1 s i) (fun s' => L_of K t s') * pd (at2 W l m) (fun W' => s_of K (z_of N W' o b) i))) _).
  { assert ((forall i, (i < K)%nat -> 0 < s i)).
    { intros i ?.
      sgn. }
    assert (rsum K (fun k => exp (z k)) <> 0).
    { sgn. }
    apply (chain1 (at2 W l m) K (fun s' => L_of K t s') (fun W' => s_of K (z_of N W' o b))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun i => - (t i / s i * s i * (delta i l - s l) * o m))) _).
  { rule (shared_36 l m). }
  apply (eq_eq _ (s l * o m * rsum K (fun i => t i) - t l * o m) _).
  { rule (shared_37 l m). }
  apply (eq_eq _ ((s l * rsum K (fun i => t i) - t l) * o m) _).
  { rule (shared_38 l m). }
  rule (shared_39 l m).
Qed.

Lemma shared_41 :
  forall l : nat,
  (l < N)%nat ->
  (rsum K (fun i => t i) = 1) ->
  pd (at1 o l) (fun o' => L_of K t (s_of K (z_of N W o' b))) = rsum K (fun k => W k l * (s k - t k)).
Proof.
  intros l ? ?.
  apply (eq_eq _ (rsum K (fun i => pd (at1 s i) (fun s' => L_of K t s') * pd (at1 o l) (fun o' => s_of K (z_of N W o' b) i))) _).
  { assert ((forall i, (i < K)%nat -> 0 < s i)).
    { intros i ?.
      sgn. }
    assert (rsum K (fun k => exp (z k)) <> 0).
    { sgn. }
    apply (chain1 (at1 o l) K (fun s' => L_of K t s') (fun o' => s_of K (z_of N W o' b))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun i => - (t i / s i * s i * (W i l - rsum K (fun k => W k l * s k))))) _).
  { rule (shared_30 l). }
  apply (eq_eq _ (rsum K (fun i => t i) * rsum K (fun k => W k l * s k) - rsum K (fun i => W i l * t i)) _).
  { rule (shared_32 l). }
  apply (eq_eq _ (rsum K (fun k => W k l * (s k * rsum K (fun i => t i) - t k))) _).
  { rule (shared_34 l). }
  rule (shared_35 l).
Qed.

Lemma shared_42 :
  rsum K (fun k => rsum N (fun m => W k m * o_dot m) * s k - rsum N (fun m => W k m * o_dot m) * t k) = rsum K (fun l => rsum N (fun k => W l k * o_dot k * s l)) + (-1) * rsum K (fun l => rsum N (fun k => W l k * o_dot k * t l)).
Proof.
  apply (eq_eq _ (rsum K (fun k => rsum N (fun m => W k m * o_dot m) * s k) + rsum K (fun k => - (rsum N (fun m => W k m * o_dot m) * t k))) _).
  { rule (sum_add K (fun l => rsum N (fun k => W l k * o_dot k) * s l) (fun l => - (rsum N (fun k => W l k * o_dot k) * t l)) (fun l => true)). }
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => W l k * o_dot k) * s l) + rsum K (fun l => - (rsum N (fun k => W l k * o_dot k) * t l))) _); [ same | ].
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum K (fun l => s l * rsum N (fun k => W l k * o_dot k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun l => rsum N (fun k => s l * W l k * o_dot k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor N (s l) (fun k => W l k * o_dot k) (fun k => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun l => (-1) * rsum N (fun k => W l k * o_dot k) * t l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => (-1) * rsum N (fun m => W k m * o_dot m) * t k)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum K (fun k => rsum N (fun m => W k m * o_dot m) * t k)) _).
  { rule_same (sum_factor K (-1) (fun l => rsum N (fun k => W l k * o_dot k) * t l) (fun l => true)). }
  apply (eq_eq _ ((-1) * rsum K (fun l => rsum N (fun k => W l k * o_dot k) * t l)) _); [ same | ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum K (fun l => t l * rsum N (fun k => W l k * o_dot k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => t l * W l k * o_dot k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (t l) (fun k => W l k * o_dot k) (fun k => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Lemma shared_43 :
  forall l : nat,
  (l < K)%nat ->
  (rsum K (fun i => t i) = 1) ->
  pd (at1 b l) (fun b' => L_of K t (s_of K (z_of N W o b'))) = s l - t l.
Proof.
  intros l ? ?.
  apply (eq_eq _ (rsum K (fun i => pd (at1 s i) (fun s' => L_of K t s') * pd (at1 b l) (fun b' => s_of K (z_of N W o b') i))) _).
  { assert ((forall i, (i < K)%nat -> 0 < s i)).
    { intros i ?.
      sgn. }
    assert (rsum K (fun k => exp (z k)) <> 0).
    { sgn. }
    apply (chain1 (at1 b l) K (fun s' => L_of K t s') (fun b' => s_of K (z_of N W o b'))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum K (fun i => - (t i / s i * s i * (delta i l - s l)))) _).
  { rule (shared_27 l). }
  apply (eq_eq _ (s l * rsum K (fun i => t i) - t l) _).
  { rule (shared_28 l). }
  rule (shared_29 l).
Qed.

(** * Outputs by scores *)

Section outputs.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* definition of s_i *)
Lemma outputs_1_unfold :
  pd (at1 z j) (fun z' => s_of K z' i)
  = pd (at1 z j) (fun z' => exp (z' i) / rsum K (fun k => exp (z' k))).
Proof.
  reflexivity.
Qed.

(* quotient rule with g = exp(z_i), h = Σ_k exp(z_k) *)
Lemma outputs_2_diff_div :
  pd (at1 z j) (fun z' => exp (z' i) / rsum K (fun k => exp (z' k)))
  = (pd (at1 z j) (fun z' => exp (z' i)) * rsum K (fun k => exp (z k)) - exp (z i) * pd (at1 z j) (fun z' => rsum K (fun k => exp (z' k)))) / rsum K (fun k => exp (z k)) ^ 2.
Proof.
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  rule (diff_div (at1 z j) (fun z' => exp (z' i)) (fun z' => rsum K (fun k => exp (z' k)))).
Qed.

(* derivative of exp, chain rule; differentiate under the sum; ∂z_i/∂z_j = δ_ij *)
Lemma outputs_3_diff_exp :
  (pd (at1 z j) (fun z' => exp (z' i)) * rsum K (fun k => exp (z k)) - exp (z i) * pd (at1 z j) (fun z' => rsum K (fun k => exp (z' k)))) / rsum K (fun k => exp (z k)) ^ 2
  = (exp (z i) * delta i j * rsum K (fun k => exp (z k)) - exp (z i) * rsum K (fun k => exp (z k) * delta k j)) / rsum K (fun k => exp (z k)) ^ 2.
Proof.
  rule_same (shared_1 i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma outputs_4_sum_delta :
  (exp (z i) * delta i j * rsum K (fun k => exp (z k)) - exp (z i) * rsum K (fun k => exp (z k) * delta k j)) / rsum K (fun k => exp (z k)) ^ 2
  = (exp (z i) * delta i j * rsum K (fun k => exp (z k)) - exp (z i) * exp (z j)) / rsum K (fun k => exp (z k)) ^ 2.
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  rule_same (shared_2 i j).
Qed.

(* split the fraction *)
Lemma outputs_5_ring :
  (exp (z i) * delta i j * rsum K (fun k => exp (z k)) - exp (z i) * exp (z j)) / rsum K (fun k => exp (z k)) ^ 2
  = exp (z i) * delta i j * rsum K (fun k => exp (z k)) / rsum K (fun k => exp (z k)) ^ 2 - exp (z i) * exp (z j) / rsum K (fun k => exp (z k)) ^ 2.
Proof.
  fractions.
Qed.

(* definition of s_i *)
Lemma outputs_6_unfold :
  exp (z i) * delta i j * rsum K (fun k => exp (z k)) / rsum K (fun k => exp (z k)) ^ 2 - exp (z i) * exp (z j) / rsum K (fun k => exp (z k)) ^ 2
  = s i * delta i j - s i * s j.
Proof.
  rule_same (shared_3 i j).
Qed.

(* factor out s_i *)
Lemma outputs_7_ring :
  s i * delta i j - s i * s j
  = s i * (delta i j - s j).
Proof.
  rule (shared_4 i j).
Qed.

Lemma outputs_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Theorem outputs :
  is_pd (at1 z j) (fun z' => s_of K z' i)
  (s i * (delta i j - s j)).
Proof.
  pose proof outputs_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ outputs_1_unfold (eq_eq _ _ _ outputs_2_diff_div (eq_eq _ _ _ outputs_3_diff_exp (eq_eq _ _ _ outputs_4_sum_delta (eq_eq _ _ _ outputs_5_ring (eq_eq _ _ _ outputs_6_unfold outputs_7_ring)))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition outputs_outright : option (
  is_pd (at1 z j) (fun z' => s_of K z' i)
  (s i * (delta i j - s j))).
Proof.
  attempt "outputs" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Exp (Formula.V (i))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k))))))).
Defined.
End outputs.

(** * Outputs by weights *)

Section outputs_weights.
Variables (i m n : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis m_in : (m < K)%nat.
Hypothesis n_in : (n < N)%nat.

(* chain rule through z_k *)
Lemma outputs_weights_1_chain :
  pd (at2 W m n) (fun W' => s_of K (z_of N W' o b) i)
  = rsum K (fun k => pd (at1 z k) (fun z' => s_of K z' i) * pd (at2 W m n) (fun W' => z_of N W' o b k)).
Proof.
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply (eq_eq _ ((exp (z i) * (rsum N (fun k => o k * delta i m * delta k n) + 0) * rsum K (fun k => exp (z k)) - exp (z i) * rsum K (fun k => exp (z k) * (rsum N (fun l => o l * delta k m * delta l n) + 0))) / rsum K (fun k => exp (z k)) ^ 2) _).
  { rule_same (shared_7 i m n). }
  apply (eq_eq _ ((exp (z i) * rsum N (fun k => o k * delta i m * delta k n) * rsum K (fun k => exp (z k)) - exp (z i) * rsum K (fun k => exp (z k) * rsum N (fun l => o l * delta k m * delta l n))) / rsum K (fun k => exp (z k)) ^ 2) _).
  { rule_same (shared_8 i m n). }
  apply (eq_eq _ ((exp (z i) * delta i m * o n * rsum K (fun k => exp (z k)) - exp (z i) * o n * exp (z m)) / rsum K (fun k => exp (z k)) ^ 2) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule_same (shared_10 i m n). }
  apply (eq_eq _ (delta i m * exp (z i) * o n / rsum K (fun k => exp (z k)) - exp (z i) * exp (z m) * o n / rsum K (fun k => exp (z k)) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (rsum K (fun k => delta i k * delta k m * exp (z i) * o n / rsum K (fun k' => exp (z k')) - delta k m * exp (z i) * exp (z k) * o n / rsum K (fun k' => exp (z k')) ^ 2)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((delta i k * exp (z i) / rsum K (fun k' => exp (z k')) - exp (z i) * exp (z k) / rsum K (fun k' => exp (z k')) ^ 2) * delta k m * o n) _).
    { apply (eq_eq _ ((delta i k * exp (z i) / rsum K (fun k' => exp (z k')) - exp (z i) * exp (z k) / rsum K (fun k' => exp (z k')) ^ 2) * (delta k m * o n)) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (pd (at1 z k) (fun z' => exp (z' i) / rsum K (fun k' => exp (z' k')))) _).
        { reflexivity. }
        apply (eq_eq _ ((pd (at1 z k) (fun z' => exp (z' i)) * rsum K (fun k' => exp (z k')) - exp (z i) * pd (at1 z k) (fun z' => rsum K (fun k' => exp (z' k')))) / rsum K (fun k' => exp (z k')) ^ 2) _).
        { rule (diff_div (at1 z k) (fun z' => exp (z' i)) (fun z' => rsum K (fun k' => exp (z' k')))). }
        apply (eq_eq _ ((exp (z i) * delta i k * rsum K (fun k' => exp (z k')) - exp (z i) * rsum K (fun l => exp (z l) * delta l k)) / rsum K (fun k' => exp (z k')) ^ 2) _).
        { rule_same (shared_1 i k). }
        apply (eq_eq _ ((exp (z i) * delta i k * rsum K (fun k' => exp (z k')) - exp (z i) * exp (z k)) / rsum K (fun k' => exp (z k')) ^ 2) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          rule_same (shared_2 i k). }
        cancel. }
      apply (eq_eq _ (rsum N (fun l => o l * delta k m * delta l n)) _).
      { rule_same (shared_11 k m n). }
      rule (shared_9 k m n). }
    fractions. }
  apply (eq_eq _ (rsum K (fun k => delta i k * delta k m * exp (z i) * o n / rsum K (fun k' => exp (z k'))) + rsum K (fun k => - (delta k m * exp (z i) * exp (z k) * o n / rsum K (fun k' => exp (z k')) ^ 2))) _).
  { rule (sum_add K (fun k => delta i k * delta k m * exp (z i) * o n / rsum K (fun k' => exp (z k'))) (fun k => - (delta k m * exp (z i) * exp (z k) * o n / rsum K (fun k' => exp (z k')) ^ 2)) (fun k => true)). }
  apply (eq_eq _ (exp (z i) * o n / rsum K (fun k => exp (z k)) * delta i m - exp (z i) * o n / rsum K (fun k => exp (z k)) ^ 2 * exp (z m)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => exp (z i) * o n / rsum K (fun k' => exp (z k')) * delta i k * delta k m)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (exp (z i) * o n / rsum K (fun k => exp (z k)) * rsum K (fun k => delta i k * delta k m)) _).
      { rule_same (sum_factor K (exp (z i) * o n / rsum K (fun k => exp (z k))) (fun k => delta i k * delta k m) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun k => delta k i * delta k m)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        same. }
      rule (sum_delta K (fun k => delta k m) i). }
    apply (eq_eq _ (rsum K (fun k => - (exp (z i) * o n / rsum K (fun k' => exp (z k')) ^ 2 * delta k m * exp (z k)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (- rsum K (fun k => exp (z i) * o n / rsum K (fun k' => exp (z k')) ^ 2 * delta k m * exp (z k))) _).
    { rule (sum_neg K (fun k => exp (z i) * o n / rsum K (fun k' => exp (z k')) ^ 2 * delta k m * exp (z k)) (fun k => true)). }
    refine (f_equal Ropp _).
    apply (eq_eq _ (exp (z i) * o n / rsum K (fun k => exp (z k)) ^ 2 * rsum K (fun k => delta k m * exp (z k))) _).
    { rule_same (sum_factor K (exp (z i) * o n / rsum K (fun k => exp (z k)) ^ 2) (fun k => delta k m * exp (z k)) (fun k => true)). }
    refine (f_equal2 Rmult eq_refl _).
    rule (sum_delta K (fun k => exp (z k)) m). }
  fractions.
Qed.

(* put in ∂s_i/∂z_k and ∂z_k/∂W_mn *)
Lemma outputs_weights_2_lemma :
  rsum K (fun k => pd (at1 z k) (fun z' => s_of K z' i) * pd (at2 W m n) (fun W' => z_of N W' o b k))
  = s i * (delta i m - s m) * o n.
Proof.
  assert (rsum K (fun k => exp (rsum N (fun j => W k j * o j) + b k)) <> 0).
  { sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum K (fun k => delta i k * delta k m * exp (rsum N (fun j => W i j * o j) + b i) * o n / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) - delta k m * exp (rsum N (fun j => W i j * o j) + b i) * exp (rsum N (fun j => W k j * o j) + b k) * o n / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) ^ 2)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((delta i k * exp (rsum N (fun j => W i j * o j) + b i) / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) - exp (rsum N (fun j => W i j * o j) + b i) * exp (rsum N (fun j => W k j * o j) + b k) / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) ^ 2) * delta k m * o n) _).
    { apply (eq_eq _ ((delta i k * exp (rsum N (fun j => W i j * o j) + b i) / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) - exp (rsum N (fun j => W i j * o j) + b i) * exp (rsum N (fun j => W k j * o j) + b k) / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) ^ 2) * (delta k m * o n)) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (pd (at1 z k) (fun z' => exp (z' i) / rsum K (fun k' => exp (z' k')))) _).
        { reflexivity. }
        apply (eq_eq _ ((pd (at1 z k) (fun z' => exp (z' i)) * rsum K (fun k' => exp (z k')) - exp (z i) * pd (at1 z k) (fun z' => rsum K (fun k' => exp (z' k')))) / rsum K (fun k' => exp (z k')) ^ 2) _).
        { rule (diff_div (at1 z k) (fun z' => exp (z' i)) (fun z' => rsum K (fun k' => exp (z' k')))). }
        apply (eq_eq _ ((exp (z i) * delta i k * rsum K (fun k' => exp (z k')) - exp (z i) * rsum K (fun l => exp (z l) * delta l k)) / rsum K (fun k' => exp (z k')) ^ 2) _).
        { rule_same (shared_1 i k). }
        apply (eq_eq _ ((exp (rsum N (fun j => W i j * o j) + b i) * delta i k * rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) - exp (rsum N (fun j => W i j * o j) + b i) * exp (rsum N (fun j => W k j * o j) + b k)) / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) ^ 2) _).
        { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
          apply (eq_eq _ (rsum K (fun l => delta l k * exp (rsum N (fun j => W l j * o j) + b l))) _).
          { apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ (exp (rsum N (fun j => W l j * o j) + b l) * delta l k) _).
            { reflexivity. }
            arith. }
          rule_same (sum_delta K (fun l => exp (rsum N (fun j => W l j * o j) + b l)) k). }
        cancel. }
      apply (eq_eq _ (rsum N (fun l => o l * delta k m * delta l n)) _).
      { rule_same (shared_11 k m n). }
      rule (shared_9 k m n). }
    fractions. }
  apply (eq_eq _ (rsum K (fun k => delta i k * delta k m * exp (rsum N (fun j => W i j * o j) + b i) * o n / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k'))) + rsum K (fun k => - (delta k m * exp (rsum N (fun j => W i j * o j) + b i) * exp (rsum N (fun j => W k j * o j) + b k) * o n / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) ^ 2))) _).
  { rule (sum_add K (fun k => delta i k * delta k m * exp (rsum N (fun j => W i j * o j) + b i) * o n / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k'))) (fun k => - (delta k m * exp (rsum N (fun j => W i j * o j) + b i) * exp (rsum N (fun j => W k j * o j) + b k) * o n / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) ^ 2)) (fun k => true)). }
  apply (eq_eq _ (exp (rsum N (fun j => W i j * o j) + b i) * o n / rsum K (fun k => exp (rsum N (fun j => W k j * o j) + b k)) * delta i m - exp (rsum N (fun j => W i j * o j) + b i) * o n / rsum K (fun k => exp (rsum N (fun j => W k j * o j) + b k)) ^ 2 * exp (rsum N (fun j => W m j * o j) + b m)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => exp (rsum N (fun j => W i j * o j) + b i) * o n / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) * delta i k * delta k m)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (exp (rsum N (fun j => W i j * o j) + b i) * o n / rsum K (fun k => exp (rsum N (fun j => W k j * o j) + b k)) * rsum K (fun k => delta i k * delta k m)) _).
      { rule_same (sum_factor K (exp (rsum N (fun j => W i j * o j) + b i) * o n / rsum K (fun k => exp (rsum N (fun j => W k j * o j) + b k))) (fun k => delta i k * delta k m) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun k => delta k i * delta k m)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        same. }
      rule (sum_delta K (fun k => delta k m) i). }
    apply (eq_eq _ (rsum K (fun k => - (exp (rsum N (fun j => W i j * o j) + b i) * o n / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) ^ 2 * delta k m * exp (rsum N (fun j => W k j * o j) + b k)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (- rsum K (fun k => exp (rsum N (fun j => W i j * o j) + b i) * o n / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) ^ 2 * delta k m * exp (rsum N (fun j => W k j * o j) + b k))) _).
    { rule (sum_neg K (fun k => exp (rsum N (fun j => W i j * o j) + b i) * o n / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j) + b k')) ^ 2 * delta k m * exp (rsum N (fun j => W k j * o j) + b k)) (fun k => true)). }
    refine (f_equal Ropp _).
    apply (eq_eq _ (exp (rsum N (fun j => W i j * o j) + b i) * o n / rsum K (fun k => exp (rsum N (fun j => W k j * o j) + b k)) ^ 2 * rsum K (fun k => delta k m * exp (rsum N (fun j => W k j * o j) + b k))) _).
    { rule_same (sum_factor K (exp (rsum N (fun j => W i j * o j) + b i) * o n / rsum K (fun k => exp (rsum N (fun j => W k j * o j) + b k)) ^ 2) (fun k => delta k m * exp (rsum N (fun j => W k j * o j) + b k)) (fun k => true)). }
    refine (f_equal2 Rmult eq_refl _).
    rule (sum_delta K (fun k => exp (rsum N (fun j => W k j * o j) + b k)) m). }
  apply (eq_eq _ (delta i m * exp (rsum N (fun j => W i j * o j) + b i) * o n / rsum K (fun k => exp (rsum N (fun j => W k j * o j) + b k)) - exp (rsum N (fun j => W i j * o j) + b i) * exp (rsum N (fun j => W m j * o j) + b m) * o n / rsum K (fun k => exp (rsum N (fun j => W k j * o j) + b k)) ^ 2) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (exp (rsum N (fun j => W i j * o j) + b i) / rsum K (fun k => exp (rsum N (fun j => W k j * o j) + b k)) * (delta i m - exp (rsum N (fun j => W m j * o j) + b m) / rsum K (fun k => exp (rsum N (fun j => W k j * o j) + b k))) * o n) _).
  { reflexivity. }
  fractions.
Qed.

Lemma outputs_weights_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Theorem outputs_weights :
  is_pd (at2 W m n) (fun W' => s_of K (z_of N W' o b) i)
  (s i * (delta i m - s m) * o n).
Proof.
  pose proof outputs_weights_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ outputs_weights_1_chain outputs_weights_2_lemma).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition outputs_weights_outright : option (
  is_pd (at2 W m n) (fun W' => s_of K (z_of N W' o b) i)
  (s i * (delta i m - s m) * o n)).
Proof.
  attempt "outputs_weights" by Formula.outright (Formula.by_matrix (Formula.Div (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (i, j)) (Formula.C (o j))))) (Formula.C (b i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (k, j)) (Formula.C (o j))))) (Formula.C (b k)))))))).
Defined.
End outputs_weights.

(** * A weight of the same output *)

Section own_weight.
Variables (m n : nat).
Hypothesis m_in : (m < K)%nat.
Hypothesis n_in : (n < N)%nat.

(* chain rule through z_i *)
Lemma own_weight_1_chain :
  pd (at2 W m n) (fun W' => s_of K (z_of N W' o b) m)
  = rsum K (fun i => pd (at1 z i) (fun z' => s_of K z' m) * pd (at2 W m n) (fun W' => z_of N W' o b i)).
Proof.
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply (chain1 (at2 W m n) K (fun z' => s_of K z' m) (fun W' => z_of N W' o b)); [ dsm | premise ].
Qed.

(* put in ∂s_m/∂z_i and ∂z_i/∂W_mn *)
Lemma own_weight_2_lemma :
  rsum K (fun i => pd (at1 z i) (fun z' => s_of K z' m) * pd (at2 W m n) (fun W' => z_of N W' o b i))
  = rsum K (fun i => s m * (delta m i - s i) * o n * delta i m).
Proof.
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((s m * (delta m i - s i)) * (o n * delta i m)) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_12 m i). }
  rule (shared_13 i m n).
Qed.

(* the delta keeps one term of the sum *)
Lemma own_weight_3_sum_delta :
  rsum K (fun i => s m * (delta m i - s i) * o n * delta i m)
  = s m * (delta m m - s m) * o n.
Proof.
  apply (eq_eq _ (rsum K (fun i => delta i m * s m * (delta m i - s i) * o n)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta k m * s m * (delta m k - s k) * o n)) _); [ same | ].
  rule_same (sum_delta K (fun i => s m * (delta m i - s i) * o n) m).
Qed.

(* equal indices *)
Lemma own_weight_4_delta_same :
  s m * (delta m m - s m) * o n
  = s m * (1 - s m) * o n.
Proof.
  apply (eq_eq _ (s m * (1 - s m) * o n) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl (f_equal2 Rplus _ eq_refl)) eq_refl).
    rule (delta_same m). }
  apply (eq_eq _ (o n * s m - o n * s m ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma own_weight_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Theorem own_weight :
  is_pd (at2 W m n) (fun W' => s_of K (z_of N W' o b) m)
  (s m * (1 - s m) * o n).
Proof.
  pose proof own_weight_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ own_weight_1_chain (eq_eq _ _ _ own_weight_2_lemma (eq_eq _ _ _ own_weight_3_sum_delta own_weight_4_delta_same))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition own_weight_outright : option (
  is_pd (at2 W m n) (fun W' => s_of K (z_of N W' o b) m)
  (s m * (1 - s m) * o n)).
Proof.
  attempt "own_weight" by Formula.outright (Formula.by_matrix (Formula.Div (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (m, j)) (Formula.C (o j))))) (Formula.C (b m)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (k, j)) (Formula.C (o j))))) (Formula.C (b k)))))))).
Defined.
End own_weight.

(** * A weight of another output *)

Section other_weight.
Variables (i m n : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis m_in : (m < K)%nat.
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : i <> m.

(* chain rule through z_k *)
Lemma other_weight_1_chain :
  pd (at2 W m n) (fun W' => s_of K (z_of N W' o b) i)
  = rsum K (fun k => pd (at1 z k) (fun z' => s_of K z' i) * pd (at2 W m n) (fun W' => z_of N W' o b k)).
Proof.
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply (chain1 (at2 W m n) K (fun z' => s_of K z' i) (fun W' => z_of N W' o b)); [ dsm | premise ].
Qed.

(* put in ∂s_i/∂z_k and ∂z_k/∂W_mn *)
Lemma other_weight_2_lemma :
  rsum K (fun k => pd (at1 z k) (fun z' => s_of K z' i) * pd (at2 W m n) (fun W' => z_of N W' o b k))
  = rsum K (fun k => s i * (delta i k - s k) * o n * delta k m).
Proof.
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((s i * (delta i k - s k)) * (o n * delta k m)) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_12 i k). }
  rule (shared_13 k m n).
Qed.

(* the delta keeps one term of the sum *)
Lemma other_weight_3_sum_delta :
  rsum K (fun k => s i * (delta i k - s k) * o n * delta k m)
  = s i * (delta i m - s m) * o n.
Proof.
  rule (shared_14 i n m).
Qed.

(* different indices *)
Lemma other_weight_4_delta_apart :
  s i * (delta i m - s m) * o n
  = - (s i * s m * o n).
Proof.
  apply (eq_eq _ (s i * (0 - s m) * o n) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl (f_equal2 Rplus _ eq_refl)) eq_refl).
    rule (delta_apart i m). }
  apply (eq_eq _ (s i * (- s m) * o n) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
    arith. }
  arith.
Qed.

Lemma other_weight_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Theorem other_weight :
  is_pd (at2 W m n) (fun W' => s_of K (z_of N W' o b) i)
  (- (s i * s m * o n)).
Proof.
  pose proof other_weight_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ other_weight_1_chain (eq_eq _ _ _ other_weight_2_lemma (eq_eq _ _ _ other_weight_3_sum_delta other_weight_4_delta_apart))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition other_weight_outright : option (
  is_pd (at2 W m n) (fun W' => s_of K (z_of N W' o b) i)
  (- (s i * s m * o n))).
Proof.
  attempt "other_weight" by Formula.outright (Formula.by_matrix (Formula.Div (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (i, j)) (Formula.C (o j))))) (Formula.C (b i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (k, j)) (Formula.C (o j))))) (Formula.C (b k)))))))).
Defined.
End other_weight.

(** * Gradient for the scores *)

Section scores.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : rsum K (fun i' => t i') = 1.

(* chain rule through s_k *)
Lemma scores_1_chain :
  pd (at1 z i) (fun z' => L_of K t (s_of K z'))
  = rsum K (fun k => pd (at1 s k) (fun s' => L_of K t s') * pd (at1 z i) (fun z' => s_of K z' k)).
Proof.
  assert ((forall k, (k < K)%nat -> s k <> 0)).
  { intros k ?.
    sgn. }
  assert ((forall i', (i' < K)%nat -> 0 < s i')).
  { intros i' ?.
    sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply (eq_eq _ (exp (z i) * rsum K (fun k => exp (z k) * t k / s k) / rsum K (fun l => exp (z l)) ^ 2 - exp (z i) * t i / (rsum K (fun l => exp (z l)) * s i)) _).
  { rule_same (shared_17 i). }
  symmetry.
  apply (eq_eq _ (rsum K (fun k => - (delta k i * exp (z k) * t k / (rsum K (fun l => exp (z l)) * s k)) + exp (z i) * exp (z k) * t k / (rsum K (fun l => exp (z l)) ^ 2 * s k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (- (t k / s k * (delta k i * exp (z k) / rsum K (fun l => exp (z l)) - exp (z i) * exp (z k) / rsum K (fun l => exp (z l)) ^ 2))) _).
    { apply (eq_eq _ ((- (t k / s k)) * (delta k i * exp (z k) / rsum K (fun l => exp (z l)) - exp (z i) * exp (z k) / rsum K (fun l => exp (z l)) ^ 2)) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (- rsum K (fun l => t l * delta l k / s l)) _).
        { rule (shared_19 k). }
        rule (shared_20 k). }
      apply (eq_eq _ (pd (at1 z i) (fun z' => exp (z' k) / rsum K (fun l => exp (z' l)))) _).
      { reflexivity. }
      apply (eq_eq _ ((pd (at1 z i) (fun z' => exp (z' k)) * rsum K (fun l => exp (z l)) - exp (z k) * pd (at1 z i) (fun z' => rsum K (fun l => exp (z' l)))) / rsum K (fun l => exp (z l)) ^ 2) _).
      { rule (diff_div (at1 z i) (fun z' => exp (z' k)) (fun z' => rsum K (fun l => exp (z' l)))). }
      apply (eq_eq _ ((exp (z k) * delta k i * rsum K (fun l => exp (z l)) - exp (z k) * rsum K (fun k' => exp (z k') * delta k' i)) / rsum K (fun l => exp (z l)) ^ 2) _).
      { rule_same (shared_1 k i). }
      apply (eq_eq _ ((exp (z k) * delta k i * rsum K (fun l => exp (z l)) - exp (z k) * exp (z i)) / rsum K (fun l => exp (z l)) ^ 2) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        rule_same (shared_2 k i). }
      cancel. }
    fractions. }
  apply (eq_eq _ (rsum K (fun k => - (delta k i * exp (z k) * t k / (rsum K (fun l => exp (z l)) * s k))) + rsum K (fun k => exp (z i) * exp (z k) * t k / (rsum K (fun l => exp (z l)) ^ 2 * s k))) _).
  { rule (sum_add K (fun k => - (delta k i * exp (z k) * t k / (rsum K (fun l => exp (z l)) * s k))) (fun k => exp (z i) * exp (z k) * t k / (rsum K (fun l => exp (z l)) ^ 2 * s k)) (fun k => true)). }
  apply (eq_eq _ (- (1 / rsum K (fun l => exp (z l)) * (exp (z i) * t i / s i)) + exp (z i) / rsum K (fun l => exp (z l)) ^ 2 * rsum K (fun k => exp (z k) * t k / s k)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => - (1 / rsum K (fun l => exp (z l)) * (delta k i * exp (z k) * t k / s k)))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum K (fun k => 1 / rsum K (fun l => exp (z l)) * (delta k i * exp (z k) * t k / s k))) _).
      { rule (sum_neg K (fun k => 1 / rsum K (fun l => exp (z l)) * (delta k i * exp (z k) * t k / s k)) (fun k => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (1 / rsum K (fun l => exp (z l)) * rsum K (fun k => delta k i * exp (z k) * t k / s k)) _).
      { rule (sum_factor K (1 / rsum K (fun l => exp (z l))) (fun k => delta k i * exp (z k) * t k / s k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule (shared_16 i). }
    apply (eq_eq _ (rsum K (fun k => exp (z i) / rsum K (fun l => exp (z l)) ^ 2 * (exp (z k) * t k / s k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_factor K (exp (z i) / rsum K (fun l => exp (z l)) ^ 2) (fun k => exp (z k) * t k / s k) (fun k => true)). }
  fractions.
Qed.

(* put in ∂ℒ/∂s_k and ∂s_k/∂z_i *)
Lemma scores_2_lemma :
  rsum K (fun k => pd (at1 s k) (fun s' => L_of K t s') * pd (at1 z i) (fun z' => s_of K z' k))
  = s i - t i.
Proof.
  assert ((forall k, (k < K)%nat -> exp (b k) <> 0)).
  { intros k ?.
    sgn. }
  assert ((forall k, (k < K)%nat -> exp (rsum N (fun j => W k j * o j)) <> 0)).
  { intros k ?.
    sgn. }
  assert (rsum K (fun l => exp (rsum N (fun j => W l j * o j)) * exp (b l)) <> 0).
  { sgn. }
  assert (rsum K (fun l => exp (z l)) <> 0).
  { sgn. }
  assert ((forall i', (i' < K)%nat -> 0 < s i')).
  { intros i' ?.
    sgn. }
  apply (eq_eq _ (rsum K (fun k => - (delta k i * t k) + exp (rsum N (fun j => W i j * o j)) * exp (b i) * t k / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j)) * exp (b k')))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (- (rsum K (fun k' => exp (rsum N (fun j => W k' j * o j)) * exp (b k')) * t k / (exp (rsum N (fun j => W k j * o j)) * exp (b k)) * (delta k i * exp (rsum N (fun j => W k j * o j)) * exp (b k) / rsum K (fun l => exp (rsum N (fun j => W l j * o j)) * exp (b l)) - exp (rsum N (fun j => W i j * o j)) * exp (rsum N (fun j => W k j * o j)) * exp (b i) * exp (b k) / rsum K (fun l => exp (rsum N (fun j => W l j * o j)) * exp (b l)) ^ 2))) _).
    { apply (eq_eq _ ((- (rsum K (fun k' => exp (rsum N (fun j => W k' j * o j)) * exp (b k')) * t k / (exp (rsum N (fun j => W k j * o j)) * exp (b k)))) * (delta k i * exp (rsum N (fun j => W k j * o j)) * exp (b k) / rsum K (fun l => exp (rsum N (fun j => W l j * o j)) * exp (b l)) - exp (rsum N (fun j => W i j * o j)) * exp (rsum N (fun j => W k j * o j)) * exp (b i) * exp (b k) / rsum K (fun l => exp (rsum N (fun j => W l j * o j)) * exp (b l)) ^ 2)) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (- rsum K (fun l => t l * delta l k / s l)) _).
        { rule (shared_19 k). }
        apply (eq_eq _ (- (rsum K (fun k' => exp (rsum N (fun j => W k' j * o j)) * exp (b k')) * (t k / (exp (rsum N (fun j => W k j * o j)) * exp (b k))))) _).
        { refine (f_equal Ropp _).
          apply (eq_eq _ (rsum K (fun l => delta l k * rsum K (fun k' => exp (rsum N (fun j => W k' j * o j)) * exp (b k')) * t l / (exp (rsum N (fun j => W l j * o j)) * exp (b l)))) _).
          { apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ (t l * delta l k / (exp (rsum N (fun j => W l j * o j)) * exp (b l) / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j)) * exp (b k')))) _).
            { refine (f_equal2 Rdiv eq_refl _).
              rule (shared_21 l). }
            fractions. }
          apply (eq_eq _ (rsum K (fun l => rsum K (fun k' => exp (rsum N (fun j => W k' j * o j)) * exp (b k')) * (delta l k * t l / (exp (rsum N (fun j => W l j * o j)) * exp (b l))))) _).
          { apply rsum_ext; intros l ?; cbv beta.
            fractions. }
          apply (eq_eq _ (rsum K (fun k' => exp (rsum N (fun j => W k' j * o j)) * exp (b k')) * rsum K (fun l => delta l k * t l / (exp (rsum N (fun j => W l j * o j)) * exp (b l)))) _).
          { rule (sum_factor K (rsum K (fun k' => exp (rsum N (fun j => W k' j * o j)) * exp (b k'))) (fun l => delta l k * t l / (exp (rsum N (fun j => W l j * o j)) * exp (b l))) (fun l => true)). }
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum K (fun l => delta l k * (t l / (exp (rsum N (fun j => W l j * o j)) * exp (b l))))) _).
          { apply rsum_ext; intros l ?; cbv beta.
            fractions. }
          rule_same (sum_delta K (fun l => t l / (exp (rsum N (fun j => W l j * o j)) * exp (b l))) k). }
        fractions. }
      apply (eq_eq _ (pd (at1 z i) (fun z' => exp (z' k) / rsum K (fun l => exp (z' l)))) _).
      { reflexivity. }
      apply (eq_eq _ ((pd (at1 z i) (fun z' => exp (z' k)) * rsum K (fun l => exp (z l)) - exp (z k) * pd (at1 z i) (fun z' => rsum K (fun l => exp (z' l)))) / rsum K (fun l => exp (z l)) ^ 2) _).
      { rule (diff_div (at1 z i) (fun z' => exp (z' k)) (fun z' => rsum K (fun l => exp (z' l)))). }
      apply (eq_eq _ ((exp (z k) * delta k i * rsum K (fun l => exp (z l)) - exp (z k) * rsum K (fun k' => exp (z k') * delta k' i)) / rsum K (fun l => exp (z l)) ^ 2) _).
      { rule_same (shared_1 k i). }
      apply (eq_eq _ ((exp (rsum N (fun j => W k j * o j)) * exp (b k) * delta k i * rsum K (fun l => exp (rsum N (fun j => W l j * o j)) * exp (b l)) - exp (rsum N (fun j => W k j * o j)) * exp (b k) * exp (rsum N (fun j => W i j * o j)) * exp (b i)) / rsum K (fun l => exp (rsum N (fun j => W l j * o j)) * exp (b l)) ^ 2) _).
      { refine (f_equal2 Rdiv _ _).
        { rule_same (shared_22 k i). }
        rule_same shared_23. }
      cancel. }
    cancel. }
  apply (eq_eq _ (rsum K (fun k => - (delta k i * t k)) + rsum K (fun k => exp (rsum N (fun j => W i j * o j)) * exp (b i) * t k / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j)) * exp (b k')))) _).
  { rule (sum_add K (fun k => - (delta k i * t k)) (fun k => exp (rsum N (fun j => W i j * o j)) * exp (b i) * t k / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j)) * exp (b k'))) (fun k => true)). }
  apply (eq_eq _ ((-1) * t i + exp (rsum N (fun j => W i j * o j)) * exp (b i) / rsum K (fun k => exp (rsum N (fun j => W k j * o j)) * exp (b k)) * rsum K (fun k => t k)) _).
  { refine (f_equal2 Rplus _ _).
    { rule (shared_24 i). }
    apply (eq_eq _ (rsum K (fun k => exp (rsum N (fun j => W i j * o j)) * exp (b i) / rsum K (fun k' => exp (rsum N (fun j => W k' j * o j)) * exp (b k')) * t k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_factor K (exp (rsum N (fun j => W i j * o j)) * exp (b i) / rsum K (fun k => exp (rsum N (fun j => W k j * o j)) * exp (b k))) (fun k => t k) (fun k => true)). }
  apply (eq_eq _ (exp (rsum N (fun j => W i j * o j)) * exp (b i) * rsum K (fun k => t k) / rsum K (fun k => exp (rsum N (fun j => W k j * o j)) * exp (b k)) - t i) _).
  { fractions. }
  apply (eq_eq _ (exp (rsum N (fun j => W i j * o j)) * exp (b i) * 1 / rsum K (fun k => exp (rsum N (fun j => W k j * o j)) * exp (b k)) - t i) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl) eq_refl).
    apply (eq_eq _ (rsum K (fun i' => t i')) _); [ same | ].
    apply (eq_eq _ (rsum K (fun i' => t i')) _).
    { reflexivity. }
    hyp. }
  apply (eq_eq _ (exp (rsum N (fun j => W i j * o j)) * exp (b i) / rsum K (fun k => exp (rsum N (fun j => W k j * o j)) * exp (b k)) - t i) _).
  { fractions. }
  symmetry.
  refine (f_equal2 Rplus _ eq_refl).
  rule (shared_21 i).
Qed.

Lemma scores_needs_1 :
  rsum K (fun l => exp (z l)) <> 0.
Proof.
  sgn.
Qed.

Lemma scores_needs_2 :
  (forall i', (i' < K)%nat -> 0 < s i').
Proof.
  intros i' ?.
  sgn.
Qed.

Theorem scores :
  is_pd (at1 z i) (fun z' => L_of K t (s_of K z'))
  (s i - t i).
Proof.
  pose proof scores_needs_1.
  pose proof scores_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ scores_1_chain scores_2_lemma).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition scores_outright : option (
  is_pd (at1 z i) (fun z' => L_of K t (s_of K z'))
  (s i - t i)).
Proof.
  attempt "scores" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i' => (Formula.Mul (Formula.C (t i')) (Formula.Ln (Formula.Div (Formula.Exp (Formula.V (i'))) (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))))))).
Defined.
End scores.

(** * Gradient for the weights *)

Section weights.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < N)%nat.
Hypothesis given1 : rsum K (fun i' => t i') = 1.

(* chain rule through z_k *)
Lemma weights_1_chain :
  pd (at2 W i j) (fun W' => L_of K t (s_of K (z_of N W' o b)))
  = rsum K (fun k => pd (at1 z k) (fun z' => L_of K t (s_of K z')) * pd (at2 W i j) (fun W' => z_of N W' o b k)).
Proof.
  assert ((forall k, (k < K)%nat -> s k <> 0)).
  { intros k ?.
    sgn. }
  assert ((forall i', (i' < K)%nat -> 0 < s i')).
  { intros i' ?.
    sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at2 W i j) (fun W' => - rsum K (fun i' => t i' * ln (s_of K (z_of N W' o b) i')))) _).
  { reflexivity. }
  apply (eq_eq _ (- pd (at2 W i j) (fun W' => rsum K (fun i' => t i' * ln (s_of K (z_of N W' o b) i')))) _).
  { rule (diff_neg (at2 W i j) (fun W' => rsum K (fun i' => t i' * ln (s_of K (z_of N W' o b) i')))). }
  apply (eq_eq _ (- rsum K (fun k => t k * (1 / s k) * ((exp (z k) * (rsum N (fun l => o l * delta k i * delta l j) + 0) * rsum K (fun l => exp (z l)) - exp (z k) * rsum K (fun k' => exp (z k') * (rsum N (fun l => o l * delta k' i * delta l j) + 0))) / rsum K (fun l => exp (z l)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at2 W i j) (fun W' => rsum K (fun k => t k * ln (s_of K (z_of N W' o b) k)))) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => pd (at2 W i j) (fun W' => t k * ln (s_of K (z_of N W' o b) k)))) _).
    { rule (diff_sum (at2 W i j) K (fun k W' => t k * ln (s_of K (z_of N W' o b) k)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at2 W i j) (fun W' => t k * ln (s_of K (z_of N W' o b) k))) _).
    { reflexivity. }
    apply (eq_eq _ (t k * pd (at2 W i j) (fun W' => ln (s_of K (z_of N W' o b) k))) _).
    { assert (pd (at2 W i j) (fun W' => t k) = 0).
      { apply constant. }
      rule (diff_scale (at2 W i j) (fun W' => t k) (fun W' => ln (s_of K (z_of N W' o b) k))). }
    apply (eq_eq _ (t k * (1 / s k * ((exp (z k) * (rsum N (fun l => o l * delta k i * delta l j) + 0) * rsum K (fun l => exp (z l)) - exp (z k) * rsum K (fun k' => exp (z k') * (rsum N (fun l => o l * delta k' i * delta l j) + 0))) / rsum K (fun l => exp (z l)) ^ 2))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (1 / s k * pd (at2 W i j) (fun W' => s_of K (z_of N W' o b) k)) _).
    { rule (diff_log (at2 W i j) (fun W' => s_of K (z_of N W' o b) k)). }
    refine (f_equal2 Rmult eq_refl _).
    rule (shared_7 k i j). }
  apply (eq_eq _ (- rsum K (fun k => t k * (exp (z k) * rsum N (fun l => o l * delta k i * delta l j) * rsum K (fun l => exp (z l)) - exp (z k) * rsum K (fun k' => exp (z k') * rsum N (fun l => o l * delta k' i * delta l j))) / (s k * rsum K (fun l => exp (z l)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (t k * (1 / s k) * ((exp (z k) * rsum N (fun l => o l * delta k i * delta l j) * rsum K (fun l => exp (z l)) - exp (z k) * rsum K (fun k' => exp (z k') * rsum N (fun l => o l * delta k' i * delta l j))) / rsum K (fun l => exp (z l)) ^ 2)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      rule (shared_8 k i j). }
    fractions. }
  apply (eq_eq _ (- (o j / rsum K (fun l => exp (z l)) * (exp (z i) * t i / s i) - exp (z i) * o j / rsum K (fun l => exp (z l)) ^ 2 * rsum K (fun k => exp (z k) * t k / s k))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (rsum K (fun k => delta k i * exp (z k) * o j * t k / (rsum K (fun l => exp (z l)) * s k) - exp (z i) * exp (z k) * o j * t k / (rsum K (fun l => exp (z l)) ^ 2 * s k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (t k * (exp (z k) * delta k i * o j * rsum K (fun l => exp (z l)) - exp (z k) * o j * exp (z i)) / (s k * rsum K (fun l => exp (z l)) ^ 2)) _).
      { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
        rule (shared_10 k i j). }
      cancel. }
    apply (eq_eq _ (rsum K (fun k => delta k i * exp (z k) * o j * t k / (rsum K (fun l => exp (z l)) * s k)) + rsum K (fun k => - (exp (z i) * exp (z k) * o j * t k / (rsum K (fun l => exp (z l)) ^ 2 * s k)))) _).
    { rule (sum_add K (fun k => delta k i * exp (z k) * o j * t k / (rsum K (fun l => exp (z l)) * s k)) (fun k => - (exp (z i) * exp (z k) * o j * t k / (rsum K (fun l => exp (z l)) ^ 2 * s k))) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => o j / rsum K (fun l => exp (z l)) * (delta k i * exp (z k) * t k / s k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (o j / rsum K (fun l => exp (z l)) * rsum K (fun k => delta k i * exp (z k) * t k / s k)) _).
      { rule (sum_factor K (o j / rsum K (fun l => exp (z l))) (fun k => delta k i * exp (z k) * t k / s k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule (shared_16 i). }
    apply (eq_eq _ (rsum K (fun k => - (exp (z i) * o j / rsum K (fun l => exp (z l)) ^ 2 * (exp (z k) * t k / s k)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (- rsum K (fun k => exp (z i) * o j / rsum K (fun l => exp (z l)) ^ 2 * (exp (z k) * t k / s k))) _).
    { rule (sum_neg K (fun k => exp (z i) * o j / rsum K (fun l => exp (z l)) ^ 2 * (exp (z k) * t k / s k)) (fun k => true)). }
    refine (f_equal Ropp _).
    rule (sum_factor K (exp (z i) * o j / rsum K (fun l => exp (z l)) ^ 2) (fun k => exp (z k) * t k / s k) (fun k => true)). }
  apply (eq_eq _ (exp (z i) * rsum K (fun k => exp (z k) * t k / s k) * o j / rsum K (fun l => exp (z l)) ^ 2 - exp (z i) * o j * t i / (rsum K (fun l => exp (z l)) * s i)) _).
  { fractions. }
  apply (eq_eq _ (exp (z i) * rsum K (fun l => exp (z l) * t l / s l) * o j / rsum K (fun k => exp (z k)) ^ 2 - exp (z i) * o j * t i / (rsum K (fun k => exp (z k)) * s i)) _); [ same | ].
  symmetry.
  apply (eq_eq _ (rsum K (fun k => delta k i * exp (z k) * rsum K (fun l => exp (z l) * t l / s l) * o j / rsum K (fun k' => exp (z k')) ^ 2 - delta k i * exp (z k) * o j * t k / (rsum K (fun k' => exp (z k')) * s k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((exp (z k) * rsum K (fun l => exp (z l) * t l / s l) / rsum K (fun k' => exp (z k')) ^ 2 - exp (z k) * t k / (rsum K (fun k' => exp (z k')) * s k)) * delta k i * o j) _).
    { apply (eq_eq _ ((exp (z k) * rsum K (fun l => exp (z l) * t l / s l) / rsum K (fun k' => exp (z k')) ^ 2 - exp (z k) * t k / (rsum K (fun k' => exp (z k')) * s k)) * (delta k i * o j)) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { rule (shared_17 k). }
      apply (eq_eq _ (rsum N (fun l => o l * delta k i * delta l j)) _).
      { rule_same (shared_11 k i j). }
      rule (shared_9 k i j). }
    fractions. }
  apply (eq_eq _ (rsum K (fun k => delta k i * exp (z k) * rsum K (fun l => exp (z l) * t l / s l) * o j / rsum K (fun k' => exp (z k')) ^ 2) + rsum K (fun k => - (delta k i * exp (z k) * o j * t k / (rsum K (fun k' => exp (z k')) * s k)))) _).
  { rule (sum_add K (fun k => delta k i * exp (z k) * rsum K (fun l => exp (z l) * t l / s l) * o j / rsum K (fun k' => exp (z k')) ^ 2) (fun k => - (delta k i * exp (z k) * o j * t k / (rsum K (fun k' => exp (z k')) * s k))) (fun k => true)). }
  apply (eq_eq _ (rsum K (fun l => exp (z l) * t l / s l) * o j / rsum K (fun k => exp (z k)) ^ 2 * exp (z i) - o j / rsum K (fun k => exp (z k)) * (exp (z i) * t i / s i)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => rsum K (fun l => exp (z l) * t l / s l) * o j / rsum K (fun k' => exp (z k')) ^ 2 * delta k i * exp (z k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun l => exp (z l) * t l / s l) * o j / rsum K (fun k => exp (z k)) ^ 2 * rsum K (fun k => delta k i * exp (z k))) _).
      { rule_same (sum_factor K (rsum K (fun l => exp (z l) * t l / s l) * o j / rsum K (fun k => exp (z k)) ^ 2) (fun k => delta k i * exp (z k)) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule (sum_delta K (fun k => exp (z k)) i). }
    apply (eq_eq _ (rsum K (fun k => - (o j / rsum K (fun k' => exp (z k')) * (delta k i * exp (z k) * t k / s k)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (- rsum K (fun k => o j / rsum K (fun k' => exp (z k')) * (delta k i * exp (z k) * t k / s k))) _).
    { rule (sum_neg K (fun k => o j / rsum K (fun k' => exp (z k')) * (delta k i * exp (z k) * t k / s k)) (fun k => true)). }
    refine (f_equal Ropp _).
    apply (eq_eq _ (o j / rsum K (fun k => exp (z k)) * rsum K (fun k => delta k i * exp (z k) * t k / s k)) _).
    { rule (sum_factor K (o j / rsum K (fun k => exp (z k))) (fun k => delta k i * exp (z k) * t k / s k) (fun k => true)). }
    refine (f_equal2 Rmult eq_refl _).
    rule (shared_16 i). }
  fractions.
Qed.

(* put in ∂ℒ/∂z_k and ∂z_k/∂W_ij *)
Lemma weights_2_lemma :
  rsum K (fun k => pd (at1 z k) (fun z' => L_of K t (s_of K z')) * pd (at2 W i j) (fun W' => z_of N W' o b k))
  = (s i - t i) * o j.
Proof.
  assert ((forall l, (l < K)%nat -> exp (b l) <> 0)).
  { intros l ?.
    sgn. }
  assert ((forall l, (l < K)%nat -> exp (rsum N (fun j' => W l j' * o j')) <> 0)).
  { intros l ?.
    sgn. }
  assert (rsum K (fun k => exp (rsum N (fun j' => W k j' * o j')) * exp (b k)) <> 0).
  { sgn. }
  assert ((forall i', (i' < K)%nat -> 0 < s i')).
  { intros i' ?.
    sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum K (fun k => delta k i * exp (rsum N (fun j' => W k j' * o j')) * exp (b k) * rsum K (fun l => t l) * o j / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k')) - delta k i * o j * t k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((exp (rsum N (fun j' => W k j' * o j')) * exp (b k) * rsum K (fun l => t l) / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k')) - t k) * delta k i * o j) _).
    { apply (eq_eq _ ((exp (rsum N (fun j' => W k j' * o j')) * exp (b k) * rsum K (fun l => t l) / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k')) - t k) * (delta k i * o j)) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (- rsum K (fun l => t l * (exp (z l) * delta l k * rsum K (fun k' => exp (z k')) - exp (z l) * rsum K (fun l' => exp (z l') * delta l' k)) / (s l * rsum K (fun k' => exp (z k')) ^ 2))) _).
        { rule (shared_15 k). }
        apply (eq_eq _ (- (t k - exp (rsum N (fun j' => W k j' * o j')) * exp (b k) / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k')) * rsum K (fun l => t l))) _).
        { refine (f_equal Ropp _).
          apply (eq_eq _ (rsum K (fun l => delta l k * t l - exp (rsum N (fun j' => W k j' * o j')) * exp (b k) * t l / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k')))) _).
          { apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ (t l * (exp (rsum N (fun j' => W l j' * o j')) * exp (b l) * delta l k * rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k')) - exp (rsum N (fun j' => W l j' * o j')) * exp (b l) * exp (rsum N (fun j' => W k j' * o j')) * exp (b k)) / (exp (rsum N (fun j' => W l j' * o j')) * exp (b l) / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k')) * rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k')) ^ 2)) _).
            { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) (f_equal2 Rmult _ _)).
              { rule (shared_22 l k). }
              { rule (shared_21 l). }
              rule shared_23. }
            cancel. }
          apply (eq_eq _ (rsum K (fun l => delta l k * t l) + rsum K (fun l => - (exp (rsum N (fun j' => W k j' * o j')) * exp (b k) * t l / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k'))))) _).
          { rule (sum_add K (fun l => delta l k * t l) (fun l => - (exp (rsum N (fun j' => W k j' * o j')) * exp (b k) * t l / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k')))) (fun l => true)). }
          refine (f_equal2 Rplus _ _).
          { rule_same (sum_delta K (fun l => t l) k). }
          apply (eq_eq _ (rsum K (fun l => - (exp (rsum N (fun j' => W k j' * o j')) * exp (b k) / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k')) * t l))) _).
          { apply rsum_ext; intros l ?; cbv beta.
            fractions. }
          apply (eq_eq _ (- rsum K (fun l => exp (rsum N (fun j' => W k j' * o j')) * exp (b k) / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k')) * t l)) _).
          { rule (sum_neg K (fun l => exp (rsum N (fun j' => W k j' * o j')) * exp (b k) / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k')) * t l) (fun l => true)). }
          refine (f_equal Ropp _).
          apply (eq_eq _ (exp (rsum N (fun j' => W k j' * o j')) * exp (b k) / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k')) * rsum K (fun k' => t k')) _); [ | same ].
          rule_same (sum_factor K (exp (rsum N (fun j' => W k j' * o j')) * exp (b k) / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k'))) (fun l => t l) (fun l => true)). }
        fractions. }
      apply (eq_eq _ (rsum N (fun l => o l * delta k i * delta l j)) _).
      { rule_same (shared_11 k i j). }
      rule (shared_9 k i j). }
    fractions. }
  apply (eq_eq _ (rsum K (fun k => delta k i * exp (rsum N (fun j' => W k j' * o j')) * exp (b k) * rsum K (fun l => t l) * o j / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k'))) + rsum K (fun k => - (delta k i * o j * t k))) _).
  { rule (sum_add K (fun k => delta k i * exp (rsum N (fun j' => W k j' * o j')) * exp (b k) * rsum K (fun l => t l) * o j / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k'))) (fun k => - (delta k i * o j * t k)) (fun k => true)). }
  apply (eq_eq _ (rsum K (fun l => t l) * o j / rsum K (fun k => exp (rsum N (fun j' => W k j' * o j')) * exp (b k)) * exp (rsum N (fun j' => W i j' * o j')) * exp (b i) - o j * t i) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => rsum K (fun l => t l) * o j / rsum K (fun k' => exp (rsum N (fun j' => W k' j' * o j')) * exp (b k')) * delta k i * exp (rsum N (fun j' => W k j' * o j')) * exp (b k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum K (fun l => t l) * o j / rsum K (fun k => exp (rsum N (fun j' => W k j' * o j')) * exp (b k)) * rsum K (fun k => delta k i * exp (rsum N (fun j' => W k j' * o j')) * exp (b k))) _).
      { rule_same (sum_factor K (rsum K (fun l => t l) * o j / rsum K (fun k => exp (rsum N (fun j' => W k j' * o j')) * exp (b k))) (fun k => delta k i * exp (rsum N (fun j' => W k j' * o j')) * exp (b k)) (fun k => true)). }
      apply (eq_eq _ (rsum K (fun l => t l) * o j / rsum K (fun k => exp (rsum N (fun j' => W k j' * o j')) * exp (b k)) * (exp (rsum N (fun j' => W i j' * o j')) * exp (b i))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      rule_same (sum_delta K (fun k => exp (rsum N (fun j' => W k j' * o j')) * exp (b k)) i). }
    rule (shared_25 i j). }
  apply (eq_eq _ (exp (rsum N (fun j' => W i j' * o j')) * exp (b i) * rsum K (fun l => t l) * o j / rsum K (fun k => exp (rsum N (fun j' => W k j' * o j')) * exp (b k)) - o j * t i) _).
  { fractions. }
  apply (eq_eq _ (exp (rsum N (fun j' => W i j' * o j')) * exp (b i) * 1 * o j / rsum K (fun k => exp (rsum N (fun j' => W k j' * o j')) * exp (b k)) - o j * t i) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl) eq_refl) eq_refl).
    apply (eq_eq _ (rsum K (fun i' => t i')) _); [ same | ].
    apply (eq_eq _ (rsum K (fun i' => t i')) _).
    { reflexivity. }
    hyp. }
  apply (eq_eq _ (exp (rsum N (fun j' => W i j' * o j')) * exp (b i) * o j / rsum K (fun k => exp (rsum N (fun j' => W k j' * o j')) * exp (b k)) - o j * t i) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((exp (rsum N (fun j' => W i j' * o j')) * exp (b i) / rsum K (fun k => exp (rsum N (fun j' => W k j' * o j')) * exp (b k)) - t i) * o j) _).
  { refine (f_equal2 Rmult (f_equal2 Rplus _ eq_refl) eq_refl).
    rule (shared_21 i). }
  fractions.
Qed.

Lemma weights_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Lemma weights_needs_2 :
  (forall i', (i' < K)%nat -> 0 < s i').
Proof.
  intros i' ?.
  sgn.
Qed.

Theorem weights :
  is_pd (at2 W i j) (fun W' => L_of K t (s_of K (z_of N W' o b)))
  ((s i - t i) * o j).
Proof.
  pose proof weights_needs_1.
  pose proof weights_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ weights_1_chain weights_2_lemma).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition weights_outright : option (
  is_pd (at2 W i j) (fun W' => L_of K t (s_of K (z_of N W' o b)))
  ((s i - t i) * o j)).
Proof.
  attempt "weights" by Formula.outright (Formula.by_matrix (Formula.Opp (Formula.Sum K (fun i' => (Formula.Mul (Formula.C (t i')) (Formula.Ln (Formula.Div (Formula.Exp (Formula.Add (Formula.Sum N (fun j' => (Formula.Mul (Formula.V (i', j')) (Formula.C (o j'))))) (Formula.C (b i')))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.Sum N (fun j' => (Formula.Mul (Formula.V (k, j')) (Formula.C (o j'))))) (Formula.C (b k))))))))))))).
Defined.
End weights.

(** * Gradient for the biases *)

Section biases.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : rsum K (fun i' => t i') = 1.

(* chain rule through s_k *)
Lemma biases_1_chain :
  pd (at1 b i) (fun b' => L_of K t (s_of K (z_of N W o b')))
  = rsum K (fun k => pd (at1 s k) (fun s' => L_of K t s') * pd (at1 b i) (fun b' => s_of K (z_of N W o b') k)).
Proof.
  assert ((forall i', (i' < K)%nat -> 0 < s i')).
  { intros i' ?.
    sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply (chain1 (at1 b i) K (fun s' => L_of K t s') (fun b' => s_of K (z_of N W o b'))); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂s_k and ∂s_k/∂b_i *)
Lemma biases_2_lemma :
  rsum K (fun k => pd (at1 s k) (fun s' => L_of K t s') * pd (at1 b i) (fun b' => s_of K (z_of N W o b') k))
  = rsum K (fun k => - (t k / s k * s k * (delta k i - s i))).
Proof.
  rule (shared_27 i).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma biases_3_sum_factor :
  rsum K (fun k => - (t k / s k * s k * (delta k i - s i)))
  = s i * rsum K (fun k => t k) - t i.
Proof.
  rule_same (shared_28 i).
Qed.

(* since Σ_i t_i = 1 *)
Lemma biases_4_assume :
  s i * rsum K (fun k => t k) - t i
  = s i - t i.
Proof.
  rule_same (shared_29 i).
Qed.

Lemma biases_needs_1 :
  rsum K (fun l => exp (z l)) <> 0.
Proof.
  sgn.
Qed.

Lemma biases_needs_2 :
  (forall i', (i' < K)%nat -> 0 < s i').
Proof.
  intros i' ?.
  sgn.
Qed.

Theorem biases :
  is_pd (at1 b i) (fun b' => L_of K t (s_of K (z_of N W o b')))
  (s i - t i).
Proof.
  pose proof biases_needs_1.
  pose proof biases_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ biases_1_chain (eq_eq _ _ _ biases_2_lemma (eq_eq _ _ _ biases_3_sum_factor biases_4_assume))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition biases_outright : option (
  is_pd (at1 b i) (fun b' => L_of K t (s_of K (z_of N W o b')))
  (s i - t i)).
Proof.
  attempt "biases" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i' => (Formula.Mul (Formula.C (t i')) (Formula.Ln (Formula.Div (Formula.Exp (Formula.Add (Formula.C (rsum N (fun j => W i' j * o j))) (Formula.V (i')))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.C (rsum N (fun j => W k j * o j))) (Formula.V (k))))))))))))).
Defined.
End biases.

(** * Gradient for the inputs *)

Section inputs.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.
Hypothesis given1 : rsum K (fun i => t i) = 1.

(* chain rule through s_i *)
Lemma inputs_1_chain :
  pd (at1 o j) (fun o' => L_of K t (s_of K (z_of N W o' b)))
  = rsum K (fun i => pd (at1 s i) (fun s' => L_of K t s') * pd (at1 o j) (fun o' => s_of K (z_of N W o' b) i)).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < s i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply (chain1 (at1 o j) K (fun s' => L_of K t s') (fun o' => s_of K (z_of N W o' b))); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂s_i and ∂s_i/∂o_j *)
Lemma inputs_2_lemma :
  rsum K (fun i => pd (at1 s i) (fun s' => L_of K t s') * pd (at1 o j) (fun o' => s_of K (z_of N W o' b) i))
  = rsum K (fun i => - (t i / s i * s i * (W i j - rsum K (fun k => W k j * s k)))).
Proof.
  rule (shared_30 j).
Qed.

(* multiply out *)
Lemma inputs_3_ring :
  rsum K (fun i => - (t i / s i * s i * (W i j - rsum K (fun k => W k j * s k))))
  = rsum K (fun i => t i) * rsum K (fun k => W k j * s k) - rsum K (fun i => W i j * t i).
Proof.
  rule (shared_32 j).
Qed.

(* factor *)
Lemma inputs_4_ring :
  rsum K (fun i => t i) * rsum K (fun k => W k j * s k) - rsum K (fun i => W i j * t i)
  = rsum K (fun k => W k j * (s k * rsum K (fun i => t i) - t k)).
Proof.
  rule (shared_34 j).
Qed.

(* since Σ_i t_i = 1; a constant factor goes in front of the sum *)
Lemma inputs_5_assume :
  rsum K (fun k => W k j * (s k * rsum K (fun i => t i) - t k))
  = rsum K (fun i => W i j * (s i - t i)).
Proof.
  rule_same (shared_35 j).
Qed.

Lemma inputs_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Lemma inputs_needs_2 :
  (forall i, (i < K)%nat -> 0 < s i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem inputs :
  is_pd (at1 o j) (fun o' => L_of K t (s_of K (z_of N W o' b)))
  (rsum K (fun i => W i j * (s i - t i))).
Proof.
  pose proof inputs_needs_1.
  pose proof inputs_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ inputs_1_chain (eq_eq _ _ _ inputs_2_lemma (eq_eq _ _ _ inputs_3_ring (eq_eq _ _ _ inputs_4_ring inputs_5_assume)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition inputs_outright : option (
  is_pd (at1 o j) (fun o' => L_of K t (s_of K (z_of N W o' b)))
  (rsum K (fun i => W i j * (s i - t i)))).
Proof.
  attempt "inputs" by Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.Add (Formula.Sum N (fun j' => (Formula.Mul (Formula.C (W i j')) (Formula.V (j'))))) (Formula.C (b i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.Sum N (fun j' => (Formula.Mul (Formula.C (W k j')) (Formula.V (j'))))) (Formula.C (b k))))))))))))).
Defined.
End inputs.

(** * Derivative of L by W *)

Section derivative_L_W.
Variables (l m : nat).
Hypothesis l_in : (l < K)%nat.
Hypothesis m_in : (m < N)%nat.
Hypothesis given1 : rsum K (fun i => t i) = 1.

(* chain rule through s_i *)
Lemma derivative_L_W_1_chain :
  pd (at2 W l m) (fun W' => L_of K t (s_of K (z_of N W' o b)))
  = rsum K (fun i => pd (at1 s i) (fun s' => L_of K t s') * pd (at2 W l m) (fun W' => s_of K (z_of N W' o b) i)).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < s i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply (chain1 (at2 W l m) K (fun s' => L_of K t s') (fun W' => s_of K (z_of N W' o b))); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂s_i and ∂s_i/∂W_lm *)
Lemma derivative_L_W_2_lemma :
  rsum K (fun i => pd (at1 s i) (fun s' => L_of K t s') * pd (at2 W l m) (fun W' => s_of K (z_of N W' o b) i))
  = rsum K (fun i => - (t i / s i * s i * (delta i l - s l) * o m)).
Proof.
  rule (shared_36 l m).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma derivative_L_W_3_sum_factor :
  rsum K (fun i => - (t i / s i * s i * (delta i l - s l) * o m))
  = s l * o m * rsum K (fun i => t i) - t l * o m.
Proof.
  rule (shared_37 l m).
Qed.

(* factor out o_m *)
Lemma derivative_L_W_4_ring :
  s l * o m * rsum K (fun i => t i) - t l * o m
  = (s l * rsum K (fun i => t i) - t l) * o m.
Proof.
  rule (shared_38 l m).
Qed.

(* since Σ_i t_i = 1 *)
Lemma derivative_L_W_5_assume :
  (s l * rsum K (fun i => t i) - t l) * o m
  = (s l - t l) * o m.
Proof.
  rule (shared_39 l m).
Qed.

Lemma derivative_L_W_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Lemma derivative_L_W_needs_2 :
  (forall i, (i < K)%nat -> 0 < s i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem derivative_L_W :
  is_pd (at2 W l m) (fun W' => L_of K t (s_of K (z_of N W' o b)))
  ((s l - t l) * o m).
Proof.
  pose proof derivative_L_W_needs_1.
  pose proof derivative_L_W_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_W_1_chain (eq_eq _ _ _ derivative_L_W_2_lemma (eq_eq _ _ _ derivative_L_W_3_sum_factor (eq_eq _ _ _ derivative_L_W_4_ring derivative_L_W_5_assume)))).
Qed.

(* the same by the differentiator, by what it found for weights or else anew *)
Definition derivative_L_W_outright : option (
  is_pd (at2 W l m) (fun W' => L_of K t (s_of K (z_of N W' o b)))
  ((s l - t l) * o m)).
Proof.
  attempt "derivative_L_W" as (weights_outright l m) or Formula.outright (Formula.by_matrix (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (i, j)) (Formula.C (o j))))) (Formula.C (b i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (k, j)) (Formula.C (o j))))) (Formula.C (b k))))))))))))).
Defined.
End derivative_L_W.

(** * VJP of L for W *)

Section vjp_L_W.
Variables (l m : nat).
Hypothesis l_in : (l < K)%nat.
Hypothesis m_in : (m < N)%nat.
Hypothesis given1 : rsum K (fun i => t i) = 1.

(* put in ∂ℒ/∂W_lm *)
Lemma vjp_L_W_1_lemma :
  L_bar * pd (at2 W l m) (fun W' => L_of K t (s_of K (z_of N W' o b)))
  = L_bar * (s l - t l) * o m.
Proof.
  assert ((forall i, (i < K)%nat -> 0 < s i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply (eq_eq _ (L_bar * ((s l - t l) * o m)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_40 l m).
Qed.

Lemma vjp_L_W_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Lemma vjp_L_W_needs_2 :
  (forall i, (i < K)%nat -> 0 < s i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem vjp_L_W :
  is_pd (at2 W l m) (fun W' => L_bar * L_of K t (s_of K (z_of N W' o b)))
  (L_bar * (s l - t l) * o m).
Proof.
  pose proof vjp_L_W_needs_1.
  pose proof vjp_L_W_needs_2.
  apply (is_pd_eq _ _ (L_bar * pd (at2 W l m) (fun W' => L_of K t (s_of K (z_of N W' o b)))) _).
  { weighted. }
  exact vjp_L_W_1_lemma.
Qed.

(* the same by the differentiator, by what it found for weights or else anew *)
Definition vjp_L_W_outright : option (
  is_pd (at2 W l m) (fun W' => L_bar * L_of K t (s_of K (z_of N W' o b)))
  (L_bar * (s l - t l) * o m)).
Proof.
  attempt "vjp_L_W" times (weights_outright l m) or timeout 3 Formula.outright (Formula.by_matrix (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (i, j)) (Formula.C (o j))))) (Formula.C (b i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (k, j)) (Formula.C (o j))))) (Formula.C (b k)))))))))))))).
Defined.
End vjp_L_W.

(** * JVP of L for W *)

Section jvp_L_W.
Hypothesis given1 : rsum K (fun i => t i) = 1.

(* put in ∂ℒ/∂W_lm *)
Lemma jvp_L_W_1_lemma :
  rsum K (fun l => rsum N (fun m => pd (at2 W l m) (fun W' => L_of K t (s_of K (z_of N W' o b))) * W_dot l m))
  = rsum K (fun l => rsum N (fun m => (s l - t l) * o m * W_dot l m)).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < s i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ (((s l - t l) * o m) * W_dot l m) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_40 l m).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_W_2_sum_factor :
  rsum K (fun l => rsum N (fun m => (s l - t l) * o m * W_dot l m))
  = rsum K (fun l => (s l - t l) * rsum N (fun m => o m * W_dot l m)).
Proof.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (rsum N (fun k => (s l - t l) * o k * W_dot l k)) _); [ same | ].
  apply (eq_eq _ ((s l - t l) * rsum N (fun k => o k * W_dot l k)) _); [ | same ].
  rule_same (sum_factor N (s l - t l) (fun m => o m * W_dot l m) (fun m => true)).
Qed.

Lemma jvp_L_W_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_L_W_needs_2 :
  (forall i, (i < K)%nat -> 0 < s i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem jvp_L_W :
  is_pd (at0 0) (fun t' => L_of K t (s_of K (z_of N (line2 W W_dot t') o b)))
  (rsum K (fun l => (s l - t l) * rsum N (fun m => o m * W_dot l m))).
Proof.
  pose proof jvp_L_W_needs_1.
  pose proof jvp_L_W_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun l => rsum N (fun m => pd (at2 W l m) (fun W' => L_of K t (s_of K (z_of N W' o b))) * W_dot l m))) _).
  { apply (eq_eq _ (rsum K (fun l => rsum N (fun m => pd (at2 W l m) (fun W' => L_of K t (s_of K (z_of N W' o b))) * W_dot l m))) _).
    { refine (eq_trans (chain2_at (at0 0) K N W (fun W' => L_of K t (s_of K (z_of N W' o b))) (fun t' => (line2 W W_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_W_1_lemma jvp_L_W_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_W_outright : option (
  is_pd (at0 0) (fun t' => L_of K t (s_of K (z_of N (line2 W W_dot t') o b)))
  (rsum K (fun l => (s l - t l) * rsum N (fun m => o m * W_dot l m)))).
Proof.
  attempt "jvp_L_W" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 W) (Formula.flat2 W_dot) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (i, j)) (Formula.C (o j))))) (Formula.C (b i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.V (k, j)) (Formula.C (o j))))) (Formula.C (b k))))))))))))).
Defined.
End jvp_L_W.

(** * Derivative of L by o *)

Section derivative_L_o.
Variables (l : nat).
Hypothesis l_in : (l < N)%nat.
Hypothesis given1 : rsum K (fun i => t i) = 1.

(* chain rule through s_i *)
Lemma derivative_L_o_1_chain :
  pd (at1 o l) (fun o' => L_of K t (s_of K (z_of N W o' b)))
  = rsum K (fun i => pd (at1 s i) (fun s' => L_of K t s') * pd (at1 o l) (fun o' => s_of K (z_of N W o' b) i)).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < s i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply (chain1 (at1 o l) K (fun s' => L_of K t s') (fun o' => s_of K (z_of N W o' b))); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂s_i and ∂s_i/∂o_l *)
Lemma derivative_L_o_2_lemma :
  rsum K (fun i => pd (at1 s i) (fun s' => L_of K t s') * pd (at1 o l) (fun o' => s_of K (z_of N W o' b) i))
  = rsum K (fun i => - (t i / s i * s i * (W i l - rsum K (fun k => W k l * s k)))).
Proof.
  rule (shared_30 l).
Qed.

(* multiply out *)
Lemma derivative_L_o_3_ring :
  rsum K (fun i => - (t i / s i * s i * (W i l - rsum K (fun k => W k l * s k))))
  = rsum K (fun i => t i) * rsum K (fun k => W k l * s k) - rsum K (fun i => W i l * t i).
Proof.
  rule (shared_32 l).
Qed.

(* factor *)
Lemma derivative_L_o_4_ring :
  rsum K (fun i => t i) * rsum K (fun k => W k l * s k) - rsum K (fun i => W i l * t i)
  = rsum K (fun k => W k l * (s k * rsum K (fun i => t i) - t k)).
Proof.
  rule (shared_34 l).
Qed.

(* since Σ_i t_i = 1; a constant factor goes in front of the sum *)
Lemma derivative_L_o_5_assume :
  rsum K (fun k => W k l * (s k * rsum K (fun i => t i) - t k))
  = rsum K (fun k => W k l * (s k - t k)).
Proof.
  rule (shared_35 l).
Qed.

Lemma derivative_L_o_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Lemma derivative_L_o_needs_2 :
  (forall i, (i < K)%nat -> 0 < s i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem derivative_L_o :
  is_pd (at1 o l) (fun o' => L_of K t (s_of K (z_of N W o' b)))
  (rsum K (fun k => W k l * (s k - t k))).
Proof.
  pose proof derivative_L_o_needs_1.
  pose proof derivative_L_o_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_o_1_chain (eq_eq _ _ _ derivative_L_o_2_lemma (eq_eq _ _ _ derivative_L_o_3_ring (eq_eq _ _ _ derivative_L_o_4_ring derivative_L_o_5_assume)))).
Qed.

(* the same by the differentiator, by what it found for inputs or else anew *)
Definition derivative_L_o_outright : option (
  is_pd (at1 o l) (fun o' => L_of K t (s_of K (z_of N W o' b)))
  (rsum K (fun k => W k l * (s k - t k)))).
Proof.
  attempt "derivative_L_o" as (inputs_outright l) or Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.C (W i j)) (Formula.V (j))))) (Formula.C (b i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.C (W k j)) (Formula.V (j))))) (Formula.C (b k))))))))))))).
Defined.
End derivative_L_o.

(** * VJP of L for o *)

Section vjp_L_o.
Variables (l : nat).
Hypothesis l_in : (l < N)%nat.
Hypothesis given1 : rsum K (fun i => t i) = 1.

(* put in ∂ℒ/∂o_l *)
Lemma vjp_L_o_1_lemma :
  L_bar * pd (at1 o l) (fun o' => L_of K t (s_of K (z_of N W o' b)))
  = L_bar * rsum K (fun k => W k l * (s k - t k)).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < s i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_41 l).
Qed.

Lemma vjp_L_o_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Lemma vjp_L_o_needs_2 :
  (forall i, (i < K)%nat -> 0 < s i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem vjp_L_o :
  is_pd (at1 o l) (fun o' => L_bar * L_of K t (s_of K (z_of N W o' b)))
  (L_bar * rsum K (fun k => W k l * (s k - t k))).
Proof.
  pose proof vjp_L_o_needs_1.
  pose proof vjp_L_o_needs_2.
  apply (is_pd_eq _ _ (L_bar * pd (at1 o l) (fun o' => L_of K t (s_of K (z_of N W o' b)))) _).
  { weighted. }
  exact vjp_L_o_1_lemma.
Qed.

(* the same by the differentiator, by what it found for inputs or else anew *)
Definition vjp_L_o_outright : option (
  is_pd (at1 o l) (fun o' => L_bar * L_of K t (s_of K (z_of N W o' b)))
  (L_bar * rsum K (fun k => W k l * (s k - t k)))).
Proof.
  attempt "vjp_L_o" times (inputs_outright l) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.C (W i j)) (Formula.V (j))))) (Formula.C (b i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.C (W k j)) (Formula.V (j))))) (Formula.C (b k)))))))))))))).
Defined.
End vjp_L_o.

(** * JVP of L for o *)

Section jvp_L_o.
Hypothesis given1 : rsum K (fun i => t i) = 1.

(* put in ∂ℒ/∂o_l *)
Lemma jvp_L_o_1_lemma :
  rsum N (fun l => pd (at1 o l) (fun o' => L_of K t (s_of K (z_of N W o' b))) * o_dot l)
  = rsum N (fun l => rsum K (fun k => W k l * (s k - t k)) * o_dot l).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < s i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_41 l).
Qed.

(* multiply out; a constant factor goes in front of the sum; exchange the sums *)
Lemma jvp_L_o_2_sum_factor :
  rsum N (fun l => rsum K (fun k => W k l * (s k - t k)) * o_dot l)
  = rsum K (fun l => rsum N (fun k => W l k * o_dot k * s l - W l k * o_dot k * t l)).
Proof.
  apply (eq_eq _ (rsum N (fun l => o_dot l * rsum K (fun k => W k l * (s k - t k)))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun l => rsum K (fun k => o_dot l * W k l * (s k - t k)))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    symmetry.
    rule_same (sum_factor K (o_dot l) (fun k => W k l * (s k - t k)) (fun k => true)). }
  apply (eq_eq _ (rsum N (fun l => rsum K (fun k => W k l * o_dot l * s k - W k l * o_dot l * t k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum K (fun l => W l k * o_dot k * s l - W l k * o_dot k * t l))) _); [ same | ].
  rule (sum_swap N K (fun l k => W k l * o_dot l * s k - W k l * o_dot l * t k)).
Qed.

(* factor *)
Lemma jvp_L_o_3_ring :
  rsum K (fun l => rsum N (fun k => W l k * o_dot k * s l - W l k * o_dot k * t l))
  = rsum K (fun l => (s l - t l) * rsum N (fun k => o_dot k * W l k)).
Proof.
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => W l k * o_dot k) * s l - rsum N (fun k => W l k * o_dot k) * t l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum N (fun k => W l k * o_dot k * s l) + rsum N (fun k => - (W l k * o_dot k * t l))) _).
    { rule (sum_add N (fun k => W l k * o_dot k * s l) (fun k => - (W l k * o_dot k * t l)) (fun k => true)). }
    apply (eq_eq _ (s l * rsum N (fun k => W l k * o_dot k) - t l * rsum N (fun k => W l k * o_dot k)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun k => s l * W l k * o_dot k)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        rule_same (sum_factor N (s l) (fun k => W l k * o_dot k) (fun k => true)). }
      apply (eq_eq _ (rsum N (fun k => - (t l * W l k * o_dot k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (- rsum N (fun k => t l * W l k * o_dot k)) _).
      { rule (sum_neg N (fun k => t l * W l k * o_dot k) (fun k => true)). }
      refine (f_equal Ropp _).
      rule_same (sum_factor N (t l) (fun k => W l k * o_dot k) (fun k => true)). }
    arith. }
  apply (eq_eq _ (rsum K (fun k => rsum N (fun m => W k m * o_dot m) * s k - rsum N (fun m => W k m * o_dot m) * t k)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => W l k * o_dot k * s l)) + (-1) * rsum K (fun l => rsum N (fun k => W l k * o_dot k * t l))) _).
  { rule shared_42. }
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => W l k * o_dot k * s l)) - rsum K (fun l => rsum N (fun k => W l k * o_dot k * t l))) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => W l k * o_dot k) * s l - rsum N (fun k => W l k * o_dot k) * t l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ ((s l - t l) * rsum N (fun k => W l k * o_dot k)) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply rsum_ext; intros k ?; cbv beta.
      arith. }
    arith. }
  apply (eq_eq _ (rsum K (fun k => rsum N (fun m => W k m * o_dot m) * s k - rsum N (fun m => W k m * o_dot m) * t k)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => W l k * o_dot k * s l)) + (-1) * rsum K (fun l => rsum N (fun k => W l k * o_dot k * t l))) _).
  { rule shared_42. }
  arith.
Qed.

Lemma jvp_L_o_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_L_o_needs_2 :
  (forall i, (i < K)%nat -> 0 < s i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem jvp_L_o :
  is_pd (at0 0) (fun t' => L_of K t (s_of K (z_of N W (line1 o o_dot t') b)))
  (rsum K (fun l => (s l - t l) * rsum N (fun k => o_dot k * W l k))).
Proof.
  pose proof jvp_L_o_needs_1.
  pose proof jvp_L_o_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun l => pd (at1 o l) (fun o' => L_of K t (s_of K (z_of N W o' b))) * o_dot l)) _).
  { apply (eq_eq _ (rsum N (fun l => pd (at1 o l) (fun o' => L_of K t (s_of K (z_of N W o' b))) * o_dot l)) _).
    { refine (eq_trans (chain1_at (at0 0) N o (fun o' => L_of K t (s_of K (z_of N W o' b))) (fun t' => (line1 o o_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_o_1_lemma (eq_eq _ _ _ jvp_L_o_2_sum_factor jvp_L_o_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_o_outright : option (
  is_pd (at0 0) (fun t' => L_of K t (s_of K (z_of N W (line1 o o_dot t') b)))
  (rsum K (fun l => (s l - t l) * rsum N (fun k => o_dot k * W l k)))).
Proof.
  attempt "jvp_L_o" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 o) (Formula.flat1 o_dot) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.C (W i j)) (Formula.V (j))))) (Formula.C (b i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.Sum N (fun j => (Formula.Mul (Formula.C (W k j)) (Formula.V (j))))) (Formula.C (b k))))))))))))).
Defined.
End jvp_L_o.

(** * Derivative of L by b *)

Section derivative_L_b.
Variables (l : nat).
Hypothesis l_in : (l < K)%nat.
Hypothesis given1 : rsum K (fun i => t i) = 1.

(* chain rule through s_i *)
Lemma derivative_L_b_1_chain :
  pd (at1 b l) (fun b' => L_of K t (s_of K (z_of N W o b')))
  = rsum K (fun i => pd (at1 s i) (fun s' => L_of K t s') * pd (at1 b l) (fun b' => s_of K (z_of N W o b') i)).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < s i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply (chain1 (at1 b l) K (fun s' => L_of K t s') (fun b' => s_of K (z_of N W o b'))); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂s_i and ∂s_i/∂b_l *)
Lemma derivative_L_b_2_lemma :
  rsum K (fun i => pd (at1 s i) (fun s' => L_of K t s') * pd (at1 b l) (fun b' => s_of K (z_of N W o b') i))
  = rsum K (fun i => - (t i / s i * s i * (delta i l - s l))).
Proof.
  rule (shared_27 l).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma derivative_L_b_3_sum_factor :
  rsum K (fun i => - (t i / s i * s i * (delta i l - s l)))
  = s l * rsum K (fun i => t i) - t l.
Proof.
  rule (shared_28 l).
Qed.

(* since Σ_i t_i = 1 *)
Lemma derivative_L_b_4_assume :
  s l * rsum K (fun i => t i) - t l
  = s l - t l.
Proof.
  rule (shared_29 l).
Qed.

Lemma derivative_L_b_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Lemma derivative_L_b_needs_2 :
  (forall i, (i < K)%nat -> 0 < s i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem derivative_L_b :
  is_pd (at1 b l) (fun b' => L_of K t (s_of K (z_of N W o b')))
  (s l - t l).
Proof.
  pose proof derivative_L_b_needs_1.
  pose proof derivative_L_b_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_b_1_chain (eq_eq _ _ _ derivative_L_b_2_lemma (eq_eq _ _ _ derivative_L_b_3_sum_factor derivative_L_b_4_assume))).
Qed.

(* the same by the differentiator, by what it found for biases or else anew *)
Definition derivative_L_b_outright : option (
  is_pd (at1 b l) (fun b' => L_of K t (s_of K (z_of N W o b')))
  (s l - t l)).
Proof.
  attempt "derivative_L_b" as (biases_outright l) or Formula.outright (Formula.by_vector (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.Add (Formula.C (rsum N (fun j => W i j * o j))) (Formula.V (i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.C (rsum N (fun j => W k j * o j))) (Formula.V (k))))))))))))).
Defined.
End derivative_L_b.

(** * VJP of L for b *)

Section vjp_L_b.
Variables (l : nat).
Hypothesis l_in : (l < K)%nat.
Hypothesis given1 : rsum K (fun i => t i) = 1.

(* put in ∂ℒ/∂b_l *)
Lemma vjp_L_b_1_lemma :
  L_bar * pd (at1 b l) (fun b' => L_of K t (s_of K (z_of N W o b')))
  = L_bar * (s l - t l).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < s i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_43 l).
Qed.

Lemma vjp_L_b_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Lemma vjp_L_b_needs_2 :
  (forall i, (i < K)%nat -> 0 < s i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem vjp_L_b :
  is_pd (at1 b l) (fun b' => L_bar * L_of K t (s_of K (z_of N W o b')))
  (L_bar * (s l - t l)).
Proof.
  pose proof vjp_L_b_needs_1.
  pose proof vjp_L_b_needs_2.
  apply (is_pd_eq _ _ (L_bar * pd (at1 b l) (fun b' => L_of K t (s_of K (z_of N W o b')))) _).
  { weighted. }
  exact vjp_L_b_1_lemma.
Qed.

(* the same by the differentiator, by what it found for biases or else anew *)
Definition vjp_L_b_outright : option (
  is_pd (at1 b l) (fun b' => L_bar * L_of K t (s_of K (z_of N W o b')))
  (L_bar * (s l - t l))).
Proof.
  attempt "vjp_L_b" times (biases_outright l) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.Add (Formula.C (rsum N (fun j => W i j * o j))) (Formula.V (i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.C (rsum N (fun j => W k j * o j))) (Formula.V (k)))))))))))))).
Defined.
End vjp_L_b.

(** * JVP of L for b *)

Section jvp_L_b.
Hypothesis given1 : rsum K (fun i => t i) = 1.

(* put in ∂ℒ/∂b_l *)
Lemma jvp_L_b_1_lemma :
  rsum K (fun l => pd (at1 b l) (fun b' => L_of K t (s_of K (z_of N W o b'))) * b_dot l)
  = rsum K (fun l => (s l - t l) * b_dot l).
Proof.
  assert ((forall i, (i < K)%nat -> 0 < s i)).
  { intros i ?.
    sgn. }
  assert (rsum K (fun k => exp (z k)) <> 0).
  { sgn. }
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_43 l).
Qed.

Lemma jvp_L_b_needs_1 :
  rsum K (fun k => exp (z k)) <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_L_b_needs_2 :
  (forall i, (i < K)%nat -> 0 < s i).
Proof.
  intros i ?.
  sgn.
Qed.

Theorem jvp_L_b :
  is_pd (at0 0) (fun t' => L_of K t (s_of K (z_of N W o (line1 b b_dot t'))))
  (rsum K (fun l => (s l - t l) * b_dot l)).
Proof.
  pose proof jvp_L_b_needs_1.
  pose proof jvp_L_b_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun l => pd (at1 b l) (fun b' => L_of K t (s_of K (z_of N W o b'))) * b_dot l)) _).
  { apply (eq_eq _ (rsum K (fun l => pd (at1 b l) (fun b' => L_of K t (s_of K (z_of N W o b'))) * b_dot l)) _).
    { refine (eq_trans (chain1_at (at0 0) K b (fun b' => L_of K t (s_of K (z_of N W o b'))) (fun t' => (line1 b b_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_b_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_b_outright : option (
  is_pd (at0 0) (fun t' => L_of K t (s_of K (z_of N W o (line1 b b_dot t'))))
  (rsum K (fun l => (s l - t l) * b_dot l))).
Proof.
  attempt "jvp_L_b" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 b) (Formula.flat1 b_dot) (Formula.Opp (Formula.Sum K (fun i => (Formula.Mul (Formula.C (t i)) (Formula.Ln (Formula.Div (Formula.Exp (Formula.Add (Formula.C (rsum N (fun j => W i j * o j))) (Formula.V (i)))) (Formula.Sum K (fun k => (Formula.Exp (Formula.Add (Formula.C (rsum N (fun j => W k j * o j))) (Formula.V (k))))))))))))).
Defined.
End jvp_L_b.
End network_theory.

(* the hypotheses of other_weight can be met *)
Lemma other_weight_possible :
  exists (K : nat) (N : nat) (i : nat) (m : nat),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (i < K)%nat /\ (m < K)%nat /\ (i <> m).
Proof.
  exists 2%nat, 2%nat, 0%nat, 1%nat.
  witness.
Qed.

(* the hypotheses of scores can be met *)
Lemma scores_possible :
  exists (K : nat) (N : nat) (t : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum K (fun i' => t i') = 1).
Proof.
  exists 2%nat, 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of weights can be met *)
Lemma weights_possible :
  exists (K : nat) (N : nat) (t : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum K (fun i' => t i') = 1).
Proof.
  exists 2%nat, 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of biases can be met *)
Lemma biases_possible :
  exists (K : nat) (N : nat) (t : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum K (fun i' => t i') = 1).
Proof.
  exists 2%nat, 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of inputs can be met *)
Lemma inputs_possible :
  exists (K : nat) (N : nat) (t : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum K (fun i => t i) = 1).
Proof.
  exists 2%nat, 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of derivative_L_W can be met *)
Lemma derivative_L_W_possible :
  exists (K : nat) (N : nat) (t : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum K (fun i => t i) = 1).
Proof.
  exists 2%nat, 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of vjp_L_W can be met *)
Lemma vjp_L_W_possible :
  exists (K : nat) (N : nat) (t : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum K (fun i => t i) = 1).
Proof.
  exists 2%nat, 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of jvp_L_W can be met *)
Lemma jvp_L_W_possible :
  exists (K : nat) (N : nat) (t : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum K (fun i => t i) = 1).
Proof.
  exists 2%nat, 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of derivative_L_o can be met *)
Lemma derivative_L_o_possible :
  exists (K : nat) (N : nat) (t : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum K (fun i => t i) = 1).
Proof.
  exists 2%nat, 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of vjp_L_o can be met *)
Lemma vjp_L_o_possible :
  exists (K : nat) (N : nat) (t : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum K (fun i => t i) = 1).
Proof.
  exists 2%nat, 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of jvp_L_o can be met *)
Lemma jvp_L_o_possible :
  exists (K : nat) (N : nat) (t : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum K (fun i => t i) = 1).
Proof.
  exists 2%nat, 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of derivative_L_b can be met *)
Lemma derivative_L_b_possible :
  exists (K : nat) (N : nat) (t : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum K (fun i => t i) = 1).
Proof.
  exists 2%nat, 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of vjp_L_b can be met *)
Lemma vjp_L_b_possible :
  exists (K : nat) (N : nat) (t : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum K (fun i => t i) = 1).
Proof.
  exists 2%nat, 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of jvp_L_b can be met *)
Lemma jvp_L_b_possible :
  exists (K : nat) (N : nat) (t : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (rsum K (fun i => t i) = 1).
Proof.
  exists 2%nat, 2%nat, (fun i0 => delta i0 0).
  witness.
Qed.
