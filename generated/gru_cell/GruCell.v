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
Definition n_bar_of (h_new_bar : nat -> R) (z : nat -> R) (j : nat) : R :=
  h_new_bar j * (1 - z j).
#[local] Hint Unfold n_bar_of : definitions.
Definition u_n_bar_of (n_bar : nat -> R) (n : nat -> R) (j : nat) : R :=
  n_bar j * (1 - n j ^ 2).
#[local] Hint Unfold u_n_bar_of : definitions.
Definition z_bar_of (h_new_bar : nat -> R) (h : nat -> R) (n : nat -> R) (j : nat) : R :=
  h_new_bar j * (h j - n j).
#[local] Hint Unfold z_bar_of : definitions.
Definition r_bar_of (u_n_bar : nat -> R) (s : nat -> R) (j : nat) : R :=
  u_n_bar j * s j.
#[local] Hint Unfold r_bar_of : definitions.
Definition s_bar_of (u_n_bar : nat -> R) (r : nat -> R) (j : nat) : R :=
  u_n_bar j * r j.
#[local] Hint Unfold s_bar_of : definitions.
Definition u_z_bar_of (z_bar : nat -> R) (z : nat -> R) (j : nat) : R :=
  z_bar j * z j * (1 - z j).
#[local] Hint Unfold u_z_bar_of : definitions.
Definition u_r_bar_of (r_bar : nat -> R) (r : nat -> R) (j : nat) : R :=
  r_bar j * r j * (1 - r j).
#[local] Hint Unfold u_r_bar_of : definitions.
Definition W_r_bar_of (u_r_bar : nat -> R) (x : nat -> R) (i l : nat) : R :=
  u_r_bar i * x l.
#[local] Hint Unfold W_r_bar_of : definitions.
Definition x_bar_of (H' : nat) (u_r_bar : nat -> R) (W_r : nat -> nat -> R) (u_z_bar : nat -> R) (W_z : nat -> nat -> R) (u_n_bar : nat -> R) (W_n : nat -> nat -> R) (i : nat) : R :=
  rsum H' (fun j => u_r_bar j * W_r j i) + rsum H' (fun j => u_z_bar j * W_z j i) + rsum H' (fun j => u_n_bar j * W_n j i).
#[local] Hint Unfold x_bar_of : definitions.
Definition U_r_bar_of (u_r_bar : nat -> R) (h : nat -> R) (i l : nat) : R :=
  u_r_bar i * h l.
#[local] Hint Unfold U_r_bar_of : definitions.
Definition h_bar_of (H' : nat) (u_r_bar : nat -> R) (U_r : nat -> nat -> R) (u_z_bar : nat -> R) (U_z : nat -> nat -> R) (s_bar : nat -> R) (U_n : nat -> nat -> R) (h_new_bar : nat -> R) (z : nat -> R) (i : nat) : R :=
  rsum H' (fun j => u_r_bar j * U_r j i) + rsum H' (fun j => u_z_bar j * U_z j i) + rsum H' (fun j => s_bar j * U_n j i) + h_new_bar i * z i.
#[local] Hint Unfold h_bar_of : definitions.
Definition b_r_bar_of (u_r_bar : nat -> R) (i : nat) : R :=
  u_r_bar i.
#[local] Hint Unfold b_r_bar_of : definitions.
Definition W_z_bar_of (u_z_bar : nat -> R) (x : nat -> R) (i l : nat) : R :=
  u_z_bar i * x l.
#[local] Hint Unfold W_z_bar_of : definitions.
Definition U_z_bar_of (u_z_bar : nat -> R) (h : nat -> R) (i l : nat) : R :=
  u_z_bar i * h l.
#[local] Hint Unfold U_z_bar_of : definitions.
Definition b_z_bar_of (u_z_bar : nat -> R) (i : nat) : R :=
  u_z_bar i.
#[local] Hint Unfold b_z_bar_of : definitions.
Definition U_n_bar_of (s_bar : nat -> R) (h : nat -> R) (i l : nat) : R :=
  s_bar i * h l.
#[local] Hint Unfold U_n_bar_of : definitions.
Definition c_n_bar_of (s_bar : nat -> R) (i : nat) : R :=
  s_bar i.
#[local] Hint Unfold c_n_bar_of : definitions.
Definition W_n_bar_of (u_n_bar : nat -> R) (x : nat -> R) (i l : nat) : R :=
  u_n_bar i * x l.
#[local] Hint Unfold W_n_bar_of : definitions.
Definition b_n_bar_of (u_n_bar : nat -> R) (i : nat) : R :=
  u_n_bar i.
#[local] Hint Unfold b_n_bar_of : definitions.
Definition u_r_dot_of (D' H' : nat) (W_r_dot : nat -> nat -> R) (x : nat -> R) (W_r : nat -> nat -> R) (x_dot : nat -> R) (U_r_dot : nat -> nat -> R) (h : nat -> R) (U_r : nat -> nat -> R) (h_dot : nat -> R) (b_r_dot : nat -> R) (j : nat) : R :=
  rsum D' (fun l => W_r_dot j l * x l) + rsum D' (fun i => W_r j i * x_dot i) + rsum H' (fun l => U_r_dot j l * h l) + rsum H' (fun i => U_r j i * h_dot i) + b_r_dot j.
#[local] Hint Unfold u_r_dot_of : definitions.
Definition u_z_dot_of (D' H' : nat) (W_z : nat -> nat -> R) (x_dot : nat -> R) (U_z : nat -> nat -> R) (h_dot : nat -> R) (W_z_dot : nat -> nat -> R) (x : nat -> R) (U_z_dot : nat -> nat -> R) (h : nat -> R) (b_z_dot : nat -> R) (j : nat) : R :=
  rsum D' (fun i => W_z j i * x_dot i) + rsum H' (fun i => U_z j i * h_dot i) + rsum D' (fun l => W_z_dot j l * x l) + rsum H' (fun l => U_z_dot j l * h l) + b_z_dot j.
#[local] Hint Unfold u_z_dot_of : definitions.
Definition s_dot_of (H' : nat) (U_n : nat -> nat -> R) (h_dot : nat -> R) (U_n_dot : nat -> nat -> R) (h : nat -> R) (c_n_dot : nat -> R) (j : nat) : R :=
  rsum H' (fun i => U_n j i * h_dot i) + rsum H' (fun l => U_n_dot j l * h l) + c_n_dot j.
#[local] Hint Unfold s_dot_of : definitions.
Definition u_n_dot_of (D' : nat) (W_n : nat -> nat -> R) (x_dot : nat -> R) (W_n_dot : nat -> nat -> R) (x : nat -> R) (b_n_dot : nat -> R) (s : nat -> R) (r : nat -> R) (u_r_dot : nat -> R) (s_dot : nat -> R) (j : nat) : R :=
  rsum D' (fun i => W_n j i * x_dot i) + rsum D' (fun k => W_n_dot j k * x k) + b_n_dot j + s j * r j * (1 - r j) * u_r_dot j + r j * s_dot j.
#[local] Hint Unfold u_n_dot_of : definitions.
Definition h_new_dot_of (z : nat -> R) (h_dot : nat -> R) (h : nat -> R) (n : nat -> R) (u_z_dot : nat -> R) (u_n_dot : nat -> R) (j : nat) : R :=
  z j * h_dot j + (h j - n j) * z j * (1 - z j) * u_z_dot j + (1 - z j) * (1 - n j ^ 2) * u_n_dot j.
#[local] Hint Unfold h_new_dot_of : definitions.

Section gru_cell_theory.
Variables (H' D' : nat).
Variables (b_r h x b_z c_n b_n h_new_bar b_r_dot h_dot x_dot b_z_dot c_n_dot b_n_dot : nat -> R).
Variables (U_r W_r U_z W_z U_n W_n U_r_dot W_r_dot U_z_dot W_z_dot U_n_dot W_n_dot : nat -> nat -> R).
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
Local Notation n_bar := (n_bar_of h_new_bar z).
Local Notation u_n_bar := (u_n_bar_of n_bar n).
Local Notation z_bar := (z_bar_of h_new_bar h n).
Local Notation r_bar := (r_bar_of u_n_bar s).
Local Notation s_bar := (s_bar_of u_n_bar r).
Local Notation u_z_bar := (u_z_bar_of z_bar z).
Local Notation u_r_bar := (u_r_bar_of r_bar r).
Local Notation W_r_bar := (W_r_bar_of u_r_bar x).
Local Notation x_bar := (x_bar_of H' u_r_bar W_r u_z_bar W_z u_n_bar W_n).
Local Notation U_r_bar := (U_r_bar_of u_r_bar h).
Local Notation h_bar := (h_bar_of H' u_r_bar U_r u_z_bar U_z s_bar U_n h_new_bar z).
Local Notation b_r_bar := (b_r_bar_of u_r_bar).
Local Notation W_z_bar := (W_z_bar_of u_z_bar x).
Local Notation U_z_bar := (U_z_bar_of u_z_bar h).
Local Notation b_z_bar := (b_z_bar_of u_z_bar).
Local Notation U_n_bar := (U_n_bar_of s_bar h).
Local Notation c_n_bar := (c_n_bar_of s_bar).
Local Notation W_n_bar := (W_n_bar_of u_n_bar x).
Local Notation b_n_bar := (b_n_bar_of u_n_bar).
Local Notation u_r_dot := (u_r_dot_of D' H' W_r_dot x W_r x_dot U_r_dot h U_r h_dot b_r_dot).
Local Notation u_z_dot := (u_z_dot_of D' H' W_z x_dot U_z h_dot W_z_dot x U_z_dot h b_z_dot).
Local Notation s_dot := (s_dot_of H' U_n h_dot U_n_dot h c_n_dot).
Local Notation u_n_dot := (u_n_dot_of D' W_n x_dot W_n_dot x b_n_dot s r u_r_dot s_dot).
Local Notation h_new_dot := (h_new_dot_of z h_dot h n u_z_dot u_n_dot).

(** * What several lines rest on *)

Lemma shared_1 :
  forall j : nat,
  (j < H')%nat ->
  exp (- u_z j) = exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k => U_z j k * h k) - b_z j).
Proof.
  intros j ?.
  refine (f_equal exp _).
  apply (eq_eq _ (- (rsum D' (fun d => W_z j d * x d) + rsum H' (fun k => U_z j k * h k) + b_z j)) _).
  { reflexivity. }
  arith.
Qed.

Lemma shared_2 :
  forall j l : nat,
  (j < H')%nat ->
  (l < H')%nat ->
  pd (at1 n l) (fun n' => h_new_of z n' h j) = (1 - z j) * delta j l.
Proof.
  intros j l ? ?.
  apply (eq_eq _ (pd (at1 n l) (fun n' => (1 - z j) * n' j + z j * h j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 n l) (fun n' => (1 - z j) * n' j) + pd (at1 n l) (fun n' => z j * h j)) _).
  { rule (diff_add (at1 n l) (fun n' => (1 - z j) * n' j) (fun n' => z j * h j)). }
  apply (eq_eq _ ((1 - z j) * delta j l + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 n l) (fun n' => (1 - z j) * n' j)) _).
      { reflexivity. }
      apply (eq_eq _ ((1 - z j) * pd (at1 n l) (fun n' => n' j)) _).
      { assert (pd (at1 n l) (fun n' => 1 - z j) = 0).
        { apply constant. }
        rule (diff_scale (at1 n l) (fun n' => 1 - z j) (fun n' => n' j)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

Lemma shared_3 :
  forall i k : nat,
  (i < H')%nat ->
  (k < H')%nat ->
  pd (at1 u_n k) (fun u_n' => n_of u_n' i) = delta i k * (1 - n i ^ 2).
Proof.
  intros i k ? ?.
  apply (eq_eq _ (pd (at1 u_n k) (fun u_n' => tanh (u_n' i))) _).
  { reflexivity. }
  apply (eq_eq _ ((1 - tanh (u_n i) ^ 2) * pd (at1 u_n k) (fun u_n' => u_n' i)) _).
  { rule (diff_tanh (at1 u_n k) (fun u_n' => u_n' i)). }
  apply (eq_eq _ ((1 - tanh (u_n i) ^ 2) * delta i k) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ ((1 - tanh (rsum D' (fun d => W_n i d * x d) + b_n i + r i * s i) ^ 2) * delta i k) _).
  { reflexivity. }
  apply (eq_eq _ (delta i k - delta i k * tanh (rsum D' (fun d => W_n i d * x d) + b_n i + r i * s i) ^ 2) _).
  { arith. }
  apply (eq_eq _ (delta i k - n i ^ 2 * delta i k) _).
  { symmetry.
    apply (eq_eq _ (delta i k - tanh (rsum D' (fun d => W_n i d * x d) + b_n i + r i * s i) ^ 2 * delta i k) _).
    { reflexivity. }
    arith. }
  apply (eq_eq _ (delta i k - delta i k * n i ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_4 :
  forall j : nat,
  (j < H')%nat ->
  exp (- u_r j) = exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k => U_r j k * h k) - b_r j).
Proof.
  intros j ?.
  refine (f_equal exp _).
  apply (eq_eq _ (- (rsum D' (fun d => W_r j d * x d) + rsum H' (fun k => U_r j k * h k) + b_r j)) _).
  { reflexivity. }
  arith.
Qed.

Lemma shared_5 :
  forall i j : nat,
  (i < H')%nat ->
  (j < H')%nat ->
  pd (at1 h j) (fun h' => rsum D' (fun d => W_z i d * x d) + rsum H' (fun k => U_z i k * h' k) + b_z i) = 0 + rsum H' (fun k => U_z i k * delta k j) + 0.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 h j) (fun h' => rsum D' (fun d => W_z i d * x d)) + pd (at1 h j) (fun h' => rsum H' (fun k => U_z i k * h' k) + b_z i)) _).
  { rule_same (diff_add (at1 h j) (fun h' => rsum D' (fun d => W_z i d * x d)) (fun h' => rsum H' (fun k => U_z i k * h' k) + b_z i)). }
  apply (eq_eq _ (0 + (rsum H' (fun k => U_z i k * delta k j) + 0)) _); [ | same ].
  refine (f_equal2 Rplus _ _).
  { apply constant. }
  apply (eq_eq _ (pd (at1 h j) (fun h' => rsum H' (fun k => U_z i k * h' k)) + pd (at1 h j) (fun h' => b_z i)) _).
  { rule (diff_add (at1 h j) (fun h' => rsum H' (fun k => U_z i k * h' k)) (fun h' => b_z i)). }
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum H' (fun k => pd (at1 h j) (fun h' => U_z i k * h' k))) _).
    { rule (diff_sum (at1 h j) H' (fun l h' => U_z i l * h' l) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 h j) (fun h' => U_z i k * h' k)) _).
    { reflexivity. }
    apply (eq_eq _ (U_z i k * pd (at1 h j) (fun h' => h' k)) _).
    { assert (pd (at1 h j) (fun h' => U_z i k) = 0).
      { apply constant. }
      rule (diff_scale (at1 h j) (fun h' => U_z i k) (fun h' => h' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply constant.
Qed.

Lemma shared_6 :
  forall j k : nat,
  (j < H')%nat ->
  (k < H')%nat ->
  (1 + exp (- u_z j) <> 0) ->
  pd (at1 h k) (fun h' => z_of (u_z_of D' H' W_z x U_z h' b_z) j) = - (1 / (1 + exp (- u_z j)) ^ 2 * (0 + exp (- u_z j) * (- (0 + rsum H' (fun l => U_z j l * delta l k) + 0)))).
Proof.
  intros j k ? ? ?.
  apply (eq_eq _ (pd (at1 h k) (fun h' => 1 / (1 + exp (- u_z_of D' H' W_z x U_z h' b_z j)))) _).
  { reflexivity. }
  apply (eq_eq _ (- (1 / (1 + exp (- u_z j)) ^ 2 * pd (at1 h k) (fun h' => 1 + exp (- u_z_of D' H' W_z x U_z h' b_z j)))) _).
  { assert (pd (at1 h k) (fun h' => 1) = 0).
    { apply constant. }
    rule (diff_inverse (at1 h k) (fun h' => 1) (fun h' => 1 + exp (- u_z_of D' H' W_z x U_z h' b_z j))). }
  refine (f_equal Ropp (f_equal2 Rmult eq_refl _)).
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
  { reflexivity. }
  rule (shared_5 j k).
Qed.

Lemma shared_7 :
  forall i j : nat,
  (i < H')%nat ->
  (j < H')%nat ->
  pd (at1 h j) (fun h' => rsum D' (fun d => W_r i d * x d) + rsum H' (fun k => U_r i k * h' k) + b_r i) = 0 + rsum H' (fun k => U_r i k * delta k j) + 0.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 h j) (fun h' => rsum D' (fun d => W_r i d * x d)) + pd (at1 h j) (fun h' => rsum H' (fun k => U_r i k * h' k) + b_r i)) _).
  { rule_same (diff_add (at1 h j) (fun h' => rsum D' (fun d => W_r i d * x d)) (fun h' => rsum H' (fun k => U_r i k * h' k) + b_r i)). }
  apply (eq_eq _ (0 + (rsum H' (fun k => U_r i k * delta k j) + 0)) _); [ | same ].
  refine (f_equal2 Rplus _ _).
  { apply constant. }
  apply (eq_eq _ (pd (at1 h j) (fun h' => rsum H' (fun k => U_r i k * h' k)) + pd (at1 h j) (fun h' => b_r i)) _).
  { rule (diff_add (at1 h j) (fun h' => rsum H' (fun k => U_r i k * h' k)) (fun h' => b_r i)). }
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum H' (fun k => pd (at1 h j) (fun h' => U_r i k * h' k))) _).
    { rule (diff_sum (at1 h j) H' (fun l h' => U_r i l * h' l) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 h j) (fun h' => U_r i k * h' k)) _).
    { reflexivity. }
    apply (eq_eq _ (U_r i k * pd (at1 h j) (fun h' => h' k)) _).
    { assert (pd (at1 h j) (fun h' => U_r i k) = 0).
      { apply constant. }
      rule (diff_scale (at1 h j) (fun h' => U_r i k) (fun h' => h' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply constant.
Qed.

Lemma shared_8 :
  forall i j : nat,
  (i < H')%nat ->
  (j < H')%nat ->
  pd (at1 h j) (fun h' => rsum H' (fun k => U_n i k * h' k) + c_n i) = rsum H' (fun k => U_n i k * delta k j) + 0.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 h j) (fun h' => rsum H' (fun k => U_n i k * h' k)) + pd (at1 h j) (fun h' => c_n i)) _).
  { rule (diff_add (at1 h j) (fun h' => rsum H' (fun k => U_n i k * h' k)) (fun h' => c_n i)). }
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (rsum H' (fun k => pd (at1 h j) (fun h' => U_n i k * h' k))) _).
    { rule (diff_sum (at1 h j) H' (fun l h' => U_n i l * h' l) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 h j) (fun h' => U_n i k * h' k)) _).
    { reflexivity. }
    apply (eq_eq _ (U_n i k * pd (at1 h j) (fun h' => h' k)) _).
    { assert (pd (at1 h j) (fun h' => U_n i k) = 0).
      { apply constant. }
      rule (diff_scale (at1 h j) (fun h' => U_n i k) (fun h' => h' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply constant.
Qed.

Lemma shared_9 :
  forall j k : nat,
  (j < H')%nat ->
  (k < H')%nat ->
  0 + exp (- u_z j) * (- (0 + rsum H' (fun l => U_z j l * delta l k) + 0)) = - (exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k)).
Proof.
  intros j k ? ?.
  apply (eq_eq _ (0 - exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k)) _).
  { refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (exp (- u_z j) * (- rsum H' (fun l => U_z j l * delta l k))) _).
    { refine (f_equal2 Rmult eq_refl (f_equal Ropp _)).
      arith. }
    arith. }
  arith.
Qed.

Lemma shared_10 :
  forall i j : nat,
  (i < H')%nat ->
  (j < H')%nat ->
  rsum H' (fun k => U_z i k * delta k j) = U_z i j.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum H' (fun k => delta k j * U_z i k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta H' (fun k => U_z i k) j).
Qed.

Lemma shared_11 :
  forall i j : nat,
  (i < H')%nat ->
  (j < H')%nat ->
  rsum H' (fun k => U_r i k * delta k j) = U_r i j.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum H' (fun k => delta k j * U_r i k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta H' (fun k => U_r i k) j).
Qed.

Lemma shared_12 :
  forall i j : nat,
  (i < H')%nat ->
  (j < H')%nat ->
  rsum H' (fun k => U_n i k * delta k j) = U_n i j.
Proof.
  intros i j ? ?.
  apply (eq_eq _ (rsum H' (fun k => delta k j * U_n i k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta H' (fun k => U_n i k) j).
Qed.

Lemma shared_13 :
  forall j : nat,
  (j < H')%nat ->
  (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k => U_r j k * h k) - b_r j) <> 0) ->
  tanh (u_n j) = tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k => U_r j k * h k) - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k => U_r j k * h k) - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k => U_r j k * h k) - b_r j))).
Proof.
  intros j ? ?.
  refine (f_equal tanh _).
  apply (eq_eq _ (rsum D' (fun d => W_n j d * x d) + b_n j + r j * s j) _).
  { reflexivity. }
  apply (eq_eq _ (rsum D' (fun d => W_n j d * x d) + b_n j + 1 / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k => U_r j k * h k) - b_r j)) * s j) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl eq_refl) (f_equal2 Rmult _ eq_refl)).
    apply (eq_eq _ (1 / (1 + exp (- u_r j))) _).
    { reflexivity. }
    refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
    rule (shared_4 j). }
  cancel.
Qed.

Lemma shared_14 :
  forall j : nat,
  (j < H')%nat ->
  1 - z j = 1 - 1 / (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k => U_z j k * h k) - b_z j)).
Proof.
  intros j ?.
  refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
  apply (eq_eq _ (1 / (1 + exp (- u_z j))) _).
  { reflexivity. }
  refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
  rule (shared_1 j).
Qed.

Lemma shared_15 :
  forall i j : nat,
  (i < H')%nat ->
  (j < H')%nat ->
  pd (at1 u_n j) (fun u_n' => n_of u_n' i) = delta i j * (1 - n i ^ 2).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 u_n j) (fun u_n' => tanh (u_n' i))) _).
  { reflexivity. }
  apply (eq_eq _ ((1 - tanh (u_n i) ^ 2) * pd (at1 u_n j) (fun u_n' => u_n' i)) _).
  { rule (diff_tanh (at1 u_n j) (fun u_n' => u_n' i)). }
  apply (eq_eq _ ((1 - tanh (u_n i) ^ 2) * delta i j) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ (delta i j - delta i j * tanh (u_n i) ^ 2) _).
  { arith. }
  apply (eq_eq _ (delta i j - n i ^ 2 * delta i j) _).
  { symmetry.
    apply (eq_eq _ (delta i j - tanh (u_n i) ^ 2 * delta i j) _).
    { reflexivity. }
    arith. }
  apply (eq_eq _ (delta i j - delta i j * n i ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_16 :
  forall i j : nat,
  (i < H')%nat ->
  (j < H')%nat ->
  pd (at1 u_z j) (fun u_z' => z_of u_z' i) = z i * delta i j * (1 - z i).
Proof.
  intros i j ? ?.
  apply (eq_eq _ (pd (at1 u_z j) (fun u_z' => 1 / (1 + exp (- u_z' i)))) _).
  { reflexivity. }
  apply (eq_eq _ (- (pd (at1 u_z j) (fun u_z' => 1 + exp (- u_z' i)) / (1 + exp (- u_z i)) ^ 2)) _).
  { assert (1 + exp (- u_z i) <> 0).
    { sgn. }
    apply (eq_eq _ (- (1 / (1 + exp (- u_z i)) ^ 2 * pd (at1 u_z j) (fun u_z' => 1 + exp (- u_z' i)))) _).
    { assert (pd (at1 u_z j) (fun u_z' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at1 u_z j) (fun u_z' => 1) (fun u_z' => 1 + exp (- u_z' i))). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (- ((0 + exp (- u_z i) * (- delta i j)) / (1 + exp (- u_z i)) ^ 2)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (pd (at1 u_z j) (fun u_z' => 1) + pd (at1 u_z j) (fun u_z' => exp (- u_z' i))) _).
    { rule (diff_add (at1 u_z j) (fun u_z' => 1) (fun u_z' => exp (- u_z' i))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (- u_z i) * pd (at1 u_z j) (fun u_z' => - u_z' i)) _).
    { rule (diff_exp (at1 u_z j) (fun u_z' => - u_z' i)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at1 u_z j) (fun u_z' => u_z' i)) _).
    { rule (diff_neg (at1 u_z j) (fun u_z' => u_z' i)). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply (eq_eq _ (- (- (exp (- u_z i) * delta i j / (1 + exp (- u_z i)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- (exp (- u_z i) * delta i j)) / (1 + exp (- u_z i)) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (0 - exp (- u_z i) * delta i j) _).
    { refine (f_equal2 Rplus eq_refl _).
      arith. }
    arith. }
  apply (eq_eq _ (exp (- u_z i) * delta i j / (1 + exp (- u_z i)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (z i * delta i j - z i ^ 2 * delta i j) _).
  { assert (1 + exp (- u_z i) <> 0).
    { sgn. }
    apply (eq_eq _ (delta i j * exp (- u_z i) / (1 + exp (- u_z i)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- u_z i)) * delta i j - (1 / (1 + exp (- u_z i))) ^ 2 * delta i j) _).
    { reflexivity. }
    cancel. }
  apply (eq_eq _ (delta i j * z i - delta i j * z i ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_17 :
  forall i j k : nat,
  (i < H')%nat ->
  (j < H')%nat ->
  (k < D')%nat ->
  rsum D' (fun l => x l * delta i j * delta l k) = x k * delta i j.
Proof.
  intros i j k ? ? ?.
  apply (eq_eq _ (rsum D' (fun l => delta l k * x l * delta i j)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta D' (fun l => x l * delta i j) k).
Qed.

Lemma shared_18 :
  forall i j k : nat,
  (i < H')%nat ->
  (j < H')%nat ->
  (k < H')%nat ->
  rsum H' (fun l => h l * delta i j * delta l k) = h k * delta i j.
Proof.
  intros i j k ? ? ?.
  apply (eq_eq _ (rsum H' (fun l => delta l k * h l * delta i j)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => h l * delta i j) k).
Qed.

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
    { reflexivity. }
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
  { reflexivity. }
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
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
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
    { refine (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) (f_equal (fun x => x ^ 2) (f_equal2 Rplus eq_refl _))).
      { rule (shared_1 l). }
      rule (shared_1 l). }
    apply (eq_eq _ (delta l k * exp (- rsum D' (fun d => W_z l d * x d) - rsum H' (fun k' => U_z l k' * h k') - b_z l) / (1 + exp (- rsum D' (fun d => W_z l d * x d) - rsum H' (fun k' => U_z l k' * h k') - b_z l)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- rsum D' (fun d => W_z l d * x d) - rsum H' (fun k' => U_z l k' * h k') - b_z l)) * delta l k - (1 / (1 + exp (- rsum D' (fun d => W_z l d * x d) - rsum H' (fun k' => U_z l k' * h k') - b_z l))) ^ 2 * delta l k) _).
    { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp (f_equal2 Rmult (f_equal (fun x => x ^ 2) _) eq_refl))).
      { apply (eq_eq _ (1 / (1 + exp (- u_z l))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
        rule (shared_1 l). }
      apply (eq_eq _ (1 / (1 + exp (- u_z l))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
      rule (shared_1 l). }
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
  attempt "update_gate" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (j))))))) (Formula.C (n j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (j)))))) (Formula.C (h j))))).
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
  { rule (shared_2 j l). }
  rule (shared_3 l k).
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
  attempt "candidate" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Mul (Formula.C (1 - z j)) (Formula.Tanh (Formula.V (j)))) (Formula.C (z j * h j)))).
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
  { rule (shared_2 j l). }
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
    { rule (shared_3 l k'). }
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
        { reflexivity. }
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
      { reflexivity. }
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
      { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
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
        { refine (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) (f_equal (fun x => x ^ 2) (f_equal2 Rplus eq_refl _))).
          { rule (shared_4 k''). }
          rule (shared_4 k''). }
        apply (eq_eq _ (delta k'' k * exp (- rsum D' (fun d => W_r k'' d * x d) - rsum H' (fun k''' => U_r k'' k''' * h k''') - b_r k'') / (1 + exp (- rsum D' (fun d => W_r k'' d * x d) - rsum H' (fun k''' => U_r k'' k''' * h k''') - b_r k'')) ^ 2) _).
        { fractions. }
        symmetry.
        apply (eq_eq _ (1 / (1 + exp (- rsum D' (fun d => W_r k'' d * x d) - rsum H' (fun k''' => U_r k'' k''' * h k''') - b_r k'')) * delta k'' k - (1 / (1 + exp (- rsum D' (fun d => W_r k'' d * x d) - rsum H' (fun k''' => U_r k'' k''' * h k''') - b_r k''))) ^ 2 * delta k'' k) _).
        { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp (f_equal2 Rmult (f_equal (fun x => x ^ 2) _) eq_refl))).
          { apply (eq_eq _ (1 / (1 + exp (- u_r k''))) _).
            { reflexivity. }
            refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
            rule (shared_4 k''). }
          apply (eq_eq _ (1 / (1 + exp (- u_r k''))) _).
          { reflexivity. }
          refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
          rule (shared_4 k''). }
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
  attempt "reset_gate" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Mul (Formula.C (1 - z j)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n j d * x d))) (Formula.C (b_n j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (j)))))) (Formula.C (s j)))))) (Formula.C (z j * h j)))).
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
  { rule (shared_2 j l). }
  apply (eq_eq _ (rsum H' (fun k' => pd (at1 u_n k') (fun u_n' => n_of u_n' l) * pd (at1 s k) (fun s' => u_n_of D' W_n x b_n r s' k'))) _).
  { apply (chain1 (at1 s k) H' (fun u_n' => n_of u_n' l) (fun s' => u_n_of D' W_n x b_n r s')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k' => delta l k' * (1 - n l ^ 2) * r k' * delta k' k)) _).
  { apply rsum_ext; intros k' ?; cbv beta.
    apply (eq_eq _ ((delta l k' * (1 - n l ^ 2)) * (r k' * delta k' k)) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { rule (shared_3 l k'). }
    apply (eq_eq _ (pd (at1 s k) (fun s' => rsum D' (fun d => W_n k' d * x d) + b_n k' + r k' * s' k')) _).
    { reflexivity. }
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
      { reflexivity. }
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
  attempt "remembered" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Mul (Formula.C (1 - z j)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n j d * x d))) (Formula.C (b_n j))) (Formula.Mul (Formula.C (r j)) (Formula.V (j)))))) (Formula.C (z j * h j)))).
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
      refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) _).
      { apply (eq_eq _ (pd (at1 h k) (fun h' => 1) + pd (at1 h k) (fun h' => - z_of (u_z_of D' H' W_z x U_z h' b_z) j)) _).
        { rule (diff_add (at1 h k) (fun h' => 1) (fun h' => - z_of (u_z_of D' H' W_z x U_z h' b_z) j)). }
        refine (f_equal2 Rplus _ _).
        { apply constant. }
        apply (eq_eq _ (- pd (at1 h k) (fun h' => z_of (u_z_of D' H' W_z x U_z h' b_z) j)) _).
        { rule (diff_neg (at1 h k) (fun h' => z_of (u_z_of D' H' W_z x U_z h' b_z) j)). }
        refine (f_equal Ropp _).
        rule (shared_6 j k). }
      apply (eq_eq _ ((1 - z j) * ((1 - tanh (u_n j) ^ 2) * (0 + 0 - 1 / (1 + exp (- u_r j)) ^ 2 * (0 + exp (- u_r j) * (- (0 + rsum H' (fun l => U_r j l * delta l k) + 0))) * s j + r j * (rsum H' (fun l => U_n j l * delta l k) + 0)))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 h k) (fun h' => tanh (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n) j))) _).
      { reflexivity. }
      apply (eq_eq _ ((1 - tanh (u_n j) ^ 2) * pd (at1 h k) (fun h' => u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n) j)) _).
      { rule (diff_tanh (at1 h k) (fun h' => u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n) j)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 h k) (fun h' => rsum D' (fun d => W_n j d * x d) + b_n j + r_of (u_r_of D' H' W_r x U_r h' b_r) j * s_of H' U_n h' c_n j)) _).
      { reflexivity. }
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
      refine (f_equal2 Rplus _ (f_equal2 Rmult eq_refl _)).
      { apply (eq_eq _ ((- (1 / (1 + exp (- u_r j)) ^ 2 * (0 + exp (- u_r j) * (- (0 + rsum H' (fun l => U_r j l * delta l k) + 0))))) * s j) _); [ | same ].
        refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (pd (at1 h k) (fun h' => 1 / (1 + exp (- u_r_of D' H' W_r x U_r h' b_r j)))) _).
        { reflexivity. }
        apply (eq_eq _ (- (1 / (1 + exp (- u_r j)) ^ 2 * pd (at1 h k) (fun h' => 1 + exp (- u_r_of D' H' W_r x U_r h' b_r j)))) _).
        { assert (pd (at1 h k) (fun h' => 1) = 0).
          { apply constant. }
          rule (diff_inverse (at1 h k) (fun h' => 1) (fun h' => 1 + exp (- u_r_of D' H' W_r x U_r h' b_r j))). }
        refine (f_equal Ropp (f_equal2 Rmult eq_refl _)).
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
        { reflexivity. }
        rule (shared_7 j k). }
      apply (eq_eq _ (pd (at1 h k) (fun h' => rsum H' (fun k' => U_n j k' * h' k') + c_n j)) _).
      { reflexivity. }
      rule (shared_8 j k). }
    apply (eq_eq _ (pd (at1 h k) (fun h' => z_of (u_z_of D' H' W_z x U_z h' b_z) j) * h j + z j * pd (at1 h k) (fun h' => h' j)) _).
    { rule (diff_mul (at1 h k) (fun h' => z_of (u_z_of D' H' W_z x U_z h' b_z) j) (fun h' => h' j)). }
    refine (f_equal2 Rplus _ (f_equal2 Rmult eq_refl _)).
    { apply (eq_eq _ ((- (1 / (1 + exp (- u_z j)) ^ 2 * (0 + exp (- u_z j) * (- (0 + rsum H' (fun l => U_z j l * delta l k) + 0))))) * h j) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      rule (shared_6 j k). }
    apply variable1. }
  refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _)) _) eq_refl).
  { apply (eq_eq _ ((- (exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k) / (1 + exp (- u_z j)) ^ 2)) * n j) _); [ | same ].
    refine (f_equal2 Rmult _ eq_refl).
    apply (eq_eq _ (0 - exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k) / (1 + exp (- u_z j)) ^ 2) _).
    { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
      apply (eq_eq _ (- (- (exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k) / (1 + exp (- u_z j)) ^ 2))) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (1 / (1 + exp (- u_z j)) ^ 2 * (- (exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k)))) _).
        { refine (f_equal2 Rmult eq_refl _).
          rule (shared_9 j k). }
        fractions. }
      fractions. }
    fractions. }
  { apply (eq_eq _ (0 + 0 + exp (- u_r j) * rsum H' (fun l => U_r j l * delta l k) * s j / (1 + exp (- u_r j)) ^ 2 + r j * rsum H' (fun l => U_n j l * delta l k)) _).
    { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus eq_refl eq_refl) _) (f_equal2 Rmult eq_refl _)).
      { apply (eq_eq _ (- (- (exp (- u_r j) * rsum H' (fun l => U_r j l * delta l k) * s j / (1 + exp (- u_r j)) ^ 2))) _).
        { refine (f_equal Ropp _).
          apply (eq_eq _ (1 / (1 + exp (- u_r j)) ^ 2 * (- (exp (- u_r j) * rsum H' (fun l => U_r j l * delta l k))) * s j) _).
          { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
            apply (eq_eq _ (0 - exp (- u_r j) * rsum H' (fun l => U_r j l * delta l k)) _).
            { refine (f_equal2 Rplus eq_refl _).
              apply (eq_eq _ (exp (- u_r j) * (- rsum H' (fun l => U_r j l * delta l k))) _).
              { refine (f_equal2 Rmult eq_refl (f_equal Ropp _)).
                arith. }
              arith. }
            arith. }
          fractions. }
        fractions. }
      arith. }
    fractions. }
  apply (eq_eq _ (- (- (exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k) * h j / (1 + exp (- u_z j)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ (1 / (1 + exp (- u_z j)) ^ 2 * (- (exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k))) * h j) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
      rule (shared_9 j k). }
    fractions. }
  fractions.
Qed.

(* the delta keeps one term of the sum *)
Lemma state_3_sum_delta :
  - (exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k) / (1 + exp (- u_z j)) ^ 2 * n j) + (1 - z j) * (1 - tanh (u_n j) ^ 2) * (exp (- u_r j) * rsum H' (fun l => U_r j l * delta l k) * s j / (1 + exp (- u_r j)) ^ 2 + r j * rsum H' (fun l => U_n j l * delta l k)) + exp (- u_z j) * rsum H' (fun l => U_z j l * delta l k) * h j / (1 + exp (- u_z j)) ^ 2 + z j * delta j k
  = - (exp (- u_z j) * U_z j k * n j / (1 + exp (- u_z j)) ^ 2) + (1 - z j) * (1 - tanh (u_n j) ^ 2) * (exp (- u_r j) * U_r j k * s j / (1 + exp (- u_r j)) ^ 2 + r j * U_n j k) + exp (- u_z j) * U_z j k * h j / (1 + exp (- u_z j)) ^ 2 + z j * delta j k.
Proof.
  apply (eq_eq _ (- (exp (- u_z j) * U_z j k / (1 + exp (- u_z j)) ^ 2 * n j) + (1 - z j) * (1 - tanh (u_n j) ^ 2) * (exp (- u_r j) * U_r j k * s j / (1 + exp (- u_r j)) ^ 2 + r j * U_n j k) + exp (- u_z j) * U_z j k * h j / (1 + exp (- u_z j)) ^ 2 + z j * delta j k) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal Ropp (f_equal2 Rmult (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl) eq_refl)) (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl) (f_equal2 Rmult eq_refl _)))) (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl)) eq_refl).
    { rule (shared_10 j k). }
    { rule (shared_11 j k). }
    { rule (shared_12 j k). }
    rule (shared_10 j k). }
  refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal Ropp _) eq_refl) eq_refl) eq_refl).
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
  { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) _) (f_equal (fun x => x ^ 2) (f_equal2 Rplus eq_refl _)))) (f_equal2 Rmult (f_equal2 Rmult _ (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal (fun x => x ^ 2) _)))) (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal (fun x => x ^ 2) (f_equal2 Rplus eq_refl _))) (f_equal2 Rmult _ eq_refl)))) (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal (fun x => x ^ 2) (f_equal2 Rplus eq_refl _)))) (f_equal2 Rmult _ eq_refl)).
    { rule (shared_1 j). }
    { apply (eq_eq _ (tanh (u_n j)) _).
      { reflexivity. }
      rule (shared_13 j). }
    { rule (shared_1 j). }
    { rule (shared_14 j). }
    { rule (shared_13 j). }
    { rule (shared_4 j). }
    { rule (shared_4 j). }
    { apply (eq_eq _ (1 / (1 + exp (- u_r j))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
      rule (shared_4 j). }
    { rule (shared_1 j). }
    { rule (shared_1 j). }
    apply (eq_eq _ (1 / (1 + exp (- u_z j))) _).
    { reflexivity. }
    refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
    rule (shared_1 j). }
  apply (eq_eq _ ((delta j k + 2 * delta j k * exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) + 2 * delta j k * exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) + delta j k * exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) ^ 2 + delta j k * exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) ^ 2 * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) + delta j k * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) - 2 * exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) * tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) * U_z j k - exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) * tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) ^ 2 * U_n j k - exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) * tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) ^ 2 * U_r j k * s j + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) * U_n j k + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) * U_r j k * s j + 2 * exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) * U_z j k * h j - exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) ^ 2 * tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) ^ 2 * U_n j k - exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) ^ 2 * tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) ^ 2 * U_r j k * s j + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) ^ 2 * U_n j k + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) ^ 2 * U_r j k * s j - exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) ^ 2 * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) * tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) * U_z j k + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) ^ 2 * exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) * U_z j k * h j - exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) * tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) * U_z j k - exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) * tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) ^ 2 * U_n j k + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) * U_n j k + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) * U_z j k * h j - exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) ^ 2 * tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) ^ 2 * U_n j k + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j) ^ 2 * U_n j k) / ((1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j)) ^ 2 * (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j)) ^ 2)) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (1 / (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j)) * delta j k + (h j - tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j)))) * (1 / (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j))) * (1 - 1 / (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j))) * U_z j k + (1 - 1 / (1 + exp (- rsum D' (fun d => W_z j d * x d) - rsum H' (fun k' => U_z j k' * h k') - b_z j))) * (1 - tanh ((exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * rsum D' (fun d => W_n j d * x d) + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j) * b_n j + rsum D' (fun d => W_n j d * x d) + b_n j + s j) / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) ^ 2) * (1 / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) * (U_n j k + s j * (1 - 1 / (1 + exp (- rsum D' (fun d => W_r j d * x d) - rsum H' (fun k' => U_r j k' * h k') - b_r j))) * U_r j k)) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rplus eq_refl (f_equal Ropp _)) _) _) eq_refl)) (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal (fun x => x ^ 2) _)))) _) (f_equal2 Rplus eq_refl (f_equal2 Rmult (f_equal2 Rmult eq_refl (f_equal2 Rplus eq_refl (f_equal Ropp _))) eq_refl)))).
    { apply (eq_eq _ (1 / (1 + exp (- u_z j))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
      rule (shared_1 j). }
    { apply (eq_eq _ (tanh (u_n j)) _).
      { reflexivity. }
      rule (shared_13 j). }
    { apply (eq_eq _ (1 / (1 + exp (- u_z j))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
      rule (shared_1 j). }
    { rule (shared_14 j). }
    { rule (shared_14 j). }
    { apply (eq_eq _ (tanh (u_n j)) _).
      { reflexivity. }
      rule (shared_13 j). }
    { apply (eq_eq _ (1 / (1 + exp (- u_r j))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
      rule (shared_4 j). }
    apply (eq_eq _ (1 / (1 + exp (- u_r j))) _).
    { reflexivity. }
    refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
    rule (shared_4 j). }
  cancel.
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
  attempt "state" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_z j d * x d))) (Formula.Sum H' (fun k' => (Formula.Mul (Formula.C (U_z j k')) (Formula.V (k')))))) (Formula.C (b_z j)))))))) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n j d * x d))) (Formula.C (b_n j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_r j d * x d))) (Formula.Sum H' (fun k' => (Formula.Mul (Formula.C (U_r j k')) (Formula.V (k')))))) (Formula.C (b_r j))))))) (Formula.Add (Formula.Sum H' (fun k' => (Formula.Mul (Formula.C (U_n j k')) (Formula.V (k'))))) (Formula.C (c_n j))))))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_z j d * x d))) (Formula.Sum H' (fun k' => (Formula.Mul (Formula.C (U_z j k')) (Formula.V (k')))))) (Formula.C (b_z j))))))) (Formula.V (j))))).
