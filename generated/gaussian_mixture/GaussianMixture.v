(* made by derive, do not edit *)
(* Gaussian mixture log-likelihood

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition f_of (w : nat -> R) (x : nat -> R) (mu : nat -> R) (s : nat -> R) (n k : nat) : R :=
  w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) / (s k * sqrt (2 * PI)).
#[local] Hint Unfold f_of : definitions.
Definition r_of (K : nat) (f : nat -> nat -> R) (n k : nat) : R :=
  f n k / rsum K (fun l => f n l).
#[local] Hint Unfold r_of : definitions.
Definition L_of (N K : nat) (f : nat -> nat -> R) : R :=
  rsum N (fun n => ln (rsum K (fun k => f n k))).
#[local] Hint Unfold L_of : definitions.

Section gaussian_mixture_theory.
Variables (K N : nat).
Variable (L_bar : R).
Variables (s mu x w s_dot mu_dot x_dot w_dot : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Hypothesis N_positive : (0 < N)%nat.
Local Notation f := (f_of w x mu s).
Local Notation r := (r_of K f).
Local Notation L := (L_of N K f).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i j : nat,
  (i < N)%nat ->
  (j < K)%nat ->
  ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k))) ->
  pd (at2 f i j) (fun f' => L_of N K f') = 1 / rsum K (fun m => f i m).
Proof.
  intros i j ? ? ?.
  apply (eq_eq _ (pd (at2 f i j) (fun f' => rsum N (fun n => ln (rsum K (fun k => f' n k))))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 f i j) (fun f' => rsum N (fun k => ln (rsum K (fun m => f' k m))))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => pd (at2 f i j) (fun f' => ln (rsum K (fun m => f' k m))))) _).
  { rule (diff_sum (at2 f i j) N (fun l f' => ln (rsum K (fun k => f' l k))) (fun k => true)). }
  apply (eq_eq _ (rsum N (fun k => 1 / rsum K (fun m => f k m) * rsum K (fun l => delta k i * delta l j))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (1 / rsum K (fun m => f k m) * pd (at2 f i j) (fun f' => rsum K (fun m => f' k m))) _).
    { rule (diff_log (at2 f i j) (fun f' => rsum K (fun m => f' k m))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at2 f i j) (fun f' => rsum K (fun l => f' k l))) _); [ same | ].
    apply (eq_eq _ (rsum K (fun l => pd (at2 f i j) (fun f' => f' k l))) _).
    { rule (diff_sum (at2 f i j) K (fun l f' => f' k l) (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply variable2. }
  apply (eq_eq _ (rsum N (fun k => rsum K (fun l => delta k i * delta l j) / rsum K (fun m => f k m))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun k => delta k i / rsum K (fun m => f k m))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun l => delta l j * delta k i)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule (sum_delta K (fun l => delta k i) j). }
  apply (eq_eq _ (rsum N (fun k => delta k i * (1 / rsum K (fun m => f k m)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (sum_delta N (fun k => 1 / rsum K (fun m => f k m)) i).
Qed.

Lemma shared_2 :
  forall n l : nat,
  (n < N)%nat ->
  (l < K)%nat ->
  f n l = exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / (sqrt (2 * PI) * s l).
Proof.
  intros n l ? ?.
  apply (eq_eq _ (w l * exp (- ((x n - mu l) ^ 2 / (2 * s l ^ 2))) / (s l * sqrt (2 * PI))) _).
  { reflexivity. }
  apply (eq_eq _ (w l * exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) / (s l * sqrt (2 * PI))) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl (f_equal exp _)) eq_refl).
    fractions. }
  fractions.
Qed.

Lemma shared_3 :
  forall i : nat,
  (i < K)%nat ->
  ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k))) ->
  rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 mu i) (fun mu' => f_of w x mu' s n k))) = rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * (x n - mu k) * delta k i / s k ^ 2))).
Proof.
  intros i ? ?.
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ _).
  { rule (shared_1 n k). }
  apply (eq_eq _ (pd (at1 mu i) (fun mu' => w k * exp (- ((x n - mu' k) ^ 2 / (2 * s k ^ 2))) / (s k * sqrt (2 * PI)))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 mu i) (fun mu' => 1 / (s k * sqrt (2 * PI)) * w k * exp (- ((x n - mu' k) ^ 2 / (2 * s k ^ 2))))) _).
  { apply pd_ext.
    intros mu'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 mu i) (fun mu' => 1 / (s k * sqrt (2 * PI)) * w k * exp (- ((x n - mu' k) ^ 2 / (2 * s k ^ 2))))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (s k * sqrt (2 * PI)) * w k * pd (at1 mu i) (fun mu' => exp (- ((x n - mu' k) ^ 2 / (2 * s k ^ 2))))) _).
  { assert (pd (at1 mu i) (fun mu' => 1 / (s k * sqrt (2 * PI)) * w k) = 0).
    { apply constant. }
    rule_same (diff_scale (at1 mu i) (fun mu' => 1 / (s k * sqrt (2 * PI)) * w k) (fun mu' => exp (- ((x n - mu' k) ^ 2 / (2 * s k ^ 2))))). }
  apply (eq_eq _ (w k * pd (at1 mu i) (fun mu' => exp (- ((x n - mu' k) ^ 2 / (2 * s k ^ 2)))) / (s k * sqrt (2 * PI))) _).
  { fractions. }
  apply (eq_eq _ (w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * (- (2 * (x n - mu k) ^ 1 * (0 - delta k i) / (2 * s k ^ 2))) / (s k * sqrt (2 * PI))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (w k * (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * (- (2 * (x n - mu k) ^ 1 * (0 - delta k i) / (2 * s k ^ 2))))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * pd (at1 mu i) (fun mu' => - ((x n - mu' k) ^ 2 / (2 * s k ^ 2)))) _).
    { rule (diff_exp (at1 mu i) (fun mu' => - ((x n - mu' k) ^ 2 / (2 * s k ^ 2)))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at1 mu i) (fun mu' => (x n - mu' k) ^ 2 / (2 * s k ^ 2))) _).
    { rule (diff_neg (at1 mu i) (fun mu' => (x n - mu' k) ^ 2 / (2 * s k ^ 2))). }
    refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at1 mu i) (fun mu' => 1 / (2 * s k ^ 2) * (x n - mu' k) ^ 2)) _).
    { apply pd_ext.
      intros mu'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at1 mu i) (fun mu' => 1 / (2 * s k ^ 2) * (x n - mu' k) ^ 2)) _).
    { reflexivity. }
    apply (eq_eq _ (1 / (2 * s k ^ 2) * pd (at1 mu i) (fun mu' => (x n - mu' k) ^ 2)) _).
    { assert (pd (at1 mu i) (fun mu' => 1 / (2 * s k ^ 2)) = 0).
      { apply constant. }
      rule (diff_scale (at1 mu i) (fun mu' => 1 / (2 * s k ^ 2)) (fun mu' => (x n - mu' k) ^ 2)). }
    apply (eq_eq _ (pd (at1 mu i) (fun mu' => (x n - mu' k) ^ 2) / (2 * s k ^ 2)) _).
    { fractions. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (2 * (x n - mu k) ^ 1 * pd (at1 mu i) (fun mu' => x n - mu' k)) _).
    { assert (pd (at1 mu i) (fun mu' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 mu i) (fun mu' => x n - mu' k) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (pd (at1 mu i) (fun mu' => x n) + pd (at1 mu i) (fun mu' => - mu' k)) _).
    { rule (diff_add (at1 mu i) (fun mu' => x n) (fun mu' => - mu' k)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (- pd (at1 mu i) (fun mu' => mu' k)) _).
    { rule (diff_neg (at1 mu i) (fun mu' => mu' k)). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply (eq_eq _ (w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * 2 * (x n - mu k) * delta k i / (2 * s k ^ 2) / (s k * sqrt (2 * PI))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * (2 * (x n - mu k) * delta k i / (2 * s k ^ 2))) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (- (- (2 * (x n - mu k) * delta k i / (2 * s k ^ 2)))) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ ((- (2 * (x n - mu k) * delta k i)) / (2 * s k ^ 2)) _); [ | same ].
        refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (2 * (x n - mu k) * (- delta k i)) _).
        { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
          { arith. }
          arith. }
        arith. }
      fractions. }
    fractions. }
  apply (eq_eq _ (w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * 2 * (x n - mu k) * delta k i / (2 * s k ^ 2 * s k * sqrt (2 * PI))) _).
  { fractions. }
  apply (eq_eq _ (w k * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * 2 * (x n - mu k) * delta k i / (2 * s k ^ 2 * s k * sqrt (2 * PI))) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl (f_equal exp _)) eq_refl) eq_refl) eq_refl) eq_refl).
    fractions. }
  apply (eq_eq _ (- (delta k i * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k * w k / (sqrt (2 * PI) * s k ^ 3)) + delta k i * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k * x n / (sqrt (2 * PI) * s k ^ 3)) _).
  { fractions. }
  apply (eq_eq _ (x n * f n k * delta k i / s k ^ 2 - f n k * mu k * delta k i / s k ^ 2) _).
  { symmetry.
    apply (eq_eq _ (x n * (exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / (sqrt (2 * PI) * s k)) * delta k i / s k ^ 2 - exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / (sqrt (2 * PI) * s k) * mu k * delta k i / s k ^ 2) _).
    { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl))).
      { rule (shared_2 n k). }
      rule (shared_2 n k). }
    fractions. }
  apply (eq_eq _ (- (delta k i * f n k * mu k / s k ^ 2) + delta k i * f n k * x n / s k ^ 2) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_4 :
  forall i : nat,
  (i < K)%nat ->
  rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * (x n - mu k) * delta k i / s k ^ 2))) = rsum N (fun n => f n i * (x n - mu i) / (rsum K (fun m => f n m) * s i ^ 2)).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum N (fun n => 1 * f n i * (x n - mu i) / (rsum K (fun m => f n m) * s i ^ 2))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum K (fun k => delta k i * (1 * f n k * (x n - mu k) / (rsum K (fun m => f n m) * s k ^ 2)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_delta K (fun k => 1 * f n k * (x n - mu k) / (rsum K (fun m => f n m) * s k ^ 2)) i). }
  apply rsum_ext; intros n ?; cbv beta.
  refine (f_equal2 Rdiv _ eq_refl).
  arith.
Qed.

Lemma shared_5 :
  forall n : nat,
  (n < N)%nat ->
  rsum K (fun l => f n l) = 1 / sqrt (2 * PI) * rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l).
Proof.
  intros n ?.
  apply (eq_eq _ (rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / (sqrt (2 * PI) * s l))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    rule (shared_2 n l). }
  apply (eq_eq _ (rsum K (fun l => 1 / sqrt (2 * PI) * (exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => 1 / sqrt (2 * PI) * (exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k))) _); [ same | ].
  apply (eq_eq _ (1 / sqrt (2 * PI) * rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k)) _); [ | same ].
  rule (sum_factor K (1 / sqrt (2 * PI)) (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l) (fun l => true)).
Qed.

Lemma shared_6 :
  forall n i : nat,
  (n < N)%nat ->
  (i < K)%nat ->
  (sqrt (2 * PI) <> 0) ->
  r n i = exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i / (rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l) * s i).
Proof.
  intros n i ? ? ?.
  apply (eq_eq _ (f n i / rsum K (fun l => f n l)) _).
  { reflexivity. }
  apply (eq_eq _ (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i / (sqrt (2 * PI) * s i) / (1 / sqrt (2 * PI) * rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l))) _).
  { refine (f_equal2 Rdiv _ _).
    { rule (shared_2 n i). }
    rule (shared_5 n). }
  cancel.
Qed.

Lemma shared_7 :
  forall i : nat,
  (i < K)%nat ->
  (sqrt (2 * PI) <> 0) ->
  rsum N (fun n => r n i * x n) = w i / s i * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)).
Proof.
  intros i ? ?.
  apply (eq_eq _ (rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i * x n / (rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l) * s i))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i / (rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l) * s i) * x n) _).
    { refine (f_equal2 Rmult _ eq_refl).
      rule (shared_6 n i). }
    fractions. }
  apply (eq_eq _ (rsum N (fun n => w i / s i * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun k => w i / s i * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * x k / rsum K (fun l => exp (mu l * x k / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x k ^ 2 / s l ^ 2) * w l / s l)))) _); [ same | ].
  apply (eq_eq _ (w i / s i * rsum N (fun k => exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * x k / rsum K (fun l => exp (mu l * x k / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x k ^ 2 / s l ^ 2) * w l / s l))) _); [ | same ].
  rule (sum_factor N (w i / s i) (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) (fun n => true)).
Qed.

Lemma shared_8 :
  forall i : nat,
  (i < K)%nat ->
  (sqrt (2 * PI) <> 0) ->
  rsum N (fun n => r n i) = w i / s i * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)).
Proof.
  intros i ? ?.
  apply (eq_eq _ (rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i / (rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l) * s i))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    rule (shared_6 n i). }
  apply (eq_eq _ (rsum N (fun n => w i / s i * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun k => w i / s i * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) / rsum K (fun l => exp (mu l * x k / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x k ^ 2 / s l ^ 2) * w l / s l)))) _); [ same | ].
  apply (eq_eq _ (w i / s i * rsum N (fun k => exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) / rsum K (fun l => exp (mu l * x k / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x k ^ 2 / s l ^ 2) * w l / s l))) _); [ | same ].
  rule (sum_factor N (w i / s i) (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) (fun n => true)).
Qed.

Lemma shared_9 :
  forall i : nat,
  (i < K)%nat ->
  rsum N (fun n => f n i * (x n - mu i) / (rsum K (fun m => f n m) * s i ^ 2)) = rsum N (fun n => r n i * x n) / s i ^ 2 - mu i * rsum N (fun n => r n i) / s i ^ 2.
Proof.
  intros i ?.
  assert (sqrt (2 * PI) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum N (fun n => - (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * mu i * w i / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 3)) + exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i * x n / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 3))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i / (sqrt (2 * PI) * s i) * (x n - mu i) / (1 / sqrt (2 * PI) * rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 2)) _).
    { refine (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) _).
      { rule (shared_2 n i). }
      apply (eq_eq _ ((1 / sqrt (2 * PI) * rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) * s i ^ 2) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      rule_same (shared_5 n). }
    cancel. }
  apply (eq_eq _ (rsum N (fun k => - (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * mu i * w i / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 3)) + exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * w i * x k / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 3))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => - (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * mu i * w i / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 3))) + rsum N (fun k => exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * w i * x k / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 3))) _).
  { rule (sum_add N (fun n => - (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * mu i * w i / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 3))) (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i * x n / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 3)) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => - (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * mu i * w i / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 3))) + rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i * x n / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 3))) _); [ same | ].
  apply (eq_eq _ (- (mu i * w i / s i ^ 3 * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))) + w i / s i ^ 3 * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => - (mu i * w i / s i ^ 3 * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => - (mu i * w i / s i ^ 3 * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m))))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun k => mu i * w i / s i ^ 3 * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m)))) _).
      { rule (sum_neg N (fun n => mu i * w i / s i ^ 3 * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))) (fun n => true)). }
      apply (eq_eq _ (- rsum N (fun n => mu i * w i / s i ^ 3 * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun k => mu i * w i / s i ^ 3 * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m)))) _); [ same | ].
      apply (eq_eq _ (mu i * w i / s i ^ 3 * rsum N (fun k => exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m))) _); [ | same ].
      rule (sum_factor N (mu i * w i / s i ^ 3) (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun n => w i / s i ^ 3 * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => w i / s i ^ 3 * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * x k / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m)))) _); [ same | ].
    apply (eq_eq _ (w i / s i ^ 3 * rsum N (fun k => exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * x k / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m))) _); [ | same ].
    rule (sum_factor N (w i / s i ^ 3) (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) (fun n => true)). }
  apply (eq_eq _ (- (rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) * mu i * w i / s i ^ 3) + rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) * w i / s i ^ 3) _).
  { fractions. }
  apply (eq_eq _ (- (rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) * mu i * w i / s i ^ 3) + rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) * w i / s i ^ 3) _); [ same | ].
  symmetry.
  apply (eq_eq _ (w i / s i * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) / s i ^ 2 - mu i * (w i / s i) * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) / s i ^ 2) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) (f_equal Ropp (f_equal2 Rdiv _ eq_refl))).
    { rule (shared_7 i). }
    apply (eq_eq _ (mu i * (w i / s i * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    rule (shared_8 i). }
  fractions.
Qed.

Lemma shared_10 :
  forall i : nat,
  (i < K)%nat ->
  rsum N (fun n => r n i * (x n - mu i)) = - (mu i * rsum N (fun n => r n i)) + rsum N (fun n => r n i * x n).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum N (fun n => - (mu i * r n i) + r n i * x n)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => - (mu i * r k i) + r k i * x k)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => - (mu i * r k i)) + rsum N (fun k => r k i * x k)) _).
  { rule (sum_add N (fun n => - (mu i * r n i)) (fun n => r n i * x n) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => - (mu i * r n i)) + rsum N (fun n => r n i * x n)) _); [ same | ].
  refine (f_equal2 Rplus _ eq_refl).
  apply (eq_eq _ (rsum N (fun k => - (mu i * r k i))) _); [ same | ].
  apply (eq_eq _ (- rsum N (fun k => mu i * r k i)) _).
  { rule (sum_neg N (fun n => mu i * r n i) (fun n => true)). }
  apply (eq_eq _ (- rsum N (fun n => mu i * r n i)) _); [ same | ].
  refine (f_equal Ropp _).
  apply (eq_eq _ (rsum N (fun k => mu i * r k i)) _); [ same | ].
  apply (eq_eq _ (mu i * rsum N (fun k => r k i)) _); [ | same ].
  rule (sum_factor N (mu i) (fun n => r n i) (fun n => true)).
