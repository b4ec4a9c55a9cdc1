(* made by derive, do not edit *)
(* Log-sum-exp

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (K : nat) (a : nat -> R) (i : nat) : R :=
  exp (a i) / rsum K (fun k => exp (a k)).
#[local] Hint Unfold y_of : definitions.
Definition L_of (K : nat) (a : nat -> R) : R :=
  ln (rsum K (fun k => exp (a k))).
#[local] Hint Unfold L_of : definitions.

Section log_sum_exp_theory.
Variable (K : nat).
Variables (L_bar c : R).
Variables (a a_dot : nat -> R).
Hypothesis K_positive : (0 < K)%nat.
Local Notation y := (y_of K a).
Local Notation L := (L_of K a).

(** * What several lines rest on *)

Lemma shared_1 :
  forall j : nat,
  (j < K)%nat ->
  pd (at1 a j) (fun a' => ln (rsum K (fun k => exp (a' k)))) = pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k))) / rsum K (fun k => exp (a k)).
Proof.
  intros j ?.
  assert (0 < rsum K (fun k => exp (a k))).
  { sgn. }
  apply (eq_eq _ (1 / rsum K (fun k => exp (a k)) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k)))) _).
  { rule (diff_log (at1 a j) (fun a' => rsum K (fun k => exp (a' k)))). }
  fractions.
Qed.