Defined.
End state.

(** * VJP of h_new for n *)

Section vjp_h_new_n.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂h_{new,k}/∂n_j *)
Lemma vjp_h_new_n_h_new_1_lemma :
  rsum H' (fun k => h_new_bar k * pd (at1 n j) (fun n' => h_new_of z n' h k))
  = rsum H' (fun k => h_new_bar k * (1 - z k) * delta k j).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (h_new_bar k * ((1 - z k) * delta k j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 n j) (fun n' => (1 - z k) * n' k + z k * h k)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 n j) (fun n' => (1 - z k) * n' k) + pd (at1 n j) (fun n' => z k * h k)) _).
  { rule (diff_add (at1 n j) (fun n' => (1 - z k) * n' k) (fun n' => z k * h k)). }
  apply (eq_eq _ ((1 - z k) * delta k j + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 n j) (fun n' => (1 - z k) * n' k)) _).
      { reflexivity. }
      apply (eq_eq _ ((1 - z k) * pd (at1 n j) (fun n' => n' k)) _).
      { assert (pd (at1 n j) (fun n' => 1 - z k) = 0).
        { apply constant. }
        rule (diff_scale (at1 n j) (fun n' => 1 - z k) (fun n' => n' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_n_h_new_2_sum_delta :
  rsum H' (fun k => h_new_bar k * (1 - z k) * delta k j)
  = h_new_bar j * (1 - z j).
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * h_new_bar k * (1 - z k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => h_new_bar k * (1 - z k)) j).
Qed.

(* what h_{new,j} passes back *)
Lemma vjp_h_new_n_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 n j) (fun n' => h_new_of z n' h k))
  = h_new_bar j * (1 - z j).
Proof.
  apply (eq_eq _ (h_new_bar j * (1 - z j)) _).
  { apply (eq_eq _ (pd (at1 n j) (fun n' => rsum H' (fun k => h_new_bar k * h_new_of z n' h k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => h_new_bar k * pd (at1 n j) (fun n' => h_new_of z n' h k))) _).
    { apply is_pd_value; weighted. }
    exact (eq_eq _ _ _ vjp_h_new_n_h_new_1_lemma vjp_h_new_n_h_new_2_sum_delta). }
  apply (eq_eq _ (n_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_n :
  is_pd (at1 n j) (fun n' => rsum H' (fun k => h_new_bar k * h_new_of z n' h k))
  (h_new_bar j * (1 - z j)).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 n j) (fun n' => h_new_of z n' h k))) _).
  { weighted. }
  exact vjp_h_new_n_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_n_outright : option (
  is_pd (at1 n j) (fun n' => rsum H' (fun k => h_new_bar k * h_new_of z n' h k))
  (h_new_bar j * (1 - z j))).
Proof.
  attempt "vjp_h_new_n" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Add (Formula.Mul (Formula.C (1 - z k)) (Formula.V (k))) (Formula.C (z k * h k))))))).
Defined.
End vjp_h_new_n.

(** * VJP of h_new for u_n *)

Section vjp_h_new_u_n.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂n_k/∂u_{n,j} *)
Lemma vjp_h_new_u_n_n_1_lemma :
  rsum H' (fun k => n_bar k * pd (at1 u_n j) (fun u_n' => n_of u_n' k))
  = rsum H' (fun k => n_bar k * delta k j * (1 - n k ^ 2)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (n_bar k * (delta k j * (1 - n k ^ 2))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_15 k j).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_u_n_n_2_sum_delta :
  rsum H' (fun k => n_bar k * delta k j * (1 - n k ^ 2))
  = n_bar j * (1 - n j ^ 2).
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * n_bar k * (1 - n k ^ 2))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => n_bar k * (1 - n k ^ 2)) j).
Qed.

(* what n_j passes back *)
Lemma vjp_h_new_u_n_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 u_n j) (fun u_n' => h_new_of z (n_of u_n') h k))
  = n_bar j * (1 - n j ^ 2).
Proof.
  apply (eq_eq _ (n_bar j * (1 - n j ^ 2)) _).
  { apply (eq_eq _ (pd (at1 u_n j) (fun u_n' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of u_n') h k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => n_bar k * pd (at1 u_n j) (fun u_n' => n_of u_n' k))) _).
    { refine (eq_trans (chain1_at (at1 u_n j) H' n (fun n' => rsum H' (fun k => h_new_bar k * h_new_of z n' h k)) (fun u_n' => (n_of u_n')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_n; premise. }
    exact (eq_eq _ _ _ vjp_h_new_u_n_n_1_lemma vjp_h_new_u_n_n_2_sum_delta). }
  apply (eq_eq _ (u_n_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_u_n :
  is_pd (at1 u_n j) (fun u_n' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of u_n') h k))
  (n_bar j * (1 - n j ^ 2)).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 u_n j) (fun u_n' => h_new_of z (n_of u_n') h k))) _).
  { weighted. }
  exact vjp_h_new_u_n_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_u_n_outright : option (
  is_pd (at1 u_n j) (fun u_n' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of u_n') h k))
  (n_bar j * (1 - n j ^ 2))).
Proof.
  attempt "vjp_h_new_u_n" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Add (Formula.Mul (Formula.C (1 - z k)) (Formula.Tanh (Formula.V (k)))) (Formula.C (z k * h k))))))).
Defined.
End vjp_h_new_u_n.

(** * VJP of h_new for z *)

