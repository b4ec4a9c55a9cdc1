(* made by derive, do not edit *)
(* One-dimensional convolution

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (K N : nat) (w : nat -> R) (x : nat -> R) (b : R) (i : nat) : R :=
  rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)) + b.
#[local] Hint Unfold y_of : definitions.

Section conv1d_theory.
Variables (K N : nat).
Variables (b b_dot : R).
Variables (x w y_bar x_dot w_dot g : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Hypothesis N_positive : (0 < N)%nat.
Local Notation y := (y_of K N w x b).

(** * Derivative by the inputs *)

Section inputs.
Variables (i j : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < (N + K - 1))%nat.

(* definition of y_i *)
Lemma inputs_1_unfold :
  pd (at1 x j) (fun x' => y_of K N w x' b i)
  = pd (at1 x j) (fun x' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m)) + b).
Proof.
  apply pd_ext.
  intros x'; cbv beta.
  unfold y_of; same.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂x_l/∂x_j = δ_lj *)
Lemma inputs_2_diff_sum :
  pd (at1 x j) (fun x' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m)) + b)
  = rsum K (fun k => w k * rsum (N + K - 1) (fun l => delta (i + k) l * delta l j)).
Proof.
  apply (eq_eq _ (rsum K (fun k => w k * rsum (N + K - 1) (fun l => delta (i + k) l * delta l j)) + 0) _).
  { apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) + pd (at1 x j) (fun x' => b)) _).
    { rule_same (diff_add (at1 x j) (fun x' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) (fun x' => b)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => pd (at1 x j) (fun x' => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m)))) _).
      { rule_same (diff_sum (at1 x j) K (fun l x' => w l * rsum (N + K - 1) (fun m => delta (i + l) m * x' m)) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x j) (fun x' => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) _).
      { reflexivity. }
      apply (eq_eq _ (w k * pd (at1 x j) (fun x' => rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) _).
      { assert (pd (at1 x j) (fun x' => w k) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x j) (fun x' => w k) (fun x' => rsum (N + K - 1) (fun m => delta (i + k) m * x' m))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 x j) (fun x' => rsum (N + K - 1) (fun l => delta (i + k) l * x' l))) _); [ same | ].
      apply (eq_eq _ (rsum (N + K - 1) (fun l => pd (at1 x j) (fun x' => delta (i + k) l * x' l))) _).
      { rule_same (diff_sum (at1 x j) (N + K - 1) (fun l x' => delta (i + k) l * x' l) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 x j) (fun x' => delta (i + k) l * x' l)) _).
      { reflexivity. }
      apply (eq_eq _ (delta (i + k) l * pd (at1 x j) (fun x' => x' l)) _).
      { assert (pd (at1 x j) (fun x' => delta (i + k) l) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x j) (fun x' => delta (i + k) l) (fun x' => x' l)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma inputs_3_sum_delta :
  rsum K (fun k => w k * rsum (N + K - 1) (fun l => delta (i + k) l * delta l j))
  = rsum K (fun n => delta (i + n) j * w n).
Proof.
  apply (eq_eq _ (rsum K (fun k => w k * delta (i + k) j)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum (N + K - 1) (fun l => delta l j * delta (i + k) l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule_same (sum_delta (N + K - 1) (fun l => delta (i + k) l) j). }
  apply (eq_eq _ (rsum K (fun k => delta (i + k) j * w k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun n => delta (i + n) j * w n)) _); [ same | ].
  reflexivity.
Qed.

Theorem inputs :
  is_pd (at1 x j) (fun x' => y_of K N w x' b i)
  (rsum K (fun n => delta (i + n) j * w n)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ inputs_1_unfold (eq_eq _ _ _ inputs_2_diff_sum inputs_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition inputs_outright : option (
  is_pd (at1 x j) (fun x' => y_of K N w x' b i)
  (rsum K (fun n => delta (i + n) j * w n))).
Proof.
  attempt "inputs" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Sum K (fun k => (Formula.Mul (Formula.C (w k)) (Formula.Sum (N + K - 1) (fun m => (Formula.Mul (Formula.C (delta (i + k) m)) (Formula.V (m)))))))) (Formula.C (b)))).
Defined.
End inputs.

(** * Derivative by the weights *)

Section weights.
Variables (i k : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis k_in : (k < K)%nat.

(* definition of y_i *)
Lemma weights_1_unfold :
  pd (at1 w k) (fun w' => y_of K N w' x b i)
  = pd (at1 w k) (fun w' => rsum K (fun l => w' l * rsum (N + K - 1) (fun m => delta (i + l) m * x m)) + b).
Proof.
  apply (eq_eq _ (pd (at1 w k) (fun w' => rsum K (fun k' => w' k' * rsum (N + K - 1) (fun m => delta (i + k') m * x m)) + b)) _); [ | same ].
  apply pd_ext.
  intros w'; cbv beta.
  unfold y_of; same.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂w_l/∂w_k = δ_lk *)
Lemma weights_2_diff_sum :
  pd (at1 w k) (fun w' => rsum K (fun l => w' l * rsum (N + K - 1) (fun m => delta (i + l) m * x m)) + b)
  = rsum K (fun l => rsum (N + K - 1) (fun m => delta (i + l) m * x m) * delta l k).
Proof.
  apply (eq_eq _ (pd (at1 w k) (fun w' => rsum K (fun l => w' l * rsum (N + K - 1) (fun m => delta (i + l) m * x m))) + pd (at1 w k) (fun w' => b)) _).
  { rule_same (diff_add (at1 w k) (fun w' => rsum K (fun l => w' l * rsum (N + K - 1) (fun m => delta (i + l) m * x m))) (fun w' => b)). }
  apply (eq_eq _ (rsum K (fun l => rsum (N + K - 1) (fun m => delta (i + l) m * x m) * delta l k) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 w k) (fun w' => rsum K (fun k' => w' k' * rsum (N + K - 1) (fun m => delta (i + k') m * x m)))) _); [ same | ].
      apply (eq_eq _ (rsum K (fun l => pd (at1 w k) (fun w' => w' l * rsum (N + K - 1) (fun m => delta (i + l) m * x m)))) _).
      { rule_same (diff_sum (at1 w k) K (fun k' w' => w' k' * rsum (N + K - 1) (fun m => delta (i + k') m * x m)) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 w k) (fun w' => rsum (N + K - 1) (fun m => delta (i + l) m * x m) * w' l)) _).
      { apply pd_ext.
        intros w'; cbv beta.
        arith. }
      apply (eq_eq _ (rsum (N + K - 1) (fun m => delta (i + l) m * x m) * pd (at1 w k) (fun w' => w' l)) _).
      { assert (pd (at1 w k) (fun w' => rsum (N + K - 1) (fun m => delta (i + l) m * x m)) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 w k) (fun w' => rsum (N + K - 1) (fun m => delta (i + l) m * x m)) (fun w' => w' l)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma weights_3_sum_delta :
  rsum K (fun l => rsum (N + K - 1) (fun m => delta (i + l) m * x m) * delta l k)
  = rsum (N + K - 1) (fun l => delta (i + k) l * x l).
Proof.
  apply (eq_eq _ (rsum (N + K - 1) (fun m => delta (i + k) m * x m)) _); [ | same ].
  apply (eq_eq _ (rsum K (fun l => delta l k * rsum (N + K - 1) (fun m => delta (i + l) m * x m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta K (fun l => rsum (N + K - 1) (fun m => delta (i + l) m * x m)) k).
Qed.

Theorem weights :
  is_pd (at1 w k) (fun w' => y_of K N w' x b i)
  (rsum (N + K - 1) (fun l => delta (i + k) l * x l)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ weights_1_unfold (eq_eq _ _ _ weights_2_diff_sum weights_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition weights_outright : option (
  is_pd (at1 w k) (fun w' => y_of K N w' x b i)
  (rsum (N + K - 1) (fun l => delta (i + k) l * x l))).
Proof.
  attempt "weights" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Sum K (fun k' => (Formula.Mul (Formula.V (k')) (Formula.C (rsum (N + K - 1) (fun m => delta (i + k') m * x m)))))) (Formula.C (b)))).
Defined.
End weights.

(** * Gradient of the weights *)

Section weights_gradient.
Variables (k : nat).
Hypothesis k_in : (k < K)%nat.

(* differentiate under the sum; a constant factor stays in front; ∂w_m/∂w_k = δ_mk *)
Lemma weights_gradient_1_diff_sum :
  pd (at1 w k) (fun w' => rsum N (fun i => g i * y_of K N w' x b i))
  = rsum N (fun l => g l * rsum K (fun m => rsum (N + K - 1) (fun n => delta (l + m) n * x n) * delta m k)).
Proof.
  apply (eq_eq _ (pd (at1 w k) (fun w' => rsum N (fun k' => g k' * y_of K N w' x b k'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun l => pd (at1 w k) (fun w' => g l * y_of K N w' x b l))) _).
  { rule_same (diff_sum (at1 w k) N (fun k' w' => g k' * y_of K N w' x b k') (fun k' => true)). }
  apply (eq_eq _ (rsum N (fun l => g l * (rsum K (fun m => rsum (N + K - 1) (fun k' => delta (l + m) k' * x k') * delta m k) + 0))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at1 w k) (fun w' => g l * y_of K N w' x b l)) _).
    { reflexivity. }
    apply (eq_eq _ (g l * pd (at1 w k) (fun w' => y_of K N w' x b l)) _).
    { assert (pd (at1 w k) (fun w' => g l) = 0).
      { apply constant. }
      rule (diff_scale (at1 w k) (fun w' => g l) (fun w' => y_of K N w' x b l)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 w k) (fun w' => rsum K (fun k' => w' k' * rsum (N + K - 1) (fun m => delta (l + k') m * x m)) + b)) _).
    { apply pd_ext.
      intros w'; cbv beta.
      unfold y_of; same. }
    apply (eq_eq _ (pd (at1 w k) (fun w' => rsum K (fun k' => w' k' * rsum (N + K - 1) (fun m => delta (l + k') m * x m))) + pd (at1 w k) (fun w' => b)) _).
    { rule_same (diff_add (at1 w k) (fun w' => rsum K (fun k' => w' k' * rsum (N + K - 1) (fun m => delta (l + k') m * x m))) (fun w' => b)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun m => pd (at1 w k) (fun w' => w' m * rsum (N + K - 1) (fun k' => delta (l + m) k' * x k')))) _).
      { rule_same (diff_sum (at1 w k) K (fun n w' => w' n * rsum (N + K - 1) (fun m => delta (l + n) m * x m)) (fun k' => true)). }
      apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (pd (at1 w k) (fun w' => rsum (N + K - 1) (fun k' => delta (l + m) k' * x k') * w' m)) _).
      { apply pd_ext.
        intros w'; cbv beta.
        arith. }
      apply (eq_eq _ (rsum (N + K - 1) (fun k' => delta (l + m) k' * x k') * pd (at1 w k) (fun w' => w' m)) _).
      { assert (pd (at1 w k) (fun w' => rsum (N + K - 1) (fun k' => delta (l + m) k' * x k')) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 w k) (fun w' => rsum (N + K - 1) (fun k' => delta (l + m) k' * x k')) (fun w' => w' m)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum N (fun l => g l * rsum K (fun m => rsum (N + K - 1) (fun k' => delta (l + m) k' * x k') * delta m k))) _); [ | same ].
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma weights_gradient_2_sum_delta :
  rsum N (fun l => g l * rsum K (fun m => rsum (N + K - 1) (fun n => delta (l + m) n * x n) * delta m k))
  = rsum N (fun i => g i * rsum (N + K - 1) (fun p => delta (k + i) p * x p)).
Proof.
  apply (eq_eq _ (rsum N (fun l => g l * rsum (N + K - 1) (fun n => delta (k + l) n * x n))) _); [ | same ].
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum K (fun m => delta m k * rsum (N + K - 1) (fun n => delta (l + m) n * x n))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta K (fun m => rsum (N + K - 1) (fun n => delta (l + m) n * x n)) k).
Qed.

Theorem weights_gradient :
  is_pd (at1 w k) (fun w' => rsum N (fun i => g i * y_of K N w' x b i))
  (rsum N (fun i => g i * rsum (N + K - 1) (fun p => delta (k + i) p * x p))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ weights_gradient_1_diff_sum weights_gradient_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition weights_gradient_outright : option (
  is_pd (at1 w k) (fun w' => rsum N (fun i => g i * y_of K N w' x b i))
  (rsum N (fun i => g i * rsum (N + K - 1) (fun p => delta (k + i) p * x p)))).
Proof.
  attempt "weights_gradient" by Formula.outright (Formula.by_vector (Formula.Sum N (fun i => (Formula.Mul (Formula.C (g i)) (Formula.Add (Formula.Sum K (fun k' => (Formula.Mul (Formula.V (k')) (Formula.C (rsum (N + K - 1) (fun m => delta (i + k') m * x m)))))) (Formula.C (b))))))).
Defined.
End weights_gradient.

(** * Gradient of the inputs *)

Section inputs_gradient.
Variables (j : nat).
Hypothesis j_in : (j < (N + K - 1))%nat.

(* differentiate under the sum; a constant factor stays in front; ∂x_m/∂x_j = δ_mj *)
Lemma inputs_gradient_1_diff_sum :
  pd (at1 x j) (fun x' => rsum N (fun i => g i * y_of K N w x' b i))
  = rsum N (fun k => g k * rsum K (fun l => w l * rsum (N + K - 1) (fun m => delta (k + l) m * delta m j))).
Proof.
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum N (fun k => g k * y_of K N w x' b k))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => pd (at1 x j) (fun x' => g k * y_of K N w x' b k))) _).
  { rule (diff_sum (at1 x j) N (fun k x' => g k * y_of K N w x' b k) (fun k => true)). }
  apply (eq_eq _ (rsum N (fun k => g k * (rsum K (fun l => w l * rsum (N + K - 1) (fun m => delta (k + l) m * delta m j)) + 0))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 x j) (fun x' => g k * y_of K N w x' b k)) _).
    { reflexivity. }
    apply (eq_eq _ (g k * pd (at1 x j) (fun x' => y_of K N w x' b k)) _).
    { assert (pd (at1 x j) (fun x' => g k) = 0).
      { apply constant. }
      rule (diff_scale (at1 x j) (fun x' => g k) (fun x' => y_of K N w x' b k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun l => w l * rsum (N + K - 1) (fun m => delta (k + l) m * x' m)) + b)) _).
    { apply pd_ext.
      intros x'; cbv beta.
      unfold y_of; same. }
    apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun l => w l * rsum (N + K - 1) (fun m => delta (k + l) m * x' m))) + pd (at1 x j) (fun x' => b)) _).
    { rule_same (diff_add (at1 x j) (fun x' => rsum K (fun l => w l * rsum (N + K - 1) (fun m => delta (k + l) m * x' m))) (fun x' => b)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun l => pd (at1 x j) (fun x' => w l * rsum (N + K - 1) (fun m => delta (k + l) m * x' m)))) _).
      { rule_same (diff_sum (at1 x j) K (fun n x' => w n * rsum (N + K - 1) (fun m => delta (k + n) m * x' m)) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 x j) (fun x' => w l * rsum (N + K - 1) (fun m => delta (k + l) m * x' m))) _).
      { reflexivity. }
      apply (eq_eq _ (w l * pd (at1 x j) (fun x' => rsum (N + K - 1) (fun m => delta (k + l) m * x' m))) _).
      { assert (pd (at1 x j) (fun x' => w l) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x j) (fun x' => w l) (fun x' => rsum (N + K - 1) (fun m => delta (k + l) m * x' m))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum (N + K - 1) (fun m => pd (at1 x j) (fun x' => delta (k + l) m * x' m))) _).
      { rule_same (diff_sum (at1 x j) (N + K - 1) (fun n x' => delta (k + l) n * x' n) (fun k' => true)). }
      apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (pd (at1 x j) (fun x' => delta (k + l) m * x' m)) _).
      { reflexivity. }
      apply (eq_eq _ (delta (k + l) m * pd (at1 x j) (fun x' => x' m)) _).
      { assert (pd (at1 x j) (fun x' => delta (k + l) m) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x j) (fun x' => delta (k + l) m) (fun x' => x' m)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma inputs_gradient_2_sum_delta :
  rsum N (fun k => g k * rsum K (fun l => w l * rsum (N + K - 1) (fun m => delta (k + l) m * delta m j)))
  = rsum N (fun k => g k * rsum K (fun l => w l * delta (k + l) j)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum (N + K - 1) (fun m => delta m j * delta (k + l) m)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta (N + K - 1) (fun m => delta (k + l) m) j).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma inputs_gradient_3_sum_factor :
  rsum N (fun k => g k * rsum K (fun l => w l * delta (k + l) j))
  = rsum K (fun l => rsum N (fun k => delta (l + k) j * g k * w l)).
Proof.
  apply (eq_eq _ (rsum N (fun k => rsum K (fun l => g k * w l * delta (k + l) j))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    symmetry.
    rule_same (sum_factor K (g k) (fun l => w l * delta (k + l) j) (fun l => true)). }
  apply (eq_eq _ (rsum N (fun k => rsum K (fun l => delta (k + l) j * g k * w l))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_swap N K (fun k l => delta (k + l) j * g k * w l)).
Qed.

(* a constant factor goes in front of the sum *)
Lemma inputs_gradient_4_sum_factor :
  rsum K (fun l => rsum N (fun k => delta (l + k) j * g k * w l))
  = rsum K (fun k => w k * rsum N (fun q => delta (k + q) j * g q)).
Proof.
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => delta (l + k) j * g k) * w l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum N (fun k => w l * delta (l + k) j * g k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (w l * rsum N (fun k => delta (l + k) j * g k)) _).
    { rule_same (sum_factor N (w l) (fun k => delta (l + k) j * g k) (fun k => true)). }
    arith. }
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => delta (l + k) j * g k * w l))) _).
  { apply (eq_eq _ (rsum K (fun l => w l * rsum N (fun k => delta (l + k) j * g k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun l => rsum N (fun k => w l * delta (l + k) j * g k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor N (w l) (fun k => delta (l + k) j * g k) (fun k => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun l => w l * rsum N (fun k => delta (l + k) j * g k))) _); [ | same ].
  symmetry.
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => delta (l + k) j * g k) * w l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun l => w l * rsum N (fun k => delta (l + k) j * g k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => w l * delta (l + k) j * g k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (w l) (fun k => delta (l + k) j * g k) (fun k => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Theorem inputs_gradient :
  is_pd (at1 x j) (fun x' => rsum N (fun i => g i * y_of K N w x' b i))
  (rsum K (fun k => w k * rsum N (fun q => delta (k + q) j * g q))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ inputs_gradient_1_diff_sum (eq_eq _ _ _ inputs_gradient_2_sum_delta (eq_eq _ _ _ inputs_gradient_3_sum_factor inputs_gradient_4_sum_factor))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition inputs_gradient_outright : option (
  is_pd (at1 x j) (fun x' => rsum N (fun i => g i * y_of K N w x' b i))
  (rsum K (fun k => w k * rsum N (fun q => delta (k + q) j * g q)))).
Proof.
  attempt "inputs_gradient" by Formula.outright (Formula.by_vector (Formula.Sum N (fun i => (Formula.Mul (Formula.C (g i)) (Formula.Add (Formula.Sum K (fun k => (Formula.Mul (Formula.C (w k)) (Formula.Sum (N + K - 1) (fun m => (Formula.Mul (Formula.C (delta (i + k) m)) (Formula.V (m)))))))) (Formula.C (b))))))).
Defined.
End inputs_gradient.

(** * Derivative of y by w *)

Section derivative_y_w.
Variables (i j : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < K)%nat.

(* definition of y_i *)
Lemma derivative_y_w_1_unfold :
  pd (at1 w j) (fun w' => y_of K N w' x b i)
  = pd (at1 w j) (fun w' => rsum K (fun k => w' k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)) + b).
Proof.
  apply pd_ext.
  intros w'; cbv beta.
  unfold y_of; same.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂w_k/∂w_j = δ_kj *)
Lemma derivative_y_w_2_diff_sum :
  pd (at1 w j) (fun w' => rsum K (fun k => w' k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)) + b)
  = rsum K (fun k => rsum (N + K - 1) (fun m => delta (i + k) m * x m) * delta k j).
Proof.
  apply (eq_eq _ (pd (at1 w j) (fun w' => rsum K (fun k => w' k * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) + pd (at1 w j) (fun w' => b)) _).
  { rule_same (diff_add (at1 w j) (fun w' => rsum K (fun k => w' k * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) (fun w' => b)). }
  apply (eq_eq _ (rsum K (fun k => rsum (N + K - 1) (fun m => delta (i + k) m * x m) * delta k j) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => pd (at1 w j) (fun w' => w' k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)))) _).
      { rule_same (diff_sum (at1 w j) K (fun l w' => w' l * rsum (N + K - 1) (fun m => delta (i + l) m * x m)) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 w j) (fun w' => rsum (N + K - 1) (fun m => delta (i + k) m * x m) * w' k)) _).
      { apply pd_ext.
        intros w'; cbv beta.
        arith. }
      apply (eq_eq _ (rsum (N + K - 1) (fun m => delta (i + k) m * x m) * pd (at1 w j) (fun w' => w' k)) _).
      { assert (pd (at1 w j) (fun w' => rsum (N + K - 1) (fun m => delta (i + k) m * x m)) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 w j) (fun w' => rsum (N + K - 1) (fun m => delta (i + k) m * x m)) (fun w' => w' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_w_3_sum_delta :
  rsum K (fun k => rsum (N + K - 1) (fun m => delta (i + k) m * x m) * delta k j)
  = rsum (N + K - 1) (fun m => delta (i + j) m * x m).
Proof.
  apply (eq_eq _ (rsum K (fun k => delta k j * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta K (fun k => rsum (N + K - 1) (fun m => delta (i + k) m * x m)) j).
Qed.

Theorem derivative_y_w :
  is_pd (at1 w j) (fun w' => y_of K N w' x b i)
  (rsum (N + K - 1) (fun m => delta (i + j) m * x m)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_w_1_unfold (eq_eq _ _ _ derivative_y_w_2_diff_sum derivative_y_w_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for weights or else anew *)
Definition derivative_y_w_outright : option (
  is_pd (at1 w j) (fun w' => y_of K N w' x b i)
  (rsum (N + K - 1) (fun m => delta (i + j) m * x m))).
Proof.
  attempt "derivative_y_w" as (weights_outright i j) or Formula.outright (Formula.by_vector (Formula.Add (Formula.Sum K (fun k => (Formula.Mul (Formula.V (k)) (Formula.C (rsum (N + K - 1) (fun m => delta (i + k) m * x m)))))) (Formula.C (b)))).
Defined.
End derivative_y_w.

(** * VJP of y for w *)

Section vjp_y_w.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂y_i/∂w_j *)
Lemma vjp_y_w_1_lemma :
  rsum N (fun i => y_bar i * pd (at1 w j) (fun w' => y_of K N w' x b i))
  = rsum N (fun i => y_bar i * rsum (N + K - 1) (fun m => delta (j + i) m * x m)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 w j) (fun w' => rsum K (fun k => w' k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)) + b)) _).
  { apply pd_ext.
    intros w'; cbv beta.
    unfold y_of; same. }
  apply (eq_eq _ (rsum K (fun k => rsum (N + K - 1) (fun m => delta (i + k) m * x m) * delta k j)) _).
  { apply (eq_eq _ (pd (at1 w j) (fun w' => rsum K (fun k => w' k * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) + pd (at1 w j) (fun w' => b)) _).
    { rule_same (diff_add (at1 w j) (fun w' => rsum K (fun k => w' k * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) (fun w' => b)). }
    apply (eq_eq _ (rsum K (fun k => rsum (N + K - 1) (fun m => delta (i + k) m * x m) * delta k j) + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun k => pd (at1 w j) (fun w' => w' k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)))) _).
        { rule_same (diff_sum (at1 w j) K (fun l w' => w' l * rsum (N + K - 1) (fun m => delta (i + l) m * x m)) (fun k => true)). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (pd (at1 w j) (fun w' => rsum (N + K - 1) (fun m => delta (i + k) m * x m) * w' k)) _).
        { apply pd_ext.
          intros w'; cbv beta.
          arith. }
        apply (eq_eq _ (rsum (N + K - 1) (fun m => delta (i + k) m * x m) * pd (at1 w j) (fun w' => w' k)) _).
        { assert (pd (at1 w j) (fun w' => rsum (N + K - 1) (fun m => delta (i + k) m * x m)) = 0).
          { apply constant. }
          rule_same (diff_scale (at1 w j) (fun w' => rsum (N + K - 1) (fun m => delta (i + k) m * x m)) (fun w' => w' k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply constant. }
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta k j * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta K (fun k => rsum (N + K - 1) (fun m => delta (i + k) m * x m)) j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_y_w_2_sum_factor :
  rsum N (fun i => y_bar i * rsum (N + K - 1) (fun m => delta (j + i) m * x m))
  = rsum N (fun i => rsum (N + K - 1) (fun k => delta (j + i) k * x k * y_bar i)).
Proof.
  apply (eq_eq _ (rsum N (fun i => rsum (N + K - 1) (fun k => y_bar i * delta (j + i) k * x k))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (y_bar i * rsum (N + K - 1) (fun k => delta (j + i) k * x k)) _); [ same | ].
    symmetry.
    rule_same (sum_factor (N + K - 1) (y_bar i) (fun m => delta (j + i) m * x m) (fun m => true)). }
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_y_w_3_sum_factor :
  rsum N (fun i => rsum (N + K - 1) (fun k => delta (j + i) k * x k * y_bar i))
  = rsum N (fun i => y_bar i * rsum (N + K - 1) (fun k => delta (j + i) k * x k)).
Proof.
  apply (eq_eq _ (rsum N (fun i => rsum (N + K - 1) (fun k => delta (j + i) k * x k) * y_bar i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (rsum (N + K - 1) (fun k => y_bar i * delta (j + i) k * x k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (y_bar i * rsum (N + K - 1) (fun k => delta (j + i) k * x k)) _).
    { rule_same (sum_factor (N + K - 1) (y_bar i) (fun k => delta (j + i) k * x k) (fun k => true)). }
    arith. }
  apply (eq_eq _ (rsum N (fun i => rsum (N + K - 1) (fun k => delta (j + i) k * x k * y_bar i))) _).
  { apply (eq_eq _ (rsum N (fun i => y_bar i * rsum (N + K - 1) (fun k => delta (j + i) k * x k))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun i => rsum (N + K - 1) (fun k => y_bar i * delta (j + i) k * x k))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      symmetry.
      rule_same (sum_factor (N + K - 1) (y_bar i) (fun k => delta (j + i) k * x k) (fun k => true)). }
    apply rsum_ext; intros i ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  symmetry.
  apply (eq_eq _ (rsum N (fun i => rsum (N + K - 1) (fun k => delta (j + i) k * x k) * y_bar i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun i => y_bar i * rsum (N + K - 1) (fun k => delta (j + i) k * x k))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun i => rsum (N + K - 1) (fun k => y_bar i * delta (j + i) k * x k))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    symmetry.
    rule_same (sum_factor (N + K - 1) (y_bar i) (fun k => delta (j + i) k * x k) (fun k => true)). }
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Theorem vjp_y_w :
  is_pd (at1 w j) (fun w' => rsum N (fun i => y_bar i * y_of K N w' x b i))
  (rsum N (fun i => y_bar i * rsum (N + K - 1) (fun k => delta (j + i) k * x k))).
Proof.
  apply (is_pd_eq _ _ (rsum N (fun i => y_bar i * pd (at1 w j) (fun w' => y_of K N w' x b i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_w_1_lemma (eq_eq _ _ _ vjp_y_w_2_sum_factor vjp_y_w_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_w_outright : option (
  is_pd (at1 w j) (fun w' => rsum N (fun i => y_bar i * y_of K N w' x b i))
  (rsum N (fun i => y_bar i * rsum (N + K - 1) (fun k => delta (j + i) k * x k)))).
Proof.
  attempt "vjp_y_w" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum N (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Add (Formula.Sum K (fun k => (Formula.Mul (Formula.V (k)) (Formula.C (rsum (N + K - 1) (fun m => delta (i + k) m * x m)))))) (Formula.C (b))))))).
Defined.
End vjp_y_w.

(** * JVP of y for w *)

Section jvp_y_w.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* put in ∂y_i/∂w_j *)
Lemma jvp_y_w_1_lemma :
  rsum K (fun j => pd (at1 w j) (fun w' => y_of K N w' x b i) * w_dot j)
  = rsum K (fun j => rsum (N + K - 1) (fun m => delta (i + j) m * x m) * w_dot j).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 w j) (fun w' => rsum K (fun k => w' k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)) + b)) _).
  { apply pd_ext.
    intros w'; cbv beta.
    unfold y_of; same. }
  apply (eq_eq _ (rsum K (fun k => rsum (N + K - 1) (fun m => delta (i + k) m * x m) * delta k j)) _).
  { apply (eq_eq _ (pd (at1 w j) (fun w' => rsum K (fun k => w' k * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) + pd (at1 w j) (fun w' => b)) _).
    { rule_same (diff_add (at1 w j) (fun w' => rsum K (fun k => w' k * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) (fun w' => b)). }
    apply (eq_eq _ (rsum K (fun k => rsum (N + K - 1) (fun m => delta (i + k) m * x m) * delta k j) + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum K (fun k => pd (at1 w j) (fun w' => w' k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)))) _).
        { rule_same (diff_sum (at1 w j) K (fun l w' => w' l * rsum (N + K - 1) (fun m => delta (i + l) m * x m)) (fun k => true)). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (pd (at1 w j) (fun w' => rsum (N + K - 1) (fun m => delta (i + k) m * x m) * w' k)) _).
        { apply pd_ext.
          intros w'; cbv beta.
          arith. }
        apply (eq_eq _ (rsum (N + K - 1) (fun m => delta (i + k) m * x m) * pd (at1 w j) (fun w' => w' k)) _).
        { assert (pd (at1 w j) (fun w' => rsum (N + K - 1) (fun m => delta (i + k) m * x m)) = 0).
          { apply constant. }
          rule_same (diff_scale (at1 w j) (fun w' => rsum (N + K - 1) (fun m => delta (i + k) m * x m)) (fun w' => w' k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply constant. }
    arith. }
  apply (eq_eq _ (rsum K (fun k => delta k j * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta K (fun k => rsum (N + K - 1) (fun m => delta (i + k) m * x m)) j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_y_w_2_sum_factor :
  rsum K (fun j => rsum (N + K - 1) (fun m => delta (i + j) m * x m) * w_dot j)
  = rsum K (fun j => w_dot j * rsum (N + K - 1) (fun k => delta (i + j) k * x k)).
Proof.
  apply (eq_eq _ (rsum K (fun j => rsum (N + K - 1) (fun k => delta (i + j) k * w_dot j * x k))) _).
  { apply (eq_eq _ (rsum K (fun j => w_dot j * rsum (N + K - 1) (fun m => delta (i + j) m * x m))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun j => rsum (N + K - 1) (fun k => w_dot j * delta (i + j) k * x k))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      apply (eq_eq _ (w_dot j * rsum (N + K - 1) (fun k => delta (i + j) k * x k)) _); [ same | ].
      symmetry.
      rule_same (sum_factor (N + K - 1) (w_dot j) (fun m => delta (i + j) m * x m) (fun m => true)). }
    apply rsum_ext; intros j ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun j => rsum (N + K - 1) (fun k => delta (i + j) k * x k) * w_dot j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    apply (eq_eq _ (rsum (N + K - 1) (fun k => w_dot j * delta (i + j) k * x k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (w_dot j * rsum (N + K - 1) (fun k => delta (i + j) k * x k)) _).
    { rule_same (sum_factor (N + K - 1) (w_dot j) (fun k => delta (i + j) k * x k) (fun k => true)). }
    arith. }
  apply (eq_eq _ (rsum K (fun j => rsum (N + K - 1) (fun k => delta (i + j) k * w_dot j * x k))) _).
  { apply (eq_eq _ (rsum K (fun j => w_dot j * rsum (N + K - 1) (fun k => delta (i + j) k * x k))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun j => rsum (N + K - 1) (fun k => w_dot j * delta (i + j) k * x k))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      symmetry.
      rule_same (sum_factor (N + K - 1) (w_dot j) (fun k => delta (i + j) k * x k) (fun k => true)). }
    apply rsum_ext; intros j ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  symmetry.
  apply (eq_eq _ (rsum K (fun j => rsum (N + K - 1) (fun k => delta (i + j) k * x k) * w_dot j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun j => w_dot j * rsum (N + K - 1) (fun k => delta (i + j) k * x k))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun j => rsum (N + K - 1) (fun k => w_dot j * delta (i + j) k * x k))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    symmetry.
    rule_same (sum_factor (N + K - 1) (w_dot j) (fun k => delta (i + j) k * x k) (fun k => true)). }
  apply rsum_ext; intros j ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Theorem jvp_y_w :
  is_pd (at0 0) (fun t => y_of K N (line1 w w_dot t) x b i)
  (rsum K (fun j => w_dot j * rsum (N + K - 1) (fun k => delta (i + j) k * x k))).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 w j) (fun w' => y_of K N w' x b i) * w_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 w j) (fun w' => y_of K N w' x b i) * w_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K w (fun w' => y_of K N w' x b i) (fun t => (line1 w w_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_w_1_lemma jvp_y_w_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_w_outright : option (
  is_pd (at0 0) (fun t => y_of K N (line1 w w_dot t) x b i)
  (rsum K (fun j => w_dot j * rsum (N + K - 1) (fun k => delta (i + j) k * x k)))).
Proof.
  attempt "jvp_y_w" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 w) (Formula.flat1 w_dot) (Formula.Add (Formula.Sum K (fun k => (Formula.Mul (Formula.V (k)) (Formula.C (rsum (N + K - 1) (fun m => delta (i + k) m * x m)))))) (Formula.C (b)))).
Defined.
End jvp_y_w.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (i j : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < (N + K - 1))%nat.

(* definition of y_i *)
Lemma derivative_y_x_1_unfold :
  pd (at1 x j) (fun x' => y_of K N w x' b i)
  = pd (at1 x j) (fun x' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m)) + b).
Proof.
  apply pd_ext.
  intros x'; cbv beta.
  unfold y_of; same.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂x_l/∂x_j = δ_lj *)
Lemma derivative_y_x_2_diff_sum :
  pd (at1 x j) (fun x' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m)) + b)
  = rsum K (fun k => w k * rsum (N + K - 1) (fun l => delta (i + k) l * delta l j)).
Proof.
  apply (eq_eq _ (rsum K (fun k => w k * rsum (N + K - 1) (fun l => delta (i + k) l * delta l j)) + 0) _).
  { apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) + pd (at1 x j) (fun x' => b)) _).
    { rule_same (diff_add (at1 x j) (fun x' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) (fun x' => b)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => pd (at1 x j) (fun x' => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m)))) _).
      { rule_same (diff_sum (at1 x j) K (fun l x' => w l * rsum (N + K - 1) (fun m => delta (i + l) m * x' m)) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x j) (fun x' => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) _).
      { reflexivity. }
      apply (eq_eq _ (w k * pd (at1 x j) (fun x' => rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) _).
      { assert (pd (at1 x j) (fun x' => w k) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x j) (fun x' => w k) (fun x' => rsum (N + K - 1) (fun m => delta (i + k) m * x' m))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 x j) (fun x' => rsum (N + K - 1) (fun l => delta (i + k) l * x' l))) _); [ same | ].
      apply (eq_eq _ (rsum (N + K - 1) (fun l => pd (at1 x j) (fun x' => delta (i + k) l * x' l))) _).
      { rule_same (diff_sum (at1 x j) (N + K - 1) (fun l x' => delta (i + k) l * x' l) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 x j) (fun x' => delta (i + k) l * x' l)) _).
      { reflexivity. }
      apply (eq_eq _ (delta (i + k) l * pd (at1 x j) (fun x' => x' l)) _).
      { assert (pd (at1 x j) (fun x' => delta (i + k) l) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x j) (fun x' => delta (i + k) l) (fun x' => x' l)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_x_3_sum_delta :
  rsum K (fun k => w k * rsum (N + K - 1) (fun l => delta (i + k) l * delta l j))
  = rsum K (fun k => w k * delta (i + k) j).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum (N + K - 1) (fun l => delta l j * delta (i + k) l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta (N + K - 1) (fun l => delta (i + k) l) j).
Qed.

Theorem derivative_y_x :
  is_pd (at1 x j) (fun x' => y_of K N w x' b i)
  (rsum K (fun k => w k * delta (i + k) j)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_sum derivative_y_x_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for inputs or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at1 x j) (fun x' => y_of K N w x' b i)
  (rsum K (fun k => w k * delta (i + k) j))).
Proof.
  attempt "derivative_y_x" from (inputs_outright i j) or Formula.outright (Formula.by_vector (Formula.Add (Formula.Sum K (fun k => (Formula.Mul (Formula.C (w k)) (Formula.Sum (N + K - 1) (fun m => (Formula.Mul (Formula.C (delta (i + k) m)) (Formula.V (m)))))))) (Formula.C (b)))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (j : nat).
Hypothesis j_in : (j < (N + K - 1))%nat.

(* put in ∂y_i/∂x_j *)
Lemma vjp_y_x_1_lemma :
  rsum N (fun i => y_bar i * pd (at1 x j) (fun x' => y_of K N w x' b i))
  = rsum N (fun i => y_bar i * rsum K (fun k => w k * delta (i + k) j)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m)) + b)) _).
  { apply pd_ext.
    intros x'; cbv beta.
    unfold y_of; same. }
  apply (eq_eq _ (rsum K (fun k => w k * rsum (N + K - 1) (fun l => delta (i + k) l * delta l j)) + 0) _).
  { apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) + pd (at1 x j) (fun x' => b)) _).
    { rule_same (diff_add (at1 x j) (fun x' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) (fun x' => b)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => pd (at1 x j) (fun x' => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m)))) _).
      { rule_same (diff_sum (at1 x j) K (fun l x' => w l * rsum (N + K - 1) (fun m => delta (i + l) m * x' m)) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x j) (fun x' => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) _).
      { reflexivity. }
      apply (eq_eq _ (w k * pd (at1 x j) (fun x' => rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) _).
      { assert (pd (at1 x j) (fun x' => w k) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x j) (fun x' => w k) (fun x' => rsum (N + K - 1) (fun m => delta (i + k) m * x' m))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 x j) (fun x' => rsum (N + K - 1) (fun l => delta (i + k) l * x' l))) _); [ same | ].
      apply (eq_eq _ (rsum (N + K - 1) (fun l => pd (at1 x j) (fun x' => delta (i + k) l * x' l))) _).
      { rule_same (diff_sum (at1 x j) (N + K - 1) (fun l x' => delta (i + k) l * x' l) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 x j) (fun x' => delta (i + k) l * x' l)) _).
      { reflexivity. }
      apply (eq_eq _ (delta (i + k) l * pd (at1 x j) (fun x' => x' l)) _).
      { assert (pd (at1 x j) (fun x' => delta (i + k) l) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x j) (fun x' => delta (i + k) l) (fun x' => x' l)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum K (fun k => w k * rsum (N + K - 1) (fun l => delta (i + k) l * delta l j))) _).
  { arith. }
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum (N + K - 1) (fun l => delta l j * delta (i + k) l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta (N + K - 1) (fun l => delta (i + k) l) j).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma vjp_y_x_2_sum_factor :
  rsum N (fun i => y_bar i * rsum K (fun k => w k * delta (i + k) j))
  = rsum K (fun l => w l * rsum N (fun k => delta (l + k) j * y_bar k)).
Proof.
  apply (eq_eq _ (rsum N (fun i => rsum K (fun k => y_bar i * w k * delta (i + k) j))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    symmetry.
    rule_same (sum_factor K (y_bar i) (fun k => w k * delta (i + k) j) (fun k => true)). }
  apply (eq_eq _ (rsum N (fun i => rsum K (fun k => delta (i + k) j * w k * y_bar i))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum K (fun l => delta (k + l) j * w l * y_bar k))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => delta (l + k) j * w l * y_bar k))) _).
  { rule_same (sum_swap N K (fun i k => delta (i + k) j * w k * y_bar i)). }
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => delta (l + k) j * y_bar k) * w l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum N (fun k => w l * delta (l + k) j * y_bar k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (w l * rsum N (fun k => delta (l + k) j * y_bar k)) _).
    { rule_same (sum_factor N (w l) (fun k => delta (l + k) j * y_bar k) (fun k => true)). }
    arith. }
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => delta (l + k) j * w l * y_bar k))) _).
  { apply (eq_eq _ (rsum K (fun l => w l * rsum N (fun k => delta (l + k) j * y_bar k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun l => rsum N (fun k => w l * delta (l + k) j * y_bar k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor N (w l) (fun k => delta (l + k) j * y_bar k) (fun k => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  symmetry.
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => delta (l + k) j * y_bar k) * w l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun l => w l * rsum N (fun k => delta (l + k) j * y_bar k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun l => rsum N (fun k => w l * delta (l + k) j * y_bar k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (w l) (fun k => delta (l + k) j * y_bar k) (fun k => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Theorem vjp_y_x :
  is_pd (at1 x j) (fun x' => rsum N (fun i => y_bar i * y_of K N w x' b i))
  (rsum K (fun l => w l * rsum N (fun k => delta (l + k) j * y_bar k))).
Proof.
  apply (is_pd_eq _ _ (rsum N (fun i => y_bar i * pd (at1 x j) (fun x' => y_of K N w x' b i))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma vjp_y_x_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_x_outright : option (
  is_pd (at1 x j) (fun x' => rsum N (fun i => y_bar i * y_of K N w x' b i))
  (rsum K (fun l => w l * rsum N (fun k => delta (l + k) j * y_bar k)))).
Proof.
  attempt "vjp_y_x" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum N (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Add (Formula.Sum K (fun k => (Formula.Mul (Formula.C (w k)) (Formula.Sum (N + K - 1) (fun m => (Formula.Mul (Formula.C (delta (i + k) m)) (Formula.V (m)))))))) (Formula.C (b))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* put in ∂y_i/∂x_j *)
Lemma jvp_y_x_1_lemma :
  rsum (N + K - 1) (fun j => pd (at1 x j) (fun x' => y_of K N w x' b i) * x_dot j)
  = rsum (N + K - 1) (fun j => rsum K (fun k => w k * delta (i + k) j) * x_dot j).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m)) + b)) _).
  { apply pd_ext.
    intros x'; cbv beta.
    unfold y_of; same. }
  apply (eq_eq _ (rsum K (fun k => w k * rsum (N + K - 1) (fun l => delta (i + k) l * delta l j)) + 0) _).
  { apply (eq_eq _ (pd (at1 x j) (fun x' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) + pd (at1 x j) (fun x' => b)) _).
    { rule_same (diff_add (at1 x j) (fun x' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) (fun x' => b)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum K (fun k => pd (at1 x j) (fun x' => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m)))) _).
      { rule_same (diff_sum (at1 x j) K (fun l x' => w l * rsum (N + K - 1) (fun m => delta (i + l) m * x' m)) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x j) (fun x' => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) _).
      { reflexivity. }
      apply (eq_eq _ (w k * pd (at1 x j) (fun x' => rsum (N + K - 1) (fun m => delta (i + k) m * x' m))) _).
      { assert (pd (at1 x j) (fun x' => w k) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x j) (fun x' => w k) (fun x' => rsum (N + K - 1) (fun m => delta (i + k) m * x' m))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 x j) (fun x' => rsum (N + K - 1) (fun l => delta (i + k) l * x' l))) _); [ same | ].
      apply (eq_eq _ (rsum (N + K - 1) (fun l => pd (at1 x j) (fun x' => delta (i + k) l * x' l))) _).
      { rule_same (diff_sum (at1 x j) (N + K - 1) (fun l x' => delta (i + k) l * x' l) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 x j) (fun x' => delta (i + k) l * x' l)) _).
      { reflexivity. }
      apply (eq_eq _ (delta (i + k) l * pd (at1 x j) (fun x' => x' l)) _).
      { assert (pd (at1 x j) (fun x' => delta (i + k) l) = 0).
        { apply constant. }
        rule_same (diff_scale (at1 x j) (fun x' => delta (i + k) l) (fun x' => x' l)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum K (fun k => w k * rsum (N + K - 1) (fun l => delta (i + k) l * delta l j))) _).
  { arith. }
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum (N + K - 1) (fun l => delta l j * delta (i + k) l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta (N + K - 1) (fun l => delta (i + k) l) j).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma jvp_y_x_2_sum_factor :
  rsum (N + K - 1) (fun j => rsum K (fun k => w k * delta (i + k) j) * x_dot j)
  = rsum K (fun l => w l * rsum (N + K - 1) (fun k => delta (i + l) k * x_dot k)).
Proof.
  apply (eq_eq _ (rsum (N + K - 1) (fun j => x_dot j * rsum K (fun k => w k * delta (i + k) j))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum (N + K - 1) (fun j => rsum K (fun k => x_dot j * w k * delta (i + k) j))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    symmetry.
    rule_same (sum_factor K (x_dot j) (fun k => w k * delta (i + k) j) (fun k => true)). }
  apply (eq_eq _ (rsum (N + K - 1) (fun j => rsum K (fun k => delta (i + k) j * w k * x_dot j))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum (N + K - 1) (fun k => rsum K (fun l => delta (i + l) k * w l * x_dot k))) _); [ same | ].
  apply (eq_eq _ (rsum K (fun l => rsum (N + K - 1) (fun k => delta (i + l) k * w l * x_dot k))) _).
  { rule_same (sum_swap (N + K - 1) K (fun j k => delta (i + k) j * w k * x_dot j)). }
  apply (eq_eq _ (rsum K (fun l => rsum (N + K - 1) (fun k => delta (i + l) k * x_dot k) * w l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum (N + K - 1) (fun k => w l * delta (i + l) k * x_dot k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (w l * rsum (N + K - 1) (fun k => delta (i + l) k * x_dot k)) _).
    { rule_same (sum_factor (N + K - 1) (w l) (fun k => delta (i + l) k * x_dot k) (fun k => true)). }
    arith. }
  apply (eq_eq _ (rsum K (fun l => rsum (N + K - 1) (fun k => delta (i + l) k * w l * x_dot k))) _).
  { apply (eq_eq _ (rsum K (fun l => w l * rsum (N + K - 1) (fun k => delta (i + l) k * x_dot k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum K (fun l => rsum (N + K - 1) (fun k => w l * delta (i + l) k * x_dot k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor (N + K - 1) (w l) (fun k => delta (i + l) k * x_dot k) (fun k => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    arith. }
  symmetry.
  apply (eq_eq _ (rsum K (fun l => rsum (N + K - 1) (fun k => delta (i + l) k * x_dot k) * w l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun l => w l * rsum (N + K - 1) (fun k => delta (i + l) k * x_dot k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun l => rsum (N + K - 1) (fun k => w l * delta (i + l) k * x_dot k))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    symmetry.
    rule_same (sum_factor (N + K - 1) (w l) (fun k => delta (i + l) k * x_dot k) (fun k => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of K N w (line1 x x_dot t) b i)
  (rsum K (fun l => w l * rsum (N + K - 1) (fun k => delta (i + l) k * x_dot k))).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum (N + K - 1) (fun j => pd (at1 x j) (fun x' => y_of K N w x' b i) * x_dot j)) _).
  { apply (eq_eq _ (rsum (N + K - 1) (fun j => pd (at1 x j) (fun x' => y_of K N w x' b i) * x_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) (N + K - 1) x (fun x' => y_of K N w x' b i) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma jvp_y_x_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of K N w (line1 x x_dot t) b i)
  (rsum K (fun l => w l * rsum (N + K - 1) (fun k => delta (i + l) k * x_dot k)))).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Add (Formula.Sum K (fun k => (Formula.Mul (Formula.C (w k)) (Formula.Sum (N + K - 1) (fun m => (Formula.Mul (Formula.C (delta (i + k) m)) (Formula.V (m)))))))) (Formula.C (b)))).
Defined.
End jvp_y_x.

(** * Derivative of y by b *)

Section derivative_y_b.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* definition of y_i *)
Lemma derivative_y_b_1_unfold :
  pd (at0 b) (fun b' => y_of K N w x b' i)
  = pd (at0 b) (fun b' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)) + b').
Proof.
  apply pd_ext.
  intros b'; cbv beta.
  unfold y_of; same.
Qed.

(* Σ_k w_k·x_{i+k} does not depend on b *)
Lemma derivative_y_b_2_constant :
  pd (at0 b) (fun b' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)) + b')
  = 1.
Proof.
  apply (eq_eq _ (pd (at0 b) (fun b' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) + pd (at0 b) (fun b' => b')) _).
  { rule_same (diff_add (at0 b) (fun b' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) (fun b' => b')). }
  apply (eq_eq _ (0 + 1) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable0. }
  arith.
Qed.

Theorem derivative_y_b :
  is_pd (at0 b) (fun b' => y_of K N w x b' i)
  (1).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_b_1_unfold derivative_y_b_2_constant).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_b_outright : option (
  is_pd (at0 b) (fun b' => y_of K N w x b' i)
  (1)).
Proof.
  attempt "derivative_y_b" by Formula.outright (Formula.by_number (Formula.Add (Formula.C (rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)))) (Formula.V tt))).
Defined.
End derivative_y_b.

(** * VJP of y for b *)

Section vjp_y_b.

(* put in ∂y_i/∂b *)
Lemma vjp_y_b_1_lemma :
  rsum N (fun i => y_bar i * pd (at0 b) (fun b' => y_of K N w x b' i))
  = rsum N (fun i => y_bar i).
Proof.
  apply (eq_eq _ (rsum N (fun i => y_bar i * 1)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at0 b) (fun b' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)) + b')) _).
    { apply pd_ext.
      intros b'; cbv beta.
      unfold y_of; same. }
    apply (eq_eq _ (pd (at0 b) (fun b' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) + pd (at0 b) (fun b' => b')) _).
    { rule_same (diff_add (at0 b) (fun b' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) (fun b' => b')). }
    apply (eq_eq _ (0 + 1) _).
    { refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply variable0. }
    arith. }
  apply rsum_ext; intros i ?; cbv beta.
  arith.
Qed.

Theorem vjp_y_b :
  is_pd (at0 b) (fun b' => rsum N (fun i => y_bar i * y_of K N w x b' i))
  (rsum N (fun i => y_bar i)).
Proof.
  apply (is_pd_eq _ _ (rsum N (fun i => y_bar i * pd (at0 b) (fun b' => y_of K N w x b' i))) _).
  { weighted. }
  exact vjp_y_b_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_b_outright : option (
  is_pd (at0 b) (fun b' => rsum N (fun i => y_bar i * y_of K N w x b' i))
  (rsum N (fun i => y_bar i))).
Proof.
  attempt "vjp_y_b" by timeout 3 Formula.outright (Formula.by_number (Formula.Sum N (fun i => (Formula.Mul (Formula.C (y_bar i)) (Formula.Add (Formula.C (rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)))) (Formula.V tt)))))).
Defined.
End vjp_y_b.

(** * JVP of y for b *)

Section jvp_y_b.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* put in ∂y_i/∂b *)
Lemma jvp_y_b_1_lemma :
  pd (at0 b) (fun b' => y_of K N w x b' i) * b_dot
  = b_dot.
Proof.
  apply (eq_eq _ (1 * b_dot) _).
  { refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (pd (at0 b) (fun b' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)) + b')) _).
    { apply pd_ext.
      intros b'; cbv beta.
      unfold y_of; same. }
    apply (eq_eq _ (pd (at0 b) (fun b' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) + pd (at0 b) (fun b' => b')) _).
    { rule_same (diff_add (at0 b) (fun b' => rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x m))) (fun b' => b')). }
    apply (eq_eq _ (0 + 1) _).
    { refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply variable0. }
    arith. }
  arith.
Qed.

Theorem jvp_y_b :
  is_pd (at0 0) (fun t => y_of K N w x (line0 b b_dot t) i)
  (b_dot).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 b) (fun b' => y_of K N w x b' i) * b_dot) _).
  { apply (eq_eq _ (pd (at0 b) (fun b' => y_of K N w x b' i) * b_dot) _).
    { refine (eq_trans (chain0_at (at0 0) b (fun b' => y_of K N w x b' i) (fun t => (line0 b b_dot t)) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact jvp_y_b_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_b_outright : option (
  is_pd (at0 0) (fun t => y_of K N w x (line0 b b_dot t) i)
  (b_dot)).
Proof.
  attempt "jvp_y_b" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat0 b) (Formula.flat0 b_dot) (Formula.Add (Formula.C (rsum K (fun k => w k * rsum (N + K - 1) (fun m => delta (i + k) m * x m)))) (Formula.V tt))).
Defined.
End jvp_y_b.
End conv1d_theory.