Qed.

Lemma shared_11 :
  forall i : nat,
  (i < K)%nat ->
  rsum N (fun n => r n i * x n) / s i ^ 2 - mu i * rsum N (fun n => r n i) / s i ^ 2 = rsum N (fun n => r n i * (x n - mu i)) / s i ^ 2.
Proof.
  intros i ?.
  apply (eq_eq _ (rsum N (fun n => r n i * x n) / s i ^ 2 - rsum N (fun n => r n i) * mu i / s i ^ 2) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((- (mu i * rsum N (fun n => r n i)) + rsum N (fun n => r n i * x n)) / s i ^ 2) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule (shared_10 i). }
  fractions.
Qed.

Lemma shared_12 :
  forall i : nat,
  (i < K)%nat ->
  ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k))) ->
  ((forall i', (i' < K)%nat -> 0 < s i')) ->
  rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 s i) (fun s' => f_of w x mu s' n k))) = rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * ((x n - mu k) ^ 2 - s k ^ 2) * delta k i / s k ^ 3))).
Proof.
  intros i ? ? ?.
  assert ((forall k, (k < K)%nat -> s k * sqrt (2 * PI) <> 0)).
  { intros k ?.
    sgn. }
  assert ((forall k, (k < K)%nat -> 2 * s k ^ 2 <> 0)).
  { intros k ?.
    sgn. }
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ _).
  { rule (shared_1 n k). }
  apply (eq_eq _ (pd (at1 s i) (fun s' => w k * exp (- ((x n - mu k) ^ 2 / (2 * s' k ^ 2))) / (s' k * sqrt (2 * PI)))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 s i) (fun s' => w k * exp (- ((x n - mu k) ^ 2 / (2 * s' k ^ 2)))) * s k * sqrt (2 * PI) - w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * pd (at1 s i) (fun s' => s' k * sqrt (2 * PI))) / (s k * sqrt (2 * PI)) ^ 2) _).
  { assert (s k * sqrt (2 * PI) <> 0).
    { sgn. }
    assert (2 * s k ^ 2 <> 0).
    { sgn. }
    rule_same (diff_div (at1 s i) (fun s' => w k * exp (- ((x n - mu k) ^ 2 / (2 * s' k ^ 2)))) (fun s' => s' k * sqrt (2 * PI))). }
  apply (eq_eq _ ((w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * 4 * (x n - mu k) ^ 2 * s k * delta k i * s k * sqrt (2 * PI) / (2 * s k ^ 2) ^ 2 - w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * sqrt (2 * PI) * delta k i) / (s k * sqrt (2 * PI)) ^ 2) _).
  { assert (2 * s k ^ 2 <> 0).
    { sgn. }
    apply (eq_eq _ ((w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * (- (- ((x n - mu k) ^ 2 / (2 * s k ^ 2) ^ 2 * 2 * 2 * s k ^ 1 * delta k i))) * s k * sqrt (2 * PI) - w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * sqrt (2 * PI) * delta k i) / (s k * sqrt (2 * PI)) ^ 2) _).
    { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp _)) eq_refl).
      { apply (eq_eq _ ((w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * (- (- ((x n - mu k) ^ 2 / (2 * s k ^ 2) ^ 2 * 2 * 2 * s k ^ 1 * delta k i)))) * s k * sqrt (2 * PI)) _); [ | same ].
        refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
        apply (eq_eq _ (pd (at1 s i) (fun s' => w k * exp (- ((x n - mu k) ^ 2 / (2 * s' k ^ 2))))) _).
        { reflexivity. }
        apply (eq_eq _ (w k * pd (at1 s i) (fun s' => exp (- ((x n - mu k) ^ 2 / (2 * s' k ^ 2))))) _).
        { assert (pd (at1 s i) (fun s' => w k) = 0).
          { apply constant. }
          rule (diff_scale (at1 s i) (fun s' => w k) (fun s' => exp (- ((x n - mu k) ^ 2 / (2 * s' k ^ 2))))). }
        apply (eq_eq _ (w k * (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * (- (- ((x n - mu k) ^ 2 / (2 * s k ^ 2) ^ 2 * 2 * 2 * s k ^ 1 * delta k i))))) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * pd (at1 s i) (fun s' => - ((x n - mu k) ^ 2 / (2 * s' k ^ 2)))) _).
        { rule (diff_exp (at1 s i) (fun s' => - ((x n - mu k) ^ 2 / (2 * s' k ^ 2)))). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (- pd (at1 s i) (fun s' => (x n - mu k) ^ 2 / (2 * s' k ^ 2))) _).
        { rule (diff_neg (at1 s i) (fun s' => (x n - mu k) ^ 2 / (2 * s' k ^ 2))). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (- ((x n - mu k) ^ 2 / (2 * s k ^ 2) ^ 2 * pd (at1 s i) (fun s' => 2 * s' k ^ 2))) _).
        { assert (pd (at1 s i) (fun s' => (x n - mu k) ^ 2) = 0).
          { apply constant. }
          rule (diff_inverse (at1 s i) (fun s' => (x n - mu k) ^ 2) (fun s' => 2 * s' k ^ 2)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ ((x n - mu k) ^ 2 / (2 * s k ^ 2) ^ 2 * (2 * 2 * s k ^ 1 * delta k i)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at1 s i) (fun s' => 2 * s' k ^ 2)) _).
        { reflexivity. }
        apply (eq_eq _ (2 * pd (at1 s i) (fun s' => s' k ^ 2)) _).
        { assert (pd (at1 s i) (fun s' => 2) = 0).
          { apply constant. }
          rule (diff_scale (at1 s i) (fun s' => 2) (fun s' => s' k ^ 2)). }
        apply (eq_eq _ (2 * (2 * s k ^ 1 * delta k i)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (2 * s k ^ 1 * pd (at1 s i) (fun s' => s' k)) _).
        { assert (pd (at1 s i) (fun s' => 2) = 0).
          { apply constant. }
          assert (2 = 1 + 1).
          { arith. }
          rule (diff_pow_int (at1 s i) (fun s' => s' k) 2%nat 1%nat 2). }
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        apply variable1. }
      apply (eq_eq _ (w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * (sqrt (2 * PI) * delta k i)) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (pd (at1 s i) (fun s' => sqrt (2 * PI) * s' k)) _).
      { apply pd_ext.
        intros s'; cbv beta.
        arith. }
      apply (eq_eq _ (sqrt (2 * PI) * pd (at1 s i) (fun s' => s' k)) _).
      { assert (pd (at1 s i) (fun s' => sqrt (2 * PI)) = 0).
        { apply constant. }
        rule (diff_scale (at1 s i) (fun s' => sqrt (2 * PI)) (fun s' => s' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    refine (f_equal2 Rdiv (f_equal2 Rplus _ eq_refl) eq_refl).
    apply (eq_eq _ (w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * (4 * (x n - mu k) ^ 2 * s k * delta k i / (2 * s k ^ 2) ^ 2) * s k * sqrt (2 * PI)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl) eq_refl).
      apply (eq_eq _ (- (- (4 * (x n - mu k) ^ 2 * s k * delta k i / (2 * s k ^ 2) ^ 2))) _).
      { refine (f_equal Ropp (f_equal Ropp _)).
        apply (eq_eq _ ((x n - mu k) ^ 2 / (2 * s k ^ 2) ^ 2 * 2 * 2 * s k * delta k i) _).
        { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _) eq_refl).
          arith. }
        fractions. }
      fractions. }
    fractions. }
  apply (eq_eq _ (w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * 4 * (x n - mu k) ^ 2 * s k * delta k i * s k * sqrt (2 * PI) / ((2 * s k ^ 2) ^ 2 * (s k * sqrt (2 * PI)) ^ 2) - w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * sqrt (2 * PI) * delta k i / (s k * sqrt (2 * PI)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (4 * w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * (x n - mu k) ^ 2 * s k * delta k i * s k * sqrt (2 * PI) / ((2 * s k ^ 2) ^ 2 * (s k * sqrt (2 * PI)) ^ 2) - w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * sqrt (2 * PI) * delta k i / (s k * sqrt (2 * PI)) ^ 2) _).
  { refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) eq_refl).
    arith. }
  apply (eq_eq _ (f n k * mu k ^ 2 * delta k i / s k ^ 3 + x n ^ 2 * f n k * delta k i / s k ^ 3 - 2 * x n * f n k * mu k * delta k i / s k ^ 3 - f n k * delta k i / s k) _).
  { assert (s k <> 0).
    { sgn. }
    assert (sqrt (2 * PI) <> 0).
    { sgn. }
    apply (eq_eq _ (4 * w k * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * (x n - mu k) ^ 2 * s k * delta k i * s k * sqrt (2 * PI) / ((2 * s k ^ 2) ^ 2 * (s k * sqrt (2 * PI)) ^ 2) - w k * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * sqrt (2 * PI) * delta k i / (s k * sqrt (2 * PI)) ^ 2) _).
    { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal exp _)) eq_refl) eq_refl) eq_refl) eq_refl) eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl (f_equal exp _)) eq_refl) eq_refl) eq_refl))).
      { fractions. }
      fractions. }
    apply (eq_eq _ (- (2 * delta k i * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k * w k * x n / (sqrt (2 * PI) * s k ^ 4)) + delta k i * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k ^ 2 * w k / (sqrt (2 * PI) * s k ^ 4) + delta k i * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k * x n ^ 2 / (sqrt (2 * PI) * s k ^ 4) - delta k i * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / (sqrt (2 * PI) * s k ^ 2)) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / (sqrt (2 * PI) * s k) * mu k ^ 2 * delta k i / s k ^ 3 + x n ^ 2 * (exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / (sqrt (2 * PI) * s k)) * delta k i / s k ^ 3 - 2 * x n * (exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / (sqrt (2 * PI) * s k)) * mu k * delta k i / s k ^ 3 - exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / (sqrt (2 * PI) * s k) * delta k i / s k) _).
    { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl) (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl)) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl) eq_refl) eq_refl))) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl))).
      { rule (shared_2 n k). }
      { rule (shared_2 n k). }
      { rule (shared_2 n k). }
      rule (shared_2 n k). }
    fractions. }
  assert (s k <> 0).
  { sgn. }
  apply (eq_eq _ (- (2 * delta k i * f n k * mu k * x n / s k ^ 3) + delta k i * f n k * mu k ^ 2 / s k ^ 3 + delta k i * f n k * x n ^ 2 / s k ^ 3 - delta k i * f n k / s k) _).
  { fractions. }
  symmetry.
  cancel.
Qed.

Lemma shared_13 :
  forall i : nat,
  (i < K)%nat ->
  rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * ((x n - mu k) ^ 2 - s k ^ 2) * delta k i / s k ^ 3))) = rsum N (fun n => f n i * ((x n - mu i) ^ 2 - s i ^ 2) / (rsum K (fun m => f n m) * s i ^ 3)).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum N (fun n => 1 * f n i * ((x n - mu i) ^ 2 - s i ^ 2) / (rsum K (fun m => f n m) * s i ^ 3))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum K (fun k => delta k i * (1 * f n k * ((x n - mu k) ^ 2 - s k ^ 2) / (rsum K (fun m => f n m) * s k ^ 3)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_delta K (fun k => 1 * f n k * ((x n - mu k) ^ 2 - s k ^ 2) / (rsum K (fun m => f n m) * s k ^ 3)) i). }
  apply rsum_ext; intros n ?; cbv beta.
  refine (f_equal2 Rdiv _ eq_refl).
  arith.
Qed.

