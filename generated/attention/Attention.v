(* made by derive, do not edit *)
(* Scaled dot-product attention

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition c_of (D' : nat) (q : nat -> nat -> R) (k : nat -> nat -> R) (n m : nat) : R :=
  rsum D' (fun d => q n d * k m d) / sqrt (INR D').
#[local] Hint Unfold c_of : definitions.
Definition p_of (M : nat) (c : nat -> nat -> R) (n m : nat) : R :=
  exp (c n m) / rsum M (fun l => exp (c n l)).
#[local] Hint Unfold p_of : definitions.
Definition y_of (M : nat) (p : nat -> nat -> R) (v : nat -> nat -> R) (n e : nat) : R :=
  rsum M (fun m => p n m * v m e).
#[local] Hint Unfold y_of : definitions.

Section attention_theory.
Variables (D' M N E : nat).
Variables (k q v v_dot y_bar k_dot q_dot : nat -> nat -> R).
Hypothesis D'_positive : (0 < D')%nat.
Hypothesis M_positive : (0 < M)%nat.
Hypothesis N_positive : (0 < N)%nat.
Hypothesis E_positive : (0 < E)%nat.
Local Notation c := (c_of D' q k).
Local Notation p := (p_of M c).
Local Notation y := (y_of M p v).

(** * sums-to-one *)

Section sums_to_one.
Variables (n : nat).
Hypothesis n_in : (n < N)%nat.

(* definition of p_nm *)
Lemma sums_to_one_1_unfold :
  rsum M (fun m => p n m)
  = rsum M (fun m => exp (c n m) / rsum M (fun l => exp (c n l))).
Proof.
  apply rsum_ext; intros m ?; cbv beta.
  reflexivity.
Qed.

(* a constant factor goes in front of the sum *)
Lemma sums_to_one_2_sum_factor :
  rsum M (fun m => exp (c n m) / rsum M (fun l => exp (c n l)))
  = rsum M (fun m => exp (c n m)) / rsum M (fun l => exp (c n l)).
Proof.
  apply (eq_eq _ (rsum M (fun m => 1 / rsum M (fun l => exp (c n l)) * exp (c n m))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum M (fun k' => 1 / rsum M (fun l => exp (c n l)) * exp (c n k'))) _); [ same | ].
  apply (eq_eq _ (1 / rsum M (fun l => exp (c n l)) * rsum M (fun k' => exp (c n k'))) _).
  { rule (sum_factor M (1 / rsum M (fun l => exp (c n l))) (fun m => exp (c n m)) (fun m => true)). }
  apply (eq_eq _ (1 / rsum M (fun l => exp (c n l)) * rsum M (fun m => exp (c n m))) _); [ same | ].
  fractions.
Qed.

(* cancel Σ_m exp(c_nm) *)
Lemma sums_to_one_3_ring :
  rsum M (fun m => exp (c n m)) / rsum M (fun l => exp (c n l))
  = 1.
Proof.
  assert (rsum M (fun l => exp (c n l)) <> 0).
  { sgn. }
  apply (eq_eq _ (1) _).
  { cancel. }
  symmetry.
  same.
Qed.

Theorem sums_to_one :
  rsum M (fun m => p n m)
  = 1.
Proof.
  exact (eq_eq _ _ _ sums_to_one_1_unfold (eq_eq _ _ _ sums_to_one_2_sum_factor sums_to_one_3_ring)).
Qed.
End sums_to_one.

(** * Derivative by the values *)

Section values.
Variables (e f m n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis f_in : (f < E)%nat.
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.

(* definition of y_ne *)
Lemma values_1_unfold :
  pd (at2 v m f) (fun v' => y_of M p v' n e)
  = pd (at2 v m f) (fun v' => rsum M (fun l => p n l * v' l e)).
