(* made by derive, do not edit *)
(* Soft margin loss

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition L_of (N : nat) (t : nat -> R) (x : nat -> R) : R :=
  rsum N (fun n => ln (1 + exp (- (t n * x n)))) / INR N.
#[local] Hint Unfold L_of : definitions.

Section soft_margin_theory.
Variable (N : nat).
Variable (L_bar : R).
Variables (x t x_dot t_dot : nat -> R).
Hypothesis N_positive : (0 < N)%nat.
Local Notation L := (L_of N t x).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 x i) (fun x' => rsum N (fun n => ln (1 + exp (- (t n * x' n)))) / INR N) = pd (at1 x i) (fun x' => rsum N (fun n => ln (1 + exp (- (t n * x' n))))) / INR N.
Proof.
  intros i ?.
  assert ((forall n, (n < N)%nat -> 0 < 1 + exp (- (t n * x n)))).
  { intros n ?.
    sgn. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / INR N * rsum N (fun n => ln (1 + exp (- (t n * x' n)))))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / INR N * rsum N (fun n => ln (1 + exp (- (t n * x' n)))))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 x i) (fun x' => rsum N (fun n => ln (1 + exp (- (t n * x' n)))))) _).
  { assert (pd (at1 x i) (fun x' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 x i) (fun x' => 1 / INR N) (fun x' => rsum N (fun n => ln (1 + exp (- (t n * x' n)))))). }
  fractions.
Qed.

