(* made by derive, do not edit *)
(* Variance

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition m_of (N : nat) (x : nat -> R) : R :=
  rsum N (fun i => x i) / INR N.
#[local] Hint Unfold m_of : definitions.
Definition v_of (N : nat) (x : nat -> R) (m : R) : R :=
  rsum N (fun i => (x i - m) ^ 2) / INR N.
#[local] Hint Unfold v_of : definitions.

Section variance_theory.
Variable (N : nat).
Variable (v_bar : R).
Variables (x x_dot : nat -> R).
Hypothesis N_positive : (0 < N)%nat.
Local Notation m := (m_of N x).
Local Notation v := (v_of N x m).

(** * What several lines rest on *)

Lemma shared_1 :
  forall j : nat,
  (j < N)%nat ->
  pd (at1 x j) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2) / INR N) = pd (at1 x j) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2)) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (pd (at1 x j) (fun x' => 1 / INR N * rsum N (fun i => (x' i - m_of N x') ^ 2))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 x j) (fun x' => 1 / INR N * rsum N (fun i => (x' i - m_of N x') ^ 2))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 x j) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2))) _).
  { assert (pd (at1 x j) (fun x' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 x j) (fun x' => 1 / INR N) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2))). }
  fractions.
Qed.

Lemma shared_2 :
  forall j : nat,
  (j < N)%nat ->
  pd (at1 x j) (fun x' => rsum N (fun i => x' i) / INR N) = pd (at1 x j) (fun x' => rsum N (fun i => x' i)) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (pd (at1 x j) (fun x' => 1 / INR N * rsum N (fun i => x' i))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 x j) (fun x' => 1 / INR N * rsum N (fun i => x' i))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 x j) (fun x' => rsum N (fun i => x' i))) _).
  { assert (pd (at1 x j) (fun x' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 x j) (fun x' => 1 / INR N) (fun x' => rsum N (fun i => x' i))). }
  fractions.
Qed.

Lemma shared_3 :
  forall j : nat,
  (j < N)%nat ->
  pd (at1 x j) (fun x' => m_of N x') = rsum N (fun k => delta k j) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum N (fun i => x' i) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum N (fun i => x' i)) / INR N) _).
  { rule (shared_2 j). }
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum N (fun k => x' k))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => pd (at1 x j) (fun x' => x' k))) _).
  { rule (diff_sum (at1 x j) N (fun k x' => x' k) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply variable1.
Qed.

Lemma shared_4 :
  forall j : nat,
  (j < N)%nat ->
  pd (at1 x j) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2)) / INR N = rsum N (fun k => 2 * (x k - m) * (delta k j - rsum N (fun k' => delta k' j) / INR N)) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (rsum N (fun k => 2 * (x k - m) ^ 1 * (delta k j - rsum N (fun k' => delta k' j) / INR N)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 x j) (fun x' => rsum N (fun k => (x' k - m_of N x') ^ 2))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 x j) (fun x' => (x' k - m_of N x') ^ 2))) _).
    { rule (diff_sum (at1 x j) N (fun k x' => (x' k - m_of N x') ^ 2) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (2 * (x k - m) ^ 1 * pd (at1 x j) (fun x' => x' k - m_of N x')) _).
    { assert (pd (at1 x j) (fun x' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 x j) (fun x' => x' k - m_of N x') 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (pd (at1 x j) (fun x' => x' k) + pd (at1 x j) (fun x' => - m_of N x')) _).
    { rule (diff_add (at1 x j) (fun x' => x' k) (fun x' => - m_of N x')). }
    refine (f_equal2 Rplus _ _).
    { apply variable1. }
    apply (eq_eq _ (- pd (at1 x j) (fun x' => m_of N x')) _).
    { rule (diff_neg (at1 x j) (fun x' => m_of N x')). }
    refine (f_equal Ropp _).
    rule (shared_3 j). }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
  arith.
Qed.

Lemma shared_5 :
  forall j : nat,
  (j < N)%nat ->
  rsum N (fun k => delta k j) = 1.
Proof.
  intros j ?.
  apply (eq_eq _ (rsum N (fun k => delta k j * 1)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta N (fun k => 1) j).
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < N)%nat ->
  rsum N (fun k => 2 * (x k - m) * (delta k j - rsum N (fun l => delta j l) / INR N)) / INR N = rsum N (fun k => 2 * (x k - m) * (delta k j - 1 / INR N)) / INR N.
Proof.
  intros j ?.
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl)))).
  rule_same (shared_5 j).
Qed.

Lemma shared_7 :
  forall j : nat,
  (j < N)%nat ->
  rsum N (fun k => 2 * (x k - m) * (delta k j - 1 / INR N)) / INR N = 2 * x j / INR N - 2 * m / INR N.
