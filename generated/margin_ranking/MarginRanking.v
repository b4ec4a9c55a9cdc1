(* made by derive, do not edit *)
(* Margin ranking loss

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition L_of (N : nat) (m : R) (t : nat -> R) (x : nat -> R) (z : nat -> R) : R :=
  rsum N (fun n => Rmax 0 (m - t n * (x n - z n))) / INR N.
#[local] Hint Unfold L_of : definitions.

Section margin_ranking_theory.
Variable (N : nat).
Variables (m L_bar m_dot : R).
Variables (z x t z_dot x_dot t_dot : nat -> R).
Hypothesis N_positive : (0 < N)%nat.
Local Notation L := (L_of N m t x z).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n))) ->
  pd (at1 x i) (fun x' => rsum N (fun n => Rmax 0 (m - t n * (x' n - z n))) / INR N) = pd (at1 x i) (fun x' => rsum N (fun n => Rmax 0 (m - t n * (x' n - z n)))) / INR N.
Proof.
  intros i ? ?.
  apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / INR N * rsum N (fun n => Rmax 0 (m - t n * (x' n - z n))))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => 1 / INR N * rsum N (fun n => Rmax 0 (m - t n * (x' n - z n))))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 x i) (fun x' => rsum N (fun n => Rmax 0 (m - t n * (x' n - z n))))) _).
  { assert (pd (at1 x i) (fun x' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 x i) (fun x' => 1 / INR N) (fun x' => rsum N (fun n => Rmax 0 (m - t n * (x' n - z n))))). }
  fractions.
Qed.

Lemma shared_2 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n))) ->
  pd (at1 x i) (fun x' => rsum N (fun n => Rmax 0 (m - t n * (x' n - z n)))) / INR N = rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else - (t k * delta k i))) / INR N.
Proof.
  intros i ? ?.
  apply (eq_eq _ (rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else 0 - t k * (delta k i + 0))) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 x i) (fun x' => rsum N (fun k => Rmax 0 (m - t k * (x' k - z k))))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 x i) (fun x' => Rmax 0 (m - t k * (x' k - z k))))) _).
    { rule (diff_sum (at1 x i) N (fun k x' => Rmax 0 (m - t k * (x' k - z k))) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((if leb (m - t k * (x k - z k)) 0 then pd (at1 x i) (fun x' => 0) else pd (at1 x i) (fun x' => m - t k * (x' k - z k)))) _).
    { rule (diff_max (at1 x i) (fun x' => 0) (fun x' => m - t k * (x' k - z k))). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at1 x i) (fun x' => m) + pd (at1 x i) (fun x' => - (t k * (x' k - z k)))) _).
      { rule (diff_add (at1 x i) (fun x' => m) (fun x' => - (t k * (x' k - z k)))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (- pd (at1 x i) (fun x' => t k * (x' k - z k))) _).
      { rule (diff_neg (at1 x i) (fun x' => t k * (x' k - z k))). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (pd (at1 x i) (fun x' => t k * (x' k - z k))) _).
      { reflexivity. }
      apply (eq_eq _ (t k * pd (at1 x i) (fun x' => x' k - z k)) _).
      { assert (pd (at1 x i) (fun x' => t k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x i) (fun x' => t k) (fun x' => x' k - z k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 x i) (fun x' => x' k) + pd (at1 x i) (fun x' => - z k)) _).
      { rule (diff_add (at1 x i) (fun x' => x' k) (fun x' => - z k)). }
      refine (f_equal2 Rplus _ _).
      { apply variable1. }
      apply constant. } }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { apply (eq_eq _ (0 - t k * delta k i) _).
    { refine (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rmult eq_refl _))).
      arith. }
    arith. }
Qed.

Lemma shared_3 :
  forall i : nat,
  (i < N)%nat ->
  rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else - (t k * delta k i))) / INR N = (if leb (m - t i * (x i - z i)) 0 then 0 else - t i) / INR N.
Proof.
  intros i ?.
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum N (fun k => delta k i * (if leb (m - t k * (x k - z k)) 0 then 0 else - t k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((if leb (m - t k * (x k - z k)) 0 then 0 else - (delta k i * t k))) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { reflexivity. }
      { arith. } }
    apply (eq_eq _ ((if leb (m - t k * (x k - z k)) 0 then delta k i * 0 else delta k i * (- t k))) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { arith. }
      { arith. } }
    rule (if_factor (delta k i) 0 (- t k) (leb (m - t k * (x k - z k)) 0)). }
  rule (sum_delta N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else - t k)) i).
Qed.

Lemma shared_4 :
  forall i : nat,
  (i < N)%nat ->
  - m + t i * x i - t i * z i = 0 - (m - t i * (x i - z i)).
Proof.
  intros i ?.
  symmetry.
  arith.
Qed.

Lemma shared_5 :
  forall i : nat,
  (i < N)%nat ->
  (if leb (m - t i * (x i - z i)) 0 then 0 else - t i) / INR N = (if leb (m - t i * (x i - z i)) 0 then 0 else - (t i / INR N)).
Proof.
  intros i ?.
  apply (eq_eq _ (((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i - t i) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 0 else - t i)) _).
    { assert (- m + t i * x i - t i * z i = 0 - (m - t i * (x i - z i))).
      { rule (shared_4 i). }
      rule (if_moved (m - t i * (x i - z i)) 0 0 (- t i) (- m + t i * x i - t i * z i)). }
    apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * 0 + (1 - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0)) * (- t i)) _).
    { rule (if_indicator 0 (- t i) (leb 0 (- m + t i * x i - t i * z i))). }
    arith. }
  apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i / INR N - t i / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 0 else - (t i / INR N))) _).
  { assert (- m + t i * x i - t i * z i = 0 - (m - t i * (x i - z i))).
    { rule (shared_4 i). }
    rule (if_moved (m - t i * (x i - z i)) 0 0 (- (t i / INR N)) (- m + t i * x i - t i * z i)). }
  apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * 0 + (1 - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0)) * (- (t i / INR N))) _).
  { rule (if_indicator 0 (- (t i / INR N)) (leb 0 (- m + t i * x i - t i * z i))). }
  fractions.
Qed.

Lemma shared_6 :
  forall i : nat,
  (i < N)%nat ->
  (t i * x i < m + t i * z i) ->
  0 < m - t i * (x i - z i).
Proof.
  intros i ? ?.
  apply (lt_eq _ (1 * (m + t i * z i - t i * x i)) _).
  { sgn. }
  symmetry.
  arith.
Qed.

Lemma shared_7 :
  forall i : nat,
  (i < N)%nat ->
  (if leb (m - t i * (x i - z i)) 0 then 0 else - (t i / INR N)) = (if ltb (t i * x i) (m + t i * z i) then - (t i / INR N) else 0).
Proof.
  intros i ?.
  apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then (if leb (m - t i * (x i - z i)) 0 then 0 else - (t i / INR N)) else (if leb (m - t i * (x i - z i)) 0 then 0 else - (t i / INR N)))) _).
  { symmetry.
    rule (if_same (if leb (m - t i * (x i - z i)) 0 then 0 else - (t i / INR N)) (leb (m + t i * z i) (t i * x i))). }
  apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else - (t i / INR N))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { assert (m - t i * (x i - z i) <= 0).
      { apply (eq_le _ (- (1 * (t i * x i - (m + t i * z i)))) _).
        { arith. }
        sgn. }
      rule (if_true 0 (- (t i / INR N)) (leb (m - t i * (x i - z i)) 0)). }
    { apply (eq_eq _ ((if ltb 0 (m - t i * (x i - z i)) then - (t i / INR N) else 0)) _).
      { symmetry.
        rule (if_less 0 (m - t i * (x i - z i)) (- (t i / INR N)) 0). }
      assert (0 < m - t i * (x i - z i)).
      { rule (shared_6 i). }
      rule (if_true (- (t i / INR N)) 0 (ltb 0 (m - t i * (x i - z i)))). } }
  symmetry.
  rule (if_less (t i * x i) (m + t i * z i) (- (t i / INR N)) 0).
Qed.

Lemma shared_8 :
  forall i : nat,
  (i < N)%nat ->
  - m + t i * x i - t i * z i = t i * x i - (m + t i * z i).
Proof.
  intros i ?.
  symmetry.
  arith.
Qed.

Lemma shared_9 :
  forall n : nat,
  (n < N)%nat ->
  ((forall n', (n' < N)%nat -> m + t n' * z n' <> t n' * x n')) ->
  0 <> m - t n * (x n - z n).
Proof.
  intros n ? ?.
  assert (m + t n * z n <> t n * x n).
  { hyp. }
  apply not_eq_sym.
  apply (eq_ne _ ((-1) * (t n * x n - (m + t n * z n))) _).
  { arith. }
  sgn.
Qed.

Lemma shared_10 :
  ((forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n))) ->
  pd (at0 m) (fun m' => rsum N (fun n => Rmax 0 (m' - t n * (x n - z n))) / INR N) = pd (at0 m) (fun m' => rsum N (fun n => Rmax 0 (m' - t n * (x n - z n)))) / INR N.
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 m) (fun m' => 1 / INR N * rsum N (fun n => Rmax 0 (m' - t n * (x n - z n))))) _).
  { apply pd_ext.
    intros m'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at0 m) (fun m' => 1 / INR N * rsum N (fun n => Rmax 0 (m' - t n * (x n - z n))))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at0 m) (fun m' => rsum N (fun n => Rmax 0 (m' - t n * (x n - z n))))) _).
  { assert (pd (at0 m) (fun m' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at0 m) (fun m' => 1 / INR N) (fun m' => rsum N (fun n => Rmax 0 (m' - t n * (x n - z n))))). }
  fractions.
Qed.

Lemma shared_11 :
  ((forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n))) ->
  pd (at0 m) (fun m' => rsum N (fun n => Rmax 0 (m' - t n * (x n - z n)))) / INR N = rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else 1)) / INR N.
