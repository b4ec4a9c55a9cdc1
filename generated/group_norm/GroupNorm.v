(* made by derive, do not edit *)
(* Group normalisation

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition m_of (C P : nat) (x : nat -> nat -> nat -> R) (h : nat) : R :=
  rsum C (fun c => rsum P (fun p => x h c p)) / (INR C * INR P).
#[local] Hint Unfold m_of : definitions.
Definition v_of (C P : nat) (x : nat -> nat -> nat -> R) (m : nat -> R) (h : nat) : R :=
  rsum C (fun c => rsum P (fun p => (x h c p - m h) ^ 2)) / (INR C * INR P).
#[local] Hint Unfold v_of : definitions.
Definition s_of (v : nat -> R) (h : nat) : R :=
  sqrt (v h + (1 / 100000)).
#[local] Hint Unfold s_of : definitions.
Definition z_of (x : nat -> nat -> nat -> R) (m : nat -> R) (s : nat -> R) (h c p : nat) : R :=
  (x h c p - m h) / s h.
#[local] Hint Unfold z_of : definitions.
Definition y_of (g : nat -> nat -> R) (z : nat -> nat -> nat -> R) (b : nat -> nat -> R) (h c p : nat) : R :=
  g h c * z h c p + b h c.
#[local] Hint Unfold y_of : definitions.

Section group_norm_theory.
Variables (P C H' : nat).
Variables (b g b_dot g_dot : nat -> nat -> R).
Variables (x y_bar x_dot : nat -> nat -> nat -> R).
Hypothesis P_positive : (0 < P)%nat.
Hypothesis C_positive : (0 < C)%nat.
Hypothesis H'_positive : (0 < H')%nat.
Local Notation m := (m_of C P x).
Local Notation v := (v_of C P x m).
Local Notation s := (s_of v).
Local Notation z := (z_of x m s).
Local Notation y := (y_of g z b).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i j k l m' n : nat,
  (i < H')%nat ->
  (j < C)%nat ->
  (k < P)%nat ->
  (l < H')%nat ->
  (m' < C)%nat ->
  (n < P)%nat ->
  pd (at3 x l m' n) (fun x' => y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b i j k) = rsum H' (fun h => rsum C (fun c => rsum P (fun p => pd (at3 z h c p) (fun z' => y_of g z' b i j k) * pd (at3 x l m' n) (fun x' => z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x'))) h c p)))).
Proof.
  intros i j k l m' n ? ? ? ? ? ?.
  assert ((forall h, (h < H')%nat -> s h <> 0)).
  { intros h ?.
    sgn. }
  assert ((forall h, (h < H')%nat -> 0 < v h + (1 / 100000))).
  { intros h ?.
    sgn. }
  assert (s i <> 0).
  { sgn. }
  assert (0 < v i + (1 / 100000)).
  { sgn. }
  apply (chain3 (at3 x l m' n) H' C P (fun z' => y_of g z' b i j k) (fun x' => z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x'))))); [ dsm | premise ].
Qed.

Lemma shared_2 :
  forall i k p l m' n : nat,
  (i < H')%nat ->
  (k < C)%nat ->
  (p < P)%nat ->
  (l < H')%nat ->
  (m' < C)%nat ->
  (n < P)%nat ->
  pd (at3 x l m' n) (fun x' => x' i k p - m_of C P x' i) = delta i l * delta k m' * delta p n - rsum C (fun k' => rsum P (fun p' => delta i l * delta k' m' * delta p' n)) / (INR C * INR P).
Proof.
  intros i k p l m' n ? ? ? ? ? ?.
  apply (eq_eq _ (pd (at3 x l m' n) (fun x' => x' i k p) + pd (at3 x l m' n) (fun x' => - m_of C P x' i)) _).
  { rule (diff_add (at3 x l m' n) (fun x' => x' i k p) (fun x' => - m_of C P x' i)). }
  refine (f_equal2 Rplus _ _).
  { apply variable3. }
  apply (eq_eq _ (- pd (at3 x l m' n) (fun x' => m_of C P x' i)) _).
  { rule (diff_neg (at3 x l m' n) (fun x' => m_of C P x' i)). }
  refine (f_equal Ropp _).
  apply (eq_eq _ (pd (at3 x l m' n) (fun x' => rsum C (fun c => rsum P (fun p' => x' i c p')) / (INR C * INR P))) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at3 x l m' n) (fun x' => 1 / (INR C * INR P) * rsum C (fun c => rsum P (fun p' => x' i c p')))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at3 x l m' n) (fun x' => 1 / (INR C * INR P) * rsum C (fun c => rsum P (fun p' => x' i c p')))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / (INR C * INR P) * pd (at3 x l m' n) (fun x' => rsum C (fun c => rsum P (fun p' => x' i c p')))) _).
  { assert (pd (at3 x l m' n) (fun x' => 1 / (INR C * INR P)) = 0).
    { apply constant. }
    rule (diff_scale (at3 x l m' n) (fun x' => 1 / (INR C * INR P)) (fun x' => rsum C (fun c => rsum P (fun p' => x' i c p')))). }
  apply (eq_eq _ (pd (at3 x l m' n) (fun x' => rsum C (fun c => rsum P (fun p' => x' i c p'))) / (INR C * INR P)) _).
  { fractions. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (pd (at3 x l m' n) (fun x' => rsum C (fun k' => rsum P (fun p' => x' i k' p')))) _); [ same | ].
  apply (eq_eq _ (rsum C (fun k' => pd (at3 x l m' n) (fun x' => rsum P (fun p' => x' i k' p')))) _).
  { rule (diff_sum (at3 x l m' n) C (fun k' x' => rsum P (fun p' => x' i k' p')) (fun k' => true)). }
  apply rsum_ext; intros k' ?; cbv beta.
  apply (eq_eq _ (pd (at3 x l m' n) (fun x' => rsum P (fun l' => x' i k' l'))) _); [ same | ].
  apply (eq_eq _ (rsum P (fun p' => pd (at3 x l m' n) (fun x' => x' i k' p'))) _).
  { rule_same (diff_sum (at3 x l m' n) P (fun l' x' => x' i k' l') (fun k'' => true)). }
  apply rsum_ext; intros p' ?; cbv beta.
  apply variable3.
Qed.

Lemma shared_3 :
  forall i l m' n : nat,
  (i < H')%nat ->
  (l < H')%nat ->
  (m' < C)%nat ->
  (n < P)%nat ->
  - (rsum C (fun r => rsum P (fun t => delta i l * delta m' r * delta n t)) / (INR C * INR P)) = - (delta i l / (INR C * INR P)).
Proof.
  intros i l m' n ? ? ? ?.
  refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
  apply (eq_eq _ (rsum C (fun r => delta i l * delta m' r)) _).
  { apply rsum_ext; intros r ?; cbv beta.
    apply (eq_eq _ (rsum P (fun t => delta t n * delta i l * delta m' r)) _).
    { apply rsum_ext; intros t ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum P (fun k => delta k n * delta i l * delta m' r)) _); [ same | ].
    rule_same (sum_delta P (fun t => delta i l * delta m' r) n). }
  apply (eq_eq _ (rsum C (fun r => delta r m' * delta i l)) _).
  { apply rsum_ext; intros r ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum C (fun k => delta k m' * delta i l)) _); [ same | ].
  rule (sum_delta C (fun r => delta i l) m').
Qed.

Lemma shared_4 :
  forall i : nat,
  (i < H')%nat ->
  (INR C <> 0) ->
  (INR P <> 0) ->
  v i = rsum C (fun c => rsum P (fun p => x i c p ^ 2)) / (INR C * INR P) - rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P ^ 2).
Proof.
  intros i ? ? ?.
  apply (eq_eq _ (rsum C (fun c => rsum P (fun p => (x i c p - m i) ^ 2)) / (INR C * INR P)) _).
  { reflexivity. }
  apply (eq_eq _ ((rsum C (fun c => rsum P (fun p => x i c p ^ 2)) - 2 * rsum C (fun c => rsum P (fun p => x i c p)) / (INR C * INR P) * rsum C (fun c => rsum P (fun p => x i c p)) + rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P) * INR C) / (INR C * INR P)) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum C (fun c => rsum P (fun p => x i c p ^ 2) - 2 * rsum P (fun p => x i c p) * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P) + rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P))) _).
    { apply rsum_ext; intros c ?; cbv beta.
      apply (eq_eq _ (rsum P (fun p => - (2 * rsum C (fun c' => rsum P (fun p' => x i c' p')) * x i c p / (INR C * INR P)) + rsum C (fun c' => rsum P (fun p' => x i c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2) + x i c p ^ 2)) _).
      { apply rsum_ext; intros p ?; cbv beta.
        apply (eq_eq _ ((x i c p - rsum C (fun c' => rsum P (fun p' => x i c' p')) / (INR C * INR P)) ^ 2) _).
        { reflexivity. }
        fractions. }
      apply (eq_eq _ (rsum P (fun k => - (2 * rsum C (fun c' => rsum P (fun p => x i c' p)) * x i c k / (INR C * INR P)) + rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P ^ 2) + x i c k ^ 2)) _); [ same | ].
      apply (eq_eq _ (rsum P (fun k => - (2 * rsum C (fun c' => rsum P (fun p => x i c' p)) * x i c k / (INR C * INR P))) + rsum P (fun k => rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P ^ 2) + x i c k ^ 2)) _).
      { rule_same (sum_add P (fun p => - (2 * rsum C (fun c' => rsum P (fun p' => x i c' p')) * x i c p / (INR C * INR P))) (fun p => rsum C (fun c' => rsum P (fun p' => x i c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2) + x i c p ^ 2) (fun p => true)). }
      apply (eq_eq _ (rsum P (fun p => - (2 * rsum C (fun c' => rsum P (fun p' => x i c' p')) * x i c p / (INR C * INR P))) + rsum P (fun p => rsum C (fun c' => rsum P (fun p' => x i c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2) + x i c p ^ 2)) _); [ same | ].
      apply (eq_eq _ (- (2 * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P) * rsum P (fun p => x i c p)) + rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P ^ 2) * INR P + rsum P (fun p => x i c p ^ 2)) _).
      { apply (eq_eq _ (- (2 * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P) * rsum P (fun p => x i c p)) + (rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P ^ 2) * INR P + rsum P (fun p => x i c p ^ 2))) _); [ | same ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum P (fun p => - (2 * rsum C (fun c' => rsum P (fun p' => x i c' p')) / (INR C * INR P) * x i c p))) _).
          { apply rsum_ext; intros p ?; cbv beta.
            fractions. }
          apply (eq_eq _ (rsum P (fun k => - (2 * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P) * x i c k))) _); [ same | ].
          apply (eq_eq _ (- rsum P (fun k => 2 * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P) * x i c k)) _).
          { rule (sum_neg P (fun p => 2 * rsum C (fun c' => rsum P (fun p' => x i c' p')) / (INR C * INR P) * x i c p) (fun p => true)). }
          apply (eq_eq _ (- rsum P (fun p => 2 * rsum C (fun c' => rsum P (fun p' => x i c' p')) / (INR C * INR P) * x i c p)) _); [ same | ].
          refine (f_equal Ropp _).
          apply (eq_eq _ (rsum P (fun k => 2 * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P) * x i c k)) _); [ same | ].
          apply (eq_eq _ (2 * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P) * rsum P (fun k => x i c k)) _); [ | same ].
          rule (sum_factor P (2 * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P)) (fun p => x i c p) (fun p => true)). }
        apply (eq_eq _ (rsum P (fun k => rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P ^ 2) + x i c k ^ 2)) _); [ same | ].
        apply (eq_eq _ (rsum P (fun k => rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P ^ 2)) + rsum P (fun k => x i c k ^ 2)) _).
        { rule (sum_add P (fun p => rsum C (fun c' => rsum P (fun p' => x i c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) (fun p => x i c p ^ 2) (fun p => true)). }
        apply (eq_eq _ (rsum P (fun p => rsum C (fun c' => rsum P (fun p' => x i c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) + rsum P (fun p => x i c p ^ 2)) _); [ same | ].
        refine (f_equal2 Rplus _ eq_refl).
        apply (eq_eq _ (rsum P (fun p => rsum C (fun c' => rsum P (fun p' => x i c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2) * 1)) _).
        { apply rsum_ext; intros p ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum P (fun k => rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P ^ 2) * 1)) _); [ same | ].
        apply (eq_eq _ (rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P ^ 2) * rsum P (fun k => 1)) _).
        { rule (sum_factor P (rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P ^ 2)) (fun p => 1) (fun p => true)). }
        apply (eq_eq _ (rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P ^ 2) * rsum P (fun p => 1)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum P (fun k => 1)) _); [ same | ].
        apply (eq_eq _ (INR P * 1) _).
        { rule (sum_constant P 1). }
        arith. }
      cancel. }
    apply (eq_eq _ (rsum C (fun k => rsum P (fun p => x i k p ^ 2) - 2 * rsum P (fun p => x i k p) * rsum C (fun c => rsum P (fun p => x i c p)) / (INR C * INR P) + rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P))) _); [ same | ].
    apply (eq_eq _ (rsum C (fun k => rsum P (fun p => x i k p ^ 2)) + rsum C (fun k => - (2 * rsum P (fun p => x i k p) * rsum C (fun c => rsum P (fun p => x i c p)) / (INR C * INR P)) + rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P))) _).
    { rule_same (sum_add C (fun c => rsum P (fun p => x i c p ^ 2)) (fun c => - (2 * rsum P (fun p => x i c p) * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P)) + rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P)) (fun c => true)). }
    apply (eq_eq _ (rsum C (fun c => rsum P (fun p => x i c p ^ 2)) + rsum C (fun c => - (2 * rsum P (fun p => x i c p) * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P)) + rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P))) _); [ same | ].
    apply (eq_eq _ (rsum C (fun c => rsum P (fun p => x i c p ^ 2)) + (- (2 * rsum C (fun c => rsum P (fun p => x i c p)) / (INR C * INR P) * rsum C (fun c => rsum P (fun p => x i c p))) + rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P) * INR C)) _); [ | same ].
    refine (f_equal2 Rplus eq_refl _).
    apply (eq_eq _ (rsum C (fun k => - (2 * rsum P (fun p => x i k p) * rsum C (fun c => rsum P (fun p => x i c p)) / (INR C * INR P)) + rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P))) _); [ same | ].
    apply (eq_eq _ (rsum C (fun k => - (2 * rsum P (fun p => x i k p) * rsum C (fun c => rsum P (fun p => x i c p)) / (INR C * INR P))) + rsum C (fun k => rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P))) _).
    { rule (sum_add C (fun c => - (2 * rsum P (fun p => x i c p) * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P))) (fun c => rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P)) (fun c => true)). }
    apply (eq_eq _ (rsum C (fun c => - (2 * rsum P (fun p => x i c p) * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P))) + rsum C (fun c => rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum C (fun c => - (2 * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P) * rsum P (fun p => x i c p)))) _).
      { apply rsum_ext; intros c ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum C (fun k => - (2 * rsum C (fun c => rsum P (fun p => x i c p)) / (INR C * INR P) * rsum P (fun p => x i k p)))) _); [ same | ].
      apply (eq_eq _ (- rsum C (fun k => 2 * rsum C (fun c => rsum P (fun p => x i c p)) / (INR C * INR P) * rsum P (fun p => x i k p))) _).
      { rule (sum_neg C (fun c => 2 * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P) * rsum P (fun p => x i c p)) (fun c => true)). }
      apply (eq_eq _ (- rsum C (fun c => 2 * rsum C (fun c' => rsum P (fun p => x i c' p)) / (INR C * INR P) * rsum P (fun p => x i c p))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum C (fun k => 2 * rsum C (fun c => rsum P (fun p => x i c p)) / (INR C * INR P) * rsum P (fun p => x i k p))) _); [ same | ].
      apply (eq_eq _ (2 * rsum C (fun c => rsum P (fun p => x i c p)) / (INR C * INR P) * rsum C (fun k => rsum P (fun p => x i k p))) _); [ | same ].
      rule (sum_factor C (2 * rsum C (fun c => rsum P (fun p => x i c p)) / (INR C * INR P)) (fun c => rsum P (fun p => x i c p)) (fun c => true)). }
    apply (eq_eq _ (rsum C (fun c => rsum C (fun c' => rsum P (fun p => x i c' p)) ^ 2 / (INR C ^ 2 * INR P) * 1)) _).
    { apply rsum_ext; intros c ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum C (fun k => rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P) * 1)) _); [ same | ].
    apply (eq_eq _ (rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P) * rsum C (fun k => 1)) _).
    { rule (sum_factor C (rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P)) (fun c => 1) (fun c => true)). }
    apply (eq_eq _ (rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P) * rsum C (fun c => 1)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum C (fun k => 1)) _); [ same | ].
    apply (eq_eq _ (INR C * 1) _).
    { rule (sum_constant C 1). }
    arith. }
  cancel.
Qed.

Lemma shared_5 :
  forall i : nat,
  (i < H')%nat ->
  (INR C <> 0) ->
  (INR P <> 0) ->
  sqrt (v i + (1 / 100000)) = sqrt ((1 / 100000) + rsum C (fun c => rsum P (fun p => x i c p ^ 2)) / (INR C * INR P) - rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P ^ 2)).
