(* made by derive, do not edit *)
(* SwiGLU

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition u_of (D' : nat) (W : nat -> nat -> R) (x : nat -> R) (h : nat) : R :=
  rsum D' (fun d => W h d * x d).
#[local] Hint Unfold u_of : definitions.
Definition v_of (D' : nat) (V : nat -> nat -> R) (x : nat -> R) (h : nat) : R :=
  rsum D' (fun d => V h d * x d).
#[local] Hint Unfold v_of : definitions.
Definition sigma_of (u : nat -> R) (h : nat) : R :=
  1 / (1 + exp (- u h)).
#[local] Hint Unfold sigma_of : definitions.
Definition s_of (u : nat -> R) (sigma : nat -> R) (h : nat) : R :=
  u h * sigma h.
#[local] Hint Unfold s_of : definitions.
Definition y_of (s : nat -> R) (v : nat -> R) (h : nat) : R :=
  s h * v h.
#[local] Hint Unfold y_of : definitions.

Section swiglu_theory.
Variables (D' H' : nat).
Variables (x y_bar x_dot : nat -> R).
Variables (W V V_dot W_dot : nat -> nat -> R).
Hypothesis D'_positive : (0 < D')%nat.
Hypothesis H'_positive : (0 < H')%nat.
Local Notation u := (u_of D' W x).
Local Notation v := (v_of D' V x).
Local Notation sigma := (sigma_of u).
Local Notation s := (s_of u sigma).
Local Notation y := (y_of s v).

(** * What several lines rest on *)

Lemma shared_1 :
  forall h k : nat,
  (h < H')%nat ->
  (k < H')%nat ->
  pd (at1 s k) (fun s' => y_of s' v h) = v h * delta h k.
Proof.
  intros h k ? ?.
  apply (eq_eq _ (pd (at1 s k) (fun s' => s' h * v h)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 s k) (fun s' => v h * s' h)) _).
  { apply pd_ext.
    intros s'; cbv beta.
    arith. }
  apply (eq_eq _ (v h * pd (at1 s k) (fun s' => s' h)) _).
  { assert (pd (at1 s k) (fun s' => v h) = 0).
    { apply constant. }
    rule (diff_scale (at1 s k) (fun s' => v h) (fun s' => s' h)). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Lemma shared_2 :
  forall h : nat,
  (h < H')%nat ->
  s h = rsum D' (fun d => W h d * x d) / (1 + exp (- rsum D' (fun d => W h d * x d))).
Proof.
  intros h ?.
  apply (eq_eq _ (u h * sigma h) _).
  { reflexivity. }
  apply (eq_eq _ (rsum D' (fun d => W h d * x d) * (1 / (1 + exp (- rsum D' (fun d => W h d * x d))))) _).
  { reflexivity. }
  fractions.
Qed.

Lemma shared_3 :
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

Lemma shared_4 :
  forall h i j : nat,
  (h < H')%nat ->
  (i < H')%nat ->
  (j < D')%nat ->
  rsum H' (fun k => pd (at1 v k) (fun v' => y_of s v' h) * pd (at2 V i j) (fun V' => v_of D' V' x k)) = rsum H' (fun k => u h * sigma h * delta h k * x j * delta k i).
Proof.
  intros h i j ? ? ?.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((u h * sigma h * delta h k) * (x j * delta k i)) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at1 v k) (fun v' => s h * v' h)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at1 v k) (fun v' => s h * v' h)) _).
    { reflexivity. }
    apply (eq_eq _ (s h * pd (at1 v k) (fun v' => v' h)) _).
    { assert (pd (at1 v k) (fun v' => s h) = 0).
      { apply constant. }
      rule (diff_scale (at1 v k) (fun v' => s h) (fun v' => v' h)). }
    apply (eq_eq _ (s h * delta h k) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (rsum D' (fun d => W h d * x d) / (1 + exp (- rsum D' (fun d => W h d * x d))) * delta h k) _).
    { refine (f_equal2 Rmult _ eq_refl).
      rule (shared_2 h). }
    apply (eq_eq _ (delta h k * rsum D' (fun d => W h d * x d) / (1 + exp (- rsum D' (fun d => W h d * x d)))) _).
    { fractions. }
    symmetry.
    apply (eq_eq _ (rsum D' (fun d => W h d * x d) * (1 / (1 + exp (- rsum D' (fun d => W h d * x d)))) * delta h k) _).
    { reflexivity. }
    fractions. }
  apply (eq_eq _ (pd (at2 V i j) (fun V' => rsum D' (fun d => V' k d * x d))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 V i j) (fun V' => rsum D' (fun k' => V' k k' * x k'))) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun l => pd (at2 V i j) (fun V' => V' k l * x l))) _).
  { rule_same (diff_sum (at2 V i j) D' (fun k' V' => V' k k' * x k') (fun k' => true)). }
  apply (eq_eq _ (rsum D' (fun l => x l * delta k i * delta l j)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (pd (at2 V i j) (fun V' => x l * V' k l)) _).
    { apply pd_ext.
      intros V'; cbv beta.
      arith. }
    apply (eq_eq _ (x l * pd (at2 V i j) (fun V' => V' k l)) _).
    { assert (pd (at2 V i j) (fun V' => x l) = 0).
      { apply constant. }
      rule (diff_scale (at2 V i j) (fun V' => x l) (fun V' => V' k l)). }
    apply (eq_eq _ (x l * (delta k i * delta l j)) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply variable2. }
  rule (shared_3 k i j).
Qed.

Lemma shared_5 :
  forall h j i : nat,
  (h < H')%nat ->
  (j < D')%nat ->
  (i < H')%nat ->
  rsum H' (fun k => u h * sigma h * delta h k * x j * delta k i) = u h * sigma h * x j * delta h i.
Proof.
  intros h j i ? ? ?.
  apply (eq_eq _ (rsum H' (fun k => delta k h * u h * sigma h * x j * delta k i)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => u h * sigma h * x j * delta k i) h).
Qed.

Lemma shared_6 :
  forall h i : nat,
  (h < H')%nat ->
  (i < D')%nat ->
  pd (at1 x i) (fun x' => u_of D' W x' h) = rsum D' (fun k => W h k * delta k i).
Proof.
  intros h i ? ?.
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => W h d * x' d))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => W h k * x' k))) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => W h k * x' k))) _).
  { rule (diff_sum (at1 x i) D' (fun k x' => W h k * x' k) (fun k => true)). }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (pd (at1 x i) (fun x' => W h k * x' k)) _).
  { reflexivity. }
  apply (eq_eq _ (W h k * pd (at1 x i) (fun x' => x' k)) _).
  { assert (pd (at1 x i) (fun x' => W h k) = 0).
    { apply constant. }
    rule (diff_scale (at1 x i) (fun x' => W h k) (fun x' => x' k)). }
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Lemma shared_7 :
  forall h i : nat,
  (h < H')%nat ->
  (i < D')%nat ->
  pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) * v h + s h * pd (at1 x i) (fun x' => v_of D' V x' h) = (rsum D' (fun k => W h k * delta k i) * sigma h + u h * exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2) * v h + s h * rsum D' (fun k => V h k * delta k i).
Proof.
  intros h i ? ?.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply (eq_eq _ ((rsum D' (fun k => W h k * delta k i) * sigma h + u h * (- (1 / (1 + exp (- u h)) ^ 2 * (0 + exp (- u h) * (- rsum D' (fun k => W h k * delta k i)))))) * v h + s h * rsum D' (fun k => V h k * delta k i)) _).
  { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult eq_refl _)).
    { apply (eq_eq _ (pd (at1 x i) (fun x' => u_of D' W x' h * sigma_of (u_of D' W x') h)) _).
      { reflexivity. }
      apply (eq_eq _ (pd (at1 x i) (fun x' => u_of D' W x' h) * sigma h + u h * pd (at1 x i) (fun x' => sigma_of (u_of D' W x') h)) _).
      { rule (diff_mul (at1 x i) (fun x' => u_of D' W x' h) (fun x' => sigma_of (u_of D' W x') h)). }
      refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult eq_refl _)).
      { rule (shared_6 h i). }
      apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / (1 + exp (- u_of D' W x' h)))) _).
      { reflexivity. }
      apply (eq_eq _ (- (1 / (1 + exp (- u h)) ^ 2 * pd (at1 x i) (fun x' => 1 + exp (- u_of D' W x' h)))) _).
      { assert (pd (at1 x i) (fun x' => 1) = 0).
        { apply constant. }
        rule (diff_inverse (at1 x i) (fun x' => 1) (fun x' => 1 + exp (- u_of D' W x' h))). }
      refine (f_equal Ropp (f_equal2 Rmult eq_refl _)).
      apply (eq_eq _ (pd (at1 x i) (fun x' => 1) + pd (at1 x i) (fun x' => exp (- u_of D' W x' h))) _).
      { rule (diff_add (at1 x i) (fun x' => 1) (fun x' => exp (- u_of D' W x' h))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (exp (- u h) * pd (at1 x i) (fun x' => - u_of D' W x' h)) _).
      { rule (diff_exp (at1 x i) (fun x' => - u_of D' W x' h)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- pd (at1 x i) (fun x' => u_of D' W x' h)) _).
      { rule (diff_neg (at1 x i) (fun x' => u_of D' W x' h)). }
      refine (f_equal Ropp _).
      rule (shared_6 h i). }
    apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun d => V h d * x' d))) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun k => V h k * x' k))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => pd (at1 x i) (fun x' => V h k * x' k))) _).
    { rule (diff_sum (at1 x i) D' (fun k x' => V h k * x' k) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (pd (at1 x i) (fun x' => V h k * x' k)) _).
    { reflexivity. }
    apply (eq_eq _ (V h k * pd (at1 x i) (fun x' => x' k)) _).
    { assert (pd (at1 x i) (fun x' => V h k) = 0).
      { apply constant. }
      rule (diff_scale (at1 x i) (fun x' => V h k) (fun x' => x' k)). }
    refine (f_equal2 Rmult eq_refl _).
    apply variable1. }
  refine (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rplus eq_refl _) eq_refl) eq_refl).
  apply (eq_eq _ (u h * (exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2)) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (- (- (exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2))) _).
    { refine (f_equal Ropp _).
      apply (eq_eq _ (1 / (1 + exp (- u h)) ^ 2 * (- (exp (- u h) * rsum D' (fun k => W h k * delta k i)))) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (0 - exp (- u h) * rsum D' (fun k => W h k * delta k i)) _).
        { refine (f_equal2 Rplus eq_refl _).
          arith. }
        arith. }
      fractions. }
    fractions. }
  fractions.
Qed.

Lemma shared_8 :
  forall h i : nat,
  (h < H')%nat ->
  (i < D')%nat ->
  rsum D' (fun k => W h k * delta k i) = W h i.
Proof.
  intros h i ? ?.
  apply (eq_eq _ (rsum D' (fun k => delta k i * W h k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta D' (fun k => W h k) i).
Qed.

Lemma shared_9 :
  forall h i : nat,
  (h < H')%nat ->
  (i < D')%nat ->
  (rsum D' (fun k => W h k * delta k i) * sigma h + u h * exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2) * v h + s h * rsum D' (fun k => V h k * delta k i) = (W h i * sigma h + u h * exp (- u h) * W h i / (1 + exp (- u h)) ^ 2) * v h + s h * V h i.
Proof.
  intros h i ? ?.
  refine (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _) eq_refl)) eq_refl) (f_equal2 Rmult eq_refl _)).
  { rule (shared_8 h i). }
  { rule (shared_8 h i). }
  apply (eq_eq _ (rsum D' (fun k => delta k i * V h k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta D' (fun k => V h k) i).
Qed.

Lemma shared_10 :
  forall h i : nat,
  (h < H')%nat ->
  (i < D')%nat ->
  (1 + exp (- u h) <> 0) ->
  (W h i * sigma h + u h * exp (- u h) * W h i / (1 + exp (- u h)) ^ 2) * v h + s h * V h i = (exp (- u h) * V h i * u h + exp (- u h) * W h i * u h * v h + exp (- u h) * W h i * v h + V h i * u h + W h i * v h) / (1 + exp (- u h)) ^ 2.
Proof.
  intros h i ? ? ?.
  apply (eq_eq _ ((W h i * (1 / (1 + exp (- u h))) + u h * exp (- u h) * W h i / (1 + exp (- u h)) ^ 2) * v h + u h / (1 + exp (- u h)) * V h i) _).
  { refine (f_equal2 Rplus eq_refl (f_equal2 Rmult _ eq_refl)).
    apply (eq_eq _ (u h * sigma h) _).
    { reflexivity. }
    apply (eq_eq _ (u h * (1 / (1 + exp (- u h)))) _).
    { reflexivity. }
    fractions. }
  cancel.
Qed.

Lemma shared_11 :
  forall i j k : nat,
  (i < H')%nat ->
  (j < H')%nat ->
  (k < D')%nat ->
  pd (at2 W j k) (fun W' => u_of D' W' x i) = rsum D' (fun l => x l * delta i j * delta l k).
Proof.
  intros i j k ? ? ?.
  apply (eq_eq _ (pd (at2 W j k) (fun W' => rsum D' (fun d => W' i d * x d))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 W j k) (fun W' => rsum D' (fun k' => W' i k' * x k'))) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun l => pd (at2 W j k) (fun W' => W' i l * x l))) _).
  { rule_same (diff_sum (at2 W j k) D' (fun k' W' => W' i k' * x k') (fun k' => true)). }
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (pd (at2 W j k) (fun W' => x l * W' i l)) _).
  { apply pd_ext.
    intros W'; cbv beta.
    arith. }
  apply (eq_eq _ (x l * pd (at2 W j k) (fun W' => W' i l)) _).
  { assert (pd (at2 W j k) (fun W' => x l) = 0).
    { apply constant. }
    rule (diff_scale (at2 W j k) (fun W' => x l) (fun W' => W' i l)). }
  apply (eq_eq _ (x l * (delta i j * delta l k)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply variable2.
Qed.

Lemma shared_12 :
  forall h i j : nat,
  (h < H')%nat ->
  (i < H')%nat ->
  (j < D')%nat ->
  rsum H' (fun k => pd (at1 s k) (fun s' => y_of s' v h) * pd (at2 W i j) (fun W' => s_of (u_of D' W' x) (sigma_of (u_of D' W' x)) k)) = rsum H' (fun k => v h * delta h k * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j).
Proof.
  intros h i j ? ? ?.
  assert ((forall k, (k < H')%nat -> 1 + exp (- u k) <> 0)).
  { intros k ?.
    sgn. }
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((v h * delta h k) * (sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j)) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_1 h k). }
  apply (eq_eq _ (pd (at2 W i j) (fun W' => u_of D' W' x k * sigma_of (u_of D' W' x) k)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 W i j) (fun W' => u_of D' W' x k) * sigma k + u k * pd (at2 W i j) (fun W' => sigma_of (u_of D' W' x) k)) _).
  { assert (1 + exp (- u k) <> 0).
    { sgn. }
    rule (diff_mul (at2 W i j) (fun W' => u_of D' W' x k) (fun W' => sigma_of (u_of D' W' x) k)). }
  apply (eq_eq _ (rsum D' (fun l => x l * delta k i * delta l j) * sigma k + u k * exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j) / (1 + exp (- u k)) ^ 2) _).
  { assert (1 + exp (- u k) <> 0).
    { sgn. }
    apply (eq_eq _ (rsum D' (fun l => x l * delta k i * delta l j) * sigma k + u k * (- (1 / (1 + exp (- u k)) ^ 2 * (0 + exp (- u k) * (- rsum D' (fun l => x l * delta k i * delta l j)))))) _).
    { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult eq_refl _)).
      { rule (shared_11 k i j). }
      apply (eq_eq _ (pd (at2 W i j) (fun W' => 1 / (1 + exp (- u_of D' W' x k)))) _).
      { reflexivity. }
      apply (eq_eq _ (- (1 / (1 + exp (- u k)) ^ 2 * pd (at2 W i j) (fun W' => 1 + exp (- u_of D' W' x k)))) _).
      { assert (pd (at2 W i j) (fun W' => 1) = 0).
        { apply constant. }
        rule (diff_inverse (at2 W i j) (fun W' => 1) (fun W' => 1 + exp (- u_of D' W' x k))). }
      refine (f_equal Ropp (f_equal2 Rmult eq_refl _)).
      apply (eq_eq _ (pd (at2 W i j) (fun W' => 1) + pd (at2 W i j) (fun W' => exp (- u_of D' W' x k))) _).
      { rule (diff_add (at2 W i j) (fun W' => 1) (fun W' => exp (- u_of D' W' x k))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (exp (- u k) * pd (at2 W i j) (fun W' => - u_of D' W' x k)) _).
      { rule (diff_exp (at2 W i j) (fun W' => - u_of D' W' x k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- pd (at2 W i j) (fun W' => u_of D' W' x k)) _).
      { rule (diff_neg (at2 W i j) (fun W' => u_of D' W' x k)). }
      refine (f_equal Ropp _).
      rule (shared_11 k i j). }
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (u k * (exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j) / (1 + exp (- u k)) ^ 2)) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- (- (exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j) / (1 + exp (- u k)) ^ 2))) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (1 / (1 + exp (- u k)) ^ 2 * (- (exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j)))) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (0 - exp (- u k) * rsum D' (fun l => x l * delta k i * delta l j)) _).
          { refine (f_equal2 Rplus eq_refl _).
            arith. }
          arith. }
        fractions. }
      fractions. }
    fractions. }
  apply (eq_eq _ (x j * delta k i * sigma k + u k * exp (- u k) * x j * delta k i / (1 + exp (- u k)) ^ 2) _).
  { refine (f_equal2 Rplus _ (f_equal2 Rdiv _ eq_refl)).
    { apply (eq_eq _ ((x j * delta k i) * sigma k) _); [ | same ].
      refine (f_equal2 Rmult _ eq_refl).
      rule (shared_3 k i j). }
    apply (eq_eq _ (u k * exp (- u k) * (x j * delta k i)) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    rule (shared_3 k i j). }
  apply (eq_eq _ (u k * sigma k * delta k i * x j + sigma k * delta k i * x j - u k * sigma k ^ 2 * delta k i * x j) _).
  { assert (1 + exp (- u k) <> 0).
    { sgn. }
    apply (eq_eq _ (x j * delta k i * (1 / (1 + exp (- u k))) + u k * exp (- u k) * x j * delta k i / (1 + exp (- u k)) ^ 2) _).
    { reflexivity. }
    apply (eq_eq _ ((delta k i * exp (- u k) * u k * x j + delta k i * exp (- u k) * x j + delta k i * x j) / (1 + exp (- u k)) ^ 2) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (u k * (1 / (1 + exp (- u k))) * delta k i * x j + 1 / (1 + exp (- u k)) * delta k i * x j - u k * (1 / (1 + exp (- u k))) ^ 2 * delta k i * x j) _).
    { reflexivity. }
    cancel. }
  apply (eq_eq _ (delta k i * sigma k * u k * x j + delta k i * sigma k * x j - delta k i * sigma k ^ 2 * u k * x j) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma shared_13 :
  forall h i j : nat,
  (h < H')%nat ->
  (i < H')%nat ->
  (j < D')%nat ->
  rsum H' (fun k => v h * delta h k * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j) = v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j.
Proof.
  intros h i j ? ? ?.
  apply (eq_eq _ (rsum H' (fun k => delta k h * v h * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun k => v h * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j) h).
Qed.

Lemma shared_14 :
  forall h i j : nat,
  (h < H')%nat ->
  (i < H')%nat ->
  (j < D')%nat ->
  v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j = v h * sigma h * delta h i * x j + v h * s h * delta h i * x j - v h * sigma h * s h * delta h i * x j.
Proof.
  intros h i j ? ? ?.
  apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * delta h i * (1 + rsum D' (fun d => W h d * x d) * (1 - sigma h)) * x j) _).
  { reflexivity. }
  apply (eq_eq _ (delta h i * rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h * x j - delta h i * rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h ^ 2 * x j + delta h i * rsum D' (fun d => V h d * x d) * sigma h * x j) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * delta h i * x j + rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j - rsum D' (fun d => V h d * x d) * sigma h * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl _) (f_equal Ropp _)).
    { apply (eq_eq _ (rsum D' (fun d => V h d * x d) * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) eq_refl). }
    apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) eq_refl) eq_refl). }
  arith.
Qed.

Lemma shared_15 :
  forall h i j : nat,
  (h < H')%nat ->
  (i < H')%nat ->
  (j < D')%nat ->
  pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h) = v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j.
Proof.
  intros h i j ? ? ?.
  apply (eq_eq _ (rsum H' (fun k => pd (at1 s k) (fun s' => y_of s' v h) * pd (at2 W i j) (fun W' => s_of (u_of D' W' x) (sigma_of (u_of D' W' x)) k))) _).
  { assert ((forall k, (k < H')%nat -> 1 + exp (- u k) <> 0)).
    { intros k ?.
      sgn. }
    assert (1 + exp (- u h) <> 0).
    { sgn. }
    apply (chain1 (at2 W i j) H' (fun s' => y_of s' v h) (fun W' => s_of (u_of D' W' x) (sigma_of (u_of D' W' x)))); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k => v h * delta h k * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j)) _).
  { rule (shared_12 h i j). }
  rule (shared_13 h i j).
Qed.

Lemma shared_16 :
  forall h i : nat,
  (h < H')%nat ->
  (i < D')%nat ->
  (W h i * sigma h + u h * exp (- u h) * W h i / (1 + exp (- u h)) ^ 2) * v h + s h * V h i = sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h).
Proof.
  intros h i ? ?.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply (eq_eq _ ((exp (- u h) * V h i * u h + exp (- u h) * W h i * u h * v h + exp (- u h) * W h i * v h + V h i * u h + W h i * v h) / (1 + exp (- u h)) ^ 2) _).
  { rule (shared_10 h i). }
  symmetry.
  apply (eq_eq _ (1 / (1 + exp (- u h)) * (W h i * v h * (1 + u h * (1 - 1 / (1 + exp (- u h)))) + V h i * u h)) _).
  { reflexivity. }
  cancel.
Qed.

Lemma shared_17 :
  forall h i : nat,
  (h < H')%nat ->
  (i < D')%nat ->
  pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h) = sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h).
Proof.
  intros h i ? ?.
  apply (eq_eq _ (pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h * v_of D' V x' h)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) * v h + s h * pd (at1 x i) (fun x' => v_of D' V x' h)) _).
  { assert (1 + exp (- u h) <> 0).
    { sgn. }
    rule (diff_mul (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) (fun x' => v_of D' V x' h)). }
  apply (eq_eq _ ((rsum D' (fun k => W h k * delta k i) * sigma h + u h * exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2) * v h + s h * rsum D' (fun k => V h k * delta k i)) _).
  { rule (shared_7 h i). }
  apply (eq_eq _ ((W h i * sigma h + u h * exp (- u h) * W h i / (1 + exp (- u h)) ^ 2) * v h + s h * V h i) _).
  { rule (shared_9 h i). }
  rule (shared_16 h i).
Qed.

(** * Derivative by what passes *)

Section passed.
Variables (h k : nat).
Hypothesis h_in : (h < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* definition of y_h *)
Lemma passed_1_unfold :
  pd (at1 v k) (fun v' => y_of s v' h)
  = pd (at1 v k) (fun v' => s h * v' h).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma passed_2_diff_scale :
  pd (at1 v k) (fun v' => s h * v' h)
  = s h * pd (at1 v k) (fun v' => v' h).
Proof.
  apply (eq_eq _ (pd (at1 v k) (fun v' => s h * v' h)) _).
  { reflexivity. }
  assert (pd (at1 v k) (fun v' => s h) = 0).
  { apply constant. }
  rule (diff_scale (at1 v k) (fun v' => s h) (fun v' => v' h)).
Qed.

(* ∂v_h/∂v_k = δ_hk *)
Lemma passed_3_variable :
  s h * pd (at1 v k) (fun v' => v' h)
  = s h * delta h k.
Proof.
  refine (f_equal2 Rmult eq_refl _).
  apply variable1.
Qed.

Theorem passed :
  is_pd (at1 v k) (fun v' => y_of s v' h)
  (s h * delta h k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ passed_1_unfold (eq_eq _ _ _ passed_2_diff_scale passed_3_variable)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition passed_outright : option (
  is_pd (at1 v k) (fun v' => y_of s v' h)
  (s h * delta h k)).
Proof.
  attempt "passed" by Formula.outright (Formula.by_vector (Formula.Mul (Formula.C (s h)) (Formula.V (h)))).
Defined.
End passed.

(** * Derivative by the gate *)

Section gate.
Variables (h k : nat).
Hypothesis h_in : (h < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* chain rule through s_l *)
Lemma gate_1_chain :
  pd (at1 u k) (fun u' => y_of (s_of u' (sigma_of u')) v h)
  = rsum H' (fun l => pd (at1 s l) (fun s' => y_of s' v h) * pd (at1 u k) (fun u' => s_of u' (sigma_of u') l)).
Proof.
  assert ((forall l, (l < H')%nat -> 1 + exp (- u l) <> 0)).
  { intros l ?.
    sgn. }
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply (chain1 (at1 u k) H' (fun s' => y_of s' v h) (fun u' => s_of u' (sigma_of u'))); [ dsm | premise ].
Qed.

(* put in ∂y_h/∂s_l and ∂s_l/∂u_k *)
Lemma gate_2_lemma :
  rsum H' (fun l => pd (at1 s l) (fun s' => y_of s' v h) * pd (at1 u k) (fun u' => s_of u' (sigma_of u') l))
  = rsum H' (fun l => v h * delta h l * sigma l * delta l k * (1 + u l * (1 - sigma l))).
Proof.
  assert ((forall l, (l < H')%nat -> 1 + exp (- u l) <> 0)).
  { intros l ?.
    sgn. }
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((v h * delta h l) * (sigma l * delta l k * (1 + u l * (1 - sigma l)))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { rule (shared_1 h l). }
  apply (eq_eq _ (pd (at1 u k) (fun u' => u' l * sigma_of u' l)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 u k) (fun u' => u' l) * sigma l + u l * pd (at1 u k) (fun u' => sigma_of u' l)) _).
  { assert (1 + exp (- u l) <> 0).
    { sgn. }
    rule (diff_mul (at1 u k) (fun u' => u' l) (fun u' => sigma_of u' l)). }
  apply (eq_eq _ (delta l k * sigma l + u l * exp (- u l) * delta l k / (1 + exp (- u l)) ^ 2) _).
  { assert (1 + exp (- u l) <> 0).
    { sgn. }
    apply (eq_eq _ (delta l k * sigma l + u l * (- (1 / (1 + exp (- u l)) ^ 2 * (0 + exp (- u l) * (- delta l k))))) _).
    { refine (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal2 Rmult eq_refl _)).
      { apply variable1. }
      apply (eq_eq _ (pd (at1 u k) (fun u' => 1 / (1 + exp (- u' l)))) _).
      { reflexivity. }
      apply (eq_eq _ (- (1 / (1 + exp (- u l)) ^ 2 * pd (at1 u k) (fun u' => 1 + exp (- u' l)))) _).
      { assert (pd (at1 u k) (fun u' => 1) = 0).
        { apply constant. }
        rule (diff_inverse (at1 u k) (fun u' => 1) (fun u' => 1 + exp (- u' l))). }
      refine (f_equal Ropp (f_equal2 Rmult eq_refl _)).
      apply (eq_eq _ (pd (at1 u k) (fun u' => 1) + pd (at1 u k) (fun u' => exp (- u' l))) _).
      { rule (diff_add (at1 u k) (fun u' => 1) (fun u' => exp (- u' l))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (exp (- u l) * pd (at1 u k) (fun u' => - u' l)) _).
      { rule (diff_exp (at1 u k) (fun u' => - u' l)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- pd (at1 u k) (fun u' => u' l)) _).
      { rule (diff_neg (at1 u k) (fun u' => u' l)). }
      refine (f_equal Ropp _).
      apply variable1. }
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (u l * (exp (- u l) * delta l k / (1 + exp (- u l)) ^ 2)) _).
    { refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (- (- (exp (- u l) * delta l k / (1 + exp (- u l)) ^ 2))) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (1 / (1 + exp (- u l)) ^ 2 * (- (exp (- u l) * delta l k))) _).
        { refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (0 - exp (- u l) * delta l k) _).
          { refine (f_equal2 Rplus eq_refl _).
            arith. }
          arith. }
        fractions. }
      fractions. }
    fractions. }
  apply (eq_eq _ (u l * sigma l * delta l k + sigma l * delta l k - u l * sigma l ^ 2 * delta l k) _).
  { assert (1 + exp (- u l) <> 0).
    { sgn. }
    apply (eq_eq _ (delta l k * (1 / (1 + exp (- u l))) + u l * exp (- u l) * delta l k / (1 + exp (- u l)) ^ 2) _).
    { reflexivity. }
    apply (eq_eq _ ((delta l k + delta l k * exp (- u l) + delta l k * exp (- u l) * u l) / (1 + exp (- u l)) ^ 2) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (u l * (1 / (1 + exp (- u l))) * delta l k + 1 / (1 + exp (- u l)) * delta l k - u l * (1 / (1 + exp (- u l))) ^ 2 * delta l k) _).
    { reflexivity. }
    cancel. }
  apply (eq_eq _ (delta l k * sigma l + delta l k * sigma l * u l - delta l k * sigma l ^ 2 * u l) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* the delta keeps one term of the sum *)
Lemma gate_3_sum_delta :
  rsum H' (fun l => v h * delta h l * sigma l * delta l k * (1 + u l * (1 - sigma l)))
  = v h * sigma h * delta h k * (1 + u h * (1 - sigma h)).
Proof.
  apply (eq_eq _ (rsum H' (fun l => delta l h * v h * sigma l * delta l k * (1 + u l * (1 - sigma l)))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => v h * sigma l * delta l k * (1 + u l * (1 - sigma l))) h).
Qed.

(* definition of s_h *)
Lemma gate_4_unfold :
  v h * sigma h * delta h k * (1 + u h * (1 - sigma h))
  = v h * sigma h * delta h k + v h * s h * delta h k - v h * sigma h * s h * delta h k.
Proof.
  apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * delta h k * (1 + rsum D' (fun d => W h d * x d) * (1 - sigma h))) _).
  { reflexivity. }
  apply (eq_eq _ (delta h k * rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h - delta h k * rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h ^ 2 + delta h k * rsum D' (fun d => V h d * x d) * sigma h) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * delta h k + rsum D' (fun d => V h d * x d) * rsum D' (fun d => W h d * x d) * sigma h * delta h k - rsum D' (fun d => V h d * x d) * sigma h * rsum D' (fun d => W h d * x d) * sigma h * delta h k) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl _) (f_equal Ropp _)).
    { apply (eq_eq _ (rsum D' (fun d => V h d * x d) * (rsum D' (fun d => W h d * x d) * sigma h) * delta h k) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl). }
    apply (eq_eq _ (rsum D' (fun d => V h d * x d) * sigma h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h k) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) eq_refl). }
  arith.
Qed.

(* definition of s_h *)
Lemma gate_5_unfold :
  v h * sigma h * delta h k + v h * s h * delta h k - v h * sigma h * s h * delta h k
  = v h * sigma h * delta h k * (1 + u h * (1 - sigma h)).
Proof.
  apply (eq_eq _ (v h * sigma h * delta h k + v h * rsum D' (fun d => W h d * x d) * sigma h * delta h k - v h * sigma h * rsum D' (fun d => W h d * x d) * sigma h * delta h k) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl _) (f_equal Ropp _)).
    { apply (eq_eq _ (v h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h k) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl). }
    apply (eq_eq _ (v h * sigma h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h k) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) eq_refl). }
  apply (eq_eq _ (delta h k * rsum D' (fun d => W h d * x d) * sigma h * v h - delta h k * rsum D' (fun d => W h d * x d) * sigma h ^ 2 * v h + delta h k * sigma h * v h) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (v h * sigma h * delta h k * (1 + rsum D' (fun d => W h d * x d) * (1 - sigma h))) _).
  { reflexivity. }
  arith.
Qed.

(* definition of s_h *)
Lemma gate_6_unfold :
  v h * sigma h * delta h k * (1 + u h * (1 - sigma h))
  = v h * (s h + sigma h * (1 - s h)) * delta h k.
Proof.
  apply (eq_eq _ (v h * sigma h * delta h k * (1 + rsum D' (fun d => W h d * x d) * (1 - sigma h))) _).
  { reflexivity. }
  apply (eq_eq _ (delta h k * rsum D' (fun d => W h d * x d) * sigma h * v h - delta h k * rsum D' (fun d => W h d * x d) * sigma h ^ 2 * v h + delta h k * sigma h * v h) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (v h * (rsum D' (fun d => W h d * x d) * sigma h + sigma h * (1 - rsum D' (fun d => W h d * x d) * sigma h)) * delta h k) _).
  { reflexivity. }
  arith.
Qed.

Lemma gate_needs_1 :
  1 + exp (- u h) <> 0.
Proof.
  sgn.
Qed.

Theorem gate :
  is_pd (at1 u k) (fun u' => y_of (s_of u' (sigma_of u')) v h)
  (v h * (s h + sigma h * (1 - s h)) * delta h k).
Proof.
  pose proof gate_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gate_1_chain (eq_eq _ _ _ gate_2_lemma (eq_eq _ _ _ gate_3_sum_delta (eq_eq _ _ _ gate_4_unfold (eq_eq _ _ _ gate_5_unfold gate_6_unfold))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition gate_outright : option (
  is_pd (at1 u k) (fun u' => y_of (s_of u' (sigma_of u')) v h)
  (v h * (s h + sigma h * (1 - s h)) * delta h k)).
Proof.
  attempt "gate" by Formula.outright (Formula.by_vector (Formula.Mul (Formula.Mul (Formula.V (h)) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.V (h))))))) (Formula.C (v h)))).
Defined.
End gate.

(** * Derivative by the weights of what passes *)

Section weights.
Variables (d h k : nat).
Hypothesis d_in : (d < D')%nat.
Hypothesis h_in : (h < H')%nat.
Hypothesis k_in : (k < H')%nat.

(* chain rule through v_l *)
Lemma weights_1_chain :
  pd (at2 V k d) (fun V' => y_of s (v_of D' V' x) h)
  = rsum H' (fun l => pd (at1 v l) (fun v' => y_of s v' h) * pd (at2 V k d) (fun V' => v_of D' V' x l)).
Proof.
  apply (chain1 (at2 V k d) H' (fun v' => y_of s v' h) (fun V' => v_of D' V' x)); [ dsm | premise ].
Qed.

(* put in ∂y_h/∂v_l and ∂v_l/∂V_kd *)
Lemma weights_2_lemma :
  rsum H' (fun l => pd (at1 v l) (fun v' => y_of s v' h) * pd (at2 V k d) (fun V' => v_of D' V' x l))
  = rsum H' (fun l => u h * sigma h * delta h l * x d * delta l k).
Proof.
  rule (shared_4 h k d).
Qed.

(* the delta keeps one term of the sum *)
Lemma weights_3_sum_delta :
  rsum H' (fun l => u h * sigma h * delta h l * x d * delta l k)
  = u h * sigma h * x d * delta h k.
Proof.
  rule (shared_5 h d k).
Qed.

(* definition of s_h *)
Lemma weights_4_unfold :
  u h * sigma h * x d * delta h k
  = s h * x d * delta h k.
Proof.
  apply (eq_eq _ (rsum D' (fun d' => W h d' * x d') * (1 / (1 + exp (- rsum D' (fun d' => W h d' * x d')))) * x d * delta h k) _).
  { reflexivity. }
  apply (eq_eq _ (delta h k * rsum D' (fun d' => W h d' * x d') * x d / (1 + exp (- rsum D' (fun d' => W h d' * x d')))) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (rsum D' (fun d' => W h d' * x d') / (1 + exp (- rsum D' (fun d' => W h d' * x d'))) * x d * delta h k) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl).
    rule (shared_2 h). }
  fractions.
Qed.

Theorem weights :
  is_pd (at2 V k d) (fun V' => y_of s (v_of D' V' x) h)
  (s h * x d * delta h k).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ weights_1_chain (eq_eq _ _ _ weights_2_lemma (eq_eq _ _ _ weights_3_sum_delta weights_4_unfold))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition weights_outright : option (
  is_pd (at2 V k d) (fun V' => y_of s (v_of D' V' x) h)
  (s h * x d * delta h k)).
Proof.
  attempt "weights" by Formula.outright (Formula.by_matrix (Formula.Mul (Formula.C (s h)) (Formula.Sum D' (fun d' => (Formula.Mul (Formula.V (h, d')) (Formula.C (x d'))))))).
Defined.
End weights.

(** * Derivative by the inputs *)

Section inputs.
Variables (d h : nat).
Hypothesis d_in : (d < D')%nat.
Hypothesis h_in : (h < H')%nat.

(* definition of y_h *)
Lemma inputs_1_unfold :
  pd (at1 x d) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h)
  = pd (at1 x d) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h * v_of D' V x' h).
Proof.
  reflexivity.
Qed.

(* product rule *)
Lemma inputs_2_diff_mul :
  pd (at1 x d) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h * v_of D' V x' h)
  = pd (at1 x d) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) * v h + s h * pd (at1 x d) (fun x' => v_of D' V x' h).
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  rule (diff_mul (at1 x d) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) (fun x' => v_of D' V x' h)).
Qed.

(* product rule; differentiate under the sum; a constant factor stays in front; ∂x_k/∂x_d = δ_kd *)
Lemma inputs_3_diff_mul :
  pd (at1 x d) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) * v h + s h * pd (at1 x d) (fun x' => v_of D' V x' h)
  = (rsum D' (fun k => W h k * delta k d) * sigma h + u h * exp (- u h) * rsum D' (fun k => W h k * delta k d) / (1 + exp (- u h)) ^ 2) * v h + s h * rsum D' (fun k => V h k * delta k d).
Proof.
  rule (shared_7 h d).
Qed.

(* the delta keeps one term of the sum *)
Lemma inputs_4_sum_delta :
  (rsum D' (fun k => W h k * delta k d) * sigma h + u h * exp (- u h) * rsum D' (fun k => W h k * delta k d) / (1 + exp (- u h)) ^ 2) * v h + s h * rsum D' (fun k => V h k * delta k d)
  = (W h d * sigma h + u h * exp (- u h) * W h d / (1 + exp (- u h)) ^ 2) * v h + s h * V h d.
Proof.
  rule (shared_9 h d).
Qed.

(* factor *)
Lemma inputs_5_ring :
  (W h d * sigma h + u h * exp (- u h) * W h d / (1 + exp (- u h)) ^ 2) * v h + s h * V h d
  = (W h d * v h * (1 + u h * (1 - sigma h)) + V h d * u h) * sigma h.
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply (eq_eq _ ((exp (- u h) * V h d * u h + exp (- u h) * W h d * u h * v h + exp (- u h) * W h d * v h + V h d * u h + W h d * v h) / (1 + exp (- u h)) ^ 2) _).
  { rule (shared_10 h d). }
  symmetry.
  apply (eq_eq _ ((W h d * v h * (1 + u h * (1 - 1 / (1 + exp (- u h)))) + V h d * u h) * (1 / (1 + exp (- u h)))) _).
  { reflexivity. }
  cancel.
Qed.

(* definition of s_h *)
Lemma inputs_6_unfold :
  (W h d * v h * (1 + u h * (1 - sigma h)) + V h d * u h) * sigma h
  = v h * (s h + sigma h * (1 - s h)) * W h d + s h * V h d.
Proof.
  apply (eq_eq _ ((W h d * v h * (1 + rsum D' (fun d' => W h d' * x d') * (1 - sigma h)) + V h d * rsum D' (fun d' => W h d' * x d')) * sigma h) _).
  { reflexivity. }
  apply (eq_eq _ (rsum D' (fun d' => W h d' * x d') * V h d * sigma h + rsum D' (fun d' => W h d' * x d') * W h d * sigma h * v h - rsum D' (fun d' => W h d' * x d') * W h d * sigma h ^ 2 * v h + W h d * sigma h * v h) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (v h * (rsum D' (fun d' => W h d' * x d') * sigma h + sigma h * (1 - rsum D' (fun d' => W h d' * x d') * sigma h)) * W h d + rsum D' (fun d' => W h d' * x d') * sigma h * V h d) _).
  { refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ ((rsum D' (fun d' => W h d' * x d') * sigma h) * V h d) _); [ | same ].
    refine (f_equal2 Rmult eq_refl eq_refl). }
  arith.
Qed.

Lemma inputs_needs_1 :
  1 + exp (- u h) <> 0.
Proof.
  sgn.
Qed.

Theorem inputs :
  is_pd (at1 x d) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h)
  (v h * (s h + sigma h * (1 - s h)) * W h d + s h * V h d).
Proof.
  pose proof inputs_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ inputs_1_unfold (eq_eq _ _ _ inputs_2_diff_mul (eq_eq _ _ _ inputs_3_diff_mul (eq_eq _ _ _ inputs_4_sum_delta (eq_eq _ _ _ inputs_5_ring inputs_6_unfold))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition inputs_outright : option (
  is_pd (at1 x d) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h)
  (v h * (s h + sigma h * (1 - s h)) * W h d + s h * V h d)).
Proof.
  attempt "inputs" by Formula.outright (Formula.by_vector (Formula.Mul (Formula.Mul (Formula.Sum D' (fun d' => (Formula.Mul (Formula.C (W h d')) (Formula.V (d'))))) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Sum D' (fun d' => (Formula.Mul (Formula.C (W h d')) (Formula.V (d')))))))))) (Formula.Sum D' (fun d' => (Formula.Mul (Formula.C (V h d')) (Formula.V (d'))))))).
Defined.
End inputs.

(** * Derivative of y by W *)

Section derivative_y_W.
Variables (h i j : nat).
Hypothesis h_in : (h < H')%nat.
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < D')%nat.

(* chain rule through s_k *)
Lemma derivative_y_W_1_chain :
  pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h)
  = rsum H' (fun k => pd (at1 s k) (fun s' => y_of s' v h) * pd (at2 W i j) (fun W' => s_of (u_of D' W' x) (sigma_of (u_of D' W' x)) k)).
Proof.
  assert ((forall k, (k < H')%nat -> 1 + exp (- u k) <> 0)).
  { intros k ?.
    sgn. }
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply (chain1 (at2 W i j) H' (fun s' => y_of s' v h) (fun W' => s_of (u_of D' W' x) (sigma_of (u_of D' W' x)))); [ dsm | premise ].
Qed.

(* put in ∂y_h/∂s_k and ∂s_k/∂W_ij *)
Lemma derivative_y_W_2_lemma :
  rsum H' (fun k => pd (at1 s k) (fun s' => y_of s' v h) * pd (at2 W i j) (fun W' => s_of (u_of D' W' x) (sigma_of (u_of D' W' x)) k))
  = rsum H' (fun k => v h * delta h k * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j).
Proof.
  rule (shared_12 h i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_W_3_sum_delta :
  rsum H' (fun k => v h * delta h k * sigma k * delta k i * (1 + u k * (1 - sigma k)) * x j)
  = v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j.
Proof.
  rule (shared_13 h i j).
Qed.

(* definition of s_h *)
Lemma derivative_y_W_4_unfold :
  v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j
  = v h * sigma h * delta h i * x j + v h * s h * delta h i * x j - v h * sigma h * s h * delta h i * x j.
Proof.
  rule (shared_14 h i j).
Qed.

(* definition of s_h *)
Lemma derivative_y_W_5_unfold :
  v h * sigma h * delta h i * x j + v h * s h * delta h i * x j - v h * sigma h * s h * delta h i * x j
  = v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j.
Proof.
  apply (eq_eq _ (v h * sigma h * delta h i * x j + v h * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j - v h * sigma h * rsum D' (fun d => W h d * x d) * sigma h * delta h i * x j) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl _) (f_equal Ropp _)).
    { apply (eq_eq _ (v h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
      refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) eq_refl). }
    apply (eq_eq _ (v h * sigma h * (rsum D' (fun d => W h d * x d) * sigma h) * delta h i * x j) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) eq_refl) eq_refl). }
  apply (eq_eq _ (delta h i * rsum D' (fun d => W h d * x d) * sigma h * v h * x j - delta h i * rsum D' (fun d => W h d * x d) * sigma h ^ 2 * v h * x j + delta h i * sigma h * v h * x j) _).
  { arith. }
  symmetry.
  apply (eq_eq _ (v h * sigma h * delta h i * (1 + rsum D' (fun d => W h d * x d) * (1 - sigma h)) * x j) _).
  { reflexivity. }
  arith.
Qed.

Lemma derivative_y_W_needs_1 :
  1 + exp (- u h) <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_y_W :
  is_pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h)
  (v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j).
Proof.
  pose proof derivative_y_W_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_W_1_chain (eq_eq _ _ _ derivative_y_W_2_lemma (eq_eq _ _ _ derivative_y_W_3_sum_delta (eq_eq _ _ _ derivative_y_W_4_unfold derivative_y_W_5_unfold)))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_W_outright : option (
  is_pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h)
  (v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j)).
Proof.
  attempt "derivative_y_W" by Formula.outright (Formula.by_matrix (Formula.Mul (Formula.Mul (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (h, d)) (Formula.C (x d))))) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (h, d)) (Formula.C (x d)))))))))) (Formula.C (v h)))).
Defined.
End derivative_y_W.

(** * VJP of y for W *)

Section vjp_y_W.
Variables (i j : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < D')%nat.

(* put in ∂y_h/∂W_ij *)
Lemma vjp_y_W_1_lemma :
  rsum H' (fun h => y_bar h * pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h))
  = rsum H' (fun h => y_bar h * v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j).
Proof.
  assert ((forall h, (h < H')%nat -> 1 + exp (- u h) <> 0)).
  { intros h ?.
    sgn. }
  apply rsum_ext; intros h ?; cbv beta.
  apply (eq_eq _ (y_bar h * (v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_15 h i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_W_2_sum_delta :
  rsum H' (fun h => y_bar h * v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j)
  = y_bar i * v i * sigma i * (1 + u i * (1 - sigma i)) * x j.
Proof.
  apply (eq_eq _ (rsum H' (fun h => delta h i * y_bar h * v h * sigma h * (1 + u h * (1 - sigma h)) * x j)) _).
  { apply rsum_ext; intros h ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * y_bar k * v k * sigma k * (1 + u k * (1 - sigma k)) * x j)) _); [ same | ].
  rule_same (sum_delta H' (fun h => y_bar h * v h * sigma h * (1 + u h * (1 - sigma h)) * x j) i).
Qed.

Lemma vjp_y_W_needs_1 :
  (forall h, (h < H')%nat -> 1 + exp (- u h) <> 0).
Proof.
  intros h ?.
  sgn.
Qed.

Theorem vjp_y_W :
  is_pd (at2 W i j) (fun W' => rsum H' (fun h => y_bar h * y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h))
  (y_bar i * v i * sigma i * (1 + u i * (1 - sigma i)) * x j).
Proof.
  pose proof vjp_y_W_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun h => y_bar h * pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_W_1_lemma vjp_y_W_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_W_outright : option (
  is_pd (at2 W i j) (fun W' => rsum H' (fun h => y_bar h * y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h))
  (y_bar i * v i * sigma i * (1 + u i * (1 - sigma i)) * x j)).
Proof.
  attempt "vjp_y_W" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun h => (Formula.Mul (Formula.C (y_bar h)) (Formula.Mul (Formula.Mul (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (h, d)) (Formula.C (x d))))) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (h, d)) (Formula.C (x d)))))))))) (Formula.C (v h))))))).
Defined.
End vjp_y_W.

(** * JVP of y for W *)

Section jvp_y_W.
Variables (h : nat).
Hypothesis h_in : (h < H')%nat.

(* put in ∂y_h/∂W_ij *)
Lemma jvp_y_W_1_lemma :
  rsum H' (fun i => rsum D' (fun j => pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h) * W_dot i j))
  = rsum H' (fun i => rsum D' (fun j => v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j * W_dot i j)).
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j) * W_dot i j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_15 h i j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_y_W_2_sum_factor :
  rsum H' (fun i => rsum D' (fun j => v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x j * W_dot i j))
  = rsum H' (fun i => v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * rsum D' (fun j => x j * W_dot i j)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (rsum D' (fun k => v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * x k * W_dot i k)) _); [ same | ].
  apply (eq_eq _ (v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * rsum D' (fun k => x k * W_dot i k)) _); [ | same ].
  rule_same (sum_factor D' (v h * sigma h * delta h i * (1 + u h * (1 - sigma h))) (fun j => x j * W_dot i j) (fun j => true)).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_W_3_sum_factor :
  rsum H' (fun i => v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * rsum D' (fun j => x j * W_dot i j))
  = u h * v h * sigma h * rsum D' (fun j => W_dot h j * x j) + v h * sigma h * rsum D' (fun j => W_dot h j * x j) - u h * v h * sigma h ^ 2 * rsum D' (fun j => W_dot h j * x j).
Proof.
  apply (eq_eq _ (rsum H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * u h * v h + delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * v h - delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h ^ 2 * u h * v h)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (v h * sigma h * delta h i * (1 + u h * (1 - sigma h)) * rsum D' (fun j => W_dot i j * x j)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) eq_refl) _).
      apply rsum_ext; intros j ?; cbv beta.
      arith. }
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h * u h * v h + delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h * v h - delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h ^ 2 * u h * v h)) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h * u h * v h) + rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h * v h - delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h ^ 2 * u h * v h)) _).
  { rule_same (sum_add H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * u h * v h) (fun i => delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * v h - delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h ^ 2 * u h * v h) (fun i => true)). }
  apply (eq_eq _ (rsum H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * u h * v h) + rsum H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * v h - delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h ^ 2 * u h * v h)) _); [ same | ].
  apply (eq_eq _ (sigma h * u h * v h * rsum D' (fun j => W_dot h j * x j) + sigma h * v h * rsum D' (fun j => W_dot h j * x j) - sigma h ^ 2 * u h * v h * rsum D' (fun j => W_dot h j * x j)) _).
  { apply (eq_eq _ (sigma h * u h * v h * rsum D' (fun j => W_dot h j * x j) + (sigma h * v h * rsum D' (fun j => W_dot h j * x j) - sigma h ^ 2 * u h * v h * rsum D' (fun j => W_dot h j * x j))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun i => sigma h * u h * v h * delta h i * rsum D' (fun j => W_dot i j * x j))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum H' (fun k => sigma h * u h * v h * delta h k * rsum D' (fun j => W_dot k j * x j))) _); [ same | ].
      apply (eq_eq _ (sigma h * u h * v h * rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j))) _).
      { rule_same (sum_factor H' (sigma h * u h * v h) (fun i => delta h i * rsum D' (fun j => W_dot i j * x j)) (fun i => true)). }
      apply (eq_eq _ (sigma h * u h * v h * rsum H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j))) _); [ same | ].
      refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
      apply (eq_eq _ (rsum H' (fun i => delta i h * rsum D' (fun j => W_dot i j * x j))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum H' (fun k => delta k h * rsum D' (fun j => W_dot k j * x j))) _); [ same | ].
      rule (sum_delta H' (fun i => rsum D' (fun j => W_dot i j * x j)) h). }
    apply (eq_eq _ (rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h * v h - delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h ^ 2 * u h * v h)) _); [ same | ].
    apply (eq_eq _ (rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h * v h) + rsum H' (fun k => - (delta h k * rsum D' (fun j => W_dot k j * x j) * sigma h ^ 2 * u h * v h))) _).
    { rule (sum_add H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * v h) (fun i => - (delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h ^ 2 * u h * v h)) (fun i => true)). }
    apply (eq_eq _ (rsum H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h * v h) + rsum H' (fun i => - (delta h i * rsum D' (fun j => W_dot i j * x j) * sigma h ^ 2 * u h * v h))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun i => sigma h * v h * delta h i * rsum D' (fun j => W_dot i j * x j))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum H' (fun k => sigma h * v h * delta h k * rsum D' (fun j => W_dot k j * x j))) _); [ same | ].
      apply (eq_eq _ (sigma h * v h * rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j))) _).
      { rule_same (sum_factor H' (sigma h * v h) (fun i => delta h i * rsum D' (fun j => W_dot i j * x j)) (fun i => true)). }
      apply (eq_eq _ (sigma h * v h * rsum H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j))) _); [ same | ].
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (rsum H' (fun i => delta i h * rsum D' (fun j => W_dot i j * x j))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum H' (fun k => delta k h * rsum D' (fun j => W_dot k j * x j))) _); [ same | ].
      rule (sum_delta H' (fun i => rsum D' (fun j => W_dot i j * x j)) h). }
    apply (eq_eq _ (rsum H' (fun i => - (sigma h ^ 2 * u h * v h * delta h i * rsum D' (fun j => W_dot i j * x j)))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum H' (fun k => - (sigma h ^ 2 * u h * v h * delta h k * rsum D' (fun j => W_dot k j * x j)))) _); [ same | ].
    apply (eq_eq _ (- rsum H' (fun k => sigma h ^ 2 * u h * v h * delta h k * rsum D' (fun j => W_dot k j * x j))) _).
    { rule (sum_neg H' (fun i => sigma h ^ 2 * u h * v h * delta h i * rsum D' (fun j => W_dot i j * x j)) (fun i => true)). }
    apply (eq_eq _ (- rsum H' (fun i => sigma h ^ 2 * u h * v h * delta h i * rsum D' (fun j => W_dot i j * x j))) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum H' (fun k => sigma h ^ 2 * u h * v h * delta h k * rsum D' (fun j => W_dot k j * x j))) _); [ same | ].
    apply (eq_eq _ (sigma h ^ 2 * u h * v h * rsum H' (fun k => delta h k * rsum D' (fun j => W_dot k j * x j))) _).
    { rule_same (sum_factor H' (sigma h ^ 2 * u h * v h) (fun i => delta h i * rsum D' (fun j => W_dot i j * x j)) (fun i => true)). }
    apply (eq_eq _ (sigma h ^ 2 * u h * v h * rsum H' (fun i => delta h i * rsum D' (fun j => W_dot i j * x j))) _); [ same | ].
    refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
    apply (eq_eq _ (rsum H' (fun i => delta i h * rsum D' (fun j => W_dot i j * x j))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum H' (fun k => delta k h * rsum D' (fun j => W_dot k j * x j))) _); [ same | ].
    rule (sum_delta H' (fun i => rsum D' (fun j => W_dot i j * x j)) h). }
  apply (eq_eq _ (rsum D' (fun j => W_dot h j * x j) * sigma h * u h * v h + rsum D' (fun j => W_dot h j * x j) * sigma h * v h - rsum D' (fun j => W_dot h j * x j) * sigma h ^ 2 * u h * v h) _).
  { arith. }
  symmetry.
  arith.
Qed.

(* factor out v_h *)
Lemma jvp_y_W_4_ring :
  u h * v h * sigma h * rsum D' (fun j => W_dot h j * x j) + v h * sigma h * rsum D' (fun j => W_dot h j * x j) - u h * v h * sigma h ^ 2 * rsum D' (fun j => W_dot h j * x j)
  = v h * sigma h * (1 + u h * (1 - sigma h)) * rsum D' (fun j => W_dot h j * x j).
Proof.
  apply (eq_eq _ (rsum D' (fun j => W_dot h j * x j) * sigma h * u h * v h + rsum D' (fun j => W_dot h j * x j) * sigma h * v h - rsum D' (fun j => W_dot h j * x j) * sigma h ^ 2 * u h * v h) _).
  { arith. }
  symmetry.
  arith.
Qed.

Lemma jvp_y_W_needs_1 :
  1 + exp (- u h) <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_y_W :
  is_pd (at0 0) (fun t => y_of (s_of (u_of D' (line2 W W_dot t) x) (sigma_of (u_of D' (line2 W W_dot t) x))) v h)
  (v h * sigma h * (1 + u h * (1 - sigma h)) * rsum D' (fun j => W_dot h j * x j)).
Proof.
  pose proof jvp_y_W_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum H' (fun i => rsum D' (fun j => pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h) * W_dot i j))) _).
  { apply (eq_eq _ (rsum H' (fun i => rsum D' (fun j => pd (at2 W i j) (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h) * W_dot i j))) _).
    { refine (eq_trans (chain2_at (at0 0) H' D' W (fun W' => y_of (s_of (u_of D' W' x) (sigma_of (u_of D' W' x))) v h) (fun t => (line2 W W_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_W_1_lemma (eq_eq _ _ _ jvp_y_W_2_sum_factor (eq_eq _ _ _ jvp_y_W_3_sum_factor jvp_y_W_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_W_outright : option (
  is_pd (at0 0) (fun t => y_of (s_of (u_of D' (line2 W W_dot t) x) (sigma_of (u_of D' (line2 W W_dot t) x))) v h)
  (v h * sigma h * (1 + u h * (1 - sigma h)) * rsum D' (fun j => W_dot h j * x j))).
Proof.
  attempt "jvp_y_W" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 W) (Formula.flat2 W_dot) (Formula.Mul (Formula.Mul (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (h, d)) (Formula.C (x d))))) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (h, d)) (Formula.C (x d)))))))))) (Formula.C (v h)))).
Defined.
End jvp_y_W.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (h i : nat).
Hypothesis h_in : (h < H')%nat.
Hypothesis i_in : (i < D')%nat.

(* definition of y_h *)
Lemma derivative_y_x_1_unfold :
  pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h)
  = pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h * v_of D' V x' h).
Proof.
  reflexivity.
Qed.

(* product rule *)
Lemma derivative_y_x_2_diff_mul :
  pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h * v_of D' V x' h)
  = pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) * v h + s h * pd (at1 x i) (fun x' => v_of D' V x' h).
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  rule (diff_mul (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) (fun x' => v_of D' V x' h)).
Qed.

(* product rule; differentiate under the sum; a constant factor stays in front; ∂x_k/∂x_i = δ_ki *)
Lemma derivative_y_x_3_diff_mul :
  pd (at1 x i) (fun x' => s_of (u_of D' W x') (sigma_of (u_of D' W x')) h) * v h + s h * pd (at1 x i) (fun x' => v_of D' V x' h)
  = (rsum D' (fun k => W h k * delta k i) * sigma h + u h * exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2) * v h + s h * rsum D' (fun k => V h k * delta k i).
Proof.
  rule (shared_7 h i).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_x_4_sum_delta :
  (rsum D' (fun k => W h k * delta k i) * sigma h + u h * exp (- u h) * rsum D' (fun k => W h k * delta k i) / (1 + exp (- u h)) ^ 2) * v h + s h * rsum D' (fun k => V h k * delta k i)
  = (W h i * sigma h + u h * exp (- u h) * W h i / (1 + exp (- u h)) ^ 2) * v h + s h * V h i.
Proof.
  rule (shared_9 h i).
Qed.

(* factor *)
Lemma derivative_y_x_5_ring :
  (W h i * sigma h + u h * exp (- u h) * W h i / (1 + exp (- u h)) ^ 2) * v h + s h * V h i
  = sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h).
Proof.
  rule (shared_16 h i).
Qed.

Lemma derivative_y_x_needs_1 :
  1 + exp (- u h) <> 0.
Proof.
  sgn.
Qed.

Theorem derivative_y_x :
  is_pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h)
  (sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h)).
Proof.
  pose proof derivative_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_unfold (eq_eq _ _ _ derivative_y_x_2_diff_mul (eq_eq _ _ _ derivative_y_x_3_diff_mul (eq_eq _ _ _ derivative_y_x_4_sum_delta derivative_y_x_5_ring)))).
Qed.

(* the same by the differentiator, by what it found for inputs or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h)
  (sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h))).
Proof.
  attempt "derivative_y_x" from (inputs_outright i h) or Formula.outright (Formula.by_vector (Formula.Mul (Formula.Mul (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W h d)) (Formula.V (d))))) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W h d)) (Formula.V (d)))))))))) (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (V h d)) (Formula.V (d))))))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (i : nat).
