(* made by derive, do not edit *)
(* GRU cell

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition u_r_of (D' H' : nat) (W_r : nat -> nat -> R) (x : nat -> R) (U_r : nat -> nat -> R) (h : nat -> R) (b_r : nat -> R) (j : nat) : R :=
  rsum D' (fun d => W_r j d * x d) + rsum H' (fun k => U_r j k * h k) + b_r j.
#[local] Hint Unfold u_r_of : definitions.
Definition u_z_of (D' H' : nat) (W_z : nat -> nat -> R) (x : nat -> R) (U_z : nat -> nat -> R) (h : nat -> R) (b_z : nat -> R) (j : nat) : R :=
  rsum D' (fun d => W_z j d * x d) + rsum H' (fun k => U_z j k * h k) + b_z j.
#[local] Hint Unfold u_z_of : definitions.
Definition s_of (H' : nat) (U_n : nat -> nat -> R) (h : nat -> R) (c_n : nat -> R) (j : nat) : R :=
  rsum H' (fun k => U_n j k * h k) + c_n j.
#[local] Hint Unfold s_of : definitions.
Definition r_of (u_r : nat -> R) (j : nat) : R :=
  1 / (1 + exp (- u_r j)).
#[local] Hint Unfold r_of : definitions.
Definition z_of (u_z : nat -> R) (j : nat) : R :=
  1 / (1 + exp (- u_z j)).
#[local] Hint Unfold z_of : definitions.
Definition u_n_of (D' : nat) (W_n : nat -> nat -> R) (x : nat -> R) (b_n : nat -> R) (r : nat -> R) (s : nat -> R) (j : nat) : R :=
  rsum D' (fun d => W_n j d * x d) + b_n j + r j * s j.
#[local] Hint Unfold u_n_of : definitions.
Definition n_of (u_n : nat -> R) (j : nat) : R :=
  tanh (u_n j).
#[local] Hint Unfold n_of : definitions.
Definition h_new_of (z : nat -> R) (n : nat -> R) (h : nat -> R) (j : nat) : R :=
  (1 - z j) * n j + z j * h j.
#[local] Hint Unfold h_new_of : definitions.

Section gru_cell_theory.
Variables (H' D' : nat).
Variables (b_r h x b_z c_n b_n u_n_dot u_z_dot h_dot b_n_dot c_n_dot b_z_dot b_r_dot x_dot h_new_dot s_dot u_r_dot u_n_bar h_new_bar b_n_bar n_bar s_bar c_n_bar u_z_bar b_z_bar z_bar u_r_bar b_r_bar r_bar h_bar x_bar : nat -> R).
Variables (U_r W_r U_z W_z U_n W_n W_n_dot U_n_dot U_z_dot W_z_dot U_r_dot W_r_dot W_n_bar U_n_bar U_z_bar W_z_bar U_r_bar W_r_bar : nat -> nat -> R).
Hypothesis H'_positive : (0 < H')%nat.
Hypothesis D'_positive : (0 < D')%nat.
Local Notation u_r := (u_r_of D' H' W_r x U_r h b_r).
Local Notation u_z := (u_z_of D' H' W_z x U_z h b_z).
Local Notation s := (s_of H' U_n h c_n).
Local Notation r := (r_of u_r).
Local Notation z := (z_of u_z).
Local Notation u_n := (u_n_of D' W_n x b_n r s).
Local Notation n := (n_of u_n).
Local Notation h_new := (h_new_of z n h).

(** * Derivative by the update gate *)

Section update_gate.
Variables (j k : nat).
Hypothesis j_in : (j < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* chain rule through z_l *)
Lemma update_gate_1_chain :
  pd (at1 u_z k) (fun u_z' => h_new_of (z_of u_z') n h j)
  = rsum H' (fun l => pd (at1 z l) (fun z' => h_new_of z' n h j) * pd (at1 u_z k) (fun u_z' => z_of u_z' l)).
Proof.
  assert ((forall l, (l < H')%nat -> 1 + exp (- u_z l) <> 0)).
  { intros l ?.
    sgn. }
  assert (1 + exp (- u_z j) <> 0).
  { sgn. }
  apply (chain1 (at1 u_z k) H' (fun z' => h_new_of z' n h j) (fun u_z' => z_of u_z')); [ dsm | premise ].
Qed.

(* put in ∂h_{new,j}/∂z_l and ∂z_l/∂u_{z,k} *)
Lemma update_gate_2_lemma :
  rsum H' (fun l => pd (at1 z l) (fun z' => h_new_of z' n h j) * pd (at1 u_z k) (fun u_z' => z_of u_z' l))
  = rsum H' (fun l => delta j l * (h j - n j) * z l * delta l k * (1 - z l)).
Proof.
  assert ((forall l, (l < H')%nat -> 1 + exp (- u_z l) <> 0)).
  { intros l ?.
    sgn. }
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((delta j l * (h j - n j)) * (z l * delta l k * (1 - z l))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 z l) (fun z' => (1 - z' j) * n j + z' j * h j)) _).
    { apply pd_ext.
      intros z'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 z l) (fun z' => (1 - z' j) * n j) + pd (at1 z l) (fun z' => z' j * h j)) _).
    { rule (diff_add (at1 z l) (fun z' => (1 - z' j) * n j) (fun z' => z' j * h j)). }
    apply (eq_eq _ (n j * (0 - delta j l) + h j * delta j l) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at1 z l) (fun z' => n j * (1 - z' j))) _).
        { apply pd_ext.
          intros z'; cbv beta.
          arith. }
        apply (eq_eq _ (n j * pd (at1 z l) (fun z' => 1 - z' j)) _).
        { assert (pd (at1 z l) (fun z' => n j) = 0).
          { apply constant. }
          rule (diff_scale (at1 z l) (fun z' => n j) (fun z' => 1 - z' j)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at1 z l) (fun z' => 1) + pd (at1 z l) (fun z' => - z' j)) _).
        { rule (diff_add (at1 z l) (fun z' => 1) (fun z' => - z' j)). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (- pd (at1 z l) (fun z' => z' j)) _).
        { rule (diff_neg (at1 z l) (fun z' => z' j)). }
        refine (f_equal Ropp _).
        apply variable1. }
      apply (eq_eq _ (pd (at1 z l) (fun z' => h j * z' j)) _).
      { apply pd_ext.
        intros z'; cbv beta.
        arith. }
      apply (eq_eq _ (h j * pd (at1 z l) (fun z' => z' j)) _).
      { assert (pd (at1 z l) (fun z' => h j) = 0).
        { apply constant. }
        rule (diff_scale (at1 z l) (fun z' => h j) (fun z' => z' j)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (- (n j * delta j l) + h j * delta j l) _).
    { refine (f_equal2 Rplus _ eq_refl).
      apply (eq_eq _ (n j * (- delta j l)) _).
      { refine (f_equal2 Rmult eq_refl _).
        arith. }
      arith. }
    apply (eq_eq _ (delta j l * h j - delta j l * n j) _).
    { arith. }
    symmetry.
    arith. }
  apply (eq_eq _ (pd (at1 u_z k) (fun u_z' => 1 / (1 + exp (- u_z' l)))) _).
  { assert (1 + exp (- u_z l) <> 0).
    { sgn. }
    apply pd_ext.
    intros u_z'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (- (pd (at1 u_z k) (fun u_z' => 1 + exp (- u_z' l)) / (1 + exp (- u_z l)) ^ 2)) _).
  { assert (1 + exp (- u_z l) <> 0).
    { sgn. }
    apply (eq_eq _ (- (1 / (1 + exp (- u_z l)) ^ 2 * pd (at1 u_z k) (fun u_z' => 1 + exp (- u_z' l)))) _).
    { assert (pd (at1 u_z k) (fun u_z' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at1 u_z k) (fun u_z' => 1) (fun u_z' => 1 + exp (- u_z' l))). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (- ((0 + exp (- u_z l) * (- delta l k)) / (1 + exp (- u_z l)) ^ 2)) _).
  { refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 u_z k) (fun u_z' => 1) + pd (at1 u_z k) (fun u_z' => exp (- u_z' l))) _).
    { rule (diff_add (at1 u_z k) (fun u_z' => 1) (fun u_z' => exp (- u_z' l))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (- u_z l) * pd (at1 u_z k) (fun u_z' => - u_z' l)) _).
    { rule (diff_exp (at1 u_z k) (fun u_z' => - u_z' l)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at1 u_z k) (fun u_z' => u_z' l)) _).
    { rule (diff_neg (at1 u_z k) (fun u_z' => u_z' l)). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply (eq_eq _ (- (- (exp (- u_z l) * delta l k / (1 + exp (- u_z l)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- (exp (- u_z l) * delta l k)) / (1 + exp (- u_z l)) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (0 - exp (- u_z l) * delta l k) _).
    { refine (f_equal2 Rplus eq_refl _).
      arith. }
    arith. }
  apply (eq_eq _ (exp (- u_z l) * delta l k / (1 + exp (- u_z l)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (z l * delta l k - z l ^ 2 * delta l k) _).
  { assert (1 + exp (- rsum D' (fun d => W_z l d * x d) - rsum H' (fun k' => U_z l k' * h k') - b_z l) <> 0).
    { sgn. }
    apply (eq_eq _ (exp (- rsum D' (fun d => W_z l d * x d) - rsum H' (fun k' => U_z l k' * h k') - b_z l) * delta l k / (1 + exp (- rsum D' (fun d => W_z l d * x d) - rsum H' (fun k' => U_z l k' * h k') - b_z l)) ^ 2) _).
    { refine (f_equal2 Rdiv _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        refine (f_equal exp _).
        apply (eq_eq _ (- (rsum D' (fun d => W_z l d * x d) + rsum H' (fun k' => U_z l k' * h k') + b_z l)) _).
        { refine (f_equal Ropp _).
          reflexivity. }
        arith. }
      refine (f_equal (fun x => x ^ 2) _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      apply (eq_eq _ (- (rsum D' (fun d => W_z l d * x d) + rsum H' (fun k' => U_z l k' * h k') + b_z l)) _).
      { refine (f_equal Ropp _).
        reflexivity. }
      arith. }
    apply (eq_eq _ (delta l k * exp (- rsum D' (fun d => W_z l d * x d) - rsum H' (fun k' => U_z l k' * h k') - b_z l) / (1 + exp (- rsum D' (fun d => W_z l d * x d) - rsum H' (fun k' => U_z l k' * h k') - b_z l)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- rsum D' (fun d => W_z l d * x d) - rsum H' (fun k' => U_z l k' * h k') - b_z l)) * delta l k - (1 / (1 + exp (- rsum D' (fun d => W_z l d * x d) - rsum H' (fun k' => U_z l k' * h k') - b_z l))) ^ 2 * delta l k) _).
    { refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (1 / (1 + exp (- u_z l))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal exp _).
        apply (eq_eq _ (- (rsum D' (fun d => W_z l d * x d) + rsum H' (fun k' => U_z l k' * h k') + b_z l)) _).
        { refine (f_equal Ropp _).
          reflexivity. }
        arith. }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult _ eq_refl).
      refine (f_equal (fun x => x ^ 2) _).
      apply (eq_eq _ (1 / (1 + exp (- u_z l))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      apply (eq_eq _ (- (rsum D' (fun d => W_z l d * x d) + rsum H' (fun k' => U_z l k' * h k') + b_z l)) _).
      { refine (f_equal Ropp _).
        reflexivity. }
      arith. }
    cancel. }
  apply (eq_eq _ (delta l k * z l - delta l k * z l ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma update_gate_3_sum_delta :
  rsum H' (fun l => delta j l * (h j - n j) * z l * delta l k * (1 - z l))
  = (h j - n j) * z j * delta j k * (1 - z j).
Proof.
  apply (eq_eq _ (rsum H' (fun l => delta l j * (h j - n j) * z l * delta l k * (1 - z l))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    same. }
  rule_same (sum_delta H' (fun l => (h j - n j) * z l * delta l k * (1 - z l)) j).
Qed.

(* rearrange *)
Lemma update_gate_4_ring :
  (h j - n j) * z j * delta j k * (1 - z j)
  = (h j - n j) * z j * (1 - z j) * delta j k.
Proof.
  apply (eq_eq _ (delta j k * h j * z j - delta j k * h j * z j ^ 2 - delta j k * n j * z j + delta j k * n j * z j ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma update_gate_needs_1 :
  1 + exp (- u_z j) <> 0.
Proof.
  sgn.
Qed.

Theorem update_gate :
  is_pd (at1 u_z k) (fun u_z' => h_new_of (z_of u_z') n h j)
  ((h j - n j) * z j * (1 - z j) * delta j k).
Proof.
  pose proof update_gate_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ update_gate_1_chain (eq_eq _ _ _ update_gate_2_lemma (eq_eq _ _ _ update_gate_3_sum_delta update_gate_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition update_gate_outright : option (
  is_pd (at1 u_z k) (fun u_z' => h_new_of (z_of u_z') n h j)
  ((h j - n j) * z j * (1 - z j) * delta j k)).
Proof.
  attempt "update_gate" by Formula.outright Formula.by_vector (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (j))))))) (Formula.C (n j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (j)))))) (Formula.C (h j)))).
Defined.
End update_gate.

(** * Derivative by the candidate *)

Section candidate.
Variables (j k : nat).
Hypothesis j_in : (j < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* chain rule through n_l *)
Lemma candidate_1_chain :
  pd (at1 u_n k) (fun u_n' => h_new_of z (n_of u_n') h j)
  = rsum H' (fun l => pd (at1 n l) (fun n' => h_new_of z n' h j) * pd (at1 u_n k) (fun u_n' => n_of u_n' l)).
Proof.
  apply (chain1 (at1 u_n k) H' (fun n' => h_new_of z n' h j) (fun u_n' => n_of u_n')); [ dsm | premise ].
Qed.

(* put in ∂h_{new,j}/∂n_l and ∂n_l/∂u_{n,k} *)
Lemma candidate_2_lemma :
  rsum H' (fun l => pd (at1 n l) (fun n' => h_new_of z n' h j) * pd (at1 u_n k) (fun u_n' => n_of u_n' l))
  = rsum H' (fun l => (1 - z j) * delta j l * delta l k * (1 - n l ^ 2)).
Proof.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (((1 - z j) * delta j l) * (delta l k * (1 - n l ^ 2))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 n l) (fun n' => (1 - z j) * n' j + z j * h j)) _).
    { apply pd_ext.
      intros n'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 n l) (fun n' => (1 - z j) * n' j) + pd (at1 n l) (fun n' => z j * h j)) _).
    { rule (diff_add (at1 n l) (fun n' => (1 - z j) * n' j) (fun n' => z j * h j)). }
    apply (eq_eq _ ((1 - z j) * delta j l + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at1 n l) (fun n' => (1 - z j) * n' j)) _).
        { apply pd_ext.
          intros n'; cbv beta.
          same. }
        apply (eq_eq _ ((1 - z j) * pd (at1 n l) (fun n' => n' j)) _).
        { assert (pd (at1 n l) (fun n' => 1 - z j) = 0).
          { apply constant. }
          rule (diff_scale (at1 n l) (fun n' => 1 - z j) (fun n' => n' j)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply constant. }
    arith. }
  apply (eq_eq _ (pd (at1 u_n k) (fun u_n' => tanh (u_n' l))) _).
  { apply pd_ext.
    intros u_n'; cbv beta.
    reflexivity. }
  apply (eq_eq _ ((1 - tanh (u_n l) ^ 2) * pd (at1 u_n k) (fun u_n' => u_n' l)) _).
  { rule (diff_tanh (at1 u_n k) (fun u_n' => u_n' l)). }
  apply (eq_eq _ ((1 - tanh (u_n l) ^ 2) * delta l k) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ ((1 - tanh (rsum D' (fun d => W_n l d * x d) + b_n l + r l * s l) ^ 2) * delta l k) _).
  { refine (f_equal2 Rmult _ eq_refl).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    refine (f_equal (fun x => x ^ 2) _).
    refine (f_equal tanh _).
    reflexivity. }
  apply (eq_eq _ (delta l k - delta l k * tanh (rsum D' (fun d => W_n l d * x d) + b_n l + r l * s l) ^ 2) _).
  { arith. }
  apply (eq_eq _ (delta l k - n l ^ 2 * delta l k) _).
  { symmetry.
    apply (eq_eq _ (delta l k - tanh (rsum D' (fun d => W_n l d * x d) + b_n l + r l * s l) ^ 2 * delta l k) _).
    { refine (f_equal2 Rplus eq_refl _).
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult _ eq_refl).
      refine (f_equal (fun x => x ^ 2) _).
      apply (eq_eq _ (tanh (u_n l)) _).
      { reflexivity. }
      refine (f_equal tanh _).
      reflexivity. }
    arith. }
  apply (eq_eq _ (delta l k - delta l k * n l ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma candidate_3_sum_delta :
  rsum H' (fun l => (1 - z j) * delta j l * delta l k * (1 - n l ^ 2))
  = (1 - z j) * delta j k * (1 - n j ^ 2).
Proof.
  apply (eq_eq _ (rsum H' (fun l => delta l j * (1 - z j) * delta l k * (1 - n l ^ 2))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => (1 - z j) * delta l k * (1 - n l ^ 2)) j).
Qed.

(* rearrange *)
Lemma candidate_4_ring :
  (1 - z j) * delta j k * (1 - n j ^ 2)
  = (1 - z j) * (1 - n j ^ 2) * delta j k.
Proof.
  apply (eq_eq _ (delta j k - delta j k * n j ^ 2 + delta j k * n j ^ 2 * z j - delta j k * z j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Theorem candidate :
  is_pd (at1 u_n k) (fun u_n' => h_new_of z (n_of u_n') h j)
  ((1 - z j) * (1 - n j ^ 2) * delta j k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ candidate_1_chain (eq_eq _ _ _ candidate_2_lemma (eq_eq _ _ _ candidate_3_sum_delta candidate_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition candidate_outright : option (
  is_pd (at1 u_n k) (fun u_n' => h_new_of z (n_of u_n') h j)
  ((1 - z j) * (1 - n j ^ 2) * delta j k)).
Proof.
  attempt "candidate" by Formula.outright Formula.by_vector (Formula.Add (Formula.Mul (Formula.C (1 - z j)) (Formula.Tanh (Formula.V (j)))) (Formula.C (z j * h j))).
Defined.
End candidate.

(** * Derivative by the reset gate *)

Section reset_gate.
Variables (j k : nat).
Hypothesis j_in : (j < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* chain rule through n_l *)
Lemma reset_gate_1_chain :
  pd (at1 u_r k) (fun u_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of u_r') s)) h j)
  = rsum H' (fun l => pd (at1 n l) (fun n' => h_new_of z n' h j) * pd (at1 u_r k) (fun u_r' => n_of (u_n_of D' W_n x b_n (r_of u_r') s) l)).
Proof.
  assert ((forall l, (l < H')%nat -> 1 + exp (- u_r l) <> 0)).
  { intros l ?.
    sgn. }
  assert (1 + exp (- u_r j) <> 0).
  { sgn. }
  apply (chain1 (at1 u_r k) H' (fun n' => h_new_of z n' h j) (fun u_r' => n_of (u_n_of D' W_n x b_n (r_of u_r') s))); [ dsm | premise ].
Qed.

(* put in ∂h_{new,j}/∂n_l and ∂n_l/∂u_{r,k} *)
Lemma reset_gate_2_lemma :
  rsum H' (fun l => pd (at1 n l) (fun n' => h_new_of z n' h j) * pd (at1 u_r k) (fun u_r' => n_of (u_n_of D' W_n x b_n (r_of u_r') s) l))
  = rsum H' (fun l => (1 - z j) * delta j l * (1 - n l ^ 2) * s l * r l * delta l k * (1 - r l)).
Proof.
  assert ((forall l, (l < H')%nat -> 1 + exp (- u_r l) <> 0)).
  { intros l ?.
    sgn. }
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (((1 - z j) * delta j l) * ((1 - n l ^ 2) * s l * r l * delta l k * (1 - r l))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 n l) (fun n' => (1 - z j) * n' j + z j * h j)) _).
    { apply pd_ext.
      intros n'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 n l) (fun n' => (1 - z j) * n' j) + pd (at1 n l) (fun n' => z j * h j)) _).
    { rule (diff_add (at1 n l) (fun n' => (1 - z j) * n' j) (fun n' => z j * h j)). }
    apply (eq_eq _ ((1 - z j) * delta j l + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at1 n l) (fun n' => (1 - z j) * n' j)) _).
        { apply pd_ext.
          intros n'; cbv beta.
          same. }
        apply (eq_eq _ ((1 - z j) * pd (at1 n l) (fun n' => n' j)) _).
        { assert (pd (at1 n l) (fun n' => 1 - z j) = 0).
          { apply constant. }
          rule (diff_scale (at1 n l) (fun n' => 1 - z j) (fun n' => n' j)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply constant. }
    arith. }
  apply (eq_eq _ (rsum H' (fun k' => pd (at1 u_n k') (fun u_n' => n_of u_n' l) * pd (at1 u_r k) (fun u_r' => u_n_of D' W_n x b_n (r_of u_r') s k'))) _).
  { assert ((forall k', (k' < H')%nat -> 1 + exp (- u_r k') <> 0)).
    { intros k' ?.
      sgn. }
    assert (1 + exp (- u_r l) <> 0).
    { sgn. }
    apply (chain1 (at1 u_r k) H' (fun u_n' => n_of u_n' l) (fun u_r' => u_n_of D' W_n x b_n (r_of u_r') s)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k' => delta l k' * (1 - n l ^ 2) * s k' * r k' * delta k' k * (1 - r k'))) _).
  { assert ((forall k', (k' < H')%nat -> 1 + exp (- u_r k') <> 0)).
    { intros k' ?.
      sgn. }
    apply rsum_ext; intros k' ?; cbv beta.
    apply (eq_eq _ ((delta l k' * (1 - n l ^ 2)) * (s k' * r k' * delta k' k * (1 - r k'))) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at1 u_n k') (fun u_n' => tanh (u_n' l))) _).
      { apply pd_ext.
        intros u_n'; cbv beta.
        reflexivity. }
      apply (eq_eq _ ((1 - tanh (u_n l) ^ 2) * pd (at1 u_n k') (fun u_n' => u_n' l)) _).
      { rule (diff_tanh (at1 u_n k') (fun u_n' => u_n' l)). }
      apply (eq_eq _ ((1 - tanh (u_n l) ^ 2) * delta l k') _).
      { refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply (eq_eq _ ((1 - tanh (rsum D' (fun d => W_n l d * x d) + b_n l + r l * s l) ^ 2) * delta l k') _).
      { refine (f_equal2 Rmult _ eq_refl).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal Ropp _).
        refine (f_equal (fun x => x ^ 2) _).
        refine (f_equal tanh _).
        reflexivity. }
      apply (eq_eq _ (delta l k' - delta l k' * tanh (rsum D' (fun d => W_n l d * x d) + b_n l + r l * s l) ^ 2) _).
      { arith. }
      apply (eq_eq _ (delta l k' - n l ^ 2 * delta l k') _).
      { symmetry.
        apply (eq_eq _ (delta l k' - tanh (rsum D' (fun d => W_n l d * x d) + b_n l + r l * s l) ^ 2 * delta l k') _).
        { refine (f_equal2 Rplus eq_refl _).
          refine (f_equal Ropp _).
          refine (f_equal2 Rmult _ eq_refl).
          refine (f_equal (fun x => x ^ 2) _).
          apply (eq_eq _ (tanh (u_n l)) _).
          { reflexivity. }
          refine (f_equal tanh _).
          reflexivity. }
        arith. }
      apply (eq_eq _ (delta l k' - delta l k' * n l ^ 2) _).
      { arith. }
      symmetry.
      arith. }
    apply (eq_eq _ (rsum H' (fun k'' => pd (at1 r k'') (fun r' => u_n_of D' W_n x b_n r' s k') * pd (at1 u_r k) (fun u_r' => r_of u_r' k''))) _).
    { assert ((forall k'', (k'' < H')%nat -> 1 + exp (- u_r k'') <> 0)).
      { intros k'' ?.
        sgn. }
      assert (1 + exp (- u_r k') <> 0).
      { sgn. }
      apply (chain1 (at1 u_r k) H' (fun r' => u_n_of D' W_n x b_n r' s k') (fun u_r' => r_of u_r')); [ dsm | premise ]. }
    apply (eq_eq _ (rsum H' (fun k'' => s k' * delta k' k'' * r k'' * delta k'' k * (1 - r k''))) _).
    { assert ((forall k'', (k'' < H')%nat -> 1 + exp (- u_r k'') <> 0)).
      { intros k'' ?.
        sgn. }
      apply rsum_ext; intros k'' ?; cbv beta.
      apply (eq_eq _ ((s k' * delta k' k'') * (r k'' * delta k'' k * (1 - r k''))) _); [ | same ].
      refine (f_equal2 Rmult _ _).
      { apply (eq_eq _ (pd (at1 r k'') (fun r' => rsum D' (fun d => W_n k' d * x d) + b_n k' + r' k' * s k')) _).
        { apply pd_ext.
          intros r'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at1 r k'') (fun r' => rsum D' (fun d => W_n k' d * x d)) + pd (at1 r k'') (fun r' => b_n k' + r' k' * s k')) _).
        { rule_same (diff_add (at1 r k'') (fun r' => rsum D' (fun d => W_n k' d * x d)) (fun r' => b_n k' + r' k' * s k')). }
        apply (eq_eq _ (0 + 0 + s k' * delta k' k'') _).
        { apply (eq_eq _ (0 + (0 + s k' * delta k' k'')) _); [ | same ].
          refine (f_equal2 Rplus _ _).
          { apply constant. }
          apply (eq_eq _ (pd (at1 r k'') (fun r' => b_n k') + pd (at1 r k'') (fun r' => r' k' * s k')) _).
          { rule (diff_add (at1 r k'') (fun r' => b_n k') (fun r' => r' k' * s k')). }
          refine (f_equal2 Rplus _ _).
          { apply constant. }
          apply (eq_eq _ (pd (at1 r k'') (fun r' => s k' * r' k')) _).
          { apply pd_ext.
            intros r'; cbv beta.
            arith. }
          apply (eq_eq _ (s k' * pd (at1 r k'') (fun r' => r' k')) _).
          { assert (pd (at1 r k'') (fun r' => s k') = 0).
            { apply constant. }
            rule (diff_scale (at1 r k'') (fun r' => s k') (fun r' => r' k')). }
          refine (f_equal2 Rmult eq_refl _).
          apply variable1. }
        arith. }
      apply (eq_eq _ (pd (at1 u_r k) (fun u_r' => 1 / (1 + exp (- u_r' k'')))) _).
      { assert (1 + exp (- u_r k'') <> 0).
        { sgn. }
        apply pd_ext.
        intros u_r'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (- (pd (at1 u_r k) (fun u_r' => 1 + exp (- u_r' k'')) / (1 + exp (- u_r k'')) ^ 2)) _).
      { assert (1 + exp (- u_r k'') <> 0).
        { sgn. }
        apply (eq_eq _ (- (1 / (1 + exp (- u_r k'')) ^ 2 * pd (at1 u_r k) (fun u_r' => 1 + exp (- u_r' k'')))) _).
        { assert (pd (at1 u_r k) (fun u_r' => 1) = 0).
          { apply constant. }
          rule (diff_inverse (at1 u_r k) (fun u_r' => 1) (fun u_r' => 1 + exp (- u_r' k''))). }
        refine (f_equal Ropp _).
        fractions. }
      apply (eq_eq _ (- ((0 + exp (- u_r k'') * (- delta k'' k)) / (1 + exp (- u_r k'')) ^ 2)) _).
      { refine (f_equal Ropp _).
        refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (pd (at1 u_r k) (fun u_r' => 1) + pd (at1 u_r k) (fun u_r' => exp (- u_r' k''))) _).
        { rule (diff_add (at1 u_r k) (fun u_r' => 1) (fun u_r' => exp (- u_r' k''))). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (exp (- u_r k'') * pd (at1 u_r k) (fun u_r' => - u_r' k'')) _).
        { rule (diff_exp (at1 u_r k) (fun u_r' => - u_r' k'')). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (- pd (at1 u_r k) (fun u_r' => u_r' k'')) _).
        { rule (diff_neg (at1 u_r k) (fun u_r' => u_r' k'')). }
        refine (f_equal Ropp _).
        apply variable1. }
      apply (eq_eq _ (- (- (exp (- u_r k'') * delta k'' k / (1 + exp (- u_r k'')) ^ 2))) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ ((- (exp (- u_r k'') * delta k'' k)) / (1 + exp (- u_r k'')) ^ 2) _); [ | same ].
        refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (0 - exp (- u_r k'') * delta k'' k) _).
        { refine (f_equal2 Rplus eq_refl _).
          arith. }
        arith. }
      apply (eq_eq _ (exp (- u_r k'') * delta k'' k / (1 + exp (- u_r k'')) ^ 2) _).
      { fractions. }
      apply (eq_eq _ (r k'' * delta k'' k - r k'' ^ 2 * delta k'' k) _).
      { assert (1 + exp (- rsum D' (fun d => W_r k'' d * x d) - rsum H' (fun k''' => U_r k'' k''' * h k''') - b_r k'') <> 0).
        { sgn. }
        apply (eq_eq _ (exp (- rsum D' (fun d => W_r k'' d * x d) - rsum H' (fun k''' => U_r k'' k''' * h k''') - b_r k'') * delta k'' k / (1 + exp (- rsum D' (fun d => W_r k'' d * x d) - rsum H' (fun k''' => U_r k'' k''' * h k''') - b_r k'')) ^ 2) _).
        { refine (f_equal2 Rdiv _ _).
          { refine (f_equal2 Rmult _ eq_refl).
            refine (f_equal exp _).
            apply (eq_eq _ (- (rsum D' (fun d => W_r k'' d * x d) + rsum H' (fun k''' => U_r k'' k''' * h k''') + b_r k'')) _).
            { refine (f_equal Ropp _).
              reflexivity. }
            arith. }
          refine (f_equal (fun x => x ^ 2) _).
          refine (f_equal2 Rplus eq_refl _).
          refine (f_equal exp _).
          apply (eq_eq _ (- (rsum D' (fun d => W_r k'' d * x d) + rsum H' (fun k''' => U_r k'' k''' * h k''') + b_r k'')) _).
          { refine (f_equal Ropp _).
            reflexivity. }
          arith. }
        apply (eq_eq _ (delta k'' k * exp (- rsum D' (fun d => W_r k'' d * x d) - rsum H' (fun k''' => U_r k'' k''' * h k''') - b_r k'') / (1 + exp (- rsum D' (fun d => W_r k'' d * x d) - rsum H' (fun k''' => U_r k'' k''' * h k''') - b_r k'')) ^ 2) _).
        { fractions. }
        symmetry.
        apply (eq_eq _ (1 / (1 + exp (- rsum D' (fun d => W_r k'' d * x d) - rsum H' (fun k''' => U_r k'' k''' * h k''') - b_r k'')) * delta k'' k - (1 / (1 + exp (- rsum D' (fun d => W_r k'' d * x d) - rsum H' (fun k''' => U_r k'' k''' * h k''') - b_r k''))) ^ 2 * delta k'' k) _).
        { refine (f_equal2 Rplus _ _).
          { refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (1 / (1 + exp (- u_r k''))) _).
            { reflexivity. }
            refine (f_equal2 Rdiv eq_refl _).
            refine (f_equal2 Rplus eq_refl _).
            refine (f_equal exp _).
            apply (eq_eq _ (- (rsum D' (fun d => W_r k'' d * x d) + rsum H' (fun k''' => U_r k'' k''' * h k''') + b_r k'')) _).
            { refine (f_equal Ropp _).
              reflexivity. }
            arith. }
          refine (f_equal Ropp _).
          refine (f_equal2 Rmult _ eq_refl).
          refine (f_equal (fun x => x ^ 2) _).
          apply (eq_eq _ (1 / (1 + exp (- u_r k''))) _).
          { reflexivity. }
          refine (f_equal2 Rdiv eq_refl _).
          refine (f_equal2 Rplus eq_refl _).
          refine (f_equal exp _).
          apply (eq_eq _ (- (rsum D' (fun d => W_r k'' d * x d) + rsum H' (fun k''' => U_r k'' k''' * h k''') + b_r k'')) _).
          { refine (f_equal Ropp _).
            reflexivity. }
          arith. }
        cancel. }
      apply (eq_eq _ (delta k'' k * r k'' - delta k'' k * r k'' ^ 2) _).
      { arith. }
      symmetry.
      arith. }
    apply (eq_eq _ (rsum H' (fun k'' => delta k'' k' * s k' * r k'' * delta k'' k * (1 - r k''))) _).
    { apply rsum_ext; intros k'' ?; cbv beta.
      arith. }
    rule_same (sum_delta H' (fun k'' => s k' * r k'' * delta k'' k * (1 - r k'')) k'). }
  apply (eq_eq _ (rsum H' (fun k' => delta k' l * (1 - n l ^ 2) * s k' * r k' * delta k' k * (1 - r k'))) _).
  { apply rsum_ext; intros k' ?; cbv beta.
    same. }
  rule_same (sum_delta H' (fun k' => (1 - n l ^ 2) * s k' * r k' * delta k' k * (1 - r k')) l).
Qed.

(* the delta keeps one term of the sum *)
Lemma reset_gate_3_sum_delta :
  rsum H' (fun l => (1 - z j) * delta j l * (1 - n l ^ 2) * s l * r l * delta l k * (1 - r l))
  = (1 - z j) * (1 - n j ^ 2) * s j * r j * delta j k * (1 - r j).
Proof.
  apply (eq_eq _ (rsum H' (fun l => delta l j * (1 - z j) * (1 - n l ^ 2) * s l * r l * delta l k * (1 - r l))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => (1 - z j) * (1 - n l ^ 2) * s l * r l * delta l k * (1 - r l)) j).
Qed.

(* rearrange *)
Lemma reset_gate_4_ring :
  (1 - z j) * (1 - n j ^ 2) * s j * r j * delta j k * (1 - r j)
  = (1 - z j) * (1 - n j ^ 2) * s j * r j * (1 - r j) * delta j k.
Proof.
  apply (eq_eq _ (- (delta j k * n j ^ 2 * r j * s j) + delta j k * n j ^ 2 * r j * s j * z j + delta j k * n j ^ 2 * r j ^ 2 * s j - delta j k * n j ^ 2 * r j ^ 2 * s j * z j + delta j k * r j * s j - delta j k * r j * s j * z j - delta j k * r j ^ 2 * s j + delta j k * r j ^ 2 * s j * z j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma reset_gate_needs_1 :
  1 + exp (- u_r j) <> 0.
Proof.
  sgn.
Qed.

Theorem reset_gate :
  is_pd (at1 u_r k) (fun u_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of u_r') s)) h j)
  ((1 - z j) * (1 - n j ^ 2) * s j * r j * (1 - r j) * delta j k).
Proof.
  pose proof reset_gate_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ reset_gate_1_chain (eq_eq _ _ _ reset_gate_2_lemma (eq_eq _ _ _ reset_gate_3_sum_delta reset_gate_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition reset_gate_outright : option (
  is_pd (at1 u_r k) (fun u_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of u_r') s)) h j)
  ((1 - z j) * (1 - n j ^ 2) * s j * r j * (1 - r j) * delta j k)).
Proof.
  attempt "reset_gate" by Formula.outright Formula.by_vector (Formula.Add (Formula.Mul (Formula.C (1 - z j)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n j d * x d))) (Formula.C (b_n j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (j)))))) (Formula.C (s j)))))) (Formula.C (z j * h j))).
Defined.
End reset_gate.

(** * Derivative by what is remembered *)

Section remembered.
Variables (j k : nat).
Hypothesis j_in : (j < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* chain rule through n_l *)
Lemma remembered_1_chain :
  pd (at1 s k) (fun s' => h_new_of z (n_of (u_n_of D' W_n x b_n r s')) h j)
  = rsum H' (fun l => pd (at1 n l) (fun n' => h_new_of z n' h j) * pd (at1 s k) (fun s' => n_of (u_n_of D' W_n x b_n r s') l)).
Proof.
  apply (chain1 (at1 s k) H' (fun n' => h_new_of z n' h j) (fun s' => n_of (u_n_of D' W_n x b_n r s'))); [ dsm | premise ].
Qed.

(* put in ∂h_{new,j}/∂n_l and ∂n_l/∂s_k *)
Lemma remembered_2_lemma :
  rsum H' (fun l => pd (at1 n l) (fun n' => h_new_of z n' h j) * pd (at1 s k) (fun s' => n_of (u_n_of D' W_n x b_n r s') l))
  = rsum H' (fun l => (1 - z j) * delta j l * (1 - n l ^ 2) * r l * delta l k).
Proof.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (((1 - z j) * delta j l) * ((1 - n l ^ 2) * r l * delta l k)) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 n l) (fun n' => (1 - z j) * n' j + z j * h j)) _).
    { apply pd_ext.
      intros n'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 n l) (fun n' => (1 - z j) * n' j) + pd (at1 n l) (fun n' => z j * h j)) _).
    { rule (diff_add (at1 n l) (fun n' => (1 - z j) * n' j) (fun n' => z j * h j)). }
    apply (eq_eq _ ((1 - z j) * delta j l + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at1 n l) (fun n' => (1 - z j) * n' j)) _).
        { apply pd_ext.
          intros n'; cbv beta.
          same. }
        apply (eq_eq _ ((1 - z j) * pd (at1 n l) (fun n' => n' j)) _).
        { assert (pd (at1 n l) (fun n' => 1 - z j) = 0).
          { apply constant. }
          rule (diff_scale (at1 n l) (fun n' => 1 - z j) (fun n' => n' j)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply constant. }
    arith. }
  apply (eq_eq _ (rsum H' (fun k' => pd (at1 u_n k') (fun u_n' => n_of u_n' l) * pd (at1 s k) (fun s' => u_n_of D' W_n x b_n r s' k'))) _).
  { apply (chain1 (at1 s k) H' (fun u_n' => n_of u_n' l) (fun s' => u_n_of D' W_n x b_n r s')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k' => delta l k' * (1 - n l ^ 2) * r k' * delta k' k)) _).
  { apply rsum_ext; intros k' ?; cbv beta.
    apply (eq_eq _ ((delta l k' * (1 - n l ^ 2)) * (r k' * delta k' k)) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at1 u_n k') (fun u_n' => tanh (u_n' l))) _).
      { apply pd_ext.
        intros u_n'; cbv beta.
        reflexivity. }
      apply (eq_eq _ ((1 - tanh (u_n l) ^ 2) * pd (at1 u_n k') (fun u_n' => u_n' l)) _).
      { rule (diff_tanh (at1 u_n k') (fun u_n' => u_n' l)). }
      apply (eq_eq _ ((1 - tanh (u_n l) ^ 2) * delta l k') _).
      { refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply (eq_eq _ ((1 - tanh (rsum D' (fun d => W_n l d * x d) + b_n l + r l * s l) ^ 2) * delta l k') _).
      { refine (f_equal2 Rmult _ eq_refl).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal Ropp _).
        refine (f_equal (fun x => x ^ 2) _).
        refine (f_equal tanh _).
        reflexivity. }
      apply (eq_eq _ (delta l k' - delta l k' * tanh (rsum D' (fun d => W_n l d * x d) + b_n l + r l * s l) ^ 2) _).
      { arith. }
      apply (eq_eq _ (delta l k' - n l ^ 2 * delta l k') _).
      { symmetry.
        apply (eq_eq _ (delta l k' - tanh (rsum D' (fun d => W_n l d * x d) + b_n l + r l * s l) ^ 2 * delta l k') _).
        { refine (f_equal2 Rplus eq_refl _).
          refine (f_equal Ropp _).
          refine (f_equal2 Rmult _ eq_refl).
          refine (f_equal (fun x => x ^ 2) _).
          apply (eq_eq _ (tanh (u_n l)) _).
          { reflexivity. }
          refine (f_equal tanh _).
          reflexivity. }
        arith. }
      apply (eq_eq _ (delta l k' - delta l k' * n l ^ 2) _).
      { arith. }
      symmetry.
      arith. }
    apply (eq_eq _ (pd (at1 s k) (fun s' => rsum D' (fun d => W_n k' d * x d) + b_n k' + r k' * s' k')) _).
    { apply pd_ext.
      intros s'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 s k) (fun s' => rsum D' (fun d => W_n k' d * x d)) + pd (at1 s k) (fun s' => b_n k' + r k' * s' k')) _).
    { rule_same (diff_add (at1 s k) (fun s' => rsum D' (fun d => W_n k' d * x d)) (fun s' => b_n k' + r k' * s' k')). }
    apply (eq_eq _ (0 + 0 + r k' * delta k' k) _).
    { apply (eq_eq _ (0 + (0 + r k' * delta k' k)) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (pd (at1 s k) (fun s' => b_n k') + pd (at1 s k) (fun s' => r k' * s' k')) _).
      { rule (diff_add (at1 s k) (fun s' => b_n k') (fun s' => r k' * s' k')). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (pd (at1 s k) (fun s' => r k' * s' k')) _).
      { apply pd_ext.
        intros s'; cbv beta.
        same. }
      apply (eq_eq _ (r k' * pd (at1 s k) (fun s' => s' k')) _).
      { assert (pd (at1 s k) (fun s' => r k') = 0).
        { apply constant. }
        rule (diff_scale (at1 s k) (fun s' => r k') (fun s' => s' k')). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    arith. }
  apply (eq_eq _ (rsum H' (fun k' => delta k' l * (1 - n l ^ 2) * r k' * delta k' k)) _).
  { apply rsum_ext; intros k' ?; cbv beta.
    same. }
  rule_same (sum_delta H' (fun k' => (1 - n l ^ 2) * r k' * delta k' k) l).
Qed.

(* the delta keeps one term of the sum *)
Lemma remembered_3_sum_delta :
  rsum H' (fun l => (1 - z j) * delta j l * (1 - n l ^ 2) * r l * delta l k)
  = (1 - z j) * (1 - n j ^ 2) * r j * delta j k.
Proof.
  apply (eq_eq _ (rsum H' (fun l => delta l j * (1 - z j) * (1 - n l ^ 2) * r l * delta l k)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => (1 - z j) * (1 - n l ^ 2) * r l * delta l k) j).
Qed.

Theorem remembered :
  is_pd (at1 s k) (fun s' => h_new_of z (n_of (u_n_of D' W_n x b_n r s')) h j)
  ((1 - z j) * (1 - n j ^ 2) * r j * delta j k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ remembered_1_chain (eq_eq _ _ _ remembered_2_lemma remembered_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition remembered_outright : option (
  is_pd (at1 s k) (fun s' => h_new_of z (n_of (u_n_of D' W_n x b_n r s')) h j)
  ((1 - z j) * (1 - n j ^ 2) * r j * delta j k)).
Proof.
  attempt "remembered" by Formula.outright Formula.by_vector (Formula.Add (Formula.Mul (Formula.C (1 - z j)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n j d * x d))) (Formula.C (b_n j))) (Formula.Mul (Formula.C (r j)) (Formula.V (j)))))) (Formula.C (z j * h j))).
Defined.
End remembered.

(** * Derivative by the state *)

Section state.
Variables (j k : nat).
Hypothesis j_in : (j < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* definition of h_{new,j} *)
Lemma state_1_unfold :
  pd (at1 h k) (fun h' => h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n))) h' j)
  = pd (at1 h k) (fun h' => (1 - z_of (u_z_of D' H' W_z x U_z h' b_z) j) * n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n)) j + z_of (u_z_of D' H' W_z x U_z h' b_z) j * h' j).
Proof.
  assert (1 + exp (- u_r j) <> 0).
  { sgn. }
  assert (1 + exp (- u_z j) <> 0).
  { sgn. }
  apply pd_ext.
  intros h'; cbv beta.
  reflexivity.
Qed.

(* product rule; derivative of a reciprocal; derivative of exp, chain rule; ∂h_l/∂h_k = δ_lk *)
Lemma state_2_diff_mul :
  pd (at1 h k) (fun h' => (1 - z_of (u_z_of D' H' W_z x U_z h' b_z) j) * n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n)) j + z_of (u_z_of D' H' W_z x U_z h' b_z) j * h' j)
  = - (exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k) / (1 + exp (- u_z j)) ^ 2 * n j) + (1 - z j) * (1 - tanh (u_n j) ^ 2) * (exp (- u_r j) * rsum H' (fun l => U_r j l * delta l k) * s j / (1 + exp (- u_r j)) ^ 2 + r j * rsum H' (fun l => U_n j l * delta l k)) + exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k) * h j / (1 + exp (- u_z j)) ^ 2 + z j * delta j k.
Proof.
  assert (1 + exp (- u_r j) <> 0).
  { sgn. }
  assert (1 + exp (- u_z j) <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at1 h k) (fun h' => (1 - z_of (u_z_of D' H' W_z x U_z h' b_z) j) * n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n)) j) + pd (at1 h k) (fun h' => z_of (u_z_of D' H' W_z x U_z h' b_z) j * h' j)) _).
  { rule (diff_add (at1 h k) (fun h' => (1 - z_of (u_z_of D' H' W_z x U_z h' b_z) j) * n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n)) j) (fun h' => z_of (u_z_of D' H' W_z x U_z h' b_z) j * h' j)). }
  apply (eq_eq _ ((0 - - (1 / (1 + exp (- u_z j)) ^ 2 * (0 + exp (- u_z j) * (- (0 + rsum H' (fun l => U_z j l * delta l k) + 0))))) * n j + (1 - z j) * (1 - tanh (u_n j) ^ 2) * (0 + 0 - 1 / (1 + exp (- u_r j)) ^ 2 * (0 + exp (- u_r j) * (- (0 + rsum H' (fun l => U_r j l * delta l k) + 0))) * s j + r j * (rsum H' (fun l => U_n j l * delta l k) + 0)) - 1 / (1 + exp (- u_z j)) ^ 2 * (0 + exp (- u_z j) * (- (0 + rsum H' (fun l => U_z j l * delta l k) + 0))) * h j + z j * delta j k) _).
  { apply (eq_eq _ (((0 - - (1 / (1 + exp (- u_z j)) ^ 2 * (0 + exp (- u_z j) * (- (0 + rsum H' (fun l => U_z j l * delta l k) + 0))))) * n j + (1 - z j) * (1 - tanh (u_n j) ^ 2) * (0 + 0 - 1 / (1 + exp (- u_r j)) ^ 2 * (0 + exp (- u_r j) * (- (0 + rsum H' (fun l => U_r j l * delta l k) + 0))) * s j + r j * (rsum H' (fun l => U_n j l * delta l k) + 0))) + (- (1 / (1 + exp (- u_z j)) ^ 2 * (0 + exp (- u_z j) * (- (0 + rsum H' (fun l => U_z j l * delta l k) + 0))) * h j) + z j * delta j k)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 h k) (fun h' => 1 - z_of (u_z_of D' H' W_z x U_z h' b_z) j) * n j + (1 - z j) * pd (at1 h k) (fun h' => n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n)) j)) _).
      { rule (diff_mul (at1 h k) (fun h' => 1 - z_of (u_z_of D' H' W_z x U_z h' b_z) j) (fun h' => n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n)) j)). }
      refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (pd (at1 h k) (fun h' => 1) + pd (at1 h k) (fun h' => - z_of (u_z_of D' H' W_z x U_z h' b_z) j)) _).
        { rule (diff_add (at1 h k) (fun h' => 1) (fun h' => - z_of (u_z_of D' H' W_z x U_z h' b_z) j)). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (- pd (at1 h k) (fun h' => z_of (u_z_of D' H' W_z x U_z h' b_z) j)) _).
        { rule (diff_neg (at1 h k) (fun h' => z_of (u_z_of D' H' W_z x U_z h' b_z) j)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (pd (at1 h k) (fun h' => 1 / (1 + exp (- u_z_of D' H' W_z x U_z h' b_z j)))) _).
        { apply pd_ext.
          intros h'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (- (1 / (1 + exp (- u_z j)) ^ 2 * pd (at1 h k) (fun h' => 1 + exp (- u_z_of D' H' W_z x U_z h' b_z j)))) _).
        { assert (pd (at1 h k) (fun h' => 1) = 0).
          { apply constant. }
          rule (diff_inverse (at1 h k) (fun h' => 1) (fun h' => 1 + exp (- u_z_of D' H' W_z x U_z h' b_z j))). }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at1 h k) (fun h' => 1) + pd (at1 h k) (fun h' => exp (- u_z_of D' H' W_z x U_z h' b_z j))) _).
        { rule (diff_add (at1 h k) (fun h' => 1) (fun h' => exp (- u_z_of D' H' W_z x U_z h' b_z j))). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (exp (- u_z j) * pd (at1 h k) (fun h' => - u_z_of D' H' W_z x U_z h' b_z j)) _).
        { rule (diff_exp (at1 h k) (fun h' => - u_z_of D' H' W_z x U_z h' b_z j)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (- pd (at1 h k) (fun h' => u_z_of D' H' W_z x U_z h' b_z j)) _).
        { rule (diff_neg (at1 h k) (fun h' => u_z_of D' H' W_z x U_z h' b_z j)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (pd (at1 h k) (fun h' => rsum D' (fun d => W_z j d * x d) + rsum H' (fun k' => U_z j k' * h' k') + b_z j)) _).
        { apply pd_ext.
          intros h'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at1 h k) (fun h' => rsum D' (fun d => W_z j d * x d)) + pd (at1 h k) (fun h' => rsum H' (fun k' => U_z j k' * h' k') + b_z j)) _).
        { rule_same (diff_add (at1 h k) (fun h' => rsum D' (fun d => W_z j d * x d)) (fun h' => rsum H' (fun k' => U_z j k' * h' k') + b_z j)). }
        apply (eq_eq _ (0 + (rsum H' (fun l => U_z j l * delta l k) + 0)) _); [ | same ].
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (pd (at1 h k) (fun h' => rsum H' (fun k' => U_z j k' * h' k')) + pd (at1 h k) (fun h' => b_z j)) _).
        { rule (diff_add (at1 h k) (fun h' => rsum H' (fun k' => U_z j k' * h' k')) (fun h' => b_z j)). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum H' (fun l => pd (at1 h k) (fun h' => U_z j l * h' l))) _).
          { rule_same (diff_sum (at1 h k) H' (fun l h' => U_z j l * h' l) (fun k' => true)). }
          apply rsum_ext; intros l ?; cbv beta.
          apply (eq_eq _ (pd (at1 h k) (fun h' => U_z j l * h' l)) _).
          { apply pd_ext.
            intros h'; cbv beta.
            same. }
          apply (eq_eq _ (U_z j l * pd (at1 h k) (fun h' => h' l)) _).
          { assert (pd (at1 h k) (fun h' => U_z j l) = 0).
            { apply constant. }
            rule (diff_scale (at1 h k) (fun h' => U_z j l) (fun h' => h' l)). }
          refine (f_equal2 Rmult eq_refl _).
          apply variable1. }
        apply constant. }
      apply (eq_eq _ ((1 - z j) * ((1 - tanh (u_n j) ^ 2) * (0 + 0 - 1 / (1 + exp (- u_r j)) ^ 2 * (0 + exp (- u_r j) * (- (0 + rsum H' (fun l => U_r j l * delta l k) + 0))) * s j + r j * (rsum H' (fun l => U_n j l * delta l k) + 0)))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 h k) (fun h' => tanh (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n) j))) _).
      { apply pd_ext.
        intros h'; cbv beta.
        reflexivity. }
      apply (eq_eq _ ((1 - tanh (u_n j) ^ 2) * pd (at1 h k) (fun h' => u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n) j)) _).
      { rule (diff_tanh (at1 h k) (fun h' => u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n) j)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 h k) (fun h' => rsum D' (fun d => W_n j d * x d) + b_n j + r_of (u_r_of D' H' W_r x U_r h' b_r) j * s_of H' U_n h' c_n j)) _).
      { apply pd_ext.
        intros h'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 h k) (fun h' => rsum D' (fun d => W_n j d * x d)) + pd (at1 h k) (fun h' => b_n j + r_of (u_r_of D' H' W_r x U_r h' b_r) j * s_of H' U_n h' c_n j)) _).
      { rule_same (diff_add (at1 h k) (fun h' => rsum D' (fun d => W_n j d * x d)) (fun h' => b_n j + r_of (u_r_of D' H' W_r x U_r h' b_r) j * s_of H' U_n h' c_n j)). }
      apply (eq_eq _ (0 + (0 - 1 / (1 + exp (- u_r j)) ^ 2 * (0 + exp (- u_r j) * (- (0 + rsum H' (fun l => U_r j l * delta l k) + 0))) * s j + r j * (rsum H' (fun l => U_n j l * delta l k) + 0))) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (pd (at1 h k) (fun h' => b_n j) + pd (at1 h k) (fun h' => r_of (u_r_of D' H' W_r x U_r h' b_r) j * s_of H' U_n h' c_n j)) _).
      { rule (diff_add (at1 h k) (fun h' => b_n j) (fun h' => r_of (u_r_of D' H' W_r x U_r h' b_r) j * s_of H' U_n h' c_n j)). }
      apply (eq_eq _ (0 + (- (1 / (1 + exp (- u_r j)) ^ 2 * (0 + exp (- u_r j) * (- (0 + rsum H' (fun l => U_r j l * delta l k) + 0))) * s j) + r j * (rsum H' (fun l => U_n j l * delta l k) + 0))) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (pd (at1 h k) (fun h' => r_of (u_r_of D' H' W_r x U_r h' b_r) j) * s j + r j * pd (at1 h k) (fun h' => s_of H' U_n h' c_n j)) _).
      { rule (diff_mul (at1 h k) (fun h' => r_of (u_r_of D' H' W_r x U_r h' b_r) j) (fun h' => s_of H' U_n h' c_n j)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ ((- (1 / (1 + exp (- u_r j)) ^ 2 * (0 + exp (- u_r j) * (- (0 + rsum H' (fun l => U_r j l * delta l k) + 0))))) * s j) _); [ | same ].
        refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (pd (at1 h k) (fun h' => 1 / (1 + exp (- u_r_of D' H' W_r x U_r h' b_r j)))) _).
        { apply pd_ext.
          intros h'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (- (1 / (1 + exp (- u_r j)) ^ 2 * pd (at1 h k) (fun h' => 1 + exp (- u_r_of D' H' W_r x U_r h' b_r j)))) _).
        { assert (pd (at1 h k) (fun h' => 1) = 0).
          { apply constant. }
          rule (diff_inverse (at1 h k) (fun h' => 1) (fun h' => 1 + exp (- u_r_of D' H' W_r x U_r h' b_r j))). }
        refine (f_equal Ropp _).
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (pd (at1 h k) (fun h' => 1) + pd (at1 h k) (fun h' => exp (- u_r_of D' H' W_r x U_r h' b_r j))) _).
        { rule (diff_add (at1 h k) (fun h' => 1) (fun h' => exp (- u_r_of D' H' W_r x U_r h' b_r j))). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (exp (- u_r j) * pd (at1 h k) (fun h' => - u_r_of D' H' W_r x U_r h' b_r j)) _).
        { rule (diff_exp (at1 h k) (fun h' => - u_r_of D' H' W_r x U_r h' b_r j)). }
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (- pd (at1 h k) (fun h' => u_r_of D' H' W_r x U_r h' b_r j)) _).
        { rule (diff_neg (at1 h k) (fun h' => u_r_of D' H' W_r x U_r h' b_r j)). }
        refine (f_equal Ropp _).
        apply (eq_eq _ (pd (at1 h k) (fun h' => rsum D' (fun d => W_r j d * x d) + rsum H' (fun k' => U_r j k' * h' k') + b_r j)) _).
        { apply pd_ext.
          intros h'; cbv beta.
          reflexivity. }
        apply (eq_eq _ (pd (at1 h k) (fun h' => rsum D' (fun d => W_r j d * x d)) + pd (at1 h k) (fun h' => rsum H' (fun k' => U_r j k' * h' k') + b_r j)) _).
        { rule_same (diff_add (at1 h k) (fun h' => rsum D' (fun d => W_r j d * x d)) (fun h' => rsum H' (fun k' => U_r j k' * h' k') + b_r j)). }
        apply (eq_eq _ (0 + (rsum H' (fun l => U_r j l * delta l k) + 0)) _); [ | same ].
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (pd (at1 h k) (fun h' => rsum H' (fun k' => U_r j k' * h' k')) + pd (at1 h k) (fun h' => b_r j)) _).
        { rule (diff_add (at1 h k) (fun h' => rsum H' (fun k' => U_r j k' * h' k')) (fun h' => b_r j)). }
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum H' (fun l => pd (at1 h k) (fun h' => U_r j l * h' l))) _).
          { rule_same (diff_sum (at1 h k) H' (fun l h' => U_r j l * h' l) (fun k' => true)). }
          apply rsum_ext; intros l ?; cbv beta.
          apply (eq_eq _ (pd (at1 h k) (fun h' => U_r j l * h' l)) _).
          { apply pd_ext.
            intros h'; cbv beta.
            same. }
          apply (eq_eq _ (U_r j l * pd (at1 h k) (fun h' => h' l)) _).
          { assert (pd (at1 h k) (fun h' => U_r j l) = 0).
            { apply constant. }
            rule (diff_scale (at1 h k) (fun h' => U_r j l) (fun h' => h' l)). }
          refine (f_equal2 Rmult eq_refl _).
          apply variable1. }
        apply constant. }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 h k) (fun h' => rsum H' (fun k' => U_n j k' * h' k') + c_n j)) _).
      { apply pd_ext.
        intros h'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 h k) (fun h' => rsum H' (fun k' => U_n j k' * h' k')) + pd (at1 h k) (fun h' => c_n j)) _).
      { rule (diff_add (at1 h k) (fun h' => rsum H' (fun k' => U_n j k' * h' k')) (fun h' => c_n j)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum H' (fun l => pd (at1 h k) (fun h' => U_n j l * h' l))) _).
        { rule_same (diff_sum (at1 h k) H' (fun l h' => U_n j l * h' l) (fun k' => true)). }
        apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (pd (at1 h k) (fun h' => U_n j l * h' l)) _).
        { apply pd_ext.
          intros h'; cbv beta.
          same. }
        apply (eq_eq _ (U_n j l * pd (at1 h k) (fun h' => h' l)) _).
        { assert (pd (at1 h k) (fun h' => U_n j l) = 0).
          { apply constant. }
          rule (diff_scale (at1 h k) (fun h' => U_n j l) (fun h' => h' l)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply constant. }
    apply (eq_eq _ (pd (at1 h k) (fun h' => z_of (u_z_of D' H' W_z x U_z h' b_z) j) * h j + z j * pd (at1 h k) (fun h' => h' j)) _).
    { rule (diff_mul (at1 h k) (fun h' => z_of (u_z_of D' H' W_z x U_z h' b_z) j) (fun h' => h' j)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ ((- (1 / (1 + exp (- u_z j)) ^ 2 * (0 + exp (- u_z j) * (- (0 + rsum H' (fun l => U_z j l * delta l k) + 0))))) * h j) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (pd (at1 h k) (fun h' => 1 / (1 + exp (- u_z_of D' H' W_z x U_z h' b_z j)))) _).
      { apply pd_ext.
        intros h'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (- (1 / (1 + exp (- u_z j)) ^ 2 * pd (at1 h k) (fun h' => 1 + exp (- u_z_of D' H' W_z x U_z h' b_z j)))) _).
      { assert (pd (at1 h k) (fun h' => 1) = 0).
        { apply constant. }
        rule (diff_inverse (at1 h k) (fun h' => 1) (fun h' => 1 + exp (- u_z_of D' H' W_z x U_z h' b_z j))). }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 h k) (fun h' => 1) + pd (at1 h k) (fun h' => exp (- u_z_of D' H' W_z x U_z h' b_z j))) _).
      { rule (diff_add (at1 h k) (fun h' => 1) (fun h' => exp (- u_z_of D' H' W_z x U_z h' b_z j))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (exp (- u_z j) * pd (at1 h k) (fun h' => - u_z_of D' H' W_z x U_z h' b_z j)) _).
      { rule (diff_exp (at1 h k) (fun h' => - u_z_of D' H' W_z x U_z h' b_z j)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- pd (at1 h k) (fun h' => u_z_of D' H' W_z x U_z h' b_z j)) _).
      { rule (diff_neg (at1 h k) (fun h' => u_z_of D' H' W_z x U_z h' b_z j)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (pd (at1 h k) (fun h' => rsum D' (fun d => W_z j d * x d) + rsum H' (fun k' => U_z j k' * h' k') + b_z j)) _).
      { apply pd_ext.
        intros h'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 h k) (fun h' => rsum D' (fun d => W_z j d * x d)) + pd (at1 h k) (fun h' => rsum H' (fun k' => U_z j k' * h' k') + b_z j)) _).
      { rule_same (diff_add (at1 h k) (fun h' => rsum D' (fun d => W_z j d * x d)) (fun h' => rsum H' (fun k' => U_z j k' * h' k') + b_z j)). }
      apply (eq_eq _ (0 + (rsum H' (fun l => U_z j l * delta l k) + 0)) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (pd (at1 h k) (fun h' => rsum H' (fun k' => U_z j k' * h' k')) + pd (at1 h k) (fun h' => b_z j)) _).
      { rule (diff_add (at1 h k) (fun h' => rsum H' (fun k' => U_z j k' * h' k')) (fun h' => b_z j)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum H' (fun l => pd (at1 h k) (fun h' => U_z j l * h' l))) _).
        { rule_same (diff_sum (at1 h k) H' (fun l h' => U_z j l * h' l) (fun k' => true)). }
        apply rsum_ext; intros l ?; cbv beta.
        apply (eq_eq _ (pd (at1 h k) (fun h' => U_z j l * h' l)) _).
        { apply pd_ext.
          intros h'; cbv beta.
          same. }
        apply (eq_eq _ (U_z j l * pd (at1 h k) (fun h' => h' l)) _).
        { assert (pd (at1 h k) (fun h' => U_z j l) = 0).
          { apply constant. }
          rule (diff_scale (at1 h k) (fun h' => U_z j l) (fun h' => h' l)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply constant. }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) eq_refl).
  { apply (eq_eq _ ((- (exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k) / (1 + exp (- u_z j)) ^ 2)) * n j) _); [ | same ].
    refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (0 - exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k) / (1 + exp (- u_z j)) ^ 2) _).
    { refine (f_equal2 Rplus eq_refl _).
      refine (f_equal Ropp _).
      apply (eq_eq _ (- (- (exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k) / (1 + exp (- u_z j)) ^ 2))) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (1 / (1 + exp (- u_z j)) ^ 2 * (- (exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k)))) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (0 - exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k)) _).
          { refine (f_equal2 Rplus eq_refl _).
            apply (eq_eq _ (exp (- u_z j) * (- rsum H' (fun l => U_z j l * delta l k))) _).
            { refine (f_equal2 Rmult eq_refl _).
              refine (f_equal Ropp _).
              arith. }
            arith. }
          arith. }
        fractions. }
      fractions. }
    fractions. }
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (0 + 0 + exp (- u_r j) * rsum H' (fun l => U_r j l * delta l k) * s j / (1 + exp (- u_r j)) ^ 2 + r j * rsum H' (fun l => U_n j l * delta l k)) _).
    { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus eq_refl eq_refl) _) _).
      { apply (eq_eq _ (- (- (exp (- u_r j) * rsum H' (fun l => U_r j l * delta l k) * s j / (1 + exp (- u_r j)) ^ 2))) _).
        { refine (f_equal Ropp _).
          apply (eq_eq _ (1 / (1 + exp (- u_r j)) ^ 2 * (- (exp (- u_r j) * rsum H' (fun l => U_r j l * delta l k))) * s j) _).
          { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
            apply (eq_eq _ (0 - exp (- u_r j) * rsum H' (fun l => U_r j l * delta l k)) _).
            { refine (f_equal2 Rplus eq_refl _).
              apply (eq_eq _ (exp (- u_r j) * (- rsum H' (fun l => U_r j l * delta l k))) _).
              { refine (f_equal2 Rmult eq_refl _).
                refine (f_equal Ropp _).
                arith. }
              arith. }
            arith. }
          fractions. }
        fractions. }
      refine (f_equal2 Rmult eq_refl _).
      arith. }
    fractions. }
  apply (eq_eq _ (- (- (exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k) * h j / (1 + exp (- u_z j)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (1 / (1 + exp (- u_z j)) ^ 2 * (- (exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k))) * h j) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
      apply (eq_eq _ (0 - exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k)) _).
      { refine (f_equal2 Rplus eq_refl _).
        apply (eq_eq _ (exp (- u_z j) * (- rsum H' (fun l => U_z j l * delta l k))) _).
        { refine (f_equal2 Rmult eq_refl _).
          refine (f_equal Ropp _).
          arith. }
        arith. }
      arith. }
    fractions. }
  fractions.
Qed.

(* the delta keeps one term of the sum *)
Lemma state_3_sum_delta :
  - (exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k) / (1 + exp (- u_z j)) ^ 2 * n j) + (1 - z j) * (1 - tanh (u_n j) ^ 2) * (exp (- u_r j) * rsum H' (fun l => U_r j l * delta l k) * s j / (1 + exp (- u_r j)) ^ 2 + r j * rsum H' (fun l => U_n j l * delta l k)) + exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k) * h j / (1 + exp (- u_z j)) ^ 2 + z j * delta j k
  = - (exp (- u_z j) * U_z j k * n j / (1 + exp (- u_z j)) ^ 2) + (1 - z j) * (1 - tanh (u_n j) ^ 2) * (exp (- u_r j) * U_r j k * s j / (1 + exp (- u_r j)) ^ 2 + r j * U_n j k) + exp (- u_z j) * U_z j k * h j / (1 + exp (- u_z j)) ^ 2 + z j * delta j k.
Proof.
  apply (eq_eq _ (- (exp (- u_z j) * U_z j k / (1 + exp (- u_z j)) ^ 2 * n j) + (1 - z j) * (1 - tanh (u_n j) ^ 2) * (exp (- u_r j) * U_r j k * s j / (1 + exp (- u_r j)) ^ 2 + r j * U_n j k) + exp (- u_z j) * U_z j k * h j / (1 + exp (- u_z j)) ^ 2 + z j * delta j k) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) eq_refl).
    { refine (f_equal Ropp _).
      refine (f_equal2 Rmult _ eq_refl).
      refine (f_equal2 Rdiv _ eq_refl).
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum H' (fun l => delta l k * U_z j l)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      rule_same (sum_delta H' (fun l => U_z j l) k). }
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rdiv _ eq_refl).
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
        apply (eq_eq _ (rsum H' (fun l => delta l k * U_r j l)) _).
        { apply rsum_ext; intros l ?; cbv beta.
          arith. }
        rule_same (sum_delta H' (fun l => U_r j l) k). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum H' (fun l => delta l k * U_n j l)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        arith. }
      rule_same (sum_delta H' (fun l => U_n j l) k). }
    refine (f_equal2 Rdiv _ eq_refl).
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
    apply (eq_eq _ (rsum H' (fun l => delta l k * U_z j l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule_same (sum_delta H' (fun l => U_z j l) k). }
  refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ eq_refl) eq_refl) eq_refl).
  refine (f_equal Ropp _).
  fractions.
Qed.

(* factor *)
Lemma state_4_ring :
  - (exp (- u_z j) * U_z j k * n j / (1 + exp (- u_z j)) ^ 2) + (1 - z j) * (1 - tanh (u_n j) ^ 2) * (exp (- u_r j) * U_r j k * s j / (1 + exp (- u_r j)) ^ 2 + r j * U_n j k) + exp (- u_z j) * U_z j k * h j / (1 + exp (- u_z j)) ^ 2 + z j * delta j k
  = z j * delta j k + (h j - n j) * z j * (1 - z j) * U_z j k + (1 - z j) * (1 - n j ^ 2) * r j * (U_n j k + s j * (1 - r j) * U_r j k).
Proof.
  assert (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) <> 0).
  { sgn. }
  assert (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) <> 0).
  { sgn. }
  apply (eq_eq _ (- (exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) * U_z j k * tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) / (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j)) ^ 2) + (1 - 1 / (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j))) * (1 - tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) ^ 2) * (exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * U_r j k * s j / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j)) ^ 2 + 1 / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j)) * U_n j k) + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) * U_z j k * h j / (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j)) ^ 2 + 1 / (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j)) * delta j k) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _).
    { refine (f_equal Ropp _).
      refine (f_equal2 Rdiv _ _).
      { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) _).
        { refine (f_equal exp _).
          apply (eq_eq _ (- (rsum D' (fun d => W_z j d * x d) + rsum H' (fun k' => U_z j k' * h k') + b_z j)) _).
          { refine (f_equal Ropp _).
            reflexivity. }
          arith. }
        apply (eq_eq _ (tanh (u_n j)) _).
        { reflexivity. }
        refine (f_equal tanh _).
        apply (eq_eq _ (rsum D' (fun d => W_n j d * x d) + b_n j + r j * s j) _).
        { reflexivity. }
        apply (eq_eq _ (rsum D' (fun d => W_n j d * x d) + b_n j + 1 / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j)) * s j) _).
        { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl eq_refl) _).
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (1 / (1 + exp (- u_r j))) _).
          { reflexivity. }
          refine (f_equal2 Rdiv eq_refl _).
          refine (f_equal2 Rplus eq_refl _).
          refine (f_equal exp _).
          apply (eq_eq _ (- (rsum D' (fun d => W_r j d * x d) + rsum H' (fun k' => U_r j k' * h k') + b_r j)) _).
          { refine (f_equal Ropp _).
            reflexivity. }
          arith. }
        cancel. }
      refine (f_equal (fun x => x ^ 2) _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      apply (eq_eq _ (- (rsum D' (fun d => W_z j d * x d) + rsum H' (fun k' => U_z j k' * h k') + b_z j)) _).
      { refine (f_equal Ropp _).
        reflexivity. }
      arith. }
    { refine (f_equal2 Rmult (f_equal2 Rmult _ _) _).
      { refine (f_equal2 Rplus eq_refl _).
        refine (f_equal Ropp _).
        apply (eq_eq _ (1 / (1 + exp (- u_z j))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal exp _).
        apply (eq_eq _ (- (rsum D' (fun d => W_z j d * x d) + rsum H' (fun k' => U_z j k' * h k') + b_z j)) _).
        { refine (f_equal Ropp _).
          reflexivity. }
        arith. }
      { refine (f_equal2 Rplus eq_refl _).
        refine (f_equal Ropp _).
        refine (f_equal (fun x => x ^ 2) _).
        refine (f_equal tanh _).
        apply (eq_eq _ (rsum D' (fun d => W_n j d * x d) + b_n j + r j * s j) _).
        { reflexivity. }
        apply (eq_eq _ (rsum D' (fun d => W_n j d * x d) + b_n j + 1 / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j)) * s j) _).
        { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl eq_refl) _).
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (1 / (1 + exp (- u_r j))) _).
          { reflexivity. }
          refine (f_equal2 Rdiv eq_refl _).
          refine (f_equal2 Rplus eq_refl _).
          refine (f_equal exp _).
          apply (eq_eq _ (- (rsum D' (fun d => W_r j d * x d) + rsum H' (fun k' => U_r j k' * h k') + b_r j)) _).
          { refine (f_equal Ropp _).
            reflexivity. }
          arith. }
        cancel. }
      refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rdiv _ _).
        { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
          refine (f_equal exp _).
          apply (eq_eq _ (- (rsum D' (fun d => W_r j d * x d) + rsum H' (fun k' => U_r j k' * h k') + b_r j)) _).
          { refine (f_equal Ropp _).
            reflexivity. }
          arith. }
        refine (f_equal (fun x => x ^ 2) _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal exp _).
        apply (eq_eq _ (- (rsum D' (fun d => W_r j d * x d) + rsum H' (fun k' => U_r j k' * h k') + b_r j)) _).
        { refine (f_equal Ropp _).
          reflexivity. }
        arith. }
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (1 / (1 + exp (- u_r j))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      apply (eq_eq _ (- (rsum D' (fun d => W_r j d * x d) + rsum H' (fun k' => U_r j k' * h k') + b_r j)) _).
      { refine (f_equal Ropp _).
        reflexivity. }
      arith. }
    { refine (f_equal2 Rdiv _ _).
      { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
        refine (f_equal exp _).
        apply (eq_eq _ (- (rsum D' (fun d => W_z j d * x d) + rsum H' (fun k' => U_z j k' * h k') + b_z j)) _).
        { refine (f_equal Ropp _).
          reflexivity. }
        arith. }
      refine (f_equal (fun x => x ^ 2) _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      apply (eq_eq _ (- (rsum D' (fun d => W_z j d * x d) + rsum H' (fun k' => U_z j k' * h k') + b_z j)) _).
      { refine (f_equal Ropp _).
        reflexivity. }
      arith. }
    refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (1 / (1 + exp (- u_z j))) _).
    { reflexivity. }
    refine (f_equal2 Rdiv eq_refl _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal exp _).
    apply (eq_eq _ (- (rsum D' (fun d => W_z j d * x d) + rsum H' (fun k' => U_z j k' * h k') + b_z j)) _).
    { refine (f_equal Ropp _).
      reflexivity. }
    arith. }
  apply (eq_eq _ (1 / (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j)) * delta j k + (h j - tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j)))) * (1 / (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j))) * (1 - 1 / (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j))) * U_z j k + (1 - 1 / (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j))) * (1 - tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) ^ 2) * (1 / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) * (U_n j k + s j * (1 - 1 / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) * U_r j k)) _).
  { cancel. }
  symmetry.
  refine (f_equal2 Rplus (f_equal2 Rplus _ _) _).
  { refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (1 / (1 + exp (- u_z j))) _).
    { reflexivity. }
    refine (f_equal2 Rdiv eq_refl _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal exp _).
    apply (eq_eq _ (- (rsum D' (fun d => W_z j d * x d) + rsum H' (fun k' => U_z j k' * h k') + b_z j)) _).
    { refine (f_equal Ropp _).
      reflexivity. }
    arith. }
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ _) _) eq_refl).
    { refine (f_equal2 Rplus eq_refl _).
      refine (f_equal Ropp _).
      apply (eq_eq _ (tanh (u_n j)) _).
      { reflexivity. }
      refine (f_equal tanh _).
      apply (eq_eq _ (rsum D' (fun d => W_n j d * x d) + b_n j + r j * s j) _).
      { reflexivity. }
      apply (eq_eq _ (rsum D' (fun d => W_n j d * x d) + b_n j + 1 / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j)) * s j) _).
      { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl eq_refl) _).
        refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (1 / (1 + exp (- u_r j))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal exp _).
        apply (eq_eq _ (- (rsum D' (fun d => W_r j d * x d) + rsum H' (fun k' => U_r j k' * h k') + b_r j)) _).
        { refine (f_equal Ropp _).
          reflexivity. }
        arith. }
      cancel. }
    { apply (eq_eq _ (1 / (1 + exp (- u_z j))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      apply (eq_eq _ (- (rsum D' (fun d => W_z j d * x d) + rsum H' (fun k' => U_z j k' * h k') + b_z j)) _).
      { refine (f_equal Ropp _).
        reflexivity. }
      arith. }
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    apply (eq_eq _ (1 / (1 + exp (- u_z j))) _).
    { reflexivity. }
    refine (f_equal2 Rdiv eq_refl _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal exp _).
    apply (eq_eq _ (- (rsum D' (fun d => W_z j d * x d) + rsum H' (fun k' => U_z j k' * h k') + b_z j)) _).
    { refine (f_equal Ropp _).
      reflexivity. }
    arith. }
  refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ _) _) _).
  { refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    apply (eq_eq _ (1 / (1 + exp (- u_z j))) _).
    { reflexivity. }
    refine (f_equal2 Rdiv eq_refl _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal exp _).
    apply (eq_eq _ (- (rsum D' (fun d => W_z j d * x d) + rsum H' (fun k' => U_z j k' * h k') + b_z j)) _).
    { refine (f_equal Ropp _).
      reflexivity. }
    arith. }
  { refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    refine (f_equal (fun x => x ^ 2) _).
    apply (eq_eq _ (tanh (u_n j)) _).
    { reflexivity. }
    refine (f_equal tanh _).
    apply (eq_eq _ (rsum D' (fun d => W_n j d * x d) + b_n j + r j * s j) _).
    { reflexivity. }
    apply (eq_eq _ (rsum D' (fun d => W_n j d * x d) + b_n j + 1 / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j)) * s j) _).
    { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl eq_refl) _).
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (1 / (1 + exp (- u_r j))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      apply (eq_eq _ (- (rsum D' (fun d => W_r j d * x d) + rsum H' (fun k' => U_r j k' * h k') + b_r j)) _).
      { refine (f_equal Ropp _).
        reflexivity. }
      arith. }
    cancel. }
  { apply (eq_eq _ (1 / (1 + exp (- u_r j))) _).
    { reflexivity. }
    refine (f_equal2 Rdiv eq_refl _).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal exp _).
    apply (eq_eq _ (- (rsum D' (fun d => W_r j d * x d) + rsum H' (fun k' => U_r j k' * h k') + b_r j)) _).
    { refine (f_equal Ropp _).
      reflexivity. }
    arith. }
  refine (f_equal2 Rplus eq_refl _).
  refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
  refine (f_equal2 Rplus eq_refl _).
  refine (f_equal Ropp _).
  apply (eq_eq _ (1 / (1 + exp (- u_r j))) _).
  { reflexivity. }
  refine (f_equal2 Rdiv eq_refl _).
  refine (f_equal2 Rplus eq_refl _).
  refine (f_equal exp _).
  apply (eq_eq _ (- (rsum D' (fun d => W_r j d * x d) + rsum H' (fun k' => U_r j k' * h k') + b_r j)) _).
  { refine (f_equal Ropp _).
    reflexivity. }
  arith.
Qed.

Lemma state_needs_1 :
  1 + exp (- u_z j) <> 0.
Proof.
  sgn.
Qed.

Lemma state_needs_2 :
  1 + exp (- u_r j) <> 0.
Proof.
  sgn.
Qed.

Theorem state :
  is_pd (at1 h k) (fun h' => h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n))) h' j)
  (z j * delta j k + (h j - n j) * z j * (1 - z j) * U_z j k + (1 - z j) * (1 - n j ^ 2) * r j * (U_n j k + s j * (1 - r j) * U_r j k)).
Proof.
  pose proof state_needs_1.
  pose proof state_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ state_1_unfold (eq_eq _ _ _ state_2_diff_mul (eq_eq _ _ _ state_3_sum_delta state_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition state_outright : option (
  is_pd (at1 h k) (fun h' => h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n))) h' j)
  (z j * delta j k + (h j - n j) * z j * (1 - z j) * U_z j k + (1 - z j) * (1 - n j ^ 2) * r j * (U_n j k + s j * (1 - r j) * U_r j k))).
Proof.
  attempt "state" by Formula.outright Formula.by_vector (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_z j d * x d))) (Formula.Sum H' (fun k' => (Formula.Mul (Formula.C (U_z j k')) (Formula.V (k')))))) (Formula.C (b_z j)))))))) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n j d * x d))) (Formula.C (b_n j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_r j d * x d))) (Formula.Sum H' (fun k' => (Formula.Mul (Formula.C (U_r j k')) (Formula.V (k')))))) (Formula.C (b_r j))))))) (Formula.Add (Formula.Sum H' (fun k' => (Formula.Mul (Formula.C (U_n j k')) (Formula.V (k'))))) (Formula.C (c_n j))))))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_z j d * x d))) (Formula.Sum H' (fun k' => (Formula.Mul (Formula.C (U_z j k')) (Formula.V (k')))))) (Formula.C (b_z j))))))) (Formula.V (j)))).
Defined.
End state.
End gru_cell_theory.
