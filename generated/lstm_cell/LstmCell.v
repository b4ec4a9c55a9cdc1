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
Definition c_new_bar_of (h_new_bar : nat -> R) (o : nat -> R) (c_new : nat -> R) (j : nat) : R :=
  h_new_bar j * o j * (1 - tanh (c_new j) ^ 2).
#[local] Hint Unfold c_new_bar_of : definitions.
Definition o_bar_of (h_new_bar : nat -> R) (c_new : nat -> R) (j : nat) : R :=
  h_new_bar j * tanh (c_new j).
#[local] Hint Unfold o_bar_of : definitions.
Definition g_bar_of (c_new_bar : nat -> R) (i : nat -> R) (j : nat) : R :=
  c_new_bar j * i j.
#[local] Hint Unfold g_bar_of : definitions.
Definition f_bar_of (c_new_bar : nat -> R) (c : nat -> R) (j : nat) : R :=
  c_new_bar j * c j.
#[local] Hint Unfold f_bar_of : definitions.
Definition i_bar_of (c_new_bar : nat -> R) (g : nat -> R) (j : nat) : R :=
  c_new_bar j * g j.
#[local] Hint Unfold i_bar_of : definitions.
Definition u_o_bar_of (o_bar : nat -> R) (o : nat -> R) (j : nat) : R :=
  o_bar j * o j * (1 - o j).
#[local] Hint Unfold u_o_bar_of : definitions.
Definition u_g_bar_of (g_bar : nat -> R) (g : nat -> R) (j : nat) : R :=
  g_bar j * (1 - g j ^ 2).
#[local] Hint Unfold u_g_bar_of : definitions.
Definition u_f_bar_of (f_bar : nat -> R) (f : nat -> R) (j : nat) : R :=
  f_bar j * f j * (1 - f j).
#[local] Hint Unfold u_f_bar_of : definitions.
Definition u_i_bar_of (i_bar : nat -> R) (i : nat -> R) (j : nat) : R :=
  i_bar j * i j * (1 - i j).
#[local] Hint Unfold u_i_bar_of : definitions.
Definition W_i_bar_of (u_i_bar : nat -> R) (x : nat -> R) (l m : nat) : R :=
  u_i_bar l * x m.
#[local] Hint Unfold W_i_bar_of : definitions.
Definition x_bar_of (H' : nat) (u_i_bar : nat -> R) (W_i : nat -> nat -> R) (u_f_bar : nat -> R) (W_f : nat -> nat -> R) (u_g_bar : nat -> R) (W_g : nat -> nat -> R) (u_o_bar : nat -> R) (W_o : nat -> nat -> R) (l : nat) : R :=
  rsum H' (fun j => u_i_bar j * W_i j l) + rsum H' (fun j => u_f_bar j * W_f j l) + rsum H' (fun j => u_g_bar j * W_g j l) + rsum H' (fun j => u_o_bar j * W_o j l).
#[local] Hint Unfold x_bar_of : definitions.
Definition U_i_bar_of (u_i_bar : nat -> R) (h : nat -> R) (l m : nat) : R :=
  u_i_bar l * h m.
#[local] Hint Unfold U_i_bar_of : definitions.
Definition h_bar_of (H' : nat) (u_i_bar : nat -> R) (U_i : nat -> nat -> R) (u_f_bar : nat -> R) (U_f : nat -> nat -> R) (u_g_bar : nat -> R) (U_g : nat -> nat -> R) (u_o_bar : nat -> R) (U_o : nat -> nat -> R) (l : nat) : R :=
  rsum H' (fun j => u_i_bar j * U_i j l) + rsum H' (fun j => u_f_bar j * U_f j l) + rsum H' (fun j => u_g_bar j * U_g j l) + rsum H' (fun j => u_o_bar j * U_o j l).
#[local] Hint Unfold h_bar_of : definitions.
Definition b_i_bar_of (u_i_bar : nat -> R) (l : nat) : R :=
  u_i_bar l.
#[local] Hint Unfold b_i_bar_of : definitions.
Definition W_f_bar_of (u_f_bar : nat -> R) (x : nat -> R) (l m : nat) : R :=
  u_f_bar l * x m.
#[local] Hint Unfold W_f_bar_of : definitions.
Definition U_f_bar_of (u_f_bar : nat -> R) (h : nat -> R) (l m : nat) : R :=
  u_f_bar l * h m.
#[local] Hint Unfold U_f_bar_of : definitions.
Definition b_f_bar_of (u_f_bar : nat -> R) (l : nat) : R :=
  u_f_bar l.
#[local] Hint Unfold b_f_bar_of : definitions.
Definition W_g_bar_of (u_g_bar : nat -> R) (x : nat -> R) (l m : nat) : R :=
  u_g_bar l * x m.
#[local] Hint Unfold W_g_bar_of : definitions.
Definition U_g_bar_of (u_g_bar : nat -> R) (h : nat -> R) (l m : nat) : R :=
  u_g_bar l * h m.
#[local] Hint Unfold U_g_bar_of : definitions.
Definition b_g_bar_of (u_g_bar : nat -> R) (l : nat) : R :=
  u_g_bar l.
#[local] Hint Unfold b_g_bar_of : definitions.
Definition W_o_bar_of (u_o_bar : nat -> R) (x : nat -> R) (l m : nat) : R :=
  u_o_bar l * x m.
#[local] Hint Unfold W_o_bar_of : definitions.
Definition U_o_bar_of (u_o_bar : nat -> R) (h : nat -> R) (l m : nat) : R :=
  u_o_bar l * h m.
#[local] Hint Unfold U_o_bar_of : definitions.
Definition b_o_bar_of (u_o_bar : nat -> R) (l : nat) : R :=
  u_o_bar l.
#[local] Hint Unfold b_o_bar_of : definitions.
Definition c_bar_of (c_new_bar : nat -> R) (f : nat -> R) (l : nat) : R :=
  c_new_bar l * f l.
#[local] Hint Unfold c_bar_of : definitions.
Definition u_i_dot_of (D' H' : nat) (W_i_dot : nat -> nat -> R) (x : nat -> R) (W_i : nat -> nat -> R) (x_dot : nat -> R) (U_i_dot : nat -> nat -> R) (h : nat -> R) (U_i : nat -> nat -> R) (h_dot : nat -> R) (b_i_dot : nat -> R) (j : nat) : R :=
  rsum D' (fun l => W_i_dot j l * x l) + rsum D' (fun i' => W_i j i' * x_dot i') + rsum H' (fun l => U_i_dot j l * h l) + rsum H' (fun i' => U_i j i' * h_dot i') + b_i_dot j.
#[local] Hint Unfold u_i_dot_of : definitions.
Definition u_f_dot_of (D' H' : nat) (W_f : nat -> nat -> R) (x_dot : nat -> R) (U_f : nat -> nat -> R) (h_dot : nat -> R) (W_f_dot : nat -> nat -> R) (x : nat -> R) (U_f_dot : nat -> nat -> R) (h : nat -> R) (b_f_dot : nat -> R) (j : nat) : R :=
  rsum D' (fun i' => W_f j i' * x_dot i') + rsum H' (fun i' => U_f j i' * h_dot i') + rsum D' (fun l => W_f_dot j l * x l) + rsum H' (fun l => U_f_dot j l * h l) + b_f_dot j.
#[local] Hint Unfold u_f_dot_of : definitions.
Definition u_g_dot_of (D' H' : nat) (W_g : nat -> nat -> R) (x_dot : nat -> R) (U_g : nat -> nat -> R) (h_dot : nat -> R) (W_g_dot : nat -> nat -> R) (x : nat -> R) (U_g_dot : nat -> nat -> R) (h : nat -> R) (b_g_dot : nat -> R) (j : nat) : R :=
  rsum D' (fun i' => W_g j i' * x_dot i') + rsum H' (fun i' => U_g j i' * h_dot i') + rsum D' (fun l => W_g_dot j l * x l) + rsum H' (fun l => U_g_dot j l * h l) + b_g_dot j.
#[local] Hint Unfold u_g_dot_of : definitions.
Definition u_o_dot_of (D' H' : nat) (W_o : nat -> nat -> R) (x_dot : nat -> R) (U_o : nat -> nat -> R) (h_dot : nat -> R) (W_o_dot : nat -> nat -> R) (x : nat -> R) (U_o_dot : nat -> nat -> R) (h : nat -> R) (b_o_dot : nat -> R) (j : nat) : R :=
  rsum D' (fun i' => W_o j i' * x_dot i') + rsum H' (fun i' => U_o j i' * h_dot i') + rsum D' (fun l => W_o_dot j l * x l) + rsum H' (fun l => U_o_dot j l * h l) + b_o_dot j.
#[local] Hint Unfold u_o_dot_of : definitions.
Definition c_new_dot_of (f : nat -> R) (c_dot : nat -> R) (g : nat -> R) (i : nat -> R) (u_i_dot : nat -> R) (c : nat -> R) (u_f_dot : nat -> R) (u_g_dot : nat -> R) (j : nat) : R :=
  f j * c_dot j + g j * i j * (1 - i j) * u_i_dot j + c j * f j * (1 - f j) * u_f_dot j + i j * (1 - g j ^ 2) * u_g_dot j.
#[local] Hint Unfold c_new_dot_of : definitions.
Definition h_new_dot_of (h_new : nat -> R) (o : nat -> R) (u_o_dot : nat -> R) (c_new : nat -> R) (c_new_dot : nat -> R) (j : nat) : R :=
  h_new j * (1 - o j) * u_o_dot j + o j * (1 - tanh (c_new j) ^ 2) * c_new_dot j.
#[local] Hint Unfold h_new_dot_of : definitions.

Section lstm_cell_theory.
Variables (H' D' : nat).
Variables (b_i h x b_f b_g b_o c h_new_bar b_i_dot h_dot x_dot b_f_dot b_g_dot b_o_dot c_dot p q : nat -> R).
Variables (U_i W_i U_f W_f U_g W_g U_o W_o U_i_dot W_i_dot U_f_dot W_f_dot U_g_dot W_g_dot U_o_dot W_o_dot : nat -> nat -> R).
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
Local Notation c_new_bar := (c_new_bar_of h_new_bar o c_new).
Local Notation o_bar := (o_bar_of h_new_bar c_new).
Local Notation g_bar := (g_bar_of c_new_bar i).
Local Notation f_bar := (f_bar_of c_new_bar c).
Local Notation i_bar := (i_bar_of c_new_bar g).
Local Notation u_o_bar := (u_o_bar_of o_bar o).
Local Notation u_g_bar := (u_g_bar_of g_bar g).
Local Notation u_f_bar := (u_f_bar_of f_bar f).
Local Notation u_i_bar := (u_i_bar_of i_bar i).
Local Notation W_i_bar := (W_i_bar_of u_i_bar x).
Local Notation x_bar := (x_bar_of H' u_i_bar W_i u_f_bar W_f u_g_bar W_g u_o_bar W_o).
Local Notation U_i_bar := (U_i_bar_of u_i_bar h).
Local Notation h_bar := (h_bar_of H' u_i_bar U_i u_f_bar U_f u_g_bar U_g u_o_bar U_o).
Local Notation b_i_bar := (b_i_bar_of u_i_bar).
Local Notation W_f_bar := (W_f_bar_of u_f_bar x).
Local Notation U_f_bar := (U_f_bar_of u_f_bar h).
Local Notation b_f_bar := (b_f_bar_of u_f_bar).
Local Notation W_g_bar := (W_g_bar_of u_g_bar x).
Local Notation U_g_bar := (U_g_bar_of u_g_bar h).
Local Notation b_g_bar := (b_g_bar_of u_g_bar).
Local Notation W_o_bar := (W_o_bar_of u_o_bar x).
Local Notation U_o_bar := (U_o_bar_of u_o_bar h).
Local Notation b_o_bar := (b_o_bar_of u_o_bar).
Local Notation c_bar := (c_bar_of c_new_bar f).
Local Notation u_i_dot := (u_i_dot_of D' H' W_i_dot x W_i x_dot U_i_dot h U_i h_dot b_i_dot).
Local Notation u_f_dot := (u_f_dot_of D' H' W_f x_dot U_f h_dot W_f_dot x U_f_dot h b_f_dot).
Local Notation u_g_dot := (u_g_dot_of D' H' W_g x_dot U_g h_dot W_g_dot x U_g_dot h b_g_dot).
Local Notation u_o_dot := (u_o_dot_of D' H' W_o x_dot U_o h_dot W_o_dot x U_o_dot h b_o_dot).
Local Notation c_new_dot := (c_new_dot_of f c_dot g i u_i_dot c u_f_dot u_g_dot).
Local Notation h_new_dot := (h_new_dot_of h_new o u_o_dot c_new c_new_dot).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i' : nat,
  (i' < H')%nat ->
  exp (- u_i i') = exp (- rsum D' (fun d => W_i i' d * x d) - rsum H' (fun k => U_i i' k * h k) - b_i i').
Proof.
  intros i' ?.
  refine (f_equal exp _).
  apply (eq_eq _ (- (rsum D' (fun d => W_i i' d * x d) + rsum H' (fun k => U_i i' k * h k) + b_i i')) _).
  { reflexivity. }
  arith.
Qed.

Lemma shared_2 :
  forall i' : nat,
  (i' < H')%nat ->
  exp (- u_f i') = exp (- rsum D' (fun d => W_f i' d * x d) - rsum H' (fun k => U_f i' k * h k) - b_f i').
Proof.
  intros i' ?.
  refine (f_equal exp _).
  apply (eq_eq _ (- (rsum D' (fun d => W_f i' d * x d) + rsum H' (fun k => U_f i' k * h k) + b_f i')) _).
  { reflexivity. }
  arith.
Qed.

Lemma shared_3 :
  forall i' : nat,
  (i' < H')%nat ->
  exp (- u_o i') = exp (- rsum D' (fun d => W_o i' d * x d) - rsum H' (fun k => U_o i' k * h k) - b_o i').
Proof.
  intros i' ?.
  refine (f_equal exp _).
  apply (eq_eq _ (- (rsum D' (fun d => W_o i' d * x d) + rsum H' (fun k => U_o i' k * h k) + b_o i')) _).
  { reflexivity. }
  arith.
Qed.

Lemma shared_4 :
  forall j : nat,
  (j < H')%nat ->
  tanh (c_new j) = tanh (c j * f j + g j * i j).
Proof.
  intros j ?.
  refine (f_equal tanh _).
  apply (eq_eq _ (f j * c j + i j * g j) _).
  { reflexivity. }
  arith.
Qed.

Lemma shared_5 :
  forall j : nat,
  (j < H')%nat ->
  h_new j = tanh (c j * f j + g j * i j) * o j.
Proof.
  intros j ?.
  apply (eq_eq _ (o j * tanh (c_new j)) _).
  { reflexivity. }
  apply (eq_eq _ (o j * tanh (c j * f j + g j * i j)) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule (shared_4 j). }
  arith.
Qed.

Lemma shared_6 :
  forall l k : nat,
  (l < H')%nat ->
  (k < H')%nat ->
  pd (at1 c k) (fun c' => c_new_of f c' i g l) = f l * delta l k + 0.
Proof.
  intros l k ? ?.
  apply (eq_eq _ (pd (at1 c k) (fun c' => f l * c' l + i l * g l)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 c k) (fun c' => f l * c' l) + pd (at1 c k) (fun c' => i l * g l)) _).
  { rule (diff_add (at1 c k) (fun c' => f l * c' l) (fun c' => i l * g l)). }
  refine (f_equal2 Rplus _ _).
  { apply (eq_eq _ (pd (at1 c k) (fun c' => f l * c' l)) _).
    { reflexivity. }
    apply (eq_eq _ (f l * pd (at1 c k) (fun c' => c' l)) _).
    { assert (pd (at1 c k) (fun c' => f l) = 0).
      { apply constant. }
      rule (diff_scale (at1 c k) (fun c' => f l) (fun c' => c' l)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply constant.
Qed.

Lemma shared_7 :
  forall i' j : nat,
  (i' < H')%nat ->
  (j < H')%nat ->
  pd (at1 u_o j) (fun u_o' => o_of u_o' i') = o i' * delta i' j * (1 - o i').
Proof.
  intros i' j ? ?.
  apply (eq_eq _ (pd (at1 u_o j) (fun u_o' => 1 / (1 + exp (- u_o' i')))) _).
  { reflexivity. }
  apply (eq_eq _ (- (pd (at1 u_o j) (fun u_o' => 1 + exp (- u_o' i')) / (1 + exp (- u_o i')) ^ 2)) _).
  { assert (1 + exp (- u_o i') <> 0).
    { sgn. }
    apply (eq_eq _ (- (1 / (1 + exp (- u_o i')) ^ 2 * pd (at1 u_o j) (fun u_o' => 1 + exp (- u_o' i')))) _).
    { assert (pd (at1 u_o j) (fun u_o' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at1 u_o j) (fun u_o' => 1) (fun u_o' => 1 + exp (- u_o' i'))). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (- ((0 + exp (- u_o i') * (- delta i' j)) / (1 + exp (- u_o i')) ^ 2)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (pd (at1 u_o j) (fun u_o' => 1) + pd (at1 u_o j) (fun u_o' => exp (- u_o' i'))) _).
    { rule (diff_add (at1 u_o j) (fun u_o' => 1) (fun u_o' => exp (- u_o' i'))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (- u_o i') * pd (at1 u_o j) (fun u_o' => - u_o' i')) _).
    { rule (diff_exp (at1 u_o j) (fun u_o' => - u_o' i')). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at1 u_o j) (fun u_o' => u_o' i')) _).
    { rule (diff_neg (at1 u_o j) (fun u_o' => u_o' i')). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply (eq_eq _ (- (- (exp (- u_o i') * delta i' j / (1 + exp (- u_o i')) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- (exp (- u_o i') * delta i' j)) / (1 + exp (- u_o i')) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (0 - exp (- u_o i') * delta i' j) _).
    { refine (f_equal2 Rplus eq_refl _).
      arith. }
    arith. }
  apply (eq_eq _ (exp (- u_o i') * delta i' j / (1 + exp (- u_o i')) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (o i' * delta i' j - o i' ^ 2 * delta i' j) _).
  { assert (1 + exp (- u_o i') <> 0).
    { sgn. }
    apply (eq_eq _ (delta i' j * exp (- u_o i') / (1 + exp (- u_o i')) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- u_o i')) * delta i' j - (1 / (1 + exp (- u_o i'))) ^ 2 * delta i' j) _).
    { reflexivity. }
    cancel. }
  apply (eq_eq _ (delta i' j * o i' - delta i' j * o i' ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_8 :
  forall j l m : nat,
  (j < H')%nat ->
  (l < H')%nat ->
  (m < D')%nat ->
  rsum D' (fun k => x k * delta j l * delta k m) = x m * delta j l.
Proof.
  intros j l m ? ? ?.
  apply (eq_eq _ (rsum D' (fun k => delta k m * x k * delta j l)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta D' (fun k => x k * delta j l) m).
Qed.

Lemma shared_9 :
  forall j l m : nat,
  (j < H')%nat ->
  (l < H')%nat ->
  (m < H')%nat ->
  rsum H' (fun k => h k * delta j l * delta k m) = h m * delta j l.
Proof.
  intros j l m ? ? ?.
  apply (eq_eq _ (rsum H' (fun k => delta k m * h k * delta j l)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => h k * delta j l) m).
Qed.

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
    { reflexivity. }
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
  { reflexivity. }
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
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
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
    { refine (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) (f_equal (fun x => x ^ 2) (f_equal2 Rplus eq_refl _))).
      { rule (shared_1 l). }
      rule (shared_1 l). }
    apply (eq_eq _ (delta l k * exp (- rsum D' (fun d => W_i l d * x d) - rsum H' (fun k' => U_i l k' * h k') - b_i l) / (1 + exp (- rsum D' (fun d => W_i l d * x d) - rsum H' (fun k' => U_i l k' * h k') - b_i l)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- rsum D' (fun d => W_i l d * x d) - rsum H' (fun k' => U_i l k' * h k') - b_i l)) * delta l k - (1 / (1 + exp (- rsum D' (fun d => W_i l d * x d) - rsum H' (fun k' => U_i l k' * h k') - b_i l))) ^ 2 * delta l k) _).
    { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp (f_equal2 Rmult (f_equal (fun x => x ^ 2) _) eq_refl))).
      { apply (eq_eq _ (1 / (1 + exp (- u_i l))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
        rule (shared_1 l). }
      apply (eq_eq _ (1 / (1 + exp (- u_i l))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
      rule (shared_1 l). }
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
  attempt "input_gate" by Formula.outright (Formula.by_vector (Formula.Add (Formula.C (f j * c j)) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (j)))))) (Formula.C (g j))))).
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
    { reflexivity. }
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
  { reflexivity. }
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
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
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
    { refine (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) (f_equal (fun x => x ^ 2) (f_equal2 Rplus eq_refl _))).
      { rule (shared_2 l). }
      rule (shared_2 l). }
    apply (eq_eq _ (delta l k * exp (- rsum D' (fun d => W_f l d * x d) - rsum H' (fun k' => U_f l k' * h k') - b_f l) / (1 + exp (- rsum D' (fun d => W_f l d * x d) - rsum H' (fun k' => U_f l k' * h k') - b_f l)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- rsum D' (fun d => W_f l d * x d) - rsum H' (fun k' => U_f l k' * h k') - b_f l)) * delta l k - (1 / (1 + exp (- rsum D' (fun d => W_f l d * x d) - rsum H' (fun k' => U_f l k' * h k') - b_f l))) ^ 2 * delta l k) _).
    { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp (f_equal2 Rmult (f_equal (fun x => x ^ 2) _) eq_refl))).
      { apply (eq_eq _ (1 / (1 + exp (- u_f l))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
        rule (shared_2 l). }
      apply (eq_eq _ (1 / (1 + exp (- u_f l))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
      rule (shared_2 l). }
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
  attempt "forget_gate" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (j)))))) (Formula.C (c j))) (Formula.C (i j * g j)))).
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
    { reflexivity. }
    apply (eq_eq _ (pd (at1 g l) (fun g' => f j * c j) + pd (at1 g l) (fun g' => i j * g' j)) _).
    { rule (diff_add (at1 g l) (fun g' => f j * c j) (fun g' => i j * g' j)). }
    apply (eq_eq _ (0 + i j * delta j l) _).
    { refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (pd (at1 g l) (fun g' => i j * g' j)) _).
      { reflexivity. }
      apply (eq_eq _ (i j * pd (at1 g l) (fun g' => g' j)) _).
      { assert (pd (at1 g l) (fun g' => i j) = 0).
        { apply constant. }
        rule (diff_scale (at1 g l) (fun g' => i j) (fun g' => g' j)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    arith. }
  apply (eq_eq _ (pd (at1 u_g k) (fun u_g' => tanh (u_g' l))) _).
  { reflexivity. }
  apply (eq_eq _ ((1 - tanh (u_g l) ^ 2) * pd (at1 u_g k) (fun u_g' => u_g' l)) _).
  { rule (diff_tanh (at1 u_g k) (fun u_g' => u_g' l)). }
  apply (eq_eq _ ((1 - tanh (u_g l) ^ 2) * delta l k) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ ((1 - tanh (rsum D' (fun d => W_g l d * x d) + rsum H' (fun k' => U_g l k' * h k') + b_g l) ^ 2) * delta l k) _).
  { reflexivity. }
  apply (eq_eq _ (delta l k - delta l k * tanh (rsum D' (fun d => W_g l d * x d) + rsum H' (fun k' => U_g l k' * h k') + b_g l) ^ 2) _).
  { arith. }
  apply (eq_eq _ (delta l k - g l ^ 2 * delta l k) _).
  { symmetry.
    apply (eq_eq _ (delta l k - tanh (rsum D' (fun d => W_g l d * x d) + rsum H' (fun k' => U_g l k' * h k') + b_g l) ^ 2 * delta l k) _).
    { reflexivity. }
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
  attempt "candidate" by Formula.outright (Formula.by_vector (Formula.Add (Formula.C (f j * c j)) (Formula.Mul (Formula.C (i j)) (Formula.Tanh (Formula.V (j)))))).
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
    { reflexivity. }
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
  { reflexivity. }
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
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
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
    { refine (f_equal2 Rdiv (f_equal2 Rmult _ eq_refl) (f_equal (fun x => x ^ 2) (f_equal2 Rplus eq_refl _))).
      { rule (shared_3 l). }
      rule (shared_3 l). }
    apply (eq_eq _ (delta l k * exp (- rsum D' (fun d => W_o l d * x d) - rsum H' (fun k' => U_o l k' * h k') - b_o l) / (1 + exp (- rsum D' (fun d => W_o l d * x d) - rsum H' (fun k' => U_o l k' * h k') - b_o l)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- rsum D' (fun d => W_o l d * x d) - rsum H' (fun k' => U_o l k' * h k') - b_o l)) * delta l k - (1 / (1 + exp (- rsum D' (fun d => W_o l d * x d) - rsum H' (fun k' => U_o l k' * h k') - b_o l))) ^ 2 * delta l k) _).
    { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp (f_equal2 Rmult (f_equal (fun x => x ^ 2) _) eq_refl))).
      { apply (eq_eq _ (1 / (1 + exp (- u_o l))) _).
        { reflexivity. }
        refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
        rule (shared_3 l). }
      apply (eq_eq _ (1 / (1 + exp (- u_o l))) _).
      { reflexivity. }
      refine (f_equal2 Rdiv eq_refl (f_equal2 Rplus eq_refl _)).
      rule (shared_3 l). }
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
    rule (shared_4 j). }
  apply (eq_eq _ (delta j k * tanh (c j * f j + g j * i j) * o j - delta j k * tanh (c j * f j + g j * i j) * o j ^ 2) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (tanh (c j * f j + g j * i j) * o j * delta j k - o j * tanh (c j * f j + g j * i j) * o j * delta j k) _).
  { refine (f_equal2 Rplus _ (f_equal Ropp _)).
    { apply (eq_eq _ ((tanh (c j * f j + g j * i j) * o j) * delta j k) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      rule (shared_5 j). }
    apply (eq_eq _ (o j * (tanh (c j * f j + g j * i j) * o j) * delta j k) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
    rule (shared_5 j). }
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
  { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
    apply (eq_eq _ (o j * tanh (c_new j)) _).
    { reflexivity. }
    apply (eq_eq _ (1 / (1 + exp (- u_o j)) * tanh (c j * f j + g j * i j)) _).
    { refine (f_equal2 Rmult eq_refl _).
      rule (shared_4 j). }
    fractions. }
  apply (eq_eq _ (delta j k * exp (- u_o j) * tanh (c j * f j + g j * i j) / (1 + exp (- u_o j)) ^ 2) _).
  { cancel. }
  symmetry.
  apply (eq_eq _ (tanh (c j * f j + g j * i j) * (1 / (1 + exp (- u_o j))) * (1 - 1 / (1 + exp (- u_o j))) * delta j k) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) eq_refl).
    rule (shared_4 j). }
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
  attempt "output_gate" by Formula.outright (Formula.by_vector (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (j)))))) (Formula.C (tanh (c_new j))))).
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
      { reflexivity. }
      apply (eq_eq _ (p l * pd (at1 c k) (fun c' => h_new_of o (c_new_of f c' i g) l)) _).
      { assert (pd (at1 c k) (fun c' => p l) = 0).
        { apply constant. }
        rule (diff_scale (at1 c k) (fun c' => p l) (fun c' => h_new_of o (c_new_of f c' i g) l)). }
      apply (eq_eq _ (p l * (o l * (1 - tanh (c_new l) ^ 2) * (f l * delta l k + 0))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 c k) (fun c' => o l * tanh (c_new_of f c' i g l))) _).
      { reflexivity. }
      apply (eq_eq _ (pd (at1 c k) (fun c' => o l * tanh (c_new_of f c' i g l))) _).
      { reflexivity. }
      apply (eq_eq _ (o l * pd (at1 c k) (fun c' => tanh (c_new_of f c' i g l))) _).
      { assert (pd (at1 c k) (fun c' => o l) = 0).
        { apply constant. }
        rule (diff_scale (at1 c k) (fun c' => o l) (fun c' => tanh (c_new_of f c' i g l))). }
      apply (eq_eq _ (o l * ((1 - tanh (c_new l) ^ 2) * (f l * delta l k + 0))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ ((1 - tanh (c_new l) ^ 2) * pd (at1 c k) (fun c' => c_new_of f c' i g l)) _).
      { rule (diff_tanh (at1 c k) (fun c' => c_new_of f c' i g l)). }
      refine (f_equal2 Rmult eq_refl _).
      rule (shared_6 l k). }
    apply (eq_eq _ (pd (at1 c k) (fun c' => rsum H' (fun k' => q k' * c_new_of f c' i g k'))) _); [ same | ].
    apply (eq_eq _ (rsum H' (fun l => pd (at1 c k) (fun c' => q l * c_new_of f c' i g l))) _).
    { rule_same (diff_sum (at1 c k) H' (fun k' c' => q k' * c_new_of f c' i g k') (fun k' => true)). }
    apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at1 c k) (fun c' => q l * c_new_of f c' i g l)) _).
    { reflexivity. }
    apply (eq_eq _ (q l * pd (at1 c k) (fun c' => c_new_of f c' i g l)) _).
    { assert (pd (at1 c k) (fun c' => q l) = 0).
      { apply constant. }
      rule (diff_scale (at1 c k) (fun c' => q l) (fun c' => c_new_of f c' i g l)). }
    refine (f_equal2 Rmult eq_refl _).
    rule (shared_6 l k). }
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
  attempt "state" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (p j)) (Formula.Mul (Formula.C (o j)) (Formula.Tanh (Formula.Add (Formula.Mul (Formula.C (f j)) (Formula.V (j))) (Formula.C (i j * g j)))))))) (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (q j)) (Formula.Add (Formula.Mul (Formula.C (f j)) (Formula.V (j))) (Formula.C (i j * g j)))))))).
Defined.
End state.

(** * VJP of h_new for c_new *)

Section vjp_h_new_c_new.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂h_{new,k}/∂c_{new,j} *)
Lemma vjp_h_new_c_new_h_new_1_lemma :
  rsum H' (fun k => h_new_bar k * pd (at1 c_new j) (fun c_new' => h_new_of o c_new' k))
  = rsum H' (fun k => h_new_bar k * o k * (1 - tanh (c_new k) ^ 2) * delta k j).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (h_new_bar k * (o k * (1 - tanh (c_new k) ^ 2) * delta k j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 c_new j) (fun c_new' => o k * tanh (c_new' k))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 c_new j) (fun c_new' => o k * tanh (c_new' k))) _).
  { reflexivity. }
  apply (eq_eq _ (o k * pd (at1 c_new j) (fun c_new' => tanh (c_new' k))) _).
  { assert (pd (at1 c_new j) (fun c_new' => o k) = 0).
    { apply constant. }
    rule (diff_scale (at1 c_new j) (fun c_new' => o k) (fun c_new' => tanh (c_new' k))). }
  apply (eq_eq _ (o k * ((1 - tanh (c_new k) ^ 2) * delta k j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ ((1 - tanh (c_new k) ^ 2) * pd (at1 c_new j) (fun c_new' => c_new' k)) _).
  { rule (diff_tanh (at1 c_new j) (fun c_new' => c_new' k)). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_c_new_h_new_2_sum_delta :
  rsum H' (fun k => h_new_bar k * o k * (1 - tanh (c_new k) ^ 2) * delta k j)
  = h_new_bar j * o j * (1 - tanh (c_new j) ^ 2).
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * h_new_bar k * o k * (1 - tanh (c_new k) ^ 2))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => h_new_bar k * o k * (1 - tanh (c_new k) ^ 2)) j).
Qed.

(* what h_{new,j} passes back *)
Lemma vjp_h_new_c_new_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 c_new j) (fun c_new' => h_new_of o c_new' k))
  = h_new_bar j * o j * (1 - tanh (c_new j) ^ 2).
Proof.
  apply (eq_eq _ (h_new_bar j * o j * (1 - tanh (c_new j) ^ 2)) _).
  { apply (eq_eq _ (pd (at1 c_new j) (fun c_new' => rsum H' (fun k => h_new_bar k * h_new_of o c_new' k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => h_new_bar k * pd (at1 c_new j) (fun c_new' => h_new_of o c_new' k))) _).
    { apply is_pd_value; weighted. }
    exact (eq_eq _ _ _ vjp_h_new_c_new_h_new_1_lemma vjp_h_new_c_new_h_new_2_sum_delta). }
  apply (eq_eq _ (c_new_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_c_new :
  is_pd (at1 c_new j) (fun c_new' => rsum H' (fun k => h_new_bar k * h_new_of o c_new' k))
  (h_new_bar j * o j * (1 - tanh (c_new j) ^ 2)).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 c_new j) (fun c_new' => h_new_of o c_new' k))) _).
  { weighted. }
  exact vjp_h_new_c_new_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_c_new_outright : option (
  is_pd (at1 c_new j) (fun c_new' => rsum H' (fun k => h_new_bar k * h_new_of o c_new' k))
  (h_new_bar j * o j * (1 - tanh (c_new j) ^ 2))).
Proof.
  attempt "vjp_h_new_c_new" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Mul (Formula.C (o k)) (Formula.Tanh (Formula.V (k)))))))).
Defined.
End vjp_h_new_c_new.

(** * VJP of h_new for o *)

Section vjp_h_new_o.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂h_{new,k}/∂o_j *)
Lemma vjp_h_new_o_h_new_1_lemma :
  rsum H' (fun k => h_new_bar k * pd (at1 o j) (fun o' => h_new_of o' c_new k))
  = rsum H' (fun k => h_new_bar k * tanh (c_new k) * delta k j).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (h_new_bar k * (tanh (c_new k) * delta k j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 o j) (fun o' => o' k * tanh (c_new k))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 o j) (fun o' => tanh (c_new k) * o' k)) _).
  { apply pd_ext.
    intros o'; cbv beta.
    arith. }
  apply (eq_eq _ (tanh (c_new k) * pd (at1 o j) (fun o' => o' k)) _).
  { assert (pd (at1 o j) (fun o' => tanh (c_new k)) = 0).
    { apply constant. }
    rule (diff_scale (at1 o j) (fun o' => tanh (c_new k)) (fun o' => o' k)). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_o_h_new_2_sum_delta :
  rsum H' (fun k => h_new_bar k * tanh (c_new k) * delta k j)
  = h_new_bar j * tanh (c_new j).
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * h_new_bar k * tanh (c_new k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => h_new_bar k * tanh (c_new k)) j).
Qed.

(* what h_{new,j} passes back *)
Lemma vjp_h_new_o_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 o j) (fun o' => h_new_of o' c_new k))
  = h_new_bar j * tanh (c_new j).
Proof.
  apply (eq_eq _ (h_new_bar j * tanh (c_new j)) _).
  { apply (eq_eq _ (pd (at1 o j) (fun o' => rsum H' (fun k => h_new_bar k * h_new_of o' c_new k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => h_new_bar k * pd (at1 o j) (fun o' => h_new_of o' c_new k))) _).
    { apply is_pd_value; weighted. }
    exact (eq_eq _ _ _ vjp_h_new_o_h_new_1_lemma vjp_h_new_o_h_new_2_sum_delta). }
  apply (eq_eq _ (o_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_o :
  is_pd (at1 o j) (fun o' => rsum H' (fun k => h_new_bar k * h_new_of o' c_new k))
  (h_new_bar j * tanh (c_new j)).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 o j) (fun o' => h_new_of o' c_new k))) _).
  { weighted. }
  exact vjp_h_new_o_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_o_outright : option (
  is_pd (at1 o j) (fun o' => rsum H' (fun k => h_new_bar k * h_new_of o' c_new k))
  (h_new_bar j * tanh (c_new j))).
Proof.
  attempt "vjp_h_new_o" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Mul (Formula.V (k)) (Formula.C (tanh (c_new k)))))))).
Defined.
End vjp_h_new_o.

(** * VJP of h_new for g *)

Section vjp_h_new_g.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂c_{new,k}/∂g_j *)
Lemma vjp_h_new_g_c_new_1_lemma :
  rsum H' (fun k => c_new_bar k * pd (at1 g j) (fun g' => c_new_of f c i g' k))
  = rsum H' (fun k => c_new_bar k * i k * delta k j).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (c_new_bar k * (i k * delta k j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 g j) (fun g' => f k * c k + i k * g' k)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 g j) (fun g' => f k * c k) + pd (at1 g j) (fun g' => i k * g' k)) _).
  { rule (diff_add (at1 g j) (fun g' => f k * c k) (fun g' => i k * g' k)). }
  apply (eq_eq _ (0 + i k * delta k j) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 g j) (fun g' => i k * g' k)) _).
    { reflexivity. }
    apply (eq_eq _ (i k * pd (at1 g j) (fun g' => g' k)) _).
    { assert (pd (at1 g j) (fun g' => i k) = 0).
      { apply constant. }
      rule (diff_scale (at1 g j) (fun g' => i k) (fun g' => g' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_g_c_new_2_sum_delta :
  rsum H' (fun k => c_new_bar k * i k * delta k j)
  = c_new_bar j * i j.
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * c_new_bar k * i k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => c_new_bar k * i k) j).
Qed.

(* what c_{new,j} passes back *)
Lemma vjp_h_new_g_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 g j) (fun g' => h_new_of o (c_new_of f c i g') k))
  = c_new_bar j * i j.
Proof.
  apply (eq_eq _ (c_new_bar j * i j) _).
  { apply (eq_eq _ (pd (at1 g j) (fun g' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f c i g') k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => c_new_bar k * pd (at1 g j) (fun g' => c_new_of f c i g' k))) _).
    { refine (eq_trans (chain1_at (at1 g j) H' c_new (fun c_new' => rsum H' (fun k => h_new_bar k * h_new_of o c_new' k)) (fun g' => (c_new_of f c i g')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_c_new; premise. }
    exact (eq_eq _ _ _ vjp_h_new_g_c_new_1_lemma vjp_h_new_g_c_new_2_sum_delta). }
  apply (eq_eq _ (g_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_g :
  is_pd (at1 g j) (fun g' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f c i g') k))
  (c_new_bar j * i j).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 g j) (fun g' => h_new_of o (c_new_of f c i g') k))) _).
  { weighted. }
  exact vjp_h_new_g_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_g_outright : option (
  is_pd (at1 g j) (fun g' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f c i g') k))
  (c_new_bar j * i j)).
Proof.
  attempt "vjp_h_new_g" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Mul (Formula.C (o k)) (Formula.Tanh (Formula.Add (Formula.C (f k * c k)) (Formula.Mul (Formula.C (i k)) (Formula.V (k)))))))))).
Defined.
End vjp_h_new_g.

(** * VJP of h_new for f *)

Section vjp_h_new_f.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂c_{new,k}/∂f_j *)
Lemma vjp_h_new_f_c_new_1_lemma :
  rsum H' (fun k => c_new_bar k * pd (at1 f j) (fun f' => c_new_of f' c i g k))
  = rsum H' (fun k => c_new_bar k * c k * delta k j).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (c_new_bar k * (c k * delta k j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 f j) (fun f' => f' k * c k + i k * g k)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 f j) (fun f' => f' k * c k) + pd (at1 f j) (fun f' => i k * g k)) _).
  { rule (diff_add (at1 f j) (fun f' => f' k * c k) (fun f' => i k * g k)). }
  apply (eq_eq _ (c k * delta k j + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 f j) (fun f' => c k * f' k)) _).
      { apply pd_ext.
        intros f'; cbv beta.
        arith. }
      apply (eq_eq _ (c k * pd (at1 f j) (fun f' => f' k)) _).
      { assert (pd (at1 f j) (fun f' => c k) = 0).
        { apply constant. }
        rule (diff_scale (at1 f j) (fun f' => c k) (fun f' => f' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_f_c_new_2_sum_delta :
  rsum H' (fun k => c_new_bar k * c k * delta k j)
  = c_new_bar j * c j.
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * c_new_bar k * c k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => c_new_bar k * c k) j).
Qed.

(* what c_{new,j} passes back *)
Lemma vjp_h_new_f_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 f j) (fun f' => h_new_of o (c_new_of f' c i g) k))
  = c_new_bar j * c j.
Proof.
  apply (eq_eq _ (c_new_bar j * c j) _).
  { apply (eq_eq _ (pd (at1 f j) (fun f' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f' c i g) k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => c_new_bar k * pd (at1 f j) (fun f' => c_new_of f' c i g k))) _).
    { refine (eq_trans (chain1_at (at1 f j) H' c_new (fun c_new' => rsum H' (fun k => h_new_bar k * h_new_of o c_new' k)) (fun f' => (c_new_of f' c i g)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_c_new; premise. }
    exact (eq_eq _ _ _ vjp_h_new_f_c_new_1_lemma vjp_h_new_f_c_new_2_sum_delta). }
  apply (eq_eq _ (f_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_f :
  is_pd (at1 f j) (fun f' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f' c i g) k))
  (c_new_bar j * c j).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 f j) (fun f' => h_new_of o (c_new_of f' c i g) k))) _).
  { weighted. }
  exact vjp_h_new_f_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_f_outright : option (
  is_pd (at1 f j) (fun f' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f' c i g) k))
  (c_new_bar j * c j)).
Proof.
  attempt "vjp_h_new_f" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Mul (Formula.C (o k)) (Formula.Tanh (Formula.Add (Formula.Mul (Formula.V (k)) (Formula.C (c k))) (Formula.C (i k * g k))))))))).
Defined.
End vjp_h_new_f.

(** * VJP of h_new for i *)

Section vjp_h_new_i.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂c_{new,k}/∂i_j *)
Lemma vjp_h_new_i_c_new_1_lemma :
  rsum H' (fun k => c_new_bar k * pd (at1 i j) (fun i' => c_new_of f c i' g k))
  = rsum H' (fun k => c_new_bar k * g k * delta k j).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (c_new_bar k * (g k * delta k j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 i j) (fun i' => f k * c k + i' k * g k)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 i j) (fun i' => f k * c k) + pd (at1 i j) (fun i' => i' k * g k)) _).
  { rule (diff_add (at1 i j) (fun i' => f k * c k) (fun i' => i' k * g k)). }
  apply (eq_eq _ (0 + g k * delta k j) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 i j) (fun i' => g k * i' k)) _).
    { apply pd_ext.
      intros i'; cbv beta.
      arith. }
    apply (eq_eq _ (g k * pd (at1 i j) (fun i' => i' k)) _).
    { assert (pd (at1 i j) (fun i' => g k) = 0).
      { apply constant. }
      rule (diff_scale (at1 i j) (fun i' => g k) (fun i' => i' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_i_c_new_2_sum_delta :
  rsum H' (fun k => c_new_bar k * g k * delta k j)
  = c_new_bar j * g j.
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * c_new_bar k * g k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => c_new_bar k * g k) j).
Qed.

(* what c_{new,j} passes back *)
Lemma vjp_h_new_i_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 i j) (fun i' => h_new_of o (c_new_of f c i' g) k))
  = c_new_bar j * g j.
Proof.
  apply (eq_eq _ (c_new_bar j * g j) _).
  { apply (eq_eq _ (pd (at1 i j) (fun i' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f c i' g) k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => c_new_bar k * pd (at1 i j) (fun i' => c_new_of f c i' g k))) _).
    { refine (eq_trans (chain1_at (at1 i j) H' c_new (fun c_new' => rsum H' (fun k => h_new_bar k * h_new_of o c_new' k)) (fun i' => (c_new_of f c i' g)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_c_new; premise. }
    exact (eq_eq _ _ _ vjp_h_new_i_c_new_1_lemma vjp_h_new_i_c_new_2_sum_delta). }
  apply (eq_eq _ (i_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_i :
  is_pd (at1 i j) (fun i' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f c i' g) k))
  (c_new_bar j * g j).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 i j) (fun i' => h_new_of o (c_new_of f c i' g) k))) _).
  { weighted. }
  exact vjp_h_new_i_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_i_outright : option (
  is_pd (at1 i j) (fun i' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f c i' g) k))
  (c_new_bar j * g j)).
Proof.
  attempt "vjp_h_new_i" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Mul (Formula.C (o k)) (Formula.Tanh (Formula.Add (Formula.C (f k * c k)) (Formula.Mul (Formula.V (k)) (Formula.C (g k)))))))))).
Defined.
End vjp_h_new_i.

(** * VJP of h_new for u_o *)

Section vjp_h_new_u_o.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂o_k/∂u_{o,j} *)
Lemma vjp_h_new_u_o_o_1_lemma :
  rsum H' (fun k => o_bar k * pd (at1 u_o j) (fun u_o' => o_of u_o' k))
  = rsum H' (fun k => o_bar k * o k * delta k j * (1 - o k)).
Proof.
  assert ((forall k, (k < H')%nat -> 1 + exp (- u_o k) <> 0)).
  { intros k ?.
    sgn. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (o_bar k * (o k * delta k j * (1 - o k))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_7 k j).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_u_o_o_2_sum_delta :
  rsum H' (fun k => o_bar k * o k * delta k j * (1 - o k))
  = o_bar j * o j * (1 - o j).
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * o_bar k * o k * (1 - o k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => o_bar k * o k * (1 - o k)) j).
Qed.

(* what o_j passes back *)
Lemma vjp_h_new_u_o_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 u_o j) (fun u_o' => h_new_of (o_of u_o') c_new k))
  = o_bar j * o j * (1 - o j).
Proof.
  apply (eq_eq _ (o_bar j * o j * (1 - o j)) _).
  { apply (eq_eq _ (pd (at1 u_o j) (fun u_o' => rsum H' (fun k => h_new_bar k * h_new_of (o_of u_o') c_new k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => o_bar k * pd (at1 u_o j) (fun u_o' => o_of u_o' k))) _).
    { refine (eq_trans (chain1_at (at1 u_o j) H' o (fun o' => rsum H' (fun k => h_new_bar k * h_new_of o' c_new k)) (fun u_o' => (o_of u_o')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_o; premise. }
    exact (eq_eq _ _ _ vjp_h_new_u_o_o_1_lemma vjp_h_new_u_o_o_2_sum_delta). }
  apply (eq_eq _ (u_o_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_u_o_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_o k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_u_o :
  is_pd (at1 u_o j) (fun u_o' => rsum H' (fun k => h_new_bar k * h_new_of (o_of u_o') c_new k))
  (o_bar j * o j * (1 - o j)).
Proof.
  pose proof vjp_h_new_u_o_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 u_o j) (fun u_o' => h_new_of (o_of u_o') c_new k))) _).
  { weighted. }
  exact vjp_h_new_u_o_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_u_o_outright : option (
  is_pd (at1 u_o j) (fun u_o' => rsum H' (fun k => h_new_bar k * h_new_of (o_of u_o') c_new k))
  (o_bar j * o j * (1 - o j))).
Proof.
  attempt "vjp_h_new_u_o" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (k)))))) (Formula.C (tanh (c_new k)))))))).
Defined.
End vjp_h_new_u_o.

(** * VJP of h_new for u_g *)

Section vjp_h_new_u_g.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂g_k/∂u_{g,j} *)
Lemma vjp_h_new_u_g_g_1_lemma :
  rsum H' (fun k => g_bar k * pd (at1 u_g j) (fun u_g' => g_of u_g' k))
  = rsum H' (fun k => g_bar k * delta k j * (1 - g k ^ 2)).
Proof.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (g_bar k * (delta k j * (1 - g k ^ 2))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 u_g j) (fun u_g' => tanh (u_g' k))) _).
  { reflexivity. }
  apply (eq_eq _ ((1 - tanh (u_g k) ^ 2) * pd (at1 u_g j) (fun u_g' => u_g' k)) _).
  { rule (diff_tanh (at1 u_g j) (fun u_g' => u_g' k)). }
  apply (eq_eq _ ((1 - tanh (u_g k) ^ 2) * delta k j) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  apply (eq_eq _ (delta k j - delta k j * tanh (u_g k) ^ 2) _).
  { arith. }
  apply (eq_eq _ (delta k j - g k ^ 2 * delta k j) _).
  { symmetry.
    apply (eq_eq _ (delta k j - tanh (u_g k) ^ 2 * delta k j) _).
    { reflexivity. }
    arith. }
  apply (eq_eq _ (delta k j - delta k j * g k ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_u_g_g_2_sum_delta :
  rsum H' (fun k => g_bar k * delta k j * (1 - g k ^ 2))
  = g_bar j * (1 - g j ^ 2).
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * g_bar k * (1 - g k ^ 2))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => g_bar k * (1 - g k ^ 2)) j).
Qed.