Hypothesis i_in : (i < D')%nat.

(* put in ∂y_h/∂x_i *)
Lemma vjp_y_x_1_lemma :
  rsum H' (fun h => y_bar h * pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h))
  = rsum H' (fun h => y_bar h * sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h)).
Proof.
  assert ((forall h, (h < H')%nat -> 1 + exp (- u h) <> 0)).
  { intros h ?.
    sgn. }
  apply rsum_ext; intros h ?; cbv beta.
  apply (eq_eq _ (y_bar h * (sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_17 h i).
Qed.

Lemma vjp_y_x_needs_1 :
  (forall h, (h < H')%nat -> 1 + exp (- u h) <> 0).
Proof.
  intros h ?.
  sgn.
Qed.

Theorem vjp_y_x :
  is_pd (at1 x i) (fun x' => rsum H' (fun h => y_bar h * y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h))
  (rsum H' (fun h => y_bar h * sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h))).
Proof.
  pose proof vjp_y_x_needs_1.
  apply (is_pd_eq _ _ (rsum H' (fun h => y_bar h * pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h))) _).
  { weighted. }
  exact vjp_y_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_x_outright : option (
  is_pd (at1 x i) (fun x' => rsum H' (fun h => y_bar h * y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h))
  (rsum H' (fun h => y_bar h * sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h)))).
Proof.
  attempt "vjp_y_x" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum H' (fun h => (Formula.Mul (Formula.C (y_bar h)) (Formula.Mul (Formula.Mul (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W h d)) (Formula.V (d))))) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W h d)) (Formula.V (d)))))))))) (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (V h d)) (Formula.V (d)))))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (h : nat).
Hypothesis h_in : (h < H')%nat.

(* put in ∂y_h/∂x_i *)
Lemma jvp_y_x_1_lemma :
  rsum D' (fun i => pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h) * x_dot i)
  = rsum D' (fun i => sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h) * x_dot i).
Proof.
  assert (1 + exp (- u h) <> 0).
  { sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h)) * x_dot i) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_17 h i).
Qed.

Lemma jvp_y_x_needs_1 :
  1 + exp (- u h) <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of (s_of (u_of D' W (line1 x x_dot t)) (sigma_of (u_of D' W (line1 x x_dot t)))) (v_of D' V (line1 x x_dot t)) h)
  (rsum D' (fun i => sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h) * x_dot i)).
Proof.
  pose proof jvp_y_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum D' (fun i => pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h) * x_dot i)) _).
  { apply (eq_eq _ (rsum D' (fun i => pd (at1 x i) (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h) * x_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => y_of (s_of (u_of D' W x') (sigma_of (u_of D' W x'))) (v_of D' V x') h) (fun t => (line1 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact jvp_y_x_1_lemma.
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of (s_of (u_of D' W (line1 x x_dot t)) (sigma_of (u_of D' W (line1 x x_dot t)))) (v_of D' V (line1 x x_dot t)) h)
  (rsum D' (fun i => sigma h * (W h i * v h * (1 + u h * (1 - sigma h)) + V h i * u h) * x_dot i))).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 x) (Formula.flat1 x_dot) (Formula.Mul (Formula.Mul (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W h d)) (Formula.V (d))))) (Formula.Div (Formula.C (1)) (Formula.Add (Formula.C (1)) (Formula.Exp (Formula.Opp (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (W h d)) (Formula.V (d)))))))))) (Formula.Sum D' (fun d => (Formula.Mul (Formula.C (V h d)) (Formula.V (d))))))).
Defined.
End jvp_y_x.

(** * Derivative of y by V *)

Section derivative_y_V.
Variables (h i j : nat).
Hypothesis h_in : (h < H')%nat.
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < D')%nat.

(* chain rule through v_k *)
Lemma derivative_y_V_1_chain :
  pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h)
  = rsum H' (fun k => pd (at1 v k) (fun v' => y_of s v' h) * pd (at2 V i j) (fun V' => v_of D' V' x k)).
Proof.
  apply (chain1 (at2 V i j) H' (fun v' => y_of s v' h) (fun V' => v_of D' V' x)); [ dsm | premise ].
Qed.

(* put in ∂y_h/∂v_k and ∂v_k/∂V_ij *)
Lemma derivative_y_V_2_lemma :
  rsum H' (fun k => pd (at1 v k) (fun v' => y_of s v' h) * pd (at2 V i j) (fun V' => v_of D' V' x k))
  = rsum H' (fun k => u h * sigma h * delta h k * x j * delta k i).
Proof.
  rule (shared_4 h i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_V_3_sum_delta :
  rsum H' (fun k => u h * sigma h * delta h k * x j * delta k i)
  = u h * sigma h * x j * delta h i.
Proof.
  rule (shared_5 h j i).
Qed.

Theorem derivative_y_V :
  is_pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h)
  (u h * sigma h * x j * delta h i).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_V_1_chain (eq_eq _ _ _ derivative_y_V_2_lemma derivative_y_V_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for weights or else anew *)
Definition derivative_y_V_outright : option (
  is_pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h)
  (u h * sigma h * x j * delta h i)).
Proof.
  attempt "derivative_y_V" from (weights_outright j h i) or Formula.outright (Formula.by_matrix (Formula.Mul (Formula.C (s h)) (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (h, d)) (Formula.C (x d))))))).
Defined.
End derivative_y_V.

(** * VJP of y for V *)

Section vjp_y_V.
Variables (i j : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < D')%nat.

(* put in ∂y_h/∂V_ij *)
Lemma vjp_y_V_1_lemma :
  rsum H' (fun h => y_bar h * pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h))
  = rsum H' (fun h => y_bar h * u h * sigma h * x j * delta h i).
Proof.
  apply rsum_ext; intros h ?; cbv beta.
  apply (eq_eq _ (y_bar h * (u h * sigma h * x j * delta h i)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum H' (fun k => pd (at1 v k) (fun v' => y_of s v' h) * pd (at2 V i j) (fun V' => v_of D' V' x k))) _).
  { apply (chain1 (at2 V i j) H' (fun v' => y_of s v' h) (fun V' => v_of D' V' x)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k => u h * sigma h * delta h k * x j * delta k i)) _).
  { rule (shared_4 h i j). }
  rule (shared_5 h j i).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_V_2_sum_delta :
  rsum H' (fun h => y_bar h * u h * sigma h * x j * delta h i)
  = y_bar i * u i * sigma i * x j.
Proof.
  apply (eq_eq _ (rsum H' (fun h => delta h i * y_bar h * u h * sigma h * x j)) _).
  { apply rsum_ext; intros h ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => delta k i * y_bar k * u k * sigma k * x j)) _); [ same | ].
  rule_same (sum_delta H' (fun h => y_bar h * u h * sigma h * x j) i).
Qed.

Theorem vjp_y_V :
  is_pd (at2 V i j) (fun V' => rsum H' (fun h => y_bar h * y_of s (v_of D' V' x) h))
  (y_bar i * u i * sigma i * x j).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun h => y_bar h * pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_V_1_lemma vjp_y_V_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_V_outright : option (
  is_pd (at2 V i j) (fun V' => rsum H' (fun h => y_bar h * y_of s (v_of D' V' x) h))
  (y_bar i * u i * sigma i * x j)).
Proof.
  attempt "vjp_y_V" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun h => (Formula.Mul (Formula.C (y_bar h)) (Formula.Mul (Formula.C (s h)) (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (h, d)) (Formula.C (x d)))))))))).