Proof.
  intros ?.
  apply (eq_eq _ (rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else 1 + 0)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at0 m) (fun m' => rsum N (fun k => Rmax 0 (m' - t k * (x k - z k))))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at0 m) (fun m' => Rmax 0 (m' - t k * (x k - z k))))) _).
    { rule (diff_sum (at0 m) N (fun k m' => Rmax 0 (m' - t k * (x k - z k))) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((if leb (m - t k * (x k - z k)) 0 then pd (at0 m) (fun m' => 0) else pd (at0 m) (fun m' => m' - t k * (x k - z k)))) _).
    { rule (diff_max (at0 m) (fun m' => 0) (fun m' => m' - t k * (x k - z k))). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at0 m) (fun m' => m') + pd (at0 m) (fun m' => - (t k * (x k - z k)))) _).
      { rule (diff_add (at0 m) (fun m' => m') (fun m' => - (t k * (x k - z k)))). }
      refine (f_equal2 Rplus _ _).
      { apply variable0. }
      apply constant. } }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

Lemma shared_12 :
  rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else 1)) / INR N = rsum N (fun k => (if ltb (t k * x k) (m + t k * z k) then 1 else 0)) / INR N.
Proof.
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((if leb (m + t k * z k) (t k * x k) then (if leb (m - t k * (x k - z k)) 0 then 0 else 1) else (if leb (m - t k * (x k - z k)) 0 then 0 else 1))) _).
  { symmetry.
    rule (if_same (if leb (m - t k * (x k - z k)) 0 then 0 else 1) (leb (m + t k * z k) (t k * x k))). }
  apply (eq_eq _ ((if leb (m + t k * z k) (t k * x k) then 0 else 1)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { assert (m - t k * (x k - z k) <= 0).
      { apply (eq_le _ (- (1 * (t k * x k - (m + t k * z k)))) _).
        { arith. }
        sgn. }
      rule (if_true 0 1 (leb (m - t k * (x k - z k)) 0)). }
    { apply (eq_eq _ ((if ltb 0 (m - t k * (x k - z k)) then 1 else 0)) _).
      { symmetry.
        rule (if_less 0 (m - t k * (x k - z k)) 1 0). }
      assert (0 < m - t k * (x k - z k)).
      { rule (shared_6 k). }
      rule (if_true 1 0 (ltb 0 (m - t k * (x k - z k)))). } }
  symmetry.
  rule (if_less (t k * x k) (m + t k * z k) 1 0).
Qed.

Lemma shared_13 :
  ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)) ->
  pd (at0 m) (fun m' => L_of N m' t x z) = rsum N (fun k => (if ltb (t k * x k) (m + t k * z k) then 1 else 0)) / INR N.
Proof.
  intros ?.
  assert ((forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n))).
  { intros n ?.
    rule (shared_9 n). }
  apply (eq_eq _ (pd (at0 m) (fun m' => rsum N (fun n => Rmax 0 (m' - t n * (x n - z n))) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at0 m) (fun m' => rsum N (fun n => Rmax 0 (m' - t n * (x n - z n)))) / INR N) _).
  { rule shared_10. }
  apply (eq_eq _ (rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else 1)) / INR N) _).
  { rule shared_11. }
  rule shared_12.
Qed.

Lemma shared_14 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n))) ->
  pd (at1 t i) (fun t' => rsum N (fun n => Rmax 0 (m - t' n * (x n - z n))) / INR N) = pd (at1 t i) (fun t' => rsum N (fun n => Rmax 0 (m - t' n * (x n - z n)))) / INR N.
Proof.
  intros i ? ?.
  apply (eq_eq _ (pd (at1 t i) (fun t' => 1 / INR N * rsum N (fun n => Rmax 0 (m - t' n * (x n - z n))))) _).
  { apply pd_ext.
    intros t'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 t i) (fun t' => 1 / INR N * rsum N (fun n => Rmax 0 (m - t' n * (x n - z n))))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 t i) (fun t' => rsum N (fun n => Rmax 0 (m - t' n * (x n - z n))))) _).
  { assert (pd (at1 t i) (fun t' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 t i) (fun t' => 1 / INR N) (fun t' => rsum N (fun n => Rmax 0 (m - t' n * (x n - z n))))). }
  fractions.
Qed.

Lemma shared_15 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n))) ->
  pd (at1 t i) (fun t' => rsum N (fun n => Rmax 0 (m - t' n * (x n - z n)))) / INR N = rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else - ((x k - z k) * delta k i))) / INR N.
Proof.
  intros i ? ?.
  apply (eq_eq _ (rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else 0 - (x k - z k) * delta k i)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 t i) (fun t' => rsum N (fun k => Rmax 0 (m - t' k * (x k - z k))))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 t i) (fun t' => Rmax 0 (m - t' k * (x k - z k))))) _).
    { rule (diff_sum (at1 t i) N (fun k t' => Rmax 0 (m - t' k * (x k - z k))) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((if leb (m - t k * (x k - z k)) 0 then pd (at1 t i) (fun t' => 0) else pd (at1 t i) (fun t' => m - t' k * (x k - z k)))) _).
    { rule (diff_max (at1 t i) (fun t' => 0) (fun t' => m - t' k * (x k - z k))). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at1 t i) (fun t' => m) + pd (at1 t i) (fun t' => - (t' k * (x k - z k)))) _).
      { rule (diff_add (at1 t i) (fun t' => m) (fun t' => - (t' k * (x k - z k)))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (- pd (at1 t i) (fun t' => t' k * (x k - z k))) _).
      { rule (diff_neg (at1 t i) (fun t' => t' k * (x k - z k))). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (pd (at1 t i) (fun t' => (x k - z k) * t' k)) _).
      { apply pd_ext.
        intros t'; cbv beta.
        arith. }
      apply (eq_eq _ ((x k - z k) * pd (at1 t i) (fun t' => t' k)) _).
      { assert (pd (at1 t i) (fun t' => x k - z k) = 0).
        { apply constant. }
        rule (diff_scale (at1 t i) (fun t' => x k - z k) (fun t' => t' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. } }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

Lemma shared_16 :
  forall i : nat,
  (i < N)%nat ->
  rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else - ((x k - z k) * delta k i))) / INR N = (if leb (m - t i * (x i - z i)) 0 then 0 else z i - x i) / INR N.
Proof.
  intros i ?.
  apply (eq_eq _ ((if leb (m - t i * (x i - z i)) 0 then 0 else - x i + z i) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun k => delta k i * (if leb (m - t k * (x k - z k)) 0 then 0 else - x k + z k))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ ((if leb (m - t k * (x k - z k)) 0 then 0 else - (delta k i * x k) + delta k i * z k)) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { reflexivity. }
        { arith. } }
      apply (eq_eq _ ((if leb (m - t k * (x k - z k)) 0 then delta k i * 0 else delta k i * (- x k + z k))) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { arith. }
        { arith. } }
      rule (if_factor (delta k i) 0 (- x k + z k) (leb (m - t k * (x k - z k)) 0)). }
    rule (sum_delta N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else - x k + z k)) i). }
  symmetry.
  refine (f_equal2 Rdiv _ eq_refl).
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

Lemma shared_17 :
  forall i : nat,
  (i < N)%nat ->
  (if leb (m - t i * (x i - z i)) 0 then 0 else z i - x i) / INR N = (if leb (m - t i * (x i - z i)) 0 then 0 else (z i - x i) / INR N).
Proof.
  intros i ?.
  apply (eq_eq _ (((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * x i - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * z i - x i + z i) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ ((if leb (m - t i * (x i - z i)) 0 then 0 else - x i + z i)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { reflexivity. }
      { arith. } }
    apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 0 else - x i + z i)) _).
    { assert (- m + t i * x i - t i * z i = 0 - (m - t i * (x i - z i))).
      { rule (shared_4 i). }
      rule (if_moved (m - t i * (x i - z i)) 0 0 (- x i + z i) (- m + t i * x i - t i * z i)). }
    apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * 0 + (1 - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0)) * (- x i + z i)) _).
    { rule (if_indicator 0 (- x i + z i) (leb 0 (- m + t i * x i - t i * z i))). }
    arith. }
  apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * x i / INR N - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * z i / INR N - x i / INR N + z i / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((if leb (m - t i * (x i - z i)) 0 then 0 else - (x i / INR N) + z i / INR N)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { fractions. } }
  apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 0 else - (x i / INR N) + z i / INR N)) _).
  { assert (- m + t i * x i - t i * z i = 0 - (m - t i * (x i - z i))).
    { rule (shared_4 i). }
    rule (if_moved (m - t i * (x i - z i)) 0 0 (- (x i / INR N) + z i / INR N) (- m + t i * x i - t i * z i)). }
  apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * 0 + (1 - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0)) * (- (x i / INR N) + z i / INR N)) _).
  { rule (if_indicator 0 (- (x i / INR N) + z i / INR N) (leb 0 (- m + t i * x i - t i * z i))). }
  fractions.
Qed.

Lemma shared_18 :
  forall i : nat,
  (i < N)%nat ->
  (if leb (m - t i * (x i - z i)) 0 then 0 else (z i - x i) / INR N) = (if ltb (t i * x i) (m + t i * z i) then (z i - x i) / INR N else 0).
Proof.
  intros i ?.
  apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then (if leb (m - t i * (x i - z i)) 0 then 0 else (z i - x i) / INR N) else (if leb (m - t i * (x i - z i)) 0 then 0 else (z i - x i) / INR N))) _).
  { symmetry.
    rule (if_same (if leb (m - t i * (x i - z i)) 0 then 0 else (z i - x i) / INR N) (leb (m + t i * z i) (t i * x i))). }
  apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else (z i - x i) / INR N)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { assert (m - t i * (x i - z i) <= 0).
      { apply (eq_le _ (- (1 * (t i * x i - (m + t i * z i)))) _).
        { arith. }
        sgn. }
      rule (if_true 0 ((z i - x i) / INR N) (leb (m - t i * (x i - z i)) 0)). }
    { apply (eq_eq _ ((if ltb 0 (m - t i * (x i - z i)) then (z i - x i) / INR N else 0)) _).
      { symmetry.
        rule (if_less 0 (m - t i * (x i - z i)) ((z i - x i) / INR N) 0). }
      assert (0 < m - t i * (x i - z i)).
      { rule (shared_6 i). }
      rule (if_true ((z i - x i) / INR N) 0 (ltb 0 (m - t i * (x i - z i)))). } }
  symmetry.
  rule (if_less (t i * x i) (m + t i * z i) ((z i - x i) / INR N) 0).
Qed.

Lemma shared_19 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)) ->
  pd (at1 t i) (fun t' => L_of N m t' x z) = (if ltb (t i * x i) (m + t i * z i) then (z i - x i) / INR N else 0).
Proof.
  intros i ? ?.
  assert ((forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n))).
  { intros n ?.
    rule (shared_9 n). }
  apply (eq_eq _ (pd (at1 t i) (fun t' => rsum N (fun n => Rmax 0 (m - t' n * (x n - z n))) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 t i) (fun t' => rsum N (fun n => Rmax 0 (m - t' n * (x n - z n)))) / INR N) _).
  { rule (shared_14 i). }
  apply (eq_eq _ (rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else - ((x k - z k) * delta k i))) / INR N) _).
  { rule (shared_15 i). }
  apply (eq_eq _ ((if leb (m - t i * (x i - z i)) 0 then 0 else z i - x i) / INR N) _).
  { rule (shared_16 i). }
  apply (eq_eq _ ((if leb (m - t i * (x i - z i)) 0 then 0 else (z i - x i) / INR N)) _).
  { rule (shared_17 i). }
  rule (shared_18 i).
Qed.

Lemma shared_20 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)) ->
  pd (at1 x i) (fun x' => L_of N m t x' z) = (if ltb (t i * x i) (m + t i * z i) then - (t i / INR N) else 0).
Proof.
  intros i ? ?.
  assert ((forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n))).
  { intros n ?.
    rule (shared_9 n). }
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum N (fun n => Rmax 0 (m - t n * (x' n - z n))) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum N (fun n => Rmax 0 (m - t n * (x' n - z n)))) / INR N) _).
  { rule (shared_1 i). }
  apply (eq_eq _ (rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else - (t k * delta k i))) / INR N) _).
  { rule (shared_2 i). }
  apply (eq_eq _ ((if leb (m - t i * (x i - z i)) 0 then 0 else - t i) / INR N) _).
  { rule (shared_3 i). }
  apply (eq_eq _ ((if leb (m - t i * (x i - z i)) 0 then 0 else - (t i / INR N))) _).
  { rule (shared_5 i). }
  rule (shared_7 i).