Lemma shared_14 :
  forall i : nat,
  (i < K)%nat ->
  ((forall i', (i' < K)%nat -> 0 < s i')) ->
  rsum N (fun n => f n i * ((x n - mu i) ^ 2 - s i ^ 2) / (rsum K (fun m => f n m) * s i ^ 3)) = mu i ^ 2 * rsum N (fun n => r n i) / s i ^ 3 + rsum N (fun n => r n i * x n ^ 2) / s i ^ 3 - 2 * mu i * rsum N (fun n => r n i * x n) / s i ^ 3 - rsum N (fun n => r n i) / s i.
Proof.
  intros i ? ?.
  assert (s i <> 0).
  { sgn. }
  assert (sqrt (2 * PI) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum N (fun n => - (2 * exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * mu i * w i * x n / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4)) + exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * mu i ^ 2 * w i / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4) + exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i * x n ^ 2 / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4) - exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 2))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i / (sqrt (2 * PI) * s i) * ((x n - mu i) ^ 2 - s i ^ 2) / (1 / sqrt (2 * PI) * rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 3)) _).
    { refine (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) _).
      { rule (shared_2 n i). }
      apply (eq_eq _ ((1 / sqrt (2 * PI) * rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) * s i ^ 3) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      rule_same (shared_5 n). }
    cancel. }
  apply (eq_eq _ (rsum N (fun k => - (2 * exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * mu i * w i * x k / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4)) + exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * mu i ^ 2 * w i / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4) + exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * w i * x k ^ 2 / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4) - exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * w i / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 2))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => - (2 * exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * mu i * w i * x k / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4)) + exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * mu i ^ 2 * w i / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4)) + rsum N (fun k => exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * w i * x k ^ 2 / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4) - exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * w i / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 2))) _).
  { rule_same (sum_add N (fun n => - (2 * exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * mu i * w i * x n / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4)) + exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * mu i ^ 2 * w i / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4)) (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i * x n ^ 2 / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4) - exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 2)) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => - (2 * exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * mu i * w i * x n / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4)) + exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * mu i ^ 2 * w i / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4)) + rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i * x n ^ 2 / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4) - exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 2))) _); [ same | ].
  apply (eq_eq _ (- (2 * mu i * w i / s i ^ 4 * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))) + mu i ^ 2 * w i / s i ^ 4 * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) + w i / s i ^ 4 * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n ^ 2 / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) - w i / s i ^ 2 * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))) _).
  { apply (eq_eq _ ((- (2 * mu i * w i / s i ^ 4 * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))) + mu i ^ 2 * w i / s i ^ 4 * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))) + (w i / s i ^ 4 * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n ^ 2 / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) - w i / s i ^ 2 * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => - (2 * exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * mu i * w i * x k / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4)) + exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * mu i ^ 2 * w i / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4))) _); [ same | ].
      apply (eq_eq _ (rsum N (fun k => - (2 * exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * mu i * w i * x k / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4))) + rsum N (fun k => exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * mu i ^ 2 * w i / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4))) _).
      { rule (sum_add N (fun n => - (2 * exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * mu i * w i * x n / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4))) (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * mu i ^ 2 * w i / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4)) (fun n => true)). }
      apply (eq_eq _ (rsum N (fun n => - (2 * exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * mu i * w i * x n / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4))) + rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * mu i ^ 2 * w i / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4))) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun n => - (2 * mu i * w i / s i ^ 4 * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))))) _).
        { apply rsum_ext; intros n ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum N (fun k => - (2 * mu i * w i / s i ^ 4 * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * x k / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m))))) _); [ same | ].
        apply (eq_eq _ (- rsum N (fun k => 2 * mu i * w i / s i ^ 4 * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * x k / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m)))) _).
        { rule (sum_neg N (fun n => 2 * mu i * w i / s i ^ 4 * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))) (fun n => true)). }
        apply (eq_eq _ (- rsum N (fun n => 2 * mu i * w i / s i ^ 4 * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)))) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum N (fun k => 2 * mu i * w i / s i ^ 4 * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * x k / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m)))) _); [ same | ].
        apply (eq_eq _ (2 * mu i * w i / s i ^ 4 * rsum N (fun k => exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * x k / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m))) _); [ | same ].
        rule (sum_factor N (2 * mu i * w i / s i ^ 4) (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) (fun n => true)). }
      apply (eq_eq _ (rsum N (fun n => mu i ^ 2 * w i / s i ^ 4 * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => mu i ^ 2 * w i / s i ^ 4 * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m)))) _); [ same | ].
      apply (eq_eq _ (mu i ^ 2 * w i / s i ^ 4 * rsum N (fun k => exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m))) _); [ | same ].
      rule (sum_factor N (mu i ^ 2 * w i / s i ^ 4) (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun k => exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * w i * x k ^ 2 / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4) - exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * w i / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 2))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * w i * x k ^ 2 / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4)) + rsum N (fun k => - (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * w i / (rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) * s i ^ 2)))) _).
    { rule (sum_add N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i * x n ^ 2 / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4)) (fun n => - (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 2))) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i * x n ^ 2 / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 4)) + rsum N (fun n => - (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s i ^ 2)))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => w i / s i ^ 4 * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n ^ 2 / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => w i / s i ^ 4 * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * x k ^ 2 / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m)))) _); [ same | ].
      apply (eq_eq _ (w i / s i ^ 4 * rsum N (fun k => exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * x k ^ 2 / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m))) _); [ | same ].
      rule (sum_factor N (w i / s i ^ 4) (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n ^ 2 / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun n => - (w i / s i ^ 2 * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => - (w i / s i ^ 2 * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m))))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k => w i / s i ^ 2 * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m)))) _).
    { rule (sum_neg N (fun n => w i / s i ^ 2 * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))) (fun n => true)). }
    apply (eq_eq _ (- rsum N (fun n => w i / s i ^ 2 * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)))) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k => w i / s i ^ 2 * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m)))) _); [ same | ].
    apply (eq_eq _ (w i / s i ^ 2 * rsum N (fun k => exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m))) _); [ | same ].
    rule (sum_factor N (w i / s i ^ 2) (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) * mu i ^ 2 * w i / s i ^ 4 - rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) * w i / s i ^ 2 + rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n ^ 2 / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) * w i / s i ^ 4 - 2 * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) * mu i * w i / s i ^ 4) _).
  { fractions. }
  apply (eq_eq _ (rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) * mu i ^ 2 * w i / s i ^ 4 - rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) * w i / s i ^ 2 + rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n ^ 2 / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) * w i / s i ^ 4 - 2 * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) * mu i * w i / s i ^ 4) _); [ same | ].
  symmetry.
  apply (eq_eq _ (mu i ^ 2 * (w i / s i) * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) / s i ^ 3 + w i / s i * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n ^ 2 / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) / s i ^ 3 - 2 * mu i * (w i / s i) * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) / s i ^ 3 - w i / s i * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) / s i) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) (f_equal2 Rdiv _ eq_refl)) (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) (f_equal Ropp (f_equal2 Rdiv _ eq_refl))).
    { apply (eq_eq _ (mu i ^ 2 * (w i / s i * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      rule (shared_8 i). }
    { apply (eq_eq _ (rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i * x n ^ 2 / (rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l) * s i))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        apply (eq_eq _ (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * w i / (rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l) * s i) * x n ^ 2) _).
        { refine (f_equal2 Rmult _ eq_refl).
          rule (shared_6 n i). }
        fractions. }
      apply (eq_eq _ (rsum N (fun n => w i / s i * (exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n ^ 2 / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => w i / s i * (exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * x k ^ 2 / rsum K (fun l => exp (mu l * x k / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x k ^ 2 / s l ^ 2) * w l / s l)))) _); [ same | ].
      apply (eq_eq _ (w i / s i * rsum N (fun k => exp (mu i * x k / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x k ^ 2 / s i ^ 2) * x k ^ 2 / rsum K (fun l => exp (mu l * x k / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x k ^ 2 / s l ^ 2) * w l / s l))) _); [ | same ].
      rule (sum_factor N (w i / s i) (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n ^ 2 / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)) (fun n => true)). }
    { apply (eq_eq _ (2 * mu i * (w i / s i * rsum N (fun n => exp (mu i * x n / s i ^ 2 - (1 / 2) * mu i ^ 2 / s i ^ 2 - (1 / 2) * x n ^ 2 / s i ^ 2) * x n / rsum K (fun l => exp (mu l * x n / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x n ^ 2 / s l ^ 2) * w l / s l)))) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      rule (shared_7 i). }
    rule (shared_8 i). }
  fractions.
Qed.

Lemma shared_15 :
  forall i : nat,
  (i < K)%nat ->
  rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) = - (2 * mu i * rsum N (fun n => r n i * x n)) + mu i ^ 2 * rsum N (fun n => r n i) - s i ^ 2 * rsum N (fun n => r n i) + rsum N (fun n => r n i * x n ^ 2).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum N (fun n => - (2 * mu i * r n i * x n) + mu i ^ 2 * r n i - r n i * s i ^ 2 + r n i * x n ^ 2)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => - (2 * mu i * r k i * x k) + mu i ^ 2 * r k i - r k i * s i ^ 2 + r k i * x k ^ 2)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => - (2 * mu i * r k i * x k) + mu i ^ 2 * r k i) + rsum N (fun k => - (r k i * s i ^ 2) + r k i * x k ^ 2)) _).
  { rule_same (sum_add N (fun n => - (2 * mu i * r n i * x n) + mu i ^ 2 * r n i) (fun n => - (r n i * s i ^ 2) + r n i * x n ^ 2) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => - (2 * mu i * r n i * x n) + mu i ^ 2 * r n i) + rsum N (fun n => - (r n i * s i ^ 2) + r n i * x n ^ 2)) _); [ same | ].
  apply (eq_eq _ ((- (2 * mu i * rsum N (fun n => r n i * x n)) + mu i ^ 2 * rsum N (fun n => r n i)) + (- (s i ^ 2 * rsum N (fun n => r n i)) + rsum N (fun n => r n i * x n ^ 2))) _); [ | same ].
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum N (fun k => - (2 * mu i * r k i * x k) + mu i ^ 2 * r k i)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => - (2 * mu i * r k i * x k)) + rsum N (fun k => mu i ^ 2 * r k i)) _).
    { rule (sum_add N (fun n => - (2 * mu i * r n i * x n)) (fun n => mu i ^ 2 * r n i) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun n => - (2 * mu i * r n i * x n)) + rsum N (fun n => mu i ^ 2 * r n i)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => - (2 * mu i * r k i * x k))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun k => 2 * mu i * r k i * x k)) _).
      { rule (sum_neg N (fun n => 2 * mu i * r n i * x n) (fun n => true)). }
      apply (eq_eq _ (- rsum N (fun n => 2 * mu i * r n i * x n)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun k => 2 * mu i * r k i * x k)) _); [ same | ].
      apply (eq_eq _ (2 * mu i * rsum N (fun k => r k i * x k)) _); [ | same ].
      rule_same (sum_factor N (2 * mu i) (fun n => r n i * x n) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun k => mu i ^ 2 * r k i)) _); [ same | ].
    apply (eq_eq _ (mu i ^ 2 * rsum N (fun k => r k i)) _); [ | same ].
    rule (sum_factor N (mu i ^ 2) (fun n => r n i) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun k => - (r k i * s i ^ 2) + r k i * x k ^ 2)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => - (r k i * s i ^ 2)) + rsum N (fun k => r k i * x k ^ 2)) _).
  { rule (sum_add N (fun n => - (r n i * s i ^ 2)) (fun n => r n i * x n ^ 2) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => - (r n i * s i ^ 2)) + rsum N (fun n => r n i * x n ^ 2)) _); [ same | ].
  refine (f_equal2 Rplus _ eq_refl).
  apply (eq_eq _ (rsum N (fun n => - (s i ^ 2 * r n i))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => - (s i ^ 2 * r k i))) _); [ same | ].
  apply (eq_eq _ (- rsum N (fun k => s i ^ 2 * r k i)) _).
  { rule (sum_neg N (fun n => s i ^ 2 * r n i) (fun n => true)). }
  apply (eq_eq _ (- rsum N (fun n => s i ^ 2 * r n i)) _); [ same | ].
  refine (f_equal Ropp _).
  apply (eq_eq _ (rsum N (fun k => s i ^ 2 * r k i)) _); [ same | ].
  apply (eq_eq _ (s i ^ 2 * rsum N (fun k => r k i)) _); [ | same ].
  rule (sum_factor N (s i ^ 2) (fun n => r n i) (fun n => true)).
Qed.

Lemma shared_16 :
  forall i : nat,
  (i < K)%nat ->
  (s i <> 0) ->
  rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3 = rsum N (fun n => r n i * x n ^ 2) / s i ^ 3 - 2 * rsum N (fun n => r n i * x n) * mu i / s i ^ 3 + rsum N (fun n => r n i) * mu i ^ 2 / s i ^ 3 - rsum N (fun n => r n i) / s i.
Proof.
  intros i ? ?.
  apply (eq_eq _ ((- (2 * mu i * rsum N (fun n => r n i * x n)) + mu i ^ 2 * rsum N (fun n => r n i) - s i ^ 2 * rsum N (fun n => r n i) + rsum N (fun n => r n i * x n ^ 2)) / s i ^ 3) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule (shared_15 i). }
  cancel.
Qed.

Lemma shared_17 :
  forall i : nat,
  (i < K)%nat ->
  ((forall i', (i' < K)%nat -> 0 < s i')) ->
  mu i ^ 2 * rsum N (fun n => r n i) / s i ^ 3 + rsum N (fun n => r n i * x n ^ 2) / s i ^ 3 - 2 * mu i * rsum N (fun n => r n i * x n) / s i ^ 3 - rsum N (fun n => r n i) / s i = rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3.
Proof.
  intros i ? ?.
  assert (s i <> 0).
  { sgn. }
  apply (eq_eq _ (rsum N (fun n => r n i * x n ^ 2) / s i ^ 3 - 2 * rsum N (fun n => r n i * x n) * mu i / s i ^ 3 + rsum N (fun n => r n i) * mu i ^ 2 / s i ^ 3 - rsum N (fun n => r n i) / s i) _).
  { fractions. }
  symmetry.
  rule (shared_16 i).
Qed.

Lemma shared_18 :
  forall i : nat,
  (i < K)%nat ->
  ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k))) ->
  rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 w i) (fun w' => f_of w' x mu s n k))) = rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * delta k i / (s k * sqrt (2 * PI))))).
Proof.
  intros i ? ?.
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ _).
  { rule (shared_1 n k). }
  apply (eq_eq _ (pd (at1 w i) (fun w' => w' k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) / (s k * sqrt (2 * PI)))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 w i) (fun w' => 1 / (s k * sqrt (2 * PI)) * w' k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))))) _).
  { apply pd_ext.
    intros w'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 w i) (fun w' => 1 / (s k * sqrt (2 * PI)) * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * w' k)) _).
  { apply pd_ext.
    intros w'; cbv beta.
    fractions. }
  apply (eq_eq _ (1 / (s k * sqrt (2 * PI)) * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * pd (at1 w i) (fun w' => w' k)) _).
  { assert (pd (at1 w i) (fun w' => 1 / (s k * sqrt (2 * PI)) * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2)))) = 0).
    { apply constant. }
    rule_same (diff_scale (at1 w i) (fun w' => 1 / (s k * sqrt (2 * PI)) * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2)))) (fun w' => w' k)). }
  apply (eq_eq _ (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * pd (at1 w i) (fun w' => w' k) / (s k * sqrt (2 * PI))) _).
  { fractions. }
  refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
  apply variable1.
Qed.

Lemma shared_19 :
  forall i : nat,
  (i < K)%nat ->
  rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * delta k i / (s k * sqrt (2 * PI))))) = rsum N (fun n => exp (- ((x n - mu i) ^ 2 / (2 * s i ^ 2))) / (rsum K (fun m => f n m) * s i * sqrt (2 * PI))).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum N (fun n => 1 * exp (- ((x n - mu i) ^ 2 / (2 * s i ^ 2))) / (rsum K (fun m => f n m) * s i * sqrt (2 * PI)))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum K (fun k => delta k i * (1 * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) / (rsum K (fun m => f n m) * s k * sqrt (2 * PI))))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_delta K (fun k => 1 * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) / (rsum K (fun m => f n m) * s k * sqrt (2 * PI))) i). }
  apply rsum_ext; intros n ?; cbv beta.
  refine (f_equal2 Rdiv _ eq_refl).
  arith.
Qed.

Lemma shared_20 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k))) ->
  rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 x i) (fun x' => f_of w x' mu s n k))) = rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * delta n i * (mu k - x n) / s k ^ 2))).
Proof.
  intros i ? ?.
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ _).
  { rule (shared_1 n k). }
  apply (eq_eq _ (pd (at1 x i) (fun x' => w k * exp (- ((x' n - mu k) ^ 2 / (2 * s k ^ 2))) / (s k * sqrt (2 * PI)))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / (s k * sqrt (2 * PI)) * w k * exp (- ((x' n - mu k) ^ 2 / (2 * s k ^ 2))))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / (s k * sqrt (2 * PI)) * w k * exp (- ((x' n - mu k) ^ 2 / (2 * s k ^ 2))))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (s k * sqrt (2 * PI)) * w k * pd (at1 x i) (fun x' => exp (- ((x' n - mu k) ^ 2 / (2 * s k ^ 2))))) _).
  { assert (pd (at1 x i) (fun x' => 1 / (s k * sqrt (2 * PI)) * w k) = 0).
    { apply constant. }
    rule_same (diff_scale (at1 x i) (fun x' => 1 / (s k * sqrt (2 * PI)) * w k) (fun x' => exp (- ((x' n - mu k) ^ 2 / (2 * s k ^ 2))))). }
  apply (eq_eq _ (w k * pd (at1 x i) (fun x' => exp (- ((x' n - mu k) ^ 2 / (2 * s k ^ 2)))) / (s k * sqrt (2 * PI))) _).
  { fractions. }
  apply (eq_eq _ (w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * (- (2 * (x n - mu k) ^ 1 * (delta n i + 0) / (2 * s k ^ 2))) / (s k * sqrt (2 * PI))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (w k * (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * (- (2 * (x n - mu k) ^ 1 * (delta n i + 0) / (2 * s k ^ 2))))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * pd (at1 x i) (fun x' => - ((x' n - mu k) ^ 2 / (2 * s k ^ 2)))) _).
    { rule (diff_exp (at1 x i) (fun x' => - ((x' n - mu k) ^ 2 / (2 * s k ^ 2)))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at1 x i) (fun x' => (x' n - mu k) ^ 2 / (2 * s k ^ 2))) _).
    { rule (diff_neg (at1 x i) (fun x' => (x' n - mu k) ^ 2 / (2 * s k ^ 2))). }
    refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / (2 * s k ^ 2) * (x' n - mu k) ^ 2)) _).
    { apply pd_ext.
      intros x'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / (2 * s k ^ 2) * (x' n - mu k) ^ 2)) _).
    { reflexivity. }
    apply (eq_eq _ (1 / (2 * s k ^ 2) * pd (at1 x i) (fun x' => (x' n - mu k) ^ 2)) _).
    { assert (pd (at1 x i) (fun x' => 1 / (2 * s k ^ 2)) = 0).
      { apply constant. }
      rule (diff_scale (at1 x i) (fun x' => 1 / (2 * s k ^ 2)) (fun x' => (x' n - mu k) ^ 2)). }
    apply (eq_eq _ (pd (at1 x i) (fun x' => (x' n - mu k) ^ 2) / (2 * s k ^ 2)) _).
    { fractions. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (2 * (x n - mu k) ^ 1 * pd (at1 x i) (fun x' => x' n - mu k)) _).
    { assert (pd (at1 x i) (fun x' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 x i) (fun x' => x' n - mu k) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (pd (at1 x i) (fun x' => x' n) + pd (at1 x i) (fun x' => - mu k)) _).
    { rule (diff_add (at1 x i) (fun x' => x' n) (fun x' => - mu k)). }
    refine (f_equal2 Rplus _ _).
    { apply variable1. }
    apply constant. }
  apply (eq_eq _ (- (w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * 2 * (x n - mu k) * delta n i / (2 * s k ^ 2) / (s k * sqrt (2 * PI)))) _).
  { apply (eq_eq _ ((- (w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * 2 * (x n - mu k) * delta n i / (2 * s k ^ 2))) / (s k * sqrt (2 * PI))) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (w k * exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * (- (2 * (x n - mu k) * delta n i / (2 * s k ^ 2)))) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _) eq_refl))).
      { arith. }
      arith. }
    fractions. }
  apply (eq_eq _ (- (w k * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * 2 * (x n - mu k) * delta n i / (2 * s k ^ 2) / (s k * sqrt (2 * PI)))) _).
  { refine (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl (f_equal exp _)) eq_refl) eq_refl) eq_refl) eq_refl) eq_refl)).
    fractions. }
  apply (eq_eq _ (delta n i * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k * w k / (sqrt (2 * PI) * s k ^ 3) - delta n i * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k * x n / (sqrt (2 * PI) * s k ^ 3)) _).
  { fractions. }
  apply (eq_eq _ (f n k * delta n i * mu k / s k ^ 2 - x n * f n k * delta n i / s k ^ 2) _).
  { symmetry.
    apply (eq_eq _ (exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / (sqrt (2 * PI) * s k) * delta n i * mu k / s k ^ 2 - x n * (exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / (sqrt (2 * PI) * s k)) * delta n i / s k ^ 2) _).
    { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl))).
      { rule (shared_2 n k). }
      rule (shared_2 n k). }
    fractions. }
  apply (eq_eq _ (delta n i * f n k * mu k / s k ^ 2 - delta n i * f n k * x n / s k ^ 2) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_21 :
  forall i : nat,
  (i < N)%nat ->
  rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * delta n i * (mu k - x n) / s k ^ 2))) = rsum K (fun k => r i k * mu k / s k ^ 2) - x i * rsum K (fun k => r i k / s k ^ 2).