Lemma shared_2 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 x i) (fun x' => rsum N (fun n => ln (1 + exp (- (t n * x' n))))) / INR N = rsum N (fun k => - (exp (- (t k * x k)) * t k * delta k i / (1 + exp (- (t k * x k))))) / INR N.
Proof.
  intros i ?.
  assert ((forall n, (n < N)%nat -> 0 < 1 + exp (- (t n * x n)))).
  { intros n ?.
    sgn. }
  apply (eq_eq _ (rsum N (fun k => 1 / (1 + exp (- (t k * x k))) * (0 + exp (- (t k * x k)) * (- (t k * delta k i)))) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 x i) (fun x' => rsum N (fun k => ln (1 + exp (- (t k * x' k)))))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 x i) (fun x' => ln (1 + exp (- (t k * x' k)))))) _).
    { rule (diff_sum (at1 x i) N (fun k x' => ln (1 + exp (- (t k * x' k)))) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (1 / (1 + exp (- (t k * x k))) * pd (at1 x i) (fun x' => 1 + exp (- (t k * x' k)))) _).
    { rule (diff_log (at1 x i) (fun x' => 1 + exp (- (t k * x' k)))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x i) (fun x' => 1) + pd (at1 x i) (fun x' => exp (- (t k * x' k)))) _).
    { rule (diff_add (at1 x i) (fun x' => 1) (fun x' => exp (- (t k * x' k)))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (- (t k * x k)) * pd (at1 x i) (fun x' => - (t k * x' k))) _).
    { rule (diff_exp (at1 x i) (fun x' => - (t k * x' k))). }
    refine (f_equal2 Rmult eq_refl _).
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
    apply variable1. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (1 / (1 + exp (- (t k * x k))) * (- (exp (- (t k * x k)) * t k * delta k i))) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (0 - exp (- (t k * x k)) * t k * delta k i) _).
    { refine (f_equal2 Rplus eq_refl _).
      arith. }
    arith. }
  fractions.
Qed.

Lemma shared_3 :
  forall i : nat,
  (i < N)%nat ->
  rsum N (fun k => - (exp (- (t k * x k)) * t k * delta k i / (1 + exp (- (t k * x k))))) / INR N = - (exp (- (t i * x i)) * t i / ((1 + exp (- (t i * x i))) * INR N)).
Proof.
  intros i ?.
  apply (eq_eq _ (- (exp (- (t i * x i)) * t i / (1 + exp (- (t i * x i))) / INR N)) _).
  { apply (eq_eq _ ((- (exp (- (t i * x i)) * t i / (1 + exp (- (t i * x i))))) / INR N) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => delta k i * (- (exp (- (t k * x k)) * t k / (1 + exp (- (t k * x k))))))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_delta N (fun k => - (exp (- (t k * x k)) * t k / (1 + exp (- (t k * x k))))) i). }
  refine (f_equal Ropp _).
  fractions.
Qed.

Lemma shared_4 :
  forall i : nat,
  (i < N)%nat ->
  - (exp (- (t i * x i)) * t i / ((1 + exp (- (t i * x i))) * INR N)) = - (t i / (INR N * (1 + exp (t i * x i)))).
Proof.
  intros i ?.
  assert (1 + exp (t i * x i) <> 0).
  { sgn. }
  assert (INR N <> 0).
  { sgn. }
  assert (1 + 1 / exp (t i * x i) <> 0).
  { sgn. }
  assert (exp (t i * x i) <> 0).
  { sgn. }
  apply (eq_eq _ (- (1 / exp (t i * x i) * t i / ((1 + 1 / exp (t i * x i)) * INR N))) _).
  { refine (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult (f_equal2 Rplus eq_refl _) eq_refl))).
    { rule (exp_neg (t i * x i)). }
    rule (exp_neg (t i * x i)). }
  apply (eq_eq _ (- (t i / (INR N * (1 + exp (t i * x i))))) _).
  { cancel. }
  reflexivity.
Qed.

Lemma shared_5 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 t i) (fun t' => rsum N (fun n => ln (1 + exp (- (t' n * x n)))) / INR N) = pd (at1 t i) (fun t' => rsum N (fun n => ln (1 + exp (- (t' n * x n))))) / INR N.
Proof.
  intros i ?.
  assert ((forall n, (n < N)%nat -> 0 < 1 + exp (- (t n * x n)))).
  { intros n ?.
    sgn. }
  apply (eq_eq _ (pd (at1 t i) (fun t' => 1 / INR N * rsum N (fun n => ln (1 + exp (- (t' n * x n)))))) _).
  { apply pd_ext.
    intros t'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 t i) (fun t' => 1 / INR N * rsum N (fun n => ln (1 + exp (- (t' n * x n)))))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 t i) (fun t' => rsum N (fun n => ln (1 + exp (- (t' n * x n)))))) _).
  { assert (pd (at1 t i) (fun t' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 t i) (fun t' => 1 / INR N) (fun t' => rsum N (fun n => ln (1 + exp (- (t' n * x n)))))). }
  fractions.
Qed.

Lemma shared_6 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 t i) (fun t' => rsum N (fun n => ln (1 + exp (- (t' n * x n))))) / INR N = rsum N (fun k => - (exp (- (t k * x k)) * x k * delta k i / (1 + exp (- (t k * x k))))) / INR N.
Proof.
  intros i ?.
  assert ((forall n, (n < N)%nat -> 0 < 1 + exp (- (t n * x n)))).
  { intros n ?.
    sgn. }
  apply (eq_eq _ (rsum N (fun k => 1 / (1 + exp (- (t k * x k))) * (0 + exp (- (t k * x k)) * (- (x k * delta k i)))) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 t i) (fun t' => rsum N (fun k => ln (1 + exp (- (t' k * x k)))))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 t i) (fun t' => ln (1 + exp (- (t' k * x k)))))) _).
    { rule (diff_sum (at1 t i) N (fun k t' => ln (1 + exp (- (t' k * x k)))) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (1 / (1 + exp (- (t k * x k))) * pd (at1 t i) (fun t' => 1 + exp (- (t' k * x k)))) _).
    { rule (diff_log (at1 t i) (fun t' => 1 + exp (- (t' k * x k)))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 t i) (fun t' => 1) + pd (at1 t i) (fun t' => exp (- (t' k * x k)))) _).
    { rule (diff_add (at1 t i) (fun t' => 1) (fun t' => exp (- (t' k * x k)))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (- (t k * x k)) * pd (at1 t i) (fun t' => - (t' k * x k))) _).
    { rule (diff_exp (at1 t i) (fun t' => - (t' k * x k))). }
    refine (f_equal2 Rmult eq_refl _).
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
  apply (eq_eq _ (1 / (1 + exp (- (t k * x k))) * (- (exp (- (t k * x k)) * x k * delta k i))) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (0 - exp (- (t k * x k)) * x k * delta k i) _).
    { refine (f_equal2 Rplus eq_refl _).
      arith. }
    arith. }
  fractions.
Qed.

Lemma shared_7 :
  forall i : nat,
  (i < N)%nat ->
  rsum N (fun k => - (exp (- (t k * x k)) * x k * delta k i / (1 + exp (- (t k * x k))))) / INR N = - (exp (- (t i * x i)) * x i / ((1 + exp (- (t i * x i))) * INR N)).
Proof.
  intros i ?.
  apply (eq_eq _ (- (exp (- (t i * x i)) * x i / (1 + exp (- (t i * x i))) / INR N)) _).
  { apply (eq_eq _ ((- (exp (- (t i * x i)) * x i / (1 + exp (- (t i * x i))))) / INR N) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => delta k i * (- (exp (- (t k * x k)) * x k / (1 + exp (- (t k * x k))))))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_delta N (fun k => - (exp (- (t k * x k)) * x k / (1 + exp (- (t k * x k))))) i). }
  refine (f_equal Ropp _).
  fractions.
Qed.

Lemma shared_8 :
  forall i : nat,
  (i < N)%nat ->
  - (exp (- (t i * x i)) * x i / ((1 + exp (- (t i * x i))) * INR N)) = - (x i / (INR N * (1 + exp (t i * x i)))).
Proof.
  intros i ?.
  assert (1 + exp (t i * x i) <> 0).
  { sgn. }
  assert (INR N <> 0).
  { sgn. }
  assert (1 + 1 / exp (t i * x i) <> 0).
  { sgn. }
  assert (exp (t i * x i) <> 0).
  { sgn. }
  apply (eq_eq _ (- (1 / exp (t i * x i) * x i / ((1 + 1 / exp (t i * x i)) * INR N))) _).
  { refine (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult (f_equal2 Rplus eq_refl _) eq_refl))).
    { rule (exp_neg (t i * x i)). }
    rule (exp_neg (t i * x i)). }
  apply (eq_eq _ (- (x i / (INR N * (1 + exp (t i * x i))))) _).
  { cancel. }
  reflexivity.
Qed.

Lemma shared_9 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 t i) (fun t' => L_of N t' x) = - (x i / (INR N * (1 + exp (t i * x i)))).
Proof.
  intros i ?.
  apply (eq_eq _ (pd (at1 t i) (fun t' => rsum N (fun n => ln (1 + exp (- (t' n * x n)))) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 t i) (fun t' => rsum N (fun n => ln (1 + exp (- (t' n * x n))))) / INR N) _).
  { rule (shared_5 i). }
  apply (eq_eq _ (rsum N (fun k => - (exp (- (t k * x k)) * x k * delta k i / (1 + exp (- (t k * x k))))) / INR N) _).
  { rule (shared_6 i). }
  apply (eq_eq _ (- (exp (- (t i * x i)) * x i / ((1 + exp (- (t i * x i))) * INR N))) _).
  { rule (shared_7 i). }
  rule (shared_8 i).