Qed.

Lemma shared_21 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n))) ->
  pd (at1 z i) (fun z' => rsum N (fun n => Rmax 0 (m - t n * (x n - z' n))) / INR N) = pd (at1 z i) (fun z' => rsum N (fun n => Rmax 0 (m - t n * (x n - z' n)))) / INR N.
Proof.
  intros i ? ?.
  apply (eq_eq _ (pd (at1 z i) (fun z' => 1 / INR N * rsum N (fun n => Rmax 0 (m - t n * (x n - z' n))))) _).
  { apply pd_ext.
    intros z'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at1 z i) (fun z' => 1 / INR N * rsum N (fun n => Rmax 0 (m - t n * (x n - z' n))))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR N * pd (at1 z i) (fun z' => rsum N (fun n => Rmax 0 (m - t n * (x n - z' n))))) _).
  { assert (pd (at1 z i) (fun z' => 1 / INR N) = 0).
    { apply constant. }
    rule (diff_scale (at1 z i) (fun z' => 1 / INR N) (fun z' => rsum N (fun n => Rmax 0 (m - t n * (x n - z' n))))). }
  fractions.
Qed.

Lemma shared_22 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n))) ->
  pd (at1 z i) (fun z' => rsum N (fun n => Rmax 0 (m - t n * (x n - z' n)))) / INR N = rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else t k * delta k i)) / INR N.
Proof.
  intros i ? ?.
  apply (eq_eq _ (rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else 0 - t k * (0 - delta k i))) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (pd (at1 z i) (fun z' => rsum N (fun k => Rmax 0 (m - t k * (x k - z' k))))) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => pd (at1 z i) (fun z' => Rmax 0 (m - t k * (x k - z' k))))) _).
    { rule (diff_sum (at1 z i) N (fun k z' => Rmax 0 (m - t k * (x k - z' k))) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((if leb (m - t k * (x k - z k)) 0 then pd (at1 z i) (fun z' => 0) else pd (at1 z i) (fun z' => m - t k * (x k - z' k)))) _).
    { rule (diff_max (at1 z i) (fun z' => 0) (fun z' => m - t k * (x k - z' k))). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at1 z i) (fun z' => m) + pd (at1 z i) (fun z' => - (t k * (x k - z' k)))) _).
      { rule (diff_add (at1 z i) (fun z' => m) (fun z' => - (t k * (x k - z' k)))). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (- pd (at1 z i) (fun z' => t k * (x k - z' k))) _).
      { rule (diff_neg (at1 z i) (fun z' => t k * (x k - z' k))). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (pd (at1 z i) (fun z' => t k * (x k - z' k))) _).
      { reflexivity. }
      apply (eq_eq _ (t k * pd (at1 z i) (fun z' => x k - z' k)) _).
      { assert (pd (at1 z i) (fun z' => t k) = 0).
        { apply constant. }
        rule (diff_scale (at1 z i) (fun z' => t k) (fun z' => x k - z' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at1 z i) (fun z' => x k) + pd (at1 z i) (fun z' => - z' k)) _).
      { rule (diff_add (at1 z i) (fun z' => x k) (fun z' => - z' k)). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (- pd (at1 z i) (fun z' => z' k)) _).
      { rule (diff_neg (at1 z i) (fun z' => z' k)). }
      refine (f_equal Ropp _).
      apply variable1. } }
  refine (f_equal2 Rdiv _ eq_refl).
  apply rsum_ext; intros k ?; cbv beta.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { apply (eq_eq _ (0 + t k * delta k i) _).
    { refine (f_equal2 Rplus eq_refl _).
      apply (eq_eq _ (- (- (t k * delta k i))) _).
      { refine (f_equal Ropp _).
        apply (eq_eq _ (t k * (- delta k i)) _).
        { refine (f_equal2 Rmult eq_refl _).
          arith. }
        arith. }
      arith. }
    arith. }
Qed.

Lemma shared_23 :
  forall i : nat,
  (i < N)%nat ->
  rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else t k * delta k i)) / INR N = (if leb (m - t i * (x i - z i)) 0 then 0 else t i) / INR N.
Proof.
  intros i ?.
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (rsum N (fun k => delta k i * (if leb (m - t k * (x k - z k)) 0 then 0 else t k))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ ((if leb (m - t k * (x k - z k)) 0 then 0 else delta k i * t k)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { reflexivity. }
      { arith. } }
    apply (eq_eq _ ((if leb (m - t k * (x k - z k)) 0 then delta k i * 0 else delta k i * t k)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { arith. }
      { reflexivity. } }
    rule (if_factor (delta k i) 0 (t k) (leb (m - t k * (x k - z k)) 0)). }
  rule (sum_delta N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else t k)) i).
Qed.

Lemma shared_24 :
  forall i : nat,
  (i < N)%nat ->
  (if leb (m - t i * (x i - z i)) 0 then 0 else t i) / INR N = (if ltb (t i * x i) (m + t i * z i) then t i / INR N else 0).
Proof.
  intros i ?.
  apply (eq_eq _ ((if ltb (t i * x i) (m + t i * z i) then t i else 0) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then (if leb (m - t i * (x i - z i)) 0 then 0 else t i) else (if leb (m - t i * (x i - z i)) 0 then 0 else t i))) _).
    { symmetry.
      rule (if_same (if leb (m - t i * (x i - z i)) 0 then 0 else t i) (leb (m + t i * z i) (t i * x i))). }
    apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else t i)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { assert (m - t i * (x i - z i) <= 0).
        { apply (eq_le _ (- (1 * (t i * x i - (m + t i * z i)))) _).
          { arith. }
          sgn. }
        rule (if_true 0 (t i) (leb (m - t i * (x i - z i)) 0)). }
      { apply (eq_eq _ ((if ltb 0 (m - t i * (x i - z i)) then t i else 0)) _).
        { symmetry.
          rule (if_less 0 (m - t i * (x i - z i)) (t i) 0). }
        assert (0 < m - t i * (x i - z i)).
        { rule (shared_6 i). }
        rule (if_true (t i) 0 (ltb 0 (m - t i * (x i - z i)))). } }
    symmetry.
    rule (if_less (t i * x i) (m + t i * z i) (t i) 0). }
  apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then (if ltb (t i * x i) (m + t i * z i) then t i else 0) / INR N else (if ltb (t i * x i) (m + t i * z i) then t i else 0) / INR N)) _).
  { symmetry.
    rule (if_same ((if ltb (t i * x i) (m + t i * z i) then t i else 0) / INR N) (leb (m + t i * z i) (t i * x i))). }
  apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else t i / INR N)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ (0 / INR N) _).
      { refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else t i)) _).
        { rule (if_less (t i * x i) (m + t i * z i) (t i) 0). }
        assert (m + t i * z i <= t i * x i).
        { hyp. }
        rule (if_true 0 (t i) (leb (m + t i * z i) (t i * x i))). }
      fractions. }
    { refine (f_equal2 Rdiv _ eq_refl).
      assert (t i * x i < m + t i * z i).
      { hyp. }
      rule (if_true (t i) 0 (ltb (t i * x i) (m + t i * z i))). } }
  symmetry.
  rule (if_less (t i * x i) (m + t i * z i) (t i / INR N) 0).
Qed.

Lemma shared_25 :
  forall i : nat,
  (i < N)%nat ->
  ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)) ->
  pd (at1 z i) (fun z' => L_of N m t x z') = (if ltb (t i * x i) (m + t i * z i) then t i / INR N else 0).
Proof.
  intros i ? ?.
  assert ((forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n))).
  { intros n ?.
    rule (shared_9 n). }
  apply (eq_eq _ (pd (at1 z i) (fun z' => rsum N (fun n => Rmax 0 (m - t n * (x n - z' n))) / INR N)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at1 z i) (fun z' => rsum N (fun n => Rmax 0 (m - t n * (x n - z' n)))) / INR N) _).
  { rule (shared_21 i). }
  apply (eq_eq _ (rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else t k * delta k i)) / INR N) _).
  { rule (shared_22 i). }
  apply (eq_eq _ ((if leb (m - t i * (x i - z i)) 0 then 0 else t i) / INR N) _).
  { rule (shared_23 i). }
  rule (shared_24 i).
Qed.

Lemma shared_26 :
  forall i : nat,
  (i < N)%nat ->
  (if ltb (t i * x i) (m + t i * z i) then t i / INR N else 0) = - ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i / INR N) + t i / INR N.
Proof.
  intros i ?.
  apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else t i / INR N)) _).
  { rule (if_less (t i * x i) (m + t i * z i) (t i / INR N) 0). }
  apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 0 else t i / INR N)) _).
  { assert (- m + t i * x i - t i * z i = t i * x i - (m + t i * z i)).
    { rule (shared_8 i). }
    rule (if_moved (m + t i * z i) (t i * x i) 0 (t i / INR N) (- m + t i * x i - t i * z i)). }
  apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * 0 + (1 - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0)) * (t i / INR N)) _).
  { rule (if_indicator 0 (t i / INR N) (leb 0 (- m + t i * x i - t i * z i))). }
  fractions.
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
Hypothesis given1 : (forall n', (n' < N)%nat -> m + t n' * z n' <> t n' * x n').

Lemma gradient_needs_1 :
  (forall n', (n' < N)%nat -> 0 <> m - t n' * (x n' - z n')).
Proof.
  intros n' ?.
  assert (m + t n' * z n' <> t n' * x n').
  { hyp. }
  apply not_eq_sym.
  apply (eq_ne _ ((-1) * (t n' * x n' - (m + t n' * z n'))) _).
  { arith. }
  sgn.
Qed.

(* definition of ℒ *)
Lemma gradient_1_unfold :
  pd (at1 x n) (fun x' => L_of N m t x' z)
  = pd (at1 x n) (fun x' => rsum N (fun k => Rmax 0 (m - t k * (x' k - z k))) / INR N).
Proof.
  pose proof gradient_needs_1.
  apply (eq_eq _ (pd (at1 x n) (fun x' => rsum N (fun n' => Rmax 0 (m - t n' * (x' n' - z n'))) / INR N)) _); [ | same ].
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma gradient_2_diff_scale :
  pd (at1 x n) (fun x' => rsum N (fun k => Rmax 0 (m - t k * (x' k - z k))) / INR N)
  = pd (at1 x n) (fun x' => rsum N (fun k => Rmax 0 (m - t k * (x' k - z k)))) / INR N.
Proof.
  pose proof gradient_needs_1.
  rule_same (shared_1 n).
Qed.

(* differentiate under the sum; the larger one varies; a constant factor stays in front; ∂x_k/∂x_n = δ_kn *)
Lemma gradient_3_diff_sum :
  pd (at1 x n) (fun x' => rsum N (fun k => Rmax 0 (m - t k * (x' k - z k)))) / INR N
  = rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else - (t k * delta k n))) / INR N.