(* what g_j passes back *)
Lemma vjp_h_new_u_g_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 u_g j) (fun u_g' => h_new_of o (c_new_of f c i (g_of u_g')) k))
  = g_bar j * (1 - g j ^ 2).
Proof.
  apply (eq_eq _ (g_bar j * (1 - g j ^ 2)) _).
  { apply (eq_eq _ (pd (at1 u_g j) (fun u_g' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f c i (g_of u_g')) k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => g_bar k * pd (at1 u_g j) (fun u_g' => g_of u_g' k))) _).
    { refine (eq_trans (chain1_at (at1 u_g j) H' g (fun g' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f c i g') k)) (fun u_g' => (g_of u_g')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_g; premise. }
    exact (eq_eq _ _ _ vjp_h_new_u_g_g_1_lemma vjp_h_new_u_g_g_2_sum_delta). }
  apply (eq_eq _ (u_g_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_u_g :
  is_pd (at1 u_g j) (fun u_g' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f c i (g_of u_g')) k))
  (g_bar j * (1 - g j ^ 2)).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 u_g j) (fun u_g' => h_new_of o (c_new_of f c i (g_of u_g')) k))) _).
  { weighted. }
  exact vjp_h_new_u_g_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_u_g_outright : option (
  is_pd (at1 u_g j) (fun u_g' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f c i (g_of u_g')) k))
  (g_bar j * (1 - g j ^ 2))).
Proof.
  attempt "vjp_h_new_u_g" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Mul (Formula.C (o k)) (Formula.Tanh (Formula.Add (Formula.C (f k * c k)) (Formula.Mul (Formula.C (i k)) (Formula.Tanh (Formula.V (k))))))))))).
Defined.
End vjp_h_new_u_g.

(** * VJP of h_new for u_f *)

Section vjp_h_new_u_f.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂f_k/∂u_{f,j} *)
Lemma vjp_h_new_u_f_f_1_lemma :
  rsum H' (fun k => f_bar k * pd (at1 u_f j) (fun u_f' => f_of u_f' k))
  = rsum H' (fun k => f_bar k * f k * delta k j * (1 - f k)).
Proof.
  assert ((forall k, (k < H')%nat -> 1 + exp (- u_f k) <> 0)).
  { intros k ?.
    sgn. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (f_bar k * (f k * delta k j * (1 - f k))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 u_f j) (fun u_f' => 1 / (1 + exp (- u_f' k)))) _).
  { reflexivity. }
  apply (eq_eq _ (- (pd (at1 u_f j) (fun u_f' => 1 + exp (- u_f' k)) / (1 + exp (- u_f k)) ^ 2)) _).
  { assert (1 + exp (- u_f k) <> 0).
    { sgn. }
    apply (eq_eq _ (- (1 / (1 + exp (- u_f k)) ^ 2 * pd (at1 u_f j) (fun u_f' => 1 + exp (- u_f' k)))) _).
    { assert (pd (at1 u_f j) (fun u_f' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at1 u_f j) (fun u_f' => 1) (fun u_f' => 1 + exp (- u_f' k))). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (- ((0 + exp (- u_f k) * (- delta k j)) / (1 + exp (- u_f k)) ^ 2)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (pd (at1 u_f j) (fun u_f' => 1) + pd (at1 u_f j) (fun u_f' => exp (- u_f' k))) _).
    { rule (diff_add (at1 u_f j) (fun u_f' => 1) (fun u_f' => exp (- u_f' k))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (- u_f k) * pd (at1 u_f j) (fun u_f' => - u_f' k)) _).
    { rule (diff_exp (at1 u_f j) (fun u_f' => - u_f' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at1 u_f j) (fun u_f' => u_f' k)) _).
    { rule (diff_neg (at1 u_f j) (fun u_f' => u_f' k)). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply (eq_eq _ (- (- (exp (- u_f k) * delta k j / (1 + exp (- u_f k)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- (exp (- u_f k) * delta k j)) / (1 + exp (- u_f k)) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (0 - exp (- u_f k) * delta k j) _).
    { refine (f_equal2 Rplus eq_refl _).
      arith. }
    arith. }
  apply (eq_eq _ (exp (- u_f k) * delta k j / (1 + exp (- u_f k)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (f k * delta k j - f k ^ 2 * delta k j) _).
  { assert (1 + exp (- u_f k) <> 0).
    { sgn. }
    apply (eq_eq _ (delta k j * exp (- u_f k) / (1 + exp (- u_f k)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- u_f k)) * delta k j - (1 / (1 + exp (- u_f k))) ^ 2 * delta k j) _).
    { reflexivity. }
    cancel. }
  apply (eq_eq _ (delta k j * f k - delta k j * f k ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_u_f_f_2_sum_delta :
  rsum H' (fun k => f_bar k * f k * delta k j * (1 - f k))
  = f_bar j * f j * (1 - f j).
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * f_bar k * f k * (1 - f k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => f_bar k * f k * (1 - f k)) j).
Qed.

(* what f_j passes back *)
Lemma vjp_h_new_u_f_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 u_f j) (fun u_f' => h_new_of o (c_new_of (f_of u_f') c i g) k))
  = f_bar j * f j * (1 - f j).
Proof.
  apply (eq_eq _ (f_bar j * f j * (1 - f j)) _).
  { apply (eq_eq _ (pd (at1 u_f j) (fun u_f' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of (f_of u_f') c i g) k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => f_bar k * pd (at1 u_f j) (fun u_f' => f_of u_f' k))) _).
    { refine (eq_trans (chain1_at (at1 u_f j) H' f (fun f' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f' c i g) k)) (fun u_f' => (f_of u_f')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_f; premise. }
    exact (eq_eq _ _ _ vjp_h_new_u_f_f_1_lemma vjp_h_new_u_f_f_2_sum_delta). }
  apply (eq_eq _ (u_f_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_u_f_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_f k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_u_f :
  is_pd (at1 u_f j) (fun u_f' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of (f_of u_f') c i g) k))
  (f_bar j * f j * (1 - f j)).
Proof.
  pose proof vjp_h_new_u_f_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 u_f j) (fun u_f' => h_new_of o (c_new_of (f_of u_f') c i g) k))) _).
  { weighted. }
  exact vjp_h_new_u_f_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_u_f_outright : option (
  is_pd (at1 u_f j) (fun u_f' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of (f_of u_f') c i g) k))
  (f_bar j * f j * (1 - f j))).
Proof.
  attempt "vjp_h_new_u_f" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Mul (Formula.C (o k)) (Formula.Tanh (Formula.Add (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (k)))))) (Formula.C (c k))) (Formula.C (i k * g k))))))))).
Defined.
End vjp_h_new_u_f.

(** * VJP of h_new for u_i *)

Section vjp_h_new_u_i.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂i_k/∂u_{i,j} *)
Lemma vjp_h_new_u_i_i_1_lemma :
  rsum H' (fun k => i_bar k * pd (at1 u_i j) (fun u_i' => i_of u_i' k))
  = rsum H' (fun k => i_bar k * i k * delta k j * (1 - i k)).
