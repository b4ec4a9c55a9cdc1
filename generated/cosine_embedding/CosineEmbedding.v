(* made by derive, do not edit *)
(* Cosine embedding loss

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition u_of (D' : nat) (x : nat -> R) : R :=
  sqrt (rsum D' (fun i => x i ^ 2)).
#[local] Hint Unfold u_of : definitions.
Definition v_of (D' : nat) (z : nat -> R) : R :=
  sqrt (rsum D' (fun i => z i ^ 2)).
#[local] Hint Unfold v_of : definitions.
Definition s_of (D' : nat) (x : nat -> R) (z : nat -> R) (u : R) (v : R) : R :=
  rsum D' (fun i => x i * z i) / (u * v).
#[local] Hint Unfold s_of : definitions.
Definition L_of (t : R) (s : R) (m : R) : R :=
  t * (1 - s) + (1 - t) * Rmax 0 (s - m).
#[local] Hint Unfold L_of : definitions.

Section cosine_embedding_theory.
Variable (D' : nat).
Variables (m t m_dot L_bar : R).
Variables (x z z_dot x_dot : nat -> R).
Hypothesis D'_positive : (0 < D')%nat.
Local Notation u := (u_of D' x).
Local Notation v := (v_of D' z).
Local Notation s := (s_of D' x z u v).
Local Notation L := (L_of t s m).

(** * What several lines rest on *)

Lemma shared_1 :
  forall j : nat,
  (j < D')%nat ->
  (0 < rsum D' (fun i => x i ^ 2)) ->
  (pd (at1 x j) (fun x' => rsum D' (fun i => x' i * z i)) * u * v - rsum D' (fun i => x i * z i) * pd (at1 x j) (fun x' => u_of D' x' * v)) / (u * v) ^ 2 = (rsum D' (fun k => z k * delta k j) * u * v - rsum D' (fun i => x i * z i) * v * rsum D' (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2.
Proof.
  intros j ? ?.
  apply (eq_eq _ ((rsum D' (fun k => z k * delta k j) * u * v - rsum D' (fun i => x i * z i) * v * (1 / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) * rsum D' (fun k => 2 * x k ^ 1 * delta k j)) / (u * v) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal Ropp _)) eq_refl).
    { apply (eq_eq _ (pd (at1 x j) (fun x' => rsum D' (fun k => x' k * z k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 x j) (fun x' => x' k * z k))) _).
      { rule (diff_sum (at1 x j) D' (fun k x' => x' k * z k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 x j) (fun x' => z k * x' k)) _).
      { apply pd_ext.
        intros x'; cbv beta.
        arith. }
      apply (eq_eq _ (z k * pd (at1 x j) (fun x' => x' k)) _).
      { assert (pd (at1 x j) (fun x' => z k) = 0).
        { apply constant. }
        rule (diff_scale (at1 x j) (fun x' => z k) (fun x' => x' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (rsum D' (fun i => x i * z i) * (v * (1 / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) * rsum D' (fun k => 2 * x k ^ 1 * delta k j))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x j) (fun x' => v * u_of D' x')) _).
    { apply pd_ext.
      intros x'; cbv beta.
      arith. }
    apply (eq_eq _ (v * pd (at1 x j) (fun x' => u_of D' x')) _).
    { assert (pd (at1 x j) (fun x' => v) = 0).
      { apply constant. }
      rule (diff_scale (at1 x j) (fun x' => v) (fun x' => u_of D' x')). }
    apply (eq_eq _ (v * (1 / (2 * sqrt (rsum D' (fun i => x i ^ 2))) * rsum D' (fun k => 2 * x k ^ 1 * delta k j))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x j) (fun x' => sqrt (rsum D' (fun i => x' i ^ 2)))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun i => x i ^ 2))) * pd (at1 x j) (fun x' => rsum D' (fun i => x' i ^ 2))) _).
    { rule (diff_sqrt (at1 x j) (fun x' => rsum D' (fun i => x' i ^ 2))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 x j) (fun x' => rsum D' (fun k => x' k ^ 2))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => pd (at1 x j) (fun x' => x' k ^ 2))) _).
    { rule (diff_sum (at1 x j) D' (fun k x' => x' k ^ 2) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (2 * x k ^ 1 * pd (at1 x j) (fun x' => x' k)) _).
    { assert (pd (at1 x j) (fun x' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 x j) (fun x' => x' k) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply variable1. }
  refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl).
  apply (eq_eq _ (rsum D' (fun i => x i * z i) * v * (1 / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) * rsum D' (fun k => 2 * x k * delta k j)) _).
  { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
    apply rsum_ext; intros k ?; cbv beta.
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
    arith. }
  fractions.
Qed.

Lemma shared_2 :
  forall j : nat,
  (j < D')%nat ->
  (rsum D' (fun k => z k * delta k j) * u * v - rsum D' (fun i => x i * z i) * v * rsum D' (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2 = (z j * u * v - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2.
Proof.
  intros j ?.
  apply (eq_eq _ ((z j * u * v - rsum D' (fun i => x i * z i) * v * 2 * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) eq_refl).
    { apply (eq_eq _ (rsum D' (fun k => delta k j * z k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule (sum_delta D' (fun k => z k) j). }
    apply (eq_eq _ (rsum D' (fun i => x i * z i) * v * (2 * x j)) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (rsum D' (fun k => delta k j * 2 * x k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun k => 2 * x k) j). }
  refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) eq_refl).
  arith.
Qed.

Lemma shared_3 :
  forall j : nat,
  (j < D')%nat ->
  (z j * u * v - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2 = z j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)) * (u * v) ^ 2).
Proof.
  intros j ?.
  apply (eq_eq _ (z j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2))) / (u * v) ^ 2) _).
  { fractions. }
  refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
  fractions.
Qed.

Lemma shared_4 :
  forall j : nat,
  (j < D')%nat ->
  (0 <= rsum D' (fun i => x i ^ 2)) ->
  - (rsum D' (fun i => x i * z i) * x j / (sqrt (rsum D' (fun i => x i ^ 2)) ^ 3 * v)) + z j / (sqrt (rsum D' (fun i => x i ^ 2)) * v) = - (rsum D' (fun i => x i * z i) * x j / (rsum D' (fun i => x i ^ 2) ^ 1 * sqrt (rsum D' (fun i => x i ^ 2)) * v)) + z j / (sqrt (rsum D' (fun i => x i ^ 2)) * v).
Proof.
  intros j ? ?.
  refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rdiv eq_refl _)) eq_refl).
  apply (eq_eq _ ((rsum D' (fun i => x i ^ 2) ^ 1 * sqrt (rsum D' (fun i => x i ^ 2))) * v) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ ((sqrt (rsum D' (fun i => x i ^ 2)) ^ 2) ^ 1 * sqrt (rsum D' (fun i => x i ^ 2))) _).
  { arith. }
  refine (f_equal2 Rmult (f_equal (fun x => x ^ 1) _) eq_refl).
  rule (sqrt_square (rsum D' (fun i => x i ^ 2))).
Qed.

Lemma shared_5 :
  forall j : nat,
  (j < D')%nat ->
  (sqrt (rsum D' (fun i => x i ^ 2)) <> 0) ->
  (v <> 0) ->
  z j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)) * (u * v) ^ 2) = z j / (u * v) - s * x j / u ^ 2.
Proof.
  intros j ? ? ?.
  assert (0 <= rsum D' (fun i => x i ^ 2)).
  { sgn. }
  apply (eq_eq _ (z j * sqrt (rsum D' (fun i => x i ^ 2)) * v / (sqrt (rsum D' (fun i => x i ^ 2)) * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)) * (sqrt (rsum D' (fun i => x i ^ 2)) * v) ^ 2)) _).
  { reflexivity. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * x j / (sqrt (rsum D' (fun i => x i ^ 2)) ^ 3 * v)) + z j / (sqrt (rsum D' (fun i => x i ^ 2)) * v)) _).
  { cancel. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * x j / (rsum D' (fun i => x i ^ 2) ^ 1 * sqrt (rsum D' (fun i => x i ^ 2)) * v)) + z j / (sqrt (rsum D' (fun i => x i ^ 2)) * v)) _).
  { rule (shared_4 j). }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * x j / (sqrt (rsum D' (fun i => x i ^ 2)) * rsum D' (fun i => x i ^ 2) * v)) + z j / (sqrt (rsum D' (fun i => x i ^ 2)) * v)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (z j / (sqrt (rsum D' (fun i => x i ^ 2)) * v) - rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => x i ^ 2)) * v) * x j / sqrt (rsum D' (fun i => x i ^ 2)) ^ 2) _).
  { reflexivity. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * x j / (sqrt (rsum D' (fun i => x i ^ 2)) ^ 3 * v)) + z j / (sqrt (rsum D' (fun i => x i ^ 2)) * v)) _).
  { fractions. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * x j / (rsum D' (fun i => x i ^ 2) ^ 1 * sqrt (rsum D' (fun i => x i ^ 2)) * v)) + z j / (sqrt (rsum D' (fun i => x i ^ 2)) * v)) _).
  { rule (shared_4 j). }
  fractions.
Qed.

Lemma shared_6 :
  (0 <> s - m) ->
  pd (at0 s) (fun s' => t * (1 - s') + (1 - t) * Rmax 0 (s' - m)) = - t + (1 - t) * (if leb (s - m) 0 then 0 else 1).
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 s) (fun s' => t * (1 - s')) + pd (at0 s) (fun s' => (1 - t) * Rmax 0 (s' - m))) _).
  { rule (diff_add (at0 s) (fun s' => t * (1 - s')) (fun s' => (1 - t) * Rmax 0 (s' - m))). }
  apply (eq_eq _ (t * (0 + (-1)) + (1 - t) * (if leb (s - m) 0 then 0 else 1 + 0)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at0 s) (fun s' => t * (1 - s'))) _).
      { reflexivity. }
      apply (eq_eq _ (t * pd (at0 s) (fun s' => 1 - s')) _).
      { assert (pd (at0 s) (fun s' => t) = 0).
        { apply constant. }
        rule (diff_scale (at0 s) (fun s' => t) (fun s' => 1 - s')). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at0 s) (fun s' => 1) + pd (at0 s) (fun s' => - s')) _).
      { rule (diff_add (at0 s) (fun s' => 1) (fun s' => - s')). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (- pd (at0 s) (fun s' => s')) _).
      { rule (diff_neg (at0 s) (fun s' => s')). }
      apply (eq_eq _ (- 1) _); [ | same ].
      refine (f_equal Ropp _).
      apply variable0. }
    apply (eq_eq _ (pd (at0 s) (fun s' => (1 - t) * Rmax 0 (s' - m))) _).
    { reflexivity. }
    apply (eq_eq _ ((1 - t) * pd (at0 s) (fun s' => Rmax 0 (s' - m))) _).
    { assert (pd (at0 s) (fun s' => 1 - t) = 0).
      { apply constant. }
      rule (diff_scale (at0 s) (fun s' => 1 - t) (fun s' => Rmax 0 (s' - m))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ ((if leb (s - m) 0 then pd (at0 s) (fun s' => 0) else pd (at0 s) (fun s' => s' - m))) _).
    { rule (diff_max (at0 s) (fun s' => 0) (fun s' => s' - m)). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at0 s) (fun s' => s') + pd (at0 s) (fun s' => - m)) _).
      { rule (diff_add (at0 s) (fun s' => s') (fun s' => - m)). }
      refine (f_equal2 Rplus _ _).
      { apply variable0. }
      apply constant. } }
  refine (f_equal2 Rplus _ (f_equal2 Rmult eq_refl _)).
  { apply (eq_eq _ (t * (-1)) _).
    { refine (f_equal2 Rmult eq_refl _).
      arith. }
    arith. }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { reflexivity. }
  { arith. }
Qed.

Lemma shared_7 :
  m - s = 0 - (s - m).
Proof.
  symmetry.
  arith.
Qed.

Lemma shared_8 :
  - t + (1 - t) * (if leb (s - m) 0 then 0 else 1) = (if leb (s - m) 0 then - t else 1 - 2 * t).
Proof.
  apply (eq_eq _ (- t + (1 - t) * (1 - (if leb 0 (m - s) then 1 else 0))) _).
  { refine (f_equal2 Rplus eq_refl (f_equal2 Rmult eq_refl _)).
    apply (eq_eq _ ((if leb 0 (m - s) then 0 else 1)) _).
    { assert (m - s = 0 - (s - m)).
      { rule shared_7. }
      rule (if_moved (s - m) 0 0 1 (m - s)). }
    apply (eq_eq _ ((if leb 0 (m - s) then 1 else 0) * 0 + (1 - (if leb 0 (m - s) then 1 else 0)) * 1) _).
    { rule (if_indicator 0 1 (leb 0 (m - s))). }
    arith. }
  apply (eq_eq _ (1 - (if leb 0 (m - s) then 1 else 0) + (if leb 0 (m - s) then 1 else 0) * t - 2 * t) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb 0 (m - s) then - t else 1 - 2 * t)) _).
  { assert (m - s = 0 - (s - m)).
    { rule shared_7. }
    rule (if_moved (s - m) 0 (- t) (1 - 2 * t) (m - s)). }
  apply (eq_eq _ ((if leb 0 (m - s) then 1 else 0) * (- t) + (1 - (if leb 0 (m - s) then 1 else 0)) * (1 - 2 * t)) _).
  { rule (if_indicator (- t) (1 - 2 * t) (leb 0 (m - s))). }
  arith.
Qed.

Lemma shared_9 :
  (m <> s) ->
  pd (at0 s) (fun s' => L_of t s' m) = (if ltb m s then 1 - 2 * t else - t).
Proof.
  intros ?.
  assert (0 <> s - m).
  { assert (m <> s).
    { hyp. }
    apply not_eq_sym.
    sgn. }
  apply (eq_eq _ (pd (at0 s) (fun s' => t * (1 - s') + (1 - t) * Rmax 0 (s' - m))) _).
  { reflexivity. }
  apply (eq_eq _ (- t + (1 - t) * (if leb (s - m) 0 then 0 else 1)) _).
  { rule shared_6. }
  apply (eq_eq _ ((if leb (s - m) 0 then - t else 1 - 2 * t)) _).
  { rule shared_8. }
  apply (eq_eq _ ((if ltb m s then (if leb (s - m) 0 then - t else 1 - 2 * t) else (if leb (s - m) 0 then - t else 1 - 2 * t))) _).
  { symmetry.
    rule (if_same (if leb (s - m) 0 then - t else 1 - 2 * t) (ltb m s)). }
  apply (eq_eq _ ((if ltb m s then 1 - 2 * t else - t)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if ltb 0 (s - m) then 1 - 2 * t else - t)) _).
      { symmetry.
        rule (if_less 0 (s - m) (1 - 2 * t) (- t)). }
      assert (0 < s - m).
      { sgn. }
      rule (if_true (1 - 2 * t) (- t) (ltb 0 (s - m))). }
    { assert (s - m <= 0).
      { sgn. }
      rule (if_true (- t) (1 - 2 * t) (leb (s - m) 0)). } }
  reflexivity.
Qed.

Lemma shared_10 :
  forall j : nat,
  (j < D')%nat ->
  (0 <> s - m) ->
  (0 < rsum D' (fun i => x i ^ 2)) ->
  (u * v <> 0) ->
  (m <> s) ->
  (v <> 0) ->
  pd (at0 s) (fun s' => L_of t s' m) * pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v) = (if ltb m s then 1 - 2 * t else - t) * (z j / (u * v) - s * x j / u ^ 2).
Proof.
  intros j ? ? ? ? ? ?.
  refine (f_equal2 Rmult _ _).
  { rule shared_9. }
  assert (u * v <> 0).
  { sgn. }
  assert (sqrt (rsum D' (fun i => x i ^ 2)) <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at1 x j) (fun x' => rsum D' (fun i => x' i * z i) / (u_of D' x' * v))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 x j) (fun x' => rsum D' (fun i => x' i * z i)) * u * v - rsum D' (fun i => x i * z i) * pd (at1 x j) (fun x' => u_of D' x' * v)) / (u * v) ^ 2) _).
  { rule_same (diff_div (at1 x j) (fun x' => rsum D' (fun i => x' i * z i)) (fun x' => u_of D' x' * v)). }
  apply (eq_eq _ ((rsum D' (fun k => z k * delta k j) * u * v - rsum D' (fun i => x i * z i) * v * rsum D' (fun k => 2 * x k * delta k j) / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2) _).
  { rule (shared_1 j). }
  apply (eq_eq _ ((z j * u * v - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)))) / (u * v) ^ 2) _).
  { rule (shared_2 j). }
  apply (eq_eq _ (z j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * v * x j / (2 * sqrt (rsum D' (fun i => x i ^ 2)) * (u * v) ^ 2)) _).
  { rule (shared_3 j). }
  rule (shared_5 j).
Qed.

Lemma shared_11 :
  forall j : nat,
  (j < D')%nat ->
  (0 < rsum D' (fun i => x i ^ 2)) ->
  (m <> s) ->
  (v <> 0) ->
  pd (at1 x j) (fun x' => L_of t (s_of D' x' z (u_of D' x') v) m) = (if ltb m s then 1 - 2 * t else - t) * (z j / (u * v) - s * x j / u ^ 2).
Proof.
  intros j ? ? ? ?.
  assert (u * v <> 0).
  { sgn. }
  assert (0 <> s - m).
  { assert (m <> s).
    { hyp. }
    apply not_eq_sym.
    sgn. }
  apply (eq_eq _ (pd (at0 s) (fun s' => L_of t s' m) * pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v)) _).
  { apply (chain0 (at1 x j) (fun s' => L_of t s' m) (fun x' => s_of D' x' z (u_of D' x') v)); [ dex | premise ]. }
  rule (shared_10 j).
Qed.

Lemma shared_12 :
  forall j : nat,
  (j < D')%nat ->
  (0 <= rsum D' (fun i => z i ^ 2)) ->
  - (rsum D' (fun i => x i * z i) * z j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)) ^ 3)) + x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2))) = - (rsum D' (fun i => x i * z i) * z j / (sqrt (rsum D' (fun i => x i ^ 2)) * rsum D' (fun i => z i ^ 2) ^ 1 * sqrt (rsum D' (fun i => z i ^ 2)))) + x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2))).
Proof.
  intros j ? ?.
  refine (f_equal2 Rplus (f_equal Ropp (f_equal2 Rdiv eq_refl _)) eq_refl).
  apply (eq_eq _ (sqrt (rsum D' (fun i => x i ^ 2)) * (rsum D' (fun i => z i ^ 2) ^ 1 * sqrt (rsum D' (fun i => z i ^ 2)))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ ((sqrt (rsum D' (fun i => z i ^ 2)) ^ 2) ^ 1 * sqrt (rsum D' (fun i => z i ^ 2))) _).
  { arith. }
  refine (f_equal2 Rmult (f_equal (fun x => x ^ 1) _) eq_refl).
  rule (sqrt_square (rsum D' (fun i => z i ^ 2))).
Qed.

Lemma shared_13 :
  forall j : nat,
  (j < D')%nat ->
  (0 <> s - m) ->
  (0 < rsum D' (fun i => z i ^ 2)) ->
  (u * v <> 0) ->
  (m <> s) ->
  (sqrt (rsum D' (fun i => x i ^ 2)) <> 0) ->
  pd (at0 s) (fun s' => L_of t s' m) * pd (at1 z j) (fun z' => s_of D' x z' u (v_of D' z')) = (if ltb m s then 1 - 2 * t else - t) * (x j / (u * v) - s * z j / v ^ 2).
Proof.
  intros j ? ? ? ? ? ?.
  refine (f_equal2 Rmult _ _).
  { rule shared_9. }
  assert (u * v <> 0).
  { sgn. }
  assert (sqrt (rsum D' (fun i => z i ^ 2)) <> 0).
  { sgn. }
  apply (eq_eq _ (pd (at1 z j) (fun z' => rsum D' (fun i => x i * z' i) / (u * v_of D' z'))) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at1 z j) (fun z' => rsum D' (fun i => x i * z' i)) * u * v - rsum D' (fun i => x i * z i) * pd (at1 z j) (fun z' => u * v_of D' z')) / (u * v) ^ 2) _).
  { rule_same (diff_div (at1 z j) (fun z' => rsum D' (fun i => x i * z' i)) (fun z' => u * v_of D' z')). }
  apply (eq_eq _ ((rsum D' (fun k => x k * delta k j) * u * v - rsum D' (fun i => x i * z i) * u * (1 / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) * rsum D' (fun k => 2 * z k ^ 1 * delta k j)) / (u * v) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal Ropp _)) eq_refl).
    { apply (eq_eq _ (pd (at1 z j) (fun z' => rsum D' (fun k => x k * z' k))) _); [ same | ].
      apply (eq_eq _ (rsum D' (fun k => pd (at1 z j) (fun z' => x k * z' k))) _).
      { rule (diff_sum (at1 z j) D' (fun k z' => x k * z' k) (fun k => true)). }
      apply rsum_ext; intros k ?; cbv beta.
      apply (eq_eq _ (pd (at1 z j) (fun z' => x k * z' k)) _).
      { reflexivity. }
      apply (eq_eq _ (x k * pd (at1 z j) (fun z' => z' k)) _).
      { assert (pd (at1 z j) (fun z' => x k) = 0).
        { apply constant. }
        rule (diff_scale (at1 z j) (fun z' => x k) (fun z' => z' k)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply (eq_eq _ (rsum D' (fun i => x i * z i) * (u * (1 / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) * rsum D' (fun k => 2 * z k ^ 1 * delta k j))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 z j) (fun z' => u * v_of D' z')) _).
    { reflexivity. }
    apply (eq_eq _ (u * pd (at1 z j) (fun z' => v_of D' z')) _).
    { assert (pd (at1 z j) (fun z' => u) = 0).
      { apply constant. }
      rule (diff_scale (at1 z j) (fun z' => u) (fun z' => v_of D' z')). }
    apply (eq_eq _ (u * (1 / (2 * sqrt (rsum D' (fun i => z i ^ 2))) * rsum D' (fun k => 2 * z k ^ 1 * delta k j))) _); [ | same ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 z j) (fun z' => sqrt (rsum D' (fun i => z' i ^ 2)))) _).
    { reflexivity. }
    apply (eq_eq _ (1 / (2 * sqrt (rsum D' (fun i => z i ^ 2))) * pd (at1 z j) (fun z' => rsum D' (fun i => z' i ^ 2))) _).
    { rule (diff_sqrt (at1 z j) (fun z' => rsum D' (fun i => z' i ^ 2))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (pd (at1 z j) (fun z' => rsum D' (fun k => z' k ^ 2))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => pd (at1 z j) (fun z' => z' k ^ 2))) _).
    { rule (diff_sum (at1 z j) D' (fun k z' => z' k ^ 2) (fun k => true)). }
    apply rsum_ext; intros k ?; cbv beta.
    apply (eq_eq _ (2 * z k ^ 1 * pd (at1 z j) (fun z' => z' k)) _).
    { assert (pd (at1 z j) (fun z' => 2) = 0).
      { apply constant. }
      assert (2 = 1 + 1).
      { arith. }
      rule (diff_pow_int (at1 z j) (fun z' => z' k) 2%nat 1%nat 2). }
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply variable1. }
  apply (eq_eq _ ((rsum D' (fun k => x k * delta k j) * u * v - rsum D' (fun i => x i * z i) * u * rsum D' (fun k => 2 * z k * delta k j) / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) / (u * v) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl).
    apply (eq_eq _ (rsum D' (fun i => x i * z i) * u * (1 / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) * rsum D' (fun k => 2 * z k * delta k j)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
      apply rsum_ext; intros k ?; cbv beta.
      refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
      arith. }
    fractions. }
  apply (eq_eq _ ((x j * u * v - rsum D' (fun i => x i * z i) * u * 2 * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) / (u * v) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rmult _ eq_refl) eq_refl) (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) eq_refl).
    { apply (eq_eq _ (rsum D' (fun k => delta k j * x k)) _).
      { apply rsum_ext; intros k ?; cbv beta.
        arith. }
      rule (sum_delta D' (fun k => x k) j). }
    apply (eq_eq _ (rsum D' (fun i => x i * z i) * u * (2 * z j)) _); [ | same ].
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
    apply (eq_eq _ (rsum D' (fun k => delta k j * 2 * z k)) _).
    { apply rsum_ext; intros k ?; cbv beta.
      arith. }
    rule_same (sum_delta D' (fun k => 2 * z k) j). }
  apply (eq_eq _ ((x j * u * v - 2 * rsum D' (fun i => x i * z i) * u * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)))) / (u * v) ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) eq_refl).
    arith. }
  apply (eq_eq _ (x j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * u * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2))) / (u * v) ^ 2) _).
  { fractions. }
  apply (eq_eq _ (x j * u * v / (u * v) ^ 2 - 2 * rsum D' (fun i => x i * z i) * u * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)) * (u * v) ^ 2)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
    fractions. }
  assert (0 <= rsum D' (fun i => z i ^ 2)).
  { sgn. }
  apply (eq_eq _ (x j * sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)) / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2))) ^ 2 - 2 * rsum D' (fun i => x i * z i) * sqrt (rsum D' (fun i => x i ^ 2)) * z j / (2 * sqrt (rsum D' (fun i => z i ^ 2)) * (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2))) ^ 2)) _).
  { reflexivity. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * z j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)) ^ 3)) + x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)))) _).
  { cancel. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * z j / (sqrt (rsum D' (fun i => x i ^ 2)) * rsum D' (fun i => z i ^ 2) ^ 1 * sqrt (rsum D' (fun i => z i ^ 2)))) + x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)))) _).
  { rule (shared_12 j). }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * z j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)) * rsum D' (fun i => z i ^ 2))) + x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)))) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ (x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2))) - rsum D' (fun i => x i * z i) / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2))) * z j / sqrt (rsum D' (fun i => z i ^ 2)) ^ 2) _).
  { reflexivity. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * z j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)) ^ 3)) + x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)))) _).
  { fractions. }
  apply (eq_eq _ (- (rsum D' (fun i => x i * z i) * z j / (sqrt (rsum D' (fun i => x i ^ 2)) * rsum D' (fun i => z i ^ 2) ^ 1 * sqrt (rsum D' (fun i => z i ^ 2)))) + x j / (sqrt (rsum D' (fun i => x i ^ 2)) * sqrt (rsum D' (fun i => z i ^ 2)))) _).
  { rule (shared_12 j). }
  fractions.
Qed.

Lemma shared_14 :
  forall j : nat,
  (j < D')%nat ->
  (0 < rsum D' (fun i => z i ^ 2)) ->
  (m <> s) ->
  (sqrt (rsum D' (fun i => x i ^ 2)) <> 0) ->
  pd (at1 z j) (fun z' => L_of t (s_of D' x z' u (v_of D' z')) m) = (if ltb m s then 1 - 2 * t else - t) * (x j / (u * v) - s * z j / v ^ 2).
Proof.
  intros j ? ? ? ?.
  assert (u * v <> 0).
  { sgn. }
  assert (0 <> s - m).
  { assert (m <> s).
    { hyp. }
    apply not_eq_sym.
    sgn. }
  apply (eq_eq _ (pd (at0 s) (fun s' => L_of t s' m) * pd (at1 z j) (fun z' => s_of D' x z' u (v_of D' z'))) _).
  { apply (chain0 (at1 z j) (fun s' => L_of t s' m) (fun z' => s_of D' x z' u (v_of D' z'))); [ dex | premise ]. }
  rule (shared_13 j).
Qed.

Lemma shared_15 :
  (0 <> s - m) ->
  pd (at0 m) (fun m' => t * (1 - s) + (1 - t) * Rmax 0 (s - m')) = (1 - t) * (if leb (s - m) 0 then 0 else (-1)).
Proof.
  intros ?.
  apply (eq_eq _ (pd (at0 m) (fun m' => t * (1 - s)) + pd (at0 m) (fun m' => (1 - t) * Rmax 0 (s - m'))) _).
  { rule (diff_add (at0 m) (fun m' => t * (1 - s)) (fun m' => (1 - t) * Rmax 0 (s - m'))). }
  apply (eq_eq _ (0 + (1 - t) * (if leb (s - m) 0 then 0 else 0 + (-1))) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply (eq_eq _ (pd (at0 m) (fun m' => (1 - t) * Rmax 0 (s - m'))) _).
    { reflexivity. }
    apply (eq_eq _ ((1 - t) * pd (at0 m) (fun m' => Rmax 0 (s - m'))) _).
    { assert (pd (at0 m) (fun m' => 1 - t) = 0).
      { apply constant. }
      rule (diff_scale (at0 m) (fun m' => 1 - t) (fun m' => Rmax 0 (s - m'))). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ ((if leb (s - m) 0 then pd (at0 m) (fun m' => 0) else pd (at0 m) (fun m' => s - m'))) _).
    { rule (diff_max (at0 m) (fun m' => 0) (fun m' => s - m')). }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply constant. }
    { apply (eq_eq _ (pd (at0 m) (fun m' => s) + pd (at0 m) (fun m' => - m')) _).
      { rule (diff_add (at0 m) (fun m' => s) (fun m' => - m')). }
      refine (f_equal2 Rplus _ _).
      { apply constant. }
      apply (eq_eq _ (- pd (at0 m) (fun m' => m')) _).
      { rule (diff_neg (at0 m) (fun m' => m')). }
      apply (eq_eq _ (- 1) _); [ | same ].
      refine (f_equal Ropp _).
      apply variable0. } }
  apply (eq_eq _ (0 + (1 - t) * (if leb (s - m) 0 then 0 else (-1))) _).
  { refine (f_equal2 Rplus eq_refl (f_equal2 Rmult eq_refl _)).
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
  arith.
Qed.

Lemma shared_16 :
  (1 - t) * (if leb (s - m) 0 then 0 else (-1)) = (if leb (s - m) 0 then 0 else t + (-1)).
Proof.
  apply (eq_eq _ ((1 - t) * ((-1) + (if leb 0 (m - s) then 1 else 0))) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ ((if leb 0 (m - s) then 0 else (-1))) _).
    { assert (m - s = 0 - (s - m)).
      { rule shared_7. }
      rule (if_moved (s - m) 0 0 (-1) (m - s)). }
    apply (eq_eq _ ((if leb 0 (m - s) then 1 else 0) * 0 + (1 - (if leb 0 (m - s) then 1 else 0)) * (-1)) _).
    { rule (if_indicator 0 (-1) (leb 0 (m - s))). }
    arith. }
  apply (eq_eq _ ((-1) + (if leb 0 (m - s) then 1 else 0) - (if leb 0 (m - s) then 1 else 0) * t + t) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((if leb (s - m) 0 then 0 else (-1) + t)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { reflexivity. }
    { arith. } }
  apply (eq_eq _ ((if leb 0 (m - s) then 0 else (-1) + t)) _).
  { assert (m - s = 0 - (s - m)).
    { rule shared_7. }
    rule (if_moved (s - m) 0 0 ((-1) + t) (m - s)). }
  apply (eq_eq _ ((if leb 0 (m - s) then 1 else 0) * 0 + (1 - (if leb 0 (m - s) then 1 else 0)) * ((-1) + t)) _).
  { rule (if_indicator 0 ((-1) + t) (leb 0 (m - s))). }
  arith.
Qed.

Lemma shared_17 :
  (if leb (s - m) 0 then 0 else t + (-1)) = (if ltb m s then t + (-1) else 0).
Proof.
  apply (eq_eq _ ((if ltb m s then (if leb (s - m) 0 then 0 else t + (-1)) else (if leb (s - m) 0 then 0 else t + (-1)))) _).
  { symmetry.
    rule (if_same (if leb (s - m) 0 then 0 else t + (-1)) (ltb m s)). }
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { apply (eq_eq _ ((if ltb 0 (s - m) then t + (-1) else 0)) _).
    { symmetry.
      rule (if_less 0 (s - m) (t + (-1)) 0). }
    assert (0 < s - m).
    { sgn. }
    rule (if_true (t + (-1)) 0 (ltb 0 (s - m))). }
  { assert (s - m <= 0).
    { sgn. }
    rule (if_true 0 (t + (-1)) (leb (s - m) 0)). }
Qed.

Lemma shared_18 :
  (m <> s) ->
  pd (at0 m) (fun m' => L_of t s m') = (if ltb m s then t + (-1) else 0).
Proof.
  intros ?.
  assert (0 <> s - m).
  { assert (m <> s).
    { hyp. }
    apply not_eq_sym.
    sgn. }
  apply (eq_eq _ (pd (at0 m) (fun m' => t * (1 - s) + (1 - t) * Rmax 0 (s - m'))) _).
  { reflexivity. }
  apply (eq_eq _ ((1 - t) * (if leb (s - m) 0 then 0 else (-1))) _).
  { rule shared_15. }
  apply (eq_eq _ ((if leb (s - m) 0 then 0 else t + (-1))) _).
  { rule shared_16. }
  rule shared_17.
Qed.

(** * Gradient of the cosine *)

Section cosine.
Variables (i : nat).
Hypothesis i_in : (i < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i' => x i' ^ 2).
Hypothesis given2 : 0 < v.

Lemma cosine_needs_1 :
  v <> 0.
Proof.
  sgn.
Qed.

Lemma cosine_needs_2 :
  u * v <> 0.
Proof.
  pose proof cosine_needs_1.
  sgn.
Qed.

(* definition of s *)
Lemma cosine_1_unfold :
  pd (at1 x i) (fun x' => s_of D' x' z (u_of D' x') v)
  = pd (at1 x i) (fun x' => rsum D' (fun k => x' k * z k) / (u_of D' x' * v)).
Proof.
  pose proof cosine_needs_2.
  apply (eq_eq _ (pd (at1 x i) (fun x' => rsum D' (fun i' => x' i' * z i') / (u_of D' x' * v))) _); [ | same ].
  reflexivity.
Qed.

(* quotient rule with g = Σ_k x_k·z_k, h = u·v *)
Lemma cosine_2_diff_div :
  pd (at1 x i) (fun x' => rsum D' (fun k => x' k * z k) / (u_of D' x' * v))
  = (pd (at1 x i) (fun x' => rsum D' (fun k => x' k * z k)) * u * v - rsum D' (fun k => x k * z k) * pd (at1 x i) (fun x' => u_of D' x' * v)) / (u * v) ^ 2.
Proof.
  pose proof cosine_needs_2.
  rule_same (diff_div (at1 x i) (fun x' => rsum D' (fun k => x' k * z k)) (fun x' => u_of D' x' * v)).
Qed.

(* differentiate under the sum; a constant factor stays in front; derivative of sqrt, chain rule; ∂x_k/∂x_i = δ_ki *)
Lemma cosine_3_diff_sum :
  (pd (at1 x i) (fun x' => rsum D' (fun k => x' k * z k)) * u * v - rsum D' (fun k => x k * z k) * pd (at1 x i) (fun x' => u_of D' x' * v)) / (u * v) ^ 2
  = (rsum D' (fun k => z k * delta k i) * u * v - rsum D' (fun k => x k * z k) * v * rsum D' (fun k => 2 * x k * delta k i) / (2 * sqrt (rsum D' (fun k => x k ^ 2)))) / (u * v) ^ 2.
Proof.
  rule_same (shared_1 i).
Qed.

(* the delta keeps one term of the sum *)
Lemma cosine_4_sum_delta :
  (rsum D' (fun k => z k * delta k i) * u * v - rsum D' (fun k => x k * z k) * v * rsum D' (fun k => 2 * x k * delta k i) / (2 * sqrt (rsum D' (fun k => x k ^ 2)))) / (u * v) ^ 2
  = (z i * u * v - 2 * rsum D' (fun k => x k * z k) * v * x i / (2 * sqrt (rsum D' (fun k => x k ^ 2)))) / (u * v) ^ 2.
Proof.
  rule_same (shared_2 i).
Qed.

(* split the fraction *)
Lemma cosine_5_ring :
  (z i * u * v - 2 * rsum D' (fun k => x k * z k) * v * x i / (2 * sqrt (rsum D' (fun k => x k ^ 2)))) / (u * v) ^ 2
  = z i * u * v / (u * v) ^ 2 - 2 * rsum D' (fun k => x k * z k) * v * x i / (2 * sqrt (rsum D' (fun k => x k ^ 2)) * (u * v) ^ 2).
Proof.
  rule_same (shared_3 i).
Qed.

Lemma cosine_needs_3 :
  sqrt (rsum D' (fun k => x k ^ 2)) <> 0.
Proof.
  sgn.
Qed.

(* the square of a square root *)
Lemma cosine_6_sqrt_square :
  z i * u * v / (u * v) ^ 2 - 2 * rsum D' (fun k => x k * z k) * v * x i / (2 * sqrt (rsum D' (fun k => x k ^ 2)) * (u * v) ^ 2)
  = z i / (u * v) - s * x i / u ^ 2.
Proof.
  pose proof cosine_needs_3.
  pose proof cosine_needs_1.
  rule_same (shared_5 i).
Qed.

Theorem cosine :
  is_pd (at1 x i) (fun x' => s_of D' x' z (u_of D' x') v)
  (z i / (u * v) - s * x i / u ^ 2).
Proof.
  pose proof cosine_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ cosine_1_unfold (eq_eq _ _ _ cosine_2_diff_div (eq_eq _ _ _ cosine_3_diff_sum (eq_eq _ _ _ cosine_4_sum_delta (eq_eq _ _ _ cosine_5_ring cosine_6_sqrt_square))))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition cosine_outright : option (
  is_pd (at1 x i) (fun x' => s_of D' x' z (u_of D' x') v)
  (z i / (u * v) - s * x i / u ^ 2)).
Proof.
  attempt "cosine" by Formula.outright (Formula.by_vector (Formula.Div (Formula.Sum D' (fun i' => (Formula.Mul (Formula.V (i')) (Formula.C (z i'))))) (Formula.Mul (Formula.Sqrt (Formula.Sum D' (fun i' => (Formula.Pow (Formula.V (i')) 2)))) (Formula.C (v))))).
Defined.
End cosine.

(** * The outer derivative *)

Section outer.
Hypothesis given1 : s <> m.

Lemma outer_needs_1 :
  0 <> s - m.
Proof.
  assert (m <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* definition of ℒ *)
Lemma outer_1_unfold :
  pd (at0 s) (fun s' => L_of t s' m)
  = pd (at0 s) (fun s' => t * (1 - s') + (1 - t) * Rmax 0 (s' - m)).
Proof.
  pose proof outer_needs_1.
  reflexivity.
Qed.

(* a constant factor stays in front; the larger one varies *)
Lemma outer_2_diff_scale :
  pd (at0 s) (fun s' => t * (1 - s') + (1 - t) * Rmax 0 (s' - m))
  = - t + (1 - t) * (if leb (s - m) 0 then 0 else 1).
Proof.
  pose proof outer_needs_1.
  rule shared_6.
Qed.

(* multiply out; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma outer_3_if_moved :
  - t + (1 - t) * (if leb (s - m) 0 then 0 else 1)
  = (if leb (s - m) 0 then - t else 1 - 2 * t).
Proof.
  rule shared_8.
Qed.

(* case by case *)
Lemma outer_4_cases :
  (if leb (s - m) 0 then - t else 1 - 2 * t)
  = (if ltb m s then 1 - 2 * t else - t).
Proof.
  apply (eq_eq _ ((if ltb m s then (if leb (s - m) 0 then - t else 1 - 2 * t) else (if leb (s - m) 0 then - t else 1 - 2 * t))) _).
  { symmetry.
    rule (if_same (if leb (s - m) 0 then - t else 1 - 2 * t) (ltb m s)). }
  apply (eq_eq _ ((if ltb m s then 1 - 2 * t else - t)) _).
  { assert (((s <= m) -> s <> m)).
    { intro.
      hyp. }
    apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((if ltb 0 (s - m) then 1 - 2 * t else - t)) _).
      { symmetry.
        rule (if_less 0 (s - m) (1 - 2 * t) (- t)). }
      assert (0 < s - m).
      { sgn. }
      rule (if_true (1 - 2 * t) (- t) (ltb 0 (s - m))). }
    { assert (s - m <= 0).
      { sgn. }
      rule (if_true (- t) (1 - 2 * t) (leb (s - m) 0)). } }
  reflexivity.
Qed.

(* a branch is an indicator times its value *)
Lemma outer_5_if_indicator :
  (if ltb m s then 1 - 2 * t else - t)
  = (1 - t) * (if ltb m s then 1 else 0) - t.
Proof.
  apply (eq_eq _ ((if leb s m then - t else 1 - 2 * t)) _).
  { rule (if_less m s (1 - 2 * t) (- t)). }
  apply (eq_eq _ ((if leb 0 (m - s) then - t else 1 - 2 * t)) _).
  { assert (m - s = m - s).
    { reflexivity. }
    rule (if_moved s m (- t) (1 - 2 * t) (m - s)). }
  apply (eq_eq _ ((if leb 0 (m - s) then 1 else 0) * (- t) + (1 - (if leb 0 (m - s) then 1 else 0)) * (1 - 2 * t)) _).
  { rule (if_indicator (- t) (1 - 2 * t) (leb 0 (m - s))). }
  apply (eq_eq _ (1 - (if leb 0 (m - s) then 1 else 0) + (if leb 0 (m - s) then 1 else 0) * t - 2 * t) _).
  { arith. }
  symmetry.
  apply (eq_eq _ ((1 - t) * (1 - (if leb 0 (m - s) then 1 else 0)) - t) _).
  { refine (f_equal2 Rplus (f_equal2 Rmult eq_refl _) eq_refl).
    apply (eq_eq _ ((if leb s m then 0 else 1)) _).
    { rule (if_less m s 1 0). }
    apply (eq_eq _ ((if leb 0 (m - s) then 0 else 1)) _).
    { assert (m - s = m - s).
      { reflexivity. }
      rule (if_moved s m 0 1 (m - s)). }
    apply (eq_eq _ ((if leb 0 (m - s) then 1 else 0) * 0 + (1 - (if leb 0 (m - s) then 1 else 0)) * 1) _).
    { rule (if_indicator 0 1 (leb 0 (m - s))). }
    arith. }
  arith.
Qed.

Theorem outer :
  is_pd (at0 s) (fun s' => L_of t s' m)
  ((1 - t) * (if ltb m s then 1 else 0) - t).
Proof.
  pose proof outer_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ outer_1_unfold (eq_eq _ _ _ outer_2_diff_scale (eq_eq _ _ _ outer_3_if_moved (eq_eq _ _ _ outer_4_cases outer_5_if_indicator)))).
Qed.
End outer.

(** * Derivative of L by x *)

Section derivative_L_x.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => x i ^ 2).
Hypothesis given2 : m <> s.
Hypothesis given3 : v <> 0.

Lemma derivative_L_x_needs_1 :
  u * v <> 0.
Proof.
  sgn.
Qed.

Lemma derivative_L_x_needs_2 :
  0 <> s - m.
Proof.
  assert (m <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* chain rule through s *)
Lemma derivative_L_x_1_chain :
  pd (at1 x j) (fun x' => L_of t (s_of D' x' z (u_of D' x') v) m)
  = pd (at0 s) (fun s' => L_of t s' m) * pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v).
Proof.
  pose proof derivative_L_x_needs_1.
  pose proof derivative_L_x_needs_2.
  apply (chain0 (at1 x j) (fun s' => L_of t s' m) (fun x' => s_of D' x' z (u_of D' x') v)); [ dex | premise ].
Qed.

(* put in ∂ℒ/∂s and ∂s/∂x_j *)
Lemma derivative_L_x_2_lemma :
  pd (at0 s) (fun s' => L_of t s' m) * pd (at1 x j) (fun x' => s_of D' x' z (u_of D' x') v)
  = (if ltb m s then 1 - 2 * t else - t) * (z j / (u * v) - s * x j / u ^ 2).
Proof.
  pose proof derivative_L_x_needs_2.
  pose proof derivative_L_x_needs_1.
  rule (shared_10 j).
Qed.

Theorem derivative_L_x :
  is_pd (at1 x j) (fun x' => L_of t (s_of D' x' z (u_of D' x') v) m)
  ((if ltb m s then 1 - 2 * t else - t) * (z j / (u * v) - s * x j / u ^ 2)).
Proof.
  pose proof derivative_L_x_needs_1.
  pose proof derivative_L_x_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_x_1_chain derivative_L_x_2_lemma).
Qed.
End derivative_L_x.

(** * VJP of L for x *)

Section vjp_L_x.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => x i ^ 2).
Hypothesis given2 : m <> s.
Hypothesis given3 : v <> 0.

Lemma vjp_L_x_needs_1 :
  u * v <> 0.
Proof.
  sgn.
Qed.

Lemma vjp_L_x_needs_2 :
  0 <> s - m.
Proof.
  assert (m <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂x_j *)
Lemma vjp_L_x_1_lemma :
  L_bar * pd (at1 x j) (fun x' => L_of t (s_of D' x' z (u_of D' x') v) m)
  = L_bar * (if ltb m s then 1 - 2 * t else - t) * (z j / (u * v) - s * x j / u ^ 2).
Proof.
  pose proof vjp_L_x_needs_1.
  pose proof vjp_L_x_needs_2.
  apply (eq_eq _ (L_bar * ((if ltb m s then 1 - 2 * t else - t) * (z j / (u * v) - s * x j / u ^ 2))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_11 j).
Qed.

Theorem vjp_L_x :
  is_pd (at1 x j) (fun x' => L_bar * L_of t (s_of D' x' z (u_of D' x') v) m)
  (L_bar * (if ltb m s then 1 - 2 * t else - t) * (z j / (u * v) - s * x j / u ^ 2)).
Proof.
  pose proof vjp_L_x_needs_1.
  pose proof vjp_L_x_needs_2.
  apply (is_pd_eq _ _ (L_bar * pd (at1 x j) (fun x' => L_of t (s_of D' x' z (u_of D' x') v) m)) _).
  { weighted. }
  exact vjp_L_x_1_lemma.
Qed.
End vjp_L_x.

(** * JVP of L for x *)

Section jvp_L_x.
Hypothesis given1 : 0 < rsum D' (fun i => x i ^ 2).
Hypothesis given2 : m <> s.
Hypothesis given3 : v <> 0.

Lemma jvp_L_x_needs_1 :
  u * v <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_L_x_needs_2 :
  0 <> s - m.
Proof.
  assert (m <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂x_j *)
Lemma jvp_L_x_1_lemma :
  rsum D' (fun j => pd (at1 x j) (fun x' => L_of t (s_of D' x' z (u_of D' x') v) m) * x_dot j)
  = rsum D' (fun j => (if ltb m s then 1 - 2 * t else - t) * (z j / (u * v) - s * x j / u ^ 2) * x_dot j).
Proof.
  pose proof jvp_L_x_needs_1.
  pose proof jvp_L_x_needs_2.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (((if ltb m s then 1 - 2 * t else - t) * (z j / (u * v) - s * x j / u ^ 2)) * x_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_11 j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_x_2_sum_factor :
  rsum D' (fun j => (if ltb m s then 1 - 2 * t else - t) * (z j / (u * v) - s * x j / u ^ 2) * x_dot j)
  = (if ltb m s then 1 - 2 * t else - t) * rsum D' (fun j => x_dot j * (z j / (u * v) - s * x j / u ^ 2)).
Proof.
  apply (eq_eq _ (rsum D' (fun j => - ((if ltb m s then 1 - 2 * t else - t) * s * x j * x_dot j / u ^ 2) + (if ltb m s then 1 - 2 * t else - t) * x_dot j * z j / (u * v))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum D' (fun k => - ((if ltb m s then 1 - 2 * t else - t) * s * x k * x_dot k / u ^ 2) + (if ltb m s then 1 - 2 * t else - t) * x_dot k * z k / (u * v))) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun k => - ((if ltb m s then 1 - 2 * t else - t) * s * x k * x_dot k / u ^ 2)) + rsum D' (fun k => (if ltb m s then 1 - 2 * t else - t) * x_dot k * z k / (u * v))) _).
  { rule (sum_add D' (fun j => - ((if ltb m s then 1 - 2 * t else - t) * s * x j * x_dot j / u ^ 2)) (fun j => (if ltb m s then 1 - 2 * t else - t) * x_dot j * z j / (u * v)) (fun j => true)). }
  apply (eq_eq _ (rsum D' (fun j => - ((if ltb m s then 1 - 2 * t else - t) * s * x j * x_dot j / u ^ 2)) + rsum D' (fun j => (if ltb m s then 1 - 2 * t else - t) * x_dot j * z j / (u * v))) _); [ same | ].
  apply (eq_eq _ (- ((if ltb m s then 1 - 2 * t else - t) * s / u ^ 2 * rsum D' (fun j => x j * x_dot j)) + (if ltb m s then 1 - 2 * t else - t) / (u * v) * rsum D' (fun j => x_dot j * z j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun j => - ((if ltb m s then 1 - 2 * t else - t) * s / u ^ 2 * x j * x_dot j))) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum D' (fun k => - ((if ltb m s then 1 - 2 * t else - t) * s / u ^ 2 * x k * x_dot k))) _); [ same | ].
      apply (eq_eq _ (- rsum D' (fun k => (if ltb m s then 1 - 2 * t else - t) * s / u ^ 2 * x k * x_dot k)) _).
      { rule (sum_neg D' (fun j => (if ltb m s then 1 - 2 * t else - t) * s / u ^ 2 * x j * x_dot j) (fun j => true)). }
      apply (eq_eq _ (- rsum D' (fun j => (if ltb m s then 1 - 2 * t else - t) * s / u ^ 2 * x j * x_dot j)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum D' (fun k => (if ltb m s then 1 - 2 * t else - t) * s / u ^ 2 * x k * x_dot k)) _); [ same | ].
      apply (eq_eq _ ((if ltb m s then 1 - 2 * t else - t) * s / u ^ 2 * rsum D' (fun k => x k * x_dot k)) _); [ | same ].
      rule_same (sum_factor D' ((if ltb m s then 1 - 2 * t else - t) * s / u ^ 2) (fun j => x j * x_dot j) (fun j => true)). }
    apply (eq_eq _ (rsum D' (fun j => (if ltb m s then 1 - 2 * t else - t) / (u * v) * x_dot j * z j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum D' (fun k => (if ltb m s then 1 - 2 * t else - t) / (u * v) * x_dot k * z k)) _); [ same | ].
    apply (eq_eq _ ((if ltb m s then 1 - 2 * t else - t) / (u * v) * rsum D' (fun k => x_dot k * z k)) _); [ | same ].
    rule_same (sum_factor D' ((if ltb m s then 1 - 2 * t else - t) / (u * v)) (fun j => x_dot j * z j) (fun j => true)). }
  apply (eq_eq _ (- ((if ltb m s then 1 - 2 * t else - t) * rsum D' (fun j => x j * x_dot j) * s / u ^ 2) + (if ltb m s then 1 - 2 * t else - t) * rsum D' (fun j => x_dot j * z j) / (u * v)) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((if ltb m s then 1 - 2 * t else - t) * (- (s / u ^ 2 * rsum D' (fun j => x j * x_dot j)) + 1 / (u * v) * rsum D' (fun j => x_dot j * z j))) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum D' (fun j => - (s * x j * x_dot j / u ^ 2) + x_dot j * z j / (u * v))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum D' (fun k => - (s * x k * x_dot k / u ^ 2) + x_dot k * z k / (u * v))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => - (s * x k * x_dot k / u ^ 2)) + rsum D' (fun k => x_dot k * z k / (u * v))) _).
    { rule (sum_add D' (fun j => - (s * x j * x_dot j / u ^ 2)) (fun j => x_dot j * z j / (u * v)) (fun j => true)). }
    apply (eq_eq _ (rsum D' (fun j => - (s * x j * x_dot j / u ^ 2)) + rsum D' (fun j => x_dot j * z j / (u * v))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun j => - (s / u ^ 2 * x j * x_dot j))) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum D' (fun k => - (s / u ^ 2 * x k * x_dot k))) _); [ same | ].
      apply (eq_eq _ (- rsum D' (fun k => s / u ^ 2 * x k * x_dot k)) _).
      { rule (sum_neg D' (fun j => s / u ^ 2 * x j * x_dot j) (fun j => true)). }
      apply (eq_eq _ (- rsum D' (fun j => s / u ^ 2 * x j * x_dot j)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum D' (fun k => s / u ^ 2 * x k * x_dot k)) _); [ same | ].
      apply (eq_eq _ (s / u ^ 2 * rsum D' (fun k => x k * x_dot k)) _); [ | same ].
      rule_same (sum_factor D' (s / u ^ 2) (fun j => x j * x_dot j) (fun j => true)). }
    apply (eq_eq _ (rsum D' (fun j => 1 / (u * v) * x_dot j * z j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum D' (fun k => 1 / (u * v) * x_dot k * z k)) _); [ same | ].
    apply (eq_eq _ (1 / (u * v) * rsum D' (fun k => x_dot k * z k)) _); [ | same ].
    rule_same (sum_factor D' (1 / (u * v)) (fun j => x_dot j * z j) (fun j => true)). }
  fractions.
Qed.

Theorem jvp_L_x :
  is_pd (at0 0) (fun t' => L_of t (s_of D' (line1 x x_dot t') z (u_of D' (line1 x x_dot t')) v) m)
  ((if ltb m s then 1 - 2 * t else - t) * rsum D' (fun j => x_dot j * (z j / (u * v) - s * x j / u ^ 2))).
Proof.
  pose proof jvp_L_x_needs_1.
  pose proof jvp_L_x_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum D' (fun j => pd (at1 x j) (fun x' => L_of t (s_of D' x' z (u_of D' x') v) m) * x_dot j)) _).
  { apply (eq_eq _ (rsum D' (fun j => pd (at1 x j) (fun x' => L_of t (s_of D' x' z (u_of D' x') v) m) * x_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) D' x (fun x' => L_of t (s_of D' x' z (u_of D' x') v) m) (fun t' => (line1 x x_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_x_1_lemma jvp_L_x_2_sum_factor).
Qed.
End jvp_L_x.

(** * Derivative of L by z *)

Section derivative_L_z.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => z i ^ 2).
Hypothesis given2 : m <> s.
Hypothesis given3 : sqrt (rsum D' (fun i => x i ^ 2)) <> 0.

Lemma derivative_L_z_needs_1 :
  u * v <> 0.
Proof.
  sgn.
Qed.

Lemma derivative_L_z_needs_2 :
  0 <> s - m.
Proof.
  assert (m <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* chain rule through s *)
Lemma derivative_L_z_1_chain :
  pd (at1 z j) (fun z' => L_of t (s_of D' x z' u (v_of D' z')) m)
  = pd (at0 s) (fun s' => L_of t s' m) * pd (at1 z j) (fun z' => s_of D' x z' u (v_of D' z')).
Proof.
  pose proof derivative_L_z_needs_1.
  pose proof derivative_L_z_needs_2.
  apply (chain0 (at1 z j) (fun s' => L_of t s' m) (fun z' => s_of D' x z' u (v_of D' z'))); [ dex | premise ].
Qed.

(* put in ∂ℒ/∂s and ∂s/∂z_j *)
Lemma derivative_L_z_2_lemma :
  pd (at0 s) (fun s' => L_of t s' m) * pd (at1 z j) (fun z' => s_of D' x z' u (v_of D' z'))
  = (if ltb m s then 1 - 2 * t else - t) * (x j / (u * v) - s * z j / v ^ 2).
Proof.
  pose proof derivative_L_z_needs_2.
  pose proof derivative_L_z_needs_1.
  rule (shared_13 j).
Qed.

Theorem derivative_L_z :
  is_pd (at1 z j) (fun z' => L_of t (s_of D' x z' u (v_of D' z')) m)
  ((if ltb m s then 1 - 2 * t else - t) * (x j / (u * v) - s * z j / v ^ 2)).
Proof.
  pose proof derivative_L_z_needs_1.
  pose proof derivative_L_z_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_z_1_chain derivative_L_z_2_lemma).
Qed.
End derivative_L_z.

(** * VJP of L for z *)

Section vjp_L_z.
Variables (j : nat).
Hypothesis j_in : (j < D')%nat.
Hypothesis given1 : 0 < rsum D' (fun i => z i ^ 2).
Hypothesis given2 : m <> s.
Hypothesis given3 : sqrt (rsum D' (fun i => x i ^ 2)) <> 0.

Lemma vjp_L_z_needs_1 :
  u * v <> 0.
Proof.
  sgn.
Qed.

Lemma vjp_L_z_needs_2 :
  0 <> s - m.
Proof.
  assert (m <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂z_j *)
Lemma vjp_L_z_1_lemma :
  L_bar * pd (at1 z j) (fun z' => L_of t (s_of D' x z' u (v_of D' z')) m)
  = L_bar * (if ltb m s then 1 - 2 * t else - t) * (x j / (u * v) - s * z j / v ^ 2).
Proof.
  pose proof vjp_L_z_needs_1.
  pose proof vjp_L_z_needs_2.
  apply (eq_eq _ (L_bar * ((if ltb m s then 1 - 2 * t else - t) * (x j / (u * v) - s * z j / v ^ 2))) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  rule (shared_14 j).
Qed.

Theorem vjp_L_z :
  is_pd (at1 z j) (fun z' => L_bar * L_of t (s_of D' x z' u (v_of D' z')) m)
  (L_bar * (if ltb m s then 1 - 2 * t else - t) * (x j / (u * v) - s * z j / v ^ 2)).
Proof.
  pose proof vjp_L_z_needs_1.
  pose proof vjp_L_z_needs_2.
  apply (is_pd_eq _ _ (L_bar * pd (at1 z j) (fun z' => L_of t (s_of D' x z' u (v_of D' z')) m)) _).
  { weighted. }
  exact vjp_L_z_1_lemma.
Qed.
End vjp_L_z.

(** * JVP of L for z *)

Section jvp_L_z.
Hypothesis given1 : 0 < rsum D' (fun i => z i ^ 2).
Hypothesis given2 : m <> s.
Hypothesis given3 : sqrt (rsum D' (fun i => x i ^ 2)) <> 0.

Lemma jvp_L_z_needs_1 :
  u * v <> 0.
Proof.
  sgn.
Qed.

Lemma jvp_L_z_needs_2 :
  0 <> s - m.
Proof.
  assert (m <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂z_j *)
Lemma jvp_L_z_1_lemma :
  rsum D' (fun j => pd (at1 z j) (fun z' => L_of t (s_of D' x z' u (v_of D' z')) m) * z_dot j)
  = rsum D' (fun j => (if ltb m s then 1 - 2 * t else - t) * (x j / (u * v) - s * z j / v ^ 2) * z_dot j).
Proof.
  pose proof jvp_L_z_needs_1.
  pose proof jvp_L_z_needs_2.
  apply rsum_ext; intros j ?; cbv beta.
  apply (eq_eq _ (((if ltb m s then 1 - 2 * t else - t) * (x j / (u * v) - s * z j / v ^ 2)) * z_dot j) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  rule (shared_14 j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma jvp_L_z_2_sum_factor :
  rsum D' (fun j => (if ltb m s then 1 - 2 * t else - t) * (x j / (u * v) - s * z j / v ^ 2) * z_dot j)
  = (if ltb m s then 1 - 2 * t else - t) * rsum D' (fun j => z_dot j * (x j / (u * v) - s * z j / v ^ 2)).
Proof.
  apply (eq_eq _ (rsum D' (fun j => - ((if ltb m s then 1 - 2 * t else - t) * s * z j * z_dot j / v ^ 2) + (if ltb m s then 1 - 2 * t else - t) * x j * z_dot j / (u * v))) _).
  { apply rsum_ext; intros j ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum D' (fun k => - ((if ltb m s then 1 - 2 * t else - t) * s * z k * z_dot k / v ^ 2) + (if ltb m s then 1 - 2 * t else - t) * x k * z_dot k / (u * v))) _); [ same | ].
  apply (eq_eq _ (rsum D' (fun k => - ((if ltb m s then 1 - 2 * t else - t) * s * z k * z_dot k / v ^ 2)) + rsum D' (fun k => (if ltb m s then 1 - 2 * t else - t) * x k * z_dot k / (u * v))) _).
  { rule (sum_add D' (fun j => - ((if ltb m s then 1 - 2 * t else - t) * s * z j * z_dot j / v ^ 2)) (fun j => (if ltb m s then 1 - 2 * t else - t) * x j * z_dot j / (u * v)) (fun j => true)). }
  apply (eq_eq _ (rsum D' (fun j => - ((if ltb m s then 1 - 2 * t else - t) * s * z j * z_dot j / v ^ 2)) + rsum D' (fun j => (if ltb m s then 1 - 2 * t else - t) * x j * z_dot j / (u * v))) _); [ same | ].
  apply (eq_eq _ (- ((if ltb m s then 1 - 2 * t else - t) * s / v ^ 2 * rsum D' (fun j => z j * z_dot j)) + (if ltb m s then 1 - 2 * t else - t) / (u * v) * rsum D' (fun j => x j * z_dot j)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun j => - ((if ltb m s then 1 - 2 * t else - t) * s / v ^ 2 * z j * z_dot j))) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum D' (fun k => - ((if ltb m s then 1 - 2 * t else - t) * s / v ^ 2 * z k * z_dot k))) _); [ same | ].
      apply (eq_eq _ (- rsum D' (fun k => (if ltb m s then 1 - 2 * t else - t) * s / v ^ 2 * z k * z_dot k)) _).
      { rule (sum_neg D' (fun j => (if ltb m s then 1 - 2 * t else - t) * s / v ^ 2 * z j * z_dot j) (fun j => true)). }
      apply (eq_eq _ (- rsum D' (fun j => (if ltb m s then 1 - 2 * t else - t) * s / v ^ 2 * z j * z_dot j)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum D' (fun k => (if ltb m s then 1 - 2 * t else - t) * s / v ^ 2 * z k * z_dot k)) _); [ same | ].
      apply (eq_eq _ ((if ltb m s then 1 - 2 * t else - t) * s / v ^ 2 * rsum D' (fun k => z k * z_dot k)) _); [ | same ].
      rule_same (sum_factor D' ((if ltb m s then 1 - 2 * t else - t) * s / v ^ 2) (fun j => z j * z_dot j) (fun j => true)). }
    apply (eq_eq _ (rsum D' (fun j => (if ltb m s then 1 - 2 * t else - t) / (u * v) * x j * z_dot j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum D' (fun k => (if ltb m s then 1 - 2 * t else - t) / (u * v) * x k * z_dot k)) _); [ same | ].
    apply (eq_eq _ ((if ltb m s then 1 - 2 * t else - t) / (u * v) * rsum D' (fun k => x k * z_dot k)) _); [ | same ].
    rule_same (sum_factor D' ((if ltb m s then 1 - 2 * t else - t) / (u * v)) (fun j => x j * z_dot j) (fun j => true)). }
  apply (eq_eq _ ((if ltb m s then 1 - 2 * t else - t) * rsum D' (fun j => x j * z_dot j) / (u * v) - (if ltb m s then 1 - 2 * t else - t) * rsum D' (fun j => z j * z_dot j) * s / v ^ 2) _).
  { fractions. }
  symmetry.
  apply (eq_eq _ ((if ltb m s then 1 - 2 * t else - t) * (- (s / v ^ 2 * rsum D' (fun j => z j * z_dot j)) + 1 / (u * v) * rsum D' (fun j => x j * z_dot j))) _).
  { refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum D' (fun j => - (s * z j * z_dot j / v ^ 2) + x j * z_dot j / (u * v))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum D' (fun k => - (s * z k * z_dot k / v ^ 2) + x k * z_dot k / (u * v))) _); [ same | ].
    apply (eq_eq _ (rsum D' (fun k => - (s * z k * z_dot k / v ^ 2)) + rsum D' (fun k => x k * z_dot k / (u * v))) _).
    { rule (sum_add D' (fun j => - (s * z j * z_dot j / v ^ 2)) (fun j => x j * z_dot j / (u * v)) (fun j => true)). }
    apply (eq_eq _ (rsum D' (fun j => - (s * z j * z_dot j / v ^ 2)) + rsum D' (fun j => x j * z_dot j / (u * v))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum D' (fun j => - (s / v ^ 2 * z j * z_dot j))) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum D' (fun k => - (s / v ^ 2 * z k * z_dot k))) _); [ same | ].
      apply (eq_eq _ (- rsum D' (fun k => s / v ^ 2 * z k * z_dot k)) _).
      { rule (sum_neg D' (fun j => s / v ^ 2 * z j * z_dot j) (fun j => true)). }
      apply (eq_eq _ (- rsum D' (fun j => s / v ^ 2 * z j * z_dot j)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum D' (fun k => s / v ^ 2 * z k * z_dot k)) _); [ same | ].
      apply (eq_eq _ (s / v ^ 2 * rsum D' (fun k => z k * z_dot k)) _); [ | same ].
      rule_same (sum_factor D' (s / v ^ 2) (fun j => z j * z_dot j) (fun j => true)). }
    apply (eq_eq _ (rsum D' (fun j => 1 / (u * v) * x j * z_dot j)) _).
    { apply rsum_ext; intros j ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum D' (fun k => 1 / (u * v) * x k * z_dot k)) _); [ same | ].
    apply (eq_eq _ (1 / (u * v) * rsum D' (fun k => x k * z_dot k)) _); [ | same ].
    rule_same (sum_factor D' (1 / (u * v)) (fun j => x j * z_dot j) (fun j => true)). }
  fractions.
Qed.

Theorem jvp_L_z :
  is_pd (at0 0) (fun t' => L_of t (s_of D' x (line1 z z_dot t') u (v_of D' (line1 z z_dot t'))) m)
  ((if ltb m s then 1 - 2 * t else - t) * rsum D' (fun j => z_dot j * (x j / (u * v) - s * z j / v ^ 2))).
Proof.
  pose proof jvp_L_z_needs_1.
  pose proof jvp_L_z_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum D' (fun j => pd (at1 z j) (fun z' => L_of t (s_of D' x z' u (v_of D' z')) m) * z_dot j)) _).
  { apply (eq_eq _ (rsum D' (fun j => pd (at1 z j) (fun z' => L_of t (s_of D' x z' u (v_of D' z')) m) * z_dot j)) _).
    { refine (eq_trans (chain1_at (at0 0) D' z (fun z' => L_of t (s_of D' x z' u (v_of D' z')) m) (fun t' => (line1 z z_dot t')) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_z_1_lemma jvp_L_z_2_sum_factor).
Qed.
End jvp_L_z.

(** * Derivative of L by m *)

Section derivative_L_m.
Hypothesis given1 : m <> s.

Lemma derivative_L_m_needs_1 :
  0 <> s - m.
Proof.
  assert (m <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* definition of ℒ *)
Lemma derivative_L_m_1_unfold :
  pd (at0 m) (fun m' => L_of t s m')
  = pd (at0 m) (fun m' => t * (1 - s) + (1 - t) * Rmax 0 (s - m')).
Proof.
  pose proof derivative_L_m_needs_1.
  reflexivity.
Qed.

(* a constant factor stays in front; the larger one varies *)
Lemma derivative_L_m_2_diff_scale :
  pd (at0 m) (fun m' => t * (1 - s) + (1 - t) * Rmax 0 (s - m'))
  = (1 - t) * (if leb (s - m) 0 then 0 else (-1)).
Proof.
  pose proof derivative_L_m_needs_1.
  rule shared_15.
Qed.

(* multiply out; the same comparison of the difference with 0; a branch is an indicator times its value *)
Lemma derivative_L_m_3_if_moved :
  (1 - t) * (if leb (s - m) 0 then 0 else (-1))
  = (if leb (s - m) 0 then 0 else t + (-1)).
Proof.
  rule shared_16.
Qed.

(* case by case *)
Lemma derivative_L_m_4_cases :
  (if leb (s - m) 0 then 0 else t + (-1))
  = (if ltb m s then t + (-1) else 0).
Proof.
  rule shared_17.
Qed.

Theorem derivative_L_m :
  is_pd (at0 m) (fun m' => L_of t s m')
  ((if ltb m s then t + (-1) else 0)).
Proof.
  pose proof derivative_L_m_needs_1.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_L_m_1_unfold (eq_eq _ _ _ derivative_L_m_2_diff_scale (eq_eq _ _ _ derivative_L_m_3_if_moved derivative_L_m_4_cases))).
Qed.
End derivative_L_m.

(** * VJP of L for m *)

Section vjp_L_m.
Hypothesis given1 : m <> s.

Lemma vjp_L_m_needs_1 :
  0 <> s - m.
Proof.
  assert (m <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂m *)
Lemma vjp_L_m_1_lemma :
  L_bar * pd (at0 m) (fun m' => L_of t s m')
  = L_bar * (if ltb m s then t + (-1) else 0).
Proof.
  pose proof vjp_L_m_needs_1.
  refine (f_equal2 Rmult eq_refl _).
  rule shared_18.
Qed.

(* case by case *)
Lemma vjp_L_m_2_cases :
  L_bar * (if ltb m s then t + (-1) else 0)
  = (if ltb m s then L_bar * (t + (-1)) else 0).
Proof.
  apply (eq_eq _ ((if ltb m s then L_bar * (if ltb m s then t + (-1) else 0) else L_bar * (if ltb m s then t + (-1) else 0))) _).
  { symmetry.
    rule (if_same (L_bar * (if ltb m s then t + (-1) else 0)) (ltb m s)). }
  apply (eq_eq _ ((if ltb m s then L_bar * (t + (-1)) else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { refine (f_equal2 Rmult eq_refl _).
      assert (m < s).
      { hyp. }
      rule (if_true (t + (-1)) 0 (ltb m s)). }
    { apply (eq_eq _ (L_bar * 0) _).
      { refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ ((if leb s m then 0 else t + (-1))) _).
        { rule (if_less m s (t + (-1)) 0). }
        assert (s <= m).
        { hyp. }
        rule (if_true 0 (t + (-1)) (leb s m)). }
      arith. } }
  apply (eq_eq _ ((if ltb m s then - L_bar + L_bar * t else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { reflexivity. } }
  symmetry.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { arith. }
  { reflexivity. }
Qed.

Theorem vjp_L_m :
  is_pd (at0 m) (fun m' => L_bar * L_of t s m')
  ((if ltb m s then L_bar * (t + (-1)) else 0)).
Proof.
  pose proof vjp_L_m_needs_1.
  apply (is_pd_eq _ _ (L_bar * pd (at0 m) (fun m' => L_of t s m')) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_L_m_1_lemma vjp_L_m_2_cases).
Qed.
End vjp_L_m.

(** * JVP of L for m *)

Section jvp_L_m.
Hypothesis given1 : m <> s.

Lemma jvp_L_m_needs_1 :
  0 <> s - m.
Proof.
  assert (m <> s).
  { hyp. }
  apply not_eq_sym.
  sgn.
Qed.

(* put in ∂ℒ/∂m *)
Lemma jvp_L_m_1_lemma :
  pd (at0 m) (fun m' => L_of t s m') * m_dot
  = (if ltb m s then t + (-1) else 0) * m_dot.
Proof.
  pose proof jvp_L_m_needs_1.
  refine (f_equal2 Rmult _ eq_refl).
  rule shared_18.
Qed.

(* case by case *)
Lemma jvp_L_m_2_cases :
  (if ltb m s then t + (-1) else 0) * m_dot
  = (if ltb m s then m_dot * (t + (-1)) else 0).
Proof.
  apply (eq_eq _ ((if ltb m s then (if ltb m s then t + (-1) else 0) * m_dot else (if ltb m s then t + (-1) else 0) * m_dot)) _).
  { symmetry.
    rule (if_same ((if ltb m s then t + (-1) else 0) * m_dot) (ltb m s)). }
  apply (eq_eq _ ((if ltb m s then m_dot * (t + (-1)) else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { apply (eq_eq _ ((t + (-1)) * m_dot) _).
      { refine (f_equal2 Rmult _ eq_refl).
        assert (m < s).
        { hyp. }
        rule (if_true (t + (-1)) 0 (ltb m s)). }
      arith. }
    { apply (eq_eq _ (0 * m_dot) _).
      { refine (f_equal2 Rmult _ eq_refl).
        apply (eq_eq _ ((if leb s m then 0 else t + (-1))) _).
        { rule (if_less m s (t + (-1)) 0). }
        assert (s <= m).
        { hyp. }
        rule (if_true 0 (t + (-1)) (leb s m)). }
      arith. } }
  apply (eq_eq _ ((if ltb m s then - m_dot + m_dot * t else 0)) _).
  { apply if_ext; [ reflexivity | intro; bools | intro; bools ].
    { arith. }
    { reflexivity. } }
  symmetry.
  apply if_ext; [ reflexivity | intro; bools | intro; bools ].
  { arith. }
  { reflexivity. }
Qed.

Theorem jvp_L_m :
  is_pd (at0 0) (fun t' => L_of t s (line0 m m_dot t'))
  ((if ltb m s then m_dot * (t + (-1)) else 0)).
Proof.
  pose proof jvp_L_m_needs_1.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (pd (at0 m) (fun m' => L_of t s m') * m_dot) _).
  { apply (eq_eq _ (pd (at0 m) (fun m' => L_of t s m') * m_dot) _).
    { refine (eq_trans (chain0_at (at0 0) m (fun m' => L_of t s m') (fun t' => (line0 m m_dot t')) _ _ _) _); [ start; reflexivity | dex | premise | ].
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity0. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_L_m_1_lemma jvp_L_m_2_cases).
Qed.
End jvp_L_m.
End cosine_embedding_theory.

(* the hypotheses of cosine can be met *)
Lemma cosine_possible :
  exists (D' : nat) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i' => x i' ^ 2)) /\ (0 < v_of D' z).
Proof.
  exists 2%nat, (fun i0 => 1), (fun i0 => 1).
  witness.
Qed.

(* the hypotheses of outer can be met *)
Lemma outer_possible :
  exists (D' : nat) (m : R) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (s_of D' x z (u_of D' x) (v_of D' z) <> m).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of derivative_L_x can be met *)
Lemma derivative_L_x_possible :
  exists (D' : nat) (m : R) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => x i ^ 2)) /\ (m <> s_of D' x z (u_of D' x) (v_of D' z)) /\ (v_of D' z <> 0).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of vjp_L_x can be met *)
Lemma vjp_L_x_possible :
  exists (D' : nat) (m : R) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => x i ^ 2)) /\ (m <> s_of D' x z (u_of D' x) (v_of D' z)) /\ (v_of D' z <> 0).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of jvp_L_x can be met *)
Lemma jvp_L_x_possible :
  exists (D' : nat) (m : R) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => x i ^ 2)) /\ (m <> s_of D' x z (u_of D' x) (v_of D' z)) /\ (v_of D' z <> 0).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of derivative_L_z can be met *)
Lemma derivative_L_z_possible :
  exists (D' : nat) (m : R) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => z i ^ 2)) /\ (m <> s_of D' x z (u_of D' x) (v_of D' z)) /\ (sqrt (rsum D' (fun i => x i ^ 2)) <> 0).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of vjp_L_z can be met *)
Lemma vjp_L_z_possible :
  exists (D' : nat) (m : R) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => z i ^ 2)) /\ (m <> s_of D' x z (u_of D' x) (v_of D' z)) /\ (sqrt (rsum D' (fun i => x i ^ 2)) <> 0).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of jvp_L_z can be met *)
Lemma jvp_L_z_possible :
  exists (D' : nat) (m : R) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (0 < rsum D' (fun i => z i ^ 2)) /\ (m <> s_of D' x z (u_of D' x) (v_of D' z)) /\ (sqrt (rsum D' (fun i => x i ^ 2)) <> 0).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of derivative_L_m can be met *)
Lemma derivative_L_m_possible :
  exists (D' : nat) (m : R) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (m <> s_of D' x z (u_of D' x) (v_of D' z)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of vjp_L_m can be met *)
Lemma vjp_L_m_possible :
  exists (D' : nat) (m : R) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (m <> s_of D' x z (u_of D' x) (v_of D' z)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.

(* the hypotheses of jvp_L_m can be met *)
Lemma jvp_L_m_possible :
  exists (D' : nat) (m : R) (x : nat -> R) (z : nat -> R),
  (2 <= D')%nat /\ (m <> s_of D' x z (u_of D' x) (v_of D' z)).
Proof.
  exists 2%nat, (1), (fun i0 => 1), (fun i0 => delta i0 0).
  witness.
Qed.