Proof.
  apply (eq_eq _ (pd (at2 v m f) (fun v' => rsum M (fun m' => p n m' * v' m' e))) _); [ | same ].
  apply pd_ext.
  intros v'; cbv beta.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂v_ke/∂v_mf = δ_km·δ_ef *)
Lemma values_2_diff_sum :
  pd (at2 v m f) (fun v' => rsum M (fun l => p n l * v' l e))
  = rsum M (fun l => p n l * delta l m * delta e f).
Proof.
  apply (eq_eq _ (pd (at2 v m f) (fun v' => rsum M (fun k' => p n k' * v' k' e))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k' => pd (at2 v m f) (fun v' => p n k' * v' k' e))) _).
  { rule (diff_sum (at2 v m f) M (fun k' v' => p n k' * v' k' e) (fun k' => true)). }
  apply (eq_eq _ (rsum M (fun k' => p n k' * delta k' m * delta e f)) _); [ | same ].
  apply rsum_ext; intros k' ?; cbv beta.
  apply (eq_eq _ (pd (at2 v m f) (fun v' => p n k' * v' k' e)) _).
  { apply pd_ext.
    intros v'; cbv beta.
    same. }
  apply (eq_eq _ (p n k' * pd (at2 v m f) (fun v' => v' k' e)) _).
  { assert (pd (at2 v m f) (fun v' => p n k') = 0).
    { apply constant. }
    rule (diff_scale (at2 v m f) (fun v' => p n k') (fun v' => v' k' e)). }
  apply (eq_eq _ (p n k' * (delta k' m * delta e f)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply variable2.
Qed.

(* the delta keeps one term of the sum *)
Lemma values_3_sum_delta :
  rsum M (fun l => p n l * delta l m * delta e f)
  = p n m * delta e f.
Proof.
  apply (eq_eq _ (rsum M (fun l => delta l m * p n l * delta e f)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun k' => delta k' m * p n k' * delta e f)) _); [ same | ].
  rule_same (sum_delta M (fun l => p n l * delta e f) m).
Qed.

Theorem values :
  is_pd (at2 v m f) (fun v' => y_of M p v' n e)
  (p n m * delta e f).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ values_1_unfold (eq_eq _ _ _ values_2_diff_sum values_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition values_outright : option (
  is_pd (at2 v m f) (fun v' => y_of M p v' n e)
  (p n m * delta e f)).
Proof.
  attempt "values" by Formula.outright Formula.by_matrix (Formula.Sum M (fun m' => (Formula.Mul (Formula.C (p n m')) (Formula.V (m', e))))).
Defined.
End values.

(** * Derivative by the scores *)

Section scores.
Variables (e m n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis m_in : (m < M)%nat.
Hypothesis n_in : (n < N)%nat.

(* chain rule through p_kl *)
Lemma scores_1_chain :
  pd (at2 c n m) (fun c' => y_of M (p_of M c') v n e)
  = rsum N (fun r => rsum M (fun l => pd (at2 p r l) (fun p' => y_of M p' v n e) * pd (at2 c n m) (fun c' => p_of M c' r l))).
Proof.
  assert ((forall k', (k' < N)%nat -> rsum M (fun m' => exp (c k' m')) <> 0)).
  { intros k' ?.
    sgn. }
  assert (rsum M (fun l => exp (c n l)) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum N (fun k' => rsum M (fun l => pd (at2 p k' l) (fun p' => y_of M p' v n e) * pd (at2 c n m) (fun c' => p_of M c' k' l)))) _); [ | same ].
  apply (chain2 (at2 c n m) N M (fun p' => y_of M p' v n e) (fun c' => p_of M c')); [ dsm | premise ].
Qed.

(* put in ∂y_ne/∂p_rl and ∂p_rl/∂c_nm *)
Lemma scores_2_lemma :
  rsum N (fun r => rsum M (fun l => pd (at2 p r l) (fun p' => y_of M p' v n e) * pd (at2 c n m) (fun c' => p_of M c' r l)))
  = rsum N (fun r => rsum M (fun l => v l e * delta n r * p r l * delta r n * (delta l m - p r m))).
Proof.
  assert ((forall r, (r < N)%nat -> rsum M (fun k' => exp (c r k')) <> 0)).
  { intros r ?.
    sgn. }
  apply rsum_ext; intros r ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((v l e * delta n r) * (p r l * delta r n * (delta l m - p r m))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at2 p r l) (fun p' => rsum M (fun m' => p' n m' * v m' e))) _).
    { apply pd_ext.
      intros p'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 p r l) (fun p' => rsum M (fun k' => p' n k' * v k' e))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun m' => pd (at2 p r l) (fun p' => p' n m' * v m' e))) _).
    { rule_same (diff_sum (at2 p r l) M (fun k' p' => p' n k' * v k' e) (fun k' => true)). }
    apply (eq_eq _ (rsum M (fun m' => v m' e * delta n r * delta m' l)) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      apply (eq_eq _ (pd (at2 p r l) (fun p' => v m' e * p' n m')) _).
      { apply pd_ext.
        intros p'; cbv beta.
        arith. }
      apply (eq_eq _ (v m' e * pd (at2 p r l) (fun p' => p' n m')) _).
      { assert (pd (at2 p r l) (fun p' => v m' e) = 0).
        { apply constant. }
        rule (diff_scale (at2 p r l) (fun p' => v m' e) (fun p' => p' n m')). }
      apply (eq_eq _ (v m' e * (delta n r * delta m' l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply (eq_eq _ (rsum M (fun m' => delta m' l * v m' e * delta n r)) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      arith. }
    rule_same (sum_delta M (fun m' => v m' e * delta n r) l). }
  apply (eq_eq _ (pd (at2 c n m) (fun c' => exp (c' r l) / rsum M (fun m' => exp (c' r m')))) _).
  { assert (rsum M (fun l' => exp (c r l')) <> 0).
    { sgn. }
    apply (eq_eq _ (pd (at2 c n m) (fun c' => exp (c' r l) / rsum M (fun l' => exp (c' r l')))) _); [ | same ].
    apply pd_ext.
    intros c'; cbv beta.
    reflexivity. }
  apply (eq_eq _ ((pd (at2 c n m) (fun c' => exp (c' r l)) * rsum M (fun m' => exp (c r m')) - exp (c r l) * pd (at2 c n m) (fun c' => rsum M (fun m' => exp (c' r m')))) / rsum M (fun m' => exp (c r m')) ^ 2) _).
  { assert (rsum M (fun m' => exp (c r m')) <> 0).
    { sgn. }
    rule (diff_div (at2 c n m) (fun c' => exp (c' r l)) (fun c' => rsum M (fun m' => exp (c' r m')))). }
  apply (eq_eq _ ((exp (c r l) * delta r n * delta l m * rsum M (fun m' => exp (c r m')) - exp (c r l) * rsum M (fun m' => exp (c r m') * delta r n * delta m' m)) / rsum M (fun m' => exp (c r m')) ^ 2) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ ((exp (c r l) * delta r n * delta l m) * rsum M (fun m' => exp (c r m'))) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (exp (c r l) * pd (at2 c n m) (fun c' => c' r l)) _).
      { rule (diff_exp (at2 c n m) (fun c' => c' r l)). }
      apply (eq_eq _ (exp (c r l) * (delta r n * delta l m)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at2 c n m) (fun c' => rsum M (fun k' => exp (c' r k')))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun m' => pd (at2 c n m) (fun c' => exp (c' r m')))) _).
    { rule_same (diff_sum (at2 c n m) M (fun k' c' => exp (c' r k')) (fun k' => true)). }
    apply rsum_ext; intros m' ?; cbv beta.
    apply (eq_eq _ (exp (c r m') * pd (at2 c n m) (fun c' => c' r m')) _).
    { rule (diff_exp (at2 c n m) (fun c' => c' r m')). }
    apply (eq_eq _ (exp (c r m') * (delta r n * delta m' m)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
  apply (eq_eq _ ((exp (c r l) * delta r n * delta l m * rsum M (fun m' => exp (c r m')) - exp (c r l) * exp (c r m) * delta r n) / rsum M (fun m' => exp (c r m')) ^ 2) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    apply (eq_eq _ (exp (c r l) * (exp (c r m) * delta r n)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum M (fun m' => delta m' m * exp (c r m') * delta r n)) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      arith. }
    rule_same (sum_delta M (fun m' => exp (c r m') * delta r n) m). }
  apply (eq_eq _ (exp (c r l) * delta r n * delta l m * rsum M (fun m' => exp (c r m')) / rsum M (fun m' => exp (c r m')) ^ 2 - exp (c r l) * exp (c r m) * delta r n / rsum M (fun m' => exp (c r m')) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (p r l * delta r n * delta l m - p r l * p r m * delta r n) _).
  { assert (rsum M (fun m' => exp (rsum D' (fun d => k m' d * q r d) / sqrt (INR D'))) <> 0).
    { sgn. }
    apply (eq_eq _ (exp (rsum D' (fun d => k l d * q r d) / sqrt (INR D')) * delta r n * delta l m * rsum M (fun m' => exp (rsum D' (fun d => k m' d * q r d) / sqrt (INR D'))) / rsum M (fun m' => exp (rsum D' (fun d => k m' d * q r d) / sqrt (INR D'))) ^ 2 - exp (rsum D' (fun d => k l d * q r d) / sqrt (INR D')) * exp (rsum D' (fun d => k m d * q r d) / sqrt (INR D')) * delta r n / rsum M (fun m' => exp (rsum D' (fun d => k m' d * q r d) / sqrt (INR D'))) ^ 2) _).
    { refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rdiv _ _).
        { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) _).
          { refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q r d * k l d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          apply rsum_ext; intros m' ?; cbv beta.
          refine (f_equal exp _).
          apply (eq_eq _ (rsum D' (fun d => q r d * k m' d) / sqrt (INR D')) _).
          { reflexivity. }
          refine (f_equal2 Rdiv _ eq_refl).
          apply rsum_ext; intros d ?; cbv beta.
          arith. }
        refine (f_equal (fun x => x ^ 2) _).
        apply rsum_ext; intros m' ?; cbv beta.
        refine (f_equal exp _).
        apply (eq_eq _ (rsum D' (fun d => q r d * k m' d) / sqrt (INR D')) _).
        { reflexivity. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply rsum_ext; intros d ?; cbv beta.
        arith. }
      refine (f_equal Ropp _).
      refine (f_equal2 Rdiv _ _).
      { refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
        { refine (f_equal exp _).
          apply (eq_eq _ (rsum D' (fun d => q r d * k l d) / sqrt (INR D')) _).
          { reflexivity. }
          refine (f_equal2 Rdiv _ eq_refl).
          apply rsum_ext; intros d ?; cbv beta.
          arith. }
        refine (f_equal exp _).
        apply (eq_eq _ (rsum D' (fun d => q r d * k m d) / sqrt (INR D')) _).
        { reflexivity. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply rsum_ext; intros d ?; cbv beta.
        arith. }
      refine (f_equal (fun x => x ^ 2) _).
      apply rsum_ext; intros m' ?; cbv beta.
      refine (f_equal exp _).
      apply (eq_eq _ (rsum D' (fun d => q r d * k m' d) / sqrt (INR D')) _).
      { reflexivity. }
      refine (f_equal2 Rdiv _ eq_refl).
      apply rsum_ext; intros d ?; cbv beta.
      arith. }
    apply (eq_eq _ (delta r n * delta l m * exp (rsum D' (fun d => k l d * q r d) / sqrt (INR D')) / rsum M (fun m' => exp (rsum D' (fun d => k m' d * q r d) / sqrt (INR D'))) - delta r n * exp (rsum D' (fun d => k l d * q r d) / sqrt (INR D')) * exp (rsum D' (fun d => k m d * q r d) / sqrt (INR D')) / rsum M (fun m' => exp (rsum D' (fun d => k m' d * q r d) / sqrt (INR D'))) ^ 2) _).
    { cancel. }
    apply (eq_eq _ (delta r n * delta l m * exp (rsum D' (fun d => k l d * q r d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q r d) / sqrt (INR D'))) - delta r n * exp (rsum D' (fun d => k l d * q r d) / sqrt (INR D')) * exp (rsum D' (fun d => k m d * q r d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q r d) / sqrt (INR D'))) ^ 2) _); [ same | ].
    symmetry.
    apply (eq_eq _ (exp (rsum D' (fun d => k l d * q r d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q r d) / sqrt (INR D'))) * delta r n * delta l m - exp (rsum D' (fun d => k l d * q r d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q r d) / sqrt (INR D'))) * (exp (rsum D' (fun d => k m d * q r d) / sqrt (INR D')) / rsum M (fun k' => exp (rsum D' (fun d => k k' d * q r d) / sqrt (INR D')))) * delta r n) _).
    { refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
        apply (eq_eq _ (exp (c r l) / rsum M (fun l' => exp (c r l'))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv _ _).
        { refine (f_equal exp _).
          apply (eq_eq _ (rsum D' (fun d => q r d * k l d) / sqrt (INR D')) _).
          { reflexivity. }
          refine (f_equal2 Rdiv _ eq_refl).
          apply rsum_ext; intros d ?; cbv beta.
          arith. }
        apply rsum_ext; intros l' ?; cbv beta.
        refine (f_equal exp _).
        apply (eq_eq _ (rsum D' (fun d => q r d * k l' d) / sqrt (INR D')) _).
        { reflexivity. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply rsum_ext; intros d ?; cbv beta.
        arith. }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
      { apply (eq_eq _ (exp (c r l) / rsum M (fun l' => exp (c r l'))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv _ _).
        { refine (f_equal exp _).
          apply (eq_eq _ (rsum D' (fun d => q r d * k l d) / sqrt (INR D')) _).
          { reflexivity. }
          refine (f_equal2 Rdiv _ eq_refl).
          apply rsum_ext; intros d ?; cbv beta.
          arith. }
        apply rsum_ext; intros l' ?; cbv beta.
        refine (f_equal exp _).
        apply (eq_eq _ (rsum D' (fun d => q r d * k l' d) / sqrt (INR D')) _).
        { reflexivity. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply rsum_ext; intros d ?; cbv beta.
        arith. }
      apply (eq_eq _ (exp (c r m) / rsum M (fun k' => exp (c r k'))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv _ _).
      { refine (f_equal exp _).
        apply (eq_eq _ (rsum D' (fun d => q r d * k m d) / sqrt (INR D')) _).
        { reflexivity. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply rsum_ext; intros d ?; cbv beta.
        arith. }
      apply rsum_ext; intros k' ?; cbv beta.
      refine (f_equal exp _).
      apply (eq_eq _ (rsum D' (fun d => q r d * k k' d) / sqrt (INR D')) _).
      { reflexivity. }
      refine (f_equal2 Rdiv _ eq_refl).
      apply rsum_ext; intros d ?; cbv beta.
      arith. }
    fractions. }
  apply (eq_eq _ (delta r n * delta l m * p r l - delta r n * p r l * p r m) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma scores_3_sum_factor :
  rsum N (fun r => rsum M (fun l => v l e * delta n r * p r l * delta r n * (delta l m - p r m)))
  = v m e * p n m - y n e * p n m.
Proof.
  apply (eq_eq _ (rsum N (fun r => - (delta n r * rsum M (fun l => p r l * v l e) * p r m) + delta n r * p r m * v m e)) _).
  { apply rsum_ext; intros r ?; cbv beta.
    apply (eq_eq _ (rsum M (fun l => delta l m * delta n r * p r l * v l e - delta n r * p r l * p r m * v l e)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (delta l m * delta n r ^ 2 * p r l * v l e - delta n r ^ 2 * p r l * p r m * v l e) _).
      { arith. }
      apply (eq_eq _ (delta l m * delta n r ^ 1 * p r l * v l e - delta n r ^ 1 * p r l * p r m * v l e) _).
      { refine (f_equal2 Rplus _ _).
        { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl).
          apply (eq_eq _ ((delta n r ^ 2) ^ 1) _).
          { arith. }
          refine (f_equal (fun x => x ^ 1) _).
          rule (delta_square n r). }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl).
        apply (eq_eq _ ((delta n r ^ 2) ^ 1) _).
        { arith. }
        refine (f_equal (fun x => x ^ 1) _).
        rule (delta_square n r). }
      arith. }
    apply (eq_eq _ (rsum M (fun k' => delta k' m * delta n r * p r k' * v k' e - delta n r * p r k' * p r m * v k' e)) _); [ same | ].
    apply (eq_eq _ (rsum M (fun k' => delta k' m * delta n r * p r k' * v k' e) + rsum M (fun k' => - (delta n r * p r k' * p r m * v k' e))) _).
    { rule (sum_add M (fun l => delta l m * delta n r * p r l * v l e) (fun l => - (delta n r * p r l * p r m * v l e)) (fun l => true)). }
    apply (eq_eq _ (rsum M (fun l => delta l m * delta n r * p r l * v l e) + rsum M (fun l => - (delta n r * p r l * p r m * v l e))) _); [ same | ].
    apply (eq_eq _ (delta n r * p r m * v m e - delta n r * p r m * rsum M (fun l => p r l * v l e)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun l => delta n r * delta l m * p r l * v l e)) _).
        { apply rsum_ext; intros l ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum M (fun k' => delta n r * delta k' m * p r k' * v k' e)) _); [ same | ].
        apply (eq_eq _ (delta n r * rsum M (fun k' => delta k' m * p r k' * v k' e)) _).
        { rule_same (sum_factor M (delta n r) (fun l => delta l m * p r l * v l e) (fun l => true)). }
        apply (eq_eq _ (delta n r * rsum M (fun l => delta l m * p r l * v l e)) _); [ same | ].
        apply (eq_eq _ (delta n r * (p r m * v m e)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun k' => delta k' m * p r k' * v k' e)) _); [ same | ].
        rule_same (sum_delta M (fun l => p r l * v l e) m). }
      apply (eq_eq _ (rsum M (fun l => - (delta n r * p r m * p r l * v l e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum M (fun k' => - (delta n r * p r m * p r k' * v k' e))) _); [ same | ].
      apply (eq_eq _ (- rsum M (fun k' => delta n r * p r m * p r k' * v k' e)) _).
      { rule (sum_neg M (fun l => delta n r * p r m * p r l * v l e) (fun l => true)). }
      apply (eq_eq _ (- rsum M (fun l => delta n r * p r m * p r l * v l e)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum M (fun k' => delta n r * p r m * p r k' * v k' e)) _); [ same | ].
      apply (eq_eq _ (delta n r * p r m * rsum M (fun k' => p r k' * v k' e)) _); [ | same ].
      rule_same (sum_factor M (delta n r * p r m) (fun l => p r l * v l e) (fun l => true)). }
    arith. }
  apply (eq_eq _ (rsum N (fun k' => - (delta n k' * rsum M (fun l => p k' l * v l e) * p k' m) + delta n k' * p k' m * v m e)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k' => - (delta n k' * rsum M (fun l => p k' l * v l e) * p k' m)) + rsum N (fun k' => delta n k' * p k' m * v m e)) _).
  { rule (sum_add N (fun r => - (delta n r * rsum M (fun l => p r l * v l e) * p r m)) (fun r => delta n r * p r m * v m e) (fun r => true)). }
  apply (eq_eq _ (rsum N (fun r => - (delta n r * rsum M (fun l => p r l * v l e) * p r m)) + rsum N (fun r => delta n r * p r m * v m e)) _); [ same | ].
  apply (eq_eq _ ((-1) * rsum M (fun l => p n l * v l e) * p n m + v m e * p n m) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun r => (-1) * delta n r * rsum M (fun l => p r l * v l e) * p r m)) _).
      { apply rsum_ext; intros r ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k' => (-1) * delta n k' * rsum M (fun l => p k' l * v l e) * p k' m)) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum N (fun k' => delta n k' * rsum M (fun l => p k' l * v l e) * p k' m)) _).
      { rule_same (sum_factor N (-1) (fun r => delta n r * rsum M (fun l => p r l * v l e) * p r m) (fun r => true)). }
      apply (eq_eq _ ((-1) * rsum N (fun r => delta n r * rsum M (fun l => p r l * v l e) * p r m)) _); [ same | ].
      apply (eq_eq _ ((-1) * (rsum M (fun l => p n l * v l e) * p n m)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun r => delta r n * rsum M (fun l => p r l * v l e) * p r m)) _).
      { apply rsum_ext; intros r ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun k' => delta k' n * rsum M (fun l => p k' l * v l e) * p k' m)) _); [ same | ].
      rule_same (sum_delta N (fun r => rsum M (fun l => p r l * v l e) * p r m) n). }
    apply (eq_eq _ (rsum N (fun r => v m e * delta n r * p r m)) _).
    { apply rsum_ext; intros r ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k' => v m e * delta n k' * p k' m)) _); [ same | ].
    apply (eq_eq _ (v m e * rsum N (fun k' => delta n k' * p k' m)) _).
    { rule_same (sum_factor N (v m e) (fun r => delta n r * p r m) (fun r => true)). }
    apply (eq_eq _ (v m e * rsum N (fun r => delta n r * p r m)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun r => delta r n * p r m)) _).
    { apply rsum_ext; intros r ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun k' => delta k' n * p k' m)) _); [ same | ].
    rule (sum_delta N (fun r => p r m) n). }
  apply (eq_eq _ (- (rsum M (fun l => p n l * v l e) * p n m) + p n m * v m e) _).
  { arith. }
  apply (eq_eq _ (- (rsum M (fun m' => p n m' * v m' e) * p n m) + p n m * v m e) _); [ same | ].
  symmetry.
  apply (eq_eq _ (v m e * p n m - rsum M (fun m' => p n m' * v m' e) * p n m) _).
  { refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  arith.
Qed.

(* factor out p_nm *)
Lemma scores_4_ring :
  v m e * p n m - y n e * p n m
  = (v m e - y n e) * p n m.
Proof.
  apply (eq_eq _ (p n m * v m e - p n m * y n e) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* rearrange *)
Lemma scores_5_ring :
  (v m e - y n e) * p n m
  = p n m * (v m e - y n e).
Proof.
  apply (eq_eq _ (p n m * v m e - p n m * y n e) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma scores_needs_1 :
  rsum M (fun l => exp (c n l)) <> 0.
Proof.
  sgn.
Qed.

Theorem scores :
  is_pd (at2 c n m) (fun c' => y_of M (p_of M c') v n e)
  (p n m * (v m e - y n e)).
Proof.
  pose proof scores_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ scores_1_chain (eq_eq _ _ _ scores_2_lemma (eq_eq _ _ _ scores_3_sum_factor (eq_eq _ _ _ scores_4_ring scores_5_ring)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition scores_outright : option (
  is_pd (at2 c n m) (fun c' => y_of M (p_of M c') v n e)
  (p n m * (v m e - y n e))).
Proof.
  attempt "scores" by Formula.outright Formula.by_matrix (Formula.Sum M (fun m' => (Formula.Mul (Formula.Div (Formula.Exp (Formula.V (n, m'))) (Formula.Sum M (fun l => (Formula.Exp (Formula.V (n, l)))))) (Formula.C (v m' e))))).
Defined.
End scores.

(** * Derivative by its own query *)

Section query.
Variables (d e n : nat).
Hypothesis d_in : (d < D')%nat.
Hypothesis e_in : (e < E)%nat.
Hypothesis n_in : (n < N)%nat.

(* chain rule through p_km *)
Lemma query_1_chain :
  pd (at2 q n d) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)
  = rsum N (fun l => rsum M (fun m => pd (at2 p l m) (fun p' => y_of M p' v n e) * pd (at2 q n d) (fun q' => p_of M (c_of D' q' k) l m))).
Proof.
  assert ((forall k', (k' < N)%nat -> rsum M (fun l => exp (c k' l)) <> 0)).
  { intros k' ?.
    sgn. }
  assert (rsum M (fun l => exp (c n l)) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum N (fun k' => rsum M (fun m => pd (at2 p k' m) (fun p' => y_of M p' v n e) * pd (at2 q n d) (fun q' => p_of M (c_of D' q' k) k' m)))) _); [ | same ].
  apply (chain2 (at2 q n d) N M (fun p' => y_of M p' v n e) (fun q' => p_of M (c_of D' q' k))); [ dsm | premise ].
Qed.

(* put in ∂y_ne/∂p_lm and ∂p_lm/∂q_nd *)
Lemma query_2_lemma :
  rsum N (fun l => rsum M (fun m => pd (at2 p l m) (fun p' => y_of M p' v n e) * pd (at2 q n d) (fun q' => p_of M (c_of D' q' k) l m)))
  = rsum N (fun l => rsum M (fun m => v m e * delta n l * (p l m * delta l n * (k m d - rsum M (fun r => p l r * k r d)) / sqrt (INR D')))).
Proof.
  assert ((forall l, (l < N)%nat -> rsum M (fun k' => exp (c l k')) <> 0)).
  { intros l ?.
    sgn. }
  apply (eq_eq _ (rsum N (fun l => rsum M (fun m => v m e * delta n l * (p l m * delta l n * (k m d - rsum M (fun m' => p l m' * k m' d)) / sqrt (INR D'))))) _); [ | same ].
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ ((v m e * delta n l) * (p l m * delta l n * (k m d - rsum M (fun m' => p l m' * k m' d)) / sqrt (INR D'))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at2 p l m) (fun p' => rsum M (fun m' => p' n m' * v m' e))) _).
    { apply pd_ext.
      intros p'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 p l m) (fun p' => rsum M (fun k' => p' n k' * v k' e))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun m' => pd (at2 p l m) (fun p' => p' n m' * v m' e))) _).
    { rule_same (diff_sum (at2 p l m) M (fun k' p' => p' n k' * v k' e) (fun k' => true)). }
    apply (eq_eq _ (rsum M (fun m' => v m' e * delta n l * delta m' m)) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      apply (eq_eq _ (pd (at2 p l m) (fun p' => v m' e * p' n m')) _).
      { apply pd_ext.
        intros p'; cbv beta.
        arith. }
      apply (eq_eq _ (v m' e * pd (at2 p l m) (fun p' => p' n m')) _).
      { assert (pd (at2 p l m) (fun p' => v m' e) = 0).
        { apply constant. }
        rule (diff_scale (at2 p l m) (fun p' => v m' e) (fun p' => p' n m')). }
      apply (eq_eq _ (v m' e * (delta n l * delta m' m)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply (eq_eq _ (rsum M (fun m' => delta m' m * v m' e * delta n l)) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      arith. }
    rule_same (sum_delta M (fun m' => v m' e * delta n l) m). }
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m' => pd (at2 c n' m') (fun c' => p_of M c' l m) * pd (at2 q n d) (fun q' => c_of D' q' k n' m')))) _).
  { assert (rsum M (fun l' => exp (c l l')) <> 0).
    { sgn. }
    apply (chain2 (at2 q n d) N M (fun c' => p_of M c' l m) (fun q' => c_of D' q' k)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m' => p l m * delta l n' * (delta m m' - p l m') * (k m' d * delta n' n / sqrt (INR D'))))) _).
  { assert (rsum M (fun l' => exp (c l l')) <> 0).
    { sgn. }
    apply rsum_ext; intros n' ?; cbv beta.
    apply rsum_ext; intros m' ?; cbv beta.
    apply (eq_eq _ ((p l m * delta l n' * (delta m m' - p l m')) * (k m' d * delta n' n / sqrt (INR D'))) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at2 c n' m') (fun c' => exp (c' l m) / rsum M (fun m'' => exp (c' l m'')))) _).
      { assert (rsum M (fun l' => exp (c l l')) <> 0).
        { sgn. }
        apply (eq_eq _ (pd (at2 c n' m') (fun c' => exp (c' l m) / rsum M (fun l' => exp (c' l l')))) _); [ | same ].
        apply pd_ext.
        intros c'; cbv beta.
        reflexivity. }
      apply (eq_eq _ ((pd (at2 c n' m') (fun c' => exp (c' l m)) * rsum M (fun m'' => exp (c l m'')) - exp (c l m) * pd (at2 c n' m') (fun c' => rsum M (fun m'' => exp (c' l m'')))) / rsum M (fun m'' => exp (c l m'')) ^ 2) _).
      { assert (rsum M (fun m'' => exp (c l m'')) <> 0).
        { sgn. }
        rule (diff_div (at2 c n' m') (fun c' => exp (c' l m)) (fun c' => rsum M (fun m'' => exp (c' l m'')))). }
      apply (eq_eq _ ((exp (c l m) * delta l n' * delta m m' * rsum M (fun m'' => exp (c l m'')) - exp (c l m) * rsum M (fun m'' => exp (c l m'') * delta l n' * delta m'' m')) / rsum M (fun m'' => exp (c l m'')) ^ 2) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ ((exp (c l m) * delta l n' * delta m m') * rsum M (fun m'' => exp (c l m''))) _); [ | same ].
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (exp (c l m) * pd (at2 c n' m') (fun c' => c' l m)) _).
          { rule (diff_exp (at2 c n' m') (fun c' => c' l m)). }
          apply (eq_eq _ (exp (c l m) * (delta l n' * delta m m')) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply variable2. }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at2 c n' m') (fun c' => rsum M (fun k' => exp (c' l k')))) _); [ same | ].
        apply (eq_eq _ (rsum M (fun m'' => pd (at2 c n' m') (fun c' => exp (c' l m'')))) _).
        { rule_same (diff_sum (at2 c n' m') M (fun k' c' => exp (c' l k')) (fun k' => true)). }
        apply rsum_ext; intros m'' ?; cbv beta.
        apply (eq_eq _ (exp (c l m'') * pd (at2 c n' m') (fun c' => c' l m'')) _).
        { rule (diff_exp (at2 c n' m') (fun c' => c' l m'')). }
        apply (eq_eq _ (exp (c l m'') * (delta l n' * delta m'' m')) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      apply (eq_eq _ ((exp (c l m) * delta l n' * delta m m' * rsum M (fun m'' => exp (c l m'')) - exp (c l m) * exp (c l m') * delta l n') / rsum M (fun m'' => exp (c l m'')) ^ 2) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal Ropp _).
        apply (eq_eq _ (exp (c l m) * (exp (c l m') * delta l n')) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun m'' => delta m'' m' * exp (c l m'') * delta l n')) _).
        { apply rsum_ext; intros m'' ?; cbv beta.
          arith. }
        rule_same (sum_delta M (fun m'' => exp (c l m'') * delta l n') m'). }
      apply (eq_eq _ (exp (c l m) * delta l n' * delta m m' * rsum M (fun m'' => exp (c l m'')) / rsum M (fun m'' => exp (c l m'')) ^ 2 - exp (c l m) * exp (c l m') * delta l n' / rsum M (fun m'' => exp (c l m'')) ^ 2) _).
      { fractions. }
      apply (eq_eq _ (p l m * delta l n' * delta m m' - p l m * p l m' * delta l n') _).
      { assert (rsum M (fun m'' => exp (rsum D' (fun d' => k m'' d' * q l d') / sqrt (INR D'))) <> 0).
        { sgn. }
        apply (eq_eq _ (exp (rsum D' (fun d' => k m d' * q l d') / sqrt (INR D')) * delta l n' * delta m m' * rsum M (fun m'' => exp (rsum D' (fun d' => k m'' d' * q l d') / sqrt (INR D'))) / rsum M (fun m'' => exp (rsum D' (fun d' => k m'' d' * q l d') / sqrt (INR D'))) ^ 2 - exp (rsum D' (fun d' => k m d' * q l d') / sqrt (INR D')) * exp (rsum D' (fun d' => k m' d' * q l d') / sqrt (INR D')) * delta l n' / rsum M (fun m'' => exp (rsum D' (fun d' => k m'' d' * q l d') / sqrt (INR D'))) ^ 2) _).
        { refine (f_equal2 Rplus _ _).
          { refine (f_equal2 Rdiv _ _).
            { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) _).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d' => q l d' * k m d') / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d' ?; cbv beta.
                arith. }
              apply rsum_ext; intros m'' ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d' => q l d' * k m'' d') / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d' ?; cbv beta.
              arith. }
            refine (f_equal (fun x => x ^ 2) _).
            apply rsum_ext; intros m'' ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d' => q l d' * k m'' d') / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d' ?; cbv beta.
            arith. }
          refine (f_equal Ropp _).
          refine (f_equal2 Rdiv _ _).
          { refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
            { refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d' => q l d' * k m d') / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d' ?; cbv beta.
              arith. }
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d' => q l d' * k m' d') / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d' ?; cbv beta.
            arith. }
          refine (f_equal (fun x => x ^ 2) _).
          apply rsum_ext; intros m'' ?; cbv beta.
          refine (f_equal exp _).
          apply (eq_eq _ (rsum D' (fun d' => q l d' * k m'' d') / sqrt (INR D')) _).
          { reflexivity. }
          refine (f_equal2 Rdiv _ eq_refl).
          apply rsum_ext; intros d' ?; cbv beta.
          arith. }
        apply (eq_eq _ (delta l n' * delta m m' * exp (rsum D' (fun d' => k m d' * q l d') / sqrt (INR D')) / rsum M (fun m'' => exp (rsum D' (fun d' => k m'' d' * q l d') / sqrt (INR D'))) - delta l n' * exp (rsum D' (fun d' => k m d' * q l d') / sqrt (INR D')) * exp (rsum D' (fun d' => k m' d' * q l d') / sqrt (INR D')) / rsum M (fun m'' => exp (rsum D' (fun d' => k m'' d' * q l d') / sqrt (INR D'))) ^ 2) _).
        { cancel. }
        apply (eq_eq _ (delta l n' * delta m m' * exp (rsum D' (fun d' => k m d' * q l d') / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d' => k l' d' * q l d') / sqrt (INR D'))) - delta l n' * exp (rsum D' (fun d' => k m d' * q l d') / sqrt (INR D')) * exp (rsum D' (fun d' => k m' d' * q l d') / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d' => k l' d' * q l d') / sqrt (INR D'))) ^ 2) _); [ same | ].
        symmetry.
        apply (eq_eq _ (exp (rsum D' (fun d' => k m d' * q l d') / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d' => k l' d' * q l d') / sqrt (INR D'))) * delta l n' * delta m m' - exp (rsum D' (fun d' => k m d' * q l d') / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d' => k l' d' * q l d') / sqrt (INR D'))) * (exp (rsum D' (fun d' => k m' d' * q l d') / sqrt (INR D')) / rsum M (fun k' => exp (rsum D' (fun d' => k k' d' * q l d') / sqrt (INR D')))) * delta l n') _).
        { refine (f_equal2 Rplus _ _).
          { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
            apply (eq_eq _ (exp (c l m) / rsum M (fun l' => exp (c l l'))) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ _).
            { refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d' => q l d' * k m d') / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d' ?; cbv beta.
              arith. }
            apply rsum_ext; intros l' ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d' => q l d' * k l' d') / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d' ?; cbv beta.
            arith. }
          refine (f_equal Ropp _).
          refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
          { apply (eq_eq _ (exp (c l m) / rsum M (fun l' => exp (c l l'))) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ _).
            { refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d' => q l d' * k m d') / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d' ?; cbv beta.
              arith. }
            apply rsum_ext; intros l' ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d' => q l d' * k l' d') / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d' ?; cbv beta.
            arith. }
          apply (eq_eq _ (exp (c l m') / rsum M (fun k' => exp (c l k'))) _).
          { reflexivity. }
          refine (f_equal2 Rdiv _ _).
          { refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d' => q l d' * k m' d') / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d' ?; cbv beta.
            arith. }
          apply rsum_ext; intros k' ?; cbv beta.
          refine (f_equal exp _).
          apply (eq_eq _ (rsum D' (fun d' => q l d' * k k' d') / sqrt (INR D')) _).
          { reflexivity. }
          refine (f_equal2 Rdiv _ eq_refl).
          apply rsum_ext; intros d' ?; cbv beta.
          arith. }
        fractions. }
      apply (eq_eq _ (delta l n' * delta m m' * p l m - delta l n' * p l m * p l m') _).
      { arith. }
      symmetry.
      arith. }
    apply (eq_eq _ (pd (at2 q n d) (fun q' => rsum D' (fun d' => q' n' d' * k m' d') / sqrt (INR D'))) _).
    { apply pd_ext.
      intros q'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 q n d) (fun q' => 1 / sqrt (INR D') * rsum D' (fun d' => q' n' d' * k m' d'))) _).
    { apply pd_ext.
      intros q'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at2 q n d) (fun q' => 1 / sqrt (INR D') * rsum D' (fun d' => q' n' d' * k m' d'))) _).
    { apply pd_ext.
      intros q'; cbv beta.
      same. }
    apply (eq_eq _ (1 / sqrt (INR D') * pd (at2 q n d) (fun q' => rsum D' (fun d' => q' n' d' * k m' d'))) _).
    { assert (pd (at2 q n d) (fun q' => 1 / sqrt (INR D')) = 0).
      { apply constant. }
      rule (diff_scale (at2 q n d) (fun q' => 1 / sqrt (INR D')) (fun q' => rsum D' (fun d' => q' n' d' * k m' d'))). }
    apply (eq_eq _ (pd (at2 q n d) (fun q' => rsum D' (fun d' => q' n' d' * k m' d')) / sqrt (INR D')) _).
    { fractions. }
    apply (eq_eq _ (rsum D' (fun m'' => k m' m'' * delta n' n * delta m'' d) / sqrt (INR D')) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (pd (at2 q n d) (fun q' => rsum D' (fun k' => q' n' k' * k m' k'))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun m'' => pd (at2 q n d) (fun q' => q' n' m'' * k m' m''))) _).
      { rule_same (diff_sum (at2 q n d) D' (fun k' q' => q' n' k' * k m' k') (fun k' => true)). }
      apply rsum_ext; intros m'' ?; cbv beta.
      apply (eq_eq _ (pd (at2 q n d) (fun q' => k m' m'' * q' n' m'')) _).
      { apply pd_ext.
        intros q'; cbv beta.
        arith. }
      apply (eq_eq _ (k m' m'' * pd (at2 q n d) (fun q' => q' n' m'')) _).
      { assert (pd (at2 q n d) (fun q' => k m' m'') = 0).
        { apply constant. }
        rule (diff_scale (at2 q n d) (fun q' => k m' m'') (fun q' => q' n' m'')). }
      apply (eq_eq _ (k m' m'' * (delta n' n * delta m'' d)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum D' (fun m'' => delta m'' d * k m' m'' * delta n' n)) _).
    { apply rsum_ext; intros m'' ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun m'' => k m' m'' * delta n' n) d). }
  apply (eq_eq _ (rsum N (fun n' => - (delta l n' * delta n' n * rsum M (fun m' => k m' d * p l m') * p l m / sqrt (INR D')) + delta l n' * delta n' n * k m d * p l m / sqrt (INR D'))) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m' => delta l n' * delta m m' * delta n' n * k m' d * p l m / sqrt (INR D') - delta l n' * delta n' n * k m' d * p l m * p l m' / sqrt (INR D'))) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun m' => delta l n' * delta m m' * delta n' n * k m' d * p l m / sqrt (INR D')) + rsum M (fun m' => - (delta l n' * delta n' n * k m' d * p l m * p l m' / sqrt (INR D')))) _).
    { rule (sum_add M (fun m' => delta l n' * delta m m' * delta n' n * k m' d * p l m / sqrt (INR D')) (fun m' => - (delta l n' * delta n' n * k m' d * p l m * p l m' / sqrt (INR D'))) (fun m' => true)). }
    apply (eq_eq _ (delta l n' * delta n' n * p l m / sqrt (INR D') * k m d - delta l n' * delta n' n * p l m / sqrt (INR D') * rsum M (fun m' => k m' d * p l m')) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m' => delta l n' * delta n' n * p l m / sqrt (INR D') * delta m m' * k m' d)) _).
        { apply rsum_ext; intros m' ?; cbv beta.
          fractions. }
        apply (eq_eq _ (delta l n' * delta n' n * p l m / sqrt (INR D') * rsum M (fun k' => delta m k' * k k' d)) _).
        { rule_same (sum_factor M (delta l n' * delta n' n * p l m / sqrt (INR D')) (fun m' => delta m m' * k m' d) (fun m' => true)). }
        apply (eq_eq _ (delta l n' * delta n' n * p l m / sqrt (INR D') * rsum M (fun m' => delta m m' * k m' d)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun m' => delta m' m * k m' d)) _).
        { apply rsum_ext; intros m' ?; cbv beta.
          same. }
        apply (eq_eq _ (rsum M (fun k' => delta k' m * k k' d)) _); [ same | ].
        rule (sum_delta M (fun m' => k m' d) m). }
      apply (eq_eq _ (rsum M (fun m' => - (delta l n' * delta n' n * p l m / sqrt (INR D') * k m' d * p l m'))) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum M (fun m' => delta l n' * delta n' n * p l m / sqrt (INR D') * k m' d * p l m')) _).
      { rule (sum_neg M (fun m' => delta l n' * delta n' n * p l m / sqrt (INR D') * k m' d * p l m') (fun m' => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (delta l n' * delta n' n * p l m / sqrt (INR D') * rsum M (fun k' => k k' d * p l k')) _); [ | same ].
      rule_same (sum_factor M (delta l n' * delta n' n * p l m / sqrt (INR D')) (fun m' => k m' d * p l m') (fun m' => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun m' => - (delta l m' * delta m' n * rsum M (fun m'' => k m'' d * p l m'') * p l m / sqrt (INR D')) + delta l m' * delta m' n * k m d * p l m / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun m' => - (delta l m' * delta m' n * rsum M (fun m'' => k m'' d * p l m'') * p l m / sqrt (INR D'))) + rsum N (fun m' => delta l m' * delta m' n * k m d * p l m / sqrt (INR D'))) _).
  { rule (sum_add N (fun n' => - (delta l n' * delta n' n * rsum M (fun m' => k m' d * p l m') * p l m / sqrt (INR D'))) (fun n' => delta l n' * delta n' n * k m d * p l m / sqrt (INR D')) (fun n' => true)). }
  apply (eq_eq _ (rsum N (fun n' => - (delta l n' * delta n' n * rsum M (fun m' => k m' d * p l m') * p l m / sqrt (INR D'))) + rsum N (fun n' => delta l n' * delta n' n * k m d * p l m / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (- (rsum M (fun m' => k m' d * p l m') * p l m / sqrt (INR D') * delta l n) + k m d * p l m / sqrt (INR D') * delta l n) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n' => - (rsum M (fun m' => k m' d * p l m') * p l m / sqrt (INR D') * delta l n' * delta n' n))) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun m' => - (rsum M (fun m'' => k m'' d * p l m'') * p l m / sqrt (INR D') * delta l m' * delta m' n))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun m' => rsum M (fun m'' => k m'' d * p l m'') * p l m / sqrt (INR D') * delta l m' * delta m' n)) _).
      { rule (sum_neg N (fun n' => rsum M (fun m' => k m' d * p l m') * p l m / sqrt (INR D') * delta l n' * delta n' n) (fun n' => true)). }
      apply (eq_eq _ (- rsum N (fun n' => rsum M (fun m' => k m' d * p l m') * p l m / sqrt (INR D') * delta l n' * delta n' n)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun m' => rsum M (fun m'' => k m'' d * p l m'') * p l m / sqrt (INR D') * delta l m' * delta m' n)) _); [ same | ].
      apply (eq_eq _ (rsum M (fun m' => k m' d * p l m') * p l m / sqrt (INR D') * rsum N (fun l' => delta l l' * delta l' n)) _).
      { rule_same (sum_factor N (rsum M (fun m' => k m' d * p l m') * p l m / sqrt (INR D')) (fun n' => delta l n' * delta n' n) (fun n' => true)). }
      apply (eq_eq _ (rsum M (fun m' => k m' d * p l m') * p l m / sqrt (INR D') * rsum N (fun n' => delta l n' * delta n' n)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n' => delta n' l * delta n' n)) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun l' => delta l' l * delta l' n)) _); [ same | ].
      rule (sum_delta N (fun n' => delta n' n) l). }
    apply (eq_eq _ (rsum N (fun n' => k m d * p l m / sqrt (INR D') * delta l n' * delta n' n)) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun m' => k m d * p l m / sqrt (INR D') * delta l m' * delta m' n)) _); [ same | ].
    apply (eq_eq _ (k m d * p l m / sqrt (INR D') * rsum N (fun l' => delta l l' * delta l' n)) _).
    { rule_same (sum_factor N (k m d * p l m / sqrt (INR D')) (fun n' => delta l n' * delta n' n) (fun n' => true)). }
    apply (eq_eq _ (k m d * p l m / sqrt (INR D') * rsum N (fun n' => delta l n' * delta n' n)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n' => delta n' l * delta n' n)) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun l' => delta l' l * delta l' n)) _); [ same | ].
    rule (sum_delta N (fun n' => delta n' n) l). }
  apply (eq_eq _ (- (delta l n * rsum M (fun m' => k m' d * p l m') * p l m / sqrt (INR D')) + delta l n * k m d * p l m / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (p l m * delta l n * k m d / sqrt (INR D') - p l m * delta l n * rsum M (fun m' => p l m' * k m' d) / sqrt (INR D')) _).
  { symmetry.
    apply (eq_eq _ (p l m * delta l n * k m d / sqrt (INR D') - p l m * delta l n * rsum M (fun m' => k m' d * p l m') / sqrt (INR D')) _).
    { refine (f_equal2 Rplus eq_refl _).
      refine (f_equal Ropp _).
      refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply rsum_ext; intros m' ?; cbv beta.
      arith. }
    fractions. }
  apply (eq_eq _ (p l m * delta l n * k m d / sqrt (INR D') - p l m * delta l n * rsum M (fun m' => k m' d * p l m') / sqrt (INR D')) _).
  { refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply rsum_ext; intros m' ?; cbv beta.
    arith. }
  apply (eq_eq _ (- (delta l n * rsum M (fun m' => k m' d * p l m') * p l m / sqrt (INR D')) + delta l n * k m d * p l m / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (p l m * delta l n * (k m d - rsum M (fun m' => k m' d * p l m')) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    apply rsum_ext; intros m' ?; cbv beta.
    arith. }
  fractions.
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma query_3_sum_factor :
  rsum N (fun l => rsum M (fun m => v m e * delta n l * (p l m * delta l n * (k m d - rsum M (fun r => p l r * k r d)) / sqrt (INR D'))))
  = rsum M (fun m => k m d * v m e * p n m) / sqrt (INR D') - y n e * rsum M (fun r => k r d * p n r) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum N (fun l => delta n l * rsum M (fun m => k m d * p l m * v m e) / sqrt (INR D') - delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e) / sqrt (INR D'))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => - (delta n l * rsum M (fun r => k r d * p l r) * p l m * v m e / sqrt (INR D')) + delta n l * k m d * p l m * v m e / sqrt (INR D'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (v m e * delta n l * (p l m * delta l n * (k m d - rsum M (fun r => k r d * p l r)) / sqrt (INR D'))) _).
      { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal Ropp _).
        apply rsum_ext; intros r ?; cbv beta.
        arith. }
      apply (eq_eq _ (- (delta n l ^ 2 * rsum M (fun r => k r d * p l r) * p l m * v m e / sqrt (INR D')) + delta n l ^ 2 * k m d * p l m * v m e / sqrt (INR D')) _).
      { fractions. }
      apply (eq_eq _ (- (delta n l ^ 1 * rsum M (fun r => k r d * p l r) * p l m * v m e / sqrt (INR D')) + delta n l ^ 1 * k m d * p l m * v m e / sqrt (INR D')) _).
      { refine (f_equal2 Rplus _ _).
        { refine (f_equal Ropp _).
          refine (f_equal2 Rdiv _ eq_refl).
          refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl).
          apply (eq_eq _ ((delta n l ^ 2) ^ 1) _).
          { arith. }
          refine (f_equal (fun x => x ^ 1) _).
          rule (delta_square n l). }
        refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl).
        apply (eq_eq _ ((delta n l ^ 2) ^ 1) _).
        { arith. }
        refine (f_equal (fun x => x ^ 1) _).
        rule (delta_square n l). }
      fractions. }
    apply (eq_eq _ (rsum M (fun k' => - (delta n l * rsum M (fun r => k r d * p l r) * p l k' * v k' e / sqrt (INR D')) + delta n l * k k' d * p l k' * v k' e / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun k' => - (delta n l * rsum M (fun r => k r d * p l r) * p l k' * v k' e / sqrt (INR D'))) + rsum M (fun k' => delta n l * k k' d * p l k' * v k' e / sqrt (INR D'))) _).
    { rule (sum_add M (fun m => - (delta n l * rsum M (fun r => k r d * p l r) * p l m * v m e / sqrt (INR D'))) (fun m => delta n l * k m d * p l m * v m e / sqrt (INR D')) (fun m => true)). }
    apply (eq_eq _ (rsum M (fun m => - (delta n l * rsum M (fun r => k r d * p l r) * p l m * v m e / sqrt (INR D'))) + rsum M (fun m => delta n l * k m d * p l m * v m e / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (- (delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * rsum M (fun m => p l m * v m e)) + delta n l / sqrt (INR D') * rsum M (fun m => k m d * p l m * v m e)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m => - (delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * p l m * v m e))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum M (fun k' => - (delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * p l k' * v k' e))) _); [ same | ].
        apply (eq_eq _ (- rsum M (fun k' => delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * p l k' * v k' e)) _).
        { rule (sum_neg M (fun m => delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * p l m * v m e) (fun m => true)). }
        apply (eq_eq _ (- rsum M (fun m => delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * p l m * v m e)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum M (fun k' => delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * p l k' * v k' e)) _); [ same | ].
        apply (eq_eq _ (delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D') * rsum M (fun k' => p l k' * v k' e)) _); [ | same ].
        rule_same (sum_factor M (delta n l * rsum M (fun r => k r d * p l r) / sqrt (INR D')) (fun m => p l m * v m e) (fun m => true)). }
      apply (eq_eq _ (rsum M (fun m => delta n l / sqrt (INR D') * k m d * p l m * v m e)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun k' => delta n l / sqrt (INR D') * k k' d * p l k' * v k' e)) _); [ same | ].
      apply (eq_eq _ (delta n l / sqrt (INR D') * rsum M (fun k' => k k' d * p l k' * v k' e)) _); [ | same ].
      rule_same (sum_factor M (delta n l / sqrt (INR D')) (fun m => k m d * p l m * v m e) (fun m => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k' => delta n k' * rsum M (fun m => k m d * p k' m * v m e) / sqrt (INR D') - delta n k' * rsum M (fun r => k r d * p k' r) * rsum M (fun m => p k' m * v m e) / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k' => delta n k' * rsum M (fun m => k m d * p k' m * v m e) / sqrt (INR D')) + rsum N (fun k' => - (delta n k' * rsum M (fun r => k r d * p k' r) * rsum M (fun m => p k' m * v m e) / sqrt (INR D')))) _).
  { rule (sum_add N (fun l => delta n l * rsum M (fun m => k m d * p l m * v m e) / sqrt (INR D')) (fun l => - (delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e) / sqrt (INR D'))) (fun l => true)). }
  apply (eq_eq _ (rsum N (fun l => delta n l * rsum M (fun m => k m d * p l m * v m e) / sqrt (INR D')) + rsum N (fun l => - (delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e) / sqrt (INR D')))) _); [ same | ].
  apply (eq_eq _ (1 / sqrt (INR D') * rsum M (fun m => k m d * p n m * v m e) - 1 / sqrt (INR D') * rsum M (fun r => k r d * p n r) * rsum M (fun m => p n m * v m e)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun l => 1 / sqrt (INR D') * delta n l * rsum M (fun m => k m d * p l m * v m e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k' => 1 / sqrt (INR D') * delta n k' * rsum M (fun m => k m d * p k' m * v m e))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun k' => delta n k' * rsum M (fun m => k m d * p k' m * v m e))) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun l => delta n l * rsum M (fun m => k m d * p l m * v m e)) (fun l => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun l => delta n l * rsum M (fun m => k m d * p l m * v m e))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun l => delta l n * rsum M (fun m => k m d * p l m * v m e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun k' => delta k' n * rsum M (fun m => k m d * p k' m * v m e))) _); [ same | ].
      rule (sum_delta N (fun l => rsum M (fun m => k m d * p l m * v m e)) n). }
    apply (eq_eq _ (rsum N (fun l => - (1 / sqrt (INR D') * delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e)))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k' => - (1 / sqrt (INR D') * delta n k' * rsum M (fun r => k r d * p k' r) * rsum M (fun m => p k' m * v m e)))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k' => 1 / sqrt (INR D') * delta n k' * rsum M (fun r => k r d * p k' r) * rsum M (fun m => p k' m * v m e))) _).
    { rule (sum_neg N (fun l => 1 / sqrt (INR D') * delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e)) (fun l => true)). }
    apply (eq_eq _ (- rsum N (fun l => 1 / sqrt (INR D') * delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e))) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k' => 1 / sqrt (INR D') * delta n k' * rsum M (fun r => k r d * p k' r) * rsum M (fun m => p k' m * v m e))) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun k' => delta n k' * rsum M (fun r => k r d * p k' r) * rsum M (fun m => p k' m * v m e))) _).
    { rule_same (sum_factor N (1 / sqrt (INR D')) (fun l => delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e)) (fun l => true)). }
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun l => delta n l * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e))) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * (rsum M (fun r => k r d * p n r) * rsum M (fun m => p n m * v m e))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun l => delta l n * rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun k' => delta k' n * rsum M (fun r => k r d * p k' r) * rsum M (fun m => p k' m * v m e))) _); [ same | ].
    rule_same (sum_delta N (fun l => rsum M (fun r => k r d * p l r) * rsum M (fun m => p l m * v m e)) n). }
  apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) / sqrt (INR D') - rsum M (fun r => k r d * p n r) * rsum M (fun m => p n m * v m e) / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) / sqrt (INR D') - rsum M (fun m => p n m * v m e) * rsum M (fun r => k r d * p n r) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply rsum_ext; intros m ?; cbv beta.
      arith. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult _ eq_refl).
    reflexivity. }
  fractions.
Qed.

(* factor *)
Lemma query_4_ring :
  rsum M (fun m => k m d * v m e * p n m) / sqrt (INR D') - y n e * rsum M (fun r => k r d * p n r) / sqrt (INR D')
  = rsum M (fun m => k m d * (v m e - y n e) * p n m) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) / sqrt (INR D') - y n e * rsum M (fun r => k r d * p n r) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus _ eq_refl).
    refine (f_equal2 Rdiv _ eq_refl).
    apply rsum_ext; intros m ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) / sqrt (INR D') - rsum M (fun r => k r d * p n r) * y n e / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) / sqrt (INR D') - rsum M (fun m => k m d * p n m) * y n e / sqrt (INR D')) _); [ same | ].
  symmetry.
  apply (eq_eq _ ((rsum M (fun m => k m d * p n m * v m e) - y n e * rsum M (fun m => k m d * p n m)) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e - k m d * p n m * y n e)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun k' => k k' d * p n k' * v k' e - k k' d * p n k' * y n e)) _); [ same | ].
    apply (eq_eq _ (rsum M (fun k' => k k' d * p n k' * v k' e) + rsum M (fun k' => - (k k' d * p n k' * y n e))) _).
    { rule (sum_add M (fun m => k m d * p n m * v m e) (fun m => - (k m d * p n m * y n e)) (fun m => true)). }
    apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) + rsum M (fun m => - (k m d * p n m * y n e))) _); [ same | ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum M (fun m => - (y n e * k m d * p n m))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun k' => - (y n e * k k' d * p n k'))) _); [ same | ].
    apply (eq_eq _ (- rsum M (fun k' => y n e * k k' d * p n k')) _).
    { rule (sum_neg M (fun m => y n e * k m d * p n m) (fun m => true)). }
    apply (eq_eq _ (- rsum M (fun m => y n e * k m d * p n m)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum M (fun k' => y n e * k k' d * p n k')) _); [ same | ].
    apply (eq_eq _ (y n e * rsum M (fun k' => k k' d * p n k')) _); [ | same ].
    rule_same (sum_factor M (y n e) (fun m => k m d * p n m) (fun m => true)). }
  fractions.
Qed.

(* a constant factor goes in front of the sum *)
Lemma query_5_sum_factor :
  rsum M (fun m => k m d * (v m e - y n e) * p n m) / sqrt (INR D')
  = rsum M (fun m => p n m * (v m e - y n e) * k m d) / sqrt (INR D').
Proof.
  apply (eq_eq _ ((rsum M (fun m => k m d * p n m * v m e) - y n e * rsum M (fun m => k m d * p n m)) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e - k m d * p n m * y n e)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun k' => k k' d * p n k' * v k' e - k k' d * p n k' * y n e)) _); [ same | ].
    apply (eq_eq _ (rsum M (fun k' => k k' d * p n k' * v k' e) + rsum M (fun k' => - (k k' d * p n k' * y n e))) _).
    { rule (sum_add M (fun m => k m d * p n m * v m e) (fun m => - (k m d * p n m * y n e)) (fun m => true)). }
    apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) + rsum M (fun m => - (k m d * p n m * y n e))) _); [ same | ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum M (fun m => - (y n e * k m d * p n m))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun k' => - (y n e * k k' d * p n k'))) _); [ same | ].
    apply (eq_eq _ (- rsum M (fun k' => y n e * k k' d * p n k')) _).
    { rule (sum_neg M (fun m => y n e * k m d * p n m) (fun m => true)). }
    apply (eq_eq _ (- rsum M (fun m => y n e * k m d * p n m)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum M (fun k' => y n e * k k' d * p n k')) _); [ same | ].
    apply (eq_eq _ (y n e * rsum M (fun k' => k k' d * p n k')) _); [ | same ].
    rule_same (sum_factor M (y n e) (fun m => k m d * p n m) (fun m => true)). }
  apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) / sqrt (INR D') - rsum M (fun m => k m d * p n m) * y n e / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((rsum M (fun m => k m d * p n m * v m e) - y n e * rsum M (fun m => k m d * p n m)) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e - k m d * p n m * y n e)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun k' => k k' d * p n k' * v k' e - k k' d * p n k' * y n e)) _); [ same | ].
    apply (eq_eq _ (rsum M (fun k' => k k' d * p n k' * v k' e) + rsum M (fun k' => - (k k' d * p n k' * y n e))) _).
    { rule (sum_add M (fun m => k m d * p n m * v m e) (fun m => - (k m d * p n m * y n e)) (fun m => true)). }
    apply (eq_eq _ (rsum M (fun m => k m d * p n m * v m e) + rsum M (fun m => - (k m d * p n m * y n e))) _); [ same | ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum M (fun m => - (y n e * k m d * p n m))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun k' => - (y n e * k k' d * p n k'))) _); [ same | ].
    apply (eq_eq _ (- rsum M (fun k' => y n e * k k' d * p n k')) _).
    { rule (sum_neg M (fun m => y n e * k m d * p n m) (fun m => true)). }
    apply (eq_eq _ (- rsum M (fun m => y n e * k m d * p n m)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum M (fun k' => y n e * k k' d * p n k')) _); [ same | ].
    apply (eq_eq _ (y n e * rsum M (fun k' => k k' d * p n k')) _); [ | same ].
    rule_same (sum_factor M (y n e) (fun m => k m d * p n m) (fun m => true)). }
  fractions.
Qed.

Lemma query_needs_1 :
  rsum M (fun l => exp (c n l)) <> 0.
Proof.
  sgn.
Qed.

Theorem query :
  is_pd (at2 q n d) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)
  (rsum M (fun m => p n m * (v m e - y n e) * k m d) / sqrt (INR D')).
Proof.
  pose proof query_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ query_1_chain (eq_eq _ _ _ query_2_lemma (eq_eq _ _ _ query_3_sum_factor (eq_eq _ _ _ query_4_ring query_5_sum_factor)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition query_outright : option (
  is_pd (at2 q n d) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)
  (rsum M (fun m => p n m * (v m e - y n e) * k m d) / sqrt (INR D'))).
Proof.
  attempt "query" by Formula.outright Formula.by_matrix (Formula.Sum M (fun m => (Formula.Mul (Formula.Div (Formula.Exp (Formula.Div (Formula.Sum D' (fun d' => (Formula.Mul (Formula.V (n, d')) (Formula.C (k m d'))))) (Formula.C (sqrt (INR D'))))) (Formula.Sum M (fun l => (Formula.Exp (Formula.Div (Formula.Sum D' (fun d' => (Formula.Mul (Formula.V (n, d')) (Formula.C (k l d'))))) (Formula.C (sqrt (INR D')))))))) (Formula.C (v m e))))).
Defined.
End query.

(** * Derivative of y by q *)

Section derivative_y_q.
Variables (e i j n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < D')%nat.
Hypothesis n_in : (n < N)%nat.

(* chain rule through p_nm *)
Lemma derivative_y_q_1_chain :
  pd (at2 q i j) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)
  = rsum N (fun p' => rsum M (fun m => pd (at2 p p' m) (fun p'' => y_of M p'' v n e) * pd (at2 q i j) (fun q' => p_of M (c_of D' q' k) p' m))).
Proof.
  apply (eq_eq _ (pd (at2 q i j) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => pd (at2 p n' m) (fun p' => y_of M p' v n e) * pd (at2 q i j) (fun q' => p_of M (c_of D' q' k) n' m)))) _); [ | same ].
  assert ((forall n', (n' < N)%nat -> rsum M (fun l => exp (c n' l)) <> 0)).
  { intros n' ?.
    sgn. }
  assert (rsum M (fun l => exp (c n l)) <> 0).
  { sgn. }
  apply (chain2 (at2 q i j) N M (fun p' => y_of M p' v n e) (fun q' => p_of M (c_of D' q' k))); [ dsm | premise ].
Qed.

(* put in ∂y_ne/∂p_nm and ∂p_nm/∂q_ij *)
Lemma derivative_y_q_2_lemma :
  rsum N (fun p' => rsum M (fun m => pd (at2 p p' m) (fun p'' => y_of M p'' v n e) * pd (at2 q i j) (fun q' => p_of M (c_of D' q' k) p' m)))
  = rsum N (fun p' => rsum M (fun m => v m e * delta n p' * (p p' m * delta p' i * (k m j - rsum M (fun r => p p' r * k r j)) / sqrt (INR D')))).
Proof.
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => pd (at2 p n' m) (fun p' => y_of M p' v n e) * pd (at2 q i j) (fun q' => p_of M (c_of D' q' k) n' m)))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => v m e * delta n n' * (p n' m * delta n' i * (k m j - rsum M (fun r => p n' r * k r j)) / sqrt (INR D'))))) _); [ | same ].
  assert ((forall n', (n' < N)%nat -> rsum M (fun l => exp (c n' l)) <> 0)).
  { intros n' ?.
    sgn. }
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => v m e * delta n n' * (p n' m * delta n' i * (k m j - rsum M (fun m' => p n' m' * k m' j)) / sqrt (INR D'))))) _); [ | same ].
  apply rsum_ext; intros n' ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ ((v m e * delta n n') * (p n' m * delta n' i * (k m j - rsum M (fun m' => p n' m' * k m' j)) / sqrt (INR D'))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at2 p n' m) (fun p' => rsum M (fun m' => p' n m' * v m' e))) _).
    { apply pd_ext.
      intros p'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 p n' m) (fun p' => rsum M (fun k' => p' n k' * v k' e))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun m' => pd (at2 p n' m) (fun p' => p' n m' * v m' e))) _).
    { rule_same (diff_sum (at2 p n' m) M (fun k' p' => p' n k' * v k' e) (fun k' => true)). }
    apply (eq_eq _ (rsum M (fun m' => v m' e * delta n n' * delta m' m)) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      apply (eq_eq _ (pd (at2 p n' m) (fun p' => v m' e * p' n m')) _).
      { apply pd_ext.
        intros p'; cbv beta.
        arith. }
      apply (eq_eq _ (v m' e * pd (at2 p n' m) (fun p' => p' n m')) _).
      { assert (pd (at2 p n' m) (fun p' => v m' e) = 0).
        { apply constant. }
        rule (diff_scale (at2 p n' m) (fun p' => v m' e) (fun p' => p' n m')). }
      apply (eq_eq _ (v m' e * (delta n n' * delta m' m)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply (eq_eq _ (rsum M (fun m' => delta m' m * v m' e * delta n n')) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      arith. }
    rule_same (sum_delta M (fun m' => v m' e * delta n n') m). }
  apply (eq_eq _ (rsum N (fun n'' => rsum M (fun m' => pd (at2 c n'' m') (fun c' => p_of M c' n' m) * pd (at2 q i j) (fun q' => c_of D' q' k n'' m')))) _).
  { assert (rsum M (fun l => exp (c n' l)) <> 0).
    { sgn. }
    apply (chain2 (at2 q i j) N M (fun c' => p_of M c' n' m) (fun q' => c_of D' q' k)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n'' => rsum M (fun m' => p n' m * delta n' n'' * (delta m m' - p n' m') * (k m' j * delta n'' i / sqrt (INR D'))))) _).
  { assert (rsum M (fun l => exp (c n' l)) <> 0).
    { sgn. }
    apply rsum_ext; intros n'' ?; cbv beta.
    apply rsum_ext; intros m' ?; cbv beta.
    apply (eq_eq _ ((p n' m * delta n' n'' * (delta m m' - p n' m')) * (k m' j * delta n'' i / sqrt (INR D'))) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at2 c n'' m') (fun c' => exp (c' n' m) / rsum M (fun m'' => exp (c' n' m'')))) _).
      { assert (rsum M (fun l => exp (c n' l)) <> 0).
        { sgn. }
        apply (eq_eq _ (pd (at2 c n'' m') (fun c' => exp (c' n' m) / rsum M (fun l => exp (c' n' l)))) _); [ | same ].
        apply pd_ext.
        intros c'; cbv beta.
        reflexivity. }
      apply (eq_eq _ ((pd (at2 c n'' m') (fun c' => exp (c' n' m)) * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * pd (at2 c n'' m') (fun c' => rsum M (fun m'' => exp (c' n' m'')))) / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
      { assert (rsum M (fun m'' => exp (c n' m'')) <> 0).
        { sgn. }
        rule (diff_div (at2 c n'' m') (fun c' => exp (c' n' m)) (fun c' => rsum M (fun m'' => exp (c' n' m'')))). }
      apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * rsum M (fun m'' => exp (c n' m'') * delta n' n'' * delta m'' m')) / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m') * rsum M (fun m'' => exp (c n' m''))) _); [ | same ].
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (exp (c n' m) * pd (at2 c n'' m') (fun c' => c' n' m)) _).
          { rule (diff_exp (at2 c n'' m') (fun c' => c' n' m)). }
          apply (eq_eq _ (exp (c n' m) * (delta n' n'' * delta m m')) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply variable2. }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at2 c n'' m') (fun c' => rsum M (fun k' => exp (c' n' k')))) _); [ same | ].
        apply (eq_eq _ (rsum M (fun m'' => pd (at2 c n'' m') (fun c' => exp (c' n' m'')))) _).
        { rule_same (diff_sum (at2 c n'' m') M (fun k' c' => exp (c' n' k')) (fun k' => true)). }
        apply rsum_ext; intros m'' ?; cbv beta.
        apply (eq_eq _ (exp (c n' m'') * pd (at2 c n'' m') (fun c' => c' n' m'')) _).
        { rule (diff_exp (at2 c n'' m') (fun c' => c' n' m'')). }
        apply (eq_eq _ (exp (c n' m'') * (delta n' n'' * delta m'' m')) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * exp (c n' m') * delta n' n'') / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal Ropp _).
        apply (eq_eq _ (exp (c n' m) * (exp (c n' m') * delta n' n'')) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun m'' => delta m'' m' * exp (c n' m'') * delta n' n'')) _).
        { apply rsum_ext; intros m'' ?; cbv beta.
          arith. }
        rule_same (sum_delta M (fun m'' => exp (c n' m'') * delta n' n'') m'). }
      apply (eq_eq _ (exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) / rsum M (fun m'' => exp (c n' m'')) ^ 2 - exp (c n' m) * exp (c n' m') * delta n' n'' / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
      { fractions. }
      apply (eq_eq _ (p n' m * delta n' n'' * delta m m' - p n' m * p n' m' * delta n' n'') _).
      { assert (rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) <> 0).
        { sgn. }
        apply (eq_eq _ (exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2 - exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) * delta n' n'' / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2) _).
        { refine (f_equal2 Rplus _ _).
          { refine (f_equal2 Rdiv _ _).
            { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) _).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              apply rsum_ext; intros m'' ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal (fun x => x ^ 2) _).
            apply rsum_ext; intros m'' ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          refine (f_equal Ropp _).
          refine (f_equal2 Rdiv _ _).
          { refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
            { refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k m' d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          refine (f_equal (fun x => x ^ 2) _).
          apply rsum_ext; intros m'' ?; cbv beta.
          refine (f_equal exp _).
          apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
          { reflexivity. }
          refine (f_equal2 Rdiv _ eq_refl).
          apply rsum_ext; intros d ?; cbv beta.
          arith. }
        apply (eq_eq _ (delta n' n'' * delta m m' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) - delta n' n'' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2) _).
        { cancel. }
        apply (eq_eq _ (delta n' n'' * delta m m' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) - delta n' n'' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) ^ 2) _); [ same | ].
        symmetry.
        apply (eq_eq _ (exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) * delta n' n'' * delta m m' - exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) * (exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun k' => exp (rsum D' (fun d => k k' d * q n' d) / sqrt (INR D')))) * delta n' n'') _).
        { refine (f_equal2 Rplus _ _).
          { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
            apply (eq_eq _ (exp (c n' m) / rsum M (fun l => exp (c n' l))) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ _).
            { refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            apply rsum_ext; intros l ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k l d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          refine (f_equal Ropp _).
          refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
          { apply (eq_eq _ (exp (c n' m) / rsum M (fun l => exp (c n' l))) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ _).
            { refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            apply rsum_ext; intros l ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k l d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          apply (eq_eq _ (exp (c n' m') / rsum M (fun k' => exp (c n' k'))) _).
          { reflexivity. }
          refine (f_equal2 Rdiv _ _).
          { refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k m' d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          apply rsum_ext; intros k' ?; cbv beta.
          refine (f_equal exp _).
          apply (eq_eq _ (rsum D' (fun d => q n' d * k k' d) / sqrt (INR D')) _).
          { reflexivity. }
          refine (f_equal2 Rdiv _ eq_refl).
          apply rsum_ext; intros d ?; cbv beta.
          arith. }
        fractions. }
      apply (eq_eq _ (delta n' n'' * delta m m' * p n' m - delta n' n'' * p n' m * p n' m') _).
      { arith. }
      symmetry.
      arith. }
    apply (eq_eq _ (pd (at2 q i j) (fun q' => rsum D' (fun d => q' n'' d * k m' d) / sqrt (INR D'))) _).
    { apply pd_ext.
      intros q'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 q i j) (fun q' => 1 / sqrt (INR D') * rsum D' (fun d => q' n'' d * k m' d))) _).
    { apply pd_ext.
      intros q'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at2 q i j) (fun q' => 1 / sqrt (INR D') * rsum D' (fun d => q' n'' d * k m' d))) _).
    { apply pd_ext.
      intros q'; cbv beta.
      same. }
    apply (eq_eq _ (1 / sqrt (INR D') * pd (at2 q i j) (fun q' => rsum D' (fun d => q' n'' d * k m' d))) _).
    { assert (pd (at2 q i j) (fun q' => 1 / sqrt (INR D')) = 0).
      { apply constant. }
      rule (diff_scale (at2 q i j) (fun q' => 1 / sqrt (INR D')) (fun q' => rsum D' (fun d => q' n'' d * k m' d))). }
    apply (eq_eq _ (pd (at2 q i j) (fun q' => rsum D' (fun d => q' n'' d * k m' d)) / sqrt (INR D')) _).
    { fractions. }
    apply (eq_eq _ (rsum D' (fun m'' => k m' m'' * delta n'' i * delta m'' j) / sqrt (INR D')) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (pd (at2 q i j) (fun q' => rsum D' (fun k' => q' n'' k' * k m' k'))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun m'' => pd (at2 q i j) (fun q' => q' n'' m'' * k m' m''))) _).
      { rule_same (diff_sum (at2 q i j) D' (fun k' q' => q' n'' k' * k m' k') (fun k' => true)). }
      apply rsum_ext; intros m'' ?; cbv beta.
      apply (eq_eq _ (pd (at2 q i j) (fun q' => k m' m'' * q' n'' m'')) _).
      { apply pd_ext.
        intros q'; cbv beta.
        arith. }
      apply (eq_eq _ (k m' m'' * pd (at2 q i j) (fun q' => q' n'' m'')) _).
      { assert (pd (at2 q i j) (fun q' => k m' m'') = 0).
        { apply constant. }
        rule (diff_scale (at2 q i j) (fun q' => k m' m'') (fun q' => q' n'' m'')). }
      apply (eq_eq _ (k m' m'' * (delta n'' i * delta m'' j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum D' (fun m'' => delta m'' j * k m' m'' * delta n'' i)) _).
    { apply rsum_ext; intros m'' ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun m'' => k m' m'' * delta n'' i) j). }
  apply (eq_eq _ (rsum N (fun n'' => - (delta n' n'' * delta n'' i * rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D')) + delta n' n'' * delta n'' i * k m j * p n' m / sqrt (INR D'))) _).
  { apply rsum_ext; intros n'' ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m' => delta n' n'' * delta m m' * delta n'' i * k m' j * p n' m / sqrt (INR D') - delta n' n'' * delta n'' i * k m' j * p n' m * p n' m' / sqrt (INR D'))) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun m' => delta n' n'' * delta m m' * delta n'' i * k m' j * p n' m / sqrt (INR D')) + rsum M (fun m' => - (delta n' n'' * delta n'' i * k m' j * p n' m * p n' m' / sqrt (INR D')))) _).
    { rule (sum_add M (fun m' => delta n' n'' * delta m m' * delta n'' i * k m' j * p n' m / sqrt (INR D')) (fun m' => - (delta n' n'' * delta n'' i * k m' j * p n' m * p n' m' / sqrt (INR D'))) (fun m' => true)). }
    apply (eq_eq _ (delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * k m j - delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * rsum M (fun m' => k m' j * p n' m')) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m' => delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * delta m m' * k m' j)) _).
        { apply rsum_ext; intros m' ?; cbv beta.
          fractions. }
        apply (eq_eq _ (delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * rsum M (fun k' => delta m k' * k k' j)) _).
        { rule_same (sum_factor M (delta n' n'' * delta n'' i * p n' m / sqrt (INR D')) (fun m' => delta m m' * k m' j) (fun m' => true)). }
        apply (eq_eq _ (delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * rsum M (fun m' => delta m m' * k m' j)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun m' => delta m' m * k m' j)) _).
        { apply rsum_ext; intros m' ?; cbv beta.
          same. }
        apply (eq_eq _ (rsum M (fun k' => delta k' m * k k' j)) _); [ same | ].
        rule (sum_delta M (fun m' => k m' j) m). }
      apply (eq_eq _ (rsum M (fun m' => - (delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * k m' j * p n' m'))) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum M (fun m' => delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * k m' j * p n' m')) _).
      { rule (sum_neg M (fun m' => delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * k m' j * p n' m') (fun m' => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * rsum M (fun k' => k k' j * p n' k')) _); [ | same ].
      rule_same (sum_factor M (delta n' n'' * delta n'' i * p n' m / sqrt (INR D')) (fun m' => k m' j * p n' m') (fun m' => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun m' => - (delta n' m' * delta m' i * rsum M (fun m'' => k m'' j * p n' m'') * p n' m / sqrt (INR D')) + delta n' m' * delta m' i * k m j * p n' m / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun m' => - (delta n' m' * delta m' i * rsum M (fun m'' => k m'' j * p n' m'') * p n' m / sqrt (INR D'))) + rsum N (fun m' => delta n' m' * delta m' i * k m j * p n' m / sqrt (INR D'))) _).
  { rule (sum_add N (fun n'' => - (delta n' n'' * delta n'' i * rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D'))) (fun n'' => delta n' n'' * delta n'' i * k m j * p n' m / sqrt (INR D')) (fun n'' => true)). }
  apply (eq_eq _ (rsum N (fun n'' => - (delta n' n'' * delta n'' i * rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D'))) + rsum N (fun n'' => delta n' n'' * delta n'' i * k m j * p n' m / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (- (rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D') * delta n' i) + k m j * p n' m / sqrt (INR D') * delta n' i) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n'' => - (rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D') * delta n' n'' * delta n'' i))) _).
      { apply rsum_ext; intros n'' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun m' => - (rsum M (fun m'' => k m'' j * p n' m'') * p n' m / sqrt (INR D') * delta n' m' * delta m' i))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun m' => rsum M (fun m'' => k m'' j * p n' m'') * p n' m / sqrt (INR D') * delta n' m' * delta m' i)) _).
      { rule (sum_neg N (fun n'' => rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D') * delta n' n'' * delta n'' i) (fun n'' => true)). }
      apply (eq_eq _ (- rsum N (fun n'' => rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D') * delta n' n'' * delta n'' i)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun m' => rsum M (fun m'' => k m'' j * p n' m'') * p n' m / sqrt (INR D') * delta n' m' * delta m' i)) _); [ same | ].
      apply (eq_eq _ (rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D') * rsum N (fun l => delta n' l * delta l i)) _).
      { rule_same (sum_factor N (rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D')) (fun n'' => delta n' n'' * delta n'' i) (fun n'' => true)). }
      apply (eq_eq _ (rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D') * rsum N (fun n'' => delta n' n'' * delta n'' i)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n'' => delta n'' n' * delta n'' i)) _).
      { apply rsum_ext; intros n'' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun l => delta l n' * delta l i)) _); [ same | ].
      rule (sum_delta N (fun n'' => delta n'' i) n'). }
    apply (eq_eq _ (rsum N (fun n'' => k m j * p n' m / sqrt (INR D') * delta n' n'' * delta n'' i)) _).
    { apply rsum_ext; intros n'' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun m' => k m j * p n' m / sqrt (INR D') * delta n' m' * delta m' i)) _); [ same | ].
    apply (eq_eq _ (k m j * p n' m / sqrt (INR D') * rsum N (fun l => delta n' l * delta l i)) _).
    { rule_same (sum_factor N (k m j * p n' m / sqrt (INR D')) (fun n'' => delta n' n'' * delta n'' i) (fun n'' => true)). }
    apply (eq_eq _ (k m j * p n' m / sqrt (INR D') * rsum N (fun n'' => delta n' n'' * delta n'' i)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n'' => delta n'' n' * delta n'' i)) _).
    { apply rsum_ext; intros n'' ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun l => delta l n' * delta l i)) _); [ same | ].
    rule (sum_delta N (fun n'' => delta n'' i) n'). }
  apply (eq_eq _ (- (delta n' i * rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D')) + delta n' i * k m j * p n' m / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (p n' m * delta n' i * k m j / sqrt (INR D') - p n' m * delta n' i * rsum M (fun m' => p n' m' * k m' j) / sqrt (INR D')) _).
  { symmetry.
    apply (eq_eq _ (p n' m * delta n' i * k m j / sqrt (INR D') - p n' m * delta n' i * rsum M (fun m' => k m' j * p n' m') / sqrt (INR D')) _).
    { refine (f_equal2 Rplus eq_refl _).
      refine (f_equal Ropp _).
      refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply rsum_ext; intros m' ?; cbv beta.
      arith. }
    fractions. }
  apply (eq_eq _ (p n' m * delta n' i * k m j / sqrt (INR D') - p n' m * delta n' i * rsum M (fun m' => k m' j * p n' m') / sqrt (INR D')) _).
  { refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply rsum_ext; intros m' ?; cbv beta.
    arith. }
  apply (eq_eq _ (- (delta n' i * rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D')) + delta n' i * k m j * p n' m / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (p n' m * delta n' i * (k m j - rsum M (fun m' => k m' j * p n' m')) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    apply rsum_ext; intros m' ?; cbv beta.
    arith. }
  fractions.
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma derivative_y_q_3_sum_factor :
  rsum N (fun p' => rsum M (fun m => v m e * delta n p' * (p p' m * delta p' i * (k m j - rsum M (fun r => p p' r * k r j)) / sqrt (INR D'))))
  = delta n i * rsum M (fun m => p n m * v m e * k m j) / sqrt (INR D') - y n e * delta n i * rsum M (fun r => p n r * k r j) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => v m e * delta n n' * (p n' m * delta n' i * (k m j - rsum M (fun r => p n' r * k r j)) / sqrt (INR D'))))) _); [ same | ].
  apply (eq_eq _ (delta n i * rsum M (fun m => p n m * v m e * k m j) / sqrt (INR D') - y n e * delta n i * rsum M (fun r => p n r * k r j) / sqrt (INR D')) _); [ | same ].
  apply (eq_eq _ (rsum N (fun n' => delta n n' * delta n' i * rsum M (fun m => k m j * p n' m * v m e) / sqrt (INR D') - delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e) / sqrt (INR D'))) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => - (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * p n' m * v m e / sqrt (INR D')) + delta n n' * delta n' i * k m j * p n' m * v m e / sqrt (INR D'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (v m e * delta n n' * (p n' m * delta n' i * (k m j - rsum M (fun r => k r j * p n' r)) / sqrt (INR D'))) _).
      { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal Ropp _).
        apply rsum_ext; intros r ?; cbv beta.
        arith. }
      fractions. }
    apply (eq_eq _ (rsum M (fun m => - (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * p n' m * v m e / sqrt (INR D'))) + rsum M (fun m => delta n n' * delta n' i * k m j * p n' m * v m e / sqrt (INR D'))) _).
    { rule (sum_add M (fun m => - (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * p n' m * v m e / sqrt (INR D'))) (fun m => delta n n' * delta n' i * k m j * p n' m * v m e / sqrt (INR D')) (fun m => true)). }
    apply (eq_eq _ (- (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) / sqrt (INR D') * rsum M (fun m => p n' m * v m e)) + delta n n' * delta n' i / sqrt (INR D') * rsum M (fun m => k m j * p n' m * v m e)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m => - (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) / sqrt (INR D') * p n' m * v m e))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (- rsum M (fun m => delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) / sqrt (INR D') * p n' m * v m e)) _).
        { rule (sum_neg M (fun m => delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) / sqrt (INR D') * p n' m * v m e) (fun m => true)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) / sqrt (INR D') * rsum M (fun k' => p n' k' * v k' e)) _); [ | same ].
        rule_same (sum_factor M (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) / sqrt (INR D')) (fun m => p n' m * v m e) (fun m => true)). }
      apply (eq_eq _ (rsum M (fun m => delta n n' * delta n' i / sqrt (INR D') * k m j * p n' m * v m e)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (delta n n' * delta n' i / sqrt (INR D') * rsum M (fun k' => k k' j * p n' k' * v k' e)) _); [ | same ].
      rule_same (sum_factor M (delta n n' * delta n' i / sqrt (INR D')) (fun m => k m j * p n' m * v m e) (fun m => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun m => delta n m * delta m i * rsum M (fun k' => k k' j * p m k' * v k' e) / sqrt (INR D') - delta n m * delta m i * rsum M (fun r => k r j * p m r) * rsum M (fun k' => p m k' * v k' e) / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun m => delta n m * delta m i * rsum M (fun k' => k k' j * p m k' * v k' e) / sqrt (INR D')) + rsum N (fun m => - (delta n m * delta m i * rsum M (fun r => k r j * p m r) * rsum M (fun k' => p m k' * v k' e) / sqrt (INR D')))) _).
  { rule (sum_add N (fun n' => delta n n' * delta n' i * rsum M (fun m => k m j * p n' m * v m e) / sqrt (INR D')) (fun n' => - (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e) / sqrt (INR D'))) (fun n' => true)). }
  apply (eq_eq _ (rsum N (fun n' => delta n n' * delta n' i * rsum M (fun m => k m j * p n' m * v m e) / sqrt (INR D')) + rsum N (fun n' => - (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e) / sqrt (INR D')))) _); [ same | ].
  apply (eq_eq _ (1 / sqrt (INR D') * delta n i * rsum M (fun m => k m j * p n m * v m e) - 1 / sqrt (INR D') * delta n i * rsum M (fun r => k r j * p n r) * rsum M (fun m => p n m * v m e)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n' => 1 / sqrt (INR D') * delta n n' * delta n' i * rsum M (fun m => k m j * p n' m * v m e))) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun m => 1 / sqrt (INR D') * delta n m * delta m i * rsum M (fun k' => k k' j * p m k' * v k' e))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun m => delta n m * delta m i * rsum M (fun k' => k k' j * p m k' * v k' e))) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n' => delta n n' * delta n' i * rsum M (fun m => k m j * p n' m * v m e)) (fun n' => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n' => delta n n' * delta n' i * rsum M (fun m => k m j * p n' m * v m e))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * (delta n i * rsum M (fun m => k m j * p n m * v m e))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n' => delta n' n * delta n' i * rsum M (fun m => k m j * p n' m * v m e))) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun m => delta m n * delta m i * rsum M (fun k' => k k' j * p m k' * v k' e))) _); [ same | ].
      rule_same (sum_delta N (fun n' => delta n' i * rsum M (fun m => k m j * p n' m * v m e)) n). }
    apply (eq_eq _ (rsum N (fun n' => - (1 / sqrt (INR D') * delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e)))) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun m => - (1 / sqrt (INR D') * delta n m * delta m i * rsum M (fun r => k r j * p m r) * rsum M (fun k' => p m k' * v k' e)))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun m => 1 / sqrt (INR D') * delta n m * delta m i * rsum M (fun r => k r j * p m r) * rsum M (fun k' => p m k' * v k' e))) _).
    { rule (sum_neg N (fun n' => 1 / sqrt (INR D') * delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e)) (fun n' => true)). }
    apply (eq_eq _ (- rsum N (fun n' => 1 / sqrt (INR D') * delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e))) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun m => 1 / sqrt (INR D') * delta n m * delta m i * rsum M (fun r => k r j * p m r) * rsum M (fun k' => p m k' * v k' e))) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun m => delta n m * delta m i * rsum M (fun r => k r j * p m r) * rsum M (fun k' => p m k' * v k' e))) _).
    { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n' => delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e)) (fun n' => true)). }
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n' => delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e))) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * (delta n i * rsum M (fun r => k r j * p n r) * rsum M (fun m => p n m * v m e))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n' => delta n' n * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e))) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun m => delta m n * delta m i * rsum M (fun r => k r j * p m r) * rsum M (fun k' => p m k' * v k' e))) _); [ same | ].
    rule_same (sum_delta N (fun n' => delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e)) n). }
  apply (eq_eq _ (delta n i * rsum M (fun m => k m j * p n m * v m e) / sqrt (INR D') - delta n i * rsum M (fun r => k r j * p n r) * rsum M (fun m => p n m * v m e) / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (delta n i * rsum M (fun m => k m j * p n m * v m e) / sqrt (INR D') - rsum M (fun m => p n m * v m e) * delta n i * rsum M (fun r => k r j * p n r) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult eq_refl _).
      apply rsum_ext; intros m ?; cbv beta.
      arith. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) _).
    { reflexivity. }
    apply rsum_ext; intros r ?; cbv beta.
    arith. }
  fractions.
Qed.

(* factor out δ_ni *)
Lemma derivative_y_q_4_ring :
  delta n i * rsum M (fun m => p n m * v m e * k m j) / sqrt (INR D') - y n e * delta n i * rsum M (fun r => p n r * k r j) / sqrt (INR D')
  = delta n i * (rsum M (fun m => p n m * v m e * k m j) - y n e * rsum M (fun r => p n r * k r j)) / sqrt (INR D').
Proof.
  apply (eq_eq _ (delta n i * rsum M (fun m => k m j * p n m * v m e) / sqrt (INR D') - y n e * delta n i * rsum M (fun r => k r j * p n r) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult eq_refl _).
      apply rsum_ext; intros m ?; cbv beta.
      arith. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply rsum_ext; intros r ?; cbv beta.
    arith. }
  apply (eq_eq _ (delta n i * rsum M (fun m => k m j * p n m * v m e) / sqrt (INR D') - delta n i * rsum M (fun r => k r j * p n r) * y n e / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (delta n i * (rsum M (fun m => k m j * p n m * v m e) - y n e * rsum M (fun r => k r j * p n r)) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult eq_refl _).
    refine (f_equal2 Rplus _ _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rmult eq_refl _).
    apply rsum_ext; intros r ?; cbv beta.
    arith. }
  fractions.
Qed.

Theorem derivative_y_q :
  is_pd (at2 q i j) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)
  (delta n i * (rsum M (fun m => p n m * v m e * k m j) - y n e * rsum M (fun r => p n r * k r j)) / sqrt (INR D')).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_q_1_chain (eq_eq _ _ _ derivative_y_q_2_lemma (eq_eq _ _ _ derivative_y_q_3_sum_factor derivative_y_q_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_q_outright : option (
  is_pd (at2 q i j) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)
  (delta n i * (rsum M (fun m => p n m * v m e * k m j) - y n e * rsum M (fun r => p n r * k r j)) / sqrt (INR D'))).
Proof.
  attempt "derivative_y_q" by Formula.outright Formula.by_matrix (Formula.Sum M (fun m => (Formula.Mul (Formula.Div (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (n, d)) (Formula.C (k m d))))) (Formula.C (sqrt (INR D'))))) (Formula.Sum M (fun l => (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (n, d)) (Formula.C (k l d))))) (Formula.C (sqrt (INR D')))))))) (Formula.C (v m e))))).
Defined.
End derivative_y_q.

(** * VJP of y for q *)

Section vjp_y_q.
Variables (i j : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis j_in : (j < D')%nat.

(* put in ∂y_ne/∂q_ij *)
Lemma vjp_y_q_1_lemma :
  rsum N (fun n => rsum E (fun e => y_bar n e * pd (at2 q i j) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)))
  = rsum N (fun n => rsum E (fun e => y_bar n e * (delta n i * (rsum M (fun m => p n m * v m e * k m j) - y n e * rsum M (fun r => p n r * k r j)) / sqrt (INR D')))).
Proof.
  assert ((forall n, (n < N)%nat -> rsum M (fun l => exp (c n l)) <> 0)).
  { intros n ?.
    sgn. }
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros e ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => pd (at2 p n' m) (fun p' => y_of M p' v n e) * pd (at2 q i j) (fun q' => p_of M (c_of D' q' k) n' m)))) _).
  { assert ((forall n', (n' < N)%nat -> rsum M (fun l => exp (c n' l)) <> 0)).
    { intros n' ?.
      sgn. }
    assert (rsum M (fun l => exp (c n l)) <> 0).
    { sgn. }
    apply (chain2 (at2 q i j) N M (fun p' => y_of M p' v n e) (fun q' => p_of M (c_of D' q' k))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => v m e * delta n n' * (p n' m * delta n' i * (k m j - rsum M (fun r => p n' r * k r j)) / sqrt (INR D'))))) _).
  { assert ((forall n', (n' < N)%nat -> rsum M (fun l => exp (c n' l)) <> 0)).
    { intros n' ?.
      sgn. }
    apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => v m e * delta n n' * (p n' m * delta n' i * (k m j - rsum M (fun m' => p n' m' * k m' j)) / sqrt (INR D'))))) _); [ | same ].
    apply rsum_ext; intros n' ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ ((v m e * delta n n') * (p n' m * delta n' i * (k m j - rsum M (fun m' => p n' m' * k m' j)) / sqrt (INR D'))) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at2 p n' m) (fun p' => rsum M (fun m' => p' n m' * v m' e))) _).
      { apply pd_ext.
        intros p'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at2 p n' m) (fun p' => rsum M (fun k' => p' n k' * v k' e))) _); [ same | ].
      apply (eq_eq _ (rsum M (fun m' => pd (at2 p n' m) (fun p' => p' n m' * v m' e))) _).
      { rule_same (diff_sum (at2 p n' m) M (fun k' p' => p' n k' * v k' e) (fun k' => true)). }
      apply (eq_eq _ (rsum M (fun m' => v m' e * delta n n' * delta m' m)) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        apply (eq_eq _ (pd (at2 p n' m) (fun p' => v m' e * p' n m')) _).
        { apply pd_ext.
          intros p'; cbv beta.
          arith. }
        apply (eq_eq _ (v m' e * pd (at2 p n' m) (fun p' => p' n m')) _).
        { assert (pd (at2 p n' m) (fun p' => v m' e) = 0).
          { apply constant. }
          rule (diff_scale (at2 p n' m) (fun p' => v m' e) (fun p' => p' n m')). }
        apply (eq_eq _ (v m' e * (delta n n' * delta m' m)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      apply (eq_eq _ (rsum M (fun m' => delta m' m * v m' e * delta n n')) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        arith. }
      rule_same (sum_delta M (fun m' => v m' e * delta n n') m). }
    apply (eq_eq _ (rsum N (fun n'' => rsum M (fun m' => pd (at2 c n'' m') (fun c' => p_of M c' n' m) * pd (at2 q i j) (fun q' => c_of D' q' k n'' m')))) _).
    { assert (rsum M (fun l => exp (c n' l)) <> 0).
      { sgn. }
      apply (chain2 (at2 q i j) N M (fun c' => p_of M c' n' m) (fun q' => c_of D' q' k)); [ dsm | premise ]. }
    apply (eq_eq _ (rsum N (fun n'' => rsum M (fun m' => p n' m * delta n' n'' * (delta m m' - p n' m') * (k m' j * delta n'' i / sqrt (INR D'))))) _).
    { assert (rsum M (fun l => exp (c n' l)) <> 0).
      { sgn. }
      apply rsum_ext; intros n'' ?; cbv beta.
      apply rsum_ext; intros m' ?; cbv beta.
      apply (eq_eq _ ((p n' m * delta n' n'' * (delta m m' - p n' m')) * (k m' j * delta n'' i / sqrt (INR D'))) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (pd (at2 c n'' m') (fun c' => exp (c' n' m) / rsum M (fun m'' => exp (c' n' m'')))) _).
        { assert (rsum M (fun l => exp (c n' l)) <> 0).
          { sgn. }
          apply (eq_eq _ (pd (at2 c n'' m') (fun c' => exp (c' n' m) / rsum M (fun l => exp (c' n' l)))) _); [ | same ].
          apply pd_ext.
          intros c'; cbv beta.
          reflexivity. }
        apply (eq_eq _ ((pd (at2 c n'' m') (fun c' => exp (c' n' m)) * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * pd (at2 c n'' m') (fun c' => rsum M (fun m'' => exp (c' n' m'')))) / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { assert (rsum M (fun m'' => exp (c n' m'')) <> 0).
          { sgn. }
          rule (diff_div (at2 c n'' m') (fun c' => exp (c' n' m)) (fun c' => rsum M (fun m'' => exp (c' n' m'')))). }
        apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * rsum M (fun m'' => exp (c n' m'') * delta n' n'' * delta m'' m')) / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          refine (f_equal2 Rplus _ _).
          { apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m') * rsum M (fun m'' => exp (c n' m''))) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (exp (c n' m) * pd (at2 c n'' m') (fun c' => c' n' m)) _).
            { rule (diff_exp (at2 c n'' m') (fun c' => c' n' m)). }
            apply (eq_eq _ (exp (c n' m) * (delta n' n'' * delta m m')) _); [ | same ].
            refine (f_equal2 Rmult eq_refl _).
            apply variable2. }
          refine (f_equal Ropp _).
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (pd (at2 c n'' m') (fun c' => rsum M (fun k' => exp (c' n' k')))) _); [ same | ].
          apply (eq_eq _ (rsum M (fun m'' => pd (at2 c n'' m') (fun c' => exp (c' n' m'')))) _).
          { rule_same (diff_sum (at2 c n'' m') M (fun k' c' => exp (c' n' k')) (fun k' => true)). }
          apply rsum_ext; intros m'' ?; cbv beta.
          apply (eq_eq _ (exp (c n' m'') * pd (at2 c n'' m') (fun c' => c' n' m'')) _).
          { rule (diff_exp (at2 c n'' m') (fun c' => c' n' m'')). }
          apply (eq_eq _ (exp (c n' m'') * (delta n' n'' * delta m'' m')) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply variable2. }
        apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * exp (c n' m') * delta n' n'') / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          refine (f_equal2 Rplus eq_refl _).
          refine (f_equal Ropp _).
          apply (eq_eq _ (exp (c n' m) * (exp (c n' m') * delta n' n'')) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun m'' => delta m'' m' * exp (c n' m'') * delta n' n'')) _).
          { apply rsum_ext; intros m'' ?; cbv beta.
            arith. }
          rule_same (sum_delta M (fun m'' => exp (c n' m'') * delta n' n'') m'). }
        apply (eq_eq _ (exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) / rsum M (fun m'' => exp (c n' m'')) ^ 2 - exp (c n' m) * exp (c n' m') * delta n' n'' / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { fractions. }
        apply (eq_eq _ (p n' m * delta n' n'' * delta m m' - p n' m * p n' m' * delta n' n'') _).
        { assert (rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) <> 0).
          { sgn. }
          apply (eq_eq _ (exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2 - exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) * delta n' n'' / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2) _).
          { refine (f_equal2 Rplus _ _).
            { refine (f_equal2 Rdiv _ _).
              { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) _).
                { refine (f_equal exp _).
                  apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                  { reflexivity. }
                  refine (f_equal2 Rdiv _ eq_refl).
                  apply rsum_ext; intros d ?; cbv beta.
                  arith. }
                apply rsum_ext; intros m'' ?; cbv beta.
                refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              refine (f_equal (fun x => x ^ 2) _).
              apply rsum_ext; intros m'' ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal Ropp _).
            refine (f_equal2 Rdiv _ _).
            { refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal (fun x => x ^ 2) _).
            apply rsum_ext; intros m'' ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          apply (eq_eq _ (delta n' n'' * delta m m' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) - delta n' n'' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2) _).
          { cancel. }
          apply (eq_eq _ (delta n' n'' * delta m m' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) - delta n' n'' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) ^ 2) _); [ same | ].
          symmetry.
          apply (eq_eq _ (exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) * delta n' n'' * delta m m' - exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) * (exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun k' => exp (rsum D' (fun d => k k' d * q n' d) / sqrt (INR D')))) * delta n' n'') _).
          { refine (f_equal2 Rplus _ _).
            { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
              apply (eq_eq _ (exp (c n' m) / rsum M (fun l => exp (c n' l))) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ _).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              apply rsum_ext; intros l ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k l d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal Ropp _).
            refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
            { apply (eq_eq _ (exp (c n' m) / rsum M (fun l => exp (c n' l))) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ _).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              apply rsum_ext; intros l ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k l d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            apply (eq_eq _ (exp (c n' m') / rsum M (fun k' => exp (c n' k'))) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ _).
            { refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            apply rsum_ext; intros k' ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k k' d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          fractions. }
        apply (eq_eq _ (delta n' n'' * delta m m' * p n' m - delta n' n'' * p n' m * p n' m') _).
        { arith. }
        symmetry.
        arith. }
      apply (eq_eq _ (pd (at2 q i j) (fun q' => rsum D' (fun d => q' n'' d * k m' d) / sqrt (INR D'))) _).
      { apply pd_ext.
        intros q'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at2 q i j) (fun q' => 1 / sqrt (INR D') * rsum D' (fun d => q' n'' d * k m' d))) _).
      { apply pd_ext.
        intros q'; cbv beta.
        fractions. }
      apply (eq_eq _ (pd (at2 q i j) (fun q' => 1 / sqrt (INR D') * rsum D' (fun d => q' n'' d * k m' d))) _).
      { apply pd_ext.
        intros q'; cbv beta.
        same. }
      apply (eq_eq _ (1 / sqrt (INR D') * pd (at2 q i j) (fun q' => rsum D' (fun d => q' n'' d * k m' d))) _).
      { assert (pd (at2 q i j) (fun q' => 1 / sqrt (INR D')) = 0).
        { apply constant. }
        rule (diff_scale (at2 q i j) (fun q' => 1 / sqrt (INR D')) (fun q' => rsum D' (fun d => q' n'' d * k m' d))). }
      apply (eq_eq _ (pd (at2 q i j) (fun q' => rsum D' (fun d => q' n'' d * k m' d)) / sqrt (INR D')) _).
      { fractions. }
      apply (eq_eq _ (rsum D' (fun m'' => k m' m'' * delta n'' i * delta m'' j) / sqrt (INR D')) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (pd (at2 q i j) (fun q' => rsum D' (fun k' => q' n'' k' * k m' k'))) _); [ same | ].
        apply (eq_eq _ (rsum D' (fun m'' => pd (at2 q i j) (fun q' => q' n'' m'' * k m' m''))) _).
        { rule_same (diff_sum (at2 q i j) D' (fun k' q' => q' n'' k' * k m' k') (fun k' => true)). }
        apply rsum_ext; intros m'' ?; cbv beta.
        apply (eq_eq _ (pd (at2 q i j) (fun q' => k m' m'' * q' n'' m'')) _).
        { apply pd_ext.
          intros q'; cbv beta.
          arith. }
        apply (eq_eq _ (k m' m'' * pd (at2 q i j) (fun q' => q' n'' m'')) _).
        { assert (pd (at2 q i j) (fun q' => k m' m'') = 0).
          { apply constant. }
          rule (diff_scale (at2 q i j) (fun q' => k m' m'') (fun q' => q' n'' m'')). }
        apply (eq_eq _ (k m' m'' * (delta n'' i * delta m'' j)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (rsum D' (fun m'' => delta m'' j * k m' m'' * delta n'' i)) _).
      { apply rsum_ext; intros m'' ?; cbv beta.
        arith. }
      rule_same (sum_delta D' (fun m'' => k m' m'' * delta n'' i) j). }
    apply (eq_eq _ (rsum N (fun n'' => - (delta n' n'' * delta n'' i * rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D')) + delta n' n'' * delta n'' i * k m j * p n' m / sqrt (INR D'))) _).
    { apply rsum_ext; intros n'' ?; cbv beta.
      apply (eq_eq _ (rsum M (fun m' => delta n' n'' * delta m m' * delta n'' i * k m' j * p n' m / sqrt (INR D') - delta n' n'' * delta n'' i * k m' j * p n' m * p n' m' / sqrt (INR D'))) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun m' => delta n' n'' * delta m m' * delta n'' i * k m' j * p n' m / sqrt (INR D')) + rsum M (fun m' => - (delta n' n'' * delta n'' i * k m' j * p n' m * p n' m' / sqrt (INR D')))) _).
      { rule (sum_add M (fun m' => delta n' n'' * delta m m' * delta n'' i * k m' j * p n' m / sqrt (INR D')) (fun m' => - (delta n' n'' * delta n'' i * k m' j * p n' m * p n' m' / sqrt (INR D'))) (fun m' => true)). }
      apply (eq_eq _ (delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * k m j - delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * rsum M (fun m' => k m' j * p n' m')) _).
      { refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum M (fun m' => delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * delta m m' * k m' j)) _).
          { apply rsum_ext; intros m' ?; cbv beta.
            fractions. }
          apply (eq_eq _ (delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * rsum M (fun k' => delta m k' * k k' j)) _).
          { rule_same (sum_factor M (delta n' n'' * delta n'' i * p n' m / sqrt (INR D')) (fun m' => delta m m' * k m' j) (fun m' => true)). }
          apply (eq_eq _ (delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * rsum M (fun m' => delta m m' * k m' j)) _); [ same | ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun m' => delta m' m * k m' j)) _).
          { apply rsum_ext; intros m' ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum M (fun k' => delta k' m * k k' j)) _); [ same | ].
          rule (sum_delta M (fun m' => k m' j) m). }
        apply (eq_eq _ (rsum M (fun m' => - (delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * k m' j * p n' m'))) _).
        { apply rsum_ext; intros m' ?; cbv beta.
          fractions. }
        apply (eq_eq _ (- rsum M (fun m' => delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * k m' j * p n' m')) _).
        { rule (sum_neg M (fun m' => delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * k m' j * p n' m') (fun m' => true)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (delta n' n'' * delta n'' i * p n' m / sqrt (INR D') * rsum M (fun k' => k k' j * p n' k')) _); [ | same ].
        rule_same (sum_factor M (delta n' n'' * delta n'' i * p n' m / sqrt (INR D')) (fun m' => k m' j * p n' m') (fun m' => true)). }
      fractions. }
    apply (eq_eq _ (rsum N (fun m' => - (delta n' m' * delta m' i * rsum M (fun m'' => k m'' j * p n' m'') * p n' m / sqrt (INR D')) + delta n' m' * delta m' i * k m j * p n' m / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun m' => - (delta n' m' * delta m' i * rsum M (fun m'' => k m'' j * p n' m'') * p n' m / sqrt (INR D'))) + rsum N (fun m' => delta n' m' * delta m' i * k m j * p n' m / sqrt (INR D'))) _).
    { rule (sum_add N (fun n'' => - (delta n' n'' * delta n'' i * rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D'))) (fun n'' => delta n' n'' * delta n'' i * k m j * p n' m / sqrt (INR D')) (fun n'' => true)). }
    apply (eq_eq _ (rsum N (fun n'' => - (delta n' n'' * delta n'' i * rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D'))) + rsum N (fun n'' => delta n' n'' * delta n'' i * k m j * p n' m / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (- (rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D') * delta n' i) + k m j * p n' m / sqrt (INR D') * delta n' i) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun n'' => - (rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D') * delta n' n'' * delta n'' i))) _).
        { apply rsum_ext; intros n'' ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum N (fun m' => - (rsum M (fun m'' => k m'' j * p n' m'') * p n' m / sqrt (INR D') * delta n' m' * delta m' i))) _); [ same | ].
        apply (eq_eq _ (- rsum N (fun m' => rsum M (fun m'' => k m'' j * p n' m'') * p n' m / sqrt (INR D') * delta n' m' * delta m' i)) _).
        { rule (sum_neg N (fun n'' => rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D') * delta n' n'' * delta n'' i) (fun n'' => true)). }
        apply (eq_eq _ (- rsum N (fun n'' => rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D') * delta n' n'' * delta n'' i)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum N (fun m' => rsum M (fun m'' => k m'' j * p n' m'') * p n' m / sqrt (INR D') * delta n' m' * delta m' i)) _); [ same | ].
        apply (eq_eq _ (rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D') * rsum N (fun l => delta n' l * delta l i)) _).
        { rule_same (sum_factor N (rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D')) (fun n'' => delta n' n'' * delta n'' i) (fun n'' => true)). }
        apply (eq_eq _ (rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D') * rsum N (fun n'' => delta n' n'' * delta n'' i)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum N (fun n'' => delta n'' n' * delta n'' i)) _).
        { apply rsum_ext; intros n'' ?; cbv beta.
          same. }
        apply (eq_eq _ (rsum N (fun l => delta l n' * delta l i)) _); [ same | ].
        rule (sum_delta N (fun n'' => delta n'' i) n'). }
      apply (eq_eq _ (rsum N (fun n'' => k m j * p n' m / sqrt (INR D') * delta n' n'' * delta n'' i)) _).
      { apply rsum_ext; intros n'' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun m' => k m j * p n' m / sqrt (INR D') * delta n' m' * delta m' i)) _); [ same | ].
      apply (eq_eq _ (k m j * p n' m / sqrt (INR D') * rsum N (fun l => delta n' l * delta l i)) _).
      { rule_same (sum_factor N (k m j * p n' m / sqrt (INR D')) (fun n'' => delta n' n'' * delta n'' i) (fun n'' => true)). }
      apply (eq_eq _ (k m j * p n' m / sqrt (INR D') * rsum N (fun n'' => delta n' n'' * delta n'' i)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n'' => delta n'' n' * delta n'' i)) _).
      { apply rsum_ext; intros n'' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun l => delta l n' * delta l i)) _); [ same | ].
      rule (sum_delta N (fun n'' => delta n'' i) n'). }
    apply (eq_eq _ (- (delta n' i * rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D')) + delta n' i * k m j * p n' m / sqrt (INR D')) _).
    { fractions. }
    apply (eq_eq _ (p n' m * delta n' i * k m j / sqrt (INR D') - p n' m * delta n' i * rsum M (fun m' => p n' m' * k m' j) / sqrt (INR D')) _).
    { symmetry.
      apply (eq_eq _ (p n' m * delta n' i * k m j / sqrt (INR D') - p n' m * delta n' i * rsum M (fun m' => k m' j * p n' m') / sqrt (INR D')) _).
      { refine (f_equal2 Rplus eq_refl _).
        refine (f_equal Ropp _).
        refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        apply rsum_ext; intros m' ?; cbv beta.
        arith. }
      fractions. }
    apply (eq_eq _ (p n' m * delta n' i * k m j / sqrt (INR D') - p n' m * delta n' i * rsum M (fun m' => k m' j * p n' m') / sqrt (INR D')) _).
    { refine (f_equal2 Rplus eq_refl _).
      refine (f_equal Ropp _).
      refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply rsum_ext; intros m' ?; cbv beta.
      arith. }
    apply (eq_eq _ (- (delta n' i * rsum M (fun m' => k m' j * p n' m') * p n' m / sqrt (INR D')) + delta n' i * k m j * p n' m / sqrt (INR D')) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (p n' m * delta n' i * (k m j - rsum M (fun m' => k m' j * p n' m')) / sqrt (INR D')) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal Ropp _).
      apply rsum_ext; intros m' ?; cbv beta.
      arith. }
    fractions. }
  apply (eq_eq _ (rsum N (fun n' => delta n n' * delta n' i * rsum M (fun m => k m j * p n' m * v m e) / sqrt (INR D') - delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e) / sqrt (INR D'))) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => - (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * p n' m * v m e / sqrt (INR D')) + delta n n' * delta n' i * k m j * p n' m * v m e / sqrt (INR D'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (v m e * delta n n' * (p n' m * delta n' i * (k m j - rsum M (fun r => k r j * p n' r)) / sqrt (INR D'))) _).
      { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal Ropp _).
        apply rsum_ext; intros r ?; cbv beta.
        arith. }
      fractions. }
    apply (eq_eq _ (rsum M (fun m => - (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * p n' m * v m e / sqrt (INR D'))) + rsum M (fun m => delta n n' * delta n' i * k m j * p n' m * v m e / sqrt (INR D'))) _).
    { rule (sum_add M (fun m => - (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * p n' m * v m e / sqrt (INR D'))) (fun m => delta n n' * delta n' i * k m j * p n' m * v m e / sqrt (INR D')) (fun m => true)). }
    apply (eq_eq _ (- (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) / sqrt (INR D') * rsum M (fun m => p n' m * v m e)) + delta n n' * delta n' i / sqrt (INR D') * rsum M (fun m => k m j * p n' m * v m e)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m => - (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) / sqrt (INR D') * p n' m * v m e))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (- rsum M (fun m => delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) / sqrt (INR D') * p n' m * v m e)) _).
        { rule (sum_neg M (fun m => delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) / sqrt (INR D') * p n' m * v m e) (fun m => true)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) / sqrt (INR D') * rsum M (fun k' => p n' k' * v k' e)) _); [ | same ].
        rule_same (sum_factor M (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) / sqrt (INR D')) (fun m => p n' m * v m e) (fun m => true)). }
      apply (eq_eq _ (rsum M (fun m => delta n n' * delta n' i / sqrt (INR D') * k m j * p n' m * v m e)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (delta n n' * delta n' i / sqrt (INR D') * rsum M (fun k' => k k' j * p n' k' * v k' e)) _); [ | same ].
      rule_same (sum_factor M (delta n n' * delta n' i / sqrt (INR D')) (fun m => k m j * p n' m * v m e) (fun m => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun m => delta n m * delta m i * rsum M (fun k' => k k' j * p m k' * v k' e) / sqrt (INR D') - delta n m * delta m i * rsum M (fun r => k r j * p m r) * rsum M (fun k' => p m k' * v k' e) / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun m => delta n m * delta m i * rsum M (fun k' => k k' j * p m k' * v k' e) / sqrt (INR D')) + rsum N (fun m => - (delta n m * delta m i * rsum M (fun r => k r j * p m r) * rsum M (fun k' => p m k' * v k' e) / sqrt (INR D')))) _).
  { rule (sum_add N (fun n' => delta n n' * delta n' i * rsum M (fun m => k m j * p n' m * v m e) / sqrt (INR D')) (fun n' => - (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e) / sqrt (INR D'))) (fun n' => true)). }
  apply (eq_eq _ (rsum N (fun n' => delta n n' * delta n' i * rsum M (fun m => k m j * p n' m * v m e) / sqrt (INR D')) + rsum N (fun n' => - (delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e) / sqrt (INR D')))) _); [ same | ].
  apply (eq_eq _ (1 / sqrt (INR D') * delta n i * rsum M (fun m => k m j * p n m * v m e) - 1 / sqrt (INR D') * delta n i * rsum M (fun r => k r j * p n r) * rsum M (fun m => p n m * v m e)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n' => 1 / sqrt (INR D') * delta n n' * delta n' i * rsum M (fun m => k m j * p n' m * v m e))) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun m => 1 / sqrt (INR D') * delta n m * delta m i * rsum M (fun k' => k k' j * p m k' * v k' e))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun m => delta n m * delta m i * rsum M (fun k' => k k' j * p m k' * v k' e))) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n' => delta n n' * delta n' i * rsum M (fun m => k m j * p n' m * v m e)) (fun n' => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n' => delta n n' * delta n' i * rsum M (fun m => k m j * p n' m * v m e))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * (delta n i * rsum M (fun m => k m j * p n m * v m e))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n' => delta n' n * delta n' i * rsum M (fun m => k m j * p n' m * v m e))) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun m => delta m n * delta m i * rsum M (fun k' => k k' j * p m k' * v k' e))) _); [ same | ].
      rule_same (sum_delta N (fun n' => delta n' i * rsum M (fun m => k m j * p n' m * v m e)) n). }
    apply (eq_eq _ (rsum N (fun n' => - (1 / sqrt (INR D') * delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e)))) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun m => - (1 / sqrt (INR D') * delta n m * delta m i * rsum M (fun r => k r j * p m r) * rsum M (fun k' => p m k' * v k' e)))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun m => 1 / sqrt (INR D') * delta n m * delta m i * rsum M (fun r => k r j * p m r) * rsum M (fun k' => p m k' * v k' e))) _).
    { rule (sum_neg N (fun n' => 1 / sqrt (INR D') * delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e)) (fun n' => true)). }
    apply (eq_eq _ (- rsum N (fun n' => 1 / sqrt (INR D') * delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e))) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun m => 1 / sqrt (INR D') * delta n m * delta m i * rsum M (fun r => k r j * p m r) * rsum M (fun k' => p m k' * v k' e))) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun m => delta n m * delta m i * rsum M (fun r => k r j * p m r) * rsum M (fun k' => p m k' * v k' e))) _).
    { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n' => delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e)) (fun n' => true)). }
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n' => delta n n' * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e))) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * (delta n i * rsum M (fun r => k r j * p n r) * rsum M (fun m => p n m * v m e))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n' => delta n' n * delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e))) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun m => delta m n * delta m i * rsum M (fun r => k r j * p m r) * rsum M (fun k' => p m k' * v k' e))) _); [ same | ].
    rule_same (sum_delta N (fun n' => delta n' i * rsum M (fun r => k r j * p n' r) * rsum M (fun m => p n' m * v m e)) n). }
  apply (eq_eq _ (delta n i * rsum M (fun m => k m j * p n m * v m e) / sqrt (INR D') - delta n i * rsum M (fun r => k r j * p n r) * rsum M (fun m => p n m * v m e) / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (delta n i * rsum M (fun m => p n m * v m e * k m j) / sqrt (INR D') - y n e * delta n i * rsum M (fun r => p n r * k r j) / sqrt (INR D')) _).
  { symmetry.
    apply (eq_eq _ (delta n i * rsum M (fun m => k m j * p n m * v m e) / sqrt (INR D') - rsum M (fun m => p n m * v m e) * delta n i * rsum M (fun r => k r j * p n r) / sqrt (INR D')) _).
    { refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rmult eq_refl _).
        apply rsum_ext; intros m ?; cbv beta.
        arith. }
      refine (f_equal Ropp _).
      refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) _).
      { reflexivity. }
      apply rsum_ext; intros r ?; cbv beta.
      arith. }
    fractions. }
  apply (eq_eq _ (delta n i * rsum M (fun m => k m j * p n m * v m e) / sqrt (INR D') - y n e * delta n i * rsum M (fun r => k r j * p n r) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult eq_refl _).
      apply rsum_ext; intros m ?; cbv beta.
      arith. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply rsum_ext; intros r ?; cbv beta.
    arith. }
  apply (eq_eq _ (delta n i * rsum M (fun m => k m j * p n m * v m e) / sqrt (INR D') - delta n i * rsum M (fun r => k r j * p n r) * y n e / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (delta n i * (rsum M (fun m => k m j * p n m * v m e) - y n e * rsum M (fun r => k r j * p n r)) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult eq_refl _).
    refine (f_equal2 Rplus _ _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rmult eq_refl _).
    apply rsum_ext; intros r ?; cbv beta.
    arith. }
  fractions.
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_y_q_2_sum_factor :
  rsum N (fun n => rsum E (fun e => y_bar n e * (delta n i * (rsum M (fun m => p n m * v m e * k m j) - y n e * rsum M (fun r => p n r * k r j)) / sqrt (INR D'))))
  = rsum E (fun e => y_bar i e * rsum M (fun l => v l e * p i l * k l j)) / sqrt (INR D') - rsum E (fun e => y_bar i e * y i e) * rsum M (fun r => p i r * k r j) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum N (fun n => - (delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun r => k r j * p n r) / sqrt (INR D')) + delta n i * rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e)) / sqrt (INR D'))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum E (fun e => delta n i * rsum M (fun m => k m j * p n m * v m e) * y_bar n e / sqrt (INR D') - delta n i * rsum M (fun r => k r j * p n r) * y n e * y_bar n e / sqrt (INR D'))) _).
    { apply rsum_ext; intros e ?; cbv beta.
      apply (eq_eq _ (y_bar n e * (delta n i * (rsum M (fun m => k m j * p n m * v m e) - y n e * rsum M (fun r => k r j * p n r)) / sqrt (INR D'))) _).
      { refine (f_equal2 Rmult eq_refl _).
        refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rmult eq_refl _).
        refine (f_equal2 Rplus _ _).
        { apply rsum_ext; intros m ?; cbv beta.
          arith. }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult eq_refl _).
        apply rsum_ext; intros r ?; cbv beta.
        arith. }
      fractions. }
    apply (eq_eq _ (rsum E (fun k' => delta n i * rsum M (fun m => k m j * p n m * v m k') * y_bar n k' / sqrt (INR D') - delta n i * rsum M (fun r => k r j * p n r) * y n k' * y_bar n k' / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (rsum E (fun k' => delta n i * rsum M (fun m => k m j * p n m * v m k') * y_bar n k' / sqrt (INR D')) + rsum E (fun k' => - (delta n i * rsum M (fun r => k r j * p n r) * y n k' * y_bar n k' / sqrt (INR D')))) _).
    { rule (sum_add E (fun e => delta n i * rsum M (fun m => k m j * p n m * v m e) * y_bar n e / sqrt (INR D')) (fun e => - (delta n i * rsum M (fun r => k r j * p n r) * y n e * y_bar n e / sqrt (INR D'))) (fun e => true)). }
    apply (eq_eq _ (rsum E (fun e => delta n i * rsum M (fun m => k m j * p n m * v m e) * y_bar n e / sqrt (INR D')) + rsum E (fun e => - (delta n i * rsum M (fun r => k r j * p n r) * y n e * y_bar n e / sqrt (INR D')))) _); [ same | ].
    apply (eq_eq _ (delta n i / sqrt (INR D') * rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e)) - delta n i * rsum M (fun r => k r j * p n r) / sqrt (INR D') * rsum E (fun e => y n e * y_bar n e)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum E (fun e => delta n i / sqrt (INR D') * rsum M (fun m => k m j * p n m * v m e) * y_bar n e)) _).
        { apply rsum_ext; intros e ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum E (fun k' => delta n i / sqrt (INR D') * rsum M (fun m => k m j * p n m * v m k') * y_bar n k')) _); [ same | ].
        apply (eq_eq _ (delta n i / sqrt (INR D') * rsum E (fun k' => rsum M (fun m => k m j * p n m * v m k') * y_bar n k')) _).
        { rule_same (sum_factor E (delta n i / sqrt (INR D')) (fun e => rsum M (fun m => k m j * p n m * v m e) * y_bar n e) (fun e => true)). }
        apply (eq_eq _ (delta n i / sqrt (INR D') * rsum E (fun e => rsum M (fun m => k m j * p n m * v m e) * y_bar n e)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum E (fun e => y_bar n e * rsum M (fun m => k m j * p n m * v m e))) _).
        { apply rsum_ext; intros e ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum E (fun e => rsum M (fun k' => y_bar n e * k k' j * p n k' * v k' e))) _).
        { apply rsum_ext; intros e ?; cbv beta.
          apply (eq_eq _ (y_bar n e * rsum M (fun k' => k k' j * p n k' * v k' e)) _); [ same | ].
          symmetry.
          rule_same (sum_factor M (y_bar n e) (fun m => k m j * p n m * v m e) (fun m => true)). }
        apply rsum_ext; intros e ?; cbv beta.
        apply rsum_ext; intros k' ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum E (fun e => - (delta n i * rsum M (fun r => k r j * p n r) / sqrt (INR D') * y n e * y_bar n e))) _).
      { apply rsum_ext; intros e ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum E (fun k' => - (delta n i * rsum M (fun r => k r j * p n r) / sqrt (INR D') * y n k' * y_bar n k'))) _); [ same | ].
      apply (eq_eq _ (- rsum E (fun k' => delta n i * rsum M (fun r => k r j * p n r) / sqrt (INR D') * y n k' * y_bar n k')) _).
      { rule (sum_neg E (fun e => delta n i * rsum M (fun r => k r j * p n r) / sqrt (INR D') * y n e * y_bar n e) (fun e => true)). }
      apply (eq_eq _ (- rsum E (fun e => delta n i * rsum M (fun r => k r j * p n r) / sqrt (INR D') * y n e * y_bar n e)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum E (fun k' => delta n i * rsum M (fun r => k r j * p n r) / sqrt (INR D') * y n k' * y_bar n k')) _); [ same | ].
      apply (eq_eq _ (delta n i * rsum M (fun r => k r j * p n r) / sqrt (INR D') * rsum E (fun k' => y n k' * y_bar n k')) _); [ | same ].
      rule_same (sum_factor E (delta n i * rsum M (fun r => k r j * p n r) / sqrt (INR D')) (fun e => y n e * y_bar n e) (fun e => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k' => - (delta k' i * rsum E (fun e => y k' e * y_bar k' e) * rsum M (fun r => k r j * p k' r) / sqrt (INR D')) + delta k' i * rsum E (fun e => rsum M (fun l => k l j * p k' l * v l e * y_bar k' e)) / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k' => - (delta k' i * rsum E (fun e => y k' e * y_bar k' e) * rsum M (fun r => k r j * p k' r) / sqrt (INR D'))) + rsum N (fun k' => delta k' i * rsum E (fun e => rsum M (fun l => k l j * p k' l * v l e * y_bar k' e)) / sqrt (INR D'))) _).
  { rule (sum_add N (fun n => - (delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun r => k r j * p n r) / sqrt (INR D'))) (fun n => delta n i * rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e)) / sqrt (INR D')) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => - (delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun r => k r j * p n r) / sqrt (INR D'))) + rsum N (fun n => delta n i * rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e)) / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (- (1 / sqrt (INR D') * rsum E (fun e => y i e * y_bar i e) * rsum M (fun r => k r j * p i r)) + 1 / sqrt (INR D') * rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e * y_bar i e))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => - (1 / sqrt (INR D') * delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun r => k r j * p n r)))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k' => - (1 / sqrt (INR D') * delta k' i * rsum E (fun e => y k' e * y_bar k' e) * rsum M (fun r => k r j * p k' r)))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun k' => 1 / sqrt (INR D') * delta k' i * rsum E (fun e => y k' e * y_bar k' e) * rsum M (fun r => k r j * p k' r))) _).
      { rule (sum_neg N (fun n => 1 / sqrt (INR D') * delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun r => k r j * p n r)) (fun n => true)). }
      apply (eq_eq _ (- rsum N (fun n => 1 / sqrt (INR D') * delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun r => k r j * p n r))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun k' => 1 / sqrt (INR D') * delta k' i * rsum E (fun e => y k' e * y_bar k' e) * rsum M (fun r => k r j * p k' r))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun k' => delta k' i * rsum E (fun e => y k' e * y_bar k' e) * rsum M (fun r => k r j * p k' r))) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n => delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun r => k r j * p n r)) (fun n => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n => delta n i * rsum E (fun e => y n e * y_bar n e) * rsum M (fun r => k r j * p n r))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * (rsum E (fun e => y i e * y_bar i e) * rsum M (fun r => k r j * p i r))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun k' => delta k' i * rsum E (fun e => y k' e * y_bar k' e) * rsum M (fun r => k r j * p k' r))) _); [ same | ].
      rule_same (sum_delta N (fun n => rsum E (fun e => y n e * y_bar n e) * rsum M (fun r => k r j * p n r)) i). }
    apply (eq_eq _ (rsum N (fun n => 1 / sqrt (INR D') * delta n i * rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e)))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k' => 1 / sqrt (INR D') * delta k' i * rsum E (fun e => rsum M (fun l => k l j * p k' l * v l e * y_bar k' e)))) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun k' => delta k' i * rsum E (fun e => rsum M (fun l => k l j * p k' l * v l e * y_bar k' e)))) _).
    { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n => delta n i * rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e))) (fun n => true)). }
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n => delta n i * rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e)))) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun k' => delta k' i * rsum E (fun e => rsum M (fun l => k l j * p k' l * v l e * y_bar k' e)))) _); [ same | ].
    rule (sum_delta N (fun n => rsum E (fun e => rsum M (fun k' => k k' j * p n k' * v k' e * y_bar n e))) i). }
  apply (eq_eq _ (- (rsum E (fun e => y i e * y_bar i e) * rsum M (fun r => k r j * p i r) / sqrt (INR D')) + rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e * y_bar i e)) / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (rsum E (fun e => y_bar i e * rsum M (fun k' => v k' e * p i k' * k k' j)) / sqrt (INR D') - rsum E (fun e => y_bar i e * y i e) * rsum M (fun r => p i r * k r j) / sqrt (INR D')) _); [ | same ].
  symmetry.
  apply (eq_eq _ (rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e * y_bar i e)) / sqrt (INR D') - rsum E (fun e => y i e * y_bar i e) * rsum M (fun r => k r j * p i r) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e) * y_bar i e)) _).
      { apply rsum_ext; intros e ?; cbv beta.
        apply (eq_eq _ (y_bar i e * rsum M (fun k' => k k' j * p i k' * v k' e)) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        arith. }
      apply (eq_eq _ (rsum E (fun e => y_bar i e * rsum M (fun k' => k k' j * p i k' * v k' e))) _).
      { apply rsum_ext; intros e ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum E (fun e => rsum M (fun k' => y_bar i e * k k' j * p i k' * v k' e))) _).
      { apply rsum_ext; intros e ?; cbv beta.
        symmetry.
        rule_same (sum_factor M (y_bar i e) (fun k' => k k' j * p i k' * v k' e) (fun k' => true)). }
      apply rsum_ext; intros e ?; cbv beta.
      apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult _ _).
    { apply rsum_ext; intros e ?; cbv beta.
      arith. }
    apply rsum_ext; intros r ?; cbv beta.
    arith. }
  fractions.
Qed.

(* factor *)
Lemma vjp_y_q_3_ring :
  rsum E (fun e => y_bar i e * rsum M (fun l => v l e * p i l * k l j)) / sqrt (INR D') - rsum E (fun e => y_bar i e * y i e) * rsum M (fun r => p i r * k r j) / sqrt (INR D')
  = rsum E (fun e => y_bar i e * rsum M (fun l => (v l e - y i e) * p i l * k l j)) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e * y_bar i e)) / sqrt (INR D') - rsum E (fun e => y i e * y_bar i e) * rsum M (fun r => k r j * p i r) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (rsum E (fun e => rsum M (fun l => k l j * p i l * v l e) * y_bar i e)) _).
      { apply rsum_ext; intros e ?; cbv beta.
        apply (eq_eq _ (y_bar i e * rsum M (fun l => k l j * p i l * v l e)) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply rsum_ext; intros l ?; cbv beta.
          arith. }
        arith. }
      apply (eq_eq _ (rsum E (fun e => y_bar i e * rsum M (fun l => k l j * p i l * v l e))) _).
      { apply rsum_ext; intros e ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum E (fun e => rsum M (fun k' => y_bar i e * k k' j * p i k' * v k' e))) _).
      { apply rsum_ext; intros e ?; cbv beta.
        apply (eq_eq _ (y_bar i e * rsum M (fun k' => k k' j * p i k' * v k' e)) _); [ same | ].
        symmetry.
        rule_same (sum_factor M (y_bar i e) (fun l => k l j * p i l * v l e) (fun l => true)). }
      apply rsum_ext; intros e ?; cbv beta.
      apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult _ _).
    { apply rsum_ext; intros e ?; cbv beta.
      arith. }
    apply rsum_ext; intros r ?; cbv beta.
    arith. }
  apply (eq_eq _ (- (rsum E (fun e => y i e * y_bar i e) * rsum M (fun r => k r j * p i r) / sqrt (INR D')) + rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e * y_bar i e)) / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (- (rsum E (fun e => y i e * y_bar i e) * rsum M (fun k' => k k' j * p i k') / sqrt (INR D')) + rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e * y_bar i e)) / sqrt (INR D')) _); [ same | ].
  apply (eq_eq _ (rsum E (fun e => y_bar i e * rsum M (fun k' => (v k' e - y i e) * p i k' * k k' j)) / sqrt (INR D')) _); [ | same ].
  symmetry.
  apply (eq_eq _ ((rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e * y_bar i e)) - rsum M (fun k' => k k' j * p i k') * rsum E (fun e => y i e * y_bar i e)) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e) * y_bar i e - rsum M (fun k' => k k' j * p i k') * y i e * y_bar i e)) _).
    { apply rsum_ext; intros e ?; cbv beta.
      apply (eq_eq _ (y_bar i e * (rsum M (fun k' => k k' j * p i k' * v k' e) - y i e * rsum M (fun k' => k k' j * p i k'))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun k' => k k' j * p i k' * v k' e - k k' j * p i k' * y i e)) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum M (fun k' => k k' j * p i k' * v k' e) + rsum M (fun k' => - (k k' j * p i k' * y i e))) _).
        { rule (sum_add M (fun k' => k k' j * p i k' * v k' e) (fun k' => - (k k' j * p i k' * y i e)) (fun k' => true)). }
        refine (f_equal2 Rplus eq_refl _).
        apply (eq_eq _ (rsum M (fun k' => - (y i e * k k' j * p i k'))) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        apply (eq_eq _ (- rsum M (fun k' => y i e * k k' j * p i k')) _).
        { rule (sum_neg M (fun k' => y i e * k k' j * p i k') (fun k' => true)). }
        refine (f_equal Ropp _).
        rule_same (sum_factor M (y i e) (fun k' => k k' j * p i k') (fun k' => true)). }
      arith. }
    apply (eq_eq _ (rsum E (fun k' => rsum M (fun l => k l j * p i l * v l k') * y_bar i k' - rsum M (fun k'' => k k'' j * p i k'') * y i k' * y_bar i k')) _); [ same | ].
    apply (eq_eq _ (rsum E (fun k' => rsum M (fun l => k l j * p i l * v l k') * y_bar i k') + rsum E (fun k' => - (rsum M (fun k'' => k k'' j * p i k'') * y i k' * y_bar i k'))) _).
    { rule (sum_add E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e) * y_bar i e) (fun e => - (rsum M (fun k' => k k' j * p i k') * y i e * y_bar i e)) (fun e => true)). }
    apply (eq_eq _ (rsum E (fun e => rsum M (fun k' => k k' j * p i k' * v k' e) * y_bar i e) + rsum E (fun e => - (rsum M (fun k' => k k' j * p i k') * y i e * y_bar i e))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum E (fun e => y_bar i e * rsum M (fun k' => k k' j * p i k' * v k' e))) _).
      { apply rsum_ext; intros e ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum E (fun e => rsum M (fun k' => y_bar i e * k k' j * p i k' * v k' e))) _).
      { apply rsum_ext; intros e ?; cbv beta.
        symmetry.
        rule_same (sum_factor M (y_bar i e) (fun k' => k k' j * p i k' * v k' e) (fun k' => true)). }
      apply rsum_ext; intros e ?; cbv beta.
      apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum E (fun k' => - (rsum M (fun k'' => k k'' j * p i k'') * y i k' * y_bar i k'))) _); [ same | ].
    apply (eq_eq _ (- rsum E (fun k' => rsum M (fun k'' => k k'' j * p i k'') * y i k' * y_bar i k')) _).
    { rule (sum_neg E (fun e => rsum M (fun k' => k k' j * p i k') * y i e * y_bar i e) (fun e => true)). }
    apply (eq_eq _ (- rsum E (fun e => rsum M (fun k' => k k' j * p i k') * y i e * y_bar i e)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum E (fun k' => rsum M (fun k'' => k k'' j * p i k'') * y i k' * y_bar i k')) _); [ same | ].
    apply (eq_eq _ (rsum M (fun k' => k k' j * p i k') * rsum E (fun k' => y i k' * y_bar i k')) _); [ | same ].
    rule_same (sum_factor E (rsum M (fun k' => k k' j * p i k')) (fun e => y i e * y_bar i e) (fun e => true)). }
  fractions.
Qed.

Lemma vjp_y_q_needs_1 :
  (forall n, (n < N)%nat -> rsum M (fun l => exp (c n l)) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Theorem vjp_y_q :
  rsum N (fun n => rsum E (fun e => y_bar n e * pd (at2 q i j) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e)))
  = rsum E (fun e => y_bar i e * rsum M (fun l => (v l e - y i e) * p i l * k l j)) / sqrt (INR D').
Proof.
  pose proof vjp_y_q_needs_1.
  exact (eq_eq _ _ _ vjp_y_q_1_lemma (eq_eq _ _ _ vjp_y_q_2_sum_factor vjp_y_q_3_ring)).
Qed.
End vjp_y_q.

(** * JVP of y for q *)

Section jvp_y_q.
Variables (e n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis n_in : (n < N)%nat.

(* put in ∂y_ne/∂q_kl *)
Lemma jvp_y_q_1_lemma :
  rsum N (fun k' => rsum D' (fun l => pd (at2 q k' l) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e) * q_dot k' l))
  = rsum N (fun k' => rsum D' (fun l => delta n k' * (rsum M (fun m => p n m * v m e * k m l) - y n e * rsum M (fun r => p n r * k r l)) / sqrt (INR D') * q_dot k' l)).
Proof.
  apply (eq_eq _ (rsum N (fun k' => rsum D' (fun l => pd (at2 q k' l) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e) * q_dot k' l))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun n' => rsum D' (fun l => delta n n' * (rsum M (fun m => p n m * v m e * k m l) - y n e * rsum M (fun r => p n r * k r l)) / sqrt (INR D') * q_dot n' l))) _); [ | same ].
  assert (rsum M (fun l => exp (c n l)) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum N (fun k' => rsum D' (fun l => delta n k' * (rsum M (fun m => p n m * v m e * k m l) - y n e * rsum M (fun r => p n r * k r l)) / sqrt (INR D') * q_dot k' l))) _); [ | same ].
  apply rsum_ext; intros k' ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => pd (at2 p n' m) (fun p' => y_of M p' v n e) * pd (at2 q k' l) (fun q' => p_of M (c_of D' q' k) n' m)))) _).
  { assert ((forall n', (n' < N)%nat -> rsum M (fun l' => exp (c n' l')) <> 0)).
    { intros n' ?.
      sgn. }
    assert (rsum M (fun l' => exp (c n l')) <> 0).
    { sgn. }
    apply (chain2 (at2 q k' l) N M (fun p' => y_of M p' v n e) (fun q' => p_of M (c_of D' q' k))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => v m e * delta n n' * (p n' m * delta n' k' * (k m l - rsum M (fun r => p n' r * k r l)) / sqrt (INR D'))))) _).
  { assert ((forall n', (n' < N)%nat -> rsum M (fun l' => exp (c n' l')) <> 0)).
    { intros n' ?.
      sgn. }
    apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => v m e * delta n n' * (p n' m * delta n' k' * (k m l - rsum M (fun m' => p n' m' * k m' l)) / sqrt (INR D'))))) _); [ | same ].
    apply rsum_ext; intros n' ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ ((v m e * delta n n') * (p n' m * delta n' k' * (k m l - rsum M (fun m' => p n' m' * k m' l)) / sqrt (INR D'))) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at2 p n' m) (fun p' => rsum M (fun m' => p' n m' * v m' e))) _).
      { apply pd_ext.
        intros p'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at2 p n' m) (fun p' => rsum M (fun k'' => p' n k'' * v k'' e))) _); [ same | ].
      apply (eq_eq _ (rsum M (fun m' => pd (at2 p n' m) (fun p' => p' n m' * v m' e))) _).
      { rule_same (diff_sum (at2 p n' m) M (fun k'' p' => p' n k'' * v k'' e) (fun k'' => true)). }
      apply (eq_eq _ (rsum M (fun m' => v m' e * delta n n' * delta m' m)) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        apply (eq_eq _ (pd (at2 p n' m) (fun p' => v m' e * p' n m')) _).
        { apply pd_ext.
          intros p'; cbv beta.
          arith. }
        apply (eq_eq _ (v m' e * pd (at2 p n' m) (fun p' => p' n m')) _).
        { assert (pd (at2 p n' m) (fun p' => v m' e) = 0).
          { apply constant. }
          rule (diff_scale (at2 p n' m) (fun p' => v m' e) (fun p' => p' n m')). }
        apply (eq_eq _ (v m' e * (delta n n' * delta m' m)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      apply (eq_eq _ (rsum M (fun m' => delta m' m * v m' e * delta n n')) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        arith. }
      rule_same (sum_delta M (fun m' => v m' e * delta n n') m). }
    apply (eq_eq _ (rsum N (fun n'' => rsum M (fun m' => pd (at2 c n'' m') (fun c' => p_of M c' n' m) * pd (at2 q k' l) (fun q' => c_of D' q' k n'' m')))) _).
    { assert (rsum M (fun l' => exp (c n' l')) <> 0).
      { sgn. }
      apply (chain2 (at2 q k' l) N M (fun c' => p_of M c' n' m) (fun q' => c_of D' q' k)); [ dsm | premise ]. }
    apply (eq_eq _ (rsum N (fun n'' => rsum M (fun m' => p n' m * delta n' n'' * (delta m m' - p n' m') * (k m' l * delta n'' k' / sqrt (INR D'))))) _).
    { assert (rsum M (fun l' => exp (c n' l')) <> 0).
      { sgn. }
      apply rsum_ext; intros n'' ?; cbv beta.
      apply rsum_ext; intros m' ?; cbv beta.
      apply (eq_eq _ ((p n' m * delta n' n'' * (delta m m' - p n' m')) * (k m' l * delta n'' k' / sqrt (INR D'))) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (pd (at2 c n'' m') (fun c' => exp (c' n' m) / rsum M (fun m'' => exp (c' n' m'')))) _).
        { assert (rsum M (fun l' => exp (c n' l')) <> 0).
          { sgn. }
          apply (eq_eq _ (pd (at2 c n'' m') (fun c' => exp (c' n' m) / rsum M (fun l' => exp (c' n' l')))) _); [ | same ].
          apply pd_ext.
          intros c'; cbv beta.
          reflexivity. }
        apply (eq_eq _ ((pd (at2 c n'' m') (fun c' => exp (c' n' m)) * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * pd (at2 c n'' m') (fun c' => rsum M (fun m'' => exp (c' n' m'')))) / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { assert (rsum M (fun m'' => exp (c n' m'')) <> 0).
          { sgn. }
          rule (diff_div (at2 c n'' m') (fun c' => exp (c' n' m)) (fun c' => rsum M (fun m'' => exp (c' n' m'')))). }
        apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * rsum M (fun m'' => exp (c n' m'') * delta n' n'' * delta m'' m')) / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          refine (f_equal2 Rplus _ _).
          { apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m') * rsum M (fun m'' => exp (c n' m''))) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (exp (c n' m) * pd (at2 c n'' m') (fun c' => c' n' m)) _).
            { rule (diff_exp (at2 c n'' m') (fun c' => c' n' m)). }
            apply (eq_eq _ (exp (c n' m) * (delta n' n'' * delta m m')) _); [ | same ].
            refine (f_equal2 Rmult eq_refl _).
            apply variable2. }
          refine (f_equal Ropp _).
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (pd (at2 c n'' m') (fun c' => rsum M (fun k'' => exp (c' n' k'')))) _); [ same | ].
          apply (eq_eq _ (rsum M (fun m'' => pd (at2 c n'' m') (fun c' => exp (c' n' m'')))) _).
          { rule_same (diff_sum (at2 c n'' m') M (fun k'' c' => exp (c' n' k'')) (fun k'' => true)). }
          apply rsum_ext; intros m'' ?; cbv beta.
          apply (eq_eq _ (exp (c n' m'') * pd (at2 c n'' m') (fun c' => c' n' m'')) _).
          { rule (diff_exp (at2 c n'' m') (fun c' => c' n' m'')). }
          apply (eq_eq _ (exp (c n' m'') * (delta n' n'' * delta m'' m')) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply variable2. }
        apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * exp (c n' m') * delta n' n'') / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          refine (f_equal2 Rplus eq_refl _).
          refine (f_equal Ropp _).
          apply (eq_eq _ (exp (c n' m) * (exp (c n' m') * delta n' n'')) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun m'' => delta m'' m' * exp (c n' m'') * delta n' n'')) _).
          { apply rsum_ext; intros m'' ?; cbv beta.
            arith. }
          rule_same (sum_delta M (fun m'' => exp (c n' m'') * delta n' n'') m'). }
        apply (eq_eq _ (exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) / rsum M (fun m'' => exp (c n' m'')) ^ 2 - exp (c n' m) * exp (c n' m') * delta n' n'' / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { fractions. }
        apply (eq_eq _ (p n' m * delta n' n'' * delta m m' - p n' m * p n' m' * delta n' n'') _).
        { assert (rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) <> 0).
          { sgn. }
          apply (eq_eq _ (exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2 - exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) * delta n' n'' / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2) _).
          { refine (f_equal2 Rplus _ _).
            { refine (f_equal2 Rdiv _ _).
              { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) _).
                { refine (f_equal exp _).
                  apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                  { reflexivity. }
                  refine (f_equal2 Rdiv _ eq_refl).
                  apply rsum_ext; intros d ?; cbv beta.
                  arith. }
                apply rsum_ext; intros m'' ?; cbv beta.
                refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              refine (f_equal (fun x => x ^ 2) _).
              apply rsum_ext; intros m'' ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal Ropp _).
            refine (f_equal2 Rdiv _ _).
            { refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal (fun x => x ^ 2) _).
            apply rsum_ext; intros m'' ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          apply (eq_eq _ (delta n' n'' * delta m m' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) - delta n' n'' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2) _).
          { cancel. }
          apply (eq_eq _ (delta n' n'' * delta m m' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q n' d) / sqrt (INR D'))) - delta n' n'' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q n' d) / sqrt (INR D'))) ^ 2) _); [ same | ].
          symmetry.
          apply (eq_eq _ (exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q n' d) / sqrt (INR D'))) * delta n' n'' * delta m m' - exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q n' d) / sqrt (INR D'))) * (exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun k'' => exp (rsum D' (fun d => k k'' d * q n' d) / sqrt (INR D')))) * delta n' n'') _).
          { refine (f_equal2 Rplus _ _).
            { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
              apply (eq_eq _ (exp (c n' m) / rsum M (fun l' => exp (c n' l'))) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ _).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              apply rsum_ext; intros l' ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k l' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal Ropp _).
            refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
            { apply (eq_eq _ (exp (c n' m) / rsum M (fun l' => exp (c n' l'))) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ _).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              apply rsum_ext; intros l' ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k l' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            apply (eq_eq _ (exp (c n' m') / rsum M (fun k'' => exp (c n' k''))) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ _).
            { refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            apply rsum_ext; intros k'' ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k k'' d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          fractions. }
        apply (eq_eq _ (delta n' n'' * delta m m' * p n' m - delta n' n'' * p n' m * p n' m') _).
        { arith. }
        symmetry.
        arith. }
      apply (eq_eq _ (pd (at2 q k' l) (fun q' => rsum D' (fun d => q' n'' d * k m' d) / sqrt (INR D'))) _).
      { apply pd_ext.
        intros q'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at2 q k' l) (fun q' => 1 / sqrt (INR D') * rsum D' (fun d => q' n'' d * k m' d))) _).
      { apply pd_ext.
        intros q'; cbv beta.
        fractions. }
      apply (eq_eq _ (pd (at2 q k' l) (fun q' => 1 / sqrt (INR D') * rsum D' (fun d => q' n'' d * k m' d))) _).
      { apply pd_ext.
        intros q'; cbv beta.
        same. }
      apply (eq_eq _ (1 / sqrt (INR D') * pd (at2 q k' l) (fun q' => rsum D' (fun d => q' n'' d * k m' d))) _).
      { assert (pd (at2 q k' l) (fun q' => 1 / sqrt (INR D')) = 0).
        { apply constant. }
        rule (diff_scale (at2 q k' l) (fun q' => 1 / sqrt (INR D')) (fun q' => rsum D' (fun d => q' n'' d * k m' d))). }
      apply (eq_eq _ (pd (at2 q k' l) (fun q' => rsum D' (fun d => q' n'' d * k m' d)) / sqrt (INR D')) _).
      { fractions. }
      apply (eq_eq _ (rsum D' (fun m'' => k m' m'' * delta n'' k' * delta m'' l) / sqrt (INR D')) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (pd (at2 q k' l) (fun q' => rsum D' (fun k'' => q' n'' k'' * k m' k''))) _); [ same | ].
        apply (eq_eq _ (rsum D' (fun m'' => pd (at2 q k' l) (fun q' => q' n'' m'' * k m' m''))) _).
        { rule_same (diff_sum (at2 q k' l) D' (fun k'' q' => q' n'' k'' * k m' k'') (fun k'' => true)). }
        apply rsum_ext; intros m'' ?; cbv beta.
        apply (eq_eq _ (pd (at2 q k' l) (fun q' => k m' m'' * q' n'' m'')) _).
        { apply pd_ext.
          intros q'; cbv beta.
          arith. }
        apply (eq_eq _ (k m' m'' * pd (at2 q k' l) (fun q' => q' n'' m'')) _).
        { assert (pd (at2 q k' l) (fun q' => k m' m'') = 0).
          { apply constant. }
          rule (diff_scale (at2 q k' l) (fun q' => k m' m'') (fun q' => q' n'' m'')). }
        apply (eq_eq _ (k m' m'' * (delta n'' k' * delta m'' l)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (rsum D' (fun m'' => delta m'' l * k m' m'' * delta n'' k')) _).
      { apply rsum_ext; intros m'' ?; cbv beta.
        arith. }
      rule_same (sum_delta D' (fun m'' => k m' m'' * delta n'' k') l). }
    apply (eq_eq _ (rsum N (fun n'' => - (delta n' n'' * delta n'' k' * rsum M (fun m' => k m' l * p n' m') * p n' m / sqrt (INR D')) + delta n' n'' * delta n'' k' * k m l * p n' m / sqrt (INR D'))) _).
    { apply rsum_ext; intros n'' ?; cbv beta.
      apply (eq_eq _ (rsum M (fun m' => delta n' n'' * delta m m' * delta n'' k' * k m' l * p n' m / sqrt (INR D') - delta n' n'' * delta n'' k' * k m' l * p n' m * p n' m' / sqrt (INR D'))) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun m' => delta n' n'' * delta m m' * delta n'' k' * k m' l * p n' m / sqrt (INR D')) + rsum M (fun m' => - (delta n' n'' * delta n'' k' * k m' l * p n' m * p n' m' / sqrt (INR D')))) _).
      { rule (sum_add M (fun m' => delta n' n'' * delta m m' * delta n'' k' * k m' l * p n' m / sqrt (INR D')) (fun m' => - (delta n' n'' * delta n'' k' * k m' l * p n' m * p n' m' / sqrt (INR D'))) (fun m' => true)). }
      apply (eq_eq _ (delta n' n'' * delta n'' k' * p n' m / sqrt (INR D') * k m l - delta n' n'' * delta n'' k' * p n' m / sqrt (INR D') * rsum M (fun m' => k m' l * p n' m')) _).
      { refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum M (fun m' => delta n' n'' * delta n'' k' * p n' m / sqrt (INR D') * delta m m' * k m' l)) _).
          { apply rsum_ext; intros m' ?; cbv beta.
            fractions. }
          apply (eq_eq _ (delta n' n'' * delta n'' k' * p n' m / sqrt (INR D') * rsum M (fun k'' => delta m k'' * k k'' l)) _).
          { rule_same (sum_factor M (delta n' n'' * delta n'' k' * p n' m / sqrt (INR D')) (fun m' => delta m m' * k m' l) (fun m' => true)). }
          apply (eq_eq _ (delta n' n'' * delta n'' k' * p n' m / sqrt (INR D') * rsum M (fun m' => delta m m' * k m' l)) _); [ same | ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun m' => delta m' m * k m' l)) _).
          { apply rsum_ext; intros m' ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum M (fun k'' => delta k'' m * k k'' l)) _); [ same | ].
          rule (sum_delta M (fun m' => k m' l) m). }
        apply (eq_eq _ (rsum M (fun m' => - (delta n' n'' * delta n'' k' * p n' m / sqrt (INR D') * k m' l * p n' m'))) _).
        { apply rsum_ext; intros m' ?; cbv beta.
          fractions. }
        apply (eq_eq _ (- rsum M (fun m' => delta n' n'' * delta n'' k' * p n' m / sqrt (INR D') * k m' l * p n' m')) _).
        { rule (sum_neg M (fun m' => delta n' n'' * delta n'' k' * p n' m / sqrt (INR D') * k m' l * p n' m') (fun m' => true)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (delta n' n'' * delta n'' k' * p n' m / sqrt (INR D') * rsum M (fun k'' => k k'' l * p n' k'')) _); [ | same ].
        rule_same (sum_factor M (delta n' n'' * delta n'' k' * p n' m / sqrt (INR D')) (fun m' => k m' l * p n' m') (fun m' => true)). }
      fractions. }
    apply (eq_eq _ (rsum N (fun m' => - (delta n' m' * delta m' k' * rsum M (fun m'' => k m'' l * p n' m'') * p n' m / sqrt (INR D')) + delta n' m' * delta m' k' * k m l * p n' m / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun m' => - (delta n' m' * delta m' k' * rsum M (fun m'' => k m'' l * p n' m'') * p n' m / sqrt (INR D'))) + rsum N (fun m' => delta n' m' * delta m' k' * k m l * p n' m / sqrt (INR D'))) _).
    { rule (sum_add N (fun n'' => - (delta n' n'' * delta n'' k' * rsum M (fun m' => k m' l * p n' m') * p n' m / sqrt (INR D'))) (fun n'' => delta n' n'' * delta n'' k' * k m l * p n' m / sqrt (INR D')) (fun n'' => true)). }
    apply (eq_eq _ (rsum N (fun n'' => - (delta n' n'' * delta n'' k' * rsum M (fun m' => k m' l * p n' m') * p n' m / sqrt (INR D'))) + rsum N (fun n'' => delta n' n'' * delta n'' k' * k m l * p n' m / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (- (rsum M (fun m' => k m' l * p n' m') * p n' m / sqrt (INR D') * delta n' k') + k m l * p n' m / sqrt (INR D') * delta n' k') _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun n'' => - (rsum M (fun m' => k m' l * p n' m') * p n' m / sqrt (INR D') * delta n' n'' * delta n'' k'))) _).
        { apply rsum_ext; intros n'' ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum N (fun m' => - (rsum M (fun m'' => k m'' l * p n' m'') * p n' m / sqrt (INR D') * delta n' m' * delta m' k'))) _); [ same | ].
        apply (eq_eq _ (- rsum N (fun m' => rsum M (fun m'' => k m'' l * p n' m'') * p n' m / sqrt (INR D') * delta n' m' * delta m' k')) _).
        { rule (sum_neg N (fun n'' => rsum M (fun m' => k m' l * p n' m') * p n' m / sqrt (INR D') * delta n' n'' * delta n'' k') (fun n'' => true)). }
        apply (eq_eq _ (- rsum N (fun n'' => rsum M (fun m' => k m' l * p n' m') * p n' m / sqrt (INR D') * delta n' n'' * delta n'' k')) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum N (fun m' => rsum M (fun m'' => k m'' l * p n' m'') * p n' m / sqrt (INR D') * delta n' m' * delta m' k')) _); [ same | ].
        apply (eq_eq _ (rsum M (fun m' => k m' l * p n' m') * p n' m / sqrt (INR D') * rsum N (fun l' => delta n' l' * delta l' k')) _).
        { rule_same (sum_factor N (rsum M (fun m' => k m' l * p n' m') * p n' m / sqrt (INR D')) (fun n'' => delta n' n'' * delta n'' k') (fun n'' => true)). }
        apply (eq_eq _ (rsum M (fun m' => k m' l * p n' m') * p n' m / sqrt (INR D') * rsum N (fun n'' => delta n' n'' * delta n'' k')) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum N (fun n'' => delta n'' n' * delta n'' k')) _).
        { apply rsum_ext; intros n'' ?; cbv beta.
          same. }
        apply (eq_eq _ (rsum N (fun l' => delta l' n' * delta l' k')) _); [ same | ].
        rule (sum_delta N (fun n'' => delta n'' k') n'). }
      apply (eq_eq _ (rsum N (fun n'' => k m l * p n' m / sqrt (INR D') * delta n' n'' * delta n'' k')) _).
      { apply rsum_ext; intros n'' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun m' => k m l * p n' m / sqrt (INR D') * delta n' m' * delta m' k')) _); [ same | ].
      apply (eq_eq _ (k m l * p n' m / sqrt (INR D') * rsum N (fun l' => delta n' l' * delta l' k')) _).
      { rule_same (sum_factor N (k m l * p n' m / sqrt (INR D')) (fun n'' => delta n' n'' * delta n'' k') (fun n'' => true)). }
      apply (eq_eq _ (k m l * p n' m / sqrt (INR D') * rsum N (fun n'' => delta n' n'' * delta n'' k')) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n'' => delta n'' n' * delta n'' k')) _).
      { apply rsum_ext; intros n'' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun l' => delta l' n' * delta l' k')) _); [ same | ].
      rule (sum_delta N (fun n'' => delta n'' k') n'). }
    apply (eq_eq _ (- (delta n' k' * rsum M (fun m' => k m' l * p n' m') * p n' m / sqrt (INR D')) + delta n' k' * k m l * p n' m / sqrt (INR D')) _).
    { fractions. }
    apply (eq_eq _ (p n' m * delta n' k' * k m l / sqrt (INR D') - p n' m * delta n' k' * rsum M (fun m' => p n' m' * k m' l) / sqrt (INR D')) _).
    { symmetry.
      apply (eq_eq _ (p n' m * delta n' k' * k m l / sqrt (INR D') - p n' m * delta n' k' * rsum M (fun m' => k m' l * p n' m') / sqrt (INR D')) _).
      { refine (f_equal2 Rplus eq_refl _).
        refine (f_equal Ropp _).
        refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        apply rsum_ext; intros m' ?; cbv beta.
        arith. }
      fractions. }
    apply (eq_eq _ (p n' m * delta n' k' * k m l / sqrt (INR D') - p n' m * delta n' k' * rsum M (fun m' => k m' l * p n' m') / sqrt (INR D')) _).
    { refine (f_equal2 Rplus eq_refl _).
      refine (f_equal Ropp _).
      refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply rsum_ext; intros m' ?; cbv beta.
      arith. }
    apply (eq_eq _ (- (delta n' k' * rsum M (fun m' => k m' l * p n' m') * p n' m / sqrt (INR D')) + delta n' k' * k m l * p n' m / sqrt (INR D')) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (p n' m * delta n' k' * (k m l - rsum M (fun m' => k m' l * p n' m')) / sqrt (INR D')) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal Ropp _).
      apply rsum_ext; intros m' ?; cbv beta.
      arith. }
    fractions. }
  apply (eq_eq _ (rsum N (fun n' => delta n n' * delta n' k' * rsum M (fun m => k m l * p n' m * v m e) / sqrt (INR D') - delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) * rsum M (fun m => p n' m * v m e) / sqrt (INR D'))) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => - (delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) * p n' m * v m e / sqrt (INR D')) + delta n n' * delta n' k' * k m l * p n' m * v m e / sqrt (INR D'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (v m e * delta n n' * (p n' m * delta n' k' * (k m l - rsum M (fun r => k r l * p n' r)) / sqrt (INR D'))) _).
      { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal Ropp _).
        apply rsum_ext; intros r ?; cbv beta.
        arith. }
      fractions. }
    apply (eq_eq _ (rsum M (fun m => - (delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) * p n' m * v m e / sqrt (INR D'))) + rsum M (fun m => delta n n' * delta n' k' * k m l * p n' m * v m e / sqrt (INR D'))) _).
    { rule (sum_add M (fun m => - (delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) * p n' m * v m e / sqrt (INR D'))) (fun m => delta n n' * delta n' k' * k m l * p n' m * v m e / sqrt (INR D')) (fun m => true)). }
    apply (eq_eq _ (- (delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) / sqrt (INR D') * rsum M (fun m => p n' m * v m e)) + delta n n' * delta n' k' / sqrt (INR D') * rsum M (fun m => k m l * p n' m * v m e)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m => - (delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) / sqrt (INR D') * p n' m * v m e))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (- rsum M (fun m => delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) / sqrt (INR D') * p n' m * v m e)) _).
        { rule (sum_neg M (fun m => delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) / sqrt (INR D') * p n' m * v m e) (fun m => true)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) / sqrt (INR D') * rsum M (fun k'' => p n' k'' * v k'' e)) _); [ | same ].
        rule_same (sum_factor M (delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) / sqrt (INR D')) (fun m => p n' m * v m e) (fun m => true)). }
      apply (eq_eq _ (rsum M (fun m => delta n n' * delta n' k' / sqrt (INR D') * k m l * p n' m * v m e)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (delta n n' * delta n' k' / sqrt (INR D') * rsum M (fun k'' => k k'' l * p n' k'' * v k'' e)) _); [ | same ].
      rule_same (sum_factor M (delta n n' * delta n' k' / sqrt (INR D')) (fun m => k m l * p n' m * v m e) (fun m => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun m => delta n m * delta m k' * rsum M (fun k'' => k k'' l * p m k'' * v k'' e) / sqrt (INR D') - delta n m * delta m k' * rsum M (fun r => k r l * p m r) * rsum M (fun k'' => p m k'' * v k'' e) / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun m => delta n m * delta m k' * rsum M (fun k'' => k k'' l * p m k'' * v k'' e) / sqrt (INR D')) + rsum N (fun m => - (delta n m * delta m k' * rsum M (fun r => k r l * p m r) * rsum M (fun k'' => p m k'' * v k'' e) / sqrt (INR D')))) _).
  { rule (sum_add N (fun n' => delta n n' * delta n' k' * rsum M (fun m => k m l * p n' m * v m e) / sqrt (INR D')) (fun n' => - (delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) * rsum M (fun m => p n' m * v m e) / sqrt (INR D'))) (fun n' => true)). }
  apply (eq_eq _ (rsum N (fun n' => delta n n' * delta n' k' * rsum M (fun m => k m l * p n' m * v m e) / sqrt (INR D')) + rsum N (fun n' => - (delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) * rsum M (fun m => p n' m * v m e) / sqrt (INR D')))) _); [ same | ].
  apply (eq_eq _ (1 / sqrt (INR D') * delta n k' * rsum M (fun m => k m l * p n m * v m e) - 1 / sqrt (INR D') * delta n k' * rsum M (fun r => k r l * p n r) * rsum M (fun m => p n m * v m e)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n' => 1 / sqrt (INR D') * delta n n' * delta n' k' * rsum M (fun m => k m l * p n' m * v m e))) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun m => 1 / sqrt (INR D') * delta n m * delta m k' * rsum M (fun k'' => k k'' l * p m k'' * v k'' e))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun m => delta n m * delta m k' * rsum M (fun k'' => k k'' l * p m k'' * v k'' e))) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n' => delta n n' * delta n' k' * rsum M (fun m => k m l * p n' m * v m e)) (fun n' => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n' => delta n n' * delta n' k' * rsum M (fun m => k m l * p n' m * v m e))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * (delta n k' * rsum M (fun m => k m l * p n m * v m e))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n' => delta n' n * delta n' k' * rsum M (fun m => k m l * p n' m * v m e))) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun m => delta m n * delta m k' * rsum M (fun k'' => k k'' l * p m k'' * v k'' e))) _); [ same | ].
      rule_same (sum_delta N (fun n' => delta n' k' * rsum M (fun m => k m l * p n' m * v m e)) n). }
    apply (eq_eq _ (rsum N (fun n' => - (1 / sqrt (INR D') * delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) * rsum M (fun m => p n' m * v m e)))) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun m => - (1 / sqrt (INR D') * delta n m * delta m k' * rsum M (fun r => k r l * p m r) * rsum M (fun k'' => p m k'' * v k'' e)))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun m => 1 / sqrt (INR D') * delta n m * delta m k' * rsum M (fun r => k r l * p m r) * rsum M (fun k'' => p m k'' * v k'' e))) _).
    { rule (sum_neg N (fun n' => 1 / sqrt (INR D') * delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) * rsum M (fun m => p n' m * v m e)) (fun n' => true)). }
    apply (eq_eq _ (- rsum N (fun n' => 1 / sqrt (INR D') * delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) * rsum M (fun m => p n' m * v m e))) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun m => 1 / sqrt (INR D') * delta n m * delta m k' * rsum M (fun r => k r l * p m r) * rsum M (fun k'' => p m k'' * v k'' e))) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun m => delta n m * delta m k' * rsum M (fun r => k r l * p m r) * rsum M (fun k'' => p m k'' * v k'' e))) _).
    { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n' => delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) * rsum M (fun m => p n' m * v m e)) (fun n' => true)). }
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n' => delta n n' * delta n' k' * rsum M (fun r => k r l * p n' r) * rsum M (fun m => p n' m * v m e))) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * (delta n k' * rsum M (fun r => k r l * p n r) * rsum M (fun m => p n m * v m e))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n' => delta n' n * delta n' k' * rsum M (fun r => k r l * p n' r) * rsum M (fun m => p n' m * v m e))) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun m => delta m n * delta m k' * rsum M (fun r => k r l * p m r) * rsum M (fun k'' => p m k'' * v k'' e))) _); [ same | ].
    rule_same (sum_delta N (fun n' => delta n' k' * rsum M (fun r => k r l * p n' r) * rsum M (fun m => p n' m * v m e)) n). }
  apply (eq_eq _ (delta n k' * rsum M (fun m => k m l * p n m * v m e) / sqrt (INR D') - delta n k' * rsum M (fun r => k r l * p n r) * rsum M (fun m => p n m * v m e) / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (delta n k' * rsum M (fun m => p n m * v m e * k m l) / sqrt (INR D') - y n e * delta n k' * rsum M (fun r => p n r * k r l) / sqrt (INR D')) _).
  { symmetry.
    apply (eq_eq _ (delta n k' * rsum M (fun m => k m l * p n m * v m e) / sqrt (INR D') - rsum M (fun m => p n m * v m e) * delta n k' * rsum M (fun r => k r l * p n r) / sqrt (INR D')) _).
    { refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rmult eq_refl _).
        apply rsum_ext; intros m ?; cbv beta.
        arith. }
      refine (f_equal Ropp _).
      refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) _).
      { reflexivity. }
      apply rsum_ext; intros r ?; cbv beta.
      arith. }
    fractions. }
  apply (eq_eq _ (delta n k' * rsum M (fun m => k m l * p n m * v m e) / sqrt (INR D') - y n e * delta n k' * rsum M (fun r => k r l * p n r) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult eq_refl _).
      apply rsum_ext; intros m ?; cbv beta.
      arith. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply rsum_ext; intros r ?; cbv beta.
    arith. }
  apply (eq_eq _ (delta n k' * rsum M (fun m => k m l * p n m * v m e) / sqrt (INR D') - delta n k' * rsum M (fun r => k r l * p n r) * y n e / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (delta n k' * (rsum M (fun m => k m l * p n m * v m e) - y n e * rsum M (fun r => k r l * p n r)) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult eq_refl _).
    refine (f_equal2 Rplus _ _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rmult eq_refl _).
    apply rsum_ext; intros r ?; cbv beta.
    arith. }
  fractions.
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_q_2_sum_factor :
  rsum N (fun k' => rsum D' (fun l => delta n k' * (rsum M (fun m => p n m * v m e * k m l) - y n e * rsum M (fun r => p n r * k r l)) / sqrt (INR D') * q_dot k' l))
  = rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * v m e * k m l)) / sqrt (INR D') - y n e * rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * k m l)) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum N (fun n' => rsum D' (fun l => delta n n' * (rsum M (fun m => p n m * v m e * k m l) - y n e * rsum M (fun r => p n r * k r l)) / sqrt (INR D') * q_dot n' l))) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * v m e * k m l)) / sqrt (INR D') - y n e * rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * k m l)) / sqrt (INR D')) _); [ | same ].
  apply (eq_eq _ (rsum N (fun n' => delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e)) / sqrt (INR D') - delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l)) * y n e / sqrt (INR D'))) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    apply (eq_eq _ (rsum D' (fun l => delta n n' * rsum M (fun m => k m l * p n m * v m e) * q_dot n' l / sqrt (INR D') - delta n n' * rsum M (fun r => k r l * p n r) * q_dot n' l * y n e / sqrt (INR D'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (delta n n' * (rsum M (fun m => k m l * p n m * v m e) - y n e * rsum M (fun r => k r l * p n r)) / sqrt (INR D') * q_dot n' l) _).
      { refine (f_equal2 Rmult _ eq_refl).
        refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rmult eq_refl _).
        refine (f_equal2 Rplus _ _).
        { apply rsum_ext; intros m ?; cbv beta.
          arith. }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult eq_refl _).
        apply rsum_ext; intros r ?; cbv beta.
        arith. }
      fractions. }
    apply (eq_eq _ (rsum D' (fun k' => delta n n' * rsum M (fun m => k m k' * p n m * v m e) * q_dot n' k' / sqrt (INR D') - delta n n' * rsum M (fun r => k r k' * p n r) * q_dot n' k' * y n e / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k' => delta n n' * rsum M (fun m => k m k' * p n m * v m e) * q_dot n' k' / sqrt (INR D')) + rsum D' (fun k' => - (delta n n' * rsum M (fun r => k r k' * p n r) * q_dot n' k' * y n e / sqrt (INR D')))) _).
    { rule (sum_add D' (fun l => delta n n' * rsum M (fun m => k m l * p n m * v m e) * q_dot n' l / sqrt (INR D')) (fun l => - (delta n n' * rsum M (fun r => k r l * p n r) * q_dot n' l * y n e / sqrt (INR D'))) (fun l => true)). }
    apply (eq_eq _ (rsum D' (fun l => delta n n' * rsum M (fun m => k m l * p n m * v m e) * q_dot n' l / sqrt (INR D')) + rsum D' (fun l => - (delta n n' * rsum M (fun r => k r l * p n r) * q_dot n' l * y n e / sqrt (INR D')))) _); [ same | ].
    apply (eq_eq _ (delta n n' / sqrt (INR D') * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e)) - delta n n' * y n e / sqrt (INR D') * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l))) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum D' (fun l => delta n n' / sqrt (INR D') * rsum M (fun m => k m l * p n m * v m e) * q_dot n' l)) _).
        { apply rsum_ext; intros l ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum D' (fun k' => delta n n' / sqrt (INR D') * rsum M (fun m => k m k' * p n m * v m e) * q_dot n' k')) _); [ same | ].
        apply (eq_eq _ (delta n n' / sqrt (INR D') * rsum D' (fun k' => rsum M (fun m => k m k' * p n m * v m e) * q_dot n' k')) _).
        { rule_same (sum_factor D' (delta n n' / sqrt (INR D')) (fun l => rsum M (fun m => k m l * p n m * v m e) * q_dot n' l) (fun l => true)). }
        apply (eq_eq _ (delta n n' / sqrt (INR D') * rsum D' (fun l => rsum M (fun m => k m l * p n m * v m e) * q_dot n' l)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum D' (fun l => q_dot n' l * rsum M (fun m => k m l * p n m * v m e))) _).
        { apply rsum_ext; intros l ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q_dot n' l * k k' l * p n k' * v k' e))) _).
        { apply rsum_ext; intros l ?; cbv beta.
          apply (eq_eq _ (q_dot n' l * rsum M (fun k' => k k' l * p n k' * v k' e)) _); [ same | ].
          symmetry.
          rule_same (sum_factor M (q_dot n' l) (fun m => k m l * p n m * v m e) (fun m => true)). }
        apply rsum_ext; intros l ?; cbv beta.
        apply rsum_ext; intros k' ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum D' (fun l => - (delta n n' * y n e / sqrt (INR D') * rsum M (fun r => k r l * p n r) * q_dot n' l))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum D' (fun k' => - (delta n n' * y n e / sqrt (INR D') * rsum M (fun r => k r k' * p n r) * q_dot n' k'))) _); [ same | ].
      apply (eq_eq _ (- rsum D' (fun k' => delta n n' * y n e / sqrt (INR D') * rsum M (fun r => k r k' * p n r) * q_dot n' k')) _).
      { rule (sum_neg D' (fun l => delta n n' * y n e / sqrt (INR D') * rsum M (fun r => k r l * p n r) * q_dot n' l) (fun l => true)). }
      apply (eq_eq _ (- rsum D' (fun l => delta n n' * y n e / sqrt (INR D') * rsum M (fun r => k r l * p n r) * q_dot n' l)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum D' (fun k' => delta n n' * y n e / sqrt (INR D') * rsum M (fun r => k r k' * p n r) * q_dot n' k')) _); [ same | ].
      apply (eq_eq _ (delta n n' * y n e / sqrt (INR D') * rsum D' (fun k' => rsum M (fun r => k r k' * p n r) * q_dot n' k')) _).
      { rule_same (sum_factor D' (delta n n' * y n e / sqrt (INR D')) (fun l => rsum M (fun r => k r l * p n r) * q_dot n' l) (fun l => true)). }
      apply (eq_eq _ (delta n n' * y n e / sqrt (INR D') * rsum D' (fun l => rsum M (fun r => k r l * p n r) * q_dot n' l)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum D' (fun l => q_dot n' l * rsum M (fun r => k r l * p n r))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q_dot n' l * k k' l * p n k'))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (q_dot n' l * rsum M (fun k' => k k' l * p n k')) _); [ same | ].
        symmetry.
        rule_same (sum_factor M (q_dot n' l) (fun r => k r l * p n r) (fun r => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    fractions. }
  apply (eq_eq _ (rsum N (fun k' => delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l * v m e)) / sqrt (INR D') - delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l)) * y n e / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k' => delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l * v m e)) / sqrt (INR D')) + rsum N (fun k' => - (delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l)) * y n e / sqrt (INR D')))) _).
  { rule (sum_add N (fun n' => delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e)) / sqrt (INR D')) (fun n' => - (delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l)) * y n e / sqrt (INR D'))) (fun n' => true)). }
  apply (eq_eq _ (rsum N (fun n' => delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e)) / sqrt (INR D')) + rsum N (fun n' => - (delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l)) * y n e / sqrt (INR D')))) _); [ same | ].
  apply (eq_eq _ (1 / sqrt (INR D') * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l * v k' e)) - y n e / sqrt (INR D') * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n' => 1 / sqrt (INR D') * delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e)))) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k' => 1 / sqrt (INR D') * delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l * v m e)))) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun k' => delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l * v m e)))) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n' => delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e))) (fun n' => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n' => delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e)))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n' => delta n' n * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e)))) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun k' => delta k' n * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l * v m e)))) _); [ same | ].
      rule (sum_delta N (fun n' => rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l * v k' e))) n). }
    apply (eq_eq _ (rsum N (fun n' => - (y n e / sqrt (INR D') * delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l))))) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k' => - (y n e / sqrt (INR D') * delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l))))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k' => y n e / sqrt (INR D') * delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l)))) _).
    { rule (sum_neg N (fun n' => y n e / sqrt (INR D') * delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l))) (fun n' => true)). }
    apply (eq_eq _ (- rsum N (fun n' => y n e / sqrt (INR D') * delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l)))) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k' => y n e / sqrt (INR D') * delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l)))) _); [ same | ].
    apply (eq_eq _ (y n e / sqrt (INR D') * rsum N (fun k' => delta n k' * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l)))) _).
    { rule_same (sum_factor N (y n e / sqrt (INR D')) (fun n' => delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l))) (fun n' => true)). }
    apply (eq_eq _ (y n e / sqrt (INR D') * rsum N (fun n' => delta n n' * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l)))) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n' => delta n' n * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l)))) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun k' => delta k' n * rsum D' (fun l => rsum M (fun m => k m l * p n m * q_dot k' l)))) _); [ same | ].
    rule (sum_delta N (fun n' => rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n' l))) n). }
  apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l * v k' e)) / sqrt (INR D') - rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l)) * y n e / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (rsum D' (fun l => q_dot n l * rsum M (fun k' => p n k' * v k' e * k k' l)) / sqrt (INR D') - y n e * rsum D' (fun l => q_dot n l * rsum M (fun k' => p n k' * k k' l)) / sqrt (INR D')) _); [ | same ].
  symmetry.
  apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l * v k' e)) / sqrt (INR D') - y n e * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l)) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * v k' e) * q_dot n l)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (q_dot n l * rsum M (fun k' => k k' l * p n k' * v k' e)) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        arith. }
      apply (eq_eq _ (rsum D' (fun l => q_dot n l * rsum M (fun k' => k k' l * p n k' * v k' e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q_dot n l * k k' l * p n k' * v k' e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        symmetry.
        rule_same (sum_factor M (q_dot n l) (fun k' => k k' l * p n k' * v k' e) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k k' l * p n k') * q_dot n l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (q_dot n l * rsum M (fun k' => k k' l * p n k')) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply rsum_ext; intros k' ?; cbv beta.
        arith. }
      arith. }
    apply (eq_eq _ (rsum D' (fun l => q_dot n l * rsum M (fun k' => k k' l * p n k'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q_dot n l * k k' l * p n k'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor M (q_dot n l) (fun k' => k k' l * p n k') (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k' ?; cbv beta.
    arith. }
  fractions.
Qed.

(* factor *)
Lemma jvp_y_q_3_ring :
  rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * v m e * k m l)) / sqrt (INR D') - y n e * rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * k m l)) / sqrt (INR D')
  = rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * (v m e - y n e) * k m l)) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l * v k' e)) / sqrt (INR D') - y n e * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l)) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (rsum D' (fun l => rsum M (fun m => k m l * p n m * v m e) * q_dot n l)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (q_dot n l * rsum M (fun m => k m l * p n m * v m e)) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply rsum_ext; intros m ?; cbv beta.
          arith. }
        arith. }
      apply (eq_eq _ (rsum D' (fun l => q_dot n l * rsum M (fun m => k m l * p n m * v m e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q_dot n l * k k' l * p n k' * v k' e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (q_dot n l * rsum M (fun k' => k k' l * p n k' * v k' e)) _); [ same | ].
        symmetry.
        rule_same (sum_factor M (q_dot n l) (fun m => k m l * p n m * v m e) (fun m => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun m => k m l * p n m) * q_dot n l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (q_dot n l * rsum M (fun m => k m l * p n m)) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply rsum_ext; intros m ?; cbv beta.
        arith. }
      arith. }
    apply (eq_eq _ (rsum D' (fun l => q_dot n l * rsum M (fun m => k m l * p n m))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q_dot n l * k k' l * p n k'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (q_dot n l * rsum M (fun k' => k k' l * p n k')) _); [ same | ].
      symmetry.
      rule_same (sum_factor M (q_dot n l) (fun m => k m l * p n m) (fun m => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k' ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l * v k' e)) / sqrt (INR D') - rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l)) * y n e / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (rsum D' (fun l => q_dot n l * rsum M (fun k' => p n k' * (v k' e - y n e) * k k' l)) / sqrt (INR D')) _); [ | same ].
  symmetry.
  apply (eq_eq _ ((rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l * v k' e)) - y n e * rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * q_dot n l))) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * v k' e) * q_dot n l - rsum M (fun k' => k k' l * p n k') * q_dot n l * y n e)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (q_dot n l * (rsum M (fun k' => k k' l * p n k' * v k' e) - y n e * rsum M (fun k' => k k' l * p n k'))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun k' => k k' l * p n k' * v k' e - k k' l * p n k' * y n e)) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum M (fun k' => k k' l * p n k' * v k' e) + rsum M (fun k' => - (k k' l * p n k' * y n e))) _).
        { rule (sum_add M (fun k' => k k' l * p n k' * v k' e) (fun k' => - (k k' l * p n k' * y n e)) (fun k' => true)). }
        refine (f_equal2 Rplus eq_refl _).
        apply (eq_eq _ (rsum M (fun k' => - (y n e * k k' l * p n k'))) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        apply (eq_eq _ (- rsum M (fun k' => y n e * k k' l * p n k')) _).
        { rule (sum_neg M (fun k' => y n e * k k' l * p n k') (fun k' => true)). }
        refine (f_equal Ropp _).
        rule_same (sum_factor M (y n e) (fun k' => k k' l * p n k') (fun k' => true)). }
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => rsum M (fun m => k m k' * p n m * v m e) * q_dot n k' - rsum M (fun m => k m k' * p n m) * q_dot n k' * y n e)) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k' => rsum M (fun m => k m k' * p n m * v m e) * q_dot n k') + rsum D' (fun k' => - (rsum M (fun m => k m k' * p n m) * q_dot n k' * y n e))) _).
    { rule (sum_add D' (fun l => rsum M (fun k' => k k' l * p n k' * v k' e) * q_dot n l) (fun l => - (rsum M (fun k' => k k' l * p n k') * q_dot n l * y n e)) (fun l => true)). }
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k k' l * p n k' * v k' e) * q_dot n l) + rsum D' (fun l => - (rsum M (fun k' => k k' l * p n k') * q_dot n l * y n e))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun l => q_dot n l * rsum M (fun k' => k k' l * p n k' * v k' e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q_dot n l * k k' l * p n k' * v k' e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        symmetry.
        rule_same (sum_factor M (q_dot n l) (fun k' => k k' l * p n k' * v k' e) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun l => - (y n e * rsum M (fun k' => k k' l * p n k') * q_dot n l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => - (y n e * rsum M (fun m => k m k' * p n m) * q_dot n k'))) _); [ same | ].
    apply (eq_eq _ (- rsum D' (fun k' => y n e * rsum M (fun m => k m k' * p n m) * q_dot n k')) _).
    { rule (sum_neg D' (fun l => y n e * rsum M (fun k' => k k' l * p n k') * q_dot n l) (fun l => true)). }
    apply (eq_eq _ (- rsum D' (fun l => y n e * rsum M (fun k' => k k' l * p n k') * q_dot n l)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum D' (fun k' => y n e * rsum M (fun m => k m k' * p n m) * q_dot n k')) _); [ same | ].
    apply (eq_eq _ (y n e * rsum D' (fun k' => rsum M (fun m => k m k' * p n m) * q_dot n k')) _).
    { rule_same (sum_factor D' (y n e) (fun l => rsum M (fun k' => k k' l * p n k') * q_dot n l) (fun l => true)). }
    apply (eq_eq _ (y n e * rsum D' (fun l => rsum M (fun k' => k k' l * p n k') * q_dot n l)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum D' (fun l => q_dot n l * rsum M (fun k' => k k' l * p n k'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q_dot n l * k k' l * p n k'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor M (q_dot n l) (fun k' => k k' l * p n k') (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k' ?; cbv beta.
    arith. }
  fractions.
Qed.

Theorem jvp_y_q :
  rsum N (fun k' => rsum D' (fun l => pd (at2 q k' l) (fun q' => y_of M (p_of M (c_of D' q' k)) v n e) * q_dot k' l))
  = rsum D' (fun l => q_dot n l * rsum M (fun m => p n m * (v m e - y n e) * k m l)) / sqrt (INR D').
Proof.
  exact (eq_eq _ _ _ jvp_y_q_1_lemma (eq_eq _ _ _ jvp_y_q_2_sum_factor jvp_y_q_3_ring)).
Qed.
End jvp_y_q.

(** * Derivative of y by k *)

Section derivative_y_k.
Variables (e i j n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < D')%nat.
Hypothesis n_in : (n < N)%nat.

(* chain rule through p_nm *)
Lemma derivative_y_k_1_chain :
  pd (at2 k i j) (fun k' => y_of M (p_of M (c_of D' q k')) v n e)
  = rsum N (fun p' => rsum M (fun m => pd (at2 p p' m) (fun p'' => y_of M p'' v n e) * pd (at2 k i j) (fun k' => p_of M (c_of D' q k') p' m))).
Proof.
  apply (eq_eq _ (pd (at2 k i j) (fun k' => y_of M (p_of M (c_of D' q k')) v n e)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => pd (at2 p n' m) (fun p' => y_of M p' v n e) * pd (at2 k i j) (fun k' => p_of M (c_of D' q k') n' m)))) _); [ | same ].
  assert ((forall n', (n' < N)%nat -> rsum M (fun l => exp (c n' l)) <> 0)).
  { intros n' ?.
    sgn. }
  assert (rsum M (fun l => exp (c n l)) <> 0).
  { sgn. }
  apply (chain2 (at2 k i j) N M (fun p' => y_of M p' v n e) (fun k' => p_of M (c_of D' q k'))); [ dsm | premise ].
Qed.

(* put in ∂y_ne/∂p_nm and ∂p_nm/∂k_ij *)
Lemma derivative_y_k_2_lemma :
  rsum N (fun p' => rsum M (fun m => pd (at2 p p' m) (fun p'' => y_of M p'' v n e) * pd (at2 k i j) (fun k' => p_of M (c_of D' q k') p' m)))
  = rsum N (fun p' => rsum M (fun m => v m e * delta n p' * (p p' m * (delta m i - p p' i) * q p' j / sqrt (INR D')))).
Proof.
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => pd (at2 p n' m) (fun p' => y_of M p' v n e) * pd (at2 k i j) (fun k' => p_of M (c_of D' q k') n' m)))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => v m e * delta n n' * (p n' m * (delta m i - p n' i) * q n' j / sqrt (INR D'))))) _); [ | same ].
  assert ((forall n', (n' < N)%nat -> rsum M (fun l => exp (c n' l)) <> 0)).
  { intros n' ?.
    sgn. }
  apply rsum_ext; intros n' ?; cbv beta.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ ((v m e * delta n n') * (p n' m * (delta m i - p n' i) * q n' j / sqrt (INR D'))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at2 p n' m) (fun p' => rsum M (fun m' => p' n m' * v m' e))) _).
    { apply pd_ext.
      intros p'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 p n' m) (fun p' => rsum M (fun k' => p' n k' * v k' e))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun m' => pd (at2 p n' m) (fun p' => p' n m' * v m' e))) _).
    { rule_same (diff_sum (at2 p n' m) M (fun k' p' => p' n k' * v k' e) (fun k' => true)). }
    apply (eq_eq _ (rsum M (fun m' => v m' e * delta n n' * delta m' m)) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      apply (eq_eq _ (pd (at2 p n' m) (fun p' => v m' e * p' n m')) _).
      { apply pd_ext.
        intros p'; cbv beta.
        arith. }
      apply (eq_eq _ (v m' e * pd (at2 p n' m) (fun p' => p' n m')) _).
      { assert (pd (at2 p n' m) (fun p' => v m' e) = 0).
        { apply constant. }
        rule (diff_scale (at2 p n' m) (fun p' => v m' e) (fun p' => p' n m')). }
      apply (eq_eq _ (v m' e * (delta n n' * delta m' m)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply (eq_eq _ (rsum M (fun m' => delta m' m * v m' e * delta n n')) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      arith. }
    rule_same (sum_delta M (fun m' => v m' e * delta n n') m). }
  apply (eq_eq _ (rsum N (fun n'' => rsum M (fun m' => pd (at2 c n'' m') (fun c' => p_of M c' n' m) * pd (at2 k i j) (fun k' => c_of D' q k' n'' m')))) _).
  { assert (rsum M (fun l => exp (c n' l)) <> 0).
    { sgn. }
    apply (chain2 (at2 k i j) N M (fun c' => p_of M c' n' m) (fun k' => c_of D' q k')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n'' => rsum M (fun m' => p n' m * delta n' n'' * (delta m m' - p n' m') * (q n'' j * delta m' i / sqrt (INR D'))))) _).
  { assert (rsum M (fun l => exp (c n' l)) <> 0).
    { sgn. }
    apply rsum_ext; intros n'' ?; cbv beta.
    apply rsum_ext; intros m' ?; cbv beta.
    apply (eq_eq _ ((p n' m * delta n' n'' * (delta m m' - p n' m')) * (q n'' j * delta m' i / sqrt (INR D'))) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at2 c n'' m') (fun c' => exp (c' n' m) / rsum M (fun m'' => exp (c' n' m'')))) _).
      { assert (rsum M (fun l => exp (c n' l)) <> 0).
        { sgn. }
        apply (eq_eq _ (pd (at2 c n'' m') (fun c' => exp (c' n' m) / rsum M (fun l => exp (c' n' l)))) _); [ | same ].
        apply pd_ext.
        intros c'; cbv beta.
        reflexivity. }
      apply (eq_eq _ ((pd (at2 c n'' m') (fun c' => exp (c' n' m)) * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * pd (at2 c n'' m') (fun c' => rsum M (fun m'' => exp (c' n' m'')))) / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
      { assert (rsum M (fun m'' => exp (c n' m'')) <> 0).
        { sgn. }
        rule (diff_div (at2 c n'' m') (fun c' => exp (c' n' m)) (fun c' => rsum M (fun m'' => exp (c' n' m'')))). }
      apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * rsum M (fun m'' => exp (c n' m'') * delta n' n'' * delta m'' m')) / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m') * rsum M (fun m'' => exp (c n' m''))) _); [ | same ].
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (exp (c n' m) * pd (at2 c n'' m') (fun c' => c' n' m)) _).
          { rule (diff_exp (at2 c n'' m') (fun c' => c' n' m)). }
          apply (eq_eq _ (exp (c n' m) * (delta n' n'' * delta m m')) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply variable2. }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at2 c n'' m') (fun c' => rsum M (fun k' => exp (c' n' k')))) _); [ same | ].
        apply (eq_eq _ (rsum M (fun m'' => pd (at2 c n'' m') (fun c' => exp (c' n' m'')))) _).
        { rule_same (diff_sum (at2 c n'' m') M (fun k' c' => exp (c' n' k')) (fun k' => true)). }
        apply rsum_ext; intros m'' ?; cbv beta.
        apply (eq_eq _ (exp (c n' m'') * pd (at2 c n'' m') (fun c' => c' n' m'')) _).
        { rule (diff_exp (at2 c n'' m') (fun c' => c' n' m'')). }
        apply (eq_eq _ (exp (c n' m'') * (delta n' n'' * delta m'' m')) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * exp (c n' m') * delta n' n'') / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal Ropp _).
        apply (eq_eq _ (exp (c n' m) * (exp (c n' m') * delta n' n'')) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun m'' => delta m'' m' * exp (c n' m'') * delta n' n'')) _).
        { apply rsum_ext; intros m'' ?; cbv beta.
          arith. }
        rule_same (sum_delta M (fun m'' => exp (c n' m'') * delta n' n'') m'). }
      apply (eq_eq _ (exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) / rsum M (fun m'' => exp (c n' m'')) ^ 2 - exp (c n' m) * exp (c n' m') * delta n' n'' / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
      { fractions. }
      apply (eq_eq _ (p n' m * delta n' n'' * delta m m' - p n' m * p n' m' * delta n' n'') _).
      { assert (rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) <> 0).
        { sgn. }
        apply (eq_eq _ (exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2 - exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) * delta n' n'' / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2) _).
        { refine (f_equal2 Rplus _ _).
          { refine (f_equal2 Rdiv _ _).
            { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) _).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              apply rsum_ext; intros m'' ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal (fun x => x ^ 2) _).
            apply rsum_ext; intros m'' ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          refine (f_equal Ropp _).
          refine (f_equal2 Rdiv _ _).
          { refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
            { refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k m' d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          refine (f_equal (fun x => x ^ 2) _).
          apply rsum_ext; intros m'' ?; cbv beta.
          refine (f_equal exp _).
          apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
          { reflexivity. }
          refine (f_equal2 Rdiv _ eq_refl).
          apply rsum_ext; intros d ?; cbv beta.
          arith. }
        apply (eq_eq _ (delta n' n'' * delta m m' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) - delta n' n'' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2) _).
        { cancel. }
        apply (eq_eq _ (delta n' n'' * delta m m' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) - delta n' n'' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) ^ 2) _); [ same | ].
        symmetry.
        apply (eq_eq _ (exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) * delta n' n'' * delta m m' - exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) * (exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun k' => exp (rsum D' (fun d => k k' d * q n' d) / sqrt (INR D')))) * delta n' n'') _).
        { refine (f_equal2 Rplus _ _).
          { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
            apply (eq_eq _ (exp (c n' m) / rsum M (fun l => exp (c n' l))) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ _).
            { refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            apply rsum_ext; intros l ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k l d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          refine (f_equal Ropp _).
          refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
          { apply (eq_eq _ (exp (c n' m) / rsum M (fun l => exp (c n' l))) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ _).
            { refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            apply rsum_ext; intros l ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k l d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          apply (eq_eq _ (exp (c n' m') / rsum M (fun k' => exp (c n' k'))) _).
          { reflexivity. }
          refine (f_equal2 Rdiv _ _).
          { refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k m' d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          apply rsum_ext; intros k' ?; cbv beta.
          refine (f_equal exp _).
          apply (eq_eq _ (rsum D' (fun d => q n' d * k k' d) / sqrt (INR D')) _).
          { reflexivity. }
          refine (f_equal2 Rdiv _ eq_refl).
          apply rsum_ext; intros d ?; cbv beta.
          arith. }
        fractions. }
      apply (eq_eq _ (delta n' n'' * delta m m' * p n' m - delta n' n'' * p n' m * p n' m') _).
      { arith. }
      symmetry.
      arith. }
    apply (eq_eq _ (pd (at2 k i j) (fun k' => rsum D' (fun d => q n'' d * k' m' d) / sqrt (INR D'))) _).
    { apply pd_ext.
      intros k'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 k i j) (fun k' => 1 / sqrt (INR D') * rsum D' (fun d => q n'' d * k' m' d))) _).
    { apply pd_ext.
      intros k'; cbv beta.
      fractions. }
    apply (eq_eq _ (pd (at2 k i j) (fun k' => 1 / sqrt (INR D') * rsum D' (fun d => q n'' d * k' m' d))) _).
    { apply pd_ext.
      intros k'; cbv beta.
      same. }
    apply (eq_eq _ (1 / sqrt (INR D') * pd (at2 k i j) (fun k' => rsum D' (fun d => q n'' d * k' m' d))) _).
    { assert (pd (at2 k i j) (fun k' => 1 / sqrt (INR D')) = 0).
      { apply constant. }
      rule (diff_scale (at2 k i j) (fun k' => 1 / sqrt (INR D')) (fun k' => rsum D' (fun d => q n'' d * k' m' d))). }
    apply (eq_eq _ (pd (at2 k i j) (fun k' => rsum D' (fun d => q n'' d * k' m' d)) / sqrt (INR D')) _).
    { fractions. }
    apply (eq_eq _ (rsum D' (fun m'' => q n'' m'' * delta m' i * delta m'' j) / sqrt (INR D')) _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (pd (at2 k i j) (fun k' => rsum D' (fun k'' => q n'' k'' * k' m' k''))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun m'' => pd (at2 k i j) (fun k' => q n'' m'' * k' m' m''))) _).
      { rule_same (diff_sum (at2 k i j) D' (fun k' k'' => q n'' k' * k'' m' k') (fun k' => true)). }
      apply rsum_ext; intros m'' ?; cbv beta.
      apply (eq_eq _ (pd (at2 k i j) (fun k' => q n'' m'' * k' m' m'')) _).
      { apply pd_ext.
        intros k'; cbv beta.
        same. }
      apply (eq_eq _ (q n'' m'' * pd (at2 k i j) (fun k' => k' m' m'')) _).
      { assert (pd (at2 k i j) (fun k' => q n'' m'') = 0).
        { apply constant. }
        rule (diff_scale (at2 k i j) (fun k' => q n'' m'') (fun k' => k' m' m'')). }
      apply (eq_eq _ (q n'' m'' * (delta m' i * delta m'' j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum D' (fun m'' => delta m'' j * q n'' m'' * delta m' i)) _).
    { apply rsum_ext; intros m'' ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun m'' => q n'' m'' * delta m' i) j). }
  apply (eq_eq _ (rsum N (fun n'' => p n' m * delta n' n'' * (delta m i - p n' i) * q n'' j / sqrt (INR D'))) _).
  { apply rsum_ext; intros n'' ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m' => delta m' i * (p n' m * delta n' n'' * (delta m m' - p n' m') * q n'' j / sqrt (INR D')))) _).
    { apply rsum_ext; intros m' ?; cbv beta.
      fractions. }
    rule_same (sum_delta M (fun m' => p n' m * delta n' n'' * (delta m m' - p n' m') * q n'' j / sqrt (INR D')) i). }
  apply (eq_eq _ (rsum N (fun n'' => delta n'' n' * (p n' m * (delta m i - p n' i) * q n'' j / sqrt (INR D')))) _).
  { apply rsum_ext; intros n'' ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum N (fun m' => delta m' n' * (p n' m * (delta m i - p n' i) * q m' j / sqrt (INR D')))) _); [ same | ].
  rule (sum_delta N (fun n'' => p n' m * (delta m i - p n' i) * q n'' j / sqrt (INR D')) n').
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma derivative_y_k_3_sum_factor :
  rsum N (fun p' => rsum M (fun m => v m e * delta n p' * (p p' m * (delta m i - p p' i) * q p' j / sqrt (INR D'))))
  = q n j * p n i * v i e / sqrt (INR D') - q n j * p n i * y n e / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => v m e * delta n n' * (p n' m * (delta m i - p n' i) * q n' j / sqrt (INR D'))))) _); [ same | ].
  apply (eq_eq _ (q n j * p n i * v i e / sqrt (INR D') - q n j * p n i * y n e / sqrt (INR D')) _); [ | same ].
  apply (eq_eq _ (rsum N (fun n' => - (delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j / sqrt (INR D')) + delta n n' * p n' i * q n' j * v i e / sqrt (INR D'))) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => delta n n' * delta m i * p n' m * q n' j * v m e / sqrt (INR D') - delta n n' * p n' i * p n' m * q n' j * v m e / sqrt (INR D'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun m => delta n n' * delta m i * p n' m * q n' j * v m e / sqrt (INR D')) + rsum M (fun m => - (delta n n' * p n' i * p n' m * q n' j * v m e / sqrt (INR D')))) _).
    { rule (sum_add M (fun m => delta n n' * delta m i * p n' m * q n' j * v m e / sqrt (INR D')) (fun m => - (delta n n' * p n' i * p n' m * q n' j * v m e / sqrt (INR D'))) (fun m => true)). }
    apply (eq_eq _ (delta n n' * q n' j / sqrt (INR D') * p n' i * v i e - delta n n' * p n' i * q n' j / sqrt (INR D') * rsum M (fun m => p n' m * v m e)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m => delta n n' * q n' j / sqrt (INR D') * delta m i * p n' m * v m e)) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (delta n n' * q n' j / sqrt (INR D') * rsum M (fun l => delta l i * p n' l * v l e)) _).
        { rule_same (sum_factor M (delta n n' * q n' j / sqrt (INR D')) (fun m => delta m i * p n' m * v m e) (fun m => true)). }
        apply (eq_eq _ (delta n n' * q n' j / sqrt (INR D') * rsum M (fun m => delta m i * p n' m * v m e)) _); [ same | ].
        apply (eq_eq _ (delta n n' * q n' j / sqrt (INR D') * (p n' i * v i e)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun l => delta l i * p n' l * v l e)) _); [ same | ].
        rule_same (sum_delta M (fun m => p n' m * v m e) i). }
      apply (eq_eq _ (rsum M (fun m => - (delta n n' * p n' i * q n' j / sqrt (INR D') * p n' m * v m e))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum M (fun m => delta n n' * p n' i * q n' j / sqrt (INR D') * p n' m * v m e)) _).
      { rule (sum_neg M (fun m => delta n n' * p n' i * q n' j / sqrt (INR D') * p n' m * v m e) (fun m => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (delta n n' * p n' i * q n' j / sqrt (INR D') * rsum M (fun k' => p n' k' * v k' e)) _); [ | same ].
      rule_same (sum_factor M (delta n n' * p n' i * q n' j / sqrt (INR D')) (fun m => p n' m * v m e) (fun m => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun m => - (delta n m * rsum M (fun k' => p m k' * v k' e) * p m i * q m j / sqrt (INR D')) + delta n m * p m i * q m j * v i e / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun m => - (delta n m * rsum M (fun k' => p m k' * v k' e) * p m i * q m j / sqrt (INR D'))) + rsum N (fun m => delta n m * p m i * q m j * v i e / sqrt (INR D'))) _).
  { rule (sum_add N (fun n' => - (delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j / sqrt (INR D'))) (fun n' => delta n n' * p n' i * q n' j * v i e / sqrt (INR D')) (fun n' => true)). }
  apply (eq_eq _ (rsum N (fun n' => - (delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j / sqrt (INR D'))) + rsum N (fun n' => delta n n' * p n' i * q n' j * v i e / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (- (1 / sqrt (INR D') * rsum M (fun m => p n m * v m e) * p n i * q n j) + v i e / sqrt (INR D') * p n i * q n j) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n' => - (1 / sqrt (INR D') * delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j))) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun m => - (1 / sqrt (INR D') * delta n m * rsum M (fun k' => p m k' * v k' e) * p m i * q m j))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun m => 1 / sqrt (INR D') * delta n m * rsum M (fun k' => p m k' * v k' e) * p m i * q m j)) _).
      { rule (sum_neg N (fun n' => 1 / sqrt (INR D') * delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j) (fun n' => true)). }
      apply (eq_eq _ (- rsum N (fun n' => 1 / sqrt (INR D') * delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun m => 1 / sqrt (INR D') * delta n m * rsum M (fun k' => p m k' * v k' e) * p m i * q m j)) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun m => delta n m * rsum M (fun k' => p m k' * v k' e) * p m i * q m j)) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n' => delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j) (fun n' => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n' => delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j)) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * (rsum M (fun m => p n m * v m e) * p n i * q n j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n' => delta n' n * rsum M (fun m => p n' m * v m e) * p n' i * q n' j)) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun m => delta m n * rsum M (fun k' => p m k' * v k' e) * p m i * q m j)) _); [ same | ].
      rule_same (sum_delta N (fun n' => rsum M (fun m => p n' m * v m e) * p n' i * q n' j) n). }
    apply (eq_eq _ (rsum N (fun n' => v i e / sqrt (INR D') * delta n n' * p n' i * q n' j)) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun m => v i e / sqrt (INR D') * delta n m * p m i * q m j)) _); [ same | ].
    apply (eq_eq _ (v i e / sqrt (INR D') * rsum N (fun m => delta n m * p m i * q m j)) _).
    { rule_same (sum_factor N (v i e / sqrt (INR D')) (fun n' => delta n n' * p n' i * q n' j) (fun n' => true)). }
    apply (eq_eq _ (v i e / sqrt (INR D') * rsum N (fun n' => delta n n' * p n' i * q n' j)) _); [ same | ].
    apply (eq_eq _ (v i e / sqrt (INR D') * (p n i * q n j)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n' => delta n' n * p n' i * q n' j)) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun m => delta m n * p m i * q m j)) _); [ same | ].
    rule_same (sum_delta N (fun n' => p n' i * q n' j) n). }
  apply (eq_eq _ (- (rsum M (fun m => p n m * v m e) * p n i * q n j / sqrt (INR D')) + p n i * q n j * v i e / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (q n j * p n i * v i e / sqrt (INR D') - q n j * p n i * rsum M (fun m => p n m * v m e) / sqrt (INR D')) _).
  { refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    reflexivity. }
  fractions.
Qed.

(* factor out q_nj *)
Lemma derivative_y_k_4_ring :
  q n j * p n i * v i e / sqrt (INR D') - q n j * p n i * y n e / sqrt (INR D')
  = q n j * p n i * (v i e - y n e) / sqrt (INR D').
Proof.
  apply (eq_eq _ (p n i * q n j * v i e / sqrt (INR D') - p n i * q n j * y n e / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem derivative_y_k :
  is_pd (at2 k i j) (fun k' => y_of M (p_of M (c_of D' q k')) v n e)
  (q n j * p n i * (v i e - y n e) / sqrt (INR D')).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_k_1_chain (eq_eq _ _ _ derivative_y_k_2_lemma (eq_eq _ _ _ derivative_y_k_3_sum_factor derivative_y_k_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_k_outright : option (
  is_pd (at2 k i j) (fun k' => y_of M (p_of M (c_of D' q k')) v n e)
  (q n j * p n i * (v i e - y n e) / sqrt (INR D'))).
Proof.
  attempt "derivative_y_k" by Formula.outright Formula.by_matrix (Formula.Sum M (fun m => (Formula.Mul (Formula.Div (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (q n d)) (Formula.V (m, d))))) (Formula.C (sqrt (INR D'))))) (Formula.Sum M (fun l => (Formula.Exp (Formula.Div (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (q n d)) (Formula.V (l, d))))) (Formula.C (sqrt (INR D')))))))) (Formula.C (v m e))))).
Defined.
End derivative_y_k.

(** * VJP of y for k *)

Section vjp_y_k.
Variables (i j : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < D')%nat.

(* put in ∂y_ne/∂k_ij *)
Lemma vjp_y_k_1_lemma :
  rsum N (fun n => rsum E (fun e => y_bar n e * pd (at2 k i j) (fun k' => y_of M (p_of M (c_of D' q k')) v n e)))
  = rsum N (fun n => rsum E (fun e => y_bar n e * (q n j * p n i * (v i e - y n e) / sqrt (INR D')))).
Proof.
  assert ((forall n, (n < N)%nat -> rsum M (fun l => exp (c n l)) <> 0)).
  { intros n ?.
    sgn. }
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros e ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => pd (at2 p n' m) (fun p' => y_of M p' v n e) * pd (at2 k i j) (fun k' => p_of M (c_of D' q k') n' m)))) _).
  { assert ((forall n', (n' < N)%nat -> rsum M (fun l => exp (c n' l)) <> 0)).
    { intros n' ?.
      sgn. }
    assert (rsum M (fun l => exp (c n l)) <> 0).
    { sgn. }
    apply (chain2 (at2 k i j) N M (fun p' => y_of M p' v n e) (fun k' => p_of M (c_of D' q k'))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => v m e * delta n n' * (p n' m * (delta m i - p n' i) * q n' j / sqrt (INR D'))))) _).
  { assert ((forall n', (n' < N)%nat -> rsum M (fun l => exp (c n' l)) <> 0)).
    { intros n' ?.
      sgn. }
    apply rsum_ext; intros n' ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ ((v m e * delta n n') * (p n' m * (delta m i - p n' i) * q n' j / sqrt (INR D'))) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at2 p n' m) (fun p' => rsum M (fun m' => p' n m' * v m' e))) _).
      { apply pd_ext.
        intros p'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at2 p n' m) (fun p' => rsum M (fun k' => p' n k' * v k' e))) _); [ same | ].
      apply (eq_eq _ (rsum M (fun m' => pd (at2 p n' m) (fun p' => p' n m' * v m' e))) _).
      { rule_same (diff_sum (at2 p n' m) M (fun k' p' => p' n k' * v k' e) (fun k' => true)). }
      apply (eq_eq _ (rsum M (fun m' => v m' e * delta n n' * delta m' m)) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        apply (eq_eq _ (pd (at2 p n' m) (fun p' => v m' e * p' n m')) _).
        { apply pd_ext.
          intros p'; cbv beta.
          arith. }
        apply (eq_eq _ (v m' e * pd (at2 p n' m) (fun p' => p' n m')) _).
        { assert (pd (at2 p n' m) (fun p' => v m' e) = 0).
          { apply constant. }
          rule (diff_scale (at2 p n' m) (fun p' => v m' e) (fun p' => p' n m')). }
        apply (eq_eq _ (v m' e * (delta n n' * delta m' m)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      apply (eq_eq _ (rsum M (fun m' => delta m' m * v m' e * delta n n')) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        arith. }
      rule_same (sum_delta M (fun m' => v m' e * delta n n') m). }
    apply (eq_eq _ (rsum N (fun n'' => rsum M (fun m' => pd (at2 c n'' m') (fun c' => p_of M c' n' m) * pd (at2 k i j) (fun k' => c_of D' q k' n'' m')))) _).
    { assert (rsum M (fun l => exp (c n' l)) <> 0).
      { sgn. }
      apply (chain2 (at2 k i j) N M (fun c' => p_of M c' n' m) (fun k' => c_of D' q k')); [ dsm | premise ]. }
    apply (eq_eq _ (rsum N (fun n'' => rsum M (fun m' => p n' m * delta n' n'' * (delta m m' - p n' m') * (q n'' j * delta m' i / sqrt (INR D'))))) _).
    { assert (rsum M (fun l => exp (c n' l)) <> 0).
      { sgn. }
      apply rsum_ext; intros n'' ?; cbv beta.
      apply rsum_ext; intros m' ?; cbv beta.
      apply (eq_eq _ ((p n' m * delta n' n'' * (delta m m' - p n' m')) * (q n'' j * delta m' i / sqrt (INR D'))) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (pd (at2 c n'' m') (fun c' => exp (c' n' m) / rsum M (fun m'' => exp (c' n' m'')))) _).
        { assert (rsum M (fun l => exp (c n' l)) <> 0).
          { sgn. }
          apply (eq_eq _ (pd (at2 c n'' m') (fun c' => exp (c' n' m) / rsum M (fun l => exp (c' n' l)))) _); [ | same ].
          apply pd_ext.
          intros c'; cbv beta.
          reflexivity. }
        apply (eq_eq _ ((pd (at2 c n'' m') (fun c' => exp (c' n' m)) * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * pd (at2 c n'' m') (fun c' => rsum M (fun m'' => exp (c' n' m'')))) / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { assert (rsum M (fun m'' => exp (c n' m'')) <> 0).
          { sgn. }
          rule (diff_div (at2 c n'' m') (fun c' => exp (c' n' m)) (fun c' => rsum M (fun m'' => exp (c' n' m'')))). }
        apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * rsum M (fun m'' => exp (c n' m'') * delta n' n'' * delta m'' m')) / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          refine (f_equal2 Rplus _ _).
          { apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m') * rsum M (fun m'' => exp (c n' m''))) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (exp (c n' m) * pd (at2 c n'' m') (fun c' => c' n' m)) _).
            { rule (diff_exp (at2 c n'' m') (fun c' => c' n' m)). }
            apply (eq_eq _ (exp (c n' m) * (delta n' n'' * delta m m')) _); [ | same ].
            refine (f_equal2 Rmult eq_refl _).
            apply variable2. }
          refine (f_equal Ropp _).
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (pd (at2 c n'' m') (fun c' => rsum M (fun k' => exp (c' n' k')))) _); [ same | ].
          apply (eq_eq _ (rsum M (fun m'' => pd (at2 c n'' m') (fun c' => exp (c' n' m'')))) _).
          { rule_same (diff_sum (at2 c n'' m') M (fun k' c' => exp (c' n' k')) (fun k' => true)). }
          apply rsum_ext; intros m'' ?; cbv beta.
          apply (eq_eq _ (exp (c n' m'') * pd (at2 c n'' m') (fun c' => c' n' m'')) _).
          { rule (diff_exp (at2 c n'' m') (fun c' => c' n' m'')). }
          apply (eq_eq _ (exp (c n' m'') * (delta n' n'' * delta m'' m')) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply variable2. }
        apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * exp (c n' m') * delta n' n'') / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          refine (f_equal2 Rplus eq_refl _).
          refine (f_equal Ropp _).
          apply (eq_eq _ (exp (c n' m) * (exp (c n' m') * delta n' n'')) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun m'' => delta m'' m' * exp (c n' m'') * delta n' n'')) _).
          { apply rsum_ext; intros m'' ?; cbv beta.
            arith. }
          rule_same (sum_delta M (fun m'' => exp (c n' m'') * delta n' n'') m'). }
        apply (eq_eq _ (exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) / rsum M (fun m'' => exp (c n' m'')) ^ 2 - exp (c n' m) * exp (c n' m') * delta n' n'' / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { fractions. }
        apply (eq_eq _ (p n' m * delta n' n'' * delta m m' - p n' m * p n' m' * delta n' n'') _).
        { assert (rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) <> 0).
          { sgn. }
          apply (eq_eq _ (exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2 - exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) * delta n' n'' / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2) _).
          { refine (f_equal2 Rplus _ _).
            { refine (f_equal2 Rdiv _ _).
              { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) _).
                { refine (f_equal exp _).
                  apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                  { reflexivity. }
                  refine (f_equal2 Rdiv _ eq_refl).
                  apply rsum_ext; intros d ?; cbv beta.
                  arith. }
                apply rsum_ext; intros m'' ?; cbv beta.
                refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              refine (f_equal (fun x => x ^ 2) _).
              apply rsum_ext; intros m'' ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal Ropp _).
            refine (f_equal2 Rdiv _ _).
            { refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal (fun x => x ^ 2) _).
            apply rsum_ext; intros m'' ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          apply (eq_eq _ (delta n' n'' * delta m m' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) - delta n' n'' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2) _).
          { cancel. }
          apply (eq_eq _ (delta n' n'' * delta m m' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) - delta n' n'' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) ^ 2) _); [ same | ].
          symmetry.
          apply (eq_eq _ (exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) * delta n' n'' * delta m m' - exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l => exp (rsum D' (fun d => k l d * q n' d) / sqrt (INR D'))) * (exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun k' => exp (rsum D' (fun d => k k' d * q n' d) / sqrt (INR D')))) * delta n' n'') _).
          { refine (f_equal2 Rplus _ _).
            { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
              apply (eq_eq _ (exp (c n' m) / rsum M (fun l => exp (c n' l))) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ _).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              apply rsum_ext; intros l ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k l d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal Ropp _).
            refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
            { apply (eq_eq _ (exp (c n' m) / rsum M (fun l => exp (c n' l))) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ _).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              apply rsum_ext; intros l ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k l d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            apply (eq_eq _ (exp (c n' m') / rsum M (fun k' => exp (c n' k'))) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ _).
            { refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            apply rsum_ext; intros k' ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k k' d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          fractions. }
        apply (eq_eq _ (delta n' n'' * delta m m' * p n' m - delta n' n'' * p n' m * p n' m') _).
        { arith. }
        symmetry.
        arith. }
      apply (eq_eq _ (pd (at2 k i j) (fun k' => rsum D' (fun d => q n'' d * k' m' d) / sqrt (INR D'))) _).
      { apply pd_ext.
        intros k'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at2 k i j) (fun k' => 1 / sqrt (INR D') * rsum D' (fun d => q n'' d * k' m' d))) _).
      { apply pd_ext.
        intros k'; cbv beta.
        fractions. }
      apply (eq_eq _ (pd (at2 k i j) (fun k' => 1 / sqrt (INR D') * rsum D' (fun d => q n'' d * k' m' d))) _).
      { apply pd_ext.
        intros k'; cbv beta.
        same. }
      apply (eq_eq _ (1 / sqrt (INR D') * pd (at2 k i j) (fun k' => rsum D' (fun d => q n'' d * k' m' d))) _).
      { assert (pd (at2 k i j) (fun k' => 1 / sqrt (INR D')) = 0).
        { apply constant. }
        rule (diff_scale (at2 k i j) (fun k' => 1 / sqrt (INR D')) (fun k' => rsum D' (fun d => q n'' d * k' m' d))). }
      apply (eq_eq _ (pd (at2 k i j) (fun k' => rsum D' (fun d => q n'' d * k' m' d)) / sqrt (INR D')) _).
      { fractions. }
      apply (eq_eq _ (rsum D' (fun m'' => q n'' m'' * delta m' i * delta m'' j) / sqrt (INR D')) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (pd (at2 k i j) (fun k' => rsum D' (fun k'' => q n'' k'' * k' m' k''))) _); [ same | ].
        apply (eq_eq _ (rsum D' (fun m'' => pd (at2 k i j) (fun k' => q n'' m'' * k' m' m''))) _).
        { rule_same (diff_sum (at2 k i j) D' (fun k' k'' => q n'' k' * k'' m' k') (fun k' => true)). }
        apply rsum_ext; intros m'' ?; cbv beta.
        apply (eq_eq _ (pd (at2 k i j) (fun k' => q n'' m'' * k' m' m'')) _).
        { apply pd_ext.
          intros k'; cbv beta.
          same. }
        apply (eq_eq _ (q n'' m'' * pd (at2 k i j) (fun k' => k' m' m'')) _).
        { assert (pd (at2 k i j) (fun k' => q n'' m'') = 0).
          { apply constant. }
          rule (diff_scale (at2 k i j) (fun k' => q n'' m'') (fun k' => k' m' m'')). }
        apply (eq_eq _ (q n'' m'' * (delta m' i * delta m'' j)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (rsum D' (fun m'' => delta m'' j * q n'' m'' * delta m' i)) _).
      { apply rsum_ext; intros m'' ?; cbv beta.
        arith. }
      rule_same (sum_delta D' (fun m'' => q n'' m'' * delta m' i) j). }
    apply (eq_eq _ (rsum N (fun n'' => p n' m * delta n' n'' * (delta m i - p n' i) * q n'' j / sqrt (INR D'))) _).
    { apply rsum_ext; intros n'' ?; cbv beta.
      apply (eq_eq _ (rsum M (fun m' => delta m' i * (p n' m * delta n' n'' * (delta m m' - p n' m') * q n'' j / sqrt (INR D')))) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        fractions. }
      rule_same (sum_delta M (fun m' => p n' m * delta n' n'' * (delta m m' - p n' m') * q n'' j / sqrt (INR D')) i). }
    apply (eq_eq _ (rsum N (fun n'' => delta n'' n' * (p n' m * (delta m i - p n' i) * q n'' j / sqrt (INR D')))) _).
    { apply rsum_ext; intros n'' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun m' => delta m' n' * (p n' m * (delta m i - p n' i) * q m' j / sqrt (INR D')))) _); [ same | ].
    rule (sum_delta N (fun n'' => p n' m * (delta m i - p n' i) * q n'' j / sqrt (INR D')) n'). }
  apply (eq_eq _ (rsum N (fun n' => - (delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j / sqrt (INR D')) + delta n n' * p n' i * q n' j * v i e / sqrt (INR D'))) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => delta n n' * delta m i * p n' m * q n' j * v m e / sqrt (INR D') - delta n n' * p n' i * p n' m * q n' j * v m e / sqrt (INR D'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun m => delta n n' * delta m i * p n' m * q n' j * v m e / sqrt (INR D')) + rsum M (fun m => - (delta n n' * p n' i * p n' m * q n' j * v m e / sqrt (INR D')))) _).
    { rule (sum_add M (fun m => delta n n' * delta m i * p n' m * q n' j * v m e / sqrt (INR D')) (fun m => - (delta n n' * p n' i * p n' m * q n' j * v m e / sqrt (INR D'))) (fun m => true)). }
    apply (eq_eq _ (delta n n' * q n' j / sqrt (INR D') * p n' i * v i e - delta n n' * p n' i * q n' j / sqrt (INR D') * rsum M (fun m => p n' m * v m e)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m => delta n n' * q n' j / sqrt (INR D') * delta m i * p n' m * v m e)) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (delta n n' * q n' j / sqrt (INR D') * rsum M (fun l => delta l i * p n' l * v l e)) _).
        { rule_same (sum_factor M (delta n n' * q n' j / sqrt (INR D')) (fun m => delta m i * p n' m * v m e) (fun m => true)). }
        apply (eq_eq _ (delta n n' * q n' j / sqrt (INR D') * rsum M (fun m => delta m i * p n' m * v m e)) _); [ same | ].
        apply (eq_eq _ (delta n n' * q n' j / sqrt (INR D') * (p n' i * v i e)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun l => delta l i * p n' l * v l e)) _); [ same | ].
        rule_same (sum_delta M (fun m => p n' m * v m e) i). }
      apply (eq_eq _ (rsum M (fun m => - (delta n n' * p n' i * q n' j / sqrt (INR D') * p n' m * v m e))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum M (fun m => delta n n' * p n' i * q n' j / sqrt (INR D') * p n' m * v m e)) _).
      { rule (sum_neg M (fun m => delta n n' * p n' i * q n' j / sqrt (INR D') * p n' m * v m e) (fun m => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (delta n n' * p n' i * q n' j / sqrt (INR D') * rsum M (fun k' => p n' k' * v k' e)) _); [ | same ].
      rule_same (sum_factor M (delta n n' * p n' i * q n' j / sqrt (INR D')) (fun m => p n' m * v m e) (fun m => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun m => - (delta n m * rsum M (fun k' => p m k' * v k' e) * p m i * q m j / sqrt (INR D')) + delta n m * p m i * q m j * v i e / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun m => - (delta n m * rsum M (fun k' => p m k' * v k' e) * p m i * q m j / sqrt (INR D'))) + rsum N (fun m => delta n m * p m i * q m j * v i e / sqrt (INR D'))) _).
  { rule (sum_add N (fun n' => - (delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j / sqrt (INR D'))) (fun n' => delta n n' * p n' i * q n' j * v i e / sqrt (INR D')) (fun n' => true)). }
  apply (eq_eq _ (rsum N (fun n' => - (delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j / sqrt (INR D'))) + rsum N (fun n' => delta n n' * p n' i * q n' j * v i e / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (- (1 / sqrt (INR D') * rsum M (fun m => p n m * v m e) * p n i * q n j) + v i e / sqrt (INR D') * p n i * q n j) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n' => - (1 / sqrt (INR D') * delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j))) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun m => - (1 / sqrt (INR D') * delta n m * rsum M (fun k' => p m k' * v k' e) * p m i * q m j))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun m => 1 / sqrt (INR D') * delta n m * rsum M (fun k' => p m k' * v k' e) * p m i * q m j)) _).
      { rule (sum_neg N (fun n' => 1 / sqrt (INR D') * delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j) (fun n' => true)). }
      apply (eq_eq _ (- rsum N (fun n' => 1 / sqrt (INR D') * delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun m => 1 / sqrt (INR D') * delta n m * rsum M (fun k' => p m k' * v k' e) * p m i * q m j)) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun m => delta n m * rsum M (fun k' => p m k' * v k' e) * p m i * q m j)) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n' => delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j) (fun n' => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n' => delta n n' * rsum M (fun m => p n' m * v m e) * p n' i * q n' j)) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * (rsum M (fun m => p n m * v m e) * p n i * q n j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n' => delta n' n * rsum M (fun m => p n' m * v m e) * p n' i * q n' j)) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun m => delta m n * rsum M (fun k' => p m k' * v k' e) * p m i * q m j)) _); [ same | ].
      rule_same (sum_delta N (fun n' => rsum M (fun m => p n' m * v m e) * p n' i * q n' j) n). }
    apply (eq_eq _ (rsum N (fun n' => v i e / sqrt (INR D') * delta n n' * p n' i * q n' j)) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun m => v i e / sqrt (INR D') * delta n m * p m i * q m j)) _); [ same | ].
    apply (eq_eq _ (v i e / sqrt (INR D') * rsum N (fun m => delta n m * p m i * q m j)) _).
    { rule_same (sum_factor N (v i e / sqrt (INR D')) (fun n' => delta n n' * p n' i * q n' j) (fun n' => true)). }
    apply (eq_eq _ (v i e / sqrt (INR D') * rsum N (fun n' => delta n n' * p n' i * q n' j)) _); [ same | ].
    apply (eq_eq _ (v i e / sqrt (INR D') * (p n i * q n j)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n' => delta n' n * p n' i * q n' j)) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun m => delta m n * p m i * q m j)) _); [ same | ].
    rule_same (sum_delta N (fun n' => p n' i * q n' j) n). }
  apply (eq_eq _ (- (rsum M (fun m => p n m * v m e) * p n i * q n j / sqrt (INR D')) + p n i * q n j * v i e / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (q n j * p n i * v i e / sqrt (INR D') - q n j * p n i * y n e / sqrt (INR D')) _).
  { symmetry.
    apply (eq_eq _ (q n j * p n i * v i e / sqrt (INR D') - q n j * p n i * rsum M (fun m => p n m * v m e) / sqrt (INR D')) _).
    { refine (f_equal2 Rplus eq_refl _).
      refine (f_equal Ropp _).
      refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      reflexivity. }
    fractions. }
  apply (eq_eq _ (p n i * q n j * v i e / sqrt (INR D') - p n i * q n j * y n e / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma vjp_y_k_2_sum_factor :
  rsum N (fun n => rsum E (fun e => y_bar n e * (q n j * p n i * (v i e - y n e) / sqrt (INR D'))))
  = rsum E (fun l => rsum N (fun m => p m i * (v i l - y m l) * q m j * y_bar m l)) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum N (fun n => rsum E (fun e => v i e * y_bar n e) * p n i * q n j / sqrt (INR D') - rsum E (fun e => y n e * y_bar n e) * p n i * q n j / sqrt (INR D'))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum E (fun e => p n i * q n j * v i e * y_bar n e / sqrt (INR D') - p n i * q n j * y n e * y_bar n e / sqrt (INR D'))) _).
    { apply rsum_ext; intros e ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum E (fun k' => p n i * q n j * v i k' * y_bar n k' / sqrt (INR D') - p n i * q n j * y n k' * y_bar n k' / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (rsum E (fun k' => p n i * q n j * v i k' * y_bar n k' / sqrt (INR D')) + rsum E (fun k' => - (p n i * q n j * y n k' * y_bar n k' / sqrt (INR D')))) _).
    { rule (sum_add E (fun e => p n i * q n j * v i e * y_bar n e / sqrt (INR D')) (fun e => - (p n i * q n j * y n e * y_bar n e / sqrt (INR D'))) (fun e => true)). }
    apply (eq_eq _ (rsum E (fun e => p n i * q n j * v i e * y_bar n e / sqrt (INR D')) + rsum E (fun e => - (p n i * q n j * y n e * y_bar n e / sqrt (INR D')))) _); [ same | ].
    apply (eq_eq _ (p n i * q n j / sqrt (INR D') * rsum E (fun e => v i e * y_bar n e) - p n i * q n j / sqrt (INR D') * rsum E (fun e => y n e * y_bar n e)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum E (fun e => p n i * q n j / sqrt (INR D') * v i e * y_bar n e)) _).
        { apply rsum_ext; intros e ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum E (fun k' => p n i * q n j / sqrt (INR D') * v i k' * y_bar n k')) _); [ same | ].
        apply (eq_eq _ (p n i * q n j / sqrt (INR D') * rsum E (fun k' => v i k' * y_bar n k')) _); [ | same ].
        rule_same (sum_factor E (p n i * q n j / sqrt (INR D')) (fun e => v i e * y_bar n e) (fun e => true)). }
      apply (eq_eq _ (rsum E (fun e => - (p n i * q n j / sqrt (INR D') * y n e * y_bar n e))) _).
      { apply rsum_ext; intros e ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum E (fun k' => - (p n i * q n j / sqrt (INR D') * y n k' * y_bar n k'))) _); [ same | ].
      apply (eq_eq _ (- rsum E (fun k' => p n i * q n j / sqrt (INR D') * y n k' * y_bar n k')) _).
      { rule (sum_neg E (fun e => p n i * q n j / sqrt (INR D') * y n e * y_bar n e) (fun e => true)). }
      apply (eq_eq _ (- rsum E (fun e => p n i * q n j / sqrt (INR D') * y n e * y_bar n e)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum E (fun k' => p n i * q n j / sqrt (INR D') * y n k' * y_bar n k')) _); [ same | ].
      apply (eq_eq _ (p n i * q n j / sqrt (INR D') * rsum E (fun k' => y n k' * y_bar n k')) _); [ | same ].
      rule_same (sum_factor E (p n i * q n j / sqrt (INR D')) (fun e => y n e * y_bar n e) (fun e => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k' => rsum E (fun e => v i e * y_bar k' e) * p k' i * q k' j / sqrt (INR D') - rsum E (fun e => y k' e * y_bar k' e) * p k' i * q k' j / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k' => rsum E (fun e => v i e * y_bar k' e) * p k' i * q k' j / sqrt (INR D')) + rsum N (fun k' => - (rsum E (fun e => y k' e * y_bar k' e) * p k' i * q k' j / sqrt (INR D')))) _).
  { rule (sum_add N (fun n => rsum E (fun e => v i e * y_bar n e) * p n i * q n j / sqrt (INR D')) (fun n => - (rsum E (fun e => y n e * y_bar n e) * p n i * q n j / sqrt (INR D'))) (fun n => true)). }
  apply (eq_eq _ (rsum N (fun n => rsum E (fun e => v i e * y_bar n e) * p n i * q n j / sqrt (INR D')) + rsum N (fun n => - (rsum E (fun e => y n e * y_bar n e) * p n i * q n j / sqrt (INR D')))) _); [ same | ].
  apply (eq_eq _ (1 / sqrt (INR D') * rsum E (fun l => rsum N (fun k' => p k' i * q k' j * v i l * y_bar k' l)) - 1 / sqrt (INR D') * rsum E (fun l => rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n => 1 / sqrt (INR D') * rsum E (fun e => v i e * y_bar n e) * p n i * q n j)) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k' => 1 / sqrt (INR D') * rsum E (fun e => v i e * y_bar k' e) * p k' i * q k' j)) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun k' => rsum E (fun e => v i e * y_bar k' e) * p k' i * q k' j)) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n => rsum E (fun e => v i e * y_bar n e) * p n i * q n j) (fun n => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n => rsum E (fun e => v i e * y_bar n e) * p n i * q n j)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n => p n i * q n j * rsum E (fun e => v i e * y_bar n e))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun n => rsum E (fun k' => p n i * q n j * v i k' * y_bar n k'))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        apply (eq_eq _ (p n i * q n j * rsum E (fun k' => v i k' * y_bar n k')) _); [ same | ].
        symmetry.
        rule_same (sum_factor E (p n i * q n j) (fun e => v i e * y_bar n e) (fun e => true)). }
      apply (eq_eq _ (rsum N (fun k' => rsum E (fun l => p k' i * q k' j * v i l * y_bar k' l))) _); [ same | ].
      rule (sum_swap N E (fun n k' => p n i * q n j * v i k' * y_bar n k')). }
    apply (eq_eq _ (rsum N (fun n => - (1 / sqrt (INR D') * rsum E (fun e => y n e * y_bar n e) * p n i * q n j))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k' => - (1 / sqrt (INR D') * rsum E (fun e => y k' e * y_bar k' e) * p k' i * q k' j))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k' => 1 / sqrt (INR D') * rsum E (fun e => y k' e * y_bar k' e) * p k' i * q k' j)) _).
    { rule (sum_neg N (fun n => 1 / sqrt (INR D') * rsum E (fun e => y n e * y_bar n e) * p n i * q n j) (fun n => true)). }
    apply (eq_eq _ (- rsum N (fun n => 1 / sqrt (INR D') * rsum E (fun e => y n e * y_bar n e) * p n i * q n j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k' => 1 / sqrt (INR D') * rsum E (fun e => y k' e * y_bar k' e) * p k' i * q k' j)) _); [ same | ].
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun k' => rsum E (fun e => y k' e * y_bar k' e) * p k' i * q k' j)) _).
    { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n => rsum E (fun e => y n e * y_bar n e) * p n i * q n j) (fun n => true)). }
    apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n => rsum E (fun e => y n e * y_bar n e) * p n i * q n j)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n => p n i * q n j * rsum E (fun e => y n e * y_bar n e))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun n => rsum E (fun k' => p n i * q n j * y n k' * y_bar n k'))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      apply (eq_eq _ (p n i * q n j * rsum E (fun k' => y n k' * y_bar n k')) _); [ same | ].
      symmetry.
      rule_same (sum_factor E (p n i * q n j) (fun e => y n e * y_bar n e) (fun e => true)). }
    apply (eq_eq _ (rsum N (fun k' => rsum E (fun l => p k' i * q k' j * y k' l * y_bar k' l))) _); [ same | ].
    rule (sum_swap N E (fun n k' => p n i * q n j * y n k' * y_bar n k')). }
  apply (eq_eq _ (rsum E (fun l => rsum N (fun k' => p k' i * q k' j * v i l * y_bar k' l)) / sqrt (INR D') - rsum E (fun l => rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l)) / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (rsum E (fun l => rsum N (fun k' => p k' i * (v i l - y k' l) * q k' j * y_bar k' l)) / sqrt (INR D')) _); [ | same ].
  symmetry.
  apply (eq_eq _ (((-1) * rsum E (fun l => rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l)) + rsum E (fun l => rsum N (fun k' => p k' i * q k' j * v i l * y_bar k' l))) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum E (fun l => - rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l) + rsum N (fun k' => p k' i * q k' j * y_bar k' l) * v i l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum N (fun k' => p k' i * q k' j * v i l * y_bar k' l - p k' i * q k' j * y k' l * y_bar k' l)) _).
      { apply rsum_ext; intros k' ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k' => p k' i * q k' j * v i l * y_bar k' l) + rsum N (fun k' => - (p k' i * q k' j * y k' l * y_bar k' l))) _).
      { rule (sum_add N (fun k' => p k' i * q k' j * v i l * y_bar k' l) (fun k' => - (p k' i * q k' j * y k' l * y_bar k' l)) (fun k' => true)). }
      apply (eq_eq _ (v i l * rsum N (fun k' => p k' i * q k' j * y_bar k' l) + (-1) * rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l)) _).
      { refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum N (fun k' => v i l * p k' i * q k' j * y_bar k' l)) _).
          { apply rsum_ext; intros k' ?; cbv beta.
            arith. }
          rule_same (sum_factor N (v i l) (fun k' => p k' i * q k' j * y_bar k' l) (fun k' => true)). }
        apply (eq_eq _ (rsum N (fun k' => (-1) * p k' i * q k' j * y k' l * y_bar k' l)) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        rule_same (sum_factor N (-1) (fun k' => p k' i * q k' j * y k' l * y_bar k' l) (fun k' => true)). }
      arith. }
    apply (eq_eq _ (rsum E (fun k' => - rsum N (fun m => p m i * q m j * y m k' * y_bar m k') + rsum N (fun m => p m i * q m j * y_bar m k') * v i k')) _); [ same | ].
    apply (eq_eq _ (rsum E (fun k' => - rsum N (fun m => p m i * q m j * y m k' * y_bar m k')) + rsum E (fun k' => rsum N (fun m => p m i * q m j * y_bar m k') * v i k')) _).
    { rule (sum_add E (fun l => - rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l)) (fun l => rsum N (fun k' => p k' i * q k' j * y_bar k' l) * v i l) (fun l => true)). }
    apply (eq_eq _ (rsum E (fun l => - rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l)) + rsum E (fun l => rsum N (fun k' => p k' i * q k' j * y_bar k' l) * v i l)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum E (fun l => (-1) * rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum E (fun k' => (-1) * rsum N (fun m => p m i * q m j * y m k' * y_bar m k'))) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum E (fun k' => rsum N (fun m => p m i * q m j * y m k' * y_bar m k'))) _); [ | same ].
      rule (sum_factor E (-1) (fun l => rsum N (fun k' => p k' i * q k' j * y k' l * y_bar k' l)) (fun l => true)). }
    apply (eq_eq _ (rsum E (fun l => v i l * rsum N (fun k' => p k' i * q k' j * y_bar k' l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum E (fun l => rsum N (fun k' => v i l * p k' i * q k' j * y_bar k' l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor N (v i l) (fun k' => p k' i * q k' j * y_bar k' l) (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k' ?; cbv beta.
    arith. }
  fractions.
Qed.

Lemma vjp_y_k_needs_1 :
  (forall n, (n < N)%nat -> rsum M (fun l => exp (c n l)) <> 0).
Proof.
  intros n ?.
  sgn.
Qed.

Theorem vjp_y_k :
  rsum N (fun n => rsum E (fun e => y_bar n e * pd (at2 k i j) (fun k' => y_of M (p_of M (c_of D' q k')) v n e)))
  = rsum E (fun l => rsum N (fun m => p m i * (v i l - y m l) * q m j * y_bar m l)) / sqrt (INR D').
Proof.
  pose proof vjp_y_k_needs_1.
  exact (eq_eq _ _ _ vjp_y_k_1_lemma vjp_y_k_2_sum_factor).
Qed.
End vjp_y_k.

(** * JVP of y for k *)

Section jvp_y_k.
Variables (e n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis n_in : (n < N)%nat.

(* put in ∂y_ne/∂k_kl *)
Lemma jvp_y_k_1_lemma :
  rsum M (fun k' => rsum D' (fun l => pd (at2 k k' l) (fun k'' => y_of M (p_of M (c_of D' q k'')) v n e) * k_dot k' l))
  = rsum M (fun m => rsum D' (fun l => q n l * p n m * (v m e - y n e) / sqrt (INR D') * k_dot m l)).
Proof.
  assert (rsum M (fun l => exp (c n l)) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => q n l * p n k' * (v k' e - y n e) / sqrt (INR D') * k_dot k' l))) _); [ | same ].
  apply rsum_ext; intros k' ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => pd (at2 p n' m) (fun p' => y_of M p' v n e) * pd (at2 k k' l) (fun k'' => p_of M (c_of D' q k'') n' m)))) _).
  { assert ((forall n', (n' < N)%nat -> rsum M (fun l' => exp (c n' l')) <> 0)).
    { intros n' ?.
      sgn. }
    assert (rsum M (fun l' => exp (c n l')) <> 0).
    { sgn. }
    apply (chain2 (at2 k k' l) N M (fun p' => y_of M p' v n e) (fun k'' => p_of M (c_of D' q k''))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum N (fun n' => rsum M (fun m => v m e * delta n n' * (p n' m * (delta m k' - p n' k') * q n' l / sqrt (INR D'))))) _).
  { assert ((forall n', (n' < N)%nat -> rsum M (fun l' => exp (c n' l')) <> 0)).
    { intros n' ?.
      sgn. }
    apply rsum_ext; intros n' ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ ((v m e * delta n n') * (p n' m * (delta m k' - p n' k') * q n' l / sqrt (INR D'))) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at2 p n' m) (fun p' => rsum M (fun m' => p' n m' * v m' e))) _).
      { apply pd_ext.
        intros p'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at2 p n' m) (fun p' => rsum M (fun k'' => p' n k'' * v k'' e))) _); [ same | ].
      apply (eq_eq _ (rsum M (fun m' => pd (at2 p n' m) (fun p' => p' n m' * v m' e))) _).
      { rule_same (diff_sum (at2 p n' m) M (fun k'' p' => p' n k'' * v k'' e) (fun k'' => true)). }
      apply (eq_eq _ (rsum M (fun m' => v m' e * delta n n' * delta m' m)) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        apply (eq_eq _ (pd (at2 p n' m) (fun p' => v m' e * p' n m')) _).
        { apply pd_ext.
          intros p'; cbv beta.
          arith. }
        apply (eq_eq _ (v m' e * pd (at2 p n' m) (fun p' => p' n m')) _).
        { assert (pd (at2 p n' m) (fun p' => v m' e) = 0).
          { apply constant. }
          rule (diff_scale (at2 p n' m) (fun p' => v m' e) (fun p' => p' n m')). }
        apply (eq_eq _ (v m' e * (delta n n' * delta m' m)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      apply (eq_eq _ (rsum M (fun m' => delta m' m * v m' e * delta n n')) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        arith. }
      rule_same (sum_delta M (fun m' => v m' e * delta n n') m). }
    apply (eq_eq _ (rsum N (fun n'' => rsum M (fun m' => pd (at2 c n'' m') (fun c' => p_of M c' n' m) * pd (at2 k k' l) (fun k'' => c_of D' q k'' n'' m')))) _).
    { assert (rsum M (fun l' => exp (c n' l')) <> 0).
      { sgn. }
      apply (chain2 (at2 k k' l) N M (fun c' => p_of M c' n' m) (fun k'' => c_of D' q k'')); [ dsm | premise ]. }
    apply (eq_eq _ (rsum N (fun n'' => rsum M (fun m' => p n' m * delta n' n'' * (delta m m' - p n' m') * (q n'' l * delta m' k' / sqrt (INR D'))))) _).
    { assert (rsum M (fun l' => exp (c n' l')) <> 0).
      { sgn. }
      apply rsum_ext; intros n'' ?; cbv beta.
      apply rsum_ext; intros m' ?; cbv beta.
      apply (eq_eq _ ((p n' m * delta n' n'' * (delta m m' - p n' m')) * (q n'' l * delta m' k' / sqrt (INR D'))) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (pd (at2 c n'' m') (fun c' => exp (c' n' m) / rsum M (fun m'' => exp (c' n' m'')))) _).
        { assert (rsum M (fun l' => exp (c n' l')) <> 0).
          { sgn. }
          apply (eq_eq _ (pd (at2 c n'' m') (fun c' => exp (c' n' m) / rsum M (fun l' => exp (c' n' l')))) _); [ | same ].
          apply pd_ext.
          intros c'; cbv beta.
          reflexivity. }
        apply (eq_eq _ ((pd (at2 c n'' m') (fun c' => exp (c' n' m)) * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * pd (at2 c n'' m') (fun c' => rsum M (fun m'' => exp (c' n' m'')))) / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { assert (rsum M (fun m'' => exp (c n' m'')) <> 0).
          { sgn. }
          rule (diff_div (at2 c n'' m') (fun c' => exp (c' n' m)) (fun c' => rsum M (fun m'' => exp (c' n' m'')))). }
        apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * rsum M (fun m'' => exp (c n' m'') * delta n' n'' * delta m'' m')) / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          refine (f_equal2 Rplus _ _).
          { apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m') * rsum M (fun m'' => exp (c n' m''))) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (exp (c n' m) * pd (at2 c n'' m') (fun c' => c' n' m)) _).
            { rule (diff_exp (at2 c n'' m') (fun c' => c' n' m)). }
            apply (eq_eq _ (exp (c n' m) * (delta n' n'' * delta m m')) _); [ | same ].
            refine (f_equal2 Rmult eq_refl _).
            apply variable2. }
          refine (f_equal Ropp _).
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (pd (at2 c n'' m') (fun c' => rsum M (fun k'' => exp (c' n' k'')))) _); [ same | ].
          apply (eq_eq _ (rsum M (fun m'' => pd (at2 c n'' m') (fun c' => exp (c' n' m'')))) _).
          { rule_same (diff_sum (at2 c n'' m') M (fun k'' c' => exp (c' n' k'')) (fun k'' => true)). }
          apply rsum_ext; intros m'' ?; cbv beta.
          apply (eq_eq _ (exp (c n' m'') * pd (at2 c n'' m') (fun c' => c' n' m'')) _).
          { rule (diff_exp (at2 c n'' m') (fun c' => c' n' m'')). }
          apply (eq_eq _ (exp (c n' m'') * (delta n' n'' * delta m'' m')) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply variable2. }
        apply (eq_eq _ ((exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) - exp (c n' m) * exp (c n' m') * delta n' n'') / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          refine (f_equal2 Rplus eq_refl _).
          refine (f_equal Ropp _).
          apply (eq_eq _ (exp (c n' m) * (exp (c n' m') * delta n' n'')) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun m'' => delta m'' m' * exp (c n' m'') * delta n' n'')) _).
          { apply rsum_ext; intros m'' ?; cbv beta.
            arith. }
          rule_same (sum_delta M (fun m'' => exp (c n' m'') * delta n' n'') m'). }
        apply (eq_eq _ (exp (c n' m) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (c n' m'')) / rsum M (fun m'' => exp (c n' m'')) ^ 2 - exp (c n' m) * exp (c n' m') * delta n' n'' / rsum M (fun m'' => exp (c n' m'')) ^ 2) _).
        { fractions. }
        apply (eq_eq _ (p n' m * delta n' n'' * delta m m' - p n' m * p n' m' * delta n' n'') _).
        { assert (rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) <> 0).
          { sgn. }
          apply (eq_eq _ (exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * delta n' n'' * delta m m' * rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2 - exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) * delta n' n'' / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2) _).
          { refine (f_equal2 Rplus _ _).
            { refine (f_equal2 Rdiv _ _).
              { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) _).
                { refine (f_equal exp _).
                  apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                  { reflexivity. }
                  refine (f_equal2 Rdiv _ eq_refl).
                  apply rsum_ext; intros d ?; cbv beta.
                  arith. }
                apply rsum_ext; intros m'' ?; cbv beta.
                refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              refine (f_equal (fun x => x ^ 2) _).
              apply rsum_ext; intros m'' ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal Ropp _).
            refine (f_equal2 Rdiv _ _).
            { refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal (fun x => x ^ 2) _).
            apply rsum_ext; intros m'' ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k m'' d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          apply (eq_eq _ (delta n' n'' * delta m m' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) - delta n' n'' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun m'' => exp (rsum D' (fun d => k m'' d * q n' d) / sqrt (INR D'))) ^ 2) _).
          { cancel. }
          apply (eq_eq _ (delta n' n'' * delta m m' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q n' d) / sqrt (INR D'))) - delta n' n'' * exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) * exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q n' d) / sqrt (INR D'))) ^ 2) _); [ same | ].
          symmetry.
          apply (eq_eq _ (exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q n' d) / sqrt (INR D'))) * delta n' n'' * delta m m' - exp (rsum D' (fun d => k m d * q n' d) / sqrt (INR D')) / rsum M (fun l' => exp (rsum D' (fun d => k l' d * q n' d) / sqrt (INR D'))) * (exp (rsum D' (fun d => k m' d * q n' d) / sqrt (INR D')) / rsum M (fun k'' => exp (rsum D' (fun d => k k'' d * q n' d) / sqrt (INR D')))) * delta n' n'') _).
          { refine (f_equal2 Rplus _ _).
            { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
              apply (eq_eq _ (exp (c n' m) / rsum M (fun l' => exp (c n' l'))) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ _).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              apply rsum_ext; intros l' ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k l' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            refine (f_equal Ropp _).
            refine (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl).
            { apply (eq_eq _ (exp (c n' m) / rsum M (fun l' => exp (c n' l'))) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ _).
              { refine (f_equal exp _).
                apply (eq_eq _ (rsum D' (fun d => q n' d * k m d) / sqrt (INR D')) _).
                { reflexivity. }
                refine (f_equal2 Rdiv _ eq_refl).
                apply rsum_ext; intros d ?; cbv beta.
                arith. }
              apply rsum_ext; intros l' ?; cbv beta.
              refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k l' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            apply (eq_eq _ (exp (c n' m') / rsum M (fun k'' => exp (c n' k''))) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ _).
            { refine (f_equal exp _).
              apply (eq_eq _ (rsum D' (fun d => q n' d * k m' d) / sqrt (INR D')) _).
              { reflexivity. }
              refine (f_equal2 Rdiv _ eq_refl).
              apply rsum_ext; intros d ?; cbv beta.
              arith. }
            apply rsum_ext; intros k'' ?; cbv beta.
            refine (f_equal exp _).
            apply (eq_eq _ (rsum D' (fun d => q n' d * k k'' d) / sqrt (INR D')) _).
            { reflexivity. }
            refine (f_equal2 Rdiv _ eq_refl).
            apply rsum_ext; intros d ?; cbv beta.
            arith. }
          fractions. }
        apply (eq_eq _ (delta n' n'' * delta m m' * p n' m - delta n' n'' * p n' m * p n' m') _).
        { arith. }
        symmetry.
        arith. }
      apply (eq_eq _ (pd (at2 k k' l) (fun k'' => rsum D' (fun d => q n'' d * k'' m' d) / sqrt (INR D'))) _).
      { apply pd_ext.
        intros k''; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at2 k k' l) (fun k'' => 1 / sqrt (INR D') * rsum D' (fun d => q n'' d * k'' m' d))) _).
      { apply pd_ext.
        intros k''; cbv beta.
        fractions. }
      apply (eq_eq _ (pd (at2 k k' l) (fun k'' => 1 / sqrt (INR D') * rsum D' (fun d => q n'' d * k'' m' d))) _).
      { apply pd_ext.
        intros k''; cbv beta.
        same. }
      apply (eq_eq _ (1 / sqrt (INR D') * pd (at2 k k' l) (fun k'' => rsum D' (fun d => q n'' d * k'' m' d))) _).
      { assert (pd (at2 k k' l) (fun k'' => 1 / sqrt (INR D')) = 0).
        { apply constant. }
        rule (diff_scale (at2 k k' l) (fun k'' => 1 / sqrt (INR D')) (fun k'' => rsum D' (fun d => q n'' d * k'' m' d))). }
      apply (eq_eq _ (pd (at2 k k' l) (fun k'' => rsum D' (fun d => q n'' d * k'' m' d)) / sqrt (INR D')) _).
      { fractions. }
      apply (eq_eq _ (rsum D' (fun m'' => q n'' m'' * delta m' k' * delta m'' l) / sqrt (INR D')) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (pd (at2 k k' l) (fun k'' => rsum D' (fun k''' => q n'' k''' * k'' m' k'''))) _); [ same | ].
        apply (eq_eq _ (rsum D' (fun m'' => pd (at2 k k' l) (fun k'' => q n'' m'' * k'' m' m''))) _).
        { rule_same (diff_sum (at2 k k' l) D' (fun k'' k''' => q n'' k'' * k''' m' k'') (fun k'' => true)). }
        apply rsum_ext; intros m'' ?; cbv beta.
        apply (eq_eq _ (pd (at2 k k' l) (fun k'' => q n'' m'' * k'' m' m'')) _).
        { apply pd_ext.
          intros k''; cbv beta.
          same. }
        apply (eq_eq _ (q n'' m'' * pd (at2 k k' l) (fun k'' => k'' m' m'')) _).
        { assert (pd (at2 k k' l) (fun k'' => q n'' m'') = 0).
          { apply constant. }
          rule (diff_scale (at2 k k' l) (fun k'' => q n'' m'') (fun k'' => k'' m' m'')). }
        apply (eq_eq _ (q n'' m'' * (delta m' k' * delta m'' l)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (rsum D' (fun m'' => delta m'' l * q n'' m'' * delta m' k')) _).
      { apply rsum_ext; intros m'' ?; cbv beta.
        arith. }
      rule_same (sum_delta D' (fun m'' => q n'' m'' * delta m' k') l). }
    apply (eq_eq _ (rsum N (fun n'' => p n' m * delta n' n'' * (delta m k' - p n' k') * q n'' l / sqrt (INR D'))) _).
    { apply rsum_ext; intros n'' ?; cbv beta.
      apply (eq_eq _ (rsum M (fun m' => delta m' k' * (p n' m * delta n' n'' * (delta m m' - p n' m') * q n'' l / sqrt (INR D')))) _).
      { apply rsum_ext; intros m' ?; cbv beta.
        fractions. }
      rule_same (sum_delta M (fun m' => p n' m * delta n' n'' * (delta m m' - p n' m') * q n'' l / sqrt (INR D')) k'). }
    apply (eq_eq _ (rsum N (fun n'' => delta n'' n' * (p n' m * (delta m k' - p n' k') * q n'' l / sqrt (INR D')))) _).
    { apply rsum_ext; intros n'' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun m' => delta m' n' * (p n' m * (delta m k' - p n' k') * q m' l / sqrt (INR D')))) _); [ same | ].
    rule (sum_delta N (fun n'' => p n' m * (delta m k' - p n' k') * q n'' l / sqrt (INR D')) n'). }
  apply (eq_eq _ (rsum N (fun n' => - (delta n n' * rsum M (fun m => p n' m * v m e) * p n' k' * q n' l / sqrt (INR D')) + delta n n' * p n' k' * q n' l * v k' e / sqrt (INR D'))) _).
  { apply rsum_ext; intros n' ?; cbv beta.
    apply (eq_eq _ (rsum M (fun m => delta n n' * delta m k' * p n' m * q n' l * v m e / sqrt (INR D') - delta n n' * p n' k' * p n' m * q n' l * v m e / sqrt (INR D'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun m => delta n n' * delta m k' * p n' m * q n' l * v m e / sqrt (INR D')) + rsum M (fun m => - (delta n n' * p n' k' * p n' m * q n' l * v m e / sqrt (INR D')))) _).
    { rule (sum_add M (fun m => delta n n' * delta m k' * p n' m * q n' l * v m e / sqrt (INR D')) (fun m => - (delta n n' * p n' k' * p n' m * q n' l * v m e / sqrt (INR D'))) (fun m => true)). }
    apply (eq_eq _ (delta n n' * q n' l / sqrt (INR D') * p n' k' * v k' e - delta n n' * p n' k' * q n' l / sqrt (INR D') * rsum M (fun m => p n' m * v m e)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum M (fun m => delta n n' * q n' l / sqrt (INR D') * delta m k' * p n' m * v m e)) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (delta n n' * q n' l / sqrt (INR D') * rsum M (fun l' => delta l' k' * p n' l' * v l' e)) _).
        { rule_same (sum_factor M (delta n n' * q n' l / sqrt (INR D')) (fun m => delta m k' * p n' m * v m e) (fun m => true)). }
        apply (eq_eq _ (delta n n' * q n' l / sqrt (INR D') * rsum M (fun m => delta m k' * p n' m * v m e)) _); [ same | ].
        apply (eq_eq _ (delta n n' * q n' l / sqrt (INR D') * (p n' k' * v k' e)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun l' => delta l' k' * p n' l' * v l' e)) _); [ same | ].
        rule_same (sum_delta M (fun m => p n' m * v m e) k'). }
      apply (eq_eq _ (rsum M (fun m => - (delta n n' * p n' k' * q n' l / sqrt (INR D') * p n' m * v m e))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum M (fun m => delta n n' * p n' k' * q n' l / sqrt (INR D') * p n' m * v m e)) _).
      { rule (sum_neg M (fun m => delta n n' * p n' k' * q n' l / sqrt (INR D') * p n' m * v m e) (fun m => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (delta n n' * p n' k' * q n' l / sqrt (INR D') * rsum M (fun k'' => p n' k'' * v k'' e)) _); [ | same ].
      rule_same (sum_factor M (delta n n' * p n' k' * q n' l / sqrt (INR D')) (fun m => p n' m * v m e) (fun m => true)). }
    fractions. }
  apply (eq_eq _ (rsum N (fun m => - (delta n m * rsum M (fun k'' => p m k'' * v k'' e) * p m k' * q m l / sqrt (INR D')) + delta n m * p m k' * q m l * v k' e / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum N (fun m => - (delta n m * rsum M (fun k'' => p m k'' * v k'' e) * p m k' * q m l / sqrt (INR D'))) + rsum N (fun m => delta n m * p m k' * q m l * v k' e / sqrt (INR D'))) _).
  { rule (sum_add N (fun n' => - (delta n n' * rsum M (fun m => p n' m * v m e) * p n' k' * q n' l / sqrt (INR D'))) (fun n' => delta n n' * p n' k' * q n' l * v k' e / sqrt (INR D')) (fun n' => true)). }
  apply (eq_eq _ (rsum N (fun n' => - (delta n n' * rsum M (fun m => p n' m * v m e) * p n' k' * q n' l / sqrt (INR D'))) + rsum N (fun n' => delta n n' * p n' k' * q n' l * v k' e / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (- (1 / sqrt (INR D') * rsum M (fun m => p n m * v m e) * p n k' * q n l) + v k' e / sqrt (INR D') * p n k' * q n l) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun n' => - (1 / sqrt (INR D') * delta n n' * rsum M (fun m => p n' m * v m e) * p n' k' * q n' l))) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun m => - (1 / sqrt (INR D') * delta n m * rsum M (fun k'' => p m k'' * v k'' e) * p m k' * q m l))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun m => 1 / sqrt (INR D') * delta n m * rsum M (fun k'' => p m k'' * v k'' e) * p m k' * q m l)) _).
      { rule (sum_neg N (fun n' => 1 / sqrt (INR D') * delta n n' * rsum M (fun m => p n' m * v m e) * p n' k' * q n' l) (fun n' => true)). }
      apply (eq_eq _ (- rsum N (fun n' => 1 / sqrt (INR D') * delta n n' * rsum M (fun m => p n' m * v m e) * p n' k' * q n' l)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun m => 1 / sqrt (INR D') * delta n m * rsum M (fun k'' => p m k'' * v k'' e) * p m k' * q m l)) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun m => delta n m * rsum M (fun k'' => p m k'' * v k'' e) * p m k' * q m l)) _).
      { rule_same (sum_factor N (1 / sqrt (INR D')) (fun n' => delta n n' * rsum M (fun m => p n' m * v m e) * p n' k' * q n' l) (fun n' => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum N (fun n' => delta n n' * rsum M (fun m => p n' m * v m e) * p n' k' * q n' l)) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * (rsum M (fun m => p n m * v m e) * p n k' * q n l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum N (fun n' => delta n' n * rsum M (fun m => p n' m * v m e) * p n' k' * q n' l)) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum N (fun m => delta m n * rsum M (fun k'' => p m k'' * v k'' e) * p m k' * q m l)) _); [ same | ].
      rule_same (sum_delta N (fun n' => rsum M (fun m => p n' m * v m e) * p n' k' * q n' l) n). }
    apply (eq_eq _ (rsum N (fun n' => v k' e / sqrt (INR D') * delta n n' * p n' k' * q n' l)) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun m => v k' e / sqrt (INR D') * delta n m * p m k' * q m l)) _); [ same | ].
    apply (eq_eq _ (v k' e / sqrt (INR D') * rsum N (fun m => delta n m * p m k' * q m l)) _).
    { rule_same (sum_factor N (v k' e / sqrt (INR D')) (fun n' => delta n n' * p n' k' * q n' l) (fun n' => true)). }
    apply (eq_eq _ (v k' e / sqrt (INR D') * rsum N (fun n' => delta n n' * p n' k' * q n' l)) _); [ same | ].
    apply (eq_eq _ (v k' e / sqrt (INR D') * (p n k' * q n l)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum N (fun n' => delta n' n * p n' k' * q n' l)) _).
    { apply rsum_ext; intros n' ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum N (fun m => delta m n * p m k' * q m l)) _); [ same | ].
    rule_same (sum_delta N (fun n' => p n' k' * q n' l) n). }
  apply (eq_eq _ (- (rsum M (fun m => p n m * v m e) * p n k' * q n l / sqrt (INR D')) + p n k' * q n l * v k' e / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (q n l * p n k' * v k' e / sqrt (INR D') - q n l * p n k' * y n e / sqrt (INR D')) _).
  { symmetry.
    apply (eq_eq _ (q n l * p n k' * v k' e / sqrt (INR D') - q n l * p n k' * rsum M (fun m => p n m * v m e) / sqrt (INR D')) _).
    { refine (f_equal2 Rplus eq_refl _).
      refine (f_equal Ropp _).
      refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      reflexivity. }
    fractions. }
  apply (eq_eq _ (p n k' * q n l * v k' e / sqrt (INR D') - p n k' * q n l * y n e / sqrt (INR D')) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma jvp_y_k_2_sum_factor :
  rsum M (fun m => rsum D' (fun l => q n l * p n m * (v m e - y n e) / sqrt (INR D') * k_dot m l))
  = rsum D' (fun l => q n l * rsum M (fun m => p n m * (v m e - y n e) * k_dot m l)) / sqrt (INR D').
Proof.
  apply (eq_eq _ (rsum M (fun m => rsum D' (fun l => k_dot m l * q n l) * p n m * v m e / sqrt (INR D') - rsum D' (fun l => k_dot m l * q n l) * p n m * y n e / sqrt (INR D'))) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (rsum D' (fun l => k_dot m l * p n m * q n l * v m e / sqrt (INR D') - k_dot m l * p n m * q n l * y n e / sqrt (INR D'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum D' (fun k' => k_dot m k' * p n m * q n k' * v m e / sqrt (INR D') - k_dot m k' * p n m * q n k' * y n e / sqrt (INR D'))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k' => k_dot m k' * p n m * q n k' * v m e / sqrt (INR D')) + rsum D' (fun k' => - (k_dot m k' * p n m * q n k' * y n e / sqrt (INR D')))) _).
    { rule (sum_add D' (fun l => k_dot m l * p n m * q n l * v m e / sqrt (INR D')) (fun l => - (k_dot m l * p n m * q n l * y n e / sqrt (INR D'))) (fun l => true)). }
    apply (eq_eq _ (rsum D' (fun l => k_dot m l * p n m * q n l * v m e / sqrt (INR D')) + rsum D' (fun l => - (k_dot m l * p n m * q n l * y n e / sqrt (INR D')))) _); [ same | ].
    apply (eq_eq _ (p n m * v m e / sqrt (INR D') * rsum D' (fun l => k_dot m l * q n l) - p n m * y n e / sqrt (INR D') * rsum D' (fun l => k_dot m l * q n l)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum D' (fun l => p n m * v m e / sqrt (INR D') * k_dot m l * q n l)) _).
        { apply rsum_ext; intros l ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum D' (fun k' => p n m * v m e / sqrt (INR D') * k_dot m k' * q n k')) _); [ same | ].
        apply (eq_eq _ (p n m * v m e / sqrt (INR D') * rsum D' (fun k' => k_dot m k' * q n k')) _); [ | same ].
        rule_same (sum_factor D' (p n m * v m e / sqrt (INR D')) (fun l => k_dot m l * q n l) (fun l => true)). }
      apply (eq_eq _ (rsum D' (fun l => - (p n m * y n e / sqrt (INR D') * k_dot m l * q n l))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum D' (fun k' => - (p n m * y n e / sqrt (INR D') * k_dot m k' * q n k'))) _); [ same | ].
      apply (eq_eq _ (- rsum D' (fun k' => p n m * y n e / sqrt (INR D') * k_dot m k' * q n k')) _).
      { rule (sum_neg D' (fun l => p n m * y n e / sqrt (INR D') * k_dot m l * q n l) (fun l => true)). }
      apply (eq_eq _ (- rsum D' (fun l => p n m * y n e / sqrt (INR D') * k_dot m l * q n l)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum D' (fun k' => p n m * y n e / sqrt (INR D') * k_dot m k' * q n k')) _); [ same | ].
      apply (eq_eq _ (p n m * y n e / sqrt (INR D') * rsum D' (fun k' => k_dot m k' * q n k')) _); [ | same ].
      rule_same (sum_factor D' (p n m * y n e / sqrt (INR D')) (fun l => k_dot m l * q n l) (fun l => true)). }
    fractions. }
  apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => k_dot k' l * q n l) * p n k' * v k' e / sqrt (INR D') - rsum D' (fun l => k_dot k' l * q n l) * p n k' * y n e / sqrt (INR D'))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => k_dot k' l * q n l) * p n k' * v k' e / sqrt (INR D')) + rsum M (fun k' => - (rsum D' (fun l => k_dot k' l * q n l) * p n k' * y n e / sqrt (INR D')))) _).
  { rule (sum_add M (fun m => rsum D' (fun l => k_dot m l * q n l) * p n m * v m e / sqrt (INR D')) (fun m => - (rsum D' (fun l => k_dot m l * q n l) * p n m * y n e / sqrt (INR D'))) (fun m => true)). }
  apply (eq_eq _ (rsum M (fun m => rsum D' (fun l => k_dot m l * q n l) * p n m * v m e / sqrt (INR D')) + rsum M (fun m => - (rsum D' (fun l => k_dot m l * q n l) * p n m * y n e / sqrt (INR D')))) _); [ same | ].
  apply (eq_eq _ (1 / sqrt (INR D') * rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * q n l * v k' e)) - y n e / sqrt (INR D') * rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * q n l))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun m => 1 / sqrt (INR D') * rsum D' (fun l => k_dot m l * q n l) * p n m * v m e)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun k' => 1 / sqrt (INR D') * rsum D' (fun l => k_dot k' l * q n l) * p n k' * v k' e)) _); [ same | ].
      apply (eq_eq _ (1 / sqrt (INR D') * rsum M (fun k' => rsum D' (fun l => k_dot k' l * q n l) * p n k' * v k' e)) _).
      { rule_same (sum_factor M (1 / sqrt (INR D')) (fun m => rsum D' (fun l => k_dot m l * q n l) * p n m * v m e) (fun m => true)). }
      apply (eq_eq _ (1 / sqrt (INR D') * rsum M (fun m => rsum D' (fun l => k_dot m l * q n l) * p n m * v m e)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum M (fun m => p n m * v m e * rsum D' (fun l => k_dot m l * q n l))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum M (fun m => rsum D' (fun k' => p n m * v m e * k_dot m k' * q n k'))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (p n m * v m e * rsum D' (fun k' => k_dot m k' * q n k')) _); [ same | ].
        symmetry.
        rule_same (sum_factor D' (p n m * v m e) (fun l => k_dot m l * q n l) (fun l => true)). }
      apply (eq_eq _ (rsum M (fun m => rsum D' (fun k' => k_dot m k' * p n m * q n k' * v m e))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        apply rsum_ext; intros k' ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => k_dot k' l * p n k' * q n l * v k' e))) _); [ same | ].
      rule (sum_swap M D' (fun m k' => k_dot m k' * p n m * q n k' * v m e)). }
    apply (eq_eq _ (rsum M (fun m => - (y n e / sqrt (INR D') * rsum D' (fun l => k_dot m l * q n l) * p n m))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun k' => - (y n e / sqrt (INR D') * rsum D' (fun l => k_dot k' l * q n l) * p n k'))) _); [ same | ].
    apply (eq_eq _ (- rsum M (fun k' => y n e / sqrt (INR D') * rsum D' (fun l => k_dot k' l * q n l) * p n k')) _).
    { rule (sum_neg M (fun m => y n e / sqrt (INR D') * rsum D' (fun l => k_dot m l * q n l) * p n m) (fun m => true)). }
    apply (eq_eq _ (- rsum M (fun m => y n e / sqrt (INR D') * rsum D' (fun l => k_dot m l * q n l) * p n m)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum M (fun k' => y n e / sqrt (INR D') * rsum D' (fun l => k_dot k' l * q n l) * p n k')) _); [ same | ].
    apply (eq_eq _ (y n e / sqrt (INR D') * rsum M (fun k' => rsum D' (fun l => k_dot k' l * q n l) * p n k')) _).
    { rule_same (sum_factor M (y n e / sqrt (INR D')) (fun m => rsum D' (fun l => k_dot m l * q n l) * p n m) (fun m => true)). }
    apply (eq_eq _ (y n e / sqrt (INR D') * rsum M (fun m => rsum D' (fun l => k_dot m l * q n l) * p n m)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum M (fun m => p n m * rsum D' (fun l => k_dot m l * q n l))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun m => rsum D' (fun k' => p n m * k_dot m k' * q n k'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (p n m * rsum D' (fun k' => k_dot m k' * q n k')) _); [ same | ].
      symmetry.
      rule_same (sum_factor D' (p n m) (fun l => k_dot m l * q n l) (fun l => true)). }
    apply (eq_eq _ (rsum M (fun m => rsum D' (fun k' => k_dot m k' * p n m * q n k'))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun k' => rsum D' (fun l => k_dot k' l * p n k' * q n l))) _); [ same | ].
    rule (sum_swap M D' (fun m k' => k_dot m k' * p n m * q n k')). }
  apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * q n l * v k' e)) / sqrt (INR D') - rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * q n l)) * y n e / sqrt (INR D')) _).
  { fractions. }
  apply (eq_eq _ (rsum D' (fun l => q n l * rsum M (fun k' => p n k' * (v k' e - y n e) * k_dot k' l)) / sqrt (INR D')) _); [ | same ].
  symmetry.
  apply (eq_eq _ ((rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * q n l * v k' e)) - y n e * rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * q n l))) / sqrt (INR D')) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * v k' e) * q n l - rsum M (fun k' => k_dot k' l * p n k') * q n l * y n e)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (q n l * (rsum M (fun k' => k_dot k' l * p n k' * v k' e) - y n e * rsum M (fun k' => k_dot k' l * p n k'))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun k' => k_dot k' l * p n k' * v k' e - k_dot k' l * p n k' * y n e)) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum M (fun k' => k_dot k' l * p n k' * v k' e) + rsum M (fun k' => - (k_dot k' l * p n k' * y n e))) _).
        { rule (sum_add M (fun k' => k_dot k' l * p n k' * v k' e) (fun k' => - (k_dot k' l * p n k' * y n e)) (fun k' => true)). }
        refine (f_equal2 Rplus eq_refl _).
        apply (eq_eq _ (rsum M (fun k' => - (y n e * k_dot k' l * p n k'))) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        apply (eq_eq _ (- rsum M (fun k' => y n e * k_dot k' l * p n k')) _).
        { rule (sum_neg M (fun k' => y n e * k_dot k' l * p n k') (fun k' => true)). }
        refine (f_equal Ropp _).
        rule_same (sum_factor M (y n e) (fun k' => k_dot k' l * p n k') (fun k' => true)). }
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => rsum M (fun m => k_dot m k' * p n m * v m e) * q n k' - rsum M (fun m => k_dot m k' * p n m) * q n k' * y n e)) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k' => rsum M (fun m => k_dot m k' * p n m * v m e) * q n k') + rsum D' (fun k' => - (rsum M (fun m => k_dot m k' * p n m) * q n k' * y n e))) _).
    { rule (sum_add D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * v k' e) * q n l) (fun l => - (rsum M (fun k' => k_dot k' l * p n k') * q n l * y n e)) (fun l => true)). }
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k' * v k' e) * q n l) + rsum D' (fun l => - (rsum M (fun k' => k_dot k' l * p n k') * q n l * y n e))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun l => q n l * rsum M (fun k' => k_dot k' l * p n k' * v k' e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q n l * k_dot k' l * p n k' * v k' e))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        symmetry.
        rule_same (sum_factor M (q n l) (fun k' => k_dot k' l * p n k' * v k' e) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply rsum_ext; intros k' ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun l => - (y n e * rsum M (fun k' => k_dot k' l * p n k') * q n l))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun k' => - (y n e * rsum M (fun m => k_dot m k' * p n m) * q n k'))) _); [ same | ].
    apply (eq_eq _ (- rsum D' (fun k' => y n e * rsum M (fun m => k_dot m k' * p n m) * q n k')) _).
    { rule (sum_neg D' (fun l => y n e * rsum M (fun k' => k_dot k' l * p n k') * q n l) (fun l => true)). }
    apply (eq_eq _ (- rsum D' (fun l => y n e * rsum M (fun k' => k_dot k' l * p n k') * q n l)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum D' (fun k' => y n e * rsum M (fun m => k_dot m k' * p n m) * q n k')) _); [ same | ].
    apply (eq_eq _ (y n e * rsum D' (fun k' => rsum M (fun m => k_dot m k' * p n m) * q n k')) _).
    { rule_same (sum_factor D' (y n e) (fun l => rsum M (fun k' => k_dot k' l * p n k') * q n l) (fun l => true)). }
    apply (eq_eq _ (y n e * rsum D' (fun l => rsum M (fun k' => k_dot k' l * p n k') * q n l)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum D' (fun l => q n l * rsum M (fun k' => k_dot k' l * p n k'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum D' (fun l => rsum M (fun k' => q n l * k_dot k' l * p n k'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      symmetry.
      rule_same (sum_factor M (q n l) (fun k' => k_dot k' l * p n k') (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k' ?; cbv beta.
    arith. }
  fractions.
Qed.

Theorem jvp_y_k :
  rsum M (fun k' => rsum D' (fun l => pd (at2 k k' l) (fun k'' => y_of M (p_of M (c_of D' q k'')) v n e) * k_dot k' l))
  = rsum D' (fun l => q n l * rsum M (fun m => p n m * (v m e - y n e) * k_dot m l)) / sqrt (INR D').
Proof.
  exact (eq_eq _ _ _ jvp_y_k_1_lemma jvp_y_k_2_sum_factor).
Qed.
End jvp_y_k.

(** * Derivative of y by v *)

Section derivative_y_v.
Variables (e i j n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < E)%nat.
Hypothesis n_in : (n < N)%nat.

(* definition of y_ne *)
Lemma derivative_y_v_1_unfold :
  pd (at2 v i j) (fun v' => y_of M p v' n e)
  = pd (at2 v i j) (fun v' => rsum M (fun m => p n m * v' m e)).
Proof.
  apply pd_ext.
  intros v'; cbv beta.
  reflexivity.
Qed.

(* differentiate under the sum; a constant factor stays in front; ∂v_me/∂v_ij = δ_mi·δ_ej *)
Lemma derivative_y_v_2_diff_sum :
  pd (at2 v i j) (fun v' => rsum M (fun m => p n m * v' m e))
  = rsum M (fun m => p n m * delta m i * delta e j).
Proof.
  apply (eq_eq _ (pd (at2 v i j) (fun v' => rsum M (fun k' => p n k' * v' k' e))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun m => pd (at2 v i j) (fun v' => p n m * v' m e))) _).
  { rule_same (diff_sum (at2 v i j) M (fun k' v' => p n k' * v' k' e) (fun k' => true)). }
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ (pd (at2 v i j) (fun v' => p n m * v' m e)) _).
  { apply pd_ext.
    intros v'; cbv beta.
    same. }
  apply (eq_eq _ (p n m * pd (at2 v i j) (fun v' => v' m e)) _).
  { assert (pd (at2 v i j) (fun v' => p n m) = 0).
    { apply constant. }
    rule (diff_scale (at2 v i j) (fun v' => p n m) (fun v' => v' m e)). }
  apply (eq_eq _ (p n m * (delta m i * delta e j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply variable2.
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_v_3_sum_delta :
  rsum M (fun m => p n m * delta m i * delta e j)
  = p n i * delta e j.
Proof.
  apply (eq_eq _ (rsum M (fun m => delta m i * p n m * delta e j)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta M (fun m => p n m * delta e j) i).
Qed.

Theorem derivative_y_v :
  is_pd (at2 v i j) (fun v' => y_of M p v' n e)
  (p n i * delta e j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_v_1_unfold (eq_eq _ _ _ derivative_y_v_2_diff_sum derivative_y_v_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_v_outright : option (
  is_pd (at2 v i j) (fun v' => y_of M p v' n e)
  (p n i * delta e j)).
Proof.
  attempt "derivative_y_v" by Formula.outright Formula.by_matrix (Formula.Sum M (fun m => (Formula.Mul (Formula.C (p n m)) (Formula.V (m, e))))).
Defined.
End derivative_y_v.

(** * VJP of y for v *)

Section vjp_y_v.
Variables (i j : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < E)%nat.

(* put in ∂y_ne/∂v_ij *)
Lemma vjp_y_v_1_lemma :
  rsum N (fun n => rsum E (fun e => y_bar n e * pd (at2 v i j) (fun v' => y_of M p v' n e)))
  = rsum N (fun n => rsum E (fun e => y_bar n e * p n i * delta e j)).
Proof.
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros e ?; cbv beta.
  apply (eq_eq _ (y_bar n e * (p n i * delta e j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 v i j) (fun v' => rsum M (fun m => p n m * v' m e))) _).
  { apply pd_ext.
    intros v'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at2 v i j) (fun v' => rsum M (fun k' => p n k' * v' k' e))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun m => pd (at2 v i j) (fun v' => p n m * v' m e))) _).
  { rule_same (diff_sum (at2 v i j) M (fun k' v' => p n k' * v' k' e) (fun k' => true)). }
  apply (eq_eq _ (rsum M (fun m => p n m * delta m i * delta e j)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at2 v i j) (fun v' => p n m * v' m e)) _).
    { apply pd_ext.
      intros v'; cbv beta.
      same. }
    apply (eq_eq _ (p n m * pd (at2 v i j) (fun v' => v' m e)) _).
    { assert (pd (at2 v i j) (fun v' => p n m) = 0).
      { apply constant. }
      rule (diff_scale (at2 v i j) (fun v' => p n m) (fun v' => v' m e)). }
    apply (eq_eq _ (p n m * (delta m i * delta e j)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
  apply (eq_eq _ (rsum M (fun m => delta m i * p n m * delta e j)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta M (fun m => p n m * delta e j) i).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_v_2_sum_delta :
  rsum N (fun n => rsum E (fun e => y_bar n e * p n i * delta e j))
  = rsum N (fun n => y_bar n j * p n i).
Proof.
  apply rsum_ext; intros n ?; cbv beta.
  apply (eq_eq _ (rsum E (fun e => delta e j * y_bar n e * p n i)) _).
  { apply rsum_ext; intros e ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum E (fun k' => delta k' j * y_bar n k' * p n i)) _); [ same | ].
  rule_same (sum_delta E (fun e => y_bar n e * p n i) j).
Qed.

Theorem vjp_y_v :
  rsum N (fun n => rsum E (fun e => y_bar n e * pd (at2 v i j) (fun v' => y_of M p v' n e)))
  = rsum N (fun n => y_bar n j * p n i).
Proof.
  exact (eq_eq _ _ _ vjp_y_v_1_lemma vjp_y_v_2_sum_delta).
Qed.
End vjp_y_v.

(** * JVP of y for v *)

Section jvp_y_v.
Variables (e n : nat).
Hypothesis e_in : (e < E)%nat.
Hypothesis n_in : (n < N)%nat.

(* put in ∂y_ne/∂v_kl *)
Lemma jvp_y_v_1_lemma :
  rsum M (fun k' => rsum E (fun l => pd (at2 v k' l) (fun v' => y_of M p v' n e) * v_dot k' l))
  = rsum M (fun m => rsum E (fun l => p n m * delta e l * v_dot m l)).
Proof.
  apply (eq_eq _ (rsum M (fun k' => rsum E (fun l => p n k' * delta e l * v_dot k' l))) _); [ | same ].
  apply rsum_ext; intros k' ?; cbv beta.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((p n k' * delta e l) * v_dot k' l) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at2 v k' l) (fun v' => rsum M (fun m => p n m * v' m e))) _).
  { apply pd_ext.
    intros v'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at2 v k' l) (fun v' => rsum M (fun k'' => p n k'' * v' k'' e))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun m => pd (at2 v k' l) (fun v' => p n m * v' m e))) _).
  { rule_same (diff_sum (at2 v k' l) M (fun k'' v' => p n k'' * v' k'' e) (fun k'' => true)). }
  apply (eq_eq _ (rsum M (fun m => p n m * delta m k' * delta e l)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at2 v k' l) (fun v' => p n m * v' m e)) _).
    { apply pd_ext.
      intros v'; cbv beta.
      same. }
    apply (eq_eq _ (p n m * pd (at2 v k' l) (fun v' => v' m e)) _).
    { assert (pd (at2 v k' l) (fun v' => p n m) = 0).
      { apply constant. }
      rule (diff_scale (at2 v k' l) (fun v' => p n m) (fun v' => v' m e)). }
    apply (eq_eq _ (p n m * (delta m k' * delta e l)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
  apply (eq_eq _ (rsum M (fun m => delta m k' * p n m * delta e l)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  rule_same (sum_delta M (fun m => p n m * delta e l) k').
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_v_2_sum_delta :
  rsum M (fun m => rsum E (fun l => p n m * delta e l * v_dot m l))
  = rsum M (fun m => p n m * v_dot m e).
Proof.
  apply rsum_ext; intros m ?; cbv beta.
  apply (eq_eq _ (rsum E (fun l => delta l e * p n m * v_dot m l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum E (fun k' => delta k' e * p n m * v_dot m k')) _); [ same | ].
  rule_same (sum_delta E (fun l => p n m * v_dot m l) e).
Qed.

Theorem jvp_y_v :
  rsum M (fun k' => rsum E (fun l => pd (at2 v k' l) (fun v' => y_of M p v' n e) * v_dot k' l))
  = rsum M (fun m => p n m * v_dot m e).
Proof.
  exact (eq_eq _ _ _ jvp_y_v_1_lemma jvp_y_v_2_sum_delta).
Qed.
End jvp_y_v.
End attention_theory.