Proof.
  intros i ?.
  assert (sqrt (2 * PI) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum N (fun n => delta n i * rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k * w k / s k ^ 3) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) - delta n i * rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k ^ 3) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum K (fun k => delta n i * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k * w k / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s k ^ 3) - delta n i * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k * x n / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s k ^ 3))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (1 / (1 / sqrt (2 * PI) * rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) * (exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / (sqrt (2 * PI) * s k) * delta n i * (mu k - x n) / s k ^ 2)) _).
      { refine (f_equal2 Rmult (f_equal2 Rdiv eq_refl _) (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl)).
        { rule_same (shared_5 n). }
        rule (shared_2 n k). }
      cancel. }
    apply (eq_eq _ (rsum K (fun k => delta n i * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k * w k / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s k ^ 3)) + rsum K (fun k => - (delta n i * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k * x n / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s k ^ 3)))) _).
    { rule (sum_add K (fun k => delta n i * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k * w k / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s k ^ 3)) (fun k => - (delta n i * exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k * x n / (rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * s k ^ 3))) (fun k => true)). }
    apply (eq_eq _ (delta n i / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k * w k / s k ^ 3) - delta n i * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k ^ 3)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun k => delta n i / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * (exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k * w k / s k ^ 3))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          fractions. }
        rule (sum_factor K (delta n i / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k * w k / s k ^ 3) (fun k => true)). }
      apply (eq_eq _ (rsum K (fun k => - (delta n i * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * (exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k ^ 3)))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum K (fun k => delta n i * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * (exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k ^ 3))) _).
      { rule (sum_neg K (fun k => delta n i * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m) * (exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k ^ 3)) (fun k => true)). }
      refine (f_equal Ropp _).
      rule (sum_factor K (delta n i * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k ^ 3) (fun k => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k => delta k i * rsum K (fun l => exp (mu l * x k / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x k ^ 2 / s l ^ 2) * mu l * w l / s l ^ 3) / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m) - delta k i * rsum K (fun l => exp (mu l * x k / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x k ^ 2 / s l ^ 2) * w l / s l ^ 3) * x k / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => delta k i * rsum K (fun l => exp (mu l * x k / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x k ^ 2 / s l ^ 2) * mu l * w l / s l ^ 3) / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m)) + rsum N (fun k => - (delta k i * rsum K (fun l => exp (mu l * x k / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x k ^ 2 / s l ^ 2) * w l / s l ^ 3) * x k / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m)))) _).
  { rule (sum_add N (fun n => delta n i * rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k * w k / s k ^ 3) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) (fun n => - (delta n i * rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k ^ 3) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => delta n i * rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k * w k / s k ^ 3) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) + rsum N (fun n => - (delta n i * rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k ^ 3) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * mu k * w k / s k ^ 3) / rsum K (fun m => exp (mu m * x i / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x i ^ 2 / s m ^ 2) * w m / s m) + (-1) * (rsum K (fun k => exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * w k / s k ^ 3) * x i / rsum K (fun m => exp (mu m * x i / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x i ^ 2 / s m ^ 2) * w m / s m))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => delta n i * (rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k * w k / s k ^ 3) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => delta k i * (rsum K (fun l => exp (mu l * x k / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x k ^ 2 / s l ^ 2) * mu l * w l / s l ^ 3) / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m)))) _); [ same | ].
      rule (sum_delta N (fun n => rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * mu k * w k / s k ^ 3) / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) i). }
    apply (eq_eq _ (rsum N (fun n => (-1) * (delta n i * rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k ^ 3) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => (-1) * (delta k i * rsum K (fun l => exp (mu l * x k / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x k ^ 2 / s l ^ 2) * w l / s l ^ 3) * x k / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m)))) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum N (fun k => delta k i * rsum K (fun l => exp (mu l * x k / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x k ^ 2 / s l ^ 2) * w l / s l ^ 3) * x k / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m))) _).
    { rule (sum_factor N (-1) (fun n => delta n i * rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k ^ 3) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) (fun n => true)). }
    apply (eq_eq _ ((-1) * rsum N (fun n => delta n i * rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k ^ 3) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m))) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n => delta n i * (rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k ^ 3) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => delta k i * (rsum K (fun l => exp (mu l * x k / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x k ^ 2 / s l ^ 2) * w l / s l ^ 3) * x k / rsum K (fun m => exp (mu m * x k / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x k ^ 2 / s m ^ 2) * w m / s m)))) _); [ same | ].
    rule (sum_delta N (fun n => rsum K (fun k => exp (mu k * x n / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x n ^ 2 / s k ^ 2) * w k / s k ^ 3) * x n / rsum K (fun m => exp (mu m * x n / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x n ^ 2 / s m ^ 2) * w m / s m)) i). }
  apply (eq_eq _ (rsum K (fun k => exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * mu k * w k / s k ^ 3) / rsum K (fun m => exp (mu m * x i / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x i ^ 2 / s m ^ 2) * w m / s m) - rsum K (fun k => exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * w k / s k ^ 3) * x i / rsum K (fun m => exp (mu m * x i / s m ^ 2 - (1 / 2) * mu m ^ 2 / s m ^ 2 - (1 / 2) * x i ^ 2 / s m ^ 2) * w m / s m)) _).
  { fractions. }
  apply (eq_eq _ (rsum K (fun k => exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * mu k * w k / s k ^ 3) / rsum K (fun l => exp (mu l * x i / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x i ^ 2 / s l ^ 2) * w l / s l) - rsum K (fun k => exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * w k / s k ^ 3) * x i / rsum K (fun l => exp (mu l * x i / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x i ^ 2 / s l ^ 2) * w l / s l)) _); [ same | ].
  symmetry.
  apply (eq_eq _ (1 / rsum K (fun l => exp (mu l * x i / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x i ^ 2 / s l ^ 2) * w l / s l) * rsum K (fun k => exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * mu k * w k / s k ^ 3) - x i * (1 / rsum K (fun l => exp (mu l * x i / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x i ^ 2 / s l ^ 2) * w l / s l)) * rsum K (fun k => exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * w k / s k ^ 3)) _).
  { refine (f_equal2 Rplus _ (f_equal Ropp _)).
    { apply (eq_eq _ (rsum K (fun k => exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * mu k * w k / (rsum K (fun l => exp (mu l * x i / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x i ^ 2 / s l ^ 2) * w l / s l) * s k ^ 3))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * w k / (rsum K (fun l => exp (mu l * x i / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x i ^ 2 / s l ^ 2) * w l / s l) * s k) * mu k / s k ^ 2) _).
        { refine (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) eq_refl).
          rule (shared_6 i k). }
        fractions. }
      apply (eq_eq _ (rsum K (fun k => 1 / rsum K (fun l => exp (mu l * x i / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x i ^ 2 / s l ^ 2) * w l / s l) * (exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * mu k * w k / s k ^ 3))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      rule (sum_factor K (1 / rsum K (fun l => exp (mu l * x i / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x i ^ 2 / s l ^ 2) * w l / s l)) (fun k => exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * mu k * w k / s k ^ 3) (fun k => true)). }
    apply (eq_eq _ (x i * (1 / rsum K (fun l => exp (mu l * x i / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x i ^ 2 / s l ^ 2) * w l / s l) * rsum K (fun k => exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * w k / s k ^ 3))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum K (fun k => exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * w k / (rsum K (fun l => exp (mu l * x i / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x i ^ 2 / s l ^ 2) * w l / s l) * s k ^ 3))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * w k / (rsum K (fun l => exp (mu l * x i / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x i ^ 2 / s l ^ 2) * w l / s l) * s k) / s k ^ 2) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        rule (shared_6 i k). }
      fractions. }
    apply (eq_eq _ (rsum K (fun k => 1 / rsum K (fun l => exp (mu l * x i / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x i ^ 2 / s l ^ 2) * w l / s l) * (exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * w k / s k ^ 3))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_factor K (1 / rsum K (fun l => exp (mu l * x i / s l ^ 2 - (1 / 2) * mu l ^ 2 / s l ^ 2 - (1 / 2) * x i ^ 2 / s l ^ 2) * w l / s l)) (fun k => exp (mu k * x i / s k ^ 2 - (1 / 2) * mu k ^ 2 / s k ^ 2 - (1 / 2) * x i ^ 2 / s k ^ 2) * w k / s k ^ 3) (fun k => true)). }
  fractions.
Qed.

Lemma shared_22 :
  forall i : nat,
  (i < N)%nat ->
  rsum K (fun k => r i k * (mu k - x i) / s k ^ 2) = rsum K (fun k => mu k * r i k / s k ^ 2) - x i * rsum K (fun k => r i k / s k ^ 2).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum K (fun k => mu k * r i k / s k ^ 2 - r i k * x i / s k ^ 2)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => mu k * r i k / s k ^ 2) + rsum K (fun k => - (r i k * x i / s k ^ 2))) _).
  { rule (sum_add K (fun k => mu k * r i k / s k ^ 2) (fun k => - (r i k * x i / s k ^ 2)) (fun k => true)). }
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (rsum K (fun k => - (x i * (r i k / s k ^ 2)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  apply (eq_eq _ (- rsum K (fun k => x i * (r i k / s k ^ 2))) _).
  { rule (sum_neg K (fun k => x i * (r i k / s k ^ 2)) (fun k => true)). }
  refine (f_equal Ropp _).
  rule (sum_factor K (x i) (fun k => r i k / s k ^ 2) (fun k => true)).
Qed.

Lemma shared_23 :
  forall i : nat,
  (i < N)%nat ->
  rsum K (fun k => r i k * mu k / s k ^ 2) - x i * rsum K (fun k => r i k / s k ^ 2) = rsum K (fun k => r i k * (mu k - x i) / s k ^ 2).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum K (fun k => mu k * r i k / s k ^ 2) - x i * rsum K (fun k => r i k / s k ^ 2)) _).
  { refine (f_equal2 Rplus _ eq_refl).
    apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => mu k * r i k / s k ^ 2) - rsum K (fun k => r i k / s k ^ 2) * x i) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (rsum K (fun k => mu k * r i k / s k ^ 2) - x i * rsum K (fun k => r i k / s k ^ 2)) _).
  { rule (shared_22 i). }
  arith.
Qed.

Lemma shared_24 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k))) ->
  pd (at1 x i) (fun x' => L_of N K (f_of w x' mu s)) = rsum K (fun k => r i k * (mu k - x i) / s k ^ 2).
Proof.
  intros i ? ?.
  apply (eq_eq _ (rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 x i) (fun x' => f_of w x' mu s n k)))) _).
  { apply (chain2 (at1 x i) N K (fun f' => L_of N K f') (fun x' => f_of w x' mu s)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * delta n i * (mu k - x n) / s k ^ 2)))) _).
  { rule (shared_20 i). }
  apply (eq_eq _ (rsum K (fun k => r i k * mu k / s k ^ 2) - x i * rsum K (fun k => r i k / s k ^ 2)) _).
  { rule (shared_21 i). }
  rule (shared_23 i).
Qed.

Lemma shared_25 :
  forall i : nat,
  (i < K)%nat ->
  ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k))) ->
  pd (at1 mu i) (fun mu' => L_of N K (f_of w x mu' s)) = rsum N (fun n => r n i * (x n - mu i)) / s i ^ 2.
Proof.
  intros i ? ?.
  apply (eq_eq _ (rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 mu i) (fun mu' => f_of w x mu' s n k)))) _).
  { apply (chain2 (at1 mu i) N K (fun f' => L_of N K f') (fun mu' => f_of w x mu' s)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * (x n - mu k) * delta k i / s k ^ 2)))) _).
  { rule (shared_3 i). }
  apply (eq_eq _ (rsum N (fun n => f n i * (x n - mu i) / (rsum K (fun m => f n m) * s i ^ 2))) _).
  { rule (shared_4 i). }
  apply (eq_eq _ (rsum N (fun n => r n i * x n) / s i ^ 2 - mu i * rsum N (fun n => r n i) / s i ^ 2) _).
  { rule (shared_9 i). }
  rule (shared_11 i).
Qed.

Lemma shared_26 :
  forall i : nat,
  (i < K)%nat ->
  ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k))) ->
  ((forall i', (i' < K)%nat -> 0 < s i')) ->
  pd (at1 s i) (fun s' => L_of N K (f_of w x mu s')) = rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3.
Proof.
  intros i ? ? ?.
  apply (eq_eq _ (rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 s i) (fun s' => f_of w x mu s' n k)))) _).
  { assert ((forall k, (k < K)%nat -> s k * sqrt (2 * PI) <> 0)).
    { intros k ?.
      sgn. }
    assert ((forall k, (k < K)%nat -> 2 * s k ^ 2 <> 0)).
    { intros k ?.
      sgn. }
    apply (chain2 (at1 s i) N K (fun f' => L_of N K f') (fun s' => f_of w x mu s')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * ((x n - mu k) ^ 2 - s k ^ 2) * delta k i / s k ^ 3)))) _).
  { rule (shared_12 i). }
  apply (eq_eq _ (rsum N (fun n => f n i * ((x n - mu i) ^ 2 - s i ^ 2) / (rsum K (fun m => f n m) * s i ^ 3))) _).
  { rule (shared_13 i). }
  apply (eq_eq _ (mu i ^ 2 * rsum N (fun n => r n i) / s i ^ 3 + rsum N (fun n => r n i * x n ^ 2) / s i ^ 3 - 2 * mu i * rsum N (fun n => r n i * x n) / s i ^ 3 - rsum N (fun n => r n i) / s i) _).
  { rule (shared_14 i). }
  rule (shared_17 i).
Qed.