Proof.
  pose proof gradient_needs_1.
  rule_same (shared_2 n).
Qed.

(* a factor of both branches goes in front; the delta keeps one term of the sum *)
Lemma gradient_4_if_factor :
  rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else - (t k * delta k n))) / INR N
  = (if leb (m - t n * (x n - z n)) 0 then 0 else - t n) / INR N.
Proof.
  rule (shared_3 n).
Qed.

(* the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma gradient_5_if_moved :
  (if leb (m - t n * (x n - z n)) 0 then 0 else - t n) / INR N
  = (if leb (m - t n * (x n - z n)) 0 then 0 else - (t n / INR N)).
Proof.
  rule (shared_5 n).
Qed.

(* case by case *)
Lemma gradient_6_cases :
  (if leb (m - t n * (x n - z n)) 0 then 0 else - (t n / INR N))
  = (if ltb (t n * x n) (m + t n * z n) then - (t n / INR N) else 0).
Proof.
  rule (shared_7 n).
Qed.

(* factor; the branches change places; the same comparison of the difference with 0 *)
Lemma gradient_7_if_less :
  (if ltb (t n * x n) (m + t n * z n) then - (t n / INR N) else 0)
  = - (t n * (if ltb (t n * (x n - z n)) m then 1 else 0) / INR N).
Proof.
  apply (eq_eq _ ((if leb (m + t n * z n) (t n * x n) then 0 else - (t n / INR N))) _).
  { rule (if_less (t n * x n) (m + t n * z n) (- (t n / INR N)) 0). }
  apply (eq_eq _ ((if leb 0 (- m + t n * x n - t n * z n) then 0 else - (t n / INR N))) _).
  { assert (- m + t n * x n - t n * z n = t n * x n - (m + t n * z n)).
    { rule (shared_8 n). }
    rule (if_moved (m + t n * z n) (t n * x n) 0 (- (t n / INR N)) (- m + t n * x n - t n * z n)). }
  apply (eq_eq _ ((if leb 0 (- m + t n * x n - t n * z n) then 1 else 0) * 0 + (1 - (if leb 0 (- m + t n * x n - t n * z n) then 1 else 0)) * (- (t n / INR N))) _).
  { rule (if_indicator 0 (- (t n / INR N)) (leb 0 (- m + t n * x n - t n * z n))). }
  apply (eq_eq _ ((if leb 0 (- m + t n * x n - t n * z n) then 1 else 0) * t n / INR N - t n / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (- (t n * (1 - (if leb 0 (- m + t n * x n - t n * z n) then 1 else 0)) / INR N)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl)).
    apply (eq_eq _ ((if leb m (t n * (x n - z n)) then 0 else 1)) _).
    { rule (if_less (t n * (x n - z n)) m 1 0). }
    apply (eq_eq _ ((if leb 0 (- m + t n * x n - t n * z n) then 0 else 1)) _).
    { assert (- m + t n * x n - t n * z n = t n * (x n - z n) - m).
      { symmetry.
        arith. }
      rule (if_moved m (t n * (x n - z n)) 0 1 (- m + t n * x n - t n * z n)). }
    apply (eq_eq _ ((if leb 0 (- m + t n * x n - t n * z n) then 1 else 0) * 0 + (1 - (if leb 0 (- m + t n * x n - t n * z n) then 1 else 0)) * 1) _).
    { rule (if_indicator 0 1 (leb 0 (- m + t n * x n - t n * z n))). }
    arith. }
  fractions.
Qed.

Theorem gradient :
  is_pd (at1 x n) (fun x' => L_of N m t x' z)
  (- (t n * (if ltb (t n * (x n - z n)) m then 1 else 0) / INR N)).
Proof.
  pose proof gradient_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ gradient_1_unfold (eq_eq _ _ _ gradient_2_diff_scale (eq_eq _ _ _ gradient_3_diff_sum (eq_eq _ _ _ gradient_4_if_factor (eq_eq _ _ _ gradient_5_if_moved (eq_eq _ _ _ gradient_6_cases gradient_7_if_less)))))).
Qed.
End gradient.

(** * Derivative of L by m *)

Section derivative_L_m.
Hypothesis given1 : (forall n, (n < N)%nat -> m + t n * z n <> t n * x n).

Lemma derivative_L_m_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n)).
Proof.
  intros n ?.
  rule (shared_9 n).
Qed.

(* definition of ℒ *)
Lemma derivative_L_m_1_unfold :
  pd (at0 m) (fun m' => L_of N m' t x z)
  = pd (at0 m) (fun m' => rsum N (fun n => Rmax 0 (m' - t n * (x n - z n))) / INR N).
Proof.
  pose proof derivative_L_m_needs_1.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_m_2_diff_scale :
  pd (at0 m) (fun m' => rsum N (fun n => Rmax 0 (m' - t n * (x n - z n))) / INR N)
  = pd (at0 m) (fun m' => rsum N (fun n => Rmax 0 (m' - t n * (x n - z n)))) / INR N.
Proof.
  pose proof derivative_L_m_needs_1.
  rule shared_10.
Qed.

(* differentiate under the sum; the larger one varies *)
Lemma derivative_L_m_3_diff_sum :
  pd (at0 m) (fun m' => rsum N (fun n => Rmax 0 (m' - t n * (x n - z n)))) / INR N
  = rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else 1)) / INR N.
Proof.
  pose proof derivative_L_m_needs_1.
  rule shared_11.
Qed.

(* case by case *)
Lemma derivative_L_m_4_cases :
  rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else 1)) / INR N
  = rsum N (fun k => (if ltb (t k * x k) (m + t k * z k) then 1 else 0)) / INR N.
Proof.
  rule shared_12.
Qed.

Theorem derivative_L_m :
  is_pd (at0 m) (fun m' => L_of N m' t x z)
  (rsum N (fun k => (if ltb (t k * x k) (m + t k * z k) then 1 else 0)) / INR N).
Proof.
  pose proof derivative_L_m_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_m_1_unfold (eq_eq _ _ _ derivative_L_m_2_diff_scale (eq_eq _ _ _ derivative_L_m_3_diff_sum derivative_L_m_4_cases))).
Qed.
End derivative_L_m.

(** * VJP of L for m *)

Section vjp_L_m.
Hypothesis given1 : (forall n, (n < N)%nat -> m + t n * z n <> t n * x n).

Lemma vjp_L_m_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n)).
Proof.
  intros n ?.
  assert (m + t n * z n <> t n * x n).
  { hyp. }
  apply not_eq_sym.
  apply (eq_ne _ ((-1) * (t n * x n - (m + t n * z n))) _).
  { arith. }
  sgn.
Qed.

(* put in ∂ℒ/∂m *)
Lemma vjp_L_m_1_lemma :
  L_bar * pd (at0 m) (fun m' => L_of N m' t x z)
  = L_bar * (rsum N (fun k => (if ltb (t k * x k) (m + t k * z k) then 1 else 0)) / INR N).
Proof.
  pose proof vjp_L_m_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_13.
Qed.

(* rearrange *)
Lemma vjp_L_m_2_ring :
  L_bar * (rsum N (fun k => (if ltb (t k * x k) (m + t k * z k) then 1 else 0)) / INR N)
  = L_bar * rsum N (fun k => (if ltb (t k * x k) (m + t k * z k) then 1 else 0)) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun k => (if ltb (t k * x k) (m + t k * z k) then 1 else 0)) * L_bar / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem vjp_L_m :
  is_pd (at0 m) (fun m' => L_bar * L_of N m' t x z)
  (L_bar * rsum N (fun k => (if ltb (t k * x k) (m + t k * z k) then 1 else 0)) / INR N).
Proof.
  pose proof vjp_L_m_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at0 m) (fun m' => L_of N m' t x z)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_m_1_lemma vjp_L_m_2_ring).
Qed.
End vjp_L_m.

(** * JVP of L for m *)

Section jvp_L_m.
Hypothesis given1 : (forall n, (n < N)%nat -> m + t n * z n <> t n * x n).

Lemma jvp_L_m_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n)).
Proof.
  intros n ?.
  assert (m + t n * z n <> t n * x n).
  { hyp. }
  apply not_eq_sym.
  apply (eq_ne _ ((-1) * (t n * x n - (m + t n * z n))) _).
  { arith. }
  sgn.
Qed.

(* put in ∂ℒ/∂m *)
Lemma jvp_L_m_1_lemma :
  pd (at0 m) (fun m' => L_of N m' t x z) * m_dot
  = rsum N (fun k => (if ltb (t k * x k) (m + t k * z k) then 1 else 0)) / INR N * m_dot.
Proof.
  pose proof jvp_L_m_needs_1.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_13.
Qed.

(* rearrange *)
Lemma jvp_L_m_2_ring :
  rsum N (fun k => (if ltb (t k * x k) (m + t k * z k) then 1 else 0)) / INR N * m_dot
  = m_dot * rsum N (fun k => (if ltb (t k * x k) (m + t k * z k) then 1 else 0)) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun k => (if ltb (t k * x k) (m + t k * z k) then 1 else 0)) * m_dot / INR N) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

Theorem jvp_L_m :
  is_pd (at0 0) (fun t' => L_of N (line0 m m_dot t') t x z)
  (m_dot * rsum N (fun k => (if ltb (t k * x k) (m + t k * z k) then 1 else 0)) / INR N).
Proof.
  pose proof jvp_L_m_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 m) (fun m' => L_of N m' t x z) * m_dot) _).
  { apply (eq_eq _ (pd (at0 m) (fun m' => L_of N m' t x z) * m_dot) _).
    { refine (eq_trans (chain0_at (at0 0) m (fun m' => L_of N m' t x z) (fun t' => (line0 m m_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_m_1_lemma jvp_L_m_2_ring).
Qed.
End jvp_L_m.

(** * Derivative of L by t *)

Section derivative_L_t.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> m + t n * z n <> t n * x n).

Lemma derivative_L_t_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n)).
Proof.
  intros n ?.
  rule (shared_9 n).
Qed.

(* definition of ℒ *)
Lemma derivative_L_t_1_unfold :
  pd (at1 t i) (fun t' => L_of N m t' x z)
  = pd (at1 t i) (fun t' => rsum N (fun n => Rmax 0 (m - t' n * (x n - z n))) / INR N).
Proof.
  pose proof derivative_L_t_needs_1.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_t_2_diff_scale :
  pd (at1 t i) (fun t' => rsum N (fun n => Rmax 0 (m - t' n * (x n - z n))) / INR N)
  = pd (at1 t i) (fun t' => rsum N (fun n => Rmax 0 (m - t' n * (x n - z n)))) / INR N.
Proof.
  pose proof derivative_L_t_needs_1.
  rule (shared_14 i).
Qed.

(* differentiate under the sum; the larger one varies; a constant factor stays in front; ∂t_k/∂t_i = δ_ki *)
Lemma derivative_L_t_3_diff_sum :
  pd (at1 t i) (fun t' => rsum N (fun n => Rmax 0 (m - t' n * (x n - z n)))) / INR N
  = rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else - ((x k - z k) * delta k i))) / INR N.