Lemma shared_2 :
  forall j : nat,
  (j < K)%nat ->
  pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k))) = rsum K (fun k => exp (a k) * delta k j).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum K (fun k => pd (at1 a j) (fun a' => exp (a' k)))) _).
  { rule (diff_sum (at1 a j) K (fun l a' => exp (a' l)) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (exp (a k) * pd (at1 a j) (fun a' => a' k)) _).
  { rule (diff_exp (at1 a j) (fun a' => a' k)). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Lemma shared_3 :
  forall j : nat,
  (j < K)%nat ->
  rsum K (fun k => exp (a k) * delta k j) = exp (a j).
Proof.
  intros j ?.
  apply (eq_eq _ (rsum K (fun k => delta k j * exp (a k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta K (fun k => exp (a k)) j).
Qed.

Lemma shared_4 :
  ln (rsum K (fun k => exp (a k + c))) = ln (exp c * rsum K (fun k => exp (a k))).
Proof.
  refine (f_equal ln _).
  apply (eq_eq _ (rsum K (fun k => exp (a k) * exp c)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (exp (a k + c)) _).
    { reflexivity. }
    rule (exp_add (a k) c). }
  apply (eq_eq _ (rsum K (fun k => exp c * exp (a k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_factor K (exp c) (fun k => exp (a k)) (fun k => true)).
Qed.

Lemma shared_5 :
  (0 < exp c) ->
  (0 < rsum K (fun k => exp (a k))) ->
  ln (exp c * rsum K (fun k => exp (a k))) = ln (rsum K (fun k => exp (a k))) + c.
Proof.
  intros ? ?.
  apply (eq_eq _ (ln (exp c) + ln (rsum K (fun k => exp (a k)))) _).
  { rule (log_mul (exp c) (rsum K (fun k => exp (a k)))). }
  apply (eq_eq _ (c + ln (rsum K (fun k => exp (a k)))) _).
  { refine (f_equal2 Rplus _ eq_refl).
    rule (log_exp c). }
  arith.
Qed.

Lemma shared_6 :
  forall j : nat,
  (j < K)%nat ->
  pd (at1 a j) (fun a' => L_of K a') = y j.
Proof.
  intros j ?.
  apply (eq_eq _ (pd (at1 a j) (fun a' => ln (rsum K (fun k => exp (a' k))))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k))) / rsum K (fun k => exp (a k))) _).
  { rule (shared_1 j). }
  apply (eq_eq _ (rsum K (fun k => exp (a k) * delta k j) / rsum K (fun k => exp (a k))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule (shared_2 j). }
  apply (eq_eq _ (exp (a j) / rsum K (fun k => exp (a k))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    rule (shared_3 j). }
  reflexivity.
Qed.

(** * At least every input *)

Section upper_bound.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* the difference is log(1 + (Σ_{k≠i} exp(a_k))/exp(a_i)) *)
Lemma upper_bound_1_difference :
  a i
  <= L.
Proof.
  apply (difference_le _ _ (ln (1 + rsumif K (fun k => negb (Nat.eqb k i)) (fun k => exp (a k)) / exp (a i)))).
  { assert (0 < exp (a i)).
    { sgn. }
    assert (0 < rsum K (fun k => exp (a k))).
    { sgn. }
    assert (exp (a i) <> 0).
    { sgn. }
    apply (eq_eq _ (ln (rsum K (fun k => exp (a k))) - a i) _).
    { reflexivity. }
    symmetry.
    apply (eq_eq _ (ln (rsum K (fun k => exp (a k)) / exp (a i))) _).
    { refine (f_equal ln _).
      apply (eq_eq _ (1 + ((-1) * exp (a i) + rsum K (fun k => exp (a k))) / exp (a i)) _).
      { refine (f_equal2 Rplus eq_refl (f_equal2 Rdiv _ eq_refl)).
        apply (eq_eq _ (rsum K (fun k => (if negb (Nat.eqb k i) then exp (a k) else 0))) _).
        { rule (sum_guard K (fun k => exp (a k)) (fun k => negb (Nat.eqb k i))). }
        apply (eq_eq _ (rsum K (fun k => - (delta k i * exp (a k)) + exp (a k))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          apply (eq_eq _ ((1 - delta k i) * exp (a k) + delta k i * 0) _).
          { rule (if_apart (exp (a k)) 0 k i). }
          arith. }
        apply (eq_eq _ (rsum K (fun k => - (delta k i * exp (a k))) + rsum K (fun k => exp (a k))) _).
        { rule (sum_add K (fun k => - (delta k i * exp (a k))) (fun k => exp (a k)) (fun k => true)). }
        refine (f_equal2 Rplus _ eq_refl).
        apply (eq_eq _ (rsum K (fun k => (-1) * delta k i * exp (a k))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        apply (eq_eq _ ((-1) * rsum K (fun k => delta k i * exp (a k))) _).
        { rule_same (sum_factor K (-1) (fun k => delta k i * exp (a k)) (fun k => true)). }
        refine (f_equal2 Rmult eq_refl _).
        rule (sum_delta K (fun k => exp (a k)) i). }
      cancel. }
    apply (eq_eq _ (ln (rsum K (fun k => exp (a k))) - ln (exp (a i))) _).
    { rule (log_div (rsum K (fun k => exp (a k))) (exp (a i))). }
    refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
    rule (log_exp (a i)). }
  sgn.
Qed.

Theorem upper_bound :
  a i
  <= L.
Proof.
  exact upper_bound_1_difference.
Qed.
End upper_bound.

(** * Gradient *)

Section gradient.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* definition of L *)
Lemma gradient_1_unfold :
  pd (at1 a j) (fun a' => L_of K a')
  = pd (at1 a j) (fun a' => ln (rsum K (fun k => exp (a' k)))).
Proof.
  reflexivity.
Qed.

(* derivative of log, chain rule *)
Lemma gradient_2_diff_log :
  pd (at1 a j) (fun a' => ln (rsum K (fun k => exp (a' k))))
  = pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k))) / rsum K (fun k => exp (a k)).
Proof.
  rule (shared_1 j).
Qed.

(* differentiate under the sum; derivative of exp, chain rule; ∂a_k/∂a_j = δ_kj *)
Lemma gradient_3_diff_sum :
  pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k))) / rsum K (fun k => exp (a k))
  = rsum K (fun k => exp (a k) * delta k j) / rsum K (fun k => exp (a k)).
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  rule (shared_2 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma gradient_4_sum_delta :
  rsum K (fun k => exp (a k) * delta k j) / rsum K (fun k => exp (a k))
  = exp (a j) / rsum K (fun k => exp (a k)).
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  rule (shared_3 j).
Qed.

(* definition of y_j *)
Lemma gradient_5_unfold :
  exp (a j) / rsum K (fun k => exp (a k))
  = y j.
Proof.
  reflexivity.
Qed.

Lemma gradient_needs_1 :
  0 < rsum K (fun k => exp (a k)).
Proof.
  sgn.
Qed.

Theorem gradient :
  is_pd (at1 a j) (fun a' => L_of K a')
  (y j).
Proof.
  pose proof gradient_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_log (eq_eq _ _ _ gradient_3_diff_sum (eq_eq _ _ _ gradient_4_sum_delta gradient_5_unfold)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gradient_outright : option (
  is_pd (at1 a j) (fun a' => L_of K a')
  (y j)).
Proof.
  attempt "gradient" by Formula.outright (Formula.by_vector (Formula.Ln (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k))))))).