Qed.

Lemma shared_10 :
  forall i : nat,
  (i < N)%nat ->
  pd (at1 x i) (fun x' => L_of N t x') = - (t i / (INR N * (1 + exp (t i * x i)))).
Proof.
  intros i ?.
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum N (fun n => ln (1 + exp (- (t n * x' n)))) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum N (fun n => ln (1 + exp (- (t n * x' n))))) / INR N) _).
  { rule (shared_1 i). }
  apply (eq_eq _ (rsum N (fun k => - (exp (- (t k * x k)) * t k * delta k i / (1 + exp (- (t k * x k))))) / INR N) _).
  { rule (shared_2 i). }
  apply (eq_eq _ (- (exp (- (t i * x i)) * t i / ((1 + exp (- (t i * x i))) * INR N))) _).
  { rule (shared_3 i). }
  rule (shared_4 i).
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
Variables (n : nat).
Hypothesis n_in : (n < N)%nat.

(* definition of ℒ *)
Lemma gradient_1_unfold :
  pd (at1 x n) (fun x' => L_of N t x')
  = pd (at1 x n) (fun x' => rsum N (fun k => ln (1 + exp (- (t k * x' k)))) / INR N).
Proof.
  assert ((forall n', (n' < N)%nat -> 0 < 1 + exp (- (t n' * x n')))).
  { intros n' ?.
    sgn. }
  apply (eq_eq _ (pd (at1 x n) (fun x' => rsum N (fun n' => ln (1 + exp (- (t n' * x' n')))) / INR N)) _); [ | same ].
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma gradient_2_diff_scale :
  pd (at1 x n) (fun x' => rsum N (fun k => ln (1 + exp (- (t k * x' k)))) / INR N)
  = pd (at1 x n) (fun x' => rsum N (fun k => ln (1 + exp (- (t k * x' k))))) / INR N.