Proof.
  pose proof derivative_L_t_needs_1.
  rule (shared_15 i).
Qed.

(* multiply out; a factor of both branches goes in front; the delta keeps one term of the sum *)
Lemma derivative_L_t_4_if_factor :
  rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else - ((x k - z k) * delta k i))) / INR N
  = (if leb (m - t i * (x i - z i)) 0 then 0 else z i - x i) / INR N.
Proof.
  rule (shared_16 i).
Qed.

(* the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma derivative_L_t_5_if_moved :
  (if leb (m - t i * (x i - z i)) 0 then 0 else z i - x i) / INR N
  = (if leb (m - t i * (x i - z i)) 0 then 0 else (z i - x i) / INR N).
Proof.
  rule (shared_17 i).
Qed.

(* case by case *)
Lemma derivative_L_t_6_cases :
  (if leb (m - t i * (x i - z i)) 0 then 0 else (z i - x i) / INR N)
  = (if ltb (t i * x i) (m + t i * z i) then (z i - x i) / INR N else 0).
Proof.
  rule (shared_18 i).
Qed.

Theorem derivative_L_t :
  is_pd (at1 t i) (fun t' => L_of N m t' x z)
  ((if ltb (t i * x i) (m + t i * z i) then (z i - x i) / INR N else 0)).
Proof.
  pose proof derivative_L_t_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_t_1_unfold (eq_eq _ _ _ derivative_L_t_2_diff_scale (eq_eq _ _ _ derivative_L_t_3_diff_sum (eq_eq _ _ _ derivative_L_t_4_if_factor (eq_eq _ _ _ derivative_L_t_5_if_moved derivative_L_t_6_cases))))).
Qed.
End derivative_L_t.

(** * VJP of L for t *)

Section vjp_L_t.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> m + t n * z n <> t n * x n).

Lemma vjp_L_t_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n)).
Proof.
  intros n ?.
  assert (m + t n * z n <> t n * x n).
  { hyp. }
  apply not_eq_sym.
  apply (eq_ne _ ((-1) * (t n * x n - (m + t n * z n))) _).
  { arith. }
  sgn.
Qed.

(* put in ∂ℒ/∂t_i *)
Lemma vjp_L_t_1_lemma :
  L_bar * pd (at1 t i) (fun t' => L_of N m t' x z)
  = L_bar * (if ltb (t i * x i) (m + t i * z i) then (z i - x i) / INR N else 0).
Proof.
  pose proof vjp_L_t_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_19 i).
Qed.

(* case by case *)
Lemma vjp_L_t_2_cases :
  L_bar * (if ltb (t i * x i) (m + t i * z i) then (z i - x i) / INR N else 0)
  = (if ltb (t i * x i) (m + t i * z i) then L_bar * (z i - x i) / INR N else 0).
Proof.
  apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then L_bar * (if ltb (t i * x i) (m + t i * z i) then (z i - x i) / INR N else 0) else L_bar * (if ltb (t i * x i) (m + t i * z i) then (z i - x i) / INR N else 0))) _).
  { symmetry.
    rule (if_same (L_bar * (if ltb (t i * x i) (m + t i * z i) then (z i - x i) / INR N else 0)) (leb (m + t i * z i) (t i * x i))). }
  apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else L_bar * (z i - x i) / INR N)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ (L_bar * 0) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else (z i - x i) / INR N)) _).
        { rule (if_less (t i * x i) (m + t i * z i) ((z i - x i) / INR N) 0). }
        assert (m + t i * z i <= t i * x i).
        { hyp. }
        rule (if_true 0 ((z i - x i) / INR N) (leb (m + t i * z i) (t i * x i))). }
      arith. }
    { apply (eq_eq _ (L_bar * ((z i - x i) / INR N)) _).
      { refine (f_equal2 Rmult eq_refl _).
        assert (t i * x i < m + t i * z i).
        { hyp. }
        rule (if_true ((z i - x i) / INR N) 0 (ltb (t i * x i) (m + t i * z i))). }
      fractions. } }
  apply (eq_eq _ ((if ltb (t i * x i) (m + t i * z i) then L_bar * (z i - x i) / INR N else 0)) _).
  { symmetry.
    rule (if_less (t i * x i) (m + t i * z i) (L_bar * (z i - x i) / INR N) 0). }
  apply (eq_eq _ ((if ltb (t i * x i) (m + t i * z i) then - (L_bar * x i / INR N) + L_bar * z i / INR N else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { fractions. }
    { reflexivity. } }
  symmetry.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { fractions. }
  { reflexivity. }
Qed.

Theorem vjp_L_t :
  is_pd (at1 t i) (fun t' => L_bar * L_of N m t' x z)
  ((if ltb (t i * x i) (m + t i * z i) then L_bar * (z i - x i) / INR N else 0)).
Proof.
  pose proof vjp_L_t_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 t i) (fun t' => L_of N m t' x z)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_t_1_lemma vjp_L_t_2_cases).
Qed.
End vjp_L_t.

(** * JVP of L for t *)

Section jvp_L_t.
Hypothesis given1 : (forall n, (n < N)%nat -> m + t n * z n <> t n * x n).

Lemma jvp_L_t_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n)).
Proof.
  intros n ?.
  assert (m + t n * z n <> t n * x n).
  { hyp. }
  apply not_eq_sym.
  apply (eq_ne _ ((-1) * (t n * x n - (m + t n * z n))) _).
  { arith. }
  sgn.
Qed.

(* put in ∂ℒ/∂t_i *)
Lemma jvp_L_t_1_lemma :
  rsum N (fun i => pd (at1 t i) (fun t' => L_of N m t' x z) * t_dot i)
  = rsum N (fun i => (if ltb (t i * x i) (m + t i * z i) then (z i - x i) / INR N else 0) * t_dot i).
Proof.
  pose proof jvp_L_t_needs_1.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_19 i).
Qed.

(* case by case *)
Lemma jvp_L_t_2_cases :
  rsum N (fun i => (if ltb (t i * x i) (m + t i * z i) then (z i - x i) / INR N else 0) * t_dot i)
  = rsum N (fun i => (if ltb (t i * x i) (m + t i * z i) then t_dot i * (z i - x i) else 0)) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun i => (if ltb (t i * x i) (m + t i * z i) then t_dot i * (z i - x i) / INR N else 0))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then (if ltb (t i * x i) (m + t i * z i) then (z i - x i) / INR N else 0) * t_dot i else (if ltb (t i * x i) (m + t i * z i) then (z i - x i) / INR N else 0) * t_dot i)) _).
    { symmetry.
      rule (if_same ((if ltb (t i * x i) (m + t i * z i) then (z i - x i) / INR N else 0) * t_dot i) (leb (m + t i * z i) (t i * x i))). }
    apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else t_dot i * (z i - x i) / INR N)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ (0 * t_dot i) _).
        { refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else (z i - x i) / INR N)) _).
          { rule (if_less (t i * x i) (m + t i * z i) ((z i - x i) / INR N) 0). }
          assert (m + t i * z i <= t i * x i).
          { hyp. }
          rule (if_true 0 ((z i - x i) / INR N) (leb (m + t i * z i) (t i * x i))). }
        arith. }
      { apply (eq_eq _ ((z i - x i) / INR N * t_dot i) _).
        { refine (f_equal2 Rmult _ eq_refl).
          assert (t i * x i < m + t i * z i).
          { hyp. }
          rule (if_true ((z i - x i) / INR N) 0 (ltb (t i * x i) (m + t i * z i))). }
        fractions. } }
    symmetry.
    rule (if_less (t i * x i) (m + t i * z i) (t_dot i * (z i - x i) / INR N) 0). }
  apply (eq_eq _ (rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i / INR N - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i / INR N - t_dot i * x i / INR N + t_dot i * z i / INR N)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ ((if ltb (t i * x i) (m + t i * z i) then - (t_dot i * x i / INR N) + t_dot i * z i / INR N else 0)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { fractions. }
      { reflexivity. } }
    apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else - (t_dot i * x i / INR N) + t_dot i * z i / INR N)) _).
    { rule (if_less (t i * x i) (m + t i * z i) (- (t_dot i * x i / INR N) + t_dot i * z i / INR N) 0). }
    apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 0 else - (t_dot i * x i / INR N) + t_dot i * z i / INR N)) _).
    { assert (- m + t i * x i - t i * z i = t i * x i - (m + t i * z i)).
      { rule (shared_8 i). }
      rule (if_moved (m + t i * z i) (t i * x i) 0 (- (t_dot i * x i / INR N) + t_dot i * z i / INR N) (- m + t i * x i - t i * z i)). }
    apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * 0 + (1 - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0)) * (- (t_dot i * x i / INR N) + t_dot i * z i / INR N)) _).
    { rule (if_indicator 0 (- (t_dot i * x i / INR N) + t_dot i * z i / INR N) (leb 0 (- m + t i * x i - t i * z i))). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * x k / INR N - (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * z k / INR N - t_dot k * x k / INR N + t_dot k * z k / INR N)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * x k / INR N - (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * z k / INR N) + rsum N (fun k => - (t_dot k * x k / INR N) + t_dot k * z k / INR N)) _).
  { rule_same (sum_add N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i / INR N - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i / INR N) (fun i => - (t_dot i * x i / INR N) + t_dot i * z i / INR N) (fun i => true)). }
  apply (eq_eq _ (rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i / INR N - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i / INR N) + rsum N (fun i => - (t_dot i * x i / INR N) + t_dot i * z i / INR N)) _); [ same | ].
  apply (eq_eq _ (1 / INR N * rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i) - 1 / INR N * rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i) - 1 / INR N * rsum N (fun i => t_dot i * x i) + 1 / INR N * rsum N (fun i => t_dot i * z i)) _).
  { apply (eq_eq _ ((1 / INR N * rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i) - 1 / INR N * rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i)) + (- (1 / INR N * rsum N (fun i => t_dot i * x i)) + 1 / INR N * rsum N (fun i => t_dot i * z i))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * x k / INR N - (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * z k / INR N)) _); [ same | ].
      apply (eq_eq _ (rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * x k / INR N) + rsum N (fun k => - ((if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * z k / INR N))) _).
      { rule (sum_add N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i / INR N) (fun i => - ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i / INR N)) (fun i => true)). }
      apply (eq_eq _ (rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i / INR N) + rsum N (fun i => - ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i / INR N))) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum N (fun i => 1 / INR N * (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i)) _).
        { apply rsum_ext; intros i ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum N (fun k => 1 / INR N * (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * x k)) _); [ same | ].
        apply (eq_eq _ (1 / INR N * rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * x k)) _); [ | same ].
        rule_same (sum_factor N (1 / INR N) (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i) (fun i => true)). }
      apply (eq_eq _ (rsum N (fun i => - (1 / INR N * (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => - (1 / INR N * (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * z k))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun k => 1 / INR N * (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * z k)) _).
      { rule (sum_neg N (fun i => 1 / INR N * (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i) (fun i => true)). }
      apply (eq_eq _ (- rsum N (fun i => 1 / INR N * (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun k => 1 / INR N * (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * z k)) _); [ same | ].
      apply (eq_eq _ (1 / INR N * rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * z k)) _); [ | same ].
      rule_same (sum_factor N (1 / INR N) (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun k => - (t_dot k * x k / INR N) + t_dot k * z k / INR N)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => - (t_dot k * x k / INR N)) + rsum N (fun k => t_dot k * z k / INR N)) _).
    { rule (sum_add N (fun i => - (t_dot i * x i / INR N)) (fun i => t_dot i * z i / INR N) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun i => - (t_dot i * x i / INR N)) + rsum N (fun i => t_dot i * z i / INR N)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun i => - (1 / INR N * t_dot i * x i))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => - (1 / INR N * t_dot k * x k))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun k => 1 / INR N * t_dot k * x k)) _).
      { rule (sum_neg N (fun i => 1 / INR N * t_dot i * x i) (fun i => true)). }
      apply (eq_eq _ (- rsum N (fun i => 1 / INR N * t_dot i * x i)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun k => 1 / INR N * t_dot k * x k)) _); [ same | ].
      apply (eq_eq _ (1 / INR N * rsum N (fun k => t_dot k * x k)) _); [ | same ].
      rule_same (sum_factor N (1 / INR N) (fun i => t_dot i * x i) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun i => 1 / INR N * t_dot i * z i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => 1 / INR N * t_dot k * z k)) _); [ same | ].
    apply (eq_eq _ (1 / INR N * rsum N (fun k => t_dot k * z k)) _); [ | same ].
    rule_same (sum_factor N (1 / INR N) (fun i => t_dot i * z i) (fun i => true)). }
  apply (eq_eq _ (rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i) / INR N - rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i) / INR N - rsum N (fun i => t_dot i * x i) / INR N + rsum N (fun i => t_dot i * z i) / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i) + (-1) * rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i) + (-1) * rsum N (fun i => t_dot i * x i) + rsum N (fun i => t_dot i * z i)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i - t_dot i * x i + t_dot i * z i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      apply (eq_eq _ ((if ltb (t i * x i) (m + t i * z i) then - (t_dot i * x i) + t_dot i * z i else 0)) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { arith. }
        { reflexivity. } }
      apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else - (t_dot i * x i) + t_dot i * z i)) _).
      { rule (if_less (t i * x i) (m + t i * z i) (- (t_dot i * x i) + t_dot i * z i) 0). }
      apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 0 else - (t_dot i * x i) + t_dot i * z i)) _).
      { assert (- m + t i * x i - t i * z i = t i * x i - (m + t i * z i)).
        { rule (shared_8 i). }
        rule (if_moved (m + t i * z i) (t i * x i) 0 (- (t_dot i * x i) + t_dot i * z i) (- m + t i * x i - t i * z i)). }
      apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * 0 + (1 - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0)) * (- (t_dot i * x i) + t_dot i * z i)) _).
      { rule (if_indicator 0 (- (t_dot i * x i) + t_dot i * z i) (leb 0 (- m + t i * x i - t i * z i))). }
      arith. }
    apply (eq_eq _ (rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * x k - (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * z k - t_dot k * x k + t_dot k * z k)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * x k - (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * z k) + rsum N (fun k => - (t_dot k * x k) + t_dot k * z k)) _).
    { rule_same (sum_add N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i) (fun i => - (t_dot i * x i) + t_dot i * z i) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i) + rsum N (fun i => - (t_dot i * x i) + t_dot i * z i)) _); [ same | ].
    apply (eq_eq _ ((rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i) + (-1) * rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i)) + ((-1) * rsum N (fun i => t_dot i * x i) + rsum N (fun i => t_dot i * z i))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * x k - (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * z k)) _); [ same | ].
      apply (eq_eq _ (rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * x k) + rsum N (fun k => - ((if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * z k))) _).
      { rule (sum_add N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i) (fun i => - ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i)) (fun i => true)). }
      apply (eq_eq _ (rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * x i) + rsum N (fun i => - ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i))) _); [ same | ].
      refine (f_equal2 Rplus eq_refl _).
      apply (eq_eq _ (rsum N (fun i => (-1) * (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        arith. }
      apply (eq_eq _ (rsum N (fun k => (-1) * (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * z k)) _); [ same | ].
      apply (eq_eq _ ((-1) * rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t_dot k * z k)) _); [ | same ].
      rule_same (sum_factor N (-1) (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t_dot i * z i) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun k => - (t_dot k * x k) + t_dot k * z k)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => - (t_dot k * x k)) + rsum N (fun k => t_dot k * z k)) _).
    { rule (sum_add N (fun i => - (t_dot i * x i)) (fun i => t_dot i * z i) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun i => - (t_dot i * x i)) + rsum N (fun i => t_dot i * z i)) _); [ same | ].
    refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum N (fun i => (-1) * t_dot i * x i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k => (-1) * t_dot k * x k)) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum N (fun k => t_dot k * x k)) _); [ | same ].
    rule_same (sum_factor N (-1) (fun i => t_dot i * x i) (fun i => true)). }
  fractions.