Section vjp_h_new_z.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂h_{new,k}/∂z_j *)
Lemma vjp_h_new_z_h_new_1_lemma :
  rsum H' (fun k => h_new_bar k * pd (at1 z j) (fun z' => h_new_of z' n h k))
  = rsum H' (fun k => h_new_bar k * delta k j * (h k - n k)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (h_new_bar k * (delta k j * (h k - n k))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 z j) (fun z' => (1 - z' k) * n k + z' k * h k)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 z j) (fun z' => (1 - z' k) * n k) + pd (at1 z j) (fun z' => z' k * h k)) _).
  { rule (diff_add (at1 z j) (fun z' => (1 - z' k) * n k) (fun z' => z' k * h k)). }
  apply (eq_eq _ (n k * (0 - delta k j) + h k * delta k j) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 z j) (fun z' => n k * (1 - z' k))) _).
      { apply pd_ext.
        intros z'; cbv beta.
        arith. }
      apply (eq_eq _ (n k * pd (at1 z j) (fun z' => 1 - z' k)) _).
      { assert (pd (at1 z j) (fun z' => n k) = 0).
        { apply constant. }
        rule (diff_scale (at1 z j) (fun z' => n k) (fun z' => 1 - z' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 z j) (fun z' => 1) + pd (at1 z j) (fun z' => - z' k)) _).
      { rule (diff_add (at1 z j) (fun z' => 1) (fun z' => - z' k)). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (- pd (at1 z j) (fun z' => z' k)) _).
      { rule (diff_neg (at1 z j) (fun z' => z' k)). }
      refine (f_equal Ropp _).
      apply variable1. }
    apply (eq_eq _ (pd (at1 z j) (fun z' => h k * z' k)) _).
    { apply pd_ext.
      intros z'; cbv beta.
      arith. }
    apply (eq_eq _ (h k * pd (at1 z j) (fun z' => z' k)) _).
    { assert (pd (at1 z j) (fun z' => h k) = 0).
      { apply constant. }
      rule (diff_scale (at1 z j) (fun z' => h k) (fun z' => z' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ (- (n k * delta k j) + h k * delta k j) _).
  { refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (n k * (- delta k j)) _).
    { refine (f_equal2 Rmult eq_refl _).
      arith. }
    arith. }
  apply (eq_eq _ (delta k j * h k - delta k j * n k) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_z_h_new_2_sum_delta :
  rsum H' (fun k => h_new_bar k * delta k j * (h k - n k))
  = h_new_bar j * (h j - n j).
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * h_new_bar k * (h k - n k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => h_new_bar k * (h k - n k)) j).
Qed.

(* what h_{new,j} passes back *)
Lemma vjp_h_new_z_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 z j) (fun z' => h_new_of z' n h k))
  = h_new_bar j * (h j - n j).
Proof.
  apply (eq_eq _ (h_new_bar j * (h j - n j)) _).
  { apply (eq_eq _ (pd (at1 z j) (fun z' => rsum H' (fun k => h_new_bar k * h_new_of z' n h k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => h_new_bar k * pd (at1 z j) (fun z' => h_new_of z' n h k))) _).
    { apply is_pd_value; weighted. }
    exact (eq_eq _ _ _ vjp_h_new_z_h_new_1_lemma vjp_h_new_z_h_new_2_sum_delta). }
  apply (eq_eq _ (z_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_z :
  is_pd (at1 z j) (fun z' => rsum H' (fun k => h_new_bar k * h_new_of z' n h k))
  (h_new_bar j * (h j - n j)).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 z j) (fun z' => h_new_of z' n h k))) _).
  { weighted. }
  exact vjp_h_new_z_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_z_outright : option (
  is_pd (at1 z j) (fun z' => rsum H' (fun k => h_new_bar k * h_new_of z' n h k))
  (h_new_bar j * (h j - n j))).
Proof.
  attempt "vjp_h_new_z" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.V (k))) (Formula.C (n k))) (Formula.Mul (Formula.V (k)) (Formula.C (h k)))))))).
Defined.
End vjp_h_new_z.

(** * VJP of h_new for r *)

Section vjp_h_new_r.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂u_{n,k}/∂r_j *)
Lemma vjp_h_new_r_u_n_1_lemma :
  rsum H' (fun k => u_n_bar k * pd (at1 r j) (fun r' => u_n_of D' W_n x b_n r' s k))
  = rsum H' (fun k => u_n_bar k * s k * delta k j).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (u_n_bar k * (s k * delta k j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 r j) (fun r' => rsum D' (fun d => W_n k d * x d) + b_n k + r' k * s k)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 r j) (fun r' => rsum D' (fun d => W_n k d * x d)) + pd (at1 r j) (fun r' => b_n k + r' k * s k)) _).
  { rule_same (diff_add (at1 r j) (fun r' => rsum D' (fun d => W_n k d * x d)) (fun r' => b_n k + r' k * s k)). }
  apply (eq_eq _ (0 + 0 + s k * delta k j) _).
  { apply (eq_eq _ (0 + (0 + s k * delta k j)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 r j) (fun r' => b_n k) + pd (at1 r j) (fun r' => r' k * s k)) _).
    { rule (diff_add (at1 r j) (fun r' => b_n k) (fun r' => r' k * s k)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 r j) (fun r' => s k * r' k)) _).
    { apply pd_ext.
      intros r'; cbv beta.
      arith. }
    apply (eq_eq _ (s k * pd (at1 r j) (fun r' => r' k)) _).
    { assert (pd (at1 r j) (fun r' => s k) = 0).
      { apply constant. }
      rule (diff_scale (at1 r j) (fun r' => s k) (fun r' => r' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_r_u_n_2_sum_delta :
  rsum H' (fun k => u_n_bar k * s k * delta k j)
  = u_n_bar j * s j.
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * u_n_bar k * s k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => u_n_bar k * s k) j).
Qed.

(* what u_{n,j} passes back *)
Lemma vjp_h_new_r_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 r j) (fun r' => h_new_of z (n_of (u_n_of D' W_n x b_n r' s)) h k))
  = u_n_bar j * s j.
Proof.
  apply (eq_eq _ (u_n_bar j * s j) _).
  { apply (eq_eq _ (pd (at1 r j) (fun r' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of (u_n_of D' W_n x b_n r' s)) h k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => u_n_bar k * pd (at1 r j) (fun r' => u_n_of D' W_n x b_n r' s k))) _).
    { refine (eq_trans (chain1_at (at1 r j) H' u_n (fun u_n' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of u_n') h k)) (fun r' => (u_n_of D' W_n x b_n r' s)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_n; premise. }
    exact (eq_eq _ _ _ vjp_h_new_r_u_n_1_lemma vjp_h_new_r_u_n_2_sum_delta). }
  apply (eq_eq _ (r_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_r :
  is_pd (at1 r j) (fun r' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of (u_n_of D' W_n x b_n r' s)) h k))
  (u_n_bar j * s j).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 r j) (fun r' => h_new_of z (n_of (u_n_of D' W_n x b_n r' s)) h k))) _).
  { weighted. }
  exact vjp_h_new_r_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_r_outright : option (
  is_pd (at1 r j) (fun r' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of (u_n_of D' W_n x b_n r' s)) h k))
  (u_n_bar j * s j)).
Proof.
  attempt "vjp_h_new_r" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Add (Formula.Mul (Formula.C (1 - z k)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n k d * x d))) (Formula.C (b_n k))) (Formula.Mul (Formula.V (k)) (Formula.C (s k)))))) (Formula.C (z k * h k))))))).
Defined.
End vjp_h_new_r.

(** * VJP of h_new for s *)

Section vjp_h_new_s.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂u_{n,k}/∂s_j *)
Lemma vjp_h_new_s_u_n_1_lemma :
  rsum H' (fun k => u_n_bar k * pd (at1 s j) (fun s' => u_n_of D' W_n x b_n r s' k))
  = rsum H' (fun k => u_n_bar k * r k * delta k j).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (u_n_bar k * (r k * delta k j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 s j) (fun s' => rsum D' (fun d => W_n k d * x d) + b_n k + r k * s' k)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 s j) (fun s' => rsum D' (fun d => W_n k d * x d)) + pd (at1 s j) (fun s' => b_n k + r k * s' k)) _).
  { rule_same (diff_add (at1 s j) (fun s' => rsum D' (fun d => W_n k d * x d)) (fun s' => b_n k + r k * s' k)). }
  apply (eq_eq _ (0 + 0 + r k * delta k j) _).
  { apply (eq_eq _ (0 + (0 + r k * delta k j)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 s j) (fun s' => b_n k) + pd (at1 s j) (fun s' => r k * s' k)) _).
    { rule (diff_add (at1 s j) (fun s' => b_n k) (fun s' => r k * s' k)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 s j) (fun s' => r k * s' k)) _).
    { reflexivity. }
    apply (eq_eq _ (r k * pd (at1 s j) (fun s' => s' k)) _).
    { assert (pd (at1 s j) (fun s' => r k) = 0).
      { apply constant. }
      rule (diff_scale (at1 s j) (fun s' => r k) (fun s' => s' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_s_u_n_2_sum_delta :
  rsum H' (fun k => u_n_bar k * r k * delta k j)
  = u_n_bar j * r j.
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * u_n_bar k * r k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => u_n_bar k * r k) j).
Qed.

(* what u_{n,j} passes back *)
Lemma vjp_h_new_s_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 s j) (fun s' => h_new_of z (n_of (u_n_of D' W_n x b_n r s')) h k))
  = u_n_bar j * r j.
Proof.
  apply (eq_eq _ (u_n_bar j * r j) _).
  { apply (eq_eq _ (pd (at1 s j) (fun s' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of (u_n_of D' W_n x b_n r s')) h k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => u_n_bar k * pd (at1 s j) (fun s' => u_n_of D' W_n x b_n r s' k))) _).
    { refine (eq_trans (chain1_at (at1 s j) H' u_n (fun u_n' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of u_n') h k)) (fun s' => (u_n_of D' W_n x b_n r s')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_n; premise. }
    exact (eq_eq _ _ _ vjp_h_new_s_u_n_1_lemma vjp_h_new_s_u_n_2_sum_delta). }
  apply (eq_eq _ (s_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_s :
  is_pd (at1 s j) (fun s' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of (u_n_of D' W_n x b_n r s')) h k))
  (u_n_bar j * r j).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 s j) (fun s' => h_new_of z (n_of (u_n_of D' W_n x b_n r s')) h k))) _).
  { weighted. }
  exact vjp_h_new_s_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_s_outright : option (
  is_pd (at1 s j) (fun s' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of (u_n_of D' W_n x b_n r s')) h k))
  (u_n_bar j * r j)).
Proof.
  attempt "vjp_h_new_s" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Add (Formula.Mul (Formula.C (1 - z k)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n k d * x d))) (Formula.C (b_n k))) (Formula.Mul (Formula.C (r k)) (Formula.V (k)))))) (Formula.C (z k * h k))))))).
Defined.
End vjp_h_new_s.

(** * VJP of h_new for u_z *)

Section vjp_h_new_u_z.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂z_k/∂u_{z,j} *)
Lemma vjp_h_new_u_z_z_1_lemma :
  rsum H' (fun k => z_bar k * pd (at1 u_z j) (fun u_z' => z_of u_z' k))
  = rsum H' (fun k => z_bar k * z k * delta k j * (1 - z k)).
Proof.
  assert ((forall k, (k < H')%nat -> 1 + exp (- u_z k) <> 0)).
  { intros k ?.
    sgn. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (z_bar k * (z k * delta k j * (1 - z k))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_16 k j).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_u_z_z_2_sum_delta :
  rsum H' (fun k => z_bar k * z k * delta k j * (1 - z k))
  = z_bar j * z j * (1 - z j).
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * z_bar k * z k * (1 - z k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => z_bar k * z k * (1 - z k)) j).
Qed.

(* what z_j passes back *)
Lemma vjp_h_new_u_z_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 u_z j) (fun u_z' => h_new_of (z_of u_z') n h k))
  = z_bar j * z j * (1 - z j).
Proof.
  apply (eq_eq _ (z_bar j * z j * (1 - z j)) _).
  { apply (eq_eq _ (pd (at1 u_z j) (fun u_z' => rsum H' (fun k => h_new_bar k * h_new_of (z_of u_z') n h k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => z_bar k * pd (at1 u_z j) (fun u_z' => z_of u_z' k))) _).
    { refine (eq_trans (chain1_at (at1 u_z j) H' z (fun z' => rsum H' (fun k => h_new_bar k * h_new_of z' n h k)) (fun u_z' => (z_of u_z')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_z; premise. }
    exact (eq_eq _ _ _ vjp_h_new_u_z_z_1_lemma vjp_h_new_u_z_z_2_sum_delta). }
  apply (eq_eq _ (u_z_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_u_z_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_z k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_u_z :
  is_pd (at1 u_z j) (fun u_z' => rsum H' (fun k => h_new_bar k * h_new_of (z_of u_z') n h k))
  (z_bar j * z j * (1 - z j)).
Proof.
  pose proof vjp_h_new_u_z_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 u_z j) (fun u_z' => h_new_of (z_of u_z') n h k))) _).
  { weighted. }
  exact vjp_h_new_u_z_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_u_z_outright : option (
  is_pd (at1 u_z j) (fun u_z' => rsum H' (fun k => h_new_bar k * h_new_of (z_of u_z') n h k))
  (z_bar j * z j * (1 - z j))).
Proof.
  attempt "vjp_h_new_u_z" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (k))))))) (Formula.C (n k))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (k)))))) (Formula.C (h k)))))))).
Defined.
End vjp_h_new_u_z.

(** * VJP of h_new for u_r *)

Section vjp_h_new_u_r.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂r_k/∂u_{r,j} *)
Lemma vjp_h_new_u_r_r_1_lemma :
  rsum H' (fun k => r_bar k * pd (at1 u_r j) (fun u_r' => r_of u_r' k))
  = rsum H' (fun k => r_bar k * r k * delta k j * (1 - r k)).
Proof.
  assert ((forall k, (k < H')%nat -> 1 + exp (- u_r k) <> 0)).
  { intros k ?.
    sgn. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (r_bar k * (r k * delta k j * (1 - r k))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 u_r j) (fun u_r' => 1 / (1 + exp (- u_r' k)))) _).
  { reflexivity. }
  apply (eq_eq _ (- (pd (at1 u_r j) (fun u_r' => 1 + exp (- u_r' k)) / (1 + exp (- u_r k)) ^ 2)) _).
  { assert (1 + exp (- u_r k) <> 0).
    { sgn. }
    apply (eq_eq _ (- (1 / (1 + exp (- u_r k)) ^ 2 * pd (at1 u_r j) (fun u_r' => 1 + exp (- u_r' k)))) _).
    { assert (pd (at1 u_r j) (fun u_r' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at1 u_r j) (fun u_r' => 1) (fun u_r' => 1 + exp (- u_r' k))). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (- ((0 + exp (- u_r k) * (- delta k j)) / (1 + exp (- u_r k)) ^ 2)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (pd (at1 u_r j) (fun u_r' => 1) + pd (at1 u_r j) (fun u_r' => exp (- u_r' k))) _).
    { rule (diff_add (at1 u_r j) (fun u_r' => 1) (fun u_r' => exp (- u_r' k))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (- u_r k) * pd (at1 u_r j) (fun u_r' => - u_r' k)) _).
    { rule (diff_exp (at1 u_r j) (fun u_r' => - u_r' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at1 u_r j) (fun u_r' => u_r' k)) _).
    { rule (diff_neg (at1 u_r j) (fun u_r' => u_r' k)). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply (eq_eq _ (- (- (exp (- u_r k) * delta k j / (1 + exp (- u_r k)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- (exp (- u_r k) * delta k j)) / (1 + exp (- u_r k)) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (0 - exp (- u_r k) * delta k j) _).
    { refine (f_equal2 Rplus eq_refl _).
      arith. }
    arith. }
  apply (eq_eq _ (exp (- u_r k) * delta k j / (1 + exp (- u_r k)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (r k * delta k j - r k ^ 2 * delta k j) _).
  { assert (1 + exp (- u_r k) <> 0).
    { sgn. }
    apply (eq_eq _ (delta k j * exp (- u_r k) / (1 + exp (- u_r k)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- u_r k)) * delta k j - (1 / (1 + exp (- u_r k))) ^ 2 * delta k j) _).
    { reflexivity. }
    cancel. }
  apply (eq_eq _ (delta k j * r k - delta k j * r k ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_u_r_r_2_sum_delta :
  rsum H' (fun k => r_bar k * r k * delta k j * (1 - r k))
  = r_bar j * r j * (1 - r j).
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * r_bar k * r k * (1 - r k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => r_bar k * r k * (1 - r k)) j).
Qed.

(* what r_j passes back *)
Lemma vjp_h_new_u_r_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 u_r j) (fun u_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of u_r') s)) h k))
  = r_bar j * r j * (1 - r j).
Proof.
  apply (eq_eq _ (r_bar j * r j * (1 - r j)) _).
  { apply (eq_eq _ (pd (at1 u_r j) (fun u_r' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of u_r') s)) h k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => r_bar k * pd (at1 u_r j) (fun u_r' => r_of u_r' k))) _).
    { refine (eq_trans (chain1_at (at1 u_r j) H' r (fun r' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of (u_n_of D' W_n x b_n r' s)) h k)) (fun u_r' => (r_of u_r')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_r; premise. }
    exact (eq_eq _ _ _ vjp_h_new_u_r_r_1_lemma vjp_h_new_u_r_r_2_sum_delta). }
  apply (eq_eq _ (u_r_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_u_r_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_r k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_u_r :
  is_pd (at1 u_r j) (fun u_r' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of u_r') s)) h k))
  (r_bar j * r j * (1 - r j)).
Proof.
  pose proof vjp_h_new_u_r_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 u_r j) (fun u_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of u_r') s)) h k))) _).
  { weighted. }
  exact vjp_h_new_u_r_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_u_r_outright : option (
  is_pd (at1 u_r j) (fun u_r' => rsum H' (fun k => h_new_bar k * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of u_r') s)) h k))
  (r_bar j * r j * (1 - r j))).
Proof.
  attempt "vjp_h_new_u_r" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Add (Formula.Mul (Formula.C (1 - z k)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n k d * x d))) (Formula.C (b_n k))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (k)))))) (Formula.C (s k)))))) (Formula.C (z k * h k))))))).
Defined.
End vjp_h_new_u_r.

(** * VJP of h_new for W_r *)

Section vjp_h_new_W_r.
Variables (i l : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis l_in : (l < D')%nat.

(* put in ∂u_{r,j}/∂W_{r,il} *)
Lemma vjp_h_new_W_r_u_r_1_lemma :
  rsum H' (fun j => u_r_bar j * pd (at2 W_r i l) (fun W_r' => u_r_of D' H' W_r' x U_r h b_r j))
  = rsum H' (fun j => u_r_bar j * x l * delta j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (u_r_bar j * (x l * delta j i)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 W_r i l) (fun W_r' => rsum D' (fun d => W_r' j d * x d) + rsum H' (fun k => U_r j k * h k) + b_r j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 W_r i l) (fun W_r' => rsum D' (fun d => W_r' j d * x d) + rsum H' (fun l' => U_r j l' * h l') + b_r j)) _); [ same | ].
  apply (eq_eq _ (pd (at2 W_r i l) (fun W_r' => rsum D' (fun d => W_r' j d * x d)) + pd (at2 W_r i l) (fun W_r' => rsum H' (fun l' => U_r j l' * h l') + b_r j)) _).
  { rule_same (diff_add (at2 W_r i l) (fun W_r' => rsum D' (fun d => W_r' j d * x d)) (fun W_r' => rsum H' (fun l' => U_r j l' * h l') + b_r j)). }
  apply (eq_eq _ (rsum D' (fun l' => x l' * delta j i * delta l' l) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 W_r i l) (fun W_r' => rsum D' (fun k => W_r' j k * x k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun l' => pd (at2 W_r i l) (fun W_r' => W_r' j l' * x l'))) _).
      { rule_same (diff_sum (at2 W_r i l) D' (fun k W_r' => W_r' j k * x k) (fun k => true)). }
      apply rsum_ext; intros l' ?; cbv beta.
      apply (eq_eq _ (pd (at2 W_r i l) (fun W_r' => x l' * W_r' j l')) _).
      { apply pd_ext.
        intros W_r'; cbv beta.
        arith. }
      apply (eq_eq _ (x l' * pd (at2 W_r i l) (fun W_r' => W_r' j l')) _).
      { assert (pd (at2 W_r i l) (fun W_r' => x l') = 0).
        { apply constant. }
        rule (diff_scale (at2 W_r i l) (fun W_r' => x l') (fun W_r' => W_r' j l')). }
      apply (eq_eq _ (x l' * (delta j i * delta l' l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum D' (fun l' => x l' * delta j i * delta l' l)) _).
  { arith. }
  rule (shared_17 j i l).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_W_r_u_r_2_sum_delta :
  rsum H' (fun j => u_r_bar j * x l * delta j i)
  = u_r_bar i * x l.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j i * u_r_bar j * x l)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * u_r_bar k * x l)) _); [ same | ].
  rule_same (sum_delta H' (fun j => u_r_bar j * x l) i).
Qed.

(* what u_{r,j} passes back *)
Lemma vjp_h_new_W_r_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at2 W_r i l) (fun W_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r' x U_r h b_r)) s)) h j))
  = u_r_bar i * x l.
Proof.
  apply (eq_eq _ (u_r_bar i * x l) _).
  { apply (eq_eq _ (pd (at2 W_r i l) (fun W_r' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r' x U_r h b_r)) s)) h j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_r_bar j * pd (at2 W_r i l) (fun W_r' => u_r_of D' H' W_r' x U_r h b_r j))) _).
    { refine (eq_trans (chain1_at (at2 W_r i l) H' u_r (fun u_r' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of u_r') s)) h j)) (fun W_r' => (u_r_of D' H' W_r' x U_r h b_r)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_r; premise. }
    exact (eq_eq _ _ _ vjp_h_new_W_r_u_r_1_lemma vjp_h_new_W_r_u_r_2_sum_delta). }
  apply (eq_eq _ (W_r_bar i l) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_W_r_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_r k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_W_r :
  is_pd (at2 W_r i l) (fun W_r' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r' x U_r h b_r)) s)) h j))
  (u_r_bar i * x l).
Proof.
  pose proof vjp_h_new_W_r_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at2 W_r i l) (fun W_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r' x U_r h b_r)) s)) h j))) _).
  { weighted. }
  exact vjp_h_new_W_r_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_W_r_outright : option (
  is_pd (at2 W_r i l) (fun W_r' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r' x U_r h b_r)) s)) h j))
  (u_r_bar i * x l)).