Proof.
  intros j ?.
  assert (INR N <> 0).
  { sgn. }
  apply (eq_eq _ ((- (2 * rsum N (fun i => x i) / INR N * 1) + 2 * x j + 2 * rsum N (fun i => x i) / INR N ^ 2 * INR N - 2 / INR N * rsum N (fun k => x k)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => - (2 * delta k j * rsum N (fun i => x i) / INR N) + 2 * delta k j * x k + 2 * rsum N (fun i => x i) / INR N ^ 2 - 2 * x k / INR N)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (2 * (x k - rsum N (fun i => x i) / INR N) * (delta k j - 1 / INR N)) _).
      { reflexivity. }
      fractions. }
    apply (eq_eq _ (rsum N (fun k => - (2 * delta k j * rsum N (fun i => x i) / INR N) + 2 * delta k j * x k) + rsum N (fun k => 2 * rsum N (fun i => x i) / INR N ^ 2 - 2 * x k / INR N)) _).
    { rule_same (sum_add N (fun k => - (2 * delta k j * rsum N (fun i => x i) / INR N) + 2 * delta k j * x k) (fun k => 2 * rsum N (fun i => x i) / INR N ^ 2 - 2 * x k / INR N) (fun k => true)). }
    apply (eq_eq _ ((- (2 * rsum N (fun i => x i) / INR N * 1) + 2 * x j) + (2 * rsum N (fun i => x i) / INR N ^ 2 * INR N - 2 / INR N * rsum N (fun k => x k))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => - (2 * delta k j * rsum N (fun i => x i) / INR N)) + rsum N (fun k => 2 * delta k j * x k)) _).
      { rule (sum_add N (fun k => - (2 * delta k j * rsum N (fun i => x i) / INR N)) (fun k => 2 * delta k j * x k) (fun k => true)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun k => - (2 * rsum N (fun i => x i) / INR N * delta k j))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          fractions. }
        apply (eq_eq _ (- rsum N (fun k => 2 * rsum N (fun i => x i) / INR N * delta k j)) _).
        { rule (sum_neg N (fun k => 2 * rsum N (fun i => x i) / INR N * delta k j) (fun k => true)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (2 * rsum N (fun i => x i) / INR N * rsum N (fun k => delta k j)) _).
        { rule (sum_factor N (2 * rsum N (fun i => x i) / INR N) (fun k => delta k j) (fun k => true)). }
        refine (f_equal2 Rmult eq_refl _).
        rule (shared_5 j). }
      apply (eq_eq _ (2 * rsum N (fun k => delta k j * x k)) _).
      { rule_same (sum_factor N 2 (fun k => delta k j * x k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule (sum_delta N (fun k => x k) j). }
    apply (eq_eq _ (rsum N (fun k => 2 * rsum N (fun i => x i) / INR N ^ 2) + rsum N (fun k => - (2 * x k / INR N))) _).
    { rule (sum_add N (fun k => 2 * rsum N (fun i => x i) / INR N ^ 2) (fun k => - (2 * x k / INR N)) (fun k => true)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => 2 * rsum N (fun i => x i) / INR N ^ 2 * 1)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (2 * rsum N (fun i => x i) / INR N ^ 2 * rsum N (fun k => 1)) _).
      { rule (sum_factor N (2 * rsum N (fun i => x i) / INR N ^ 2) (fun k => 1) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (INR N * 1) _).
      { rule (sum_constant N 1). }
      arith. }
    apply (eq_eq _ (rsum N (fun k => - (2 / INR N * x k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (- rsum N (fun k => 2 / INR N * x k)) _).
    { rule (sum_neg N (fun k => 2 / INR N * x k) (fun k => true)). }
    refine (f_equal Ropp _).
    rule (sum_factor N (2 / INR N) (fun k => x k) (fun k => true)). }
  apply (eq_eq _ (- (2 * rsum N (fun i => x i) / INR N ^ 2) + 2 * x j / INR N) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (2 * x j / INR N - 2 * (rsum N (fun i => x i) / INR N) / INR N) _).
  { reflexivity. }
  fractions.
Qed.

Lemma shared_8 :
  forall j : nat,
  (j < N)%nat ->
  2 * x j / INR N - 2 * m / INR N = 2 * (x j - m) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (- (2 * m / INR N) + 2 * x j / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_9 :
  forall j : nat,
  (j < N)%nat ->
  pd (at1 x j) (fun x' => v_of N x' (m_of N x')) = 2 * (x j - m) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2)) / INR N) _).
  { rule (shared_1 j). }
  apply (eq_eq _ (rsum N (fun k => 2 * (x k - m) * (delta k j - rsum N (fun l => delta j l) / INR N)) / INR N) _).
  { rule_same (shared_4 j). }
  apply (eq_eq _ (rsum N (fun k => 2 * (x k - m) * (delta k j - 1 / INR N)) / INR N) _).
  { rule (shared_6 j). }
  apply (eq_eq _ (2 * x j / INR N - 2 * m / INR N) _).
  { rule (shared_7 j). }
  rule (shared_8 j).
Qed.

(** * nonnegative *)

Section nonnegative.

(* by the signs of its parts *)
Lemma nonnegative_1_sign :
  0
  <= v.
Proof.
  sgn.
Qed.

Theorem nonnegative :
  0
  <= v.
Proof.
  exact nonnegative_1_sign.
Qed.
End nonnegative.

(** * By moments *)

Section moments.

(* definition of v *)
Lemma moments_1_unfold :
  v
  = rsum N (fun i => (x i - m) ^ 2) / INR N.
Proof.
  reflexivity.
Qed.

(* a constant factor goes in front of the sum; all summands are equal *)
Lemma moments_2_sum_factor :
  rsum N (fun i => (x i - m) ^ 2) / INR N
  = rsum N (fun i => x i ^ 2) / INR N - m ^ 2.
Proof.
  assert (INR N <> 0).
  { sgn. }
  apply (eq_eq _ ((- (2 * rsum N (fun i => x i) / INR N * rsum N (fun i => x i)) + rsum N (fun i => x i) ^ 2 / INR N ^ 2 * INR N + rsum N (fun i => x i ^ 2)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun i => - (2 * rsum N (fun i' => x i') * x i / INR N) + rsum N (fun i' => x i') ^ 2 / INR N ^ 2 + x i ^ 2)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      apply (eq_eq _ ((x i - rsum N (fun i' => x i') / INR N) ^ 2) _).
      { reflexivity. }
      fractions. }
    apply (eq_eq _ (rsum N (fun k => - (2 * rsum N (fun i => x i) * x k / INR N) + rsum N (fun i => x i) ^ 2 / INR N ^ 2 + x k ^ 2)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => - (2 * rsum N (fun i => x i) * x k / INR N)) + rsum N (fun k => rsum N (fun i => x i) ^ 2 / INR N ^ 2 + x k ^ 2)) _).
    { rule_same (sum_add N (fun i => - (2 * rsum N (fun i' => x i') * x i / INR N)) (fun i => rsum N (fun i' => x i') ^ 2 / INR N ^ 2 + x i ^ 2) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun i => - (2 * rsum N (fun i' => x i') * x i / INR N)) + rsum N (fun i => rsum N (fun i' => x i') ^ 2 / INR N ^ 2 + x i ^ 2)) _); [ same | ].
    apply (eq_eq _ (- (2 * rsum N (fun i => x i) / INR N * rsum N (fun i => x i)) + (rsum N (fun i => x i) ^ 2 / INR N ^ 2 * INR N + rsum N (fun i => x i ^ 2))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun i => - (2 * rsum N (fun i' => x i') / INR N * x i))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => - (2 * rsum N (fun i => x i) / INR N * x k))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun k => 2 * rsum N (fun i => x i) / INR N * x k)) _).
      { rule (sum_neg N (fun i => 2 * rsum N (fun i' => x i') / INR N * x i) (fun i => true)). }
      apply (eq_eq _ (- rsum N (fun i => 2 * rsum N (fun i' => x i') / INR N * x i)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun k => 2 * rsum N (fun i => x i) / INR N * x k)) _); [ same | ].
      apply (eq_eq _ (2 * rsum N (fun i => x i) / INR N * rsum N (fun k => x k)) _); [ | same ].
      rule (sum_factor N (2 * rsum N (fun i => x i) / INR N) (fun i => x i) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun k => rsum N (fun i => x i) ^ 2 / INR N ^ 2 + x k ^ 2)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => rsum N (fun i => x i) ^ 2 / INR N ^ 2) + rsum N (fun k => x k ^ 2)) _).
    { rule (sum_add N (fun i => rsum N (fun i' => x i') ^ 2 / INR N ^ 2) (fun i => x i ^ 2) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun i => rsum N (fun i' => x i') ^ 2 / INR N ^ 2) + rsum N (fun i => x i ^ 2)) _); [ same | ].
    refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum N (fun i => rsum N (fun i' => x i') ^ 2 / INR N ^ 2 * 1)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => rsum N (fun i => x i) ^ 2 / INR N ^ 2 * 1)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun i => x i) ^ 2 / INR N ^ 2 * rsum N (fun k => 1)) _).
    { rule (sum_factor N (rsum N (fun i => x i) ^ 2 / INR N ^ 2) (fun i => 1) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun i => x i) ^ 2 / INR N ^ 2 * rsum N (fun i => 1)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun k => 1)) _); [ same | ].
    apply (eq_eq _ (INR N * 1) _).
    { rule (sum_constant N 1). }
    arith. }
  apply (eq_eq _ (rsum N (fun i => x i ^ 2) / INR N - rsum N (fun i => x i) ^ 2 / INR N ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (rsum N (fun i => x i ^ 2) / INR N - (rsum N (fun i => x i) / INR N) ^ 2) _).
  { reflexivity. }
  fractions.
Qed.

Theorem moments :
  v
  = rsum N (fun i => x i ^ 2) / INR N - m ^ 2.
Proof.
  exact (eq_eq _ _ _ moments_1_unfold moments_2_sum_factor).
Qed.
End moments.

(** * Gradient *)

Section gradient.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.

(* definition of v *)
Lemma gradient_1_unfold :
  pd (at1 x j) (fun x' => v_of N x' (m_of N x'))
  = pd (at1 x j) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2) / INR N).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma gradient_2_diff_scale :
  pd (at1 x j) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2) / INR N)
  = pd (at1 x j) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2)) / INR N.