Proof.
  rule_same (shared_1 n).
Qed.

(* differentiate under the sum; derivative of log, chain rule; derivative of exp, chain rule; ∂x_k/∂x_n = δ_kn *)
Lemma gradient_3_diff_sum :
  pd (at1 x n) (fun x' => rsum N (fun k => ln (1 + exp (- (t k * x' k))))) / INR N
  = rsum N (fun k => - (exp (- (t k * x k)) * t k * delta k n / (1 + exp (- (t k * x k))))) / INR N.
Proof.
  rule_same (shared_2 n).
Qed.

(* factor; the delta keeps one term of the sum *)
Lemma gradient_4_sum_delta :
  rsum N (fun k => - (exp (- (t k * x k)) * t k * delta k n / (1 + exp (- (t k * x k))))) / INR N
  = - (exp (- (t n * x n)) * t n / ((1 + exp (- (t n * x n))) * INR N)).
Proof.
  rule (shared_3 n).
Qed.

(* a negative exponent is a reciprocal *)
Lemma gradient_5_exp_neg :
  - (exp (- (t n * x n)) * t n / ((1 + exp (- (t n * x n))) * INR N))
  = - (t n / (INR N * (1 + exp (t n * x n)))).
Proof.
  rule (shared_4 n).
Qed.

Lemma gradient_needs_1 :
  (forall k, (k < N)%nat -> 0 < 1 + exp (- (t k * x k))).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem gradient :
  is_pd (at1 x n) (fun x' => L_of N t x')
  (- (t n / (INR N * (1 + exp (t n * x n))))).
Proof.
  pose proof gradient_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_scale (eq_eq _ _ _ gradient_3_diff_sum (eq_eq _ _ _ gradient_4_sum_delta gradient_5_exp_neg)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at1 x n) (fun x' => L_of N t x')
  (- (t n / (INR N * (1 + exp (t n * x n)))))).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun n' => (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Mul (Formula.C (t n')) (Formula.V (n'))))))))) (Formula.C (INR N)))).
Defined.
End gradient.

(** * Derivative of L by t *)

Section derivative_L_t.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* definition of ℒ *)
Lemma derivative_L_t_1_unfold :
  pd (at1 t i) (fun t' => L_of N t' x)
  = pd (at1 t i) (fun t' => rsum N (fun n => ln (1 + exp (- (t' n * x n)))) / INR N).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_t_2_diff_scale :
  pd (at1 t i) (fun t' => rsum N (fun n => ln (1 + exp (- (t' n * x n)))) / INR N)
  = pd (at1 t i) (fun t' => rsum N (fun n => ln (1 + exp (- (t' n * x n))))) / INR N.
Proof.
  rule (shared_5 i).
Qed.

(* differentiate under the sum; derivative of log, chain rule; derivative of exp, chain rule; ∂t_k/∂t_i = δ_ki *)
Lemma derivative_L_t_3_diff_sum :
  pd (at1 t i) (fun t' => rsum N (fun n => ln (1 + exp (- (t' n * x n))))) / INR N
  = rsum N (fun k => - (exp (- (t k * x k)) * x k * delta k i / (1 + exp (- (t k * x k))))) / INR N.
Proof.
  rule (shared_6 i).
Qed.