Lemma shared_27 :
  rsum K (fun k => rsum N (fun n => r n k * x n ^ 2) * s_dot k / s k ^ 3 - 2 * rsum N (fun n => r n k * x n) * mu k * s_dot k / s k ^ 3 + rsum N (fun n => r n k) * mu k ^ 2 * s_dot k / s k ^ 3 - rsum N (fun n => r n k) * s_dot k / s k) = rsum K (fun i => rsum N (fun n => r n i * x n ^ 2) * s_dot i / s i ^ 3) + (-2) * rsum K (fun i => rsum N (fun n => r n i * x n) * mu i * s_dot i / s i ^ 3) + rsum K (fun i => rsum N (fun n => r n i) * mu i ^ 2 * s_dot i / s i ^ 3) + (-1) * rsum K (fun i => rsum N (fun n => r n i) * s_dot i / s i).
Proof.
  apply (eq_eq _ (rsum K (fun k => rsum N (fun n => r n k * x n ^ 2) * s_dot k / s k ^ 3 - 2 * rsum N (fun n => r n k * x n) * mu k * s_dot k / s k ^ 3) + rsum K (fun k => rsum N (fun n => r n k) * mu k ^ 2 * s_dot k / s k ^ 3 - rsum N (fun n => r n k) * s_dot k / s k)) _).
  { rule_same (sum_add K (fun i => rsum N (fun n => r n i * x n ^ 2) * s_dot i / s i ^ 3 - 2 * rsum N (fun n => r n i * x n) * mu i * s_dot i / s i ^ 3) (fun i => rsum N (fun n => r n i) * mu i ^ 2 * s_dot i / s i ^ 3 - rsum N (fun n => r n i) * s_dot i / s i) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => rsum N (fun n => r n i * x n ^ 2) * s_dot i / s i ^ 3 - 2 * rsum N (fun n => r n i * x n) * mu i * s_dot i / s i ^ 3) + rsum K (fun i => rsum N (fun n => r n i) * mu i ^ 2 * s_dot i / s i ^ 3 - rsum N (fun n => r n i) * s_dot i / s i)) _); [ same | ].
  apply (eq_eq _ ((rsum K (fun i => rsum N (fun n => r n i * x n ^ 2) * s_dot i / s i ^ 3) + (-2) * rsum K (fun i => rsum N (fun n => r n i * x n) * mu i * s_dot i / s i ^ 3)) + (rsum K (fun i => rsum N (fun n => r n i) * mu i ^ 2 * s_dot i / s i ^ 3) + (-1) * rsum K (fun i => rsum N (fun n => r n i) * s_dot i / s i))) _); [ | same ].
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum K (fun k => rsum N (fun n => r n k * x n ^ 2) * s_dot k / s k ^ 3 - 2 * rsum N (fun n => r n k * x n) * mu k * s_dot k / s k ^ 3)) _); [ same | ].
    apply (eq_eq _ (rsum K (fun k => rsum N (fun n => r n k * x n ^ 2) * s_dot k / s k ^ 3) + rsum K (fun k => - (2 * rsum N (fun n => r n k * x n) * mu k * s_dot k / s k ^ 3))) _).
    { rule (sum_add K (fun i => rsum N (fun n => r n i * x n ^ 2) * s_dot i / s i ^ 3) (fun i => - (2 * rsum N (fun n => r n i * x n) * mu i * s_dot i / s i ^ 3)) (fun i => true)). }
    apply (eq_eq _ (rsum K (fun i => rsum N (fun n => r n i * x n ^ 2) * s_dot i / s i ^ 3) + rsum K (fun i => - (2 * rsum N (fun n => r n i * x n) * mu i * s_dot i / s i ^ 3))) _); [ same | ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum K (fun i => (-2) * (rsum N (fun n => r n i * x n) * mu i * s_dot i / s i ^ 3))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => (-2) * (rsum N (fun n => r n k * x n) * mu k * s_dot k / s k ^ 3))) _); [ same | ].
    apply (eq_eq _ ((-2) * rsum K (fun k => rsum N (fun n => r n k * x n) * mu k * s_dot k / s k ^ 3)) _); [ | same ].
    rule (sum_factor K (-2) (fun i => rsum N (fun n => r n i * x n) * mu i * s_dot i / s i ^ 3) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun k => rsum N (fun n => r n k) * mu k ^ 2 * s_dot k / s k ^ 3 - rsum N (fun n => r n k) * s_dot k / s k)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => rsum N (fun n => r n k) * mu k ^ 2 * s_dot k / s k ^ 3) + rsum K (fun k => - (rsum N (fun n => r n k) * s_dot k / s k))) _).
  { rule (sum_add K (fun i => rsum N (fun n => r n i) * mu i ^ 2 * s_dot i / s i ^ 3) (fun i => - (rsum N (fun n => r n i) * s_dot i / s i)) (fun i => true)). }
  apply (eq_eq _ (rsum K (fun i => rsum N (fun n => r n i) * mu i ^ 2 * s_dot i / s i ^ 3) + rsum K (fun i => - (rsum N (fun n => r n i) * s_dot i / s i))) _); [ same | ].
  refine (f_equal2 Rplus eq_refl _).
  apply (eq_eq _ (rsum K (fun i => (-1) * (rsum N (fun n => r n i) * s_dot i / s i))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum K (fun k => (-1) * (rsum N (fun n => r n k) * s_dot k / s k))) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum K (fun k => rsum N (fun n => r n k) * s_dot k / s k)) _); [ | same ].
  rule (sum_factor K (-1) (fun i => rsum N (fun n => r n i) * s_dot i / s i) (fun i => true)).
Qed.

(** * sums-to-one *)

Section sums_to_one.
Variables (n : nat).
Hypothesis n_in : (n < N)%nat.
Hypothesis given1 : (forall i, (i < K)%nat -> 0 <= w i).
Hypothesis given2 : (forall i, (i < K)%nat -> 0 < s i).
Hypothesis given3 : 0 < rsum K (fun k => f n k).

(* definition of r_nk *)
Lemma sums_to_one_1_unfold :
  rsum K (fun k => r n k)
  = rsum K (fun k => f n k / rsum K (fun l => f n l)).
Proof.
  reflexivity.
Qed.

(* a constant factor goes in front of the sum *)
Lemma sums_to_one_2_sum_factor :
  rsum K (fun k => f n k / rsum K (fun l => f n l))
  = rsum K (fun k => f n k) / rsum K (fun l => f n l).
Proof.
  apply (eq_eq _ (rsum K (fun k => 1 / rsum K (fun l => f n l) * f n k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  apply (eq_eq _ (1 / rsum K (fun l => f n l) * rsum K (fun k => f n k)) _).
  { rule (sum_factor K (1 / rsum K (fun l => f n l)) (fun k => f n k) (fun k => true)). }
  fractions.
Qed.

Lemma sums_to_one_needs_1 :
  rsum K (fun l => f n l) <> 0.
Proof.
  sgn.
Qed.

(* cancel Σ_k f_nk *)
Lemma sums_to_one_3_ring :
  rsum K (fun k => f n k) / rsum K (fun l => f n l)
  = 1.
Proof.
  pose proof sums_to_one_needs_1.
  apply (eq_eq _ (1) _).
  { cancel. }
  reflexivity.
Qed.

Theorem sums_to_one :
  rsum K (fun k => r n k)
  = 1.
Proof.
  exact (eq_eq _ _ _ sums_to_one_1_unfold (eq_eq _ _ _ sums_to_one_2_sum_factor sums_to_one_3_ring)).
Qed.
End sums_to_one.

(** * Gradient for the means *)

Section means.
Variables (k : nat).
Hypothesis k_in : (k < K)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < rsum K (fun k' => f n k')).

(* chain rule through f_nl *)
Lemma means_1_chain :
  pd (at1 mu k) (fun mu' => L_of N K (f_of w x mu' s))
  = rsum N (fun n => rsum K (fun l => pd (at2 f n l) (fun f' => L_of N K f') * pd (at1 mu k) (fun mu' => f_of w x mu' s n l))).
Proof.
  apply (chain2 (at1 mu k) N K (fun f' => L_of N K f') (fun mu' => f_of w x mu' s)); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂f_nl and ∂f_nl/∂μ_k *)
Lemma means_2_lemma :
  rsum N (fun n => rsum K (fun l => pd (at2 f n l) (fun f' => L_of N K f') * pd (at1 mu k) (fun mu' => f_of w x mu' s n l)))
  = rsum N (fun n => rsum K (fun l => 1 / rsum K (fun m => f n m) * (f n l * (x n - mu l) * delta l k / s l ^ 2))).
Proof.
  rule (shared_3 k).
Qed.

(* the delta keeps one term of the sum *)
Lemma means_3_sum_delta :
  rsum N (fun n => rsum K (fun l => 1 / rsum K (fun m => f n m) * (f n l * (x n - mu l) * delta l k / s l ^ 2)))
  = rsum N (fun n => f n k * (x n - mu k) / (rsum K (fun m => f n m) * s k ^ 2)).
Proof.
  rule (shared_4 k).
Qed.

(* multiply out *)
Lemma means_4_ring :
  rsum N (fun n => f n k * (x n - mu k) / (rsum K (fun m => f n m) * s k ^ 2))
  = rsum N (fun n => r n k * x n) / s k ^ 2 - mu k * rsum N (fun n => r n k) / s k ^ 2.
Proof.
  rule (shared_9 k).
Qed.

(* factor *)
Lemma means_5_ring :
  rsum N (fun n => r n k * x n) / s k ^ 2 - mu k * rsum N (fun n => r n k) / s k ^ 2
  = rsum N (fun n => r n k * (x n - mu k)) / s k ^ 2.
Proof.
  rule (shared_11 k).
Qed.

Theorem means :
  is_pd (at1 mu k) (fun mu' => L_of N K (f_of w x mu' s))
  (rsum N (fun n => r n k * (x n - mu k)) / s k ^ 2).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ means_1_chain (eq_eq _ _ _ means_2_lemma (eq_eq _ _ _ means_3_sum_delta (eq_eq _ _ _ means_4_ring means_5_ring)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition means_outright : option (
  is_pd (at1 mu k) (fun mu' => L_of N K (f_of w x mu' s))
  (rsum N (fun n => r n k * (x n - mu k)) / s k ^ 2)).
Proof.
  attempt "means" by Formula.outright (Formula.by_vector (Formula.Sum N (fun n => (Formula.Ln (Formula.Sum K (fun k' => (Formula.Div (Formula.Mul (Formula.C (w k')) (Formula.Exp (Formula.Opp (Formula.Div (Formula.Pow (Formula.Sub (Formula.C (x n)) (Formula.V (k'))) 2) (Formula.C (2 * s k' ^ 2)))))) (Formula.C (s k' * sqrt (2 * PI)))))))))).
Defined.
End means.

(** * Gradient for the widths *)

Section widths.
Variables (k : nat).
Hypothesis k_in : (k < K)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < rsum K (fun k' => f n k')).
Hypothesis given2 : (forall i, (i < K)%nat -> 0 < s i).

(* chain rule through f_nl *)
Lemma widths_1_chain :
  pd (at1 s k) (fun s' => L_of N K (f_of w x mu s'))
  = rsum N (fun n => rsum K (fun l => pd (at2 f n l) (fun f' => L_of N K f') * pd (at1 s k) (fun s' => f_of w x mu s' n l))).
Proof.
  assert ((forall k', (k' < K)%nat -> s k' * sqrt (2 * PI) <> 0)).
  { intros k' ?.
    sgn. }
  assert ((forall k', (k' < K)%nat -> 2 * s k' ^ 2 <> 0)).
  { intros k' ?.
    sgn. }
  apply (chain2 (at1 s k) N K (fun f' => L_of N K f') (fun s' => f_of w x mu s')); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂f_nl and ∂f_nl/∂s_k *)
Lemma widths_2_lemma :
  rsum N (fun n => rsum K (fun l => pd (at2 f n l) (fun f' => L_of N K f') * pd (at1 s k) (fun s' => f_of w x mu s' n l)))
  = rsum N (fun n => rsum K (fun l => 1 / rsum K (fun m => f n m) * (f n l * ((x n - mu l) ^ 2 - s l ^ 2) * delta l k / s l ^ 3))).
Proof.
  rule (shared_12 k).
Qed.

(* the delta keeps one term of the sum *)
Lemma widths_3_sum_delta :
  rsum N (fun n => rsum K (fun l => 1 / rsum K (fun m => f n m) * (f n l * ((x n - mu l) ^ 2 - s l ^ 2) * delta l k / s l ^ 3)))
  = rsum N (fun n => f n k * ((x n - mu k) ^ 2 - s k ^ 2) / (rsum K (fun m => f n m) * s k ^ 3)).
Proof.
  rule (shared_13 k).
Qed.

(* multiply out *)
Lemma widths_4_ring :
  rsum N (fun n => f n k * ((x n - mu k) ^ 2 - s k ^ 2) / (rsum K (fun m => f n m) * s k ^ 3))
  = mu k ^ 2 * rsum N (fun n => r n k) / s k ^ 3 + rsum N (fun n => r n k * x n ^ 2) / s k ^ 3 - 2 * mu k * rsum N (fun n => r n k * x n) / s k ^ 3 - rsum N (fun n => r n k) / s k.
Proof.
  rule (shared_14 k).
Qed.

(* factor *)
Lemma widths_5_ring :
  mu k ^ 2 * rsum N (fun n => r n k) / s k ^ 3 + rsum N (fun n => r n k * x n ^ 2) / s k ^ 3 - 2 * mu k * rsum N (fun n => r n k * x n) / s k ^ 3 - rsum N (fun n => r n k) / s k
  = rsum N (fun n => r n k * ((mu k - x n) ^ 2 - s k ^ 2)) / s k ^ 3.
Proof.
  rule (shared_17 k).
Qed.

(* a constant factor goes in front of the sum *)
Lemma widths_6_sum_factor :
  rsum N (fun n => r n k * ((mu k - x n) ^ 2 - s k ^ 2)) / s k ^ 3
  = rsum N (fun n => r n k * ((x n - mu k) ^ 2 / s k ^ 2 + (-1))) / s k.
Proof.
  assert (s k <> 0).
  { sgn. }
  apply (eq_eq _ (rsum N (fun n => r n k * x n ^ 2) / s k ^ 3 - 2 * rsum N (fun n => r n k * x n) * mu k / s k ^ 3 + rsum N (fun n => r n k) * mu k ^ 2 / s k ^ 3 - rsum N (fun n => r n k) / s k) _).
  { rule (shared_16 k). }
  symmetry.
  apply (eq_eq _ ((- (2 * mu k / s k ^ 2 * rsum N (fun n => r n k * x n)) + mu k ^ 2 / s k ^ 2 * rsum N (fun n => r n k) + (-1) * rsum N (fun n => r n k) + 1 / s k ^ 2 * rsum N (fun n => r n k * x n ^ 2)) / s k) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun n => - (2 * mu k * r n k * x n / s k ^ 2) + mu k ^ 2 * r n k / s k ^ 2 - r n k + r n k * x n ^ 2 / s k ^ 2)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun l => - (2 * mu k * r l k * x l / s k ^ 2) + mu k ^ 2 * r l k / s k ^ 2 - r l k + r l k * x l ^ 2 / s k ^ 2)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun l => - (2 * mu k * r l k * x l / s k ^ 2) + mu k ^ 2 * r l k / s k ^ 2) + rsum N (fun l => - r l k + r l k * x l ^ 2 / s k ^ 2)) _).
    { rule_same (sum_add N (fun n => - (2 * mu k * r n k * x n / s k ^ 2) + mu k ^ 2 * r n k / s k ^ 2) (fun n => - r n k + r n k * x n ^ 2 / s k ^ 2) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun n => - (2 * mu k * r n k * x n / s k ^ 2) + mu k ^ 2 * r n k / s k ^ 2) + rsum N (fun n => - r n k + r n k * x n ^ 2 / s k ^ 2)) _); [ same | ].
    apply (eq_eq _ ((- (2 * mu k / s k ^ 2 * rsum N (fun n => r n k * x n)) + mu k ^ 2 / s k ^ 2 * rsum N (fun n => r n k)) + ((-1) * rsum N (fun n => r n k) + 1 / s k ^ 2 * rsum N (fun n => r n k * x n ^ 2))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun l => - (2 * mu k * r l k * x l / s k ^ 2) + mu k ^ 2 * r l k / s k ^ 2)) _); [ same | ].
      apply (eq_eq _ (rsum N (fun l => - (2 * mu k * r l k * x l / s k ^ 2)) + rsum N (fun l => mu k ^ 2 * r l k / s k ^ 2)) _).
      { rule (sum_add N (fun n => - (2 * mu k * r n k * x n / s k ^ 2)) (fun n => mu k ^ 2 * r n k / s k ^ 2) (fun n => true)). }
      apply (eq_eq _ (rsum N (fun n => - (2 * mu k * r n k * x n / s k ^ 2)) + rsum N (fun n => mu k ^ 2 * r n k / s k ^ 2)) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun n => - (2 * mu k / s k ^ 2 * r n k * x n))) _).
        { apply rsum_ext; intros n ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum N (fun l => - (2 * mu k / s k ^ 2 * r l k * x l))) _); [ same | ].
        apply (eq_eq _ (- rsum N (fun l => 2 * mu k / s k ^ 2 * r l k * x l)) _).
        { rule (sum_neg N (fun n => 2 * mu k / s k ^ 2 * r n k * x n) (fun n => true)). }
        apply (eq_eq _ (- rsum N (fun n => 2 * mu k / s k ^ 2 * r n k * x n)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum N (fun l => 2 * mu k / s k ^ 2 * r l k * x l)) _); [ same | ].
        apply (eq_eq _ (2 * mu k / s k ^ 2 * rsum N (fun l => r l k * x l)) _); [ | same ].
        rule_same (sum_factor N (2 * mu k / s k ^ 2) (fun n => r n k * x n) (fun n => true)). }
      apply (eq_eq _ (rsum N (fun n => mu k ^ 2 / s k ^ 2 * r n k)) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun l => mu k ^ 2 / s k ^ 2 * r l k)) _); [ same | ].
      apply (eq_eq _ (mu k ^ 2 / s k ^ 2 * rsum N (fun l => r l k)) _); [ | same ].
      rule (sum_factor N (mu k ^ 2 / s k ^ 2) (fun n => r n k) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun l => - r l k + r l k * x l ^ 2 / s k ^ 2)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun l => - r l k) + rsum N (fun l => r l k * x l ^ 2 / s k ^ 2)) _).
    { rule (sum_add N (fun n => - r n k) (fun n => r n k * x n ^ 2 / s k ^ 2) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun n => - r n k) + rsum N (fun n => r n k * x n ^ 2 / s k ^ 2)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => (-1) * r n k)) _).
      { apply rsum_ext; intros n ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun l => (-1) * r l k)) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum N (fun l => r l k)) _); [ | same ].
      rule (sum_factor N (-1) (fun n => r n k) (fun n => true)). }
    apply (eq_eq _ (rsum N (fun n => 1 / s k ^ 2 * r n k * x n ^ 2)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun l => 1 / s k ^ 2 * r l k * x l ^ 2)) _); [ same | ].
    apply (eq_eq _ (1 / s k ^ 2 * rsum N (fun l => r l k * x l ^ 2)) _); [ | same ].
    rule_same (sum_factor N (1 / s k ^ 2) (fun n => r n k * x n ^ 2) (fun n => true)). }
  fractions.