Proof.
  attempt "vjp_h_new_W_r" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Add (Formula.Mul (Formula.C (1 - z j)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n j d * x d))) (Formula.C (b_n j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (j, d)) (Formula.C (x d))))) (Formula.C (rsum H' (fun k => U_r j k * h k)))) (Formula.C (b_r j))))))) (Formula.C (s j)))))) (Formula.C (z j * h j))))))).
Defined.
End vjp_h_new_W_r.

(** * VJP of h_new for x *)

Section vjp_h_new_x.
Variables (i : nat).
Hypothesis i_in : (i < D')%nat.

(* put in ∂u_{r,j}/∂x_i *)
Lemma vjp_h_new_x_u_r_1_lemma :
  rsum H' (fun j => u_r_bar j * pd (at1 x i) (fun x' => u_r_of D' H' W_r x' U_r h b_r j))
  = rsum H' (fun j => u_r_bar j * W_r j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W_r j d * x' d) + rsum H' (fun k => U_r j k * h k) + b_r j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W_r j d * x' d)) + pd (at1 x i) (fun x' => rsum H' (fun k => U_r j k * h k) + b_r j)) _).
  { rule_same (diff_add (at1 x i) (fun x' => rsum D' (fun d => W_r j d * x' d)) (fun x' => rsum H' (fun k => U_r j k * h k) + b_r j)). }
  apply (eq_eq _ (rsum D' (fun k => W_r j k * delta k i) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => W_r j k * x' k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => W_r j k * x' k))) _).
      { rule (diff_sum (at1 x i) D' (fun k x' => W_r j k * x' k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x i) (fun x' => W_r j k * x' k)) _).
      { reflexivity. }
      apply (eq_eq _ (W_r j k * pd (at1 x i) (fun x' => x' k)) _).
      { assert (pd (at1 x i) (fun x' => W_r j k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x i) (fun x' => W_r j k) (fun x' => x' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum D' (fun k => W_r j k * delta k i)) _).
  { arith. }
  apply (eq_eq _ (rsum D' (fun k => delta k i * W_r j k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta D' (fun k => W_r j k) i).
Qed.

(* put in ∂u_{z,j}/∂x_i *)
Lemma vjp_h_new_x_u_z_1_lemma :
  rsum H' (fun j => u_z_bar j * pd (at1 x i) (fun x' => u_z_of D' H' W_z x' U_z h b_z j))
  = rsum H' (fun j => u_z_bar j * W_z j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W_z j d * x' d) + rsum H' (fun k => U_z j k * h k) + b_z j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W_z j d * x' d)) + pd (at1 x i) (fun x' => rsum H' (fun k => U_z j k * h k) + b_z j)) _).
  { rule_same (diff_add (at1 x i) (fun x' => rsum D' (fun d => W_z j d * x' d)) (fun x' => rsum H' (fun k => U_z j k * h k) + b_z j)). }
  apply (eq_eq _ (rsum D' (fun k => W_z j k * delta k i) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => W_z j k * x' k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => W_z j k * x' k))) _).
      { rule (diff_sum (at1 x i) D' (fun k x' => W_z j k * x' k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x i) (fun x' => W_z j k * x' k)) _).
      { reflexivity. }
      apply (eq_eq _ (W_z j k * pd (at1 x i) (fun x' => x' k)) _).
      { assert (pd (at1 x i) (fun x' => W_z j k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x i) (fun x' => W_z j k) (fun x' => x' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum D' (fun k => W_z j k * delta k i)) _).
  { arith. }
  apply (eq_eq _ (rsum D' (fun k => delta k i * W_z j k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta D' (fun k => W_z j k) i).
Qed.

(* put in ∂u_{n,j}/∂x_i *)
Lemma vjp_h_new_x_u_n_1_lemma :
  rsum H' (fun j => u_n_bar j * pd (at1 x i) (fun x' => u_n_of D' W_n x' b_n r s j))
  = rsum H' (fun j => u_n_bar j * W_n j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W_n j d * x' d) + b_n j + r j * s j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W_n j d * x' d)) + pd (at1 x i) (fun x' => b_n j + r j * s j)) _).
  { rule_same (diff_add (at1 x i) (fun x' => rsum D' (fun d => W_n j d * x' d)) (fun x' => b_n j + r j * s j)). }
  apply (eq_eq _ (rsum D' (fun k => W_n j k * delta k i) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => W_n j k * x' k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => W_n j k * x' k))) _).
      { rule (diff_sum (at1 x i) D' (fun k x' => W_n j k * x' k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x i) (fun x' => W_n j k * x' k)) _).
      { reflexivity. }
      apply (eq_eq _ (W_n j k * pd (at1 x i) (fun x' => x' k)) _).
      { assert (pd (at1 x i) (fun x' => W_n j k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x i) (fun x' => W_n j k) (fun x' => x' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum D' (fun k => W_n j k * delta k i)) _).
  { arith. }
  apply (eq_eq _ (rsum D' (fun k => delta k i * W_n j k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta D' (fun k => W_n j k) i).
Qed.

(* what u_{r,j} and u_{z,j} and u_{n,j} pass back, each with the rest held fixed *)
Lemma vjp_h_new_x_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at1 x i) (fun x' => h_new_of (z_of (u_z_of D' H' W_z x' U_z h b_z)) (n_of (u_n_of D' W_n x' b_n (r_of (u_r_of D' H' W_r x' U_r h b_r)) s)) h j))
  = rsum H' (fun j => u_r_bar j * W_r j i) + rsum H' (fun j => u_z_bar j * W_z j i) + rsum H' (fun j => u_n_bar j * W_n j i).
Proof.
  apply (eq_eq _ (rsum H' (fun j => u_r_bar j * W_r j i) + rsum H' (fun j => u_z_bar j * W_z j i) + rsum H' (fun j => u_n_bar j * W_n j i)) _).
  { apply (eq_eq _ (pd (at1 x i) (fun x' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z x' U_z h b_z)) (n_of (u_n_of D' W_n x' b_n (r_of (u_r_of D' H' W_r x' U_r h b_r)) s)) h j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (pd (at1 x i) (fun x' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x' U_r h b_r)) s)) h j)) + pd (at1 x i) (fun x' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z x' U_z h b_z)) n h j)) + pd (at1 x i) (fun x' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x' b_n r s)) h j))) _).
    { refine (eq_trans (apart (at1 x i) 3 (fun each => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z (each 1%nat) U_z h b_z)) (n_of (u_n_of D' W_n (each 2%nat) b_n (r_of (u_r_of D' H' W_r (each 0%nat) U_r h b_r)) s)) h j)) _) _); [ dsm | ].
      cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
    refine (f_equal2 Rplus (f_equal2 Rplus _ _) _).
    { apply (eq_eq _ (rsum H' (fun j => u_r_bar j * pd (at1 x i) (fun x' => u_r_of D' H' W_r x' U_r h b_r j))) _).
      { refine (eq_trans (chain1_at (at1 x i) H' u_r (fun u_r' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of u_r') s)) h j)) (fun x' => (u_r_of D' H' W_r x' U_r h b_r)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult _ eq_refl).
        apply is_pd_value, vjp_h_new_u_r; premise. }
      exact vjp_h_new_x_u_r_1_lemma. }
    { apply (eq_eq _ (rsum H' (fun j => u_z_bar j * pd (at1 x i) (fun x' => u_z_of D' H' W_z x' U_z h b_z j))) _).
      { refine (eq_trans (chain1_at (at1 x i) H' u_z (fun u_z' => rsum H' (fun j => h_new_bar j * h_new_of (z_of u_z') n h j)) (fun x' => (u_z_of D' H' W_z x' U_z h b_z)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult _ eq_refl).
        apply is_pd_value, vjp_h_new_u_z; premise. }
      exact vjp_h_new_x_u_z_1_lemma. }
    apply (eq_eq _ (rsum H' (fun j => u_n_bar j * pd (at1 x i) (fun x' => u_n_of D' W_n x' b_n r s j))) _).
    { refine (eq_trans (chain1_at (at1 x i) H' u_n (fun u_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of u_n') h j)) (fun x' => (u_n_of D' W_n x' b_n r s)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_n; premise. }
    exact vjp_h_new_x_u_n_1_lemma. }
  apply (eq_eq _ (x_bar i) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_x_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_z k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma vjp_h_new_x_needs_2 :
  (forall k, (k < H')%nat -> 1 + exp (- u_r k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_x :
  is_pd (at1 x i) (fun x' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z x' U_z h b_z)) (n_of (u_n_of D' W_n x' b_n (r_of (u_r_of D' H' W_r x' U_r h b_r)) s)) h j))
  (rsum H' (fun j => u_r_bar j * W_r j i) + rsum H' (fun j => u_z_bar j * W_z j i) + rsum H' (fun j => u_n_bar j * W_n j i)).
Proof.
  pose proof vjp_h_new_x_needs_1.
  pose proof vjp_h_new_x_needs_2.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at1 x i) (fun x' => h_new_of (z_of (u_z_of D' H' W_z x' U_z h b_z)) (n_of (u_n_of D' W_n x' b_n (r_of (u_r_of D' H' W_r x' U_r h b_r)) s)) h j))) _).
  { weighted. }
  exact vjp_h_new_x_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_x_outright : option (
  is_pd (at1 x i) (fun x' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z x' U_z h b_z)) (n_of (u_n_of D' W_n x' b_n (r_of (u_r_of D' H' W_r x' U_r h b_r)) s)) h j))
  (rsum H' (fun j => u_r_bar j * W_r j i) + rsum H' (fun j => u_z_bar j * W_z j i) + rsum H' (fun j => u_n_bar j * W_n j i))).
Proof.
  attempt "vjp_h_new_x" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W_z j d)) (Formula.V (d))))) (Formula.C (rsum H' (fun k => U_z j k * h k)))) (Formula.C (b_z j)))))))) (Formula.Tanh (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W_n j d)) (Formula.V (d))))) (Formula.C (b_n j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W_r j d)) (Formula.V (d))))) (Formula.C (rsum H' (fun k => U_r j k * h k)))) (Formula.C (b_r j))))))) (Formula.C (s j)))))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W_z j d)) (Formula.V (d))))) (Formula.C (rsum H' (fun k => U_z j k * h k)))) (Formula.C (b_z j))))))) (Formula.C (h j)))))))).
Defined.
End vjp_h_new_x.

(** * VJP of h_new for U_r *)

Section vjp_h_new_U_r.
Variables (i l : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis l_in : (l < H')%nat.

(* put in ∂u_{r,j}/∂U_{r,il} *)
Lemma vjp_h_new_U_r_u_r_1_lemma :
  rsum H' (fun j => u_r_bar j * pd (at2 U_r i l) (fun U_r' => u_r_of D' H' W_r x U_r' h b_r j))
  = rsum H' (fun j => u_r_bar j * h l * delta j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (u_r_bar j * (h l * delta j i)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 U_r i l) (fun U_r' => rsum D' (fun d => W_r j d * x d) + rsum H' (fun k => U_r' j k * h k) + b_r j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 U_r i l) (fun U_r' => rsum D' (fun d => W_r j d * x d) + rsum H' (fun l' => U_r' j l' * h l') + b_r j)) _); [ same | ].
  apply (eq_eq _ (pd (at2 U_r i l) (fun U_r' => rsum D' (fun d => W_r j d * x d)) + pd (at2 U_r i l) (fun U_r' => rsum H' (fun l' => U_r' j l' * h l') + b_r j)) _).
  { rule_same (diff_add (at2 U_r i l) (fun U_r' => rsum D' (fun d => W_r j d * x d)) (fun U_r' => rsum H' (fun l' => U_r' j l' * h l') + b_r j)). }
  apply (eq_eq _ (0 + rsum H' (fun l' => h l' * delta j i * delta l' l) + 0) _).
  { apply (eq_eq _ (0 + (rsum H' (fun l' => h l' * delta j i * delta l' l) + 0)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at2 U_r i l) (fun U_r' => rsum H' (fun l' => U_r' j l' * h l')) + pd (at2 U_r i l) (fun U_r' => b_r j)) _).
    { rule (diff_add (at2 U_r i l) (fun U_r' => rsum H' (fun l' => U_r' j l' * h l')) (fun U_r' => b_r j)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 U_r i l) (fun U_r' => rsum H' (fun k => U_r' j k * h k))) _); [ same | ].
      apply (eq_eq _ (rsum H' (fun l' => pd (at2 U_r i l) (fun U_r' => U_r' j l' * h l'))) _).
      { rule_same (diff_sum (at2 U_r i l) H' (fun k U_r' => U_r' j k * h k) (fun k => true)). }
      apply rsum_ext; intros l' ?; cbv beta.
      apply (eq_eq _ (pd (at2 U_r i l) (fun U_r' => h l' * U_r' j l')) _).
      { apply pd_ext.
        intros U_r'; cbv beta.
        arith. }
      apply (eq_eq _ (h l' * pd (at2 U_r i l) (fun U_r' => U_r' j l')) _).
      { assert (pd (at2 U_r i l) (fun U_r' => h l') = 0).
        { apply constant. }
        rule (diff_scale (at2 U_r i l) (fun U_r' => h l') (fun U_r' => U_r' j l')). }
      apply (eq_eq _ (h l' * (delta j i * delta l' l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum H' (fun l' => h l' * delta j i * delta l' l)) _).
  { arith. }
  rule (shared_18 j i l).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_U_r_u_r_2_sum_delta :
  rsum H' (fun j => u_r_bar j * h l * delta j i)
  = u_r_bar i * h l.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j i * u_r_bar j * h l)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * u_r_bar k * h l)) _); [ same | ].
  rule_same (sum_delta H' (fun j => u_r_bar j * h l) i).
Qed.

(* what u_{r,j} passes back *)
Lemma vjp_h_new_U_r_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at2 U_r i l) (fun U_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r' h b_r)) s)) h j))
  = u_r_bar i * h l.
Proof.
  apply (eq_eq _ (u_r_bar i * h l) _).
  { apply (eq_eq _ (pd (at2 U_r i l) (fun U_r' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r' h b_r)) s)) h j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_r_bar j * pd (at2 U_r i l) (fun U_r' => u_r_of D' H' W_r x U_r' h b_r j))) _).
    { refine (eq_trans (chain1_at (at2 U_r i l) H' u_r (fun u_r' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of u_r') s)) h j)) (fun U_r' => (u_r_of D' H' W_r x U_r' h b_r)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_r; premise. }
    exact (eq_eq _ _ _ vjp_h_new_U_r_u_r_1_lemma vjp_h_new_U_r_u_r_2_sum_delta). }
  apply (eq_eq _ (U_r_bar i l) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_U_r_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_r k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_U_r :
  is_pd (at2 U_r i l) (fun U_r' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r' h b_r)) s)) h j))
  (u_r_bar i * h l).
Proof.
  pose proof vjp_h_new_U_r_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at2 U_r i l) (fun U_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r' h b_r)) s)) h j))) _).
  { weighted. }
  exact vjp_h_new_U_r_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_U_r_outright : option (
  is_pd (at2 U_r i l) (fun U_r' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r' h b_r)) s)) h j))
  (u_r_bar i * h l)).
Proof.
  attempt "vjp_h_new_U_r" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Add (Formula.Mul (Formula.C (1 - z j)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n j d * x d))) (Formula.C (b_n j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_r j d * x d))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (j, k)) (Formula.C (h k)))))) (Formula.C (b_r j))))))) (Formula.C (s j)))))) (Formula.C (z j * h j))))))).
Defined.
End vjp_h_new_U_r.

(** * VJP of h_new for h *)

Section vjp_h_new_h.
Variables (i : nat).
Hypothesis i_in : (i < H')%nat.

(* put in ∂u_{r,j}/∂h_i *)
Lemma vjp_h_new_h_u_r_1_lemma :
  rsum H' (fun j => u_r_bar j * pd (at1 h i) (fun h' => u_r_of D' H' W_r x U_r h' b_r j))
  = rsum H' (fun j => u_r_bar j * U_r j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 h i) (fun h' => rsum D' (fun d => W_r j d * x d) + rsum H' (fun k => U_r j k * h' k) + b_r j)) _).
  { reflexivity. }
  apply (eq_eq _ (0 + rsum H' (fun k => U_r j k * delta k i) + 0) _).
  { rule (shared_7 j i). }
  apply (eq_eq _ (rsum H' (fun k => U_r j k * delta k i)) _).
  { arith. }
  rule (shared_11 j i).
Qed.

(* put in ∂u_{z,j}/∂h_i *)
Lemma vjp_h_new_h_u_z_1_lemma :
  rsum H' (fun j => u_z_bar j * pd (at1 h i) (fun h' => u_z_of D' H' W_z x U_z h' b_z j))
  = rsum H' (fun j => u_z_bar j * U_z j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 h i) (fun h' => rsum D' (fun d => W_z j d * x d) + rsum H' (fun k => U_z j k * h' k) + b_z j)) _).
  { reflexivity. }
  apply (eq_eq _ (0 + rsum H' (fun k => U_z j k * delta k i) + 0) _).
  { rule (shared_5 j i). }
  apply (eq_eq _ (rsum H' (fun k => U_z j k * delta k i)) _).
  { arith. }
  rule (shared_10 j i).
Qed.

(* put in ∂s_j/∂h_i *)
Lemma vjp_h_new_h_s_1_lemma :
  rsum H' (fun j => s_bar j * pd (at1 h i) (fun h' => s_of H' U_n h' c_n j))
  = rsum H' (fun j => s_bar j * U_n j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 h i) (fun h' => rsum H' (fun k => U_n j k * h' k) + c_n j)) _).
  { reflexivity. }
  apply (eq_eq _ (rsum H' (fun k => U_n j k * delta k i) + 0) _).
  { rule (shared_8 j i). }
  apply (eq_eq _ (rsum H' (fun k => U_n j k * delta k i)) _).
  { arith. }
  rule (shared_12 j i).
Qed.

(* put in ∂h_{new,j}/∂h_i *)
Lemma vjp_h_new_h_h_new_1_lemma :
  rsum H' (fun j => h_new_bar j * pd (at1 h i) (fun h' => h_new_of z n h' j))
  = rsum H' (fun j => h_new_bar j * z j * delta j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (h_new_bar j * (z j * delta j i)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 h i) (fun h' => (1 - z j) * n j + z j * h' j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 h i) (fun h' => (1 - z j) * n j) + pd (at1 h i) (fun h' => z j * h' j)) _).
  { rule (diff_add (at1 h i) (fun h' => (1 - z j) * n j) (fun h' => z j * h' j)). }
  apply (eq_eq _ (0 + z j * delta j i) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 h i) (fun h' => z j * h' j)) _).
    { reflexivity. }
    apply (eq_eq _ (z j * pd (at1 h i) (fun h' => h' j)) _).
    { assert (pd (at1 h i) (fun h' => z j) = 0).
      { apply constant. }
      rule (diff_scale (at1 h i) (fun h' => z j) (fun h' => h' j)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_h_h_new_2_sum_delta :
  rsum H' (fun j => h_new_bar j * z j * delta j i)
  = h_new_bar i * z i.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j i * h_new_bar j * z j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * h_new_bar k * z k)) _); [ same | ].
  rule_same (sum_delta H' (fun j => h_new_bar j * z j) i).
Qed.

(* what u_{r,j} and u_{z,j} and s_j and h_{new,j} pass back, each with the rest held fixed *)
Lemma vjp_h_new_h_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at1 h i) (fun h' => h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n))) h' j))
  = rsum H' (fun j => u_r_bar j * U_r j i) + rsum H' (fun j => u_z_bar j * U_z j i) + rsum H' (fun j => s_bar j * U_n j i) + h_new_bar i * z i.
Proof.
  apply (eq_eq _ (rsum H' (fun j => u_r_bar j * U_r j i) + rsum H' (fun j => u_z_bar j * U_z j i) + rsum H' (fun j => s_bar j * U_n j i) + h_new_bar i * z i) _).
  { apply (eq_eq _ (pd (at1 h i) (fun h' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n))) h' j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (pd (at1 h i) (fun h' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) s)) h j)) + pd (at1 h i) (fun h' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) n h j)) + pd (at1 h i) (fun h' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n h' c_n))) h j)) + pd (at1 h i) (fun h' => rsum H' (fun j => h_new_bar j * (h_new_of z n h') j))) _).
    { refine (eq_trans (apart (at1 h i) 4 (fun each => rsum H' (fun j => h_new_bar j * (h_new_of (z_of (u_z_of D' H' W_z x U_z (each 1%nat) b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r (each 0%nat) b_r)) (s_of H' U_n (each 2%nat) c_n))) (each 3%nat)) j)) _) _); [ dsm | ].
      cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
    refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _).
    { apply (eq_eq _ (rsum H' (fun j => u_r_bar j * pd (at1 h i) (fun h' => u_r_of D' H' W_r x U_r h' b_r j))) _).
      { refine (eq_trans (chain1_at (at1 h i) H' u_r (fun u_r' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of u_r') s)) h j)) (fun h' => (u_r_of D' H' W_r x U_r h' b_r)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult _ eq_refl).
        apply is_pd_value, vjp_h_new_u_r; premise. }
      exact vjp_h_new_h_u_r_1_lemma. }
    { apply (eq_eq _ (rsum H' (fun j => u_z_bar j * pd (at1 h i) (fun h' => u_z_of D' H' W_z x U_z h' b_z j))) _).
      { refine (eq_trans (chain1_at (at1 h i) H' u_z (fun u_z' => rsum H' (fun j => h_new_bar j * h_new_of (z_of u_z') n h j)) (fun h' => (u_z_of D' H' W_z x U_z h' b_z)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult _ eq_refl).
        apply is_pd_value, vjp_h_new_u_z; premise. }
      exact vjp_h_new_h_u_z_1_lemma. }
    { apply (eq_eq _ (rsum H' (fun j => s_bar j * pd (at1 h i) (fun h' => s_of H' U_n h' c_n j))) _).
      { refine (eq_trans (chain1_at (at1 h i) H' s (fun s' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n r s')) h j)) (fun h' => (s_of H' U_n h' c_n)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult _ eq_refl).
        apply is_pd_value, vjp_h_new_s; premise. }
      exact vjp_h_new_h_s_1_lemma. }
    apply (eq_eq _ (rsum H' (fun j => h_new_bar j * pd (at1 h i) (fun h' => h_new_of z n h' j))) _).
    { apply is_pd_value; weighted. }
    exact (eq_eq _ _ _ vjp_h_new_h_h_new_1_lemma vjp_h_new_h_h_new_2_sum_delta). }
  apply (eq_eq _ (h_bar i) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_h_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_z k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma vjp_h_new_h_needs_2 :
  (forall k, (k < H')%nat -> 1 + exp (- u_r k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_h :
  is_pd (at1 h i) (fun h' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n))) h' j))
  (rsum H' (fun j => u_r_bar j * U_r j i) + rsum H' (fun j => u_z_bar j * U_z j i) + rsum H' (fun j => s_bar j * U_n j i) + h_new_bar i * z i).
Proof.
  pose proof vjp_h_new_h_needs_1.
  pose proof vjp_h_new_h_needs_2.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at1 h i) (fun h' => h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n))) h' j))) _).
  { weighted. }
  exact vjp_h_new_h_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_h_outright : option (
  is_pd (at1 h i) (fun h' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n))) h' j))
  (rsum H' (fun j => u_r_bar j * U_r j i) + rsum H' (fun j => u_z_bar j * U_z j i) + rsum H' (fun j => s_bar j * U_n j i) + h_new_bar i * z i)).
Proof.
  attempt "vjp_h_new_h" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_z j d * x d))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (U_z j k)) (Formula.V (k)))))) (Formula.C (b_z j)))))))) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n j d * x d))) (Formula.C (b_n j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_r j d * x d))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (U_r j k)) (Formula.V (k)))))) (Formula.C (b_r j))))))) (Formula.Add (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (U_n j k)) (Formula.V (k))))) (Formula.C (c_n j))))))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_z j d * x d))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (U_z j k)) (Formula.V (k)))))) (Formula.C (b_z j))))))) (Formula.V (j)))))))).
Defined.
End vjp_h_new_h.

(** * VJP of h_new for b_r *)

Section vjp_h_new_b_r.
Variables (i : nat).
Hypothesis i_in : (i < H')%nat.

(* put in ∂u_{r,j}/∂b_{r,i} *)
Lemma vjp_h_new_b_r_u_r_1_lemma :
  rsum H' (fun j => u_r_bar j * pd (at1 b_r i) (fun b_r' => u_r_of D' H' W_r x U_r h b_r' j))
  = rsum H' (fun j => u_r_bar j * delta j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 b_r i) (fun b_r' => rsum D' (fun d => W_r j d * x d) + rsum H' (fun k => U_r j k * h k) + b_r' j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 b_r i) (fun b_r' => rsum D' (fun d => W_r j d * x d)) + pd (at1 b_r i) (fun b_r' => rsum H' (fun k => U_r j k * h k) + b_r' j)) _).
  { rule_same (diff_add (at1 b_r i) (fun b_r' => rsum D' (fun d => W_r j d * x d)) (fun b_r' => rsum H' (fun k => U_r j k * h k) + b_r' j)). }
  apply (eq_eq _ (0 + 0 + delta j i) _).
  { apply (eq_eq _ (0 + (0 + delta j i)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 b_r i) (fun b_r' => rsum H' (fun k => U_r j k * h k)) + pd (at1 b_r i) (fun b_r' => b_r' j)) _).
    { rule (diff_add (at1 b_r i) (fun b_r' => rsum H' (fun k => U_r j k * h k)) (fun b_r' => b_r' j)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_b_r_u_r_2_sum_delta :
  rsum H' (fun j => u_r_bar j * delta j i)
  = u_r_bar i.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j i * u_r_bar j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * u_r_bar k)) _); [ same | ].
  rule (sum_delta H' (fun j => u_r_bar j) i).
Qed.

(* what u_{r,j} passes back *)
Lemma vjp_h_new_b_r_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at1 b_r i) (fun b_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h b_r')) s)) h j))
  = u_r_bar i.
Proof.
  apply (eq_eq _ (u_r_bar i) _).
  { apply (eq_eq _ (pd (at1 b_r i) (fun b_r' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h b_r')) s)) h j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_r_bar j * pd (at1 b_r i) (fun b_r' => u_r_of D' H' W_r x U_r h b_r' j))) _).
    { refine (eq_trans (chain1_at (at1 b_r i) H' u_r (fun u_r' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of u_r') s)) h j)) (fun b_r' => (u_r_of D' H' W_r x U_r h b_r')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_r; premise. }
    exact (eq_eq _ _ _ vjp_h_new_b_r_u_r_1_lemma vjp_h_new_b_r_u_r_2_sum_delta). }
  apply (eq_eq _ (b_r_bar i) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_b_r_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_r k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_b_r :
  is_pd (at1 b_r i) (fun b_r' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h b_r')) s)) h j))
  (u_r_bar i).
Proof.
  pose proof vjp_h_new_b_r_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at1 b_r i) (fun b_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h b_r')) s)) h j))) _).
  { weighted. }
  exact vjp_h_new_b_r_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_b_r_outright : option (
  is_pd (at1 b_r i) (fun b_r' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h b_r')) s)) h j))
  (u_r_bar i)).
Proof.
  attempt "vjp_h_new_b_r" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Add (Formula.Mul (Formula.C (1 - z j)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n j d * x d))) (Formula.C (b_n j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_r j d * x d))) (Formula.C (rsum H' (fun k => U_r j k * h k)))) (Formula.V (j))))))) (Formula.C (s j)))))) (Formula.C (z j * h j))))))).
Defined.
End vjp_h_new_b_r.

(** * VJP of h_new for W_z *)

Section vjp_h_new_W_z.
Variables (i l : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis l_in : (l < D')%nat.

(* put in ∂u_{z,j}/∂W_{z,il} *)
Lemma vjp_h_new_W_z_u_z_1_lemma :
  rsum H' (fun j => u_z_bar j * pd (at2 W_z i l) (fun W_z' => u_z_of D' H' W_z' x U_z h b_z j))
  = rsum H' (fun j => u_z_bar j * x l * delta j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (u_z_bar j * (x l * delta j i)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 W_z i l) (fun W_z' => rsum D' (fun d => W_z' j d * x d) + rsum H' (fun k => U_z j k * h k) + b_z j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 W_z i l) (fun W_z' => rsum D' (fun d => W_z' j d * x d) + rsum H' (fun l' => U_z j l' * h l') + b_z j)) _); [ same | ].
  apply (eq_eq _ (pd (at2 W_z i l) (fun W_z' => rsum D' (fun d => W_z' j d * x d)) + pd (at2 W_z i l) (fun W_z' => rsum H' (fun l' => U_z j l' * h l') + b_z j)) _).
  { rule_same (diff_add (at2 W_z i l) (fun W_z' => rsum D' (fun d => W_z' j d * x d)) (fun W_z' => rsum H' (fun l' => U_z j l' * h l') + b_z j)). }
  apply (eq_eq _ (rsum D' (fun l' => x l' * delta j i * delta l' l) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 W_z i l) (fun W_z' => rsum D' (fun k => W_z' j k * x k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun l' => pd (at2 W_z i l) (fun W_z' => W_z' j l' * x l'))) _).
      { rule_same (diff_sum (at2 W_z i l) D' (fun k W_z' => W_z' j k * x k) (fun k => true)). }
      apply rsum_ext; intros l' ?; cbv beta.
      apply (eq_eq _ (pd (at2 W_z i l) (fun W_z' => x l' * W_z' j l')) _).
      { apply pd_ext.
        intros W_z'; cbv beta.
        arith. }
      apply (eq_eq _ (x l' * pd (at2 W_z i l) (fun W_z' => W_z' j l')) _).
      { assert (pd (at2 W_z i l) (fun W_z' => x l') = 0).
        { apply constant. }
        rule (diff_scale (at2 W_z i l) (fun W_z' => x l') (fun W_z' => W_z' j l')). }
      apply (eq_eq _ (x l' * (delta j i * delta l' l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum D' (fun l' => x l' * delta j i * delta l' l)) _).
  { arith. }
  rule (shared_17 j i l).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_W_z_u_z_2_sum_delta :
  rsum H' (fun j => u_z_bar j * x l * delta j i)
  = u_z_bar i * x l.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j i * u_z_bar j * x l)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * u_z_bar k * x l)) _); [ same | ].
  rule_same (sum_delta H' (fun j => u_z_bar j * x l) i).
Qed.

(* what u_{z,j} passes back *)
Lemma vjp_h_new_W_z_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at2 W_z i l) (fun W_z' => h_new_of (z_of (u_z_of D' H' W_z' x U_z h b_z)) n h j))
  = u_z_bar i * x l.
Proof.
  apply (eq_eq _ (u_z_bar i * x l) _).
  { apply (eq_eq _ (pd (at2 W_z i l) (fun W_z' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z' x U_z h b_z)) n h j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_z_bar j * pd (at2 W_z i l) (fun W_z' => u_z_of D' H' W_z' x U_z h b_z j))) _).
    { refine (eq_trans (chain1_at (at2 W_z i l) H' u_z (fun u_z' => rsum H' (fun j => h_new_bar j * h_new_of (z_of u_z') n h j)) (fun W_z' => (u_z_of D' H' W_z' x U_z h b_z)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_z; premise. }
    exact (eq_eq _ _ _ vjp_h_new_W_z_u_z_1_lemma vjp_h_new_W_z_u_z_2_sum_delta). }
  apply (eq_eq _ (W_z_bar i l) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_W_z_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_z k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_W_z :
  is_pd (at2 W_z i l) (fun W_z' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z' x U_z h b_z)) n h j))
  (u_z_bar i * x l).
Proof.
  pose proof vjp_h_new_W_z_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at2 W_z i l) (fun W_z' => h_new_of (z_of (u_z_of D' H' W_z' x U_z h b_z)) n h j))) _).
  { weighted. }
  exact vjp_h_new_W_z_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_W_z_outright : option (
  is_pd (at2 W_z i l) (fun W_z' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z' x U_z h b_z)) n h j))
  (u_z_bar i * x l)).
Proof.
  attempt "vjp_h_new_W_z" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (j, d)) (Formula.C (x d))))) (Formula.C (rsum H' (fun k => U_z j k * h k)))) (Formula.C (b_z j)))))))) (Formula.C (n j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (j, d)) (Formula.C (x d))))) (Formula.C (rsum H' (fun k => U_z j k * h k)))) (Formula.C (b_z j))))))) (Formula.C (h j)))))))).
Defined.
End vjp_h_new_W_z.

(** * VJP of h_new for U_z *)

Section vjp_h_new_U_z.
Variables (i l : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis l_in : (l < H')%nat.

(* put in ∂u_{z,j}/∂U_{z,il} *)
Lemma vjp_h_new_U_z_u_z_1_lemma :
  rsum H' (fun j => u_z_bar j * pd (at2 U_z i l) (fun U_z' => u_z_of D' H' W_z x U_z' h b_z j))
  = rsum H' (fun j => u_z_bar j * h l * delta j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (u_z_bar j * (h l * delta j i)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 U_z i l) (fun U_z' => rsum D' (fun d => W_z j d * x d) + rsum H' (fun k => U_z' j k * h k) + b_z j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 U_z i l) (fun U_z' => rsum D' (fun d => W_z j d * x d) + rsum H' (fun l' => U_z' j l' * h l') + b_z j)) _); [ same | ].
  apply (eq_eq _ (pd (at2 U_z i l) (fun U_z' => rsum D' (fun d => W_z j d * x d)) + pd (at2 U_z i l) (fun U_z' => rsum H' (fun l' => U_z' j l' * h l') + b_z j)) _).
  { rule_same (diff_add (at2 U_z i l) (fun U_z' => rsum D' (fun d => W_z j d * x d)) (fun U_z' => rsum H' (fun l' => U_z' j l' * h l') + b_z j)). }
  apply (eq_eq _ (0 + rsum H' (fun l' => h l' * delta j i * delta l' l) + 0) _).
  { apply (eq_eq _ (0 + (rsum H' (fun l' => h l' * delta j i * delta l' l) + 0)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at2 U_z i l) (fun U_z' => rsum H' (fun l' => U_z' j l' * h l')) + pd (at2 U_z i l) (fun U_z' => b_z j)) _).
    { rule (diff_add (at2 U_z i l) (fun U_z' => rsum H' (fun l' => U_z' j l' * h l')) (fun U_z' => b_z j)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 U_z i l) (fun U_z' => rsum H' (fun k => U_z' j k * h k))) _); [ same | ].
      apply (eq_eq _ (rsum H' (fun l' => pd (at2 U_z i l) (fun U_z' => U_z' j l' * h l'))) _).
      { rule_same (diff_sum (at2 U_z i l) H' (fun k U_z' => U_z' j k * h k) (fun k => true)). }
      apply rsum_ext; intros l' ?; cbv beta.
      apply (eq_eq _ (pd (at2 U_z i l) (fun U_z' => h l' * U_z' j l')) _).
      { apply pd_ext.
        intros U_z'; cbv beta.
        arith. }
      apply (eq_eq _ (h l' * pd (at2 U_z i l) (fun U_z' => U_z' j l')) _).
      { assert (pd (at2 U_z i l) (fun U_z' => h l') = 0).
        { apply constant. }
        rule (diff_scale (at2 U_z i l) (fun U_z' => h l') (fun U_z' => U_z' j l')). }
      apply (eq_eq _ (h l' * (delta j i * delta l' l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum H' (fun l' => h l' * delta j i * delta l' l)) _).
  { arith. }
  rule (shared_18 j i l).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_U_z_u_z_2_sum_delta :
  rsum H' (fun j => u_z_bar j * h l * delta j i)
  = u_z_bar i * h l.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j i * u_z_bar j * h l)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * u_z_bar k * h l)) _); [ same | ].
  rule_same (sum_delta H' (fun j => u_z_bar j * h l) i).
Qed.

(* what u_{z,j} passes back *)
Lemma vjp_h_new_U_z_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at2 U_z i l) (fun U_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z' h b_z)) n h j))
  = u_z_bar i * h l.
Proof.
  apply (eq_eq _ (u_z_bar i * h l) _).
  { apply (eq_eq _ (pd (at2 U_z i l) (fun U_z' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z x U_z' h b_z)) n h j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_z_bar j * pd (at2 U_z i l) (fun U_z' => u_z_of D' H' W_z x U_z' h b_z j))) _).
    { refine (eq_trans (chain1_at (at2 U_z i l) H' u_z (fun u_z' => rsum H' (fun j => h_new_bar j * h_new_of (z_of u_z') n h j)) (fun U_z' => (u_z_of D' H' W_z x U_z' h b_z)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_z; premise. }
    exact (eq_eq _ _ _ vjp_h_new_U_z_u_z_1_lemma vjp_h_new_U_z_u_z_2_sum_delta). }
  apply (eq_eq _ (U_z_bar i l) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_U_z_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_z k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_U_z :
  is_pd (at2 U_z i l) (fun U_z' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z x U_z' h b_z)) n h j))
  (u_z_bar i * h l).
Proof.
  pose proof vjp_h_new_U_z_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at2 U_z i l) (fun U_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z' h b_z)) n h j))) _).
  { weighted. }
  exact vjp_h_new_U_z_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_U_z_outright : option (
  is_pd (at2 U_z i l) (fun U_z' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z x U_z' h b_z)) n h j))
  (u_z_bar i * h l)).
Proof.
  attempt "vjp_h_new_U_z" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_z j d * x d))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (j, k)) (Formula.C (h k)))))) (Formula.C (b_z j)))))))) (Formula.C (n j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_z j d * x d))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (j, k)) (Formula.C (h k)))))) (Formula.C (b_z j))))))) (Formula.C (h j)))))))).
Defined.
End vjp_h_new_U_z.

(** * VJP of h_new for b_z *)

