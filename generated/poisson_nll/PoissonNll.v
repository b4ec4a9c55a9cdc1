(* made by derive, do not edit *)
(* Poisson negative log-likelihood

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition L_of (N : nat) (x : nat -> R) (t : nat -> R) : R :=
  rsum N (fun n => exp (x n) - t n * x n) / INR N.
#[local] Hint Unfold L_of : definitions.

Section poisson_nll_theory.
Variable (N : nat).
Variable (L_bar : R).
Variables (x t t_dot x_dot : nat -> R).
Hypothesis N_positive : (0 < N)%nat.
Local Notation L := (L_of N x t).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 x i) (fun x' => rsum N (fun n => exp (x' n) - t n * x' n) / INR N) = pd (at1 x i) (fun x' => rsum N (fun n => exp (x' n) - t n * x' n)) / INR N.
Proof.
  intros i ?.
  apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / INR N * rsum N (fun n => exp (x' n) - t n * x' n))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / INR N * rsum N (fun n => exp (x' n) - t n * x' n))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 x i) (fun x' => rsum N (fun n => exp (x' n) - t n * x' n))) _).
  { assert (pd (at1 x i) (fun x' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 x i) (fun x' => 1 / INR N) (fun x' => rsum N (fun n => exp (x' n) - t n * x' n))). }
  fractions.
Qed.

Lemma shared_2 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 x i) (fun x' => rsum N (fun n => exp (x' n) - t n * x' n)) / INR N = rsum N (fun k => exp (x k) * delta k i - t k * delta k i) / INR N.
Proof.
  intros i ?.
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum N (fun k => exp (x' k) - t k * x' k))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => pd (at1 x i) (fun x' => exp (x' k) - t k * x' k))) _).
  { rule (diff_sum (at1 x i) N (fun k x' => exp (x' k) - t k * x' k) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (pd (at1 x i) (fun x' => exp (x' k)) + pd (at1 x i) (fun x' => - (t k * x' k))) _).
  { rule (diff_add (at1 x i) (fun x' => exp (x' k)) (fun x' => - (t k * x' k))). }
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (exp (x k) * pd (at1 x i) (fun x' => x' k)) _).
    { rule (diff_exp (at1 x i) (fun x' => x' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ (- pd (at1 x i) (fun x' => t k * x' k)) _).
  { rule (diff_neg (at1 x i) (fun x' => t k * x' k)). }
  refine (f_equal Ropp _).
  apply (eq_eq _ (pd (at1 x i) (fun x' => t k * x' k)) _).
  { reflexivity. }
  apply (eq_eq _ (t k * pd (at1 x i) (fun x' => x' k)) _).
  { assert (pd (at1 x i) (fun x' => t k) = 0).
    { apply constant. }
    rule (diff_scale (at1 x i) (fun x' => t k) (fun x' => x' k)). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Lemma shared_3 :
  forall i : nat,
  (i < N)%nat ->
  rsum N (fun k => exp (x k) * delta k i - t k * delta k i) / INR N = (exp (x i) - t i) / INR N.
Proof.
  intros i ?.
  apply (eq_eq _ ((exp (x i) - t i) * 1 / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => delta k i * (exp (x k) - t k) * 1)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule_same (sum_delta N (fun k => (exp (x k) - t k) * 1) i). }
  refine (f_equal2 Rdiv _ eq_refl).
  arith.
Qed.

Lemma shared_4 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 x i) (fun x' => L_of N x' t) = (exp (x i) - t i) / INR N.
Proof.
  intros i ?.
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum N (fun n => exp (x' n) - t n * x' n) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum N (fun n => exp (x' n) - t n * x' n)) / INR N) _).
  { rule (shared_1 i). }
  apply (eq_eq _ (rsum N (fun k => exp (x k) * delta k i - t k * delta k i) / INR N) _).
  { rule (shared_2 i). }
  rule (shared_3 i).
Qed.

Lemma shared_5 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 t i) (fun t' => rsum N (fun n => exp (x n) - t' n * x n) / INR N) = pd (at1 t i) (fun t' => rsum N (fun n => exp (x n) - t' n * x n)) / INR N.
Proof.
  intros i ?.
  apply (eq_eq _ (pd (at1 t i) (fun t' => 1 / INR N * rsum N (fun n => exp (x n) - t' n * x n))) _).
  { apply pd_ext.
    intros t'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 t i) (fun t' => 1 / INR N * rsum N (fun n => exp (x n) - t' n * x n))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 t i) (fun t' => rsum N (fun n => exp (x n) - t' n * x n))) _).
  { assert (pd (at1 t i) (fun t' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 t i) (fun t' => 1 / INR N) (fun t' => rsum N (fun n => exp (x n) - t' n * x n))). }
  fractions.
Qed.

Lemma shared_6 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 t i) (fun t' => rsum N (fun n => exp (x n) - t' n * x n)) / INR N = rsum N (fun k => - (x k * delta k i)) / INR N.
Proof.
  intros i ?.
  apply (eq_eq _ (rsum N (fun k => 0 - x k * delta k i) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 t i) (fun t' => rsum N (fun k => exp (x k) - t' k * x k))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 t i) (fun t' => exp (x k) - t' k * x k))) _).
    { rule (diff_sum (at1 t i) N (fun k t' => exp (x k) - t' k * x k) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 t i) (fun t' => exp (x k)) + pd (at1 t i) (fun t' => - (t' k * x k))) _).
    { rule (diff_add (at1 t i) (fun t' => exp (x k)) (fun t' => - (t' k * x k))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (- pd (at1 t i) (fun t' => t' k * x k)) _).
    { rule (diff_neg (at1 t i) (fun t' => t' k * x k)). }
    refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at1 t i) (fun t' => x k * t' k)) _).
    { apply pd_ext.
      intros t'; cbv beta.
      arith. }
    apply (eq_eq _ (x k * pd (at1 t i) (fun t' => t' k)) _).
    { assert (pd (at1 t i) (fun t' => x k) = 0).
      { apply constant. }
      rule (diff_scale (at1 t i) (fun t' => x k) (fun t' => t' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Lemma shared_7 :
  forall i : nat,
  (i < N)%nat ->
  rsum N (fun k => - (x k * delta k i)) / INR N = - (x i / INR N).
Proof.
  intros i ?.
  apply (eq_eq _ ((- x i) / INR N) _); [ | same ].
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum N (fun k => delta k i * (- x k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta N (fun k => - x k) i).
Qed.

Lemma shared_8 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 t i) (fun t' => L_of N x t') = - (x i / INR N).
Proof.
  intros i ?.
  apply (eq_eq _ (pd (at1 t i) (fun t' => rsum N (fun n => exp (x n) - t' n * x n) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 t i) (fun t' => rsum N (fun n => exp (x n) - t' n * x n)) / INR N) _).
  { rule (shared_5 i). }
  apply (eq_eq _ (rsum N (fun k => - (x k * delta k i)) / INR N) _).
  { rule (shared_6 i). }
  rule (shared_7 i).
Qed.

(** * Gradient *)

Section gradient.
Variables (n : nat).
Hypothesis n_in : (n < N)%nat.

(* definition of ℒ *)
Lemma gradient_1_unfold :
  pd (at1 x n) (fun x' => L_of N x' t)
  = pd (at1 x n) (fun x' => rsum N (fun k => exp (x' k) - t k * x' k) / INR N).
Proof.
  apply (eq_eq _ (pd (at1 x n) (fun x' => rsum N (fun n' => exp (x' n') - t n' * x' n') / INR N)) _); [ | same ].
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma gradient_2_diff_scale :
  pd (at1 x n) (fun x' => rsum N (fun k => exp (x' k) - t k * x' k) / INR N)
  = pd (at1 x n) (fun x' => rsum N (fun k => exp (x' k) - t k * x' k)) / INR N.
Proof.
  rule_same (shared_1 n).
Qed.

(* differentiate under the sum; derivative of exp, chain rule; a constant factor stays in front; ∂x_k/∂x_n = δ_kn *)
Lemma gradient_3_diff_sum :
  pd (at1 x n) (fun x' => rsum N (fun k => exp (x' k) - t k * x' k)) / INR N
  = rsum N (fun k => exp (x k) * delta k n - t k * delta k n) / INR N.
Proof.
  rule_same (shared_2 n).
Qed.

(* the delta keeps one term of the sum *)
Lemma gradient_4_sum_delta :
  rsum N (fun k => exp (x k) * delta k n - t k * delta k n) / INR N
  = (exp (x n) - t n) / INR N.
Proof.
  rule (shared_3 n).
Qed.

Theorem gradient :
  is_pd (at1 x n) (fun x' => L_of N x' t)
  ((exp (x n) - t n) / INR N).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_scale (eq_eq _ _ _ gradient_3_diff_sum gradient_4_sum_delta))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at1 x n) (fun x' => L_of N x' t)
  ((exp (x n) - t n) / INR N)).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun n' => (Formula.Sub (Formula.Exp (Formula.V (n'))) (Formula.Mul (Formula.C (t n')) (Formula.V (n')))))) (Formula.C (INR N)))).