Defined.
End gradient.

(** * Hessian *)

Section hessian.
Variables (i j : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis j_in : (j < K)%nat.

(* put in ∂L/∂a_i *)
Lemma hessian_1_lemma :
  pd (at1 a j) (fun a' => pd (at1 a' i) (fun a'' => L_of K a''))
  = pd (at1 a j) (fun a' => y_of K a' i).
Proof.
  assert (0 < rsum K (fun k => exp (a k))).
  { sgn. }
  apply pd_ext.
  intros a'; cbv beta.
  apply (eq_eq _ (pd (at1 a' i) (fun a'' => ln (rsum K (fun k => exp (a'' k))))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 a' i) (fun a'' => rsum K (fun k => exp (a'' k))) / rsum K (fun k => exp (a' k))) _).
  { assert (0 < rsum K (fun k => exp (a' k))).
    { sgn. }
    apply (eq_eq _ (1 / rsum K (fun k => exp (a' k)) * pd (at1 a' i) (fun a'' => rsum K (fun k => exp (a'' k)))) _).
    { rule (diff_log (at1 a' i) (fun a'' => rsum K (fun k => exp (a'' k)))). }
    fractions. }
  apply (eq_eq _ (rsum K (fun k => exp (a' k) * delta k i) / rsum K (fun k => exp (a' k))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun k => pd (at1 a' i) (fun a'' => exp (a'' k)))) _).
    { rule (diff_sum (at1 a' i) K (fun l a'' => exp (a'' l)) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (exp (a' k) * pd (at1 a' i) (fun a'' => a'' k)) _).
    { rule (diff_exp (at1 a' i) (fun a'' => a'' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ (exp (a' i) / rsum K (fun k => exp (a' k))) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum K (fun k => delta k i * exp (a' k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_delta K (fun k => exp (a' k)) i). }
  reflexivity.
Qed.

(* put in ∂y_i/∂a_j *)
Lemma hessian_2_lemma :
  pd (at1 a j) (fun a' => y_of K a' i)
  = y i * (delta i j - y j).
Proof.
  apply (eq_eq _ (pd (at1 a j) (fun a' => exp (a' i) / rsum K (fun k => exp (a' k)))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 a j) (fun a' => exp (a' i)) * rsum K (fun k => exp (a k)) - exp (a i) * pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k)))) / rsum K (fun k => exp (a k)) ^ 2) _).
  { assert (rsum K (fun k => exp (a k)) <> 0).
    { sgn. }
    rule (diff_div (at1 a j) (fun a' => exp (a' i)) (fun a' => rsum K (fun k => exp (a' k)))). }
  apply (eq_eq _ ((exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * rsum K (fun k => exp (a k) * delta k j)) / rsum K (fun k => exp (a k)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus _ (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    { apply (eq_eq _ ((exp (a i) * delta i j) * rsum K (fun k => exp (a k))) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (exp (a i) * pd (at1 a j) (fun a' => a' i)) _).
      { rule (diff_exp (at1 a j) (fun a' => a' i)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    rule (shared_2 j). }
  apply (eq_eq _ ((exp (a i) * delta i j * rsum K (fun k => exp (a k)) - exp (a i) * exp (a j)) / rsum K (fun k => exp (a k)) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))) eq_refl).
    rule (shared_3 j). }
  apply (eq_eq _ (exp (a i) * delta i j * rsum K (fun k => exp (a k)) / rsum K (fun k => exp (a k)) ^ 2 - exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (y i * delta i j - y i * y j) _).
  { assert (rsum K (fun k => exp (a k)) <> 0).
    { sgn. }
    apply (eq_eq _ (delta i j * exp (a i) / rsum K (fun k => exp (a k)) - exp (a i) * exp (a j) / rsum K (fun k => exp (a k)) ^ 2) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (exp (a i) / rsum K (fun k => exp (a k)) * delta i j - exp (a i) / rsum K (fun k => exp (a k)) * (exp (a j) / rsum K (fun k => exp (a k)))) _).
    { reflexivity. }
    fractions. }
  apply (eq_eq _ (delta i j * y i - y i * y j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma hessian_needs_1 :
  0 < rsum K (fun k => exp (a k)).
Proof.
  sgn.
Qed.

Theorem hessian :
  is_pd (at1 a j) (fun a' => pd (at1 a' i) (fun a'' => L_of K a''))
  (y i * (delta i j - y j)).
Proof.
  pose proof hessian_needs_1.
  apply is_pd_intro.
  { apply (ex_ext (at1 a j) (fun a' => y_of K a' i)).
    { intros a'; cbv beta.
      symmetry.
      apply (eq_eq _ (pd (at1 a' i) (fun a'' => ln (rsum K (fun k => exp (a'' k))))) _).
      { reflexivity. }
      apply (eq_eq _ (pd (at1 a' i) (fun a'' => rsum K (fun k => exp (a'' k))) / rsum K (fun k => exp (a' k))) _).
      { assert (0 < rsum K (fun k => exp (a' k))).
        { sgn. }
        apply (eq_eq _ (1 / rsum K (fun k => exp (a' k)) * pd (at1 a' i) (fun a'' => rsum K (fun k => exp (a'' k)))) _).
        { rule (diff_log (at1 a' i) (fun a'' => rsum K (fun k => exp (a'' k)))). }
        fractions. }
      apply (eq_eq _ (rsum K (fun k => exp (a' k) * delta k i) / rsum K (fun k => exp (a' k))) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (rsum K (fun k => pd (at1 a' i) (fun a'' => exp (a'' k)))) _).
        { rule (diff_sum (at1 a' i) K (fun l a'' => exp (a'' l)) (fun k => true)). }
        apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (exp (a' k) * pd (at1 a' i) (fun a'' => a'' k)) _).
        { rule (diff_exp (at1 a' i) (fun a'' => a'' k)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply (eq_eq _ (exp (a' i) / rsum K (fun k => exp (a' k))) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (rsum K (fun k => delta k i * exp (a' k))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        rule (sum_delta K (fun k => exp (a' k)) i). }
      reflexivity. }
    dex. }
  exact (eq_eq _ _ _ hessian_1_lemma hessian_2_lemma).
Qed.
End hessian.

(** * Shift *)

Section shift.

(* the exponential of a sum is a product; a constant factor goes in front of the sum; the logarithm of a product is a sum *)
Lemma shift_1_exp_add :
  ln (rsum K (fun k => exp (a k + c)))
  = ln (exp c * rsum K (fun k => exp (a k))).
Proof.
  rule shared_4.
Qed.

(* the logarithm of a product is a sum; the logarithm undoes the exponential *)
Lemma shift_2_log_mul :
  ln (exp c * rsum K (fun k => exp (a k)))
  = c + L.
Proof.
  assert (0 < rsum K (fun k => exp (a k))).
  { sgn. }
  assert (0 < exp c).
  { sgn. }
  apply (eq_eq _ (ln (rsum K (fun k => exp (a k))) + c) _).
  { rule shared_5. }
  symmetry.
  apply (eq_eq _ (c + ln (rsum K (fun k => exp (a k)))) _).
  { reflexivity. }
  arith.
Qed.

Theorem shift :
  ln (rsum K (fun k => exp (a k + c)))
  = c + L.
Proof.
  exact (eq_eq _ _ _ shift_1_exp_add shift_2_log_mul).
Qed.
End shift.

(** * Derivative of L by a *)

Section derivative_L_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* definition of L *)
Lemma derivative_L_a_1_unfold :
  pd (at1 a j) (fun a' => L_of K a')
  = pd (at1 a j) (fun a' => ln (rsum K (fun k => exp (a' k)))).
Proof.
  reflexivity.
Qed.

(* derivative of log, chain rule *)
Lemma derivative_L_a_2_diff_log :
  pd (at1 a j) (fun a' => ln (rsum K (fun k => exp (a' k))))
  = pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k))) / rsum K (fun k => exp (a k)).
Proof.
  rule (shared_1 j).
Qed.

(* differentiate under the sum; derivative of exp, chain rule; ∂a_k/∂a_j = δ_kj *)
Lemma derivative_L_a_3_diff_sum :
  pd (at1 a j) (fun a' => rsum K (fun k => exp (a' k))) / rsum K (fun k => exp (a k))
  = rsum K (fun k => exp (a k) * delta k j) / rsum K (fun k => exp (a k)).
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  rule (shared_2 j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_L_a_4_sum_delta :
  rsum K (fun k => exp (a k) * delta k j) / rsum K (fun k => exp (a k))
  = exp (a j) / rsum K (fun k => exp (a k)).
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  rule (shared_3 j).
Qed.

(* definition of y_j *)
Lemma derivative_L_a_5_unfold :
  exp (a j) / rsum K (fun k => exp (a k))
  = y j.
Proof.
  reflexivity.
Qed.

Lemma derivative_L_a_needs_1 :
  0 < rsum K (fun k => exp (a k)).
Proof.
  sgn.
Qed.

Theorem derivative_L_a :
  is_pd (at1 a j) (fun a' => L_of K a')
  (y j).
Proof.
  pose proof derivative_L_a_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_a_1_unfold (eq_eq _ _ _ derivative_L_a_2_diff_log (eq_eq _ _ _ derivative_L_a_3_diff_sum (eq_eq _ _ _ derivative_L_a_4_sum_delta derivative_L_a_5_unfold)))).
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition derivative_L_a_outright : option (
  is_pd (at1 a j) (fun a' => L_of K a')
  (y j)).
Proof.
  attempt "derivative_L_a" as (gradient_outright j) or Formula.outright (Formula.by_vector (Formula.Ln (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k))))))).
Defined.
End derivative_L_a.

(** * VJP of L for a *)

Section vjp_L_a.
Variables (j : nat).
Hypothesis j_in : (j < K)%nat.

(* put in ∂L/∂a_j *)
Lemma vjp_L_a_1_lemma :
  L_bar * pd (at1 a j) (fun a' => L_of K a')
  = L_bar * y j.
Proof.
  assert (0 < rsum K (fun k => exp (a k))).
  { sgn. }
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_6 j).
Qed.

Lemma vjp_L_a_needs_1 :
  0 < rsum K (fun k => exp (a k)).
Proof.
  sgn.
Qed.

Theorem vjp_L_a :
  is_pd (at1 a j) (fun a' => L_bar * L_of K a')
  (L_bar * y j).
Proof.
  pose proof vjp_L_a_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 a j) (fun a' => L_of K a')) _).
  { weighted. }
  exact vjp_L_a_1_lemma.
Qed.

(* the same by the differentiator, by what it found for gradient or else anew *)
Definition vjp_L_a_outright : option (
  is_pd (at1 a j) (fun a' => L_bar * L_of K a')
  (L_bar * y j)).
Proof.
  attempt "vjp_L_a" times (gradient_outright j) or timeout 3 Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (L_bar)) (Formula.Ln (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k)))))))).
Defined.
End vjp_L_a.

(** * JVP of L for a *)

Section jvp_L_a.

(* put in ∂L/∂a_j *)
Lemma jvp_L_a_1_lemma :
  rsum K (fun j => pd (at1 a j) (fun a' => L_of K a') * a_dot j)
  = rsum K (fun j => y j * a_dot j).
Proof.
  assert (0 < rsum K (fun k => exp (a k))).
  { sgn. }
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_6 j).
Qed.

Lemma jvp_L_a_needs_1 :
  0 < rsum K (fun k => exp (a k)).
Proof.
  sgn.
Qed.

Theorem jvp_L_a :
  is_pd (at0 0) (fun t => L_of K (line1 a a_dot t))
  (rsum K (fun j => y j * a_dot j)).
Proof.
  pose proof jvp_L_a_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => L_of K a') * a_dot j)) _).
  { apply (eq_eq _ (rsum K (fun j => pd (at1 a j) (fun a' => L_of K a') * a_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) K a (fun a' => L_of K a') (fun t => (line1 a a_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_L_a_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_L_a_outright : option (
  is_pd (at0 0) (fun t => L_of K (line1 a a_dot t))
  (rsum K (fun j => y j * a_dot j))).
Proof.
  attempt "jvp_L_a" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 a) (Formula.flat1 a_dot) (Formula.Ln (Formula.Sum K (fun k => (Formula.Exp (Formula.V (k))))))).
Defined.
End jvp_L_a.
End log_sum_exp_theory.