Section vjp_h_new_b_z.
Variables (i : nat).
Hypothesis i_in : (i < H')%nat.

(* put in ∂u_{z,j}/∂b_{z,i} *)
Lemma vjp_h_new_b_z_u_z_1_lemma :
  rsum H' (fun j => u_z_bar j * pd (at1 b_z i) (fun b_z' => u_z_of D' H' W_z x U_z h b_z' j))
  = rsum H' (fun j => u_z_bar j * delta j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 b_z i) (fun b_z' => rsum D' (fun d => W_z j d * x d) + rsum H' (fun k => U_z j k * h k) + b_z' j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 b_z i) (fun b_z' => rsum D' (fun d => W_z j d * x d)) + pd (at1 b_z i) (fun b_z' => rsum H' (fun k => U_z j k * h k) + b_z' j)) _).
  { rule_same (diff_add (at1 b_z i) (fun b_z' => rsum D' (fun d => W_z j d * x d)) (fun b_z' => rsum H' (fun k => U_z j k * h k) + b_z' j)). }
  apply (eq_eq _ (0 + 0 + delta j i) _).
  { apply (eq_eq _ (0 + (0 + delta j i)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 b_z i) (fun b_z' => rsum H' (fun k => U_z j k * h k)) + pd (at1 b_z i) (fun b_z' => b_z' j)) _).
    { rule (diff_add (at1 b_z i) (fun b_z' => rsum H' (fun k => U_z j k * h k)) (fun b_z' => b_z' j)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_b_z_u_z_2_sum_delta :
  rsum H' (fun j => u_z_bar j * delta j i)
  = u_z_bar i.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j i * u_z_bar j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * u_z_bar k)) _); [ same | ].
  rule (sum_delta H' (fun j => u_z_bar j) i).
Qed.

(* what u_{z,j} passes back *)
Lemma vjp_h_new_b_z_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at1 b_z i) (fun b_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z h b_z')) n h j))
  = u_z_bar i.
Proof.
  apply (eq_eq _ (u_z_bar i) _).
  { apply (eq_eq _ (pd (at1 b_z i) (fun b_z' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z x U_z h b_z')) n h j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_z_bar j * pd (at1 b_z i) (fun b_z' => u_z_of D' H' W_z x U_z h b_z' j))) _).
    { refine (eq_trans (chain1_at (at1 b_z i) H' u_z (fun u_z' => rsum H' (fun j => h_new_bar j * h_new_of (z_of u_z') n h j)) (fun b_z' => (u_z_of D' H' W_z x U_z h b_z')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_z; premise. }
    exact (eq_eq _ _ _ vjp_h_new_b_z_u_z_1_lemma vjp_h_new_b_z_u_z_2_sum_delta). }
  apply (eq_eq _ (b_z_bar i) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_b_z_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_z k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_b_z :
  is_pd (at1 b_z i) (fun b_z' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z x U_z h b_z')) n h j))
  (u_z_bar i).
Proof.
  pose proof vjp_h_new_b_z_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at1 b_z i) (fun b_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z h b_z')) n h j))) _).
  { weighted. }
  exact vjp_h_new_b_z_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_b_z_outright : option (
  is_pd (at1 b_z i) (fun b_z' => rsum H' (fun j => h_new_bar j * h_new_of (z_of (u_z_of D' H' W_z x U_z h b_z')) n h j))
  (u_z_bar i)).
Proof.
  attempt "vjp_h_new_b_z" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_z j d * x d))) (Formula.C (rsum H' (fun k => U_z j k * h k)))) (Formula.V (j)))))))) (Formula.C (n j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_z j d * x d))) (Formula.C (rsum H' (fun k => U_z j k * h k)))) (Formula.V (j))))))) (Formula.C (h j)))))))).
Defined.
End vjp_h_new_b_z.

(** * VJP of h_new for U_n *)

Section vjp_h_new_U_n.
Variables (i l : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis l_in : (l < H')%nat.

(* put in ∂s_j/∂U_{n,il} *)
Lemma vjp_h_new_U_n_s_1_lemma :
  rsum H' (fun j => s_bar j * pd (at2 U_n i l) (fun U_n' => s_of H' U_n' h c_n j))
  = rsum H' (fun j => s_bar j * h l * delta j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (s_bar j * (h l * delta j i)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 U_n i l) (fun U_n' => rsum H' (fun k => U_n' j k * h k) + c_n j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 U_n i l) (fun U_n' => rsum H' (fun l' => U_n' j l' * h l') + c_n j)) _); [ same | ].
  apply (eq_eq _ (pd (at2 U_n i l) (fun U_n' => rsum H' (fun l' => U_n' j l' * h l')) + pd (at2 U_n i l) (fun U_n' => c_n j)) _).
  { rule (diff_add (at2 U_n i l) (fun U_n' => rsum H' (fun l' => U_n' j l' * h l')) (fun U_n' => c_n j)). }
  apply (eq_eq _ (rsum H' (fun l' => h l' * delta j i * delta l' l) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 U_n i l) (fun U_n' => rsum H' (fun k => U_n' j k * h k))) _); [ same | ].
      apply (eq_eq _ (rsum H' (fun l' => pd (at2 U_n i l) (fun U_n' => U_n' j l' * h l'))) _).
      { rule_same (diff_sum (at2 U_n i l) H' (fun k U_n' => U_n' j k * h k) (fun k => true)). }
      apply rsum_ext; intros l' ?; cbv beta.
      apply (eq_eq _ (pd (at2 U_n i l) (fun U_n' => h l' * U_n' j l')) _).
      { apply pd_ext.
        intros U_n'; cbv beta.
        arith. }
      apply (eq_eq _ (h l' * pd (at2 U_n i l) (fun U_n' => U_n' j l')) _).
      { assert (pd (at2 U_n i l) (fun U_n' => h l') = 0).
        { apply constant. }
        rule (diff_scale (at2 U_n i l) (fun U_n' => h l') (fun U_n' => U_n' j l')). }
      apply (eq_eq _ (h l' * (delta j i * delta l' l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum H' (fun l' => h l' * delta j i * delta l' l)) _).
  { arith. }
  rule (shared_18 j i l).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_U_n_s_2_sum_delta :
  rsum H' (fun j => s_bar j * h l * delta j i)
  = s_bar i * h l.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j i * s_bar j * h l)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * s_bar k * h l)) _); [ same | ].
  rule_same (sum_delta H' (fun j => s_bar j * h l) i).
Qed.

(* what s_j passes back *)
Lemma vjp_h_new_U_n_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at2 U_n i l) (fun U_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n' h c_n))) h j))
  = s_bar i * h l.
Proof.
  apply (eq_eq _ (s_bar i * h l) _).
  { apply (eq_eq _ (pd (at2 U_n i l) (fun U_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n' h c_n))) h j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => s_bar j * pd (at2 U_n i l) (fun U_n' => s_of H' U_n' h c_n j))) _).
    { refine (eq_trans (chain1_at (at2 U_n i l) H' s (fun s' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n r s')) h j)) (fun U_n' => (s_of H' U_n' h c_n)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_s; premise. }
    exact (eq_eq _ _ _ vjp_h_new_U_n_s_1_lemma vjp_h_new_U_n_s_2_sum_delta). }
  apply (eq_eq _ (U_n_bar i l) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_U_n :
  is_pd (at2 U_n i l) (fun U_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n' h c_n))) h j))
  (s_bar i * h l).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at2 U_n i l) (fun U_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n' h c_n))) h j))) _).
  { weighted. }
  exact vjp_h_new_U_n_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_U_n_outright : option (
  is_pd (at2 U_n i l) (fun U_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n' h c_n))) h j))
  (s_bar i * h l)).
Proof.
  attempt "vjp_h_new_U_n" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Add (Formula.Mul (Formula.C (1 - z j)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n j d * x d))) (Formula.C (b_n j))) (Formula.Mul (Formula.C (r j)) (Formula.Add (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (j, k)) (Formula.C (h k))))) (Formula.C (c_n j))))))) (Formula.C (z j * h j))))))).
Defined.
End vjp_h_new_U_n.

(** * VJP of h_new for c_n *)

Section vjp_h_new_c_n.
Variables (i : nat).
Hypothesis i_in : (i < H')%nat.

(* put in ∂s_j/∂c_{n,i} *)
Lemma vjp_h_new_c_n_s_1_lemma :
  rsum H' (fun j => s_bar j * pd (at1 c_n i) (fun c_n' => s_of H' U_n h c_n' j))
  = rsum H' (fun j => s_bar j * delta j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 c_n i) (fun c_n' => rsum H' (fun k => U_n j k * h k) + c_n' j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 c_n i) (fun c_n' => rsum H' (fun k => U_n j k * h k)) + pd (at1 c_n i) (fun c_n' => c_n' j)) _).
  { rule (diff_add (at1 c_n i) (fun c_n' => rsum H' (fun k => U_n j k * h k)) (fun c_n' => c_n' j)). }
  apply (eq_eq _ (0 + delta j i) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_c_n_s_2_sum_delta :
  rsum H' (fun j => s_bar j * delta j i)
  = s_bar i.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j i * s_bar j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * s_bar k)) _); [ same | ].
  rule (sum_delta H' (fun j => s_bar j) i).
Qed.

(* what s_j passes back *)
Lemma vjp_h_new_c_n_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at1 c_n i) (fun c_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n h c_n'))) h j))
  = s_bar i.
Proof.
  apply (eq_eq _ (s_bar i) _).
  { apply (eq_eq _ (pd (at1 c_n i) (fun c_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n h c_n'))) h j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => s_bar j * pd (at1 c_n i) (fun c_n' => s_of H' U_n h c_n' j))) _).
    { refine (eq_trans (chain1_at (at1 c_n i) H' s (fun s' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n r s')) h j)) (fun c_n' => (s_of H' U_n h c_n')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_s; premise. }
    exact (eq_eq _ _ _ vjp_h_new_c_n_s_1_lemma vjp_h_new_c_n_s_2_sum_delta). }
  apply (eq_eq _ (c_n_bar i) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_c_n :
  is_pd (at1 c_n i) (fun c_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n h c_n'))) h j))
  (s_bar i).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at1 c_n i) (fun c_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n h c_n'))) h j))) _).
  { weighted. }
  exact vjp_h_new_c_n_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_c_n_outright : option (
  is_pd (at1 c_n i) (fun c_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n h c_n'))) h j))
  (s_bar i)).
Proof.
  attempt "vjp_h_new_c_n" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Add (Formula.Mul (Formula.C (1 - z j)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n j d * x d))) (Formula.C (b_n j))) (Formula.Mul (Formula.C (r j)) (Formula.Add (Formula.C (rsum H' (fun k => U_n j k * h k))) (Formula.V (j))))))) (Formula.C (z j * h j))))))).
Defined.
End vjp_h_new_c_n.

(** * VJP of h_new for W_n *)

Section vjp_h_new_W_n.
Variables (i l : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis l_in : (l < D')%nat.

(* put in ∂u_{n,j}/∂W_{n,il} *)
Lemma vjp_h_new_W_n_u_n_1_lemma :
  rsum H' (fun j => u_n_bar j * pd (at2 W_n i l) (fun W_n' => u_n_of D' W_n' x b_n r s j))
  = rsum H' (fun j => u_n_bar j * x l * delta j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (u_n_bar j * (x l * delta j i)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 W_n i l) (fun W_n' => rsum D' (fun d => W_n' j d * x d) + b_n j + r j * s j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 W_n i l) (fun W_n' => rsum D' (fun d => W_n' j d * x d)) + pd (at2 W_n i l) (fun W_n' => b_n j + r j * s j)) _).
  { rule_same (diff_add (at2 W_n i l) (fun W_n' => rsum D' (fun d => W_n' j d * x d)) (fun W_n' => b_n j + r j * s j)). }
  apply (eq_eq _ (rsum D' (fun l' => x l' * delta j i * delta l' l) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 W_n i l) (fun W_n' => rsum D' (fun k => W_n' j k * x k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun l' => pd (at2 W_n i l) (fun W_n' => W_n' j l' * x l'))) _).
      { rule_same (diff_sum (at2 W_n i l) D' (fun k W_n' => W_n' j k * x k) (fun k => true)). }
      apply rsum_ext; intros l' ?; cbv beta.
      apply (eq_eq _ (pd (at2 W_n i l) (fun W_n' => x l' * W_n' j l')) _).
      { apply pd_ext.
        intros W_n'; cbv beta.
        arith. }
      apply (eq_eq _ (x l' * pd (at2 W_n i l) (fun W_n' => W_n' j l')) _).
      { assert (pd (at2 W_n i l) (fun W_n' => x l') = 0).
        { apply constant. }
        rule (diff_scale (at2 W_n i l) (fun W_n' => x l') (fun W_n' => W_n' j l')). }
      apply (eq_eq _ (x l' * (delta j i * delta l' l)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum D' (fun l' => x l' * delta j i * delta l' l)) _).
  { arith. }
  rule (shared_17 j i l).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_W_n_u_n_2_sum_delta :
  rsum H' (fun j => u_n_bar j * x l * delta j i)
  = u_n_bar i * x l.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j i * u_n_bar j * x l)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * u_n_bar k * x l)) _); [ same | ].
  rule_same (sum_delta H' (fun j => u_n_bar j * x l) i).
Qed.

(* what u_{n,j} passes back *)
Lemma vjp_h_new_W_n_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at2 W_n i l) (fun W_n' => h_new_of z (n_of (u_n_of D' W_n' x b_n r s)) h j))
  = u_n_bar i * x l.
Proof.
  apply (eq_eq _ (u_n_bar i * x l) _).
  { apply (eq_eq _ (pd (at2 W_n i l) (fun W_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n' x b_n r s)) h j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_n_bar j * pd (at2 W_n i l) (fun W_n' => u_n_of D' W_n' x b_n r s j))) _).
    { refine (eq_trans (chain1_at (at2 W_n i l) H' u_n (fun u_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of u_n') h j)) (fun W_n' => (u_n_of D' W_n' x b_n r s)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_n; premise. }
    exact (eq_eq _ _ _ vjp_h_new_W_n_u_n_1_lemma vjp_h_new_W_n_u_n_2_sum_delta). }
  apply (eq_eq _ (W_n_bar i l) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_W_n :
  is_pd (at2 W_n i l) (fun W_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n' x b_n r s)) h j))
  (u_n_bar i * x l).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at2 W_n i l) (fun W_n' => h_new_of z (n_of (u_n_of D' W_n' x b_n r s)) h j))) _).
  { weighted. }
  exact vjp_h_new_W_n_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_W_n_outright : option (
  is_pd (at2 W_n i l) (fun W_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n' x b_n r s)) h j))
  (u_n_bar i * x l)).
Proof.
  attempt "vjp_h_new_W_n" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Add (Formula.Mul (Formula.C (1 - z j)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (j, d)) (Formula.C (x d))))) (Formula.C (b_n j))) (Formula.C (r j * s j))))) (Formula.C (z j * h j))))))).
Defined.
End vjp_h_new_W_n.

(** * VJP of h_new for b_n *)

Section vjp_h_new_b_n.
Variables (i : nat).
Hypothesis i_in : (i < H')%nat.

(* put in ∂u_{n,j}/∂b_{n,i} *)
Lemma vjp_h_new_b_n_u_n_1_lemma :
  rsum H' (fun j => u_n_bar j * pd (at1 b_n i) (fun b_n' => u_n_of D' W_n x b_n' r s j))
  = rsum H' (fun j => u_n_bar j * delta j i).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 b_n i) (fun b_n' => rsum D' (fun d => W_n j d * x d) + b_n' j + r j * s j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 b_n i) (fun b_n' => rsum D' (fun d => W_n j d * x d)) + pd (at1 b_n i) (fun b_n' => b_n' j + r j * s j)) _).
  { rule_same (diff_add (at1 b_n i) (fun b_n' => rsum D' (fun d => W_n j d * x d)) (fun b_n' => b_n' j + r j * s j)). }
  apply (eq_eq _ (0 + delta j i + 0) _).
  { apply (eq_eq _ (0 + (delta j i + 0)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 b_n i) (fun b_n' => b_n' j) + pd (at1 b_n i) (fun b_n' => r j * s j)) _).
    { rule (diff_add (at1 b_n i) (fun b_n' => b_n' j) (fun b_n' => r j * s j)). }
    refine (f_equal2 Rplus _ _).
    { apply variable1. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_b_n_u_n_2_sum_delta :
  rsum H' (fun j => u_n_bar j * delta j i)
  = u_n_bar i.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j i * u_n_bar j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * u_n_bar k)) _); [ same | ].
  rule (sum_delta H' (fun j => u_n_bar j) i).
Qed.

(* what u_{n,j} passes back *)
Lemma vjp_h_new_b_n_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at1 b_n i) (fun b_n' => h_new_of z (n_of (u_n_of D' W_n x b_n' r s)) h j))
  = u_n_bar i.
Proof.
  apply (eq_eq _ (u_n_bar i) _).
  { apply (eq_eq _ (pd (at1 b_n i) (fun b_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n' r s)) h j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_n_bar j * pd (at1 b_n i) (fun b_n' => u_n_of D' W_n x b_n' r s j))) _).
    { refine (eq_trans (chain1_at (at1 b_n i) H' u_n (fun u_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of u_n') h j)) (fun b_n' => (u_n_of D' W_n x b_n' r s)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_n; premise. }
    exact (eq_eq _ _ _ vjp_h_new_b_n_u_n_1_lemma vjp_h_new_b_n_u_n_2_sum_delta). }
  apply (eq_eq _ (b_n_bar i) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_b_n :
  is_pd (at1 b_n i) (fun b_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n' r s)) h j))
  (u_n_bar i).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at1 b_n i) (fun b_n' => h_new_of z (n_of (u_n_of D' W_n x b_n' r s)) h j))) _).
  { weighted. }
  exact vjp_h_new_b_n_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_b_n_outright : option (
  is_pd (at1 b_n i) (fun b_n' => rsum H' (fun j => h_new_bar j * h_new_of z (n_of (u_n_of D' W_n x b_n' r s)) h j))
  (u_n_bar i)).
Proof.
  attempt "vjp_h_new_b_n" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Add (Formula.Mul (Formula.C (1 - z j)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_n j d * x d))) (Formula.V (j))) (Formula.C (r j * s j))))) (Formula.C (z j * h j))))))).
Defined.
End vjp_h_new_b_n.

(** * JVP of h_new for W_r, x, U_r, h, b_r, W_z, U_z, b_z, U_n, c_n, W_n, b_n *)