Qed.

Theorem jvp_L_t :
  is_pd (at0 0) (fun t' => L_of N m (line1 t t_dot t') x z)
  (rsum N (fun i => (if ltb (t i * x i) (m + t i * z i) then t_dot i * (z i - x i) else 0)) / INR N).
Proof.
  pose proof jvp_L_t_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun i => pd (at1 t i) (fun t' => L_of N m t' x z) * t_dot i)) _).
  { apply (eq_eq _ (rsum N (fun i => pd (at1 t i) (fun t'' => L_of N m t'' x z) * t_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) N t (fun t'' => L_of N m t'' x z) (fun t' => (line1 t t_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_t_1_lemma jvp_L_t_2_cases).
Qed.
End jvp_L_t.

(** * Derivative of L by x *)

Section derivative_L_x.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> m + t n * z n <> t n * x n).

Lemma derivative_L_x_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n)).
Proof.
  intros n ?.
  rule (shared_9 n).
Qed.

(* definition of ℒ *)
Lemma derivative_L_x_1_unfold :
  pd (at1 x i) (fun x' => L_of N m t x' z)
  = pd (at1 x i) (fun x' => rsum N (fun n => Rmax 0 (m - t n * (x' n - z n))) / INR N).
Proof.
  pose proof derivative_L_x_needs_1.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_x_2_diff_scale :
  pd (at1 x i) (fun x' => rsum N (fun n => Rmax 0 (m - t n * (x' n - z n))) / INR N)
  = pd (at1 x i) (fun x' => rsum N (fun n => Rmax 0 (m - t n * (x' n - z n)))) / INR N.
Proof.
  pose proof derivative_L_x_needs_1.
  rule (shared_1 i).
Qed.

(* differentiate under the sum; the larger one varies; a constant factor stays in front; ∂x_k/∂x_i = δ_ki *)
Lemma derivative_L_x_3_diff_sum :
  pd (at1 x i) (fun x' => rsum N (fun n => Rmax 0 (m - t n * (x' n - z n)))) / INR N
  = rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else - (t k * delta k i))) / INR N.
Proof.
  pose proof derivative_L_x_needs_1.
  rule (shared_2 i).
Qed.

(* a factor of both branches goes in front; the delta keeps one term of the sum *)
Lemma derivative_L_x_4_if_factor :
  rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else - (t k * delta k i))) / INR N
  = (if leb (m - t i * (x i - z i)) 0 then 0 else - t i) / INR N.
Proof.
  rule (shared_3 i).
Qed.

(* the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma derivative_L_x_5_if_moved :
  (if leb (m - t i * (x i - z i)) 0 then 0 else - t i) / INR N
  = (if leb (m - t i * (x i - z i)) 0 then 0 else - (t i / INR N)).
Proof.
  rule (shared_5 i).
Qed.

(* case by case *)
Lemma derivative_L_x_6_cases :
  (if leb (m - t i * (x i - z i)) 0 then 0 else - (t i / INR N))
  = (if ltb (t i * x i) (m + t i * z i) then - (t i / INR N) else 0).
Proof.
  rule (shared_7 i).
Qed.

Theorem derivative_L_x :
  is_pd (at1 x i) (fun x' => L_of N m t x' z)
  ((if ltb (t i * x i) (m + t i * z i) then - (t i / INR N) else 0)).
Proof.
  pose proof derivative_L_x_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_x_1_unfold (eq_eq _ _ _ derivative_L_x_2_diff_scale (eq_eq _ _ _ derivative_L_x_3_diff_sum (eq_eq _ _ _ derivative_L_x_4_if_factor (eq_eq _ _ _ derivative_L_x_5_if_moved derivative_L_x_6_cases))))).
Qed.
End derivative_L_x.

(** * VJP of L for x *)

Section vjp_L_x.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> m + t n * z n <> t n * x n).

Lemma vjp_L_x_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n)).
Proof.
  intros n ?.
  assert (m + t n * z n <> t n * x n).
  { hyp. }
  apply not_eq_sym.
  apply (eq_ne _ ((-1) * (t n * x n - (m + t n * z n))) _).
  { arith. }
  sgn.
Qed.

(* put in ∂ℒ/∂x_i *)
Lemma vjp_L_x_1_lemma :
  L_bar * pd (at1 x i) (fun x' => L_of N m t x' z)
  = L_bar * (if ltb (t i * x i) (m + t i * z i) then - (t i / INR N) else 0).
Proof.
  pose proof vjp_L_x_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_20 i).
Qed.

(* case by case *)
Lemma vjp_L_x_2_cases :
  L_bar * (if ltb (t i * x i) (m + t i * z i) then - (t i / INR N) else 0)
  = (if ltb (t i * x i) (m + t i * z i) then - (L_bar * t i / INR N) else 0).
Proof.
  apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then L_bar * (if ltb (t i * x i) (m + t i * z i) then - (t i / INR N) else 0) else L_bar * (if ltb (t i * x i) (m + t i * z i) then - (t i / INR N) else 0))) _).
  { symmetry.
    rule (if_same (L_bar * (if ltb (t i * x i) (m + t i * z i) then - (t i / INR N) else 0)) (leb (m + t i * z i) (t i * x i))). }
  apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else - (L_bar * t i / INR N))) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ (L_bar * 0) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else - (t i / INR N))) _).
        { rule (if_less (t i * x i) (m + t i * z i) (- (t i / INR N)) 0). }
        assert (m + t i * z i <= t i * x i).
        { hyp. }
        rule (if_true 0 (- (t i / INR N)) (leb (m + t i * z i) (t i * x i))). }
      arith. }
    { apply (eq_eq _ (L_bar * (- (t i / INR N))) _).
      { refine (f_equal2 Rmult eq_refl _).
        assert (t i * x i < m + t i * z i).
        { hyp. }
        rule (if_true (- (t i / INR N)) 0 (ltb (t i * x i) (m + t i * z i))). }
      fractions. } }
  apply (eq_eq _ ((if ltb (t i * x i) (m + t i * z i) then - (L_bar * t i / INR N) else 0)) _).
  { symmetry.
    rule (if_less (t i * x i) (m + t i * z i) (- (L_bar * t i / INR N)) 0). }
  reflexivity.
Qed.