(* factor; the delta keeps one term of the sum *)
Lemma derivative_L_t_4_sum_delta :
  rsum N (fun k => - (exp (- (t k * x k)) * x k * delta k i / (1 + exp (- (t k * x k))))) / INR N
  = - (exp (- (t i * x i)) * x i / ((1 + exp (- (t i * x i))) * INR N)).
Proof.
  rule (shared_7 i).
Qed.

(* a negative exponent is a reciprocal *)
Lemma derivative_L_t_5_exp_neg :
  - (exp (- (t i * x i)) * x i / ((1 + exp (- (t i * x i))) * INR N))
  = - (x i / (INR N * (1 + exp (t i * x i)))).
Proof.
  rule (shared_8 i).
Qed.

Lemma derivative_L_t_needs_1 :
  (forall n, (n < N)%nat -> 0 < 1 + exp (- (t n * x n))).
Proof.
  intros n ?.
  sgn.
Qed.

Theorem derivative_L_t :
  is_pd (at1 t i) (fun t' => L_of N t' x)
  (- (x i / (INR N * (1 + exp (t i * x i))))).
Proof.
  pose proof derivative_L_t_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_t_1_unfold (eq_eq _ _ _ derivative_L_t_2_diff_scale (eq_eq _ _ _ derivative_L_t_3_diff_sum (eq_eq _ _ _ derivative_L_t_4_sum_delta derivative_L_t_5_exp_neg)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_L_t_outright : option (
  is_pd (at1 t i) (fun t' => L_of N t' x)
  (- (x i / (INR N * (1 + exp (t i * x i)))))).
Proof.
  attempt "derivative_L_t" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun n => (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Mul (Formula.V (n)) (Formula.C (x n))))))))) (Formula.C (INR N)))).
Defined.
End derivative_L_t.

(** * VJP of L for t *)

Section vjp_L_t.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* put in ∂ℒ/∂t_i *)
Lemma vjp_L_t_1_lemma :
  L_bar * pd (at1 t i) (fun t' => L_of N t' x)
  = L_bar * (- (x i / (INR N * (1 + exp (t i * x i))))).
Proof.
  assert ((forall n, (n < N)%nat -> 0 < 1 + exp (- (t n * x n)))).
  { intros n ?.
    sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_9 i).
Qed.

(* rearrange *)
Lemma vjp_L_t_2_ring :
  L_bar * (- (x i / (INR N * (1 + exp (t i * x i)))))
  = - (L_bar * x i / (INR N * (1 + exp (t i * x i)))).
Proof.
  apply (eq_eq _ (- (L_bar * x i / (INR N * (1 + exp (t i * x i))))) _).
  { fractions. }
  reflexivity.
Qed.

Lemma vjp_L_t_needs_1 :
  (forall n, (n < N)%nat -> 0 < 1 + exp (- (t n * x n))).
Proof.
  intros n ?.
  sgn.
Qed.

Theorem vjp_L_t :
  is_pd (at1 t i) (fun t' => L_bar * L_of N t' x)
  (- (L_bar * x i / (INR N * (1 + exp (t i * x i))))).
Proof.
  pose proof vjp_L_t_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 t i) (fun t' => L_of N t' x)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_t_1_lemma vjp_L_t_2_ring).
Qed.

(* the same by the differentiator, by what it found for derivative_L_t or else anew *)
Definition vjp_L_t_outright : option (
  is_pd (at1 t i) (fun t' => L_bar * L_of N t' x)
  (- (L_bar * x i / (INR N * (1 + exp (t i * x i)))))).
Proof.
  attempt "vjp_L_t" times (derivative_L_t_outright i) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Div (Formula.Sum N (fun n => (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Mul (Formula.V (n)) (Formula.C (x n))))))))) (Formula.C (INR N))))).
Defined.
End vjp_L_t.

(** * JVP of L for t *)

Section jvp_L_t.

(* put in ∂ℒ/∂t_i *)
Lemma jvp_L_t_1_lemma :
  rsum N (fun i => pd (at1 t i) (fun t' => L_of N t' x) * t_dot i)
  = rsum N (fun i => - (x i / (INR N * (1 + exp (t i * x i))) * t_dot i)).