Proof.
  assert ((forall k, (k < H')%nat -> 1 + exp (- u_i k) <> 0)).
  { intros k ?.
    sgn. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (i_bar k * (i k * delta k j * (1 - i k))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 u_i j) (fun u_i' => 1 / (1 + exp (- u_i' k)))) _).
  { reflexivity. }
  apply (eq_eq _ (- (pd (at1 u_i j) (fun u_i' => 1 + exp (- u_i' k)) / (1 + exp (- u_i k)) ^ 2)) _).
  { assert (1 + exp (- u_i k) <> 0).
    { sgn. }
    apply (eq_eq _ (- (1 / (1 + exp (- u_i k)) ^ 2 * pd (at1 u_i j) (fun u_i' => 1 + exp (- u_i' k)))) _).
    { assert (pd (at1 u_i j) (fun u_i' => 1) = 0).
      { apply constant. }
      rule (diff_inverse (at1 u_i j) (fun u_i' => 1) (fun u_i' => 1 + exp (- u_i' k))). }
    refine (f_equal Ropp _).
    fractions. }
  apply (eq_eq _ (- ((0 + exp (- u_i k) * (- delta k j)) / (1 + exp (- u_i k)) ^ 2)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (pd (at1 u_i j) (fun u_i' => 1) + pd (at1 u_i j) (fun u_i' => exp (- u_i' k))) _).
    { rule (diff_add (at1 u_i j) (fun u_i' => 1) (fun u_i' => exp (- u_i' k))). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (exp (- u_i k) * pd (at1 u_i j) (fun u_i' => - u_i' k)) _).
    { rule (diff_exp (at1 u_i j) (fun u_i' => - u_i' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- pd (at1 u_i j) (fun u_i' => u_i' k)) _).
    { rule (diff_neg (at1 u_i j) (fun u_i' => u_i' k)). }
    refine (f_equal Ropp _).
    apply variable1. }
  apply (eq_eq _ (- (- (exp (- u_i k) * delta k j / (1 + exp (- u_i k)) ^ 2))) _).
  { refine (f_equal Ropp _).
    apply (eq_eq _ ((- (exp (- u_i k) * delta k j)) / (1 + exp (- u_i k)) ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (0 - exp (- u_i k) * delta k j) _).
    { refine (f_equal2 Rplus eq_refl _).
      arith. }
    arith. }
  apply (eq_eq _ (exp (- u_i k) * delta k j / (1 + exp (- u_i k)) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (i k * delta k j - i k ^ 2 * delta k j) _).
  { assert (1 + exp (- u_i k) <> 0).
    { sgn. }
    apply (eq_eq _ (delta k j * exp (- u_i k) / (1 + exp (- u_i k)) ^ 2) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (1 / (1 + exp (- u_i k)) * delta k j - (1 / (1 + exp (- u_i k))) ^ 2 * delta k j) _).
    { reflexivity. }
    cancel. }
  apply (eq_eq _ (delta k j * i k - delta k j * i k ^ 2) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_u_i_i_2_sum_delta :
  rsum H' (fun k => i_bar k * i k * delta k j * (1 - i k))
  = i_bar j * i j * (1 - i j).
Proof.
  apply (eq_eq _ (rsum H' (fun k => delta k j * i_bar k * i k * (1 - i k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => i_bar k * i k * (1 - i k)) j).
Qed.

(* what i_j passes back *)
Lemma vjp_h_new_u_i_1_vjp :
  rsum H' (fun k => h_new_bar k * pd (at1 u_i j) (fun u_i' => h_new_of o (c_new_of f c (i_of u_i') g) k))
  = i_bar j * i j * (1 - i j).
Proof.
  apply (eq_eq _ (i_bar j * i j * (1 - i j)) _).
  { apply (eq_eq _ (pd (at1 u_i j) (fun u_i' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f c (i_of u_i') g) k))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun k => i_bar k * pd (at1 u_i j) (fun u_i' => i_of u_i' k))) _).
    { refine (eq_trans (chain1_at (at1 u_i j) H' i (fun i' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f c i' g) k)) (fun u_i' => (i_of u_i')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_i; premise. }
    exact (eq_eq _ _ _ vjp_h_new_u_i_i_1_lemma vjp_h_new_u_i_i_2_sum_delta). }
  apply (eq_eq _ (u_i_bar j) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_u_i_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_i k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_u_i :
  is_pd (at1 u_i j) (fun u_i' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f c (i_of u_i') g) k))
  (i_bar j * i j * (1 - i j)).
Proof.
  pose proof vjp_h_new_u_i_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun k => h_new_bar k * pd (at1 u_i j) (fun u_i' => h_new_of o (c_new_of f c (i_of u_i') g) k))) _).
  { weighted. }
  exact vjp_h_new_u_i_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_u_i_outright : option (
  is_pd (at1 u_i j) (fun u_i' => rsum H' (fun k => h_new_bar k * h_new_of o (c_new_of f c (i_of u_i') g) k))
  (i_bar j * i j * (1 - i j))).
Proof.
  attempt "vjp_h_new_u_i" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (h_new_bar k)) (Formula.Mul (Formula.C (o k)) (Formula.Tanh (Formula.Add (Formula.C (f k * c k)) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (k)))))) (Formula.C (g k)))))))))).
Defined.
End vjp_h_new_u_i.

(** * VJP of h_new for W_i *)

Section vjp_h_new_W_i.
Variables (l m : nat).
Hypothesis l_in : (l < H')%nat.
Hypothesis m_in : (m < D')%nat.

(* put in ∂u_{i,j}/∂W_{i,lm} *)
Lemma vjp_h_new_W_i_u_i_1_lemma :
  rsum H' (fun j => u_i_bar j * pd (at2 W_i l m) (fun W_i' => u_i_of D' H' W_i' x U_i h b_i j))
  = rsum H' (fun j => u_i_bar j * x m * delta j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (u_i_bar j * (x m * delta j l)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 W_i l m) (fun W_i' => rsum D' (fun d => W_i' j d * x d) + rsum H' (fun k => U_i j k * h k) + b_i j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 W_i l m) (fun W_i' => rsum D' (fun d => W_i' j d * x d)) + pd (at2 W_i l m) (fun W_i' => rsum H' (fun k => U_i j k * h k) + b_i j)) _).
  { rule_same (diff_add (at2 W_i l m) (fun W_i' => rsum D' (fun d => W_i' j d * x d)) (fun W_i' => rsum H' (fun k => U_i j k * h k) + b_i j)). }
  apply (eq_eq _ (rsum D' (fun k => x k * delta j l * delta k m) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 W_i l m) (fun W_i' => rsum D' (fun k => W_i' j k * x k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at2 W_i l m) (fun W_i' => W_i' j k * x k))) _).
      { rule (diff_sum (at2 W_i l m) D' (fun k W_i' => W_i' j k * x k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at2 W_i l m) (fun W_i' => x k * W_i' j k)) _).
      { apply pd_ext.
        intros W_i'; cbv beta.
        arith. }
      apply (eq_eq _ (x k * pd (at2 W_i l m) (fun W_i' => W_i' j k)) _).
      { assert (pd (at2 W_i l m) (fun W_i' => x k) = 0).
        { apply constant. }
        rule (diff_scale (at2 W_i l m) (fun W_i' => x k) (fun W_i' => W_i' j k)). }
      apply (eq_eq _ (x k * (delta j l * delta k m)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum D' (fun k => x k * delta j l * delta k m)) _).
  { arith. }
  rule (shared_8 j l m).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_W_i_u_i_2_sum_delta :
  rsum H' (fun j => u_i_bar j * x m * delta j l)
  = u_i_bar l * x m.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j l * u_i_bar j * x m)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * u_i_bar k * x m)) _); [ same | ].
  rule_same (sum_delta H' (fun j => u_i_bar j * x m) l).
Qed.

(* what u_{i,j} passes back *)
Lemma vjp_h_new_W_i_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at2 W_i l m) (fun W_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i' x U_i h b_i)) g) j))
  = u_i_bar l * x m.
Proof.
  apply (eq_eq _ (u_i_bar l * x m) _).
  { apply (eq_eq _ (pd (at2 W_i l m) (fun W_i' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i' x U_i h b_i)) g) j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_i_bar j * pd (at2 W_i l m) (fun W_i' => u_i_of D' H' W_i' x U_i h b_i j))) _).
    { refine (eq_trans (chain1_at (at2 W_i l m) H' u_i (fun u_i' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of u_i') g) j)) (fun W_i' => (u_i_of D' H' W_i' x U_i h b_i)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_i; premise. }
    exact (eq_eq _ _ _ vjp_h_new_W_i_u_i_1_lemma vjp_h_new_W_i_u_i_2_sum_delta). }
  apply (eq_eq _ (W_i_bar l m) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_W_i_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_i k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_W_i :
  is_pd (at2 W_i l m) (fun W_i' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i' x U_i h b_i)) g) j))
  (u_i_bar l * x m).
Proof.
  pose proof vjp_h_new_W_i_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at2 W_i l m) (fun W_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i' x U_i h b_i)) g) j))) _).
  { weighted. }
  exact vjp_h_new_W_i_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_W_i_outright : option (
  is_pd (at2 W_i l m) (fun W_i' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i' x U_i h b_i)) g) j))
  (u_i_bar l * x m)).
Proof.
  attempt "vjp_h_new_W_i" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.C (o j)) (Formula.Tanh (Formula.Add (Formula.C (f j * c j)) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (j, d)) (Formula.C (x d))))) (Formula.C (rsum H' (fun k => U_i j k * h k)))) (Formula.C (b_i j))))))) (Formula.C (g j)))))))))).
Defined.
End vjp_h_new_W_i.

(** * VJP of h_new for x *)

Section vjp_h_new_x.
Variables (l : nat).
Hypothesis l_in : (l < D')%nat.

(* put in ∂u_{i,j}/∂x_l *)
Lemma vjp_h_new_x_u_i_1_lemma :
  rsum H' (fun j => u_i_bar j * pd (at1 x l) (fun x' => u_i_of D' H' W_i x' U_i h b_i j))
  = rsum H' (fun j => u_i_bar j * W_i j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 x l) (fun x' => rsum D' (fun d => W_i j d * x' d) + rsum H' (fun k => U_i j k * h k) + b_i j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x l) (fun x' => rsum D' (fun d => W_i j d * x' d)) + pd (at1 x l) (fun x' => rsum H' (fun k => U_i j k * h k) + b_i j)) _).
  { rule_same (diff_add (at1 x l) (fun x' => rsum D' (fun d => W_i j d * x' d)) (fun x' => rsum H' (fun k => U_i j k * h k) + b_i j)). }
  apply (eq_eq _ (rsum D' (fun k => W_i j k * delta k l) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 x l) (fun x' => rsum D' (fun k => W_i j k * x' k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 x l) (fun x' => W_i j k * x' k))) _).
      { rule (diff_sum (at1 x l) D' (fun k x' => W_i j k * x' k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x l) (fun x' => W_i j k * x' k)) _).
      { reflexivity. }
      apply (eq_eq _ (W_i j k * pd (at1 x l) (fun x' => x' k)) _).
      { assert (pd (at1 x l) (fun x' => W_i j k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x l) (fun x' => W_i j k) (fun x' => x' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum D' (fun k => W_i j k * delta k l)) _).
  { arith. }
  apply (eq_eq _ (rsum D' (fun k => delta k l * W_i j k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta D' (fun k => W_i j k) l).
Qed.

(* put in ∂u_{f,j}/∂x_l *)
Lemma vjp_h_new_x_u_f_1_lemma :
  rsum H' (fun j => u_f_bar j * pd (at1 x l) (fun x' => u_f_of D' H' W_f x' U_f h b_f j))
  = rsum H' (fun j => u_f_bar j * W_f j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 x l) (fun x' => rsum D' (fun d => W_f j d * x' d) + rsum H' (fun k => U_f j k * h k) + b_f j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x l) (fun x' => rsum D' (fun d => W_f j d * x' d)) + pd (at1 x l) (fun x' => rsum H' (fun k => U_f j k * h k) + b_f j)) _).
  { rule_same (diff_add (at1 x l) (fun x' => rsum D' (fun d => W_f j d * x' d)) (fun x' => rsum H' (fun k => U_f j k * h k) + b_f j)). }
  apply (eq_eq _ (rsum D' (fun k => W_f j k * delta k l) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 x l) (fun x' => rsum D' (fun k => W_f j k * x' k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 x l) (fun x' => W_f j k * x' k))) _).
      { rule (diff_sum (at1 x l) D' (fun k x' => W_f j k * x' k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x l) (fun x' => W_f j k * x' k)) _).
      { reflexivity. }
      apply (eq_eq _ (W_f j k * pd (at1 x l) (fun x' => x' k)) _).
      { assert (pd (at1 x l) (fun x' => W_f j k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x l) (fun x' => W_f j k) (fun x' => x' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum D' (fun k => W_f j k * delta k l)) _).
  { arith. }
  apply (eq_eq _ (rsum D' (fun k => delta k l * W_f j k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta D' (fun k => W_f j k) l).
Qed.

(* put in ∂u_{g,j}/∂x_l *)
Lemma vjp_h_new_x_u_g_1_lemma :
  rsum H' (fun j => u_g_bar j * pd (at1 x l) (fun x' => u_g_of D' H' W_g x' U_g h b_g j))
  = rsum H' (fun j => u_g_bar j * W_g j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 x l) (fun x' => rsum D' (fun d => W_g j d * x' d) + rsum H' (fun k => U_g j k * h k) + b_g j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x l) (fun x' => rsum D' (fun d => W_g j d * x' d)) + pd (at1 x l) (fun x' => rsum H' (fun k => U_g j k * h k) + b_g j)) _).
  { rule_same (diff_add (at1 x l) (fun x' => rsum D' (fun d => W_g j d * x' d)) (fun x' => rsum H' (fun k => U_g j k * h k) + b_g j)). }
  apply (eq_eq _ (rsum D' (fun k => W_g j k * delta k l) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 x l) (fun x' => rsum D' (fun k => W_g j k * x' k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 x l) (fun x' => W_g j k * x' k))) _).
      { rule (diff_sum (at1 x l) D' (fun k x' => W_g j k * x' k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x l) (fun x' => W_g j k * x' k)) _).
      { reflexivity. }
      apply (eq_eq _ (W_g j k * pd (at1 x l) (fun x' => x' k)) _).
      { assert (pd (at1 x l) (fun x' => W_g j k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x l) (fun x' => W_g j k) (fun x' => x' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum D' (fun k => W_g j k * delta k l)) _).
  { arith. }
  apply (eq_eq _ (rsum D' (fun k => delta k l * W_g j k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta D' (fun k => W_g j k) l).
Qed.

(* put in ∂u_{o,j}/∂x_l *)
Lemma vjp_h_new_x_u_o_1_lemma :
  rsum H' (fun j => u_o_bar j * pd (at1 x l) (fun x' => u_o_of D' H' W_o x' U_o h b_o j))
  = rsum H' (fun j => u_o_bar j * W_o j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 x l) (fun x' => rsum D' (fun d => W_o j d * x' d) + rsum H' (fun k => U_o j k * h k) + b_o j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x l) (fun x' => rsum D' (fun d => W_o j d * x' d)) + pd (at1 x l) (fun x' => rsum H' (fun k => U_o j k * h k) + b_o j)) _).
  { rule_same (diff_add (at1 x l) (fun x' => rsum D' (fun d => W_o j d * x' d)) (fun x' => rsum H' (fun k => U_o j k * h k) + b_o j)). }
  apply (eq_eq _ (rsum D' (fun k => W_o j k * delta k l) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 x l) (fun x' => rsum D' (fun k => W_o j k * x' k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 x l) (fun x' => W_o j k * x' k))) _).
      { rule (diff_sum (at1 x l) D' (fun k x' => W_o j k * x' k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x l) (fun x' => W_o j k * x' k)) _).
      { reflexivity. }
      apply (eq_eq _ (W_o j k * pd (at1 x l) (fun x' => x' k)) _).
      { assert (pd (at1 x l) (fun x' => W_o j k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x l) (fun x' => W_o j k) (fun x' => x' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum D' (fun k => W_o j k * delta k l)) _).
  { arith. }
  apply (eq_eq _ (rsum D' (fun k => delta k l * W_o j k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta D' (fun k => W_o j k) l).
Qed.

(* what u_{i,j} and u_{f,j} and u_{g,j} and u_{o,j} pass back, each with the rest held fixed *)
Lemma vjp_h_new_x_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at1 x l) (fun x' => h_new_of (o_of (u_o_of D' H' W_o x' U_o h b_o)) (c_new_of (f_of (u_f_of D' H' W_f x' U_f h b_f)) c (i_of (u_i_of D' H' W_i x' U_i h b_i)) (g_of (u_g_of D' H' W_g x' U_g h b_g))) j))
  = rsum H' (fun j => u_i_bar j * W_i j l) + rsum H' (fun j => u_f_bar j * W_f j l) + rsum H' (fun j => u_g_bar j * W_g j l) + rsum H' (fun j => u_o_bar j * W_o j l).
Proof.
  apply (eq_eq _ (rsum H' (fun j => u_i_bar j * W_i j l) + rsum H' (fun j => u_f_bar j * W_f j l) + rsum H' (fun j => u_g_bar j * W_g j l) + rsum H' (fun j => u_o_bar j * W_o j l)) _).
  { apply (eq_eq _ (pd (at1 x l) (fun x' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x' U_o h b_o)) (c_new_of (f_of (u_f_of D' H' W_f x' U_f h b_f)) c (i_of (u_i_of D' H' W_i x' U_i h b_i)) (g_of (u_g_of D' H' W_g x' U_g h b_g))) j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (pd (at1 x l) (fun x' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x' U_i h b_i)) g) j)) + pd (at1 x l) (fun x' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x' U_f h b_f)) c i g) j)) + pd (at1 x l) (fun x' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x' U_g h b_g))) j)) + pd (at1 x l) (fun x' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x' U_o h b_o)) c_new j))) _).
    { refine (eq_trans (apart (at1 x l) 4 (fun each => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o (each 3%nat) U_o h b_o)) (c_new_of (f_of (u_f_of D' H' W_f (each 1%nat) U_f h b_f)) c (i_of (u_i_of D' H' W_i (each 0%nat) U_i h b_i)) (g_of (u_g_of D' H' W_g (each 2%nat) U_g h b_g))) j)) _) _); [ dsm | ].
      cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
    refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _).
    { apply (eq_eq _ (rsum H' (fun j => u_i_bar j * pd (at1 x l) (fun x' => u_i_of D' H' W_i x' U_i h b_i j))) _).
      { refine (eq_trans (chain1_at (at1 x l) H' u_i (fun u_i' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of u_i') g) j)) (fun x' => (u_i_of D' H' W_i x' U_i h b_i)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult _ eq_refl).
        apply is_pd_value, vjp_h_new_u_i; premise. }
      exact vjp_h_new_x_u_i_1_lemma. }
    { apply (eq_eq _ (rsum H' (fun j => u_f_bar j * pd (at1 x l) (fun x' => u_f_of D' H' W_f x' U_f h b_f j))) _).
      { refine (eq_trans (chain1_at (at1 x l) H' u_f (fun u_f' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of u_f') c i g) j)) (fun x' => (u_f_of D' H' W_f x' U_f h b_f)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult _ eq_refl).
        apply is_pd_value, vjp_h_new_u_f; premise. }
      exact vjp_h_new_x_u_f_1_lemma. }
    { apply (eq_eq _ (rsum H' (fun j => u_g_bar j * pd (at1 x l) (fun x' => u_g_of D' H' W_g x' U_g h b_g j))) _).
      { refine (eq_trans (chain1_at (at1 x l) H' u_g (fun u_g' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of u_g')) j)) (fun x' => (u_g_of D' H' W_g x' U_g h b_g)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult _ eq_refl).
        apply is_pd_value, vjp_h_new_u_g; premise. }
      exact vjp_h_new_x_u_g_1_lemma. }
    apply (eq_eq _ (rsum H' (fun j => u_o_bar j * pd (at1 x l) (fun x' => u_o_of D' H' W_o x' U_o h b_o j))) _).
    { refine (eq_trans (chain1_at (at1 x l) H' u_o (fun u_o' => rsum H' (fun j => h_new_bar j * h_new_of (o_of u_o') c_new j)) (fun x' => (u_o_of D' H' W_o x' U_o h b_o)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_o; premise. }
    exact vjp_h_new_x_u_o_1_lemma. }
  apply (eq_eq _ (x_bar l) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_x_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_o k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma vjp_h_new_x_needs_2 :
  (forall k, (k < H')%nat -> 1 + exp (- u_f k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma vjp_h_new_x_needs_3 :
  (forall k, (k < H')%nat -> 1 + exp (- u_i k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_x :
  is_pd (at1 x l) (fun x' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x' U_o h b_o)) (c_new_of (f_of (u_f_of D' H' W_f x' U_f h b_f)) c (i_of (u_i_of D' H' W_i x' U_i h b_i)) (g_of (u_g_of D' H' W_g x' U_g h b_g))) j))
  (rsum H' (fun j => u_i_bar j * W_i j l) + rsum H' (fun j => u_f_bar j * W_f j l) + rsum H' (fun j => u_g_bar j * W_g j l) + rsum H' (fun j => u_o_bar j * W_o j l)).
Proof.
  pose proof vjp_h_new_x_needs_1.
  pose proof vjp_h_new_x_needs_2.
  pose proof vjp_h_new_x_needs_3.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at1 x l) (fun x' => h_new_of (o_of (u_o_of D' H' W_o x' U_o h b_o)) (c_new_of (f_of (u_f_of D' H' W_f x' U_f h b_f)) c (i_of (u_i_of D' H' W_i x' U_i h b_i)) (g_of (u_g_of D' H' W_g x' U_g h b_g))) j))) _).
  { weighted. }
  exact vjp_h_new_x_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_x_outright : option (
  is_pd (at1 x l) (fun x' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x' U_o h b_o)) (c_new_of (f_of (u_f_of D' H' W_f x' U_f h b_f)) c (i_of (u_i_of D' H' W_i x' U_i h b_i)) (g_of (u_g_of D' H' W_g x' U_g h b_g))) j))
  (rsum H' (fun j => u_i_bar j * W_i j l) + rsum H' (fun j => u_f_bar j * W_f j l) + rsum H' (fun j => u_g_bar j * W_g j l) + rsum H' (fun j => u_o_bar j * W_o j l))).
Proof.
  attempt "vjp_h_new_x" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W_o j d)) (Formula.V (d))))) (Formula.C (rsum H' (fun k => U_o j k * h k)))) (Formula.C (b_o j))))))) (Formula.Tanh (Formula.Add (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W_f j d)) (Formula.V (d))))) (Formula.C (rsum H' (fun k => U_f j k * h k)))) (Formula.C (b_f j))))))) (Formula.C (c j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W_i j d)) (Formula.V (d))))) (Formula.C (rsum H' (fun k => U_i j k * h k)))) (Formula.C (b_i j))))))) (Formula.Tanh (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W_g j d)) (Formula.V (d))))) (Formula.C (rsum H' (fun k => U_g j k * h k)))) (Formula.C (b_g j)))))))))))).
Defined.
End vjp_h_new_x.

(** * VJP of h_new for U_i *)

Section vjp_h_new_U_i.
Variables (l m : nat).
Hypothesis l_in : (l < H')%nat.
Hypothesis m_in : (m < H')%nat.

(* put in ∂u_{i,j}/∂U_{i,lm} *)
Lemma vjp_h_new_U_i_u_i_1_lemma :
  rsum H' (fun j => u_i_bar j * pd (at2 U_i l m) (fun U_i' => u_i_of D' H' W_i x U_i' h b_i j))
  = rsum H' (fun j => u_i_bar j * h m * delta j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (u_i_bar j * (h m * delta j l)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 U_i l m) (fun U_i' => rsum D' (fun d => W_i j d * x d) + rsum H' (fun k => U_i' j k * h k) + b_i j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 U_i l m) (fun U_i' => rsum D' (fun d => W_i j d * x d)) + pd (at2 U_i l m) (fun U_i' => rsum H' (fun k => U_i' j k * h k) + b_i j)) _).
  { rule_same (diff_add (at2 U_i l m) (fun U_i' => rsum D' (fun d => W_i j d * x d)) (fun U_i' => rsum H' (fun k => U_i' j k * h k) + b_i j)). }
  apply (eq_eq _ (0 + rsum H' (fun k => h k * delta j l * delta k m) + 0) _).
  { apply (eq_eq _ (0 + (rsum H' (fun k => h k * delta j l * delta k m) + 0)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at2 U_i l m) (fun U_i' => rsum H' (fun k => U_i' j k * h k)) + pd (at2 U_i l m) (fun U_i' => b_i j)) _).
    { rule (diff_add (at2 U_i l m) (fun U_i' => rsum H' (fun k => U_i' j k * h k)) (fun U_i' => b_i j)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun k => pd (at2 U_i l m) (fun U_i' => U_i' j k * h k))) _).
      { rule (diff_sum (at2 U_i l m) H' (fun l' U_i' => U_i' j l' * h l') (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at2 U_i l m) (fun U_i' => h k * U_i' j k)) _).
      { apply pd_ext.
        intros U_i'; cbv beta.
        arith. }
      apply (eq_eq _ (h k * pd (at2 U_i l m) (fun U_i' => U_i' j k)) _).
      { assert (pd (at2 U_i l m) (fun U_i' => h k) = 0).
        { apply constant. }
        rule (diff_scale (at2 U_i l m) (fun U_i' => h k) (fun U_i' => U_i' j k)). }
      apply (eq_eq _ (h k * (delta j l * delta k m)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum H' (fun k => h k * delta j l * delta k m)) _).
  { arith. }
  rule (shared_9 j l m).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_U_i_u_i_2_sum_delta :
  rsum H' (fun j => u_i_bar j * h m * delta j l)
  = u_i_bar l * h m.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j l * u_i_bar j * h m)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * u_i_bar k * h m)) _); [ same | ].
  rule_same (sum_delta H' (fun j => u_i_bar j * h m) l).
Qed.

(* what u_{i,j} passes back *)
Lemma vjp_h_new_U_i_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at2 U_i l m) (fun U_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i' h b_i)) g) j))
  = u_i_bar l * h m.
Proof.
  apply (eq_eq _ (u_i_bar l * h m) _).
  { apply (eq_eq _ (pd (at2 U_i l m) (fun U_i' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i' h b_i)) g) j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_i_bar j * pd (at2 U_i l m) (fun U_i' => u_i_of D' H' W_i x U_i' h b_i j))) _).
    { refine (eq_trans (chain1_at (at2 U_i l m) H' u_i (fun u_i' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of u_i') g) j)) (fun U_i' => (u_i_of D' H' W_i x U_i' h b_i)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_i; premise. }
    exact (eq_eq _ _ _ vjp_h_new_U_i_u_i_1_lemma vjp_h_new_U_i_u_i_2_sum_delta). }
  apply (eq_eq _ (U_i_bar l m) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_U_i_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_i k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_U_i :
  is_pd (at2 U_i l m) (fun U_i' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i' h b_i)) g) j))
  (u_i_bar l * h m).
Proof.
  pose proof vjp_h_new_U_i_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at2 U_i l m) (fun U_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i' h b_i)) g) j))) _).
  { weighted. }
  exact vjp_h_new_U_i_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_U_i_outright : option (
  is_pd (at2 U_i l m) (fun U_i' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i' h b_i)) g) j))
  (u_i_bar l * h m)).
Proof.
  attempt "vjp_h_new_U_i" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.C (o j)) (Formula.Tanh (Formula.Add (Formula.C (f j * c j)) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_i j d * x d))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (j, k)) (Formula.C (h k)))))) (Formula.C (b_i j))))))) (Formula.C (g j)))))))))).
Defined.
End vjp_h_new_U_i.

(** * VJP of h_new for h *)

Section vjp_h_new_h.
Variables (l : nat).
Hypothesis l_in : (l < H')%nat.

(* put in ∂u_{i,j}/∂h_l *)
Lemma vjp_h_new_h_u_i_1_lemma :
  rsum H' (fun j => u_i_bar j * pd (at1 h l) (fun h' => u_i_of D' H' W_i x U_i h' b_i j))
  = rsum H' (fun j => u_i_bar j * U_i j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 h l) (fun h' => rsum D' (fun d => W_i j d * x d) + rsum H' (fun k => U_i j k * h' k) + b_i j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 h l) (fun h' => rsum D' (fun d => W_i j d * x d)) + pd (at1 h l) (fun h' => rsum H' (fun k => U_i j k * h' k) + b_i j)) _).
  { rule_same (diff_add (at1 h l) (fun h' => rsum D' (fun d => W_i j d * x d)) (fun h' => rsum H' (fun k => U_i j k * h' k) + b_i j)). }
  apply (eq_eq _ (0 + rsum H' (fun k => U_i j k * delta k l) + 0) _).
  { apply (eq_eq _ (0 + (rsum H' (fun k => U_i j k * delta k l) + 0)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 h l) (fun h' => rsum H' (fun k => U_i j k * h' k)) + pd (at1 h l) (fun h' => b_i j)) _).
    { rule (diff_add (at1 h l) (fun h' => rsum H' (fun k => U_i j k * h' k)) (fun h' => b_i j)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun k => pd (at1 h l) (fun h' => U_i j k * h' k))) _).
      { rule (diff_sum (at1 h l) H' (fun l' h' => U_i j l' * h' l') (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 h l) (fun h' => U_i j k * h' k)) _).
      { reflexivity. }
      apply (eq_eq _ (U_i j k * pd (at1 h l) (fun h' => h' k)) _).
      { assert (pd (at1 h l) (fun h' => U_i j k) = 0).
        { apply constant. }
        rule (diff_scale (at1 h l) (fun h' => U_i j k) (fun h' => h' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum H' (fun k => U_i j k * delta k l)) _).
  { arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * U_i j k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta H' (fun k => U_i j k) l).
Qed.

(* put in ∂u_{f,j}/∂h_l *)
Lemma vjp_h_new_h_u_f_1_lemma :
  rsum H' (fun j => u_f_bar j * pd (at1 h l) (fun h' => u_f_of D' H' W_f x U_f h' b_f j))
  = rsum H' (fun j => u_f_bar j * U_f j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 h l) (fun h' => rsum D' (fun d => W_f j d * x d) + rsum H' (fun k => U_f j k * h' k) + b_f j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 h l) (fun h' => rsum D' (fun d => W_f j d * x d)) + pd (at1 h l) (fun h' => rsum H' (fun k => U_f j k * h' k) + b_f j)) _).
  { rule_same (diff_add (at1 h l) (fun h' => rsum D' (fun d => W_f j d * x d)) (fun h' => rsum H' (fun k => U_f j k * h' k) + b_f j)). }
  apply (eq_eq _ (0 + rsum H' (fun k => U_f j k * delta k l) + 0) _).
  { apply (eq_eq _ (0 + (rsum H' (fun k => U_f j k * delta k l) + 0)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 h l) (fun h' => rsum H' (fun k => U_f j k * h' k)) + pd (at1 h l) (fun h' => b_f j)) _).
    { rule (diff_add (at1 h l) (fun h' => rsum H' (fun k => U_f j k * h' k)) (fun h' => b_f j)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun k => pd (at1 h l) (fun h' => U_f j k * h' k))) _).
      { rule (diff_sum (at1 h l) H' (fun l' h' => U_f j l' * h' l') (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 h l) (fun h' => U_f j k * h' k)) _).
      { reflexivity. }
      apply (eq_eq _ (U_f j k * pd (at1 h l) (fun h' => h' k)) _).
      { assert (pd (at1 h l) (fun h' => U_f j k) = 0).
        { apply constant. }
        rule (diff_scale (at1 h l) (fun h' => U_f j k) (fun h' => h' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum H' (fun k => U_f j k * delta k l)) _).
  { arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * U_f j k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta H' (fun k => U_f j k) l).
Qed.

(* put in ∂u_{g,j}/∂h_l *)
Lemma vjp_h_new_h_u_g_1_lemma :
  rsum H' (fun j => u_g_bar j * pd (at1 h l) (fun h' => u_g_of D' H' W_g x U_g h' b_g j))
  = rsum H' (fun j => u_g_bar j * U_g j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 h l) (fun h' => rsum D' (fun d => W_g j d * x d) + rsum H' (fun k => U_g j k * h' k) + b_g j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 h l) (fun h' => rsum D' (fun d => W_g j d * x d)) + pd (at1 h l) (fun h' => rsum H' (fun k => U_g j k * h' k) + b_g j)) _).
  { rule_same (diff_add (at1 h l) (fun h' => rsum D' (fun d => W_g j d * x d)) (fun h' => rsum H' (fun k => U_g j k * h' k) + b_g j)). }
  apply (eq_eq _ (0 + rsum H' (fun k => U_g j k * delta k l) + 0) _).
  { apply (eq_eq _ (0 + (rsum H' (fun k => U_g j k * delta k l) + 0)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 h l) (fun h' => rsum H' (fun k => U_g j k * h' k)) + pd (at1 h l) (fun h' => b_g j)) _).
    { rule (diff_add (at1 h l) (fun h' => rsum H' (fun k => U_g j k * h' k)) (fun h' => b_g j)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun k => pd (at1 h l) (fun h' => U_g j k * h' k))) _).
      { rule (diff_sum (at1 h l) H' (fun l' h' => U_g j l' * h' l') (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 h l) (fun h' => U_g j k * h' k)) _).
      { reflexivity. }
      apply (eq_eq _ (U_g j k * pd (at1 h l) (fun h' => h' k)) _).
      { assert (pd (at1 h l) (fun h' => U_g j k) = 0).
        { apply constant. }
        rule (diff_scale (at1 h l) (fun h' => U_g j k) (fun h' => h' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum H' (fun k => U_g j k * delta k l)) _).
  { arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * U_g j k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta H' (fun k => U_g j k) l).
Qed.

(* put in ∂u_{o,j}/∂h_l *)
Lemma vjp_h_new_h_u_o_1_lemma :
  rsum H' (fun j => u_o_bar j * pd (at1 h l) (fun h' => u_o_of D' H' W_o x U_o h' b_o j))
  = rsum H' (fun j => u_o_bar j * U_o j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 h l) (fun h' => rsum D' (fun d => W_o j d * x d) + rsum H' (fun k => U_o j k * h' k) + b_o j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 h l) (fun h' => rsum D' (fun d => W_o j d * x d)) + pd (at1 h l) (fun h' => rsum H' (fun k => U_o j k * h' k) + b_o j)) _).
  { rule_same (diff_add (at1 h l) (fun h' => rsum D' (fun d => W_o j d * x d)) (fun h' => rsum H' (fun k => U_o j k * h' k) + b_o j)). }
  apply (eq_eq _ (0 + rsum H' (fun k => U_o j k * delta k l) + 0) _).
  { apply (eq_eq _ (0 + (rsum H' (fun k => U_o j k * delta k l) + 0)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 h l) (fun h' => rsum H' (fun k => U_o j k * h' k)) + pd (at1 h l) (fun h' => b_o j)) _).
    { rule (diff_add (at1 h l) (fun h' => rsum H' (fun k => U_o j k * h' k)) (fun h' => b_o j)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun k => pd (at1 h l) (fun h' => U_o j k * h' k))) _).
      { rule (diff_sum (at1 h l) H' (fun l' h' => U_o j l' * h' l') (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 h l) (fun h' => U_o j k * h' k)) _).
      { reflexivity. }
      apply (eq_eq _ (U_o j k * pd (at1 h l) (fun h' => h' k)) _).
      { assert (pd (at1 h l) (fun h' => U_o j k) = 0).
        { apply constant. }
        rule (diff_scale (at1 h l) (fun h' => U_o j k) (fun h' => h' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  apply (eq_eq _ (rsum H' (fun k => U_o j k * delta k l)) _).
  { arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * U_o j k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta H' (fun k => U_o j k) l).
Qed.

(* what u_{i,j} and u_{f,j} and u_{g,j} and u_{o,j} pass back, each with the rest held fixed *)
Lemma vjp_h_new_h_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at1 h l) (fun h' => h_new_of (o_of (u_o_of D' H' W_o x U_o h' b_o)) (c_new_of (f_of (u_f_of D' H' W_f x U_f h' b_f)) c (i_of (u_i_of D' H' W_i x U_i h' b_i)) (g_of (u_g_of D' H' W_g x U_g h' b_g))) j))
  = rsum H' (fun j => u_i_bar j * U_i j l) + rsum H' (fun j => u_f_bar j * U_f j l) + rsum H' (fun j => u_g_bar j * U_g j l) + rsum H' (fun j => u_o_bar j * U_o j l).
Proof.
  apply (eq_eq _ (rsum H' (fun j => u_i_bar j * U_i j l) + rsum H' (fun j => u_f_bar j * U_f j l) + rsum H' (fun j => u_g_bar j * U_g j l) + rsum H' (fun j => u_o_bar j * U_o j l)) _).
  { apply (eq_eq _ (pd (at1 h l) (fun h' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x U_o h' b_o)) (c_new_of (f_of (u_f_of D' H' W_f x U_f h' b_f)) c (i_of (u_i_of D' H' W_i x U_i h' b_i)) (g_of (u_g_of D' H' W_g x U_g h' b_g))) j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (pd (at1 h l) (fun h' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i h' b_i)) g) j)) + pd (at1 h l) (fun h' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f h' b_f)) c i g) j)) + pd (at1 h l) (fun h' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g h' b_g))) j)) + pd (at1 h l) (fun h' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x U_o h' b_o)) c_new j))) _).
    { refine (eq_trans (apart (at1 h l) 4 (fun each => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x U_o (each 3%nat) b_o)) (c_new_of (f_of (u_f_of D' H' W_f x U_f (each 1%nat) b_f)) c (i_of (u_i_of D' H' W_i x U_i (each 0%nat) b_i)) (g_of (u_g_of D' H' W_g x U_g (each 2%nat) b_g))) j)) _) _); [ dsm | ].
      cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
    refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _).
    { apply (eq_eq _ (rsum H' (fun j => u_i_bar j * pd (at1 h l) (fun h' => u_i_of D' H' W_i x U_i h' b_i j))) _).
      { refine (eq_trans (chain1_at (at1 h l) H' u_i (fun u_i' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of u_i') g) j)) (fun h' => (u_i_of D' H' W_i x U_i h' b_i)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult _ eq_refl).
        apply is_pd_value, vjp_h_new_u_i; premise. }
      exact vjp_h_new_h_u_i_1_lemma. }
    { apply (eq_eq _ (rsum H' (fun j => u_f_bar j * pd (at1 h l) (fun h' => u_f_of D' H' W_f x U_f h' b_f j))) _).
      { refine (eq_trans (chain1_at (at1 h l) H' u_f (fun u_f' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of u_f') c i g) j)) (fun h' => (u_f_of D' H' W_f x U_f h' b_f)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult _ eq_refl).
        apply is_pd_value, vjp_h_new_u_f; premise. }
      exact vjp_h_new_h_u_f_1_lemma. }
    { apply (eq_eq _ (rsum H' (fun j => u_g_bar j * pd (at1 h l) (fun h' => u_g_of D' H' W_g x U_g h' b_g j))) _).
      { refine (eq_trans (chain1_at (at1 h l) H' u_g (fun u_g' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of u_g')) j)) (fun h' => (u_g_of D' H' W_g x U_g h' b_g)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult _ eq_refl).
        apply is_pd_value, vjp_h_new_u_g; premise. }
      exact vjp_h_new_h_u_g_1_lemma. }
    apply (eq_eq _ (rsum H' (fun j => u_o_bar j * pd (at1 h l) (fun h' => u_o_of D' H' W_o x U_o h' b_o j))) _).
    { refine (eq_trans (chain1_at (at1 h l) H' u_o (fun u_o' => rsum H' (fun j => h_new_bar j * h_new_of (o_of u_o') c_new j)) (fun h' => (u_o_of D' H' W_o x U_o h' b_o)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_o; premise. }
    exact vjp_h_new_h_u_o_1_lemma. }
  apply (eq_eq _ (h_bar l) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_h_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_o k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma vjp_h_new_h_needs_2 :
  (forall k, (k < H')%nat -> 1 + exp (- u_f k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma vjp_h_new_h_needs_3 :
  (forall k, (k < H')%nat -> 1 + exp (- u_i k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_h :
  is_pd (at1 h l) (fun h' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x U_o h' b_o)) (c_new_of (f_of (u_f_of D' H' W_f x U_f h' b_f)) c (i_of (u_i_of D' H' W_i x U_i h' b_i)) (g_of (u_g_of D' H' W_g x U_g h' b_g))) j))
  (rsum H' (fun j => u_i_bar j * U_i j l) + rsum H' (fun j => u_f_bar j * U_f j l) + rsum H' (fun j => u_g_bar j * U_g j l) + rsum H' (fun j => u_o_bar j * U_o j l)).
Proof.
  pose proof vjp_h_new_h_needs_1.
  pose proof vjp_h_new_h_needs_2.
  pose proof vjp_h_new_h_needs_3.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at1 h l) (fun h' => h_new_of (o_of (u_o_of D' H' W_o x U_o h' b_o)) (c_new_of (f_of (u_f_of D' H' W_f x U_f h' b_f)) c (i_of (u_i_of D' H' W_i x U_i h' b_i)) (g_of (u_g_of D' H' W_g x U_g h' b_g))) j))) _).
  { weighted. }
  exact vjp_h_new_h_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_h_outright : option (
  is_pd (at1 h l) (fun h' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x U_o h' b_o)) (c_new_of (f_of (u_f_of D' H' W_f x U_f h' b_f)) c (i_of (u_i_of D' H' W_i x U_i h' b_i)) (g_of (u_g_of D' H' W_g x U_g h' b_g))) j))
  (rsum H' (fun j => u_i_bar j * U_i j l) + rsum H' (fun j => u_f_bar j * U_f j l) + rsum H' (fun j => u_g_bar j * U_g j l) + rsum H' (fun j => u_o_bar j * U_o j l))).
Proof.
  attempt "vjp_h_new_h" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_o j d * x d))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (U_o j k)) (Formula.V (k)))))) (Formula.C (b_o j))))))) (Formula.Tanh (Formula.Add (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_f j d * x d))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (U_f j k)) (Formula.V (k)))))) (Formula.C (b_f j))))))) (Formula.C (c j))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_i j d * x d))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (U_i j k)) (Formula.V (k)))))) (Formula.C (b_i j))))))) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_g j d * x d))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.C (U_g j k)) (Formula.V (k)))))) (Formula.C (b_g j)))))))))))).
Defined.
End vjp_h_new_h.

(** * VJP of h_new for b_i *)

Section vjp_h_new_b_i.
Variables (l : nat).
Hypothesis l_in : (l < H')%nat.

(* put in ∂u_{i,j}/∂b_{i,l} *)
Lemma vjp_h_new_b_i_u_i_1_lemma :
  rsum H' (fun j => u_i_bar j * pd (at1 b_i l) (fun b_i' => u_i_of D' H' W_i x U_i h b_i' j))
  = rsum H' (fun j => u_i_bar j * delta j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 b_i l) (fun b_i' => rsum D' (fun d => W_i j d * x d) + rsum H' (fun k => U_i j k * h k) + b_i' j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 b_i l) (fun b_i' => rsum D' (fun d => W_i j d * x d)) + pd (at1 b_i l) (fun b_i' => rsum H' (fun k => U_i j k * h k) + b_i' j)) _).
  { rule_same (diff_add (at1 b_i l) (fun b_i' => rsum D' (fun d => W_i j d * x d)) (fun b_i' => rsum H' (fun k => U_i j k * h k) + b_i' j)). }
  apply (eq_eq _ (0 + 0 + delta j l) _).
  { apply (eq_eq _ (0 + (0 + delta j l)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 b_i l) (fun b_i' => rsum H' (fun k => U_i j k * h k)) + pd (at1 b_i l) (fun b_i' => b_i' j)) _).
    { rule (diff_add (at1 b_i l) (fun b_i' => rsum H' (fun k => U_i j k * h k)) (fun b_i' => b_i' j)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_b_i_u_i_2_sum_delta :
  rsum H' (fun j => u_i_bar j * delta j l)
  = u_i_bar l.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j l * u_i_bar j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * u_i_bar k)) _); [ same | ].
  rule (sum_delta H' (fun j => u_i_bar j) l).
Qed.

(* what u_{i,j} passes back *)
Lemma vjp_h_new_b_i_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at1 b_i l) (fun b_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i h b_i')) g) j))
  = u_i_bar l.
Proof.
  apply (eq_eq _ (u_i_bar l) _).
  { apply (eq_eq _ (pd (at1 b_i l) (fun b_i' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i h b_i')) g) j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_i_bar j * pd (at1 b_i l) (fun b_i' => u_i_of D' H' W_i x U_i h b_i' j))) _).
    { refine (eq_trans (chain1_at (at1 b_i l) H' u_i (fun u_i' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of u_i') g) j)) (fun b_i' => (u_i_of D' H' W_i x U_i h b_i')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_i; premise. }
    exact (eq_eq _ _ _ vjp_h_new_b_i_u_i_1_lemma vjp_h_new_b_i_u_i_2_sum_delta). }
  apply (eq_eq _ (b_i_bar l) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_b_i_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_i k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_b_i :
  is_pd (at1 b_i l) (fun b_i' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i h b_i')) g) j))
  (u_i_bar l).
Proof.
  pose proof vjp_h_new_b_i_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at1 b_i l) (fun b_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i h b_i')) g) j))) _).
  { weighted. }
  exact vjp_h_new_b_i_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_b_i_outright : option (
  is_pd (at1 b_i l) (fun b_i' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i h b_i')) g) j))
  (u_i_bar l)).
Proof.
  attempt "vjp_h_new_b_i" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.C (o j)) (Formula.Tanh (Formula.Add (Formula.C (f j * c j)) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_i j d * x d))) (Formula.C (rsum H' (fun k => U_i j k * h k)))) (Formula.V (j))))))) (Formula.C (g j)))))))))).
Defined.
End vjp_h_new_b_i.

(** * VJP of h_new for W_f *)

Section vjp_h_new_W_f.
Variables (l m : nat).
Hypothesis l_in : (l < H')%nat.
Hypothesis m_in : (m < D')%nat.

(* put in ∂u_{f,j}/∂W_{f,lm} *)
Lemma vjp_h_new_W_f_u_f_1_lemma :
  rsum H' (fun j => u_f_bar j * pd (at2 W_f l m) (fun W_f' => u_f_of D' H' W_f' x U_f h b_f j))
  = rsum H' (fun j => u_f_bar j * x m * delta j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (u_f_bar j * (x m * delta j l)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 W_f l m) (fun W_f' => rsum D' (fun d => W_f' j d * x d) + rsum H' (fun k => U_f j k * h k) + b_f j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 W_f l m) (fun W_f' => rsum D' (fun d => W_f' j d * x d)) + pd (at2 W_f l m) (fun W_f' => rsum H' (fun k => U_f j k * h k) + b_f j)) _).
  { rule_same (diff_add (at2 W_f l m) (fun W_f' => rsum D' (fun d => W_f' j d * x d)) (fun W_f' => rsum H' (fun k => U_f j k * h k) + b_f j)). }
  apply (eq_eq _ (rsum D' (fun k => x k * delta j l * delta k m) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 W_f l m) (fun W_f' => rsum D' (fun k => W_f' j k * x k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at2 W_f l m) (fun W_f' => W_f' j k * x k))) _).
      { rule (diff_sum (at2 W_f l m) D' (fun k W_f' => W_f' j k * x k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at2 W_f l m) (fun W_f' => x k * W_f' j k)) _).
      { apply pd_ext.
        intros W_f'; cbv beta.
        arith. }
      apply (eq_eq _ (x k * pd (at2 W_f l m) (fun W_f' => W_f' j k)) _).
      { assert (pd (at2 W_f l m) (fun W_f' => x k) = 0).
        { apply constant. }
        rule (diff_scale (at2 W_f l m) (fun W_f' => x k) (fun W_f' => W_f' j k)). }
      apply (eq_eq _ (x k * (delta j l * delta k m)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum D' (fun k => x k * delta j l * delta k m)) _).
  { arith. }
  rule (shared_8 j l m).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_W_f_u_f_2_sum_delta :
  rsum H' (fun j => u_f_bar j * x m * delta j l)
  = u_f_bar l * x m.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j l * u_f_bar j * x m)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * u_f_bar k * x m)) _); [ same | ].
  rule_same (sum_delta H' (fun j => u_f_bar j * x m) l).
Qed.

(* what u_{f,j} passes back *)
Lemma vjp_h_new_W_f_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at2 W_f l m) (fun W_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f' x U_f h b_f)) c i g) j))
  = u_f_bar l * x m.
Proof.
  apply (eq_eq _ (u_f_bar l * x m) _).
  { apply (eq_eq _ (pd (at2 W_f l m) (fun W_f' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of (u_f_of D' H' W_f' x U_f h b_f)) c i g) j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_f_bar j * pd (at2 W_f l m) (fun W_f' => u_f_of D' H' W_f' x U_f h b_f j))) _).
    { refine (eq_trans (chain1_at (at2 W_f l m) H' u_f (fun u_f' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of u_f') c i g) j)) (fun W_f' => (u_f_of D' H' W_f' x U_f h b_f)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_f; premise. }
    exact (eq_eq _ _ _ vjp_h_new_W_f_u_f_1_lemma vjp_h_new_W_f_u_f_2_sum_delta). }
  apply (eq_eq _ (W_f_bar l m) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_W_f_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_f k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_W_f :
  is_pd (at2 W_f l m) (fun W_f' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of (u_f_of D' H' W_f' x U_f h b_f)) c i g) j))
  (u_f_bar l * x m).
Proof.
  pose proof vjp_h_new_W_f_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at2 W_f l m) (fun W_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f' x U_f h b_f)) c i g) j))) _).
  { weighted. }
  exact vjp_h_new_W_f_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_W_f_outright : option (
  is_pd (at2 W_f l m) (fun W_f' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of (u_f_of D' H' W_f' x U_f h b_f)) c i g) j))
  (u_f_bar l * x m)).
Proof.
  attempt "vjp_h_new_W_f" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.C (o j)) (Formula.Tanh (Formula.Add (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (j, d)) (Formula.C (x d))))) (Formula.C (rsum H' (fun k => U_f j k * h k)))) (Formula.C (b_f j))))))) (Formula.C (c j))) (Formula.C (i j * g j))))))))).
Defined.
End vjp_h_new_W_f.

(** * VJP of h_new for U_f *)

Section vjp_h_new_U_f.
Variables (l m : nat).
Hypothesis l_in : (l < H')%nat.
Hypothesis m_in : (m < H')%nat.

(* put in ∂u_{f,j}/∂U_{f,lm} *)
Lemma vjp_h_new_U_f_u_f_1_lemma :
  rsum H' (fun j => u_f_bar j * pd (at2 U_f l m) (fun U_f' => u_f_of D' H' W_f x U_f' h b_f j))
  = rsum H' (fun j => u_f_bar j * h m * delta j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (u_f_bar j * (h m * delta j l)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 U_f l m) (fun U_f' => rsum D' (fun d => W_f j d * x d) + rsum H' (fun k => U_f' j k * h k) + b_f j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 U_f l m) (fun U_f' => rsum D' (fun d => W_f j d * x d)) + pd (at2 U_f l m) (fun U_f' => rsum H' (fun k => U_f' j k * h k) + b_f j)) _).
  { rule_same (diff_add (at2 U_f l m) (fun U_f' => rsum D' (fun d => W_f j d * x d)) (fun U_f' => rsum H' (fun k => U_f' j k * h k) + b_f j)). }
  apply (eq_eq _ (0 + rsum H' (fun k => h k * delta j l * delta k m) + 0) _).
  { apply (eq_eq _ (0 + (rsum H' (fun k => h k * delta j l * delta k m) + 0)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at2 U_f l m) (fun U_f' => rsum H' (fun k => U_f' j k * h k)) + pd (at2 U_f l m) (fun U_f' => b_f j)) _).
    { rule (diff_add (at2 U_f l m) (fun U_f' => rsum H' (fun k => U_f' j k * h k)) (fun U_f' => b_f j)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun k => pd (at2 U_f l m) (fun U_f' => U_f' j k * h k))) _).
      { rule (diff_sum (at2 U_f l m) H' (fun l' U_f' => U_f' j l' * h l') (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at2 U_f l m) (fun U_f' => h k * U_f' j k)) _).
      { apply pd_ext.
        intros U_f'; cbv beta.
        arith. }
      apply (eq_eq _ (h k * pd (at2 U_f l m) (fun U_f' => U_f' j k)) _).
      { assert (pd (at2 U_f l m) (fun U_f' => h k) = 0).
        { apply constant. }
        rule (diff_scale (at2 U_f l m) (fun U_f' => h k) (fun U_f' => U_f' j k)). }
      apply (eq_eq _ (h k * (delta j l * delta k m)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum H' (fun k => h k * delta j l * delta k m)) _).
  { arith. }
  rule (shared_9 j l m).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_U_f_u_f_2_sum_delta :
  rsum H' (fun j => u_f_bar j * h m * delta j l)
  = u_f_bar l * h m.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j l * u_f_bar j * h m)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * u_f_bar k * h m)) _); [ same | ].
  rule_same (sum_delta H' (fun j => u_f_bar j * h m) l).
Qed.

(* what u_{f,j} passes back *)
Lemma vjp_h_new_U_f_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at2 U_f l m) (fun U_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f' h b_f)) c i g) j))
  = u_f_bar l * h m.
Proof.
  apply (eq_eq _ (u_f_bar l * h m) _).
  { apply (eq_eq _ (pd (at2 U_f l m) (fun U_f' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f' h b_f)) c i g) j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_f_bar j * pd (at2 U_f l m) (fun U_f' => u_f_of D' H' W_f x U_f' h b_f j))) _).
    { refine (eq_trans (chain1_at (at2 U_f l m) H' u_f (fun u_f' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of u_f') c i g) j)) (fun U_f' => (u_f_of D' H' W_f x U_f' h b_f)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_f; premise. }
    exact (eq_eq _ _ _ vjp_h_new_U_f_u_f_1_lemma vjp_h_new_U_f_u_f_2_sum_delta). }
  apply (eq_eq _ (U_f_bar l m) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_U_f_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_f k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_U_f :
  is_pd (at2 U_f l m) (fun U_f' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f' h b_f)) c i g) j))
  (u_f_bar l * h m).
Proof.
  pose proof vjp_h_new_U_f_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at2 U_f l m) (fun U_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f' h b_f)) c i g) j))) _).
  { weighted. }
  exact vjp_h_new_U_f_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_U_f_outright : option (
  is_pd (at2 U_f l m) (fun U_f' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f' h b_f)) c i g) j))
  (u_f_bar l * h m)).
Proof.
  attempt "vjp_h_new_U_f" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.C (o j)) (Formula.Tanh (Formula.Add (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_f j d * x d))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (j, k)) (Formula.C (h k)))))) (Formula.C (b_f j))))))) (Formula.C (c j))) (Formula.C (i j * g j))))))))).
Defined.
End vjp_h_new_U_f.

(** * VJP of h_new for b_f *)

Section vjp_h_new_b_f.
Variables (l : nat).
Hypothesis l_in : (l < H')%nat.

(* put in ∂u_{f,j}/∂b_{f,l} *)
Lemma vjp_h_new_b_f_u_f_1_lemma :
  rsum H' (fun j => u_f_bar j * pd (at1 b_f l) (fun b_f' => u_f_of D' H' W_f x U_f h b_f' j))
  = rsum H' (fun j => u_f_bar j * delta j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 b_f l) (fun b_f' => rsum D' (fun d => W_f j d * x d) + rsum H' (fun k => U_f j k * h k) + b_f' j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 b_f l) (fun b_f' => rsum D' (fun d => W_f j d * x d)) + pd (at1 b_f l) (fun b_f' => rsum H' (fun k => U_f j k * h k) + b_f' j)) _).
  { rule_same (diff_add (at1 b_f l) (fun b_f' => rsum D' (fun d => W_f j d * x d)) (fun b_f' => rsum H' (fun k => U_f j k * h k) + b_f' j)). }
  apply (eq_eq _ (0 + 0 + delta j l) _).
  { apply (eq_eq _ (0 + (0 + delta j l)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 b_f l) (fun b_f' => rsum H' (fun k => U_f j k * h k)) + pd (at1 b_f l) (fun b_f' => b_f' j)) _).
    { rule (diff_add (at1 b_f l) (fun b_f' => rsum H' (fun k => U_f j k * h k)) (fun b_f' => b_f' j)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_b_f_u_f_2_sum_delta :
  rsum H' (fun j => u_f_bar j * delta j l)
  = u_f_bar l.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j l * u_f_bar j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * u_f_bar k)) _); [ same | ].
  rule (sum_delta H' (fun j => u_f_bar j) l).
Qed.

(* what u_{f,j} passes back *)
Lemma vjp_h_new_b_f_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at1 b_f l) (fun b_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f h b_f')) c i g) j))
  = u_f_bar l.
Proof.
  apply (eq_eq _ (u_f_bar l) _).
  { apply (eq_eq _ (pd (at1 b_f l) (fun b_f' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f h b_f')) c i g) j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_f_bar j * pd (at1 b_f l) (fun b_f' => u_f_of D' H' W_f x U_f h b_f' j))) _).
    { refine (eq_trans (chain1_at (at1 b_f l) H' u_f (fun u_f' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of u_f') c i g) j)) (fun b_f' => (u_f_of D' H' W_f x U_f h b_f')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_f; premise. }
    exact (eq_eq _ _ _ vjp_h_new_b_f_u_f_1_lemma vjp_h_new_b_f_u_f_2_sum_delta). }
  apply (eq_eq _ (b_f_bar l) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_b_f_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_f k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_b_f :
  is_pd (at1 b_f l) (fun b_f' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f h b_f')) c i g) j))
  (u_f_bar l).
Proof.
  pose proof vjp_h_new_b_f_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at1 b_f l) (fun b_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f h b_f')) c i g) j))) _).
  { weighted. }
  exact vjp_h_new_b_f_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_b_f_outright : option (
  is_pd (at1 b_f l) (fun b_f' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f h b_f')) c i g) j))
  (u_f_bar l)).