Defined.
End gradient.

(** * Hessian *)

Section hessian.
Variables (m n : nat).
Hypothesis m_in : (m < N)%nat.
Hypothesis n_in : (n < N)%nat.

(* put in ∂ℒ/∂x_n *)
Lemma hessian_1_lemma :
  pd (at1 x m) (fun x' => pd (at1 x' n) (fun x'' => L_of N x'' t))
  = pd (at1 x m) (fun x' => (exp (x' n) - t n) / INR N).
Proof.
  apply pd_ext.
  intros x'; cbv beta.
  apply (eq_eq _ (pd (at1 x' n) (fun x'' => rsum N (fun n' => exp (x'' n') - t n' * x'' n') / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x' n) (fun x'' => rsum N (fun k => exp (x'' k) - t k * x'' k) / INR N)) _); [ same | ].
  apply (eq_eq _ (pd (at1 x' n) (fun x'' => 1 / INR N * rsum N (fun k => exp (x'' k) - t k * x'' k))) _).
  { apply pd_ext.
    intros x''; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 x' n) (fun x'' => 1 / INR N * rsum N (fun k => exp (x'' k) - t k * x'' k))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 x' n) (fun x'' => rsum N (fun k => exp (x'' k) - t k * x'' k))) _).
  { assert (pd (at1 x' n) (fun x'' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 x' n) (fun x'' => 1 / INR N) (fun x'' => rsum N (fun k => exp (x'' k) - t k * x'' k))). }
  apply (eq_eq _ (pd (at1 x' n) (fun x'' => rsum N (fun k => exp (x'' k) - t k * x'' k)) / INR N) _).
  { fractions. }
  apply (eq_eq _ (rsum N (fun k => exp (x' k) * delta k n - t k * delta k n) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => pd (at1 x' n) (fun x'' => exp (x'' k) - t k * x'' k))) _).
    { rule (diff_sum (at1 x' n) N (fun l x'' => exp (x'' l) - t l * x'' l) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 x' n) (fun x'' => exp (x'' k)) + pd (at1 x' n) (fun x'' => - (t k * x'' k))) _).
    { rule (diff_add (at1 x' n) (fun x'' => exp (x'' k)) (fun x'' => - (t k * x'' k))). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (exp (x' k) * pd (at1 x' n) (fun x'' => x'' k)) _).
      { rule (diff_exp (at1 x' n) (fun x'' => x'' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (- pd (at1 x' n) (fun x'' => t k * x'' k)) _).
    { rule (diff_neg (at1 x' n) (fun x'' => t k * x'' k)). }
    refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at1 x' n) (fun x'' => t k * x'' k)) _).
    { reflexivity. }
    apply (eq_eq _ (t k * pd (at1 x' n) (fun x'' => x'' k)) _).
    { assert (pd (at1 x' n) (fun x'' => t k) = 0).
      { apply constant. }
      rule (diff_scale (at1 x' n) (fun x'' => t k) (fun x'' => x'' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ ((exp (x' n) - t n) * 1 / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => delta k n * (exp (x' k) - t k) * 1)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule_same (sum_delta N (fun k => (exp (x' k) - t k) * 1) n). }
  refine (f_equal2 Rdiv _ eq_refl).
  arith.
Qed.

(* a constant factor stays in front; derivative of exp, chain rule; ∂x_n/∂x_m = δ_nm *)
Lemma hessian_2_diff_scale :
  pd (at1 x m) (fun x' => (exp (x' n) - t n) / INR N)
  = exp (x n) * delta n m / INR N.
Proof.
  apply (eq_eq _ (pd (at1 x m) (fun x' => 1 / INR N * (exp (x' n) - t n))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 x m) (fun x' => 1 / INR N * (exp (x' n) - t n))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 x m) (fun x' => exp (x' n) - t n)) _).
  { assert (pd (at1 x m) (fun x' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 x m) (fun x' => 1 / INR N) (fun x' => exp (x' n) - t n)). }
  apply (eq_eq _ (pd (at1 x m) (fun x' => exp (x' n) - t n) / INR N) _).
  { fractions. }
  apply (eq_eq _ ((exp (x n) * delta n m + 0) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 x m) (fun x' => exp (x' n)) + pd (at1 x m) (fun x' => - t n)) _).
    { rule (diff_add (at1 x m) (fun x' => exp (x' n)) (fun x' => - t n)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (exp (x n) * pd (at1 x m) (fun x' => x' n)) _).
      { rule (diff_exp (at1 x m) (fun x' => x' n)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  refine (f_equal2 Rdiv _ eq_refl).
  arith.
Qed.

Theorem hessian :
  is_pd (at1 x m) (fun x' => pd (at1 x' n) (fun x'' => L_of N x'' t))
  (exp (x n) * delta n m / INR N).
Proof.
  apply is_pd_intro.
  { apply (ex_ext (at1 x m) (fun x' => (exp (x' n) - t n) / INR N)).
    { intros x'; cbv beta.
      symmetry.
      apply (eq_eq _ (pd (at1 x' n) (fun x'' => rsum N (fun n' => exp (x'' n') - t n' * x'' n') / INR N)) _).
      { reflexivity. }
      apply (eq_eq _ (pd (at1 x' n) (fun x'' => rsum N (fun k => exp (x'' k) - t k * x'' k) / INR N)) _); [ same | ].
      apply (eq_eq _ (pd (at1 x' n) (fun x'' => 1 / INR N * rsum N (fun k => exp (x'' k) - t k * x'' k))) _).
      { apply pd_ext.
        intros x''; cbv beta.
        fractions. }
      apply (eq_eq _ (pd (at1 x' n) (fun x'' => 1 / INR N * rsum N (fun k => exp (x'' k) - t k * x'' k))) _).
      { reflexivity. }
      apply (eq_eq _ (1 / INR N * pd (at1 x' n) (fun x'' => rsum N (fun k => exp (x'' k) - t k * x'' k))) _).
      { assert (pd (at1 x' n) (fun x'' => 1 / INR N) = 0).
        { apply constant. }
        rule (diff_scale (at1 x' n) (fun x'' => 1 / INR N) (fun x'' => rsum N (fun k => exp (x'' k) - t k * x'' k))). }
      apply (eq_eq _ (pd (at1 x' n) (fun x'' => rsum N (fun k => exp (x'' k) - t k * x'' k)) / INR N) _).
      { fractions. }
      apply (eq_eq _ (rsum N (fun k => exp (x' k) * delta k n - t k * delta k n) / INR N) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (rsum N (fun k => pd (at1 x' n) (fun x'' => exp (x'' k) - t k * x'' k))) _).
        { rule (diff_sum (at1 x' n) N (fun l x'' => exp (x'' l) - t l * x'' l) (fun k => true)). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (pd (at1 x' n) (fun x'' => exp (x'' k)) + pd (at1 x' n) (fun x'' => - (t k * x'' k))) _).
        { rule (diff_add (at1 x' n) (fun x'' => exp (x'' k)) (fun x'' => - (t k * x'' k))). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (exp (x' k) * pd (at1 x' n) (fun x'' => x'' k)) _).
          { rule (diff_exp (at1 x' n) (fun x'' => x'' k)). }
          refine (f_equal2 Rmult eq_refl _).
          apply variable1. }
        apply (eq_eq _ (- pd (at1 x' n) (fun x'' => t k * x'' k)) _).
        { rule (diff_neg (at1 x' n) (fun x'' => t k * x'' k)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (pd (at1 x' n) (fun x'' => t k * x'' k)) _).
        { reflexivity. }
        apply (eq_eq _ (t k * pd (at1 x' n) (fun x'' => x'' k)) _).
        { assert (pd (at1 x' n) (fun x'' => t k) = 0).
          { apply constant. }
          rule (diff_scale (at1 x' n) (fun x'' => t k) (fun x'' => x'' k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply (eq_eq _ ((exp (x' n) - t n) * 1 / INR N) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (rsum N (fun k => delta k n * (exp (x' k) - t k) * 1)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        rule_same (sum_delta N (fun k => (exp (x' k) - t k) * 1) n). }
      refine (f_equal2 Rdiv _ eq_refl).
      arith. }
    dex. }
  exact (eq_eq _ _ _ hessian_1_lemma hessian_2_diff_scale).
Qed.
End hessian.

(** * Derivative of L by x *)

Section derivative_L_x.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* definition of ℒ *)
Lemma derivative_L_x_1_unfold :
  pd (at1 x i) (fun x' => L_of N x' t)
  = pd (at1 x i) (fun x' => rsum N (fun n => exp (x' n) - t n * x' n) / INR N).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_x_2_diff_scale :
  pd (at1 x i) (fun x' => rsum N (fun n => exp (x' n) - t n * x' n) / INR N)
  = pd (at1 x i) (fun x' => rsum N (fun n => exp (x' n) - t n * x' n)) / INR N.
Proof.
  rule (shared_1 i).
Qed.

(* differentiate under the sum; derivative of exp, chain rule; a constant factor stays in front; ∂x_k/∂x_i = δ_ki *)
Lemma derivative_L_x_3_diff_sum :
  pd (at1 x i) (fun x' => rsum N (fun n => exp (x' n) - t n * x' n)) / INR N
  = rsum N (fun k => exp (x k) * delta k i - t k * delta k i) / INR N.
Proof.
  rule (shared_2 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_x_4_sum_delta :
  rsum N (fun k => exp (x k) * delta k i - t k * delta k i) / INR N
  = (exp (x i) - t i) / INR N.
Proof.
  rule (shared_3 i).
Qed.

Theorem derivative_L_x :
  is_pd (at1 x i) (fun x' => L_of N x' t)
  ((exp (x i) - t i) / INR N).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_x_1_unfold (eq_eq _ _ _ derivative_L_x_2_diff_scale (eq_eq _ _ _ derivative_L_x_3_diff_sum derivative_L_x_4_sum_delta))).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_L_x_outright : option (
  is_pd (at1 x i) (fun x' => L_of N x' t)
  ((exp (x i) - t i) / INR N)).
Proof.
  attempt "derivative_L_x" as (gradient_outright i) or Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun n => (Formula.Sub (Formula.Exp (Formula.V (n))) (Formula.Mul (Formula.C (t n)) (Formula.V (n)))))) (Formula.C (INR N)))).
Defined.
End derivative_L_x.

(** * VJP of L for x *)

Section vjp_L_x.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* put in ∂ℒ/∂x_i *)
Lemma vjp_L_x_1_lemma :
  L_bar * pd (at1 x i) (fun x' => L_of N x' t)
  = L_bar * ((exp (x i) - t i) / INR N).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_4 i).
Qed.

(* rearrange *)
Lemma vjp_L_x_2_ring :
  L_bar * ((exp (x i) - t i) / INR N)
  = L_bar * (exp (x i) - t i) / INR N.
Proof.
  apply (eq_eq _ (exp (x i) * L_bar / INR N - L_bar * t i / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem vjp_L_x :
  is_pd (at1 x i) (fun x' => L_bar * L_of N x' t)
  (L_bar * (exp (x i) - t i) / INR N).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 x i) (fun x' => L_of N x' t)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_x_1_lemma vjp_L_x_2_ring).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_L_x_outright : option (
  is_pd (at1 x i) (fun x' => L_bar * L_of N x' t)
  (L_bar * (exp (x i) - t i) / INR N)).
Proof.
  attempt "vjp_L_x" times (gradient_outright i) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Div (Formula.Sum N (fun n => (Formula.Sub (Formula.Exp (Formula.V (n))) (Formula.Mul (Formula.C (t n)) (Formula.V (n)))))) (Formula.C (INR N))))).
Defined.
End vjp_L_x.

(** * JVP of L for x *)

Section jvp_L_x.

(* put in ∂ℒ/∂x_i *)
Lemma jvp_L_x_1_lemma :
  rsum N (fun i => pd (at1 x i) (fun x' => L_of N x' t) * x_dot i)
  = rsum N (fun i => (exp (x i) - t i) / INR N * x_dot i).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_4 i).
Qed.

Theorem jvp_L_x :
  is_pd (at0 0) (fun t' => L_of N (line1 x x_dot t') t)
  (rsum N (fun i => (exp (x i) - t i) / INR N * x_dot i)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun i => pd (at1 x i) (fun x' => L_of N x' t) * x_dot i)) _).
  { apply (eq_eq _ (rsum N (fun i => pd (at1 x i) (fun x' => L_of N x' t) * x_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) N x (fun x' => L_of N x' t) (fun t' => (line1 x x_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_x_outright : option (
  is_pd (at0 0) (fun t' => L_of N (line1 x x_dot t') t)
  (rsum N (fun i => (exp (x i) - t i) / INR N * x_dot i))).
Proof.
  attempt "jvp_L_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Div (Formula.Sum N (fun n => (Formula.Sub (Formula.Exp (Formula.V (n))) (Formula.Mul (Formula.C (t n)) (Formula.V (n)))))) (Formula.C (INR N)))).
Defined.
End jvp_L_x.

(** * Derivative of L by t *)

Section derivative_L_t.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* definition of ℒ *)
Lemma derivative_L_t_1_unfold :
  pd (at1 t i) (fun t' => L_of N x t')
  = pd (at1 t i) (fun t' => rsum N (fun n => exp (x n) - t' n * x n) / INR N).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_t_2_diff_scale :
  pd (at1 t i) (fun t' => rsum N (fun n => exp (x n) - t' n * x n) / INR N)
  = pd (at1 t i) (fun t' => rsum N (fun n => exp (x n) - t' n * x n)) / INR N.
Proof.
  rule (shared_5 i).
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂t_k/∂t_i = δ_ki *)
Lemma derivative_L_t_3_diff_sum :
  pd (at1 t i) (fun t' => rsum N (fun n => exp (x n) - t' n * x n)) / INR N
  = rsum N (fun k => - (x k * delta k i)) / INR N.
Proof.
  rule (shared_6 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_t_4_sum_delta :
  rsum N (fun k => - (x k * delta k i)) / INR N
  = - (x i / INR N).
Proof.
  rule (shared_7 i).
Qed.

Theorem derivative_L_t :
  is_pd (at1 t i) (fun t' => L_of N x t')
  (- (x i / INR N)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_t_1_unfold (eq_eq _ _ _ derivative_L_t_2_diff_scale (eq_eq _ _ _ derivative_L_t_3_diff_sum derivative_L_t_4_sum_delta))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_t_outright : option (
  is_pd (at1 t i) (fun t' => L_of N x t')
  (- (x i / INR N))).
Proof.
  attempt "derivative_L_t" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun n => (Formula.Sub (Formula.C (exp (x n))) (Formula.Mul (Formula.V (n)) (Formula.C (x n)))))) (Formula.C (INR N)))).
Defined.
End derivative_L_t.

(** * VJP of L for t *)

Section vjp_L_t.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* put in ∂ℒ/∂t_i *)
Lemma vjp_L_t_1_lemma :
  L_bar * pd (at1 t i) (fun t' => L_of N x t')
  = L_bar * (- (x i / INR N)).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_8 i).
Qed.

(* rearrange *)
Lemma vjp_L_t_2_ring :
  L_bar * (- (x i / INR N))
  = - (L_bar * x i / INR N).
Proof.
  apply (eq_eq _ (- (L_bar * x i / INR N)) _).
  { fractions. }
  reflexivity.
Qed.

Theorem vjp_L_t :
  is_pd (at1 t i) (fun t' => L_bar * L_of N x t')
  (- (L_bar * x i / INR N)).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 t i) (fun t' => L_of N x t')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_t_1_lemma vjp_L_t_2_ring).
Qed.

(* the same by the differentiator, by what it found for derivative_L_t or else anew *)
Definition vjp_L_t_outright : option (
  is_pd (at1 t i) (fun t' => L_bar * L_of N x t')
  (- (L_bar * x i / INR N))).
Proof.
  attempt "vjp_L_t" times (derivative_L_t_outright i) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Div (Formula.Sum N (fun n => (Formula.Sub (Formula.C (exp (x n))) (Formula.Mul (Formula.V (n)) (Formula.C (x n)))))) (Formula.C (INR N))))).
Defined.
End vjp_L_t.

(** * JVP of L for t *)

Section jvp_L_t.

(* put in ∂ℒ/∂t_i *)
Lemma jvp_L_t_1_lemma :
  rsum N (fun i => pd (at1 t i) (fun t' => L_of N x t') * t_dot i)
  = rsum N (fun i => - (x i / INR N * t_dot i)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((- (x i / INR N)) * t_dot i) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_8 i).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_t_2_sum_factor :
  rsum N (fun i => - (x i / INR N * t_dot i))
  = - rsum N (fun i => x i * t_dot i / INR N).
Proof.
  apply (eq_eq _ (rsum N (fun i => (-1) * (x i / INR N) * t_dot i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun k => (-1) * (x k / INR N) * t_dot k)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum N (fun k => x k / INR N * t_dot k)) _).
  { rule_same (sum_factor N (-1) (fun i => x i / INR N * t_dot i) (fun i => true)). }
  apply (eq_eq _ ((-1) * rsum N (fun i => x i / INR N * t_dot i)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum N (fun i => x i * t_dot i / INR N)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  arith.
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_t_3_sum_factor :
  - rsum N (fun i => x i * t_dot i / INR N)
  = - (rsum N (fun i => t_dot i * x i) / INR N).
Proof.
  apply (eq_eq _ (- (1 / INR N * rsum N (fun i => t_dot i * x i))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun i => t_dot i * x i / INR N)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun i => 1 / INR N * t_dot i * x i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => 1 / INR N * t_dot k * x k)) _); [ same | ].
    apply (eq_eq _ (1 / INR N * rsum N (fun k => t_dot k * x k)) _); [ | same ].
    rule_same (sum_factor N (1 / INR N) (fun i => t_dot i * x i) (fun i => true)). }
  apply (eq_eq _ (- (rsum N (fun i => t_dot i * x i) / INR N)) _).
  { fractions. }
  reflexivity.
Qed.

Theorem jvp_L_t :
  is_pd (at0 0) (fun t' => L_of N x (line1 t t_dot t'))
  (- (rsum N (fun i => t_dot i * x i) / INR N)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun i => pd (at1 t i) (fun t' => L_of N x t') * t_dot i)) _).
  { apply (eq_eq _ (rsum N (fun i => pd (at1 t i) (fun t'' => L_of N x t'') * t_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) N t (fun t'' => L_of N x t'') (fun t' => (line1 t t_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_t_1_lemma (eq_eq _ _ _ jvp_L_t_2_sum_factor jvp_L_t_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_t_outright : option (
  is_pd (at0 0) (fun t' => L_of N x (line1 t t_dot t'))
  (- (rsum N (fun i => t_dot i * x i) / INR N))).
Proof.
  attempt "jvp_L_t" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 t) (Formula.flat1 t_dot) (Formula.Div (Formula.Sum N (fun n => (Formula.Sub (Formula.C (exp (x n))) (Formula.Mul (Formula.V (n)) (Formula.C (x n)))))) (Formula.C (INR N)))).
Defined.
End jvp_L_t.
End poisson_nll_theory.