Proof.
  assert ((forall n, (n < N)%nat -> 0 < 1 + exp (- (t n * x n)))).
  { intros n ?.
    sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((- (x i / (INR N * (1 + exp (t i * x i))))) * t_dot i) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_9 i).
Qed.

Lemma jvp_L_t_needs_1 :
  (forall n, (n < N)%nat -> 0 < 1 + exp (- (t n * x n))).
Proof.
  intros n ?.
  sgn.
Qed.

Theorem jvp_L_t :
  is_pd (at0 0) (fun t' => L_of N (line1 t t_dot t') x)
  (rsum N (fun i => - (x i / (INR N * (1 + exp (t i * x i))) * t_dot i))).
Proof.
  pose proof jvp_L_t_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun i => pd (at1 t i) (fun t' => L_of N t' x) * t_dot i)) _).
  { apply (eq_eq _ (rsum N (fun i => pd (at1 t i) (fun t'' => L_of N t'' x) * t_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) N t (fun t'' => L_of N t'' x) (fun t' => (line1 t t_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_t_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_t_outright : option (
  is_pd (at0 0) (fun t' => L_of N (line1 t t_dot t') x)
  (rsum N (fun i => - (x i / (INR N * (1 + exp (t i * x i))) * t_dot i)))).
Proof.
  attempt "jvp_L_t" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 t) (Formula.flat1 t_dot) (Formula.Div (Formula.Sum N (fun n => (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Mul (Formula.V (n)) (Formula.C (x n))))))))) (Formula.C (INR N)))).
Defined.
End jvp_L_t.

(** * Derivative of L by x *)

Section derivative_L_x.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* definition of ℒ *)
Lemma derivative_L_x_1_unfold :
  pd (at1 x i) (fun x' => L_of N t x')
  = pd (at1 x i) (fun x' => rsum N (fun n => ln (1 + exp (- (t n * x' n)))) / INR N).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_x_2_diff_scale :
  pd (at1 x i) (fun x' => rsum N (fun n => ln (1 + exp (- (t n * x' n)))) / INR N)
  = pd (at1 x i) (fun x' => rsum N (fun n => ln (1 + exp (- (t n * x' n))))) / INR N.
Proof.
  rule (shared_1 i).
Qed.

(* differentiate under the sum; derivative of log, chain rule; derivative of exp, chain rule; ∂x_k/∂x_i = δ_ki *)
Lemma derivative_L_x_3_diff_sum :
  pd (at1 x i) (fun x' => rsum N (fun n => ln (1 + exp (- (t n * x' n))))) / INR N
  = rsum N (fun k => - (exp (- (t k * x k)) * t k * delta k i / (1 + exp (- (t k * x k))))) / INR N.
Proof.
  rule (shared_2 i).
Qed.

(* factor; the delta keeps one term of the sum *)
Lemma derivative_L_x_4_sum_delta :
  rsum N (fun k => - (exp (- (t k * x k)) * t k * delta k i / (1 + exp (- (t k * x k))))) / INR N
  = - (exp (- (t i * x i)) * t i / ((1 + exp (- (t i * x i))) * INR N)).
Proof.
  rule (shared_3 i).
Qed.

(* a negative exponent is a reciprocal *)
Lemma derivative_L_x_5_exp_neg :
  - (exp (- (t i * x i)) * t i / ((1 + exp (- (t i * x i))) * INR N))
  = - (t i / (INR N * (1 + exp (t i * x i)))).
Proof.
  rule (shared_4 i).
Qed.

Lemma derivative_L_x_needs_1 :
  (forall n, (n < N)%nat -> 0 < 1 + exp (- (t n * x n))).
Proof.
  intros n ?.
  sgn.
Qed.

Theorem derivative_L_x :
  is_pd (at1 x i) (fun x' => L_of N t x')
  (- (t i / (INR N * (1 + exp (t i * x i))))).
Proof.
  pose proof derivative_L_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_x_1_unfold (eq_eq _ _ _ derivative_L_x_2_diff_scale (eq_eq _ _ _ derivative_L_x_3_diff_sum (eq_eq _ _ _ derivative_L_x_4_sum_delta derivative_L_x_5_exp_neg)))).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_L_x_outright : option (
  is_pd (at1 x i) (fun x' => L_of N t x')
  (- (t i / (INR N * (1 + exp (t i * x i)))))).