Proof.
  rule (shared_1 j).
Qed.

(* differentiate under the sum; power rule; a constant factor stays in front; ∂x_k/∂x_j = δ_kj *)
Lemma gradient_3_diff_sum :
  pd (at1 x j) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2)) / INR N
  = rsum N (fun k => 2 * (x k - m) * (delta k j - rsum N (fun l => delta j l) / INR N)) / INR N.
Proof.
  rule_same (shared_4 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma gradient_4_sum_delta :
  rsum N (fun k => 2 * (x k - m) * (delta k j - rsum N (fun l => delta j l) / INR N)) / INR N
  = rsum N (fun k => 2 * (x k - m) * (delta k j - 1 / INR N)) / INR N.
Proof.
  rule (shared_6 j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma gradient_5_sum_factor :
  rsum N (fun k => 2 * (x k - m) * (delta k j - 1 / INR N)) / INR N
  = 2 * x j / INR N - 2 * m / INR N.
Proof.
  rule (shared_7 j).
Qed.

(* factor out 2 *)
Lemma gradient_6_ring :
  2 * x j / INR N - 2 * m / INR N
  = 2 * (x j - m) / INR N.
Proof.
  rule (shared_8 j).
Qed.

Theorem gradient :
  is_pd (at1 x j) (fun x' => v_of N x' (m_of N x'))
  (2 * (x j - m) / INR N).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_scale (eq_eq _ _ _ gradient_3_diff_sum (eq_eq _ _ _ gradient_4_sum_delta (eq_eq _ _ _ gradient_5_sum_factor gradient_6_ring))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at1 x j) (fun x' => v_of N x' (m_of N x'))
  (2 * (x j - m) / INR N)).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun i => (Formula.Pow (Formula.Sub (Formula.V (i)) (Formula.Div (Formula.Sum N (fun i' => (Formula.V (i')))) (Formula.C (INR N)))) 2))) (Formula.C (INR N)))).
Defined.
End gradient.

(** * Hessian *)

Section hessian.
Variables (i j : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < N)%nat.

