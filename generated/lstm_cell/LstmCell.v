(* made by derive, do not edit *)
(* LSTM cell

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition u_i_of (D' H' : nat) (W_i : nat -> nat -> R) (x : nat -> R) (U_i : nat -> nat -> R) (h : nat -> R) (b_i : nat -> R) (j : nat) : R :=
  rsum D' (fun d => W_i j d * x d) + rsum H' (fun k => U_i j k * h k) + b_i j.
#[local] Hint Unfold u_i_of : definitions.
Definition u_f_of (D' H' : nat) (W_f : nat -> nat -> R) (x : nat -> R) (U_f : nat -> nat -> R) (h : nat -> R) (b_f : nat -> R) (j : nat) : R :=
  rsum D' (fun d => W_f j d * x d) + rsum H' (fun k => U_f j k * h k) + b_f j.
#[local] Hint Unfold u_f_of : definitions.
Definition u_g_of (D' H' : nat) (W_g : nat -> nat -> R) (x : nat -> R) (U_g : nat -> nat -> R) (h : nat -> R) (b_g : nat -> R) (j : nat) : R :=
  rsum D' (fun d => W_g j d * x d) + rsum H' (fun k => U_g j k * h k) + b_g j.
#[local] Hint Unfold u_g_of : definitions.
Definition u_o_of (D' H' : nat) (W_o : nat -> nat -> R) (x : nat -> R) (U_o : nat -> nat -> R) (h : nat -> R) (b_o : nat -> R) (j : nat) : R :=
  rsum D' (fun d => W_o j d * x d) + rsum H' (fun k => U_o j k * h k) + b_o j.
#[local] Hint Unfold u_o_of : definitions.
Definition i_of (u_i : nat -> R) (j : nat) : R :=
  1 / (1 + exp (- u_i j)).
#[local] Hint Unfold i_of : definitions.
Definition f_of (u_f : nat -> R) (j : nat) : R :=
  1 / (1 + exp (- u_f j)).
#[local] Hint Unfold f_of : definitions.
Definition g_of (u_g : nat -> R) (j : nat) : R :=
  tanh (u_g j).
#[local] Hint Unfold g_of : definitions.
Definition o_of (u_o : nat -> R) (j : nat) : R :=
  1 / (1 + exp (- u_o j)).
#[local] Hint Unfold o_of : definitions.
Definition c_new_of (f : nat -> R) (c : nat -> R) (i : nat -> R) (g : nat -> R) (j : nat) : R :=
  f j * c j + i j * g j.
#[local] Hint Unfold c_new_of : definitions.
Definition h_new_of (o : nat -> R) (c_new : nat -> R) (j : nat) : R :=
  o j * tanh (c_new j).
#[local] Hint Unfold h_new_of : definitions.

Section lstm_cell_theory.
Variables (H' D' : nat).
Variables (b_i h x b_f b_g b_o c c_new_dot u_o_dot c_dot b_o_dot b_g_dot b_f_dot b_i_dot h_dot x_dot h_new_dot u_g_dot u_f_dot u_i_dot c_new_bar h_new_bar c_bar u_o_bar b_o_bar o_bar u_g_bar b_g_bar g_bar u_f_bar b_f_bar f_bar u_i_bar b_i_bar i_bar h_bar x_bar p q : nat -> R).
Variables (U_i W_i U_f W_f U_g W_g U_o W_o U_o_dot W_o_dot U_g_dot W_g_dot U_f_dot W_f_dot U_i_dot W_i_dot U_o_bar W_o_bar U_g_bar W_g_bar U_f_bar W_f_bar U_i_bar W_i_bar : nat -> nat -> R).
Hypothesis H'_positive : (0 < H')%nat.
Hypothesis D'_positive : (0 < D')%nat.
Local Notation u_i := (u_i_of D' H' W_i x U_i h b_i).
Local Notation u_f := (u_f_of D' H' W_f x U_f h b_f).
Local Notation u_g := (u_g_of D' H' W_g x U_g h b_g).
Local Notation u_o := (u_o_of D' H' W_o x U_o h b_o).
Local Notation i := (i_of u_i).
Local Notation f := (f_of u_f).
Local Notation g := (g_of u_g).
Local Notation o := (o_of u_o).
Local Notation c_new := (c_new_of f c i g).
Local Notation h_new := (h_new_of o c_new).

(** * Derivative by the input gate *)

Section input_gate.
Variables (j k : nat).
Hypothesis j_in : (j < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* chain rule through i_l *)
Lemma input_gate_1_chain :
  pd (at1 u_i k) (fun u_i' => c_new_of f c (i_of u_i') g j)
  = rsum H' (fun l => pd (at1 i l) (fun i' => c_new_of f c i' g j) * pd (at1 u_i k) (fun u_i' => i_of u_i' l)).