Theorem vjp_L_x :
  is_pd (at1 x i) (fun x' => L_bar * L_of N m t x' z)
  ((if ltb (t i * x i) (m + t i * z i) then - (L_bar * t i / INR N) else 0)).
Proof.
  pose proof vjp_L_x_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 x i) (fun x' => L_of N m t x' z)) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_x_1_lemma vjp_L_x_2_cases).
Qed.
End vjp_L_x.

(** * JVP of L for x *)

Section jvp_L_x.
Hypothesis given1 : (forall n, (n < N)%nat -> m + t n * z n <> t n * x n).

Lemma jvp_L_x_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n)).
Proof.
  intros n ?.
  assert (m + t n * z n <> t n * x n).
  { hyp. }
  apply not_eq_sym.
  apply (eq_ne _ ((-1) * (t n * x n - (m + t n * z n))) _).
  { arith. }
  sgn.
Qed.

(* put in ∂ℒ/∂x_i *)
Lemma jvp_L_x_1_lemma :
  rsum N (fun i => pd (at1 x i) (fun x' => L_of N m t x' z) * x_dot i)
  = rsum N (fun i => (if ltb (t i * x i) (m + t i * z i) then - (t i / INR N) else 0) * x_dot i).
Proof.
  pose proof jvp_L_x_needs_1.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_20 i).
Qed.

(* case by case *)
Lemma jvp_L_x_2_cases :
  rsum N (fun i => (if ltb (t i * x i) (m + t i * z i) then - (t i / INR N) else 0) * x_dot i)
  = - (rsum N (fun i => (if ltb (t i * x i) (m + t i * z i) then x_dot i * t i else 0)) / INR N).
Proof.
  apply (eq_eq _ (rsum N (fun i => (if ltb (t i * x i) (m + t i * z i) then - (x_dot i * t i / INR N) else 0))) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then (if ltb (t i * x i) (m + t i * z i) then - (t i / INR N) else 0) * x_dot i else (if ltb (t i * x i) (m + t i * z i) then - (t i / INR N) else 0) * x_dot i)) _).
    { symmetry.
      rule (if_same ((if ltb (t i * x i) (m + t i * z i) then - (t i / INR N) else 0) * x_dot i) (leb (m + t i * z i) (t i * x i))). }
    apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else - (x_dot i * t i / INR N))) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { apply (eq_eq _ (0 * x_dot i) _).
        { refine (f_equal2 Rmult _ eq_refl).
          apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else - (t i / INR N))) _).
          { rule (if_less (t i * x i) (m + t i * z i) (- (t i / INR N)) 0). }
          assert (m + t i * z i <= t i * x i).
          { hyp. }
          rule (if_true 0 (- (t i / INR N)) (leb (m + t i * z i) (t i * x i))). }
        arith. }
      { apply (eq_eq _ (- (t i / INR N * x_dot i)) _).
        { apply (eq_eq _ ((- (t i / INR N)) * x_dot i) _); [ | same ].
          refine (f_equal2 Rmult _ eq_refl).
          assert (t i * x i < m + t i * z i).
          { hyp. }
          rule (if_true (- (t i / INR N)) 0 (ltb (t i * x i) (m + t i * z i))). }
        fractions. } }
    symmetry.
    rule (if_less (t i * x i) (m + t i * z i) (- (x_dot i * t i / INR N)) 0). }
  apply (eq_eq _ (rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * x_dot i / INR N - t i * x_dot i / INR N)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ ((if ltb (t i * x i) (m + t i * z i) then - (t i * x_dot i / INR N) else 0)) _).
    { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
      { fractions. }
      { reflexivity. } }
    apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else - (t i * x_dot i / INR N))) _).
    { rule (if_less (t i * x i) (m + t i * z i) (- (t i * x_dot i / INR N)) 0). }
    apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 0 else - (t i * x_dot i / INR N))) _).
    { assert (- m + t i * x i - t i * z i = t i * x i - (m + t i * z i)).
      { rule (shared_8 i). }
      rule (if_moved (m + t i * z i) (t i * x i) 0 (- (t i * x_dot i / INR N)) (- m + t i * x i - t i * z i)). }
    apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * 0 + (1 - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0)) * (- (t i * x_dot i / INR N))) _).
    { rule (if_indicator 0 (- (t i * x_dot i / INR N)) (leb 0 (- m + t i * x i - t i * z i))). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * x_dot k / INR N - t k * x_dot k / INR N)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * x_dot k / INR N) + rsum N (fun k => - (t k * x_dot k / INR N))) _).
  { rule (sum_add N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * x_dot i / INR N) (fun i => - (t i * x_dot i / INR N)) (fun i => true)). }
  apply (eq_eq _ (rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * x_dot i / INR N) + rsum N (fun i => - (t i * x_dot i / INR N))) _); [ same | ].
  apply (eq_eq _ (1 / INR N * rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * x_dot i) - 1 / INR N * rsum N (fun i => t i * x_dot i)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun i => 1 / INR N * (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * x_dot i)) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => 1 / INR N * (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * x_dot k)) _); [ same | ].
      apply (eq_eq _ (1 / INR N * rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * x_dot k)) _); [ | same ].
      rule_same (sum_factor N (1 / INR N) (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * x_dot i) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun i => - (1 / INR N * t i * x_dot i))) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => - (1 / INR N * t k * x_dot k))) _); [ same | ].
    apply (eq_eq _ (- rsum N (fun k => 1 / INR N * t k * x_dot k)) _).
    { rule (sum_neg N (fun i => 1 / INR N * t i * x_dot i) (fun i => true)). }
    apply (eq_eq _ (- rsum N (fun i => 1 / INR N * t i * x_dot i)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum N (fun k => 1 / INR N * t k * x_dot k)) _); [ same | ].
    apply (eq_eq _ (1 / INR N * rsum N (fun k => t k * x_dot k)) _); [ | same ].
    rule_same (sum_factor N (1 / INR N) (fun i => t i * x_dot i) (fun i => true)). }
  apply (eq_eq _ (rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * x_dot i) / INR N - rsum N (fun i => t i * x_dot i) / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (- (((-1) * rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * x_dot i) + rsum N (fun i => t i * x_dot i)) / INR N)) _).
  { refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
    apply (eq_eq _ (rsum N (fun i => - ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * x_dot i) + t i * x_dot i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      apply (eq_eq _ ((if ltb (t i * x i) (m + t i * z i) then t i * x_dot i else 0)) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { arith. }
        { reflexivity. } }
      apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else t i * x_dot i)) _).
      { rule (if_less (t i * x i) (m + t i * z i) (t i * x_dot i) 0). }
      apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 0 else t i * x_dot i)) _).
      { assert (- m + t i * x i - t i * z i = t i * x i - (m + t i * z i)).
        { rule (shared_8 i). }
        rule (if_moved (m + t i * z i) (t i * x i) 0 (t i * x_dot i) (- m + t i * x i - t i * z i)). }
      apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * 0 + (1 - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0)) * t i * x_dot i) _).
      { rule_same (if_indicator 0 (t i * x_dot i) (leb 0 (- m + t i * x i - t i * z i))). }
      arith. }
    apply (eq_eq _ (rsum N (fun k => - ((if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * x_dot k) + t k * x_dot k)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => - ((if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * x_dot k)) + rsum N (fun k => t k * x_dot k)) _).
    { rule (sum_add N (fun i => - ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * x_dot i)) (fun i => t i * x_dot i) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun i => - ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * x_dot i)) + rsum N (fun i => t i * x_dot i)) _); [ same | ].
    refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum N (fun i => (-1) * (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * x_dot i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k => (-1) * (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * x_dot k)) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * x_dot k)) _); [ | same ].
    rule_same (sum_factor N (-1) (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * x_dot i) (fun i => true)). }
  fractions.
Qed.

Theorem jvp_L_x :
  is_pd (at0 0) (fun t' => L_of N m t (line1 x x_dot t') z)
  (- (rsum N (fun i => (if ltb (t i * x i) (m + t i * z i) then x_dot i * t i else 0)) / INR N)).
Proof.
  pose proof jvp_L_x_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun i => pd (at1 x i) (fun x' => L_of N m t x' z) * x_dot i)) _).
  { apply (eq_eq _ (rsum N (fun i => pd (at1 x i) (fun x' => L_of N m t x' z) * x_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) N x (fun x' => L_of N m t x' z) (fun t' => (line1 x x_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_x_1_lemma jvp_L_x_2_cases).
Qed.
End jvp_L_x.

(** * Derivative of L by z *)

Section derivative_L_z.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> m + t n * z n <> t n * x n).

Lemma derivative_L_z_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n)).
Proof.
  intros n ?.
  rule (shared_9 n).
Qed.

(* definition of ℒ *)
Lemma derivative_L_z_1_unfold :
  pd (at1 z i) (fun z' => L_of N m t x z')
  = pd (at1 z i) (fun z' => rsum N (fun n => Rmax 0 (m - t n * (x n - z' n))) / INR N).
Proof.
  pose proof derivative_L_z_needs_1.
  reflexivity.
Qed.

(* a constant factor stays in front *)
Lemma derivative_L_z_2_diff_scale :
  pd (at1 z i) (fun z' => rsum N (fun n => Rmax 0 (m - t n * (x n - z' n))) / INR N)
  = pd (at1 z i) (fun z' => rsum N (fun n => Rmax 0 (m - t n * (x n - z' n)))) / INR N.
Proof.
  pose proof derivative_L_z_needs_1.
  rule (shared_21 i).
Qed.

(* differentiate under the sum; the larger one varies; a constant factor stays in front; ∂z_k/∂z_i = δ_ki *)
Lemma derivative_L_z_3_diff_sum :
  pd (at1 z i) (fun z' => rsum N (fun n => Rmax 0 (m - t n * (x n - z' n)))) / INR N
  = rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else t k * delta k i)) / INR N.
Proof.
  pose proof derivative_L_z_needs_1.
  rule (shared_22 i).
Qed.

(* a factor of both branches goes in front; the delta keeps one term of the sum *)
Lemma derivative_L_z_4_if_factor :
  rsum N (fun k => (if leb (m - t k * (x k - z k)) 0 then 0 else t k * delta k i)) / INR N
  = (if leb (m - t i * (x i - z i)) 0 then 0 else t i) / INR N.
Proof.
  rule (shared_23 i).
Qed.

(* case by case *)
Lemma derivative_L_z_5_cases :
  (if leb (m - t i * (x i - z i)) 0 then 0 else t i) / INR N
  = (if ltb (t i * x i) (m + t i * z i) then t i / INR N else 0).
Proof.
  rule (shared_24 i).
Qed.

Theorem derivative_L_z :
  is_pd (at1 z i) (fun z' => L_of N m t x z')
  ((if ltb (t i * x i) (m + t i * z i) then t i / INR N else 0)).
Proof.
  pose proof derivative_L_z_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_z_1_unfold (eq_eq _ _ _ derivative_L_z_2_diff_scale (eq_eq _ _ _ derivative_L_z_3_diff_sum (eq_eq _ _ _ derivative_L_z_4_if_factor derivative_L_z_5_cases)))).