Proof.
  attempt "vjp_h_new_b_f" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.C (o j)) (Formula.Tanh (Formula.Add (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_f j d * x d))) (Formula.C (rsum H' (fun k => U_f j k * h k)))) (Formula.V (j))))))) (Formula.C (c j))) (Formula.C (i j * g j))))))))).
Defined.
End vjp_h_new_b_f.

(** * VJP of h_new for W_g *)

Section vjp_h_new_W_g.
Variables (l m : nat).
Hypothesis l_in : (l < H')%nat.
Hypothesis m_in : (m < D')%nat.

(* put in ∂u_{g,j}/∂W_{g,lm} *)
Lemma vjp_h_new_W_g_u_g_1_lemma :
  rsum H' (fun j => u_g_bar j * pd (at2 W_g l m) (fun W_g' => u_g_of D' H' W_g' x U_g h b_g j))
  = rsum H' (fun j => u_g_bar j * x m * delta j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (u_g_bar j * (x m * delta j l)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 W_g l m) (fun W_g' => rsum D' (fun d => W_g' j d * x d) + rsum H' (fun k => U_g j k * h k) + b_g j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 W_g l m) (fun W_g' => rsum D' (fun d => W_g' j d * x d)) + pd (at2 W_g l m) (fun W_g' => rsum H' (fun k => U_g j k * h k) + b_g j)) _).
  { rule_same (diff_add (at2 W_g l m) (fun W_g' => rsum D' (fun d => W_g' j d * x d)) (fun W_g' => rsum H' (fun k => U_g j k * h k) + b_g j)). }
  apply (eq_eq _ (rsum D' (fun k => x k * delta j l * delta k m) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 W_g l m) (fun W_g' => rsum D' (fun k => W_g' j k * x k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at2 W_g l m) (fun W_g' => W_g' j k * x k))) _).
      { rule (diff_sum (at2 W_g l m) D' (fun k W_g' => W_g' j k * x k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at2 W_g l m) (fun W_g' => x k * W_g' j k)) _).
      { apply pd_ext.
        intros W_g'; cbv beta.
        arith. }
      apply (eq_eq _ (x k * pd (at2 W_g l m) (fun W_g' => W_g' j k)) _).
      { assert (pd (at2 W_g l m) (fun W_g' => x k) = 0).
        { apply constant. }
        rule (diff_scale (at2 W_g l m) (fun W_g' => x k) (fun W_g' => W_g' j k)). }
      apply (eq_eq _ (x k * (delta j l * delta k m)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum D' (fun k => x k * delta j l * delta k m)) _).
  { arith. }
  rule (shared_8 j l m).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_W_g_u_g_2_sum_delta :
  rsum H' (fun j => u_g_bar j * x m * delta j l)
  = u_g_bar l * x m.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j l * u_g_bar j * x m)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * u_g_bar k * x m)) _); [ same | ].
  rule_same (sum_delta H' (fun j => u_g_bar j * x m) l).
Qed.

(* what u_{g,j} passes back *)
Lemma vjp_h_new_W_g_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at2 W_g l m) (fun W_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g' x U_g h b_g))) j))
  = u_g_bar l * x m.
Proof.
  apply (eq_eq _ (u_g_bar l * x m) _).
  { apply (eq_eq _ (pd (at2 W_g l m) (fun W_g' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g' x U_g h b_g))) j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_g_bar j * pd (at2 W_g l m) (fun W_g' => u_g_of D' H' W_g' x U_g h b_g j))) _).
    { refine (eq_trans (chain1_at (at2 W_g l m) H' u_g (fun u_g' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of u_g')) j)) (fun W_g' => (u_g_of D' H' W_g' x U_g h b_g)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_g; premise. }
    exact (eq_eq _ _ _ vjp_h_new_W_g_u_g_1_lemma vjp_h_new_W_g_u_g_2_sum_delta). }
  apply (eq_eq _ (W_g_bar l m) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_W_g :
  is_pd (at2 W_g l m) (fun W_g' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g' x U_g h b_g))) j))
  (u_g_bar l * x m).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at2 W_g l m) (fun W_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g' x U_g h b_g))) j))) _).
  { weighted. }
  exact vjp_h_new_W_g_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_W_g_outright : option (
  is_pd (at2 W_g l m) (fun W_g' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g' x U_g h b_g))) j))
  (u_g_bar l * x m)).
Proof.
  attempt "vjp_h_new_W_g" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.C (o j)) (Formula.Tanh (Formula.Add (Formula.C (f j * c j)) (Formula.Mul (Formula.C (i j)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (j, d)) (Formula.C (x d))))) (Formula.C (rsum H' (fun k => U_g j k * h k)))) (Formula.C (b_g j)))))))))))).
Defined.
End vjp_h_new_W_g.

(** * VJP of h_new for U_g *)

Section vjp_h_new_U_g.
Variables (l m : nat).
Hypothesis l_in : (l < H')%nat.
Hypothesis m_in : (m < H')%nat.

(* put in ∂u_{g,j}/∂U_{g,lm} *)
Lemma vjp_h_new_U_g_u_g_1_lemma :
  rsum H' (fun j => u_g_bar j * pd (at2 U_g l m) (fun U_g' => u_g_of D' H' W_g x U_g' h b_g j))
  = rsum H' (fun j => u_g_bar j * h m * delta j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (u_g_bar j * (h m * delta j l)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 U_g l m) (fun U_g' => rsum D' (fun d => W_g j d * x d) + rsum H' (fun k => U_g' j k * h k) + b_g j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 U_g l m) (fun U_g' => rsum D' (fun d => W_g j d * x d)) + pd (at2 U_g l m) (fun U_g' => rsum H' (fun k => U_g' j k * h k) + b_g j)) _).
  { rule_same (diff_add (at2 U_g l m) (fun U_g' => rsum D' (fun d => W_g j d * x d)) (fun U_g' => rsum H' (fun k => U_g' j k * h k) + b_g j)). }
  apply (eq_eq _ (0 + rsum H' (fun k => h k * delta j l * delta k m) + 0) _).
  { apply (eq_eq _ (0 + (rsum H' (fun k => h k * delta j l * delta k m) + 0)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at2 U_g l m) (fun U_g' => rsum H' (fun k => U_g' j k * h k)) + pd (at2 U_g l m) (fun U_g' => b_g j)) _).
    { rule (diff_add (at2 U_g l m) (fun U_g' => rsum H' (fun k => U_g' j k * h k)) (fun U_g' => b_g j)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun k => pd (at2 U_g l m) (fun U_g' => U_g' j k * h k))) _).
      { rule (diff_sum (at2 U_g l m) H' (fun l' U_g' => U_g' j l' * h l') (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at2 U_g l m) (fun U_g' => h k * U_g' j k)) _).
      { apply pd_ext.
        intros U_g'; cbv beta.
        arith. }
      apply (eq_eq _ (h k * pd (at2 U_g l m) (fun U_g' => U_g' j k)) _).
      { assert (pd (at2 U_g l m) (fun U_g' => h k) = 0).
        { apply constant. }
        rule (diff_scale (at2 U_g l m) (fun U_g' => h k) (fun U_g' => U_g' j k)). }
      apply (eq_eq _ (h k * (delta j l * delta k m)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum H' (fun k => h k * delta j l * delta k m)) _).
  { arith. }
  rule (shared_9 j l m).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_U_g_u_g_2_sum_delta :
  rsum H' (fun j => u_g_bar j * h m * delta j l)
  = u_g_bar l * h m.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j l * u_g_bar j * h m)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * u_g_bar k * h m)) _); [ same | ].
  rule_same (sum_delta H' (fun j => u_g_bar j * h m) l).
Qed.

(* what u_{g,j} passes back *)
Lemma vjp_h_new_U_g_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at2 U_g l m) (fun U_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g' h b_g))) j))
  = u_g_bar l * h m.
Proof.
  apply (eq_eq _ (u_g_bar l * h m) _).
  { apply (eq_eq _ (pd (at2 U_g l m) (fun U_g' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g' h b_g))) j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_g_bar j * pd (at2 U_g l m) (fun U_g' => u_g_of D' H' W_g x U_g' h b_g j))) _).
    { refine (eq_trans (chain1_at (at2 U_g l m) H' u_g (fun u_g' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of u_g')) j)) (fun U_g' => (u_g_of D' H' W_g x U_g' h b_g)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_g; premise. }
    exact (eq_eq _ _ _ vjp_h_new_U_g_u_g_1_lemma vjp_h_new_U_g_u_g_2_sum_delta). }
  apply (eq_eq _ (U_g_bar l m) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_U_g :
  is_pd (at2 U_g l m) (fun U_g' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g' h b_g))) j))
  (u_g_bar l * h m).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at2 U_g l m) (fun U_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g' h b_g))) j))) _).
  { weighted. }
  exact vjp_h_new_U_g_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_U_g_outright : option (
  is_pd (at2 U_g l m) (fun U_g' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g' h b_g))) j))
  (u_g_bar l * h m)).
Proof.
  attempt "vjp_h_new_U_g" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.C (o j)) (Formula.Tanh (Formula.Add (Formula.C (f j * c j)) (Formula.Mul (Formula.C (i j)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_g j d * x d))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (j, k)) (Formula.C (h k)))))) (Formula.C (b_g j)))))))))))).
Defined.
End vjp_h_new_U_g.

(** * VJP of h_new for b_g *)

Section vjp_h_new_b_g.
Variables (l : nat).
Hypothesis l_in : (l < H')%nat.

(* put in ∂u_{g,j}/∂b_{g,l} *)
Lemma vjp_h_new_b_g_u_g_1_lemma :
  rsum H' (fun j => u_g_bar j * pd (at1 b_g l) (fun b_g' => u_g_of D' H' W_g x U_g h b_g' j))
  = rsum H' (fun j => u_g_bar j * delta j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 b_g l) (fun b_g' => rsum D' (fun d => W_g j d * x d) + rsum H' (fun k => U_g j k * h k) + b_g' j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 b_g l) (fun b_g' => rsum D' (fun d => W_g j d * x d)) + pd (at1 b_g l) (fun b_g' => rsum H' (fun k => U_g j k * h k) + b_g' j)) _).
  { rule_same (diff_add (at1 b_g l) (fun b_g' => rsum D' (fun d => W_g j d * x d)) (fun b_g' => rsum H' (fun k => U_g j k * h k) + b_g' j)). }
  apply (eq_eq _ (0 + 0 + delta j l) _).
  { apply (eq_eq _ (0 + (0 + delta j l)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 b_g l) (fun b_g' => rsum H' (fun k => U_g j k * h k)) + pd (at1 b_g l) (fun b_g' => b_g' j)) _).
    { rule (diff_add (at1 b_g l) (fun b_g' => rsum H' (fun k => U_g j k * h k)) (fun b_g' => b_g' j)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_b_g_u_g_2_sum_delta :
  rsum H' (fun j => u_g_bar j * delta j l)
  = u_g_bar l.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j l * u_g_bar j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * u_g_bar k)) _); [ same | ].
  rule (sum_delta H' (fun j => u_g_bar j) l).
Qed.

(* what u_{g,j} passes back *)
Lemma vjp_h_new_b_g_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at1 b_g l) (fun b_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g h b_g'))) j))
  = u_g_bar l.
Proof.
  apply (eq_eq _ (u_g_bar l) _).
  { apply (eq_eq _ (pd (at1 b_g l) (fun b_g' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g h b_g'))) j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_g_bar j * pd (at1 b_g l) (fun b_g' => u_g_of D' H' W_g x U_g h b_g' j))) _).
    { refine (eq_trans (chain1_at (at1 b_g l) H' u_g (fun u_g' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of u_g')) j)) (fun b_g' => (u_g_of D' H' W_g x U_g h b_g')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_g; premise. }
    exact (eq_eq _ _ _ vjp_h_new_b_g_u_g_1_lemma vjp_h_new_b_g_u_g_2_sum_delta). }
  apply (eq_eq _ (b_g_bar l) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_b_g :
  is_pd (at1 b_g l) (fun b_g' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g h b_g'))) j))
  (u_g_bar l).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at1 b_g l) (fun b_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g h b_g'))) j))) _).
  { weighted. }
  exact vjp_h_new_b_g_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_b_g_outright : option (
  is_pd (at1 b_g l) (fun b_g' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g h b_g'))) j))
  (u_g_bar l)).
Proof.
  attempt "vjp_h_new_b_g" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.C (o j)) (Formula.Tanh (Formula.Add (Formula.C (f j * c j)) (Formula.Mul (Formula.C (i j)) (Formula.Tanh (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_g j d * x d))) (Formula.C (rsum H' (fun k => U_g j k * h k)))) (Formula.V (j)))))))))))).
Defined.
End vjp_h_new_b_g.

(** * VJP of h_new for W_o *)

Section vjp_h_new_W_o.
Variables (l m : nat).
Hypothesis l_in : (l < H')%nat.
Hypothesis m_in : (m < D')%nat.

(* put in ∂u_{o,j}/∂W_{o,lm} *)
Lemma vjp_h_new_W_o_u_o_1_lemma :
  rsum H' (fun j => u_o_bar j * pd (at2 W_o l m) (fun W_o' => u_o_of D' H' W_o' x U_o h b_o j))
  = rsum H' (fun j => u_o_bar j * x m * delta j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (u_o_bar j * (x m * delta j l)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 W_o l m) (fun W_o' => rsum D' (fun d => W_o' j d * x d) + rsum H' (fun k => U_o j k * h k) + b_o j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 W_o l m) (fun W_o' => rsum D' (fun d => W_o' j d * x d)) + pd (at2 W_o l m) (fun W_o' => rsum H' (fun k => U_o j k * h k) + b_o j)) _).
  { rule_same (diff_add (at2 W_o l m) (fun W_o' => rsum D' (fun d => W_o' j d * x d)) (fun W_o' => rsum H' (fun k => U_o j k * h k) + b_o j)). }
  apply (eq_eq _ (rsum D' (fun k => x k * delta j l * delta k m) + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 W_o l m) (fun W_o' => rsum D' (fun k => W_o' j k * x k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at2 W_o l m) (fun W_o' => W_o' j k * x k))) _).
      { rule (diff_sum (at2 W_o l m) D' (fun k W_o' => W_o' j k * x k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at2 W_o l m) (fun W_o' => x k * W_o' j k)) _).
      { apply pd_ext.
        intros W_o'; cbv beta.
        arith. }
      apply (eq_eq _ (x k * pd (at2 W_o l m) (fun W_o' => W_o' j k)) _).
      { assert (pd (at2 W_o l m) (fun W_o' => x k) = 0).
        { apply constant. }
        rule (diff_scale (at2 W_o l m) (fun W_o' => x k) (fun W_o' => W_o' j k)). }
      apply (eq_eq _ (x k * (delta j l * delta k m)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum D' (fun k => x k * delta j l * delta k m)) _).
  { arith. }
  rule (shared_8 j l m).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_W_o_u_o_2_sum_delta :
  rsum H' (fun j => u_o_bar j * x m * delta j l)
  = u_o_bar l * x m.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j l * u_o_bar j * x m)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * u_o_bar k * x m)) _); [ same | ].
  rule_same (sum_delta H' (fun j => u_o_bar j * x m) l).
Qed.

(* what u_{o,j} passes back *)
Lemma vjp_h_new_W_o_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at2 W_o l m) (fun W_o' => h_new_of (o_of (u_o_of D' H' W_o' x U_o h b_o)) c_new j))
  = u_o_bar l * x m.
Proof.
  apply (eq_eq _ (u_o_bar l * x m) _).
  { apply (eq_eq _ (pd (at2 W_o l m) (fun W_o' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o' x U_o h b_o)) c_new j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_o_bar j * pd (at2 W_o l m) (fun W_o' => u_o_of D' H' W_o' x U_o h b_o j))) _).
    { refine (eq_trans (chain1_at (at2 W_o l m) H' u_o (fun u_o' => rsum H' (fun j => h_new_bar j * h_new_of (o_of u_o') c_new j)) (fun W_o' => (u_o_of D' H' W_o' x U_o h b_o)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_o; premise. }
    exact (eq_eq _ _ _ vjp_h_new_W_o_u_o_1_lemma vjp_h_new_W_o_u_o_2_sum_delta). }
  apply (eq_eq _ (W_o_bar l m) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_W_o_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_o k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_W_o :
  is_pd (at2 W_o l m) (fun W_o' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o' x U_o h b_o)) c_new j))
  (u_o_bar l * x m).
Proof.
  pose proof vjp_h_new_W_o_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at2 W_o l m) (fun W_o' => h_new_of (o_of (u_o_of D' H' W_o' x U_o h b_o)) c_new j))) _).
  { weighted. }
  exact vjp_h_new_W_o_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_W_o_outright : option (
  is_pd (at2 W_o l m) (fun W_o' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o' x U_o h b_o)) c_new j))
  (u_o_bar l * x m)).
Proof.
  attempt "vjp_h_new_W_o" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (j, d)) (Formula.C (x d))))) (Formula.C (rsum H' (fun k => U_o j k * h k)))) (Formula.C (b_o j))))))) (Formula.C (tanh (c_new j)))))))).
Defined.
End vjp_h_new_W_o.

(** * VJP of h_new for U_o *)

Section vjp_h_new_U_o.
Variables (l m : nat).
Hypothesis l_in : (l < H')%nat.
Hypothesis m_in : (m < H')%nat.

(* put in ∂u_{o,j}/∂U_{o,lm} *)
Lemma vjp_h_new_U_o_u_o_1_lemma :
  rsum H' (fun j => u_o_bar j * pd (at2 U_o l m) (fun U_o' => u_o_of D' H' W_o x U_o' h b_o j))
  = rsum H' (fun j => u_o_bar j * h m * delta j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (u_o_bar j * (h m * delta j l)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 U_o l m) (fun U_o' => rsum D' (fun d => W_o j d * x d) + rsum H' (fun k => U_o' j k * h k) + b_o j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 U_o l m) (fun U_o' => rsum D' (fun d => W_o j d * x d)) + pd (at2 U_o l m) (fun U_o' => rsum H' (fun k => U_o' j k * h k) + b_o j)) _).
  { rule_same (diff_add (at2 U_o l m) (fun U_o' => rsum D' (fun d => W_o j d * x d)) (fun U_o' => rsum H' (fun k => U_o' j k * h k) + b_o j)). }
  apply (eq_eq _ (0 + rsum H' (fun k => h k * delta j l * delta k m) + 0) _).
  { apply (eq_eq _ (0 + (rsum H' (fun k => h k * delta j l * delta k m) + 0)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at2 U_o l m) (fun U_o' => rsum H' (fun k => U_o' j k * h k)) + pd (at2 U_o l m) (fun U_o' => b_o j)) _).
    { rule (diff_add (at2 U_o l m) (fun U_o' => rsum H' (fun k => U_o' j k * h k)) (fun U_o' => b_o j)). }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun k => pd (at2 U_o l m) (fun U_o' => U_o' j k * h k))) _).
      { rule (diff_sum (at2 U_o l m) H' (fun l' U_o' => U_o' j l' * h l') (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at2 U_o l m) (fun U_o' => h k * U_o' j k)) _).
      { apply pd_ext.
        intros U_o'; cbv beta.
        arith. }
      apply (eq_eq _ (h k * pd (at2 U_o l m) (fun U_o' => U_o' j k)) _).
      { assert (pd (at2 U_o l m) (fun U_o' => h k) = 0).
        { apply constant. }
        rule (diff_scale (at2 U_o l m) (fun U_o' => h k) (fun U_o' => U_o' j k)). }
      apply (eq_eq _ (h k * (delta j l * delta k m)) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  apply (eq_eq _ (rsum H' (fun k => h k * delta j l * delta k m)) _).
  { arith. }
  rule (shared_9 j l m).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_U_o_u_o_2_sum_delta :
  rsum H' (fun j => u_o_bar j * h m * delta j l)
  = u_o_bar l * h m.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j l * u_o_bar j * h m)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * u_o_bar k * h m)) _); [ same | ].
  rule_same (sum_delta H' (fun j => u_o_bar j * h m) l).
Qed.

(* what u_{o,j} passes back *)
Lemma vjp_h_new_U_o_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at2 U_o l m) (fun U_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o' h b_o)) c_new j))
  = u_o_bar l * h m.
Proof.
  apply (eq_eq _ (u_o_bar l * h m) _).
  { apply (eq_eq _ (pd (at2 U_o l m) (fun U_o' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x U_o' h b_o)) c_new j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_o_bar j * pd (at2 U_o l m) (fun U_o' => u_o_of D' H' W_o x U_o' h b_o j))) _).
    { refine (eq_trans (chain1_at (at2 U_o l m) H' u_o (fun u_o' => rsum H' (fun j => h_new_bar j * h_new_of (o_of u_o') c_new j)) (fun U_o' => (u_o_of D' H' W_o x U_o' h b_o)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_o; premise. }
    exact (eq_eq _ _ _ vjp_h_new_U_o_u_o_1_lemma vjp_h_new_U_o_u_o_2_sum_delta). }
  apply (eq_eq _ (U_o_bar l m) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_U_o_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_o k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_U_o :
  is_pd (at2 U_o l m) (fun U_o' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x U_o' h b_o)) c_new j))
  (u_o_bar l * h m).
Proof.
  pose proof vjp_h_new_U_o_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at2 U_o l m) (fun U_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o' h b_o)) c_new j))) _).
  { weighted. }
  exact vjp_h_new_U_o_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_U_o_outright : option (
  is_pd (at2 U_o l m) (fun U_o' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x U_o' h b_o)) c_new j))
  (u_o_bar l * h m)).
Proof.
  attempt "vjp_h_new_U_o" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_o j d * x d))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (j, k)) (Formula.C (h k)))))) (Formula.C (b_o j))))))) (Formula.C (tanh (c_new j)))))))).
Defined.
End vjp_h_new_U_o.

(** * VJP of h_new for b_o *)