Proof.
  attempt "derivative_L_x" as (gradient_outright i) or Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum N (fun n => (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Mul (Formula.C (t n)) (Formula.V (n))))))))) (Formula.C (INR N)))).
Defined.
End derivative_L_x.

(** * VJP of L for x *)

Section vjp_L_x.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.

(* put in ∂ℒ/∂x_i *)
Lemma vjp_L_x_1_lemma :
  L_bar * pd (at1 x i) (fun x' => L_of N t x')
  = L_bar * (- (t i / (INR N * (1 + exp (t i * x i))))).
Proof.
  assert ((forall n, (n < N)%nat -> 0 < 1 + exp (- (t n * x n)))).
  { intros n ?.
    sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_10 i).
Qed.

(* rearrange *)
Lemma vjp_L_x_2_ring :
  L_bar * (- (t i / (INR N * (1 + exp (t i * x i)))))
  = - (L_bar * t i / (INR N * (1 + exp (t i * x i)))).
Proof.
  apply (eq_eq _ (- (L_bar * t i / (INR N * (1 + exp (t i * x i))))) _).
  { fractions. }
  reflexivity.
Qed.

Lemma vjp_L_x_needs_1 :
  (forall n, (n < N)%nat -> 0 < 1 + exp (- (t n * x n))).
Proof.
  intros n ?.
  sgn.
Qed.

Theorem vjp_L_x :
  is_pd (at1 x i) (fun x' => L_bar * L_of N t x')
  (- (L_bar * t i / (INR N * (1 + exp (t i * x i))))).
Proof.
  pose proof vjp_L_x_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 x i) (fun x' => L_of N t x')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_x_1_lemma vjp_L_x_2_ring).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_L_x_outright : option (
  is_pd (at1 x i) (fun x' => L_bar * L_of N t x')
  (- (L_bar * t i / (INR N * (1 + exp (t i * x i)))))).
Proof.
  attempt "vjp_L_x" times (gradient_outright i) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Div (Formula.Sum N (fun n => (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Mul (Formula.C (t n)) (Formula.V (n))))))))) (Formula.C (INR N))))).
Defined.
End vjp_L_x.

(** * JVP of L for x *)

Section jvp_L_x.

(* put in ∂ℒ/∂x_i *)
Lemma jvp_L_x_1_lemma :
  rsum N (fun i => pd (at1 x i) (fun x' => L_of N t x') * x_dot i)
  = rsum N (fun i => - (t i / (INR N * (1 + exp (t i * x i))) * x_dot i)).
Proof.
  assert ((forall n, (n < N)%nat -> 0 < 1 + exp (- (t n * x n)))).
  { intros n ?.
    sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((- (t i / (INR N * (1 + exp (t i * x i))))) * x_dot i) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_10 i).
Qed.

Lemma jvp_L_x_needs_1 :
  (forall n, (n < N)%nat -> 0 < 1 + exp (- (t n * x n))).
Proof.
  intros n ?.
  sgn.
Qed.

Theorem jvp_L_x :
  is_pd (at0 0) (fun t' => L_of N t (line1 x x_dot t'))
  (rsum N (fun i => - (t i / (INR N * (1 + exp (t i * x i))) * x_dot i))).
Proof.
  pose proof jvp_L_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun i => pd (at1 x i) (fun x' => L_of N t x') * x_dot i)) _).
  { apply (eq_eq _ (rsum N (fun i => pd (at1 x i) (fun x' => L_of N t x') * x_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) N x (fun x' => L_of N t x') (fun t' => (line1 x x_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_x_outright : option (
  is_pd (at0 0) (fun t' => L_of N t (line1 x x_dot t'))
  (rsum N (fun i => - (t i / (INR N * (1 + exp (t i * x i))) * x_dot i)))).
Proof.
  attempt "jvp_L_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Div (Formula.Sum N (fun n => (Formula.Ln (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Mul (Formula.C (t n)) (Formula.V (n))))))))) (Formula.C (INR N)))).
Defined.
End jvp_L_x.
End soft_margin_theory.