Proof.
  assert ((forall l, (l < H')%nat -> 1 + exp (- u_i l) <> 0)).
  { intros l ?.
    sgn. }
  assert (1 + exp (- u_i j) <> 0).
  { sgn. }
  apply (chain1 (at1 u_i k) H' (fun i' => c_new_of f c i' g j) (fun u_i' => i_of u_i')); [ dsm | premise ].
Qed.

(* put in ∂c_{new,j}/∂i_l and ∂i_l/∂u_{i,k} *)
Lemma input_gate_2_lemma :
  rsum H' (fun l => pd (at1 i l) (fun i' => c_new_of f c i' g j) * pd (at1 u_i k) (fun u_i' => i_of u_i' l))
  = rsum H' (fun l => g j * delta j l * i l * delta l k * (1 - i l)).
Proof.
  assert ((forall l, (l < H')%nat -> 1 + exp (- u_i l) <> 0)).
  { intros l ?.
    sgn. }
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((g j * delta j l) * (i l * delta l k * (1 - i l))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 i l) (fun i' => f j * c j + i' j * g j)) _).
    { apply pd_ext.
      intros i'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 i l) (fun i' => f j * c j) + pd (at1 i l) (fun i' => i' j * g j)) _).
    { rule (diff_add (at1 i l) (fun i' => f j * c j) (fun i' => i' j * g j)). }
    apply (eq_eq _ (0 + g j * delta j l) _).
    { refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (pd (at1 i l) (fun i' => g j * i' j)) _).
      { apply pd_ext.
        intros i'; cbv beta.
        arith. }
      apply (eq_eq _ (g j * pd (at1 i l) (fun i' => i' j)) _).
      { assert (pd (at1 i l) (fun i' => g j) = 0).
        { apply constant. }
        rule (diff_scale (at1 i l) (fun i' => g j) (fun i' => i' j)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    arith. }
  apply (eq_eq _ (pd (at1 u_i k) (fun u_i' => 1 / (1 + exp (- u_i' l)))) _).
  { assert (1 + exp (- u_i l) <> 0).
    { sgn. }
    apply pd_ext.
    intros u_i'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (- (pd (at1 u_i k) (fun u_i' => 1 + exp (- u_i' l)) / (1 + exp (- u_i l)) ^ 2)) _).
  { assert (1 + exp (- u_i l) <> 0).
    { sgn. }
    apply (eq_eq _ (- (1 / (1 + exp (- u_i l)) ^ 2 * pd (at1 u_i k) (fun u_i' => 1 + exp (- u_i' l)))) _).
    { assert (pd (at1 u_i k) (fun u_i' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at1 u_i k) (fun u_i' => 1) (fun u_i' => 1 + exp (- u_i' l))). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (- ((0 + exp (- u_i l) * (- delta l k)) / (1 + exp (- u_i l)) ^ 2)) _).
  { refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 u_i k) (fun u_i' => 1) + pd (at1 u_i k) (fun u_i' => exp (- u_i' l))) _).
    { rule (diff_add (at1 u_i k) (fun u_i' => 1) (fun u_i' => exp (- u_i' l))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (- u_i l) * pd (at1 u_i k) (fun u_i' => - u_i' l)) _).
    { rule (diff_exp (at1 u_i k) (fun u_i' => - u_i' l)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at1 u_i k) (fun u_i' => u_i' l)) _).
    { rule (diff_neg (at1 u_i k) (fun u_i' => u_i' l)). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply (eq_eq _ (- (- (exp (- u_i l) * delta l k / (1 + exp (- u_i l)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- (exp (- u_i l) * delta l k)) / (1 + exp (- u_i l)) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (0 - exp (- u_i l) * delta l k) _).
    { refine (f_equal2 Rplus eq_refl _).
      arith. }
    arith. }
  apply (eq_eq _ (exp (- u_i l) * delta l k / (1 + exp (- u_i l)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (i l * delta l k - i l ^ 2 * delta l k) _).
  { assert (1 + exp (- rsum D' (fun d => W_i l d * x d) - rsum H' (fun k' => U_i l k' * h k') - b_i l) <> 0).
    { sgn. }
    apply (eq_eq _ (exp (- rsum D' (fun d => W_i l d * x d) - rsum H' (fun k' => U_i l k' * h k') - b_i l) * delta l k / (1 + exp (- rsum D' (fun d => W_i l d * x d) - rsum H' (fun k' => U_i l k' * h k') - b_i l)) ^ 2) _).
    { refine (f_equal2 Rdiv _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        refine (f_equal exp _).
        apply (eq_eq _ (- (rsum D' (fun d => W_i l d * x d) + rsum H' (fun k' => U_i l k' * h k') + b_i l)) _).
        { refine (f_equal Ropp _).
          reflexivity. }
        arith. }
      refine (f_equal (fun x => x ^ 2) _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      apply (eq_eq _ (- (rsum D' (fun d => W_i l d * x d) + rsum H' (fun k' => U_i l k' * h k') + b_i l)) _).
      { refine (f_equal Ropp _).
        reflexivity. }
      arith. }
    apply (eq_eq _ (delta l k * exp (- rsum D' (fun d => W_i l d * x d) - rsum H' (fun k' => U_i l k' * h k') - b_i l) / (1 + exp (- rsum D' (fun d => W_i l d * x d) - rsum H' (fun k' => U_i l k' * h k') - b_i l)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- rsum D' (fun d => W_i l d * x d) - rsum H' (fun k' => U_i l k' * h k') - b_i l)) * delta l k - (1 / (1 + exp (- rsum D' (fun d => W_i l d * x d) - rsum H' (fun k' => U_i l k' * h k') - b_i l))) ^ 2 * delta l k) _).
    { refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (1 / (1 + exp (- u_i l))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal exp _).
        apply (eq_eq _ (- (rsum D' (fun d => W_i l d * x d) + rsum H' (fun k' => U_i l k' * h k') + b_i l)) _).
        { refine (f_equal Ropp _).
          reflexivity. }
        arith. }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult _ eq_refl).
      refine (f_equal (fun x => x ^ 2) _).
      apply (eq_eq _ (1 / (1 + exp (- u_i l))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      apply (eq_eq _ (- (rsum D' (fun d => W_i l d * x d) + rsum H' (fun k' => U_i l k' * h k') + b_i l)) _).
      { refine (f_equal Ropp _).
        reflexivity. }
      arith. }
    cancel. }
  apply (eq_eq _ (delta l k * i l - delta l k * i l ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma input_gate_3_sum_delta :
  rsum H' (fun l => g j * delta j l * i l * delta l k * (1 - i l))
  = g j * i j * delta j k * (1 - i j).
Proof.
  apply (eq_eq _ (rsum H' (fun l => delta l j * g j * i l * delta l k * (1 - i l))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => g j * i l * delta l k * (1 - i l)) j).
Qed.

(* rearrange *)
Lemma input_gate_4_ring :
  g j * i j * delta j k * (1 - i j)
  = g j * i j * (1 - i j) * delta j k.
Proof.
  apply (eq_eq _ (delta j k * g j * i j - delta j k * g j * i j ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma input_gate_needs_1 :
  1 + exp (- u_i j) <> 0.
Proof.
  sgn.
Qed.

Theorem input_gate :
  is_pd (at1 u_i k) (fun u_i' => c_new_of f c (i_of u_i') g j)
  (g j * i j * (1 - i j) * delta j k).
Proof.
  pose proof input_gate_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ input_gate_1_chain (eq_eq _ _ _ input_gate_2_lemma (eq_eq _ _ _ input_gate_3_sum_delta input_gate_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition input_gate_outright : option (
  is_pd (at1 u_i k) (fun u_i' => c_new_of f c (i_of u_i') g j)
  (g j * i j * (1 - i j) * delta j k)).
Proof.
  attempt "input_gate" by Formula.outright Formula.by_vector (Formula.Add (Formula.C (f j * c j)) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (j)))))) (Formula.C (g j)))).
Defined.
End input_gate.

(** * Derivative by the forget gate *)

Section forget_gate.
Variables (j k : nat).
Hypothesis j_in : (j < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* chain rule through f_l *)
Lemma forget_gate_1_chain :
  pd (at1 u_f k) (fun u_f' => c_new_of (f_of u_f') c i g j)
  = rsum H' (fun l => pd (at1 f l) (fun f' => c_new_of f' c i g j) * pd (at1 u_f k) (fun u_f' => f_of u_f' l)).
Proof.
  assert ((forall l, (l < H')%nat -> 1 + exp (- u_f l) <> 0)).
  { intros l ?.
    sgn. }
  assert (1 + exp (- u_f j) <> 0).
  { sgn. }
  apply (chain1 (at1 u_f k) H' (fun f' => c_new_of f' c i g j) (fun u_f' => f_of u_f')); [ dsm | premise ].
Qed.

(* put in ∂c_{new,j}/∂f_l and ∂f_l/∂u_{f,k} *)
Lemma forget_gate_2_lemma :
  rsum H' (fun l => pd (at1 f l) (fun f' => c_new_of f' c i g j) * pd (at1 u_f k) (fun u_f' => f_of u_f' l))
  = rsum H' (fun l => c j * delta j l * f l * delta l k * (1 - f l)).
Proof.
  assert ((forall l, (l < H')%nat -> 1 + exp (- u_f l) <> 0)).
  { intros l ?.
    sgn. }
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((c j * delta j l) * (f l * delta l k * (1 - f l))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 f l) (fun f' => f' j * c j + i j * g j)) _).
    { apply pd_ext.
      intros f'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 f l) (fun f' => f' j * c j) + pd (at1 f l) (fun f' => i j * g j)) _).
    { rule (diff_add (at1 f l) (fun f' => f' j * c j) (fun f' => i j * g j)). }
    apply (eq_eq _ (c j * delta j l + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at1 f l) (fun f' => c j * f' j)) _).
        { apply pd_ext.
          intros f'; cbv beta.
          arith. }
        apply (eq_eq _ (c j * pd (at1 f l) (fun f' => f' j)) _).
        { assert (pd (at1 f l) (fun f' => c j) = 0).
          { apply constant. }
          rule (diff_scale (at1 f l) (fun f' => c j) (fun f' => f' j)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply constant. }
    arith. }
  apply (eq_eq _ (pd (at1 u_f k) (fun u_f' => 1 / (1 + exp (- u_f' l)))) _).
  { assert (1 + exp (- u_f l) <> 0).
    { sgn. }
    apply pd_ext.
    intros u_f'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (- (pd (at1 u_f k) (fun u_f' => 1 + exp (- u_f' l)) / (1 + exp (- u_f l)) ^ 2)) _).
  { assert (1 + exp (- u_f l) <> 0).
    { sgn. }
    apply (eq_eq _ (- (1 / (1 + exp (- u_f l)) ^ 2 * pd (at1 u_f k) (fun u_f' => 1 + exp (- u_f' l)))) _).
    { assert (pd (at1 u_f k) (fun u_f' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at1 u_f k) (fun u_f' => 1) (fun u_f' => 1 + exp (- u_f' l))). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (- ((0 + exp (- u_f l) * (- delta l k)) / (1 + exp (- u_f l)) ^ 2)) _).
  { refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 u_f k) (fun u_f' => 1) + pd (at1 u_f k) (fun u_f' => exp (- u_f' l))) _).
    { rule (diff_add (at1 u_f k) (fun u_f' => 1) (fun u_f' => exp (- u_f' l))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (- u_f l) * pd (at1 u_f k) (fun u_f' => - u_f' l)) _).
    { rule (diff_exp (at1 u_f k) (fun u_f' => - u_f' l)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at1 u_f k) (fun u_f' => u_f' l)) _).
    { rule (diff_neg (at1 u_f k) (fun u_f' => u_f' l)). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply (eq_eq _ (- (- (exp (- u_f l) * delta l k / (1 + exp (- u_f l)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- (exp (- u_f l) * delta l k)) / (1 + exp (- u_f l)) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (0 - exp (- u_f l) * delta l k) _).
    { refine (f_equal2 Rplus eq_refl _).
      arith. }
    arith. }
  apply (eq_eq _ (exp (- u_f l) * delta l k / (1 + exp (- u_f l)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (f l * delta l k - f l ^ 2 * delta l k) _).
  { assert (1 + exp (- rsum D' (fun d => W_f l d * x d) - rsum H' (fun k' => U_f l k' * h k') - b_f l) <> 0).
    { sgn. }
    apply (eq_eq _ (exp (- rsum D' (fun d => W_f l d * x d) - rsum H' (fun k' => U_f l k' * h k') - b_f l) * delta l k / (1 + exp (- rsum D' (fun d => W_f l d * x d) - rsum H' (fun k' => U_f l k' * h k') - b_f l)) ^ 2) _).
    { refine (f_equal2 Rdiv _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        refine (f_equal exp _).
        apply (eq_eq _ (- (rsum D' (fun d => W_f l d * x d) + rsum H' (fun k' => U_f l k' * h k') + b_f l)) _).
        { refine (f_equal Ropp _).
          reflexivity. }
        arith. }
      refine (f_equal (fun x => x ^ 2) _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      apply (eq_eq _ (- (rsum D' (fun d => W_f l d * x d) + rsum H' (fun k' => U_f l k' * h k') + b_f l)) _).
      { refine (f_equal Ropp _).
        reflexivity. }
      arith. }
    apply (eq_eq _ (delta l k * exp (- rsum D' (fun d => W_f l d * x d) - rsum H' (fun k' => U_f l k' * h k') - b_f l) / (1 + exp (- rsum D' (fun d => W_f l d * x d) - rsum H' (fun k' => U_f l k' * h k') - b_f l)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- rsum D' (fun d => W_f l d * x d) - rsum H' (fun k' => U_f l k' * h k') - b_f l)) * delta l k - (1 / (1 + exp (- rsum D' (fun d => W_f l d * x d) - rsum H' (fun k' => U_f l k' * h k') - b_f l))) ^ 2 * delta l k) _).
    { refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (1 / (1 + exp (- u_f l))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal exp _).
        apply (eq_eq _ (- (rsum D' (fun d => W_f l d * x d) + rsum H' (fun k' => U_f l k' * h k') + b_f l)) _).
        { refine (f_equal Ropp _).
          reflexivity. }
        arith. }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult _ eq_refl).
      refine (f_equal (fun x => x ^ 2) _).
      apply (eq_eq _ (1 / (1 + exp (- u_f l))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      apply (eq_eq _ (- (rsum D' (fun d => W_f l d * x d) + rsum H' (fun k' => U_f l k' * h k') + b_f l)) _).
      { refine (f_equal Ropp _).
        reflexivity. }
      arith. }
    cancel. }
  apply (eq_eq _ (delta l k * f l - delta l k * f l ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma forget_gate_3_sum_delta :
  rsum H' (fun l => c j * delta j l * f l * delta l k * (1 - f l))
  = c j * f j * delta j k * (1 - f j).
Proof.
  apply (eq_eq _ (rsum H' (fun l => delta l j * c j * f l * delta l k * (1 - f l))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => c j * f l * delta l k * (1 - f l)) j).
Qed.

(* rearrange *)
Lemma forget_gate_4_ring :
  c j * f j * delta j k * (1 - f j)
  = c j * f j * (1 - f j) * delta j k.
Proof.
  apply (eq_eq _ (delta j k * c j * f j - delta j k * c j * f j ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma forget_gate_needs_1 :
  1 + exp (- u_f j) <> 0.
Proof.
  sgn.
Qed.

Theorem forget_gate :
  is_pd (at1 u_f k) (fun u_f' => c_new_of (f_of u_f') c i g j)
  (c j * f j * (1 - f j) * delta j k).
Proof.
  pose proof forget_gate_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ forget_gate_1_chain (eq_eq _ _ _ forget_gate_2_lemma (eq_eq _ _ _ forget_gate_3_sum_delta forget_gate_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition forget_gate_outright : option (
  is_pd (at1 u_f k) (fun u_f' => c_new_of (f_of u_f') c i g j)
  (c j * f j * (1 - f j) * delta j k)).
Proof.
  attempt "forget_gate" by Formula.outright Formula.by_vector (Formula.Add (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (j)))))) (Formula.C (c j))) (Formula.C (i j * g j))).
Defined.
End forget_gate.

(** * Derivative by the candidate *)

Section candidate.
Variables (j k : nat).
Hypothesis j_in : (j < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* chain rule through g_l *)
Lemma candidate_1_chain :
  pd (at1 u_g k) (fun u_g' => c_new_of f c i (g_of u_g') j)
  = rsum H' (fun l => pd (at1 g l) (fun g' => c_new_of f c i g' j) * pd (at1 u_g k) (fun u_g' => g_of u_g' l)).
Proof.
  apply (chain1 (at1 u_g k) H' (fun g' => c_new_of f c i g' j) (fun u_g' => g_of u_g')); [ dsm | premise ].
Qed.

(* put in ∂c_{new,j}/∂g_l and ∂g_l/∂u_{g,k} *)
Lemma candidate_2_lemma :
  rsum H' (fun l => pd (at1 g l) (fun g' => c_new_of f c i g' j) * pd (at1 u_g k) (fun u_g' => g_of u_g' l))
  = rsum H' (fun l => i j * delta j l * delta l k * (1 - g l ^ 2)).
Proof.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((i j * delta j l) * (delta l k * (1 - g l ^ 2))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 g l) (fun g' => f j * c j + i j * g' j)) _).
    { apply pd_ext.
      intros g'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 g l) (fun g' => f j * c j) + pd (at1 g l) (fun g' => i j * g' j)) _).
    { rule (diff_add (at1 g l) (fun g' => f j * c j) (fun g' => i j * g' j)). }
    apply (eq_eq _ (0 + i j * delta j l) _).
    { refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (pd (at1 g l) (fun g' => i j * g' j)) _).
      { apply pd_ext.
        intros g'; cbv beta.
        same. }
      apply (eq_eq _ (i j * pd (at1 g l) (fun g' => g' j)) _).
      { assert (pd (at1 g l) (fun g' => i j) = 0).
        { apply constant. }
        rule (diff_scale (at1 g l) (fun g' => i j) (fun g' => g' j)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    arith. }
  apply (eq_eq _ (pd (at1 u_g k) (fun u_g' => tanh (u_g' l))) _).
  { apply pd_ext.
    intros u_g'; cbv beta.
    reflexivity. }
  apply (eq_eq _ ((1 - tanh (u_g l) ^ 2) * pd (at1 u_g k) (fun u_g' => u_g' l)) _).
  { rule (diff_tanh (at1 u_g k) (fun u_g' => u_g' l)). }
  apply (eq_eq _ ((1 - tanh (u_g l) ^ 2) * delta l k) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ ((1 - tanh (rsum D' (fun d => W_g l d * x d) + rsum H' (fun k' => U_g l k' * h k') + b_g l) ^ 2) * delta l k) _).
  { refine (f_equal2 Rmult _ eq_refl).
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    refine (f_equal (fun x => x ^ 2) _).
    refine (f_equal tanh _).
    reflexivity. }
  apply (eq_eq _ (delta l k - delta l k * tanh (rsum D' (fun d => W_g l d * x d) + rsum H' (fun k' => U_g l k' * h k') + b_g l) ^ 2) _).
  { arith. }
  apply (eq_eq _ (delta l k - g l ^ 2 * delta l k) _).
  { symmetry.
    apply (eq_eq _ (delta l k - tanh (rsum D' (fun d => W_g l d * x d) + rsum H' (fun k' => U_g l k' * h k') + b_g l) ^ 2 * delta l k) _).
    { refine (f_equal2 Rplus eq_refl _).
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult _ eq_refl).
      refine (f_equal (fun x => x ^ 2) _).
      apply (eq_eq _ (tanh (u_g l)) _).
      { reflexivity. }
      refine (f_equal tanh _).
      reflexivity. }
    arith. }
  apply (eq_eq _ (delta l k - delta l k * g l ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma candidate_3_sum_delta :
  rsum H' (fun l => i j * delta j l * delta l k * (1 - g l ^ 2))
  = i j * delta j k * (1 - g j ^ 2).
Proof.
  apply (eq_eq _ (rsum H' (fun l => delta l j * i j * delta l k * (1 - g l ^ 2))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => i j * delta l k * (1 - g l ^ 2)) j).
Qed.

(* rearrange *)
Lemma candidate_4_ring :
  i j * delta j k * (1 - g j ^ 2)
  = i j * (1 - g j ^ 2) * delta j k.
Proof.
  apply (eq_eq _ (- (delta j k * g j ^ 2 * i j) + delta j k * i j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Theorem candidate :
  is_pd (at1 u_g k) (fun u_g' => c_new_of f c i (g_of u_g') j)
  (i j * (1 - g j ^ 2) * delta j k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ candidate_1_chain (eq_eq _ _ _ candidate_2_lemma (eq_eq _ _ _ candidate_3_sum_delta candidate_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition candidate_outright : option (
  is_pd (at1 u_g k) (fun u_g' => c_new_of f c i (g_of u_g') j)
  (i j * (1 - g j ^ 2) * delta j k)).
Proof.
  attempt "candidate" by Formula.outright Formula.by_vector (Formula.Add (Formula.C (f j * c j)) (Formula.Mul (Formula.C (i j)) (Formula.Tanh (Formula.V (j))))).
Defined.
End candidate.

(** * Derivative by the output gate *)

Section output_gate.
Variables (j k : nat).
Hypothesis j_in : (j < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* chain rule through o_l *)
Lemma output_gate_1_chain :
  pd (at1 u_o k) (fun u_o' => h_new_of (o_of u_o') c_new j)
  = rsum H' (fun l => pd (at1 o l) (fun o' => h_new_of o' c_new j) * pd (at1 u_o k) (fun u_o' => o_of u_o' l)).
Proof.
  assert ((forall l, (l < H')%nat -> 1 + exp (- u_o l) <> 0)).
  { intros l ?.
    sgn. }
  assert (1 + exp (- u_o j) <> 0).
  { sgn. }
  apply (chain1 (at1 u_o k) H' (fun o' => h_new_of o' c_new j) (fun u_o' => o_of u_o')); [ dsm | premise ].
Qed.

(* put in ∂h_{new,j}/∂o_l and ∂o_l/∂u_{o,k} *)
Lemma output_gate_2_lemma :
  rsum H' (fun l => pd (at1 o l) (fun o' => h_new_of o' c_new j) * pd (at1 u_o k) (fun u_o' => o_of u_o' l))
  = rsum H' (fun l => tanh (c_new j) * delta j l * o l * delta l k * (1 - o l)).
Proof.
  assert ((forall l, (l < H')%nat -> 1 + exp (- u_o l) <> 0)).
  { intros l ?.
    sgn. }
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((tanh (c_new j) * delta j l) * (o l * delta l k * (1 - o l))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 o l) (fun o' => o' j * tanh (c_new j))) _).
    { apply pd_ext.
      intros o'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 o l) (fun o' => tanh (c_new j) * o' j)) _).
    { apply pd_ext.
      intros o'; cbv beta.
      arith. }
    apply (eq_eq _ (tanh (c_new j) * pd (at1 o l) (fun o' => o' j)) _).
    { assert (pd (at1 o l) (fun o' => tanh (c_new j)) = 0).
      { apply constant. }
      rule (diff_scale (at1 o l) (fun o' => tanh (c_new j)) (fun o' => o' j)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ (pd (at1 u_o k) (fun u_o' => 1 / (1 + exp (- u_o' l)))) _).
  { assert (1 + exp (- u_o l) <> 0).
    { sgn. }
    apply pd_ext.
    intros u_o'; cbv beta.
    reflexivity. }
  apply (eq_eq _ (- (pd (at1 u_o k) (fun u_o' => 1 + exp (- u_o' l)) / (1 + exp (- u_o l)) ^ 2)) _).
  { assert (1 + exp (- u_o l) <> 0).
    { sgn. }
    apply (eq_eq _ (- (1 / (1 + exp (- u_o l)) ^ 2 * pd (at1 u_o k) (fun u_o' => 1 + exp (- u_o' l)))) _).
    { assert (pd (at1 u_o k) (fun u_o' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at1 u_o k) (fun u_o' => 1) (fun u_o' => 1 + exp (- u_o' l))). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (- ((0 + exp (- u_o l) * (- delta l k)) / (1 + exp (- u_o l)) ^ 2)) _).
  { refine (f_equal Ropp _).
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 u_o k) (fun u_o' => 1) + pd (at1 u_o k) (fun u_o' => exp (- u_o' l))) _).
    { rule (diff_add (at1 u_o k) (fun u_o' => 1) (fun u_o' => exp (- u_o' l))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (- u_o l) * pd (at1 u_o k) (fun u_o' => - u_o' l)) _).
    { rule (diff_exp (at1 u_o k) (fun u_o' => - u_o' l)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at1 u_o k) (fun u_o' => u_o' l)) _).
    { rule (diff_neg (at1 u_o k) (fun u_o' => u_o' l)). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply (eq_eq _ (- (- (exp (- u_o l) * delta l k / (1 + exp (- u_o l)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- (exp (- u_o l) * delta l k)) / (1 + exp (- u_o l)) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (0 - exp (- u_o l) * delta l k) _).
    { refine (f_equal2 Rplus eq_refl _).
      arith. }
    arith. }
  apply (eq_eq _ (exp (- u_o l) * delta l k / (1 + exp (- u_o l)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (o l * delta l k - o l ^ 2 * delta l k) _).
  { assert (1 + exp (- rsum D' (fun d => W_o l d * x d) - rsum H' (fun k' => U_o l k' * h k') - b_o l) <> 0).
    { sgn. }
    apply (eq_eq _ (exp (- rsum D' (fun d => W_o l d * x d) - rsum H' (fun k' => U_o l k' * h k') - b_o l) * delta l k / (1 + exp (- rsum D' (fun d => W_o l d * x d) - rsum H' (fun k' => U_o l k' * h k') - b_o l)) ^ 2) _).
    { refine (f_equal2 Rdiv _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        refine (f_equal exp _).
        apply (eq_eq _ (- (rsum D' (fun d => W_o l d * x d) + rsum H' (fun k' => U_o l k' * h k') + b_o l)) _).
        { refine (f_equal Ropp _).
          reflexivity. }
        arith. }
      refine (f_equal (fun x => x ^ 2) _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      apply (eq_eq _ (- (rsum D' (fun d => W_o l d * x d) + rsum H' (fun k' => U_o l k' * h k') + b_o l)) _).
      { refine (f_equal Ropp _).
        reflexivity. }
      arith. }
    apply (eq_eq _ (delta l k * exp (- rsum D' (fun d => W_o l d * x d) - rsum H' (fun k' => U_o l k' * h k') - b_o l) / (1 + exp (- rsum D' (fun d => W_o l d * x d) - rsum H' (fun k' => U_o l k' * h k') - b_o l)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- rsum D' (fun d => W_o l d * x d) - rsum H' (fun k' => U_o l k' * h k') - b_o l)) * delta l k - (1 / (1 + exp (- rsum D' (fun d => W_o l d * x d) - rsum H' (fun k' => U_o l k' * h k') - b_o l))) ^ 2 * delta l k) _).
    { refine (f_equal2 Rplus _ _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (1 / (1 + exp (- u_o l))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl _).
        refine (f_equal2 Rplus eq_refl _).
        refine (f_equal exp _).
        apply (eq_eq _ (- (rsum D' (fun d => W_o l d * x d) + rsum H' (fun k' => U_o l k' * h k') + b_o l)) _).
        { refine (f_equal Ropp _).
          reflexivity. }
        arith. }
      refine (f_equal Ropp _).
      refine (f_equal2 Rmult _ eq_refl).
      refine (f_equal (fun x => x ^ 2) _).
      apply (eq_eq _ (1 / (1 + exp (- u_o l))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl _).
      refine (f_equal2 Rplus eq_refl _).
      refine (f_equal exp _).
      apply (eq_eq _ (- (rsum D' (fun d => W_o l d * x d) + rsum H' (fun k' => U_o l k' * h k') + b_o l)) _).
      { refine (f_equal Ropp _).
        reflexivity. }
      arith. }
    cancel. }
  apply (eq_eq _ (delta l k * o l - delta l k * o l ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma output_gate_3_sum_delta :
  rsum H' (fun l => tanh (c_new j) * delta j l * o l * delta l k * (1 - o l))
  = tanh (c_new j) * o j * delta j k * (1 - o j).
Proof.
  apply (eq_eq _ (rsum H' (fun l => delta l j * tanh (c_new j) * o l * delta l k * (1 - o l))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => tanh (c_new j) * o l * delta l k * (1 - o l)) j).
Qed.

(* definition of h_{new,j} *)
Lemma output_gate_4_unfold :
  tanh (c_new j) * o j * delta j k * (1 - o j)
  = h_new j * delta j k - o j * h_new j * delta j k.
Proof.
  apply (eq_eq _ (tanh (c j * f j + g j * i j) * o j * delta j k * (1 - o j)) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl).
    refine (f_equal tanh _).
    apply (eq_eq _ (f j * c j + i j * g j) _).
    { reflexivity. }
    arith. }
  apply (eq_eq _ (delta j k * tanh (c j * f j + g j * i j) * o j - delta j k * tanh (c j * f j + g j * i j) * o j ^ 2) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (tanh (c j * f j + g j * i j) * o j * delta j k - o j * tanh (c j * f j + g j * i j) * o j * delta j k) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ ((tanh (c j * f j + g j * i j) * o j) * delta j k) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      apply (eq_eq _ (o j * tanh (c_new j)) _).
      { reflexivity. }
      apply (eq_eq _ (o j * tanh (c j * f j + g j * i j)) _).
      { refine (f_equal2 Rmult eq_refl _).
        refine (f_equal tanh _).
        apply (eq_eq _ (f j * c j + i j * g j) _).
        { reflexivity. }
        arith. }
      arith. }
    refine (f_equal Ropp _).
    apply (eq_eq _ (o j * (tanh (c j * f j + g j * i j) * o j) * delta j k) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
    apply (eq_eq _ (o j * tanh (c_new j)) _).
    { reflexivity. }
    apply (eq_eq _ (o j * tanh (c j * f j + g j * i j)) _).
    { refine (f_equal2 Rmult eq_refl _).
      refine (f_equal tanh _).
      apply (eq_eq _ (f j * c j + i j * g j) _).
      { reflexivity. }
      arith. }
    arith. }
  arith.
Qed.

(* factor out h_{new,j} *)
Lemma output_gate_5_ring :
  h_new j * delta j k - o j * h_new j * delta j k
  = h_new j * delta j k * (1 - o j).
Proof.
  apply (eq_eq _ (delta j k * h_new j - delta j k * h_new j * o j) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* definition of h_{new,j} *)
Lemma output_gate_6_unfold :
  h_new j * delta j k * (1 - o j)
  = tanh (c_new j) * o j * (1 - o j) * delta j k.
Proof.
  assert (1 + exp (- u_o j) <> 0).
  { sgn. }
  apply (eq_eq _ (tanh (c j * f j + g j * i j) / (1 + exp (- u_o j)) * delta j k * (1 - 1 / (1 + exp (- u_o j)))) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) _).
    { apply (eq_eq _ (o j * tanh (c_new j)) _).
      { reflexivity. }
      apply (eq_eq _ (1 / (1 + exp (- u_o j)) * tanh (c j * f j + g j * i j)) _).
      { refine (f_equal2 Rmult _ _).
        { reflexivity. }
        refine (f_equal tanh _).
        apply (eq_eq _ (f j * c j + i j * g j) _).
        { reflexivity. }
        arith. }
      fractions. }
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    reflexivity. }
  apply (eq_eq _ (delta j k * exp (- u_o j) * tanh (c j * f j + g j * i j) / (1 + exp (- u_o j)) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (tanh (c j * f j + g j * i j) * (1 / (1 + exp (- u_o j))) * (1 - 1 / (1 + exp (- u_o j))) * delta j k) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ _) _) eq_refl).
    { refine (f_equal tanh _).
      apply (eq_eq _ (f j * c j + i j * g j) _).
      { reflexivity. }
      arith. }
    { reflexivity. }
    refine (f_equal2 Rplus eq_refl _).
    refine (f_equal Ropp _).
    reflexivity. }
  cancel.
Qed.

Lemma output_gate_needs_1 :
  1 + exp (- u_o j) <> 0.
Proof.
  sgn.
Qed.

Theorem output_gate :
  is_pd (at1 u_o k) (fun u_o' => h_new_of (o_of u_o') c_new j)
  (tanh (c_new j) * o j * (1 - o j) * delta j k).
Proof.
  pose proof output_gate_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ output_gate_1_chain (eq_eq _ _ _ output_gate_2_lemma (eq_eq _ _ _ output_gate_3_sum_delta (eq_eq _ _ _ output_gate_4_unfold (eq_eq _ _ _ output_gate_5_ring output_gate_6_unfold))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition output_gate_outright : option (
  is_pd (at1 u_o k) (fun u_o' => h_new_of (o_of u_o') c_new j)
  (tanh (c_new j) * o j * (1 - o j) * delta j k)).
Proof.
  attempt "output_gate" by Formula.outright Formula.by_vector (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (j)))))) (Formula.C (tanh (c_new j)))).
Defined.
End output_gate.

(** * Gradient of the cell state *)

Section state.
Variables (k : nat).
Hypothesis k_in : (k < H')%nat.

(* differentiate under the sum; a constant factor stays in front; derivative of tanh, chain rule; ∂c_l/∂c_k = δ_lk *)
Lemma state_1_diff_sum :
  pd (at1 c k) (fun c' => rsum H' (fun j => p j * h_new_of o (c_new_of f c' i g) j) + rsum H' (fun j => q j * c_new_of f c' i g j))
  = rsum H' (fun l => p l * o l * (1 - tanh (c_new l) ^ 2) * f l * delta l k) + rsum H' (fun l => q l * f l * delta l k).
Proof.
  apply (eq_eq _ (pd (at1 c k) (fun c' => rsum H' (fun j => p j * h_new_of o (c_new_of f c' i g) j)) + pd (at1 c k) (fun c' => rsum H' (fun j => q j * c_new_of f c' i g j))) _).
  { rule (diff_add (at1 c k) (fun c' => rsum H' (fun j => p j * h_new_of o (c_new_of f c' i g) j)) (fun c' => rsum H' (fun j => q j * c_new_of f c' i g j))). }
  apply (eq_eq _ (rsum H' (fun l => p l * o l * (1 - tanh (c_new l) ^ 2) * (f l * delta l k + 0)) + rsum H' (fun l => q l * (f l * delta l k + 0))) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 c k) (fun c' => rsum H' (fun k' => p k' * h_new_of o (c_new_of f c' i g) k'))) _); [ same | ].
      apply (eq_eq _ (rsum H' (fun l => pd (at1 c k) (fun c' => p l * h_new_of o (c_new_of f c' i g) l))) _).
      { rule_same (diff_sum (at1 c k) H' (fun k' c' => p k' * h_new_of o (c_new_of f c' i g) k') (fun k' => true)). }
      apply rsum_ext; intros l ?; cbv beta.
      apply (eq_eq _ (pd (at1 c k) (fun c' => p l * h_new_of o (c_new_of f c' i g) l)) _).
      { apply pd_ext.
        intros c'; cbv beta.
        same. }
      apply (eq_eq _ (p l * pd (at1 c k) (fun c' => h_new_of o (c_new_of f c' i g) l)) _).
      { assert (pd (at1 c k) (fun c' => p l) = 0).
        { apply constant. }
        rule (diff_scale (at1 c k) (fun c' => p l) (fun c' => h_new_of o (c_new_of f c' i g) l)). }
      apply (eq_eq _ (p l * (o l * (1 - tanh (c_new l) ^ 2) * (f l * delta l k + 0))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 c k) (fun c' => o l * tanh (c_new_of f c' i g l))) _).
      { apply pd_ext.
        intros c'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 c k) (fun c' => o l * tanh (c_new_of f c' i g l))) _).
      { apply pd_ext.
        intros c'; cbv beta.
        same. }
      apply (eq_eq _ (o l * pd (at1 c k) (fun c' => tanh (c_new_of f c' i g l))) _).
      { assert (pd (at1 c k) (fun c' => o l) = 0).
        { apply constant. }
        rule (diff_scale (at1 c k) (fun c' => o l) (fun c' => tanh (c_new_of f c' i g l))). }
      apply (eq_eq _ (o l * ((1 - tanh (c_new l) ^ 2) * (f l * delta l k + 0))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ ((1 - tanh (c_new l) ^ 2) * pd (at1 c k) (fun c' => c_new_of f c' i g l)) _).
      { rule (diff_tanh (at1 c k) (fun c' => c_new_of f c' i g l)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 c k) (fun c' => f l * c' l + i l * g l)) _).
      { apply pd_ext.
        intros c'; cbv beta.
        reflexivity. }
      apply (eq_eq _ (pd (at1 c k) (fun c' => f l * c' l) + pd (at1 c k) (fun c' => i l * g l)) _).
      { rule (diff_add (at1 c k) (fun c' => f l * c' l) (fun c' => i l * g l)). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at1 c k) (fun c' => f l * c' l)) _).
        { apply pd_ext.
          intros c'; cbv beta.
          same. }
        apply (eq_eq _ (f l * pd (at1 c k) (fun c' => c' l)) _).
        { assert (pd (at1 c k) (fun c' => f l) = 0).
          { apply constant. }
          rule (diff_scale (at1 c k) (fun c' => f l) (fun c' => c' l)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply constant. }
    apply (eq_eq _ (pd (at1 c k) (fun c' => rsum H' (fun k' => q k' * c_new_of f c' i g k'))) _); [ same | ].
    apply (eq_eq _ (rsum H' (fun l => pd (at1 c k) (fun c' => q l * c_new_of f c' i g l))) _).
    { rule_same (diff_sum (at1 c k) H' (fun k' c' => q k' * c_new_of f c' i g k') (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at1 c k) (fun c' => q l * c_new_of f c' i g l)) _).
    { apply pd_ext.
      intros c'; cbv beta.
      same. }
    apply (eq_eq _ (q l * pd (at1 c k) (fun c' => c_new_of f c' i g l)) _).
    { assert (pd (at1 c k) (fun c' => q l) = 0).
      { apply constant. }
      rule (diff_scale (at1 c k) (fun c' => q l) (fun c' => c_new_of f c' i g l)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 c k) (fun c' => f l * c' l + i l * g l)) _).
    { apply pd_ext.
      intros c'; cbv beta.
      reflexivity. }
    apply (eq_eq _ (pd (at1 c k) (fun c' => f l * c' l) + pd (at1 c k) (fun c' => i l * g l)) _).
    { rule (diff_add (at1 c k) (fun c' => f l * c' l) (fun c' => i l * g l)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 c k) (fun c' => f l * c' l)) _).
      { apply pd_ext.
        intros c'; cbv beta.
        same. }
      apply (eq_eq _ (f l * pd (at1 c k) (fun c' => c' l)) _).
      { assert (pd (at1 c k) (fun c' => f l) = 0).
        { apply constant. }
        rule (diff_scale (at1 c k) (fun c' => f l) (fun c' => c' l)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  refine (f_equal2 Rplus _ _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (p l * o l * (1 - tanh (c_new l) ^ 2) * (f l * delta l k)) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
    arith. }
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (q l * (f l * delta l k)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma state_2_sum_delta :
  rsum H' (fun l => p l * o l * (1 - tanh (c_new l) ^ 2) * f l * delta l k) + rsum H' (fun l => q l * f l * delta l k)
  = p k * o k * (1 - tanh (c_new k) ^ 2) * f k + q k * f k.
Proof.
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum H' (fun l => delta l k * p l * o l * (1 - tanh (c_new l) ^ 2) * f l)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      arith. }
    rule_same (sum_delta H' (fun l => p l * o l * (1 - tanh (c_new l) ^ 2) * f l) k). }
  apply (eq_eq _ (rsum H' (fun l => delta l k * q l * f l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => q l * f l) k).
Qed.

(* factor out f_k *)
Lemma state_3_ring :
  p k * o k * (1 - tanh (c_new k) ^ 2) * f k + q k * f k
  = f k * (p k * o k * (1 - tanh (c_new k) ^ 2) + q k).
Proof.
  apply (eq_eq _ (- (tanh (c_new k) ^ 2 * f k * o k * p k) + f k * o k * p k + f k * q k) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* rearrange *)
Lemma state_4_ring :
  f k * (p k * o k * (1 - tanh (c_new k) ^ 2) + q k)
  = (q k + p k * o k * (1 - tanh (c_new k) ^ 2)) * f k.
Proof.
  apply (eq_eq _ (- (tanh (c_new k) ^ 2 * f k * o k * p k) + f k * o k * p k + f k * q k) _).
  { arith. }
  symmetry.
  arith.
Qed.

Theorem state :
  is_pd (at1 c k) (fun c' => rsum H' (fun j => p j * h_new_of o (c_new_of f c' i g) j) + rsum H' (fun j => q j * c_new_of f c' i g j))
  ((q k + p k * o k * (1 - tanh (c_new k) ^ 2)) * f k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ state_1_diff_sum (eq_eq _ _ _ state_2_sum_delta (eq_eq _ _ _ state_3_ring state_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition state_outright : option (
  is_pd (at1 c k) (fun c' => rsum H' (fun j => p j * h_new_of o (c_new_of f c' i g) j) + rsum H' (fun j => q j * c_new_of f c' i g j))
  ((q k + p k * o k * (1 - tanh (c_new k) ^ 2)) * f k)).
Proof.
  attempt "state" by Formula.outright Formula.by_vector (Formula.Add (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (p j)) (Formula.Mul (Formula.C (o j)) (Formula.Tanh (Formula.Add (Formula.Mul (Formula.C (f j)) (Formula.V (j))) (Formula.C (i j * g j)))))))) (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (q j)) (Formula.Add (Formula.Mul (Formula.C (f j)) (Formula.V (j))) (Formula.C (i j * g j))))))).
Defined.
End state.
End lstm_cell_theory.
