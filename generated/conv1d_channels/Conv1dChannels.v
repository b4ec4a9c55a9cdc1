(* made by derive, do not edit *)
(* One-dimensional convolution with channels

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition y_of (C K N : nat) (w : nat -> nat -> nat -> R) (x : nat -> nat -> R) (b : nat -> R) (o i : nat) : R :=
  rsum C (fun c => rsum K (fun k => w o c k * rsum (N + K - 1) (fun m => delta (i + k) m * x c m))) + b o.
#[local] Hint Unfold y_of : definitions.

Section conv1d_channels_theory.
Variables (O' C K N : nat).
Variables (b b_dot : nat -> R).
Variables (x y_bar x_dot g : nat -> nat -> R).
Variables (w w_dot : nat -> nat -> nat -> R).
Hypothesis O'_positive : (0 < O')%nat.
Hypothesis C_positive : (0 < C)%nat.
Hypothesis K_positive : (0 < K)%nat.
Hypothesis N_positive : (0 < N)%nat.
Local Notation y := (y_of C K N w x b).

(** * Derivative by the inputs *)

Section inputs.
Variables (c i j o : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < (N + K - 1))%nat.
Hypothesis o_in : (o < O')%nat.

(* definition of y_oi *)
Lemma inputs_1_unfold :
  pd (at2 x c j) (fun x' => y_of C K N w x' b o i)
  = pd (at2 x c j) (fun x' => rsum C (fun l => rsum K (fun k => w o l k * rsum (N + K - 1) (fun m => delta (i + k) m * x' l m))) + b o).
Proof.
  apply (eq_eq _ (pd (at2 x c j) (fun x' => rsum C (fun c' => rsum K (fun k => w o c' k * rsum (N + K - 1) (fun m => delta (i + k) m * x' c' m))) + b o)) _); [ | same ].
  apply pd_ext.
  intros x'; cbv beta.
  unfold y_of; same.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂x_km/∂x_cj = δ_kc·δ_mj *)
Lemma inputs_2_diff_sum :
  pd (at2 x c j) (fun x' => rsum C (fun l => rsum K (fun k => w o l k * rsum (N + K - 1) (fun m => delta (i + k) m * x' l m))) + b o)
  = rsum C (fun k => rsum K (fun l => w o k l * rsum (N + K - 1) (fun m => delta (i + l) m * delta k c * delta m j))).