Proof.
  intros i ? ? ?.
  refine (f_equal sqrt _).
  apply (eq_eq _ (rsum C (fun c => rsum P (fun p => x i c p ^ 2)) / (INR C * INR P) - rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P ^ 2) + (1 / 100000)) _).
  { apply (eq_eq _ ((rsum C (fun c => rsum P (fun p => x i c p ^ 2)) / (INR C * INR P) - rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P ^ 2)) + (1 / 100000)) _); [ | same ].
    refine (f_equal2 Rplus _ eq_refl).
    rule (shared_4 i). }
  fractions.
Qed.

Lemma shared_6 :
  forall i m' n : nat,
  (i < H')%nat ->
  (m' < C)%nat ->
  (n < P)%nat ->
  (INR C <> 0) ->
  (INR P <> 0) ->
  z i m' n = - (rsum C (fun c => rsum P (fun p => x i c p)) / (sqrt ((1 / 100000) + rsum C (fun c => rsum P (fun p => x i c p ^ 2)) / (INR C * INR P) - rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P ^ 2)) * INR C * INR P)) + x i m' n / sqrt ((1 / 100000) + rsum C (fun c => rsum P (fun p => x i c p ^ 2)) / (INR C * INR P) - rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P ^ 2)).
Proof.
  intros i m' n ? ? ? ? ?.
  apply (eq_eq _ ((x i m' n - m i) / s i) _).
  { reflexivity. }
  apply (eq_eq _ ((x i m' n - rsum C (fun c => rsum P (fun p => x i c p)) / (INR C * INR P)) / sqrt ((1 / 100000) + rsum C (fun c => rsum P (fun p => x i c p ^ 2)) / (INR C * INR P) - rsum C (fun c => rsum P (fun p => x i c p)) ^ 2 / (INR C ^ 2 * INR P ^ 2))) _).
  { refine (f_equal2 Rdiv eq_refl _).
    apply (eq_eq _ (sqrt (v i + (1 / 100000))) _).
    { reflexivity. }
    rule (shared_5 i). }
  fractions.
Qed.

Lemma shared_7 :
  forall i j k l m' n : nat,
  (i < H')%nat ->
  (j < C)%nat ->
  (k < P)%nat ->
  (l < H')%nat ->
  (m' < C)%nat ->
  (n < P)%nat ->
  rsum H' (fun h => rsum C (fun c => rsum P (fun p => pd (at3 z h c p) (fun z' => y_of g z' b i j k) * pd (at3 x l m' n) (fun x' => z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x'))) h c p)))) = rsum H' (fun h => rsum C (fun c => rsum P (fun p => g i j * delta i h * delta j c * delta k p * (delta h l * (INR C * INR P * delta c m' * delta p n + (-1) - z h c p * z h m' n) / (INR C * INR P * s h))))).
Proof.
  intros i j k l m' n ? ? ? ? ? ?.
  assert ((forall h, (h < H')%nat -> s h <> 0)).
  { intros h ?.
    sgn. }
  assert ((forall h, (h < H')%nat -> 0 < v h + (1 / 100000))).
  { intros h ?.
    sgn. }
  apply rsum_ext; intros h ?; cbv beta.
  apply rsum_ext; intros c ?; cbv beta.
  apply rsum_ext; intros p ?; cbv beta.
  apply (eq_eq _ ((g i j * delta i h * delta j c * delta k p) * (delta h l * (INR C * INR P * delta c m' * delta p n + (-1) - z h c p * z h m' n) / (INR C * INR P * s h))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at3 z h c p) (fun z' => g i j * z' i j k + b i j)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at3 z h c p) (fun z' => g i j * z' i j k) + pd (at3 z h c p) (fun z' => b i j)) _).
    { rule (diff_add (at3 z h c p) (fun z' => g i j * z' i j k) (fun z' => b i j)). }
    apply (eq_eq _ (g i j * delta i h * delta j c * delta k p + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at3 z h c p) (fun z' => g i j * z' i j k)) _).
        { reflexivity. }
        apply (eq_eq _ (g i j * pd (at3 z h c p) (fun z' => z' i j k)) _).
        { assert (pd (at3 z h c p) (fun z' => g i j) = 0).
          { apply constant. }
          rule (diff_scale (at3 z h c p) (fun z' => g i j) (fun z' => z' i j k)). }
        apply (eq_eq _ (g i j * (delta i h * delta j c * delta k p)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable3. }
      apply constant. }
    arith. }
  apply (eq_eq _ (pd (at3 x l m' n) (fun x' => (x' h c p - m_of C P x' h) / s_of (v_of C P x' (m_of C P x')) h)) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at3 x l m' n) (fun x' => x' h c p - m_of C P x' h) * s h - (x h c p - m h) * pd (at3 x l m' n) (fun x' => s_of (v_of C P x' (m_of C P x')) h)) / s h ^ 2) _).
  { assert (s h <> 0).
    { sgn. }
    assert (0 < v h + (1 / 100000)).
    { sgn. }
    rule (diff_div (at3 x l m' n) (fun x' => x' h c p - m_of C P x' h) (fun x' => s_of (v_of C P x' (m_of C P x')) h)). }
  apply (eq_eq _ (((delta h l * delta c m' * delta p n - rsum C (fun q => rsum P (fun p' => delta h l * delta m' q * delta p' n)) / (INR C * INR P)) * s h - (x h c p - m h) * rsum C (fun q => rsum P (fun p' => 2 * (x h q p' - m h) * (delta h l * delta m' q * delta p' n - rsum C (fun r => rsum P (fun t => delta h l * delta m' r * delta n t)) / (INR C * INR P)))) / (2 * sqrt (v h + (1 / 100000)) * INR C * INR P)) / s h ^ 2) _).
  { assert (0 < v h + (1 / 100000)).
    { sgn. }
    apply (eq_eq _ (((delta h l * delta c m' * delta p n - rsum C (fun k' => rsum P (fun p' => delta h l * delta k' m' * delta p' n)) / (INR C * INR P)) * s h - (x h c p - m h) * (1 / (2 * sqrt (v h + (1 / 100000)))) * (rsum C (fun k' => rsum P (fun p' => 2 * (x h k' p' - m h) ^ 1 * (delta h l * delta k' m' * delta p' n - rsum C (fun k'' => rsum P (fun p'' => delta h l * delta k'' m' * delta p'' n)) / (INR C * INR P)))) / (INR C * INR P) + 0)) / s h ^ 2) _).
    { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp _)) eq_refl).
      { rule (shared_2 h c p l m' n). }
      apply (eq_eq _ ((x h c p - m h) * (1 / (2 * sqrt (v h + (1 / 100000))) * (rsum C (fun k' => rsum P (fun p' => 2 * (x h k' p' - m h) ^ 1 * (delta h l * delta k' m' * delta p' n - rsum C (fun k'' => rsum P (fun p'' => delta h l * delta k'' m' * delta p'' n)) / (INR C * INR P)))) / (INR C * INR P) + 0))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at3 x l m' n) (fun x' => sqrt (v_of C P x' (m_of C P x') h + (1 / 100000)))) _).
      { reflexivity. }
      apply (eq_eq _ (1 / (2 * sqrt (v h + (1 / 100000))) * pd (at3 x l m' n) (fun x' => v_of C P x' (m_of C P x') h + (1 / 100000))) _).
      { rule (diff_sqrt (at3 x l m' n) (fun x' => v_of C P x' (m_of C P x') h + (1 / 100000))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at3 x l m' n) (fun x' => v_of C P x' (m_of C P x') h) + pd (at3 x l m' n) (fun x' => (1 / 100000))) _).
      { rule (diff_add (at3 x l m' n) (fun x' => v_of C P x' (m_of C P x') h) (fun x' => (1 / 100000))). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at3 x l m' n) (fun x' => rsum C (fun c' => rsum P (fun p' => (x' h c' p' - m_of C P x' h) ^ 2)) / (INR C * INR P))) _).
        { reflexivity. }
        apply (eq_eq _ (pd (at3 x l m' n) (fun x' => 1 / (INR C * INR P) * rsum C (fun c' => rsum P (fun p' => (x' h c' p' - m_of C P x' h) ^ 2)))) _).
        { apply pd_ext.
          intros x'; cbv beta.
          fractions. }
        apply (eq_eq _ (pd (at3 x l m' n) (fun x' => 1 / (INR C * INR P) * rsum C (fun c' => rsum P (fun p' => (x' h c' p' - m_of C P x' h) ^ 2)))) _).
        { reflexivity. }
        apply (eq_eq _ (1 / (INR C * INR P) * pd (at3 x l m' n) (fun x' => rsum C (fun c' => rsum P (fun p' => (x' h c' p' - m_of C P x' h) ^ 2)))) _).
        { assert (pd (at3 x l m' n) (fun x' => 1 / (INR C * INR P)) = 0).
          { apply constant. }
          rule (diff_scale (at3 x l m' n) (fun x' => 1 / (INR C * INR P)) (fun x' => rsum C (fun c' => rsum P (fun p' => (x' h c' p' - m_of C P x' h) ^ 2)))). }
        apply (eq_eq _ (pd (at3 x l m' n) (fun x' => rsum C (fun c' => rsum P (fun p' => (x' h c' p' - m_of C P x' h) ^ 2))) / (INR C * INR P)) _).
        { fractions. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (pd (at3 x l m' n) (fun x' => rsum C (fun k' => rsum P (fun p' => (x' h k' p' - m_of C P x' h) ^ 2)))) _); [ same | ].
        apply (eq_eq _ (rsum C (fun k' => pd (at3 x l m' n) (fun x' => rsum P (fun p' => (x' h k' p' - m_of C P x' h) ^ 2)))) _).
        { rule (diff_sum (at3 x l m' n) C (fun k' x' => rsum P (fun p' => (x' h k' p' - m_of C P x' h) ^ 2)) (fun k' => true)). }
        apply rsum_ext; intros k' ?; cbv beta.
        apply (eq_eq _ (pd (at3 x l m' n) (fun x' => rsum P (fun l' => (x' h k' l' - m_of C P x' h) ^ 2))) _); [ same | ].
        apply (eq_eq _ (rsum P (fun p' => pd (at3 x l m' n) (fun x' => (x' h k' p' - m_of C P x' h) ^ 2))) _).
        { rule_same (diff_sum (at3 x l m' n) P (fun l' x' => (x' h k' l' - m_of C P x' h) ^ 2) (fun k'' => true)). }
        apply rsum_ext; intros p' ?; cbv beta.
        apply (eq_eq _ (2 * (x h k' p' - m h) ^ 1 * pd (at3 x l m' n) (fun x' => x' h k' p' - m_of C P x' h)) _).
        { assert (pd (at3 x l m' n) (fun x' => 2) = 0).
          { apply constant. }
          assert (2 = 1 + 1).
          { arith. }
          rule (diff_pow_int (at3 x l m' n) (fun x' => x' h k' p' - m_of C P x' h) 2%nat 1%nat 2). }
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        rule (shared_2 h k' p' l m' n). }
      apply constant. }
    apply (eq_eq _ (((delta h l * delta c m' * delta p n - rsum C (fun k' => rsum P (fun p' => delta h l * delta k' m' * delta p' n)) / (INR C * INR P)) * s h - (x h c p - m h) * rsum C (fun k' => rsum P (fun p' => 2 * (x h k' p' - m h) * (delta h l * delta k' m' * delta p' n - rsum C (fun k'' => rsum P (fun p'' => delta h l * delta k'' m' * delta p'' n)) / (INR C * INR P)))) / (2 * sqrt (v h + (1 / 100000)) * INR C * INR P)) / s h ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl).
    apply (eq_eq _ ((x h c p - m h) * (1 / (2 * sqrt (v h + (1 / 100000)))) * (rsum C (fun k' => rsum P (fun p' => 2 * (x h k' p' - m h) * (delta h l * delta k' m' * delta p' n - rsum C (fun k'' => rsum P (fun p'' => delta h l * delta k'' m' * delta p'' n)) / (INR C * INR P)))) / (INR C * INR P))) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (rsum C (fun k' => rsum P (fun p' => 2 * (x h k' p' - m h) * (delta h l * delta k' m' * delta p' n - rsum C (fun k'' => rsum P (fun p'' => delta h l * delta k'' m' * delta p'' n)) / (INR C * INR P)))) / (INR C * INR P) + 0) _).
      { refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) eq_refl).
        apply rsum_ext; intros k' ?; cbv beta.
        apply rsum_ext; intros p' ?; cbv beta.
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
        arith. }
      fractions. }
    fractions. }
  apply (eq_eq _ (((delta h l * delta c m' * delta p n - delta h l / (INR C * INR P)) * s h - (x h c p - m h) * rsum C (fun q => rsum P (fun p' => 2 * (x h q p' - m h) * (delta h l * delta m' q * delta p' n - delta h l / (INR C * INR P)))) / (2 * sqrt (v h + (1 / 100000)) * INR C * INR P)) / s h ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rplus eq_refl _) eq_refl) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl))) eq_refl).
    { rule_same (shared_3 h l m' n). }
    apply rsum_ext; intros q ?; cbv beta.
    apply rsum_ext; intros p' ?; cbv beta.
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal2 Rplus eq_refl _)).
    rule (shared_3 h l m' n). }
  apply (eq_eq _ ((delta h l * delta c m' * delta p n - delta h l / (INR C * INR P)) * s h / s h ^ 2 - (x h c p - m h) * rsum C (fun q => rsum P (fun p' => 2 * (x h q p' - m h) * (delta h l * delta m' q * delta p' n - delta h l / (INR C * INR P)))) / (2 * sqrt (v h + (1 / 100000)) * INR C * INR P) / s h ^ 2) _).
  { fractions. }
  apply (eq_eq _ ((delta h l * delta c m' * delta p n - delta h l / (INR C * INR P)) * s h / s h ^ 2 - (x h c p - m h) * rsum C (fun q => rsum P (fun p' => 2 * (x h q p' - m h) * (delta h l * delta m' q * delta p' n - delta h l / (INR C * INR P)))) / (2 * sqrt (v h + (1 / 100000)) * INR C * INR P * s h ^ 2)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
    fractions. }
  apply (eq_eq _ (delta h l * delta c m' * delta p n / s h - z h c p * z h m' n * delta h l / (INR C * INR P * s h) - delta h l / (INR C * INR P * s h)) _).
  { assert (sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) <> 0).
    { apply (eq_ne _ (sqrt ((1 / 100000) + v h)) _).
      { assert (INR P <> 0).
        { sgn. }
        assert (INR C <> 0).
        { sgn. }
        symmetry.
        refine (f_equal sqrt _).
        apply (eq_eq _ ((1 / 100000) + (rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2))) _); [ | same ].
        refine (f_equal2 Rplus eq_refl _).
        rule (shared_4 h). }
      sgn. }
    assert (INR P <> 0).
    { sgn. }
    assert (INR C <> 0).
    { sgn. }
    apply (eq_eq _ ((delta h l * delta c m' * delta p n - delta h l / (INR C * INR P)) * sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) / sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) ^ 2 - (x h c p - rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P)) * (- (2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * 1) + 2 * delta h l * x h m' n - 2 * delta h l / (INR C * INR P) * rsum C (fun q => rsum P (fun p' => x h q p')) + 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P) * INR C) / (2 * sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) * INR C * INR P * sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) ^ 2)) _).
    { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) (f_equal (fun x => x ^ 2) _)) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) eq_refl) (f_equal (fun x => x ^ 2) _))))).
      { apply (eq_eq _ (sqrt (v h + (1 / 100000))) _).
        { reflexivity. }
        rule (shared_5 h). }
      { apply (eq_eq _ (sqrt (v h + (1 / 100000))) _).
        { reflexivity. }
        rule (shared_5 h). }
      { apply (eq_eq _ (rsum C (fun q => - (2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P)) + 2 * delta h l * delta m' q * x h q n - 2 * delta h l * rsum P (fun p' => x h q p') / (INR C * INR P) + 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P))) _).
        { apply rsum_ext; intros q ?; cbv beta.
          apply (eq_eq _ (rsum P (fun p' => - (2 * delta h l * delta m' q * delta p' n * rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C * INR P)) + 2 * delta h l * delta m' q * delta p' n * x h q p' + 2 * delta h l * rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C ^ 2 * INR P ^ 2) - 2 * delta h l * x h q p' / (INR C * INR P))) _).
          { apply rsum_ext; intros p' ?; cbv beta.
            apply (eq_eq _ (2 * (x h q p' - rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C * INR P)) * (delta h l * delta m' q * delta p' n - delta h l / (INR C * INR P))) _).
            { reflexivity. }
            fractions. }
          apply (eq_eq _ (rsum P (fun k' => - (2 * delta h l * delta m' q * delta k' n * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P)) + 2 * delta h l * delta m' q * delta k' n * x h q k' + 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P ^ 2) - 2 * delta h l * x h q k' / (INR C * INR P))) _); [ same | ].
          apply (eq_eq _ (rsum P (fun k' => - (2 * delta h l * delta m' q * delta k' n * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P)) + 2 * delta h l * delta m' q * delta k' n * x h q k') + rsum P (fun k' => 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P ^ 2) - 2 * delta h l * x h q k' / (INR C * INR P))) _).
          { rule_same (sum_add P (fun p' => - (2 * delta h l * delta m' q * delta p' n * rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C * INR P)) + 2 * delta h l * delta m' q * delta p' n * x h q p') (fun p' => 2 * delta h l * rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C ^ 2 * INR P ^ 2) - 2 * delta h l * x h q p' / (INR C * INR P)) (fun p' => true)). }
          apply (eq_eq _ (rsum P (fun p' => - (2 * delta h l * delta m' q * delta p' n * rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C * INR P)) + 2 * delta h l * delta m' q * delta p' n * x h q p') + rsum P (fun p' => 2 * delta h l * rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C ^ 2 * INR P ^ 2) - 2 * delta h l * x h q p' / (INR C * INR P))) _); [ same | ].
          apply (eq_eq _ (- (2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * 1) + 2 * delta h l * delta m' q * x h q n + 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P ^ 2) * INR P - 2 * delta h l / (INR C * INR P) * rsum P (fun p' => x h q p')) _).
          { apply (eq_eq _ ((- (2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * 1) + 2 * delta h l * delta m' q * x h q n) + (2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P ^ 2) * INR P - 2 * delta h l / (INR C * INR P) * rsum P (fun p' => x h q p'))) _); [ | same ].
            refine (f_equal2 Rplus _ _).
            { apply (eq_eq _ (rsum P (fun k' => - (2 * delta h l * delta m' q * delta k' n * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P)) + 2 * delta h l * delta m' q * delta k' n * x h q k')) _); [ same | ].
              apply (eq_eq _ (rsum P (fun k' => - (2 * delta h l * delta m' q * delta k' n * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P))) + rsum P (fun k' => 2 * delta h l * delta m' q * delta k' n * x h q k')) _).
              { rule (sum_add P (fun p' => - (2 * delta h l * delta m' q * delta p' n * rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C * INR P))) (fun p' => 2 * delta h l * delta m' q * delta p' n * x h q p') (fun p' => true)). }
              apply (eq_eq _ (rsum P (fun p' => - (2 * delta h l * delta m' q * delta p' n * rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C * INR P))) + rsum P (fun p' => 2 * delta h l * delta m' q * delta p' n * x h q p')) _); [ same | ].
              refine (f_equal2 Rplus _ _).
              { apply (eq_eq _ (rsum P (fun p' => - (2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C * INR P) * delta p' n))) _).
                { apply rsum_ext; intros p' ?; cbv beta.
                  fractions. }
                apply (eq_eq _ (rsum P (fun k' => - (2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * delta k' n))) _); [ same | ].
                apply (eq_eq _ (- rsum P (fun k' => 2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * delta k' n)) _).
                { rule (sum_neg P (fun p' => 2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C * INR P) * delta p' n) (fun p' => true)). }
                apply (eq_eq _ (- rsum P (fun p' => 2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C * INR P) * delta p' n)) _); [ same | ].
                refine (f_equal Ropp _).
                apply (eq_eq _ (rsum P (fun k' => 2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * delta k' n)) _); [ same | ].
                apply (eq_eq _ (2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * rsum P (fun k' => delta k' n)) _).
                { rule (sum_factor P (2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P)) (fun p' => delta p' n) (fun p' => true)). }
                apply (eq_eq _ (2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * rsum P (fun p' => delta p' n)) _); [ same | ].
                refine (f_equal2 Rmult eq_refl _).
                apply (eq_eq _ (rsum P (fun p' => delta p' n * 1)) _).
                { apply rsum_ext; intros p' ?; cbv beta.
                  arith. }
                apply (eq_eq _ (rsum P (fun k' => delta k' n * 1)) _); [ same | ].
                rule (sum_delta P (fun p' => 1) n). }
              apply (eq_eq _ (rsum P (fun k' => 2 * delta h l * delta m' q * delta k' n * x h q k')) _); [ same | ].
              apply (eq_eq _ (2 * delta h l * delta m' q * rsum P (fun k' => delta k' n * x h q k')) _).
              { rule_same (sum_factor P (2 * delta h l * delta m' q) (fun p' => delta p' n * x h q p') (fun p' => true)). }
              apply (eq_eq _ (2 * delta h l * delta m' q * rsum P (fun p' => delta p' n * x h q p')) _); [ same | ].
              refine (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) eq_refl) _).
              apply (eq_eq _ (rsum P (fun k' => delta k' n * x h q k')) _); [ same | ].
              rule (sum_delta P (fun p' => x h q p') n). }
            apply (eq_eq _ (rsum P (fun k' => 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P ^ 2) - 2 * delta h l * x h q k' / (INR C * INR P))) _); [ same | ].
            apply (eq_eq _ (rsum P (fun k' => 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P ^ 2)) + rsum P (fun k' => - (2 * delta h l * x h q k' / (INR C * INR P)))) _).
            { rule (sum_add P (fun p' => 2 * delta h l * rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C ^ 2 * INR P ^ 2)) (fun p' => - (2 * delta h l * x h q p' / (INR C * INR P))) (fun p' => true)). }
            apply (eq_eq _ (rsum P (fun p' => 2 * delta h l * rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C ^ 2 * INR P ^ 2)) + rsum P (fun p' => - (2 * delta h l * x h q p' / (INR C * INR P)))) _); [ same | ].
            refine (f_equal2 Rplus _ _).
            { apply (eq_eq _ (rsum P (fun p' => 2 * delta h l * rsum C (fun c' => rsum P (fun p'' => x h c' p'')) / (INR C ^ 2 * INR P ^ 2) * 1)) _).
              { apply rsum_ext; intros p' ?; cbv beta.
                fractions. }
              apply (eq_eq _ (rsum P (fun k' => 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P ^ 2) * 1)) _); [ same | ].
              apply (eq_eq _ (2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P ^ 2) * rsum P (fun k' => 1)) _).
              { rule (sum_factor P (2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P ^ 2)) (fun p' => 1) (fun p' => true)). }
              apply (eq_eq _ (2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P ^ 2) * rsum P (fun p' => 1)) _); [ same | ].
              refine (f_equal2 Rmult eq_refl _).
              apply (eq_eq _ (rsum P (fun k' => 1)) _); [ same | ].
              apply (eq_eq _ (INR P * 1) _).
              { rule (sum_constant P 1). }
              arith. }
            apply (eq_eq _ (rsum P (fun p' => - (2 * delta h l / (INR C * INR P) * x h q p'))) _).
            { apply rsum_ext; intros p' ?; cbv beta.
              fractions. }
            apply (eq_eq _ (rsum P (fun k' => - (2 * delta h l / (INR C * INR P) * x h q k'))) _); [ same | ].
            apply (eq_eq _ (- rsum P (fun k' => 2 * delta h l / (INR C * INR P) * x h q k')) _).
            { rule (sum_neg P (fun p' => 2 * delta h l / (INR C * INR P) * x h q p') (fun p' => true)). }
            apply (eq_eq _ (- rsum P (fun p' => 2 * delta h l / (INR C * INR P) * x h q p')) _); [ same | ].
            refine (f_equal Ropp _).
            apply (eq_eq _ (rsum P (fun k' => 2 * delta h l / (INR C * INR P) * x h q k')) _); [ same | ].
            apply (eq_eq _ (2 * delta h l / (INR C * INR P) * rsum P (fun k' => x h q k')) _); [ | same ].
            rule (sum_factor P (2 * delta h l / (INR C * INR P)) (fun p' => x h q p') (fun p' => true)). }
          cancel. }
        apply (eq_eq _ (rsum C (fun k' => - (2 * delta h l * delta m' k' * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P)) + 2 * delta h l * delta m' k' * x h k' n - 2 * delta h l * rsum P (fun p' => x h k' p') / (INR C * INR P) + 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P))) _); [ same | ].
        apply (eq_eq _ (rsum C (fun k' => - (2 * delta h l * delta m' k' * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P)) + 2 * delta h l * delta m' k' * x h k' n) + rsum C (fun k' => - (2 * delta h l * rsum P (fun p' => x h k' p') / (INR C * INR P)) + 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P))) _).
        { rule_same (sum_add C (fun q => - (2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P)) + 2 * delta h l * delta m' q * x h q n) (fun q => - (2 * delta h l * rsum P (fun p' => x h q p') / (INR C * INR P)) + 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P)) (fun q => true)). }
        apply (eq_eq _ (rsum C (fun q => - (2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P)) + 2 * delta h l * delta m' q * x h q n) + rsum C (fun q => - (2 * delta h l * rsum P (fun p' => x h q p') / (INR C * INR P)) + 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P))) _); [ same | ].
        apply (eq_eq _ ((- (2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * 1) + 2 * delta h l * x h m' n) + (- (2 * delta h l / (INR C * INR P) * rsum C (fun q => rsum P (fun p' => x h q p'))) + 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P) * INR C)) _); [ | same ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum C (fun k' => - (2 * delta h l * delta m' k' * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P)) + 2 * delta h l * delta m' k' * x h k' n)) _); [ same | ].
          apply (eq_eq _ (rsum C (fun k' => - (2 * delta h l * delta m' k' * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P))) + rsum C (fun k' => 2 * delta h l * delta m' k' * x h k' n)) _).
          { rule (sum_add C (fun q => - (2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P))) (fun q => 2 * delta h l * delta m' q * x h q n) (fun q => true)). }
          apply (eq_eq _ (rsum C (fun q => - (2 * delta h l * delta m' q * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P))) + rsum C (fun q => 2 * delta h l * delta m' q * x h q n)) _); [ same | ].
          refine (f_equal2 Rplus _ _).
          { apply (eq_eq _ (rsum C (fun q => - (2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * delta m' q))) _).
            { apply rsum_ext; intros q ?; cbv beta.
              fractions. }
            apply (eq_eq _ (rsum C (fun k' => - (2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * delta m' k'))) _); [ same | ].
            apply (eq_eq _ (- rsum C (fun k' => 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * delta m' k')) _).
            { rule (sum_neg C (fun q => 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * delta m' q) (fun q => true)). }
            apply (eq_eq _ (- rsum C (fun q => 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * delta m' q)) _); [ same | ].
            refine (f_equal Ropp _).
            apply (eq_eq _ (rsum C (fun k' => 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * delta m' k')) _); [ same | ].
            apply (eq_eq _ (2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * rsum C (fun k' => delta m' k')) _).
            { rule (sum_factor C (2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P)) (fun q => delta m' q) (fun q => true)). }
            apply (eq_eq _ (2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C * INR P) * rsum C (fun q => delta m' q)) _); [ same | ].
            refine (f_equal2 Rmult eq_refl _).
            apply (eq_eq _ (rsum C (fun q => delta q m' * 1)) _).
            { apply rsum_ext; intros q ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum C (fun k' => delta k' m' * 1)) _); [ same | ].
            rule (sum_delta C (fun q => 1) m'). }
          apply (eq_eq _ (rsum C (fun k' => 2 * delta h l * delta m' k' * x h k' n)) _); [ same | ].
          apply (eq_eq _ (2 * delta h l * rsum C (fun k' => delta m' k' * x h k' n)) _).
          { rule_same (sum_factor C (2 * delta h l) (fun q => delta m' q * x h q n) (fun q => true)). }
          apply (eq_eq _ (2 * delta h l * rsum C (fun q => delta m' q * x h q n)) _); [ same | ].
          refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
          apply (eq_eq _ (rsum C (fun q => delta q m' * x h q n)) _).
          { apply rsum_ext; intros q ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum C (fun k' => delta k' m' * x h k' n)) _); [ same | ].
          rule (sum_delta C (fun q => x h q n) m'). }
        apply (eq_eq _ (rsum C (fun k' => - (2 * delta h l * rsum P (fun p' => x h k' p') / (INR C * INR P)) + 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P))) _); [ same | ].
        apply (eq_eq _ (rsum C (fun k' => - (2 * delta h l * rsum P (fun p' => x h k' p') / (INR C * INR P))) + rsum C (fun k' => 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P))) _).
        { rule (sum_add C (fun q => - (2 * delta h l * rsum P (fun p' => x h q p') / (INR C * INR P))) (fun q => 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P)) (fun q => true)). }
        apply (eq_eq _ (rsum C (fun q => - (2 * delta h l * rsum P (fun p' => x h q p') / (INR C * INR P))) + rsum C (fun q => 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P))) _); [ same | ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum C (fun q => - (2 * delta h l / (INR C * INR P) * rsum P (fun p' => x h q p')))) _).
          { apply rsum_ext; intros q ?; cbv beta.
            fractions. }
          apply (eq_eq _ (rsum C (fun k' => - (2 * delta h l / (INR C * INR P) * rsum P (fun p' => x h k' p')))) _); [ same | ].
          apply (eq_eq _ (- rsum C (fun k' => 2 * delta h l / (INR C * INR P) * rsum P (fun p' => x h k' p'))) _).
          { rule (sum_neg C (fun q => 2 * delta h l / (INR C * INR P) * rsum P (fun p' => x h q p')) (fun q => true)). }
          apply (eq_eq _ (- rsum C (fun q => 2 * delta h l / (INR C * INR P) * rsum P (fun p' => x h q p'))) _); [ same | ].
          refine (f_equal Ropp _).
          apply (eq_eq _ (rsum C (fun k' => 2 * delta h l / (INR C * INR P) * rsum P (fun p' => x h k' p'))) _); [ same | ].
          apply (eq_eq _ (2 * delta h l / (INR C * INR P) * rsum C (fun k' => rsum P (fun p' => x h k' p'))) _); [ | same ].
          rule (sum_factor C (2 * delta h l / (INR C * INR P)) (fun q => rsum P (fun p' => x h q p')) (fun q => true)). }
        apply (eq_eq _ (rsum C (fun q => 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P) * 1)) _).
        { apply rsum_ext; intros q ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum C (fun k' => 2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P) * 1)) _); [ same | ].
        apply (eq_eq _ (2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P) * rsum C (fun k' => 1)) _).
        { rule (sum_factor C (2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P)) (fun q => 1) (fun q => true)). }
        apply (eq_eq _ (2 * delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) / (INR C ^ 2 * INR P) * rsum C (fun q => 1)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum C (fun k' => 1)) _); [ same | ].
        apply (eq_eq _ (INR C * 1) _).
        { rule (sum_constant C 1). }
        arith. }
      { rule (shared_5 h). }
      apply (eq_eq _ (sqrt (v h + (1 / 100000))) _).
      { reflexivity. }
      rule (shared_5 h). }
    apply (eq_eq _ (delta h l * delta c m' * delta p n / sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) + delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) * x h c p / (sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) ^ 3 * INR C ^ 2 * INR P ^ 2) + delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) * x h m' n / (sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) ^ 3 * INR C ^ 2 * INR P ^ 2) - delta h l * rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) ^ 3 * INR C ^ 3 * INR P ^ 3) - delta h l * x h c p * x h m' n / (sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) ^ 3 * INR C * INR P) - delta h l / (sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) * INR C * INR P)) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (delta h l * delta c m' * delta p n / sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) - (- (rsum C (fun c' => rsum P (fun p' => x h c' p')) / (sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) * INR C * INR P)) + x h c p / sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2))) * (- (rsum C (fun c' => rsum P (fun p' => x h c' p')) / (sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)) * INR C * INR P)) + x h m' n / sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2))) * delta h l / (INR C * INR P * sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2))) - delta h l / (INR C * INR P * sqrt ((1 / 100000) + rsum C (fun c' => rsum P (fun p' => x h c' p' ^ 2)) / (INR C * INR P) - rsum C (fun c' => rsum P (fun p' => x h c' p')) ^ 2 / (INR C ^ 2 * INR P ^ 2)))) _).
    { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rdiv eq_refl _) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl) (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _)))) (f_equal Ropp (f_equal2 Rdiv eq_refl (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _)))).
      { apply (eq_eq _ (sqrt (v h + (1 / 100000))) _).
        { reflexivity. }
        rule (shared_5 h). }
      { rule (shared_6 h c p). }
      { rule (shared_6 h m' n). }
      { apply (eq_eq _ (sqrt (v h + (1 / 100000))) _).
        { reflexivity. }
        rule (shared_5 h). }
      apply (eq_eq _ (sqrt (v h + (1 / 100000))) _).
      { reflexivity. }
      rule (shared_5 h). }
    fractions. }
  assert (s h <> 0).
  { sgn. }
  assert (INR P <> 0).
  { sgn. }
  assert (INR C <> 0).
  { sgn. }
  apply (eq_eq _ (delta h l * delta c m' * delta p n / s h - delta h l * z h c p * z h m' n / (s h * INR C * INR P) - delta h l / (s h * INR C * INR P)) _).
  { fractions. }
  symmetry.
  cancel.
Qed.

Lemma shared_8 :
  forall i j k l m' n : nat,
  (i < H')%nat ->
  (j < C)%nat ->
  (k < P)%nat ->
  (l < H')%nat ->
  (m' < C)%nat ->
  (n < P)%nat ->
  rsum H' (fun h => rsum C (fun c => rsum P (fun p => g i j * delta i h * delta j c * delta k p * (delta h l * (INR C * INR P * delta c m' * delta p n + (-1) - z h c p * z h m' n) / (INR C * INR P * s h))))) = g i j * delta i l * (INR C * INR P * delta j m' * delta k n + (-1) - z i j k * z i m' n) / (INR C * INR P * s i).
Proof.
  intros i j k l m' n ? ? ? ? ? ?.
  apply (eq_eq _ (rsum H' (fun h => g i j * delta i h * delta h l * (INR C * INR P * delta j m' * delta k n + (-1) - z h j k * z h m' n) / (INR C * INR P * s h))) _).
  { apply rsum_ext; intros h ?; cbv beta.
    apply (eq_eq _ (rsum C (fun c => g i j * delta i h * delta j c * delta h l * (INR C * INR P * delta c m' * delta k n + (-1) - z h c k * z h m' n) / (INR C * INR P * s h))) _).
    { apply rsum_ext; intros c ?; cbv beta.
      apply (eq_eq _ (rsum P (fun p => delta p k * (g i j * delta i h * delta j c * delta h l * (INR C * INR P * delta c m' * delta p n + (-1) - z h c p * z h m' n) / (INR C * INR P * s h)))) _).
      { apply rsum_ext; intros p ?; cbv beta.
        fractions. }
      rule_same (sum_delta P (fun p => g i j * delta i h * delta j c * delta h l * (INR C * INR P * delta c m' * delta p n + (-1) - z h c p * z h m' n) / (INR C * INR P * s h)) k). }
    apply (eq_eq _ (rsum C (fun c => delta c j * (g i j * delta i h * delta h l * (INR C * INR P * delta c m' * delta k n + (-1) - z h c k * z h m' n) / (INR C * INR P * s h)))) _).
    { apply rsum_ext; intros c ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum C (fun p => delta p j * (g i j * delta i h * delta h l * (INR C * INR P * delta p m' * delta k n + (-1) - z h p k * z h m' n) / (INR C * INR P * s h)))) _); [ same | ].
    rule (sum_delta C (fun c => g i j * delta i h * delta h l * (INR C * INR P * delta c m' * delta k n + (-1) - z h c k * z h m' n) / (INR C * INR P * s h)) j). }
  apply (eq_eq _ (rsum H' (fun h => delta h i * (g i j * delta h l * (INR C * INR P * delta j m' * delta k n + (-1) - z h j k * z h m' n) / (INR C * INR P * s h)))) _).
  { apply rsum_ext; intros h ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum H' (fun p => delta p i * (g i j * delta p l * (INR C * INR P * delta j m' * delta k n + (-1) - z p j k * z p m' n) / (INR C * INR P * s p)))) _); [ same | ].
  rule (sum_delta H' (fun h => g i j * delta h l * (INR C * INR P * delta j m' * delta k n + (-1) - z h j k * z h m' n) / (INR C * INR P * s h)) i).
Qed.

Lemma shared_9 :
  forall i : nat,
  (i < H')%nat ->
  rsum C (fun c => rsum P (fun k => y_bar i c k * z i c k) * g i c) = rsum C (fun c => rsum P (fun k => g i c * y_bar i c k * z i c k)).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum C (fun c => g i c * rsum P (fun k => y_bar i c k * z i c k))) _).
  { apply rsum_ext; intros c ?; cbv beta.
    arith. }
  apply rsum_ext; intros c ?; cbv beta.
  symmetry.
  rule_same (sum_factor P (g i c) (fun k => y_bar i c k * z i c k) (fun k => true)).
Qed.

Lemma shared_10 :
  forall i : nat,
  (i < H')%nat ->
  rsum C (fun c => rsum P (fun k => y_bar i c k) * g i c) = rsum C (fun c => rsum P (fun k => g i c * y_bar i c k)).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum C (fun c => g i c * rsum P (fun k => y_bar i c k))) _).
  { apply rsum_ext; intros c ?; cbv beta.
    arith. }
  apply rsum_ext; intros c ?; cbv beta.
  symmetry.
  rule (sum_factor P (g i c) (fun k => y_bar i c k) (fun k => true)).
Qed.

Lemma shared_11 :
  forall i j k : nat,
  (i < H')%nat ->
  (j < C)%nat ->
  (k < P)%nat ->
  z i j k * rsum C (fun c => g i c * rsum P (fun k' => y_bar i c k' * z i c k')) = z i j k * rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k' * z i c k')).
Proof.
  intros i j k ? ? ?.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum C (fun c => rsum P (fun k' => y_bar i c k' * z i c k') * g i c)) _).
  { apply rsum_ext; intros c ?; cbv beta.
    arith. }
  rule (shared_9 i).
Qed.

Lemma shared_12 :
  forall i : nat,
  (i < H')%nat ->
  rsum C (fun c => g i c * rsum P (fun k => y_bar i c k)) = rsum C (fun c => rsum P (fun k => g i c * y_bar i c k)).
Proof.
  intros i ?.
  apply (eq_eq _ (rsum C (fun c => rsum P (fun k => y_bar i c k) * g i c)) _).
  { apply rsum_ext; intros c ?; cbv beta.
    arith. }
  rule (shared_10 i).
Qed.

Lemma shared_13 :
  forall i j k : nat,
  (i < H')%nat ->
  (j < C)%nat ->
  (k < P)%nat ->
  y_bar i j k * g i j / s i - z i j k * rsum C (fun c => g i c * rsum P (fun l => y_bar i c l * z i c l)) / (INR C * INR P * s i) - rsum C (fun c => g i c * rsum P (fun l => y_bar i c l)) / (INR C * INR P * s i) = - (rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k' * z i c k')) * z i j k / (s i * INR C * INR P)) - rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k')) / (s i * INR C * INR P) + g i j * y_bar i j k / s i.
Proof.
  intros i j k ? ? ?.
  apply (eq_eq _ (y_bar i j k * g i j / s i - z i j k * rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k' * z i c k')) / (INR C * INR P * s i) - rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k')) / (INR C * INR P * s i)) _).
  { refine (f_equal2 Rplus (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) (f_equal Ropp (f_equal2 Rdiv _ eq_refl))).
    { rule_same (shared_11 i j k). }
    rule_same (shared_12 i). }
  fractions.
Qed.

Lemma shared_14 :
  forall i j k l m' : nat,
  (i < H')%nat ->
  (j < C)%nat ->
  (k < P)%nat ->
  (l < H')%nat ->
  (m' < C)%nat ->
  pd (at2 g l m') (fun g' => g' i j * z i j k + b i j) = z i j k * delta i l * delta j m'.
Proof.
  intros i j k l m' ? ? ? ? ?.
  apply (eq_eq _ (pd (at2 g l m') (fun g' => g' i j * z i j k) + pd (at2 g l m') (fun g' => b i j)) _).
  { rule (diff_add (at2 g l m') (fun g' => g' i j * z i j k) (fun g' => b i j)). }
  apply (eq_eq _ (z i j k * delta i l * delta j m' + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at2 g l m') (fun g' => z i j k * g' i j)) _).
      { apply pd_ext.
        intros g'; cbv beta.
        arith. }
      apply (eq_eq _ (z i j k * pd (at2 g l m') (fun g' => g' i j)) _).
      { assert (pd (at2 g l m') (fun g' => z i j k) = 0).
        { apply constant. }
        rule (diff_scale (at2 g l m') (fun g' => z i j k) (fun g' => g' i j)). }
      apply (eq_eq _ (z i j k * (delta i l * delta j m')) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply variable2. }
    apply constant. }
  arith.
Qed.

Lemma shared_15 :
  forall i j k l m' : nat,
  (i < H')%nat ->
  (j < C)%nat ->
  (k < P)%nat ->
  (l < H')%nat ->
  (m' < C)%nat ->
  pd (at2 b l m') (fun b' => g i j * z i j k + b' i j) = delta i l * delta j m'.
Proof.
  intros i j k l m' ? ? ? ? ?.
  apply (eq_eq _ (pd (at2 b l m') (fun b' => g i j * z i j k) + pd (at2 b l m') (fun b' => b' i j)) _).
  { rule (diff_add (at2 b l m') (fun b' => g i j * z i j k) (fun b' => b' i j)). }
  apply (eq_eq _ (0 + delta i l * delta j m') _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable2. }
  arith.
Qed.

(** * Jacobian *)

Section jacobian.
Variables (c d h i p q : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis d_in : (d < C)%nat.
Hypothesis h_in : (h < H')%nat.
Hypothesis i_in : (i < H')%nat.
Hypothesis p_in : (p < P)%nat.
Hypothesis q_in : (q < P)%nat.

(* chain rule through z_klm *)
Lemma jacobian_1_chain :
  pd (at3 x i d q) (fun x' => y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p)
  = rsum H' (fun k => rsum C (fun l => rsum P (fun n => pd (at3 z k l n) (fun z' => y_of g z' b h c p) * pd (at3 x i d q) (fun x' => z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x'))) k l n)))).
Proof.
  rule_same (shared_1 h c p i d q).
Qed.

(* put in ∂y_hcp/∂z_kln and ∂z_kln/∂x_idq *)
Lemma jacobian_2_lemma :
  rsum H' (fun k => rsum C (fun l => rsum P (fun n => pd (at3 z k l n) (fun z' => y_of g z' b h c p) * pd (at3 x i d q) (fun x' => z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x'))) k l n))))
  = rsum H' (fun k => rsum C (fun l => rsum P (fun n => g h c * delta h k * delta c l * delta p n * (delta k i * (INR C * INR P * delta l d * delta n q + (-1) - z k l n * z k d q) / (INR C * INR P * s k))))).
Proof.
  rule_same (shared_7 h c p i d q).
Qed.

(* the delta keeps one term of the sum *)
Lemma jacobian_3_sum_delta :
  rsum H' (fun k => rsum C (fun l => rsum P (fun n => g h c * delta h k * delta c l * delta p n * (delta k i * (INR C * INR P * delta l d * delta n q + (-1) - z k l n * z k d q) / (INR C * INR P * s k)))))
  = g h c * delta h i * (INR C * INR P * delta c d * delta p q + (-1) - z h c p * z h d q) / (INR C * INR P * s h).
Proof.
  rule_same (shared_8 h c p i d q).
Qed.

Lemma jacobian_needs_1 :
  0 < v h + (1 / 100000).
Proof.
  sgn.
Qed.

Lemma jacobian_needs_2 :
  s h <> 0.
Proof.
  sgn.
Qed.

Theorem jacobian :
  is_pd (at3 x i d q) (fun x' => y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p)
  (g h c * delta h i * (INR C * INR P * delta c d * delta p q + (-1) - z h c p * z h d q) / (INR C * INR P * s h)).
Proof.
  pose proof jacobian_needs_1.
  pose proof jacobian_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ jacobian_1_chain (eq_eq _ _ _ jacobian_2_lemma jacobian_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jacobian_outright : option (
  is_pd (at3 x i d q) (fun x' => y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p)
  (g h c * delta h i * (INR C * INR P * delta c d * delta p q + (-1) - z h c p * z h d q) / (INR C * INR P * s h))).
Proof.
  attempt "jacobian" by Formula.outright (Formula.by_cube (Formula.Add (Formula.Mul (Formula.C (g h c)) (Formula.Div (Formula.Sub (Formula.V (h, c, p)) (Formula.Div (Formula.Sum C (fun c' => (Formula.Sum P (fun p' => (Formula.V (h, c', p')))))) (Formula.C (INR C * INR P)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum C (fun c' => (Formula.Sum P (fun p' => (Formula.Pow (Formula.Sub (Formula.V (h, c', p')) (Formula.Div (Formula.Sum C (fun c'' => (Formula.Sum P (fun p'' => (Formula.V (h, c'', p'')))))) (Formula.C (INR C * INR P)))) 2))))) (Formula.C (INR C * INR P))) (Formula.C ((1 / 100000))))))) (Formula.C (b h c)))).
Defined.
End jacobian.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (c h i j k p : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis h_in : (h < H')%nat.
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < C)%nat.
Hypothesis k_in : (k < P)%nat.
Hypothesis p_in : (p < P)%nat.

(* chain rule through z_hcp *)
Lemma derivative_y_x_1_chain :
  pd (at3 x i j k) (fun x' => y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p)
  = rsum H' (fun q => rsum C (fun r => rsum P (fun s' => pd (at3 z q r s') (fun z' => y_of g z' b h c p) * pd (at3 x i j k) (fun x' => z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x'))) q r s')))).
Proof.
  rule (shared_1 h c p i j k).
Qed.

(* put in ∂y_hcp/∂z_hcp and ∂z_hcp/∂x_ijk *)
Lemma derivative_y_x_2_lemma :
  rsum H' (fun q => rsum C (fun r => rsum P (fun s' => pd (at3 z q r s') (fun z' => y_of g z' b h c p) * pd (at3 x i j k) (fun x' => z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x'))) q r s'))))
  = rsum H' (fun q => rsum C (fun r => rsum P (fun s' => g h c * delta h q * delta c r * delta p s' * (delta q i * (INR C * INR P * delta r j * delta s' k + (-1) - z q r s' * z q j k) / (INR C * INR P * s q))))).
Proof.
  rule (shared_7 h c p i j k).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_x_3_sum_delta :
  rsum H' (fun q => rsum C (fun r => rsum P (fun s' => g h c * delta h q * delta c r * delta p s' * (delta q i * (INR C * INR P * delta r j * delta s' k + (-1) - z q r s' * z q j k) / (INR C * INR P * s q)))))
  = g h c * delta h i * (INR C * INR P * delta c j * delta p k + (-1) - z h c p * z h j k) / (INR C * INR P * s h).
Proof.
  rule (shared_8 h c p i j k).
Qed.

Theorem derivative_y_x :
  is_pd (at3 x i j k) (fun x' => y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p)
  (g h c * delta h i * (INR C * INR P * delta c j * delta p k + (-1) - z h c p * z h j k) / (INR C * INR P * s h)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_chain (eq_eq _ _ _ derivative_y_x_2_lemma derivative_y_x_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for jacobian or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at3 x i j k) (fun x' => y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p)
  (g h c * delta h i * (INR C * INR P * delta c j * delta p k + (-1) - z h c p * z h j k) / (INR C * INR P * s h))).
Proof.
  attempt "derivative_y_x" as (jacobian_outright c j h i p k) or Formula.outright (Formula.by_cube (Formula.Add (Formula.Mul (Formula.C (g h c)) (Formula.Div (Formula.Sub (Formula.V (h, c, p)) (Formula.Div (Formula.Sum C (fun c' => (Formula.Sum P (fun p' => (Formula.V (h, c', p')))))) (Formula.C (INR C * INR P)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum C (fun c' => (Formula.Sum P (fun p' => (Formula.Pow (Formula.Sub (Formula.V (h, c', p')) (Formula.Div (Formula.Sum C (fun c'' => (Formula.Sum P (fun p'' => (Formula.V (h, c'', p'')))))) (Formula.C (INR C * INR P)))) 2))))) (Formula.C (INR C * INR P))) (Formula.C ((1 / 100000))))))) (Formula.C (b h c)))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (i j k : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < C)%nat.
Hypothesis k_in : (k < P)%nat.

(* put in ∂y_hcp/∂x_ijk *)
Lemma vjp_y_x_1_lemma :
  rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * pd (at3 x i j k) (fun x' => y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p))))
  = rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * (g h c * delta h i * (INR C * INR P * delta c j * delta p k + (-1) - z h c p * z h j k) / (INR C * INR P * s h))))).
Proof.
  assert ((forall h, (h < H')%nat -> s h <> 0)).
  { intros h ?.
    sgn. }
  assert ((forall h, (h < H')%nat -> 0 < v h + (1 / 100000))).
  { intros h ?.
    sgn. }
  apply rsum_ext; intros h ?; cbv beta.
  apply rsum_ext; intros c ?; cbv beta.
  apply rsum_ext; intros p ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum H' (fun h' => rsum C (fun c' => rsum P (fun p' => pd (at3 z h' c' p') (fun z' => y_of g z' b h c p) * pd (at3 x i j k) (fun x' => z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x'))) h' c' p'))))) _).
  { rule (shared_1 h c p i j k). }
  apply (eq_eq _ (rsum H' (fun h' => rsum C (fun c' => rsum P (fun p' => g h c * delta h h' * delta c c' * delta p p' * (delta h' i * (INR C * INR P * delta c' j * delta p' k + (-1) - z h' c' p' * z h' j k) / (INR C * INR P * s h')))))) _).
  { rule (shared_7 h c p i j k). }
  rule (shared_8 h c p i j k).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_y_x_2_sum_factor :
  rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * (g h c * delta h i * (INR C * INR P * delta c j * delta p k + (-1) - z h c p * z h j k) / (INR C * INR P * s h)))))
  = y_bar i j k * g i j / s i - z i j k * rsum C (fun c => g i c * rsum P (fun l => y_bar i c l * z i c l)) / (INR C * INR P * s i) - rsum C (fun c => g i c * rsum P (fun l => y_bar i c l)) / (INR C * INR P * s i).
Proof.
  assert ((forall h, (h < H')%nat -> s h <> 0)).
  { intros h ?.
    sgn. }
  assert (INR P <> 0).
  { sgn. }
  assert (INR C <> 0).
  { sgn. }
  apply (eq_eq _ (rsum H' (fun h => - (delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k' * z h c k')) * z h j k / (s h * INR C * INR P)) - delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k')) / (s h * INR C * INR P) + delta h i * g h j * y_bar h j k / s h)) _).
  { apply rsum_ext; intros h ?; cbv beta.
    apply (eq_eq _ (rsum C (fun c => delta c j * delta h i * g h c * y_bar h c k / s h - delta h i * rsum P (fun p => y_bar h c p * z h c p) * g h c * z h j k / (s h * INR C * INR P) - delta h i * rsum P (fun p => y_bar h c p) * g h c / (s h * INR C * INR P))) _).
    { apply rsum_ext; intros c ?; cbv beta.
      apply (eq_eq _ (rsum P (fun p => delta c j * delta h i * delta p k * g h c * y_bar h c p / s h - delta h i * g h c * y_bar h c p * z h c p * z h j k / (s h * INR C * INR P) - delta h i * g h c * y_bar h c p / (s h * INR C * INR P))) _).
      { apply rsum_ext; intros p ?; cbv beta.
        cancel. }
      apply (eq_eq _ (rsum P (fun l => delta c j * delta h i * delta l k * g h c * y_bar h c l / s h - delta h i * g h c * y_bar h c l * z h c l * z h j k / (s h * INR C * INR P) - delta h i * g h c * y_bar h c l / (s h * INR C * INR P))) _); [ same | ].
      apply (eq_eq _ (rsum P (fun l => delta c j * delta h i * delta l k * g h c * y_bar h c l / s h) + rsum P (fun l => - (delta h i * g h c * y_bar h c l * z h c l * z h j k / (s h * INR C * INR P)) - delta h i * g h c * y_bar h c l / (s h * INR C * INR P))) _).
      { rule_same (sum_add P (fun p => delta c j * delta h i * delta p k * g h c * y_bar h c p / s h) (fun p => - (delta h i * g h c * y_bar h c p * z h c p * z h j k / (s h * INR C * INR P)) - delta h i * g h c * y_bar h c p / (s h * INR C * INR P)) (fun p => true)). }
      apply (eq_eq _ (rsum P (fun p => delta c j * delta h i * delta p k * g h c * y_bar h c p / s h) + rsum P (fun p => - (delta h i * g h c * y_bar h c p * z h c p * z h j k / (s h * INR C * INR P)) - delta h i * g h c * y_bar h c p / (s h * INR C * INR P))) _); [ same | ].
      apply (eq_eq _ (delta c j * delta h i * g h c / s h * y_bar h c k - delta h i * g h c * z h j k / (s h * INR C * INR P) * rsum P (fun p => y_bar h c p * z h c p) - delta h i * g h c / (s h * INR C * INR P) * rsum P (fun p => y_bar h c p)) _).
      { apply (eq_eq _ (delta c j * delta h i * g h c / s h * y_bar h c k + (- (delta h i * g h c * z h j k / (s h * INR C * INR P) * rsum P (fun p => y_bar h c p * z h c p)) - delta h i * g h c / (s h * INR C * INR P) * rsum P (fun p => y_bar h c p))) _); [ | same ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum P (fun p => delta c j * delta h i * g h c / s h * delta p k * y_bar h c p)) _).
          { apply rsum_ext; intros p ?; cbv beta.
            fractions. }
          apply (eq_eq _ (rsum P (fun l => delta c j * delta h i * g h c / s h * delta l k * y_bar h c l)) _); [ same | ].
          apply (eq_eq _ (delta c j * delta h i * g h c / s h * rsum P (fun l => delta l k * y_bar h c l)) _).
          { rule_same (sum_factor P (delta c j * delta h i * g h c / s h) (fun p => delta p k * y_bar h c p) (fun p => true)). }
          apply (eq_eq _ (delta c j * delta h i * g h c / s h * rsum P (fun p => delta p k * y_bar h c p)) _); [ same | ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum P (fun l => delta l k * y_bar h c l)) _); [ same | ].
          rule_same (sum_delta P (fun p => y_bar h c p) k). }
        apply (eq_eq _ (rsum P (fun l => - (delta h i * g h c * y_bar h c l * z h c l * z h j k / (s h * INR C * INR P)) - delta h i * g h c * y_bar h c l / (s h * INR C * INR P))) _); [ same | ].
        apply (eq_eq _ (rsum P (fun l => - (delta h i * g h c * y_bar h c l * z h c l * z h j k / (s h * INR C * INR P))) + rsum P (fun k' => - (delta h i * g h c * y_bar h c k' / (s h * INR C * INR P)))) _).
        { rule_same (sum_add P (fun p => - (delta h i * g h c * y_bar h c p * z h c p * z h j k / (s h * INR C * INR P))) (fun p => - (delta h i * g h c * y_bar h c p / (s h * INR C * INR P))) (fun p => true)). }
        apply (eq_eq _ (rsum P (fun p => - (delta h i * g h c * y_bar h c p * z h c p * z h j k / (s h * INR C * INR P))) + rsum P (fun p => - (delta h i * g h c * y_bar h c p / (s h * INR C * INR P)))) _); [ same | ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum P (fun p => - (delta h i * g h c * z h j k / (s h * INR C * INR P) * y_bar h c p * z h c p))) _).
          { apply rsum_ext; intros p ?; cbv beta.
            fractions. }
          apply (eq_eq _ (rsum P (fun l => - (delta h i * g h c * z h j k / (s h * INR C * INR P) * y_bar h c l * z h c l))) _); [ same | ].
          apply (eq_eq _ (- rsum P (fun l => delta h i * g h c * z h j k / (s h * INR C * INR P) * y_bar h c l * z h c l)) _).
          { rule (sum_neg P (fun p => delta h i * g h c * z h j k / (s h * INR C * INR P) * y_bar h c p * z h c p) (fun p => true)). }
          apply (eq_eq _ (- rsum P (fun p => delta h i * g h c * z h j k / (s h * INR C * INR P) * y_bar h c p * z h c p)) _); [ same | ].
          refine (f_equal Ropp _).
          apply (eq_eq _ (rsum P (fun l => delta h i * g h c * z h j k / (s h * INR C * INR P) * y_bar h c l * z h c l)) _); [ same | ].
          apply (eq_eq _ (delta h i * g h c * z h j k / (s h * INR C * INR P) * rsum P (fun k' => y_bar h c k' * z h c k')) _); [ | same ].
          rule_same (sum_factor P (delta h i * g h c * z h j k / (s h * INR C * INR P)) (fun p => y_bar h c p * z h c p) (fun p => true)). }
        apply (eq_eq _ (rsum P (fun p => - (delta h i * g h c / (s h * INR C * INR P) * y_bar h c p))) _).
        { apply rsum_ext; intros p ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum P (fun k' => - (delta h i * g h c / (s h * INR C * INR P) * y_bar h c k'))) _); [ same | ].
        apply (eq_eq _ (- rsum P (fun k' => delta h i * g h c / (s h * INR C * INR P) * y_bar h c k')) _).
        { rule (sum_neg P (fun p => delta h i * g h c / (s h * INR C * INR P) * y_bar h c p) (fun p => true)). }
        apply (eq_eq _ (- rsum P (fun p => delta h i * g h c / (s h * INR C * INR P) * y_bar h c p)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum P (fun k' => delta h i * g h c / (s h * INR C * INR P) * y_bar h c k')) _); [ same | ].
        apply (eq_eq _ (delta h i * g h c / (s h * INR C * INR P) * rsum P (fun k' => y_bar h c k')) _); [ | same ].
        rule (sum_factor P (delta h i * g h c / (s h * INR C * INR P)) (fun p => y_bar h c p) (fun p => true)). }
      fractions. }
    apply (eq_eq _ (rsum C (fun l => delta l j * delta h i * g h l * y_bar h l k / s h - delta h i * rsum P (fun p => y_bar h l p * z h l p) * g h l * z h j k / (s h * INR C * INR P) - delta h i * rsum P (fun p => y_bar h l p) * g h l / (s h * INR C * INR P))) _); [ same | ].
    apply (eq_eq _ (rsum C (fun l => delta l j * delta h i * g h l * y_bar h l k / s h) + rsum C (fun l => - (delta h i * rsum P (fun p => y_bar h l p * z h l p) * g h l * z h j k / (s h * INR C * INR P)) - delta h i * rsum P (fun p => y_bar h l p) * g h l / (s h * INR C * INR P))) _).
    { rule_same (sum_add C (fun c => delta c j * delta h i * g h c * y_bar h c k / s h) (fun c => - (delta h i * rsum P (fun p => y_bar h c p * z h c p) * g h c * z h j k / (s h * INR C * INR P)) - delta h i * rsum P (fun p => y_bar h c p) * g h c / (s h * INR C * INR P)) (fun c => true)). }
    apply (eq_eq _ (rsum C (fun c => delta c j * delta h i * g h c * y_bar h c k / s h) + rsum C (fun c => - (delta h i * rsum P (fun p => y_bar h c p * z h c p) * g h c * z h j k / (s h * INR C * INR P)) - delta h i * rsum P (fun p => y_bar h c p) * g h c / (s h * INR C * INR P))) _); [ same | ].
    apply (eq_eq _ (delta h i / s h * g h j * y_bar h j k - delta h i * z h j k / (s h * INR C * INR P) * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k' * z h c k')) - delta h i / (s h * INR C * INR P) * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k'))) _).
    { apply (eq_eq _ (delta h i / s h * g h j * y_bar h j k + (- (delta h i * z h j k / (s h * INR C * INR P) * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k' * z h c k'))) - delta h i / (s h * INR C * INR P) * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k')))) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum C (fun c => delta h i / s h * delta c j * g h c * y_bar h c k)) _).
        { apply rsum_ext; intros c ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum C (fun l => delta h i / s h * delta l j * g h l * y_bar h l k)) _); [ same | ].
        apply (eq_eq _ (delta h i / s h * rsum C (fun l => delta l j * g h l * y_bar h l k)) _).
        { rule_same (sum_factor C (delta h i / s h) (fun c => delta c j * g h c * y_bar h c k) (fun c => true)). }
        apply (eq_eq _ (delta h i / s h * rsum C (fun c => delta c j * g h c * y_bar h c k)) _); [ same | ].
        apply (eq_eq _ (delta h i / s h * (g h j * y_bar h j k)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum C (fun l => delta l j * g h l * y_bar h l k)) _); [ same | ].
        rule_same (sum_delta C (fun c => g h c * y_bar h c k) j). }
      apply (eq_eq _ (rsum C (fun l => - (delta h i * rsum P (fun p => y_bar h l p * z h l p) * g h l * z h j k / (s h * INR C * INR P)) - delta h i * rsum P (fun p => y_bar h l p) * g h l / (s h * INR C * INR P))) _); [ same | ].
      apply (eq_eq _ (rsum C (fun l => - (delta h i * rsum P (fun p => y_bar h l p * z h l p) * g h l * z h j k / (s h * INR C * INR P))) + rsum C (fun k' => - (delta h i * rsum P (fun p => y_bar h k' p) * g h k' / (s h * INR C * INR P)))) _).
      { rule_same (sum_add C (fun c => - (delta h i * rsum P (fun p => y_bar h c p * z h c p) * g h c * z h j k / (s h * INR C * INR P))) (fun c => - (delta h i * rsum P (fun p => y_bar h c p) * g h c / (s h * INR C * INR P))) (fun c => true)). }
      apply (eq_eq _ (rsum C (fun c => - (delta h i * rsum P (fun p => y_bar h c p * z h c p) * g h c * z h j k / (s h * INR C * INR P))) + rsum C (fun c => - (delta h i * rsum P (fun p => y_bar h c p) * g h c / (s h * INR C * INR P)))) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum C (fun c => - (delta h i * z h j k / (s h * INR C * INR P) * rsum P (fun p => y_bar h c p * z h c p) * g h c))) _).
        { apply rsum_ext; intros c ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum C (fun l => - (delta h i * z h j k / (s h * INR C * INR P) * rsum P (fun p => y_bar h l p * z h l p) * g h l))) _); [ same | ].
        apply (eq_eq _ (- rsum C (fun l => delta h i * z h j k / (s h * INR C * INR P) * rsum P (fun p => y_bar h l p * z h l p) * g h l)) _).
        { rule (sum_neg C (fun c => delta h i * z h j k / (s h * INR C * INR P) * rsum P (fun p => y_bar h c p * z h c p) * g h c) (fun c => true)). }
        apply (eq_eq _ (- rsum C (fun c => delta h i * z h j k / (s h * INR C * INR P) * rsum P (fun p => y_bar h c p * z h c p) * g h c)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum C (fun l => delta h i * z h j k / (s h * INR C * INR P) * rsum P (fun p => y_bar h l p * z h l p) * g h l)) _); [ same | ].
        apply (eq_eq _ (delta h i * z h j k / (s h * INR C * INR P) * rsum C (fun k' => rsum P (fun p => y_bar h k' p * z h k' p) * g h k')) _).
        { rule_same (sum_factor C (delta h i * z h j k / (s h * INR C * INR P)) (fun c => rsum P (fun p => y_bar h c p * z h c p) * g h c) (fun c => true)). }
        apply (eq_eq _ (delta h i * z h j k / (s h * INR C * INR P) * rsum C (fun c => rsum P (fun p => y_bar h c p * z h c p) * g h c)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        rule_same (shared_9 h). }
      apply (eq_eq _ (rsum C (fun c => - (delta h i / (s h * INR C * INR P) * rsum P (fun p => y_bar h c p) * g h c))) _).
      { apply rsum_ext; intros c ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum C (fun k' => - (delta h i / (s h * INR C * INR P) * rsum P (fun p => y_bar h k' p) * g h k'))) _); [ same | ].
      apply (eq_eq _ (- rsum C (fun k' => delta h i / (s h * INR C * INR P) * rsum P (fun p => y_bar h k' p) * g h k')) _).
      { rule (sum_neg C (fun c => delta h i / (s h * INR C * INR P) * rsum P (fun p => y_bar h c p) * g h c) (fun c => true)). }
      apply (eq_eq _ (- rsum C (fun c => delta h i / (s h * INR C * INR P) * rsum P (fun p => y_bar h c p) * g h c)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum C (fun k' => delta h i / (s h * INR C * INR P) * rsum P (fun p => y_bar h k' p) * g h k')) _); [ same | ].
      apply (eq_eq _ (delta h i / (s h * INR C * INR P) * rsum C (fun k' => rsum P (fun p => y_bar h k' p) * g h k')) _).
      { rule_same (sum_factor C (delta h i / (s h * INR C * INR P)) (fun c => rsum P (fun p => y_bar h c p) * g h c) (fun c => true)). }
      apply (eq_eq _ (delta h i / (s h * INR C * INR P) * rsum C (fun c => rsum P (fun p => y_bar h c p) * g h c)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      rule_same (shared_10 h). }
    fractions. }
  apply (eq_eq _ (rsum H' (fun l => - (delta l i * rsum C (fun c => rsum P (fun k' => g l c * y_bar l c k' * z l c k')) * z l j k / (s l * INR C * INR P)) - delta l i * rsum C (fun c => rsum P (fun k' => g l c * y_bar l c k')) / (s l * INR C * INR P) + delta l i * g l j * y_bar l j k / s l)) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun l => - (delta l i * rsum C (fun c => rsum P (fun k' => g l c * y_bar l c k' * z l c k')) * z l j k / (s l * INR C * INR P))) + rsum H' (fun l => - (delta l i * rsum C (fun c => rsum P (fun k' => g l c * y_bar l c k')) / (s l * INR C * INR P)) + delta l i * g l j * y_bar l j k / s l)) _).
  { rule_same (sum_add H' (fun h => - (delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k' * z h c k')) * z h j k / (s h * INR C * INR P))) (fun h => - (delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k')) / (s h * INR C * INR P)) + delta h i * g h j * y_bar h j k / s h) (fun h => true)). }
  apply (eq_eq _ (rsum H' (fun h => - (delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k' * z h c k')) * z h j k / (s h * INR C * INR P))) + rsum H' (fun h => - (delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k')) / (s h * INR C * INR P)) + delta h i * g h j * y_bar h j k / s h)) _); [ same | ].
  apply (eq_eq _ (- (1 / (INR C * INR P) * (rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k' * z i c k')) * z i j k / s i)) - 1 / (INR C * INR P) * (rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k')) / s i) + g i j * y_bar i j k / s i) _).
  { apply (eq_eq _ (- (1 / (INR C * INR P) * (rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k' * z i c k')) * z i j k / s i)) + (- (1 / (INR C * INR P) * (rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k')) / s i)) + g i j * y_bar i j k / s i)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun h => - (1 / (INR C * INR P) * (delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k' * z h c k')) * z h j k / s h)))) _).
      { apply rsum_ext; intros h ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum H' (fun l => - (1 / (INR C * INR P) * (delta l i * rsum C (fun c => rsum P (fun k' => g l c * y_bar l c k' * z l c k')) * z l j k / s l)))) _); [ same | ].
      apply (eq_eq _ (- rsum H' (fun l => 1 / (INR C * INR P) * (delta l i * rsum C (fun c => rsum P (fun k' => g l c * y_bar l c k' * z l c k')) * z l j k / s l))) _).
      { rule (sum_neg H' (fun h => 1 / (INR C * INR P) * (delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k' * z h c k')) * z h j k / s h)) (fun h => true)). }
      apply (eq_eq _ (- rsum H' (fun h => 1 / (INR C * INR P) * (delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k' * z h c k')) * z h j k / s h))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum H' (fun l => 1 / (INR C * INR P) * (delta l i * rsum C (fun c => rsum P (fun k' => g l c * y_bar l c k' * z l c k')) * z l j k / s l))) _); [ same | ].
      apply (eq_eq _ (1 / (INR C * INR P) * rsum H' (fun l => delta l i * rsum C (fun c => rsum P (fun k' => g l c * y_bar l c k' * z l c k')) * z l j k / s l)) _).
      { rule (sum_factor H' (1 / (INR C * INR P)) (fun h => delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k' * z h c k')) * z h j k / s h) (fun h => true)). }
      apply (eq_eq _ (1 / (INR C * INR P) * rsum H' (fun h => delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k' * z h c k')) * z h j k / s h)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum H' (fun h => delta h i * (rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k' * z h c k')) * z h j k / s h))) _).
      { apply rsum_ext; intros h ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum H' (fun l => delta l i * (rsum C (fun c => rsum P (fun k' => g l c * y_bar l c k' * z l c k')) * z l j k / s l))) _); [ same | ].
      rule (sum_delta H' (fun h => rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k' * z h c k')) * z h j k / s h) i). }
    apply (eq_eq _ (rsum H' (fun l => - (delta l i * rsum C (fun c => rsum P (fun k' => g l c * y_bar l c k')) / (s l * INR C * INR P)) + delta l i * g l j * y_bar l j k / s l)) _); [ same | ].
    apply (eq_eq _ (rsum H' (fun k' => - (delta k' i * rsum C (fun c => rsum P (fun l => g k' c * y_bar k' c l)) / (s k' * INR C * INR P))) + rsum H' (fun l => delta l i * g l j * y_bar l j k / s l)) _).
    { rule_same (sum_add H' (fun h => - (delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k')) / (s h * INR C * INR P))) (fun h => delta h i * g h j * y_bar h j k / s h) (fun h => true)). }
    apply (eq_eq _ (rsum H' (fun h => - (delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k')) / (s h * INR C * INR P))) + rsum H' (fun h => delta h i * g h j * y_bar h j k / s h)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun h => - (1 / (INR C * INR P) * (delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k')) / s h)))) _).
      { apply rsum_ext; intros h ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum H' (fun k' => - (1 / (INR C * INR P) * (delta k' i * rsum C (fun c => rsum P (fun l => g k' c * y_bar k' c l)) / s k')))) _); [ same | ].
      apply (eq_eq _ (- rsum H' (fun k' => 1 / (INR C * INR P) * (delta k' i * rsum C (fun c => rsum P (fun l => g k' c * y_bar k' c l)) / s k'))) _).
      { rule (sum_neg H' (fun h => 1 / (INR C * INR P) * (delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k')) / s h)) (fun h => true)). }
      apply (eq_eq _ (- rsum H' (fun h => 1 / (INR C * INR P) * (delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k')) / s h))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum H' (fun k' => 1 / (INR C * INR P) * (delta k' i * rsum C (fun c => rsum P (fun l => g k' c * y_bar k' c l)) / s k'))) _); [ same | ].
      apply (eq_eq _ (1 / (INR C * INR P) * rsum H' (fun k' => delta k' i * rsum C (fun c => rsum P (fun l => g k' c * y_bar k' c l)) / s k')) _).
      { rule (sum_factor H' (1 / (INR C * INR P)) (fun h => delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k')) / s h) (fun h => true)). }
      apply (eq_eq _ (1 / (INR C * INR P) * rsum H' (fun h => delta h i * rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k')) / s h)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum H' (fun h => delta h i * (rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k')) / s h))) _).
      { apply rsum_ext; intros h ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum H' (fun k' => delta k' i * (rsum C (fun c => rsum P (fun l => g k' c * y_bar k' c l)) / s k'))) _); [ same | ].
      rule (sum_delta H' (fun h => rsum C (fun c => rsum P (fun k' => g h c * y_bar h c k')) / s h) i). }
    apply (eq_eq _ (rsum H' (fun h => delta h i * (g h j * y_bar h j k / s h))) _).
    { apply rsum_ext; intros h ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum H' (fun l => delta l i * (g l j * y_bar l j k / s l))) _); [ same | ].
    rule (sum_delta H' (fun h => g h j * y_bar h j k / s h) i). }
  apply (eq_eq _ (- (rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k' * z i c k')) * z i j k / (s i * INR C * INR P)) - rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k')) / (s i * INR C * INR P) + g i j * y_bar i j k / s i) _).
  { fractions. }
  apply (eq_eq _ (y_bar i j k * g i j / s i - z i j k * rsum C (fun c => g i c * rsum P (fun k' => y_bar i c k' * z i c k')) / (INR C * INR P * s i) - rsum C (fun c => g i c * rsum P (fun k' => y_bar i c k')) / (INR C * INR P * s i)) _); [ | same ].
  symmetry.
  rule_same (shared_13 i j k).
Qed.

(* factor *)
Lemma vjp_y_x_3_ring :
  y_bar i j k * g i j / s i - z i j k * rsum C (fun c => g i c * rsum P (fun l => y_bar i c l * z i c l)) / (INR C * INR P * s i) - rsum C (fun c => g i c * rsum P (fun l => y_bar i c l)) / (INR C * INR P * s i)
  = (INR C * INR P * y_bar i j k * g i j - z i j k * rsum C (fun c => g i c * rsum P (fun l => y_bar i c l * z i c l)) - rsum C (fun c => g i c * rsum P (fun l => y_bar i c l))) / (INR C * INR P * s i).
Proof.
  assert (s i <> 0).
  { sgn. }
  assert (INR P <> 0).
  { sgn. }
  assert (INR C <> 0).
  { sgn. }
  apply (eq_eq _ (- (rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k' * z i c k')) * z i j k / (s i * INR C * INR P)) - rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k')) / (s i * INR C * INR P) + g i j * y_bar i j k / s i) _).
  { rule (shared_13 i j k). }
  apply (eq_eq _ ((INR C * INR P * y_bar i j k * g i j - z i j k * rsum C (fun c => g i c * rsum P (fun k' => y_bar i c k' * z i c k')) - rsum C (fun c => g i c * rsum P (fun k' => y_bar i c k'))) / (INR C * INR P * s i)) _); [ | same ].
  symmetry.
  apply (eq_eq _ ((INR C * INR P * y_bar i j k * g i j - z i j k * rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k' * z i c k')) - rsum C (fun c => rsum P (fun k' => g i c * y_bar i c k'))) / (INR C * INR P * s i)) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rplus eq_refl (f_equal Ropp _)) (f_equal Ropp _)) eq_refl).
    { rule (shared_11 i j k). }
    rule (shared_12 i). }
  cancel.
Qed.

Lemma vjp_y_x_needs_1 :
  (forall h, (h < H')%nat -> 0 < v h + (1 / 100000)).
Proof.
  intros h ?.
  sgn.
Qed.

Lemma vjp_y_x_needs_2 :
  (forall h, (h < H')%nat -> s h <> 0).
Proof.
  intros h ?.
  sgn.
Qed.

Theorem vjp_y_x :
  is_pd (at3 x i j k) (fun x' => rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p))))
  ((INR C * INR P * y_bar i j k * g i j - z i j k * rsum C (fun c => g i c * rsum P (fun l => y_bar i c l * z i c l)) - rsum C (fun c => g i c * rsum P (fun l => y_bar i c l))) / (INR C * INR P * s i)).
Proof.
  pose proof vjp_y_x_needs_1.
  pose proof vjp_y_x_needs_2.
  apply (is_pd_eq _ _ (rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * pd (at3 x i j k) (fun x' => y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p))))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma (eq_eq _ _ _ vjp_y_x_2_sum_factor vjp_y_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_x_outright : option (
  is_pd (at3 x i j k) (fun x' => rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p))))
  ((INR C * INR P * y_bar i j k * g i j - z i j k * rsum C (fun c => g i c * rsum P (fun l => y_bar i c l * z i c l)) - rsum C (fun c => g i c * rsum P (fun l => y_bar i c l))) / (INR C * INR P * s i))).
Proof.
  attempt "vjp_y_x" by timeout 3 Formula.outright (Formula.by_cube (Formula.Sum H' (fun h => (Formula.Sum C (fun c => (Formula.Sum P (fun p => (Formula.Mul (Formula.C (y_bar h c p)) (Formula.Add (Formula.Mul (Formula.C (g h c)) (Formula.Div (Formula.Sub (Formula.V (h, c, p)) (Formula.Div (Formula.Sum C (fun c' => (Formula.Sum P (fun p' => (Formula.V (h, c', p')))))) (Formula.C (INR C * INR P)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum C (fun c' => (Formula.Sum P (fun p' => (Formula.Pow (Formula.Sub (Formula.V (h, c', p')) (Formula.Div (Formula.Sum C (fun c'' => (Formula.Sum P (fun p'' => (Formula.V (h, c'', p'')))))) (Formula.C (INR C * INR P)))) 2))))) (Formula.C (INR C * INR P))) (Formula.C ((1 / 100000))))))) (Formula.C (b h c))))))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (c h p : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis h_in : (h < H')%nat.
Hypothesis p_in : (p < P)%nat.

(* put in ∂y_hcp/∂x_lmn *)
Lemma jvp_y_x_1_lemma :
  rsum H' (fun l => rsum C (fun m' => rsum P (fun n => pd (at3 x l m' n) (fun x' => y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p) * x_dot l m' n)))
  = rsum H' (fun l => rsum C (fun m' => rsum P (fun n => g h c * delta h l * (INR C * INR P * delta c m' * delta p n + (-1) - z h c p * z h m' n) / (INR C * INR P * s h) * x_dot l m' n))).
Proof.
  apply (eq_eq _ (rsum H' (fun l => rsum C (fun m' => rsum P (fun n => pd (at3 x l m' n) (fun x' => y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p) * x_dot l m' n)))) _); [ same | ].
  apply (eq_eq _ (rsum H' (fun l => rsum C (fun p' => rsum P (fun n => g h c * delta h l * (INR C * INR P * delta c p' * delta p n + (-1) - z h c p * z h p' n) / (INR C * INR P * s h) * x_dot l p' n)))) _); [ | same ].
  assert (s h <> 0).
  { sgn. }
  assert (0 < v h + (1 / 100000)).
  { sgn. }
  apply (eq_eq _ (rsum H' (fun l => rsum C (fun m' => rsum P (fun n => g h c * delta h l * (INR C * INR P * delta c m' * delta p n + (-1) - z h c p * z h m' n) / (INR C * INR P * s h) * x_dot l m' n)))) _); [ | same ].
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m' ?; cbv beta.
  apply rsum_ext; intros n ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum H' (fun h' => rsum C (fun c' => rsum P (fun p' => pd (at3 z h' c' p') (fun z' => y_of g z' b h c p) * pd (at3 x l m' n) (fun x' => z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x'))) h' c' p'))))) _).
  { rule (shared_1 h c p l m' n). }
  apply (eq_eq _ (rsum H' (fun h' => rsum C (fun c' => rsum P (fun p' => g h c * delta h h' * delta c c' * delta p p' * (delta h' l * (INR C * INR P * delta c' m' * delta p' n + (-1) - z h' c' p' * z h' m' n) / (INR C * INR P * s h')))))) _).
  { rule (shared_7 h c p l m' n). }
  rule (shared_8 h c p l m' n).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_x_2_sum_factor :
  rsum H' (fun l => rsum C (fun m' => rsum P (fun n => g h c * delta h l * (INR C * INR P * delta c m' * delta p n + (-1) - z h c p * z h m' n) / (INR C * INR P * s h) * x_dot l m' n)))
  = x_dot h c p * g h c / s h - g h c * z h c p * rsum C (fun p' => rsum P (fun n => x_dot h p' n * z h p' n)) / (INR C * INR P * s h) - g h c * rsum C (fun p' => rsum P (fun n => x_dot h p' n)) / (INR C * INR P * s h).
Proof.
  apply (eq_eq _ (rsum H' (fun l => rsum C (fun p' => rsum P (fun n => g h c * delta h l * (INR C * INR P * delta c p' * delta p n + (-1) - z h c p * z h p' n) / (INR C * INR P * s h) * x_dot l p' n)))) _); [ same | ].
  apply (eq_eq _ (x_dot h c p * g h c / s h - g h c * z h c p * rsum C (fun p' => rsum P (fun n => x_dot h p' n * z h p' n)) / (INR C * INR P * s h) - g h c * rsum C (fun p' => rsum P (fun n => x_dot h p' n)) / (INR C * INR P * s h)) _); [ | same ].
  assert (s h <> 0).
  { sgn. }
  assert (INR P <> 0).
  { sgn. }
  assert (INR C <> 0).
  { sgn. }
  apply (eq_eq _ (rsum H' (fun l => - (delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n * z h p' n)) * g h c * z h c p / (s h * INR C * INR P)) - delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n)) * g h c / (s h * INR C * INR P) + delta h l * g h c * x_dot l c p / s h)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum C (fun p' => delta h l * delta c p' * g h c * x_dot l p' p / s h - delta h l * rsum P (fun n => x_dot l p' n * z h p' n) * g h c * z h c p / (s h * INR C * INR P) - delta h l * rsum P (fun n => x_dot l p' n) * g h c / (s h * INR C * INR P))) _).
    { apply rsum_ext; intros p' ?; cbv beta.
      apply (eq_eq _ (rsum P (fun n => delta h l * delta c p' * delta p n * g h c * x_dot l p' n / s h - delta h l * g h c * x_dot l p' n * z h c p * z h p' n / (s h * INR C * INR P) - delta h l * g h c * x_dot l p' n / (s h * INR C * INR P))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        cancel. }
      apply (eq_eq _ (rsum P (fun m' => delta h l * delta c p' * delta p m' * g h c * x_dot l p' m' / s h - delta h l * g h c * x_dot l p' m' * z h c p * z h p' m' / (s h * INR C * INR P) - delta h l * g h c * x_dot l p' m' / (s h * INR C * INR P))) _); [ same | ].
      apply (eq_eq _ (rsum P (fun m' => delta h l * delta c p' * delta p m' * g h c * x_dot l p' m' / s h) + rsum P (fun m' => - (delta h l * g h c * x_dot l p' m' * z h c p * z h p' m' / (s h * INR C * INR P)) - delta h l * g h c * x_dot l p' m' / (s h * INR C * INR P))) _).
      { rule_same (sum_add P (fun n => delta h l * delta c p' * delta p n * g h c * x_dot l p' n / s h) (fun n => - (delta h l * g h c * x_dot l p' n * z h c p * z h p' n / (s h * INR C * INR P)) - delta h l * g h c * x_dot l p' n / (s h * INR C * INR P)) (fun n => true)). }
      apply (eq_eq _ (rsum P (fun n => delta h l * delta c p' * delta p n * g h c * x_dot l p' n / s h) + rsum P (fun n => - (delta h l * g h c * x_dot l p' n * z h c p * z h p' n / (s h * INR C * INR P)) - delta h l * g h c * x_dot l p' n / (s h * INR C * INR P))) _); [ same | ].
      apply (eq_eq _ (delta h l * delta c p' * g h c / s h * x_dot l p' p - delta h l * g h c * z h c p / (s h * INR C * INR P) * rsum P (fun n => x_dot l p' n * z h p' n) - delta h l * g h c / (s h * INR C * INR P) * rsum P (fun n => x_dot l p' n)) _).
      { apply (eq_eq _ (delta h l * delta c p' * g h c / s h * x_dot l p' p + (- (delta h l * g h c * z h c p / (s h * INR C * INR P) * rsum P (fun n => x_dot l p' n * z h p' n)) - delta h l * g h c / (s h * INR C * INR P) * rsum P (fun n => x_dot l p' n))) _); [ | same ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum P (fun n => delta h l * delta c p' * g h c / s h * delta p n * x_dot l p' n)) _).
          { apply rsum_ext; intros n ?; cbv beta.
            fractions. }
          apply (eq_eq _ (rsum P (fun m' => delta h l * delta c p' * g h c / s h * delta p m' * x_dot l p' m')) _); [ same | ].
          apply (eq_eq _ (delta h l * delta c p' * g h c / s h * rsum P (fun m' => delta p m' * x_dot l p' m')) _).
          { rule_same (sum_factor P (delta h l * delta c p' * g h c / s h) (fun n => delta p n * x_dot l p' n) (fun n => true)). }
          apply (eq_eq _ (delta h l * delta c p' * g h c / s h * rsum P (fun n => delta p n * x_dot l p' n)) _); [ same | ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum P (fun n => delta n p * x_dot l p' n)) _).
          { apply rsum_ext; intros n ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum P (fun m' => delta m' p * x_dot l p' m')) _); [ same | ].
          rule_same (sum_delta P (fun n => x_dot l p' n) p). }
        apply (eq_eq _ (rsum P (fun m' => - (delta h l * g h c * x_dot l p' m' * z h c p * z h p' m' / (s h * INR C * INR P)) - delta h l * g h c * x_dot l p' m' / (s h * INR C * INR P))) _); [ same | ].
        apply (eq_eq _ (rsum P (fun m' => - (delta h l * g h c * x_dot l p' m' * z h c p * z h p' m' / (s h * INR C * INR P))) + rsum P (fun k => - (delta h l * g h c * x_dot l p' k / (s h * INR C * INR P)))) _).
        { rule_same (sum_add P (fun n => - (delta h l * g h c * x_dot l p' n * z h c p * z h p' n / (s h * INR C * INR P))) (fun n => - (delta h l * g h c * x_dot l p' n / (s h * INR C * INR P))) (fun n => true)). }
        apply (eq_eq _ (rsum P (fun n => - (delta h l * g h c * x_dot l p' n * z h c p * z h p' n / (s h * INR C * INR P))) + rsum P (fun n => - (delta h l * g h c * x_dot l p' n / (s h * INR C * INR P)))) _); [ same | ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum P (fun n => - (delta h l * g h c * z h c p / (s h * INR C * INR P) * x_dot l p' n * z h p' n))) _).
          { apply rsum_ext; intros n ?; cbv beta.
            fractions. }
          apply (eq_eq _ (rsum P (fun m' => - (delta h l * g h c * z h c p / (s h * INR C * INR P) * x_dot l p' m' * z h p' m'))) _); [ same | ].
          apply (eq_eq _ (- rsum P (fun m' => delta h l * g h c * z h c p / (s h * INR C * INR P) * x_dot l p' m' * z h p' m')) _).
          { rule (sum_neg P (fun n => delta h l * g h c * z h c p / (s h * INR C * INR P) * x_dot l p' n * z h p' n) (fun n => true)). }
          apply (eq_eq _ (- rsum P (fun n => delta h l * g h c * z h c p / (s h * INR C * INR P) * x_dot l p' n * z h p' n)) _); [ same | ].
          refine (f_equal Ropp _).
          apply (eq_eq _ (rsum P (fun m' => delta h l * g h c * z h c p / (s h * INR C * INR P) * x_dot l p' m' * z h p' m')) _); [ same | ].
          apply (eq_eq _ (delta h l * g h c * z h c p / (s h * INR C * INR P) * rsum P (fun k => x_dot l p' k * z h p' k)) _); [ | same ].
          rule_same (sum_factor P (delta h l * g h c * z h c p / (s h * INR C * INR P)) (fun n => x_dot l p' n * z h p' n) (fun n => true)). }
        apply (eq_eq _ (rsum P (fun n => - (delta h l * g h c / (s h * INR C * INR P) * x_dot l p' n))) _).
        { apply rsum_ext; intros n ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum P (fun k => - (delta h l * g h c / (s h * INR C * INR P) * x_dot l p' k))) _); [ same | ].
        apply (eq_eq _ (- rsum P (fun k => delta h l * g h c / (s h * INR C * INR P) * x_dot l p' k)) _).
        { rule (sum_neg P (fun n => delta h l * g h c / (s h * INR C * INR P) * x_dot l p' n) (fun n => true)). }
        apply (eq_eq _ (- rsum P (fun n => delta h l * g h c / (s h * INR C * INR P) * x_dot l p' n)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum P (fun k => delta h l * g h c / (s h * INR C * INR P) * x_dot l p' k)) _); [ same | ].
        apply (eq_eq _ (delta h l * g h c / (s h * INR C * INR P) * rsum P (fun k => x_dot l p' k)) _); [ | same ].
        rule (sum_factor P (delta h l * g h c / (s h * INR C * INR P)) (fun n => x_dot l p' n) (fun n => true)). }
      fractions. }
    apply (eq_eq _ (rsum C (fun m' => delta h l * delta c m' * g h c * x_dot l m' p / s h - delta h l * rsum P (fun n => x_dot l m' n * z h m' n) * g h c * z h c p / (s h * INR C * INR P) - delta h l * rsum P (fun n => x_dot l m' n) * g h c / (s h * INR C * INR P))) _); [ same | ].
    apply (eq_eq _ (rsum C (fun m' => delta h l * delta c m' * g h c * x_dot l m' p / s h) + rsum C (fun m' => - (delta h l * rsum P (fun n => x_dot l m' n * z h m' n) * g h c * z h c p / (s h * INR C * INR P)) - delta h l * rsum P (fun n => x_dot l m' n) * g h c / (s h * INR C * INR P))) _).
    { rule_same (sum_add C (fun p' => delta h l * delta c p' * g h c * x_dot l p' p / s h) (fun p' => - (delta h l * rsum P (fun n => x_dot l p' n * z h p' n) * g h c * z h c p / (s h * INR C * INR P)) - delta h l * rsum P (fun n => x_dot l p' n) * g h c / (s h * INR C * INR P)) (fun p' => true)). }
    apply (eq_eq _ (rsum C (fun p' => delta h l * delta c p' * g h c * x_dot l p' p / s h) + rsum C (fun p' => - (delta h l * rsum P (fun n => x_dot l p' n * z h p' n) * g h c * z h c p / (s h * INR C * INR P)) - delta h l * rsum P (fun n => x_dot l p' n) * g h c / (s h * INR C * INR P))) _); [ same | ].
    apply (eq_eq _ (delta h l * g h c / s h * x_dot l c p - delta h l * g h c * z h c p / (s h * INR C * INR P) * rsum C (fun p' => rsum P (fun n => x_dot l p' n * z h p' n)) - delta h l * g h c / (s h * INR C * INR P) * rsum C (fun p' => rsum P (fun n => x_dot l p' n))) _).
    { apply (eq_eq _ (delta h l * g h c / s h * x_dot l c p + (- (delta h l * g h c * z h c p / (s h * INR C * INR P) * rsum C (fun p' => rsum P (fun n => x_dot l p' n * z h p' n))) - delta h l * g h c / (s h * INR C * INR P) * rsum C (fun p' => rsum P (fun n => x_dot l p' n)))) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum C (fun p' => delta h l * g h c / s h * delta c p' * x_dot l p' p)) _).
        { apply rsum_ext; intros p' ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum C (fun m' => delta h l * g h c / s h * delta c m' * x_dot l m' p)) _); [ same | ].
        apply (eq_eq _ (delta h l * g h c / s h * rsum C (fun m' => delta c m' * x_dot l m' p)) _).
        { rule_same (sum_factor C (delta h l * g h c / s h) (fun p' => delta c p' * x_dot l p' p) (fun p' => true)). }
        apply (eq_eq _ (delta h l * g h c / s h * rsum C (fun p' => delta c p' * x_dot l p' p)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum C (fun p' => delta p' c * x_dot l p' p)) _).
        { apply rsum_ext; intros p' ?; cbv beta.
          same. }
        apply (eq_eq _ (rsum C (fun m' => delta m' c * x_dot l m' p)) _); [ same | ].
        rule (sum_delta C (fun p' => x_dot l p' p) c). }
      apply (eq_eq _ (rsum C (fun m' => - (delta h l * rsum P (fun n => x_dot l m' n * z h m' n) * g h c * z h c p / (s h * INR C * INR P)) - delta h l * rsum P (fun n => x_dot l m' n) * g h c / (s h * INR C * INR P))) _); [ same | ].
      apply (eq_eq _ (rsum C (fun m' => - (delta h l * rsum P (fun n => x_dot l m' n * z h m' n) * g h c * z h c p / (s h * INR C * INR P))) + rsum C (fun k => - (delta h l * rsum P (fun n => x_dot l k n) * g h c / (s h * INR C * INR P)))) _).
      { rule_same (sum_add C (fun p' => - (delta h l * rsum P (fun n => x_dot l p' n * z h p' n) * g h c * z h c p / (s h * INR C * INR P))) (fun p' => - (delta h l * rsum P (fun n => x_dot l p' n) * g h c / (s h * INR C * INR P))) (fun p' => true)). }
      apply (eq_eq _ (rsum C (fun p' => - (delta h l * rsum P (fun n => x_dot l p' n * z h p' n) * g h c * z h c p / (s h * INR C * INR P))) + rsum C (fun p' => - (delta h l * rsum P (fun n => x_dot l p' n) * g h c / (s h * INR C * INR P)))) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum C (fun p' => - (delta h l * g h c * z h c p / (s h * INR C * INR P) * rsum P (fun n => x_dot l p' n * z h p' n)))) _).
        { apply rsum_ext; intros p' ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum C (fun m' => - (delta h l * g h c * z h c p / (s h * INR C * INR P) * rsum P (fun n => x_dot l m' n * z h m' n)))) _); [ same | ].
        apply (eq_eq _ (- rsum C (fun m' => delta h l * g h c * z h c p / (s h * INR C * INR P) * rsum P (fun n => x_dot l m' n * z h m' n))) _).
        { rule (sum_neg C (fun p' => delta h l * g h c * z h c p / (s h * INR C * INR P) * rsum P (fun n => x_dot l p' n * z h p' n)) (fun p' => true)). }
        apply (eq_eq _ (- rsum C (fun p' => delta h l * g h c * z h c p / (s h * INR C * INR P) * rsum P (fun n => x_dot l p' n * z h p' n))) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum C (fun m' => delta h l * g h c * z h c p / (s h * INR C * INR P) * rsum P (fun n => x_dot l m' n * z h m' n))) _); [ same | ].
        apply (eq_eq _ (delta h l * g h c * z h c p / (s h * INR C * INR P) * rsum C (fun k => rsum P (fun n => x_dot l k n * z h k n))) _); [ | same ].
        rule_same (sum_factor C (delta h l * g h c * z h c p / (s h * INR C * INR P)) (fun p' => rsum P (fun n => x_dot l p' n * z h p' n)) (fun p' => true)). }
      apply (eq_eq _ (rsum C (fun p' => - (delta h l * g h c / (s h * INR C * INR P) * rsum P (fun n => x_dot l p' n)))) _).
      { apply rsum_ext; intros p' ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum C (fun k => - (delta h l * g h c / (s h * INR C * INR P) * rsum P (fun n => x_dot l k n)))) _); [ same | ].
      apply (eq_eq _ (- rsum C (fun k => delta h l * g h c / (s h * INR C * INR P) * rsum P (fun n => x_dot l k n))) _).
      { rule (sum_neg C (fun p' => delta h l * g h c / (s h * INR C * INR P) * rsum P (fun n => x_dot l p' n)) (fun p' => true)). }
      apply (eq_eq _ (- rsum C (fun p' => delta h l * g h c / (s h * INR C * INR P) * rsum P (fun n => x_dot l p' n))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum C (fun k => delta h l * g h c / (s h * INR C * INR P) * rsum P (fun n => x_dot l k n))) _); [ same | ].
      apply (eq_eq _ (delta h l * g h c / (s h * INR C * INR P) * rsum C (fun k => rsum P (fun n => x_dot l k n))) _); [ | same ].
      rule (sum_factor C (delta h l * g h c / (s h * INR C * INR P)) (fun p' => rsum P (fun n => x_dot l p' n)) (fun p' => true)). }
    fractions. }
  apply (eq_eq _ (rsum H' (fun l => - (delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n * z h p' n)) * g h c * z h c p / (s h * INR C * INR P))) + rsum H' (fun l => - (delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n)) * g h c / (s h * INR C * INR P)) + delta h l * g h c * x_dot l c p / s h)) _).
  { rule_same (sum_add H' (fun l => - (delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n * z h p' n)) * g h c * z h c p / (s h * INR C * INR P))) (fun l => - (delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n)) * g h c / (s h * INR C * INR P)) + delta h l * g h c * x_dot l c p / s h) (fun l => true)). }
  apply (eq_eq _ (- (g h c * z h c p / (s h * INR C * INR P) * rsum C (fun p' => rsum P (fun n => x_dot h p' n * z h p' n))) - g h c / (s h * INR C * INR P) * rsum C (fun p' => rsum P (fun n => x_dot h p' n)) + g h c / s h * x_dot h c p) _).
  { apply (eq_eq _ (- (g h c * z h c p / (s h * INR C * INR P) * rsum C (fun p' => rsum P (fun n => x_dot h p' n * z h p' n))) + (- (g h c / (s h * INR C * INR P) * rsum C (fun p' => rsum P (fun n => x_dot h p' n))) + g h c / s h * x_dot h c p)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun l => - (g h c * z h c p / (s h * INR C * INR P) * delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n * z h p' n))))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (- rsum H' (fun l => g h c * z h c p / (s h * INR C * INR P) * delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n * z h p' n)))) _).
      { rule (sum_neg H' (fun l => g h c * z h c p / (s h * INR C * INR P) * delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n * z h p' n))) (fun l => true)). }
      refine (f_equal Ropp _).
      apply (eq_eq _ (g h c * z h c p / (s h * INR C * INR P) * rsum H' (fun k => delta h k * rsum C (fun p' => rsum P (fun n => x_dot k p' n * z h p' n)))) _).
      { rule_same (sum_factor H' (g h c * z h c p / (s h * INR C * INR P)) (fun l => delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n * z h p' n))) (fun l => true)). }
      apply (eq_eq _ (g h c * z h c p / (s h * INR C * INR P) * rsum H' (fun l => delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n * z h p' n)))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum H' (fun l => delta l h * rsum C (fun p' => rsum P (fun n => x_dot l p' n * z h p' n)))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum H' (fun k => delta k h * rsum C (fun p' => rsum P (fun n => x_dot k p' n * z h p' n)))) _); [ same | ].
      rule (sum_delta H' (fun l => rsum C (fun p' => rsum P (fun n => x_dot l p' n * z h p' n))) h). }
    apply (eq_eq _ (rsum H' (fun k => - (delta h k * rsum C (fun p' => rsum P (fun n => x_dot k p' n)) * g h c / (s h * INR C * INR P))) + rsum H' (fun l => delta h l * g h c * x_dot l c p / s h)) _).
    { rule_same (sum_add H' (fun l => - (delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n)) * g h c / (s h * INR C * INR P))) (fun l => delta h l * g h c * x_dot l c p / s h) (fun l => true)). }
    apply (eq_eq _ (rsum H' (fun l => - (delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n)) * g h c / (s h * INR C * INR P))) + rsum H' (fun l => delta h l * g h c * x_dot l c p / s h)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum H' (fun l => - (g h c / (s h * INR C * INR P) * delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n))))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum H' (fun k => - (g h c / (s h * INR C * INR P) * delta h k * rsum C (fun p' => rsum P (fun n => x_dot k p' n))))) _); [ same | ].
      apply (eq_eq _ (- rsum H' (fun k => g h c / (s h * INR C * INR P) * delta h k * rsum C (fun p' => rsum P (fun n => x_dot k p' n)))) _).
      { rule (sum_neg H' (fun l => g h c / (s h * INR C * INR P) * delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n))) (fun l => true)). }
      apply (eq_eq _ (- rsum H' (fun l => g h c / (s h * INR C * INR P) * delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n)))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum H' (fun k => g h c / (s h * INR C * INR P) * delta h k * rsum C (fun p' => rsum P (fun n => x_dot k p' n)))) _); [ same | ].
      apply (eq_eq _ (g h c / (s h * INR C * INR P) * rsum H' (fun k => delta h k * rsum C (fun p' => rsum P (fun n => x_dot k p' n)))) _).
      { rule_same (sum_factor H' (g h c / (s h * INR C * INR P)) (fun l => delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n))) (fun l => true)). }
      apply (eq_eq _ (g h c / (s h * INR C * INR P) * rsum H' (fun l => delta h l * rsum C (fun p' => rsum P (fun n => x_dot l p' n)))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum H' (fun l => delta l h * rsum C (fun p' => rsum P (fun n => x_dot l p' n)))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum H' (fun k => delta k h * rsum C (fun p' => rsum P (fun n => x_dot k p' n)))) _); [ same | ].
      rule (sum_delta H' (fun l => rsum C (fun p' => rsum P (fun n => x_dot l p' n))) h). }
    apply (eq_eq _ (rsum H' (fun l => g h c / s h * delta h l * x_dot l c p)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (g h c / s h * rsum H' (fun l => delta h l * x_dot l c p)) _).
    { rule_same (sum_factor H' (g h c / s h) (fun l => delta h l * x_dot l c p) (fun l => true)). }
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum H' (fun l => delta l h * x_dot l c p)) _).
    { apply rsum_ext; intros l ?; cbv beta.
      same. }
    rule (sum_delta H' (fun l => x_dot l c p) h). }
  apply (eq_eq _ (- (rsum C (fun p' => rsum P (fun n => x_dot h p' n * z h p' n)) * g h c * z h c p / (s h * INR C * INR P)) - rsum C (fun p' => rsum P (fun n => x_dot h p' n)) * g h c / (s h * INR C * INR P) + g h c * x_dot h c p / s h) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* factor out g_hc *)
Lemma jvp_y_x_3_ring :
  x_dot h c p * g h c / s h - g h c * z h c p * rsum C (fun p' => rsum P (fun n => x_dot h p' n * z h p' n)) / (INR C * INR P * s h) - g h c * rsum C (fun p' => rsum P (fun n => x_dot h p' n)) / (INR C * INR P * s h)
  = g h c * (INR C * INR P * x_dot h c p - z h c p * rsum C (fun p' => rsum P (fun n => x_dot h p' n * z h p' n)) - rsum C (fun p' => rsum P (fun n => x_dot h p' n))) / (INR C * INR P * s h).
Proof.
  assert (s h <> 0).
  { sgn. }
  assert (INR P <> 0).
  { sgn. }
  assert (INR C <> 0).
  { sgn. }
  apply (eq_eq _ (- (rsum C (fun p' => rsum P (fun n => x_dot h p' n * z h p' n)) * g h c * z h c p / (s h * INR C * INR P)) - rsum C (fun p' => rsum P (fun n => x_dot h p' n)) * g h c / (s h * INR C * INR P) + g h c * x_dot h c p / s h) _).
  { fractions. }
  symmetry.
  cancel.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of g (z_of (line3 x x_dot t) (m_of C P (line3 x x_dot t)) (s_of (v_of C P (line3 x x_dot t) (m_of C P (line3 x x_dot t))))) b h c p)
  (g h c * (INR C * INR P * x_dot h c p - z h c p * rsum C (fun p' => rsum P (fun n => x_dot h p' n * z h p' n)) - rsum C (fun p' => rsum P (fun n => x_dot h p' n))) / (INR C * INR P * s h)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum H' (fun l => rsum C (fun m' => rsum P (fun n => pd (at3 x l m' n) (fun x' => y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p) * x_dot l m' n)))) _).
  { apply (eq_eq _ (rsum H' (fun l => rsum C (fun m' => rsum P (fun n => pd (at3 x l m' n) (fun x' => y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p) * x_dot l m' n)))) _).
    { refine (eq_trans (chain3_at (at0 0) H' C P x (fun x' => y_of g (z_of x' (m_of C P x') (s_of (v_of C P x' (m_of C P x')))) b h c p) (fun t => (line3 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity3. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma (eq_eq _ _ _ jvp_y_x_2_sum_factor jvp_y_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of g (z_of (line3 x x_dot t) (m_of C P (line3 x x_dot t)) (s_of (v_of C P (line3 x x_dot t) (m_of C P (line3 x x_dot t))))) b h c p)
  (g h c * (INR C * INR P * x_dot h c p - z h c p * rsum C (fun p' => rsum P (fun n => x_dot h p' n * z h p' n)) - rsum C (fun p' => rsum P (fun n => x_dot h p' n))) / (INR C * INR P * s h))).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat3 x) (Formula.flat3 x_dot) (Formula.Add (Formula.Mul (Formula.C (g h c)) (Formula.Div (Formula.Sub (Formula.V (h, c, p)) (Formula.Div (Formula.Sum C (fun c' => (Formula.Sum P (fun p' => (Formula.V (h, c', p')))))) (Formula.C (INR C * INR P)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum C (fun c' => (Formula.Sum P (fun p' => (Formula.Pow (Formula.Sub (Formula.V (h, c', p')) (Formula.Div (Formula.Sum C (fun c'' => (Formula.Sum P (fun p'' => (Formula.V (h, c'', p'')))))) (Formula.C (INR C * INR P)))) 2))))) (Formula.C (INR C * INR P))) (Formula.C ((1 / 100000))))))) (Formula.C (b h c)))).
Defined.
End jvp_y_x.

(** * Derivative of y by g *)

Section derivative_y_g.
Variables (c h i j p : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis h_in : (h < H')%nat.
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < C)%nat.
Hypothesis p_in : (p < P)%nat.

(* definition of y_hcp *)
Lemma derivative_y_g_1_unfold :
  pd (at2 g i j) (fun g' => y_of g' z b h c p)
  = pd (at2 g i j) (fun g' => g' h c * z h c p + b h c).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front; ∂g_hc/∂g_ij = δ_hi·δ_cj *)
Lemma derivative_y_g_2_diff_scale :
  pd (at2 g i j) (fun g' => g' h c * z h c p + b h c)
  = z h c p * delta h i * delta c j.
Proof.
  rule (shared_14 h c p i j).
Qed.

Theorem derivative_y_g :
  is_pd (at2 g i j) (fun g' => y_of g' z b h c p)
  (z h c p * delta h i * delta c j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_g_1_unfold derivative_y_g_2_diff_scale).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_g_outright : option (
  is_pd (at2 g i j) (fun g' => y_of g' z b h c p)
  (z h c p * delta h i * delta c j)).
Proof.
  attempt "derivative_y_g" by Formula.outright (Formula.by_matrix (Formula.Add (Formula.Mul (Formula.V (h, c)) (Formula.C (z h c p))) (Formula.C (b h c)))).
Defined.
End derivative_y_g.

(** * VJP of y for g *)

Section vjp_y_g.
Variables (i j : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < C)%nat.

(* put in ∂y_hcp/∂g_ij *)
Lemma vjp_y_g_1_lemma :
  rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * pd (at2 g i j) (fun g' => y_of g' z b h c p))))
  = rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * z h c p * delta h i * delta c j))).
Proof.
  apply rsum_ext; intros h ?; cbv beta.
  apply rsum_ext; intros c ?; cbv beta.
  apply rsum_ext; intros p ?; cbv beta.
  apply (eq_eq _ (y_bar h c p * (z h c p * delta h i * delta c j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 g i j) (fun g' => g' h c * z h c p + b h c)) _).
  { reflexivity. }
  rule (shared_14 h c p i j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_y_g_2_sum_factor :
  rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * z h c p * delta h i * delta c j)))
  = rsum H' (fun h => rsum C (fun c => delta h i * delta c j * rsum P (fun p => y_bar h c p * z h c p))).
Proof.
  apply rsum_ext; intros h ?; cbv beta.
  apply rsum_ext; intros c ?; cbv beta.
  apply (eq_eq _ (rsum P (fun p => delta h i * delta c j * y_bar h c p * z h c p)) _).
  { apply rsum_ext; intros p ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum P (fun k => delta h i * delta c j * y_bar h c k * z h c k)) _); [ same | ].
  apply (eq_eq _ (delta h i * delta c j * rsum P (fun k => y_bar h c k * z h c k)) _); [ | same ].
  rule_same (sum_factor P (delta h i * delta c j) (fun p => y_bar h c p * z h c p) (fun p => true)).
Qed.

(* a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_y_g_3_sum_factor :
  rsum H' (fun h => rsum C (fun c => delta h i * delta c j * rsum P (fun p => y_bar h c p * z h c p)))
  = rsum P (fun p => y_bar i j p * z i j p).
Proof.
  apply (eq_eq _ (rsum H' (fun h => delta h i * rsum P (fun p => y_bar h j p * z h j p))) _).
  { apply rsum_ext; intros h ?; cbv beta.
    apply (eq_eq _ (rsum C (fun c => delta c j * delta h i * rsum P (fun p => y_bar h c p * z h c p))) _).
    { apply rsum_ext; intros c ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum C (fun c => delta h i * delta c j * rsum P (fun p => y_bar h c p * z h c p))) _).
    { apply rsum_ext; intros c ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum C (fun k => delta h i * delta k j * rsum P (fun p => y_bar h k p * z h k p))) _); [ same | ].
    apply (eq_eq _ (delta h i * rsum C (fun k => delta k j * rsum P (fun p => y_bar h k p * z h k p))) _).
    { rule_same (sum_factor C (delta h i) (fun c => delta c j * rsum P (fun p => y_bar h c p * z h c p)) (fun c => true)). }
    apply (eq_eq _ (delta h i * rsum C (fun c => delta c j * rsum P (fun p => y_bar h c p * z h c p))) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum C (fun k => delta k j * rsum P (fun p => y_bar h k p * z h k p))) _); [ same | ].
    rule (sum_delta C (fun c => rsum P (fun p => y_bar h c p * z h c p)) j). }
  apply (eq_eq _ (rsum H' (fun k => delta k i * rsum P (fun p => y_bar k j p * z k j p))) _); [ same | ].
  apply (eq_eq _ (rsum P (fun p => y_bar i j p * z i j p)) _).
  { rule (sum_delta H' (fun h => rsum P (fun p => y_bar h j p * z h j p)) i). }
  reflexivity.
Qed.

Theorem vjp_y_g :
  is_pd (at2 g i j) (fun g' => rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * y_of g' z b h c p))))
  (rsum P (fun p => y_bar i j p * z i j p)).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * pd (at2 g i j) (fun g' => y_of g' z b h c p))))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_g_1_lemma (eq_eq _ _ _ vjp_y_g_2_sum_factor vjp_y_g_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_g_outright : option (
  is_pd (at2 g i j) (fun g' => rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * y_of g' z b h c p))))
  (rsum P (fun p => y_bar i j p * z i j p))).
Proof.
  attempt "vjp_y_g" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun h => (Formula.Sum C (fun c => (Formula.Sum P (fun p => (Formula.Mul (Formula.C (y_bar h c p)) (Formula.Add (Formula.Mul (Formula.V (h, c)) (Formula.C (z h c p))) (Formula.C (b h c))))))))))).
Defined.
End vjp_y_g.

(** * JVP of y for g *)

Section jvp_y_g.
Variables (c h p : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis h_in : (h < H')%nat.
Hypothesis p_in : (p < P)%nat.

(* put in ∂y_hcp/∂g_lm *)
Lemma jvp_y_g_1_lemma :
  rsum H' (fun l => rsum C (fun m' => pd (at2 g l m') (fun g' => y_of g' z b h c p) * g_dot l m'))
  = rsum H' (fun l => rsum C (fun n => z h c p * delta h l * delta c n * g_dot l n)).
Proof.
  apply (eq_eq _ (rsum H' (fun l => rsum C (fun m' => z h c p * delta h l * delta c m' * g_dot l m'))) _); [ | same ].
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m' ?; cbv beta.
  apply (eq_eq _ ((z h c p * delta h l * delta c m') * g_dot l m') _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at2 g l m') (fun g' => g' h c * z h c p + b h c)) _).
  { reflexivity. }
  rule (shared_14 h c p l m').
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_g_2_sum_delta :
  rsum H' (fun l => rsum C (fun n => z h c p * delta h l * delta c n * g_dot l n))
  = z h c p * g_dot h c.
Proof.
  apply (eq_eq _ (rsum H' (fun l => z h c p * delta h l * g_dot l c)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum C (fun n => delta n c * z h c p * delta h l * g_dot l n)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum C (fun m' => delta m' c * z h c p * delta h l * g_dot l m')) _); [ same | ].
    rule_same (sum_delta C (fun n => z h c p * delta h l * g_dot l n) c). }
  apply (eq_eq _ (rsum H' (fun l => delta l h * z h c p * g_dot l c)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  rule_same (sum_delta H' (fun l => z h c p * g_dot l c) h).
Qed.

Theorem jvp_y_g :
  is_pd (at0 0) (fun t => y_of (line2 g g_dot t) z b h c p)
  (z h c p * g_dot h c).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum H' (fun l => rsum C (fun m' => pd (at2 g l m') (fun g' => y_of g' z b h c p) * g_dot l m'))) _).
  { apply (eq_eq _ (rsum H' (fun l => rsum C (fun m' => pd (at2 g l m') (fun g' => y_of g' z b h c p) * g_dot l m'))) _).
    { refine (eq_trans (chain2_at (at0 0) H' C g (fun g' => y_of g' z b h c p) (fun t => (line2 g g_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_g_1_lemma jvp_y_g_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_g_outright : option (
  is_pd (at0 0) (fun t => y_of (line2 g g_dot t) z b h c p)
  (z h c p * g_dot h c)).
Proof.
  attempt "jvp_y_g" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 g) (Formula.flat2 g_dot) (Formula.Add (Formula.Mul (Formula.V (h, c)) (Formula.C (z h c p))) (Formula.C (b h c)))).
Defined.
End jvp_y_g.

(** * Derivative of y by b *)

Section derivative_y_b.
Variables (c h i j p : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis h_in : (h < H')%nat.
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < C)%nat.
Hypothesis p_in : (p < P)%nat.

(* definition of y_hcp *)
Lemma derivative_y_b_1_unfold :
  pd (at2 b i j) (fun b' => y_of g z b' h c p)
  = pd (at2 b i j) (fun b' => g h c * z h c p + b' h c).
Proof.
  reflexivity.
Qed.

(* ∂b_hc/∂b_ij = δ_hi·δ_cj *)
Lemma derivative_y_b_2_variable :
  pd (at2 b i j) (fun b' => g h c * z h c p + b' h c)
  = delta h i * delta c j.
Proof.
  rule (shared_15 h c p i j).
Qed.

Theorem derivative_y_b :
  is_pd (at2 b i j) (fun b' => y_of g z b' h c p)
  (delta h i * delta c j).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_b_1_unfold derivative_y_b_2_variable).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_b_outright : option (
  is_pd (at2 b i j) (fun b' => y_of g z b' h c p)
  (delta h i * delta c j)).
Proof.
  attempt "derivative_y_b" by Formula.outright (Formula.by_matrix (Formula.Add (Formula.C (g h c * z h c p)) (Formula.V (h, c)))).
Defined.
End derivative_y_b.

(** * VJP of y for b *)

Section vjp_y_b.
Variables (i j : nat).
Hypothesis i_in : (i < H')%nat.
Hypothesis j_in : (j < C)%nat.

(* put in ∂y_hcp/∂b_ij *)
Lemma vjp_y_b_1_lemma :
  rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * pd (at2 b i j) (fun b' => y_of g z b' h c p))))
  = rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * delta h i * delta c j))).
Proof.
  apply rsum_ext; intros h ?; cbv beta.
  apply rsum_ext; intros c ?; cbv beta.
  apply rsum_ext; intros p ?; cbv beta.
  apply (eq_eq _ (y_bar h c p * (delta h i * delta c j)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at2 b i j) (fun b' => g h c * z h c p + b' h c)) _).
  { reflexivity. }
  rule (shared_15 h c p i j).
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_y_b_2_sum_factor :
  rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * delta h i * delta c j)))
  = rsum H' (fun h => rsum C (fun c => delta h i * delta c j * rsum P (fun p => y_bar h c p))).
Proof.
  apply rsum_ext; intros h ?; cbv beta.
  apply rsum_ext; intros c ?; cbv beta.
  apply (eq_eq _ (rsum P (fun p => delta h i * delta c j * y_bar h c p)) _).
  { apply rsum_ext; intros p ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum P (fun k => delta h i * delta c j * y_bar h c k)) _); [ same | ].
  apply (eq_eq _ (delta h i * delta c j * rsum P (fun k => y_bar h c k)) _); [ | same ].
  rule_same (sum_factor P (delta h i * delta c j) (fun p => y_bar h c p) (fun p => true)).
Qed.

(* a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_y_b_3_sum_factor :
  rsum H' (fun h => rsum C (fun c => delta h i * delta c j * rsum P (fun p => y_bar h c p)))
  = rsum P (fun p => y_bar i j p).
Proof.
  apply (eq_eq _ (rsum H' (fun h => delta h i * rsum P (fun p => y_bar h j p))) _).
  { apply rsum_ext; intros h ?; cbv beta.
    apply (eq_eq _ (rsum C (fun c => delta c j * delta h i * rsum P (fun p => y_bar h c p))) _).
    { apply rsum_ext; intros c ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum C (fun c => delta h i * delta c j * rsum P (fun p => y_bar h c p))) _).
    { apply rsum_ext; intros c ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum C (fun k => delta h i * delta k j * rsum P (fun p => y_bar h k p))) _); [ same | ].
    apply (eq_eq _ (delta h i * rsum C (fun k => delta k j * rsum P (fun p => y_bar h k p))) _).
    { rule_same (sum_factor C (delta h i) (fun c => delta c j * rsum P (fun p => y_bar h c p)) (fun c => true)). }
    apply (eq_eq _ (delta h i * rsum C (fun c => delta c j * rsum P (fun p => y_bar h c p))) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum C (fun k => delta k j * rsum P (fun p => y_bar h k p))) _); [ same | ].
    rule (sum_delta C (fun c => rsum P (fun p => y_bar h c p)) j). }
  apply (eq_eq _ (rsum H' (fun k => delta k i * rsum P (fun p => y_bar k j p))) _); [ same | ].
  apply (eq_eq _ (rsum P (fun p => y_bar i j p)) _).
  { rule (sum_delta H' (fun h => rsum P (fun p => y_bar h j p)) i). }
  reflexivity.
Qed.

Theorem vjp_y_b :
  is_pd (at2 b i j) (fun b' => rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * y_of g z b' h c p))))
  (rsum P (fun p => y_bar i j p)).
Proof.
  apply (is_pd_eq _ _ (rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * pd (at2 b i j) (fun b' => y_of g z b' h c p))))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_b_1_lemma (eq_eq _ _ _ vjp_y_b_2_sum_factor vjp_y_b_3_sum_factor)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_b_outright : option (
  is_pd (at2 b i j) (fun b' => rsum H' (fun h => rsum C (fun c => rsum P (fun p => y_bar h c p * y_of g z b' h c p))))
  (rsum P (fun p => y_bar i j p))).
Proof.
  attempt "vjp_y_b" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum H' (fun h => (Formula.Sum C (fun c => (Formula.Sum P (fun p => (Formula.Mul (Formula.C (y_bar h c p)) (Formula.Add (Formula.C (g h c * z h c p)) (Formula.V (h, c))))))))))).
Defined.
End vjp_y_b.

(** * JVP of y for b *)

Section jvp_y_b.
Variables (c h p : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis h_in : (h < H')%nat.
Hypothesis p_in : (p < P)%nat.

(* put in ∂y_hcp/∂b_lm *)
Lemma jvp_y_b_1_lemma :
  rsum H' (fun l => rsum C (fun m' => pd (at2 b l m') (fun b' => y_of g z b' h c p) * b_dot l m'))
  = rsum H' (fun l => rsum C (fun n => delta h l * delta c n * b_dot l n)).
Proof.
  apply (eq_eq _ (rsum H' (fun l => rsum C (fun m' => delta h l * delta c m' * b_dot l m'))) _); [ | same ].
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m' ?; cbv beta.
  apply (eq_eq _ ((delta h l * delta c m') * b_dot l m') _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at2 b l m') (fun b' => g h c * z h c p + b' h c)) _).
  { reflexivity. }
  rule (shared_15 h c p l m').
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_b_2_sum_delta :
  rsum H' (fun l => rsum C (fun n => delta h l * delta c n * b_dot l n))
  = b_dot h c.
Proof.
  apply (eq_eq _ (rsum H' (fun l => delta h l * b_dot l c)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    apply (eq_eq _ (rsum C (fun n => delta n c * delta h l * b_dot l n)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      arith. }
    apply (eq_eq _ (rsum C (fun k => delta k c * delta h l * b_dot l k)) _); [ same | ].
    rule_same (sum_delta C (fun n => delta h l * b_dot l n) c). }
  apply (eq_eq _ (rsum H' (fun l => delta l h * b_dot l c)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    same. }
  apply (eq_eq _ (rsum H' (fun k => delta k h * b_dot k c)) _); [ same | ].
  rule (sum_delta H' (fun l => b_dot l c) h).
Qed.

Theorem jvp_y_b :
  is_pd (at0 0) (fun t => y_of g z (line2 b b_dot t) h c p)
  (b_dot h c).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum H' (fun l => rsum C (fun m' => pd (at2 b l m') (fun b' => y_of g z b' h c p) * b_dot l m'))) _).
  { apply (eq_eq _ (rsum H' (fun l => rsum C (fun m' => pd (at2 b l m') (fun b' => y_of g z b' h c p) * b_dot l m'))) _).
    { refine (eq_trans (chain2_at (at0 0) H' C b (fun b' => y_of g z b' h c p) (fun t => (line2 b b_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_b_1_lemma jvp_y_b_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_b_outright : option (
  is_pd (at0 0) (fun t => y_of g z (line2 b b_dot t) h c p)
  (b_dot h c)).
Proof.
  attempt "jvp_y_b" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 b) (Formula.flat2 b_dot) (Formula.Add (Formula.C (g h c * z h c p)) (Formula.V (h, c)))).
Defined.
End jvp_y_b.
End group_norm_theory.
