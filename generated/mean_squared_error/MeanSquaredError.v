(* made by derive, do not edit *)
(* Mean squared error

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition L_of (N : nat) (y : nat -> R) (t : nat -> R) : R :=
  rsum N (fun i => (y i - t i) ^ 2) / INR N.
#[local] Hint Unfold L_of : definitions.

Section mean_squared_error_theory.
Variable (N : nat).
Variable (L_bar : R).
Variables (t y t_dot y_dot : nat -> R).
Hypothesis N_positive : (0 < N)%nat.
Local Notation L := (L_of N y t).

(** * What several lines rest on *)

Lemma shared_1 :
  forall j : nat,
  (j < N)%nat ->
  pd (at1 y j) (fun y' => rsum N (fun i => (y' i - t i) ^ 2) / INR N) = pd (at1 y j) (fun y' => rsum N (fun i => (y' i - t i) ^ 2)) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (pd (at1 y j) (fun y' => 1 / INR N * rsum N (fun i => (y' i - t i) ^ 2))) _).
  { apply pd_ext.
    intros y'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 y j) (fun y' => 1 / INR N * rsum N (fun i => (y' i - t i) ^ 2))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 y j) (fun y' => rsum N (fun i => (y' i - t i) ^ 2))) _).
  { assert (pd (at1 y j) (fun y' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 y j) (fun y' => 1 / INR N) (fun y' => rsum N (fun i => (y' i - t i) ^ 2))). }
  fractions.
Qed.

Lemma shared_2 :
  forall j : nat,
  (j < N)%nat ->
  pd (at1 y j) (fun y' => rsum N (fun i => (y' i - t i) ^ 2)) / INR N = rsum N (fun k => 2 * (y k - t k) * delta k j) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (rsum N (fun k => 2 * (y k - t k) ^ 1 * (delta k j + 0)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 y j) (fun y' => rsum N (fun k => (y' k - t k) ^ 2))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 y j) (fun y' => (y' k - t k) ^ 2))) _).
    { rule (diff_sum (at1 y j) N (fun k y' => (y' k - t k) ^ 2) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (2 * (y k - t k) ^ 1 * pd (at1 y j) (fun y' => y' k - t k)) _).
    { assert (pd (at1 y j) (fun y' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 y j) (fun y' => y' k - t k) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (pd (at1 y j) (fun y' => y' k) + pd (at1 y j) (fun y' => - t k)) _).
    { rule (diff_add (at1 y j) (fun y' => y' k) (fun y' => - t k)). }
    refine (f_equal2 Rplus _ _).
    { apply variable1. }
    apply constant. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
  { arith. }
  arith.
Qed.

Lemma shared_3 :
  forall j : nat,
  (j < N)%nat ->
  rsum N (fun k => 2 * (y k - t k) * delta k j) / INR N = 2 * (y j - t j) / INR N.
Proof.
  intros j ?.
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum N (fun k => delta k j * 2 * (y k - t k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta N (fun k => 2 * (y k - t k)) j).
Qed.

Lemma shared_4 :
  forall j : nat,
  (j < N)%nat ->
  pd (at1 y j) (fun y' => L_of N y' t) = 2 * (y j - t j) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (pd (at1 y j) (fun y' => rsum N (fun i => (y' i - t i) ^ 2) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 y j) (fun y' => rsum N (fun i => (y' i - t i) ^ 2)) / INR N) _).
  { rule (shared_1 j). }
  apply (eq_eq _ (rsum N (fun k => 2 * (y k - t k) * delta k j) / INR N) _).
  { rule (shared_2 j). }
  rule (shared_3 j).
Qed.

