(* made by derive, do not edit *)
(* A computational graph with an input used twice

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition b_of (M : nat) (a : nat -> nat -> R) (j : nat) : R :=
  rsum M (fun i => a i j).
#[local] Hint Unfold b_of : definitions.
Definition c_of (a : nat -> nat -> R) (b : nat -> R) (i j : nat) : R :=
  a i j / b j.
#[local] Hint Unfold c_of : definitions.
Definition y_of (M : nat) (w : nat -> nat -> R) (c : nat -> nat -> R) (l j : nat) : R :=
  rsum M (fun i => w l i * c i j).
#[local] Hint Unfold y_of : definitions.
Definition f_of (R' J : nat) (y : nat -> nat -> R) : R :=
  rsum R' (fun l => rsum J (fun j => y l j)).
#[local] Hint Unfold f_of : definitions.

Section column_normalization_theory.
Variables (M J R' : nat).
Variables (f_dot f_bar : R).
Variables (b_dot b_bar : nat -> R).
Variables (a w y_dot w_dot a_dot y_bar w_bar c_bar a_bar : nat -> nat -> R).
Hypothesis M_positive : (0 < M)%nat.
Hypothesis J_positive : (0 < J)%nat.
Hypothesis R'_positive : (0 < R')%nat.
Local Notation b := (b_of M a).
Local Notation c := (c_of a b).
Local Notation y := (y_of M w c).
Local Notation f := (f_of R' J y).

(** * Adjoint of y *)

Section adjoint_y.
Variables (j l : nat).
Hypothesis j_in : (j < J)%nat.
Hypothesis l_in : (l < R')%nat.

(* definition of f *)
Lemma adjoint_y_1_unfold :
  pd (at2 y l j) (fun y' => f_of R' J y')
  = pd (at2 y l j) (fun y' => rsum R' (fun k => rsum J (fun m => y' k m))).
Proof.
  apply (eq_eq _ (pd (at2 y l j) (fun y' => rsum R' (fun l' => rsum J (fun j' => y' l' j')))) _); [ | same ].
  apply pd_ext.
  intros y'; cbv beta.
  reflexivity.
Qed.

(* differentiate under the sum; ∂y_km/∂y_lj = δ_kl·δ_mj *)
Lemma adjoint_y_2_diff_sum :
  pd (at2 y l j) (fun y' => rsum R' (fun k => rsum J (fun m => y' k m)))
  = rsum R' (fun k => rsum J (fun m => delta k l * delta m j)).
Proof.
  apply (eq_eq _ (rsum R' (fun k => pd (at2 y l j) (fun y' => rsum J (fun m => y' k m)))) _).
  { rule (diff_sum (at2 y l j) R' (fun l' y' => rsum J (fun m => y' l' m)) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (pd (at2 y l j) (fun y' => rsum J (fun l' => y' k l'))) _); [ same | ].
  apply (eq_eq _ (rsum J (fun m => pd (at2 y l j) (fun y' => y' k m))) _).
  { rule_same (diff_sum (at2 y l j) J (fun l' y' => y' k l') (fun k' => true)). }
  apply rsum_ext; intros m ?; cbv beta.
  apply variable2.
Qed.

(* the delta keeps one term of the sum *)
Lemma adjoint_y_3_sum_delta :
  rsum R' (fun k => rsum J (fun m => delta k l * delta m j))
  = 1.
Proof.
  apply (eq_eq _ (rsum R' (fun k => delta k l)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum J (fun m => delta m j * delta k l)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    rule (sum_delta J (fun m => delta k l) j). }
  apply (eq_eq _ (rsum R' (fun k => delta k l * 1)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta R' (fun k => 1) l).
Qed.

Theorem adjoint_y :
  is_pd (at2 y l j) (fun y' => f_of R' J y')
  (1).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ adjoint_y_1_unfold (eq_eq _ _ _ adjoint_y_2_diff_sum adjoint_y_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition adjoint_y_outright : option (
  is_pd (at2 y l j) (fun y' => f_of R' J y')
  (1)).
Proof.
  attempt "adjoint_y" by Formula.outright Formula.by_matrix (Formula.Sum R' (fun l' => (Formula.Sum J (fun j' => (Formula.V (l', j')))))).
Defined.
End adjoint_y.

(** * Adjoint of w *)

Section adjoint_w.
Variables (i l : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis l_in : (l < R')%nat.

(* differentiate under the sum; a constant factor stays in front; a constant factor goes in front of the sum *)
Lemma adjoint_w_1_diff_sum :
  pd (at2 w l i) (fun w' => f_of R' J (y_of M w' c))
  = rsum J (fun j => pd (at2 y l j) (fun y' => f_of R' J y') * c i j).
Proof.
  apply (eq_eq _ (pd (at2 w l i) (fun w' => rsum R' (fun l' => rsum J (fun j => y_of M w' c l' j)))) _).
  { apply pd_ext.
    intros w'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at2 w l i) (fun w' => rsum R' (fun k => rsum J (fun j => y_of M w' c k j)))) _); [ same | ].
  apply (eq_eq _ (rsum R' (fun k => pd (at2 w l i) (fun w' => rsum J (fun j => y_of M w' c k j)))) _).
  { rule (diff_sum (at2 w l i) R' (fun k w' => rsum J (fun j => y_of M w' c k j)) (fun k => true)). }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun m => rsum M (fun n => c n m * delta k l * delta n i)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at2 w l i) (fun w' => rsum J (fun l' => y_of M w' c k l'))) _); [ same | ].
    apply (eq_eq _ (rsum J (fun m => pd (at2 w l i) (fun w' => y_of M w' c k m))) _).
    { rule_same (diff_sum (at2 w l i) J (fun l' w' => y_of M w' c k l') (fun k' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at2 w l i) (fun w' => rsum M (fun i' => w' k i' * c i' m))) _).
    { apply pd_ext.
      intros w'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 w l i) (fun w' => rsum M (fun l' => w' k l' * c l' m))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun n => pd (at2 w l i) (fun w' => w' k n * c n m))) _).
    { rule_same (diff_sum (at2 w l i) M (fun l' w' => w' k l' * c l' m) (fun k' => true)). }
    apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (pd (at2 w l i) (fun w' => c n m * w' k n)) _).
    { apply pd_ext.
      intros w'; cbv beta.
      arith. }
    apply (eq_eq _ (c n m * pd (at2 w l i) (fun w' => w' k n)) _).
    { assert (pd (at2 w l i) (fun w' => c n m) = 0).
      { apply constant. }
      rule (diff_scale (at2 w l i) (fun w' => c n m) (fun w' => w' k n)). }
    apply (eq_eq _ (c n m * (delta k l * delta n i)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
  apply (eq_eq _ (rsum R' (fun k => delta k l * rsum J (fun m => c i m))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum J (fun m => delta k l * c i m)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (rsum M (fun n => delta n i * delta k l * c n m)) _).
      { apply rsum_ext; intros n ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum M (fun n => delta k l * delta n i * c n m)) _).
      { apply rsum_ext; intros n ?; cbv beta.
        arith. }
      apply (eq_eq _ (delta k l * rsum M (fun k' => delta k' i * c k' m)) _).
      { rule_same (sum_factor M (delta k l) (fun n => delta n i * c n m) (fun n => true)). }
      apply (eq_eq _ (delta k l * rsum M (fun n => delta n i * c n m)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum M (fun k' => delta k' i * c k' m)) _); [ same | ].
      rule (sum_delta M (fun n => c n m) i). }
    apply (eq_eq _ (delta k l * rsum J (fun k' => c i k')) _); [ | same ].
    rule_same (sum_factor J (delta k l) (fun m => c i m) (fun m => true)). }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun m => c i m) * delta k l)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum J (fun m => c i m) * rsum R' (fun k => delta k l)) _).
  { rule (sum_factor R' (rsum J (fun m => c i m)) (fun k => delta k l) (fun k => true)). }
  apply (eq_eq _ (rsum J (fun m => c i m) * 1) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum R' (fun k => delta k l * 1)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_delta R' (fun k => 1) l). }
  apply (eq_eq _ (rsum J (fun m => c i m)) _).
  { arith. }
  apply (eq_eq _ (rsum J (fun j => c i j)) _); [ same | ].
  symmetry.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (1 * c i j) _).
  { refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (pd (at2 y l j) (fun y' => rsum R' (fun l' => rsum J (fun j' => y' l' j')))) _).
    { apply pd_ext.
      intros y'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 y l j) (fun y' => rsum R' (fun k => rsum J (fun j' => y' k j')))) _); [ same | ].
    apply (eq_eq _ (rsum R' (fun k => pd (at2 y l j) (fun y' => rsum J (fun j' => y' k j')))) _).
    { rule (diff_sum (at2 y l j) R' (fun k y' => rsum J (fun j' => y' k j')) (fun k => true)). }
    apply (eq_eq _ (rsum R' (fun k => rsum J (fun m => delta k l * delta m j))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at2 y l j) (fun y' => rsum J (fun l' => y' k l'))) _); [ same | ].
      apply (eq_eq _ (rsum J (fun m => pd (at2 y l j) (fun y' => y' k m))) _).
      { rule_same (diff_sum (at2 y l j) J (fun l' y' => y' k l') (fun k' => true)). }
      apply rsum_ext; intros m ?; cbv beta.
      apply variable2. }
    apply (eq_eq _ (rsum R' (fun k => delta k l)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (rsum J (fun m => delta m j * delta k l)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum J (fun m => delta k l * delta m j)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (delta k l * rsum J (fun k' => delta k' j)) _).
      { rule_same (sum_factor J (delta k l) (fun m => delta m j) (fun m => true)). }
      apply (eq_eq _ (delta k l * rsum J (fun m => delta m j)) _); [ same | ].
      apply (eq_eq _ (delta k l * 1) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum J (fun m => delta m j * 1)) _).
        { apply rsum_ext; intros m ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum J (fun k' => delta k' j * 1)) _); [ same | ].
        rule (sum_delta J (fun m => 1) j). }
      arith. }
    apply (eq_eq _ (rsum R' (fun k => delta k l * 1)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule (sum_delta R' (fun k => 1) l). }
  arith.
Qed.

(* put in ∂f/∂y_lj *)
Lemma adjoint_w_2_lemma :
  rsum J (fun j => pd (at2 y l j) (fun y' => f_of R' J y') * c i j)
  = rsum J (fun j => c i j).
Proof.
  apply (eq_eq _ (rsum J (fun j => c i j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    apply (eq_eq _ (1 * c i j) _).
    { refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (pd (at2 y l j) (fun y' => rsum R' (fun l' => rsum J (fun j' => y' l' j')))) _).
      { apply pd_ext.
        intros y'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at2 y l j) (fun y' => rsum R' (fun k => rsum J (fun j' => y' k j')))) _); [ same | ].
      apply (eq_eq _ (rsum R' (fun k => pd (at2 y l j) (fun y' => rsum J (fun j' => y' k j')))) _).
      { rule (diff_sum (at2 y l j) R' (fun k y' => rsum J (fun j' => y' k j')) (fun k => true)). }
      apply (eq_eq _ (rsum R' (fun k => rsum J (fun m => delta k l * delta m j))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (pd (at2 y l j) (fun y' => rsum J (fun l' => y' k l'))) _); [ same | ].
        apply (eq_eq _ (rsum J (fun m => pd (at2 y l j) (fun y' => y' k m))) _).
        { rule_same (diff_sum (at2 y l j) J (fun l' y' => y' k l') (fun k' => true)). }
        apply rsum_ext; intros m ?; cbv beta.
        apply variable2. }
      apply (eq_eq _ (rsum R' (fun k => delta k l)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (rsum J (fun m => delta m j * delta k l)) _).
        { apply rsum_ext; intros m ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum J (fun m => delta k l * delta m j)) _).
        { apply rsum_ext; intros m ?; cbv beta.
          arith. }
        apply (eq_eq _ (delta k l * rsum J (fun k' => delta k' j)) _).
        { rule_same (sum_factor J (delta k l) (fun m => delta m j) (fun m => true)). }
        apply (eq_eq _ (delta k l * rsum J (fun m => delta m j)) _); [ same | ].
        apply (eq_eq _ (delta k l * 1) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum J (fun m => delta m j * 1)) _).
          { apply rsum_ext; intros m ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum J (fun k' => delta k' j * 1)) _); [ same | ].
          rule (sum_delta J (fun m => 1) j). }
        arith. }
      apply (eq_eq _ (rsum R' (fun k => delta k l * 1)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule (sum_delta R' (fun k => 1) l). }
    arith. }
  symmetry.
  same.
Qed.

Theorem adjoint_w :
  is_pd (at2 w l i) (fun w' => f_of R' J (y_of M w' c))
  (rsum J (fun j => c i j)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ adjoint_w_1_diff_sum adjoint_w_2_lemma).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition adjoint_w_outright : option (
  is_pd (at2 w l i) (fun w' => f_of R' J (y_of M w' c))
  (rsum J (fun j => c i j))).
Proof.
  attempt "adjoint_w" by Formula.outright Formula.by_matrix (Formula.Sum R' (fun l' => (Formula.Sum J (fun j => (Formula.Sum M (fun i' => (Formula.Mul (Formula.V (l', i')) (Formula.C (c i' j))))))))).
Defined.
End adjoint_w.

(** * Adjoint of c *)

Section adjoint_c.
Variables (i j : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < J)%nat.

(* chain rule through y_lk *)
Lemma adjoint_c_1_chain :
  pd (at2 c i j) (fun c' => f_of R' J (y_of M w c'))
  = rsum R' (fun l => rsum J (fun m => pd (at2 y l m) (fun y' => f_of R' J y') * pd (at2 c i j) (fun c' => y_of M w c' l m))).
Proof.
  apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum R' (fun l => rsum J (fun j' => y_of M w c' l j')))) _).
  { apply pd_ext.
    intros c'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum R' (fun k => rsum J (fun j' => y_of M w c' k j')))) _); [ same | ].
  apply (eq_eq _ (rsum R' (fun k => pd (at2 c i j) (fun c' => rsum J (fun j' => y_of M w c' k j')))) _).
  { rule (diff_sum (at2 c i j) R' (fun k c' => rsum J (fun j' => y_of M w c' k j')) (fun k => true)). }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => w k m * delta m i * delta l j)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum J (fun l => y_of M w c' k l))) _); [ same | ].
    apply (eq_eq _ (rsum J (fun l => pd (at2 c i j) (fun c' => y_of M w c' k l))) _).
    { rule (diff_sum (at2 c i j) J (fun l c' => y_of M w c' k l) (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun i' => w k i' * c' i' l))) _).
    { apply pd_ext.
      intros c'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun m => w k m * c' m l))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun m => pd (at2 c i j) (fun c' => w k m * c' m l))) _).
    { rule (diff_sum (at2 c i j) M (fun m c' => w k m * c' m l) (fun k' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at2 c i j) (fun c' => w k m * c' m l)) _).
    { apply pd_ext.
      intros c'; cbv beta.
      same. }
    apply (eq_eq _ (w k m * pd (at2 c i j) (fun c' => c' m l)) _).
    { assert (pd (at2 c i j) (fun c' => w k m) = 0).
      { apply constant. }
      rule (diff_scale (at2 c i j) (fun c' => w k m) (fun c' => c' m l)). }
    apply (eq_eq _ (w k m * (delta m i * delta l j)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
  apply (eq_eq _ (rsum R' (fun k => w k i)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum J (fun l => delta l j * w k i)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum M (fun m => delta m i * delta l j * w k m)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum M (fun m => delta l j * delta m i * w k m)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (delta l j * rsum M (fun l' => delta l' i * w k l')) _).
      { rule_same (sum_factor M (delta l j) (fun m => delta m i * w k m) (fun m => true)). }
      apply (eq_eq _ (delta l j * rsum M (fun m => delta m i * w k m)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum M (fun l' => delta l' i * w k l')) _); [ same | ].
      rule (sum_delta M (fun m => w k m) i). }
    apply (eq_eq _ (rsum J (fun l => w k i * delta l j)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (w k i * rsum J (fun k' => delta k' j)) _).
    { rule_same (sum_factor J (w k i) (fun l => delta l j) (fun l => true)). }
    apply (eq_eq _ (w k i * rsum J (fun l => delta l j)) _); [ same | ].
    apply (eq_eq _ (w k i * 1) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum J (fun l => delta l j * 1)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum J (fun k' => delta k' j * 1)) _); [ same | ].
      rule (sum_delta J (fun l => 1) j). }
    arith. }
  apply (eq_eq _ (rsum R' (fun l => w l i)) _); [ same | ].
  symmetry.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (rsum J (fun m => delta m j * w l i)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (1 * delta m j * w l i) _).
    { apply (eq_eq _ (1 * (delta m j * w l i)) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (pd (at2 y l m) (fun y' => rsum R' (fun l' => rsum J (fun j' => y' l' j')))) _).
        { apply pd_ext.
          intros y'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at2 y l m) (fun y' => rsum R' (fun k => rsum J (fun j' => y' k j')))) _); [ same | ].
        apply (eq_eq _ (rsum R' (fun k => pd (at2 y l m) (fun y' => rsum J (fun j' => y' k j')))) _).
        { rule (diff_sum (at2 y l m) R' (fun k y' => rsum J (fun j' => y' k j')) (fun k => true)). }
        apply (eq_eq _ (rsum R' (fun k => rsum J (fun n => delta k l * delta n m))) _).
        { apply rsum_ext; intros k ?; cbv beta.
          apply (eq_eq _ (pd (at2 y l m) (fun y' => rsum J (fun l' => y' k l'))) _); [ same | ].
          apply (eq_eq _ (rsum J (fun n => pd (at2 y l m) (fun y' => y' k n))) _).
          { rule_same (diff_sum (at2 y l m) J (fun l' y' => y' k l') (fun k' => true)). }
          apply rsum_ext; intros n ?; cbv beta.
          apply variable2. }
        apply (eq_eq _ (rsum R' (fun k => delta k l)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          apply (eq_eq _ (delta k l * rsum J (fun k' => delta k' m)) _).
          { rule_same (sum_factor J (delta k l) (fun n => delta n m) (fun n => true)). }
          apply (eq_eq _ (delta k l * rsum J (fun n => delta n m)) _); [ same | ].
          apply (eq_eq _ (delta k l * 1) _).
          { refine (f_equal2 Rmult eq_refl _).
            apply (eq_eq _ (rsum J (fun n => delta n m * 1)) _).
            { apply rsum_ext; intros n ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum J (fun k' => delta k' m * 1)) _); [ same | ].
            rule (sum_delta J (fun n => 1) m). }
          arith. }
        apply (eq_eq _ (rsum R' (fun k => delta k l * 1)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        rule (sum_delta R' (fun k => 1) l). }
      apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun i' => w l i' * c' i' m))) _).
      { apply pd_ext.
        intros c'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun k => w l k * c' k m))) _); [ same | ].
      apply (eq_eq _ (rsum M (fun k => pd (at2 c i j) (fun c' => w l k * c' k m))) _).
      { rule (diff_sum (at2 c i j) M (fun k c' => w l k * c' k m) (fun k => true)). }
      apply (eq_eq _ (rsum M (fun k => w l k * delta k i * delta m j)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (pd (at2 c i j) (fun c' => w l k * c' k m)) _).
        { apply pd_ext.
          intros c'; cbv beta.
          same. }
        apply (eq_eq _ (w l k * pd (at2 c i j) (fun c' => c' k m)) _).
        { assert (pd (at2 c i j) (fun c' => w l k) = 0).
          { apply constant. }
          rule (diff_scale (at2 c i j) (fun c' => w l k) (fun c' => c' k m)). }
        apply (eq_eq _ (w l k * (delta k i * delta m j)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      apply (eq_eq _ (rsum M (fun k => delta k i * delta m j * w l k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum M (fun k => delta m j * delta k i * w l k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      apply (eq_eq _ (delta m j * rsum M (fun k => delta k i * w l k)) _).
      { rule_same (sum_factor M (delta m j) (fun k => delta k i * w l k) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      rule (sum_delta M (fun k => w l k) i). }
    arith. }
  apply (eq_eq _ (rsum J (fun m => w l i * delta m j)) _).
  { apply rsum_ext; intros m ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum J (fun k => w l i * delta k j)) _); [ same | ].
  apply (eq_eq _ (w l i * rsum J (fun k => delta k j)) _).
  { rule (sum_factor J (w l i) (fun m => delta m j) (fun m => true)). }
  apply (eq_eq _ (w l i * rsum J (fun m => delta m j)) _); [ same | ].
  apply (eq_eq _ (w l i * 1) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum J (fun m => delta m j * 1)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum J (fun k => delta k j * 1)) _); [ same | ].
    rule (sum_delta J (fun m => 1) j). }
  arith.
Qed.

(* put in ∂f/∂y_lm and ∂y_lm/∂c_ij *)
Lemma adjoint_c_2_lemma :
  rsum R' (fun l => rsum J (fun m => pd (at2 y l m) (fun y' => f_of R' J y') * pd (at2 c i j) (fun c' => y_of M w c' l m)))
  = rsum R' (fun l => w l i).
Proof.
  apply (eq_eq _ (rsum R' (fun l => w l i)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum J (fun m => delta m j * w l i)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (1 * delta m j * w l i) _).
      { apply (eq_eq _ (1 * (delta m j * w l i)) _); [ | same ].
        refine (f_equal2 Rmult _ _).
        { apply (eq_eq _ (pd (at2 y l m) (fun y' => rsum R' (fun l' => rsum J (fun j' => y' l' j')))) _).
          { apply pd_ext.
            intros y'; cbv beta.
            reflexivity. }
          apply (eq_eq _ (pd (at2 y l m) (fun y' => rsum R' (fun k => rsum J (fun j' => y' k j')))) _); [ same | ].
          apply (eq_eq _ (rsum R' (fun k => pd (at2 y l m) (fun y' => rsum J (fun j' => y' k j')))) _).
          { rule (diff_sum (at2 y l m) R' (fun k y' => rsum J (fun j' => y' k j')) (fun k => true)). }
          apply (eq_eq _ (rsum R' (fun k => rsum J (fun n => delta k l * delta n m))) _).
          { apply rsum_ext; intros k ?; cbv beta.
            apply (eq_eq _ (pd (at2 y l m) (fun y' => rsum J (fun l' => y' k l'))) _); [ same | ].
            apply (eq_eq _ (rsum J (fun n => pd (at2 y l m) (fun y' => y' k n))) _).
            { rule_same (diff_sum (at2 y l m) J (fun l' y' => y' k l') (fun k' => true)). }
            apply rsum_ext; intros n ?; cbv beta.
            apply variable2. }
          apply (eq_eq _ (rsum R' (fun k => delta k l)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            apply (eq_eq _ (delta k l * rsum J (fun k' => delta k' m)) _).
            { rule_same (sum_factor J (delta k l) (fun n => delta n m) (fun n => true)). }
            apply (eq_eq _ (delta k l * rsum J (fun n => delta n m)) _); [ same | ].
            apply (eq_eq _ (delta k l * 1) _).
            { refine (f_equal2 Rmult eq_refl _).
              apply (eq_eq _ (rsum J (fun n => delta n m * 1)) _).
              { apply rsum_ext; intros n ?; cbv beta.
                arith. }
              apply (eq_eq _ (rsum J (fun k' => delta k' m * 1)) _); [ same | ].
              rule (sum_delta J (fun n => 1) m). }
            arith. }
          apply (eq_eq _ (rsum R' (fun k => delta k l * 1)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_delta R' (fun k => 1) l). }
        apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun i' => w l i' * c' i' m))) _).
        { apply pd_ext.
          intros c'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun k => w l k * c' k m))) _); [ same | ].
        apply (eq_eq _ (rsum M (fun k => pd (at2 c i j) (fun c' => w l k * c' k m))) _).
        { rule (diff_sum (at2 c i j) M (fun k c' => w l k * c' k m) (fun k => true)). }
        apply (eq_eq _ (rsum M (fun k => w l k * delta k i * delta m j)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          apply (eq_eq _ (pd (at2 c i j) (fun c' => w l k * c' k m)) _).
          { apply pd_ext.
            intros c'; cbv beta.
            same. }
          apply (eq_eq _ (w l k * pd (at2 c i j) (fun c' => c' k m)) _).
          { assert (pd (at2 c i j) (fun c' => w l k) = 0).
            { apply constant. }
            rule (diff_scale (at2 c i j) (fun c' => w l k) (fun c' => c' k m)). }
          apply (eq_eq _ (w l k * (delta k i * delta m j)) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply variable2. }
        apply (eq_eq _ (rsum M (fun k => delta k i * delta m j * w l k)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum M (fun k => delta m j * delta k i * w l k)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        apply (eq_eq _ (delta m j * rsum M (fun k => delta k i * w l k)) _).
        { rule_same (sum_factor M (delta m j) (fun k => delta k i * w l k) (fun k => true)). }
        refine (f_equal2 Rmult eq_refl _).
        rule (sum_delta M (fun k => w l k) i). }
      arith. }
    apply (eq_eq _ (rsum J (fun m => w l i * delta m j)) _).
    { apply rsum_ext; intros m ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum J (fun k => w l i * delta k j)) _); [ same | ].
    apply (eq_eq _ (w l i * rsum J (fun k => delta k j)) _).
    { rule (sum_factor J (w l i) (fun m => delta m j) (fun m => true)). }
    apply (eq_eq _ (w l i * rsum J (fun m => delta m j)) _); [ same | ].
    apply (eq_eq _ (w l i * 1) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum J (fun m => delta m j * 1)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum J (fun k => delta k j * 1)) _); [ same | ].
      rule (sum_delta J (fun m => 1) j). }
    arith. }
  symmetry.
  same.
Qed.

Theorem adjoint_c :
  is_pd (at2 c i j) (fun c' => f_of R' J (y_of M w c'))
  (rsum R' (fun l => w l i)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ adjoint_c_1_chain adjoint_c_2_lemma).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition adjoint_c_outright : option (
  is_pd (at2 c i j) (fun c' => f_of R' J (y_of M w c'))
  (rsum R' (fun l => w l i))).
Proof.
  attempt "adjoint_c" by Formula.outright Formula.by_matrix (Formula.Sum R' (fun l => (Formula.Sum J (fun j' => (Formula.Sum M (fun i' => (Formula.Mul (Formula.C (w l i')) (Formula.V (i', j'))))))))).
Defined.
End adjoint_c.

(** * Adjoint of b *)

Section adjoint_b.
Variables (j : nat).
Hypothesis j_in : (j < J)%nat.
Hypothesis given1 : (forall i, (i < M)%nat -> (forall j', (j' < J)%nat -> 0 < a i j')).

(* chain rule through c_ik *)
Lemma adjoint_b_1_chain :
  pd (at1 b j) (fun b' => f_of R' J (y_of M w (c_of a b')))
  = rsum M (fun i => rsum J (fun m => pd (at2 c i m) (fun c' => f_of R' J (y_of M w c')) * pd (at1 b j) (fun b' => c_of a b' i m))).
Proof.
  assert ((forall j', (j' < J)%nat -> b j' <> 0)).
  { intros j' ?.
    sgn. }
  apply (eq_eq _ (pd (at1 b j) (fun b' => rsum R' (fun l => rsum J (fun j' => y_of M w (c_of a b') l j')))) _).
  { apply pd_ext.
    intros b'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at1 b j) (fun b' => rsum R' (fun k => rsum J (fun j' => y_of M w (c_of a b') k j')))) _); [ same | ].
  apply (eq_eq _ (rsum R' (fun k => pd (at1 b j) (fun b' => rsum J (fun j' => y_of M w (c_of a b') k j')))) _).
  { rule (diff_sum (at1 b j) R' (fun k b' => rsum J (fun j' => y_of M w (c_of a b') k j')) (fun k => true)). }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => w k m * (- (a m l / b l ^ 2 * delta l j)))))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 b j) (fun b' => rsum J (fun l => y_of M w (c_of a b') k l))) _); [ same | ].
    apply (eq_eq _ (rsum J (fun l => pd (at1 b j) (fun b' => y_of M w (c_of a b') k l))) _).
    { rule (diff_sum (at1 b j) J (fun l b' => y_of M w (c_of a b') k l) (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at1 b j) (fun b' => rsum M (fun i => w k i * c_of a b' i l))) _).
    { apply pd_ext.
      intros b'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 b j) (fun b' => rsum M (fun m => w k m * c_of a b' m l))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun m => pd (at1 b j) (fun b' => w k m * c_of a b' m l))) _).
    { rule (diff_sum (at1 b j) M (fun m b' => w k m * c_of a b' m l) (fun k' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at1 b j) (fun b' => w k m * c_of a b' m l)) _).
    { apply pd_ext.
      intros b'; cbv beta.
      same. }
    apply (eq_eq _ (w k m * pd (at1 b j) (fun b' => c_of a b' m l)) _).
    { assert (pd (at1 b j) (fun b' => w k m) = 0).
      { apply constant. }
      rule (diff_scale (at1 b j) (fun b' => w k m) (fun b' => c_of a b' m l)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 b j) (fun b' => a m l / b' l)) _).
    { apply pd_ext.
      intros b'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (- (a m l / b l ^ 2 * pd (at1 b j) (fun b' => b' l))) _).
    { assert (pd (at1 b j) (fun b' => a m l) = 0).
      { apply constant. }
      rule (diff_inverse (at1 b j) (fun b' => a m l) (fun b' => b' l)). }
    refine (f_equal Ropp _).
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => - (w k m * a m l * delta l j / b l ^ 2))))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (w k m * (- (a m l * delta l j / b l ^ 2))) _).
    { refine (f_equal2 Rmult eq_refl _).
      refine (f_equal Ropp _).
      fractions. }
    fractions. }
  apply (eq_eq _ (rsum R' (fun k => - (rsum M (fun m => a m j * w k m) / b j ^ 2))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum J (fun l => - (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum M (fun m => - (delta l j * a m l * w k m / b l ^ 2))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun m => - (delta l j / b l ^ 2 * a m l * w k m))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum M (fun m => delta l j / b l ^ 2 * a m l * w k m)) _).
      { rule (sum_neg M (fun m => delta l j / b l ^ 2 * a m l * w k m) (fun m => true)). }
      apply (eq_eq _ (- (delta l j / b l ^ 2 * rsum M (fun m => a m l * w k m))) _).
      { refine (f_equal Ropp _).
        rule_same (sum_factor M (delta l j / b l ^ 2) (fun m => a m l * w k m) (fun m => true)). }
      fractions. }
    apply (eq_eq _ (rsum J (fun l => (-1) * (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ ((-1) * rsum J (fun l => delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2)) _).
    { rule (sum_factor J (-1) (fun l => delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2) (fun l => true)). }
    apply (eq_eq _ ((-1) * (rsum M (fun m => a m j * w k m) / b j ^ 2)) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum J (fun l => delta l j * (rsum M (fun m => a m l * w k m) / b l ^ 2))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      rule (sum_delta J (fun l => rsum M (fun m => a m l * w k m) / b l ^ 2) j). }
    fractions. }
  apply (eq_eq _ (rsum R' (fun k => - (1 / b j ^ 2 * rsum M (fun m => a m j * w k m)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  apply (eq_eq _ (- rsum R' (fun k => 1 / b j ^ 2 * rsum M (fun m => a m j * w k m))) _).
  { rule (sum_neg R' (fun k => 1 / b j ^ 2 * rsum M (fun m => a m j * w k m)) (fun k => true)). }
  apply (eq_eq _ (- (1 / b j ^ 2 * rsum M (fun l => rsum R' (fun k => a l j * w k l)))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (1 / b j ^ 2 * rsum R' (fun k => rsum M (fun m => a m j * w k m))) _).
    { rule (sum_factor R' (1 / b j ^ 2) (fun k => rsum M (fun m => a m j * w k m)) (fun k => true)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum R' (fun k => rsum M (fun l => a l j * w k l))) _); [ same | ].
    rule (sum_swap R' M (fun k m => a m j * w k m)). }
  apply (eq_eq _ (- (rsum M (fun l => rsum R' (fun k => a l j * w k l)) / b j ^ 2)) _).
  { fractions. }
  apply (eq_eq _ (- (rsum M (fun i => rsum R' (fun k => a i j * w k i)) / b j ^ 2)) _); [ same | ].
  symmetry.
  apply (eq_eq _ (rsum M (fun i => - (rsum R' (fun k => w k i) * a i j / b j ^ 2))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (rsum J (fun m => - (delta m j * rsum R' (fun k => w k i) * a i m / b m ^ 2))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (rsum R' (fun k => w k i) * (- (delta m j * a i m / b m ^ 2))) _).
      { refine (f_equal2 Rmult _ _).
        { apply (eq_eq _ (pd (at2 c i m) (fun c' => rsum R' (fun l => rsum J (fun j' => y_of M w c' l j')))) _).
          { apply pd_ext.
            intros c'; cbv beta.
            reflexivity. }
          apply (eq_eq _ (pd (at2 c i m) (fun c' => rsum R' (fun k => rsum J (fun j' => y_of M w c' k j')))) _); [ same | ].
          apply (eq_eq _ (rsum R' (fun k => pd (at2 c i m) (fun c' => rsum J (fun j' => y_of M w c' k j')))) _).
          { rule (diff_sum (at2 c i m) R' (fun k c' => rsum J (fun j' => y_of M w c' k j')) (fun k => true)). }
          apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun n => w k n * delta n i * delta l m)))) _).
          { apply rsum_ext; intros k ?; cbv beta.
            apply (eq_eq _ (pd (at2 c i m) (fun c' => rsum J (fun l => y_of M w c' k l))) _); [ same | ].
            apply (eq_eq _ (rsum J (fun l => pd (at2 c i m) (fun c' => y_of M w c' k l))) _).
            { rule (diff_sum (at2 c i m) J (fun l c' => y_of M w c' k l) (fun k' => true)). }
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ (pd (at2 c i m) (fun c' => rsum M (fun i' => w k i' * c' i' l))) _).
            { apply pd_ext.
              intros c'; cbv beta.
              reflexivity. }
            apply (eq_eq _ (pd (at2 c i m) (fun c' => rsum M (fun m' => w k m' * c' m' l))) _); [ same | ].
            apply (eq_eq _ (rsum M (fun n => pd (at2 c i m) (fun c' => w k n * c' n l))) _).
            { rule_same (diff_sum (at2 c i m) M (fun m' c' => w k m' * c' m' l) (fun k' => true)). }
            apply rsum_ext; intros n ?; cbv beta.
            apply (eq_eq _ (pd (at2 c i m) (fun c' => w k n * c' n l)) _).
            { apply pd_ext.
              intros c'; cbv beta.
              same. }
            apply (eq_eq _ (w k n * pd (at2 c i m) (fun c' => c' n l)) _).
            { assert (pd (at2 c i m) (fun c' => w k n) = 0).
              { apply constant. }
              rule (diff_scale (at2 c i m) (fun c' => w k n) (fun c' => c' n l)). }
            apply (eq_eq _ (w k n * (delta n i * delta l m)) _); [ | same ].
            refine (f_equal2 Rmult eq_refl _).
            apply variable2. }
          apply rsum_ext; intros k ?; cbv beta.
          apply (eq_eq _ (rsum J (fun l => delta l m * w k i)) _).
          { apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ (rsum M (fun n => delta n i * delta l m * w k n)) _).
            { apply rsum_ext; intros n ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum M (fun n => delta l m * delta n i * w k n)) _).
            { apply rsum_ext; intros n ?; cbv beta.
              arith. }
            apply (eq_eq _ (delta l m * rsum M (fun l' => delta l' i * w k l')) _).
            { rule_same (sum_factor M (delta l m) (fun n => delta n i * w k n) (fun n => true)). }
            apply (eq_eq _ (delta l m * rsum M (fun n => delta n i * w k n)) _); [ same | ].
            refine (f_equal2 Rmult eq_refl _).
            apply (eq_eq _ (rsum M (fun l' => delta l' i * w k l')) _); [ same | ].
            rule (sum_delta M (fun n => w k n) i). }
          apply (eq_eq _ (rsum J (fun l => w k i * delta l m)) _).
          { apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (w k i * rsum J (fun k' => delta k' m)) _).
          { rule_same (sum_factor J (w k i) (fun l => delta l m) (fun l => true)). }
          apply (eq_eq _ (w k i * rsum J (fun l => delta l m)) _); [ same | ].
          apply (eq_eq _ (w k i * 1) _).
          { refine (f_equal2 Rmult eq_refl _).
            apply (eq_eq _ (rsum J (fun l => delta l m * 1)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum J (fun k' => delta k' m * 1)) _); [ same | ].
            rule (sum_delta J (fun l => 1) m). }
          arith. }
        apply (eq_eq _ (pd (at1 b j) (fun b' => a i m / b' m)) _).
        { apply pd_ext.
          intros b'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (- (a i m / b m ^ 2 * pd (at1 b j) (fun b' => b' m))) _).
        { assert (pd (at1 b j) (fun b' => a i m) = 0).
          { apply constant. }
          rule (diff_inverse (at1 b j) (fun b' => a i m) (fun b' => b' m)). }
        apply (eq_eq _ (- (a i m / b m ^ 2 * delta m j)) _).
        { refine (f_equal Ropp _).
          refine (f_equal2 Rmult eq_refl _).
          apply variable1. }
        apply (eq_eq _ (- (a i m * delta m j / b m ^ 2)) _).
        { refine (f_equal Ropp _).
          fractions. }
        fractions. }
      fractions. }
    apply (eq_eq _ (rsum J (fun m => - (rsum R' (fun k => w k i) * (delta m j * a i m / b m ^ 2)))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum J (fun k => - (rsum R' (fun k' => w k' i) * (delta k j * a i k / b k ^ 2)))) _); [ same | ].
    apply (eq_eq _ (- rsum J (fun k => rsum R' (fun k' => w k' i) * (delta k j * a i k / b k ^ 2))) _).
    { rule (sum_neg J (fun m => rsum R' (fun k => w k i) * (delta m j * a i m / b m ^ 2)) (fun m => true)). }
    apply (eq_eq _ (- rsum J (fun m => rsum R' (fun k => w k i) * (delta m j * a i m / b m ^ 2))) _); [ same | ].
    apply (eq_eq _ (- (rsum R' (fun k => w k i) * (a i j / b j ^ 2))) _).
    { refine (f_equal Ropp _).
      apply (eq_eq _ (rsum J (fun k => rsum R' (fun k' => w k' i) * (delta k j * a i k / b k ^ 2))) _); [ same | ].
      apply (eq_eq _ (rsum R' (fun k => w k i) * rsum J (fun k => delta k j * a i k / b k ^ 2)) _).
      { rule (sum_factor J (rsum R' (fun k => w k i)) (fun m => delta m j * a i m / b m ^ 2) (fun m => true)). }
      apply (eq_eq _ (rsum R' (fun k => w k i) * rsum J (fun m => delta m j * a i m / b m ^ 2)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum J (fun m => delta m j * (a i m / b m ^ 2))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum J (fun k => delta k j * (a i k / b k ^ 2))) _); [ same | ].
      rule (sum_delta J (fun m => a i m / b m ^ 2) j). }
    fractions. }
  apply (eq_eq _ (rsum M (fun i => - (1 / b j ^ 2 * rsum R' (fun k => w k i) * a i j))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum M (fun k => - (1 / b j ^ 2 * rsum R' (fun l => w l k) * a k j))) _); [ same | ].
  apply (eq_eq _ (- rsum M (fun k => 1 / b j ^ 2 * rsum R' (fun l => w l k) * a k j)) _).
  { rule (sum_neg M (fun i => 1 / b j ^ 2 * rsum R' (fun k => w k i) * a i j) (fun i => true)). }
  apply (eq_eq _ (- rsum M (fun i => 1 / b j ^ 2 * rsum R' (fun k => w k i) * a i j)) _); [ same | ].
  apply (eq_eq _ (- (1 / b j ^ 2 * rsum M (fun i => rsum R' (fun k => a i j * w k i)))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (rsum M (fun k => 1 / b j ^ 2 * rsum R' (fun l => w l k) * a k j)) _); [ same | ].
    apply (eq_eq _ (1 / b j ^ 2 * rsum M (fun k => rsum R' (fun l => w l k) * a k j)) _).
    { rule_same (sum_factor M (1 / b j ^ 2) (fun i => rsum R' (fun k => w k i) * a i j) (fun i => true)). }
    apply (eq_eq _ (1 / b j ^ 2 * rsum M (fun i => rsum R' (fun k => w k i) * a i j)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum M (fun i => a i j * rsum R' (fun k => w k i))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply rsum_ext; intros i ?; cbv beta.
    symmetry.
    rule (sum_factor R' (a i j) (fun k => w k i) (fun k => true)). }
  fractions.
Qed.

(* put in ∂f/∂c_im and ∂c_im/∂b_j *)
Lemma adjoint_b_2_lemma :
  rsum M (fun i => rsum J (fun m => pd (at2 c i m) (fun c' => f_of R' J (y_of M w c')) * pd (at1 b j) (fun b' => c_of a b' i m)))
  = - (rsum M (fun i => rsum R' (fun l => w l i) * a i j) / b j ^ 2).
Proof.
  assert ((forall m, (m < J)%nat -> b m <> 0)).
  { intros m ?.
    sgn. }
  apply (eq_eq _ (rsum M (fun i => - (rsum R' (fun k => w k i) * a i j / b j ^ 2))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (rsum J (fun m => - (delta m j * rsum R' (fun k => w k i) * a i m / b m ^ 2))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (rsum R' (fun k => w k i) * (- (delta m j * a i m / b m ^ 2))) _).
      { refine (f_equal2 Rmult _ _).
        { apply (eq_eq _ (pd (at2 c i m) (fun c' => rsum R' (fun l => rsum J (fun j' => y_of M w c' l j')))) _).
          { apply pd_ext.
            intros c'; cbv beta.
            reflexivity. }
          apply (eq_eq _ (pd (at2 c i m) (fun c' => rsum R' (fun k => rsum J (fun j' => y_of M w c' k j')))) _); [ same | ].
          apply (eq_eq _ (rsum R' (fun k => pd (at2 c i m) (fun c' => rsum J (fun j' => y_of M w c' k j')))) _).
          { rule (diff_sum (at2 c i m) R' (fun k c' => rsum J (fun j' => y_of M w c' k j')) (fun k => true)). }
          apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun n => w k n * delta n i * delta l m)))) _).
          { apply rsum_ext; intros k ?; cbv beta.
            apply (eq_eq _ (pd (at2 c i m) (fun c' => rsum J (fun l => y_of M w c' k l))) _); [ same | ].
            apply (eq_eq _ (rsum J (fun l => pd (at2 c i m) (fun c' => y_of M w c' k l))) _).
            { rule (diff_sum (at2 c i m) J (fun l c' => y_of M w c' k l) (fun k' => true)). }
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ (pd (at2 c i m) (fun c' => rsum M (fun i' => w k i' * c' i' l))) _).
            { apply pd_ext.
              intros c'; cbv beta.
              reflexivity. }
            apply (eq_eq _ (pd (at2 c i m) (fun c' => rsum M (fun m' => w k m' * c' m' l))) _); [ same | ].
            apply (eq_eq _ (rsum M (fun n => pd (at2 c i m) (fun c' => w k n * c' n l))) _).
            { rule_same (diff_sum (at2 c i m) M (fun m' c' => w k m' * c' m' l) (fun k' => true)). }
            apply rsum_ext; intros n ?; cbv beta.
            apply (eq_eq _ (pd (at2 c i m) (fun c' => w k n * c' n l)) _).
            { apply pd_ext.
              intros c'; cbv beta.
              same. }
            apply (eq_eq _ (w k n * pd (at2 c i m) (fun c' => c' n l)) _).
            { assert (pd (at2 c i m) (fun c' => w k n) = 0).
              { apply constant. }
              rule (diff_scale (at2 c i m) (fun c' => w k n) (fun c' => c' n l)). }
            apply (eq_eq _ (w k n * (delta n i * delta l m)) _); [ | same ].
            refine (f_equal2 Rmult eq_refl _).
            apply variable2. }
          apply rsum_ext; intros k ?; cbv beta.
          apply (eq_eq _ (rsum J (fun l => delta l m * w k i)) _).
          { apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ (rsum M (fun n => delta n i * delta l m * w k n)) _).
            { apply rsum_ext; intros n ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum M (fun n => delta l m * delta n i * w k n)) _).
            { apply rsum_ext; intros n ?; cbv beta.
              arith. }
            apply (eq_eq _ (delta l m * rsum M (fun l' => delta l' i * w k l')) _).
            { rule_same (sum_factor M (delta l m) (fun n => delta n i * w k n) (fun n => true)). }
            apply (eq_eq _ (delta l m * rsum M (fun n => delta n i * w k n)) _); [ same | ].
            refine (f_equal2 Rmult eq_refl _).
            apply (eq_eq _ (rsum M (fun l' => delta l' i * w k l')) _); [ same | ].
            rule (sum_delta M (fun n => w k n) i). }
          apply (eq_eq _ (rsum J (fun l => w k i * delta l m)) _).
          { apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (w k i * rsum J (fun k' => delta k' m)) _).
          { rule_same (sum_factor J (w k i) (fun l => delta l m) (fun l => true)). }
          apply (eq_eq _ (w k i * rsum J (fun l => delta l m)) _); [ same | ].
          apply (eq_eq _ (w k i * 1) _).
          { refine (f_equal2 Rmult eq_refl _).
            apply (eq_eq _ (rsum J (fun l => delta l m * 1)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum J (fun k' => delta k' m * 1)) _); [ same | ].
            rule (sum_delta J (fun l => 1) m). }
          arith. }
        apply (eq_eq _ (pd (at1 b j) (fun b' => a i m / b' m)) _).
        { apply pd_ext.
          intros b'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (- (a i m / b m ^ 2 * pd (at1 b j) (fun b' => b' m))) _).
        { assert (pd (at1 b j) (fun b' => a i m) = 0).
          { apply constant. }
          rule (diff_inverse (at1 b j) (fun b' => a i m) (fun b' => b' m)). }
        apply (eq_eq _ (- (a i m / b m ^ 2 * delta m j)) _).
        { refine (f_equal Ropp _).
          refine (f_equal2 Rmult eq_refl _).
          apply variable1. }
        apply (eq_eq _ (- (a i m * delta m j / b m ^ 2)) _).
        { refine (f_equal Ropp _).
          fractions. }
        fractions. }
      fractions. }
    apply (eq_eq _ (rsum J (fun m => - (rsum R' (fun k => w k i) * (delta m j * a i m / b m ^ 2)))) _).
    { apply rsum_ext; intros m ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum J (fun k => - (rsum R' (fun k' => w k' i) * (delta k j * a i k / b k ^ 2)))) _); [ same | ].
    apply (eq_eq _ (- rsum J (fun k => rsum R' (fun k' => w k' i) * (delta k j * a i k / b k ^ 2))) _).
    { rule (sum_neg J (fun m => rsum R' (fun k => w k i) * (delta m j * a i m / b m ^ 2)) (fun m => true)). }
    apply (eq_eq _ (- rsum J (fun m => rsum R' (fun k => w k i) * (delta m j * a i m / b m ^ 2))) _); [ same | ].
    apply (eq_eq _ (- (rsum R' (fun k => w k i) * (a i j / b j ^ 2))) _).
    { refine (f_equal Ropp _).
      apply (eq_eq _ (rsum J (fun k => rsum R' (fun k' => w k' i) * (delta k j * a i k / b k ^ 2))) _); [ same | ].
      apply (eq_eq _ (rsum R' (fun k => w k i) * rsum J (fun k => delta k j * a i k / b k ^ 2)) _).
      { rule (sum_factor J (rsum R' (fun k => w k i)) (fun m => delta m j * a i m / b m ^ 2) (fun m => true)). }
      apply (eq_eq _ (rsum R' (fun k => w k i) * rsum J (fun m => delta m j * a i m / b m ^ 2)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum J (fun m => delta m j * (a i m / b m ^ 2))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum J (fun k => delta k j * (a i k / b k ^ 2))) _); [ same | ].
      rule (sum_delta J (fun m => a i m / b m ^ 2) j). }
    fractions. }
  apply (eq_eq _ (rsum M (fun i => - (1 / b j ^ 2 * rsum R' (fun k => w k i) * a i j))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum M (fun k => - (1 / b j ^ 2 * rsum R' (fun l => w l k) * a k j))) _); [ same | ].
  apply (eq_eq _ (- rsum M (fun k => 1 / b j ^ 2 * rsum R' (fun l => w l k) * a k j)) _).
  { rule (sum_neg M (fun i => 1 / b j ^ 2 * rsum R' (fun k => w k i) * a i j) (fun i => true)). }
  apply (eq_eq _ (- rsum M (fun i => 1 / b j ^ 2 * rsum R' (fun k => w k i) * a i j)) _); [ same | ].
  apply (eq_eq _ (- (1 / b j ^ 2 * rsum M (fun i => rsum R' (fun k => a i j * w k i)))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (rsum M (fun k => 1 / b j ^ 2 * rsum R' (fun l => w l k) * a k j)) _); [ same | ].
    apply (eq_eq _ (1 / b j ^ 2 * rsum M (fun k => rsum R' (fun l => w l k) * a k j)) _).
    { rule_same (sum_factor M (1 / b j ^ 2) (fun i => rsum R' (fun k => w k i) * a i j) (fun i => true)). }
    apply (eq_eq _ (1 / b j ^ 2 * rsum M (fun i => rsum R' (fun k => w k i) * a i j)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum M (fun i => a i j * rsum R' (fun k => w k i))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply rsum_ext; intros i ?; cbv beta.
    symmetry.
    rule (sum_factor R' (a i j) (fun k => w k i) (fun k => true)). }
  apply (eq_eq _ (- (rsum M (fun i => rsum R' (fun k => a i j * w k i)) / b j ^ 2)) _).
  { fractions. }
  symmetry.
  refine (f_equal Ropp _).
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum M (fun i => a i j * rsum R' (fun l => w l i))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (a i j * rsum R' (fun k => w k i)) _); [ same | ].
  symmetry.
  rule (sum_factor R' (a i j) (fun l => w l i) (fun l => true)).
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma adjoint_b_3_sum_factor :
  - (rsum M (fun i => rsum R' (fun l => w l i) * a i j) / b j ^ 2)
  = - (rsum R' (fun l => y l j) / b j).
Proof.
  apply (eq_eq _ (- (rsum M (fun i => rsum R' (fun k => a i j * w k i)) / rsum M (fun i => a i j) ^ 2)) _).
  { refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ _).
    { apply (eq_eq _ (rsum M (fun i => a i j * rsum R' (fun l => w l i))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply rsum_ext; intros i ?; cbv beta.
      apply (eq_eq _ (a i j * rsum R' (fun k => w k i)) _); [ same | ].
      symmetry.
      rule (sum_factor R' (a i j) (fun l => w l i) (fun l => true)). }
    refine (f_equal (fun x => x ^ 2) _).
    reflexivity. }
  apply (eq_eq _ (- (rsum M (fun l => rsum R' (fun k => a l j * w k l)) / rsum M (fun i => a i j) ^ 2)) _); [ same | ].
  symmetry.
  apply (eq_eq _ (- (1 / rsum M (fun i => a i j) * rsum M (fun l => rsum R' (fun k => a l j * w k l)) / rsum M (fun i => a i j))) _).
  { refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ _).
    { apply (eq_eq _ (rsum R' (fun l => rsum M (fun i => a i j * w l i) / rsum M (fun i => a i j))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (rsum M (fun i => w l i * c i j)) _).
        { reflexivity. }
        apply (eq_eq _ (rsum M (fun i => a i j * w l i / rsum M (fun i' => a i' j))) _).
        { apply rsum_ext; intros i ?; cbv beta.
          apply (eq_eq _ (w l i * (a i j / rsum M (fun i' => a i' j))) _).
          { refine (f_equal2 Rmult eq_refl _).
            apply (eq_eq _ (a i j / b j) _).
            { reflexivity. }
            refine (f_equal2 Rdiv eq_refl _).
            reflexivity. }
          fractions. }
        apply (eq_eq _ (rsum M (fun i => 1 / rsum M (fun i' => a i' j) * a i j * w l i)) _).
        { apply rsum_ext; intros i ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum M (fun k => 1 / rsum M (fun i => a i j) * a k j * w l k)) _); [ same | ].
        apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun k => a k j * w l k)) _).
        { rule_same (sum_factor M (1 / rsum M (fun i => a i j)) (fun i => a i j * w l i) (fun i => true)). }
        apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun i => a i j * w l i)) _); [ same | ].
        fractions. }
      apply (eq_eq _ (rsum R' (fun l => 1 / rsum M (fun i => a i j) * rsum M (fun i => a i j * w l i))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum R' (fun k => 1 / rsum M (fun i => a i j) * rsum M (fun i => a i j * w k i))) _); [ same | ].
      apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum R' (fun k => rsum M (fun i => a i j * w k i))) _).
      { rule (sum_factor R' (1 / rsum M (fun i => a i j)) (fun l => rsum M (fun i => a i j * w l i)) (fun l => true)). }
      apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum R' (fun l => rsum M (fun i => a i j * w l i))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum R' (fun k => rsum M (fun l => a l j * w k l))) _); [ same | ].
      rule (sum_swap R' M (fun l i => a i j * w l i)). }
    reflexivity. }
  fractions.
Qed.

Lemma adjoint_b_needs_1 :
  (forall m, (m < J)%nat -> b m <> 0).
Proof.
  intros m ?.
  sgn.
Qed.

Theorem adjoint_b :
  is_pd (at1 b j) (fun b' => f_of R' J (y_of M w (c_of a b')))
  (- (rsum R' (fun l => y l j) / b j)).
Proof.
  pose proof adjoint_b_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ adjoint_b_1_chain (eq_eq _ _ _ adjoint_b_2_lemma adjoint_b_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition adjoint_b_outright : option (
  is_pd (at1 b j) (fun b' => f_of R' J (y_of M w (c_of a b')))
  (- (rsum R' (fun l => y l j) / b j))).
Proof.
  attempt "adjoint_b" by Formula.outright Formula.by_vector (Formula.Sum R' (fun l => (Formula.Sum J (fun j' => (Formula.Sum M (fun i => (Formula.Mul (Formula.C (w l i)) (Formula.Div (Formula.C (a i j')) (Formula.V (j')))))))))).
Defined.
End adjoint_b.

(** * Adjoint of a, where both meet *)

Section adjoint_a.
Variables (i j : nat).
Hypothesis i_in : (i < M)%nat.
Hypothesis j_in : (j < J)%nat.
Hypothesis given1 : (forall i', (i' < M)%nat -> (forall j', (j' < J)%nat -> 0 < a i' j')).

(* differentiate under the sum; a constant factor stays in front; quotient rule *)
Lemma adjoint_a_1_diff_sum :
  pd (at2 a i j) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a'))))
  = pd (at2 c i j) (fun c' => f_of R' J (y_of M w c')) / b j + pd (at1 b j) (fun b' => f_of R' J (y_of M w (c_of a b'))).
Proof.
  assert ((forall j', (j' < J)%nat -> b j' <> 0)).
  { intros j' ?.
    sgn. }
  apply (eq_eq _ (pd (at2 a i j) (fun a' => rsum R' (fun l => rsum J (fun j' => y_of M w (c_of a' (b_of M a')) l j')))) _).
  { apply pd_ext.
    intros a'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at2 a i j) (fun a' => rsum R' (fun k => rsum J (fun j' => y_of M w (c_of a' (b_of M a')) k j')))) _); [ same | ].
  apply (eq_eq _ (rsum R' (fun k => pd (at2 a i j) (fun a' => rsum J (fun j' => y_of M w (c_of a' (b_of M a')) k j')))) _).
  { rule (diff_sum (at2 a i j) R' (fun k a' => rsum J (fun j' => y_of M w (c_of a' (b_of M a')) k j')) (fun k => true)). }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => w k m * ((delta m i * delta l j * b l - a m l * rsum M (fun k' => delta k' i * delta l j)) / b l ^ 2))))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at2 a i j) (fun a' => rsum J (fun l => y_of M w (c_of a' (b_of M a')) k l))) _); [ same | ].
    apply (eq_eq _ (rsum J (fun l => pd (at2 a i j) (fun a' => y_of M w (c_of a' (b_of M a')) k l))) _).
    { rule (diff_sum (at2 a i j) J (fun l a' => y_of M w (c_of a' (b_of M a')) k l) (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at2 a i j) (fun a' => rsum M (fun i' => w k i' * c_of a' (b_of M a') i' l))) _).
    { apply pd_ext.
      intros a'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 a i j) (fun a' => rsum M (fun m => w k m * c_of a' (b_of M a') m l))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun m => pd (at2 a i j) (fun a' => w k m * c_of a' (b_of M a') m l))) _).
    { rule (diff_sum (at2 a i j) M (fun m a' => w k m * c_of a' (b_of M a') m l) (fun k' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at2 a i j) (fun a' => w k m * c_of a' (b_of M a') m l)) _).
    { apply pd_ext.
      intros a'; cbv beta.
      same. }
    apply (eq_eq _ (w k m * pd (at2 a i j) (fun a' => c_of a' (b_of M a') m l)) _).
    { assert (pd (at2 a i j) (fun a' => w k m) = 0).
      { apply constant. }
      rule (diff_scale (at2 a i j) (fun a' => w k m) (fun a' => c_of a' (b_of M a') m l)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at2 a i j) (fun a' => a' m l / b_of M a' l)) _).
    { apply pd_ext.
      intros a'; cbv beta.
      reflexivity. }
    apply (eq_eq _ ((pd (at2 a i j) (fun a' => a' m l) * b l - a m l * pd (at2 a i j) (fun a' => b_of M a' l)) / b l ^ 2) _).
    { rule (diff_div (at2 a i j) (fun a' => a' m l) (fun a' => b_of M a' l)). }
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ ((delta m i * delta l j) * b l) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply variable2. }
    refine (f_equal Ropp _).
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at2 a i j) (fun a' => rsum M (fun i' => a' i' l))) _).
    { apply pd_ext.
      intros a'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 a i j) (fun a' => rsum M (fun k' => a' k' l))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun k' => pd (at2 a i j) (fun a' => a' k' l))) _).
    { rule (diff_sum (at2 a i j) M (fun k' a' => a' k' l) (fun k' => true)). }
    apply rsum_ext; intros k' ?; cbv beta.
    apply variable2. }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => w k m * (delta m i * delta l j * b l - a m l * rsum M (fun k' => delta k' i * delta l j)) / b l ^ 2)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum R' (fun k => - (rsum M (fun m => a m j * w k m) / b j ^ 2) + w k i / b j)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum J (fun l => - (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2) + delta l j * w k i / b l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum M (fun m => delta m i * delta l j * w k m / b l - delta l j * a m l * w k m / b l ^ 2)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (w k m * (delta m i * delta l j * b l - a m l * delta l j * 1) / b l ^ 2) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          refine (f_equal2 Rmult eq_refl _).
          refine (f_equal2 Rplus eq_refl _).
          refine (f_equal Ropp _).
          apply (eq_eq _ (a m l * (delta l j * 1)) _); [ | same ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun k' => delta l j * delta k' i)) _).
          { apply rsum_ext; intros k' ?; cbv beta.
            arith. }
          apply (eq_eq _ (delta l j * rsum M (fun k' => delta k' i)) _).
          { rule (sum_factor M (delta l j) (fun k' => delta k' i) (fun k' => true)). }
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun k' => delta k' i * 1)) _).
          { apply rsum_ext; intros k' ?; cbv beta.
            arith. }
          rule (sum_delta M (fun k' => 1) i). }
        cancel. }
      apply (eq_eq _ (rsum M (fun m => delta m i * delta l j * w k m / b l) + rsum M (fun m => - (delta l j * a m l * w k m / b l ^ 2))) _).
      { rule (sum_add M (fun m => delta m i * delta l j * w k m / b l) (fun m => - (delta l j * a m l * w k m / b l ^ 2)) (fun m => true)). }
      apply (eq_eq _ (delta l j / b l * w k i - delta l j / b l ^ 2 * rsum M (fun m => a m l * w k m)) _).
      { refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum M (fun m => delta l j / b l * delta m i * w k m)) _).
          { apply rsum_ext; intros m ?; cbv beta.
            fractions. }
          apply (eq_eq _ (delta l j / b l * rsum M (fun l' => delta l' i * w k l')) _).
          { rule_same (sum_factor M (delta l j / b l) (fun m => delta m i * w k m) (fun m => true)). }
          apply (eq_eq _ (delta l j / b l * rsum M (fun m => delta m i * w k m)) _); [ same | ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun l' => delta l' i * w k l')) _); [ same | ].
          rule (sum_delta M (fun m => w k m) i). }
        apply (eq_eq _ (rsum M (fun m => - (delta l j / b l ^ 2 * a m l * w k m))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (- rsum M (fun m => delta l j / b l ^ 2 * a m l * w k m)) _).
        { rule (sum_neg M (fun m => delta l j / b l ^ 2 * a m l * w k m) (fun m => true)). }
        refine (f_equal Ropp _).
        rule_same (sum_factor M (delta l j / b l ^ 2) (fun m => a m l * w k m) (fun m => true)). }
      fractions. }
    apply (eq_eq _ (rsum J (fun l => - (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2)) + rsum J (fun l => delta l j * w k i / b l)) _).
    { rule (sum_add J (fun l => - (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2)) (fun l => delta l j * w k i / b l) (fun l => true)). }
    apply (eq_eq _ ((-1) * (rsum M (fun m => a m j * w k m) / b j ^ 2) + w k i * (1 / b j)) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum J (fun l => (-1) * (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2))) _).
        { apply rsum_ext; intros l ?; cbv beta.
          fractions. }
        apply (eq_eq _ ((-1) * rsum J (fun l => delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2)) _).
        { rule (sum_factor J (-1) (fun l => delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2) (fun l => true)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum J (fun l => delta l j * (rsum M (fun m => a m l * w k m) / b l ^ 2))) _).
        { apply rsum_ext; intros l ?; cbv beta.
          fractions. }
        rule (sum_delta J (fun l => rsum M (fun m => a m l * w k m) / b l ^ 2) j). }
      apply (eq_eq _ (rsum J (fun l => w k i * (delta l j / b l))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (w k i * rsum J (fun k' => delta k' j / b k')) _).
      { rule_same (sum_factor J (w k i) (fun l => delta l j / b l) (fun l => true)). }
      apply (eq_eq _ (w k i * rsum J (fun l => delta l j / b l)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum J (fun l => delta l j * (1 / b l))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum J (fun k' => delta k' j * (1 / b k'))) _); [ same | ].
      rule (sum_delta J (fun l => 1 / b l) j). }
    fractions. }
  apply (eq_eq _ (rsum R' (fun k => - (rsum M (fun m => a m j * w k m) / b j ^ 2)) + rsum R' (fun k => w k i / b j)) _).
  { rule (sum_add R' (fun k => - (rsum M (fun m => a m j * w k m) / b j ^ 2)) (fun k => w k i / b j) (fun k => true)). }
  apply (eq_eq _ (- (1 / b j ^ 2 * rsum M (fun l => rsum R' (fun k => a l j * w k l))) + 1 / b j * rsum R' (fun k => w k i)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum R' (fun k => - (1 / b j ^ 2 * rsum M (fun m => a m j * w k m)))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum R' (fun k => 1 / b j ^ 2 * rsum M (fun m => a m j * w k m))) _).
      { rule (sum_neg R' (fun k => 1 / b j ^ 2 * rsum M (fun m => a m j * w k m)) (fun k => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (1 / b j ^ 2 * rsum R' (fun k => rsum M (fun m => a m j * w k m))) _).
      { rule (sum_factor R' (1 / b j ^ 2) (fun k => rsum M (fun m => a m j * w k m)) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum R' (fun k => rsum M (fun l => a l j * w k l))) _); [ same | ].
      rule (sum_swap R' M (fun k m => a m j * w k m)). }
    apply (eq_eq _ (rsum R' (fun k => 1 / b j * w k i)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_factor R' (1 / b j) (fun k => w k i) (fun k => true)). }
  apply (eq_eq _ (rsum R' (fun k => w k i) / b j - rsum M (fun l => rsum R' (fun k => a l j * w k l)) / b j ^ 2) _).
  { fractions. }
  symmetry.
  refine (f_equal2 Rplus _ _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum R' (fun l => rsum J (fun j' => y_of M w c' l j')))) _).
    { apply pd_ext.
      intros c'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum R' (fun k => rsum J (fun j' => y_of M w c' k j')))) _); [ same | ].
    apply (eq_eq _ (rsum R' (fun k => pd (at2 c i j) (fun c' => rsum J (fun j' => y_of M w c' k j')))) _).
    { rule (diff_sum (at2 c i j) R' (fun k c' => rsum J (fun j' => y_of M w c' k j')) (fun k => true)). }
    apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => w k m * delta m i * delta l j)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum J (fun l => y_of M w c' k l))) _); [ same | ].
      apply (eq_eq _ (rsum J (fun l => pd (at2 c i j) (fun c' => y_of M w c' k l))) _).
      { rule (diff_sum (at2 c i j) J (fun l c' => y_of M w c' k l) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun i' => w k i' * c' i' l))) _).
      { apply pd_ext.
        intros c'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun m => w k m * c' m l))) _); [ same | ].
      apply (eq_eq _ (rsum M (fun m => pd (at2 c i j) (fun c' => w k m * c' m l))) _).
      { rule (diff_sum (at2 c i j) M (fun m c' => w k m * c' m l) (fun k' => true)). }
      apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (pd (at2 c i j) (fun c' => w k m * c' m l)) _).
      { apply pd_ext.
        intros c'; cbv beta.
        same. }
      apply (eq_eq _ (w k m * pd (at2 c i j) (fun c' => c' m l)) _).
      { assert (pd (at2 c i j) (fun c' => w k m) = 0).
        { apply constant. }
        rule (diff_scale (at2 c i j) (fun c' => w k m) (fun c' => c' m l)). }
      apply (eq_eq _ (w k m * (delta m i * delta l j)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum J (fun l => delta l j * w k i)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum M (fun m => delta m i * delta l j * w k m)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum M (fun m => delta l j * delta m i * w k m)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        arith. }
      apply (eq_eq _ (delta l j * rsum M (fun l' => delta l' i * w k l')) _).
      { rule_same (sum_factor M (delta l j) (fun m => delta m i * w k m) (fun m => true)). }
      apply (eq_eq _ (delta l j * rsum M (fun m => delta m i * w k m)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum M (fun l' => delta l' i * w k l')) _); [ same | ].
      rule (sum_delta M (fun m => w k m) i). }
    apply (eq_eq _ (rsum J (fun l => w k i * delta l j)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (w k i * rsum J (fun k' => delta k' j)) _).
    { rule_same (sum_factor J (w k i) (fun l => delta l j) (fun l => true)). }
    apply (eq_eq _ (w k i * rsum J (fun l => delta l j)) _); [ same | ].
    apply (eq_eq _ (w k i * 1) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum J (fun l => delta l j * 1)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum J (fun k' => delta k' j * 1)) _); [ same | ].
      rule (sum_delta J (fun l => 1) j). }
    arith. }
  apply (eq_eq _ (pd (at1 b j) (fun b' => rsum R' (fun l => rsum J (fun j' => y_of M w (c_of a b') l j')))) _).
  { apply pd_ext.
    intros b'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (pd (at1 b j) (fun b' => rsum R' (fun k => rsum J (fun j' => y_of M w (c_of a b') k j')))) _); [ same | ].
  apply (eq_eq _ (rsum R' (fun k => pd (at1 b j) (fun b' => rsum J (fun j' => y_of M w (c_of a b') k j')))) _).
  { rule (diff_sum (at1 b j) R' (fun k b' => rsum J (fun j' => y_of M w (c_of a b') k j')) (fun k => true)). }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => w k m * (- (a m l / b l ^ 2 * delta l j)))))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 b j) (fun b' => rsum J (fun l => y_of M w (c_of a b') k l))) _); [ same | ].
    apply (eq_eq _ (rsum J (fun l => pd (at1 b j) (fun b' => y_of M w (c_of a b') k l))) _).
    { rule (diff_sum (at1 b j) J (fun l b' => y_of M w (c_of a b') k l) (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at1 b j) (fun b' => rsum M (fun i' => w k i' * c_of a b' i' l))) _).
    { apply pd_ext.
      intros b'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 b j) (fun b' => rsum M (fun m => w k m * c_of a b' m l))) _); [ same | ].
    apply (eq_eq _ (rsum M (fun m => pd (at1 b j) (fun b' => w k m * c_of a b' m l))) _).
    { rule (diff_sum (at1 b j) M (fun m b' => w k m * c_of a b' m l) (fun k' => true)). }
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (pd (at1 b j) (fun b' => w k m * c_of a b' m l)) _).
    { apply pd_ext.
      intros b'; cbv beta.
      same. }
    apply (eq_eq _ (w k m * pd (at1 b j) (fun b' => c_of a b' m l)) _).
    { assert (pd (at1 b j) (fun b' => w k m) = 0).
      { apply constant. }
      rule (diff_scale (at1 b j) (fun b' => w k m) (fun b' => c_of a b' m l)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 b j) (fun b' => a m l / b' l)) _).
    { apply pd_ext.
      intros b'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (- (a m l / b l ^ 2 * pd (at1 b j) (fun b' => b' l))) _).
    { assert (pd (at1 b j) (fun b' => a m l) = 0).
      { apply constant. }
      rule (diff_inverse (at1 b j) (fun b' => a m l) (fun b' => b' l)). }
    refine (f_equal Ropp _).
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => - (w k m * a m l * delta l j / b l ^ 2))))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros m ?; cbv beta.
    apply (eq_eq _ (w k m * (- (a m l * delta l j / b l ^ 2))) _).
    { refine (f_equal2 Rmult eq_refl _).
      refine (f_equal Ropp _).
      fractions. }
    fractions. }
  apply (eq_eq _ (rsum R' (fun k => - (rsum M (fun m => a m j * w k m) / b j ^ 2))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (rsum J (fun l => - (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum M (fun m => - (delta l j * a m l * w k m / b l ^ 2))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun m => - (delta l j / b l ^ 2 * a m l * w k m))) _).
      { apply rsum_ext; intros m ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum M (fun m => delta l j / b l ^ 2 * a m l * w k m)) _).
      { rule (sum_neg M (fun m => delta l j / b l ^ 2 * a m l * w k m) (fun m => true)). }
      apply (eq_eq _ (- (delta l j / b l ^ 2 * rsum M (fun m => a m l * w k m))) _).
      { refine (f_equal Ropp _).
        rule_same (sum_factor M (delta l j / b l ^ 2) (fun m => a m l * w k m) (fun m => true)). }
      fractions. }
    apply (eq_eq _ (rsum J (fun l => (-1) * (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ ((-1) * rsum J (fun l => delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2)) _).
    { rule (sum_factor J (-1) (fun l => delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2) (fun l => true)). }
    apply (eq_eq _ ((-1) * (rsum M (fun m => a m j * w k m) / b j ^ 2)) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum J (fun l => delta l j * (rsum M (fun m => a m l * w k m) / b l ^ 2))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      rule (sum_delta J (fun l => rsum M (fun m => a m l * w k m) / b l ^ 2) j). }
    fractions. }
  apply (eq_eq _ (rsum R' (fun k => - (1 / b j ^ 2 * rsum M (fun m => a m j * w k m)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  apply (eq_eq _ (- rsum R' (fun k => 1 / b j ^ 2 * rsum M (fun m => a m j * w k m))) _).
  { rule (sum_neg R' (fun k => 1 / b j ^ 2 * rsum M (fun m => a m j * w k m)) (fun k => true)). }
  apply (eq_eq _ (- (1 / b j ^ 2 * rsum M (fun l => rsum R' (fun k => a l j * w k l)))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (1 / b j ^ 2 * rsum R' (fun k => rsum M (fun m => a m j * w k m))) _).
    { rule (sum_factor R' (1 / b j ^ 2) (fun k => rsum M (fun m => a m j * w k m)) (fun k => true)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum R' (fun k => rsum M (fun l => a l j * w k l))) _); [ same | ].
    rule (sum_swap R' M (fun k m => a m j * w k m)). }
  fractions.
Qed.

(* put in ∂f/∂c_ij and ∂f/∂b_j *)
Lemma adjoint_a_2_lemma :
  pd (at2 c i j) (fun c' => f_of R' J (y_of M w c')) / b j + pd (at1 b j) (fun b' => f_of R' J (y_of M w (c_of a b')))
  = rsum R' (fun l => w l i) / b j - rsum R' (fun l => y l j) / b j.
Proof.
  assert ((forall j', (j' < J)%nat -> b j' <> 0)).
  { intros j' ?.
    sgn. }
  apply (eq_eq _ (rsum R' (fun k => w k i) / b j - rsum M (fun l => rsum R' (fun k => a l j * w k l)) / b j ^ 2) _).
  { refine (f_equal2 Rplus _ _).
    { refine (f_equal2 Rdiv _ eq_refl).
      apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum R' (fun l => rsum J (fun j' => y_of M w c' l j')))) _).
      { apply pd_ext.
        intros c'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum R' (fun k => rsum J (fun j' => y_of M w c' k j')))) _); [ same | ].
      apply (eq_eq _ (rsum R' (fun k => pd (at2 c i j) (fun c' => rsum J (fun j' => y_of M w c' k j')))) _).
      { rule (diff_sum (at2 c i j) R' (fun k c' => rsum J (fun j' => y_of M w c' k j')) (fun k => true)). }
      apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => w k m * delta m i * delta l j)))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum J (fun l => y_of M w c' k l))) _); [ same | ].
        apply (eq_eq _ (rsum J (fun l => pd (at2 c i j) (fun c' => y_of M w c' k l))) _).
        { rule (diff_sum (at2 c i j) J (fun l c' => y_of M w c' k l) (fun k' => true)). }
        apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun i' => w k i' * c' i' l))) _).
        { apply pd_ext.
          intros c'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at2 c i j) (fun c' => rsum M (fun m => w k m * c' m l))) _); [ same | ].
        apply (eq_eq _ (rsum M (fun m => pd (at2 c i j) (fun c' => w k m * c' m l))) _).
        { rule (diff_sum (at2 c i j) M (fun m c' => w k m * c' m l) (fun k' => true)). }
        apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (pd (at2 c i j) (fun c' => w k m * c' m l)) _).
        { apply pd_ext.
          intros c'; cbv beta.
          same. }
        apply (eq_eq _ (w k m * pd (at2 c i j) (fun c' => c' m l)) _).
        { assert (pd (at2 c i j) (fun c' => w k m) = 0).
          { apply constant. }
          rule (diff_scale (at2 c i j) (fun c' => w k m) (fun c' => c' m l)). }
        apply (eq_eq _ (w k m * (delta m i * delta l j)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (rsum J (fun l => delta l j * w k i)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (rsum M (fun m => delta m i * delta l j * w k m)) _).
        { apply rsum_ext; intros m ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum M (fun m => delta l j * delta m i * w k m)) _).
        { apply rsum_ext; intros m ?; cbv beta.
          arith. }
        apply (eq_eq _ (delta l j * rsum M (fun l' => delta l' i * w k l')) _).
        { rule_same (sum_factor M (delta l j) (fun m => delta m i * w k m) (fun m => true)). }
        apply (eq_eq _ (delta l j * rsum M (fun m => delta m i * w k m)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum M (fun l' => delta l' i * w k l')) _); [ same | ].
        rule (sum_delta M (fun m => w k m) i). }
      apply (eq_eq _ (rsum J (fun l => w k i * delta l j)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      apply (eq_eq _ (w k i * rsum J (fun k' => delta k' j)) _).
      { rule_same (sum_factor J (w k i) (fun l => delta l j) (fun l => true)). }
      apply (eq_eq _ (w k i * rsum J (fun l => delta l j)) _); [ same | ].
      apply (eq_eq _ (w k i * 1) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum J (fun l => delta l j * 1)) _).
        { apply rsum_ext; intros l ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum J (fun k' => delta k' j * 1)) _); [ same | ].
        rule (sum_delta J (fun l => 1) j). }
      arith. }
    apply (eq_eq _ (pd (at1 b j) (fun b' => rsum R' (fun l => rsum J (fun j' => y_of M w (c_of a b') l j')))) _).
    { apply pd_ext.
      intros b'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 b j) (fun b' => rsum R' (fun k => rsum J (fun j' => y_of M w (c_of a b') k j')))) _); [ same | ].
    apply (eq_eq _ (rsum R' (fun k => pd (at1 b j) (fun b' => rsum J (fun j' => y_of M w (c_of a b') k j')))) _).
    { rule (diff_sum (at1 b j) R' (fun k b' => rsum J (fun j' => y_of M w (c_of a b') k j')) (fun k => true)). }
    apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => w k m * (- (a m l / b l ^ 2 * delta l j)))))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 b j) (fun b' => rsum J (fun l => y_of M w (c_of a b') k l))) _); [ same | ].
      apply (eq_eq _ (rsum J (fun l => pd (at1 b j) (fun b' => y_of M w (c_of a b') k l))) _).
      { rule (diff_sum (at1 b j) J (fun l b' => y_of M w (c_of a b') k l) (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 b j) (fun b' => rsum M (fun i' => w k i' * c_of a b' i' l))) _).
      { apply pd_ext.
        intros b'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 b j) (fun b' => rsum M (fun m => w k m * c_of a b' m l))) _); [ same | ].
      apply (eq_eq _ (rsum M (fun m => pd (at1 b j) (fun b' => w k m * c_of a b' m l))) _).
      { rule (diff_sum (at1 b j) M (fun m b' => w k m * c_of a b' m l) (fun k' => true)). }
      apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (pd (at1 b j) (fun b' => w k m * c_of a b' m l)) _).
      { apply pd_ext.
        intros b'; cbv beta.
        same. }
      apply (eq_eq _ (w k m * pd (at1 b j) (fun b' => c_of a b' m l)) _).
      { assert (pd (at1 b j) (fun b' => w k m) = 0).
        { apply constant. }
        rule (diff_scale (at1 b j) (fun b' => w k m) (fun b' => c_of a b' m l)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 b j) (fun b' => a m l / b' l)) _).
      { apply pd_ext.
        intros b'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (- (a m l / b l ^ 2 * pd (at1 b j) (fun b' => b' l))) _).
      { assert (pd (at1 b j) (fun b' => a m l) = 0).
        { apply constant. }
        rule (diff_inverse (at1 b j) (fun b' => a m l) (fun b' => b' l)). }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (rsum R' (fun k => rsum J (fun l => rsum M (fun m => - (w k m * a m l * delta l j / b l ^ 2))))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply rsum_ext; intros l ?; cbv beta.
      apply rsum_ext; intros m ?; cbv beta.
      apply (eq_eq _ (w k m * (- (a m l * delta l j / b l ^ 2))) _).
      { refine (f_equal2 Rmult eq_refl _).
        refine (f_equal Ropp _).
        fractions. }
      fractions. }
    apply (eq_eq _ (rsum R' (fun k => - (rsum M (fun m => a m j * w k m) / b j ^ 2))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (rsum J (fun l => - (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (rsum M (fun m => - (delta l j * a m l * w k m / b l ^ 2))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum M (fun m => - (delta l j / b l ^ 2 * a m l * w k m))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (- rsum M (fun m => delta l j / b l ^ 2 * a m l * w k m)) _).
        { rule (sum_neg M (fun m => delta l j / b l ^ 2 * a m l * w k m) (fun m => true)). }
        apply (eq_eq _ (- (delta l j / b l ^ 2 * rsum M (fun m => a m l * w k m))) _).
        { refine (f_equal Ropp _).
          rule_same (sum_factor M (delta l j / b l ^ 2) (fun m => a m l * w k m) (fun m => true)). }
        fractions. }
      apply (eq_eq _ (rsum J (fun l => (-1) * (delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ ((-1) * rsum J (fun l => delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2)) _).
      { rule (sum_factor J (-1) (fun l => delta l j * rsum M (fun m => a m l * w k m) / b l ^ 2) (fun l => true)). }
      apply (eq_eq _ ((-1) * (rsum M (fun m => a m j * w k m) / b j ^ 2)) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum J (fun l => delta l j * (rsum M (fun m => a m l * w k m) / b l ^ 2))) _).
        { apply rsum_ext; intros l ?; cbv beta.
          fractions. }
        rule (sum_delta J (fun l => rsum M (fun m => a m l * w k m) / b l ^ 2) j). }
      fractions. }
    apply (eq_eq _ (rsum R' (fun k => - (1 / b j ^ 2 * rsum M (fun m => a m j * w k m)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    apply (eq_eq _ (- rsum R' (fun k => 1 / b j ^ 2 * rsum M (fun m => a m j * w k m))) _).
    { rule (sum_neg R' (fun k => 1 / b j ^ 2 * rsum M (fun m => a m j * w k m)) (fun k => true)). }
    apply (eq_eq _ (- (1 / b j ^ 2 * rsum M (fun l => rsum R' (fun k => a l j * w k l)))) _).
    { refine (f_equal Ropp _).
      apply (eq_eq _ (1 / b j ^ 2 * rsum R' (fun k => rsum M (fun m => a m j * w k m))) _).
      { rule (sum_factor R' (1 / b j ^ 2) (fun k => rsum M (fun m => a m j * w k m)) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum R' (fun k => rsum M (fun l => a l j * w k l))) _); [ same | ].
      rule (sum_swap R' M (fun k m => a m j * w k m)). }
    fractions. }
  apply (eq_eq _ (rsum R' (fun l => w l i) / b j - rsum M (fun l => rsum R' (fun k => a l j * w k l)) / b j ^ 2) _); [ same | ].
  symmetry.
  apply (eq_eq _ (rsum R' (fun l => w l i) / b j - 1 / b j * rsum M (fun l => rsum R' (fun k => a l j * w k l)) / b j) _).
  { refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum R' (fun l => rsum M (fun i' => a i' j * w l i') / b j)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (rsum M (fun i' => w l i' * c i' j)) _).
      { reflexivity. }
      apply (eq_eq _ (rsum M (fun i' => a i' j * w l i' / b j)) _).
      { apply rsum_ext; intros i' ?; cbv beta.
        apply (eq_eq _ (w l i' * (a i' j / b j)) _).
        { refine (f_equal2 Rmult eq_refl _).
          reflexivity. }
        fractions. }
      apply (eq_eq _ (rsum M (fun i' => 1 / b j * a i' j * w l i')) _).
      { apply rsum_ext; intros i' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun k => 1 / b j * a k j * w l k)) _); [ same | ].
      apply (eq_eq _ (1 / b j * rsum M (fun k => a k j * w l k)) _).
      { rule_same (sum_factor M (1 / b j) (fun i' => a i' j * w l i') (fun i' => true)). }
      apply (eq_eq _ (1 / b j * rsum M (fun i' => a i' j * w l i')) _); [ same | ].
      fractions. }
    apply (eq_eq _ (rsum R' (fun l => 1 / b j * rsum M (fun i' => a i' j * w l i'))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum R' (fun k => 1 / b j * rsum M (fun i' => a i' j * w k i'))) _); [ same | ].
    apply (eq_eq _ (1 / b j * rsum R' (fun k => rsum M (fun i' => a i' j * w k i'))) _).
    { rule (sum_factor R' (1 / b j) (fun l => rsum M (fun i' => a i' j * w l i')) (fun l => true)). }
    apply (eq_eq _ (1 / b j * rsum R' (fun l => rsum M (fun i' => a i' j * w l i'))) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum R' (fun k => rsum M (fun l => a l j * w k l))) _); [ same | ].
    rule (sum_swap R' M (fun l i' => a i' j * w l i')). }
  fractions.
Qed.

(* a constant factor goes in front of the sum *)
Lemma adjoint_a_3_sum_factor :
  rsum R' (fun l => w l i) / b j - rsum R' (fun l => y l j) / b j
  = rsum R' (fun l => w l i - y l j) / b j.
Proof.
  symmetry.
  apply (eq_eq _ ((rsum R' (fun l => w l i) + (-1) * rsum R' (fun l => y l j)) / b j) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum R' (fun k => w k i - y k j)) _); [ same | ].
    apply (eq_eq _ (rsum R' (fun k => w k i) + rsum R' (fun k => - y k j)) _).
    { rule (sum_add R' (fun l => w l i) (fun l => - y l j) (fun l => true)). }
    apply (eq_eq _ (rsum R' (fun l => w l i) + rsum R' (fun l => - y l j)) _); [ same | ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum R' (fun l => (-1) * y l j)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum R' (fun k => (-1) * y k j)) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum R' (fun k => y k j)) _); [ | same ].
    rule (sum_factor R' (-1) (fun l => y l j) (fun l => true)). }
  fractions.
Qed.

Lemma adjoint_a_needs_1 :
  (forall j', (j' < J)%nat -> b j' <> 0).
Proof.
  intros j' ?.
  sgn.
Qed.

Theorem adjoint_a :
  is_pd (at2 a i j) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a'))))
  (rsum R' (fun l => w l i - y l j) / b j).
Proof.
  pose proof adjoint_a_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ adjoint_a_1_diff_sum (eq_eq _ _ _ adjoint_a_2_lemma adjoint_a_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition adjoint_a_outright : option (
  is_pd (at2 a i j) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a'))))
  (rsum R' (fun l => w l i - y l j) / b j)).
Proof.
  attempt "adjoint_a" by Formula.outright Formula.by_matrix (Formula.Sum R' (fun l => (Formula.Sum J (fun j' => (Formula.Sum M (fun i' => (Formula.Mul (Formula.C (w l i')) (Formula.Div (Formula.V (i', j')) (Formula.Sum M (fun i'' => (Formula.V (i'', j')))))))))))).
Defined.
End adjoint_a.

(** * Scale does not matter *)

Section scale.
Variables (j : nat).
Hypothesis j_in : (j < J)%nat.
Hypothesis given1 : (forall i, (i < M)%nat -> (forall j', (j' < J)%nat -> 0 < a i j')).

(* put in ∂f/∂a_ij *)
Lemma scale_1_lemma :
  rsum M (fun i => pd (at2 a i j) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a')))) * a i j)
  = rsum M (fun i => rsum R' (fun l => w l i - y l j) / b j * a i j).
Proof.
  assert ((forall j', (j' < J)%nat -> b j' <> 0)).
  { intros j' ?.
    sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum R' (fun l => rsum J (fun k => pd (at2 y l k) (fun y' => f_of R' J y') * pd (at2 a i j) (fun a' => y_of M w (c_of a' (b_of M a')) l k)))) _).
  { assert ((forall j', (j' < J)%nat -> b j' <> 0)).
    { intros j' ?.
      sgn. }
    apply (chain2 (at2 a i j) R' J (fun y' => f_of R' J y') (fun a' => y_of M w (c_of a' (b_of M a')))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum R' (fun l => rsum J (fun k => (w l i - y l k) * delta k j / b k))) _).
  { assert ((forall k, (k < J)%nat -> b k <> 0)).
    { intros k ?.
      sgn. }
    apply (eq_eq _ (rsum R' (fun l => rsum J (fun k => 1 * ((w l i - y l k) * delta k j / b k)))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      apply rsum_ext; intros k ?; cbv beta.
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (pd (at2 y l k) (fun y' => rsum R' (fun l' => rsum J (fun j' => y' l' j')))) _).
        { apply pd_ext.
          intros y'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at2 y l k) (fun y' => rsum R' (fun k' => rsum J (fun l' => y' k' l')))) _); [ same | ].
        apply (eq_eq _ (rsum R' (fun k' => pd (at2 y l k) (fun y' => rsum J (fun l' => y' k' l')))) _).
        { rule (diff_sum (at2 y l k) R' (fun m y' => rsum J (fun k' => y' m k')) (fun k' => true)). }
        apply (eq_eq _ (rsum R' (fun k' => rsum J (fun l' => delta k' l * delta l' k))) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          apply (eq_eq _ (rsum J (fun l' => pd (at2 y l k) (fun y' => y' k' l'))) _).
          { rule (diff_sum (at2 y l k) J (fun m y' => y' k' m) (fun k'' => true)). }
          apply rsum_ext; intros l' ?; cbv beta.
          apply variable2. }
        apply (eq_eq _ (rsum R' (fun k' => delta k' l)) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          apply (eq_eq _ (rsum J (fun l' => delta l' k * delta k' l)) _).
          { apply rsum_ext; intros l' ?; cbv beta.
            arith. }
          rule (sum_delta J (fun l' => delta k' l) k). }
        apply (eq_eq _ (rsum R' (fun k' => delta k' l * 1)) _).
        { apply rsum_ext; intros k' ?; cbv beta.
          arith. }
        rule (sum_delta R' (fun k' => 1) l). }
      apply (eq_eq _ (rsum M (fun m => rsum J (fun n => pd (at2 c m n) (fun c' => y_of M w c' l k) * pd (at2 a i j) (fun a' => c_of a' (b_of M a') m n)))) _).
      { assert ((forall n, (n < J)%nat -> b n <> 0)).
        { intros n ?.
          sgn. }
        assert (b k <> 0).
        { sgn. }
        apply (chain2 (at2 a i j) M J (fun c' => y_of M w c' l k) (fun a' => c_of a' (b_of M a'))); [ dsm | premise ]. }
      apply (eq_eq _ (rsum M (fun m => rsum J (fun n => w l m * delta k n * ((delta m i - c m n) * delta n j / b n)))) _).
      { assert ((forall n, (n < J)%nat -> b n <> 0)).
        { intros n ?.
          sgn. }
        apply rsum_ext; intros m ?; cbv beta.
        apply rsum_ext; intros n ?; cbv beta.
        apply (eq_eq _ ((w l m * delta k n) * ((delta m i - c m n) * delta n j / b n)) _); [ | same ].
        refine (f_equal2 Rmult _ _).
        { apply (eq_eq _ (pd (at2 c m n) (fun c' => rsum M (fun k' => w l k' * c' k' k))) _).
          { apply pd_ext.
            intros c'; cbv beta.
            reflexivity. }
          apply (eq_eq _ (rsum M (fun k' => pd (at2 c m n) (fun c' => w l k' * c' k' k))) _).
          { rule (diff_sum (at2 c m n) M (fun l' c' => w l l' * c' l' k) (fun k' => true)). }
          apply (eq_eq _ (rsum M (fun k' => w l k' * delta k' m * delta k n)) _).
          { apply rsum_ext; intros k' ?; cbv beta.
            apply (eq_eq _ (pd (at2 c m n) (fun c' => w l k' * c' k' k)) _).
            { apply pd_ext.
              intros c'; cbv beta.
              same. }
            apply (eq_eq _ (w l k' * pd (at2 c m n) (fun c' => c' k' k)) _).
            { assert (pd (at2 c m n) (fun c' => w l k') = 0).
              { apply constant. }
              rule (diff_scale (at2 c m n) (fun c' => w l k') (fun c' => c' k' k)). }
            apply (eq_eq _ (w l k' * (delta k' m * delta k n)) _); [ | same ].
            refine (f_equal2 Rmult eq_refl _).
            apply variable2. }
          apply (eq_eq _ (rsum M (fun k' => delta k' m * w l k' * delta k n)) _).
          { apply rsum_ext; intros k' ?; cbv beta.
            arith. }
          rule_same (sum_delta M (fun k' => w l k' * delta k n) m). }
        apply (eq_eq _ (pd (at2 a i j) (fun a' => a' m n / b_of M a' n)) _).
        { assert (b n <> 0).
          { sgn. }
          apply pd_ext.
          intros a'; cbv beta.
          reflexivity. }
        apply (eq_eq _ ((pd (at2 a i j) (fun a' => a' m n) * b n - a m n * pd (at2 a i j) (fun a' => b_of M a' n)) / b n ^ 2) _).
        { assert (b n <> 0).
          { sgn. }
          rule (diff_div (at2 a i j) (fun a' => a' m n) (fun a' => b_of M a' n)). }
        apply (eq_eq _ ((delta m i * delta n j * b n - a m n * rsum M (fun m' => delta m' i * delta n j)) / b n ^ 2) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          refine (f_equal2 Rplus _ _).
          { apply (eq_eq _ ((delta m i * delta n j) * b n) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply variable2. }
          refine (f_equal Ropp _).
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (pd (at2 a i j) (fun a' => rsum M (fun i' => a' i' n))) _).
          { apply pd_ext.
            intros a'; cbv beta.
            reflexivity. }
          apply (eq_eq _ (pd (at2 a i j) (fun a' => rsum M (fun k' => a' k' n))) _); [ same | ].
          apply (eq_eq _ (rsum M (fun m' => pd (at2 a i j) (fun a' => a' m' n))) _).
          { rule_same (diff_sum (at2 a i j) M (fun k' a' => a' k' n) (fun k' => true)). }
          apply rsum_ext; intros m' ?; cbv beta.
          apply variable2. }
        apply (eq_eq _ ((delta m i * delta n j * b n - a m n * delta n j) / b n ^ 2) _).
        { refine (f_equal2 Rdiv _ eq_refl).
          refine (f_equal2 Rplus eq_refl _).
          refine (f_equal Ropp _).
          refine (f_equal2 Rmult eq_refl _).
          rule_same (sum_delta M (fun m' => delta n j) i). }
        apply (eq_eq _ (delta m i * delta n j * b n / b n ^ 2 - a m n * delta n j / b n ^ 2) _).
        { fractions. }
        apply (eq_eq _ (delta m i * delta n j / b n - c m n * delta n j / b n) _).
        { assert (b n <> 0).
          { sgn. }
          apply (eq_eq _ (delta m i * delta n j / b n - delta n j * a m n / b n ^ 2) _).
          { cancel. }
          symmetry.
          apply (eq_eq _ (delta m i * delta n j / b n - a m n / b n * delta n j / b n) _).
          { refine (f_equal2 Rplus eq_refl _).
            refine (f_equal Ropp _).
            refine (f_equal2 Rdiv _ eq_refl).
            refine (f_equal2 Rmult _ eq_refl).
            reflexivity. }
          fractions. }
        apply (eq_eq _ (delta m i * delta n j / b n - delta n j * c m n / b n) _).
        { fractions. }
        symmetry.
        fractions. }
      apply (eq_eq _ (rsum M (fun m => w l m * (delta m i - c m k) * delta k j / b k)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (rsum J (fun n => delta n k * (w l m * (delta m i - c m n) * delta n j / b n))) _).
        { apply rsum_ext; intros n ?; cbv beta.
          fractions. }
        rule (sum_delta J (fun n => w l m * (delta m i - c m n) * delta n j / b n) k). }
      apply (eq_eq _ (rsum M (fun m => delta k j * delta m i * w l m / rsum M (fun i' => a i' k) - delta k j * a m k * w l m / rsum M (fun i' => a i' k) ^ 2)) _).
      { apply rsum_ext; intros m ?; cbv beta.
        apply (eq_eq _ (w l m * (delta m i - a m k / rsum M (fun i' => a i' k)) * delta k j / rsum M (fun i' => a i' k)) _).
        { refine (f_equal2 Rdiv _ _).
          { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
            refine (f_equal2 Rplus eq_refl _).
            refine (f_equal Ropp _).
            apply (eq_eq _ (a m k / b k) _).
            { reflexivity. }
            refine (f_equal2 Rdiv eq_refl _).
            reflexivity. }
          reflexivity. }
        fractions. }
      apply (eq_eq _ (rsum M (fun m => delta k j * delta m i * w l m / rsum M (fun i' => a i' k)) + rsum M (fun k' => - (delta k j * a k' k * w l k' / rsum M (fun i' => a i' k) ^ 2))) _).
      { rule_same (sum_add M (fun m => delta k j * delta m i * w l m / rsum M (fun i' => a i' k)) (fun m => - (delta k j * a m k * w l m / rsum M (fun i' => a i' k) ^ 2)) (fun m => true)). }
      apply (eq_eq _ (rsum M (fun m => delta k j * delta m i * w l m / rsum M (fun i' => a i' k)) + rsum M (fun m => - (delta k j * a m k * w l m / rsum M (fun i' => a i' k) ^ 2))) _); [ same | ].
      apply (eq_eq _ (delta k j / rsum M (fun i' => a i' k) * w l i - delta k j / rsum M (fun i' => a i' k) ^ 2 * rsum M (fun m => a m k * w l m)) _).
      { refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum M (fun m => delta k j / rsum M (fun i' => a i' k) * delta m i * w l m)) _).
          { apply rsum_ext; intros m ?; cbv beta.
            fractions. }
          apply (eq_eq _ (delta k j / rsum M (fun i' => a i' k) * rsum M (fun l' => delta l' i * w l l')) _).
          { rule_same (sum_factor M (delta k j / rsum M (fun i' => a i' k)) (fun m => delta m i * w l m) (fun m => true)). }
          apply (eq_eq _ (delta k j / rsum M (fun i' => a i' k) * rsum M (fun m => delta m i * w l m)) _); [ same | ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum M (fun l' => delta l' i * w l l')) _); [ same | ].
          rule_same (sum_delta M (fun m => w l m) i). }
        apply (eq_eq _ (rsum M (fun m => - (delta k j / rsum M (fun i' => a i' k) ^ 2 * a m k * w l m))) _).
        { apply rsum_ext; intros m ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum M (fun k' => - (delta k j / rsum M (fun i' => a i' k) ^ 2 * a k' k * w l k'))) _); [ same | ].
        apply (eq_eq _ (- rsum M (fun k' => delta k j / rsum M (fun i' => a i' k) ^ 2 * a k' k * w l k')) _).
        { rule (sum_neg M (fun m => delta k j / rsum M (fun i' => a i' k) ^ 2 * a m k * w l m) (fun m => true)). }
        apply (eq_eq _ (- rsum M (fun m => delta k j / rsum M (fun i' => a i' k) ^ 2 * a m k * w l m)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum M (fun k' => delta k j / rsum M (fun i' => a i' k) ^ 2 * a k' k * w l k')) _); [ same | ].
        apply (eq_eq _ (delta k j / rsum M (fun i' => a i' k) ^ 2 * rsum M (fun k' => a k' k * w l k')) _); [ | same ].
        rule_same (sum_factor M (delta k j / rsum M (fun i' => a i' k) ^ 2) (fun m => a m k * w l m) (fun m => true)). }
      apply (eq_eq _ (- (delta k j * rsum M (fun m => a m k * w l m) / rsum M (fun i' => a i' k) ^ 2) + delta k j * w l i / rsum M (fun i' => a i' k)) _).
      { fractions. }
      apply (eq_eq _ (- (delta k j * rsum M (fun k' => a k' k * w l k') / rsum M (fun i' => a i' k) ^ 2) + delta k j * w l i / rsum M (fun i' => a i' k)) _); [ same | ].
      apply (eq_eq _ (w l i * delta k j / b k - y l k * delta k j / b k) _).
      { symmetry.
        apply (eq_eq _ (w l i * delta k j / rsum M (fun i' => a i' k) - rsum M (fun k' => a k' k * w l k') / rsum M (fun i' => a i' k) * delta k j / rsum M (fun i' => a i' k)) _).
        { refine (f_equal2 Rplus _ _).
          { refine (f_equal2 Rdiv eq_refl _).
            reflexivity. }
          refine (f_equal Ropp _).
          refine (f_equal2 Rdiv _ _).
          { refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (rsum M (fun k' => w l k' * c k' k)) _).
            { reflexivity. }
            apply (eq_eq _ (rsum M (fun k' => a k' k * w l k' / rsum M (fun i' => a i' k))) _).
            { apply rsum_ext; intros k' ?; cbv beta.
              apply (eq_eq _ (w l k' * (a k' k / rsum M (fun i' => a i' k))) _).
              { refine (f_equal2 Rmult eq_refl _).
                apply (eq_eq _ (a k' k / b k) _).
                { reflexivity. }
                refine (f_equal2 Rdiv eq_refl _).
                reflexivity. }
              fractions. }
            apply (eq_eq _ (rsum M (fun k' => 1 / rsum M (fun i' => a i' k) * a k' k * w l k')) _).
            { apply rsum_ext; intros k' ?; cbv beta.
              fractions. }
            apply (eq_eq _ (1 / rsum M (fun i' => a i' k) * rsum M (fun k' => a k' k * w l k')) _).
            { rule_same (sum_factor M (1 / rsum M (fun i' => a i' k)) (fun k' => a k' k * w l k') (fun k' => true)). }
            fractions. }
          reflexivity. }
        fractions. }
      apply (eq_eq _ (delta k j * w l i / b k - delta k j * y l k / b k) _).
      { fractions. }
      symmetry.
      fractions. }
    apply rsum_ext; intros l ?; cbv beta.
    apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum R' (fun l => (w l i - y l j) / b j)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum J (fun k => delta k j * ((w l i - y l k) / b k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_delta J (fun k => (w l i - y l k) / b k) j). }
  apply (eq_eq _ (rsum R' (fun l => w l i / b j - y l j / b j)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum R' (fun k => w k i / b j - y k j / b j)) _); [ same | ].
  apply (eq_eq _ (rsum R' (fun k => w k i / b j) + rsum R' (fun k => - (y k j / b j))) _).
  { rule (sum_add R' (fun l => w l i / b j) (fun l => - (y l j / b j)) (fun l => true)). }
  apply (eq_eq _ (rsum R' (fun l => w l i / b j) + rsum R' (fun l => - (y l j / b j))) _); [ same | ].
  apply (eq_eq _ (1 / b j * rsum R' (fun l => w l i) - 1 / b j * rsum R' (fun l => y l j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum R' (fun l => 1 / b j * w l i)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum R' (fun k => 1 / b j * w k i)) _); [ same | ].
      apply (eq_eq _ (1 / b j * rsum R' (fun k => w k i)) _); [ | same ].
      rule (sum_factor R' (1 / b j) (fun l => w l i) (fun l => true)). }
    apply (eq_eq _ (rsum R' (fun l => - (1 / b j * y l j))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum R' (fun k => - (1 / b j * y k j))) _); [ same | ].
    apply (eq_eq _ (- rsum R' (fun k => 1 / b j * y k j)) _).
    { rule (sum_neg R' (fun l => 1 / b j * y l j) (fun l => true)). }
    apply (eq_eq _ (- rsum R' (fun l => 1 / b j * y l j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum R' (fun k => 1 / b j * y k j)) _); [ same | ].
    apply (eq_eq _ (1 / b j * rsum R' (fun k => y k j)) _); [ | same ].
    rule (sum_factor R' (1 / b j) (fun l => y l j) (fun l => true)). }
  apply (eq_eq _ (rsum R' (fun l => w l i) / b j - rsum R' (fun l => y l j) / b j) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((rsum R' (fun l => w l i) + (-1) * rsum R' (fun l => y l j)) / b j) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum R' (fun k => w k i - y k j)) _); [ same | ].
    apply (eq_eq _ (rsum R' (fun k => w k i) + rsum R' (fun k => - y k j)) _).
    { rule (sum_add R' (fun l => w l i) (fun l => - y l j) (fun l => true)). }
    apply (eq_eq _ (rsum R' (fun l => w l i) + rsum R' (fun l => - y l j)) _); [ same | ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum R' (fun l => (-1) * y l j)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum R' (fun k => (-1) * y k j)) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum R' (fun k => y k j)) _); [ | same ].
    rule (sum_factor R' (-1) (fun l => y l j) (fun l => true)). }
  fractions.
Qed.

(* a constant factor goes in front of the sum *)
Lemma scale_2_sum_factor :
  rsum M (fun i => rsum R' (fun l => w l i - y l j) / b j * a i j)
  = rsum M (fun i => c i j * rsum R' (fun k => w k i)) - rsum M (fun i => c i j) * rsum R' (fun l => y l j).
Proof.
  assert (rsum M (fun i => a i j) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum M (fun i => rsum R' (fun l => w l i) * a i j / rsum M (fun i' => a i' j) - rsum R' (fun l => y l j) * a i j / rsum M (fun i' => a i' j))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ ((rsum R' (fun l => w l i) + (-1) * rsum R' (fun l => y l j)) / rsum M (fun i' => a i' j) * a i j) _).
    { refine (f_equal2 Rmult _ eq_refl).
      refine (f_equal2 Rdiv _ _).
      { apply (eq_eq _ (rsum R' (fun k => w k i - y k j)) _); [ same | ].
        apply (eq_eq _ (rsum R' (fun k => w k i) + rsum R' (fun k => - y k j)) _).
        { rule (sum_add R' (fun l => w l i) (fun l => - y l j) (fun l => true)). }
        apply (eq_eq _ (rsum R' (fun l => w l i) + rsum R' (fun l => - y l j)) _); [ same | ].
        refine (f_equal2 Rplus eq_refl _).
        apply (eq_eq _ (rsum R' (fun l => (-1) * y l j)) _).
        { apply rsum_ext; intros l ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum R' (fun k => (-1) * y k j)) _); [ same | ].
        apply (eq_eq _ ((-1) * rsum R' (fun k => y k j)) _); [ | same ].
        rule (sum_factor R' (-1) (fun l => y l j) (fun l => true)). }
      reflexivity. }
    fractions. }
  apply (eq_eq _ (rsum M (fun k => rsum R' (fun l => w l k) * a k j / rsum M (fun i => a i j) - rsum R' (fun l => y l j) * a k j / rsum M (fun i => a i j))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k => rsum R' (fun l => w l k) * a k j / rsum M (fun i => a i j)) + rsum M (fun k => - (rsum R' (fun l => y l j) * a k j / rsum M (fun i => a i j)))) _).
  { rule (sum_add M (fun i => rsum R' (fun l => w l i) * a i j / rsum M (fun i' => a i' j)) (fun i => - (rsum R' (fun l => y l j) * a i j / rsum M (fun i' => a i' j))) (fun i => true)). }
  apply (eq_eq _ (rsum M (fun i => rsum R' (fun l => w l i) * a i j / rsum M (fun i' => a i' j)) + rsum M (fun i => - (rsum R' (fun l => y l j) * a i j / rsum M (fun i' => a i' j)))) _); [ same | ].
  apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun i => rsum R' (fun k => a i j * w k i)) - rsum R' (fun l => y l j) / rsum M (fun i => a i j) * rsum M (fun i => a i j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun i => 1 / rsum M (fun i' => a i' j) * rsum R' (fun l => w l i) * a i j)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun k => 1 / rsum M (fun i => a i j) * rsum R' (fun l => w l k) * a k j)) _); [ same | ].
      apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun k => rsum R' (fun l => w l k) * a k j)) _).
      { rule_same (sum_factor M (1 / rsum M (fun i => a i j)) (fun i => rsum R' (fun l => w l i) * a i j) (fun i => true)). }
      apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun i => rsum R' (fun l => w l i) * a i j)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum M (fun i => a i j * rsum R' (fun l => w l i))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply rsum_ext; intros i ?; cbv beta.
      apply (eq_eq _ (a i j * rsum R' (fun k => w k i)) _); [ same | ].
      symmetry.
      rule (sum_factor R' (a i j) (fun l => w l i) (fun l => true)). }
    apply (eq_eq _ (rsum M (fun i => - (rsum R' (fun l => y l j) / rsum M (fun i' => a i' j) * a i j))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun k => - (rsum R' (fun l => y l j) / rsum M (fun i => a i j) * a k j))) _); [ same | ].
    apply (eq_eq _ (- rsum M (fun k => rsum R' (fun l => y l j) / rsum M (fun i => a i j) * a k j)) _).
    { rule (sum_neg M (fun i => rsum R' (fun l => y l j) / rsum M (fun i' => a i' j) * a i j) (fun i => true)). }
    apply (eq_eq _ (- rsum M (fun i => rsum R' (fun l => y l j) / rsum M (fun i' => a i' j) * a i j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum M (fun k => rsum R' (fun l => y l j) / rsum M (fun i => a i j) * a k j)) _); [ same | ].
    apply (eq_eq _ (rsum R' (fun l => y l j) / rsum M (fun i => a i j) * rsum M (fun k => a k j)) _); [ | same ].
    rule (sum_factor M (rsum R' (fun l => y l j) / rsum M (fun i => a i j)) (fun i => a i j) (fun i => true)). }
  apply (eq_eq _ (rsum M (fun i => rsum R' (fun k => a i j * w k i)) / rsum M (fun i => a i j) - rsum R' (fun l => y l j)) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun i => rsum R' (fun k => a i j * w k i)) - 1 / rsum M (fun i => a i j) * rsum M (fun i => a i j) * rsum R' (fun l => y l j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun i => rsum R' (fun k => w k i) * a i j / rsum M (fun i' => a i' j))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        apply (eq_eq _ (a i j / rsum M (fun i' => a i' j) * rsum R' (fun k => w k i)) _).
        { refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (a i j / b j) _).
          { reflexivity. }
          refine (f_equal2 Rdiv eq_refl _).
          reflexivity. }
        fractions. }
      apply (eq_eq _ (rsum M (fun i => 1 / rsum M (fun i' => a i' j) * rsum R' (fun k => w k i) * a i j)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun k => 1 / rsum M (fun i => a i j) * rsum R' (fun l => w l k) * a k j)) _); [ same | ].
      apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun k => rsum R' (fun l => w l k) * a k j)) _).
      { rule_same (sum_factor M (1 / rsum M (fun i => a i j)) (fun i => rsum R' (fun k => w k i) * a i j) (fun i => true)). }
      apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun i => rsum R' (fun k => w k i) * a i j)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum M (fun i => a i j * rsum R' (fun k => w k i))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply rsum_ext; intros i ?; cbv beta.
      symmetry.
      rule (sum_factor R' (a i j) (fun k => w k i) (fun k => true)). }
    refine (f_equal Ropp _).
    apply (eq_eq _ ((1 / rsum M (fun i => a i j) * rsum M (fun i => a i j)) * rsum R' (fun l => y l j)) _); [ | same ].
    refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (rsum M (fun i => a i j / rsum M (fun i' => a i' j))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      apply (eq_eq _ (a i j / b j) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl _).
      reflexivity. }
    apply (eq_eq _ (rsum M (fun i => 1 / rsum M (fun i' => a i' j) * a i j)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun k => 1 / rsum M (fun i => a i j) * a k j)) _); [ same | ].
    apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun k => a k j)) _); [ | same ].
    rule (sum_factor M (1 / rsum M (fun i => a i j)) (fun i => a i j) (fun i => true)). }
  cancel.
Qed.

(* a constant factor goes in front of the sum *)
Lemma scale_3_sum_factor :
  rsum M (fun i => c i j * rsum R' (fun k => w k i)) - rsum M (fun i => c i j) * rsum R' (fun l => y l j)
  = rsum M (fun i => c i j * rsum R' (fun k => w k i - y k j)).
Proof.
  apply (eq_eq _ (rsum M (fun i => rsum R' (fun k => c i j * w k i)) - rsum M (fun i => c i j) * rsum R' (fun l => y l j)) _).
  { refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum M (fun i => rsum R' (fun k => w k i) * c i j)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum M (fun i => c i j * rsum R' (fun k => w k i))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply rsum_ext; intros i ?; cbv beta.
    symmetry.
    rule (sum_factor R' (c i j) (fun k => w k i) (fun k => true)). }
  apply (eq_eq _ (- (rsum M (fun i => c i j) * rsum R' (fun l => y l j)) + rsum M (fun i => rsum R' (fun k => c i j * w k i))) _).
  { arith. }
  apply (eq_eq _ (- (rsum M (fun i => c i j) * rsum R' (fun k => y k j)) + rsum M (fun i => rsum R' (fun k => c i j * w k i))) _); [ same | ].
  symmetry.
  apply (eq_eq _ (rsum M (fun i => rsum R' (fun k => w k i) * c i j - rsum R' (fun k => y k j) * c i j)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (c i j * (rsum R' (fun k => w k i) + (-1) * rsum R' (fun k => y k j))) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum R' (fun k => w k i) + rsum R' (fun k => - y k j)) _).
      { rule (sum_add R' (fun k => w k i) (fun k => - y k j) (fun k => true)). }
      refine (f_equal2 Rplus eq_refl _).
      apply (eq_eq _ (rsum R' (fun k => (-1) * y k j)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule (sum_factor R' (-1) (fun k => y k j) (fun k => true)). }
    arith. }
  apply (eq_eq _ (rsum M (fun k => rsum R' (fun l => w l k) * c k j - rsum R' (fun k' => y k' j) * c k j)) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k => rsum R' (fun l => w l k) * c k j) + rsum M (fun k => - (rsum R' (fun k' => y k' j) * c k j))) _).
  { rule (sum_add M (fun i => rsum R' (fun k => w k i) * c i j) (fun i => - (rsum R' (fun k => y k j) * c i j)) (fun i => true)). }
  apply (eq_eq _ (rsum M (fun i => rsum R' (fun k => w k i) * c i j) + rsum M (fun i => - (rsum R' (fun k => y k j) * c i j))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun i => rsum R' (fun k => c i j * w k i)) - rsum R' (fun k => y k j) * rsum M (fun i => c i j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun i => c i j * rsum R' (fun k => w k i))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply rsum_ext; intros i ?; cbv beta.
      symmetry.
      rule (sum_factor R' (c i j) (fun k => w k i) (fun k => true)). }
    apply (eq_eq _ (rsum M (fun k => - (rsum R' (fun k' => y k' j) * c k j))) _); [ same | ].
    apply (eq_eq _ (- rsum M (fun k => rsum R' (fun k' => y k' j) * c k j)) _).
    { rule (sum_neg M (fun i => rsum R' (fun k => y k j) * c i j) (fun i => true)). }
    apply (eq_eq _ (- rsum M (fun i => rsum R' (fun k => y k j) * c i j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum M (fun k => rsum R' (fun k' => y k' j) * c k j)) _); [ same | ].
    apply (eq_eq _ (rsum R' (fun k => y k j) * rsum M (fun k => c k j)) _); [ | same ].
    rule (sum_factor M (rsum R' (fun k => y k j)) (fun i => c i j) (fun i => true)). }
  arith.
Qed.

(* a constant factor goes in front of the sum; exchange the sums *)
Lemma scale_4_sum_factor :
  rsum M (fun i => c i j * rsum R' (fun k => w k i - y k j))
  = 0.
Proof.
  assert (rsum M (fun i => a i j) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum M (fun i => - (rsum M (fun l => rsum R' (fun k => a l j * w k l)) * a i j / rsum M (fun i' => a i' j) ^ 2) + rsum R' (fun k => w k i) * a i j / rsum M (fun i' => a i' j))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (a i j / rsum M (fun i' => a i' j) * (- (1 / rsum M (fun i' => a i' j) * rsum M (fun l => rsum R' (fun k => a l j * w k l))) + rsum R' (fun k => w k i))) _).
    { refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (a i j / b j) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl _).
        reflexivity. }
      apply (eq_eq _ (rsum R' (fun k => - (rsum M (fun i' => a i' j * w k i') / rsum M (fun i' => a i' j)) + w k i)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        apply (eq_eq _ (w k i - rsum M (fun i' => a i' j * w k i') / rsum M (fun i' => a i' j)) _).
        { refine (f_equal2 Rplus eq_refl _).
          refine (f_equal Ropp _).
          apply (eq_eq _ (rsum M (fun i' => w k i' * c i' j)) _).
          { reflexivity. }
          apply (eq_eq _ (rsum M (fun i' => a i' j * w k i' / rsum M (fun i'' => a i'' j))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply (eq_eq _ (w k i' * (a i' j / rsum M (fun i'' => a i'' j))) _).
            { refine (f_equal2 Rmult eq_refl _).
              apply (eq_eq _ (a i' j / b j) _).
              { reflexivity. }
              refine (f_equal2 Rdiv eq_refl _).
              reflexivity. }
            fractions. }
          apply (eq_eq _ (rsum M (fun i' => 1 / rsum M (fun i'' => a i'' j) * a i' j * w k i')) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            fractions. }
          apply (eq_eq _ (rsum M (fun l => 1 / rsum M (fun i' => a i' j) * a l j * w k l)) _); [ same | ].
          apply (eq_eq _ (1 / rsum M (fun i' => a i' j) * rsum M (fun l => a l j * w k l)) _).
          { rule_same (sum_factor M (1 / rsum M (fun i' => a i' j)) (fun i' => a i' j * w k i') (fun i' => true)). }
          apply (eq_eq _ (1 / rsum M (fun i' => a i' j) * rsum M (fun i' => a i' j * w k i')) _); [ same | ].
          fractions. }
        fractions. }
      apply (eq_eq _ (rsum R' (fun k => - (rsum M (fun i' => a i' j * w k i') / rsum M (fun i' => a i' j))) + rsum R' (fun k => w k i)) _).
      { rule (sum_add R' (fun k => - (rsum M (fun i' => a i' j * w k i') / rsum M (fun i' => a i' j))) (fun k => w k i) (fun k => true)). }
      refine (f_equal2 Rplus _ eq_refl).
      apply (eq_eq _ (rsum R' (fun k => - (1 / rsum M (fun i' => a i' j) * rsum M (fun i' => a i' j * w k i')))) _).
      { apply rsum_ext; intros k ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum R' (fun k => 1 / rsum M (fun i' => a i' j) * rsum M (fun i' => a i' j * w k i'))) _).
      { rule (sum_neg R' (fun k => 1 / rsum M (fun i' => a i' j) * rsum M (fun i' => a i' j * w k i')) (fun k => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (1 / rsum M (fun i' => a i' j) * rsum R' (fun k => rsum M (fun i' => a i' j * w k i'))) _).
      { rule (sum_factor R' (1 / rsum M (fun i' => a i' j)) (fun k => rsum M (fun i' => a i' j * w k i')) (fun k => true)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum R' (fun k => rsum M (fun l => a l j * w k l))) _); [ same | ].
      rule (sum_swap R' M (fun k i' => a i' j * w k i')). }
    fractions. }
  apply (eq_eq _ (rsum M (fun k => - (rsum M (fun l => rsum R' (fun k' => a l j * w k' l)) * a k j / rsum M (fun i => a i j) ^ 2) + rsum R' (fun l => w l k) * a k j / rsum M (fun i => a i j))) _); [ same | ].
  apply (eq_eq _ (rsum M (fun k => - (rsum M (fun l => rsum R' (fun k' => a l j * w k' l)) * a k j / rsum M (fun i => a i j) ^ 2)) + rsum M (fun k => rsum R' (fun l => w l k) * a k j / rsum M (fun i => a i j))) _).
  { rule (sum_add M (fun i => - (rsum M (fun l => rsum R' (fun k => a l j * w k l)) * a i j / rsum M (fun i' => a i' j) ^ 2)) (fun i => rsum R' (fun k => w k i) * a i j / rsum M (fun i' => a i' j)) (fun i => true)). }
  apply (eq_eq _ (rsum M (fun i => - (rsum M (fun l => rsum R' (fun k => a l j * w k l)) * a i j / rsum M (fun i' => a i' j) ^ 2)) + rsum M (fun i => rsum R' (fun k => w k i) * a i j / rsum M (fun i' => a i' j))) _); [ same | ].
  apply (eq_eq _ (- (rsum M (fun l => rsum R' (fun k => a l j * w k l)) / rsum M (fun i => a i j) ^ 2 * rsum M (fun i => a i j)) + 1 / rsum M (fun i => a i j) * rsum M (fun i => rsum R' (fun k => a i j * w k i))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum M (fun i => - (rsum M (fun l => rsum R' (fun k => a l j * w k l)) / rsum M (fun i' => a i' j) ^ 2 * a i j))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum M (fun k => - (rsum M (fun l => rsum R' (fun k' => a l j * w k' l)) / rsum M (fun i => a i j) ^ 2 * a k j))) _); [ same | ].
      apply (eq_eq _ (- rsum M (fun k => rsum M (fun l => rsum R' (fun k' => a l j * w k' l)) / rsum M (fun i => a i j) ^ 2 * a k j)) _).
      { rule (sum_neg M (fun i => rsum M (fun l => rsum R' (fun k => a l j * w k l)) / rsum M (fun i' => a i' j) ^ 2 * a i j) (fun i => true)). }
      apply (eq_eq _ (- rsum M (fun i => rsum M (fun l => rsum R' (fun k => a l j * w k l)) / rsum M (fun i' => a i' j) ^ 2 * a i j)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum M (fun k => rsum M (fun l => rsum R' (fun k' => a l j * w k' l)) / rsum M (fun i => a i j) ^ 2 * a k j)) _); [ same | ].
      apply (eq_eq _ (rsum M (fun l => rsum R' (fun k => a l j * w k l)) / rsum M (fun i => a i j) ^ 2 * rsum M (fun k => a k j)) _); [ | same ].
      rule (sum_factor M (rsum M (fun l => rsum R' (fun k => a l j * w k l)) / rsum M (fun i => a i j) ^ 2) (fun i => a i j) (fun i => true)). }
    apply (eq_eq _ (rsum M (fun i => 1 / rsum M (fun i' => a i' j) * rsum R' (fun k => w k i) * a i j)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum M (fun k => 1 / rsum M (fun i => a i j) * rsum R' (fun l => w l k) * a k j)) _); [ same | ].
    apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun k => rsum R' (fun l => w l k) * a k j)) _).
    { rule_same (sum_factor M (1 / rsum M (fun i => a i j)) (fun i => rsum R' (fun k => w k i) * a i j) (fun i => true)). }
    apply (eq_eq _ (1 / rsum M (fun i => a i j) * rsum M (fun i => rsum R' (fun k => w k i) * a i j)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum M (fun i => a i j * rsum R' (fun k => w k i))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply rsum_ext; intros i ?; cbv beta.
    symmetry.
    rule (sum_factor R' (a i j) (fun k => w k i) (fun k => true)). }
  apply (eq_eq _ (0) _).
  { cancel. }
  symmetry.
  same.
Qed.

Lemma scale_needs_1 :
  (forall j', (j' < J)%nat -> b j' <> 0).
Proof.
  intros j' ?.
  sgn.
Qed.

Theorem scale :
  rsum M (fun i => pd (at2 a i j) (fun a' => f_of R' J (y_of M w (c_of a' (b_of M a')))) * a i j)
  = 0.
Proof.
  pose proof scale_needs_1.
  exact (eq_eq _ _ _ scale_1_lemma (eq_eq _ _ _ scale_2_sum_factor (eq_eq _ _ _ scale_3_sum_factor scale_4_sum_factor))).
Qed.
End scale.
End column_normalization_theory.

(* the hypotheses of adjoint_b can be met *)
Lemma adjoint_b_possible :
  exists (M : nat) (J : nat) (R' : nat) (a : nat -> nat -> R),
  (2 <= M)%nat /\ (2 <= J)%nat /\ (2 <= R')%nat /\ ((forall i, (i < M)%nat -> (forall j', (j' < J)%nat -> 0 < a i j'))).
Proof.
  exists 2%nat, 2%nat, 2%nat, (fun i0 i1 => 1).
  witness.
Qed.

(* the hypotheses of adjoint_a can be met *)
Lemma adjoint_a_possible :
  exists (M : nat) (J : nat) (R' : nat) (a : nat -> nat -> R),
  (2 <= M)%nat /\ (2 <= J)%nat /\ (2 <= R')%nat /\ ((forall i', (i' < M)%nat -> (forall j', (j' < J)%nat -> 0 < a i' j'))).
Proof.
  exists 2%nat, 2%nat, 2%nat, (fun i0 i1 => 1).
  witness.
Qed.

(* the hypotheses of scale can be met *)
Lemma scale_possible :
  exists (M : nat) (J : nat) (R' : nat) (a : nat -> nat -> R),
  (2 <= M)%nat /\ (2 <= J)%nat /\ (2 <= R')%nat /\ ((forall i, (i < M)%nat -> (forall j', (j' < J)%nat -> 0 < a i j'))).
Proof.
  exists 2%nat, 2%nat, 2%nat, (fun i0 i1 => 1).
  witness.
Qed.