Qed.

Lemma widths_needs_1 :
  (forall l, (l < K)%nat -> 2 * s l ^ 2 <> 0).
Proof.
  intros l ?.
  sgn.
Qed.

Lemma widths_needs_2 :
  (forall l, (l < K)%nat -> s l * sqrt (2 * PI) <> 0).
Proof.
  intros l ?.
  sgn.
Qed.

Theorem widths :
  is_pd (at1 s k) (fun s' => L_of N K (f_of w x mu s'))
  (rsum N (fun n => r n k * ((x n - mu k) ^ 2 / s k ^ 2 + (-1))) / s k).
Proof.
  pose proof widths_needs_1.
  pose proof widths_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ widths_1_chain (eq_eq _ _ _ widths_2_lemma (eq_eq _ _ _ widths_3_sum_delta (eq_eq _ _ _ widths_4_ring (eq_eq _ _ _ widths_5_ring widths_6_sum_factor))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition widths_outright : option (
  is_pd (at1 s k) (fun s' => L_of N K (f_of w x mu s'))
  (rsum N (fun n => r n k * ((x n - mu k) ^ 2 / s k ^ 2 + (-1))) / s k)).
Proof.
  attempt "widths" by Formula.outright (Formula.by_vector (Formula.Sum N (fun n => (Formula.Ln (Formula.Sum K (fun k' => (Formula.Div (Formula.Mul (Formula.C (w k')) (Formula.Exp (Formula.Opp (Formula.Div (Formula.C ((x n - mu k') ^ 2)) (Formula.Mul (Formula.C (2)) (Formula.Pow (Formula.V (k')) 2)))))) (Formula.Mul (Formula.V (k')) (Formula.C (sqrt (2 * PI))))))))))).
Defined.
End widths.

(** * Derivative of L by w *)

Section derivative_L_w.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k)).

(* chain rule through f_nk *)
Lemma derivative_L_w_1_chain :
  pd (at1 w i) (fun w' => L_of N K (f_of w' x mu s))
  = rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 w i) (fun w' => f_of w' x mu s n k))).
Proof.
  apply (chain2 (at1 w i) N K (fun f' => L_of N K f') (fun w' => f_of w' x mu s)); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂f_nk and ∂f_nk/∂w_i *)
Lemma derivative_L_w_2_lemma :
  rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 w i) (fun w' => f_of w' x mu s n k)))
  = rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * delta k i / (s k * sqrt (2 * PI))))).
Proof.
  rule (shared_18 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_w_3_sum_delta :
  rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * delta k i / (s k * sqrt (2 * PI)))))
  = rsum N (fun n => exp (- ((x n - mu i) ^ 2 / (2 * s i ^ 2))) / (rsum K (fun m => f n m) * s i * sqrt (2 * PI))).
Proof.
  rule (shared_19 i).
Qed.

Theorem derivative_L_w :
  is_pd (at1 w i) (fun w' => L_of N K (f_of w' x mu s))
  (rsum N (fun n => exp (- ((x n - mu i) ^ 2 / (2 * s i ^ 2))) / (rsum K (fun m => f n m) * s i * sqrt (2 * PI)))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_w_1_chain (eq_eq _ _ _ derivative_L_w_2_lemma derivative_L_w_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_w_outright : option (
  is_pd (at1 w i) (fun w' => L_of N K (f_of w' x mu s))
  (rsum N (fun n => exp (- ((x n - mu i) ^ 2 / (2 * s i ^ 2))) / (rsum K (fun m => f n m) * s i * sqrt (2 * PI))))).
Proof.
  attempt "derivative_L_w" by Formula.outright (Formula.by_vector (Formula.Sum N (fun n => (Formula.Ln (Formula.Sum K (fun k => (Formula.Div (Formula.Mul (Formula.V (k)) (Formula.C (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2)))))) (Formula.C (s k * sqrt (2 * PI)))))))))).
Defined.
End derivative_L_w.

(** * VJP of L for w *)

Section vjp_L_w.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k)).

(* put in ∂ℒ/∂w_i *)
Lemma vjp_L_w_1_lemma :
  L_bar * pd (at1 w i) (fun w' => L_of N K (f_of w' x mu s))
  = L_bar * rsum N (fun n => exp (- ((x n - mu i) ^ 2 / (2 * s i ^ 2))) / (rsum K (fun m => f n m) * s i * sqrt (2 * PI))).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 w i) (fun w' => f_of w' x mu s n k)))) _).
  { apply (chain2 (at1 w i) N K (fun f' => L_of N K f') (fun w' => f_of w' x mu s)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * delta k i / (s k * sqrt (2 * PI)))))) _).
  { rule (shared_18 i). }
  rule (shared_19 i).
Qed.

Theorem vjp_L_w :
  is_pd (at1 w i) (fun w' => L_bar * L_of N K (f_of w' x mu s))
  (L_bar * rsum N (fun n => exp (- ((x n - mu i) ^ 2 / (2 * s i ^ 2))) / (rsum K (fun m => f n m) * s i * sqrt (2 * PI)))).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 w i) (fun w' => L_of N K (f_of w' x mu s))) _).
  { weighted. }
  exact vjp_L_w_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative_L_w or else anew *)
Definition vjp_L_w_outright : option (
  is_pd (at1 w i) (fun w' => L_bar * L_of N K (f_of w' x mu s))
  (L_bar * rsum N (fun n => exp (- ((x n - mu i) ^ 2 / (2 * s i ^ 2))) / (rsum K (fun m => f n m) * s i * sqrt (2 * PI))))).
Proof.
  attempt "vjp_L_w" times (derivative_L_w_outright i) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Sum N (fun n => (Formula.Ln (Formula.Sum K (fun k => (Formula.Div (Formula.Mul (Formula.V (k)) (Formula.C (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2)))))) (Formula.C (s k * sqrt (2 * PI))))))))))).
Defined.
End vjp_L_w.

(** * JVP of L for w *)

Section jvp_L_w.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k)).

(* put in ∂ℒ/∂w_i *)
Lemma jvp_L_w_1_lemma :
  rsum K (fun i => pd (at1 w i) (fun w' => L_of N K (f_of w' x mu s)) * w_dot i)
  = rsum K (fun i => rsum N (fun n => exp (- ((x n - mu i) ^ 2 / (2 * s i ^ 2))) / (rsum K (fun m => f n m) * s i * sqrt (2 * PI))) * w_dot i).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 w i) (fun w' => f_of w' x mu s n k)))) _).
  { apply (chain2 (at1 w i) N K (fun f' => L_of N K f') (fun w' => f_of w' x mu s)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2))) * delta k i / (s k * sqrt (2 * PI)))))) _).
  { rule (shared_18 i). }
  rule (shared_19 i).
Qed.

Theorem jvp_L_w :
  is_pd (at0 0) (fun t => L_of N K (f_of (line1 w w_dot t) x mu s))
  (rsum K (fun i => rsum N (fun n => exp (- ((x n - mu i) ^ 2 / (2 * s i ^ 2))) / (rsum K (fun m => f n m) * s i * sqrt (2 * PI))) * w_dot i)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun i => pd (at1 w i) (fun w' => L_of N K (f_of w' x mu s)) * w_dot i)) _).
  { apply (eq_eq _ (rsum K (fun i => pd (at1 w i) (fun w' => L_of N K (f_of w' x mu s)) * w_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) K w (fun w' => L_of N K (f_of w' x mu s)) (fun t => (line1 w w_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_w_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_w_outright : option (
  is_pd (at0 0) (fun t => L_of N K (f_of (line1 w w_dot t) x mu s))
  (rsum K (fun i => rsum N (fun n => exp (- ((x n - mu i) ^ 2 / (2 * s i ^ 2))) / (rsum K (fun m => f n m) * s i * sqrt (2 * PI))) * w_dot i))).
Proof.
  attempt "jvp_L_w" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 w) (Formula.flat1 w_dot) (Formula.Sum N (fun n => (Formula.Ln (Formula.Sum K (fun k => (Formula.Div (Formula.Mul (Formula.V (k)) (Formula.C (exp (- ((x n - mu k) ^ 2 / (2 * s k ^ 2)))))) (Formula.C (s k * sqrt (2 * PI)))))))))).
Defined.
End jvp_L_w.

(** * Derivative of L by x *)

Section derivative_L_x.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k)).

(* chain rule through f_nk *)
Lemma derivative_L_x_1_chain :
  pd (at1 x i) (fun x' => L_of N K (f_of w x' mu s))
  = rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 x i) (fun x' => f_of w x' mu s n k))).
Proof.
  apply (chain2 (at1 x i) N K (fun f' => L_of N K f') (fun x' => f_of w x' mu s)); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂f_nk and ∂f_nk/∂x_i *)
Lemma derivative_L_x_2_lemma :
  rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 x i) (fun x' => f_of w x' mu s n k)))
  = rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * delta n i * (mu k - x n) / s k ^ 2))).
Proof.
  rule (shared_20 i).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma derivative_L_x_3_sum_factor :
  rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * delta n i * (mu k - x n) / s k ^ 2)))
  = rsum K (fun k => r i k * mu k / s k ^ 2) - x i * rsum K (fun k => r i k / s k ^ 2).
Proof.
  rule (shared_21 i).
Qed.

(* factor *)
Lemma derivative_L_x_4_ring :
  rsum K (fun k => r i k * mu k / s k ^ 2) - x i * rsum K (fun k => r i k / s k ^ 2)
  = rsum K (fun k => r i k * (mu k - x i) / s k ^ 2).
Proof.
  rule (shared_23 i).
Qed.

Theorem derivative_L_x :
  is_pd (at1 x i) (fun x' => L_of N K (f_of w x' mu s))
  (rsum K (fun k => r i k * (mu k - x i) / s k ^ 2)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_x_1_chain (eq_eq _ _ _ derivative_L_x_2_lemma (eq_eq _ _ _ derivative_L_x_3_sum_factor derivative_L_x_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_x_outright : option (
  is_pd (at1 x i) (fun x' => L_of N K (f_of w x' mu s))
  (rsum K (fun k => r i k * (mu k - x i) / s k ^ 2))).
Proof.
  attempt "derivative_L_x" by Formula.outright (Formula.by_vector (Formula.Sum N (fun n => (Formula.Ln (Formula.Sum K (fun k => (Formula.Div (Formula.Mul (Formula.C (w k)) (Formula.Exp (Formula.Opp (Formula.Div (Formula.Pow (Formula.Sub (Formula.V (n)) (Formula.C (mu k))) 2) (Formula.C (2 * s k ^ 2)))))) (Formula.C (s k * sqrt (2 * PI)))))))))).
Defined.
End derivative_L_x.

(** * VJP of L for x *)

Section vjp_L_x.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k)).

(* put in ∂ℒ/∂x_i *)
Lemma vjp_L_x_1_lemma :
  L_bar * pd (at1 x i) (fun x' => L_of N K (f_of w x' mu s))
  = L_bar * rsum K (fun k => r i k * (mu k - x i) / s k ^ 2).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_24 i).
Qed.

Theorem vjp_L_x :
  is_pd (at1 x i) (fun x' => L_bar * L_of N K (f_of w x' mu s))
  (L_bar * rsum K (fun k => r i k * (mu k - x i) / s k ^ 2)).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 x i) (fun x' => L_of N K (f_of w x' mu s))) _).
  { weighted. }
  exact vjp_L_x_1_lemma.
Qed.

(* the same by the differentiator, by what it found for derivative_L_x or else anew *)
Definition vjp_L_x_outright : option (
  is_pd (at1 x i) (fun x' => L_bar * L_of N K (f_of w x' mu s))
  (L_bar * rsum K (fun k => r i k * (mu k - x i) / s k ^ 2))).
Proof.
  attempt "vjp_L_x" times (derivative_L_x_outright i) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Sum N (fun n => (Formula.Ln (Formula.Sum K (fun k => (Formula.Div (Formula.Mul (Formula.C (w k)) (Formula.Exp (Formula.Opp (Formula.Div (Formula.Pow (Formula.Sub (Formula.V (n)) (Formula.C (mu k))) 2) (Formula.C (2 * s k ^ 2)))))) (Formula.C (s k * sqrt (2 * PI))))))))))).
Defined.
End vjp_L_x.

(** * JVP of L for x *)

Section jvp_L_x.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k)).

(* put in ∂ℒ/∂x_i *)
Lemma jvp_L_x_1_lemma :
  rsum N (fun i => pd (at1 x i) (fun x' => L_of N K (f_of w x' mu s)) * x_dot i)
  = rsum N (fun i => rsum K (fun k => r i k * (mu k - x i) / s k ^ 2) * x_dot i).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_24 i).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma jvp_L_x_2_sum_factor :
  rsum N (fun i => rsum K (fun k => r i k * (mu k - x i) / s k ^ 2) * x_dot i)
  = rsum K (fun l => rsum N (fun k => x_dot k * r k l * (mu l - x k)) / s l ^ 2).