Section vjp_h_new_b_o.
Variables (l : nat).
Hypothesis l_in : (l < H')%nat.

(* put in ∂u_{o,j}/∂b_{o,l} *)
Lemma vjp_h_new_b_o_u_o_1_lemma :
  rsum H' (fun j => u_o_bar j * pd (at1 b_o l) (fun b_o' => u_o_of D' H' W_o x U_o h b_o' j))
  = rsum H' (fun j => u_o_bar j * delta j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 b_o l) (fun b_o' => rsum D' (fun d => W_o j d * x d) + rsum H' (fun k => U_o j k * h k) + b_o' j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 b_o l) (fun b_o' => rsum D' (fun d => W_o j d * x d)) + pd (at1 b_o l) (fun b_o' => rsum H' (fun k => U_o j k * h k) + b_o' j)) _).
  { rule_same (diff_add (at1 b_o l) (fun b_o' => rsum D' (fun d => W_o j d * x d)) (fun b_o' => rsum H' (fun k => U_o j k * h k) + b_o' j)). }
  apply (eq_eq _ (0 + 0 + delta j l) _).
  { apply (eq_eq _ (0 + (0 + delta j l)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at1 b_o l) (fun b_o' => rsum H' (fun k => U_o j k * h k)) + pd (at1 b_o l) (fun b_o' => b_o' j)) _).
    { rule (diff_add (at1 b_o l) (fun b_o' => rsum H' (fun k => U_o j k * h k)) (fun b_o' => b_o' j)). }
    refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_b_o_u_o_2_sum_delta :
  rsum H' (fun j => u_o_bar j * delta j l)
  = u_o_bar l.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j l * u_o_bar j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * u_o_bar k)) _); [ same | ].
  rule (sum_delta H' (fun j => u_o_bar j) l).
Qed.

(* what u_{o,j} passes back *)
Lemma vjp_h_new_b_o_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at1 b_o l) (fun b_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o h b_o')) c_new j))
  = u_o_bar l.
Proof.
  apply (eq_eq _ (u_o_bar l) _).
  { apply (eq_eq _ (pd (at1 b_o l) (fun b_o' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x U_o h b_o')) c_new j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => u_o_bar j * pd (at1 b_o l) (fun b_o' => u_o_of D' H' W_o x U_o h b_o' j))) _).
    { refine (eq_trans (chain1_at (at1 b_o l) H' u_o (fun u_o' => rsum H' (fun j => h_new_bar j * h_new_of (o_of u_o') c_new j)) (fun b_o' => (u_o_of D' H' W_o x U_o h b_o')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_u_o; premise. }
    exact (eq_eq _ _ _ vjp_h_new_b_o_u_o_1_lemma vjp_h_new_b_o_u_o_2_sum_delta). }
  apply (eq_eq _ (b_o_bar l) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma vjp_h_new_b_o_needs_1 :
  (forall k, (k < H')%nat -> 1 + exp (- u_o k) <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_h_new_b_o :
  is_pd (at1 b_o l) (fun b_o' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x U_o h b_o')) c_new j))
  (u_o_bar l).
Proof.
  pose proof vjp_h_new_b_o_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at1 b_o l) (fun b_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o h b_o')) c_new j))) _).
  { weighted. }
  exact vjp_h_new_b_o_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_b_o_outright : option (
  is_pd (at1 b_o l) (fun b_o' => rsum H' (fun j => h_new_bar j * h_new_of (o_of (u_o_of D' H' W_o x U_o h b_o')) c_new j))
  (u_o_bar l)).
Proof.
  attempt "vjp_h_new_b_o" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.C (rsum D' (fun d => W_o j d * x d))) (Formula.C (rsum H' (fun k => U_o j k * h k)))) (Formula.V (j))))))) (Formula.C (tanh (c_new j)))))))).
Defined.
End vjp_h_new_b_o.

(** * VJP of h_new for c *)