Proof.
  apply (eq_eq _ (pd (at2 x c j) (fun x' => rsum C (fun l => rsum K (fun k => w o l k * rsum (N + K - 1) (fun m => delta (i + k) m * x' l m)))) + pd (at2 x c j) (fun x' => b o)) _).
  { rule_same (diff_add (at2 x c j) (fun x' => rsum C (fun l => rsum K (fun k => w o l k * rsum (N + K - 1) (fun m => delta (i + k) m * x' l m)))) (fun x' => b o)). }
  apply (eq_eq _ (rsum C (fun k => rsum K (fun l => w o k l * rsum (N + K - 1) (fun m => delta (i + l) m * delta k c * delta m j))) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 x c j) (fun x' => rsum C (fun k => rsum K (fun l => w o k l * rsum (N + K - 1) (fun m => delta (i + l) m * x' k m))))) _); [ same | ].
      apply (eq_eq _ (rsum C (fun k => pd (at2 x c j) (fun x' => rsum K (fun l => w o k l * rsum (N + K - 1) (fun m => delta (i + l) m * x' k m))))) _).
      { rule_same (diff_sum (at2 x c j) C (fun n x' => rsum K (fun k => w o n k * rsum (N + K - 1) (fun m => delta (i + k) m * x' n m))) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (rsum K (fun l => pd (at2 x c j) (fun x' => w o k l * rsum (N + K - 1) (fun m => delta (i + l) m * x' k m)))) _).
      { rule_same (diff_sum (at2 x c j) K (fun n x' => w o k n * rsum (N + K - 1) (fun m => delta (i + n) m * x' k m)) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at2 x c j) (fun x' => w o k l * rsum (N + K - 1) (fun m => delta (i + l) m * x' k m))) _).
      { reflexivity. }
      apply (eq_eq _ (w o k l * pd (at2 x c j) (fun x' => rsum (N + K - 1) (fun m => delta (i + l) m * x' k m))) _).
      { assert (pd (at2 x c j) (fun x' => w o k l) = 0).
        { apply constant. }
        rule_same (diff_scale (at2 x c j) (fun x' => w o k l) (fun x' => rsum (N + K - 1) (fun m => delta (i + l) m * x' k m))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum (N + K - 1) (fun m => pd (at2 x c j) (fun x' => delta (i + l) m * x' k m))) _).
      { rule_same (diff_sum (at2 x c j) (N + K - 1) (fun n x' => delta (i + l) n * x' k n) (fun k' => true)). }
      apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (pd (at2 x c j) (fun x' => delta (i + l) m * x' k m)) _).
      { reflexivity. }
      apply (eq_eq _ (delta (i + l) m * pd (at2 x c j) (fun x' => x' k m)) _).
      { assert (pd (at2 x c j) (fun x' => delta (i + l) m) = 0).
        { apply constant. }
        rule_same (diff_scale (at2 x c j) (fun x' => delta (i + l) m) (fun x' => x' k m)). }
      apply (eq_eq _ (delta (i + l) m * (delta k c * delta m j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma inputs_3_sum_delta :
  rsum C (fun k => rsum K (fun l => w o k l * rsum (N + K - 1) (fun m => delta (i + l) m * delta k c * delta m j)))
  = rsum C (fun k => rsum K (fun l => w o k l * delta (i + l) j * delta k c)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (w o k l * (delta (i + l) j * delta k c)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum (N + K - 1) (fun m => delta m j * delta (i + l) m * delta k c)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta (N + K - 1) (fun m => delta (i + l) m * delta k c) j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma inputs_4_sum_factor :
  rsum C (fun k => rsum K (fun l => w o k l * delta (i + l) j * delta k c))
  = rsum C (fun k => delta k c * rsum K (fun l => w o k l * delta (i + l) j)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (rsum K (fun l => delta k c * w o k l * delta (i + l) j)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_factor K (delta k c) (fun l => w o k l * delta (i + l) j) (fun l => true)).
Qed.

(* the delta keeps one term of the sum *)
Lemma inputs_5_sum_delta :
  rsum C (fun k => delta k c * rsum K (fun l => w o k l * delta (i + l) j))
  = rsum K (fun n => delta (i + n) j * w o c n).
Proof.
  apply (eq_eq _ (rsum K (fun l => w o c l * delta (i + l) j)) _).
  { apply (eq_eq _ (rsum K (fun l => delta (i + l) j * w o c l)) _).
    { apply (eq_eq _ (rsum C (fun k => delta k c * rsum K (fun l => delta (i + l) j * w o k l))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        refine (f_equal2 Rmult eq_refl _).
        apply rsum_ext; intros l ?; cbv beta.
        arith. }
      rule_same (sum_delta C (fun k => rsum K (fun l => delta (i + l) j * w o k l)) c). }
    symmetry.
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun l => delta (i + l) j * w o c l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun n => delta (i + n) j * w o c n)) _); [ same | ].
  reflexivity.
Qed.

Theorem inputs :
  is_pd (at2 x c j) (fun x' => y_of C K N w x' b o i)
  (rsum K (fun n => delta (i + n) j * w o c n)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ inputs_1_unfold (eq_eq _ _ _ inputs_2_diff_sum (eq_eq _ _ _ inputs_3_sum_delta (eq_eq _ _ _ inputs_4_sum_factor inputs_5_sum_delta)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition inputs_outright : option (
  is_pd (at2 x c j) (fun x' => y_of C K N w x' b o i)
  (rsum K (fun n => delta (i + n) j * w o c n))).
Proof.
  attempt "inputs" by Formula.outright (Formula.by_matrix (Formula.Add (Formula.Sum C (fun c' => (Formula.Sum K (fun k => (Formula.Mul (Formula.C (w o c' k)) (Formula.Sum (N + K - 1) (fun m => (Formula.Mul (Formula.C (delta (i + k) m)) (Formula.V (c', m)))))))))) (Formula.C (b o)))).
Defined.
End inputs.

(** * Derivative by the weights *)

Section weights.
Variables (c i k o p : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis i_in : (i < N)%nat.
Hypothesis k_in : (k < K)%nat.
Hypothesis o_in : (o < O')%nat.
Hypothesis p_in : (p < O')%nat.

(* definition of y_oi *)
Lemma weights_1_unfold :
  pd (at3 w p c k) (fun w' => y_of C K N w' x b o i)
  = pd (at3 w p c k) (fun w' => rsum C (fun l => rsum K (fun n => w' o l n * rsum (N + K - 1) (fun m => delta (i + n) m * x l m))) + b o).
Proof.
  apply (eq_eq _ (pd (at3 w p c k) (fun w' => rsum C (fun c' => rsum K (fun k' => w' o c' k' * rsum (N + K - 1) (fun m => delta (i + k') m * x c' m))) + b o)) _); [ | same ].
  apply pd_ext.
  intros w'; cbv beta.
  unfold y_of; same.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂w_olm/∂w_pck = δ_op·δ_lc·δ_mk *)
Lemma weights_2_diff_sum :
  pd (at3 w p c k) (fun w' => rsum C (fun l => rsum K (fun n => w' o l n * rsum (N + K - 1) (fun m => delta (i + n) m * x l m))) + b o)
  = rsum C (fun l => rsum K (fun m => rsum (N + K - 1) (fun n => delta (i + m) n * x l n) * delta o p * delta l c * delta m k)).
Proof.
  apply (eq_eq _ (pd (at3 w p c k) (fun w' => rsum C (fun l => rsum K (fun n => w' o l n * rsum (N + K - 1) (fun m => delta (i + n) m * x l m)))) + pd (at3 w p c k) (fun w' => b o)) _).
  { rule_same (diff_add (at3 w p c k) (fun w' => rsum C (fun l => rsum K (fun n => w' o l n * rsum (N + K - 1) (fun m => delta (i + n) m * x l m)))) (fun w' => b o)). }
  apply (eq_eq _ (rsum C (fun l => rsum K (fun m => rsum (N + K - 1) (fun n => delta (i + m) n * x l n) * delta o p * delta l c * delta m k)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at3 w p c k) (fun w' => rsum C (fun k' => rsum K (fun n => w' o k' n * rsum (N + K - 1) (fun m => delta (i + n) m * x k' m))))) _); [ same | ].
      apply (eq_eq _ (rsum C (fun l => pd (at3 w p c k) (fun w' => rsum K (fun n => w' o l n * rsum (N + K - 1) (fun m => delta (i + n) m * x l m))))) _).
      { rule_same (diff_sum (at3 w p c k) C (fun k' w' => rsum K (fun n => w' o k' n * rsum (N + K - 1) (fun m => delta (i + n) m * x k' m))) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at3 w p c k) (fun w' => rsum K (fun k' => w' o l k' * rsum (N + K - 1) (fun m => delta (i + k') m * x l m)))) _); [ same | ].
      apply (eq_eq _ (rsum K (fun m => pd (at3 w p c k) (fun w' => w' o l m * rsum (N + K - 1) (fun n => delta (i + m) n * x l n)))) _).
      { rule_same (diff_sum (at3 w p c k) K (fun k' w' => w' o l k' * rsum (N + K - 1) (fun m => delta (i + k') m * x l m)) (fun k' => true)). }
      apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (pd (at3 w p c k) (fun w' => rsum (N + K - 1) (fun n => delta (i + m) n * x l n) * w' o l m)) _).
      { apply pd_ext.
        intros w'; cbv beta.
        arith. }
      apply (eq_eq _ (rsum (N + K - 1) (fun n => delta (i + m) n * x l n) * pd (at3 w p c k) (fun w' => w' o l m)) _).
      { assert (pd (at3 w p c k) (fun w' => rsum (N + K - 1) (fun n => delta (i + m) n * x l n)) = 0).
        { apply constant. }
        rule_same (diff_scale (at3 w p c k) (fun w' => rsum (N + K - 1) (fun n => delta (i + m) n * x l n)) (fun w' => w' o l m)). }
      apply (eq_eq _ (rsum (N + K - 1) (fun n => delta (i + m) n * x l n) * (delta o p * delta l c * delta m k)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable3. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma weights_3_sum_delta :
  rsum C (fun l => rsum K (fun m => rsum (N + K - 1) (fun n => delta (i + m) n * x l n) * delta o p * delta l c * delta m k))
  = rsum (N + K - 1) (fun l => delta (i + k) l * x c l) * delta o p.
Proof.
  apply (eq_eq _ (rsum (N + K - 1) (fun n => delta (i + k) n * x c n) * delta o p) _); [ | same ].
  apply (eq_eq _ (rsum C (fun l => rsum (N + K - 1) (fun n => delta (i + k) n * x l n) * delta o p * delta l c)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum K (fun m => delta m k * rsum (N + K - 1) (fun n => delta (i + m) n * x l n) * delta o p * delta l c)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    rule_same (sum_delta K (fun m => rsum (N + K - 1) (fun n => delta (i + m) n * x l n) * delta o p * delta l c) k). }
  apply (eq_eq _ (rsum C (fun l => delta l c * rsum (N + K - 1) (fun n => delta (i + k) n * x l n) * delta o p)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta C (fun l => rsum (N + K - 1) (fun n => delta (i + k) n * x l n) * delta o p) c).
Qed.

Theorem weights :
  is_pd (at3 w p c k) (fun w' => y_of C K N w' x b o i)
  (rsum (N + K - 1) (fun l => delta (i + k) l * x c l) * delta o p).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ weights_1_unfold (eq_eq _ _ _ weights_2_diff_sum weights_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition weights_outright : option (
  is_pd (at3 w p c k) (fun w' => y_of C K N w' x b o i)
  (rsum (N + K - 1) (fun l => delta (i + k) l * x c l) * delta o p)).
Proof.
  attempt "weights" by Formula.outright (Formula.by_cube (Formula.Add (Formula.Sum C (fun c' => (Formula.Sum K (fun k' => (Formula.Mul (Formula.V (o, c', k')) (Formula.C (rsum (N + K - 1) (fun m => delta (i + k') m * x c' m)))))))) (Formula.C (b o)))).
Defined.
End weights.

(** * Gradient of the weights *)

Section weights_gradient.
Variables (c k o : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis k_in : (k < K)%nat.
Hypothesis o_in : (o < O')%nat.

(* differentiate under the sum; a constant factor stays in front; ∂w_lnp/∂w_ock = δ_lo·δ_nc·δ_pk *)
Lemma weights_gradient_1_diff_sum :
  pd (at3 w o c k) (fun w' => rsum O' (fun p => rsum N (fun i => g p i * y_of C K N w' x b p i)))
  = rsum O' (fun l => rsum N (fun m => g l m * rsum C (fun n => rsum K (fun p => rsum (N + K - 1) (fun q => delta (m + p) q * x n q) * delta l o * delta n c * delta p k)))).
Proof.
  apply (eq_eq _ (pd (at3 w o c k) (fun w' => rsum O' (fun k' => rsum N (fun i => g k' i * y_of C K N w' x b k' i)))) _); [ same | ].
  apply (eq_eq _ (rsum O' (fun l => pd (at3 w o c k) (fun w' => rsum N (fun i => g l i * y_of C K N w' x b l i)))) _).
  { rule_same (diff_sum (at3 w o c k) O' (fun k' w' => rsum N (fun i => g k' i * y_of C K N w' x b k' i)) (fun k' => true)). }
  apply (eq_eq _ (rsum O' (fun l => rsum N (fun m => g l m * (rsum C (fun n => rsum K (fun p => rsum (N + K - 1) (fun l' => delta (m + p) l' * x n l') * delta l o * delta n c * delta p k)) + 0)))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at3 w o c k) (fun w' => rsum N (fun k' => g l k' * y_of C K N w' x b l k'))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun m => pd (at3 w o c k) (fun w' => g l m * y_of C K N w' x b l m))) _).
    { rule_same (diff_sum (at3 w o c k) N (fun k' w' => g l k' * y_of C K N w' x b l k') (fun k' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at3 w o c k) (fun w' => g l m * y_of C K N w' x b l m)) _).
    { reflexivity. }
    apply (eq_eq _ (g l m * pd (at3 w o c k) (fun w' => y_of C K N w' x b l m)) _).
    { assert (pd (at3 w o c k) (fun w' => g l m) = 0).
      { apply constant. }
      rule (diff_scale (at3 w o c k) (fun w' => g l m) (fun w' => y_of C K N w' x b l m)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at3 w o c k) (fun w' => rsum C (fun c' => rsum K (fun k' => w' l c' k' * rsum (N + K - 1) (fun n => delta (m + k') n * x c' n))) + b l)) _).
    { apply pd_ext.
      intros w'; cbv beta.
      unfold y_of; same. }
    apply (eq_eq _ (pd (at3 w o c k) (fun w' => rsum C (fun c' => rsum K (fun k' => w' l c' k' * rsum (N + K - 1) (fun n => delta (m + k') n * x c' n)))) + pd (at3 w o c k) (fun w' => b l)) _).
    { rule_same (diff_add (at3 w o c k) (fun w' => rsum C (fun c' => rsum K (fun k' => w' l c' k' * rsum (N + K - 1) (fun n => delta (m + k') n * x c' n)))) (fun w' => b l)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at3 w o c k) (fun w' => rsum C (fun k' => rsum K (fun q => w' l k' q * rsum (N + K - 1) (fun n => delta (m + q) n * x k' n))))) _); [ same | ].
      apply (eq_eq _ (rsum C (fun n => pd (at3 w o c k) (fun w' => rsum K (fun k' => w' l n k' * rsum (N + K - 1) (fun l' => delta (m + k') l' * x n l'))))) _).
      { rule_same (diff_sum (at3 w o c k) C (fun p w' => rsum K (fun k' => w' l p k' * rsum (N + K - 1) (fun n => delta (m + k') n * x p n))) (fun k' => true)). }
      apply rsum_ext; intros n ?; cbv beta.
      apply (eq_eq _ (rsum K (fun p => pd (at3 w o c k) (fun w' => w' l n p * rsum (N + K - 1) (fun l' => delta (m + p) l' * x n l')))) _).
      { rule_same (diff_sum (at3 w o c k) K (fun p w' => w' l n p * rsum (N + K - 1) (fun l' => delta (m + p) l' * x n l')) (fun k' => true)). }
      apply rsum_ext; intros p ?; cbv beta.
      apply (eq_eq _ (pd (at3 w o c k) (fun w' => rsum (N + K - 1) (fun l' => delta (m + p) l' * x n l') * w' l n p)) _).
      { apply pd_ext.
        intros w'; cbv beta.
        arith. }
      apply (eq_eq _ (rsum (N + K - 1) (fun l' => delta (m + p) l' * x n l') * pd (at3 w o c k) (fun w' => w' l n p)) _).
      { assert (pd (at3 w o c k) (fun w' => rsum (N + K - 1) (fun l' => delta (m + p) l' * x n l')) = 0).
        { apply constant. }
        rule_same (diff_scale (at3 w o c k) (fun w' => rsum (N + K - 1) (fun l' => delta (m + p) l' * x n l')) (fun w' => w' l n p)). }
      apply (eq_eq _ (rsum (N + K - 1) (fun l' => delta (m + p) l' * x n l') * (delta l o * delta n c * delta p k)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable3. }
    apply constant. }
  apply (eq_eq _ (rsum O' (fun l => rsum N (fun m => g l m * rsum C (fun n => rsum K (fun p => rsum (N + K - 1) (fun l' => delta (m + p) l' * x n l') * delta l o * delta n c * delta p k))))) _); [ | same ].
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma weights_gradient_2_sum_delta :
  rsum O' (fun l => rsum N (fun m => g l m * rsum C (fun n => rsum K (fun p => rsum (N + K - 1) (fun q => delta (m + p) q * x n q) * delta l o * delta n c * delta p k))))
  = rsum O' (fun l => rsum N (fun m => g l m * rsum (N + K - 1) (fun q => delta (k + m) q * x c q) * delta l o)).
Proof.
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ (g l m * (rsum (N + K - 1) (fun q => delta (k + m) q * x c q) * delta l o)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum C (fun n => rsum (N + K - 1) (fun q => delta (k + m) q * x n q) * delta l o * delta n c)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum K (fun p => delta p k * rsum (N + K - 1) (fun q => delta (m + p) q * x n q) * delta l o * delta n c)) _).
    { apply rsum_ext; intros p ?; cbv beta.
      arith. }
    rule_same (sum_delta K (fun p => rsum (N + K - 1) (fun q => delta (m + p) q * x n q) * delta l o * delta n c) k). }
  apply (eq_eq _ (rsum C (fun n => delta n c * rsum (N + K - 1) (fun q => delta (k + m) q * x n q) * delta l o)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    arith. }
  rule_same (sum_delta C (fun n => rsum (N + K - 1) (fun q => delta (k + m) q * x n q) * delta l o) c).
Qed.

(* a constant factor goes in front of the sum *)
Lemma weights_gradient_3_sum_factor :
  rsum O' (fun l => rsum N (fun m => g l m * rsum (N + K - 1) (fun q => delta (k + m) q * x c q) * delta l o))
  = rsum O' (fun l => delta l o * rsum N (fun m => rsum (N + K - 1) (fun n => delta (k + m) n * g l m * x c n))).
Proof.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (rsum N (fun m => delta l o * g l m * rsum (N + K - 1) (fun q => delta (k + m) q * x c q))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  apply (eq_eq _ (delta l o * rsum N (fun m => g l m * rsum (N + K - 1) (fun q => delta (k + m) q * x c q))) _).
  { rule_same (sum_factor N (delta l o) (fun m => g l m * rsum (N + K - 1) (fun q => delta (k + m) q * x c q)) (fun m => true)). }
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum N (fun m => rsum (N + K - 1) (fun n => g l m * delta (k + m) n * x c n))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (g l m * rsum (N + K - 1) (fun l' => delta (k + m) l' * x c l')) _); [ same | ].
    symmetry.
    rule_same (sum_factor (N + K - 1) (g l m) (fun q => delta (k + m) q * x c q) (fun q => true)). }
  apply rsum_ext; intros m ?; cbv beta.
  apply rsum_ext; intros n ?; cbv beta.
  arith.
Qed.

(* the delta keeps one term of the sum; a constant factor goes in front of the sum *)
Lemma weights_gradient_4_sum_delta :
  rsum O' (fun l => delta l o * rsum N (fun m => rsum (N + K - 1) (fun n => delta (k + m) n * g l m * x c n)))
  = rsum N (fun m => g o m * rsum (N + K - 1) (fun n => x c n * delta (k + m) n)).
Proof.
  apply (eq_eq _ (rsum N (fun m => rsum (N + K - 1) (fun n => delta (k + m) n * g o m * x c n))) _).
  { rule_same (sum_delta O' (fun l => rsum N (fun m => rsum (N + K - 1) (fun n => delta (k + m) n * g l m * x c n))) o). }
  apply (eq_eq _ (rsum N (fun m => rsum (N + K - 1) (fun l => delta (k + m) l * g o m * x c l))) _); [ same | ].
  symmetry.
  apply (eq_eq _ (rsum N (fun m => rsum (N + K - 1) (fun n => delta (k + m) n * x c n) * g o m)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (g o m * rsum (N + K - 1) (fun n => delta (k + m) n * x c n)) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply rsum_ext; intros n ?; cbv beta.
      arith. }
    arith. }
  apply (eq_eq _ (rsum N (fun m => g o m * rsum (N + K - 1) (fun n => delta (k + m) n * x c n))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun m => rsum (N + K - 1) (fun l => g o m * delta (k + m) l * x c l))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (g o m * rsum (N + K - 1) (fun l => delta (k + m) l * x c l)) _); [ same | ].
    symmetry.
    rule_same (sum_factor (N + K - 1) (g o m) (fun n => delta (k + m) n * x c n) (fun n => true)). }
  apply rsum_ext; intros m ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  arith.
Qed.

(* a constant factor goes in front of the sum *)
Lemma weights_gradient_5_sum_factor :
  rsum N (fun m => g o m * rsum (N + K - 1) (fun n => x c n * delta (k + m) n))
  = rsum N (fun i => g o i * rsum (N + K - 1) (fun q => delta (k + i) q * x c q)).
Proof.
  apply (eq_eq _ (rsum N (fun i => rsum (N + K - 1) (fun l => delta (k + i) l * g o i * x c l))) _).
  { apply (eq_eq _ (rsum N (fun m => rsum (N + K - 1) (fun l => delta (k + m) l * g o m * x c l))) _); [ | same ].
    apply (eq_eq _ (rsum N (fun m => rsum (N + K - 1) (fun n => delta (k + m) n * x c n) * g o m)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (g o m * rsum (N + K - 1) (fun n => delta (k + m) n * x c n)) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply rsum_ext; intros n ?; cbv beta.
        arith. }
      arith. }
    apply (eq_eq _ (rsum N (fun m => g o m * rsum (N + K - 1) (fun n => delta (k + m) n * x c n))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun m => rsum (N + K - 1) (fun l => g o m * delta (k + m) l * x c l))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (g o m * rsum (N + K - 1) (fun l => delta (k + m) l * x c l)) _); [ same | ].
      symmetry.
      rule_same (sum_factor (N + K - 1) (g o m) (fun n => delta (k + m) n * x c n) (fun n => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    arith. }
  symmetry.
  apply (eq_eq _ (rsum N (fun i => rsum (N + K - 1) (fun q => delta (k + i) q * x c q) * g o i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun i => g o i * rsum (N + K - 1) (fun q => delta (k + i) q * x c q))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun i => rsum (N + K - 1) (fun l => g o i * delta (k + i) l * x c l))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (g o i * rsum (N + K - 1) (fun l => delta (k + i) l * x c l)) _); [ same | ].
    symmetry.
    rule_same (sum_factor (N + K - 1) (g o i) (fun q => delta (k + i) q * x c q) (fun q => true)). }
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  arith.
Qed.

Theorem weights_gradient :
  is_pd (at3 w o c k) (fun w' => rsum O' (fun p => rsum N (fun i => g p i * y_of C K N w' x b p i)))
  (rsum N (fun i => g o i * rsum (N + K - 1) (fun q => delta (k + i) q * x c q))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ weights_gradient_1_diff_sum (eq_eq _ _ _ weights_gradient_2_sum_delta (eq_eq _ _ _ weights_gradient_3_sum_factor (eq_eq _ _ _ weights_gradient_4_sum_delta weights_gradient_5_sum_factor)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition weights_gradient_outright : option (
  is_pd (at3 w o c k) (fun w' => rsum O' (fun p => rsum N (fun i => g p i * y_of C K N w' x b p i)))
  (rsum N (fun i => g o i * rsum (N + K - 1) (fun q => delta (k + i) q * x c q)))).
Proof.
  attempt "weights_gradient" by Formula.outright (Formula.by_cube (Formula.Sum O' (fun p => (Formula.Sum N (fun i => (Formula.Mul (Formula.C (g p i)) (Formula.Add (Formula.Sum C (fun c' => (Formula.Sum K (fun k' => (Formula.Mul (Formula.V (p, c', k')) (Formula.C (rsum (N + K - 1) (fun m => delta (i + k') m * x c' m)))))))) (Formula.C (b p))))))))).
Defined.
End weights_gradient.

(** * Gradient of the inputs *)

Section inputs_gradient.
Variables (c j : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis j_in : (j < (N + K - 1))%nat.

(* differentiate under the sum; a constant factor stays in front; ∂x_mk/∂x_cj = δ_mc·δ_kj *)
Lemma inputs_gradient_1_diff_sum :
  pd (at2 x c j) (fun x' => rsum O' (fun o => rsum N (fun i => g o i * y_of C K N w x' b o i)))
  = rsum O' (fun k => rsum N (fun l => g k l * rsum C (fun m => rsum K (fun n => w k m n * rsum (N + K - 1) (fun p => delta (l + n) p * delta m c * delta j p))))).
Proof.
  apply (eq_eq _ (pd (at2 x c j) (fun x' => rsum O' (fun k => rsum N (fun i => g k i * y_of C K N w x' b k i)))) _); [ same | ].
  apply (eq_eq _ (rsum O' (fun k => pd (at2 x c j) (fun x' => rsum N (fun i => g k i * y_of C K N w x' b k i)))) _).
  { rule (diff_sum (at2 x c j) O' (fun k x' => rsum N (fun i => g k i * y_of C K N w x' b k i)) (fun k => true)). }
  apply (eq_eq _ (rsum O' (fun k => rsum N (fun l => g k l * (rsum C (fun m => rsum K (fun n => w k m n * rsum (N + K - 1) (fun k' => delta (l + n) k' * delta m c * delta k' j))) + 0)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at2 x c j) (fun x' => rsum N (fun l => g k l * y_of C K N w x' b k l))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun l => pd (at2 x c j) (fun x' => g k l * y_of C K N w x' b k l))) _).
    { rule (diff_sum (at2 x c j) N (fun l x' => g k l * y_of C K N w x' b k l) (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at2 x c j) (fun x' => g k l * y_of C K N w x' b k l)) _).
    { reflexivity. }
    apply (eq_eq _ (g k l * pd (at2 x c j) (fun x' => y_of C K N w x' b k l)) _).
    { assert (pd (at2 x c j) (fun x' => g k l) = 0).
      { apply constant. }
      rule (diff_scale (at2 x c j) (fun x' => g k l) (fun x' => y_of C K N w x' b k l)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at2 x c j) (fun x' => rsum C (fun c' => rsum K (fun n => w k c' n * rsum (N + K - 1) (fun m => delta (l + n) m * x' c' m))) + b k)) _).
    { apply pd_ext.
      intros x'; cbv beta.
      unfold y_of; same. }
    apply (eq_eq _ (pd (at2 x c j) (fun x' => rsum C (fun c' => rsum K (fun n => w k c' n * rsum (N + K - 1) (fun m => delta (l + n) m * x' c' m)))) + pd (at2 x c j) (fun x' => b k)) _).
    { rule_same (diff_add (at2 x c j) (fun x' => rsum C (fun c' => rsum K (fun n => w k c' n * rsum (N + K - 1) (fun m => delta (l + n) m * x' c' m)))) (fun x' => b k)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 x c j) (fun x' => rsum C (fun m => rsum K (fun n => w k m n * rsum (N + K - 1) (fun k' => delta (l + n) k' * x' m k'))))) _); [ same | ].
      apply (eq_eq _ (rsum C (fun m => pd (at2 x c j) (fun x' => rsum K (fun n => w k m n * rsum (N + K - 1) (fun k' => delta (l + n) k' * x' m k'))))) _).
      { rule_same (diff_sum (at2 x c j) C (fun p x' => rsum K (fun n => w k p n * rsum (N + K - 1) (fun m => delta (l + n) m * x' p m))) (fun k' => true)). }
      apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (rsum K (fun n => pd (at2 x c j) (fun x' => w k m n * rsum (N + K - 1) (fun k' => delta (l + n) k' * x' m k')))) _).
      { rule_same (diff_sum (at2 x c j) K (fun p x' => w k m p * rsum (N + K - 1) (fun k' => delta (l + p) k' * x' m k')) (fun k' => true)). }
      apply rsum_ext; intros n ?; cbv beta.
      apply (eq_eq _ (pd (at2 x c j) (fun x' => w k m n * rsum (N + K - 1) (fun k' => delta (l + n) k' * x' m k'))) _).
      { reflexivity. }
      apply (eq_eq _ (w k m n * pd (at2 x c j) (fun x' => rsum (N + K - 1) (fun k' => delta (l + n) k' * x' m k'))) _).
      { assert (pd (at2 x c j) (fun x' => w k m n) = 0).
        { apply constant. }
        rule_same (diff_scale (at2 x c j) (fun x' => w k m n) (fun x' => rsum (N + K - 1) (fun k' => delta (l + n) k' * x' m k'))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum (N + K - 1) (fun k' => pd (at2 x c j) (fun x' => delta (l + n) k' * x' m k'))) _).
      { rule_same (diff_sum (at2 x c j) (N + K - 1) (fun p x' => delta (l + n) p * x' m p) (fun k' => true)). }
      apply rsum_ext; intros k' ?; cbv beta.
      apply (eq_eq _ (pd (at2 x c j) (fun x' => delta (l + n) k' * x' m k')) _).
      { reflexivity. }
      apply (eq_eq _ (delta (l + n) k' * pd (at2 x c j) (fun x' => x' m k')) _).
      { assert (pd (at2 x c j) (fun x' => delta (l + n) k') = 0).
        { apply constant. }
        rule_same (diff_scale (at2 x c j) (fun x' => delta (l + n) k') (fun x' => x' m k')). }
      apply (eq_eq _ (delta (l + n) k' * (delta m c * delta k' j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum O' (fun k => rsum N (fun l => g k l * rsum C (fun m => rsum K (fun n => w k m n * rsum (N + K - 1) (fun k' => delta (l + n) k' * delta m c * delta k' j)))))) _); [ | same ].
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma inputs_gradient_2_sum_delta :
  rsum O' (fun k => rsum N (fun l => g k l * rsum C (fun m => rsum K (fun n => w k m n * rsum (N + K - 1) (fun p => delta (l + n) p * delta m c * delta j p)))))
  = rsum O' (fun k => rsum N (fun l => g k l * rsum C (fun m => rsum K (fun n => w k m n * delta (l + n) j * delta m c)))).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply rsum_ext; intros m ?; cbv beta.
  apply rsum_ext; intros n ?; cbv beta.
  apply (eq_eq _ (w k m n * (delta (l + n) j * delta m c)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum (N + K - 1) (fun p => delta p j * delta (l + n) p * delta m c)) _).
  { apply rsum_ext; intros p ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum (N + K - 1) (fun k' => delta k' j * delta (l + n) k' * delta m c)) _); [ same | ].
  rule_same (sum_delta (N + K - 1) (fun p => delta (l + n) p * delta m c) j).
Qed.

(* exchange the sums *)
Lemma inputs_gradient_3_sum_swap :
  rsum O' (fun k => rsum N (fun l => g k l * rsum C (fun m => rsum K (fun n => w k m n * delta (l + n) j * delta m c))))
  = rsum N (fun l => rsum O' (fun k => g k l * rsum C (fun m => rsum K (fun n => w k m n * delta (l + n) j * delta m c)))).
Proof.
  rule_same (sum_swap O' N (fun k l => g k l * rsum C (fun m => rsum K (fun n => w k m n * delta (l + n) j * delta m c)))).
Qed.

(* a constant factor goes in front of the sum; the delta keeps one term of the sum; exchange the sums *)
Lemma inputs_gradient_4_sum_factor :
  rsum N (fun l => rsum O' (fun k => g k l * rsum C (fun m => rsum K (fun n => w k m n * delta (l + n) j * delta m c))))
  = rsum O' (fun o => rsum K (fun k => w o c k * rsum N (fun r => delta (k + r) j * g o r))).
Proof.
  apply (eq_eq _ (rsum N (fun l => rsum O' (fun k => rsum K (fun m => delta (l + m) j * g k l * w k c m)))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum O' (fun k => rsum K (fun n => delta (l + n) j * w k c n) * g k l)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (g k l * rsum K (fun n => delta (l + n) j * w k c n)) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum C (fun m => delta m c * rsum K (fun n => delta (l + n) j * w k m n))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          apply (eq_eq _ (rsum K (fun n => delta (l + n) j * delta m c * w k m n)) _).
          { apply rsum_ext; intros n ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum K (fun n => delta m c * delta (l + n) j * w k m n)) _).
          { apply rsum_ext; intros n ?; cbv beta.
            arith. }
          rule_same (sum_factor K (delta m c) (fun n => delta (l + n) j * w k m n) (fun n => true)). }
        rule_same (sum_delta C (fun m => rsum K (fun n => delta (l + n) j * w k m n)) c). }
      arith. }
    apply (eq_eq _ (rsum O' (fun k => g k l * rsum K (fun n => delta (l + n) j * w k c n))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum O' (fun k => rsum K (fun m => g k l * delta (l + m) j * w k c m))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (g k l * rsum K (fun m => delta (l + m) j * w k c m)) _); [ same | ].
      symmetry.
      rule_same (sum_factor K (g k l) (fun n => delta (l + n) j * w k c n) (fun n => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum O' (fun l => rsum K (fun m => delta (k + m) j * g l k * w l c m)))) _); [ same | ].
  apply (eq_eq _ (rsum O' (fun l => rsum N (fun k => rsum K (fun m => delta (k + m) j * g l k * w l c m)))) _).
  { rule_same (sum_swap N O' (fun l k => rsum K (fun m => delta (l + m) j * g k l * w k c m))). }
  apply (eq_eq _ (rsum O' (fun l => rsum K (fun m => rsum N (fun k => delta (m + k) j * g l k * w l c m)))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    rule_same (sum_swap N K (fun k m => delta (k + m) j * g l k * w l c m)). }
  apply (eq_eq _ (rsum O' (fun l => rsum K (fun m => w l c m * rsum N (fun k => delta (m + k) j * g l k)))) _); [ | same ].
  symmetry.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (rsum K (fun m => rsum N (fun k => delta (m + k) j * g l k) * w l c m)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun m => w l c m * rsum N (fun k => delta (m + k) j * g l k))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun m => rsum N (fun k => w l c m * delta (m + k) j * g l k))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (w l c m) (fun k => delta (m + k) j * g l k) (fun k => true)). }
  apply rsum_ext; intros m ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Theorem inputs_gradient :
  is_pd (at2 x c j) (fun x' => rsum O' (fun o => rsum N (fun i => g o i * y_of C K N w x' b o i)))
  (rsum O' (fun o => rsum K (fun k => w o c k * rsum N (fun r => delta (k + r) j * g o r)))).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ inputs_gradient_1_diff_sum (eq_eq _ _ _ inputs_gradient_2_sum_delta (eq_eq _ _ _ inputs_gradient_3_sum_swap inputs_gradient_4_sum_factor))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition inputs_gradient_outright : option (
  is_pd (at2 x c j) (fun x' => rsum O' (fun o => rsum N (fun i => g o i * y_of C K N w x' b o i)))
  (rsum O' (fun o => rsum K (fun k => w o c k * rsum N (fun r => delta (k + r) j * g o r))))).
Proof.
  attempt "inputs_gradient" by Formula.outright (Formula.by_matrix (Formula.Sum O' (fun o => (Formula.Sum N (fun i => (Formula.Mul (Formula.C (g o i)) (Formula.Add (Formula.Sum C (fun c' => (Formula.Sum K (fun k => (Formula.Mul (Formula.C (w o c' k)) (Formula.Sum (N + K - 1) (fun m => (Formula.Mul (Formula.C (delta (i + k) m)) (Formula.V (c', m)))))))))) (Formula.C (b o))))))))).
Defined.
End inputs_gradient.

(** * Derivative of y by w *)

Section derivative_y_w.
Variables (i j l n o : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < O')%nat.
Hypothesis l_in : (l < C)%nat.
Hypothesis n_in : (n < K)%nat.
Hypothesis o_in : (o < O')%nat.

(* definition of y_oi *)
Lemma derivative_y_w_1_unfold :
  pd (at3 w j l n) (fun w' => y_of C K N w' x b o i)
  = pd (at3 w j l n) (fun w' => rsum C (fun c => rsum K (fun n' => w' o c n' * rsum (N + K - 1) (fun p => delta (i + n') p * x c p))) + b o).
Proof.
  apply (eq_eq _ (pd (at3 w j l n) (fun w' => rsum C (fun c => rsum K (fun k => w' o c k * rsum (N + K - 1) (fun m => delta (i + k) m * x c m))) + b o)) _); [ | same ].
  apply pd_ext.
  intros w'; cbv beta.
  unfold y_of; same.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂w_onp/∂w_jln = δ_oj·δ_nl·δ_pn *)
Lemma derivative_y_w_2_diff_sum :
  pd (at3 w j l n) (fun w' => rsum C (fun c => rsum K (fun n' => w' o c n' * rsum (N + K - 1) (fun p => delta (i + n') p * x c p))) + b o)
  = rsum C (fun r => rsum K (fun p => rsum (N + K - 1) (fun q => delta (i + p) q * x r q) * delta o j * delta r l * delta p n)).
Proof.
  apply (eq_eq _ (pd (at3 w j l n) (fun w' => rsum C (fun c => rsum K (fun n' => w' o c n' * rsum (N + K - 1) (fun p => delta (i + n') p * x c p))) + b o)) _); [ same | ].
  apply (eq_eq _ (rsum C (fun n' => rsum K (fun p => rsum (N + K - 1) (fun q => delta (i + p) q * x n' q) * delta o j * delta n' l * delta p n))) _); [ | same ].
  apply (eq_eq _ (rsum C (fun n' => rsum K (fun p => rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l') * delta o j * delta n' l * delta p n))) _); [ | same ].
  apply (eq_eq _ (pd (at3 w j l n) (fun w' => rsum C (fun c => rsum K (fun n' => w' o c n' * rsum (N + K - 1) (fun p => delta (i + n') p * x c p)))) + pd (at3 w j l n) (fun w' => b o)) _).
  { rule_same (diff_add (at3 w j l n) (fun w' => rsum C (fun c => rsum K (fun n' => w' o c n' * rsum (N + K - 1) (fun p => delta (i + n') p * x c p)))) (fun w' => b o)). }
  apply (eq_eq _ (rsum C (fun n' => rsum K (fun p => rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l') * delta o j * delta n' l * delta p n)) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at3 w j l n) (fun w' => rsum C (fun k => rsum K (fun n' => w' o k n' * rsum (N + K - 1) (fun p => delta (i + n') p * x k p))))) _); [ same | ].
      apply (eq_eq _ (rsum C (fun n' => pd (at3 w j l n) (fun w' => rsum K (fun l' => w' o n' l' * rsum (N + K - 1) (fun p => delta (i + l') p * x n' p))))) _).
      { rule_same (diff_sum (at3 w j l n) C (fun k w' => rsum K (fun n' => w' o k n' * rsum (N + K - 1) (fun p => delta (i + n') p * x k p))) (fun k => true)). }
      apply rsum_ext; intros n' ?; cbv beta.
      apply (eq_eq _ (pd (at3 w j l n) (fun w' => rsum K (fun k => w' o n' k * rsum (N + K - 1) (fun p => delta (i + k) p * x n' p)))) _); [ same | ].
      apply (eq_eq _ (rsum K (fun p => pd (at3 w j l n) (fun w' => w' o n' p * rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l')))) _).
      { rule_same (diff_sum (at3 w j l n) K (fun k w' => w' o n' k * rsum (N + K - 1) (fun p => delta (i + k) p * x n' p)) (fun k => true)). }
      apply rsum_ext; intros p ?; cbv beta.
      apply (eq_eq _ (pd (at3 w j l n) (fun w' => rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l') * w' o n' p)) _).
      { apply pd_ext.
        intros w'; cbv beta.
        arith. }
      apply (eq_eq _ (rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l') * pd (at3 w j l n) (fun w' => w' o n' p)) _).
      { assert (pd (at3 w j l n) (fun w' => rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l')) = 0).
        { apply constant. }
        rule_same (diff_scale (at3 w j l n) (fun w' => rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l')) (fun w' => w' o n' p)). }
      apply (eq_eq _ (rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l') * (delta o j * delta n' l * delta p n)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable3. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_w_3_sum_delta :
  rsum C (fun r => rsum K (fun p => rsum (N + K - 1) (fun q => delta (i + p) q * x r q) * delta o j * delta r l * delta p n))
  = rsum (N + K - 1) (fun q => delta (i + n) q * x l q) * delta o j.
Proof.
  apply (eq_eq _ (rsum C (fun n' => rsum K (fun p => rsum (N + K - 1) (fun q => delta (i + p) q * x n' q) * delta o j * delta n' l * delta p n))) _); [ same | ].
  apply (eq_eq _ (rsum (N + K - 1) (fun q => delta (i + n) q * x l q) * delta o j) _); [ | same ].
  apply (eq_eq _ (rsum C (fun n' => rsum (N + K - 1) (fun q => delta (i + n) q * x n' q) * delta o j * delta n' l)) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    apply (eq_eq _ (rsum K (fun p => delta p n * rsum (N + K - 1) (fun q => delta (i + p) q * x n' q) * delta o j * delta n' l)) _).
    { apply rsum_ext; intros p ?; cbv beta.
      arith. }
    rule_same (sum_delta K (fun p => rsum (N + K - 1) (fun q => delta (i + p) q * x n' q) * delta o j * delta n' l) n). }
  apply (eq_eq _ (rsum C (fun n' => delta n' l * rsum (N + K - 1) (fun q => delta (i + n) q * x n' q) * delta o j)) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    arith. }
  rule_same (sum_delta C (fun n' => rsum (N + K - 1) (fun q => delta (i + n) q * x n' q) * delta o j) l).
Qed.

Theorem derivative_y_w :
  is_pd (at3 w j l n) (fun w' => y_of C K N w' x b o i)
  (rsum (N + K - 1) (fun q => delta (i + n) q * x l q) * delta o j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_w_1_unfold (eq_eq _ _ _ derivative_y_w_2_diff_sum derivative_y_w_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for weights or else anew *)
Definition derivative_y_w_outright : option (
  is_pd (at3 w j l n) (fun w' => y_of C K N w' x b o i)
  (rsum (N + K - 1) (fun q => delta (i + n) q * x l q) * delta o j)).
Proof.
  attempt "derivative_y_w" as (weights_outright l i n o j) or Formula.outright (Formula.by_cube (Formula.Add (Formula.Sum C (fun c => (Formula.Sum K (fun k => (Formula.Mul (Formula.V (o, c, k)) (Formula.C (rsum (N + K - 1) (fun m => delta (i + k) m * x c m)))))))) (Formula.C (b o)))).
Defined.
End derivative_y_w.

(** * VJP of y for w *)

Section vjp_y_w.
Variables (j l n : nat).
Hypothesis j_in : (j < O')%nat.
Hypothesis l_in : (l < C)%nat.
Hypothesis n_in : (n < K)%nat.

(* put in ∂y_oi/∂w_jln *)
Lemma vjp_y_w_1_lemma :
  rsum O' (fun o => rsum N (fun i => y_bar o i * pd (at3 w j l n) (fun w' => y_of C K N w' x b o i)))
  = rsum O' (fun o => rsum N (fun i => y_bar o i * rsum (N + K - 1) (fun q => delta (n + i) q * x l q) * delta o j)).
Proof.
  apply rsum_ext; intros o ?; cbv beta.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (y_bar o i * (rsum (N + K - 1) (fun q => delta (n + i) q * x l q) * delta o j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at3 w j l n) (fun w' => y_of C K N w' x b o i)) _); [ same | ].
  apply (eq_eq _ (rsum (N + K - 1) (fun q => delta (i + n) q * x l q) * delta o j) _); [ | same ].
  apply (eq_eq _ (pd (at3 w j l n) (fun w' => rsum C (fun c => rsum K (fun k => w' o c k * rsum (N + K - 1) (fun m => delta (i + k) m * x c m))) + b o)) _).
  { apply pd_ext.
    intros w'; cbv beta.
    unfold y_of; same. }
  apply (eq_eq _ (pd (at3 w j l n) (fun w' => rsum C (fun c => rsum K (fun n' => w' o c n' * rsum (N + K - 1) (fun p => delta (i + n') p * x c p))) + b o)) _); [ same | ].
  apply (eq_eq _ (rsum C (fun n' => rsum K (fun p => rsum (N + K - 1) (fun q => delta (i + p) q * x n' q) * delta o j * delta n' l * delta p n))) _).
  { apply (eq_eq _ (rsum C (fun n' => rsum K (fun p => rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l') * delta o j * delta n' l * delta p n))) _); [ | same ].
    apply (eq_eq _ (pd (at3 w j l n) (fun w' => rsum C (fun c => rsum K (fun n' => w' o c n' * rsum (N + K - 1) (fun p => delta (i + n') p * x c p)))) + pd (at3 w j l n) (fun w' => b o)) _).
    { rule_same (diff_add (at3 w j l n) (fun w' => rsum C (fun c => rsum K (fun n' => w' o c n' * rsum (N + K - 1) (fun p => delta (i + n') p * x c p)))) (fun w' => b o)). }
    apply (eq_eq _ (rsum C (fun n' => rsum K (fun p => rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l') * delta o j * delta n' l * delta p n)) + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at3 w j l n) (fun w' => rsum C (fun k => rsum K (fun n' => w' o k n' * rsum (N + K - 1) (fun p => delta (i + n') p * x k p))))) _); [ same | ].
        apply (eq_eq _ (rsum C (fun n' => pd (at3 w j l n) (fun w' => rsum K (fun l' => w' o n' l' * rsum (N + K - 1) (fun p => delta (i + l') p * x n' p))))) _).
        { rule_same (diff_sum (at3 w j l n) C (fun k w' => rsum K (fun n' => w' o k n' * rsum (N + K - 1) (fun p => delta (i + n') p * x k p))) (fun k => true)). }
        apply rsum_ext; intros n' ?; cbv beta.
        apply (eq_eq _ (pd (at3 w j l n) (fun w' => rsum K (fun k => w' o n' k * rsum (N + K - 1) (fun p => delta (i + k) p * x n' p)))) _); [ same | ].
        apply (eq_eq _ (rsum K (fun p => pd (at3 w j l n) (fun w' => w' o n' p * rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l')))) _).
        { rule_same (diff_sum (at3 w j l n) K (fun k w' => w' o n' k * rsum (N + K - 1) (fun p => delta (i + k) p * x n' p)) (fun k => true)). }
        apply rsum_ext; intros p ?; cbv beta.
        apply (eq_eq _ (pd (at3 w j l n) (fun w' => rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l') * w' o n' p)) _).
        { apply pd_ext.
          intros w'; cbv beta.
          arith. }
        apply (eq_eq _ (rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l') * pd (at3 w j l n) (fun w' => w' o n' p)) _).
        { assert (pd (at3 w j l n) (fun w' => rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l')) = 0).
          { apply constant. }
          rule_same (diff_scale (at3 w j l n) (fun w' => rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l')) (fun w' => w' o n' p)). }
        apply (eq_eq _ (rsum (N + K - 1) (fun l' => delta (i + p) l' * x n' l') * (delta o j * delta n' l * delta p n)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable3. }
      apply constant. }
    arith. }
  apply (eq_eq _ (rsum C (fun n' => rsum (N + K - 1) (fun q => delta (i + n) q * x n' q) * delta o j * delta n' l)) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    apply (eq_eq _ (rsum K (fun p => delta p n * rsum (N + K - 1) (fun q => delta (i + p) q * x n' q) * delta o j * delta n' l)) _).
    { apply rsum_ext; intros p ?; cbv beta.
      arith. }
    rule_same (sum_delta K (fun p => rsum (N + K - 1) (fun q => delta (i + p) q * x n' q) * delta o j * delta n' l) n). }
  apply (eq_eq _ (rsum C (fun n' => delta n' l * rsum (N + K - 1) (fun q => delta (i + n) q * x n' q) * delta o j)) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    arith. }
  rule_same (sum_delta C (fun n' => rsum (N + K - 1) (fun q => delta (i + n) q * x n' q) * delta o j) l).
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_y_w_2_sum_factor :
  rsum O' (fun o => rsum N (fun i => y_bar o i * rsum (N + K - 1) (fun q => delta (n + i) q * x l q) * delta o j))
  = rsum O' (fun o => delta o j * rsum N (fun i => rsum (N + K - 1) (fun k => delta (n + i) k * x l k * y_bar o i))).
Proof.
  apply rsum_ext; intros o ?; cbv beta.
  apply (eq_eq _ (rsum N (fun i => delta o j * y_bar o i * rsum (N + K - 1) (fun q => delta (n + i) q * x l q))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => delta o j * y_bar o k * rsum (N + K - 1) (fun q => delta (n + k) q * x l q))) _); [ same | ].
  apply (eq_eq _ (delta o j * rsum N (fun k => y_bar o k * rsum (N + K - 1) (fun q => delta (n + k) q * x l q))) _).
  { rule_same (sum_factor N (delta o j) (fun i => y_bar o i * rsum (N + K - 1) (fun q => delta (n + i) q * x l q)) (fun i => true)). }
  apply (eq_eq _ (delta o j * rsum N (fun i => y_bar o i * rsum (N + K - 1) (fun q => delta (n + i) q * x l q))) _); [ same | ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum N (fun i => rsum (N + K - 1) (fun k => y_bar o i * delta (n + i) k * x l k))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (y_bar o i * rsum (N + K - 1) (fun k => delta (n + i) k * x l k)) _); [ same | ].
    symmetry.
    rule_same (sum_factor (N + K - 1) (y_bar o i) (fun q => delta (n + i) q * x l q) (fun q => true)). }
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

(* the delta keeps one term of the sum; a constant factor goes in front of the sum *)
Lemma vjp_y_w_3_sum_delta :
  rsum O' (fun k => delta k j * rsum N (fun i => rsum (N + K - 1) (fun m => delta (n + i) m * x l m * y_bar k i)))
  = rsum N (fun i => y_bar j i * rsum (N + K - 1) (fun k => delta (n + i) k * x l k)).
Proof.
  apply (eq_eq _ (rsum N (fun i => rsum (N + K - 1) (fun k => delta (n + i) k * x l k * y_bar j i))) _).
  { rule_same (sum_delta O' (fun o => rsum N (fun i => rsum (N + K - 1) (fun k => delta (n + i) k * x l k * y_bar o i))) j). }
  symmetry.
  apply (eq_eq _ (rsum N (fun i => rsum (N + K - 1) (fun k => delta (n + i) k * x l k) * y_bar j i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun i => y_bar j i * rsum (N + K - 1) (fun k => delta (n + i) k * x l k))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun i => rsum (N + K - 1) (fun k => y_bar j i * delta (n + i) k * x l k))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    symmetry.
    rule_same (sum_factor (N + K - 1) (y_bar j i) (fun k => delta (n + i) k * x l k) (fun k => true)). }
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Theorem vjp_y_w :
  is_pd (at3 w j l n) (fun w' => rsum O' (fun o => rsum N (fun i => y_bar o i * y_of C K N w' x b o i)))
  (rsum N (fun i => y_bar j i * rsum (N + K - 1) (fun k => delta (n + i) k * x l k))).
Proof.
  apply (is_pd_eq _ _ (rsum O' (fun o => rsum N (fun i => y_bar o i * pd (at3 w j l n) (fun w' => y_of C K N w' x b o i)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_w_1_lemma (eq_eq _ _ _ vjp_y_w_2_sum_factor vjp_y_w_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_w_outright : option (
  is_pd (at3 w j l n) (fun w' => rsum O' (fun o => rsum N (fun i => y_bar o i * y_of C K N w' x b o i)))
  (rsum N (fun i => y_bar j i * rsum (N + K - 1) (fun k => delta (n + i) k * x l k)))).
Proof.
  attempt "vjp_y_w" by timeout 3 Formula.outright (Formula.by_cube (Formula.Sum O' (fun o => (Formula.Sum N (fun i => (Formula.Mul (Formula.C (y_bar o i)) (Formula.Add (Formula.Sum C (fun c => (Formula.Sum K (fun k => (Formula.Mul (Formula.V (o, c, k)) (Formula.C (rsum (N + K - 1) (fun m => delta (i + k) m * x c m)))))))) (Formula.C (b o))))))))).
Defined.
End vjp_y_w.

(** * JVP of y for w *)

Section jvp_y_w.
Variables (i o : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis o_in : (o < O')%nat.

(* put in ∂y_oi/∂w_kln *)
Lemma jvp_y_w_1_lemma :
  rsum O' (fun k => rsum C (fun l => rsum K (fun n => pd (at3 w k l n) (fun w' => y_of C K N w' x b o i) * w_dot k l n)))
  = rsum O' (fun k => rsum C (fun l => rsum K (fun n => rsum (N + K - 1) (fun q => delta (i + n) q * x l q) * delta o k * w_dot k l n))).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros n ?; cbv beta.
  apply (eq_eq _ ((rsum (N + K - 1) (fun q => delta (i + n) q * x l q) * delta o k) * w_dot k l n) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at3 w k l n) (fun w' => rsum C (fun c => rsum K (fun k' => w' o c k' * rsum (N + K - 1) (fun m => delta (i + k') m * x c m))) + b o)) _).
  { apply pd_ext.
    intros w'; cbv beta.
    unfold y_of; same. }
  apply (eq_eq _ (pd (at3 w k l n) (fun w' => rsum C (fun c => rsum K (fun p => w' o c p * rsum (N + K - 1) (fun m => delta (i + p) m * x c m))) + b o)) _); [ same | ].
  apply (eq_eq _ (rsum C (fun m => rsum K (fun p => rsum (N + K - 1) (fun q => delta (i + p) q * x m q) * delta o k * delta m l * delta p n))) _).
  { apply (eq_eq _ (rsum C (fun m => rsum K (fun p => rsum (N + K - 1) (fun l' => delta (i + p) l' * x m l') * delta o k * delta m l * delta p n))) _); [ | same ].
    apply (eq_eq _ (pd (at3 w k l n) (fun w' => rsum C (fun c => rsum K (fun p => w' o c p * rsum (N + K - 1) (fun m => delta (i + p) m * x c m)))) + pd (at3 w k l n) (fun w' => b o)) _).
    { rule_same (diff_add (at3 w k l n) (fun w' => rsum C (fun c => rsum K (fun p => w' o c p * rsum (N + K - 1) (fun m => delta (i + p) m * x c m)))) (fun w' => b o)). }
    apply (eq_eq _ (rsum C (fun m => rsum K (fun p => rsum (N + K - 1) (fun l' => delta (i + p) l' * x m l') * delta o k * delta m l * delta p n)) + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at3 w k l n) (fun w' => rsum C (fun k' => rsum K (fun p => w' o k' p * rsum (N + K - 1) (fun m => delta (i + p) m * x k' m))))) _); [ same | ].
        apply (eq_eq _ (rsum C (fun m => pd (at3 w k l n) (fun w' => rsum K (fun p => w' o m p * rsum (N + K - 1) (fun l' => delta (i + p) l' * x m l'))))) _).
        { rule_same (diff_sum (at3 w k l n) C (fun k' w' => rsum K (fun p => w' o k' p * rsum (N + K - 1) (fun m => delta (i + p) m * x k' m))) (fun k' => true)). }
        apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (pd (at3 w k l n) (fun w' => rsum K (fun k' => w' o m k' * rsum (N + K - 1) (fun l' => delta (i + k') l' * x m l')))) _); [ same | ].
        apply (eq_eq _ (rsum K (fun p => pd (at3 w k l n) (fun w' => w' o m p * rsum (N + K - 1) (fun l' => delta (i + p) l' * x m l')))) _).
        { rule_same (diff_sum (at3 w k l n) K (fun k' w' => w' o m k' * rsum (N + K - 1) (fun l' => delta (i + k') l' * x m l')) (fun k' => true)). }
        apply rsum_ext; intros p ?; cbv beta.
        apply (eq_eq _ (pd (at3 w k l n) (fun w' => rsum (N + K - 1) (fun l' => delta (i + p) l' * x m l') * w' o m p)) _).
        { apply pd_ext.
          intros w'; cbv beta.
          arith. }
        apply (eq_eq _ (rsum (N + K - 1) (fun l' => delta (i + p) l' * x m l') * pd (at3 w k l n) (fun w' => w' o m p)) _).
        { assert (pd (at3 w k l n) (fun w' => rsum (N + K - 1) (fun l' => delta (i + p) l' * x m l')) = 0).
          { apply constant. }
          rule_same (diff_scale (at3 w k l n) (fun w' => rsum (N + K - 1) (fun l' => delta (i + p) l' * x m l')) (fun w' => w' o m p)). }
        apply (eq_eq _ (rsum (N + K - 1) (fun l' => delta (i + p) l' * x m l') * (delta o k * delta m l * delta p n)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable3. }
      apply constant. }
    arith. }
  apply (eq_eq _ (rsum C (fun m => rsum (N + K - 1) (fun q => delta (i + n) q * x m q) * delta o k * delta m l)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (rsum K (fun p => delta p n * rsum (N + K - 1) (fun q => delta (i + p) q * x m q) * delta o k * delta m l)) _).
    { apply rsum_ext; intros p ?; cbv beta.
      arith. }
    rule_same (sum_delta K (fun p => rsum (N + K - 1) (fun q => delta (i + p) q * x m q) * delta o k * delta m l) n). }
  apply (eq_eq _ (rsum C (fun m => delta m l * rsum (N + K - 1) (fun q => delta (i + n) q * x m q) * delta o k)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta C (fun m => rsum (N + K - 1) (fun q => delta (i + n) q * x m q) * delta o k) l).
Qed.

(* a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_w_2_sum_factor :
  rsum O' (fun k => rsum C (fun l => rsum K (fun n => rsum (N + K - 1) (fun q => delta (i + n) q * x l q) * delta o k * w_dot k l n)))
  = rsum C (fun l => rsum K (fun n => w_dot o l n * rsum (N + K - 1) (fun m => delta (i + n) m * x l m))).
Proof.
  apply (eq_eq _ (rsum O' (fun k => delta o k * rsum C (fun l => rsum K (fun n => rsum (N + K - 1) (fun m => delta (i + n) m * w_dot k l n * x l m))))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum C (fun l => delta o k * rsum K (fun n => rsum (N + K - 1) (fun m => delta (i + n) m * w_dot k l n * x l m)))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum K (fun n => delta o k * rsum (N + K - 1) (fun q => delta (i + n) q * x l q) * w_dot k l n)) _).
      { apply rsum_ext; intros n ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum K (fun m => delta o k * rsum (N + K - 1) (fun q => delta (i + m) q * x l q) * w_dot k l m)) _); [ same | ].
      apply (eq_eq _ (delta o k * rsum K (fun m => rsum (N + K - 1) (fun q => delta (i + m) q * x l q) * w_dot k l m)) _).
      { rule_same (sum_factor K (delta o k) (fun n => rsum (N + K - 1) (fun q => delta (i + n) q * x l q) * w_dot k l n) (fun n => true)). }
      apply (eq_eq _ (delta o k * rsum K (fun n => rsum (N + K - 1) (fun q => delta (i + n) q * x l q) * w_dot k l n)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum K (fun n => w_dot k l n * rsum (N + K - 1) (fun q => delta (i + n) q * x l q))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum K (fun n => rsum (N + K - 1) (fun m => w_dot k l n * delta (i + n) m * x l m))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        apply (eq_eq _ (w_dot k l n * rsum (N + K - 1) (fun k' => delta (i + n) k' * x l k')) _); [ same | ].
        symmetry.
        rule_same (sum_factor (N + K - 1) (w_dot k l n) (fun q => delta (i + n) q * x l q) (fun q => true)). }
      apply rsum_ext; intros n ?; cbv beta.
      apply rsum_ext; intros m ?; cbv beta.
      arith. }
    rule_same (sum_factor C (delta o k) (fun l => rsum K (fun n => rsum (N + K - 1) (fun m => delta (i + n) m * w_dot k l n * x l m))) (fun l => true)). }
  apply (eq_eq _ (rsum O' (fun k => delta k o * rsum C (fun l => rsum K (fun n => rsum (N + K - 1) (fun m => delta (i + n) m * w_dot k l n * x l m))))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    same. }
  apply (eq_eq _ (rsum C (fun l => rsum K (fun n => rsum (N + K - 1) (fun m => delta (i + n) m * w_dot o l n * x l m)))) _).
  { rule_same (sum_delta O' (fun k => rsum C (fun l => rsum K (fun n => rsum (N + K - 1) (fun m => delta (i + n) m * w_dot k l n * x l m)))) o). }
  apply (eq_eq _ (rsum C (fun l => rsum K (fun n => rsum (N + K - 1) (fun k => delta (i + n) k * w_dot o l n * x l k)))) _); [ same | ].
  symmetry.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (rsum K (fun n => rsum (N + K - 1) (fun m => delta (i + n) m * x l m) * w_dot o l n)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun n => w_dot o l n * rsum (N + K - 1) (fun m => delta (i + n) m * x l m))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun n => rsum (N + K - 1) (fun k => w_dot o l n * delta (i + n) k * x l k))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (w_dot o l n * rsum (N + K - 1) (fun k => delta (i + n) k * x l k)) _); [ same | ].
    symmetry.
    rule_same (sum_factor (N + K - 1) (w_dot o l n) (fun m => delta (i + n) m * x l m) (fun m => true)). }
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Theorem jvp_y_w :
  is_pd (at0 0) (fun t => y_of C K N (line3 w w_dot t) x b o i)
  (rsum C (fun l => rsum K (fun n => w_dot o l n * rsum (N + K - 1) (fun m => delta (i + n) m * x l m)))).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum O' (fun k => rsum C (fun l => rsum K (fun n => pd (at3 w k l n) (fun w' => y_of C K N w' x b o i) * w_dot k l n)))) _).
  { apply (eq_eq _ (rsum O' (fun k => rsum C (fun l => rsum K (fun n => pd (at3 w k l n) (fun w' => y_of C K N w' x b o i) * w_dot k l n)))) _).
    { refine (eq_trans (chain3_at (at0 0) O' C K w (fun w' => y_of C K N w' x b o i) (fun t => (line3 w w_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity3. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_w_1_lemma jvp_y_w_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_w_outright : option (
  is_pd (at0 0) (fun t => y_of C K N (line3 w w_dot t) x b o i)
  (rsum C (fun l => rsum K (fun n => w_dot o l n * rsum (N + K - 1) (fun m => delta (i + n) m * x l m))))).
Proof.
  attempt "jvp_y_w" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat3 w) (Formula.flat3 w_dot) (Formula.Add (Formula.Sum C (fun c => (Formula.Sum K (fun k => (Formula.Mul (Formula.V (o, c, k)) (Formula.C (rsum (N + K - 1) (fun m => delta (i + k) m * x c m)))))))) (Formula.C (b o)))).
Defined.
End jvp_y_w.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (i j l o : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < C)%nat.
Hypothesis l_in : (l < (N + K - 1))%nat.
Hypothesis o_in : (o < O')%nat.

(* definition of y_oi *)
Lemma derivative_y_x_1_unfold :
  pd (at2 x j l) (fun x' => y_of C K N w x' b o i)
  = pd (at2 x j l) (fun x' => rsum C (fun c => rsum K (fun n => w o c n * rsum (N + K - 1) (fun m => delta (i + n) m * x' c m))) + b o).
Proof.
  apply (eq_eq _ (pd (at2 x j l) (fun x' => rsum C (fun c => rsum K (fun k => w o c k * rsum (N + K - 1) (fun m => delta (i + k) m * x' c m))) + b o)) _); [ | same ].
  apply pd_ext.
  intros x'; cbv beta.
  unfold y_of; same.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂x_mp/∂x_jl = δ_mj·δ_pl *)
Lemma derivative_y_x_2_diff_sum :
  pd (at2 x j l) (fun x' => rsum C (fun c => rsum K (fun n => w o c n * rsum (N + K - 1) (fun m => delta (i + n) m * x' c m))) + b o)
  = rsum C (fun m => rsum K (fun n => w o m n * rsum (N + K - 1) (fun p => delta (i + n) p * delta m j * delta p l))).
Proof.
  apply (eq_eq _ (pd (at2 x j l) (fun x' => rsum C (fun c => rsum K (fun n => w o c n * rsum (N + K - 1) (fun m => delta (i + n) m * x' c m)))) + pd (at2 x j l) (fun x' => b o)) _).
  { rule_same (diff_add (at2 x j l) (fun x' => rsum C (fun c => rsum K (fun n => w o c n * rsum (N + K - 1) (fun m => delta (i + n) m * x' c m)))) (fun x' => b o)). }
  apply (eq_eq _ (rsum C (fun m => rsum K (fun n => w o m n * rsum (N + K - 1) (fun p => delta (i + n) p * delta m j * delta p l))) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 x j l) (fun x' => rsum C (fun k => rsum K (fun n => w o k n * rsum (N + K - 1) (fun m => delta (i + n) m * x' k m))))) _); [ same | ].
      apply (eq_eq _ (rsum C (fun m => pd (at2 x j l) (fun x' => rsum K (fun n => w o m n * rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l'))))) _).
      { rule_same (diff_sum (at2 x j l) C (fun k x' => rsum K (fun n => w o k n * rsum (N + K - 1) (fun m => delta (i + n) m * x' k m))) (fun k => true)). }
      apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (pd (at2 x j l) (fun x' => rsum K (fun k => w o m k * rsum (N + K - 1) (fun l' => delta (i + k) l' * x' m l')))) _); [ same | ].
      apply (eq_eq _ (rsum K (fun n => pd (at2 x j l) (fun x' => w o m n * rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l')))) _).
      { rule_same (diff_sum (at2 x j l) K (fun k x' => w o m k * rsum (N + K - 1) (fun l' => delta (i + k) l' * x' m l')) (fun k => true)). }
      apply rsum_ext; intros n ?; cbv beta.
      apply (eq_eq _ (pd (at2 x j l) (fun x' => w o m n * rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l'))) _).
      { reflexivity. }
      apply (eq_eq _ (w o m n * pd (at2 x j l) (fun x' => rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l'))) _).
      { assert (pd (at2 x j l) (fun x' => w o m n) = 0).
        { apply constant. }
        rule_same (diff_scale (at2 x j l) (fun x' => w o m n) (fun x' => rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l'))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at2 x j l) (fun x' => rsum (N + K - 1) (fun k => delta (i + n) k * x' m k))) _); [ same | ].
      apply (eq_eq _ (rsum (N + K - 1) (fun p => pd (at2 x j l) (fun x' => delta (i + n) p * x' m p))) _).
      { rule_same (diff_sum (at2 x j l) (N + K - 1) (fun k x' => delta (i + n) k * x' m k) (fun k => true)). }
      apply rsum_ext; intros p ?; cbv beta.
      apply (eq_eq _ (pd (at2 x j l) (fun x' => delta (i + n) p * x' m p)) _).
      { reflexivity. }
      apply (eq_eq _ (delta (i + n) p * pd (at2 x j l) (fun x' => x' m p)) _).
      { assert (pd (at2 x j l) (fun x' => delta (i + n) p) = 0).
        { apply constant. }
        rule_same (diff_scale (at2 x j l) (fun x' => delta (i + n) p) (fun x' => x' m p)). }
      apply (eq_eq _ (delta (i + n) p * (delta m j * delta p l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_x_3_sum_delta :
  rsum C (fun m => rsum K (fun n => w o m n * rsum (N + K - 1) (fun p => delta (i + n) p * delta m j * delta p l)))
  = rsum C (fun m => rsum K (fun n => w o m n * delta (i + n) l * delta m j)).
Proof.
  apply rsum_ext; intros m ?; cbv beta.
  apply rsum_ext; intros n ?; cbv beta.
  apply (eq_eq _ (w o m n * (delta (i + n) l * delta m j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum (N + K - 1) (fun p => delta p l * delta (i + n) p * delta m j)) _).
  { apply rsum_ext; intros p ?; cbv beta.
    arith. }
  rule_same (sum_delta (N + K - 1) (fun p => delta (i + n) p * delta m j) l).
Qed.

(* a constant factor goes in front of the sum *)
Lemma derivative_y_x_4_sum_factor :
  rsum C (fun m => rsum K (fun n => w o m n * delta (i + n) l * delta m j))
  = rsum C (fun m => delta m j * rsum K (fun n => w o m n * delta (i + n) l)).
Proof.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ (rsum K (fun n => delta m j * w o m n * delta (i + n) l)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    arith. }
  apply (eq_eq _ (delta m j * rsum K (fun k => w o m k * delta (i + k) l)) _); [ | same ].
  rule_same (sum_factor K (delta m j) (fun n => w o m n * delta (i + n) l) (fun n => true)).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_x_5_sum_delta :
  rsum C (fun m => delta m j * rsum K (fun n => w o m n * delta (i + n) l))
  = rsum K (fun n => w o j n * delta (i + n) l).
Proof.
  apply (eq_eq _ (rsum K (fun n => delta (i + n) l * w o j n)) _).
  { apply (eq_eq _ (rsum C (fun m => delta m j * rsum K (fun n => delta (i + n) l * w o m n))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      refine (f_equal2 Rmult eq_refl _).
      apply rsum_ext; intros n ?; cbv beta.
      arith. }
    rule_same (sum_delta C (fun m => rsum K (fun n => delta (i + n) l * w o m n)) j). }
  symmetry.
  apply rsum_ext; intros n ?; cbv beta.
  arith.
Qed.

Theorem derivative_y_x :
  is_pd (at2 x j l) (fun x' => y_of C K N w x' b o i)
  (rsum K (fun n => w o j n * delta (i + n) l)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_sum (eq_eq _ _ _ derivative_y_x_3_sum_delta (eq_eq _ _ _ derivative_y_x_4_sum_factor derivative_y_x_5_sum_delta)))).
Qed.

(* the same by the differentiator, by what it found for inputs or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at2 x j l) (fun x' => y_of C K N w x' b o i)
  (rsum K (fun n => w o j n * delta (i + n) l))).
Proof.
  attempt "derivative_y_x" from (inputs_outright j i l o) or Formula.outright (Formula.by_matrix (Formula.Add (Formula.Sum C (fun c => (Formula.Sum K (fun k => (Formula.Mul (Formula.C (w o c k)) (Formula.Sum (N + K - 1) (fun m => (Formula.Mul (Formula.C (delta (i + k) m)) (Formula.V (c, m)))))))))) (Formula.C (b o)))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (j l : nat).
Hypothesis j_in : (j < C)%nat.
Hypothesis l_in : (l < (N + K - 1))%nat.

(* put in ∂y_oi/∂x_jl *)
Lemma vjp_y_x_1_lemma :
  rsum O' (fun o => rsum N (fun i => y_bar o i * pd (at2 x j l) (fun x' => y_of C K N w x' b o i)))
  = rsum O' (fun o => rsum N (fun i => y_bar o i * rsum K (fun n => w o j n * delta (i + n) l))).
Proof.
  apply rsum_ext; intros o ?; cbv beta.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 x j l) (fun x' => rsum C (fun c => rsum K (fun k => w o c k * rsum (N + K - 1) (fun m => delta (i + k) m * x' c m))) + b o)) _).
  { apply pd_ext.
    intros x'; cbv beta.
    unfold y_of; same. }
  apply (eq_eq _ (pd (at2 x j l) (fun x' => rsum C (fun c => rsum K (fun n => w o c n * rsum (N + K - 1) (fun m => delta (i + n) m * x' c m))) + b o)) _); [ same | ].
  apply (eq_eq _ (rsum C (fun m => rsum K (fun n => w o m n * rsum (N + K - 1) (fun p => delta (i + n) p * delta m j * delta p l)))) _).
  { apply (eq_eq _ (pd (at2 x j l) (fun x' => rsum C (fun c => rsum K (fun n => w o c n * rsum (N + K - 1) (fun m => delta (i + n) m * x' c m)))) + pd (at2 x j l) (fun x' => b o)) _).
    { rule_same (diff_add (at2 x j l) (fun x' => rsum C (fun c => rsum K (fun n => w o c n * rsum (N + K - 1) (fun m => delta (i + n) m * x' c m)))) (fun x' => b o)). }
    apply (eq_eq _ (rsum C (fun m => rsum K (fun n => w o m n * rsum (N + K - 1) (fun p => delta (i + n) p * delta m j * delta p l))) + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at2 x j l) (fun x' => rsum C (fun k => rsum K (fun n => w o k n * rsum (N + K - 1) (fun m => delta (i + n) m * x' k m))))) _); [ same | ].
        apply (eq_eq _ (rsum C (fun m => pd (at2 x j l) (fun x' => rsum K (fun n => w o m n * rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l'))))) _).
        { rule_same (diff_sum (at2 x j l) C (fun k x' => rsum K (fun n => w o k n * rsum (N + K - 1) (fun m => delta (i + n) m * x' k m))) (fun k => true)). }
        apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (pd (at2 x j l) (fun x' => rsum K (fun k => w o m k * rsum (N + K - 1) (fun l' => delta (i + k) l' * x' m l')))) _); [ same | ].
        apply (eq_eq _ (rsum K (fun n => pd (at2 x j l) (fun x' => w o m n * rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l')))) _).
        { rule_same (diff_sum (at2 x j l) K (fun k x' => w o m k * rsum (N + K - 1) (fun l' => delta (i + k) l' * x' m l')) (fun k => true)). }
        apply rsum_ext; intros n ?; cbv beta.
        apply (eq_eq _ (pd (at2 x j l) (fun x' => w o m n * rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l'))) _).
        { reflexivity. }
        apply (eq_eq _ (w o m n * pd (at2 x j l) (fun x' => rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l'))) _).
        { assert (pd (at2 x j l) (fun x' => w o m n) = 0).
          { apply constant. }
          rule_same (diff_scale (at2 x j l) (fun x' => w o m n) (fun x' => rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l'))). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at2 x j l) (fun x' => rsum (N + K - 1) (fun k => delta (i + n) k * x' m k))) _); [ same | ].
        apply (eq_eq _ (rsum (N + K - 1) (fun p => pd (at2 x j l) (fun x' => delta (i + n) p * x' m p))) _).
        { rule_same (diff_sum (at2 x j l) (N + K - 1) (fun k x' => delta (i + n) k * x' m k) (fun k => true)). }
        apply rsum_ext; intros p ?; cbv beta.
        apply (eq_eq _ (pd (at2 x j l) (fun x' => delta (i + n) p * x' m p)) _).
        { reflexivity. }
        apply (eq_eq _ (delta (i + n) p * pd (at2 x j l) (fun x' => x' m p)) _).
        { assert (pd (at2 x j l) (fun x' => delta (i + n) p) = 0).
          { apply constant. }
          rule_same (diff_scale (at2 x j l) (fun x' => delta (i + n) p) (fun x' => x' m p)). }
        apply (eq_eq _ (delta (i + n) p * (delta m j * delta p l)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      apply constant. }
    arith. }
  apply (eq_eq _ (rsum C (fun m => rsum K (fun n => w o m n * delta (i + n) l * delta m j))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (w o m n * (delta (i + n) l * delta m j)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum (N + K - 1) (fun p => delta p l * delta (i + n) p * delta m j)) _).
    { apply rsum_ext; intros p ?; cbv beta.
      arith. }
    rule_same (sum_delta (N + K - 1) (fun p => delta (i + n) p * delta m j) l). }
  apply (eq_eq _ (rsum C (fun m => delta m j * rsum K (fun n => w o m n * delta (i + n) l))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (rsum K (fun n => delta m j * w o m n * delta (i + n) l)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    apply (eq_eq _ (delta m j * rsum K (fun k => w o m k * delta (i + k) l)) _); [ | same ].
    rule_same (sum_factor K (delta m j) (fun n => w o m n * delta (i + n) l) (fun n => true)). }
  apply (eq_eq _ (rsum K (fun n => delta (i + n) l * w o j n)) _).
  { apply (eq_eq _ (rsum C (fun m => delta m j * rsum K (fun n => delta (i + n) l * w o m n))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      refine (f_equal2 Rmult eq_refl _).
      apply rsum_ext; intros n ?; cbv beta.
      arith. }
    rule_same (sum_delta C (fun m => rsum K (fun n => delta (i + n) l * w o m n)) j). }
  symmetry.
  apply rsum_ext; intros n ?; cbv beta.
  arith.
Qed.

(* exchange the sums *)
Lemma vjp_y_x_2_sum_swap :
  rsum O' (fun k => rsum N (fun m => y_bar k m * rsum K (fun n => w k j n * delta (m + n) l)))
  = rsum N (fun m => rsum O' (fun k => y_bar k m * rsum K (fun n => w k j n * delta (m + n) l))).
Proof.
  rule_same (sum_swap O' N (fun o i => y_bar o i * rsum K (fun n => w o j n * delta (i + n) l))).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma vjp_y_x_3_sum_factor :
  rsum N (fun m => rsum O' (fun k => y_bar k m * rsum K (fun n => w k j n * delta (m + n) l)))
  = rsum O' (fun m => rsum K (fun n => w m j n * rsum N (fun k => y_bar m k * delta (n + k) l))).
Proof.
  apply (eq_eq _ (rsum N (fun m => rsum O' (fun k => rsum K (fun n => delta (m + n) l * w k j n * y_bar k m)))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (rsum O' (fun k => rsum K (fun n => delta (m + n) l * w k j n) * y_bar k m)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (y_bar k m * rsum K (fun n => delta (m + n) l * w k j n)) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply rsum_ext; intros n ?; cbv beta.
        arith. }
      arith. }
    apply (eq_eq _ (rsum O' (fun k => y_bar k m * rsum K (fun n => delta (m + n) l * w k j n))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum O' (fun k => rsum K (fun n => y_bar k m * delta (m + n) l * w k j n))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      symmetry.
      rule_same (sum_factor K (y_bar k m) (fun n => delta (m + n) l * w k j n) (fun n => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros n ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => rsum O' (fun m => rsum K (fun n => delta (k + n) l * w m j n * y_bar m k)))) _); [ same | ].
  apply (eq_eq _ (rsum O' (fun m => rsum N (fun k => rsum K (fun n => delta (k + n) l * w m j n * y_bar m k)))) _).
  { rule_same (sum_swap N O' (fun m k => rsum K (fun n => delta (m + n) l * w k j n * y_bar k m))). }
  apply (eq_eq _ (rsum O' (fun m => rsum K (fun n => rsum N (fun k => delta (n + k) l * w m j n * y_bar m k)))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    rule_same (sum_swap N K (fun k n => delta (k + n) l * w m j n * y_bar m k)). }
  symmetry.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ (rsum K (fun n => rsum N (fun k => delta (n + k) l * y_bar m k) * w m j n)) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (w m j n * rsum N (fun k => delta (n + k) l * y_bar m k)) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply rsum_ext; intros k ?; cbv beta.
      arith. }
    arith. }
  apply (eq_eq _ (rsum K (fun n => w m j n * rsum N (fun k => delta (n + k) l * y_bar m k))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun n => rsum N (fun k => w m j n * delta (n + k) l * y_bar m k))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    symmetry.
    rule_same (sum_factor N (w m j n) (fun k => delta (n + k) l * y_bar m k) (fun k => true)). }
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  arith.
Qed.

Theorem vjp_y_x :
  is_pd (at2 x j l) (fun x' => rsum O' (fun o => rsum N (fun i => y_bar o i * y_of C K N w x' b o i)))
  (rsum O' (fun m => rsum K (fun n => w m j n * rsum N (fun k => y_bar m k * delta (n + k) l)))).
Proof.
  apply (is_pd_eq _ _ (rsum O' (fun o => rsum N (fun i => y_bar o i * pd (at2 x j l) (fun x' => y_of C K N w x' b o i)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma (eq_eq _ _ _ vjp_y_x_2_sum_swap vjp_y_x_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_x_outright : option (
  is_pd (at2 x j l) (fun x' => rsum O' (fun o => rsum N (fun i => y_bar o i * y_of C K N w x' b o i)))
  (rsum O' (fun m => rsum K (fun n => w m j n * rsum N (fun k => y_bar m k * delta (n + k) l))))).
Proof.
  attempt "vjp_y_x" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum O' (fun o => (Formula.Sum N (fun i => (Formula.Mul (Formula.C (y_bar o i)) (Formula.Add (Formula.Sum C (fun c => (Formula.Sum K (fun k => (Formula.Mul (Formula.C (w o c k)) (Formula.Sum (N + K - 1) (fun m => (Formula.Mul (Formula.C (delta (i + k) m)) (Formula.V (c, m)))))))))) (Formula.C (b o))))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (i o : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis o_in : (o < O')%nat.

(* put in ∂y_oi/∂x_kl *)
Lemma jvp_y_x_1_lemma :
  rsum C (fun k => rsum (N + K - 1) (fun l => pd (at2 x k l) (fun x' => y_of C K N w x' b o i) * x_dot k l))
  = rsum C (fun k => rsum (N + K - 1) (fun l => rsum K (fun n => w o k n * delta (i + n) l) * x_dot k l)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum C (fun c => rsum K (fun k' => w o c k' * rsum (N + K - 1) (fun m => delta (i + k') m * x' c m))) + b o)) _).
  { apply pd_ext.
    intros x'; cbv beta.
    unfold y_of; same. }
  apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum C (fun c => rsum K (fun n => w o c n * rsum (N + K - 1) (fun m => delta (i + n) m * x' c m))) + b o)) _); [ same | ].
  apply (eq_eq _ (rsum C (fun m => rsum K (fun n => w o m n * rsum (N + K - 1) (fun p => delta (i + n) p * delta m k * delta p l)))) _).
  { apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum C (fun c => rsum K (fun n => w o c n * rsum (N + K - 1) (fun m => delta (i + n) m * x' c m)))) + pd (at2 x k l) (fun x' => b o)) _).
    { rule_same (diff_add (at2 x k l) (fun x' => rsum C (fun c => rsum K (fun n => w o c n * rsum (N + K - 1) (fun m => delta (i + n) m * x' c m)))) (fun x' => b o)). }
    apply (eq_eq _ (rsum C (fun m => rsum K (fun n => w o m n * rsum (N + K - 1) (fun p => delta (i + n) p * delta m k * delta p l))) + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum C (fun k' => rsum K (fun n => w o k' n * rsum (N + K - 1) (fun m => delta (i + n) m * x' k' m))))) _); [ same | ].
        apply (eq_eq _ (rsum C (fun m => pd (at2 x k l) (fun x' => rsum K (fun n => w o m n * rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l'))))) _).
        { rule_same (diff_sum (at2 x k l) C (fun k' x' => rsum K (fun n => w o k' n * rsum (N + K - 1) (fun m => delta (i + n) m * x' k' m))) (fun k' => true)). }
        apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum K (fun k' => w o m k' * rsum (N + K - 1) (fun l' => delta (i + k') l' * x' m l')))) _); [ same | ].
        apply (eq_eq _ (rsum K (fun n => pd (at2 x k l) (fun x' => w o m n * rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l')))) _).
        { rule_same (diff_sum (at2 x k l) K (fun k' x' => w o m k' * rsum (N + K - 1) (fun l' => delta (i + k') l' * x' m l')) (fun k' => true)). }
        apply rsum_ext; intros n ?; cbv beta.
        apply (eq_eq _ (pd (at2 x k l) (fun x' => w o m n * rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l'))) _).
        { reflexivity. }
        apply (eq_eq _ (w o m n * pd (at2 x k l) (fun x' => rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l'))) _).
        { assert (pd (at2 x k l) (fun x' => w o m n) = 0).
          { apply constant. }
          rule_same (diff_scale (at2 x k l) (fun x' => w o m n) (fun x' => rsum (N + K - 1) (fun l' => delta (i + n) l' * x' m l'))). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum (N + K - 1) (fun k' => delta (i + n) k' * x' m k'))) _); [ same | ].
        apply (eq_eq _ (rsum (N + K - 1) (fun p => pd (at2 x k l) (fun x' => delta (i + n) p * x' m p))) _).
        { rule_same (diff_sum (at2 x k l) (N + K - 1) (fun k' x' => delta (i + n) k' * x' m k') (fun k' => true)). }
        apply rsum_ext; intros p ?; cbv beta.
        apply (eq_eq _ (pd (at2 x k l) (fun x' => delta (i + n) p * x' m p)) _).
        { reflexivity. }
        apply (eq_eq _ (delta (i + n) p * pd (at2 x k l) (fun x' => x' m p)) _).
        { assert (pd (at2 x k l) (fun x' => delta (i + n) p) = 0).
          { apply constant. }
          rule_same (diff_scale (at2 x k l) (fun x' => delta (i + n) p) (fun x' => x' m p)). }
        apply (eq_eq _ (delta (i + n) p * (delta m k * delta p l)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      apply constant. }
    arith. }
  apply (eq_eq _ (rsum C (fun m => rsum K (fun n => w o m n * delta (i + n) l * delta m k))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (w o m n * (delta (i + n) l * delta m k)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum (N + K - 1) (fun p => delta p l * delta (i + n) p * delta m k)) _).
    { apply rsum_ext; intros p ?; cbv beta.
      arith. }
    rule_same (sum_delta (N + K - 1) (fun p => delta (i + n) p * delta m k) l). }
  apply (eq_eq _ (rsum C (fun m => delta m k * rsum K (fun n => w o m n * delta (i + n) l))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (rsum K (fun n => delta m k * w o m n * delta (i + n) l)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    apply (eq_eq _ (delta m k * rsum K (fun k' => w o m k' * delta (i + k') l)) _); [ | same ].
    rule_same (sum_factor K (delta m k) (fun n => w o m n * delta (i + n) l) (fun n => true)). }
  apply (eq_eq _ (rsum K (fun n => delta (i + n) l * w o k n)) _).
  { apply (eq_eq _ (rsum C (fun m => delta m k * rsum K (fun n => delta (i + n) l * w o m n))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      refine (f_equal2 Rmult eq_refl _).
      apply rsum_ext; intros n ?; cbv beta.
      arith. }
    rule_same (sum_delta C (fun m => rsum K (fun n => delta (i + n) l * w o m n)) k). }
  symmetry.
  apply rsum_ext; intros n ?; cbv beta.
  arith.
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma jvp_y_x_2_sum_factor :
  rsum C (fun k => rsum (N + K - 1) (fun l => rsum K (fun n => w o k n * delta (i + n) l) * x_dot k l))
  = rsum C (fun k => rsum K (fun l => w o k l * rsum (N + K - 1) (fun m => delta (i + l) m * x_dot k m))).
Proof.
  apply (eq_eq _ (rsum C (fun k => rsum K (fun l => rsum (N + K - 1) (fun m => delta (i + l) m * w o k l * x_dot k m)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum (N + K - 1) (fun l => rsum K (fun n => delta (i + n) l * w o k n) * x_dot k l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      refine (f_equal2 Rmult _ eq_refl).
      apply rsum_ext; intros n ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum (N + K - 1) (fun l => x_dot k l * rsum K (fun n => delta (i + n) l * w o k n))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum (N + K - 1) (fun l => rsum K (fun m => x_dot k l * delta (i + m) l * w o k m))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (x_dot k l * rsum K (fun m => delta (i + m) l * w o k m)) _); [ same | ].
      symmetry.
      rule_same (sum_factor K (x_dot k l) (fun n => delta (i + n) l * w o k n) (fun n => true)). }
    apply (eq_eq _ (rsum (N + K - 1) (fun l => rsum K (fun m => delta (i + m) l * w o k m * x_dot k l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum (N + K - 1) (fun m => rsum K (fun l => delta (i + l) m * w o k l * x_dot k m))) _); [ same | ].
    rule_same (sum_swap (N + K - 1) K (fun l m => delta (i + m) l * w o k m * x_dot k l)). }
  symmetry.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (rsum K (fun l => rsum (N + K - 1) (fun m => delta (i + l) m * x_dot k m) * w o k l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun l => w o k l * rsum (N + K - 1) (fun m => delta (i + l) m * x_dot k m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun l => rsum (N + K - 1) (fun m => w o k l * delta (i + l) m * x_dot k m))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    symmetry.
    rule_same (sum_factor (N + K - 1) (w o k l) (fun m => delta (i + l) m * x_dot k m) (fun m => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  arith.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of C K N w (line2 x x_dot t) b o i)
  (rsum C (fun k => rsum K (fun l => w o k l * rsum (N + K - 1) (fun m => delta (i + l) m * x_dot k m)))).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum C (fun k => rsum (N + K - 1) (fun l => pd (at2 x k l) (fun x' => y_of C K N w x' b o i) * x_dot k l))) _).
  { apply (eq_eq _ (rsum C (fun k => rsum (N + K - 1) (fun l => pd (at2 x k l) (fun x' => y_of C K N w x' b o i) * x_dot k l))) _).
    { refine (eq_trans (chain2_at (at0 0) C (N + K - 1) x (fun x' => y_of C K N w x' b o i) (fun t => (line2 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma jvp_y_x_2_sum_factor).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of C K N w (line2 x x_dot t) b o i)
  (rsum C (fun k => rsum K (fun l => w o k l * rsum (N + K - 1) (fun m => delta (i + l) m * x_dot k m))))).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 x) (Formula.flat2 x_dot) (Formula.Add (Formula.Sum C (fun c => (Formula.Sum K (fun k => (Formula.Mul (Formula.C (w o c k)) (Formula.Sum (N + K - 1) (fun m => (Formula.Mul (Formula.C (delta (i + k) m)) (Formula.V (c, m)))))))))) (Formula.C (b o)))).
Defined.
End jvp_y_x.

(** * Derivative of y by b *)

Section derivative_y_b.
Variables (i j o : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < O')%nat.
Hypothesis o_in : (o < O')%nat.

(* definition of y_oi *)
Lemma derivative_y_b_1_unfold :
  pd (at1 b j) (fun b' => y_of C K N w x b' o i)
  = pd (at1 b j) (fun b' => rsum C (fun c => rsum K (fun l => w o c l * rsum (N + K - 1) (fun m => delta (i + l) m * x c m))) + b' o).
Proof.
  apply (eq_eq _ (pd (at1 b j) (fun b' => rsum C (fun c => rsum K (fun k => w o c k * rsum (N + K - 1) (fun m => delta (i + k) m * x c m))) + b' o)) _); [ | same ].
  apply pd_ext.
  intros b'; cbv beta.
  unfold y_of; same.
Qed.

(* ∂b_o/∂b_j = δ_oj *)
Lemma derivative_y_b_2_variable :
  pd (at1 b j) (fun b' => rsum C (fun c => rsum K (fun l => w o c l * rsum (N + K - 1) (fun m => delta (i + l) m * x c m))) + b' o)
  = delta o j.
Proof.
  apply (eq_eq _ (pd (at1 b j) (fun b' => rsum C (fun c => rsum K (fun l => w o c l * rsum (N + K - 1) (fun m => delta (i + l) m * x c m)))) + pd (at1 b j) (fun b' => b' o)) _).
  { rule_same (diff_add (at1 b j) (fun b' => rsum C (fun c => rsum K (fun l => w o c l * rsum (N + K - 1) (fun m => delta (i + l) m * x c m)))) (fun b' => b' o)). }
  apply (eq_eq _ (0 + delta o j) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

Theorem derivative_y_b :
  is_pd (at1 b j) (fun b' => y_of C K N w x b' o i)
  (delta o j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_b_1_unfold derivative_y_b_2_variable).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_b_outright : option (
  is_pd (at1 b j) (fun b' => y_of C K N w x b' o i)
  (delta o j)).
Proof.
  attempt "derivative_y_b" by Formula.outright (Formula.by_vector (Formula.Add (Formula.C (rsum C (fun c => rsum K (fun k => w o c k * rsum (N + K - 1) (fun m => delta (i + k) m * x c m))))) (Formula.V (o)))).
Defined.
End derivative_y_b.

(** * VJP of y for b *)

Section vjp_y_b.
Variables (j : nat).
Hypothesis j_in : (j < O')%nat.

(* put in ∂y_oi/∂b_j *)
Lemma vjp_y_b_1_lemma :
  rsum O' (fun o => rsum N (fun i => y_bar o i * pd (at1 b j) (fun b' => y_of C K N w x b' o i)))
  = rsum O' (fun o => rsum N (fun i => y_bar o i * delta o j)).
Proof.
  apply rsum_ext; intros o ?; cbv beta.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 b j) (fun b' => rsum C (fun c => rsum K (fun k => w o c k * rsum (N + K - 1) (fun m => delta (i + k) m * x c m))) + b' o)) _).
  { apply pd_ext.
    intros b'; cbv beta.
    unfold y_of; same. }
  apply (eq_eq _ (pd (at1 b j) (fun b' => rsum C (fun c => rsum K (fun l => w o c l * rsum (N + K - 1) (fun m => delta (i + l) m * x c m))) + b' o)) _); [ same | ].
  apply (eq_eq _ (pd (at1 b j) (fun b' => rsum C (fun c => rsum K (fun l => w o c l * rsum (N + K - 1) (fun m => delta (i + l) m * x c m)))) + pd (at1 b j) (fun b' => b' o)) _).
  { rule_same (diff_add (at1 b j) (fun b' => rsum C (fun c => rsum K (fun l => w o c l * rsum (N + K - 1) (fun m => delta (i + l) m * x c m)))) (fun b' => b' o)). }
  apply (eq_eq _ (0 + delta o j) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_y_b_2_sum_factor :
  rsum O' (fun o => rsum N (fun i => y_bar o i * delta o j))
  = rsum O' (fun o => delta o j * rsum N (fun i => y_bar o i)).
Proof.
  apply rsum_ext; intros o ?; cbv beta.
  apply (eq_eq _ (rsum N (fun i => delta o j * y_bar o i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum N (fun k => delta o j * y_bar o k)) _); [ same | ].
  apply (eq_eq _ (delta o j * rsum N (fun k => y_bar o k)) _); [ | same ].
  rule (sum_factor N (delta o j) (fun i => y_bar o i) (fun i => true)).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_b_3_sum_delta :
  rsum O' (fun k => delta k j * rsum N (fun i => y_bar k i))
  = rsum N (fun i => y_bar j i).
Proof.
  apply (eq_eq _ (rsum N (fun i => y_bar j i)) _).
  { rule (sum_delta O' (fun o => rsum N (fun i => y_bar o i)) j). }
  reflexivity.
Qed.

Theorem vjp_y_b :
  is_pd (at1 b j) (fun b' => rsum O' (fun o => rsum N (fun i => y_bar o i * y_of C K N w x b' o i)))
  (rsum N (fun i => y_bar j i)).
Proof.
  apply (is_pd_eq _ _ (rsum O' (fun o => rsum N (fun i => y_bar o i * pd (at1 b j) (fun b' => y_of C K N w x b' o i)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_b_1_lemma (eq_eq _ _ _ vjp_y_b_2_sum_factor vjp_y_b_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_b_outright : option (
  is_pd (at1 b j) (fun b' => rsum O' (fun o => rsum N (fun i => y_bar o i * y_of C K N w x b' o i)))
  (rsum N (fun i => y_bar j i))).
Proof.
  attempt "vjp_y_b" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum O' (fun o => (Formula.Sum N (fun i => (Formula.Mul (Formula.C (y_bar o i)) (Formula.Add (Formula.C (rsum C (fun c => rsum K (fun k => w o c k * rsum (N + K - 1) (fun m => delta (i + k) m * x c m))))) (Formula.V (o))))))))).
Defined.
End vjp_y_b.

(** * JVP of y for b *)

Section jvp_y_b.
Variables (i o : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis o_in : (o < O')%nat.

(* put in ∂y_oi/∂b_k *)
Lemma jvp_y_b_1_lemma :
  rsum O' (fun k => pd (at1 b k) (fun b' => y_of C K N w x b' o i) * b_dot k)
  = rsum O' (fun k => delta o k * b_dot k).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum C (fun c => rsum K (fun k' => w o c k' * rsum (N + K - 1) (fun m => delta (i + k') m * x c m))) + b' o)) _).
  { apply pd_ext.
    intros b'; cbv beta.
    unfold y_of; same. }
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum C (fun c => rsum K (fun l => w o c l * rsum (N + K - 1) (fun m => delta (i + l) m * x c m))) + b' o)) _); [ same | ].
  apply (eq_eq _ (pd (at1 b k) (fun b' => rsum C (fun c => rsum K (fun l => w o c l * rsum (N + K - 1) (fun m => delta (i + l) m * x c m)))) + pd (at1 b k) (fun b' => b' o)) _).
  { rule_same (diff_add (at1 b k) (fun b' => rsum C (fun c => rsum K (fun l => w o c l * rsum (N + K - 1) (fun m => delta (i + l) m * x c m)))) (fun b' => b' o)). }
  apply (eq_eq _ (0 + delta o k) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_b_2_sum_delta :
  rsum O' (fun k => delta o k * b_dot k)
  = b_dot o.
Proof.
  apply (eq_eq _ (rsum O' (fun k => delta k o * b_dot k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    same. }
  rule (sum_delta O' (fun k => b_dot k) o).
Qed.

Theorem jvp_y_b :
  is_pd (at0 0) (fun t => y_of C K N w x (line1 b b_dot t) o i)
  (b_dot o).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum O' (fun k => pd (at1 b k) (fun b' => y_of C K N w x b' o i) * b_dot k)) _).
  { apply (eq_eq _ (rsum O' (fun k => pd (at1 b k) (fun b' => y_of C K N w x b' o i) * b_dot k)) _).
    { refine (eq_trans (chain1_at (at0 0) O' b (fun b' => y_of C K N w x b' o i) (fun t => (line1 b b_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_b_1_lemma jvp_y_b_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_b_outright : option (
  is_pd (at0 0) (fun t => y_of C K N w x (line1 b b_dot t) o i)
  (b_dot o)).
Proof.
  attempt "jvp_y_b" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 b) (Formula.flat1 b_dot) (Formula.Add (Formula.C (rsum C (fun c => rsum K (fun k => w o c k * rsum (N + K - 1) (fun m => delta (i + k) m * x c m))))) (Formula.V (o)))).
Defined.
End jvp_y_b.
End conv1d_channels_theory.