Proof.
  apply (eq_eq _ (rsum N (fun i => rsum K (fun k => mu k * r i k / s k ^ 2) * x_dot i - rsum K (fun k => r i k / s k ^ 2) * x i * x_dot i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ ((rsum K (fun k => mu k * r i k / s k ^ 2) - x i * rsum K (fun k => r i k / s k ^ 2)) * x_dot i) _).
    { refine (f_equal2 Rmult _ eq_refl).
      rule (shared_22 i). }
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum K (fun l => mu l * r k l / s l ^ 2) * x_dot k - rsum K (fun l => r k l / s l ^ 2) * x k * x_dot k)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => rsum K (fun l => mu l * r k l / s l ^ 2) * x_dot k) + rsum N (fun k => - (rsum K (fun l => r k l / s l ^ 2) * x k * x_dot k))) _).
  { rule (sum_add N (fun i => rsum K (fun k => mu k * r i k / s k ^ 2) * x_dot i) (fun i => - (rsum K (fun k => r i k / s k ^ 2) * x i * x_dot i)) (fun i => true)). }
  apply (eq_eq _ (rsum N (fun i => rsum K (fun k => mu k * r i k / s k ^ 2) * x_dot i) + rsum N (fun i => - (rsum K (fun k => r i k / s k ^ 2) * x i * x_dot i))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => mu l * r k l * x_dot k / s l ^ 2)) + (-1) * rsum K (fun l => rsum N (fun k => r k l * x k * x_dot k / s l ^ 2))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun i => x_dot i * rsum K (fun k => mu k * r i k / s k ^ 2))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun i => rsum K (fun k => x_dot i * (mu k * r i k / s k ^ 2)))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        symmetry.
        rule (sum_factor K (x_dot i) (fun k => mu k * r i k / s k ^ 2) (fun k => true)). }
      apply (eq_eq _ (rsum N (fun i => rsum K (fun k => mu k * r i k * x_dot i / s k ^ 2))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => rsum K (fun l => mu l * r k l * x_dot k / s l ^ 2))) _); [ same | ].
      rule (sum_swap N K (fun i k => mu k * r i k * x_dot i / s k ^ 2)). }
    apply (eq_eq _ (rsum N (fun i => (-1) * rsum K (fun k => r i k / s k ^ 2) * x i * x_dot i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k => (-1) * rsum K (fun l => r k l / s l ^ 2) * x k * x_dot k)) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum N (fun k => rsum K (fun l => r k l / s l ^ 2) * x k * x_dot k)) _).
    { rule_same (sum_factor N (-1) (fun i => rsum K (fun k => r i k / s k ^ 2) * x i * x_dot i) (fun i => true)). }
    apply (eq_eq _ ((-1) * rsum N (fun i => rsum K (fun k => r i k / s k ^ 2) * x i * x_dot i)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun i => x i * x_dot i * rsum K (fun k => r i k / s k ^ 2))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun i => rsum K (fun k => x i * x_dot i * (r i k / s k ^ 2)))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      symmetry.
      rule_same (sum_factor K (x i * x_dot i) (fun k => r i k / s k ^ 2) (fun k => true)). }
    apply (eq_eq _ (rsum N (fun i => rsum K (fun k => r i k * x i * x_dot i / s k ^ 2))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => rsum K (fun l => r k l * x k * x_dot k / s l ^ 2))) _); [ same | ].
    rule (sum_swap N K (fun i k => r i k * x i * x_dot i / s k ^ 2)). }
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => mu l * r k l * x_dot k / s l ^ 2)) - rsum K (fun l => rsum N (fun k => r k l * x k * x_dot k / s l ^ 2))) _).
  { arith. }
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => r k l * x_dot k) * mu l / s l ^ 2) - rsum K (fun l => rsum N (fun k => r k l * x k * x_dot k) / s l ^ 2)) _).
  { refine (f_equal2 Rplus _ (f_equal Ropp _)).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum N (fun k => mu l / s l ^ 2 * r k l * x_dot k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (mu l / s l ^ 2 * rsum N (fun k => r k l * x_dot k)) _).
      { rule_same (sum_factor N (mu l / s l ^ 2) (fun k => r k l * x_dot k) (fun k => true)). }
      fractions. }
    apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum N (fun k => 1 / s l ^ 2 * r k l * x k * x_dot k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (1 / s l ^ 2 * rsum N (fun k => r k l * x k * x_dot k)) _).
    { rule_same (sum_factor N (1 / s l ^ 2) (fun k => r k l * x k * x_dot k) (fun k => true)). }
    fractions. }
  symmetry.
  apply (eq_eq _ (rsum K (fun l => - (rsum N (fun k => r k l * x k * x_dot k) / s l ^ 2) + rsum N (fun k => r k l * x_dot k) * mu l / s l ^ 2)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ ((mu l * rsum N (fun k => r k l * x_dot k) + (-1) * rsum N (fun k => r k l * x k * x_dot k)) / s l ^ 2) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (rsum N (fun k => mu l * r k l * x_dot k - r k l * x k * x_dot k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => mu l * r k l * x_dot k) + rsum N (fun k => - (r k l * x k * x_dot k))) _).
      { rule (sum_add N (fun k => mu l * r k l * x_dot k) (fun k => - (r k l * x k * x_dot k)) (fun k => true)). }
      refine (f_equal2 Rplus _ _).
      { rule_same (sum_factor N (mu l) (fun k => r k l * x_dot k) (fun k => true)). }
      apply (eq_eq _ (rsum N (fun k => (-1) * r k l * x k * x_dot k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule_same (sum_factor N (-1) (fun k => r k l * x k * x_dot k) (fun k => true)). }
    fractions. }
  apply (eq_eq _ (rsum K (fun k => - (rsum N (fun m => r m k * x m * x_dot m) / s k ^ 2) + rsum N (fun m => r m k * x_dot m) * mu k / s k ^ 2)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun k => - (rsum N (fun m => r m k * x m * x_dot m) / s k ^ 2)) + rsum K (fun k => rsum N (fun m => r m k * x_dot m) * mu k / s k ^ 2)) _).
  { rule (sum_add K (fun l => - (rsum N (fun k => r k l * x k * x_dot k) / s l ^ 2)) (fun l => rsum N (fun k => r k l * x_dot k) * mu l / s l ^ 2) (fun l => true)). }
  apply (eq_eq _ (rsum K (fun l => - (rsum N (fun k => r k l * x k * x_dot k) / s l ^ 2)) + rsum K (fun l => rsum N (fun k => r k l * x_dot k) * mu l / s l ^ 2)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum K (fun l => rsum N (fun k => r k l * x k * x_dot k) / s l ^ 2) + rsum K (fun l => rsum N (fun k => r k l * x_dot k) * mu l / s l ^ 2)) _).
  { refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum K (fun l => (-1) * (rsum N (fun k => r k l * x k * x_dot k) / s l ^ 2))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum K (fun k => (-1) * (rsum N (fun m => r m k * x m * x_dot m) / s k ^ 2))) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum K (fun k => rsum N (fun m => r m k * x m * x_dot m) / s k ^ 2)) _); [ | same ].
    rule (sum_factor K (-1) (fun l => rsum N (fun k => r k l * x k * x_dot k) / s l ^ 2) (fun l => true)). }
  arith.
Qed.

Theorem jvp_L_x :
  is_pd (at0 0) (fun t => L_of N K (f_of w (line1 x x_dot t) mu s))
  (rsum K (fun l => rsum N (fun k => x_dot k * r k l * (mu l - x k)) / s l ^ 2)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun i => pd (at1 x i) (fun x' => L_of N K (f_of w x' mu s)) * x_dot i)) _).
  { apply (eq_eq _ (rsum N (fun i => pd (at1 x i) (fun x' => L_of N K (f_of w x' mu s)) * x_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) N x (fun x' => L_of N K (f_of w x' mu s)) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_x_1_lemma jvp_L_x_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_x_outright : option (
  is_pd (at0 0) (fun t => L_of N K (f_of w (line1 x x_dot t) mu s))
  (rsum K (fun l => rsum N (fun k => x_dot k * r k l * (mu l - x k)) / s l ^ 2))).
Proof.
  attempt "jvp_L_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Sum N (fun n => (Formula.Ln (Formula.Sum K (fun k => (Formula.Div (Formula.Mul (Formula.C (w k)) (Formula.Exp (Formula.Opp (Formula.Div (Formula.Pow (Formula.Sub (Formula.V (n)) (Formula.C (mu k))) 2) (Formula.C (2 * s k ^ 2)))))) (Formula.C (s k * sqrt (2 * PI)))))))))).
Defined.
End jvp_L_x.

(** * Derivative of L by mu *)

Section derivative_L_mu.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k)).

(* chain rule through f_nk *)
Lemma derivative_L_mu_1_chain :
  pd (at1 mu i) (fun mu' => L_of N K (f_of w x mu' s))
  = rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 mu i) (fun mu' => f_of w x mu' s n k))).
Proof.
  apply (chain2 (at1 mu i) N K (fun f' => L_of N K f') (fun mu' => f_of w x mu' s)); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂f_nk and ∂f_nk/∂μ_i *)
Lemma derivative_L_mu_2_lemma :
  rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 mu i) (fun mu' => f_of w x mu' s n k)))
  = rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * (x n - mu k) * delta k i / s k ^ 2))).
Proof.
  rule (shared_3 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_mu_3_sum_delta :
  rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * (x n - mu k) * delta k i / s k ^ 2)))
  = rsum N (fun n => f n i * (x n - mu i) / (rsum K (fun m => f n m) * s i ^ 2)).
Proof.
  rule (shared_4 i).
Qed.

(* multiply out *)
Lemma derivative_L_mu_4_ring :
  rsum N (fun n => f n i * (x n - mu i) / (rsum K (fun m => f n m) * s i ^ 2))
  = rsum N (fun n => r n i * x n) / s i ^ 2 - mu i * rsum N (fun n => r n i) / s i ^ 2.
Proof.
  rule (shared_9 i).
Qed.

(* factor *)
Lemma derivative_L_mu_5_ring :
  rsum N (fun n => r n i * x n) / s i ^ 2 - mu i * rsum N (fun n => r n i) / s i ^ 2
  = rsum N (fun n => r n i * (x n - mu i)) / s i ^ 2.
Proof.
  rule (shared_11 i).
Qed.

Theorem derivative_L_mu :
  is_pd (at1 mu i) (fun mu' => L_of N K (f_of w x mu' s))
  (rsum N (fun n => r n i * (x n - mu i)) / s i ^ 2).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_mu_1_chain (eq_eq _ _ _ derivative_L_mu_2_lemma (eq_eq _ _ _ derivative_L_mu_3_sum_delta (eq_eq _ _ _ derivative_L_mu_4_ring derivative_L_mu_5_ring)))).
Qed.

(* the same by the differentiator, by what it found for means or else anew *)
Definition derivative_L_mu_outright : option (
  is_pd (at1 mu i) (fun mu' => L_of N K (f_of w x mu' s))
  (rsum N (fun n => r n i * (x n - mu i)) / s i ^ 2)).
Proof.
  attempt "derivative_L_mu" as (means_outright i) or Formula.outright (Formula.by_vector (Formula.Sum N (fun n => (Formula.Ln (Formula.Sum K (fun k => (Formula.Div (Formula.Mul (Formula.C (w k)) (Formula.Exp (Formula.Opp (Formula.Div (Formula.Pow (Formula.Sub (Formula.C (x n)) (Formula.V (k))) 2) (Formula.C (2 * s k ^ 2)))))) (Formula.C (s k * sqrt (2 * PI)))))))))).
Defined.
End derivative_L_mu.

(** * VJP of L for mu *)

Section vjp_L_mu.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k)).

(* put in ∂ℒ/∂μ_i *)
Lemma vjp_L_mu_1_lemma :
  L_bar * pd (at1 mu i) (fun mu' => L_of N K (f_of w x mu' s))
  = L_bar * (rsum N (fun n => r n i * (x n - mu i)) / s i ^ 2).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_25 i).
Qed.

(* rearrange *)
Lemma vjp_L_mu_2_ring :
  L_bar * (rsum N (fun n => r n i * (x n - mu i)) / s i ^ 2)
  = L_bar * rsum N (fun n => r n i * (x n - mu i)) / s i ^ 2.
Proof.
  apply (eq_eq _ (L_bar * ((- (mu i * rsum N (fun n => r n i)) + rsum N (fun n => r n i * x n)) / s i ^ 2)) _).
  { refine (f_equal2 Rmult eq_refl (f_equal2 Rdiv _ eq_refl)).
    rule (shared_10 i). }
  apply (eq_eq _ (rsum N (fun n => r n i * x n) * L_bar / s i ^ 2 - rsum N (fun n => r n i) * L_bar * mu i / s i ^ 2) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (L_bar * (- (mu i * rsum N (fun n => r n i)) + rsum N (fun n => r n i * x n)) / s i ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
    rule (shared_10 i). }
  fractions.
Qed.

Theorem vjp_L_mu :
  is_pd (at1 mu i) (fun mu' => L_bar * L_of N K (f_of w x mu' s))
  (L_bar * rsum N (fun n => r n i * (x n - mu i)) / s i ^ 2).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 mu i) (fun mu' => L_of N K (f_of w x mu' s))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_mu_1_lemma vjp_L_mu_2_ring).
Qed.

(* the same by the differentiator, by what it found for means or else anew *)
Definition vjp_L_mu_outright : option (
  is_pd (at1 mu i) (fun mu' => L_bar * L_of N K (f_of w x mu' s))
  (L_bar * rsum N (fun n => r n i * (x n - mu i)) / s i ^ 2)).
Proof.
  attempt "vjp_L_mu" times (means_outright i) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Sum N (fun n => (Formula.Ln (Formula.Sum K (fun k => (Formula.Div (Formula.Mul (Formula.C (w k)) (Formula.Exp (Formula.Opp (Formula.Div (Formula.Pow (Formula.Sub (Formula.C (x n)) (Formula.V (k))) 2) (Formula.C (2 * s k ^ 2)))))) (Formula.C (s k * sqrt (2 * PI))))))))))).
Defined.
End vjp_L_mu.

(** * JVP of L for mu *)

Section jvp_L_mu.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k)).

(* put in ∂ℒ/∂μ_i *)
Lemma jvp_L_mu_1_lemma :
  rsum K (fun i => pd (at1 mu i) (fun mu' => L_of N K (f_of w x mu' s)) * mu_dot i)
  = rsum K (fun i => rsum N (fun n => r n i * (x n - mu i)) / s i ^ 2 * mu_dot i).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_25 i).
Qed.

Theorem jvp_L_mu :
  is_pd (at0 0) (fun t => L_of N K (f_of w x (line1 mu mu_dot t) s))
  (rsum K (fun i => rsum N (fun n => r n i * (x n - mu i)) / s i ^ 2 * mu_dot i)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun i => pd (at1 mu i) (fun mu' => L_of N K (f_of w x mu' s)) * mu_dot i)) _).
  { apply (eq_eq _ (rsum K (fun i => pd (at1 mu i) (fun mu' => L_of N K (f_of w x mu' s)) * mu_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) K mu (fun mu' => L_of N K (f_of w x mu' s)) (fun t => (line1 mu mu_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_mu_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_mu_outright : option (
  is_pd (at0 0) (fun t => L_of N K (f_of w x (line1 mu mu_dot t) s))
  (rsum K (fun i => rsum N (fun n => r n i * (x n - mu i)) / s i ^ 2 * mu_dot i))).
Proof.
  attempt "jvp_L_mu" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 mu) (Formula.flat1 mu_dot) (Formula.Sum N (fun n => (Formula.Ln (Formula.Sum K (fun k => (Formula.Div (Formula.Mul (Formula.C (w k)) (Formula.Exp (Formula.Opp (Formula.Div (Formula.Pow (Formula.Sub (Formula.C (x n)) (Formula.V (k))) 2) (Formula.C (2 * s k ^ 2)))))) (Formula.C (s k * sqrt (2 * PI)))))))))).
Defined.
End jvp_L_mu.

(** * Derivative of L by s *)

Section derivative_L_s.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k)).
Hypothesis given2 : (forall i', (i' < K)%nat -> 0 < s i').

(* chain rule through f_nk *)
Lemma derivative_L_s_1_chain :
  pd (at1 s i) (fun s' => L_of N K (f_of w x mu s'))
  = rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 s i) (fun s' => f_of w x mu s' n k))).