Section vjp_h_new_c.
Variables (l : nat).
Hypothesis l_in : (l < H')%nat.

(* put in ∂c_{new,j}/∂c_l *)
Lemma vjp_h_new_c_c_new_1_lemma :
  rsum H' (fun j => c_new_bar j * pd (at1 c l) (fun c' => c_new_of f c' i g j))
  = rsum H' (fun j => c_new_bar j * f j * delta j l).
Proof.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (c_new_bar j * (f j * delta j l)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 c l) (fun c' => f j * c' j + i j * g j)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 c l) (fun c' => f j * c' j) + pd (at1 c l) (fun c' => i j * g j)) _).
  { rule (diff_add (at1 c l) (fun c' => f j * c' j) (fun c' => i j * g j)). }
  apply (eq_eq _ (f j * delta j l + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 c l) (fun c' => f j * c' j)) _).
      { reflexivity. }
      apply (eq_eq _ (f j * pd (at1 c l) (fun c' => c' j)) _).
      { assert (pd (at1 c l) (fun c' => f j) = 0).
        { apply constant. }
        rule (diff_scale (at1 c l) (fun c' => f j) (fun c' => c' j)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_h_new_c_c_new_2_sum_delta :
  rsum H' (fun j => c_new_bar j * f j * delta j l)
  = c_new_bar l * f l.
Proof.
  apply (eq_eq _ (rsum H' (fun j => delta j l * c_new_bar j * f j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k l * c_new_bar k * f k)) _); [ same | ].
  rule_same (sum_delta H' (fun j => c_new_bar j * f j) l).
Qed.

(* what c_{new,j} passes back *)
Lemma vjp_h_new_c_1_vjp :
  rsum H' (fun j => h_new_bar j * pd (at1 c l) (fun c' => h_new_of o (c_new_of f c' i g) j))
  = c_new_bar l * f l.
Proof.
  apply (eq_eq _ (c_new_bar l * f l) _).
  { apply (eq_eq _ (pd (at1 c l) (fun c' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c' i g) j))) _).
    { symmetry; apply is_pd_value; weighted. }
    apply (eq_eq _ (rsum H' (fun j => c_new_bar j * pd (at1 c l) (fun c' => c_new_of f c' i g j))) _).
    { refine (eq_trans (chain1_at (at1 c l) H' c_new (fun c_new' => rsum H' (fun j => h_new_bar j * h_new_of o c_new' j)) (fun c' => (c_new_of f c' i g)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult _ eq_refl).
      apply is_pd_value, vjp_h_new_c_new; premise. }
    exact (eq_eq _ _ _ vjp_h_new_c_c_new_1_lemma vjp_h_new_c_c_new_2_sum_delta). }
  apply (eq_eq _ (c_bar l) _).
  { reflexivity. }
  reflexivity.
Qed.

Theorem vjp_h_new_c :
  is_pd (at1 c l) (fun c' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c' i g) j))
  (c_new_bar l * f l).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun j => h_new_bar j * pd (at1 c l) (fun c' => h_new_of o (c_new_of f c' i g) j))) _).
  { weighted. }
  exact vjp_h_new_c_1_vjp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_h_new_c_outright : option (
  is_pd (at1 c l) (fun c' => rsum H' (fun j => h_new_bar j * h_new_of o (c_new_of f c' i g) j))
  (c_new_bar l * f l)).
Proof.
  attempt "vjp_h_new_c" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun j => (Formula.Mul (Formula.C (h_new_bar j)) (Formula.Mul (Formula.C (o j)) (Formula.Tanh (Formula.Add (Formula.Mul (Formula.C (f j)) (Formula.V (j))) (Formula.C (i j * g j))))))))).
Defined.
End vjp_h_new_c.

(** * JVP of h_new for W_i, x, U_i, h, b_i, W_f, U_f, b_f, W_g, U_g, b_g, W_o, U_o, b_o, c *)

Section jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c.
Variables (j : nat).
Hypothesis j_in : (j < H')%nat.

(* put in ∂h_{new,j}/∂u_{o,i} *)
Lemma jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_u_o_1_lemma :
  rsum H' (fun i' => pd (at1 u_o i') (fun u_o' => h_new_of (o_of u_o') c_new j) * u_o_dot i')
  = rsum H' (fun i' => h_new j * delta j i' * (1 - o j) * u_o_dot i').
Proof.
  assert (1 + exp (- u_o j) <> 0).
  { sgn. }
  apply rsum_ext; intros i' ?; cbv beta.
  apply (eq_eq _ ((h_new j * delta j i' * (1 - o j)) * u_o_dot i') _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum H' (fun k => pd (at1 o k) (fun o' => h_new_of o' c_new j) * pd (at1 u_o i') (fun u_o' => o_of u_o' k))) _).
  { assert ((forall k, (k < H')%nat -> 1 + exp (- u_o k) <> 0)).
    { intros k ?.
      sgn. }
    assert (1 + exp (- u_o j) <> 0).
    { sgn. }
    apply (chain1 (at1 u_o i') H' (fun o' => h_new_of o' c_new j) (fun u_o' => o_of u_o')); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k => tanh (c_new j) * delta j k * o k * delta k i' * (1 - o k))) _).
  { assert ((forall k, (k < H')%nat -> 1 + exp (- u_o k) <> 0)).
    { intros k ?.
      sgn. }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((tanh (c_new j) * delta j k) * (o k * delta k i' * (1 - o k))) _); [ | same ].
    refine (f_equal2 Rmult _ _).
    { apply (eq_eq _ (pd (at1 o k) (fun o' => o' j * tanh (c_new j))) _).
      { reflexivity. }
      apply (eq_eq _ (pd (at1 o k) (fun o' => tanh (c_new j) * o' j)) _).
      { apply pd_ext.
        intros o'; cbv beta.
        arith. }
      apply (eq_eq _ (tanh (c_new j) * pd (at1 o k) (fun o' => o' j)) _).
      { assert (pd (at1 o k) (fun o' => tanh (c_new j)) = 0).
        { apply constant. }
        rule (diff_scale (at1 o k) (fun o' => tanh (c_new j)) (fun o' => o' j)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    rule (shared_7 k i'). }
  apply (eq_eq _ (rsum H' (fun k => delta k j * tanh (c_new j) * o k * delta k i' * (1 - o k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  apply (eq_eq _ (tanh (c_new j) * o j * delta j i' * (1 - o j)) _).
  { rule_same (sum_delta H' (fun k => tanh (c_new j) * o k * delta k i' * (1 - o k)) j). }
  apply (eq_eq _ (delta j i' * tanh (c_new j) * o j - delta j i' * tanh (c_new j) * o j ^ 2) _).
  { arith. }
  apply (eq_eq _ (h_new j * delta j i' - o j * h_new j * delta j i') _).
  { symmetry.
    apply (eq_eq _ (tanh (c_new j) * o j * delta j i' - o j * tanh (c_new j) * o j * delta j i') _).
    { refine (f_equal2 Rplus _ (f_equal Ropp _)).
      { apply (eq_eq _ ((tanh (c_new j) * o j) * delta j i') _); [ | same ].
        refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ (o j * tanh (c_new j)) _).
        { reflexivity. }
        arith. }
      apply (eq_eq _ (o j * (tanh (c_new j) * o j) * delta j i') _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
      apply (eq_eq _ (o j * tanh (c_new j)) _).
      { reflexivity. }
      arith. }
    arith. }
  apply (eq_eq _ (delta j i' * h_new j - delta j i' * h_new j * o j) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_u_o_2_sum_delta :
  rsum H' (fun i' => h_new j * delta j i' * (1 - o j) * u_o_dot i')
  = h_new j * (1 - o j) * u_o_dot j.
Proof.
  apply (eq_eq _ (rsum H' (fun i' => delta i' j * h_new j * (1 - o j) * u_o_dot i')) _).
  { apply rsum_ext; intros i' ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k j * h_new j * (1 - o j) * u_o_dot k)) _); [ same | ].
  rule_same (sum_delta H' (fun i' => h_new j * (1 - o j) * u_o_dot i') j).
Qed.

(* put in ∂h_{new,j}/∂c_{new,i} *)
Lemma jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_c_new_1_lemma :
  rsum H' (fun i' => pd (at1 c_new i') (fun c_new' => h_new_of o c_new' j) * c_new_dot i')
  = rsum H' (fun i' => o j * (1 - tanh (c_new j) ^ 2) * delta j i' * c_new_dot i').
Proof.
  apply rsum_ext; intros i' ?; cbv beta.
  apply (eq_eq _ ((o j * (1 - tanh (c_new j) ^ 2) * delta j i') * c_new_dot i') _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 c_new i') (fun c_new' => o j * tanh (c_new' j))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 c_new i') (fun c_new' => o j * tanh (c_new' j))) _).
  { reflexivity. }
  apply (eq_eq _ (o j * pd (at1 c_new i') (fun c_new' => tanh (c_new' j))) _).
  { assert (pd (at1 c_new i') (fun c_new' => o j) = 0).
    { apply constant. }
    rule (diff_scale (at1 c_new i') (fun c_new' => o j) (fun c_new' => tanh (c_new' j))). }
  apply (eq_eq _ (o j * ((1 - tanh (c_new j) ^ 2) * delta j i')) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ ((1 - tanh (c_new j) ^ 2) * pd (at1 c_new i') (fun c_new' => c_new' j)) _).
  { rule (diff_tanh (at1 c_new i') (fun c_new' => c_new' j)). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_c_new_2_sum_delta :
  rsum H' (fun i' => o j * (1 - tanh (c_new j) ^ 2) * delta j i' * c_new_dot i')
  = o j * (1 - tanh (c_new j) ^ 2) * c_new_dot j.
Proof.
  apply (eq_eq _ (rsum H' (fun i' => delta i' j * o j * (1 - tanh (c_new j) ^ 2) * c_new_dot i')) _).
  { apply rsum_ext; intros i' ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k j * o j * (1 - tanh (c_new j) ^ 2) * c_new_dot k)) _); [ same | ].
  rule_same (sum_delta H' (fun i' => o j * (1 - tanh (c_new j) ^ 2) * c_new_dot i') j).
Qed.

(* what u_{o,j} and c_{new,j} pass on, each with the rest held fixed *)
Lemma jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_1_jvp :
  rsum H' (fun l => rsum D' (fun m => pd (at2 W_i l m) (fun W_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i' x U_i h b_i)) g) j) * W_i_dot l m)) + rsum D' (fun l => pd (at1 x l) (fun x' => h_new_of (o_of (u_o_of D' H' W_o x' U_o h b_o)) (c_new_of (f_of (u_f_of D' H' W_f x' U_f h b_f)) c (i_of (u_i_of D' H' W_i x' U_i h b_i)) (g_of (u_g_of D' H' W_g x' U_g h b_g))) j) * x_dot l) + rsum H' (fun l => rsum H' (fun m => pd (at2 U_i l m) (fun U_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i' h b_i)) g) j) * U_i_dot l m)) + rsum H' (fun l => pd (at1 h l) (fun h' => h_new_of (o_of (u_o_of D' H' W_o x U_o h' b_o)) (c_new_of (f_of (u_f_of D' H' W_f x U_f h' b_f)) c (i_of (u_i_of D' H' W_i x U_i h' b_i)) (g_of (u_g_of D' H' W_g x U_g h' b_g))) j) * h_dot l) + rsum H' (fun l => pd (at1 b_i l) (fun b_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i h b_i')) g) j) * b_i_dot l) + rsum H' (fun l => rsum D' (fun m => pd (at2 W_f l m) (fun W_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f' x U_f h b_f)) c i g) j) * W_f_dot l m)) + rsum H' (fun l => rsum H' (fun m => pd (at2 U_f l m) (fun U_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f' h b_f)) c i g) j) * U_f_dot l m)) + rsum H' (fun l => pd (at1 b_f l) (fun b_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f h b_f')) c i g) j) * b_f_dot l) + rsum H' (fun l => rsum D' (fun m => pd (at2 W_g l m) (fun W_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g' x U_g h b_g))) j) * W_g_dot l m)) + rsum H' (fun l => rsum H' (fun m => pd (at2 U_g l m) (fun U_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g' h b_g))) j) * U_g_dot l m)) + rsum H' (fun l => pd (at1 b_g l) (fun b_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g h b_g'))) j) * b_g_dot l) + rsum H' (fun l => rsum D' (fun m => pd (at2 W_o l m) (fun W_o' => h_new_of (o_of (u_o_of D' H' W_o' x U_o h b_o)) c_new j) * W_o_dot l m)) + rsum H' (fun l => rsum H' (fun m => pd (at2 U_o l m) (fun U_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o' h b_o)) c_new j) * U_o_dot l m)) + rsum H' (fun l => pd (at1 b_o l) (fun b_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o h b_o')) c_new j) * b_o_dot l) + rsum H' (fun l => pd (at1 c l) (fun c' => h_new_of o (c_new_of f c' i g) j) * c_dot l)
  = h_new j * (1 - o j) * u_o_dot j + o j * (1 - tanh (c_new j) ^ 2) * c_new_dot j.
Proof.
  apply (eq_eq _ (h_new j * (1 - o j) * u_o_dot j + o j * (1 - tanh (c_new j) ^ 2) * c_new_dot j) _).
  { apply (eq_eq _ (pd (at0 0) (fun t => h_new_of (o_of (u_o_of D' H' (line2 W_o W_o_dot t) (line1 x x_dot t) (line2 U_o U_o_dot t) (line1 h h_dot t) (line1 b_o b_o_dot t))) (c_new_of (f_of (u_f_of D' H' (line2 W_f W_f_dot t) (line1 x x_dot t) (line2 U_f U_f_dot t) (line1 h h_dot t) (line1 b_f b_f_dot t))) (line1 c c_dot t) (i_of (u_i_of D' H' (line2 W_i W_i_dot t) (line1 x x_dot t) (line2 U_i U_i_dot t) (line1 h h_dot t) (line1 b_i b_i_dot t))) (g_of (u_g_of D' H' (line2 W_g W_g_dot t) (line1 x x_dot t) (line2 U_g U_g_dot t) (line1 h h_dot t) (line1 b_g b_g_dot t)))) j)) _).
    { symmetry.
      apply (eq_eq _ (pd (at0 0) (fun t => h_new_of o (c_new_of f c (i_of (u_i_of D' H' (line2 W_i W_i_dot t) x U_i h b_i)) g) j) + pd (at0 0) (fun t => h_new_of (o_of (u_o_of D' H' W_o (line1 x x_dot t) U_o h b_o)) (c_new_of (f_of (u_f_of D' H' W_f (line1 x x_dot t) U_f h b_f)) c (i_of (u_i_of D' H' W_i (line1 x x_dot t) U_i h b_i)) (g_of (u_g_of D' H' W_g (line1 x x_dot t) U_g h b_g))) j) + pd (at0 0) (fun t => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x (line2 U_i U_i_dot t) h b_i)) g) j) + pd (at0 0) (fun t => h_new_of (o_of (u_o_of D' H' W_o x U_o (line1 h h_dot t) b_o)) (c_new_of (f_of (u_f_of D' H' W_f x U_f (line1 h h_dot t) b_f)) c (i_of (u_i_of D' H' W_i x U_i (line1 h h_dot t) b_i)) (g_of (u_g_of D' H' W_g x U_g (line1 h h_dot t) b_g))) j) + pd (at0 0) (fun t => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i h (line1 b_i b_i_dot t))) g) j) + pd (at0 0) (fun t => h_new_of o (c_new_of (f_of (u_f_of D' H' (line2 W_f W_f_dot t) x U_f h b_f)) c i g) j) + pd (at0 0) (fun t => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x (line2 U_f U_f_dot t) h b_f)) c i g) j) + pd (at0 0) (fun t => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f h (line1 b_f b_f_dot t))) c i g) j) + pd (at0 0) (fun t => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' (line2 W_g W_g_dot t) x U_g h b_g))) j) + pd (at0 0) (fun t => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x (line2 U_g U_g_dot t) h b_g))) j) + pd (at0 0) (fun t => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g h (line1 b_g b_g_dot t)))) j) + pd (at0 0) (fun t => h_new_of (o_of (u_o_of D' H' (line2 W_o W_o_dot t) x U_o h b_o)) c_new j) + pd (at0 0) (fun t => h_new_of (o_of (u_o_of D' H' W_o x (line2 U_o U_o_dot t) h b_o)) c_new j) + pd (at0 0) (fun t => h_new_of (o_of (u_o_of D' H' W_o x U_o h (line1 b_o b_o_dot t))) c_new j) + pd (at0 0) (fun t => h_new_of o (c_new_of f (line1 c c_dot t) i g) j)) _).
      { refine (eq_trans (apart (at0 0) 15 (fun each => h_new_of (o_of (u_o_of D' H' (line2 W_o W_o_dot (each 11%nat)) (line1 x x_dot (each 1%nat)) (line2 U_o U_o_dot (each 12%nat)) (line1 h h_dot (each 3%nat)) (line1 b_o b_o_dot (each 13%nat)))) (c_new_of (f_of (u_f_of D' H' (line2 W_f W_f_dot (each 5%nat)) (line1 x x_dot (each 1%nat)) (line2 U_f U_f_dot (each 6%nat)) (line1 h h_dot (each 3%nat)) (line1 b_f b_f_dot (each 7%nat)))) (line1 c c_dot (each 14%nat)) (i_of (u_i_of D' H' (line2 W_i W_i_dot (each 0%nat)) (line1 x x_dot (each 1%nat)) (line2 U_i U_i_dot (each 2%nat)) (line1 h h_dot (each 3%nat)) (line1 b_i b_i_dot (each 4%nat)))) (g_of (u_g_of D' H' (line2 W_g W_g_dot (each 8%nat)) (line1 x x_dot (each 1%nat)) (line2 U_g U_g_dot (each 9%nat)) (line1 h h_dot (each 3%nat)) (line1 b_g b_g_dot (each 10%nat))))) j) _) _); [ dsm | ].
        cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
      refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _) _) _) _) _) _) _) _) _) _) _) _).
      { apply (eq_eq _ (rsum H' (fun l => rsum D' (fun m => pd (at2 W_i l m) (fun W_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i' x U_i h b_i)) g) j) * W_i_dot l m))) _).
        { refine (eq_trans (chain2_at (at0 0) H' D' W_i (fun W_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i' x U_i h b_i)) g) j) (fun t => (line2 W_i W_i_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      { apply (eq_eq _ (rsum D' (fun l => pd (at1 x l) (fun x' => h_new_of (o_of (u_o_of D' H' W_o x' U_o h b_o)) (c_new_of (f_of (u_f_of D' H' W_f x' U_f h b_f)) c (i_of (u_i_of D' H' W_i x' U_i h b_i)) (g_of (u_g_of D' H' W_g x' U_g h b_g))) j) * x_dot l)) _).
        { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => h_new_of (o_of (u_o_of D' H' W_o x' U_o h b_o)) (c_new_of (f_of (u_f_of D' H' W_f x' U_f h b_f)) c (i_of (u_i_of D' H' W_i x' U_i h b_i)) (g_of (u_g_of D' H' W_g x' U_g h b_g))) j) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun l => rsum H' (fun m => pd (at2 U_i l m) (fun U_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i' h b_i)) g) j) * U_i_dot l m))) _).
        { refine (eq_trans (chain2_at (at0 0) H' H' U_i (fun U_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i' h b_i)) g) j) (fun t => (line2 U_i U_i_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun l => pd (at1 h l) (fun h' => h_new_of (o_of (u_o_of D' H' W_o x U_o h' b_o)) (c_new_of (f_of (u_f_of D' H' W_f x U_f h' b_f)) c (i_of (u_i_of D' H' W_i x U_i h' b_i)) (g_of (u_g_of D' H' W_g x U_g h' b_g))) j) * h_dot l)) _).
        { refine (eq_trans (chain1_at (at0 0) H' h (fun h' => h_new_of (o_of (u_o_of D' H' W_o x U_o h' b_o)) (c_new_of (f_of (u_f_of D' H' W_f x U_f h' b_f)) c (i_of (u_i_of D' H' W_i x U_i h' b_i)) (g_of (u_g_of D' H' W_g x U_g h' b_g))) j) (fun t => (line1 h h_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun l => pd (at1 b_i l) (fun b_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i h b_i')) g) j) * b_i_dot l)) _).
        { refine (eq_trans (chain1_at (at0 0) H' b_i (fun b_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i h b_i')) g) j) (fun t => (line1 b_i b_i_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun l => rsum D' (fun m => pd (at2 W_f l m) (fun W_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f' x U_f h b_f)) c i g) j) * W_f_dot l m))) _).
        { refine (eq_trans (chain2_at (at0 0) H' D' W_f (fun W_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f' x U_f h b_f)) c i g) j) (fun t => (line2 W_f W_f_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun l => rsum H' (fun m => pd (at2 U_f l m) (fun U_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f' h b_f)) c i g) j) * U_f_dot l m))) _).
        { refine (eq_trans (chain2_at (at0 0) H' H' U_f (fun U_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f' h b_f)) c i g) j) (fun t => (line2 U_f U_f_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun l => pd (at1 b_f l) (fun b_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f h b_f')) c i g) j) * b_f_dot l)) _).
        { refine (eq_trans (chain1_at (at0 0) H' b_f (fun b_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f h b_f')) c i g) j) (fun t => (line1 b_f b_f_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun l => rsum D' (fun m => pd (at2 W_g l m) (fun W_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g' x U_g h b_g))) j) * W_g_dot l m))) _).
        { refine (eq_trans (chain2_at (at0 0) H' D' W_g (fun W_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g' x U_g h b_g))) j) (fun t => (line2 W_g W_g_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun l => rsum H' (fun m => pd (at2 U_g l m) (fun U_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g' h b_g))) j) * U_g_dot l m))) _).
        { refine (eq_trans (chain2_at (at0 0) H' H' U_g (fun U_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g' h b_g))) j) (fun t => (line2 U_g U_g_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun l => pd (at1 b_g l) (fun b_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g h b_g'))) j) * b_g_dot l)) _).
        { refine (eq_trans (chain1_at (at0 0) H' b_g (fun b_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g h b_g'))) j) (fun t => (line1 b_g b_g_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun l => rsum D' (fun m => pd (at2 W_o l m) (fun W_o' => h_new_of (o_of (u_o_of D' H' W_o' x U_o h b_o)) c_new j) * W_o_dot l m))) _).
        { refine (eq_trans (chain2_at (at0 0) H' D' W_o (fun W_o' => h_new_of (o_of (u_o_of D' H' W_o' x U_o h b_o)) c_new j) (fun t => (line2 W_o W_o_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun l => rsum H' (fun m => pd (at2 U_o l m) (fun U_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o' h b_o)) c_new j) * U_o_dot l m))) _).
        { refine (eq_trans (chain2_at (at0 0) H' H' U_o (fun U_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o' h b_o)) c_new j) (fun t => (line2 U_o U_o_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity2. }
        reflexivity. }
      { apply (eq_eq _ (rsum H' (fun l => pd (at1 b_o l) (fun b_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o h b_o')) c_new j) * b_o_dot l)) _).
        { refine (eq_trans (chain1_at (at0 0) H' b_o (fun b_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o h b_o')) c_new j) (fun t => (line1 b_o b_o_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1. }
        reflexivity. }
      apply (eq_eq _ (rsum H' (fun l => pd (at1 c l) (fun c' => h_new_of o (c_new_of f c' i g) j) * c_dot l)) _).
      { refine (eq_trans (chain1_at (at0 0) H' c (fun c' => h_new_of o (c_new_of f c' i g) j) (fun t => (line1 c c_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity1. }
      reflexivity. }
    assert (moves_u_i : forall j', (j' < H')%nat -> pd (at0 0) (fun t => u_i_of D' H' (line2 W_i W_i_dot t) (line1 x x_dot t) (line2 U_i U_i_dot t) (line1 h h_dot t) (line1 b_i b_i_dot t) j') = u_i_dot j').
    { intros j' ?.
      apply (eq_eq _ (rsum D' (fun l => W_i_dot j' l * x l) + rsum D' (fun i' => W_i j' i' * x_dot i') + rsum H' (fun l => U_i_dot j' l * h l) + rsum H' (fun i' => U_i j' i' * h_dot i') + b_i_dot j') _).
      { apply (eq_eq _ (pd (at0 0) (fun t => u_i_of D' H' (line2 W_i W_i_dot t) x U_i h b_i j') + pd (at0 0) (fun t => u_i_of D' H' W_i (line1 x x_dot t) U_i h b_i j') + pd (at0 0) (fun t => u_i_of D' H' W_i x (line2 U_i U_i_dot t) h b_i j') + pd (at0 0) (fun t => u_i_of D' H' W_i x U_i (line1 h h_dot t) b_i j') + pd (at0 0) (fun t => u_i_of D' H' W_i x U_i h (line1 b_i b_i_dot t) j')) _).
        { refine (eq_trans (apart (at0 0) 5 (fun each => u_i_of D' H' (line2 W_i W_i_dot (each 0%nat)) (line1 x x_dot (each 1%nat)) (line2 U_i U_i_dot (each 2%nat)) (line1 h h_dot (each 3%nat)) (line1 b_i b_i_dot (each 4%nat)) j') _) _); [ dsm | ].
          cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
        refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _) _).
        { apply (eq_eq _ (rsum H' (fun i' => rsum D' (fun l => pd (at2 W_i i' l) (fun W_i' => u_i_of D' H' W_i' x U_i h b_i j') * W_i_dot i' l))) _).
          { refine (eq_trans (chain2_at (at0 0) H' D' W_i (fun W_i' => u_i_of D' H' W_i' x U_i h b_i j') (fun t => (line2 W_i W_i_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum H' (fun i' => rsum D' (fun l => x l * delta j' i' * W_i_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ ((x l * delta j' i') * W_i_dot i' l) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 W_i i' l) (fun W_i' => rsum D' (fun d => W_i' j' d * x d) + rsum H' (fun k => U_i j' k * h k) + b_i j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at2 W_i i' l) (fun W_i' => rsum D' (fun d => W_i' j' d * x d) + rsum H' (fun l' => U_i j' l' * h l') + b_i j')) _); [ same | ].
            apply (eq_eq _ (pd (at2 W_i i' l) (fun W_i' => rsum D' (fun d => W_i' j' d * x d)) + pd (at2 W_i i' l) (fun W_i' => rsum H' (fun l' => U_i j' l' * h l') + b_i j')) _).
            { rule_same (diff_add (at2 W_i i' l) (fun W_i' => rsum D' (fun d => W_i' j' d * x d)) (fun W_i' => rsum H' (fun l' => U_i j' l' * h l') + b_i j')). }
            apply (eq_eq _ (rsum D' (fun l' => x l' * delta j' i' * delta l' l) + 0) _).
            { refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at2 W_i i' l) (fun W_i' => rsum D' (fun k => W_i' j' k * x k))) _); [ same | ].
                apply (eq_eq _ (rsum D' (fun l' => pd (at2 W_i i' l) (fun W_i' => W_i' j' l' * x l'))) _).
                { rule_same (diff_sum (at2 W_i i' l) D' (fun k W_i' => W_i' j' k * x k) (fun k => true)). }
                apply rsum_ext; intros l' ?; cbv beta.
                apply (eq_eq _ (pd (at2 W_i i' l) (fun W_i' => x l' * W_i' j' l')) _).
                { apply pd_ext.
                  intros W_i'; cbv beta.
                  arith. }
                apply (eq_eq _ (x l' * pd (at2 W_i i' l) (fun W_i' => W_i' j' l')) _).
                { assert (pd (at2 W_i i' l) (fun W_i' => x l') = 0).
                  { apply constant. }
                  rule (diff_scale (at2 W_i i' l) (fun W_i' => x l') (fun W_i' => W_i' j' l')). }
                apply (eq_eq _ (x l' * (delta j' i' * delta l' l)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply constant. }
            apply (eq_eq _ (rsum D' (fun l' => x l' * delta j' i' * delta l' l)) _).
            { arith. }
            apply (eq_eq _ (rsum D' (fun l' => delta l' l * x l' * delta j' i')) _).
            { apply rsum_ext; intros l' ?; cbv beta.
              arith. }
            rule_same (sum_delta D' (fun l' => x l' * delta j' i') l). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum D' (fun l => x l * W_i_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply (eq_eq _ (rsum D' (fun l => delta j' i' * x l * W_i_dot i' l)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum D' (fun k => delta j' i' * x k * W_i_dot i' k)) _); [ same | ].
            apply (eq_eq _ (delta j' i' * rsum D' (fun k => x k * W_i_dot i' k)) _); [ | same ].
            rule_same (sum_factor D' (delta j' i') (fun l => x l * W_i_dot i' l) (fun l => true)). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum D' (fun l => W_i_dot i' l * x l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            refine (f_equal2 Rmult eq_refl _).
            apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun i' => delta i' j' * rsum D' (fun l => W_i_dot i' l * x l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * rsum D' (fun l => W_i_dot k l * x l))) _); [ same | ].
          apply (eq_eq _ (rsum D' (fun l => W_i_dot j' l * x l)) _).
          { rule (sum_delta H' (fun i' => rsum D' (fun l => W_i_dot i' l * x l)) j'). }
          reflexivity. }
        { apply (eq_eq _ (rsum D' (fun i' => pd (at1 x i') (fun x' => u_i_of D' H' W_i x' U_i h b_i j') * x_dot i')) _).
          { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => u_i_of D' H' W_i x' U_i h b_i j') (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply rsum_ext; intros i' ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 x i') (fun x' => rsum D' (fun d => W_i j' d * x' d) + rsum H' (fun k => U_i j' k * h k) + b_i j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 x i') (fun x' => rsum D' (fun d => W_i j' d * x' d)) + pd (at1 x i') (fun x' => rsum H' (fun k => U_i j' k * h k) + b_i j')) _).
          { rule_same (diff_add (at1 x i') (fun x' => rsum D' (fun d => W_i j' d * x' d)) (fun x' => rsum H' (fun k => U_i j' k * h k) + b_i j')). }
          apply (eq_eq _ (rsum D' (fun k => W_i j' k * delta k i') + 0) _).
          { refine (f_equal2 Rplus _ _).
            { apply (eq_eq _ (pd (at1 x i') (fun x' => rsum D' (fun k => W_i j' k * x' k))) _); [ same | ].
              apply (eq_eq _ (rsum D' (fun k => pd (at1 x i') (fun x' => W_i j' k * x' k))) _).
              { rule (diff_sum (at1 x i') D' (fun k x' => W_i j' k * x' k) (fun k => true)). }
              apply rsum_ext; intros k ?; cbv beta.
              apply (eq_eq _ (pd (at1 x i') (fun x' => W_i j' k * x' k)) _).
              { reflexivity. }
              apply (eq_eq _ (W_i j' k * pd (at1 x i') (fun x' => x' k)) _).
              { assert (pd (at1 x i') (fun x' => W_i j' k) = 0).
                { apply constant. }
                rule (diff_scale (at1 x i') (fun x' => W_i j' k) (fun x' => x' k)). }
              refine (f_equal2 Rmult eq_refl _).
              apply variable1. }
            apply constant. }
          apply (eq_eq _ (rsum D' (fun k => W_i j' k * delta k i')) _).
          { arith. }
          apply (eq_eq _ (rsum D' (fun k => delta k i' * W_i j' k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_delta D' (fun k => W_i j' k) i'). }
        { apply (eq_eq _ (rsum H' (fun i' => rsum H' (fun l => pd (at2 U_i i' l) (fun U_i' => u_i_of D' H' W_i x U_i' h b_i j') * U_i_dot i' l))) _).
          { refine (eq_trans (chain2_at (at0 0) H' H' U_i (fun U_i' => u_i_of D' H' W_i x U_i' h b_i j') (fun t => (line2 U_i U_i_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum H' (fun i' => rsum H' (fun l => h l * delta j' i' * U_i_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ ((h l * delta j' i') * U_i_dot i' l) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 U_i i' l) (fun U_i' => rsum D' (fun d => W_i j' d * x d) + rsum H' (fun k => U_i' j' k * h k) + b_i j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at2 U_i i' l) (fun U_i' => rsum D' (fun d => W_i j' d * x d) + rsum H' (fun l' => U_i' j' l' * h l') + b_i j')) _); [ same | ].
            apply (eq_eq _ (pd (at2 U_i i' l) (fun U_i' => rsum D' (fun d => W_i j' d * x d)) + pd (at2 U_i i' l) (fun U_i' => rsum H' (fun l' => U_i' j' l' * h l') + b_i j')) _).
            { rule_same (diff_add (at2 U_i i' l) (fun U_i' => rsum D' (fun d => W_i j' d * x d)) (fun U_i' => rsum H' (fun l' => U_i' j' l' * h l') + b_i j')). }
            apply (eq_eq _ (0 + rsum H' (fun l' => h l' * delta j' i' * delta l' l) + 0) _).
            { apply (eq_eq _ (0 + (rsum H' (fun l' => h l' * delta j' i' * delta l' l) + 0)) _); [ | same ].
              refine (f_equal2 Rplus _ _).
              { apply constant. }
              apply (eq_eq _ (pd (at2 U_i i' l) (fun U_i' => rsum H' (fun l' => U_i' j' l' * h l')) + pd (at2 U_i i' l) (fun U_i' => b_i j')) _).
              { rule (diff_add (at2 U_i i' l) (fun U_i' => rsum H' (fun l' => U_i' j' l' * h l')) (fun U_i' => b_i j')). }
              refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at2 U_i i' l) (fun U_i' => rsum H' (fun k => U_i' j' k * h k))) _); [ same | ].
                apply (eq_eq _ (rsum H' (fun l' => pd (at2 U_i i' l) (fun U_i' => U_i' j' l' * h l'))) _).
                { rule_same (diff_sum (at2 U_i i' l) H' (fun k U_i' => U_i' j' k * h k) (fun k => true)). }
                apply rsum_ext; intros l' ?; cbv beta.
                apply (eq_eq _ (pd (at2 U_i i' l) (fun U_i' => h l' * U_i' j' l')) _).
                { apply pd_ext.
                  intros U_i'; cbv beta.
                  arith. }
                apply (eq_eq _ (h l' * pd (at2 U_i i' l) (fun U_i' => U_i' j' l')) _).
                { assert (pd (at2 U_i i' l) (fun U_i' => h l') = 0).
                  { apply constant. }
                  rule (diff_scale (at2 U_i i' l) (fun U_i' => h l') (fun U_i' => U_i' j' l')). }
                apply (eq_eq _ (h l' * (delta j' i' * delta l' l)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply constant. }
            apply (eq_eq _ (rsum H' (fun l' => h l' * delta j' i' * delta l' l)) _).
            { arith. }
            apply (eq_eq _ (rsum H' (fun l' => delta l' l * h l' * delta j' i')) _).
            { apply rsum_ext; intros l' ?; cbv beta.
              arith. }
            rule_same (sum_delta H' (fun l' => h l' * delta j' i') l). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum H' (fun l => h l * U_i_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply (eq_eq _ (rsum H' (fun l => delta j' i' * h l * U_i_dot i' l)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum H' (fun k => delta j' i' * h k * U_i_dot i' k)) _); [ same | ].
            apply (eq_eq _ (delta j' i' * rsum H' (fun k => h k * U_i_dot i' k)) _); [ | same ].
            rule_same (sum_factor H' (delta j' i') (fun l => h l * U_i_dot i' l) (fun l => true)). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum H' (fun l => U_i_dot i' l * h l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            refine (f_equal2 Rmult eq_refl _).
            apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun i' => delta i' j' * rsum H' (fun l => U_i_dot i' l * h l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * rsum H' (fun l => U_i_dot k l * h l))) _); [ same | ].
          apply (eq_eq _ (rsum H' (fun l => U_i_dot j' l * h l)) _).
          { rule (sum_delta H' (fun i' => rsum H' (fun l => U_i_dot i' l * h l)) j'). }
          reflexivity. }
        { apply (eq_eq _ (rsum H' (fun i' => pd (at1 h i') (fun h' => u_i_of D' H' W_i x U_i h' b_i j') * h_dot i')) _).
          { refine (eq_trans (chain1_at (at0 0) H' h (fun h' => u_i_of D' H' W_i x U_i h' b_i j') (fun t => (line1 h h_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply rsum_ext; intros i' ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 h i') (fun h' => rsum D' (fun d => W_i j' d * x d) + rsum H' (fun k => U_i j' k * h' k) + b_i j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 h i') (fun h' => rsum D' (fun d => W_i j' d * x d)) + pd (at1 h i') (fun h' => rsum H' (fun k => U_i j' k * h' k) + b_i j')) _).
          { rule_same (diff_add (at1 h i') (fun h' => rsum D' (fun d => W_i j' d * x d)) (fun h' => rsum H' (fun k => U_i j' k * h' k) + b_i j')). }
          apply (eq_eq _ (0 + rsum H' (fun k => U_i j' k * delta k i') + 0) _).
          { apply (eq_eq _ (0 + (rsum H' (fun k => U_i j' k * delta k i') + 0)) _); [ | same ].
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply (eq_eq _ (pd (at1 h i') (fun h' => rsum H' (fun k => U_i j' k * h' k)) + pd (at1 h i') (fun h' => b_i j')) _).
            { rule (diff_add (at1 h i') (fun h' => rsum H' (fun k => U_i j' k * h' k)) (fun h' => b_i j')). }
            refine (f_equal2 Rplus _ _).
            { apply (eq_eq _ (rsum H' (fun k => pd (at1 h i') (fun h' => U_i j' k * h' k))) _).
              { rule (diff_sum (at1 h i') H' (fun l h' => U_i j' l * h' l) (fun k => true)). }
              apply rsum_ext; intros k ?; cbv beta.
              apply (eq_eq _ (pd (at1 h i') (fun h' => U_i j' k * h' k)) _).
              { reflexivity. }
              apply (eq_eq _ (U_i j' k * pd (at1 h i') (fun h' => h' k)) _).
              { assert (pd (at1 h i') (fun h' => U_i j' k) = 0).
                { apply constant. }
                rule (diff_scale (at1 h i') (fun h' => U_i j' k) (fun h' => h' k)). }
              refine (f_equal2 Rmult eq_refl _).
              apply variable1. }
            apply constant. }
          apply (eq_eq _ (rsum H' (fun k => U_i j' k * delta k i')) _).
          { arith. }
          apply (eq_eq _ (rsum H' (fun k => delta k i' * U_i j' k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_delta H' (fun k => U_i j' k) i'). }
        apply (eq_eq _ (rsum H' (fun i' => pd (at1 b_i i') (fun b_i' => u_i_of D' H' W_i x U_i h b_i' j') * b_i_dot i')) _).
        { refine (eq_trans (chain1_at (at0 0) H' b_i (fun b_i' => u_i_of D' H' W_i x U_i h b_i' j') (fun t => (line1 b_i b_i_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1; hyp. }
        apply (eq_eq _ (rsum H' (fun i' => delta j' i' * b_i_dot i')) _).
        { apply rsum_ext; intros i' ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 b_i i') (fun b_i' => rsum D' (fun d => W_i j' d * x d) + rsum H' (fun k => U_i j' k * h k) + b_i' j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 b_i i') (fun b_i' => rsum D' (fun d => W_i j' d * x d)) + pd (at1 b_i i') (fun b_i' => rsum H' (fun k => U_i j' k * h k) + b_i' j')) _).
          { rule_same (diff_add (at1 b_i i') (fun b_i' => rsum D' (fun d => W_i j' d * x d)) (fun b_i' => rsum H' (fun k => U_i j' k * h k) + b_i' j')). }
          apply (eq_eq _ (0 + 0 + delta j' i') _).
          { apply (eq_eq _ (0 + (0 + delta j' i')) _); [ | same ].
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply (eq_eq _ (pd (at1 b_i i') (fun b_i' => rsum H' (fun k => U_i j' k * h k)) + pd (at1 b_i i') (fun b_i' => b_i' j')) _).
            { rule (diff_add (at1 b_i i') (fun b_i' => rsum H' (fun k => U_i j' k * h k)) (fun b_i' => b_i' j')). }
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply variable1. }
          arith. }
        apply (eq_eq _ (rsum H' (fun i' => delta i' j' * b_i_dot i')) _).
        { apply rsum_ext; intros i' ?; cbv beta.
          same. }
        apply (eq_eq _ (rsum H' (fun k => delta k j' * b_i_dot k)) _); [ same | ].
        rule (sum_delta H' (fun i' => b_i_dot i') j'). }
      reflexivity. }
    assert (moves_u_f : forall j', (j' < H')%nat -> pd (at0 0) (fun t => u_f_of D' H' (line2 W_f W_f_dot t) (line1 x x_dot t) (line2 U_f U_f_dot t) (line1 h h_dot t) (line1 b_f b_f_dot t) j') = u_f_dot j').
    { intros j' ?.
      apply (eq_eq _ (rsum D' (fun i' => W_f j' i' * x_dot i') + rsum H' (fun i' => U_f j' i' * h_dot i') + rsum D' (fun l => W_f_dot j' l * x l) + rsum H' (fun l => U_f_dot j' l * h l) + b_f_dot j') _).
      { apply (eq_eq _ (pd (at0 0) (fun t => u_f_of D' H' W_f (line1 x x_dot t) U_f h b_f j') + pd (at0 0) (fun t => u_f_of D' H' W_f x U_f (line1 h h_dot t) b_f j') + pd (at0 0) (fun t => u_f_of D' H' (line2 W_f W_f_dot t) x U_f h b_f j') + pd (at0 0) (fun t => u_f_of D' H' W_f x (line2 U_f U_f_dot t) h b_f j') + pd (at0 0) (fun t => u_f_of D' H' W_f x U_f h (line1 b_f b_f_dot t) j')) _).
        { refine (eq_trans (apart (at0 0) 5 (fun each => u_f_of D' H' (line2 W_f W_f_dot (each 2%nat)) (line1 x x_dot (each 0%nat)) (line2 U_f U_f_dot (each 3%nat)) (line1 h h_dot (each 1%nat)) (line1 b_f b_f_dot (each 4%nat)) j') _) _); [ dsm | ].
          cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
        refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _) _).
        { apply (eq_eq _ (rsum D' (fun i' => pd (at1 x i') (fun x' => u_f_of D' H' W_f x' U_f h b_f j') * x_dot i')) _).
          { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => u_f_of D' H' W_f x' U_f h b_f j') (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply rsum_ext; intros i' ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 x i') (fun x' => rsum D' (fun d => W_f j' d * x' d) + rsum H' (fun k => U_f j' k * h k) + b_f j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 x i') (fun x' => rsum D' (fun d => W_f j' d * x' d)) + pd (at1 x i') (fun x' => rsum H' (fun k => U_f j' k * h k) + b_f j')) _).
          { rule_same (diff_add (at1 x i') (fun x' => rsum D' (fun d => W_f j' d * x' d)) (fun x' => rsum H' (fun k => U_f j' k * h k) + b_f j')). }
          apply (eq_eq _ (rsum D' (fun k => W_f j' k * delta k i') + 0) _).
          { refine (f_equal2 Rplus _ _).
            { apply (eq_eq _ (pd (at1 x i') (fun x' => rsum D' (fun k => W_f j' k * x' k))) _); [ same | ].
              apply (eq_eq _ (rsum D' (fun k => pd (at1 x i') (fun x' => W_f j' k * x' k))) _).
              { rule (diff_sum (at1 x i') D' (fun k x' => W_f j' k * x' k) (fun k => true)). }
              apply rsum_ext; intros k ?; cbv beta.
              apply (eq_eq _ (pd (at1 x i') (fun x' => W_f j' k * x' k)) _).
              { reflexivity. }
              apply (eq_eq _ (W_f j' k * pd (at1 x i') (fun x' => x' k)) _).
              { assert (pd (at1 x i') (fun x' => W_f j' k) = 0).
                { apply constant. }
                rule (diff_scale (at1 x i') (fun x' => W_f j' k) (fun x' => x' k)). }
              refine (f_equal2 Rmult eq_refl _).
              apply variable1. }
            apply constant. }
          apply (eq_eq _ (rsum D' (fun k => W_f j' k * delta k i')) _).
          { arith. }
          apply (eq_eq _ (rsum D' (fun k => delta k i' * W_f j' k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_delta D' (fun k => W_f j' k) i'). }
        { apply (eq_eq _ (rsum H' (fun i' => pd (at1 h i') (fun h' => u_f_of D' H' W_f x U_f h' b_f j') * h_dot i')) _).
          { refine (eq_trans (chain1_at (at0 0) H' h (fun h' => u_f_of D' H' W_f x U_f h' b_f j') (fun t => (line1 h h_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply rsum_ext; intros i' ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 h i') (fun h' => rsum D' (fun d => W_f j' d * x d) + rsum H' (fun k => U_f j' k * h' k) + b_f j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 h i') (fun h' => rsum D' (fun d => W_f j' d * x d)) + pd (at1 h i') (fun h' => rsum H' (fun k => U_f j' k * h' k) + b_f j')) _).
          { rule_same (diff_add (at1 h i') (fun h' => rsum D' (fun d => W_f j' d * x d)) (fun h' => rsum H' (fun k => U_f j' k * h' k) + b_f j')). }
          apply (eq_eq _ (0 + rsum H' (fun k => U_f j' k * delta k i') + 0) _).
          { apply (eq_eq _ (0 + (rsum H' (fun k => U_f j' k * delta k i') + 0)) _); [ | same ].
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply (eq_eq _ (pd (at1 h i') (fun h' => rsum H' (fun k => U_f j' k * h' k)) + pd (at1 h i') (fun h' => b_f j')) _).
            { rule (diff_add (at1 h i') (fun h' => rsum H' (fun k => U_f j' k * h' k)) (fun h' => b_f j')). }
            refine (f_equal2 Rplus _ _).
            { apply (eq_eq _ (rsum H' (fun k => pd (at1 h i') (fun h' => U_f j' k * h' k))) _).
              { rule (diff_sum (at1 h i') H' (fun l h' => U_f j' l * h' l) (fun k => true)). }
              apply rsum_ext; intros k ?; cbv beta.
              apply (eq_eq _ (pd (at1 h i') (fun h' => U_f j' k * h' k)) _).
              { reflexivity. }
              apply (eq_eq _ (U_f j' k * pd (at1 h i') (fun h' => h' k)) _).
              { assert (pd (at1 h i') (fun h' => U_f j' k) = 0).
                { apply constant. }
                rule (diff_scale (at1 h i') (fun h' => U_f j' k) (fun h' => h' k)). }
              refine (f_equal2 Rmult eq_refl _).
              apply variable1. }
            apply constant. }
          apply (eq_eq _ (rsum H' (fun k => U_f j' k * delta k i')) _).
          { arith. }
          apply (eq_eq _ (rsum H' (fun k => delta k i' * U_f j' k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_delta H' (fun k => U_f j' k) i'). }
        { apply (eq_eq _ (rsum H' (fun i' => rsum D' (fun l => pd (at2 W_f i' l) (fun W_f' => u_f_of D' H' W_f' x U_f h b_f j') * W_f_dot i' l))) _).
          { refine (eq_trans (chain2_at (at0 0) H' D' W_f (fun W_f' => u_f_of D' H' W_f' x U_f h b_f j') (fun t => (line2 W_f W_f_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum H' (fun i' => rsum D' (fun l => x l * delta j' i' * W_f_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ ((x l * delta j' i') * W_f_dot i' l) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 W_f i' l) (fun W_f' => rsum D' (fun d => W_f' j' d * x d) + rsum H' (fun k => U_f j' k * h k) + b_f j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at2 W_f i' l) (fun W_f' => rsum D' (fun d => W_f' j' d * x d) + rsum H' (fun l' => U_f j' l' * h l') + b_f j')) _); [ same | ].
            apply (eq_eq _ (pd (at2 W_f i' l) (fun W_f' => rsum D' (fun d => W_f' j' d * x d)) + pd (at2 W_f i' l) (fun W_f' => rsum H' (fun l' => U_f j' l' * h l') + b_f j')) _).
            { rule_same (diff_add (at2 W_f i' l) (fun W_f' => rsum D' (fun d => W_f' j' d * x d)) (fun W_f' => rsum H' (fun l' => U_f j' l' * h l') + b_f j')). }
            apply (eq_eq _ (rsum D' (fun l' => x l' * delta j' i' * delta l' l) + 0) _).
            { refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at2 W_f i' l) (fun W_f' => rsum D' (fun k => W_f' j' k * x k))) _); [ same | ].
                apply (eq_eq _ (rsum D' (fun l' => pd (at2 W_f i' l) (fun W_f' => W_f' j' l' * x l'))) _).
                { rule_same (diff_sum (at2 W_f i' l) D' (fun k W_f' => W_f' j' k * x k) (fun k => true)). }
                apply rsum_ext; intros l' ?; cbv beta.
                apply (eq_eq _ (pd (at2 W_f i' l) (fun W_f' => x l' * W_f' j' l')) _).
                { apply pd_ext.
                  intros W_f'; cbv beta.
                  arith. }
                apply (eq_eq _ (x l' * pd (at2 W_f i' l) (fun W_f' => W_f' j' l')) _).
                { assert (pd (at2 W_f i' l) (fun W_f' => x l') = 0).
                  { apply constant. }
                  rule (diff_scale (at2 W_f i' l) (fun W_f' => x l') (fun W_f' => W_f' j' l')). }
                apply (eq_eq _ (x l' * (delta j' i' * delta l' l)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply constant. }
            apply (eq_eq _ (rsum D' (fun l' => x l' * delta j' i' * delta l' l)) _).
            { arith. }
            apply (eq_eq _ (rsum D' (fun l' => delta l' l * x l' * delta j' i')) _).
            { apply rsum_ext; intros l' ?; cbv beta.
              arith. }
            rule_same (sum_delta D' (fun l' => x l' * delta j' i') l). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum D' (fun l => x l * W_f_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply (eq_eq _ (rsum D' (fun l => delta j' i' * x l * W_f_dot i' l)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum D' (fun k => delta j' i' * x k * W_f_dot i' k)) _); [ same | ].
            apply (eq_eq _ (delta j' i' * rsum D' (fun k => x k * W_f_dot i' k)) _); [ | same ].
            rule_same (sum_factor D' (delta j' i') (fun l => x l * W_f_dot i' l) (fun l => true)). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum D' (fun l => W_f_dot i' l * x l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            refine (f_equal2 Rmult eq_refl _).
            apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun i' => delta i' j' * rsum D' (fun l => W_f_dot i' l * x l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * rsum D' (fun l => W_f_dot k l * x l))) _); [ same | ].
          apply (eq_eq _ (rsum D' (fun l => W_f_dot j' l * x l)) _).
          { rule (sum_delta H' (fun i' => rsum D' (fun l => W_f_dot i' l * x l)) j'). }
          reflexivity. }
        { apply (eq_eq _ (rsum H' (fun i' => rsum H' (fun l => pd (at2 U_f i' l) (fun U_f' => u_f_of D' H' W_f x U_f' h b_f j') * U_f_dot i' l))) _).
          { refine (eq_trans (chain2_at (at0 0) H' H' U_f (fun U_f' => u_f_of D' H' W_f x U_f' h b_f j') (fun t => (line2 U_f U_f_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum H' (fun i' => rsum H' (fun l => h l * delta j' i' * U_f_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ ((h l * delta j' i') * U_f_dot i' l) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 U_f i' l) (fun U_f' => rsum D' (fun d => W_f j' d * x d) + rsum H' (fun k => U_f' j' k * h k) + b_f j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at2 U_f i' l) (fun U_f' => rsum D' (fun d => W_f j' d * x d) + rsum H' (fun l' => U_f' j' l' * h l') + b_f j')) _); [ same | ].
            apply (eq_eq _ (pd (at2 U_f i' l) (fun U_f' => rsum D' (fun d => W_f j' d * x d)) + pd (at2 U_f i' l) (fun U_f' => rsum H' (fun l' => U_f' j' l' * h l') + b_f j')) _).
            { rule_same (diff_add (at2 U_f i' l) (fun U_f' => rsum D' (fun d => W_f j' d * x d)) (fun U_f' => rsum H' (fun l' => U_f' j' l' * h l') + b_f j')). }
            apply (eq_eq _ (0 + rsum H' (fun l' => h l' * delta j' i' * delta l' l) + 0) _).
            { apply (eq_eq _ (0 + (rsum H' (fun l' => h l' * delta j' i' * delta l' l) + 0)) _); [ | same ].
              refine (f_equal2 Rplus _ _).
              { apply constant. }
              apply (eq_eq _ (pd (at2 U_f i' l) (fun U_f' => rsum H' (fun l' => U_f' j' l' * h l')) + pd (at2 U_f i' l) (fun U_f' => b_f j')) _).
              { rule (diff_add (at2 U_f i' l) (fun U_f' => rsum H' (fun l' => U_f' j' l' * h l')) (fun U_f' => b_f j')). }
              refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at2 U_f i' l) (fun U_f' => rsum H' (fun k => U_f' j' k * h k))) _); [ same | ].
                apply (eq_eq _ (rsum H' (fun l' => pd (at2 U_f i' l) (fun U_f' => U_f' j' l' * h l'))) _).
                { rule_same (diff_sum (at2 U_f i' l) H' (fun k U_f' => U_f' j' k * h k) (fun k => true)). }
                apply rsum_ext; intros l' ?; cbv beta.
                apply (eq_eq _ (pd (at2 U_f i' l) (fun U_f' => h l' * U_f' j' l')) _).
                { apply pd_ext.
                  intros U_f'; cbv beta.
                  arith. }
                apply (eq_eq _ (h l' * pd (at2 U_f i' l) (fun U_f' => U_f' j' l')) _).
                { assert (pd (at2 U_f i' l) (fun U_f' => h l') = 0).
                  { apply constant. }
                  rule (diff_scale (at2 U_f i' l) (fun U_f' => h l') (fun U_f' => U_f' j' l')). }
                apply (eq_eq _ (h l' * (delta j' i' * delta l' l)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply constant. }
            apply (eq_eq _ (rsum H' (fun l' => h l' * delta j' i' * delta l' l)) _).
            { arith. }
            apply (eq_eq _ (rsum H' (fun l' => delta l' l * h l' * delta j' i')) _).
            { apply rsum_ext; intros l' ?; cbv beta.
              arith. }
            rule_same (sum_delta H' (fun l' => h l' * delta j' i') l). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum H' (fun l => h l * U_f_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply (eq_eq _ (rsum H' (fun l => delta j' i' * h l * U_f_dot i' l)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum H' (fun k => delta j' i' * h k * U_f_dot i' k)) _); [ same | ].
            apply (eq_eq _ (delta j' i' * rsum H' (fun k => h k * U_f_dot i' k)) _); [ | same ].
            rule_same (sum_factor H' (delta j' i') (fun l => h l * U_f_dot i' l) (fun l => true)). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum H' (fun l => U_f_dot i' l * h l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            refine (f_equal2 Rmult eq_refl _).
            apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun i' => delta i' j' * rsum H' (fun l => U_f_dot i' l * h l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * rsum H' (fun l => U_f_dot k l * h l))) _); [ same | ].
          apply (eq_eq _ (rsum H' (fun l => U_f_dot j' l * h l)) _).
          { rule (sum_delta H' (fun i' => rsum H' (fun l => U_f_dot i' l * h l)) j'). }
          reflexivity. }
        apply (eq_eq _ (rsum H' (fun i' => pd (at1 b_f i') (fun b_f' => u_f_of D' H' W_f x U_f h b_f' j') * b_f_dot i')) _).
        { refine (eq_trans (chain1_at (at0 0) H' b_f (fun b_f' => u_f_of D' H' W_f x U_f h b_f' j') (fun t => (line1 b_f b_f_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1; hyp. }
        apply (eq_eq _ (rsum H' (fun i' => delta j' i' * b_f_dot i')) _).
        { apply rsum_ext; intros i' ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 b_f i') (fun b_f' => rsum D' (fun d => W_f j' d * x d) + rsum H' (fun k => U_f j' k * h k) + b_f' j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 b_f i') (fun b_f' => rsum D' (fun d => W_f j' d * x d)) + pd (at1 b_f i') (fun b_f' => rsum H' (fun k => U_f j' k * h k) + b_f' j')) _).
          { rule_same (diff_add (at1 b_f i') (fun b_f' => rsum D' (fun d => W_f j' d * x d)) (fun b_f' => rsum H' (fun k => U_f j' k * h k) + b_f' j')). }
          apply (eq_eq _ (0 + 0 + delta j' i') _).
          { apply (eq_eq _ (0 + (0 + delta j' i')) _); [ | same ].
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply (eq_eq _ (pd (at1 b_f i') (fun b_f' => rsum H' (fun k => U_f j' k * h k)) + pd (at1 b_f i') (fun b_f' => b_f' j')) _).
            { rule (diff_add (at1 b_f i') (fun b_f' => rsum H' (fun k => U_f j' k * h k)) (fun b_f' => b_f' j')). }
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply variable1. }
          arith. }
        apply (eq_eq _ (rsum H' (fun i' => delta i' j' * b_f_dot i')) _).
        { apply rsum_ext; intros i' ?; cbv beta.
          same. }
        apply (eq_eq _ (rsum H' (fun k => delta k j' * b_f_dot k)) _); [ same | ].
        rule (sum_delta H' (fun i' => b_f_dot i') j'). }
      reflexivity. }
    assert (moves_u_g : forall j', (j' < H')%nat -> pd (at0 0) (fun t => u_g_of D' H' (line2 W_g W_g_dot t) (line1 x x_dot t) (line2 U_g U_g_dot t) (line1 h h_dot t) (line1 b_g b_g_dot t) j') = u_g_dot j').
    { intros j' ?.
      apply (eq_eq _ (rsum D' (fun i' => W_g j' i' * x_dot i') + rsum H' (fun i' => U_g j' i' * h_dot i') + rsum D' (fun l => W_g_dot j' l * x l) + rsum H' (fun l => U_g_dot j' l * h l) + b_g_dot j') _).
      { apply (eq_eq _ (pd (at0 0) (fun t => u_g_of D' H' W_g (line1 x x_dot t) U_g h b_g j') + pd (at0 0) (fun t => u_g_of D' H' W_g x U_g (line1 h h_dot t) b_g j') + pd (at0 0) (fun t => u_g_of D' H' (line2 W_g W_g_dot t) x U_g h b_g j') + pd (at0 0) (fun t => u_g_of D' H' W_g x (line2 U_g U_g_dot t) h b_g j') + pd (at0 0) (fun t => u_g_of D' H' W_g x U_g h (line1 b_g b_g_dot t) j')) _).
        { refine (eq_trans (apart (at0 0) 5 (fun each => u_g_of D' H' (line2 W_g W_g_dot (each 2%nat)) (line1 x x_dot (each 0%nat)) (line2 U_g U_g_dot (each 3%nat)) (line1 h h_dot (each 1%nat)) (line1 b_g b_g_dot (each 4%nat)) j') _) _); [ dsm | ].
          cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
        refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _) _).
        { apply (eq_eq _ (rsum D' (fun i' => pd (at1 x i') (fun x' => u_g_of D' H' W_g x' U_g h b_g j') * x_dot i')) _).
          { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => u_g_of D' H' W_g x' U_g h b_g j') (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply rsum_ext; intros i' ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 x i') (fun x' => rsum D' (fun d => W_g j' d * x' d) + rsum H' (fun k => U_g j' k * h k) + b_g j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 x i') (fun x' => rsum D' (fun d => W_g j' d * x' d)) + pd (at1 x i') (fun x' => rsum H' (fun k => U_g j' k * h k) + b_g j')) _).
          { rule_same (diff_add (at1 x i') (fun x' => rsum D' (fun d => W_g j' d * x' d)) (fun x' => rsum H' (fun k => U_g j' k * h k) + b_g j')). }
          apply (eq_eq _ (rsum D' (fun k => W_g j' k * delta k i') + 0) _).
          { refine (f_equal2 Rplus _ _).
            { apply (eq_eq _ (pd (at1 x i') (fun x' => rsum D' (fun k => W_g j' k * x' k))) _); [ same | ].
              apply (eq_eq _ (rsum D' (fun k => pd (at1 x i') (fun x' => W_g j' k * x' k))) _).
              { rule (diff_sum (at1 x i') D' (fun k x' => W_g j' k * x' k) (fun k => true)). }
              apply rsum_ext; intros k ?; cbv beta.
              apply (eq_eq _ (pd (at1 x i') (fun x' => W_g j' k * x' k)) _).
              { reflexivity. }
              apply (eq_eq _ (W_g j' k * pd (at1 x i') (fun x' => x' k)) _).
              { assert (pd (at1 x i') (fun x' => W_g j' k) = 0).
                { apply constant. }
                rule (diff_scale (at1 x i') (fun x' => W_g j' k) (fun x' => x' k)). }
              refine (f_equal2 Rmult eq_refl _).
              apply variable1. }
            apply constant. }
          apply (eq_eq _ (rsum D' (fun k => W_g j' k * delta k i')) _).
          { arith. }
          apply (eq_eq _ (rsum D' (fun k => delta k i' * W_g j' k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_delta D' (fun k => W_g j' k) i'). }
        { apply (eq_eq _ (rsum H' (fun i' => pd (at1 h i') (fun h' => u_g_of D' H' W_g x U_g h' b_g j') * h_dot i')) _).
          { refine (eq_trans (chain1_at (at0 0) H' h (fun h' => u_g_of D' H' W_g x U_g h' b_g j') (fun t => (line1 h h_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply rsum_ext; intros i' ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 h i') (fun h' => rsum D' (fun d => W_g j' d * x d) + rsum H' (fun k => U_g j' k * h' k) + b_g j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 h i') (fun h' => rsum D' (fun d => W_g j' d * x d)) + pd (at1 h i') (fun h' => rsum H' (fun k => U_g j' k * h' k) + b_g j')) _).
          { rule_same (diff_add (at1 h i') (fun h' => rsum D' (fun d => W_g j' d * x d)) (fun h' => rsum H' (fun k => U_g j' k * h' k) + b_g j')). }
          apply (eq_eq _ (0 + rsum H' (fun k => U_g j' k * delta k i') + 0) _).
          { apply (eq_eq _ (0 + (rsum H' (fun k => U_g j' k * delta k i') + 0)) _); [ | same ].
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply (eq_eq _ (pd (at1 h i') (fun h' => rsum H' (fun k => U_g j' k * h' k)) + pd (at1 h i') (fun h' => b_g j')) _).
            { rule (diff_add (at1 h i') (fun h' => rsum H' (fun k => U_g j' k * h' k)) (fun h' => b_g j')). }
            refine (f_equal2 Rplus _ _).
            { apply (eq_eq _ (rsum H' (fun k => pd (at1 h i') (fun h' => U_g j' k * h' k))) _).
              { rule (diff_sum (at1 h i') H' (fun l h' => U_g j' l * h' l) (fun k => true)). }
              apply rsum_ext; intros k ?; cbv beta.
              apply (eq_eq _ (pd (at1 h i') (fun h' => U_g j' k * h' k)) _).
              { reflexivity. }
              apply (eq_eq _ (U_g j' k * pd (at1 h i') (fun h' => h' k)) _).
              { assert (pd (at1 h i') (fun h' => U_g j' k) = 0).
                { apply constant. }
                rule (diff_scale (at1 h i') (fun h' => U_g j' k) (fun h' => h' k)). }
              refine (f_equal2 Rmult eq_refl _).
              apply variable1. }
            apply constant. }
          apply (eq_eq _ (rsum H' (fun k => U_g j' k * delta k i')) _).
          { arith. }
          apply (eq_eq _ (rsum H' (fun k => delta k i' * U_g j' k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_delta H' (fun k => U_g j' k) i'). }
        { apply (eq_eq _ (rsum H' (fun i' => rsum D' (fun l => pd (at2 W_g i' l) (fun W_g' => u_g_of D' H' W_g' x U_g h b_g j') * W_g_dot i' l))) _).
          { refine (eq_trans (chain2_at (at0 0) H' D' W_g (fun W_g' => u_g_of D' H' W_g' x U_g h b_g j') (fun t => (line2 W_g W_g_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum H' (fun i' => rsum D' (fun l => x l * delta j' i' * W_g_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ ((x l * delta j' i') * W_g_dot i' l) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 W_g i' l) (fun W_g' => rsum D' (fun d => W_g' j' d * x d) + rsum H' (fun k => U_g j' k * h k) + b_g j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at2 W_g i' l) (fun W_g' => rsum D' (fun d => W_g' j' d * x d) + rsum H' (fun l' => U_g j' l' * h l') + b_g j')) _); [ same | ].
            apply (eq_eq _ (pd (at2 W_g i' l) (fun W_g' => rsum D' (fun d => W_g' j' d * x d)) + pd (at2 W_g i' l) (fun W_g' => rsum H' (fun l' => U_g j' l' * h l') + b_g j')) _).
            { rule_same (diff_add (at2 W_g i' l) (fun W_g' => rsum D' (fun d => W_g' j' d * x d)) (fun W_g' => rsum H' (fun l' => U_g j' l' * h l') + b_g j')). }
            apply (eq_eq _ (rsum D' (fun l' => x l' * delta j' i' * delta l' l) + 0) _).
            { refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at2 W_g i' l) (fun W_g' => rsum D' (fun k => W_g' j' k * x k))) _); [ same | ].
                apply (eq_eq _ (rsum D' (fun l' => pd (at2 W_g i' l) (fun W_g' => W_g' j' l' * x l'))) _).
                { rule_same (diff_sum (at2 W_g i' l) D' (fun k W_g' => W_g' j' k * x k) (fun k => true)). }
                apply rsum_ext; intros l' ?; cbv beta.
                apply (eq_eq _ (pd (at2 W_g i' l) (fun W_g' => x l' * W_g' j' l')) _).
                { apply pd_ext.
                  intros W_g'; cbv beta.
                  arith. }
                apply (eq_eq _ (x l' * pd (at2 W_g i' l) (fun W_g' => W_g' j' l')) _).
                { assert (pd (at2 W_g i' l) (fun W_g' => x l') = 0).
                  { apply constant. }
                  rule (diff_scale (at2 W_g i' l) (fun W_g' => x l') (fun W_g' => W_g' j' l')). }
                apply (eq_eq _ (x l' * (delta j' i' * delta l' l)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply constant. }
            apply (eq_eq _ (rsum D' (fun l' => x l' * delta j' i' * delta l' l)) _).
            { arith. }
            apply (eq_eq _ (rsum D' (fun l' => delta l' l * x l' * delta j' i')) _).
            { apply rsum_ext; intros l' ?; cbv beta.
              arith. }
            rule_same (sum_delta D' (fun l' => x l' * delta j' i') l). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum D' (fun l => x l * W_g_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply (eq_eq _ (rsum D' (fun l => delta j' i' * x l * W_g_dot i' l)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum D' (fun k => delta j' i' * x k * W_g_dot i' k)) _); [ same | ].
            apply (eq_eq _ (delta j' i' * rsum D' (fun k => x k * W_g_dot i' k)) _); [ | same ].
            rule_same (sum_factor D' (delta j' i') (fun l => x l * W_g_dot i' l) (fun l => true)). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum D' (fun l => W_g_dot i' l * x l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            refine (f_equal2 Rmult eq_refl _).
            apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun i' => delta i' j' * rsum D' (fun l => W_g_dot i' l * x l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * rsum D' (fun l => W_g_dot k l * x l))) _); [ same | ].
          apply (eq_eq _ (rsum D' (fun l => W_g_dot j' l * x l)) _).
          { rule (sum_delta H' (fun i' => rsum D' (fun l => W_g_dot i' l * x l)) j'). }
          reflexivity. }
        { apply (eq_eq _ (rsum H' (fun i' => rsum H' (fun l => pd (at2 U_g i' l) (fun U_g' => u_g_of D' H' W_g x U_g' h b_g j') * U_g_dot i' l))) _).
          { refine (eq_trans (chain2_at (at0 0) H' H' U_g (fun U_g' => u_g_of D' H' W_g x U_g' h b_g j') (fun t => (line2 U_g U_g_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum H' (fun i' => rsum H' (fun l => h l * delta j' i' * U_g_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ ((h l * delta j' i') * U_g_dot i' l) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 U_g i' l) (fun U_g' => rsum D' (fun d => W_g j' d * x d) + rsum H' (fun k => U_g' j' k * h k) + b_g j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at2 U_g i' l) (fun U_g' => rsum D' (fun d => W_g j' d * x d) + rsum H' (fun l' => U_g' j' l' * h l') + b_g j')) _); [ same | ].
            apply (eq_eq _ (pd (at2 U_g i' l) (fun U_g' => rsum D' (fun d => W_g j' d * x d)) + pd (at2 U_g i' l) (fun U_g' => rsum H' (fun l' => U_g' j' l' * h l') + b_g j')) _).
            { rule_same (diff_add (at2 U_g i' l) (fun U_g' => rsum D' (fun d => W_g j' d * x d)) (fun U_g' => rsum H' (fun l' => U_g' j' l' * h l') + b_g j')). }
            apply (eq_eq _ (0 + rsum H' (fun l' => h l' * delta j' i' * delta l' l) + 0) _).
            { apply (eq_eq _ (0 + (rsum H' (fun l' => h l' * delta j' i' * delta l' l) + 0)) _); [ | same ].
              refine (f_equal2 Rplus _ _).
              { apply constant. }
              apply (eq_eq _ (pd (at2 U_g i' l) (fun U_g' => rsum H' (fun l' => U_g' j' l' * h l')) + pd (at2 U_g i' l) (fun U_g' => b_g j')) _).
              { rule (diff_add (at2 U_g i' l) (fun U_g' => rsum H' (fun l' => U_g' j' l' * h l')) (fun U_g' => b_g j')). }
              refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at2 U_g i' l) (fun U_g' => rsum H' (fun k => U_g' j' k * h k))) _); [ same | ].
                apply (eq_eq _ (rsum H' (fun l' => pd (at2 U_g i' l) (fun U_g' => U_g' j' l' * h l'))) _).
                { rule_same (diff_sum (at2 U_g i' l) H' (fun k U_g' => U_g' j' k * h k) (fun k => true)). }
                apply rsum_ext; intros l' ?; cbv beta.
                apply (eq_eq _ (pd (at2 U_g i' l) (fun U_g' => h l' * U_g' j' l')) _).
                { apply pd_ext.
                  intros U_g'; cbv beta.
                  arith. }
                apply (eq_eq _ (h l' * pd (at2 U_g i' l) (fun U_g' => U_g' j' l')) _).
                { assert (pd (at2 U_g i' l) (fun U_g' => h l') = 0).
                  { apply constant. }
                  rule (diff_scale (at2 U_g i' l) (fun U_g' => h l') (fun U_g' => U_g' j' l')). }
                apply (eq_eq _ (h l' * (delta j' i' * delta l' l)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply constant. }
            apply (eq_eq _ (rsum H' (fun l' => h l' * delta j' i' * delta l' l)) _).
            { arith. }
            apply (eq_eq _ (rsum H' (fun l' => delta l' l * h l' * delta j' i')) _).
            { apply rsum_ext; intros l' ?; cbv beta.
              arith. }
            rule_same (sum_delta H' (fun l' => h l' * delta j' i') l). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum H' (fun l => h l * U_g_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply (eq_eq _ (rsum H' (fun l => delta j' i' * h l * U_g_dot i' l)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum H' (fun k => delta j' i' * h k * U_g_dot i' k)) _); [ same | ].
            apply (eq_eq _ (delta j' i' * rsum H' (fun k => h k * U_g_dot i' k)) _); [ | same ].
            rule_same (sum_factor H' (delta j' i') (fun l => h l * U_g_dot i' l) (fun l => true)). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum H' (fun l => U_g_dot i' l * h l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            refine (f_equal2 Rmult eq_refl _).
            apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun i' => delta i' j' * rsum H' (fun l => U_g_dot i' l * h l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * rsum H' (fun l => U_g_dot k l * h l))) _); [ same | ].
          apply (eq_eq _ (rsum H' (fun l => U_g_dot j' l * h l)) _).
          { rule (sum_delta H' (fun i' => rsum H' (fun l => U_g_dot i' l * h l)) j'). }
          reflexivity. }
        apply (eq_eq _ (rsum H' (fun i' => pd (at1 b_g i') (fun b_g' => u_g_of D' H' W_g x U_g h b_g' j') * b_g_dot i')) _).
        { refine (eq_trans (chain1_at (at0 0) H' b_g (fun b_g' => u_g_of D' H' W_g x U_g h b_g' j') (fun t => (line1 b_g b_g_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1; hyp. }
        apply (eq_eq _ (rsum H' (fun i' => delta j' i' * b_g_dot i')) _).
        { apply rsum_ext; intros i' ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 b_g i') (fun b_g' => rsum D' (fun d => W_g j' d * x d) + rsum H' (fun k => U_g j' k * h k) + b_g' j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 b_g i') (fun b_g' => rsum D' (fun d => W_g j' d * x d)) + pd (at1 b_g i') (fun b_g' => rsum H' (fun k => U_g j' k * h k) + b_g' j')) _).
          { rule_same (diff_add (at1 b_g i') (fun b_g' => rsum D' (fun d => W_g j' d * x d)) (fun b_g' => rsum H' (fun k => U_g j' k * h k) + b_g' j')). }
          apply (eq_eq _ (0 + 0 + delta j' i') _).
          { apply (eq_eq _ (0 + (0 + delta j' i')) _); [ | same ].
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply (eq_eq _ (pd (at1 b_g i') (fun b_g' => rsum H' (fun k => U_g j' k * h k)) + pd (at1 b_g i') (fun b_g' => b_g' j')) _).
            { rule (diff_add (at1 b_g i') (fun b_g' => rsum H' (fun k => U_g j' k * h k)) (fun b_g' => b_g' j')). }
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply variable1. }
          arith. }
        apply (eq_eq _ (rsum H' (fun i' => delta i' j' * b_g_dot i')) _).
        { apply rsum_ext; intros i' ?; cbv beta.
          same. }
        apply (eq_eq _ (rsum H' (fun k => delta k j' * b_g_dot k)) _); [ same | ].
        rule (sum_delta H' (fun i' => b_g_dot i') j'). }
      reflexivity. }
    assert (moves_u_o : forall j', (j' < H')%nat -> pd (at0 0) (fun t => u_o_of D' H' (line2 W_o W_o_dot t) (line1 x x_dot t) (line2 U_o U_o_dot t) (line1 h h_dot t) (line1 b_o b_o_dot t) j') = u_o_dot j').
    { intros j' ?.
      apply (eq_eq _ (rsum D' (fun i' => W_o j' i' * x_dot i') + rsum H' (fun i' => U_o j' i' * h_dot i') + rsum D' (fun l => W_o_dot j' l * x l) + rsum H' (fun l => U_o_dot j' l * h l) + b_o_dot j') _).
      { apply (eq_eq _ (pd (at0 0) (fun t => u_o_of D' H' W_o (line1 x x_dot t) U_o h b_o j') + pd (at0 0) (fun t => u_o_of D' H' W_o x U_o (line1 h h_dot t) b_o j') + pd (at0 0) (fun t => u_o_of D' H' (line2 W_o W_o_dot t) x U_o h b_o j') + pd (at0 0) (fun t => u_o_of D' H' W_o x (line2 U_o U_o_dot t) h b_o j') + pd (at0 0) (fun t => u_o_of D' H' W_o x U_o h (line1 b_o b_o_dot t) j')) _).
        { refine (eq_trans (apart (at0 0) 5 (fun each => u_o_of D' H' (line2 W_o W_o_dot (each 2%nat)) (line1 x x_dot (each 0%nat)) (line2 U_o U_o_dot (each 3%nat)) (line1 h h_dot (each 1%nat)) (line1 b_o b_o_dot (each 4%nat)) j') _) _); [ dsm | ].
          cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
        refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _) _).
        { apply (eq_eq _ (rsum D' (fun i' => pd (at1 x i') (fun x' => u_o_of D' H' W_o x' U_o h b_o j') * x_dot i')) _).
          { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => u_o_of D' H' W_o x' U_o h b_o j') (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply rsum_ext; intros i' ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 x i') (fun x' => rsum D' (fun d => W_o j' d * x' d) + rsum H' (fun k => U_o j' k * h k) + b_o j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 x i') (fun x' => rsum D' (fun d => W_o j' d * x' d)) + pd (at1 x i') (fun x' => rsum H' (fun k => U_o j' k * h k) + b_o j')) _).
          { rule_same (diff_add (at1 x i') (fun x' => rsum D' (fun d => W_o j' d * x' d)) (fun x' => rsum H' (fun k => U_o j' k * h k) + b_o j')). }
          apply (eq_eq _ (rsum D' (fun k => W_o j' k * delta k i') + 0) _).
          { refine (f_equal2 Rplus _ _).
            { apply (eq_eq _ (pd (at1 x i') (fun x' => rsum D' (fun k => W_o j' k * x' k))) _); [ same | ].
              apply (eq_eq _ (rsum D' (fun k => pd (at1 x i') (fun x' => W_o j' k * x' k))) _).
              { rule (diff_sum (at1 x i') D' (fun k x' => W_o j' k * x' k) (fun k => true)). }
              apply rsum_ext; intros k ?; cbv beta.
              apply (eq_eq _ (pd (at1 x i') (fun x' => W_o j' k * x' k)) _).
              { reflexivity. }
              apply (eq_eq _ (W_o j' k * pd (at1 x i') (fun x' => x' k)) _).
              { assert (pd (at1 x i') (fun x' => W_o j' k) = 0).
                { apply constant. }
                rule (diff_scale (at1 x i') (fun x' => W_o j' k) (fun x' => x' k)). }
              refine (f_equal2 Rmult eq_refl _).
              apply variable1. }
            apply constant. }
          apply (eq_eq _ (rsum D' (fun k => W_o j' k * delta k i')) _).
          { arith. }
          apply (eq_eq _ (rsum D' (fun k => delta k i' * W_o j' k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_delta D' (fun k => W_o j' k) i'). }
        { apply (eq_eq _ (rsum H' (fun i' => pd (at1 h i') (fun h' => u_o_of D' H' W_o x U_o h' b_o j') * h_dot i')) _).
          { refine (eq_trans (chain1_at (at0 0) H' h (fun h' => u_o_of D' H' W_o x U_o h' b_o j') (fun t => (line1 h h_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply rsum_ext; intros i' ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 h i') (fun h' => rsum D' (fun d => W_o j' d * x d) + rsum H' (fun k => U_o j' k * h' k) + b_o j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 h i') (fun h' => rsum D' (fun d => W_o j' d * x d)) + pd (at1 h i') (fun h' => rsum H' (fun k => U_o j' k * h' k) + b_o j')) _).
          { rule_same (diff_add (at1 h i') (fun h' => rsum D' (fun d => W_o j' d * x d)) (fun h' => rsum H' (fun k => U_o j' k * h' k) + b_o j')). }
          apply (eq_eq _ (0 + rsum H' (fun k => U_o j' k * delta k i') + 0) _).
          { apply (eq_eq _ (0 + (rsum H' (fun k => U_o j' k * delta k i') + 0)) _); [ | same ].
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply (eq_eq _ (pd (at1 h i') (fun h' => rsum H' (fun k => U_o j' k * h' k)) + pd (at1 h i') (fun h' => b_o j')) _).
            { rule (diff_add (at1 h i') (fun h' => rsum H' (fun k => U_o j' k * h' k)) (fun h' => b_o j')). }
            refine (f_equal2 Rplus _ _).
            { apply (eq_eq _ (rsum H' (fun k => pd (at1 h i') (fun h' => U_o j' k * h' k))) _).
              { rule (diff_sum (at1 h i') H' (fun l h' => U_o j' l * h' l) (fun k => true)). }
              apply rsum_ext; intros k ?; cbv beta.
              apply (eq_eq _ (pd (at1 h i') (fun h' => U_o j' k * h' k)) _).
              { reflexivity. }
              apply (eq_eq _ (U_o j' k * pd (at1 h i') (fun h' => h' k)) _).
              { assert (pd (at1 h i') (fun h' => U_o j' k) = 0).
                { apply constant. }
                rule (diff_scale (at1 h i') (fun h' => U_o j' k) (fun h' => h' k)). }
              refine (f_equal2 Rmult eq_refl _).
              apply variable1. }
            apply constant. }
          apply (eq_eq _ (rsum H' (fun k => U_o j' k * delta k i')) _).
          { arith. }
          apply (eq_eq _ (rsum H' (fun k => delta k i' * U_o j' k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule (sum_delta H' (fun k => U_o j' k) i'). }
        { apply (eq_eq _ (rsum H' (fun i' => rsum D' (fun l => pd (at2 W_o i' l) (fun W_o' => u_o_of D' H' W_o' x U_o h b_o j') * W_o_dot i' l))) _).
          { refine (eq_trans (chain2_at (at0 0) H' D' W_o (fun W_o' => u_o_of D' H' W_o' x U_o h b_o j') (fun t => (line2 W_o W_o_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum H' (fun i' => rsum D' (fun l => x l * delta j' i' * W_o_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ ((x l * delta j' i') * W_o_dot i' l) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 W_o i' l) (fun W_o' => rsum D' (fun d => W_o' j' d * x d) + rsum H' (fun k => U_o j' k * h k) + b_o j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at2 W_o i' l) (fun W_o' => rsum D' (fun d => W_o' j' d * x d) + rsum H' (fun l' => U_o j' l' * h l') + b_o j')) _); [ same | ].
            apply (eq_eq _ (pd (at2 W_o i' l) (fun W_o' => rsum D' (fun d => W_o' j' d * x d)) + pd (at2 W_o i' l) (fun W_o' => rsum H' (fun l' => U_o j' l' * h l') + b_o j')) _).
            { rule_same (diff_add (at2 W_o i' l) (fun W_o' => rsum D' (fun d => W_o' j' d * x d)) (fun W_o' => rsum H' (fun l' => U_o j' l' * h l') + b_o j')). }
            apply (eq_eq _ (rsum D' (fun l' => x l' * delta j' i' * delta l' l) + 0) _).
            { refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at2 W_o i' l) (fun W_o' => rsum D' (fun k => W_o' j' k * x k))) _); [ same | ].
                apply (eq_eq _ (rsum D' (fun l' => pd (at2 W_o i' l) (fun W_o' => W_o' j' l' * x l'))) _).
                { rule_same (diff_sum (at2 W_o i' l) D' (fun k W_o' => W_o' j' k * x k) (fun k => true)). }
                apply rsum_ext; intros l' ?; cbv beta.
                apply (eq_eq _ (pd (at2 W_o i' l) (fun W_o' => x l' * W_o' j' l')) _).
                { apply pd_ext.
                  intros W_o'; cbv beta.
                  arith. }
                apply (eq_eq _ (x l' * pd (at2 W_o i' l) (fun W_o' => W_o' j' l')) _).
                { assert (pd (at2 W_o i' l) (fun W_o' => x l') = 0).
                  { apply constant. }
                  rule (diff_scale (at2 W_o i' l) (fun W_o' => x l') (fun W_o' => W_o' j' l')). }
                apply (eq_eq _ (x l' * (delta j' i' * delta l' l)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply constant. }
            apply (eq_eq _ (rsum D' (fun l' => x l' * delta j' i' * delta l' l)) _).
            { arith. }
            apply (eq_eq _ (rsum D' (fun l' => delta l' l * x l' * delta j' i')) _).
            { apply rsum_ext; intros l' ?; cbv beta.
              arith. }
            rule_same (sum_delta D' (fun l' => x l' * delta j' i') l). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum D' (fun l => x l * W_o_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply (eq_eq _ (rsum D' (fun l => delta j' i' * x l * W_o_dot i' l)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum D' (fun k => delta j' i' * x k * W_o_dot i' k)) _); [ same | ].
            apply (eq_eq _ (delta j' i' * rsum D' (fun k => x k * W_o_dot i' k)) _); [ | same ].
            rule_same (sum_factor D' (delta j' i') (fun l => x l * W_o_dot i' l) (fun l => true)). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum D' (fun l => W_o_dot i' l * x l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            refine (f_equal2 Rmult eq_refl _).
            apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun i' => delta i' j' * rsum D' (fun l => W_o_dot i' l * x l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * rsum D' (fun l => W_o_dot k l * x l))) _); [ same | ].
          apply (eq_eq _ (rsum D' (fun l => W_o_dot j' l * x l)) _).
          { rule (sum_delta H' (fun i' => rsum D' (fun l => W_o_dot i' l * x l)) j'). }
          reflexivity. }
        { apply (eq_eq _ (rsum H' (fun i' => rsum H' (fun l => pd (at2 U_o i' l) (fun U_o' => u_o_of D' H' W_o x U_o' h b_o j') * U_o_dot i' l))) _).
          { refine (eq_trans (chain2_at (at0 0) H' H' U_o (fun U_o' => u_o_of D' H' W_o x U_o' h b_o j') (fun t => (line2 U_o U_o_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity2; hyp. }
          apply (eq_eq _ (rsum H' (fun i' => rsum H' (fun l => h l * delta j' i' * U_o_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ ((h l * delta j' i') * U_o_dot i' l) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at2 U_o i' l) (fun U_o' => rsum D' (fun d => W_o j' d * x d) + rsum H' (fun k => U_o' j' k * h k) + b_o j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at2 U_o i' l) (fun U_o' => rsum D' (fun d => W_o j' d * x d) + rsum H' (fun l' => U_o' j' l' * h l') + b_o j')) _); [ same | ].
            apply (eq_eq _ (pd (at2 U_o i' l) (fun U_o' => rsum D' (fun d => W_o j' d * x d)) + pd (at2 U_o i' l) (fun U_o' => rsum H' (fun l' => U_o' j' l' * h l') + b_o j')) _).
            { rule_same (diff_add (at2 U_o i' l) (fun U_o' => rsum D' (fun d => W_o j' d * x d)) (fun U_o' => rsum H' (fun l' => U_o' j' l' * h l') + b_o j')). }
            apply (eq_eq _ (0 + rsum H' (fun l' => h l' * delta j' i' * delta l' l) + 0) _).
            { apply (eq_eq _ (0 + (rsum H' (fun l' => h l' * delta j' i' * delta l' l) + 0)) _); [ | same ].
              refine (f_equal2 Rplus _ _).
              { apply constant. }
              apply (eq_eq _ (pd (at2 U_o i' l) (fun U_o' => rsum H' (fun l' => U_o' j' l' * h l')) + pd (at2 U_o i' l) (fun U_o' => b_o j')) _).
              { rule (diff_add (at2 U_o i' l) (fun U_o' => rsum H' (fun l' => U_o' j' l' * h l')) (fun U_o' => b_o j')). }
              refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at2 U_o i' l) (fun U_o' => rsum H' (fun k => U_o' j' k * h k))) _); [ same | ].
                apply (eq_eq _ (rsum H' (fun l' => pd (at2 U_o i' l) (fun U_o' => U_o' j' l' * h l'))) _).
                { rule_same (diff_sum (at2 U_o i' l) H' (fun k U_o' => U_o' j' k * h k) (fun k => true)). }
                apply rsum_ext; intros l' ?; cbv beta.
                apply (eq_eq _ (pd (at2 U_o i' l) (fun U_o' => h l' * U_o' j' l')) _).
                { apply pd_ext.
                  intros U_o'; cbv beta.
                  arith. }
                apply (eq_eq _ (h l' * pd (at2 U_o i' l) (fun U_o' => U_o' j' l')) _).
                { assert (pd (at2 U_o i' l) (fun U_o' => h l') = 0).
                  { apply constant. }
                  rule (diff_scale (at2 U_o i' l) (fun U_o' => h l') (fun U_o' => U_o' j' l')). }
                apply (eq_eq _ (h l' * (delta j' i' * delta l' l)) _); [ | same ].
                refine (f_equal2 Rmult eq_refl _).
                apply variable2. }
              apply constant. }
            apply (eq_eq _ (rsum H' (fun l' => h l' * delta j' i' * delta l' l)) _).
            { arith. }
            apply (eq_eq _ (rsum H' (fun l' => delta l' l * h l' * delta j' i')) _).
            { apply rsum_ext; intros l' ?; cbv beta.
              arith. }
            rule_same (sum_delta H' (fun l' => h l' * delta j' i') l). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum H' (fun l => h l * U_o_dot i' l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            apply (eq_eq _ (rsum H' (fun l => delta j' i' * h l * U_o_dot i' l)) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum H' (fun k => delta j' i' * h k * U_o_dot i' k)) _); [ same | ].
            apply (eq_eq _ (delta j' i' * rsum H' (fun k => h k * U_o_dot i' k)) _); [ | same ].
            rule_same (sum_factor H' (delta j' i') (fun l => h l * U_o_dot i' l) (fun l => true)). }
          apply (eq_eq _ (rsum H' (fun i' => delta j' i' * rsum H' (fun l => U_o_dot i' l * h l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            refine (f_equal2 Rmult eq_refl _).
            apply rsum_ext; intros l ?; cbv beta.
            arith. }
          apply (eq_eq _ (rsum H' (fun i' => delta i' j' * rsum H' (fun l => U_o_dot i' l * h l))) _).
          { apply rsum_ext; intros i' ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * rsum H' (fun l => U_o_dot k l * h l))) _); [ same | ].
          apply (eq_eq _ (rsum H' (fun l => U_o_dot j' l * h l)) _).
          { rule (sum_delta H' (fun i' => rsum H' (fun l => U_o_dot i' l * h l)) j'). }
          reflexivity. }
        apply (eq_eq _ (rsum H' (fun i' => pd (at1 b_o i') (fun b_o' => u_o_of D' H' W_o x U_o h b_o' j') * b_o_dot i')) _).
        { refine (eq_trans (chain1_at (at0 0) H' b_o (fun b_o' => u_o_of D' H' W_o x U_o h b_o' j') (fun t => (line1 b_o b_o_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply velocity1; hyp. }
        apply (eq_eq _ (rsum H' (fun i' => delta j' i' * b_o_dot i')) _).
        { apply rsum_ext; intros i' ?; cbv beta.
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (pd (at1 b_o i') (fun b_o' => rsum D' (fun d => W_o j' d * x d) + rsum H' (fun k => U_o j' k * h k) + b_o' j')) _).
          { reflexivity. }
          apply (eq_eq _ (pd (at1 b_o i') (fun b_o' => rsum D' (fun d => W_o j' d * x d)) + pd (at1 b_o i') (fun b_o' => rsum H' (fun k => U_o j' k * h k) + b_o' j')) _).
          { rule_same (diff_add (at1 b_o i') (fun b_o' => rsum D' (fun d => W_o j' d * x d)) (fun b_o' => rsum H' (fun k => U_o j' k * h k) + b_o' j')). }
          apply (eq_eq _ (0 + 0 + delta j' i') _).
          { apply (eq_eq _ (0 + (0 + delta j' i')) _); [ | same ].
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply (eq_eq _ (pd (at1 b_o i') (fun b_o' => rsum H' (fun k => U_o j' k * h k)) + pd (at1 b_o i') (fun b_o' => b_o' j')) _).
            { rule (diff_add (at1 b_o i') (fun b_o' => rsum H' (fun k => U_o j' k * h k)) (fun b_o' => b_o' j')). }
            refine (f_equal2 Rplus _ _).
            { apply constant. }
            apply variable1. }
          arith. }
        apply (eq_eq _ (rsum H' (fun i' => delta i' j' * b_o_dot i')) _).
        { apply rsum_ext; intros i' ?; cbv beta.
          same. }
        apply (eq_eq _ (rsum H' (fun k => delta k j' * b_o_dot k)) _); [ same | ].
        rule (sum_delta H' (fun i' => b_o_dot i') j'). }
      reflexivity. }
    assert (moves_c_new : forall j', (j' < H')%nat -> pd (at0 0) (fun t => c_new_of (f_of (u_f_of D' H' (line2 W_f W_f_dot t) (line1 x x_dot t) (line2 U_f U_f_dot t) (line1 h h_dot t) (line1 b_f b_f_dot t))) (line1 c c_dot t) (i_of (u_i_of D' H' (line2 W_i W_i_dot t) (line1 x x_dot t) (line2 U_i U_i_dot t) (line1 h h_dot t) (line1 b_i b_i_dot t))) (g_of (u_g_of D' H' (line2 W_g W_g_dot t) (line1 x x_dot t) (line2 U_g U_g_dot t) (line1 h h_dot t) (line1 b_g b_g_dot t))) j') = c_new_dot j').
    { intros j' ?.
      apply (eq_eq _ (f j' * c_dot j' + g j' * i j' * (1 - i j') * u_i_dot j' + c j' * f j' * (1 - f j') * u_f_dot j' + i j' * (1 - g j' ^ 2) * u_g_dot j') _).
      { apply (eq_eq _ (pd (at0 0) (fun t => c_new_of f (line1 c c_dot t) i g j') + pd (at0 0) (fun t => c_new_of f c (i_of (u_i_of D' H' (line2 W_i W_i_dot t) (line1 x x_dot t) (line2 U_i U_i_dot t) (line1 h h_dot t) (line1 b_i b_i_dot t))) g j') + pd (at0 0) (fun t => c_new_of (f_of (u_f_of D' H' (line2 W_f W_f_dot t) (line1 x x_dot t) (line2 U_f U_f_dot t) (line1 h h_dot t) (line1 b_f b_f_dot t))) c i g j') + pd (at0 0) (fun t => c_new_of f c i (g_of (u_g_of D' H' (line2 W_g W_g_dot t) (line1 x x_dot t) (line2 U_g U_g_dot t) (line1 h h_dot t) (line1 b_g b_g_dot t))) j')) _).
        { refine (eq_trans (apart (at0 0) 4 (fun each => c_new_of (f_of (u_f_of D' H' (line2 W_f W_f_dot (each 2%nat)) (line1 x x_dot (each 2%nat)) (line2 U_f U_f_dot (each 2%nat)) (line1 h h_dot (each 2%nat)) (line1 b_f b_f_dot (each 2%nat)))) (line1 c c_dot (each 0%nat)) (i_of (u_i_of D' H' (line2 W_i W_i_dot (each 1%nat)) (line1 x x_dot (each 1%nat)) (line2 U_i U_i_dot (each 1%nat)) (line1 h h_dot (each 1%nat)) (line1 b_i b_i_dot (each 1%nat)))) (g_of (u_g_of D' H' (line2 W_g W_g_dot (each 3%nat)) (line1 x x_dot (each 3%nat)) (line2 U_g U_g_dot (each 3%nat)) (line1 h h_dot (each 3%nat)) (line1 b_g b_g_dot (each 3%nat)))) j') _) _); [ dsm | ].
          cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
        refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _).
        { apply (eq_eq _ (rsum H' (fun k => pd (at1 c k) (fun c' => c_new_of f c' i g j') * c_dot k)) _).
          { refine (eq_trans (chain1_at (at0 0) H' c (fun c' => c_new_of f c' i g j') (fun t => (line1 c c_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply velocity1; hyp. }
          apply (eq_eq _ (rsum H' (fun k => f j' * delta j' k * c_dot k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            apply (eq_eq _ ((f j' * delta j' k) * c_dot k) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (pd (at1 c k) (fun c' => f j' * c' j' + i j' * g j')) _).
            { reflexivity. }
            apply (eq_eq _ (pd (at1 c k) (fun c' => f j' * c' j') + pd (at1 c k) (fun c' => i j' * g j')) _).
            { rule (diff_add (at1 c k) (fun c' => f j' * c' j') (fun c' => i j' * g j')). }
            apply (eq_eq _ (f j' * delta j' k + 0) _).
            { refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (pd (at1 c k) (fun c' => f j' * c' j')) _).
                { reflexivity. }
                apply (eq_eq _ (f j' * pd (at1 c k) (fun c' => c' j')) _).
                { assert (pd (at1 c k) (fun c' => f j') = 0).
                  { apply constant. }
                  rule (diff_scale (at1 c k) (fun c' => f j') (fun c' => c' j')). }
                refine (f_equal2 Rmult eq_refl _).
                apply variable1. }
              apply constant. }
            arith. }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * f j' * c_dot k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule_same (sum_delta H' (fun k => f j' * c_dot k) j'). }
        { apply (eq_eq _ (rsum H' (fun k => pd (at1 u_i k) (fun u_i' => c_new_of f c (i_of u_i') g j') * u_i_dot k)) _).
          { refine (eq_trans (chain1_at (at0 0) H' u_i (fun u_i' => c_new_of f c (i_of u_i') g j') (fun t => (u_i_of D' H' (line2 W_i W_i_dot t) (line1 x x_dot t) (line2 U_i U_i_dot t) (line1 h h_dot t) (line1 b_i b_i_dot t))) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply moves_u_i; hyp. }
          apply (eq_eq _ (rsum H' (fun k => g j' * i j' * delta j' k * (1 - i j') * u_i_dot k)) _).
          { assert (1 + exp (- u_i j') <> 0).
            { sgn. }
            apply rsum_ext; intros k ?; cbv beta.
            apply (eq_eq _ ((g j' * i j' * delta j' k * (1 - i j')) * u_i_dot k) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (rsum H' (fun l => pd (at1 i l) (fun i' => c_new_of f c i' g j') * pd (at1 u_i k) (fun u_i' => i_of u_i' l))) _).
            { assert ((forall l, (l < H')%nat -> 1 + exp (- u_i l) <> 0)).
              { intros l ?.
                sgn. }
              assert (1 + exp (- u_i j') <> 0).
              { sgn. }
              apply (chain1 (at1 u_i k) H' (fun i' => c_new_of f c i' g j') (fun u_i' => i_of u_i')); [ dsm | premise ]. }
            apply (eq_eq _ (rsum H' (fun l => g j' * delta j' l * i l * delta l k * (1 - i l))) _).
            { assert ((forall l, (l < H')%nat -> 1 + exp (- u_i l) <> 0)).
              { intros l ?.
                sgn. }
              apply rsum_ext; intros l ?; cbv beta.
              apply (eq_eq _ ((g j' * delta j' l) * (i l * delta l k * (1 - i l))) _); [ | same ].
              refine (f_equal2 Rmult _ _).
              { apply (eq_eq _ (pd (at1 i l) (fun i' => f j' * c j' + i' j' * g j')) _).
                { reflexivity. }
                apply (eq_eq _ (pd (at1 i l) (fun i' => f j' * c j') + pd (at1 i l) (fun i' => i' j' * g j')) _).
                { rule (diff_add (at1 i l) (fun i' => f j' * c j') (fun i' => i' j' * g j')). }
                apply (eq_eq _ (0 + g j' * delta j' l) _).
                { refine (f_equal2 Rplus _ _).
                  { apply constant. }
                  apply (eq_eq _ (pd (at1 i l) (fun i' => g j' * i' j')) _).
                  { apply pd_ext.
                    intros i'; cbv beta.
                    arith. }
                  apply (eq_eq _ (g j' * pd (at1 i l) (fun i' => i' j')) _).
                  { assert (pd (at1 i l) (fun i' => g j') = 0).
                    { apply constant. }
                    rule (diff_scale (at1 i l) (fun i' => g j') (fun i' => i' j')). }
                  refine (f_equal2 Rmult eq_refl _).
                  apply variable1. }
                arith. }
              apply (eq_eq _ (pd (at1 u_i k) (fun u_i' => 1 / (1 + exp (- u_i' l)))) _).
              { reflexivity. }
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
              { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
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
              { assert (1 + exp (- u_i l) <> 0).
                { sgn. }
                apply (eq_eq _ (delta l k * exp (- u_i l) / (1 + exp (- u_i l)) ^ 2) _).
                { fractions. }
                symmetry.
                apply (eq_eq _ (1 / (1 + exp (- u_i l)) * delta l k - (1 / (1 + exp (- u_i l))) ^ 2 * delta l k) _).
                { reflexivity. }
                cancel. }
              apply (eq_eq _ (delta l k * i l - delta l k * i l ^ 2) _).
              { arith. }
              symmetry.
              arith. }
            apply (eq_eq _ (rsum H' (fun l => delta l j' * g j' * i l * delta l k * (1 - i l))) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            rule_same (sum_delta H' (fun l => g j' * i l * delta l k * (1 - i l)) j'). }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * g j' * i j' * (1 - i j') * u_i_dot k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule_same (sum_delta H' (fun k => g j' * i j' * (1 - i j') * u_i_dot k) j'). }
        { apply (eq_eq _ (rsum H' (fun k => pd (at1 u_f k) (fun u_f' => c_new_of (f_of u_f') c i g j') * u_f_dot k)) _).
          { refine (eq_trans (chain1_at (at0 0) H' u_f (fun u_f' => c_new_of (f_of u_f') c i g j') (fun t => (u_f_of D' H' (line2 W_f W_f_dot t) (line1 x x_dot t) (line2 U_f U_f_dot t) (line1 h h_dot t) (line1 b_f b_f_dot t))) _ _ _) _); [ start; reflexivity | dsm | premise | ].
            apply rsum_ext; intros ? ?.
            cbv beta; start.
            refine (f_equal2 Rmult eq_refl _).
            apply moves_u_f; hyp. }
          apply (eq_eq _ (rsum H' (fun k => c j' * f j' * delta j' k * (1 - f j') * u_f_dot k)) _).
          { assert (1 + exp (- u_f j') <> 0).
            { sgn. }
            apply rsum_ext; intros k ?; cbv beta.
            apply (eq_eq _ ((c j' * f j' * delta j' k * (1 - f j')) * u_f_dot k) _); [ | same ].
            refine (f_equal2 Rmult _ eq_refl).
            apply (eq_eq _ (rsum H' (fun l => pd (at1 f l) (fun f' => c_new_of f' c i g j') * pd (at1 u_f k) (fun u_f' => f_of u_f' l))) _).
            { assert ((forall l, (l < H')%nat -> 1 + exp (- u_f l) <> 0)).
              { intros l ?.
                sgn. }
              assert (1 + exp (- u_f j') <> 0).
              { sgn. }
              apply (chain1 (at1 u_f k) H' (fun f' => c_new_of f' c i g j') (fun u_f' => f_of u_f')); [ dsm | premise ]. }
            apply (eq_eq _ (rsum H' (fun l => c j' * delta j' l * f l * delta l k * (1 - f l))) _).
            { assert ((forall l, (l < H')%nat -> 1 + exp (- u_f l) <> 0)).
              { intros l ?.
                sgn. }
              apply rsum_ext; intros l ?; cbv beta.
              apply (eq_eq _ ((c j' * delta j' l) * (f l * delta l k * (1 - f l))) _); [ | same ].
              refine (f_equal2 Rmult _ _).
              { apply (eq_eq _ (pd (at1 f l) (fun f' => f' j' * c j' + i j' * g j')) _).
                { reflexivity. }
                apply (eq_eq _ (pd (at1 f l) (fun f' => f' j' * c j') + pd (at1 f l) (fun f' => i j' * g j')) _).
                { rule (diff_add (at1 f l) (fun f' => f' j' * c j') (fun f' => i j' * g j')). }
                apply (eq_eq _ (c j' * delta j' l + 0) _).
                { refine (f_equal2 Rplus _ _).
                  { apply (eq_eq _ (pd (at1 f l) (fun f' => c j' * f' j')) _).
                    { apply pd_ext.
                      intros f'; cbv beta.
                      arith. }
                    apply (eq_eq _ (c j' * pd (at1 f l) (fun f' => f' j')) _).
                    { assert (pd (at1 f l) (fun f' => c j') = 0).
                      { apply constant. }
                      rule (diff_scale (at1 f l) (fun f' => c j') (fun f' => f' j')). }
                    refine (f_equal2 Rmult eq_refl _).
                    apply variable1. }
                  apply constant. }
                arith. }
              apply (eq_eq _ (pd (at1 u_f k) (fun u_f' => 1 / (1 + exp (- u_f' l)))) _).
              { reflexivity. }
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
              { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
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
              { assert (1 + exp (- u_f l) <> 0).
                { sgn. }
                apply (eq_eq _ (delta l k * exp (- u_f l) / (1 + exp (- u_f l)) ^ 2) _).
                { fractions. }
                symmetry.
                apply (eq_eq _ (1 / (1 + exp (- u_f l)) * delta l k - (1 / (1 + exp (- u_f l))) ^ 2 * delta l k) _).
                { reflexivity. }
                cancel. }
              apply (eq_eq _ (delta l k * f l - delta l k * f l ^ 2) _).
              { arith. }
              symmetry.
              arith. }
            apply (eq_eq _ (rsum H' (fun l => delta l j' * c j' * f l * delta l k * (1 - f l))) _).
            { apply rsum_ext; intros l ?; cbv beta.
              arith. }
            rule_same (sum_delta H' (fun l => c j' * f l * delta l k * (1 - f l)) j'). }
          apply (eq_eq _ (rsum H' (fun k => delta k j' * c j' * f j' * (1 - f j') * u_f_dot k)) _).
          { apply rsum_ext; intros k ?; cbv beta.
            arith. }
          rule_same (sum_delta H' (fun k => c j' * f j' * (1 - f j') * u_f_dot k) j'). }
        apply (eq_eq _ (rsum H' (fun k => pd (at1 u_g k) (fun u_g' => c_new_of f c i (g_of u_g') j') * u_g_dot k)) _).
        { refine (eq_trans (chain1_at (at0 0) H' u_g (fun u_g' => c_new_of f c i (g_of u_g') j') (fun t => (u_g_of D' H' (line2 W_g W_g_dot t) (line1 x x_dot t) (line2 U_g U_g_dot t) (line1 h h_dot t) (line1 b_g b_g_dot t))) _ _ _) _); [ start; reflexivity | dsm | premise | ].
          apply rsum_ext; intros ? ?.
          cbv beta; start.
          refine (f_equal2 Rmult eq_refl _).
          apply moves_u_g; hyp. }
        apply (eq_eq _ (rsum H' (fun k => i j' * delta j' k * (1 - g j' ^ 2) * u_g_dot k)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          apply (eq_eq _ ((i j' * delta j' k * (1 - g j' ^ 2)) * u_g_dot k) _); [ | same ].
          refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ (rsum H' (fun l => pd (at1 g l) (fun g' => c_new_of f c i g' j') * pd (at1 u_g k) (fun u_g' => g_of u_g' l))) _).
          { apply (chain1 (at1 u_g k) H' (fun g' => c_new_of f c i g' j') (fun u_g' => g_of u_g')); [ dsm | premise ]. }
          apply (eq_eq _ (rsum H' (fun l => i j' * delta j' l * delta l k * (1 - g l ^ 2))) _).
          { apply rsum_ext; intros l ?; cbv beta.
            apply (eq_eq _ ((i j' * delta j' l) * (delta l k * (1 - g l ^ 2))) _); [ | same ].
            refine (f_equal2 Rmult _ _).
            { apply (eq_eq _ (pd (at1 g l) (fun g' => f j' * c j' + i j' * g' j')) _).
              { reflexivity. }
              apply (eq_eq _ (pd (at1 g l) (fun g' => f j' * c j') + pd (at1 g l) (fun g' => i j' * g' j')) _).
              { rule (diff_add (at1 g l) (fun g' => f j' * c j') (fun g' => i j' * g' j')). }
              apply (eq_eq _ (0 + i j' * delta j' l) _).
              { refine (f_equal2 Rplus _ _).
                { apply constant. }
                apply (eq_eq _ (pd (at1 g l) (fun g' => i j' * g' j')) _).
                { reflexivity. }
                apply (eq_eq _ (i j' * pd (at1 g l) (fun g' => g' j')) _).
                { assert (pd (at1 g l) (fun g' => i j') = 0).
                  { apply constant. }
                  rule (diff_scale (at1 g l) (fun g' => i j') (fun g' => g' j')). }
                refine (f_equal2 Rmult eq_refl _).
                apply variable1. }
              arith. }
            apply (eq_eq _ (pd (at1 u_g k) (fun u_g' => tanh (u_g' l))) _).
            { reflexivity. }
            apply (eq_eq _ ((1 - tanh (u_g l) ^ 2) * pd (at1 u_g k) (fun u_g' => u_g' l)) _).
            { rule (diff_tanh (at1 u_g k) (fun u_g' => u_g' l)). }
            apply (eq_eq _ ((1 - tanh (u_g l) ^ 2) * delta l k) _).
            { refine (f_equal2 Rmult eq_refl _).
              apply variable1. }
            apply (eq_eq _ (delta l k - delta l k * tanh (u_g l) ^ 2) _).
            { arith. }
            apply (eq_eq _ (delta l k - g l ^ 2 * delta l k) _).
            { symmetry.
              apply (eq_eq _ (delta l k - tanh (u_g l) ^ 2 * delta l k) _).
              { reflexivity. }
              arith. }
            apply (eq_eq _ (delta l k - delta l k * g l ^ 2) _).
            { arith. }
            symmetry.
            arith. }
          apply (eq_eq _ (rsum H' (fun l => delta l j' * i j' * delta l k * (1 - g l ^ 2))) _).
          { apply rsum_ext; intros l ?; cbv beta.
            arith. }
          rule_same (sum_delta H' (fun l => i j' * delta l k * (1 - g l ^ 2)) j'). }
        apply (eq_eq _ (rsum H' (fun k => delta k j' * i j' * (1 - g j' ^ 2) * u_g_dot k)) _).
        { apply rsum_ext; intros k ?; cbv beta.
          arith. }
        rule_same (sum_delta H' (fun k => i j' * (1 - g j' ^ 2) * u_g_dot k) j'). }
      reflexivity. }
    apply (eq_eq _ (pd (at0 0) (fun t => h_new_of (o_of (u_o_of D' H' (line2 W_o W_o_dot t) (line1 x x_dot t) (line2 U_o U_o_dot t) (line1 h h_dot t) (line1 b_o b_o_dot t))) c_new j) + pd (at0 0) (fun t => h_new_of o (c_new_of (f_of (u_f_of D' H' (line2 W_f W_f_dot t) (line1 x x_dot t) (line2 U_f U_f_dot t) (line1 h h_dot t) (line1 b_f b_f_dot t))) (line1 c c_dot t) (i_of (u_i_of D' H' (line2 W_i W_i_dot t) (line1 x x_dot t) (line2 U_i U_i_dot t) (line1 h h_dot t) (line1 b_i b_i_dot t))) (g_of (u_g_of D' H' (line2 W_g W_g_dot t) (line1 x x_dot t) (line2 U_g U_g_dot t) (line1 h h_dot t) (line1 b_g b_g_dot t)))) j)) _).
    { refine (eq_trans (apart (at0 0) 2 (fun each => h_new_of (o_of (u_o_of D' H' (line2 W_o W_o_dot (each 0%nat)) (line1 x x_dot (each 0%nat)) (line2 U_o U_o_dot (each 0%nat)) (line1 h h_dot (each 0%nat)) (line1 b_o b_o_dot (each 0%nat)))) (c_new_of (f_of (u_f_of D' H' (line2 W_f W_f_dot (each 1%nat)) (line1 x x_dot (each 1%nat)) (line2 U_f U_f_dot (each 1%nat)) (line1 h h_dot (each 1%nat)) (line1 b_f b_f_dot (each 1%nat)))) (line1 c c_dot (each 1%nat)) (i_of (u_i_of D' H' (line2 W_i W_i_dot (each 1%nat)) (line1 x x_dot (each 1%nat)) (line2 U_i U_i_dot (each 1%nat)) (line1 h h_dot (each 1%nat)) (line1 b_i b_i_dot (each 1%nat)))) (g_of (u_g_of D' H' (line2 W_g W_g_dot (each 1%nat)) (line1 x x_dot (each 1%nat)) (line2 U_g U_g_dot (each 1%nat)) (line1 h h_dot (each 1%nat)) (line1 b_g b_g_dot (each 1%nat))))) j) _) _); [ dsm | ].
      cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun i' => pd (at1 u_o i') (fun u_o' => h_new_of (o_of u_o') c_new j) * u_o_dot i')) _).
      { refine (eq_trans (chain1_at (at0 0) H' u_o (fun u_o' => h_new_of (o_of u_o') c_new j) (fun t => (u_o_of D' H' (line2 W_o W_o_dot t) (line1 x x_dot t) (line2 U_o U_o_dot t) (line1 h h_dot t) (line1 b_o b_o_dot t))) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply moves_u_o; hyp. }
      exact (eq_eq _ _ _ jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_u_o_1_lemma jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_u_o_2_sum_delta). }
    apply (eq_eq _ (rsum H' (fun i' => pd (at1 c_new i') (fun c_new' => h_new_of o c_new' j) * c_new_dot i')) _).
    { refine (eq_trans (chain1_at (at0 0) H' c_new (fun c_new' => h_new_of o c_new' j) (fun t => (c_new_of (f_of (u_f_of D' H' (line2 W_f W_f_dot t) (line1 x x_dot t) (line2 U_f U_f_dot t) (line1 h h_dot t) (line1 b_f b_f_dot t))) (line1 c c_dot t) (i_of (u_i_of D' H' (line2 W_i W_i_dot t) (line1 x x_dot t) (line2 U_i U_i_dot t) (line1 h h_dot t) (line1 b_i b_i_dot t))) (g_of (u_g_of D' H' (line2 W_g W_g_dot t) (line1 x x_dot t) (line2 U_g U_g_dot t) (line1 h h_dot t) (line1 b_g b_g_dot t))))) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply moves_c_new; hyp. }
    exact (eq_eq _ _ _ jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_c_new_1_lemma jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_c_new_2_sum_delta). }
  apply (eq_eq _ (h_new_dot j) _).
  { reflexivity. }
  reflexivity.
Qed.

Lemma jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_needs_1 :
  1 + exp (- u_i j) <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_needs_2 :
  1 + exp (- u_o j) <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_needs_3 :
  1 + exp (- u_f j) <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c :
  is_pd (at0 0) (fun t => h_new_of (o_of (u_o_of D' H' (line2 W_o W_o_dot t) (line1 x x_dot t) (line2 U_o U_o_dot t) (line1 h h_dot t) (line1 b_o b_o_dot t))) (c_new_of (f_of (u_f_of D' H' (line2 W_f W_f_dot t) (line1 x x_dot t) (line2 U_f U_f_dot t) (line1 h h_dot t) (line1 b_f b_f_dot t))) (line1 c c_dot t) (i_of (u_i_of D' H' (line2 W_i W_i_dot t) (line1 x x_dot t) (line2 U_i U_i_dot t) (line1 h h_dot t) (line1 b_i b_i_dot t))) (g_of (u_g_of D' H' (line2 W_g W_g_dot t) (line1 x x_dot t) (line2 U_g U_g_dot t) (line1 h h_dot t) (line1 b_g b_g_dot t)))) j)
  (h_new j * (1 - o j) * u_o_dot j + o j * (1 - tanh (c_new j) ^ 2) * c_new_dot j).
Proof.
  pose proof jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_needs_1.
  pose proof jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_needs_2.
  pose proof jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_needs_3.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum H' (fun l => rsum D' (fun m => pd (at2 W_i l m) (fun W_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i' x U_i h b_i)) g) j) * W_i_dot l m)) + rsum D' (fun l => pd (at1 x l) (fun x' => h_new_of (o_of (u_o_of D' H' W_o x' U_o h b_o)) (c_new_of (f_of (u_f_of D' H' W_f x' U_f h b_f)) c (i_of (u_i_of D' H' W_i x' U_i h b_i)) (g_of (u_g_of D' H' W_g x' U_g h b_g))) j) * x_dot l) + rsum H' (fun l => rsum H' (fun m => pd (at2 U_i l m) (fun U_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i' h b_i)) g) j) * U_i_dot l m)) + rsum H' (fun l => pd (at1 h l) (fun h' => h_new_of (o_of (u_o_of D' H' W_o x U_o h' b_o)) (c_new_of (f_of (u_f_of D' H' W_f x U_f h' b_f)) c (i_of (u_i_of D' H' W_i x U_i h' b_i)) (g_of (u_g_of D' H' W_g x U_g h' b_g))) j) * h_dot l) + rsum H' (fun l => pd (at1 b_i l) (fun b_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i h b_i')) g) j) * b_i_dot l) + rsum H' (fun l => rsum D' (fun m => pd (at2 W_f l m) (fun W_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f' x U_f h b_f)) c i g) j) * W_f_dot l m)) + rsum H' (fun l => rsum H' (fun m => pd (at2 U_f l m) (fun U_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f' h b_f)) c i g) j) * U_f_dot l m)) + rsum H' (fun l => pd (at1 b_f l) (fun b_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f h b_f')) c i g) j) * b_f_dot l) + rsum H' (fun l => rsum D' (fun m => pd (at2 W_g l m) (fun W_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g' x U_g h b_g))) j) * W_g_dot l m)) + rsum H' (fun l => rsum H' (fun m => pd (at2 U_g l m) (fun U_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g' h b_g))) j) * U_g_dot l m)) + rsum H' (fun l => pd (at1 b_g l) (fun b_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g h b_g'))) j) * b_g_dot l) + rsum H' (fun l => rsum D' (fun m => pd (at2 W_o l m) (fun W_o' => h_new_of (o_of (u_o_of D' H' W_o' x U_o h b_o)) c_new j) * W_o_dot l m)) + rsum H' (fun l => rsum H' (fun m => pd (at2 U_o l m) (fun U_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o' h b_o)) c_new j) * U_o_dot l m)) + rsum H' (fun l => pd (at1 b_o l) (fun b_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o h b_o')) c_new j) * b_o_dot l) + rsum H' (fun l => pd (at1 c l) (fun c' => h_new_of o (c_new_of f c' i g) j) * c_dot l)) _).
  { apply (eq_eq _ (pd (at0 0) (fun t => h_new_of o (c_new_of f c (i_of (u_i_of D' H' (line2 W_i W_i_dot t) x U_i h b_i)) g) j) + pd (at0 0) (fun t => h_new_of (o_of (u_o_of D' H' W_o (line1 x x_dot t) U_o h b_o)) (c_new_of (f_of (u_f_of D' H' W_f (line1 x x_dot t) U_f h b_f)) c (i_of (u_i_of D' H' W_i (line1 x x_dot t) U_i h b_i)) (g_of (u_g_of D' H' W_g (line1 x x_dot t) U_g h b_g))) j) + pd (at0 0) (fun t => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x (line2 U_i U_i_dot t) h b_i)) g) j) + pd (at0 0) (fun t => h_new_of (o_of (u_o_of D' H' W_o x U_o (line1 h h_dot t) b_o)) (c_new_of (f_of (u_f_of D' H' W_f x U_f (line1 h h_dot t) b_f)) c (i_of (u_i_of D' H' W_i x U_i (line1 h h_dot t) b_i)) (g_of (u_g_of D' H' W_g x U_g (line1 h h_dot t) b_g))) j) + pd (at0 0) (fun t => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i h (line1 b_i b_i_dot t))) g) j) + pd (at0 0) (fun t => h_new_of o (c_new_of (f_of (u_f_of D' H' (line2 W_f W_f_dot t) x U_f h b_f)) c i g) j) + pd (at0 0) (fun t => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x (line2 U_f U_f_dot t) h b_f)) c i g) j) + pd (at0 0) (fun t => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f h (line1 b_f b_f_dot t))) c i g) j) + pd (at0 0) (fun t => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' (line2 W_g W_g_dot t) x U_g h b_g))) j) + pd (at0 0) (fun t => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x (line2 U_g U_g_dot t) h b_g))) j) + pd (at0 0) (fun t => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g h (line1 b_g b_g_dot t)))) j) + pd (at0 0) (fun t => h_new_of (o_of (u_o_of D' H' (line2 W_o W_o_dot t) x U_o h b_o)) c_new j) + pd (at0 0) (fun t => h_new_of (o_of (u_o_of D' H' W_o x (line2 U_o U_o_dot t) h b_o)) c_new j) + pd (at0 0) (fun t => h_new_of (o_of (u_o_of D' H' W_o x U_o h (line1 b_o b_o_dot t))) c_new j) + pd (at0 0) (fun t => h_new_of o (c_new_of f (line1 c c_dot t) i g) j)) _).
    { refine (eq_trans (apart (at0 0) 15 (fun each => h_new_of (o_of (u_o_of D' H' (line2 W_o W_o_dot (each 11%nat)) (line1 x x_dot (each 1%nat)) (line2 U_o U_o_dot (each 12%nat)) (line1 h h_dot (each 3%nat)) (line1 b_o b_o_dot (each 13%nat)))) (c_new_of (f_of (u_f_of D' H' (line2 W_f W_f_dot (each 5%nat)) (line1 x x_dot (each 1%nat)) (line2 U_f U_f_dot (each 6%nat)) (line1 h h_dot (each 3%nat)) (line1 b_f b_f_dot (each 7%nat)))) (line1 c c_dot (each 14%nat)) (i_of (u_i_of D' H' (line2 W_i W_i_dot (each 0%nat)) (line1 x x_dot (each 1%nat)) (line2 U_i U_i_dot (each 2%nat)) (line1 h h_dot (each 3%nat)) (line1 b_i b_i_dot (each 4%nat)))) (g_of (u_g_of D' H' (line2 W_g W_g_dot (each 8%nat)) (line1 x x_dot (each 1%nat)) (line2 U_g U_g_dot (each 9%nat)) (line1 h h_dot (each 3%nat)) (line1 b_g b_g_dot (each 10%nat))))) j) _) _); [ dsm | ].
      cbn [adds Nat.eqb pt at0 at1 at2 at3]; start; reflexivity. }
    refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rplus _ _) _) _) _) _) _) _) _) _) _) _) _) _) _).
    { apply (eq_eq _ (rsum H' (fun l => rsum D' (fun m => pd (at2 W_i l m) (fun W_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i' x U_i h b_i)) g) j) * W_i_dot l m))) _).
      { refine (eq_trans (chain2_at (at0 0) H' D' W_i (fun W_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i' x U_i h b_i)) g) j) (fun t => (line2 W_i W_i_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    { apply (eq_eq _ (rsum D' (fun l => pd (at1 x l) (fun x' => h_new_of (o_of (u_o_of D' H' W_o x' U_o h b_o)) (c_new_of (f_of (u_f_of D' H' W_f x' U_f h b_f)) c (i_of (u_i_of D' H' W_i x' U_i h b_i)) (g_of (u_g_of D' H' W_g x' U_g h b_g))) j) * x_dot l)) _).
      { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => h_new_of (o_of (u_o_of D' H' W_o x' U_o h b_o)) (c_new_of (f_of (u_f_of D' H' W_f x' U_f h b_f)) c (i_of (u_i_of D' H' W_i x' U_i h b_i)) (g_of (u_g_of D' H' W_g x' U_g h b_g))) j) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity1. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun l => rsum H' (fun m => pd (at2 U_i l m) (fun U_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i' h b_i)) g) j) * U_i_dot l m))) _).
      { refine (eq_trans (chain2_at (at0 0) H' H' U_i (fun U_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i' h b_i)) g) j) (fun t => (line2 U_i U_i_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun l => pd (at1 h l) (fun h' => h_new_of (o_of (u_o_of D' H' W_o x U_o h' b_o)) (c_new_of (f_of (u_f_of D' H' W_f x U_f h' b_f)) c (i_of (u_i_of D' H' W_i x U_i h' b_i)) (g_of (u_g_of D' H' W_g x U_g h' b_g))) j) * h_dot l)) _).
      { refine (eq_trans (chain1_at (at0 0) H' h (fun h' => h_new_of (o_of (u_o_of D' H' W_o x U_o h' b_o)) (c_new_of (f_of (u_f_of D' H' W_f x U_f h' b_f)) c (i_of (u_i_of D' H' W_i x U_i h' b_i)) (g_of (u_g_of D' H' W_g x U_g h' b_g))) j) (fun t => (line1 h h_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity1. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun l => pd (at1 b_i l) (fun b_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i h b_i')) g) j) * b_i_dot l)) _).
      { refine (eq_trans (chain1_at (at0 0) H' b_i (fun b_i' => h_new_of o (c_new_of f c (i_of (u_i_of D' H' W_i x U_i h b_i')) g) j) (fun t => (line1 b_i b_i_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity1. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun l => rsum D' (fun m => pd (at2 W_f l m) (fun W_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f' x U_f h b_f)) c i g) j) * W_f_dot l m))) _).
      { refine (eq_trans (chain2_at (at0 0) H' D' W_f (fun W_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f' x U_f h b_f)) c i g) j) (fun t => (line2 W_f W_f_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun l => rsum H' (fun m => pd (at2 U_f l m) (fun U_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f' h b_f)) c i g) j) * U_f_dot l m))) _).
      { refine (eq_trans (chain2_at (at0 0) H' H' U_f (fun U_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f' h b_f)) c i g) j) (fun t => (line2 U_f U_f_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun l => pd (at1 b_f l) (fun b_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f h b_f')) c i g) j) * b_f_dot l)) _).
      { refine (eq_trans (chain1_at (at0 0) H' b_f (fun b_f' => h_new_of o (c_new_of (f_of (u_f_of D' H' W_f x U_f h b_f')) c i g) j) (fun t => (line1 b_f b_f_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity1. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun l => rsum D' (fun m => pd (at2 W_g l m) (fun W_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g' x U_g h b_g))) j) * W_g_dot l m))) _).
      { refine (eq_trans (chain2_at (at0 0) H' D' W_g (fun W_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g' x U_g h b_g))) j) (fun t => (line2 W_g W_g_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun l => rsum H' (fun m => pd (at2 U_g l m) (fun U_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g' h b_g))) j) * U_g_dot l m))) _).
      { refine (eq_trans (chain2_at (at0 0) H' H' U_g (fun U_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g' h b_g))) j) (fun t => (line2 U_g U_g_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun l => pd (at1 b_g l) (fun b_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g h b_g'))) j) * b_g_dot l)) _).
      { refine (eq_trans (chain1_at (at0 0) H' b_g (fun b_g' => h_new_of o (c_new_of f c i (g_of (u_g_of D' H' W_g x U_g h b_g'))) j) (fun t => (line1 b_g b_g_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity1. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun l => rsum D' (fun m => pd (at2 W_o l m) (fun W_o' => h_new_of (o_of (u_o_of D' H' W_o' x U_o h b_o)) c_new j) * W_o_dot l m))) _).
      { refine (eq_trans (chain2_at (at0 0) H' D' W_o (fun W_o' => h_new_of (o_of (u_o_of D' H' W_o' x U_o h b_o)) c_new j) (fun t => (line2 W_o W_o_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun l => rsum H' (fun m => pd (at2 U_o l m) (fun U_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o' h b_o)) c_new j) * U_o_dot l m))) _).
      { refine (eq_trans (chain2_at (at0 0) H' H' U_o (fun U_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o' h b_o)) c_new j) (fun t => (line2 U_o U_o_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity2. }
      reflexivity. }
    { apply (eq_eq _ (rsum H' (fun l => pd (at1 b_o l) (fun b_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o h b_o')) c_new j) * b_o_dot l)) _).
      { refine (eq_trans (chain1_at (at0 0) H' b_o (fun b_o' => h_new_of (o_of (u_o_of D' H' W_o x U_o h b_o')) c_new j) (fun t => (line1 b_o b_o_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
        apply rsum_ext; intros ? ?.
        cbv beta; start.
        refine (f_equal2 Rmult eq_refl _).
        apply velocity1. }
      reflexivity. }
    apply (eq_eq _ (rsum H' (fun l => pd (at1 c l) (fun c' => h_new_of o (c_new_of f c' i g) j) * c_dot l)) _).
    { refine (eq_trans (chain1_at (at0 0) H' c (fun c' => h_new_of o (c_new_of f c' i g) j) (fun t => (line1 c c_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_1_jvp.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c_outright : option (
  is_pd (at0 0) (fun t => h_new_of (o_of (u_o_of D' H' (line2 W_o W_o_dot t) (line1 x x_dot t) (line2 U_o U_o_dot t) (line1 h h_dot t) (line1 b_o b_o_dot t))) (c_new_of (f_of (u_f_of D' H' (line2 W_f W_f_dot t) (line1 x x_dot t) (line2 U_f U_f_dot t) (line1 h h_dot t) (line1 b_f b_f_dot t))) (line1 c c_dot t) (i_of (u_i_of D' H' (line2 W_i W_i_dot t) (line1 x x_dot t) (line2 U_i U_i_dot t) (line1 h h_dot t) (line1 b_i b_i_dot t))) (g_of (u_g_of D' H' (line2 W_g W_g_dot t) (line1 x x_dot t) (line2 U_g U_g_dot t) (line1 h h_dot t) (line1 b_g b_g_dot t)))) j)
  (h_new j * (1 - o j) * u_o_dot j + o j * (1 - tanh (c_new j) ^ 2) * c_new_dot j)).
Proof.
  attempt "jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c" by timeout 3 Formula.outright (Formula.by_lines (Formula.either (Formula.flat2 W_i) (Formula.either (Formula.flat1 x) (Formula.either (Formula.flat2 U_i) (Formula.either (Formula.flat1 h) (Formula.either (Formula.flat1 b_i) (Formula.either (Formula.flat2 W_f) (Formula.either (Formula.flat2 U_f) (Formula.either (Formula.flat1 b_f) (Formula.either (Formula.flat2 W_g) (Formula.either (Formula.flat2 U_g) (Formula.either (Formula.flat1 b_g) (Formula.either (Formula.flat2 W_o) (Formula.either (Formula.flat2 U_o) (Formula.either (Formula.flat1 b_o) (Formula.flat1 c))))))))))))))) (Formula.either (Formula.flat2 W_i_dot) (Formula.either (Formula.flat1 x_dot) (Formula.either (Formula.flat2 U_i_dot) (Formula.either (Formula.flat1 h_dot) (Formula.either (Formula.flat1 b_i_dot) (Formula.either (Formula.flat2 W_f_dot) (Formula.either (Formula.flat2 U_f_dot) (Formula.either (Formula.flat1 b_f_dot) (Formula.either (Formula.flat2 W_g_dot) (Formula.either (Formula.flat2 U_g_dot) (Formula.either (Formula.flat1 b_g_dot) (Formula.either (Formula.flat2 W_o_dot) (Formula.either (Formula.flat2 U_o_dot) (Formula.either (Formula.flat1 b_o_dot) (Formula.flat1 c_dot))))))))))))))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inl (j, d)))))))))))))) (Formula.V (inr (inl (d))))))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inl (j, k))))))))))))))) (Formula.V (inr (inr (inr (inl (k)))))))))) (Formula.V (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inl (j))))))))))))))))))))) (Formula.Tanh (Formula.Add (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (inr (inr (inr (inr (inr (inl (j, d)))))))) (Formula.V (inr (inl (d))))))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (inr (inr (inr (inr (inr (inr (inl (j, k))))))))) (Formula.V (inr (inr (inr (inl (k)))))))))) (Formula.V (inr (inr (inr (inr (inr (inr (inr (inl (j))))))))))))))) (Formula.V (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (j))))))))))))))))) (Formula.Mul (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (inl (j, d))) (Formula.V (inr (inl (d))))))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (inr (inr (inl (j, k))))) (Formula.V (inr (inr (inr (inl (k)))))))))) (Formula.V (inr (inr (inr (inr (inl (j)))))))))))) (Formula.Tanh (Formula.Add (Formula.Add (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (inr (inr (inr (inr (inr (inr (inr (inr (inl (j, d))))))))))) (Formula.V (inr (inl (d))))))) (Formula.Sum H' (fun k => (Formula.Mul (Formula.V (inr (inr (inr (inr (inr (inr (inr (inr (inr (inl (j, k)))))))))))) (Formula.V (inr (inr (inr (inl (k)))))))))) (Formula.V (inr (inr (inr (inr (inr (inr (inr (inr (inr (inr (inl (j)))))))))))))))))))).
Defined.
End jvp_h_new_W_i_x_U_i_h_b_i_W_f_U_f_b_f_W_g_U_g_b_g_W_o_U_o_b_o_c.
End lstm_cell_theory.