Lemma shared_5 :
  forall j : nat,
  (j < N)%nat ->
  pd (at1 t j) (fun t' => rsum N (fun i => (y i - t' i) ^ 2) / INR N) = pd (at1 t j) (fun t' => rsum N (fun i => (y i - t' i) ^ 2)) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (pd (at1 t j) (fun t' => 1 / INR N * rsum N (fun i => (y i - t' i) ^ 2))) _).
  { apply pd_ext.
    intros t'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 t j) (fun t' => 1 / INR N * rsum N (fun i => (y i - t' i) ^ 2))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 t j) (fun t' => rsum N (fun i => (y i - t' i) ^ 2))) _).
  { assert (pd (at1 t j) (fun t' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 t j) (fun t' => 1 / INR N) (fun t' => rsum N (fun i => (y i - t' i) ^ 2))). }
  fractions.
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < N)%nat ->
  pd (at1 t j) (fun t' => rsum N (fun i => (y i - t' i) ^ 2)) / INR N = rsum N (fun k => - (2 * (y k - t k) * delta k j)) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (rsum N (fun k => 2 * (y k - t k) ^ 1 * (0 - delta k j)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 t j) (fun t' => rsum N (fun k => (y k - t' k) ^ 2))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 t j) (fun t' => (y k - t' k) ^ 2))) _).
    { rule (diff_sum (at1 t j) N (fun k t' => (y k - t' k) ^ 2) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (2 * (y k - t k) ^ 1 * pd (at1 t j) (fun t' => y k - t' k)) _).
    { assert (pd (at1 t j) (fun t' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 t j) (fun t' => y k - t' k) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
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
  apply (eq_eq _ (2 * (y k - t k) * (- delta k j)) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
    { arith. }
    arith. }
  arith.
Qed.

Lemma shared_7 :
  forall j : nat,
  (j < N)%nat ->
  rsum N (fun k => - (2 * (y k - t k) * delta k j)) / INR N = - (2 * (y j - t j) / INR N).
Proof.
  intros j ?.
  apply (eq_eq _ ((- (2 * (y j - t j))) / INR N) _); [ | same ].
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum N (fun k => delta k j * (- (2 * (y k - t k))))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta N (fun k => - (2 * (y k - t k))) j).
Qed.

Lemma shared_8 :
  forall j : nat,
  (j < N)%nat ->
  - (2 * (y j - t j) / INR N) = 2 * (t j - y j) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (2 * t j / INR N - 2 * y j / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Lemma shared_9 :
  forall j : nat,
  (j < N)%nat ->
  pd (at1 t j) (fun t' => L_of N y t') = 2 * (t j - y j) / INR N.
Proof.
  intros j ?.
  apply (eq_eq _ (pd (at1 t j) (fun t' => rsum N (fun i => (y i - t' i) ^ 2) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 t j) (fun t' => rsum N (fun i => (y i - t' i) ^ 2)) / INR N) _).
  { rule (shared_5 j). }
  apply (eq_eq _ (rsum N (fun k => - (2 * (y k - t k) * delta k j)) / INR N) _).
  { rule (shared_6 j). }
  apply (eq_eq _ (- (2 * (y j - t j) / INR N)) _).
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

(* definition of ℒ *)
Lemma gradient_1_unfold :
  pd (at1 y i) (fun y' => L_of N y' t)
  = pd (at1 y i) (fun y' => rsum N (fun k => (y' k - t k) ^ 2) / INR N).
Proof.
  apply (eq_eq _ (pd (at1 y i) (fun y' => rsum N (fun i' => (y' i' - t i') ^ 2) / INR N)) _); [ | same ].
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma gradient_2_diff_scale :
  pd (at1 y i) (fun y' => rsum N (fun k => (y' k - t k) ^ 2) / INR N)
  = pd (at1 y i) (fun y' => rsum N (fun k => (y' k - t k) ^ 2)) / INR N.
Proof.
  rule_same (shared_1 i).
Qed.

(* differentiate under the sum; power rule; ∂y_k/∂y_i = δ_ki *)
Lemma gradient_3_diff_sum :
  pd (at1 y i) (fun y' => rsum N (fun k => (y' k - t k) ^ 2)) / INR N
  = rsum N (fun k => 2 * (y k - t k) * delta k i) / INR N.
Proof.
  rule_same (shared_2 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma gradient_4_sum_delta :
  rsum N (fun k => 2 * (y k - t k) * delta k i) / INR N
  = 2 * (y i - t i) / INR N.
Proof.
  rule (shared_3 i).
Qed.

Theorem gradient :
  is_pd (at1 y i) (fun y' => L_of N y' t)
  (2 * (y i - t i) / INR N).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_scale (eq_eq _ _ _ gradient_3_diff_sum gradient_4_sum_delta))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at1 y i) (fun y' => L_of N y' t)
  (2 * (y i - t i) / INR N)).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun i' => (Formula.Pow (Formula.Sub (Formula.V (i')) (Formula.C (t i'))) 2))) (Formula.C (INR N)))).
Defined.
End gradient.

(** * Hessian *)

Section hessian.
Variables (i j : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < N)%nat.

(* put in ∂ℒ/∂y_i *)
Lemma hessian_1_lemma :
  pd (at1 y j) (fun y' => pd (at1 y' i) (fun y'' => L_of N y'' t))
  = pd (at1 y j) (fun y' => 2 * (y' i - t i) / INR N).