Section jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂h_{new,j}/∂h_i *)
Lemma jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_h_1_lemma :
  rsum H' (fun i => pd (at1 h i) (fun h' => h_new_of z n h' j) * h_dot i)
  = rsum H' (fun i => z j * delta j i * h_dot i).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((z j * delta j i) * h_dot i) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 h i) (fun h' => (1 - z j) * n j + z j * h' j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 h i) (fun h' => (1 - z j) * n j) + pd (at1 h i) (fun h' => z j * h' j)) _).
  { rule (diff_add (at1 h i) (fun h' => (1 - z j) * n j) (fun h' => z j * h' j)). }
  apply (eq_eq _ (0 + z j * delta j i) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 h i) (fun h' => z j * h' j)) _).
    { reflexivity. }
    apply (eq_eq _ (z j * pd (at1 h i) (fun h' => h' j)) _).
    { assert (pd (at1 h i) (fun h' => z j) = 0).
      { apply constant. }
      rule (diff_scale (at1 h i) (fun h' => z j) (fun h' => h' j)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_h_2_sum_delta :
  rsum H' (fun i => z j * delta j i * h_dot i)
  = z j * h_dot j.
Proof.
  apply (eq_eq _ (rsum H' (fun i => delta i j * z j * h_dot i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k j * z j * h_dot k)) _); [ same | ].
  rule_same (sum_delta H' (fun i => z j * h_dot i) j).
Qed.

(* put in ∂h_{new,j}/∂u_{z,i} *)
Lemma jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_u_z_1_lemma :
  rsum H' (fun i => pd (at1 u_z i) (fun u_z' => h_new_of (z_of u_z') n h j) * u_z_dot i)
  = rsum H' (fun i => (h j - n j) * z j * delta j i * (1 - z j) * u_z_dot i).
Proof.
  assert (1 + exp (- u_z j) <> 0).
  { sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (((h j - n j) * z j * delta j i * (1 - z j)) * u_z_dot i) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum H' (fun k => pd (at1 z k) (fun z' => h_new_of z' n h j) * pd (at1 u_z i) (fun u_z' => z_of u_z' k))) _).
  { assert ((forall k, (k < H')%nat -> 1 + exp (- u_z k) <> 0)).
    { intros k ?.
      sgn. }
    assert (1 + exp (- u_z j) <> 0).
    { sgn. }
    apply (chain1 (at1 u_z i) H' (fun z' => h_new_of z' n h j) (fun u_z' => z_of u_z')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k => delta j k * (h j - n j) * z k * delta k i * (1 - z k))) _).
  { assert ((forall k, (k < H')%nat -> 1 + exp (- u_z k) <> 0)).
    { intros k ?.
      sgn. }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((delta j k * (h j - n j)) * (z k * delta k i * (1 - z k))) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at1 z k) (fun z' => (1 - z' j) * n j + z' j * h j)) _).
      { reflexivity. }
      apply (eq_eq _ (pd (at1 z k) (fun z' => (1 - z' j) * n j) + pd (at1 z k) (fun z' => z' j * h j)) _).
      { rule (diff_add (at1 z k) (fun z' => (1 - z' j) * n j) (fun z' => z' j * h j)). }
      apply (eq_eq _ (n j * (0 - delta j k) + h j * delta j k) _).
      { refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (pd (at1 z k) (fun z' => n j * (1 - z' j))) _).
          { apply pd_ext.
            intros z'; cbv beta.
            arith. }
          apply (eq_eq _ (n j * pd (at1 z k) (fun z' => 1 - z' j)) _).
          { assert (pd (at1 z k) (fun z' => n j) = 0).
            { apply constant. }
            rule (diff_scale (at1 z k) (fun z' => n j) (fun z' => 1 - z' j)). }
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (pd (at1 z k) (fun z' => 1) + pd (at1 z k) (fun z' => - z' j)) _).
          { rule (diff_add (at1 z k) (fun z' => 1) (fun z' => - z' j)). }
          refine (f_equal2 Rplus _ _).
          { apply constant. }
          apply (eq_eq _ (- pd (at1 z k) (fun z' => z' j)) _).
          { rule (diff_neg (at1 z k) (fun z' => z' j)). }
          refine (f_equal Ropp _).
          apply variable1. }
        apply (eq_eq _ (pd (at1 z k) (fun z' => h j * z' j)) _).
        { apply pd_ext.
          intros z'; cbv beta.
          arith. }
        apply (eq_eq _ (h j * pd (at1 z k) (fun z' => z' j)) _).
        { assert (pd (at1 z k) (fun z' => h j) = 0).
          { apply constant. }
          rule (diff_scale (at1 z k) (fun z' => h j) (fun z' => z' j)). }
        refine (f_equal2 Rmult eq_refl _).
        apply variable1. }
      apply (eq_eq _ (- (n j * delta j k) + h j * delta j k) _).
      { refine (f_equal2 Rplus _ eq_refl).
        apply (eq_eq _ (n j * (- delta j k)) _).
        { refine (f_equal2 Rmult eq_refl _).
          arith. }
        arith. }
      apply (eq_eq _ (delta j k * h j - delta j k * n j) _).
      { arith. }
      symmetry.
      arith. }
    rule (shared_16 k i). }
  apply (eq_eq _ (rsum H' (fun k => delta k j * (h j - n j) * z k * delta k i * (1 - z k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    same. }
  rule_same (sum_delta H' (fun k => (h j - n j) * z k * delta k i * (1 - z k)) j).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_u_z_2_sum_delta :
  rsum H' (fun i => (h j - n j) * z j * delta j i * (1 - z j) * u_z_dot i)
  = (h j - n j) * z j * (1 - z j) * u_z_dot j.
Proof.
  apply (eq_eq _ (rsum H' (fun i => delta i j * (h j - n j) * z j * (1 - z j) * u_z_dot i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k j * (h j - n j) * z j * (1 - z j) * u_z_dot k)) _); [ same | ].
  rule_same (sum_delta H' (fun i => (h j - n j) * z j * (1 - z j) * u_z_dot i) j).
Qed.

(* put in ∂h_{new,j}/∂u_{n,i} *)
Lemma jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_u_n_1_lemma :
  rsum H' (fun i => pd (at1 u_n i) (fun u_n' => h_new_of z (n_of u_n') h j) * u_n_dot i)
  = rsum H' (fun i => (1 - z j) * delta j i * (1 - n j ^ 2) * u_n_dot i).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (((1 - z j) * delta j i * (1 - n j ^ 2)) * u_n_dot i) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum H' (fun k => pd (at1 n k) (fun n' => h_new_of z n' h j) * pd (at1 u_n i) (fun u_n' => n_of u_n' k))) _).
  { apply (chain1 (at1 u_n i) H' (fun n' => h_new_of z n' h j) (fun u_n' => n_of u_n')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k => (1 - z j) * delta j k * delta k i * (1 - n k ^ 2))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (((1 - z j) * delta j k) * (delta k i * (1 - n k ^ 2))) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at1 n k) (fun n' => (1 - z j) * n' j + z j * h j)) _).
      { reflexivity. }
      apply (eq_eq _ (pd (at1 n k) (fun n' => (1 - z j) * n' j) + pd (at1 n k) (fun n' => z j * h j)) _).
      { rule (diff_add (at1 n k) (fun n' => (1 - z j) * n' j) (fun n' => z j * h j)). }
      apply (eq_eq _ ((1 - z j) * delta j k + 0) _).
      { refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (pd (at1 n k) (fun n' => (1 - z j) * n' j)) _).
          { reflexivity. }
          apply (eq_eq _ ((1 - z j) * pd (at1 n k) (fun n' => n' j)) _).
          { assert (pd (at1 n k) (fun n' => 1 - z j) = 0).
            { apply constant. }
            rule (diff_scale (at1 n k) (fun n' => 1 - z j) (fun n' => n' j)). }
          refine (f_equal2 Rmult eq_refl _).
          apply variable1. }
        apply constant. }
      arith. }
    rule (shared_15 k i). }
  apply (eq_eq _ (rsum H' (fun k => delta k j * (1 - z j) * delta k i * (1 - n k ^ 2))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => (1 - z j) * delta k i * (1 - n k ^ 2)) j).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_u_n_2_sum_delta :
  rsum H' (fun i => (1 - z j) * delta j i * (1 - n j ^ 2) * u_n_dot i)
  = (1 - z j) * (1 - n j ^ 2) * u_n_dot j.
Proof.
  apply (eq_eq _ (rsum H' (fun i => delta i j * (1 - z j) * (1 - n j ^ 2) * u_n_dot i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k j * (1 - z j) * (1 - n j ^ 2) * u_n_dot k)) _); [ same | ].
  rule_same (sum_delta H' (fun i => (1 - z j) * (1 - n j ^ 2) * u_n_dot i) j).
Qed.

(* what h_i and u_{z,j} and u_{n,j} pass on, each with the rest held fixed *)
Lemma jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_1_jvp :
  rsum H' (fun i => rsum D' (fun l => pd (at2 W_r i l) (fun W_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r' x U_r h b_r)) s)) h j) * W_r_dot i l)) + rsum D' (fun i => pd (at1 x i) (fun x' => h_new_of (z_of (u_z_of D' H' W_z x' U_z h b_z)) (n_of (u_n_of D' W_n x' b_n (r_of (u_r_of D' H' W_r x' U_r h b_r)) s)) h j) * x_dot i) + rsum H' (fun i => rsum H' (fun l => pd (at2 U_r i l) (fun U_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r' h b_r)) s)) h j) * U_r_dot i l)) + rsum H' (fun i => pd (at1 h i) (fun h' => h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n))) h' j) * h_dot i) + rsum H' (fun i => pd (at1 b_r i) (fun b_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h b_r')) s)) h j) * b_r_dot i) + rsum H' (fun i => rsum D' (fun l => pd (at2 W_z i l) (fun W_z' => h_new_of (z_of (u_z_of D' H' W_z' x U_z h b_z)) n h j) * W_z_dot i l)) + rsum H' (fun i => rsum H' (fun l => pd (at2 U_z i l) (fun U_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z' h b_z)) n h j) * U_z_dot i l)) + rsum H' (fun i => pd (at1 b_z i) (fun b_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z h b_z')) n h j) * b_z_dot i) + rsum H' (fun i => rsum H' (fun l => pd (at2 U_n i l) (fun U_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n' h c_n))) h j) * U_n_dot i l)) + rsum H' (fun i => pd (at1 c_n i) (fun c_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n h c_n'))) h j) * c_n_dot i) + rsum H' (fun i => rsum D' (fun l => pd (at2 W_n i l) (fun W_n' => h_new_of z (n_of (u_n_of D' W_n' x b_n r s)) h j) * W_n_dot i l)) + rsum H' (fun i => pd (at1 b_n i) (fun b_n' => h_new_of z (n_of (u_n_of D' W_n x b_n' r s)) h j) * b_n_dot i)
  = z j * h_dot j + (h j - n j) * z j * (1 - z j) * u_z_dot j + (1 - z j) * (1 - n j ^ 2) * u_n_dot j.
Proof.
  apply (eq_eq _ (z j * h_dot j + (h j - n j) * z j * (1 - z j) * u_z_dot j + (1 - z j) * (1 - n j ^ 2) * u_n_dot j) _).
  { apply (eq_eq _ (pd (at0 0) (fun t => h_new_of (z_of (u_z_of D' H' (line2 W_z W_z_dot t) (line1 x x_dot t) (line2 U_z U_z_dot t) (line1 h h_dot t) (line1 b_z b_z_dot t))) (n_of (u_n_of D' (line2 W_n W_n_dot t) (line1 x x_dot t) (line1 b_n b_n_dot t) (r_of (u_r_of D' H' (line2 W_r W_r_dot t) (line1 x x_dot t) (line2 U_r U_r_dot t) (line1 h h_dot t) (line1 b_r b_r_dot t))) (s_of H' (line2 U_n U_n_dot t) (line1 h h_dot t) (line1 c_n c_n_dot t)))) (line1 h h_dot t) j)) _).
    { symmetry.
      apply (eq_eq _ (pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' (line2 W_r W_r_dot t) x U_r h b_r)) s)) h j) + pd (at0 0) (fun t => h_new_of (z_of (u_z_of D' H' W_z (line1 x x_dot t) U_z h b_z)) (n_of (u_n_of D' W_n (line1 x x_dot t) b_n (r_of (u_r_of D' H' W_r (line1 x x_dot t) U_r h b_r)) s)) h j) + pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x (line2 U_r U_r_dot t) h b_r)) s)) h j) + pd (at0 0) (fun t => h_new_of (z_of (u_z_of D' H' W_z x U_z (line1 h h_dot t) b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r (line1 h h_dot t) b_r)) (s_of H' U_n (line1 h h_dot t) c_n))) (line1 h h_dot t) j) + pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h (line1 b_r b_r_dot t))) s)) h j) + pd (at0 0) (fun t => h_new_of (z_of (u_z_of D' H' (line2 W_z W_z_dot t) x U_z h b_z)) n h j) + pd (at0 0) (fun t => h_new_of (z_of (u_z_of D' H' W_z x (line2 U_z U_z_dot t) h b_z)) n h j) + pd (at0 0) (fun t => h_new_of (z_of (u_z_of D' H' W_z x U_z h (line1 b_z b_z_dot t))) n h j) + pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' (line2 U_n U_n_dot t) h c_n))) h j) + pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n h (line1 c_n c_n_dot t)))) h j) + pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' (line2 W_n W_n_dot t) x b_n r s)) h j) + pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' W_n x (line1 b_n b_n_dot t) r s)) h j)) _).
      { refine (eq_trans (apart (at0 0) 12 (fun each => h_new_of (z_of (u_z_of D' H' (line2 W_z W_z_dot (each 5%nat)) (line1 x x_dot (each 1%nat)) (line2 U_z U_z_dot (each 6%nat)) (line1 h h_dot (each 3%nat)) (line1 b_z b_z_dot (each 7%nat)))) (n_of (u_n_of D' (line2 W_n W_n_dot (each 10%nat)) (line1 x x_dot (each 1%nat)) (line1 b_n b_n_dot (each 11%nat)) (r_of (u_r_of D' H' (line2 W_r W_r_dot (each 0%nat)) (line1 x x_dot (each 1%nat)) (line2 U_r U_r_dot (each 2%nat)) (line1 h h_dot (each 3%nat)) (line1 b_r b_r_dot (each 4%nat)))) (s_of H' (line2 U_n U_n_dot (each 8%nat)) (line1 h h_dot (each 3%nat)) (line1 c_n c_n_dot (each 9%nat))))) (line1 h h_dot (each 3%nat)) j) _) _); [ dsm | ].
        cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
      refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _) _) _) _) _) _) _) _) _).
      { apply (eq_eq _ (rsum H' (fun i => rsum D' (fun l => pd (at2 W_r i l) (fun W_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r' x U_r h b_r)) s)) h j) * W_r_dot i l))) _).
        { refine (eq_trans (chain2_at (at0 0) H' D' W_r (fun W_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r' x U_r h b_r)) s)) h j) (fun t => (line2 W_r W_r_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      { apply (eq_eq _ (rsum D' (fun i => pd (at1 x i) (fun x' => h_new_of (z_of (u_z_of D' H' W_z x' U_z h b_z)) (n_of (u_n_of D' W_n x' b_n (r_of (u_r_of D' H' W_r x' U_r h b_r)) s)) h j) * x_dot i)) _).
        { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => h_new_of (z_of (u_z_of D' H' W_z x' U_z h b_z)) (n_of (u_n_of D' W_n x' b_n (r_of (u_r_of D' H' W_r x' U_r h b_r)) s)) h j) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun i => rsum H' (fun l => pd (at2 U_r i l) (fun U_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r' h b_r)) s)) h j) * U_r_dot i l))) _).
        { refine (eq_trans (chain2_at (at0 0) H' H' U_r (fun U_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r' h b_r)) s)) h j) (fun t => (line2 U_r U_r_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun i => pd (at1 h i) (fun h' => h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n))) h' j) * h_dot i)) _).
        { refine (eq_trans (chain1_at (at0 0) H' h (fun h' => h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n))) h' j) (fun t => (line1 h h_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun i => pd (at1 b_r i) (fun b_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h b_r')) s)) h j) * b_r_dot i)) _).
        { refine (eq_trans (chain1_at (at0 0) H' b_r (fun b_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h b_r')) s)) h j) (fun t => (line1 b_r b_r_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun i => rsum D' (fun l => pd (at2 W_z i l) (fun W_z' => h_new_of (z_of (u_z_of D' H' W_z' x U_z h b_z)) n h j) * W_z_dot i l))) _).
        { refine (eq_trans (chain2_at (at0 0) H' D' W_z (fun W_z' => h_new_of (z_of (u_z_of D' H' W_z' x U_z h b_z)) n h j) (fun t => (line2 W_z W_z_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun i => rsum H' (fun l => pd (at2 U_z i l) (fun U_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z' h b_z)) n h j) * U_z_dot i l))) _).
        { refine (eq_trans (chain2_at (at0 0) H' H' U_z (fun U_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z' h b_z)) n h j) (fun t => (line2 U_z U_z_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun i => pd (at1 b_z i) (fun b_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z h b_z')) n h j) * b_z_dot i)) _).
        { refine (eq_trans (chain1_at (at0 0) H' b_z (fun b_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z h b_z')) n h j) (fun t => (line1 b_z b_z_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun i => rsum H' (fun l => pd (at2 U_n i l) (fun U_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n' h c_n))) h j) * U_n_dot i l))) _).
        { refine (eq_trans (chain2_at (at0 0) H' H' U_n (fun U_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n' h c_n))) h j) (fun t => (line2 U_n U_n_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun i => pd (at1 c_n i) (fun c_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n h c_n'))) h j) * c_n_dot i)) _).
        { refine (eq_trans (chain1_at (at0 0) H' c_n (fun c_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n h c_n'))) h j) (fun t => (line1 c_n c_n_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun i => rsum D' (fun l => pd (at2 W_n i l) (fun W_n' => h_new_of z (n_of (u_n_of D' W_n' x b_n r s)) h j) * W_n_dot i l))) _).
        { refine (eq_trans (chain2_at (at0 0) H' D' W_n (fun W_n' => h_new_of z (n_of (u_n_of D' W_n' x b_n r s)) h j) (fun t => (line2 W_n W_n_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      apply (eq_eq _ (rsum H' (fun i => pd (at1 b_n i) (fun b_n' => h_new_of z (n_of (u_n_of D' W_n x b_n' r s)) h j) * b_n_dot i)) _).
      { refine (eq_trans (chain1_at (at0 0) H' b_n (fun b_n' => h_new_of z (n_of (u_n_of D' W_n x b_n' r s)) h j) (fun t => (line1 b_n b_n_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity1. }
      reflexivity. }
    assert (moves_u_r : forall j', (j' < H')%nat -> pd (at0 0) (fun t => u_r_of D' H' (line2 W_r W_r_dot t) (line1 x x_dot t) (line2 U_r U_r_dot t) (line1 h h_dot t) (line1 b_r b_r_dot t) j') = u_r_dot j').
    { intros j' ?.
      apply (eq_eq _ (rsum D' (fun l => W_r_dot j' l * x l) + rsum D' (fun i => W_r j' i * x_dot i) + rsum H' (fun l => U_r_dot j' l * h l) + rsum H' (fun i => U_r j' i * h_dot i) + b_r_dot j') _).
      { apply (eq_eq _ (pd (at0 0) (fun t => u_r_of D' H' (line2 W_r W_r_dot t) x U_r h b_r j') + pd (at0 0) (fun t => u_r_of D' H' W_r (line1 x x_dot t) U_r h b_r j') + pd (at0 0) (fun t => u_r_of D' H' W_r x (line2 U_r U_r_dot t) h b_r j') + pd (at0 0) (fun t => u_r_of D' H' W_r x U_r (line1 h h_dot t) b_r j') + pd (at0 0) (fun t => u_r_of D' H' W_r x U_r h (line1 b_r b_r_dot t) j')) _).
        { refine (eq_trans (apart (at0 0) 5 (fun each => u_r_of D' H' (line2 W_r W_r_dot (each 0%nat)) (line1 x x_dot (each 1%nat)) (line2 U_r U_r_dot (each 2%nat)) (line1 h h_dot (each 3%nat)) (line1 b_r b_r_dot (each 4%nat)) j') _) _); [ dsm | ].
          cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
        refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _) _).
        { apply (eq_eq _ (rsum H' (fun i => rsum D' (fun l => pd (at2 W_r i l) (fun W_r' => u_r_of D' H' W_r' x U_r h b_r j') * W_r_dot i l))) _).
          { refine (eq_trans (chain2_at (at0 0) H' D' W_r (fun W_r' => u_r_of D' H' W_r' x U_r h b_r j') (fun t => (line2 W_r W_r_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum H' (fun i => rsum D' (fun l => x l * delta j' i * W_r_dot i l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ ((x l * delta j' i) * W_r_dot i l) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 W_r i l) (fun W_r' => rsum D' (fun d => W_r' j' d * x d) + rsum H' (fun k => U_r j' k * h k) + b_r j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at2 W_r i l) (fun W_r' => rsum D' (fun d => W_r' j' d * x d) + rsum H' (fun l' => U_r j' l' * h l') + b_r j')) _); [ same | ].
            apply (eq_eq _ (pd (at2 W_r i l) (fun W_r' => rsum D' (fun d => W_r' j' d * x d)) + pd (at2 W_r i l) (fun W_r' => rsum H' (fun l' => U_r j' l' * h l') + b_r j')) _).
            { rule_same (diff_add (at2 W_r i l) (fun W_r' => rsum D' (fun d => W_r' j' d * x d)) (fun W_r' => rsum H' (fun l' => U_r j' l' * h l') + b_r j')). }
            apply (eq_eq _ (rsum D' (fun l' => x l' * delta j' i * delta l' l) + 0) _).
            { refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at2 W_r i l) (fun W_r' => rsum D' (fun k => W_r' j' k * x k))) _); [ same | ].
                apply (eq_eq _ (rsum D' (fun l' => pd (at2 W_r i l) (fun W_r' => W_r' j' l' * x l'))) _).
                { rule_same (diff_sum (at2 W_r i l) D' (fun k W_r' => W_r' j' k * x k) (fun k => true)). }
                apply rsum_ext; intros l' ?; cbv beta.
                apply (eq_eq _ (pd (at2 W_r i l) (fun W_r' => x l' * W_r' j' l')) _).
                { apply pd_ext.
                  intros W_r'; cbv beta.
                  arith. }
                apply (eq_eq _ (x l' * pd (at2 W_r i l) (fun W_r' => W_r' j' l')) _).
                { assert (pd (at2 W_r i l) (fun W_r' => x l') = 0).
                  { apply constant. }
                  rule (diff_scale (at2 W_r i l) (fun W_r' => x l') (fun W_r' => W_r' j' l')). }
                apply (eq_eq _ (x l' * (delta j' i * delta l' l)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply constant. }
            apply (eq_eq _ (rsum D' (fun l' => x l' * delta j' i * delta l' l)) _).
            { arith. }
            rule (shared_17 j' i l). }
          apply (eq_eq _ (rsum H' (fun i => delta j' i * rsum D' (fun l => x l * W_r_dot i l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            apply (eq_eq _ (rsum D' (fun l => delta j' i * x l * W_r_dot i l)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum D' (fun k => delta j' i * x k * W_r_dot i k)) _); [ same | ].
            apply (eq_eq _ (delta j' i * rsum D' (fun k => x k * W_r_dot i k)) _); [ | same ].
            rule_same (sum_factor D' (delta j' i) (fun l => x l * W_r_dot i l) (fun l => true)). }
          apply (eq_eq _ (rsum H' (fun i => delta j' i * rsum D' (fun l => W_r_dot i l * x l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            refine (f_equal2 Rmult eq_refl _).
            apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun i => delta i j' * rsum D' (fun l => W_r_dot i l * x l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * rsum D' (fun l => W_r_dot k l * x l))) _); [ same | ].
          apply (eq_eq _ (rsum D' (fun l => W_r_dot j' l * x l)) _).
          { rule (sum_delta H' (fun i => rsum D' (fun l => W_r_dot i l * x l)) j'). }
          reflexivity. }
        { apply (eq_eq _ (rsum D' (fun i => pd (at1 x i) (fun x' => u_r_of D' H' W_r x' U_r h b_r j') * x_dot i)) _).
          { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => u_r_of D' H' W_r x' U_r h b_r j') (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply rsum_ext; intros i ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W_r j' d * x' d) + rsum H' (fun k => U_r j' k * h k) + b_r j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W_r j' d * x' d)) + pd (at1 x i) (fun x' => rsum H' (fun k => U_r j' k * h k) + b_r j')) _).
          { rule_same (diff_add (at1 x i) (fun x' => rsum D' (fun d => W_r j' d * x' d)) (fun x' => rsum H' (fun k => U_r j' k * h k) + b_r j')). }
          apply (eq_eq _ (rsum D' (fun k => W_r j' k * delta k i) + 0) _).
          { refine (f_equal2 Rplus _ _).
            { apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => W_r j' k * x' k))) _); [ same | ].
              apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => W_r j' k * x' k))) _).
              { rule (diff_sum (at1 x i) D' (fun k x' => W_r j' k * x' k) (fun k => true)). }
              apply rsum_ext; intros k ?; cbv beta.
              apply (eq_eq _ (pd (at1 x i) (fun x' => W_r j' k * x' k)) _).
              { reflexivity. }
              apply (eq_eq _ (W_r j' k * pd (at1 x i) (fun x' => x' k)) _).
              { assert (pd (at1 x i) (fun x' => W_r j' k) = 0).
                { apply constant. }
                rule (diff_scale (at1 x i) (fun x' => W_r j' k) (fun x' => x' k)). }
              refine (f_equal2 Rmult eq_refl _).
              apply variable1. }
            apply constant. }
          apply (eq_eq _ (rsum D' (fun k => W_r j' k * delta k i)) _).
          { arith. }
          apply (eq_eq _ (rsum D' (fun k => delta k i * W_r j' k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_delta D' (fun k => W_r j' k) i). }
        { apply (eq_eq _ (rsum H' (fun i => rsum H' (fun l => pd (at2 U_r i l) (fun U_r' => u_r_of D' H' W_r x U_r' h b_r j') * U_r_dot i l))) _).
          { refine (eq_trans (chain2_at (at0 0) H' H' U_r (fun U_r' => u_r_of D' H' W_r x U_r' h b_r j') (fun t => (line2 U_r U_r_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum H' (fun i => rsum H' (fun l => h l * delta j' i * U_r_dot i l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ ((h l * delta j' i) * U_r_dot i l) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 U_r i l) (fun U_r' => rsum D' (fun d => W_r j' d * x d) + rsum H' (fun k => U_r' j' k * h k) + b_r j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at2 U_r i l) (fun U_r' => rsum D' (fun d => W_r j' d * x d) + rsum H' (fun l' => U_r' j' l' * h l') + b_r j')) _); [ same | ].
            apply (eq_eq _ (pd (at2 U_r i l) (fun U_r' => rsum D' (fun d => W_r j' d * x d)) + pd (at2 U_r i l) (fun U_r' => rsum H' (fun l' => U_r' j' l' * h l') + b_r j')) _).
            { rule_same (diff_add (at2 U_r i l) (fun U_r' => rsum D' (fun d => W_r j' d * x d)) (fun U_r' => rsum H' (fun l' => U_r' j' l' * h l') + b_r j')). }
            apply (eq_eq _ (0 + rsum H' (fun l' => h l' * delta j' i * delta l' l) + 0) _).
            { apply (eq_eq _ (0 + (rsum H' (fun l' => h l' * delta j' i * delta l' l) + 0)) _); [ | same ].
              refine (f_equal2 Rplus _ _).
              { apply constant. }
              apply (eq_eq _ (pd (at2 U_r i l) (fun U_r' => rsum H' (fun l' => U_r' j' l' * h l')) + pd (at2 U_r i l) (fun U_r' => b_r j')) _).
              { rule (diff_add (at2 U_r i l) (fun U_r' => rsum H' (fun l' => U_r' j' l' * h l')) (fun U_r' => b_r j')). }
              refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at2 U_r i l) (fun U_r' => rsum H' (fun k => U_r' j' k * h k))) _); [ same | ].
                apply (eq_eq _ (rsum H' (fun l' => pd (at2 U_r i l) (fun U_r' => U_r' j' l' * h l'))) _).
                { rule_same (diff_sum (at2 U_r i l) H' (fun k U_r' => U_r' j' k * h k) (fun k => true)). }
                apply rsum_ext; intros l' ?; cbv beta.
                apply (eq_eq _ (pd (at2 U_r i l) (fun U_r' => h l' * U_r' j' l')) _).
                { apply pd_ext.
                  intros U_r'; cbv beta.
                  arith. }
                apply (eq_eq _ (h l' * pd (at2 U_r i l) (fun U_r' => U_r' j' l')) _).
                { assert (pd (at2 U_r i l) (fun U_r' => h l') = 0).
                  { apply constant. }
                  rule (diff_scale (at2 U_r i l) (fun U_r' => h l') (fun U_r' => U_r' j' l')). }
                apply (eq_eq _ (h l' * (delta j' i * delta l' l)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply constant. }
            apply (eq_eq _ (rsum H' (fun l' => h l' * delta j' i * delta l' l)) _).
            { arith. }
            rule (shared_18 j' i l). }
          apply (eq_eq _ (rsum H' (fun i => delta j' i * rsum H' (fun l => h l * U_r_dot i l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            apply (eq_eq _ (rsum H' (fun l => delta j' i * h l * U_r_dot i l)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum H' (fun k => delta j' i * h k * U_r_dot i k)) _); [ same | ].
            apply (eq_eq _ (delta j' i * rsum H' (fun k => h k * U_r_dot i k)) _); [ | same ].
            rule_same (sum_factor H' (delta j' i) (fun l => h l * U_r_dot i l) (fun l => true)). }
          apply (eq_eq _ (rsum H' (fun i => delta j' i * rsum H' (fun l => U_r_dot i l * h l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            refine (f_equal2 Rmult eq_refl _).
            apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun i => delta i j' * rsum H' (fun l => U_r_dot i l * h l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * rsum H' (fun l => U_r_dot k l * h l))) _); [ same | ].
          apply (eq_eq _ (rsum H' (fun l => U_r_dot j' l * h l)) _).
          { rule (sum_delta H' (fun i => rsum H' (fun l => U_r_dot i l * h l)) j'). }
          reflexivity. }
        { apply (eq_eq _ (rsum H' (fun i => pd (at1 h i) (fun h' => u_r_of D' H' W_r x U_r h' b_r j') * h_dot i)) _).
          { refine (eq_trans (chain1_at (at0 0) H' h (fun h' => u_r_of D' H' W_r x U_r h' b_r j') (fun t => (line1 h h_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply rsum_ext; intros i ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 h i) (fun h' => rsum D' (fun d => W_r j' d * x d) + rsum H' (fun k => U_r j' k * h' k) + b_r j')) _).
          { reflexivity. }
          apply (eq_eq _ (0 + rsum H' (fun k => U_r j' k * delta k i) + 0) _).
          { rule (shared_7 j' i). }
          apply (eq_eq _ (rsum H' (fun k => U_r j' k * delta k i)) _).
          { arith. }
          rule (shared_11 j' i). }
        apply (eq_eq _ (rsum H' (fun i => pd (at1 b_r i) (fun b_r' => u_r_of D' H' W_r x U_r h b_r' j') * b_r_dot i)) _).
        { refine (eq_trans (chain1_at (at0 0) H' b_r (fun b_r' => u_r_of D' H' W_r x U_r h b_r' j') (fun t => (line1 b_r b_r_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1; hyp. }
        apply (eq_eq _ (rsum H' (fun i => delta j' i * b_r_dot i)) _).
        { apply rsum_ext; intros i ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 b_r i) (fun b_r' => rsum D' (fun d => W_r j' d * x d) + rsum H' (fun k => U_r j' k * h k) + b_r' j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 b_r i) (fun b_r' => rsum D' (fun d => W_r j' d * x d)) + pd (at1 b_r i) (fun b_r' => rsum H' (fun k => U_r j' k * h k) + b_r' j')) _).
          { rule_same (diff_add (at1 b_r i) (fun b_r' => rsum D' (fun d => W_r j' d * x d)) (fun b_r' => rsum H' (fun k => U_r j' k * h k) + b_r' j')). }
          apply (eq_eq _ (0 + 0 + delta j' i) _).
          { apply (eq_eq _ (0 + (0 + delta j' i)) _); [ | same ].
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply (eq_eq _ (pd (at1 b_r i) (fun b_r' => rsum H' (fun k => U_r j' k * h k)) + pd (at1 b_r i) (fun b_r' => b_r' j')) _).
            { rule (diff_add (at1 b_r i) (fun b_r' => rsum H' (fun k => U_r j' k * h k)) (fun b_r' => b_r' j')). }
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply variable1. }
          arith. }
        apply (eq_eq _ (rsum H' (fun i => delta i j' * b_r_dot i)) _).
        { apply rsum_ext; intros i ?; cbv beta.
          same. }
        apply (eq_eq _ (rsum H' (fun k => delta k j' * b_r_dot k)) _); [ same | ].
        rule (sum_delta H' (fun i => b_r_dot i) j'). }
      reflexivity. }
    assert (moves_u_z : forall j', (j' < H')%nat -> pd (at0 0) (fun t => u_z_of D' H' (line2 W_z W_z_dot t) (line1 x x_dot t) (line2 U_z U_z_dot t) (line1 h h_dot t) (line1 b_z b_z_dot t) j') = u_z_dot j').
    { intros j' ?.
      apply (eq_eq _ (rsum D' (fun i => W_z j' i * x_dot i) + rsum H' (fun i => U_z j' i * h_dot i) + rsum D' (fun l => W_z_dot j' l * x l) + rsum H' (fun l => U_z_dot j' l * h l) + b_z_dot j') _).
      { apply (eq_eq _ (pd (at0 0) (fun t => u_z_of D' H' W_z (line1 x x_dot t) U_z h b_z j') + pd (at0 0) (fun t => u_z_of D' H' W_z x U_z (line1 h h_dot t) b_z j') + pd (at0 0) (fun t => u_z_of D' H' (line2 W_z W_z_dot t) x U_z h b_z j') + pd (at0 0) (fun t => u_z_of D' H' W_z x (line2 U_z U_z_dot t) h b_z j') + pd (at0 0) (fun t => u_z_of D' H' W_z x U_z h (line1 b_z b_z_dot t) j')) _).
        { refine (eq_trans (apart (at0 0) 5 (fun each => u_z_of D' H' (line2 W_z W_z_dot (each 2%nat)) (line1 x x_dot (each 0%nat)) (line2 U_z U_z_dot (each 3%nat)) (line1 h h_dot (each 1%nat)) (line1 b_z b_z_dot (each 4%nat)) j') _) _); [ dsm | ].
          cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
        refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _) _).
        { apply (eq_eq _ (rsum D' (fun i => pd (at1 x i) (fun x' => u_z_of D' H' W_z x' U_z h b_z j') * x_dot i)) _).
          { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => u_z_of D' H' W_z x' U_z h b_z j') (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply rsum_ext; intros i ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W_z j' d * x' d) + rsum H' (fun k => U_z j' k * h k) + b_z j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W_z j' d * x' d)) + pd (at1 x i) (fun x' => rsum H' (fun k => U_z j' k * h k) + b_z j')) _).
          { rule_same (diff_add (at1 x i) (fun x' => rsum D' (fun d => W_z j' d * x' d)) (fun x' => rsum H' (fun k => U_z j' k * h k) + b_z j')). }
          apply (eq_eq _ (rsum D' (fun k => W_z j' k * delta k i) + 0) _).
          { refine (f_equal2 Rplus _ _).
            { apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => W_z j' k * x' k))) _); [ same | ].
              apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => W_z j' k * x' k))) _).
              { rule (diff_sum (at1 x i) D' (fun k x' => W_z j' k * x' k) (fun k => true)). }
              apply rsum_ext; intros k ?; cbv beta.
              apply (eq_eq _ (pd (at1 x i) (fun x' => W_z j' k * x' k)) _).
              { reflexivity. }
              apply (eq_eq _ (W_z j' k * pd (at1 x i) (fun x' => x' k)) _).
              { assert (pd (at1 x i) (fun x' => W_z j' k) = 0).
                { apply constant. }
                rule (diff_scale (at1 x i) (fun x' => W_z j' k) (fun x' => x' k)). }
              refine (f_equal2 Rmult eq_refl _).
              apply variable1. }
            apply constant. }
          apply (eq_eq _ (rsum D' (fun k => W_z j' k * delta k i)) _).
          { arith. }
          apply (eq_eq _ (rsum D' (fun k => delta k i * W_z j' k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_delta D' (fun k => W_z j' k) i). }
        { apply (eq_eq _ (rsum H' (fun i => pd (at1 h i) (fun h' => u_z_of D' H' W_z x U_z h' b_z j') * h_dot i)) _).
          { refine (eq_trans (chain1_at (at0 0) H' h (fun h' => u_z_of D' H' W_z x U_z h' b_z j') (fun t => (line1 h h_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply rsum_ext; intros i ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 h i) (fun h' => rsum D' (fun d => W_z j' d * x d) + rsum H' (fun k => U_z j' k * h' k) + b_z j')) _).
          { reflexivity. }
          apply (eq_eq _ (0 + rsum H' (fun k => U_z j' k * delta k i) + 0) _).
          { rule (shared_5 j' i). }
          apply (eq_eq _ (rsum H' (fun k => U_z j' k * delta k i)) _).
          { arith. }
          rule (shared_10 j' i). }
        { apply (eq_eq _ (rsum H' (fun i => rsum D' (fun l => pd (at2 W_z i l) (fun W_z' => u_z_of D' H' W_z' x U_z h b_z j') * W_z_dot i l))) _).
          { refine (eq_trans (chain2_at (at0 0) H' D' W_z (fun W_z' => u_z_of D' H' W_z' x U_z h b_z j') (fun t => (line2 W_z W_z_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum H' (fun i => rsum D' (fun l => x l * delta j' i * W_z_dot i l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ ((x l * delta j' i) * W_z_dot i l) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 W_z i l) (fun W_z' => rsum D' (fun d => W_z' j' d * x d) + rsum H' (fun k => U_z j' k * h k) + b_z j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at2 W_z i l) (fun W_z' => rsum D' (fun d => W_z' j' d * x d) + rsum H' (fun l' => U_z j' l' * h l') + b_z j')) _); [ same | ].
            apply (eq_eq _ (pd (at2 W_z i l) (fun W_z' => rsum D' (fun d => W_z' j' d * x d)) + pd (at2 W_z i l) (fun W_z' => rsum H' (fun l' => U_z j' l' * h l') + b_z j')) _).
            { rule_same (diff_add (at2 W_z i l) (fun W_z' => rsum D' (fun d => W_z' j' d * x d)) (fun W_z' => rsum H' (fun l' => U_z j' l' * h l') + b_z j')). }
            apply (eq_eq _ (rsum D' (fun l' => x l' * delta j' i * delta l' l) + 0) _).
            { refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at2 W_z i l) (fun W_z' => rsum D' (fun k => W_z' j' k * x k))) _); [ same | ].
                apply (eq_eq _ (rsum D' (fun l' => pd (at2 W_z i l) (fun W_z' => W_z' j' l' * x l'))) _).
                { rule_same (diff_sum (at2 W_z i l) D' (fun k W_z' => W_z' j' k * x k) (fun k => true)). }
                apply rsum_ext; intros l' ?; cbv beta.
                apply (eq_eq _ (pd (at2 W_z i l) (fun W_z' => x l' * W_z' j' l')) _).
                { apply pd_ext.
                  intros W_z'; cbv beta.
                  arith. }
                apply (eq_eq _ (x l' * pd (at2 W_z i l) (fun W_z' => W_z' j' l')) _).
                { assert (pd (at2 W_z i l) (fun W_z' => x l') = 0).
                  { apply constant. }
                  rule (diff_scale (at2 W_z i l) (fun W_z' => x l') (fun W_z' => W_z' j' l')). }
                apply (eq_eq _ (x l' * (delta j' i * delta l' l)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply constant. }
            apply (eq_eq _ (rsum D' (fun l' => x l' * delta j' i * delta l' l)) _).
            { arith. }
            rule (shared_17 j' i l). }
          apply (eq_eq _ (rsum H' (fun i => delta j' i * rsum D' (fun l => x l * W_z_dot i l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            apply (eq_eq _ (rsum D' (fun l => delta j' i * x l * W_z_dot i l)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum D' (fun k => delta j' i * x k * W_z_dot i k)) _); [ same | ].
            apply (eq_eq _ (delta j' i * rsum D' (fun k => x k * W_z_dot i k)) _); [ | same ].
            rule_same (sum_factor D' (delta j' i) (fun l => x l * W_z_dot i l) (fun l => true)). }
          apply (eq_eq _ (rsum H' (fun i => delta j' i * rsum D' (fun l => W_z_dot i l * x l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            refine (f_equal2 Rmult eq_refl _).
            apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun i => delta i j' * rsum D' (fun l => W_z_dot i l * x l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * rsum D' (fun l => W_z_dot k l * x l))) _); [ same | ].
          apply (eq_eq _ (rsum D' (fun l => W_z_dot j' l * x l)) _).
          { rule (sum_delta H' (fun i => rsum D' (fun l => W_z_dot i l * x l)) j'). }
          reflexivity. }
        { apply (eq_eq _ (rsum H' (fun i => rsum H' (fun l => pd (at2 U_z i l) (fun U_z' => u_z_of D' H' W_z x U_z' h b_z j') * U_z_dot i l))) _).
          { refine (eq_trans (chain2_at (at0 0) H' H' U_z (fun U_z' => u_z_of D' H' W_z x U_z' h b_z j') (fun t => (line2 U_z U_z_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum H' (fun i => rsum H' (fun l => h l * delta j' i * U_z_dot i l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ ((h l * delta j' i) * U_z_dot i l) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 U_z i l) (fun U_z' => rsum D' (fun d => W_z j' d * x d) + rsum H' (fun k => U_z' j' k * h k) + b_z j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at2 U_z i l) (fun U_z' => rsum D' (fun d => W_z j' d * x d) + rsum H' (fun l' => U_z' j' l' * h l') + b_z j')) _); [ same | ].
            apply (eq_eq _ (pd (at2 U_z i l) (fun U_z' => rsum D' (fun d => W_z j' d * x d)) + pd (at2 U_z i l) (fun U_z' => rsum H' (fun l' => U_z' j' l' * h l') + b_z j')) _).
            { rule_same (diff_add (at2 U_z i l) (fun U_z' => rsum D' (fun d => W_z j' d * x d)) (fun U_z' => rsum H' (fun l' => U_z' j' l' * h l') + b_z j')). }
            apply (eq_eq _ (0 + rsum H' (fun l' => h l' * delta j' i * delta l' l) + 0) _).
            { apply (eq_eq _ (0 + (rsum H' (fun l' => h l' * delta j' i * delta l' l) + 0)) _); [ | same ].
              refine (f_equal2 Rplus _ _).
              { apply constant. }
              apply (eq_eq _ (pd (at2 U_z i l) (fun U_z' => rsum H' (fun l' => U_z' j' l' * h l')) + pd (at2 U_z i l) (fun U_z' => b_z j')) _).
              { rule (diff_add (at2 U_z i l) (fun U_z' => rsum H' (fun l' => U_z' j' l' * h l')) (fun U_z' => b_z j')). }
              refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at2 U_z i l) (fun U_z' => rsum H' (fun k => U_z' j' k * h k))) _); [ same | ].
                apply (eq_eq _ (rsum H' (fun l' => pd (at2 U_z i l) (fun U_z' => U_z' j' l' * h l'))) _).
                { rule_same (diff_sum (at2 U_z i l) H' (fun k U_z' => U_z' j' k * h k) (fun k => true)). }
                apply rsum_ext; intros l' ?; cbv beta.
                apply (eq_eq _ (pd (at2 U_z i l) (fun U_z' => h l' * U_z' j' l')) _).
                { apply pd_ext.
                  intros U_z'; cbv beta.
                  arith. }
                apply (eq_eq _ (h l' * pd (at2 U_z i l) (fun U_z' => U_z' j' l')) _).
                { assert (pd (at2 U_z i l) (fun U_z' => h l') = 0).
                  { apply constant. }
                  rule (diff_scale (at2 U_z i l) (fun U_z' => h l') (fun U_z' => U_z' j' l')). }
                apply (eq_eq _ (h l' * (delta j' i * delta l' l)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply constant. }
            apply (eq_eq _ (rsum H' (fun l' => h l' * delta j' i * delta l' l)) _).
            { arith. }
            rule (shared_18 j' i l). }
          apply (eq_eq _ (rsum H' (fun i => delta j' i * rsum H' (fun l => h l * U_z_dot i l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            apply (eq_eq _ (rsum H' (fun l => delta j' i * h l * U_z_dot i l)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum H' (fun k => delta j' i * h k * U_z_dot i k)) _); [ same | ].
            apply (eq_eq _ (delta j' i * rsum H' (fun k => h k * U_z_dot i k)) _); [ | same ].
            rule_same (sum_factor H' (delta j' i) (fun l => h l * U_z_dot i l) (fun l => true)). }
          apply (eq_eq _ (rsum H' (fun i => delta j' i * rsum H' (fun l => U_z_dot i l * h l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            refine (f_equal2 Rmult eq_refl _).
            apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun i => delta i j' * rsum H' (fun l => U_z_dot i l * h l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * rsum H' (fun l => U_z_dot k l * h l))) _); [ same | ].
          apply (eq_eq _ (rsum H' (fun l => U_z_dot j' l * h l)) _).
          { rule (sum_delta H' (fun i => rsum H' (fun l => U_z_dot i l * h l)) j'). }
          reflexivity. }
        apply (eq_eq _ (rsum H' (fun i => pd (at1 b_z i) (fun b_z' => u_z_of D' H' W_z x U_z h b_z' j') * b_z_dot i)) _).
        { refine (eq_trans (chain1_at (at0 0) H' b_z (fun b_z' => u_z_of D' H' W_z x U_z h b_z' j') (fun t => (line1 b_z b_z_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1; hyp. }
        apply (eq_eq _ (rsum H' (fun i => delta j' i * b_z_dot i)) _).
        { apply rsum_ext; intros i ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 b_z i) (fun b_z' => rsum D' (fun d => W_z j' d * x d) + rsum H' (fun k => U_z j' k * h k) + b_z' j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 b_z i) (fun b_z' => rsum D' (fun d => W_z j' d * x d)) + pd (at1 b_z i) (fun b_z' => rsum H' (fun k => U_z j' k * h k) + b_z' j')) _).
          { rule_same (diff_add (at1 b_z i) (fun b_z' => rsum D' (fun d => W_z j' d * x d)) (fun b_z' => rsum H' (fun k => U_z j' k * h k) + b_z' j')). }
          apply (eq_eq _ (0 + 0 + delta j' i) _).
          { apply (eq_eq _ (0 + (0 + delta j' i)) _); [ | same ].
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply (eq_eq _ (pd (at1 b_z i) (fun b_z' => rsum H' (fun k => U_z j' k * h k)) + pd (at1 b_z i) (fun b_z' => b_z' j')) _).
            { rule (diff_add (at1 b_z i) (fun b_z' => rsum H' (fun k => U_z j' k * h k)) (fun b_z' => b_z' j')). }
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply variable1. }
          arith. }
        apply (eq_eq _ (rsum H' (fun i => delta i j' * b_z_dot i)) _).
        { apply rsum_ext; intros i ?; cbv beta.
          same. }
        apply (eq_eq _ (rsum H' (fun k => delta k j' * b_z_dot k)) _); [ same | ].
        rule (sum_delta H' (fun i => b_z_dot i) j'). }
      reflexivity. }
    assert (moves_s : forall j', (j' < H')%nat -> pd (at0 0) (fun t => s_of H' (line2 U_n U_n_dot t) (line1 h h_dot t) (line1 c_n c_n_dot t) j') = s_dot j').
    { intros j' ?.
      apply (eq_eq _ (rsum H' (fun i => U_n j' i * h_dot i) + rsum H' (fun l => U_n_dot j' l * h l) + c_n_dot j') _).
      { apply (eq_eq _ (pd (at0 0) (fun t => s_of H' U_n (line1 h h_dot t) c_n j') + pd (at0 0) (fun t => s_of H' (line2 U_n U_n_dot t) h c_n j') + pd (at0 0) (fun t => s_of H' U_n h (line1 c_n c_n_dot t) j')) _).
        { refine (eq_trans (apart (at0 0) 3 (fun each => s_of H' (line2 U_n U_n_dot (each 1%nat)) (line1 h h_dot (each 0%nat)) (line1 c_n c_n_dot (each 2%nat)) j') _) _); [ dsm | ].
          cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
        refine (f_equal2 Rplus (f_equal2 Rplus _ _) _).
        { apply (eq_eq _ (rsum H' (fun i => pd (at1 h i) (fun h' => s_of H' U_n h' c_n j') * h_dot i)) _).
          { refine (eq_trans (chain1_at (at0 0) H' h (fun h' => s_of H' U_n h' c_n j') (fun t => (line1 h h_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply rsum_ext; intros i ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 h i) (fun h' => rsum H' (fun k => U_n j' k * h' k) + c_n j')) _).
          { reflexivity. }
          apply (eq_eq _ (rsum H' (fun k => U_n j' k * delta k i) + 0) _).
          { rule (shared_8 j' i). }
          apply (eq_eq _ (rsum H' (fun k => U_n j' k * delta k i)) _).
          { arith. }
          rule (shared_12 j' i). }
        { apply (eq_eq _ (rsum H' (fun i => rsum H' (fun l => pd (at2 U_n i l) (fun U_n' => s_of H' U_n' h c_n j') * U_n_dot i l))) _).
          { refine (eq_trans (chain2_at (at0 0) H' H' U_n (fun U_n' => s_of H' U_n' h c_n j') (fun t => (line2 U_n U_n_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum H' (fun i => rsum H' (fun l => h l * delta j' i * U_n_dot i l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ ((h l * delta j' i) * U_n_dot i l) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 U_n i l) (fun U_n' => rsum H' (fun k => U_n' j' k * h k) + c_n j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at2 U_n i l) (fun U_n' => rsum H' (fun l' => U_n' j' l' * h l') + c_n j')) _); [ same | ].
            apply (eq_eq _ (pd (at2 U_n i l) (fun U_n' => rsum H' (fun l' => U_n' j' l' * h l')) + pd (at2 U_n i l) (fun U_n' => c_n j')) _).
            { rule (diff_add (at2 U_n i l) (fun U_n' => rsum H' (fun l' => U_n' j' l' * h l')) (fun U_n' => c_n j')). }
            apply (eq_eq _ (rsum H' (fun l' => h l' * delta j' i * delta l' l) + 0) _).
            { refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at2 U_n i l) (fun U_n' => rsum H' (fun k => U_n' j' k * h k))) _); [ same | ].
                apply (eq_eq _ (rsum H' (fun l' => pd (at2 U_n i l) (fun U_n' => U_n' j' l' * h l'))) _).
                { rule_same (diff_sum (at2 U_n i l) H' (fun k U_n' => U_n' j' k * h k) (fun k => true)). }
                apply rsum_ext; intros l' ?; cbv beta.
                apply (eq_eq _ (pd (at2 U_n i l) (fun U_n' => h l' * U_n' j' l')) _).
                { apply pd_ext.
                  intros U_n'; cbv beta.
                  arith. }
                apply (eq_eq _ (h l' * pd (at2 U_n i l) (fun U_n' => U_n' j' l')) _).
                { assert (pd (at2 U_n i l) (fun U_n' => h l') = 0).
                  { apply constant. }
                  rule (diff_scale (at2 U_n i l) (fun U_n' => h l') (fun U_n' => U_n' j' l')). }
                apply (eq_eq _ (h l' * (delta j' i * delta l' l)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply constant. }
            apply (eq_eq _ (rsum H' (fun l' => h l' * delta j' i * delta l' l)) _).
            { arith. }
            rule (shared_18 j' i l). }
          apply (eq_eq _ (rsum H' (fun i => delta j' i * rsum H' (fun l => h l * U_n_dot i l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            apply (eq_eq _ (rsum H' (fun l => delta j' i * h l * U_n_dot i l)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum H' (fun k => delta j' i * h k * U_n_dot i k)) _); [ same | ].
            apply (eq_eq _ (delta j' i * rsum H' (fun k => h k * U_n_dot i k)) _); [ | same ].
            rule_same (sum_factor H' (delta j' i) (fun l => h l * U_n_dot i l) (fun l => true)). }
          apply (eq_eq _ (rsum H' (fun i => delta j' i * rsum H' (fun l => U_n_dot i l * h l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            refine (f_equal2 Rmult eq_refl _).
            apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun i => delta i j' * rsum H' (fun l => U_n_dot i l * h l))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * rsum H' (fun l => U_n_dot k l * h l))) _); [ same | ].
          apply (eq_eq _ (rsum H' (fun l => U_n_dot j' l * h l)) _).
          { rule (sum_delta H' (fun i => rsum H' (fun l => U_n_dot i l * h l)) j'). }
          reflexivity. }
        apply (eq_eq _ (rsum H' (fun i => pd (at1 c_n i) (fun c_n' => s_of H' U_n h c_n' j') * c_n_dot i)) _).
        { refine (eq_trans (chain1_at (at0 0) H' c_n (fun c_n' => s_of H' U_n h c_n' j') (fun t => (line1 c_n c_n_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1; hyp. }
        apply (eq_eq _ (rsum H' (fun i => delta j' i * c_n_dot i)) _).
        { apply rsum_ext; intros i ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 c_n i) (fun c_n' => rsum H' (fun k => U_n j' k * h k) + c_n' j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 c_n i) (fun c_n' => rsum H' (fun k => U_n j' k * h k)) + pd (at1 c_n i) (fun c_n' => c_n' j')) _).
          { rule (diff_add (at1 c_n i) (fun c_n' => rsum H' (fun k => U_n j' k * h k)) (fun c_n' => c_n' j')). }
          apply (eq_eq _ (0 + delta j' i) _).
          { refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply variable1. }
          arith. }
        apply (eq_eq _ (rsum H' (fun i => delta i j' * c_n_dot i)) _).
        { apply rsum_ext; intros i ?; cbv beta.
          same. }
        apply (eq_eq _ (rsum H' (fun k => delta k j' * c_n_dot k)) _); [ same | ].
        rule (sum_delta H' (fun i => c_n_dot i) j'). }
      reflexivity. }
    assert (moves_u_n : forall j', (j' < H')%nat -> pd (at0 0) (fun t => u_n_of D' (line2 W_n W_n_dot t) (line1 x x_dot t) (line1 b_n b_n_dot t) (r_of (u_r_of D' H' (line2 W_r W_r_dot t) (line1 x x_dot t) (line2 U_r U_r_dot t) (line1 h h_dot t) (line1 b_r b_r_dot t))) (s_of H' (line2 U_n U_n_dot t) (line1 h h_dot t) (line1 c_n c_n_dot t)) j') = u_n_dot j').
    { intros j' ?.
      apply (eq_eq _ (rsum D' (fun i => W_n j' i * x_dot i) + rsum D' (fun k => W_n_dot j' k * x k) + b_n_dot j' + s j' * r j' * (1 - r j') * u_r_dot j' + r j' * s_dot j') _).
      { apply (eq_eq _ (pd (at0 0) (fun t => u_n_of D' W_n (line1 x x_dot t) b_n r s j') + pd (at0 0) (fun t => u_n_of D' (line2 W_n W_n_dot t) x b_n r s j') + pd (at0 0) (fun t => u_n_of D' W_n x (line1 b_n b_n_dot t) r s j') + pd (at0 0) (fun t => u_n_of D' W_n x b_n (r_of (u_r_of D' H' (line2 W_r W_r_dot t) (line1 x x_dot t) (line2 U_r U_r_dot t) (line1 h h_dot t) (line1 b_r b_r_dot t))) s j') + pd (at0 0) (fun t => u_n_of D' W_n x b_n r (s_of H' (line2 U_n U_n_dot t) (line1 h h_dot t) (line1 c_n c_n_dot t)) j')) _).
        { refine (eq_trans (apart (at0 0) 5 (fun each => u_n_of D' (line2 W_n W_n_dot (each 1%nat)) (line1 x x_dot (each 0%nat)) (line1 b_n b_n_dot (each 2%nat)) (r_of (u_r_of D' H' (line2 W_r W_r_dot (each 3%nat)) (line1 x x_dot (each 3%nat)) (line2 U_r U_r_dot (each 3%nat)) (line1 h h_dot (each 3%nat)) (line1 b_r b_r_dot (each 3%nat)))) (s_of H' (line2 U_n U_n_dot (each 4%nat)) (line1 h h_dot (each 4%nat)) (line1 c_n c_n_dot (each 4%nat))) j') _) _); [ dsm | ].
          cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
        refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _) _).
        { apply (eq_eq _ (rsum D' (fun i => pd (at1 x i) (fun x' => u_n_of D' W_n x' b_n r s j') * x_dot i)) _).
          { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => u_n_of D' W_n x' b_n r s j') (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply rsum_ext; intros i ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W_n j' d * x' d) + b_n j' + r j' * s j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W_n j' d * x' d)) + pd (at1 x i) (fun x' => b_n j' + r j' * s j')) _).
          { rule_same (diff_add (at1 x i) (fun x' => rsum D' (fun d => W_n j' d * x' d)) (fun x' => b_n j' + r j' * s j')). }
          apply (eq_eq _ (rsum D' (fun k => W_n j' k * delta k i) + 0) _).
          { refine (f_equal2 Rplus _ _).
            { apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => W_n j' k * x' k))) _); [ same | ].
              apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => W_n j' k * x' k))) _).
              { rule (diff_sum (at1 x i) D' (fun k x' => W_n j' k * x' k) (fun k => true)). }
              apply rsum_ext; intros k ?; cbv beta.
              apply (eq_eq _ (pd (at1 x i) (fun x' => W_n j' k * x' k)) _).
              { reflexivity. }
              apply (eq_eq _ (W_n j' k * pd (at1 x i) (fun x' => x' k)) _).
              { assert (pd (at1 x i) (fun x' => W_n j' k) = 0).
                { apply constant. }
                rule (diff_scale (at1 x i) (fun x' => W_n j' k) (fun x' => x' k)). }
              refine (f_equal2 Rmult eq_refl _).
              apply variable1. }
            apply constant. }
          apply (eq_eq _ (rsum D' (fun k => W_n j' k * delta k i)) _).
          { arith. }
          apply (eq_eq _ (rsum D' (fun k => delta k i * W_n j' k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_delta D' (fun k => W_n j' k) i). }
        { apply (eq_eq _ (rsum H' (fun i => rsum D' (fun k => pd (at2 W_n i k) (fun W_n' => u_n_of D' W_n' x b_n r s j') * W_n_dot i k))) _).
          { refine (eq_trans (chain2_at (at0 0) H' D' W_n (fun W_n' => u_n_of D' W_n' x b_n r s j') (fun t => (line2 W_n W_n_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum H' (fun i => rsum D' (fun k => x k * delta j' i * W_n_dot i k))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            apply rsum_ext; intros k ?; cbv beta.
            apply (eq_eq _ ((x k * delta j' i) * W_n_dot i k) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 W_n i k) (fun W_n' => rsum D' (fun d => W_n' j' d * x d) + b_n j' + r j' * s j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at2 W_n i k) (fun W_n' => rsum D' (fun d => W_n' j' d * x d)) + pd (at2 W_n i k) (fun W_n' => b_n j' + r j' * s j')) _).
            { rule_same (diff_add (at2 W_n i k) (fun W_n' => rsum D' (fun d => W_n' j' d * x d)) (fun W_n' => b_n j' + r j' * s j')). }
            apply (eq_eq _ (rsum D' (fun l => x l * delta j' i * delta l k) + 0) _).
            { refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at2 W_n i k) (fun W_n' => rsum D' (fun k' => W_n' j' k' * x k'))) _); [ same | ].
                apply (eq_eq _ (rsum D' (fun l => pd (at2 W_n i k) (fun W_n' => W_n' j' l * x l))) _).
                { rule_same (diff_sum (at2 W_n i k) D' (fun k' W_n' => W_n' j' k' * x k') (fun k' => true)). }
                apply rsum_ext; intros l ?; cbv beta.
                apply (eq_eq _ (pd (at2 W_n i k) (fun W_n' => x l * W_n' j' l)) _).
                { apply pd_ext.
                  intros W_n'; cbv beta.
                  arith. }
                apply (eq_eq _ (x l * pd (at2 W_n i k) (fun W_n' => W_n' j' l)) _).
                { assert (pd (at2 W_n i k) (fun W_n' => x l) = 0).
                  { apply constant. }
                  rule (diff_scale (at2 W_n i k) (fun W_n' => x l) (fun W_n' => W_n' j' l)). }
                apply (eq_eq _ (x l * (delta j' i * delta l k)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply constant. }
            apply (eq_eq _ (rsum D' (fun l => x l * delta j' i * delta l k)) _).
            { arith. }
            apply (eq_eq _ (rsum D' (fun l => delta l k * x l * delta j' i)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            rule_same (sum_delta D' (fun l => x l * delta j' i) k). }
          apply (eq_eq _ (rsum H' (fun i => delta j' i * rsum D' (fun k => x k * W_n_dot i k))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            apply (eq_eq _ (rsum D' (fun k => delta j' i * x k * W_n_dot i k)) _).
            { apply rsum_ext; intros k ?; cbv beta.
              arith. }
            rule_same (sum_factor D' (delta j' i) (fun k => x k * W_n_dot i k) (fun k => true)). }
          apply (eq_eq _ (rsum H' (fun i => delta j' i * rsum D' (fun k => W_n_dot i k * x k))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            refine (f_equal2 Rmult eq_refl _).
            apply rsum_ext; intros k ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun i => delta i j' * rsum D' (fun k => W_n_dot i k * x k))) _).
          { apply rsum_ext; intros i ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * rsum D' (fun l => W_n_dot k l * x l))) _); [ same | ].
          apply (eq_eq _ (rsum D' (fun k => W_n_dot j' k * x k)) _).
          { rule (sum_delta H' (fun i => rsum D' (fun k => W_n_dot i k * x k)) j'). }
          reflexivity. }
        { apply (eq_eq _ (rsum H' (fun i => pd (at1 b_n i) (fun b_n' => u_n_of D' W_n x b_n' r s j') * b_n_dot i)) _).
          { refine (eq_trans (chain1_at (at0 0) H' b_n (fun b_n' => u_n_of D' W_n x b_n' r s j') (fun t => (line1 b_n b_n_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply (eq_eq _ (rsum H' (fun i => delta j' i * b_n_dot i)) _).
          { apply rsum_ext; intros i ?; cbv beta.
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at1 b_n i) (fun b_n' => rsum D' (fun d => W_n j' d * x d) + b_n' j' + r j' * s j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at1 b_n i) (fun b_n' => rsum D' (fun d => W_n j' d * x d)) + pd (at1 b_n i) (fun b_n' => b_n' j' + r j' * s j')) _).
            { rule_same (diff_add (at1 b_n i) (fun b_n' => rsum D' (fun d => W_n j' d * x d)) (fun b_n' => b_n' j' + r j' * s j')). }
            apply (eq_eq _ (0 + delta j' i + 0) _).
            { apply (eq_eq _ (0 + (delta j' i + 0)) _); [ | same ].
              refine (f_equal2 Rplus _ _).
              { apply constant. }
              apply (eq_eq _ (pd (at1 b_n i) (fun b_n' => b_n' j') + pd (at1 b_n i) (fun b_n' => r j' * s j')) _).
              { rule (diff_add (at1 b_n i) (fun b_n' => b_n' j') (fun b_n' => r j' * s j')). }
              refine (f_equal2 Rplus _ _).
              { apply variable1. }
              apply constant. }
            arith. }
          apply (eq_eq _ (rsum H' (fun i => delta i j' * b_n_dot i)) _).
          { apply rsum_ext; intros i ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * b_n_dot k)) _); [ same | ].
          rule (sum_delta H' (fun i => b_n_dot i) j'). }
        { apply (eq_eq _ (rsum H' (fun i => pd (at1 u_r i) (fun u_r' => u_n_of D' W_n x b_n (r_of u_r') s j') * u_r_dot i)) _).
          { refine (eq_trans (chain1_at (at0 0) H' u_r (fun u_r' => u_n_of D' W_n x b_n (r_of u_r') s j') (fun t => (u_r_of D' H' (line2 W_r W_r_dot t) (line1 x x_dot t) (line2 U_r U_r_dot t) (line1 h h_dot t) (line1 b_r b_r_dot t))) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply moves_u_r; hyp. }
          apply (eq_eq _ (rsum H' (fun i => s j' * r j' * delta j' i * (1 - r j') * u_r_dot i)) _).
          { assert (1 + exp (- u_r j') <> 0).
            { sgn. }
            apply rsum_ext; intros i ?; cbv beta.
            apply (eq_eq _ ((s j' * r j' * delta j' i * (1 - r j')) * u_r_dot i) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (rsum H' (fun k => pd (at1 r k) (fun r' => u_n_of D' W_n x b_n r' s j') * pd (at1 u_r i) (fun u_r' => r_of u_r' k))) _).
            { assert ((forall k, (k < H')%nat -> 1 + exp (- u_r k) <> 0)).
              { intros k ?.
                sgn. }
              assert (1 + exp (- u_r j') <> 0).
              { sgn. }
              apply (chain1 (at1 u_r i) H' (fun r' => u_n_of D' W_n x b_n r' s j') (fun u_r' => r_of u_r')); [ dsm | premise ]. }
            apply (eq_eq _ (rsum H' (fun k => s j' * delta j' k * r k * delta k i * (1 - r k))) _).
            { assert ((forall k, (k < H')%nat -> 1 + exp (- u_r k) <> 0)).
              { intros k ?.
                sgn. }
              apply rsum_ext; intros k ?; cbv beta.
              apply (eq_eq _ ((s j' * delta j' k) * (r k * delta k i * (1 - r k))) _); [ | same ].
              refine (f_equal2 Rmult _ _).
              { apply (eq_eq _ (pd (at1 r k) (fun r' => rsum D' (fun d => W_n j' d * x d) + b_n j' + r' j' * s j')) _).
                { reflexivity. }
                apply (eq_eq _ (pd (at1 r k) (fun r' => rsum D' (fun d => W_n j' d * x d)) + pd (at1 r k) (fun r' => b_n j' + r' j' * s j')) _).
                { rule_same (diff_add (at1 r k) (fun r' => rsum D' (fun d => W_n j' d * x d)) (fun r' => b_n j' + r' j' * s j')). }
                apply (eq_eq _ (0 + 0 + s j' * delta j' k) _).
                { apply (eq_eq _ (0 + (0 + s j' * delta j' k)) _); [ | same ].
                  refine (f_equal2 Rplus _ _).
                  { apply constant. }
                  apply (eq_eq _ (pd (at1 r k) (fun r' => b_n j') + pd (at1 r k) (fun r' => r' j' * s j')) _).
                  { rule (diff_add (at1 r k) (fun r' => b_n j') (fun r' => r' j' * s j')). }
                  refine (f_equal2 Rplus _ _).
                  { apply constant. }
                  apply (eq_eq _ (pd (at1 r k) (fun r' => s j' * r' j')) _).
                  { apply pd_ext.
                    intros r'; cbv beta.
                    arith. }
                  apply (eq_eq _ (s j' * pd (at1 r k) (fun r' => r' j')) _).
                  { assert (pd (at1 r k) (fun r' => s j') = 0).
                    { apply constant. }
                    rule (diff_scale (at1 r k) (fun r' => s j') (fun r' => r' j')). }
                  refine (f_equal2 Rmult eq_refl _).
                  apply variable1. }
                arith. }
              apply (eq_eq _ (pd (at1 u_r i) (fun u_r' => 1 / (1 + exp (- u_r' k)))) _).
              { reflexivity. }
              apply (eq_eq _ (- (pd (at1 u_r i) (fun u_r' => 1 + exp (- u_r' k)) / (1 + exp (- u_r k)) ^ 2)) _).
              { assert (1 + exp (- u_r k) <> 0).
                { sgn. }
                apply (eq_eq _ (- (1 / (1 + exp (- u_r k)) ^ 2 * pd (at1 u_r i) (fun u_r' => 1 + exp (- u_r' k)))) _).
                { assert (pd (at1 u_r i) (fun u_r' => 1) = 0).
                  { apply constant. }
                  rule (diff_inverse (at1 u_r i) (fun u_r' => 1) (fun u_r' => 1 + exp (- u_r' k))). }
                refine (f_equal Ropp _).
                fractions. }
              apply (eq_eq _ (- ((0 + exp (- u_r k) * (- delta k i)) / (1 + exp (- u_r k)) ^ 2)) _).
              { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
                apply (eq_eq _ (pd (at1 u_r i) (fun u_r' => 1) + pd (at1 u_r i) (fun u_r' => exp (- u_r' k))) _).
                { rule (diff_add (at1 u_r i) (fun u_r' => 1) (fun u_r' => exp (- u_r' k))). }
                refine (f_equal2 Rplus _ _).
                { apply constant. }
                apply (eq_eq _ (exp (- u_r k) * pd (at1 u_r i) (fun u_r' => - u_r' k)) _).
                { rule (diff_exp (at1 u_r i) (fun u_r' => - u_r' k)). }
                refine (f_equal2 Rmult eq_refl _).
                apply (eq_eq _ (- pd (at1 u_r i) (fun u_r' => u_r' k)) _).
                { rule (diff_neg (at1 u_r i) (fun u_r' => u_r' k)). }
                refine (f_equal Ropp _).
                apply variable1. }
              apply (eq_eq _ (- (- (exp (- u_r k) * delta k i / (1 + exp (- u_r k)) ^ 2))) _).
              { refine (f_equal Ropp _).
                apply (eq_eq _ ((- (exp (- u_r k) * delta k i)) / (1 + exp (- u_r k)) ^ 2) _); [ | same ].
                refine (f_equal2 Rdiv _ eq_refl).
                apply (eq_eq _ (0 - exp (- u_r k) * delta k i) _).
                { refine (f_equal2 Rplus eq_refl _).
                  arith. }
                arith. }
              apply (eq_eq _ (exp (- u_r k) * delta k i / (1 + exp (- u_r k)) ^ 2) _).
              { fractions. }
              apply (eq_eq _ (r k * delta k i - r k ^ 2 * delta k i) _).
              { assert (1 + exp (- u_r k) <> 0).
                { sgn. }
                apply (eq_eq _ (delta k i * exp (- u_r k) / (1 + exp (- u_r k)) ^ 2) _).
                { fractions. }
                symmetry.
                apply (eq_eq _ (1 / (1 + exp (- u_r k)) * delta k i - (1 / (1 + exp (- u_r k))) ^ 2 * delta k i) _).
                { reflexivity. }
                cancel. }
              apply (eq_eq _ (delta k i * r k - delta k i * r k ^ 2) _).
              { arith. }
              symmetry.
              arith. }
            apply (eq_eq _ (rsum H' (fun k => delta k j' * s j' * r k * delta k i * (1 - r k))) _).
            { apply rsum_ext; intros k ?; cbv beta.
              arith. }
            rule_same (sum_delta H' (fun k => s j' * r k * delta k i * (1 - r k)) j'). }
          apply (eq_eq _ (rsum H' (fun i => delta i j' * s j' * r j' * (1 - r j') * u_r_dot i)) _).
          { apply rsum_ext; intros i ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * s j' * r j' * (1 - r j') * u_r_dot k)) _); [ same | ].
          rule_same (sum_delta H' (fun i => s j' * r j' * (1 - r j') * u_r_dot i) j'). }
        apply (eq_eq _ (rsum H' (fun i => pd (at1 s i) (fun s' => u_n_of D' W_n x b_n r s' j') * s_dot i)) _).
        { refine (eq_trans (chain1_at (at0 0) H' s (fun s' => u_n_of D' W_n x b_n r s' j') (fun t => (s_of H' (line2 U_n U_n_dot t) (line1 h h_dot t) (line1 c_n c_n_dot t))) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply moves_s; hyp. }
        apply (eq_eq _ (rsum H' (fun i => r j' * delta j' i * s_dot i)) _).
        { apply rsum_ext; intros i ?; cbv beta.
          apply (eq_eq _ ((r j' * delta j' i) * s_dot i) _); [ | same ].
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 s i) (fun s' => rsum D' (fun d => W_n j' d * x d) + b_n j' + r j' * s' j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 s i) (fun s' => rsum D' (fun d => W_n j' d * x d)) + pd (at1 s i) (fun s' => b_n j' + r j' * s' j')) _).
          { rule_same (diff_add (at1 s i) (fun s' => rsum D' (fun d => W_n j' d * x d)) (fun s' => b_n j' + r j' * s' j')). }
          apply (eq_eq _ (0 + 0 + r j' * delta j' i) _).
          { apply (eq_eq _ (0 + (0 + r j' * delta j' i)) _); [ | same ].
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply (eq_eq _ (pd (at1 s i) (fun s' => b_n j') + pd (at1 s i) (fun s' => r j' * s' j')) _).
            { rule (diff_add (at1 s i) (fun s' => b_n j') (fun s' => r j' * s' j')). }
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply (eq_eq _ (pd (at1 s i) (fun s' => r j' * s' j')) _).
            { reflexivity. }
            apply (eq_eq _ (r j' * pd (at1 s i) (fun s' => s' j')) _).
            { assert (pd (at1 s i) (fun s' => r j') = 0).
              { apply constant. }
              rule (diff_scale (at1 s i) (fun s' => r j') (fun s' => s' j')). }
            refine (f_equal2 Rmult eq_refl _).
            apply variable1. }
          arith. }
        apply (eq_eq _ (rsum H' (fun i => delta i j' * r j' * s_dot i)) _).
        { apply rsum_ext; intros i ?; cbv beta.
          arith. }
        apply (eq_eq _ (rsum H' (fun k => delta k j' * r j' * s_dot k)) _); [ same | ].
        rule_same (sum_delta H' (fun i => r j' * s_dot i) j'). }
      reflexivity. }
    apply (eq_eq _ (pd (at0 0) (fun t => h_new_of z n (line1 h h_dot t) j) + pd (at0 0) (fun t => h_new_of (z_of (u_z_of D' H' (line2 W_z W_z_dot t) (line1 x x_dot t) (line2 U_z U_z_dot t) (line1 h h_dot t) (line1 b_z b_z_dot t))) n h j) + pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' (line2 W_n W_n_dot t) (line1 x x_dot t) (line1 b_n b_n_dot t) (r_of (u_r_of D' H' (line2 W_r W_r_dot t) (line1 x x_dot t) (line2 U_r U_r_dot t) (line1 h h_dot t) (line1 b_r b_r_dot t))) (s_of H' (line2 U_n U_n_dot t) (line1 h h_dot t) (line1 c_n c_n_dot t)))) h j)) _).
    { refine (eq_trans (apart (at0 0) 3 (fun each => h_new_of (z_of (u_z_of D' H' (line2 W_z W_z_dot (each 1%nat)) (line1 x x_dot (each 1%nat)) (line2 U_z U_z_dot (each 1%nat)) (line1 h h_dot (each 1%nat)) (line1 b_z b_z_dot (each 1%nat)))) (n_of (u_n_of D' (line2 W_n W_n_dot (each 2%nat)) (line1 x x_dot (each 2%nat)) (line1 b_n b_n_dot (each 2%nat)) (r_of (u_r_of D' H' (line2 W_r W_r_dot (each 2%nat)) (line1 x x_dot (each 2%nat)) (line2 U_r U_r_dot (each 2%nat)) (line1 h h_dot (each 2%nat)) (line1 b_r b_r_dot (each 2%nat)))) (s_of H' (line2 U_n U_n_dot (each 2%nat)) (line1 h h_dot (each 2%nat)) (line1 c_n c_n_dot (each 2%nat))))) (line1 h h_dot (each 0%nat)) j) _) _); [ dsm | ].
      cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
    refine (f_equal2 Rplus (f_equal2 Rplus _ _) _).
    { apply (eq_eq _ (rsum H' (fun i => pd (at1 h i) (fun h' => h_new_of z n h' j) * h_dot i)) _).
      { refine (eq_trans (chain1_at (at0 0) H' h (fun h' => h_new_of z n h' j) (fun t => (line1 h h_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity1; hyp. }
      exact (eq_eq _ _ _ jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_h_1_lemma jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_h_2_sum_delta). }
    { apply (eq_eq _ (rsum H' (fun i => pd (at1 u_z i) (fun u_z' => h_new_of (z_of u_z') n h j) * u_z_dot i)) _).
      { refine (eq_trans (chain1_at (at0 0) H' u_z (fun u_z' => h_new_of (z_of u_z') n h j) (fun t => (u_z_of D' H' (line2 W_z W_z_dot t) (line1 x x_dot t) (line2 U_z U_z_dot t) (line1 h h_dot t) (line1 b_z b_z_dot t))) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply moves_u_z; hyp. }
      exact (eq_eq _ _ _ jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_u_z_1_lemma jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_u_z_2_sum_delta). }
    apply (eq_eq _ (rsum H' (fun i => pd (at1 u_n i) (fun u_n' => h_new_of z (n_of u_n') h j) * u_n_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) H' u_n (fun u_n' => h_new_of z (n_of u_n') h j) (fun t => (u_n_of D' (line2 W_n W_n_dot t) (line1 x x_dot t) (line1 b_n b_n_dot t) (r_of (u_r_of D' H' (line2 W_r W_r_dot t) (line1 x x_dot t) (line2 U_r U_r_dot t) (line1 h h_dot t) (line1 b_r b_r_dot t))) (s_of H' (line2 U_n U_n_dot t) (line1 h h_dot t) (line1 c_n c_n_dot t)))) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply moves_u_n; hyp. }
    exact (eq_eq _ _ _ jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_u_n_1_lemma jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_u_n_2_sum_delta). }
  apply (eq_eq _ (h_new_dot j) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_needs_1 :
  1 + exp (- u_r j) <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_needs_2 :
  1 + exp (- u_z j) <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n :
  is_pd (at0 0) (fun t => h_new_of (z_of (u_z_of D' H' (line2 W_z W_z_dot t) (line1 x x_dot t) (line2 U_z U_z_dot t) (line1 h h_dot t) (line1 b_z b_z_dot t))) (n_of (u_n_of D' (line2 W_n W_n_dot t) (line1 x x_dot t) (line1 b_n b_n_dot t) (r_of (u_r_of D' H' (line2 W_r W_r_dot t) (line1 x x_dot t) (line2 U_r U_r_dot t) (line1 h h_dot t) (line1 b_r b_r_dot t))) (s_of H' (line2 U_n U_n_dot t) (line1 h h_dot t) (line1 c_n c_n_dot t)))) (line1 h h_dot t) j)
  (z j * h_dot j + (h j - n j) * z j * (1 - z j) * u_z_dot j + (1 - z j) * (1 - n j ^ 2) * u_n_dot j).
Proof.
  pose proof jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_needs_1.
  pose proof jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum H' (fun i => rsum D' (fun l => pd (at2 W_r i l) (fun W_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r' x U_r h b_r)) s)) h j) * W_r_dot i l)) + rsum D' (fun i => pd (at1 x i) (fun x' => h_new_of (z_of (u_z_of D' H' W_z x' U_z h b_z)) (n_of (u_n_of D' W_n x' b_n (r_of (u_r_of D' H' W_r x' U_r h b_r)) s)) h j) * x_dot i) + rsum H' (fun i => rsum H' (fun l => pd (at2 U_r i l) (fun U_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r' h b_r)) s)) h j) * U_r_dot i l)) + rsum H' (fun i => pd (at1 h i) (fun h' => h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n))) h' j) * h_dot i) + rsum H' (fun i => pd (at1 b_r i) (fun b_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h b_r')) s)) h j) * b_r_dot i) + rsum H' (fun i => rsum D' (fun l => pd (at2 W_z i l) (fun W_z' => h_new_of (z_of (u_z_of D' H' W_z' x U_z h b_z)) n h j) * W_z_dot i l)) + rsum H' (fun i => rsum H' (fun l => pd (at2 U_z i l) (fun U_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z' h b_z)) n h j) * U_z_dot i l)) + rsum H' (fun i => pd (at1 b_z i) (fun b_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z h b_z')) n h j) * b_z_dot i) + rsum H' (fun i => rsum H' (fun l => pd (at2 U_n i l) (fun U_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n' h c_n))) h j) * U_n_dot i l)) + rsum H' (fun i => pd (at1 c_n i) (fun c_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n h c_n'))) h j) * c_n_dot i) + rsum H' (fun i => rsum D' (fun l => pd (at2 W_n i l) (fun W_n' => h_new_of z (n_of (u_n_of D' W_n' x b_n r s)) h j) * W_n_dot i l)) + rsum H' (fun i => pd (at1 b_n i) (fun b_n' => h_new_of z (n_of (u_n_of D' W_n x b_n' r s)) h j) * b_n_dot i)) _).
  { apply (eq_eq _ (pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' (line2 W_r W_r_dot t) x U_r h b_r)) s)) h j) + pd (at0 0) (fun t => h_new_of (z_of (u_z_of D' H' W_z (line1 x x_dot t) U_z h b_z)) (n_of (u_n_of D' W_n (line1 x x_dot t) b_n (r_of (u_r_of D' H' W_r (line1 x x_dot t) U_r h b_r)) s)) h j) + pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x (line2 U_r U_r_dot t) h b_r)) s)) h j) + pd (at0 0) (fun t => h_new_of (z_of (u_z_of D' H' W_z x U_z (line1 h h_dot t) b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r (line1 h h_dot t) b_r)) (s_of H' U_n (line1 h h_dot t) c_n))) (line1 h h_dot t) j) + pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h (line1 b_r b_r_dot t))) s)) h j) + pd (at0 0) (fun t => h_new_of (z_of (u_z_of D' H' (line2 W_z W_z_dot t) x U_z h b_z)) n h j) + pd (at0 0) (fun t => h_new_of (z_of (u_z_of D' H' W_z x (line2 U_z U_z_dot t) h b_z)) n h j) + pd (at0 0) (fun t => h_new_of (z_of (u_z_of D' H' W_z x U_z h (line1 b_z b_z_dot t))) n h j) + pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' (line2 U_n U_n_dot t) h c_n))) h j) + pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n h (line1 c_n c_n_dot t)))) h j) + pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' (line2 W_n W_n_dot t) x b_n r s)) h j) + pd (at0 0) (fun t => h_new_of z (n_of (u_n_of D' W_n x (line1 b_n b_n_dot t) r s)) h j)) _).
    { refine (eq_trans (apart (at0 0) 12 (fun each => h_new_of (z_of (u_z_of D' H' (line2 W_z W_z_dot (each 5%nat)) (line1 x x_dot (each 1%nat)) (line2 U_z U_z_dot (each 6%nat)) (line1 h h_dot (each 3%nat)) (line1 b_z b_z_dot (each 7%nat)))) (n_of (u_n_of D' (line2 W_n W_n_dot (each 10%nat)) (line1 x x_dot (each 1%nat)) (line1 b_n b_n_dot (each 11%nat)) (r_of (u_r_of D' H' (line2 W_r W_r_dot (each 0%nat)) (line1 x x_dot (each 1%nat)) (line2 U_r U_r_dot (each 2%nat)) (line1 h h_dot (each 3%nat)) (line1 b_r b_r_dot (each 4%nat)))) (s_of H' (line2 U_n U_n_dot (each 8%nat)) (line1 h h_dot (each 3%nat)) (line1 c_n c_n_dot (each 9%nat))))) (line1 h h_dot (each 3%nat)) j) _) _); [ dsm | ].
      cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
    refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _) _) _) _) _) _) _) _) _).
    { apply (eq_eq _ (rsum H' (fun i => rsum D' (fun l => pd (at2 W_r i l) (fun W_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r' x U_r h b_r)) s)) h j) * W_r_dot i l))) _).
      { refine (eq_trans (chain2_at (at0 0) H' D' W_r (fun W_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r' x U_r h b_r)) s)) h j) (fun t => (line2 W_r W_r_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    { apply (eq_eq _ (rsum D' (fun i => pd (at1 x i) (fun x' => h_new_of (z_of (u_z_of D' H' W_z x' U_z h b_z)) (n_of (u_n_of D' W_n x' b_n (r_of (u_r_of D' H' W_r x' U_r h b_r)) s)) h j) * x_dot i)) _).
      { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => h_new_of (z_of (u_z_of D' H' W_z x' U_z h b_z)) (n_of (u_n_of D' W_n x' b_n (r_of (u_r_of D' H' W_r x' U_r h b_r)) s)) h j) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity1. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun i => rsum H' (fun l => pd (at2 U_r i l) (fun U_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r' h b_r)) s)) h j) * U_r_dot i l))) _).
      { refine (eq_trans (chain2_at (at0 0) H' H' U_r (fun U_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r' h b_r)) s)) h j) (fun t => (line2 U_r U_r_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun i => pd (at1 h i) (fun h' => h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n))) h' j) * h_dot i)) _).
      { refine (eq_trans (chain1_at (at0 0) H' h (fun h' => h_new_of (z_of (u_z_of D' H' W_z x U_z h' b_z)) (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h' b_r)) (s_of H' U_n h' c_n))) h' j) (fun t => (line1 h h_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity1. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun i => pd (at1 b_r i) (fun b_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h b_r')) s)) h j) * b_r_dot i)) _).
      { refine (eq_trans (chain1_at (at0 0) H' b_r (fun b_r' => h_new_of z (n_of (u_n_of D' W_n x b_n (r_of (u_r_of D' H' W_r x U_r h b_r')) s)) h j) (fun t => (line1 b_r b_r_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity1. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun i => rsum D' (fun l => pd (at2 W_z i l) (fun W_z' => h_new_of (z_of (u_z_of D' H' W_z' x U_z h b_z)) n h j) * W_z_dot i l))) _).
      { refine (eq_trans (chain2_at (at0 0) H' D' W_z (fun W_z' => h_new_of (z_of (u_z_of D' H' W_z' x U_z h b_z)) n h j) (fun t => (line2 W_z W_z_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun i => rsum H' (fun l => pd (at2 U_z i l) (fun U_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z' h b_z)) n h j) * U_z_dot i l))) _).
      { refine (eq_trans (chain2_at (at0 0) H' H' U_z (fun U_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z' h b_z)) n h j) (fun t => (line2 U_z U_z_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun i => pd (at1 b_z i) (fun b_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z h b_z')) n h j) * b_z_dot i)) _).
      { refine (eq_trans (chain1_at (at0 0) H' b_z (fun b_z' => h_new_of (z_of (u_z_of D' H' W_z x U_z h b_z')) n h j) (fun t => (line1 b_z b_z_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity1. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun i => rsum H' (fun l => pd (at2 U_n i l) (fun U_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n' h c_n))) h j) * U_n_dot i l))) _).
      { refine (eq_trans (chain2_at (at0 0) H' H' U_n (fun U_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n' h c_n))) h j) (fun t => (line2 U_n U_n_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun i => pd (at1 c_n i) (fun c_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n h c_n'))) h j) * c_n_dot i)) _).
      { refine (eq_trans (chain1_at (at0 0) H' c_n (fun c_n' => h_new_of z (n_of (u_n_of D' W_n x b_n r (s_of H' U_n h c_n'))) h j) (fun t => (line1 c_n c_n_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity1. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun i => rsum D' (fun l => pd (at2 W_n i l) (fun W_n' => h_new_of z (n_of (u_n_of D' W_n' x b_n r s)) h j) * W_n_dot i l))) _).
      { refine (eq_trans (chain2_at (at0 0) H' D' W_n (fun W_n' => h_new_of z (n_of (u_n_of D' W_n' x b_n r s)) h j) (fun t => (line2 W_n W_n_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    apply (eq_eq _ (rsum H' (fun i => pd (at1 b_n i) (fun b_n' => h_new_of z (n_of (u_n_of D' W_n x b_n' r s)) h j) * b_n_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) H' b_n (fun b_n' => h_new_of z (n_of (u_n_of D' W_n x b_n' r s)) h j) (fun t => (line1 b_n b_n_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_1_jvp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n_outright : option (
  is_pd (at0 0) (fun t => h_new_of (z_of (u_z_of D' H' (line2 W_z W_z_dot t) (line1 x x_dot t) (line2 U_z U_z_dot t) (line1 h h_dot t) (line1 b_z b_z_dot t))) (n_of (u_n_of D' (line2 W_n W_n_dot t) (line1 x x_dot t) (line1 b_n b_n_dot t) (r_of (u_r_of D' H' (line2 W_r W_r_dot t) (line1 x x_dot t) (line2 U_r U_r_dot t) (line1 h h_dot t) (line1 b_r b_r_dot t))) (s_of H' (line2 U_n U_n_dot t) (line1 h h_dot t) (line1 c_n c_n_dot t)))) (line1 h h_dot t) j)
  (z j * h_dot j + (h j - n j) * z j * (1 - z j) * u_z_dot j + (1 - z j) * (1 - n j ^ 2) * u_n_dot j)).
Proof.
  attempt "jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n" by timeout 3 Formula.outright (Formula.by_lines (Formula.either (Formula.flat2 W_r) (Formula.either (Formula.flat1 x) (Formula.either (Formula.flat2 U_r) (Formula.either (Formula.flat1 h) (Formula.either (Formula.flat1 b_r) (Formula.either (Formula.flat2 W_z) (Formula.either (Formula.flat2 U_z) (Formula.either (Formula.flat1 b_z) (Formula.either (Formula.flat2 U_n) (Formula.either (Formula.flat1 c_n) (Formula.either (Formula.flat2 W_n) (Formula.flat1 b_n)))))))))))) (Formula.either (Formula.flat2 W_r_dot) (Formula.either (Formula.flat1 x_dot) (Formula.either (Formula.flat2 U_r_dot) (Formula.either (Formula.flat1 h_dot) (Formula.either (Formula.flat1 b_r_dot) (Formula.either (Formula.flat2 W_z_dot) (Formula.either (Formula.flat2 U_z_dot) (Formula.either (Formula.flat1 b_z_dot) (Formula.either (Formula.flat2 U_n_dot) (Formula.either (Formula.flat1 c_n_dot) (Formula.either (Formula.flat2 W_n_dot) (Formula.flat1 b_n_dot)))))))))))) (Formula.Add (Formula.Mul (Formula.Sub (Formula.C (1)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (inr (inr (inr (inr (inr (inl (j, d)))))))) (Formula.V (inr (inl (d))))))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (inr (inr (inr (inr (inr (inr (inl (j, k))))))))) (Formula.V (inr (inr (inr (inl (k)))))))))) (Formula.V (inr (inr (inr (inr (inr (inr (inr (inl (j)))))))))))))))) (Formula.Tanh (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inl (j, d))))))))))))) (Formula.V (inr (inl (d))))))) (Formula.V (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (j)))))))))))))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (inl (j, d))) (Formula.V (inr (inl (d))))))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (inr (inr (inl (j, k))))) (Formula.V (inr (inr (inr (inl (k)))))))))) (Formula.V (inr (inr (inr (inr (inl (j)))))))))))) (Formula.Add (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (inr (inr (inr (inr (inr (inr (inr (inr (inl (j, k))))))))))) (Formula.V (inr (inr (inr (inl (k))))))))) (Formula.V (inr (inr (inr (inr (inr (inr (inr (inr (inr (inl (j))))))))))))))))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (inr (inr (inr (inr (inr (inl (j, d)))))))) (Formula.V (inr (inl (d))))))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (inr (inr (inr (inr (inr (inr (inl (j, k))))))))) (Formula.V (inr (inr (inr (inl (k)))))))))) (Formula.V (inr (inr (inr (inr (inr (inr (inr (inl (j))))))))))))))) (Formula.V (inr (inr (inr (inl (j))))))))).
Defined.
End jvp_h_new_W_r_x_U_r_h_b_r_W_z_U_z_b_z_U_n_c_n_W_n_b_n.
End gru_cell_theory.