Proof.
  assert ((forall k, (k < K)%nat -> s k * sqrt (2 * PI) <> 0)).
  { intros k ?.
    sgn. }
  assert ((forall k, (k < K)%nat -> 2 * s k ^ 2 <> 0)).
  { intros k ?.
    sgn. }
  apply (chain2 (at1 s i) N K (fun f' => L_of N K f') (fun s' => f_of w x mu s')); [ dsm | premise ].
Qed.

(* put in ∂ℒ/∂f_nk and ∂f_nk/∂s_i *)
Lemma derivative_L_s_2_lemma :
  rsum N (fun n => rsum K (fun k => pd (at2 f n k) (fun f' => L_of N K f') * pd (at1 s i) (fun s' => f_of w x mu s' n k)))
  = rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * ((x n - mu k) ^ 2 - s k ^ 2) * delta k i / s k ^ 3))).
Proof.
  rule (shared_12 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_s_3_sum_delta :
  rsum N (fun n => rsum K (fun k => 1 / rsum K (fun m => f n m) * (f n k * ((x n - mu k) ^ 2 - s k ^ 2) * delta k i / s k ^ 3)))
  = rsum N (fun n => f n i * ((x n - mu i) ^ 2 - s i ^ 2) / (rsum K (fun m => f n m) * s i ^ 3)).
Proof.
  rule (shared_13 i).
Qed.

(* multiply out *)
Lemma derivative_L_s_4_ring :
  rsum N (fun n => f n i * ((x n - mu i) ^ 2 - s i ^ 2) / (rsum K (fun m => f n m) * s i ^ 3))
  = mu i ^ 2 * rsum N (fun n => r n i) / s i ^ 3 + rsum N (fun n => r n i * x n ^ 2) / s i ^ 3 - 2 * mu i * rsum N (fun n => r n i * x n) / s i ^ 3 - rsum N (fun n => r n i) / s i.
Proof.
  rule (shared_14 i).
Qed.

(* factor *)
Lemma derivative_L_s_5_ring :
  mu i ^ 2 * rsum N (fun n => r n i) / s i ^ 3 + rsum N (fun n => r n i * x n ^ 2) / s i ^ 3 - 2 * mu i * rsum N (fun n => r n i * x n) / s i ^ 3 - rsum N (fun n => r n i) / s i
  = rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3.
Proof.
  rule (shared_17 i).
Qed.

Lemma derivative_L_s_needs_1 :
  (forall k, (k < K)%nat -> 2 * s k ^ 2 <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma derivative_L_s_needs_2 :
  (forall k, (k < K)%nat -> s k * sqrt (2 * PI) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem derivative_L_s :
  is_pd (at1 s i) (fun s' => L_of N K (f_of w x mu s'))
  (rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3).
Proof.
  pose proof derivative_L_s_needs_1.
  pose proof derivative_L_s_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_s_1_chain (eq_eq _ _ _ derivative_L_s_2_lemma (eq_eq _ _ _ derivative_L_s_3_sum_delta (eq_eq _ _ _ derivative_L_s_4_ring derivative_L_s_5_ring)))).
Qed.

(* the same by the differentiator, by what it found for widths or else anew *)
Definition derivative_L_s_outright : option (
  is_pd (at1 s i) (fun s' => L_of N K (f_of w x mu s'))
  (rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3)).
Proof.
  attempt "derivative_L_s" from (widths_outright i) or Formula.outright (Formula.by_vector (Formula.Sum N (fun n => (Formula.Ln (Formula.Sum K (fun k => (Formula.Div (Formula.Mul (Formula.C (w k)) (Formula.Exp (Formula.Opp (Formula.Div (Formula.C ((x n - mu k) ^ 2)) (Formula.Mul (Formula.C (2)) (Formula.Pow (Formula.V (k)) 2)))))) (Formula.Mul (Formula.V (k)) (Formula.C (sqrt (2 * PI))))))))))).
Defined.
End derivative_L_s.

(** * VJP of L for s *)

Section vjp_L_s.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k)).
Hypothesis given2 : (forall i', (i' < K)%nat -> 0 < s i').

(* put in ∂ℒ/∂s_i *)
Lemma vjp_L_s_1_lemma :
  L_bar * pd (at1 s i) (fun s' => L_of N K (f_of w x mu s'))
  = L_bar * (rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3).
Proof.
  assert ((forall k, (k < K)%nat -> s k * sqrt (2 * PI) <> 0)).
  { intros k ?.
    sgn. }
  assert ((forall k, (k < K)%nat -> 2 * s k ^ 2 <> 0)).
  { intros k ?.
    sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_26 i).
Qed.

(* rearrange *)
Lemma vjp_L_s_2_ring :
  L_bar * (rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3)
  = L_bar * rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3.
Proof.
  assert (s i <> 0).
  { sgn. }
  apply (eq_eq _ (L_bar * ((- (2 * mu i * rsum N (fun n => r n i * x n)) + mu i ^ 2 * rsum N (fun n => r n i) - s i ^ 2 * rsum N (fun n => r n i) + rsum N (fun n => r n i * x n ^ 2)) / s i ^ 3)) _).
  { refine (f_equal2 Rmult eq_refl (f_equal2 Rdiv _ eq_refl)).
    rule (shared_15 i). }
  apply (eq_eq _ (rsum N (fun n => r n i * x n ^ 2) * L_bar / s i ^ 3 - 2 * rsum N (fun n => r n i * x n) * L_bar * mu i / s i ^ 3 + rsum N (fun n => r n i) * L_bar * mu i ^ 2 / s i ^ 3 - rsum N (fun n => r n i) * L_bar / s i) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (L_bar * (- (2 * mu i * rsum N (fun n => r n i * x n)) + mu i ^ 2 * rsum N (fun n => r n i) - s i ^ 2 * rsum N (fun n => r n i) + rsum N (fun n => r n i * x n ^ 2)) / s i ^ 3) _).
  { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
    rule (shared_15 i). }
  cancel.
Qed.

Lemma vjp_L_s_needs_1 :
  (forall k, (k < K)%nat -> 2 * s k ^ 2 <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma vjp_L_s_needs_2 :
  (forall k, (k < K)%nat -> s k * sqrt (2 * PI) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_L_s :
  is_pd (at1 s i) (fun s' => L_bar * L_of N K (f_of w x mu s'))
  (L_bar * rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3).
Proof.
  pose proof vjp_L_s_needs_1.
  pose proof vjp_L_s_needs_2.
  apply (is_pd_eq _ _ (L_bar * pd (at1 s i) (fun s' => L_of N K (f_of w x mu s'))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_s_1_lemma vjp_L_s_2_ring).
Qed.

(* the same by the differentiator, by what it found for widths or else anew *)
Definition vjp_L_s_outright : option (
  is_pd (at1 s i) (fun s' => L_bar * L_of N K (f_of w x mu s'))
  (L_bar * rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3)).
Proof.
  attempt "vjp_L_s" times (widths_outright i) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Sum N (fun n => (Formula.Ln (Formula.Sum K (fun k => (Formula.Div (Formula.Mul (Formula.C (w k)) (Formula.Exp (Formula.Opp (Formula.Div (Formula.C ((x n - mu k) ^ 2)) (Formula.Mul (Formula.C (2)) (Formula.Pow (Formula.V (k)) 2)))))) (Formula.Mul (Formula.V (k)) (Formula.C (sqrt (2 * PI)))))))))))).
Defined.
End vjp_L_s.

(** * JVP of L for s *)

Section jvp_L_s.
Hypothesis given1 : (forall n, (n < N)%nat -> 0 < rsum K (fun k => f n k)).
Hypothesis given2 : (forall i, (i < K)%nat -> 0 < s i).

(* put in ∂ℒ/∂s_i *)
Lemma jvp_L_s_1_lemma :
  rsum K (fun i => pd (at1 s i) (fun s' => L_of N K (f_of w x mu s')) * s_dot i)
  = rsum K (fun i => rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3 * s_dot i).
Proof.
  assert ((forall k, (k < K)%nat -> s k * sqrt (2 * PI) <> 0)).
  { intros k ?.
    sgn. }
  assert ((forall k, (k < K)%nat -> 2 * s k ^ 2 <> 0)).
  { intros k ?.
    sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_26 i).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_s_2_sum_factor :
  rsum K (fun i => rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3 * s_dot i)
  = rsum K (fun i => s_dot i * rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3).
Proof.
  assert ((forall i, (i < K)%nat -> s i <> 0)).
  { intros i ?.
    sgn. }
  apply (eq_eq _ (rsum K (fun i => rsum N (fun n => r n i * x n ^ 2) * s_dot i / s i ^ 3 - 2 * rsum N (fun n => r n i * x n) * mu i * s_dot i / s i ^ 3 + rsum N (fun n => r n i) * mu i ^ 2 * s_dot i / s i ^ 3 - rsum N (fun n => r n i) * s_dot i / s i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ ((- (2 * mu i * rsum N (fun n => r n i * x n)) + mu i ^ 2 * rsum N (fun n => r n i) - s i ^ 2 * rsum N (fun n => r n i) + rsum N (fun n => r n i * x n ^ 2)) / s i ^ 3 * s_dot i) _).
    { refine (f_equal2 Rmult (f_equal2 Rdiv _ eq_refl) eq_refl).
      rule (shared_15 i). }
    cancel. }
  apply (eq_eq _ (rsum K (fun k => rsum N (fun n => r n k * x n ^ 2) * s_dot k / s k ^ 3 - 2 * rsum N (fun n => r n k * x n) * mu k * s_dot k / s k ^ 3 + rsum N (fun n => r n k) * mu k ^ 2 * s_dot k / s k ^ 3 - rsum N (fun n => r n k) * s_dot k / s k)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun i => rsum N (fun n => r n i * x n ^ 2) * s_dot i / s i ^ 3) + (-2) * rsum K (fun i => rsum N (fun n => r n i * x n) * mu i * s_dot i / s i ^ 3) + rsum K (fun i => rsum N (fun n => r n i) * mu i ^ 2 * s_dot i / s i ^ 3) + (-1) * rsum K (fun i => rsum N (fun n => r n i) * s_dot i / s i)) _).
  { rule shared_27. }
  apply (eq_eq _ (rsum K (fun i => rsum N (fun n => r n i * x n ^ 2) * s_dot i / s i ^ 3) - 2 * rsum K (fun i => rsum N (fun n => r n i * x n) * mu i * s_dot i / s i ^ 3) + rsum K (fun i => rsum N (fun n => r n i) * mu i ^ 2 * s_dot i / s i ^ 3) - rsum K (fun i => rsum N (fun n => r n i) * s_dot i / s i)) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (rsum K (fun i => rsum N (fun n => r n i * x n ^ 2) * s_dot i / s i ^ 3 - 2 * rsum N (fun n => r n i * x n) * mu i * s_dot i / s i ^ 3 + rsum N (fun n => r n i) * mu i ^ 2 * s_dot i / s i ^ 3 - rsum N (fun n => r n i) * s_dot i / s i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (s_dot i * (- (2 * mu i * rsum N (fun n => r n i * x n)) + mu i ^ 2 * rsum N (fun n => r n i) - s i ^ 2 * rsum N (fun n => r n i) + rsum N (fun n => r n i * x n ^ 2)) / s i ^ 3) _).
    { refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl).
      rule (shared_15 i). }
    cancel. }
  apply (eq_eq _ (rsum K (fun k => rsum N (fun n => r n k * x n ^ 2) * s_dot k / s k ^ 3 - 2 * rsum N (fun n => r n k * x n) * mu k * s_dot k / s k ^ 3 + rsum N (fun n => r n k) * mu k ^ 2 * s_dot k / s k ^ 3 - rsum N (fun n => r n k) * s_dot k / s k)) _); [ same | ].
  apply (eq_eq _ (rsum K (fun i => rsum N (fun n => r n i * x n ^ 2) * s_dot i / s i ^ 3) + (-2) * rsum K (fun i => rsum N (fun n => r n i * x n) * mu i * s_dot i / s i ^ 3) + rsum K (fun i => rsum N (fun n => r n i) * mu i ^ 2 * s_dot i / s i ^ 3) + (-1) * rsum K (fun i => rsum N (fun n => r n i) * s_dot i / s i)) _).
  { rule shared_27. }
  arith.
Qed.

Lemma jvp_L_s_needs_1 :
  (forall k, (k < K)%nat -> 2 * s k ^ 2 <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma jvp_L_s_needs_2 :
  (forall k, (k < K)%nat -> s k * sqrt (2 * PI) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem jvp_L_s :
  is_pd (at0 0) (fun t => L_of N K (f_of w x mu (line1 s s_dot t)))
  (rsum K (fun i => s_dot i * rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3)).
Proof.
  pose proof jvp_L_s_needs_1.
  pose proof jvp_L_s_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun i => pd (at1 s i) (fun s' => L_of N K (f_of w x mu s')) * s_dot i)) _).
  { apply (eq_eq _ (rsum K (fun i => pd (at1 s i) (fun s' => L_of N K (f_of w x mu s')) * s_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) K s (fun s' => L_of N K (f_of w x mu s')) (fun t => (line1 s s_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_s_1_lemma jvp_L_s_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_s_outright : option (
  is_pd (at0 0) (fun t => L_of N K (f_of w x mu (line1 s s_dot t)))
  (rsum K (fun i => s_dot i * rsum N (fun n => r n i * ((mu i - x n) ^ 2 - s i ^ 2)) / s i ^ 3))).
Proof.
  attempt "jvp_L_s" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 s) (Formula.flat1 s_dot) (Formula.Sum N (fun n => (Formula.Ln (Formula.Sum K (fun k => (Formula.Div (Formula.Mul (Formula.C (w k)) (Formula.Exp (Formula.Opp (Formula.Div (Formula.C ((x n - mu k) ^ 2)) (Formula.Mul (Formula.C (2)) (Formula.Pow (Formula.V (k)) 2)))))) (Formula.Mul (Formula.V (k)) (Formula.C (sqrt (2 * PI))))))))))).
Defined.
End jvp_L_s.
End gaussian_mixture_theory.

(* the hypotheses of sums_to_one can be met *)
Lemma sums_to_one_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R) (n : nat),
  (2 <= K)%nat /\ (2 <= N)%nat /\ (n < N)%nat /\ ((forall i, (i < K)%nat -> 0 <= w i)) /\ ((forall i, (i < K)%nat -> 0 < s i)) /\ (0 < rsum K (fun k => f_of w x mu s n k)).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), 0%nat.
  witness.
Qed.

(* the hypotheses of means can be met *)
Lemma means_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < rsum K (fun k' => f_of w x mu s n k'))).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of widths can be met *)
Lemma widths_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < rsum K (fun k' => f_of w x mu s n k'))) /\ ((forall i, (i < K)%nat -> 0 < s i)).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_w can be met *)
Lemma derivative_L_w_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f_of w x mu s n k))).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_w can be met *)
Lemma vjp_L_w_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f_of w x mu s n k))).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_w can be met *)
Lemma jvp_L_w_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f_of w x mu s n k))).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_x can be met *)
Lemma derivative_L_x_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f_of w x mu s n k))).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_x can be met *)
Lemma vjp_L_x_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f_of w x mu s n k))).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_x can be met *)
Lemma jvp_L_x_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f_of w x mu s n k))).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_mu can be met *)
Lemma derivative_L_mu_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f_of w x mu s n k))).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_mu can be met *)
Lemma vjp_L_mu_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f_of w x mu s n k))).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_mu can be met *)
Lemma jvp_L_mu_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f_of w x mu s n k))).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_s can be met *)
Lemma derivative_L_s_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f_of w x mu s n k))) /\ ((forall i', (i' < K)%nat -> 0 < s i')).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_s can be met *)
Lemma vjp_L_s_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f_of w x mu s n k))) /\ ((forall i', (i' < K)%nat -> 0 < s i')).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_s can be met *)
Lemma jvp_L_s_possible :
  exists (K : nat) (N : nat) (mu : nat -> R) (s : nat -> R) (w : nat -> R) (x : nat -> R),
  (2 <= K)%nat /\ (2 <= N)%nat /\ ((forall n, (n < N)%nat -> 0 < rsum K (fun k => f_of w x mu s n k))) /\ ((forall i, (i < K)%nat -> 0 < s i)).
Proof.
  exists 2%nat, 2%nat, (fun i0 => 1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.