Proof.
  apply pd_ext.
  intros y'; cbv beta.
  apply (eq_eq _ (pd (at1 y' i) (fun y'' => rsum N (fun i' => (y'' i' - t i') ^ 2) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 y' i) (fun y'' => rsum N (fun k => (y'' k - t k) ^ 2) / INR N)) _); [ same | ].
  apply (eq_eq _ (pd (at1 y' i) (fun y'' => 1 / INR N * rsum N (fun k => (y'' k - t k) ^ 2))) _).
  { apply pd_ext.
    intros y''; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 y' i) (fun y'' => 1 / INR N * rsum N (fun k => (y'' k - t k) ^ 2))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 y' i) (fun y'' => rsum N (fun k => (y'' k - t k) ^ 2))) _).
  { assert (pd (at1 y' i) (fun y'' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 y' i) (fun y'' => 1 / INR N) (fun y'' => rsum N (fun k => (y'' k - t k) ^ 2))). }
  apply (eq_eq _ (pd (at1 y' i) (fun y'' => rsum N (fun k => (y'' k - t k) ^ 2)) / INR N) _).
  { fractions. }
  apply (eq_eq _ (rsum N (fun k => 2 * (y' k - t k) ^ 1 * (delta k i + 0)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => pd (at1 y' i) (fun y'' => (y'' k - t k) ^ 2))) _).
    { rule (diff_sum (at1 y' i) N (fun l y'' => (y'' l - t l) ^ 2) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (2 * (y' k - t k) ^ 1 * pd (at1 y' i) (fun y'' => y'' k - t k)) _).
    { assert (pd (at1 y' i) (fun y'' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 y' i) (fun y'' => y'' k - t k) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (pd (at1 y' i) (fun y'' => y'' k) + pd (at1 y' i) (fun y'' => - t k)) _).
    { rule (diff_add (at1 y' i) (fun y'' => y'' k) (fun y'' => - t k)). }
    refine (f_equal2 Rplus _ _).
    { apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum N (fun k => 2 * (y' k - t k) * delta k i) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply rsum_ext; intros k ?; cbv beta.
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
    { arith. }
    arith. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum N (fun k => delta k i * 2 * (y' k - t k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta N (fun k => 2 * (y' k - t k)) i).
Qed.

(* a constant factor stays in front; ∂y_i/∂y_j = δ_ij *)
Lemma hessian_2_diff_scale :
  pd (at1 y j) (fun y' => 2 * (y' i - t i) / INR N)
  = 2 * delta i j / INR N.
Proof.
  apply (eq_eq _ (pd (at1 y j) (fun y' => 1 / INR N * 2 * (y' i - t i))) _).
  { apply pd_ext.
    intros y'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 y j) (fun y' => 1 / INR N * 2 * (y' i - t i))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * 2 * pd (at1 y j) (fun y' => y' i - t i)) _).
  { assert (pd (at1 y j) (fun y' => 1 / INR N * 2) = 0).
    { apply constant. }
    rule_same (diff_scale (at1 y j) (fun y' => 1 / INR N * 2) (fun y' => y' i - t i)). }
  apply (eq_eq _ (1 / INR N * 2 * (delta i j + 0)) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (pd (at1 y j) (fun y' => y' i) + pd (at1 y j) (fun y' => - t i)) _).
    { rule (diff_add (at1 y j) (fun y' => y' i) (fun y' => - t i)). }
    refine (f_equal2 Rplus _ _).
    { apply variable1. }
    apply constant. }
  apply (eq_eq _ (1 / INR N * 2 * delta i j) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    arith. }
  fractions.
Qed.

Theorem hessian :
  is_pd (at1 y j) (fun y' => pd (at1 y' i) (fun y'' => L_of N y'' t))
  (2 * delta i j / INR N).
Proof.
  apply is_pd_intro.
  { apply (ex_ext (at1 y j) (fun y' => 2 * (y' i - t i) / INR N)).
    { intros y'; cbv beta.
      symmetry.
      apply (eq_eq _ (pd (at1 y' i) (fun y'' => rsum N (fun i' => (y'' i' - t i') ^ 2) / INR N)) _).
      { reflexivity. }
      apply (eq_eq _ (pd (at1 y' i) (fun y'' => rsum N (fun k => (y'' k - t k) ^ 2) / INR N)) _); [ same | ].
      apply (eq_eq _ (pd (at1 y' i) (fun y'' => 1 / INR N * rsum N (fun k => (y'' k - t k) ^ 2))) _).
      { apply pd_ext.
        intros y''; cbv beta.
        fractions. }
      apply (eq_eq _ (pd (at1 y' i) (fun y'' => 1 / INR N * rsum N (fun k => (y'' k - t k) ^ 2))) _).
      { reflexivity. }
      apply (eq_eq _ (1 / INR N * pd (at1 y' i) (fun y'' => rsum N (fun k => (y'' k - t k) ^ 2))) _).
      { assert (pd (at1 y' i) (fun y'' => 1 / INR N) = 0).
        { apply constant. }
        rule (diff_scale (at1 y' i) (fun y'' => 1 / INR N) (fun y'' => rsum N (fun k => (y'' k - t k) ^ 2))). }
      apply (eq_eq _ (pd (at1 y' i) (fun y'' => rsum N (fun k => (y'' k - t k) ^ 2)) / INR N) _).
      { fractions. }
      apply (eq_eq _ (rsum N (fun k => 2 * (y' k - t k) ^ 1 * (delta k i + 0)) / INR N) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (rsum N (fun k => pd (at1 y' i) (fun y'' => (y'' k - t k) ^ 2))) _).
        { rule (diff_sum (at1 y' i) N (fun l y'' => (y'' l - t l) ^ 2) (fun k => true)). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (2 * (y' k - t k) ^ 1 * pd (at1 y' i) (fun y'' => y'' k - t k)) _).
        { assert (pd (at1 y' i) (fun y'' => 2) = 0).
          { apply constant. }
          assert (2 = 1 + 1).
          { arith. }
          rule (diff_pow_int (at1 y' i) (fun y'' => y'' k - t k) 2%nat 1%nat 2). }
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        apply (eq_eq _ (pd (at1 y' i) (fun y'' => y'' k) + pd (at1 y' i) (fun y'' => - t k)) _).
        { rule (diff_add (at1 y' i) (fun y'' => y'' k) (fun y'' => - t k)). }
        refine (f_equal2 Rplus _ _).
        { apply variable1. }
        apply constant. }
      apply (eq_eq _ (rsum N (fun k => 2 * (y' k - t k) * delta k i) / INR N) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        apply rsum_ext; intros k ?; cbv beta.
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) _).
        { arith. }
        arith. }
      refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (rsum N (fun k => delta k i * 2 * (y' k - t k))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule_same (sum_delta N (fun k => 2 * (y' k - t k)) i). }
    dex. }
  exact (eq_eq _ _ _ hessian_1_lemma hessian_2_diff_scale).
Qed.
End hessian.

(** * Derivative of L by y *)

Section derivative_L_y.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.

(* definition of ℒ *)
Lemma derivative_L_y_1_unfold :
  pd (at1 y j) (fun y' => L_of N y' t)
  = pd (at1 y j) (fun y' => rsum N (fun i => (y' i - t i) ^ 2) / INR N).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_y_2_diff_scale :
  pd (at1 y j) (fun y' => rsum N (fun i => (y' i - t i) ^ 2) / INR N)
  = pd (at1 y j) (fun y' => rsum N (fun i => (y' i - t i) ^ 2)) / INR N.
Proof.
  rule (shared_1 j).
Qed.

(* differentiate under the sum; power rule; ∂y_k/∂y_j = δ_kj *)
Lemma derivative_L_y_3_diff_sum :
  pd (at1 y j) (fun y' => rsum N (fun i => (y' i - t i) ^ 2)) / INR N
  = rsum N (fun k => 2 * (y k - t k) * delta k j) / INR N.
Proof.
  rule (shared_2 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_y_4_sum_delta :
  rsum N (fun k => 2 * (y k - t k) * delta k j) / INR N
  = 2 * (y j - t j) / INR N.
Proof.
  rule (shared_3 j).
Qed.

Theorem derivative_L_y :
  is_pd (at1 y j) (fun y' => L_of N y' t)
  (2 * (y j - t j) / INR N).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_y_1_unfold (eq_eq _ _ _ derivative_L_y_2_diff_scale (eq_eq _ _ _ derivative_L_y_3_diff_sum derivative_L_y_4_sum_delta))).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_L_y_outright : option (
  is_pd (at1 y j) (fun y' => L_of N y' t)
  (2 * (y j - t j) / INR N)).
Proof.
  attempt "derivative_L_y" as (gradient_outright j) or Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun i => (Formula.Pow (Formula.Sub (Formula.V (i)) (Formula.C (t i))) 2))) (Formula.C (INR N)))).
Defined.
End derivative_L_y.

(** * VJP of L for y *)

Section vjp_L_y.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.

(* put in ∂ℒ/∂y_j *)
Lemma vjp_L_y_1_lemma :
  L_bar * pd (at1 y j) (fun y' => L_of N y' t)
  = L_bar * (2 * (y j - t j) / INR N).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_4 j).
Qed.

(* rearrange *)
Lemma vjp_L_y_2_ring :
  L_bar * (2 * (y j - t j) / INR N)
  = 2 * L_bar * (y j - t j) / INR N.
Proof.
  apply (eq_eq _ (- (2 * L_bar * t j / INR N) + 2 * L_bar * y j / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem vjp_L_y :
  is_pd (at1 y j) (fun y' => L_bar * L_of N y' t)
  (2 * L_bar * (y j - t j) / INR N).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 y j) (fun y' => L_of N y' t)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_y_1_lemma vjp_L_y_2_ring).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_L_y_outright : option (
  is_pd (at1 y j) (fun y' => L_bar * L_of N y' t)
  (2 * L_bar * (y j - t j) / INR N)).
Proof.
  attempt "vjp_L_y" times (gradient_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Div (Formula.Sum N (fun i => (Formula.Pow (Formula.Sub (Formula.V (i)) (Formula.C (t i))) 2))) (Formula.C (INR N))))).
Defined.
End vjp_L_y.

(** * JVP of L for y *)

Section jvp_L_y.

(* put in ∂ℒ/∂y_j *)
Lemma jvp_L_y_1_lemma :
  rsum N (fun j => pd (at1 y j) (fun y' => L_of N y' t) * y_dot j)
  = rsum N (fun j => 2 * (y j - t j) / INR N * y_dot j).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_4 j).
Qed.

Theorem jvp_L_y :
  is_pd (at0 0) (fun t' => L_of N (line1 y y_dot t') t)
  (rsum N (fun j => 2 * (y j - t j) / INR N * y_dot j)).
Proof.
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

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_y_outright : option (
  is_pd (at0 0) (fun t' => L_of N (line1 y y_dot t') t)
  (rsum N (fun j => 2 * (y j - t j) / INR N * y_dot j))).
Proof.
  attempt "jvp_L_y" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 y) (Formula.flat1 y_dot) (Formula.Div (Formula.Sum N (fun i => (Formula.Pow (Formula.Sub (Formula.V (i)) (Formula.C (t i))) 2))) (Formula.C (INR N)))).
Defined.
End jvp_L_y.

(** * Derivative of L by t *)

Section derivative_L_t.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.

(* definition of ℒ *)
Lemma derivative_L_t_1_unfold :
  pd (at1 t j) (fun t' => L_of N y t')
  = pd (at1 t j) (fun t' => rsum N (fun i => (y i - t' i) ^ 2) / INR N).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_t_2_diff_scale :
  pd (at1 t j) (fun t' => rsum N (fun i => (y i - t' i) ^ 2) / INR N)
  = pd (at1 t j) (fun t' => rsum N (fun i => (y i - t' i) ^ 2)) / INR N.
Proof.
  rule (shared_5 j).
Qed.

(* differentiate under the sum; power rule; ∂t_k/∂t_j = δ_kj *)
Lemma derivative_L_t_3_diff_sum :
  pd (at1 t j) (fun t' => rsum N (fun i => (y i - t' i) ^ 2)) / INR N
  = rsum N (fun k => - (2 * (y k - t k) * delta k j)) / INR N.
Proof.
  rule (shared_6 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_t_4_sum_delta :
  rsum N (fun k => - (2 * (y k - t k) * delta k j)) / INR N
  = - (2 * (y j - t j) / INR N).
Proof.
  rule (shared_7 j).
Qed.

(* rearrange *)
Lemma derivative_L_t_5_ring :
  - (2 * (y j - t j) / INR N)
  = 2 * (t j - y j) / INR N.
Proof.
  rule (shared_8 j).
Qed.

Theorem derivative_L_t :
  is_pd (at1 t j) (fun t' => L_of N y t')
  (2 * (t j - y j) / INR N).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_t_1_unfold (eq_eq _ _ _ derivative_L_t_2_diff_scale (eq_eq _ _ _ derivative_L_t_3_diff_sum (eq_eq _ _ _ derivative_L_t_4_sum_delta derivative_L_t_5_ring)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_t_outright : option (
  is_pd (at1 t j) (fun t' => L_of N y t')
  (2 * (t j - y j) / INR N)).
Proof.
  attempt "derivative_L_t" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun i => (Formula.Pow (Formula.Sub (Formula.C (y i)) (Formula.V (i))) 2))) (Formula.C (INR N)))).
Defined.
End derivative_L_t.

(** * VJP of L for t *)

Section vjp_L_t.
Variables (j : nat).
Hypothesis j_in : (j < N)%nat.

(* put in ∂ℒ/∂t_j *)
Lemma vjp_L_t_1_lemma :
  L_bar * pd (at1 t j) (fun t' => L_of N y t')
  = L_bar * (2 * (t j - y j) / INR N).
Proof.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_9 j).
Qed.

(* rearrange *)
Lemma vjp_L_t_2_ring :
  L_bar * (2 * (t j - y j) / INR N)
  = 2 * L_bar * (t j - y j) / INR N.
Proof.
  apply (eq_eq _ (2 * L_bar * t j / INR N - 2 * L_bar * y j / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem vjp_L_t :
  is_pd (at1 t j) (fun t' => L_bar * L_of N y t')
  (2 * L_bar * (t j - y j) / INR N).
Proof.
  apply (is_pd_eq _ _ (L_bar * pd (at1 t j) (fun t' => L_of N y t')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_t_1_lemma vjp_L_t_2_ring).
Qed.

(* the same by the differentiator, by what it found for derivative_L_t or else anew *)
Definition vjp_L_t_outright : option (
  is_pd (at1 t j) (fun t' => L_bar * L_of N y t')
  (2 * L_bar * (t j - y j) / INR N)).
Proof.
  attempt "vjp_L_t" times (derivative_L_t_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Div (Formula.Sum N (fun i => (Formula.Pow (Formula.Sub (Formula.C (y i)) (Formula.V (i))) 2))) (Formula.C (INR N))))).
Defined.
End vjp_L_t.

(** * JVP of L for t *)

Section jvp_L_t.

(* put in ∂ℒ/∂t_j *)
Lemma jvp_L_t_1_lemma :
  rsum N (fun j => pd (at1 t j) (fun t' => L_of N y t') * t_dot j)
  = rsum N (fun j => 2 * (t j - y j) / INR N * t_dot j).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_9 j).
Qed.

Theorem jvp_L_t :
  is_pd (at0 0) (fun t' => L_of N y (line1 t t_dot t'))
  (rsum N (fun j => 2 * (t j - y j) / INR N * t_dot j)).
Proof.
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

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_t_outright : option (
  is_pd (at0 0) (fun t' => L_of N y (line1 t t_dot t'))
  (rsum N (fun j => 2 * (t j - y j) / INR N * t_dot j))).
Proof.
  attempt "jvp_L_t" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 t) (Formula.flat1 t_dot) (Formula.Div (Formula.Sum N (fun i => (Formula.Pow (Formula.Sub (Formula.C (y i)) (Formula.V (i))) 2))) (Formula.C (INR N)))).
Defined.
End jvp_L_t.
End mean_squared_error_theory.