Qed.
End derivative_L_z.

(** * VJP of L for z *)

Section vjp_L_z.
Variables (i : nat).
Hypothesis i_in : (i < N)%nat.
Hypothesis given1 : (forall n, (n < N)%nat -> m + t n * z n <> t n * x n).

Lemma vjp_L_z_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n)).
Proof.
  intros n ?.
  assert (m + t n * z n <> t n * x n).
  { hyp. }
  apply not_eq_sym.
  apply (eq_ne _ ((-1) * (t n * x n - (m + t n * z n))) _).
  { arith. }
  sgn.
Qed.

(* put in ∂ℒ/∂z_i *)
Lemma vjp_L_z_1_lemma :
  L_bar * pd (at1 z i) (fun z' => L_of N m t x z')
  = L_bar * (if ltb (t i * x i) (m + t i * z i) then t i / INR N else 0).
Proof.
  pose proof vjp_L_z_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_25 i).
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma vjp_L_z_2_if_less :
  L_bar * (if ltb (t i * x i) (m + t i * z i) then t i / INR N else 0)
  = (if ltb (t i * x i) (m + t i * z i) then L_bar * t i / INR N else 0).
Proof.
  apply (eq_eq _ (L_bar * (- ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i / INR N) + t i / INR N)) _).
  { refine (f_equal2 Rmult eq_refl _).
    rule (shared_26 i). }
  apply (eq_eq _ (- ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * L_bar * t i / INR N) + L_bar * t i / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else L_bar * t i / INR N)) _).
  { rule (if_less (t i * x i) (m + t i * z i) (L_bar * t i / INR N) 0). }
  apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 0 else L_bar * t i / INR N)) _).
  { assert (- m + t i * x i - t i * z i = t i * x i - (m + t i * z i)).
    { rule (shared_8 i). }
    rule (if_moved (m + t i * z i) (t i * x i) 0 (L_bar * t i / INR N) (- m + t i * x i - t i * z i)). }
  apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * 0 + (1 - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0)) * (L_bar * t i / INR N)) _).
  { rule (if_indicator 0 (L_bar * t i / INR N) (leb 0 (- m + t i * x i - t i * z i))). }
  fractions.
Qed.

Theorem vjp_L_z :
  is_pd (at1 z i) (fun z' => L_bar * L_of N m t x z')
  ((if ltb (t i * x i) (m + t i * z i) then L_bar * t i / INR N else 0)).
Proof.
  pose proof vjp_L_z_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at1 z i) (fun z' => L_of N m t x z')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_z_1_lemma vjp_L_z_2_if_less).
Qed.
End vjp_L_z.

(** * JVP of L for z *)

Section jvp_L_z.
Hypothesis given1 : (forall n, (n < N)%nat -> m + t n * z n <> t n * x n).

Lemma jvp_L_z_needs_1 :
  (forall n, (n < N)%nat -> 0 <> m - t n * (x n - z n)).
Proof.
  intros n ?.
  assert (m + t n * z n <> t n * x n).
  { hyp. }
  apply not_eq_sym.
  apply (eq_ne _ ((-1) * (t n * x n - (m + t n * z n))) _).
  { arith. }
  sgn.
Qed.

(* put in ∂ℒ/∂z_i *)
Lemma jvp_L_z_1_lemma :
  rsum N (fun i => pd (at1 z i) (fun z' => L_of N m t x z') * z_dot i)
  = rsum N (fun i => (if ltb (t i * x i) (m + t i * z i) then t i / INR N else 0) * z_dot i).
Proof.
  pose proof jvp_L_z_needs_1.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_25 i).
Qed.

(* the branches change places; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma jvp_L_z_2_if_less :
  rsum N (fun i => (if ltb (t i * x i) (m + t i * z i) then t i / INR N else 0) * z_dot i)
  = rsum N (fun i => (if ltb (t i * x i) (m + t i * z i) then z_dot i * t i else 0)) / INR N.
Proof.
  apply (eq_eq _ (rsum N (fun i => - ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i / INR N) + t i * z_dot i / INR N)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ ((- ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i / INR N) + t i / INR N) * z_dot i) _).
    { refine (f_equal2 Rmult _ eq_refl).
      rule (shared_26 i). }
    fractions. }
  apply (eq_eq _ (rsum N (fun k => - ((if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * z_dot k / INR N) + t k * z_dot k / INR N)) _); [ same | ].
  apply (eq_eq _ (rsum N (fun k => - ((if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * z_dot k / INR N)) + rsum N (fun k => t k * z_dot k / INR N)) _).
  { rule (sum_add N (fun i => - ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i / INR N)) (fun i => t i * z_dot i / INR N) (fun i => true)). }
  apply (eq_eq _ (rsum N (fun i => - ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i / INR N)) + rsum N (fun i => t i * z_dot i / INR N)) _); [ same | ].
  apply (eq_eq _ (- (1 / INR N * rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i)) + 1 / INR N * rsum N (fun i => t i * z_dot i)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum N (fun i => - (1 / INR N * (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum N (fun k => - (1 / INR N * (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * z_dot k))) _); [ same | ].
      apply (eq_eq _ (- rsum N (fun k => 1 / INR N * (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * z_dot k)) _).
      { rule (sum_neg N (fun i => 1 / INR N * (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i) (fun i => true)). }
      apply (eq_eq _ (- rsum N (fun i => 1 / INR N * (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum N (fun k => 1 / INR N * (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * z_dot k)) _); [ same | ].
      apply (eq_eq _ (1 / INR N * rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * z_dot k)) _); [ | same ].
      rule_same (sum_factor N (1 / INR N) (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun i => 1 / INR N * t i * z_dot i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum N (fun k => 1 / INR N * t k * z_dot k)) _); [ same | ].
    apply (eq_eq _ (1 / INR N * rsum N (fun k => t k * z_dot k)) _); [ | same ].
    rule_same (sum_factor N (1 / INR N) (fun i => t i * z_dot i) (fun i => true)). }
  apply (eq_eq _ (- (rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i) / INR N) + rsum N (fun i => t i * z_dot i) / INR N) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (((-1) * rsum N (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i) + rsum N (fun i => t i * z_dot i)) / INR N) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum N (fun i => - ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i) + t i * z_dot i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      apply (eq_eq _ ((if ltb (t i * x i) (m + t i * z i) then t i * z_dot i else 0)) _).
      { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
        { arith. }
        { reflexivity. } }
      apply (eq_eq _ ((if leb (m + t i * z i) (t i * x i) then 0 else t i * z_dot i)) _).
      { rule (if_less (t i * x i) (m + t i * z i) (t i * z_dot i) 0). }
      apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 0 else t i * z_dot i)) _).
      { assert (- m + t i * x i - t i * z i = t i * x i - (m + t i * z i)).
        { rule (shared_8 i). }
        rule (if_moved (m + t i * z i) (t i * x i) 0 (t i * z_dot i) (- m + t i * x i - t i * z i)). }
      apply (eq_eq _ ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * 0 + (1 - (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0)) * t i * z_dot i) _).
      { rule_same (if_indicator 0 (t i * z_dot i) (leb 0 (- m + t i * x i - t i * z i))). }
      arith. }
    apply (eq_eq _ (rsum N (fun k => - ((if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * z_dot k) + t k * z_dot k)) _); [ same | ].
    apply (eq_eq _ (rsum N (fun k => - ((if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * z_dot k)) + rsum N (fun k => t k * z_dot k)) _).
    { rule (sum_add N (fun i => - ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i)) (fun i => t i * z_dot i) (fun i => true)). }
    apply (eq_eq _ (rsum N (fun i => - ((if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i)) + rsum N (fun i => t i * z_dot i)) _); [ same | ].
    refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum N (fun i => (-1) * (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum N (fun k => (-1) * (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * z_dot k)) _); [ same | ].
    apply (eq_eq _ ((-1) * rsum N (fun k => (if leb 0 (- m + t k * x k - t k * z k) then 1 else 0) * t k * z_dot k)) _); [ | same ].
    rule_same (sum_factor N (-1) (fun i => (if leb 0 (- m + t i * x i - t i * z i) then 1 else 0) * t i * z_dot i) (fun i => true)). }
  fractions.
Qed.

Theorem jvp_L_z :
  is_pd (at0 0) (fun t' => L_of N m t x (line1 z z_dot t'))
  (rsum N (fun i => (if ltb (t i * x i) (m + t i * z i) then z_dot i * t i else 0)) / INR N).
Proof.
  pose proof jvp_L_z_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum N (fun i => pd (at1 z i) (fun z' => L_of N m t x z') * z_dot i)) _).
  { apply (eq_eq _ (rsum N (fun i => pd (at1 z i) (fun z' => L_of N m t x z') * z_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) N z (fun z' => L_of N m t x z') (fun t' => (line1 z z_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_z_1_lemma jvp_L_z_2_if_less).
Qed.
End jvp_L_z.
End margin_ranking_theory.

(* the hypotheses of gradient can be met *)
Lemma gradient_possible :
  exists (N : nat) (m : R) (t : nat -> R) (x : nat -> R) (z : nat -> R),
  (2 <= N)%nat /\ ((forall n', (n' < N)%nat -> m + t n' * z n' <> t n' * x n')).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_m can be met *)
Lemma derivative_L_m_possible :
  exists (N : nat) (m : R) (t : nat -> R) (x : nat -> R) (z : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_m can be met *)
Lemma vjp_L_m_possible :
  exists (N : nat) (m : R) (t : nat -> R) (x : nat -> R) (z : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_m can be met *)
Lemma jvp_L_m_possible :
  exists (N : nat) (m : R) (t : nat -> R) (x : nat -> R) (z : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_t can be met *)
Lemma derivative_L_t_possible :
  exists (N : nat) (m : R) (t : nat -> R) (x : nat -> R) (z : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_t can be met *)
Lemma vjp_L_t_possible :
  exists (N : nat) (m : R) (t : nat -> R) (x : nat -> R) (z : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_t can be met *)
Lemma jvp_L_t_possible :
  exists (N : nat) (m : R) (t : nat -> R) (x : nat -> R) (z : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_x can be met *)
Lemma derivative_L_x_possible :
  exists (N : nat) (m : R) (t : nat -> R) (x : nat -> R) (z : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_x can be met *)
Lemma vjp_L_x_possible :
  exists (N : nat) (m : R) (t : nat -> R) (x : nat -> R) (z : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_x can be met *)
Lemma jvp_L_x_possible :
  exists (N : nat) (m : R) (t : nat -> R) (x : nat -> R) (z : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of derivative_L_z can be met *)
Lemma derivative_L_z_possible :
  exists (N : nat) (m : R) (t : nat -> R) (x : nat -> R) (z : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of vjp_L_z can be met *)
Lemma vjp_L_z_possible :
  exists (N : nat) (m : R) (t : nat -> R) (x : nat -> R) (z : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of jvp_L_z can be met *)
Lemma jvp_L_z_possible :
  exists (N : nat) (m : R) (t : nat -> R) (x : nat -> R) (z : nat -> R),
  (2 <= N)%nat /\ ((forall n, (n < N)%nat -> m + t n * z n <> t n * x n)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.