Defined.
End vjp_y_V.

(** * JVP of y for V *)

Section jvp_y_V.
Variables (h : nat).
Hypothesis h_in : (h < H')%nat.

(* put in ∂y_h/∂V_ij *)
Lemma jvp_y_V_1_lemma :
  rsum H' (fun i => rsum D' (fun j => pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h) * V_dot i j))
  = rsum H' (fun i => rsum D' (fun j => u h * sigma h * x j * delta h i * V_dot i j)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ ((u h * sigma h * x j * delta h i) * V_dot i j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum H' (fun k => pd (at1 v k) (fun v' => y_of s v' h) * pd (at2 V i j) (fun V' => v_of D' V' x k))) _).
  { apply (chain1 (at2 V i j) H' (fun v' => y_of s v' h) (fun V' => v_of D' V' x)); [ dsm | premise ]. }
  apply (eq_eq _ (rsum H' (fun k => u h * sigma h * delta h k * x j * delta k i)) _).
  { rule (shared_4 h i j). }
  rule (shared_5 h j i).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_y_V_2_sum_factor :
  rsum H' (fun i => rsum D' (fun j => u h * sigma h * x j * delta h i * V_dot i j))
  = rsum H' (fun i => u h * sigma h * delta h i * rsum D' (fun j => x j * V_dot i j)).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ (rsum D' (fun j => u h * sigma h * delta h i * x j * V_dot i j)) _).
  { apply rsum_ext; intros j ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum D' (fun k => u h * sigma h * delta h i * x k * V_dot i k)) _); [ same | ].
  apply (eq_eq _ (u h * sigma h * delta h i * rsum D' (fun k => x k * V_dot i k)) _); [ | same ].
  rule_same (sum_factor D' (u h * sigma h * delta h i) (fun j => x j * V_dot i j) (fun j => true)).
Qed.

(* a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_V_3_sum_factor :
  rsum H' (fun i => u h * sigma h * delta h i * rsum D' (fun j => x j * V_dot i j))
  = u h * sigma h * rsum D' (fun j => V_dot h j * x j).
Proof.
  apply (eq_eq _ (rsum H' (fun i => delta h i * rsum D' (fun j => V_dot i j * x j) * sigma h * u h)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (u h * sigma h * delta h i * rsum D' (fun j => V_dot i j * x j)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
      apply rsum_ext; intros j ?; cbv beta.
      arith. }
    arith. }
  apply (eq_eq _ (rsum H' (fun i => sigma h * u h * delta h i * rsum D' (fun j => V_dot i j * x j))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum H' (fun k => sigma h * u h * delta h k * rsum D' (fun j => V_dot k j * x j))) _); [ same | ].
  apply (eq_eq _ (sigma h * u h * rsum H' (fun k => delta h k * rsum D' (fun j => V_dot k j * x j))) _).
  { rule_same (sum_factor H' (sigma h * u h) (fun i => delta h i * rsum D' (fun j => V_dot i j * x j)) (fun i => true)). }
  apply (eq_eq _ (sigma h * u h * rsum H' (fun i => delta h i * rsum D' (fun j => V_dot i j * x j))) _); [ same | ].
  apply (eq_eq _ (sigma h * u h * rsum D' (fun j => V_dot h j * x j)) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (rsum H' (fun i => delta i h * rsum D' (fun j => V_dot i j * x j))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum H' (fun k => delta k h * rsum D' (fun j => V_dot k j * x j))) _); [ same | ].
    rule (sum_delta H' (fun i => rsum D' (fun j => V_dot i j * x j)) h). }
  apply (eq_eq _ (rsum D' (fun j => V_dot h j * x j) * sigma h * u h) _).
  { arith. }
  symmetry.
  arith.
Qed.

Theorem jvp_y_V :
  is_pd (at0 0) (fun t => y_of s (v_of D' (line2 V V_dot t) x) h)
  (u h * sigma h * rsum D' (fun j => V_dot h j * x j)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum H' (fun i => rsum D' (fun j => pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h) * V_dot i j))) _).
  { apply (eq_eq _ (rsum H' (fun i => rsum D' (fun j => pd (at2 V i j) (fun V' => y_of s (v_of D' V' x) h) * V_dot i j))) _).
    { refine (eq_trans (chain2_at (at0 0) H' D' V (fun V' => y_of s (v_of D' V' x) h) (fun t => (line2 V V_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_V_1_lemma (eq_eq _ _ _ jvp_y_V_2_sum_factor jvp_y_V_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_V_outright : option (
  is_pd (at0 0) (fun t => y_of s (v_of D' (line2 V V_dot t) x) h)
  (u h * sigma h * rsum D' (fun j => V_dot h j * x j))).
Proof.
  attempt "jvp_y_V" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 V) (Formula.flat2 V_dot) (Formula.Mul (Formula.C (s h)) (Formula.Sum D' (fun d => (Formula.Mul (Formula.V (h, d)) (Formula.C (x d))))))).
Defined.
End jvp_y_V.
End swiglu_theory.