(* put in ∂v/∂x_i *)
Lemma hessian_1_lemma :
  pd (at1 x j) (fun x' => pd (at1 x' i) (fun x'' => v_of N x'' (m_of N x'')))
  = pd (at1 x j) (fun x' => 2 * (x' i - m_of N x') / INR N).
Proof.
  apply pd_ext.
  intros x'; cbv beta.
  apply (eq_eq _ (pd (at1 x' i) (fun x'' => rsum N (fun i' => (x'' i' - m_of N x'') ^ 2) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x' i) (fun x'' => rsum N (fun k => (x'' k - m_of N x'') ^ 2) / INR N)) _); [ same | ].
  apply (eq_eq _ (pd (at1 x' i) (fun x'' => 1 / INR N * rsum N (fun k => (x'' k - m_of N x'') ^ 2))) _).
  { apply pd_ext.
    intros x''; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 x' i) (fun x'' => 1 / INR N * rsum N (fun k => (x'' k - m_of N x'') ^ 2))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 x' i) (fun x'' => rsum N (fun k => (x'' k - m_of N x'') ^ 2))) _).
  { assert (pd (at1 x' i) (fun x'' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 x' i) (fun x'' => 1 / INR N) (fun x'' => rsum N (fun k => (x'' k - m_of N x'') ^ 2))). }
  apply (eq_eq _ (pd (at1 x' i) (fun x'' => rsum N (fun k => (x'' k - m_of N x'') ^ 2)) / INR N) _).
  { fractions. }
  apply (eq_eq _ (rsum N (fun k => 2 * (x' k - m_of N x') ^ 1 * (delta k i - rsum N (fun k' => delta k' i) / INR N)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => pd (at1 x' i) (fun x'' => (x'' k - m_of N x'') ^ 2))) _).
    { rule (diff_sum (at1 x' i) N (fun l x'' => (x'' l - m_of N x'') ^ 2) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (2 * (x' k - m_of N x') ^ 1 * pd (at1 x' i) (fun x'' => x'' k - m_of N x'')) _).
    { assert (pd (at1 x' i) (fun x'' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 x' i) (fun x'' => x'' k - m_of N x'') 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (pd (at1 x' i) (fun x'' => x'' k) + pd (at1 x' i) (fun x'' => - m_of N x'')) _).
    { rule (diff_add (at1 x' i) (fun x'' => x'' k) (fun x'' => - m_of N x'')). }
    refine (f_equal2 Rplus _ _).
    { apply variable1. }
    apply (eq_eq _ (- pd (at1 x' i) (fun x'' => m_of N x'')) _).
    { rule (diff_neg (at1 x' i) (fun x'' => m_of N x'')). }
    refine (f_equal Ropp _).
    apply (eq_eq _ (pd (at1 x' i) (fun x'' => rsum N (fun i' => x'' i') / INR N)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at1 x' i) (fun x'' => 1 / INR N * rsum N (fun i' => x'' i'))) _).
    { apply pd_ext.
      intros x''; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at1 x' i) (fun x'' => 1 / INR N * rsum N (fun i' => x'' i'))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / INR N * pd (at1 x' i) (fun x'' => rsum N (fun i' => x'' i'))) _).
    { assert (pd (at1 x' i) (fun x'' => 1 / INR N) = 0).
      { apply constant. }
      rule (diff_scale (at1 x' i) (fun x'' => 1 / INR N) (fun x'' => rsum N (fun i' => x'' i'))). }
    apply (eq_eq _ (pd (at1 x' i) (fun x'' => rsum N (fun i' => x'' i')) / INR N) _).
    { fractions. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 x' i) (fun x'' => rsum N (fun k' => x'' k'))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k' => pd (at1 x' i) (fun x'' => x'' k'))) _).
    { rule (diff_sum (at1 x' i) N (fun k' x'' => x'' k') (fun k' => true)). }
    apply rsum_ext; intros k' ?; cbv beta.
    apply variable1. }
  apply (eq_eq _ (rsum N (fun k => 2 * (x' k - m_of N x') * (delta k i - rsum N (fun k' => delta k' i) / INR N)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply rsum_ext; intros k ?; cbv beta.
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
    arith. }
  apply (eq_eq _ (rsum N (fun k => 2 * (x' k - m_of N x') * (delta k i - rsum N (fun l => delta i l) / INR N)) / INR N) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => 2 * (x' k - m_of N x') * (delta k i - 1 / INR N)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply rsum_ext; intros k ?; cbv beta.
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl)))).
    apply (eq_eq _ (rsum N (fun l => delta l i * 1)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k' => delta k' i * 1)) _); [ same | ].
    rule (sum_delta N (fun l => 1) i). }
  apply (eq_eq _ (2 * x' i / INR N - 2 * m_of N x' / INR N) _).
  { assert (INR N <> 0).
    { sgn. }
    apply (eq_eq _ ((- (2 * rsum N (fun i' => x' i') / INR N * 1) + 2 * x' i + 2 * rsum N (fun i' => x' i') / INR N ^ 2 * INR N - 2 / INR N * rsum N (fun k => x' k)) / INR N) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (rsum N (fun k => - (2 * delta k i * rsum N (fun i' => x' i') / INR N) + 2 * delta k i * x' k + 2 * rsum N (fun i' => x' i') / INR N ^ 2 - 2 * x' k / INR N)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (2 * (x' k - rsum N (fun i' => x' i') / INR N) * (delta k i - 1 / INR N)) _).
        { reflexivity. }
        fractions. }
      apply (eq_eq _ (rsum N (fun k => - (2 * delta k i * rsum N (fun i' => x' i') / INR N) + 2 * delta k i * x' k) + rsum N (fun k => 2 * rsum N (fun i' => x' i') / INR N ^ 2 - 2 * x' k / INR N)) _).
      { rule_same (sum_add N (fun k => - (2 * delta k i * rsum N (fun i' => x' i') / INR N) + 2 * delta k i * x' k) (fun k => 2 * rsum N (fun i' => x' i') / INR N ^ 2 - 2 * x' k / INR N) (fun k => true)). }
      apply (eq_eq _ ((- (2 * rsum N (fun i' => x' i') / INR N * 1) + 2 * x' i) + (2 * rsum N (fun i' => x' i') / INR N ^ 2 * INR N - 2 / INR N * rsum N (fun k => x' k))) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun k => - (2 * delta k i * rsum N (fun i' => x' i') / INR N)) + rsum N (fun k => 2 * delta k i * x' k)) _).
        { rule (sum_add N (fun k => - (2 * delta k i * rsum N (fun i' => x' i') / INR N)) (fun k => 2 * delta k i * x' k) (fun k => true)). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum N (fun k => - (2 * rsum N (fun i' => x' i') / INR N * delta k i))) _).
          { apply rsum_ext; intros k ?; cbv beta.
            fractions. }
          apply (eq_eq _ (- rsum N (fun k => 2 * rsum N (fun i' => x' i') / INR N * delta k i)) _).
          { rule (sum_neg N (fun k => 2 * rsum N (fun i' => x' i') / INR N * delta k i) (fun k => true)). }
          refine (f_equal Ropp _).
          apply (eq_eq _ (2 * rsum N (fun i' => x' i') / INR N * rsum N (fun k => delta k i)) _).
          { rule (sum_factor N (2 * rsum N (fun i' => x' i') / INR N) (fun k => delta k i) (fun k => true)). }
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum N (fun k => delta k i * 1)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_delta N (fun k => 1) i). }
        apply (eq_eq _ (2 * rsum N (fun k => delta k i * x' k)) _).
        { rule_same (sum_factor N 2 (fun k => delta k i * x' k) (fun k => true)). }
        refine (f_equal2 Rmult eq_refl _).
        rule (sum_delta N (fun k => x' k) i). }
      apply (eq_eq _ (rsum N (fun k => 2 * rsum N (fun i' => x' i') / INR N ^ 2) + rsum N (fun k => - (2 * x' k / INR N))) _).
      { rule (sum_add N (fun k => 2 * rsum N (fun i' => x' i') / INR N ^ 2) (fun k => - (2 * x' k / INR N)) (fun k => true)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun k => 2 * rsum N (fun i' => x' i') / INR N ^ 2 * 1)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          fractions. }
        apply (eq_eq _ (2 * rsum N (fun i' => x' i') / INR N ^ 2 * rsum N (fun k => 1)) _).
        { rule (sum_factor N (2 * rsum N (fun i' => x' i') / INR N ^ 2) (fun k => 1) (fun k => true)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (INR N * 1) _).
        { rule (sum_constant N 1). }
        arith. }
      apply (eq_eq _ (rsum N (fun k => - (2 / INR N * x' k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum N (fun k => 2 / INR N * x' k)) _).
      { rule (sum_neg N (fun k => 2 / INR N * x' k) (fun k => true)). }
      refine (f_equal Ropp _).
      rule (sum_factor N (2 / INR N) (fun k => x' k) (fun k => true)). }
    apply (eq_eq _ (- (2 * rsum N (fun i' => x' i') / INR N ^ 2) + 2 * x' i / INR N) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (2 * x' i / INR N - 2 * (rsum N (fun i' => x' i') / INR N) / INR N) _).
    { reflexivity. }
    fractions. }
  apply (eq_eq _ (- (2 * m_of N x' / INR N) + 2 * x' i / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* a constant factor stays in front; ∂x_i/∂x_j = δ_ij *)
Lemma hessian_2_diff_scale :
  pd (at1 x j) (fun x' => 2 * (x' i - m_of N x') / INR N)
  = 2 * (delta i j - pd (at1 x j) (fun x' => m_of N x')) / INR N.
Proof.
  apply (eq_eq _ (pd (at1 x j) (fun x' => 1 / INR N * 2 * (x' i - m_of N x'))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 x j) (fun x' => 1 / INR N * 2 * (x' i - m_of N x'))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * 2 * pd (at1 x j) (fun x' => x' i - m_of N x')) _).
  { assert (pd (at1 x j) (fun x' => 1 / INR N * 2) = 0).
    { apply constant. }
    rule_same (diff_scale (at1 x j) (fun x' => 1 / INR N * 2) (fun x' => x' i - m_of N x')). }
  apply (eq_eq _ (1 / INR N * 2 * (delta i j - pd (at1 x j) (fun x' => m_of N x'))) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (pd (at1 x j) (fun x' => x' i) + pd (at1 x j) (fun x' => - m_of N x')) _).
    { rule (diff_add (at1 x j) (fun x' => x' i) (fun x' => - m_of N x')). }
    refine (f_equal2 Rplus _ _).
    { apply variable1. }
    rule (diff_neg (at1 x j) (fun x' => m_of N x')). }
  fractions.
Qed.

(* put in ∂m/∂x_j *)
Lemma hessian_3_lemma :
  2 * (delta i j - pd (at1 x j) (fun x' => m_of N x')) / INR N
  = 2 * (delta i j - 1 / INR N) / INR N.
Proof.
  refine (f_equal2 Rdiv (f_equal2 Rmult eq_refl (f_equal2 Rplus eq_refl (f_equal Ropp _))) eq_refl).
  apply (eq_eq _ (rsum N (fun k => delta k j) / INR N) _).
  { rule (shared_3 j). }
  refine (f_equal2 Rdiv _ eq_refl).
  rule (shared_5 j).
Qed.

Theorem hessian :
  is_pd (at1 x j) (fun x' => pd (at1 x' i) (fun x'' => v_of N x'' (m_of N x'')))
  (2 * (delta i j - 1 / INR N) / INR N).
Proof.
  apply is_pd_intro.
  { apply (ex_ext (at1 x j) (fun x' => 2 * (x' i - m_of N x') / INR N)).
    { intros x'; cbv beta.
      symmetry.
      apply (eq_eq _ (pd (at1 x' i) (fun x'' => rsum N (fun i' => (x'' i' - m_of N x'') ^ 2) / INR N)) _).
      { reflexivity. }
      apply (eq_eq _ (pd (at1 x' i) (fun x'' => rsum N (fun k => (x'' k - m_of N x'') ^ 2) / INR N)) _); [ same | ].
      apply (eq_eq _ (pd (at1 x' i) (fun x'' => 1 / INR N * rsum N (fun k => (x'' k - m_of N x'') ^ 2))) _).
      { apply pd_ext.
        intros x''; cbv beta.
        fractions. }
      apply (eq_eq _ (pd (at1 x' i) (fun x'' => 1 / INR N * rsum N (fun k => (x'' k - m_of N x'') ^ 2))) _).
      { reflexivity. }
      apply (eq_eq _ (1 / INR N * pd (at1 x' i) (fun x'' => rsum N (fun k => (x'' k - m_of N x'') ^ 2))) _).
      { assert (pd (at1 x' i) (fun x'' => 1 / INR N) = 0).
        { apply constant. }
        rule (diff_scale (at1 x' i) (fun x'' => 1 / INR N) (fun x'' => rsum N (fun k => (x'' k - m_of N x'') ^ 2))). }
      apply (eq_eq _ (pd (at1 x' i) (fun x'' => rsum N (fun k => (x'' k - m_of N x'') ^ 2)) / INR N) _).
      { fractions. }
      apply (eq_eq _ (rsum N (fun k => 2 * (x' k - m_of N x') ^ 1 * (delta k i - rsum N (fun k' => delta k' i) / INR N)) / INR N) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (rsum N (fun k => pd (at1 x' i) (fun x'' => (x'' k - m_of N x'') ^ 2))) _).
        { rule (diff_sum (at1 x' i) N (fun l x'' => (x'' l - m_of N x'') ^ 2) (fun k => true)). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (2 * (x' k - m_of N x') ^ 1 * pd (at1 x' i) (fun x'' => x'' k - m_of N x'')) _).
        { assert (pd (at1 x' i) (fun x'' => 2) = 0).
          { apply constant. }
          assert (2 = 1 + 1).
          { arith. }
          rule (diff_pow_int (at1 x' i) (fun x'' => x'' k - m_of N x'') 2%nat 1%nat 2). }
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        apply (eq_eq _ (pd (at1 x' i) (fun x'' => x'' k) + pd (at1 x' i) (fun x'' => - m_of N x'')) _).
        { rule (diff_add (at1 x' i) (fun x'' => x'' k) (fun x'' => - m_of N x'')). }
        refine (f_equal2 Rplus _ _).
        { apply variable1. }
        apply (eq_eq _ (- pd (at1 x' i) (fun x'' => m_of N x'')) _).
        { rule (diff_neg (at1 x' i) (fun x'' => m_of N x'')). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (pd (at1 x' i) (fun x'' => rsum N (fun i' => x'' i') / INR N)) _).
        { reflexivity. }
        apply (eq_eq _ (pd (at1 x' i) (fun x'' => 1 / INR N * rsum N (fun i' => x'' i'))) _).
        { apply pd_ext.
          intros x''; cbv beta.
          fractions. }
        apply (eq_eq _ (pd (at1 x' i) (fun x'' => 1 / INR N * rsum N (fun i' => x'' i'))) _).
        { reflexivity. }
        apply (eq_eq _ (1 / INR N * pd (at1 x' i) (fun x'' => rsum N (fun i' => x'' i'))) _).
        { assert (pd (at1 x' i) (fun x'' => 1 / INR N) = 0).
          { apply constant. }
          rule (diff_scale (at1 x' i) (fun x'' => 1 / INR N) (fun x'' => rsum N (fun i' => x'' i'))). }
        apply (eq_eq _ (pd (at1 x' i) (fun x'' => rsum N (fun i' => x'' i')) / INR N) _).
        { fractions. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (pd (at1 x' i) (fun x'' => rsum N (fun k' => x'' k'))) _); [ same | ].
        apply (eq_eq _ (rsum N (fun k' => pd (at1 x' i) (fun x'' => x'' k'))) _).
        { rule (diff_sum (at1 x' i) N (fun k' x'' => x'' k') (fun k' => true)). }
        apply rsum_ext; intros k' ?; cbv beta.
        apply variable1. }
      apply (eq_eq _ (rsum N (fun k => 2 * (x' k - m_of N x') * (delta k i - rsum N (fun k' => delta k' i) / INR N)) / INR N) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        apply rsum_ext; intros k ?; cbv beta.
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
        arith. }
      apply (eq_eq _ (rsum N (fun k => 2 * (x' k - m_of N x') * (delta k i - rsum N (fun l => delta i l) / INR N)) / INR N) _); [ same | ].
      apply (eq_eq _ (rsum N (fun k => 2 * (x' k - m_of N x') * (delta k i - 1 / INR N)) / INR N) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        apply rsum_ext; intros k ?; cbv beta.
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl)))).
        apply (eq_eq _ (rsum N (fun l => delta l i * 1)) _).
        { apply rsum_ext; intros l ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum N (fun k' => delta k' i * 1)) _); [ same | ].
        rule (sum_delta N (fun l => 1) i). }
      apply (eq_eq _ (2 * x' i / INR N - 2 * m_of N x' / INR N) _).
      { assert (INR N <> 0).
        { sgn. }
        apply (eq_eq _ ((- (2 * rsum N (fun i' => x' i') / INR N * 1) + 2 * x' i + 2 * rsum N (fun i' => x' i') / INR N ^ 2 * INR N - 2 / INR N * rsum N (fun k => x' k)) / INR N) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          apply (eq_eq _ (rsum N (fun k => - (2 * delta k i * rsum N (fun i' => x' i') / INR N) + 2 * delta k i * x' k + 2 * rsum N (fun i' => x' i') / INR N ^ 2 - 2 * x' k / INR N)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            apply (eq_eq _ (2 * (x' k - rsum N (fun i' => x' i') / INR N) * (delta k i - 1 / INR N)) _).
            { reflexivity. }
            fractions. }
          apply (eq_eq _ (rsum N (fun k => - (2 * delta k i * rsum N (fun i' => x' i') / INR N) + 2 * delta k i * x' k) + rsum N (fun k => 2 * rsum N (fun i' => x' i') / INR N ^ 2 - 2 * x' k / INR N)) _).
          { rule_same (sum_add N (fun k => - (2 * delta k i * rsum N (fun i' => x' i') / INR N) + 2 * delta k i * x' k) (fun k => 2 * rsum N (fun i' => x' i') / INR N ^ 2 - 2 * x' k / INR N) (fun k => true)). }
          apply (eq_eq _ ((- (2 * rsum N (fun i' => x' i') / INR N * 1) + 2 * x' i) + (2 * rsum N (fun i' => x' i') / INR N ^ 2 * INR N - 2 / INR N * rsum N (fun k => x' k))) _); [ | same ].
          refine (f_equal2 Rplus _ _).
          { apply (eq_eq _ (rsum N (fun k => - (2 * delta k i * rsum N (fun i' => x' i') / INR N)) + rsum N (fun k => 2 * delta k i * x' k)) _).
            { rule (sum_add N (fun k => - (2 * delta k i * rsum N (fun i' => x' i') / INR N)) (fun k => 2 * delta k i * x' k) (fun k => true)). }
            refine (f_equal2 Rplus _ _).
            { apply (eq_eq _ (rsum N (fun k => - (2 * rsum N (fun i' => x' i') / INR N * delta k i))) _).
              { apply rsum_ext; intros k ?; cbv beta.
                fractions. }
              apply (eq_eq _ (- rsum N (fun k => 2 * rsum N (fun i' => x' i') / INR N * delta k i)) _).
              { rule (sum_neg N (fun k => 2 * rsum N (fun i' => x' i') / INR N * delta k i) (fun k => true)). }
              refine (f_equal Ropp _).
              apply (eq_eq _ (2 * rsum N (fun i' => x' i') / INR N * rsum N (fun k => delta k i)) _).
              { rule (sum_factor N (2 * rsum N (fun i' => x' i') / INR N) (fun k => delta k i) (fun k => true)). }
              refine (f_equal2 Rmult eq_refl _).
              apply (eq_eq _ (rsum N (fun k => delta k i * 1)) _).
              { apply rsum_ext; intros k ?; cbv beta.
                arith. }
              rule (sum_delta N (fun k => 1) i). }
            apply (eq_eq _ (2 * rsum N (fun k => delta k i * x' k)) _).
            { rule_same (sum_factor N 2 (fun k => delta k i * x' k) (fun k => true)). }
            refine (f_equal2 Rmult eq_refl _).
            rule (sum_delta N (fun k => x' k) i). }
          apply (eq_eq _ (rsum N (fun k => 2 * rsum N (fun i' => x' i') / INR N ^ 2) + rsum N (fun k => - (2 * x' k / INR N))) _).
          { rule (sum_add N (fun k => 2 * rsum N (fun i' => x' i') / INR N ^ 2) (fun k => - (2 * x' k / INR N)) (fun k => true)). }
          refine (f_equal2 Rplus _ _).
          { apply (eq_eq _ (rsum N (fun k => 2 * rsum N (fun i' => x' i') / INR N ^ 2 * 1)) _).
            { apply rsum_ext; intros k ?; cbv beta.
              fractions. }
            apply (eq_eq _ (2 * rsum N (fun i' => x' i') / INR N ^ 2 * rsum N (fun k => 1)) _).
            { rule (sum_factor N (2 * rsum N (fun i' => x' i') / INR N ^ 2) (fun k => 1) (fun k => true)). }
            refine (f_equal2 Rmult eq_refl _).
            apply (eq_eq _ (INR N * 1) _).
            { rule (sum_constant N 1). }
            arith. }
          apply (eq_eq _ (rsum N (fun k => - (2 / INR N * x' k))) _).
          { apply rsum_ext; intros k ?; cbv beta.
            fractions. }
          apply (eq_eq _ (- rsum N (fun k => 2 / INR N * x' k)) _).
          { rule (sum_neg N (fun k => 2 / INR N * x' k) (fun k => true)). }
          refine (f_equal Ropp _).
          rule (sum_factor N (2 / INR N) (fun k => x' k) (fun k => true)). }
        apply (eq_eq _ (- (2 * rsum N (fun i' => x' i') / INR N ^ 2) + 2 * x' i / INR N) _).
        { cancel. }
        symmetry.
        apply (eq_eq _ (2 * x' i / INR N - 2 * (rsum N (fun i' => x' i') / INR N) / INR N) _).
        { reflexivity. }
        fractions. }
      apply (eq_eq _ (- (2 * m_of N x' / INR N) + 2 * x' i / INR N) _).
      { fractions. }
      symmetry.
      fractions. }
    dex. }
  exact (eq_eq _ _ _ hessian_1_lemma (eq_eq _ _ _ hessian_2_diff_scale hessian_3_lemma)).
Qed.
End hessian.

(** * Derivative of v by x *)

Section derivative_v_x.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.

(* definition of v *)
Lemma derivative_v_x_1_unfold :
  pd (at1 x j) (fun x' => v_of N x' (m_of N x'))
  = pd (at1 x j) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2) / INR N).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_v_x_2_diff_scale :
  pd (at1 x j) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2) / INR N)
  = pd (at1 x j) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2)) / INR N.
Proof.
  rule (shared_1 j).
Qed.

(* differentiate under the sum; power rule; a constant factor stays in front; ∂x_k/∂x_j = δ_kj *)
Lemma derivative_v_x_3_diff_sum :
  pd (at1 x j) (fun x' => rsum N (fun i => (x' i - m_of N x') ^ 2)) / INR N
  = rsum N (fun k => 2 * (x k - m) * (delta k j - rsum N (fun l => delta j l) / INR N)) / INR N.
Proof.
  rule_same (shared_4 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_v_x_4_sum_delta :
  rsum N (fun k => 2 * (x k - m) * (delta k j - rsum N (fun l => delta j l) / INR N)) / INR N
  = rsum N (fun k => 2 * (x k - m) * (delta k j - 1 / INR N)) / INR N.
Proof.
  rule (shared_6 j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma derivative_v_x_5_sum_factor :
  rsum N (fun k => 2 * (x k - m) * (delta k j - 1 / INR N)) / INR N
  = 2 * x j / INR N - 2 * m / INR N.
Proof.
  rule (shared_7 j).
Qed.

(* factor out 2 *)
Lemma derivative_v_x_6_ring :
  2 * x j / INR N - 2 * m / INR N
  = 2 * (x j - m) / INR N.
Proof.
  rule (shared_8 j).
Qed.

Theorem derivative_v_x :
  is_pd (at1 x j) (fun x' => v_of N x' (m_of N x'))
  (2 * (x j - m) / INR N).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_v_x_1_unfold (eq_eq _ _ _ derivative_v_x_2_diff_scale (eq_eq _ _ _ derivative_v_x_3_diff_sum (eq_eq _ _ _ derivative_v_x_4_sum_delta (eq_eq _ _ _ derivative_v_x_5_sum_factor derivative_v_x_6_ring))))).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_v_x_outright : option (
  is_pd (at1 x j) (fun x' => v_of N x' (m_of N x'))
  (2 * (x j - m) / INR N)).
Proof.
  attempt "derivative_v_x" as (gradient_outright j) or Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun i => (Formula.Pow (Formula.Sub (Formula.V (i)) (Formula.Div (Formula.Sum N (fun i' => (Formula.V (i')))) (Formula.C (INR N)))) 2))) (Formula.C (INR N)))).
Defined.
End derivative_v_x.

(** * VJP of v for x *)

Section vjp_v_x.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.

(* put in ∂v/∂x_j *)
Lemma vjp_v_x_1_lemma :
  v_bar * pd (at1 x j) (fun x' => v_of N x' (m_of N x'))
  = v_bar * (2 * (x j - m) / INR N).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_9 j).
Qed.

(* rearrange *)
Lemma vjp_v_x_2_ring :
  v_bar * (2 * (x j - m) / INR N)
  = 2 * v_bar * (x j - m) / INR N.
Proof.
  apply (eq_eq _ (- (2 * m * v_bar / INR N) + 2 * v_bar * x j / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem vjp_v_x :
  is_pd (at1 x j) (fun x' => v_bar * v_of N x' (m_of N x'))
  (2 * v_bar * (x j - m) / INR N).
Proof.
  apply (is_pd_eq _ _ (v_bar * pd (at1 x j) (fun x' => v_of N x' (m_of N x'))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_v_x_1_lemma vjp_v_x_2_ring).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_v_x_outright : option (
  is_pd (at1 x j) (fun x' => v_bar * v_of N x' (m_of N x'))
  (2 * v_bar * (x j - m) / INR N)).
Proof.
  attempt "vjp_v_x" times (gradient_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (v_bar)) (Formula.Div (Formula.Sum N (fun i => (Formula.Pow (Formula.Sub (Formula.V (i)) (Formula.Div (Formula.Sum N (fun i' => (Formula.V (i')))) (Formula.C (INR N)))) 2))) (Formula.C (INR N))))).
Defined.
End vjp_v_x.

(** * JVP of v for x *)

Section jvp_v_x.

(* put in ∂v/∂x_j *)
Lemma jvp_v_x_1_lemma :
  rsum N (fun j => pd (at1 x j) (fun x' => v_of N x' (m_of N x')) * x_dot j)
  = rsum N (fun j => 2 * (x j - m) / INR N * x_dot j).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_9 j).
Qed.

Theorem jvp_v_x :
  is_pd (at0 0) (fun t => v_of N (line1 x x_dot t) (m_of N (line1 x x_dot t)))
  (rsum N (fun j => 2 * (x j - m) / INR N * x_dot j)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun j => pd (at1 x j) (fun x' => v_of N x' (m_of N x')) * x_dot j)) _).
  { apply (eq_eq _ (rsum N (fun j => pd (at1 x j) (fun x' => v_of N x' (m_of N x')) * x_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) N x (fun x' => v_of N x' (m_of N x')) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_v_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_v_x_outright : option (
  is_pd (at0 0) (fun t => v_of N (line1 x x_dot t) (m_of N (line1 x x_dot t)))
  (rsum N (fun j => 2 * (x j - m) / INR N * x_dot j))).
Proof.
  attempt "jvp_v_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Div (Formula.Sum N (fun i => (Formula.Pow (Formula.Sub (Formula.V (i)) (Formula.Div (Formula.Sum N (fun i' => (Formula.V (i')))) (Formula.C (INR N)))) 2))) (Formula.C (INR N)))).
Defined.
End jvp_v_x.
End variance_theory.
