(* made by derive, do not edit *)
(* Instance normalisation

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition m_of (P : nat) (x : nat -> nat -> R) (c : nat) : R :=
  rsum P (fun p => x c p) / INR P.
#[local] Hint Unfold m_of : definitions.
Definition v_of (P : nat) (x : nat -> nat -> R) (m : nat -> R) (c : nat) : R :=
  rsum P (fun p => (x c p - m c) ^ 2) / INR P.
#[local] Hint Unfold v_of : definitions.
Definition s_of (v : nat -> R) (c : nat) : R :=
  sqrt (v c + (1 / 100000)).
#[local] Hint Unfold s_of : definitions.
Definition z_of (x : nat -> nat -> R) (m : nat -> R) (s : nat -> R) (c p : nat) : R :=
  (x c p - m c) / s c.
#[local] Hint Unfold z_of : definitions.
Definition y_of (g : nat -> R) (z : nat -> nat -> R) (b : nat -> R) (c p : nat) : R :=
  g c * z c p + b c.
#[local] Hint Unfold y_of : definitions.

Section instance_norm_theory.
Variables (P C : nat).
Variables (b g b_dot g_dot : nat -> R).
Variables (x y_bar x_dot : nat -> nat -> R).
Hypothesis P_positive : (0 < P)%nat.
Hypothesis C_positive : (0 < C)%nat.
Local Notation m := (m_of P x).
Local Notation v := (v_of P x m).
Local Notation s := (s_of v).
Local Notation z := (z_of x m s).
Local Notation y := (y_of g z b).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i j k l : nat,
  (i < C)%nat ->
  (j < P)%nat ->
  (k < C)%nat ->
  (l < P)%nat ->
  pd (at2 x k l) (fun x' => y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b i j) = rsum C (fun c => rsum P (fun p => pd (at2 z c p) (fun z' => y_of g z' b i j) * pd (at2 x k l) (fun x' => z_of x' (m_of P x') (s_of (v_of P x' (m_of P x'))) c p))).
Proof.
  intros i j k l ? ? ? ?.
  assert ((forall c, (c < C)%nat -> s c <> 0)).
  { intros c ?.
    sgn. }
  assert ((forall c, (c < C)%nat -> 0 < v c + (1 / 100000))).
  { intros c ?.
    sgn. }
  assert (s i <> 0).
  { sgn. }
  assert (0 < v i + (1 / 100000)).
  { sgn. }
  apply (chain2 (at2 x k l) C P (fun z' => y_of g z' b i j) (fun x' => z_of x' (m_of P x') (s_of (v_of P x' (m_of P x'))))); [ dsm | premise ].
Qed.

Lemma shared_2 :
  forall i m' k l : nat,
  (i < C)%nat ->
  (m' < P)%nat ->
  (k < C)%nat ->
  (l < P)%nat ->
  pd (at2 x k l) (fun x' => x' i m' - m_of P x' i) = delta i k * delta m' l - rsum P (fun m'' => delta i k * delta m'' l) / INR P.
Proof.
  intros i m' k l ? ? ? ?.
  apply (eq_eq _ (pd (at2 x k l) (fun x' => x' i m') + pd (at2 x k l) (fun x' => - m_of P x' i)) _).
  { rule (diff_add (at2 x k l) (fun x' => x' i m') (fun x' => - m_of P x' i)). }
  refine (f_equal2 Rplus _ _).
  { apply variable2. }
  apply (eq_eq _ (- pd (at2 x k l) (fun x' => m_of P x' i)) _).
  { rule (diff_neg (at2 x k l) (fun x' => m_of P x' i)). }
  refine (f_equal Ropp _).
  apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum P (fun p => x' i p) / INR P)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 x k l) (fun x' => 1 / INR P * rsum P (fun p => x' i p))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at2 x k l) (fun x' => 1 / INR P * rsum P (fun p => x' i p))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR P * pd (at2 x k l) (fun x' => rsum P (fun p => x' i p))) _).
  { assert (pd (at2 x k l) (fun x' => 1 / INR P) = 0).
    { apply constant. }
    rule (diff_scale (at2 x k l) (fun x' => 1 / INR P) (fun x' => rsum P (fun p => x' i p))). }
  apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum P (fun p => x' i p)) / INR P) _).
  { fractions. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum P (fun k' => x' i k'))) _); [ same | ].
  apply (eq_eq _ (rsum P (fun m'' => pd (at2 x k l) (fun x' => x' i m''))) _).
  { rule_same (diff_sum (at2 x k l) P (fun k' x' => x' i k') (fun k' => true)). }
  apply rsum_ext; intros m'' ?; cbv beta.
  apply variable2.
Qed.

Lemma shared_3 :
  forall i k l : nat,
  (i < C)%nat ->
  (k < C)%nat ->
  (l < P)%nat ->
  - (rsum P (fun p => delta i k * delta l p) / INR P) = - (delta i k / INR P).
Proof.
  intros i k l ? ? ?.
  refine (f_equal Ropp (f_equal2 Rdiv _ eq_refl)).
  apply (eq_eq _ (rsum P (fun p => delta p l * delta i k)) _).
  { apply rsum_ext; intros p ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum P (fun m' => delta m' l * delta i k)) _); [ same | ].
  rule_same (sum_delta P (fun p => delta i k) l).
Qed.

Lemma shared_4 :
  forall i : nat,
  (i < C)%nat ->
  (INR P <> 0) ->
  v i = rsum P (fun p => x i p ^ 2) / INR P - rsum P (fun p => x i p) ^ 2 / INR P ^ 2.
Proof.
  intros i ? ?.
  apply (eq_eq _ (rsum P (fun p => (x i p - m i) ^ 2) / INR P) _).
  { reflexivity. }
  apply (eq_eq _ ((- (2 * rsum P (fun p => x i p) / INR P * rsum P (fun p => x i p)) + rsum P (fun p => x i p) ^ 2 / INR P ^ 2 * INR P + rsum P (fun p => x i p ^ 2)) / INR P) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum P (fun p => - (2 * rsum P (fun p' => x i p') * x i p / INR P) + rsum P (fun p' => x i p') ^ 2 / INR P ^ 2 + x i p ^ 2)) _).
    { apply rsum_ext; intros p ?; cbv beta.
      apply (eq_eq _ ((x i p - rsum P (fun p' => x i p') / INR P) ^ 2) _).
      { reflexivity. }
      fractions. }
    apply (eq_eq _ (rsum P (fun k => - (2 * rsum P (fun p => x i p) * x i k / INR P) + rsum P (fun p => x i p) ^ 2 / INR P ^ 2 + x i k ^ 2)) _); [ same | ].
    apply (eq_eq _ (rsum P (fun k => - (2 * rsum P (fun p => x i p) * x i k / INR P)) + rsum P (fun k => rsum P (fun p => x i p) ^ 2 / INR P ^ 2 + x i k ^ 2)) _).
    { rule_same (sum_add P (fun p => - (2 * rsum P (fun p' => x i p') * x i p / INR P)) (fun p => rsum P (fun p' => x i p') ^ 2 / INR P ^ 2 + x i p ^ 2) (fun p => true)). }
    apply (eq_eq _ (rsum P (fun p => - (2 * rsum P (fun p' => x i p') * x i p / INR P)) + rsum P (fun p => rsum P (fun p' => x i p') ^ 2 / INR P ^ 2 + x i p ^ 2)) _); [ same | ].
    apply (eq_eq _ (- (2 * rsum P (fun p => x i p) / INR P * rsum P (fun p => x i p)) + (rsum P (fun p => x i p) ^ 2 / INR P ^ 2 * INR P + rsum P (fun p => x i p ^ 2))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum P (fun p => - (2 * rsum P (fun p' => x i p') / INR P * x i p))) _).
      { apply rsum_ext; intros p ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum P (fun k => - (2 * rsum P (fun p => x i p) / INR P * x i k))) _); [ same | ].
      apply (eq_eq _ (- rsum P (fun k => 2 * rsum P (fun p => x i p) / INR P * x i k)) _).
      { rule (sum_neg P (fun p => 2 * rsum P (fun p' => x i p') / INR P * x i p) (fun p => true)). }
      apply (eq_eq _ (- rsum P (fun p => 2 * rsum P (fun p' => x i p') / INR P * x i p)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum P (fun k => 2 * rsum P (fun p => x i p) / INR P * x i k)) _); [ same | ].
      apply (eq_eq _ (2 * rsum P (fun p => x i p) / INR P * rsum P (fun k => x i k)) _); [ | same ].
      rule (sum_factor P (2 * rsum P (fun p => x i p) / INR P) (fun p => x i p) (fun p => true)). }
    apply (eq_eq _ (rsum P (fun k => rsum P (fun p => x i p) ^ 2 / INR P ^ 2 + x i k ^ 2)) _); [ same | ].
    apply (eq_eq _ (rsum P (fun k => rsum P (fun p => x i p) ^ 2 / INR P ^ 2) + rsum P (fun k => x i k ^ 2)) _).
    { rule (sum_add P (fun p => rsum P (fun p' => x i p') ^ 2 / INR P ^ 2) (fun p => x i p ^ 2) (fun p => true)). }
    apply (eq_eq _ (rsum P (fun p => rsum P (fun p' => x i p') ^ 2 / INR P ^ 2) + rsum P (fun p => x i p ^ 2)) _); [ same | ].
    refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum P (fun p => rsum P (fun p' => x i p') ^ 2 / INR P ^ 2 * 1)) _).
    { apply rsum_ext; intros p ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum P (fun k => rsum P (fun p => x i p) ^ 2 / INR P ^ 2 * 1)) _); [ same | ].
    apply (eq_eq _ (rsum P (fun p => x i p) ^ 2 / INR P ^ 2 * rsum P (fun k => 1)) _).
    { rule (sum_factor P (rsum P (fun p => x i p) ^ 2 / INR P ^ 2) (fun p => 1) (fun p => true)). }
    apply (eq_eq _ (rsum P (fun p => x i p) ^ 2 / INR P ^ 2 * rsum P (fun p => 1)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum P (fun k => 1)) _); [ same | ].
    apply (eq_eq _ (INR P * 1) _).
    { rule (sum_constant P 1). }
    arith. }
  cancel.
Qed.

Lemma shared_5 :
  forall i : nat,
  (i < C)%nat ->
  (INR P <> 0) ->
  sqrt (v i + (1 / 100000)) = sqrt ((1 / 100000) + rsum P (fun p => x i p ^ 2) / INR P - rsum P (fun p => x i p) ^ 2 / INR P ^ 2).
Proof.
  intros i ? ?.
  refine (f_equal sqrt _).
  apply (eq_eq _ (rsum P (fun p => x i p ^ 2) / INR P - rsum P (fun p => x i p) ^ 2 / INR P ^ 2 + (1 / 100000)) _).
  { apply (eq_eq _ ((rsum P (fun p => x i p ^ 2) / INR P - rsum P (fun p => x i p) ^ 2 / INR P ^ 2) + (1 / 100000)) _); [ | same ].
    refine (f_equal2 Rplus _ eq_refl).
    rule (shared_4 i). }
  fractions.
Qed.

Lemma shared_6 :
  forall i l : nat,
  (i < C)%nat ->
  (l < P)%nat ->
  (INR P <> 0) ->
  z i l = - (rsum P (fun p => x i p) / (sqrt ((1 / 100000) + rsum P (fun p => x i p ^ 2) / INR P - rsum P (fun p => x i p) ^ 2 / INR P ^ 2) * INR P)) + x i l / sqrt ((1 / 100000) + rsum P (fun p => x i p ^ 2) / INR P - rsum P (fun p => x i p) ^ 2 / INR P ^ 2).
Proof.
  intros i l ? ? ?.
  apply (eq_eq _ ((x i l - m i) / s i) _).
  { reflexivity. }
  apply (eq_eq _ ((x i l - rsum P (fun p => x i p) / INR P) / sqrt ((1 / 100000) + rsum P (fun p => x i p ^ 2) / INR P - rsum P (fun p => x i p) ^ 2 / INR P ^ 2)) _).
  { refine (f_equal2 Rdiv eq_refl _).
    apply (eq_eq _ (sqrt (v i + (1 / 100000))) _).
    { reflexivity. }
    rule (shared_5 i). }
  fractions.
Qed.

Lemma shared_7 :
  forall i j k l : nat,
  (i < C)%nat ->
  (j < P)%nat ->
  (k < C)%nat ->
  (l < P)%nat ->
  rsum C (fun c => rsum P (fun p => pd (at2 z c p) (fun z' => y_of g z' b i j) * pd (at2 x k l) (fun x' => z_of x' (m_of P x') (s_of (v_of P x' (m_of P x'))) c p))) = rsum C (fun c => rsum P (fun p => g i * delta i c * delta j p * (delta c k * (INR P * delta p l + (-1) - z c p * z c l) / (INR P * s c)))).
Proof.
  intros i j k l ? ? ? ?.
  assert ((forall c, (c < C)%nat -> s c <> 0)).
  { intros c ?.
    sgn. }
  assert ((forall c, (c < C)%nat -> 0 < v c + (1 / 100000))).
  { intros c ?.
    sgn. }
  apply rsum_ext; intros c ?; cbv beta.
  apply rsum_ext; intros p ?; cbv beta.
  apply (eq_eq _ ((g i * delta i c * delta j p) * (delta c k * (INR P * delta p l + (-1) - z c p * z c l) / (INR P * s c))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at2 z c p) (fun z' => g i * z' i j + b i)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at2 z c p) (fun z' => g i * z' i j) + pd (at2 z c p) (fun z' => b i)) _).
    { rule (diff_add (at2 z c p) (fun z' => g i * z' i j) (fun z' => b i)). }
    apply (eq_eq _ (g i * delta i c * delta j p + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at2 z c p) (fun z' => g i * z' i j)) _).
        { reflexivity. }
        apply (eq_eq _ (g i * pd (at2 z c p) (fun z' => z' i j)) _).
        { assert (pd (at2 z c p) (fun z' => g i) = 0).
          { apply constant. }
          rule (diff_scale (at2 z c p) (fun z' => g i) (fun z' => z' i j)). }
        apply (eq_eq _ (g i * (delta i c * delta j p)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      apply constant. }
    arith. }
  apply (eq_eq _ (pd (at2 x k l) (fun x' => (x' c p - m_of P x' c) / s_of (v_of P x' (m_of P x')) c)) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at2 x k l) (fun x' => x' c p - m_of P x' c) * s c - (x c p - m c) * pd (at2 x k l) (fun x' => s_of (v_of P x' (m_of P x')) c)) / s c ^ 2) _).
  { assert (s c <> 0).
    { sgn. }
    assert (0 < v c + (1 / 100000)).
    { sgn. }
    rule (diff_div (at2 x k l) (fun x' => x' c p - m_of P x' c) (fun x' => s_of (v_of P x' (m_of P x')) c)). }
  apply (eq_eq _ (((delta c k * delta p l - rsum P (fun n => delta c k * delta l n) / INR P) * s c - (x c p - m c) * rsum P (fun n => 2 * (x c n - m c) * (delta c k * delta l n - rsum P (fun p' => delta c k * delta l p') / INR P)) / (2 * sqrt (v c + (1 / 100000)) * INR P)) / s c ^ 2) _).
  { assert (0 < v c + (1 / 100000)).
    { sgn. }
    apply (eq_eq _ (((delta c k * delta p l - rsum P (fun m' => delta c k * delta m' l) / INR P) * s c - (x c p - m c) * (1 / (2 * sqrt (v c + (1 / 100000)))) * (rsum P (fun m' => 2 * (x c m' - m c) ^ 1 * (delta c k * delta m' l - rsum P (fun m'' => delta c k * delta m'' l) / INR P)) / INR P + 0)) / s c ^ 2) _).
    { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp _)) eq_refl).
      { rule (shared_2 c p k l). }
      apply (eq_eq _ ((x c p - m c) * (1 / (2 * sqrt (v c + (1 / 100000))) * (rsum P (fun m' => 2 * (x c m' - m c) ^ 1 * (delta c k * delta m' l - rsum P (fun m'' => delta c k * delta m'' l) / INR P)) / INR P + 0))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at2 x k l) (fun x' => sqrt (v_of P x' (m_of P x') c + (1 / 100000)))) _).
      { reflexivity. }
      apply (eq_eq _ (1 / (2 * sqrt (v c + (1 / 100000))) * pd (at2 x k l) (fun x' => v_of P x' (m_of P x') c + (1 / 100000))) _).
      { rule (diff_sqrt (at2 x k l) (fun x' => v_of P x' (m_of P x') c + (1 / 100000))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at2 x k l) (fun x' => v_of P x' (m_of P x') c) + pd (at2 x k l) (fun x' => (1 / 100000))) _).
      { rule (diff_add (at2 x k l) (fun x' => v_of P x' (m_of P x') c) (fun x' => (1 / 100000))). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum P (fun p' => (x' c p' - m_of P x' c) ^ 2) / INR P)) _).
        { reflexivity. }
        apply (eq_eq _ (pd (at2 x k l) (fun x' => 1 / INR P * rsum P (fun p' => (x' c p' - m_of P x' c) ^ 2))) _).
        { apply pd_ext.
          intros x'; cbv beta.
          fractions. }
        apply (eq_eq _ (pd (at2 x k l) (fun x' => 1 / INR P * rsum P (fun p' => (x' c p' - m_of P x' c) ^ 2))) _).
        { reflexivity. }
        apply (eq_eq _ (1 / INR P * pd (at2 x k l) (fun x' => rsum P (fun p' => (x' c p' - m_of P x' c) ^ 2))) _).
        { assert (pd (at2 x k l) (fun x' => 1 / INR P) = 0).
          { apply constant. }
          rule (diff_scale (at2 x k l) (fun x' => 1 / INR P) (fun x' => rsum P (fun p' => (x' c p' - m_of P x' c) ^ 2))). }
        apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum P (fun p' => (x' c p' - m_of P x' c) ^ 2)) / INR P) _).
        { fractions. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum P (fun k' => (x' c k' - m_of P x' c) ^ 2))) _); [ same | ].
        apply (eq_eq _ (rsum P (fun m' => pd (at2 x k l) (fun x' => (x' c m' - m_of P x' c) ^ 2))) _).
        { rule_same (diff_sum (at2 x k l) P (fun k' x' => (x' c k' - m_of P x' c) ^ 2) (fun k' => true)). }
        apply rsum_ext; intros m' ?; cbv beta.
        apply (eq_eq _ (2 * (x c m' - m c) ^ 1 * pd (at2 x k l) (fun x' => x' c m' - m_of P x' c)) _).
        { assert (pd (at2 x k l) (fun x' => 2) = 0).
          { apply constant. }
          assert (2 = 1 + 1).
          { arith. }
          rule (diff_pow_int (at2 x k l) (fun x' => x' c m' - m_of P x' c) 2%nat 1%nat 2). }
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        rule (shared_2 c m' k l). }
      apply constant. }
    apply (eq_eq _ (((delta c k * delta p l - rsum P (fun m' => delta c k * delta m' l) / INR P) * s c - (x c p - m c) * rsum P (fun m' => 2 * (x c m' - m c) * (delta c k * delta m' l - rsum P (fun m'' => delta c k * delta m'' l) / INR P)) / (2 * sqrt (v c + (1 / 100000)) * INR P)) / s c ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl).
    apply (eq_eq _ ((x c p - m c) * (1 / (2 * sqrt (v c + (1 / 100000)))) * (rsum P (fun m' => 2 * (x c m' - m c) * (delta c k * delta m' l - rsum P (fun m'' => delta c k * delta m'' l) / INR P)) / INR P)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (rsum P (fun m' => 2 * (x c m' - m c) * (delta c k * delta m' l - rsum P (fun m'' => delta c k * delta m'' l) / INR P)) / INR P + 0) _).
      { refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) eq_refl).
        apply rsum_ext; intros m' ?; cbv beta.
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
        arith. }
      fractions. }
    fractions. }
  apply (eq_eq _ (((delta c k * delta p l - delta c k / INR P) * s c - (x c p - m c) * rsum P (fun n => 2 * (x c n - m c) * (delta c k * delta l n - delta c k / INR P)) / (2 * sqrt (v c + (1 / 100000)) * INR P)) / s c ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rplus eq_refl _) eq_refl) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl))) eq_refl).
    { rule_same (shared_3 c k l). }
    apply rsum_ext; intros n ?; cbv beta.
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal2 Rplus eq_refl _)).
    rule (shared_3 c k l). }
  apply (eq_eq _ ((delta c k * delta p l - delta c k / INR P) * s c / s c ^ 2 - (x c p - m c) * rsum P (fun n => 2 * (x c n - m c) * (delta c k * delta l n - delta c k / INR P)) / (2 * sqrt (v c + (1 / 100000)) * INR P) / s c ^ 2) _).
  { fractions. }
  apply (eq_eq _ ((delta c k * delta p l - delta c k / INR P) * s c / s c ^ 2 - (x c p - m c) * rsum P (fun n => 2 * (x c n - m c) * (delta c k * delta l n - delta c k / INR P)) / (2 * sqrt (v c + (1 / 100000)) * INR P * s c ^ 2)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
    fractions. }
  apply (eq_eq _ (delta c k * delta p l / s c - z c p * z c l * delta c k / (INR P * s c) - delta c k / (INR P * s c)) _).
  { assert (sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2) <> 0).
    { apply (eq_ne _ (sqrt ((1 / 100000) + v c)) _).
      { assert (INR P <> 0).
        { sgn. }
        symmetry.
        refine (f_equal sqrt _).
        apply (eq_eq _ ((1 / 100000) + (rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2)) _); [ | same ].
        refine (f_equal2 Rplus eq_refl _).
        rule (shared_4 c). }
      sgn. }
    assert (INR P <> 0).
    { sgn. }
    apply (eq_eq _ ((delta c k * delta p l - delta c k / INR P) * sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2) / sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2) ^ 2 - (x c p - rsum P (fun p' => x c p') / INR P) * (- (2 * delta c k * rsum P (fun p' => x c p') / INR P * 1) + 2 * delta c k * x c l + 2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2 * INR P - 2 * delta c k / INR P * rsum P (fun n => x c n)) / (2 * sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2) * INR P * sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2) ^ 2)) _).
    { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) (f_equal (fun x => x ^ 2) _)) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) (f_equal (fun x => x ^ 2) _))))).
      { apply (eq_eq _ (sqrt (v c + (1 / 100000))) _).
        { reflexivity. }
        rule (shared_5 c). }
      { apply (eq_eq _ (sqrt (v c + (1 / 100000))) _).
        { reflexivity. }
        rule (shared_5 c). }
      { apply (eq_eq _ (rsum P (fun n => - (2 * delta c k * delta l n * rsum P (fun p' => x c p') / INR P) + 2 * delta c k * delta l n * x c n + 2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2 - 2 * delta c k * x c n / INR P)) _).
        { apply rsum_ext; intros n ?; cbv beta.
          apply (eq_eq _ (2 * (x c n - rsum P (fun p' => x c p') / INR P) * (delta c k * delta l n - delta c k / INR P)) _).
          { reflexivity. }
          fractions. }
        apply (eq_eq _ (rsum P (fun m' => - (2 * delta c k * delta l m' * rsum P (fun p' => x c p') / INR P) + 2 * delta c k * delta l m' * x c m' + 2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2 - 2 * delta c k * x c m' / INR P)) _); [ same | ].
        apply (eq_eq _ (rsum P (fun m' => - (2 * delta c k * delta l m' * rsum P (fun p' => x c p') / INR P) + 2 * delta c k * delta l m' * x c m') + rsum P (fun l' => 2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2 - 2 * delta c k * x c l' / INR P)) _).
        { rule_same (sum_add P (fun n => - (2 * delta c k * delta l n * rsum P (fun p' => x c p') / INR P) + 2 * delta c k * delta l n * x c n) (fun n => 2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2 - 2 * delta c k * x c n / INR P) (fun n => true)). }
        apply (eq_eq _ (rsum P (fun n => - (2 * delta c k * delta l n * rsum P (fun p' => x c p') / INR P) + 2 * delta c k * delta l n * x c n) + rsum P (fun n => 2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2 - 2 * delta c k * x c n / INR P)) _); [ same | ].
        apply (eq_eq _ ((- (2 * delta c k * rsum P (fun p' => x c p') / INR P * 1) + 2 * delta c k * x c l) + (2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2 * INR P - 2 * delta c k / INR P * rsum P (fun n => x c n))) _); [ | same ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum P (fun m' => - (2 * delta c k * delta l m' * rsum P (fun p' => x c p') / INR P) + 2 * delta c k * delta l m' * x c m')) _); [ same | ].
          apply (eq_eq _ (rsum P (fun m' => - (2 * delta c k * delta l m' * rsum P (fun p' => x c p') / INR P)) + rsum P (fun m' => 2 * delta c k * delta l m' * x c m')) _).
          { rule (sum_add P (fun n => - (2 * delta c k * delta l n * rsum P (fun p' => x c p') / INR P)) (fun n => 2 * delta c k * delta l n * x c n) (fun n => true)). }
          apply (eq_eq _ (rsum P (fun n => - (2 * delta c k * delta l n * rsum P (fun p' => x c p') / INR P)) + rsum P (fun n => 2 * delta c k * delta l n * x c n)) _); [ same | ].
          refine (f_equal2 Rplus _ _).
          { apply (eq_eq _ (rsum P (fun n => - (2 * delta c k * rsum P (fun p' => x c p') / INR P * delta l n))) _).
            { apply rsum_ext; intros n ?; cbv beta.
              fractions. }
            apply (eq_eq _ (rsum P (fun m' => - (2 * delta c k * rsum P (fun p' => x c p') / INR P * delta l m'))) _); [ same | ].
            apply (eq_eq _ (- rsum P (fun m' => 2 * delta c k * rsum P (fun p' => x c p') / INR P * delta l m')) _).
            { rule (sum_neg P (fun n => 2 * delta c k * rsum P (fun p' => x c p') / INR P * delta l n) (fun n => true)). }
            apply (eq_eq _ (- rsum P (fun n => 2 * delta c k * rsum P (fun p' => x c p') / INR P * delta l n)) _); [ same | ].
            refine (f_equal Ropp _).
            apply (eq_eq _ (rsum P (fun m' => 2 * delta c k * rsum P (fun p' => x c p') / INR P * delta l m')) _); [ same | ].
            apply (eq_eq _ (2 * delta c k * rsum P (fun p' => x c p') / INR P * rsum P (fun k' => delta l k')) _).
            { rule_same (sum_factor P (2 * delta c k * rsum P (fun p' => x c p') / INR P) (fun n => delta l n) (fun n => true)). }
            apply (eq_eq _ (2 * delta c k * rsum P (fun p' => x c p') / INR P * rsum P (fun n => delta l n)) _); [ same | ].
            refine (f_equal2 Rmult eq_refl _).
            apply (eq_eq _ (rsum P (fun n => delta n l * 1)) _).
            { apply rsum_ext; intros n ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum P (fun k' => delta k' l * 1)) _); [ same | ].
            rule (sum_delta P (fun n => 1) l). }
          apply (eq_eq _ (rsum P (fun m' => 2 * delta c k * delta l m' * x c m')) _); [ same | ].
          apply (eq_eq _ (2 * delta c k * rsum P (fun k' => delta l k' * x c k')) _).
          { rule_same (sum_factor P (2 * delta c k) (fun n => delta l n * x c n) (fun n => true)). }
          apply (eq_eq _ (2 * delta c k * rsum P (fun n => delta l n * x c n)) _); [ same | ].
          refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
          apply (eq_eq _ (rsum P (fun n => delta n l * x c n)) _).
          { apply rsum_ext; intros n ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum P (fun k' => delta k' l * x c k')) _); [ same | ].
          rule (sum_delta P (fun n => x c n) l). }
        apply (eq_eq _ (rsum P (fun l' => 2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2 - 2 * delta c k * x c l' / INR P)) _); [ same | ].
        apply (eq_eq _ (rsum P (fun l' => 2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2) + rsum P (fun l' => - (2 * delta c k * x c l' / INR P))) _).
        { rule (sum_add P (fun n => 2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2) (fun n => - (2 * delta c k * x c n / INR P)) (fun n => true)). }
        apply (eq_eq _ (rsum P (fun n => 2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2) + rsum P (fun n => - (2 * delta c k * x c n / INR P))) _); [ same | ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum P (fun n => 2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2 * 1)) _).
          { apply rsum_ext; intros n ?; cbv beta.
            fractions. }
          apply (eq_eq _ (rsum P (fun l' => 2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2 * 1)) _); [ same | ].
          apply (eq_eq _ (2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2 * rsum P (fun k' => 1)) _).
          { rule_same (sum_factor P (2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2) (fun n => 1) (fun n => true)). }
          apply (eq_eq _ (2 * delta c k * rsum P (fun p' => x c p') / INR P ^ 2 * rsum P (fun n => 1)) _); [ same | ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum P (fun k' => 1)) _); [ same | ].
          apply (eq_eq _ (INR P * 1) _).
          { rule (sum_constant P 1). }
          arith. }
        apply (eq_eq _ (rsum P (fun n => - (2 * delta c k / INR P * x c n))) _).
        { apply rsum_ext; intros n ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum P (fun l' => - (2 * delta c k / INR P * x c l'))) _); [ same | ].
        apply (eq_eq _ (- rsum P (fun l' => 2 * delta c k / INR P * x c l')) _).
        { rule (sum_neg P (fun n => 2 * delta c k / INR P * x c n) (fun n => true)). }
        apply (eq_eq _ (- rsum P (fun n => 2 * delta c k / INR P * x c n)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum P (fun l' => 2 * delta c k / INR P * x c l')) _); [ same | ].
        apply (eq_eq _ (2 * delta c k / INR P * rsum P (fun k' => x c k')) _); [ | same ].
        rule_same (sum_factor P (2 * delta c k / INR P) (fun n => x c n) (fun n => true)). }
      { rule (shared_5 c). }
      apply (eq_eq _ (sqrt (v c + (1 / 100000))) _).
      { reflexivity. }
      rule (shared_5 c). }
    apply (eq_eq _ (delta c k * delta p l / sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2) + delta c k * rsum P (fun p' => x c p') * x c p / (sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2) ^ 3 * INR P ^ 2) + delta c k * rsum P (fun p' => x c p') * x c l / (sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2) ^ 3 * INR P ^ 2) - delta c k * rsum P (fun p' => x c p') ^ 2 / (sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2) ^ 3 * INR P ^ 3) - delta c k * x c p * x c l / (sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2) ^ 3 * INR P) - delta c k / (sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2) * INR P)) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (delta c k * delta p l / sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2) - (- (rsum P (fun p' => x c p') / (sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2) * INR P)) + x c p / sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2)) * (- (rsum P (fun p' => x c p') / (sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2) * INR P)) + x c l / sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2)) * delta c k / (INR P * sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2)) - delta c k / (INR P * sqrt ((1 / 100000) + rsum P (fun p' => x c p' ^ 2) / INR P - rsum P (fun p' => x c p') ^ 2 / INR P ^ 2))) _).
    { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rdiv eq_refl _) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl) (f_equal2 Rmult eq_refl _)))) (f_equal Ropp (f_equal2 Rdiv eq_refl (f_equal2 Rmult eq_refl _)))).
      { apply (eq_eq _ (sqrt (v c + (1 / 100000))) _).
        { reflexivity. }
        rule (shared_5 c). }
      { rule (shared_6 c p). }
      { rule (shared_6 c l). }
      { apply (eq_eq _ (sqrt (v c + (1 / 100000))) _).
        { reflexivity. }
        rule (shared_5 c). }
      apply (eq_eq _ (sqrt (v c + (1 / 100000))) _).
      { reflexivity. }
      rule (shared_5 c). }
    fractions. }
  assert (s c <> 0).
  { sgn. }
  assert (INR P <> 0).
  { sgn. }
  apply (eq_eq _ (delta c k * delta p l / s c - delta c k * z c p * z c l / (s c * INR P) - delta c k / (s c * INR P)) _).
  { fractions. }
  symmetry.
  cancel.
Qed.

Lemma shared_8 :
  forall i j k l : nat,
  (i < C)%nat ->
  (j < P)%nat ->
  (k < C)%nat ->
  (l < P)%nat ->
  rsum C (fun c => rsum P (fun p => g i * delta i c * delta j p * (delta c k * (INR P * delta p l + (-1) - z c p * z c l) / (INR P * s c)))) = g i * delta i k * (INR P * delta j l + (-1) - z i j * z i l) / (INR P * s i).
Proof.
  intros i j k l ? ? ? ?.
  apply (eq_eq _ (rsum C (fun c => g i * delta i c * delta c k * (INR P * delta j l + (-1) - z c j * z c l) / (INR P * s c))) _).
  { apply rsum_ext; intros c ?; cbv beta.
    apply (eq_eq _ (rsum P (fun p => delta p j * (g i * delta i c * delta c k * (INR P * delta p l + (-1) - z c p * z c l) / (INR P * s c)))) _).
    { apply rsum_ext; intros p ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum P (fun m' => delta m' j * (g i * delta i c * delta c k * (INR P * delta m' l + (-1) - z c m' * z c l) / (INR P * s c)))) _); [ same | ].
    rule (sum_delta P (fun p => g i * delta i c * delta c k * (INR P * delta p l + (-1) - z c p * z c l) / (INR P * s c)) j). }
  apply (eq_eq _ (rsum C (fun c => delta c i * (g i * delta c k * (INR P * delta j l + (-1) - z c j * z c l) / (INR P * s c)))) _).
  { apply rsum_ext; intros c ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum C (fun m' => delta m' i * (g i * delta m' k * (INR P * delta j l + (-1) - z m' j * z m' l) / (INR P * s m')))) _); [ same | ].
  rule (sum_delta C (fun c => g i * delta c k * (INR P * delta j l + (-1) - z c j * z c l) / (INR P * s c)) i).
Qed.

Lemma shared_9 :
  forall i j k : nat,
  (i < C)%nat ->
  (j < P)%nat ->
  (k < C)%nat ->
  pd (at1 g k) (fun g' => g' i * z i j + b i) = z i j * delta i k.
Proof.
  intros i j k ? ? ?.
  apply (eq_eq _ (pd (at1 g k) (fun g' => g' i * z i j) + pd (at1 g k) (fun g' => b i)) _).
  { rule (diff_add (at1 g k) (fun g' => g' i * z i j) (fun g' => b i)). }
  apply (eq_eq _ (z i j * delta i k + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 g k) (fun g' => z i j * g' i)) _).
      { apply pd_ext.
        intros g'; cbv beta.
        arith. }
      apply (eq_eq _ (z i j * pd (at1 g k) (fun g' => g' i)) _).
      { assert (pd (at1 g k) (fun g' => z i j) = 0).
        { apply constant. }
        rule (diff_scale (at1 g k) (fun g' => z i j) (fun g' => g' i)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

Lemma shared_10 :
  forall i j k : nat,
  (i < C)%nat ->
  (j < P)%nat ->
  (k < C)%nat ->
  pd (at1 b k) (fun b' => g i * z i j + b' i) = delta i k.
Proof.
  intros i j k ? ? ?.
  apply (eq_eq _ (pd (at1 b k) (fun b' => g i * z i j) + pd (at1 b k) (fun b' => b' i)) _).
  { rule (diff_add (at1 b k) (fun b' => g i * z i j) (fun b' => b' i)). }
  apply (eq_eq _ (0 + delta i k) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(** * Jacobian *)

Section jacobian.
Variables (c d p q : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis d_in : (d < C)%nat.
Hypothesis p_in : (p < P)%nat.
Hypothesis q_in : (q < P)%nat.

(* chain rule through z_kl *)
Lemma jacobian_1_chain :
  pd (at2 x d q) (fun x' => y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b c p)
  = rsum C (fun k => rsum P (fun l => pd (at2 z k l) (fun z' => y_of g z' b c p) * pd (at2 x d q) (fun x' => z_of x' (m_of P x') (s_of (v_of P x' (m_of P x'))) k l))).
Proof.
  rule_same (shared_1 c p d q).
Qed.

(* put in ∂y_cp/∂z_kl and ∂z_kl/∂x_dq *)
Lemma jacobian_2_lemma :
  rsum C (fun k => rsum P (fun l => pd (at2 z k l) (fun z' => y_of g z' b c p) * pd (at2 x d q) (fun x' => z_of x' (m_of P x') (s_of (v_of P x' (m_of P x'))) k l)))
  = rsum C (fun k => rsum P (fun l => g c * delta c k * delta p l * (delta k d * (INR P * delta l q + (-1) - z k l * z k q) / (INR P * s k)))).
Proof.
  rule_same (shared_7 c p d q).
Qed.

(* the delta keeps one term of the sum *)
Lemma jacobian_3_sum_delta :
  rsum C (fun k => rsum P (fun l => g c * delta c k * delta p l * (delta k d * (INR P * delta l q + (-1) - z k l * z k q) / (INR P * s k))))
  = g c * delta c d * (INR P * delta p q + (-1) - z c p * z c q) / (INR P * s c).
Proof.
  rule_same (shared_8 c p d q).
Qed.

(* rearrange *)
Lemma jacobian_4_ring :
  g c * delta c d * (INR P * delta p q + (-1) - z c p * z c q) / (INR P * s c)
  = g c * delta c d / s c * (delta p q - 1 / INR P - z c p * z c q / INR P).
Proof.
  assert (s c <> 0).
  { sgn. }
  assert (INR P <> 0).
  { sgn. }
  apply (eq_eq _ (delta c d * delta p q * g c / s c - delta c d * g c * z c p * z c q / (s c * INR P) - delta c d * g c / (s c * INR P)) _).
  { cancel. }
  symmetry.
  fractions.
Qed.

Lemma jacobian_needs_1 :
  0 < v c + (1 / 100000).
Proof.
  sgn.
Qed.

Lemma jacobian_needs_2 :
  s c <> 0.
Proof.
  sgn.
Qed.

Theorem jacobian :
  is_pd (at2 x d q) (fun x' => y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b c p)
  (g c * delta c d / s c * (delta p q - 1 / INR P - z c p * z c q / INR P)).
Proof.
  pose proof jacobian_needs_1.
  pose proof jacobian_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ jacobian_1_chain (eq_eq _ _ _ jacobian_2_lemma (eq_eq _ _ _ jacobian_3_sum_delta jacobian_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jacobian_outright : option (
  is_pd (at2 x d q) (fun x' => y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b c p)
  (g c * delta c d / s c * (delta p q - 1 / INR P - z c p * z c q / INR P))).
Proof.
  attempt "jacobian" by Formula.outright (Formula.by_matrix (Formula.Add (Formula.Mul (Formula.C (g c)) (Formula.Div (Formula.Sub (Formula.V (c, p)) (Formula.Div (Formula.Sum P (fun p' => (Formula.V (c, p')))) (Formula.C (INR P)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum P (fun p' => (Formula.Pow (Formula.Sub (Formula.V (c, p')) (Formula.Div (Formula.Sum P (fun p'' => (Formula.V (c, p'')))) (Formula.C (INR P)))) 2))) (Formula.C (INR P))) (Formula.C ((1 / 100000))))))) (Formula.C (b c)))).
Defined.
End jacobian.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (c i j p : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis i_in : (i < C)%nat.
Hypothesis j_in : (j < P)%nat.
Hypothesis p_in : (p < P)%nat.

(* chain rule through z_cp *)
Lemma derivative_y_x_1_chain :
  pd (at2 x i j) (fun x' => y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b c p)
  = rsum C (fun m' => rsum P (fun n => pd (at2 z m' n) (fun z' => y_of g z' b c p) * pd (at2 x i j) (fun x' => z_of x' (m_of P x') (s_of (v_of P x' (m_of P x'))) m' n))).
Proof.
  rule (shared_1 c p i j).
Qed.

(* put in ∂y_cp/∂z_cp and ∂z_cp/∂x_ij *)
Lemma derivative_y_x_2_lemma :
  rsum C (fun m' => rsum P (fun n => pd (at2 z m' n) (fun z' => y_of g z' b c p) * pd (at2 x i j) (fun x' => z_of x' (m_of P x') (s_of (v_of P x' (m_of P x'))) m' n)))
  = rsum C (fun m' => rsum P (fun n => g c * delta c m' * delta p n * (delta m' i * (INR P * delta n j + (-1) - z m' n * z m' j) / (INR P * s m')))).
Proof.
  rule (shared_7 c p i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_x_3_sum_delta :
  rsum C (fun m' => rsum P (fun n => g c * delta c m' * delta p n * (delta m' i * (INR P * delta n j + (-1) - z m' n * z m' j) / (INR P * s m'))))
  = g c * delta c i * (INR P * delta p j + (-1) - z c p * z c j) / (INR P * s c).
Proof.
  rule (shared_8 c p i j).
Qed.

Theorem derivative_y_x :
  is_pd (at2 x i j) (fun x' => y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b c p)
  (g c * delta c i * (INR P * delta p j + (-1) - z c p * z c j) / (INR P * s c)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_chain (eq_eq _ _ _ derivative_y_x_2_lemma derivative_y_x_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for jacobian or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at2 x i j) (fun x' => y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b c p)
  (g c * delta c i * (INR P * delta p j + (-1) - z c p * z c j) / (INR P * s c))).
Proof.
  attempt "derivative_y_x" from (jacobian_outright c i p j) or Formula.outright (Formula.by_matrix (Formula.Add (Formula.Mul (Formula.C (g c)) (Formula.Div (Formula.Sub (Formula.V (c, p)) (Formula.Div (Formula.Sum P (fun p' => (Formula.V (c, p')))) (Formula.C (INR P)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum P (fun p' => (Formula.Pow (Formula.Sub (Formula.V (c, p')) (Formula.Div (Formula.Sum P (fun p'' => (Formula.V (c, p'')))) (Formula.C (INR P)))) 2))) (Formula.C (INR P))) (Formula.C ((1 / 100000))))))) (Formula.C (b c)))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (i j : nat).
Hypothesis i_in : (i < C)%nat.
Hypothesis j_in : (j < P)%nat.

(* put in ∂y_cp/∂x_ij *)
Lemma vjp_y_x_1_lemma :
  rsum C (fun c => rsum P (fun p => y_bar c p * pd (at2 x i j) (fun x' => y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b c p)))
  = rsum C (fun c => rsum P (fun p => y_bar c p * (g c * delta c i * (INR P * delta p j + (-1) - z c p * z c j) / (INR P * s c)))).
Proof.
  assert ((forall c, (c < C)%nat -> s c <> 0)).
  { intros c ?.
    sgn. }
  assert ((forall c, (c < C)%nat -> 0 < v c + (1 / 100000))).
  { intros c ?.
    sgn. }
  apply rsum_ext; intros c ?; cbv beta.
  apply rsum_ext; intros p ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum C (fun c' => rsum P (fun p' => pd (at2 z c' p') (fun z' => y_of g z' b c p) * pd (at2 x i j) (fun x' => z_of x' (m_of P x') (s_of (v_of P x' (m_of P x'))) c' p')))) _).
  { rule (shared_1 c p i j). }
  apply (eq_eq _ (rsum C (fun c' => rsum P (fun p' => g c * delta c c' * delta p p' * (delta c' i * (INR P * delta p' j + (-1) - z c' p' * z c' j) / (INR P * s c'))))) _).
  { rule (shared_7 c p i j). }
  rule (shared_8 c p i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_y_x_2_sum_factor :
  rsum C (fun c => rsum P (fun p => y_bar c p * (g c * delta c i * (INR P * delta p j + (-1) - z c p * z c j) / (INR P * s c))))
  = y_bar i j * g i / s i - g i * z i j * rsum P (fun p => y_bar i p * z i p) / (INR P * s i) - g i * rsum P (fun p => y_bar i p) / (INR P * s i).
Proof.
  assert ((forall c, (c < C)%nat -> s c <> 0)).
  { intros c ?.
    sgn. }
  assert (INR P <> 0).
  { sgn. }
  apply (eq_eq _ (rsum C (fun c => - (delta c i * rsum P (fun p => y_bar c p * z c p) * g c * z c j / (s c * INR P)) - delta c i * rsum P (fun p => y_bar c p) * g c / (s c * INR P) + delta c i * g c * y_bar c j / s c)) _).
  { apply rsum_ext; intros c ?; cbv beta.
    apply (eq_eq _ (rsum P (fun p => delta c i * delta p j * g c * y_bar c p / s c - delta c i * g c * y_bar c p * z c j * z c p / (s c * INR P) - delta c i * g c * y_bar c p / (s c * INR P))) _).
    { apply rsum_ext; intros p ?; cbv beta.
      cancel. }
    apply (eq_eq _ (rsum P (fun k => delta c i * delta k j * g c * y_bar c k / s c - delta c i * g c * y_bar c k * z c j * z c k / (s c * INR P) - delta c i * g c * y_bar c k / (s c * INR P))) _); [ same | ].
    apply (eq_eq _ (rsum P (fun k => delta c i * delta k j * g c * y_bar c k / s c) + rsum P (fun k => - (delta c i * g c * y_bar c k * z c j * z c k / (s c * INR P)) - delta c i * g c * y_bar c k / (s c * INR P))) _).
    { rule_same (sum_add P (fun p => delta c i * delta p j * g c * y_bar c p / s c) (fun p => - (delta c i * g c * y_bar c p * z c j * z c p / (s c * INR P)) - delta c i * g c * y_bar c p / (s c * INR P)) (fun p => true)). }
    apply (eq_eq _ (rsum P (fun p => delta c i * delta p j * g c * y_bar c p / s c) + rsum P (fun p => - (delta c i * g c * y_bar c p * z c j * z c p / (s c * INR P)) - delta c i * g c * y_bar c p / (s c * INR P))) _); [ same | ].
    apply (eq_eq _ (delta c i * g c / s c * y_bar c j - delta c i * g c * z c j / (s c * INR P) * rsum P (fun p => y_bar c p * z c p) - delta c i * g c / (s c * INR P) * rsum P (fun p => y_bar c p)) _).
    { apply (eq_eq _ (delta c i * g c / s c * y_bar c j + (- (delta c i * g c * z c j / (s c * INR P) * rsum P (fun p => y_bar c p * z c p)) - delta c i * g c / (s c * INR P) * rsum P (fun p => y_bar c p))) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum P (fun p => delta c i * g c / s c * delta p j * y_bar c p)) _).
        { apply rsum_ext; intros p ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum P (fun k => delta c i * g c / s c * delta k j * y_bar c k)) _); [ same | ].
        apply (eq_eq _ (delta c i * g c / s c * rsum P (fun k => delta k j * y_bar c k)) _).
        { rule_same (sum_factor P (delta c i * g c / s c) (fun p => delta p j * y_bar c p) (fun p => true)). }
        apply (eq_eq _ (delta c i * g c / s c * rsum P (fun p => delta p j * y_bar c p)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum P (fun k => delta k j * y_bar c k)) _); [ same | ].
        rule (sum_delta P (fun p => y_bar c p) j). }
      apply (eq_eq _ (rsum P (fun k => - (delta c i * g c * y_bar c k * z c j * z c k / (s c * INR P)) - delta c i * g c * y_bar c k / (s c * INR P))) _); [ same | ].
      apply (eq_eq _ (rsum P (fun k => - (delta c i * g c * y_bar c k * z c j * z c k / (s c * INR P))) + rsum P (fun k => - (delta c i * g c * y_bar c k / (s c * INR P)))) _).
      { rule (sum_add P (fun p => - (delta c i * g c * y_bar c p * z c j * z c p / (s c * INR P))) (fun p => - (delta c i * g c * y_bar c p / (s c * INR P))) (fun p => true)). }
      apply (eq_eq _ (rsum P (fun p => - (delta c i * g c * y_bar c p * z c j * z c p / (s c * INR P))) + rsum P (fun p => - (delta c i * g c * y_bar c p / (s c * INR P)))) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum P (fun p => - (delta c i * g c * z c j / (s c * INR P) * y_bar c p * z c p))) _).
        { apply rsum_ext; intros p ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum P (fun k => - (delta c i * g c * z c j / (s c * INR P) * y_bar c k * z c k))) _); [ same | ].
        apply (eq_eq _ (- rsum P (fun k => delta c i * g c * z c j / (s c * INR P) * y_bar c k * z c k)) _).
        { rule (sum_neg P (fun p => delta c i * g c * z c j / (s c * INR P) * y_bar c p * z c p) (fun p => true)). }
        apply (eq_eq _ (- rsum P (fun p => delta c i * g c * z c j / (s c * INR P) * y_bar c p * z c p)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum P (fun k => delta c i * g c * z c j / (s c * INR P) * y_bar c k * z c k)) _); [ same | ].
        apply (eq_eq _ (delta c i * g c * z c j / (s c * INR P) * rsum P (fun k => y_bar c k * z c k)) _); [ | same ].
        rule_same (sum_factor P (delta c i * g c * z c j / (s c * INR P)) (fun p => y_bar c p * z c p) (fun p => true)). }
      apply (eq_eq _ (rsum P (fun p => - (delta c i * g c / (s c * INR P) * y_bar c p))) _).
      { apply rsum_ext; intros p ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum P (fun k => - (delta c i * g c / (s c * INR P) * y_bar c k))) _); [ same | ].
      apply (eq_eq _ (- rsum P (fun k => delta c i * g c / (s c * INR P) * y_bar c k)) _).
      { rule (sum_neg P (fun p => delta c i * g c / (s c * INR P) * y_bar c p) (fun p => true)). }
      apply (eq_eq _ (- rsum P (fun p => delta c i * g c / (s c * INR P) * y_bar c p)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum P (fun k => delta c i * g c / (s c * INR P) * y_bar c k)) _); [ same | ].
      apply (eq_eq _ (delta c i * g c / (s c * INR P) * rsum P (fun k => y_bar c k)) _); [ | same ].
      rule (sum_factor P (delta c i * g c / (s c * INR P)) (fun p => y_bar c p) (fun p => true)). }
    fractions. }
  apply (eq_eq _ (rsum C (fun k => - (delta k i * rsum P (fun p => y_bar k p * z k p) * g k * z k j / (s k * INR P)) - delta k i * rsum P (fun p => y_bar k p) * g k / (s k * INR P) + delta k i * g k * y_bar k j / s k)) _); [ same | ].
  apply (eq_eq _ (rsum C (fun k => - (delta k i * rsum P (fun p => y_bar k p * z k p) * g k * z k j / (s k * INR P))) + rsum C (fun k => - (delta k i * rsum P (fun p => y_bar k p) * g k / (s k * INR P)) + delta k i * g k * y_bar k j / s k)) _).
  { rule_same (sum_add C (fun c => - (delta c i * rsum P (fun p => y_bar c p * z c p) * g c * z c j / (s c * INR P))) (fun c => - (delta c i * rsum P (fun p => y_bar c p) * g c / (s c * INR P)) + delta c i * g c * y_bar c j / s c) (fun c => true)). }
  apply (eq_eq _ (rsum C (fun c => - (delta c i * rsum P (fun p => y_bar c p * z c p) * g c * z c j / (s c * INR P))) + rsum C (fun c => - (delta c i * rsum P (fun p => y_bar c p) * g c / (s c * INR P)) + delta c i * g c * y_bar c j / s c)) _); [ same | ].
  apply (eq_eq _ (- (1 / INR P * (rsum P (fun p => y_bar i p * z i p) * g i * z i j / s i)) - 1 / INR P * (rsum P (fun p => y_bar i p) * g i / s i) + g i * y_bar i j / s i) _).
  { apply (eq_eq _ (- (1 / INR P * (rsum P (fun p => y_bar i p * z i p) * g i * z i j / s i)) + (- (1 / INR P * (rsum P (fun p => y_bar i p) * g i / s i)) + g i * y_bar i j / s i)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum C (fun c => - (1 / INR P * (delta c i * rsum P (fun p => y_bar c p * z c p) * g c * z c j / s c)))) _).
      { apply rsum_ext; intros c ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum C (fun k => - (1 / INR P * (delta k i * rsum P (fun p => y_bar k p * z k p) * g k * z k j / s k)))) _); [ same | ].
      apply (eq_eq _ (- rsum C (fun k => 1 / INR P * (delta k i * rsum P (fun p => y_bar k p * z k p) * g k * z k j / s k))) _).
      { rule (sum_neg C (fun c => 1 / INR P * (delta c i * rsum P (fun p => y_bar c p * z c p) * g c * z c j / s c)) (fun c => true)). }
      apply (eq_eq _ (- rsum C (fun c => 1 / INR P * (delta c i * rsum P (fun p => y_bar c p * z c p) * g c * z c j / s c))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum C (fun k => 1 / INR P * (delta k i * rsum P (fun p => y_bar k p * z k p) * g k * z k j / s k))) _); [ same | ].
      apply (eq_eq _ (1 / INR P * rsum C (fun k => delta k i * rsum P (fun p => y_bar k p * z k p) * g k * z k j / s k)) _).
      { rule (sum_factor C (1 / INR P) (fun c => delta c i * rsum P (fun p => y_bar c p * z c p) * g c * z c j / s c) (fun c => true)). }
      apply (eq_eq _ (1 / INR P * rsum C (fun c => delta c i * rsum P (fun p => y_bar c p * z c p) * g c * z c j / s c)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum C (fun c => delta c i * (rsum P (fun p => y_bar c p * z c p) * g c * z c j / s c))) _).
      { apply rsum_ext; intros c ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum C (fun k => delta k i * (rsum P (fun p => y_bar k p * z k p) * g k * z k j / s k))) _); [ same | ].
      rule (sum_delta C (fun c => rsum P (fun p => y_bar c p * z c p) * g c * z c j / s c) i). }
    apply (eq_eq _ (rsum C (fun k => - (delta k i * rsum P (fun p => y_bar k p) * g k / (s k * INR P)) + delta k i * g k * y_bar k j / s k)) _); [ same | ].
    apply (eq_eq _ (rsum C (fun k => - (delta k i * rsum P (fun p => y_bar k p) * g k / (s k * INR P))) + rsum C (fun k => delta k i * g k * y_bar k j / s k)) _).
    { rule (sum_add C (fun c => - (delta c i * rsum P (fun p => y_bar c p) * g c / (s c * INR P))) (fun c => delta c i * g c * y_bar c j / s c) (fun c => true)). }
    apply (eq_eq _ (rsum C (fun c => - (delta c i * rsum P (fun p => y_bar c p) * g c / (s c * INR P))) + rsum C (fun c => delta c i * g c * y_bar c j / s c)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum C (fun c => - (1 / INR P * (delta c i * rsum P (fun p => y_bar c p) * g c / s c)))) _).
      { apply rsum_ext; intros c ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum C (fun k => - (1 / INR P * (delta k i * rsum P (fun p => y_bar k p) * g k / s k)))) _); [ same | ].
      apply (eq_eq _ (- rsum C (fun k => 1 / INR P * (delta k i * rsum P (fun p => y_bar k p) * g k / s k))) _).
      { rule (sum_neg C (fun c => 1 / INR P * (delta c i * rsum P (fun p => y_bar c p) * g c / s c)) (fun c => true)). }
      apply (eq_eq _ (- rsum C (fun c => 1 / INR P * (delta c i * rsum P (fun p => y_bar c p) * g c / s c))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum C (fun k => 1 / INR P * (delta k i * rsum P (fun p => y_bar k p) * g k / s k))) _); [ same | ].
      apply (eq_eq _ (1 / INR P * rsum C (fun k => delta k i * rsum P (fun p => y_bar k p) * g k / s k)) _).
      { rule (sum_factor C (1 / INR P) (fun c => delta c i * rsum P (fun p => y_bar c p) * g c / s c) (fun c => true)). }
      apply (eq_eq _ (1 / INR P * rsum C (fun c => delta c i * rsum P (fun p => y_bar c p) * g c / s c)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum C (fun c => delta c i * (rsum P (fun p => y_bar c p) * g c / s c))) _).
      { apply rsum_ext; intros c ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum C (fun k => delta k i * (rsum P (fun p => y_bar k p) * g k / s k))) _); [ same | ].
      rule (sum_delta C (fun c => rsum P (fun p => y_bar c p) * g c / s c) i). }
    apply (eq_eq _ (rsum C (fun c => delta c i * (g c * y_bar c j / s c))) _).
    { apply rsum_ext; intros c ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum C (fun k => delta k i * (g k * y_bar k j / s k))) _); [ same | ].
    rule (sum_delta C (fun c => g c * y_bar c j / s c) i). }
  apply (eq_eq _ (- (rsum P (fun p => y_bar i p * z i p) * g i * z i j / (s i * INR P)) - rsum P (fun p => y_bar i p) * g i / (s i * INR P) + g i * y_bar i j / s i) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* factor out g_i *)
Lemma vjp_y_x_3_ring :
  y_bar i j * g i / s i - g i * z i j * rsum P (fun p => y_bar i p * z i p) / (INR P * s i) - g i * rsum P (fun p => y_bar i p) / (INR P * s i)
  = g i * (INR P * y_bar i j - z i j * rsum P (fun p => y_bar i p * z i p) - rsum P (fun p => y_bar i p)) / (INR P * s i).
Proof.
  assert (s i <> 0).
  { sgn. }
  assert (INR P <> 0).
  { sgn. }
  apply (eq_eq _ (- (rsum P (fun p => y_bar i p * z i p) * g i * z i j / (s i * INR P)) - rsum P (fun p => y_bar i p) * g i / (s i * INR P) + g i * y_bar i j / s i) _).
  { fractions. }
  symmetry.
  cancel.
Qed.

Lemma vjp_y_x_needs_1 :
  (forall c, (c < C)%nat -> 0 < v c + (1 / 100000)).
Proof.
  intros c ?.
  sgn.
Qed.

Lemma vjp_y_x_needs_2 :
  (forall c, (c < C)%nat -> s c <> 0).
Proof.
  intros c ?.
  sgn.
Qed.

Theorem vjp_y_x :
  is_pd (at2 x i j) (fun x' => rsum C (fun c => rsum P (fun p => y_bar c p * y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b c p)))
  (g i * (INR P * y_bar i j - z i j * rsum P (fun p => y_bar i p * z i p) - rsum P (fun p => y_bar i p)) / (INR P * s i)).
Proof.
  pose proof vjp_y_x_needs_1.
  pose proof vjp_y_x_needs_2.
  apply (is_pd_eq _ _ (rsum C (fun c => rsum P (fun p => y_bar c p * pd (at2 x i j) (fun x' => y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b c p)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma (eq_eq _ _ _ vjp_y_x_2_sum_factor vjp_y_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_x_outright : option (
  is_pd (at2 x i j) (fun x' => rsum C (fun c => rsum P (fun p => y_bar c p * y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b c p)))
  (g i * (INR P * y_bar i j - z i j * rsum P (fun p => y_bar i p * z i p) - rsum P (fun p => y_bar i p)) / (INR P * s i))).
Proof.
  attempt "vjp_y_x" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum C (fun c => (Formula.Sum P (fun p => (Formula.Mul (Formula.C (y_bar c p)) (Formula.Add (Formula.Mul (Formula.C (g c)) (Formula.Div (Formula.Sub (Formula.V (c, p)) (Formula.Div (Formula.Sum P (fun p' => (Formula.V (c, p')))) (Formula.C (INR P)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum P (fun p' => (Formula.Pow (Formula.Sub (Formula.V (c, p')) (Formula.Div (Formula.Sum P (fun p'' => (Formula.V (c, p'')))) (Formula.C (INR P)))) 2))) (Formula.C (INR P))) (Formula.C ((1 / 100000))))))) (Formula.C (b c))))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (c p : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis p_in : (p < P)%nat.

(* put in ∂y_cp/∂x_ij *)
Lemma jvp_y_x_1_lemma :
  rsum C (fun i => rsum P (fun j => pd (at2 x i j) (fun x' => y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b c p) * x_dot i j))
  = rsum C (fun i => rsum P (fun j => g c * delta c i * (INR P * delta p j + (-1) - z c p * z c j) / (INR P * s c) * x_dot i j)).
Proof.
  assert (s c <> 0).
  { sgn. }
  assert (0 < v c + (1 / 100000)).
  { sgn. }
  apply rsum_ext; intros i ?; cbv beta.
  apply rsum_ext; intros j ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum C (fun c' => rsum P (fun p' => pd (at2 z c' p') (fun z' => y_of g z' b c p) * pd (at2 x i j) (fun x' => z_of x' (m_of P x') (s_of (v_of P x' (m_of P x'))) c' p')))) _).
  { rule (shared_1 c p i j). }
  apply (eq_eq _ (rsum C (fun c' => rsum P (fun p' => g c * delta c c' * delta p p' * (delta c' i * (INR P * delta p' j + (-1) - z c' p' * z c' j) / (INR P * s c'))))) _).
  { rule (shared_7 c p i j). }
  rule (shared_8 c p i j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_x_2_sum_factor :
  rsum C (fun i => rsum P (fun j => g c * delta c i * (INR P * delta p j + (-1) - z c p * z c j) / (INR P * s c) * x_dot i j))
  = x_dot c p * g c / s c - g c * z c p * rsum P (fun j => x_dot c j * z c j) / (INR P * s c) - g c * rsum P (fun j => x_dot c j) / (INR P * s c).
Proof.
  assert (s c <> 0).
  { sgn. }
  assert (INR P <> 0).
  { sgn. }
  apply (eq_eq _ (rsum C (fun i => - (delta c i * rsum P (fun j => x_dot i j * z c j) * g c * z c p / (s c * INR P)) - delta c i * rsum P (fun j => x_dot i j) * g c / (s c * INR P) + delta c i * g c * x_dot i p / s c)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    apply (eq_eq _ (rsum P (fun j => delta c i * delta p j * g c * x_dot i j / s c - delta c i * g c * x_dot i j * z c j * z c p / (s c * INR P) - delta c i * g c * x_dot i j / (s c * INR P))) _).
    { apply rsum_ext; intros j ?; cbv beta.
      cancel. }
    apply (eq_eq _ (rsum P (fun k => delta c i * delta p k * g c * x_dot i k / s c - delta c i * g c * x_dot i k * z c k * z c p / (s c * INR P) - delta c i * g c * x_dot i k / (s c * INR P))) _); [ same | ].
    apply (eq_eq _ (rsum P (fun k => delta c i * delta p k * g c * x_dot i k / s c) + rsum P (fun k => - (delta c i * g c * x_dot i k * z c k * z c p / (s c * INR P)) - delta c i * g c * x_dot i k / (s c * INR P))) _).
    { rule_same (sum_add P (fun j => delta c i * delta p j * g c * x_dot i j / s c) (fun j => - (delta c i * g c * x_dot i j * z c j * z c p / (s c * INR P)) - delta c i * g c * x_dot i j / (s c * INR P)) (fun j => true)). }
    apply (eq_eq _ (rsum P (fun j => delta c i * delta p j * g c * x_dot i j / s c) + rsum P (fun j => - (delta c i * g c * x_dot i j * z c j * z c p / (s c * INR P)) - delta c i * g c * x_dot i j / (s c * INR P))) _); [ same | ].
    apply (eq_eq _ (delta c i * g c / s c * x_dot i p - delta c i * g c * z c p / (s c * INR P) * rsum P (fun j => x_dot i j * z c j) - delta c i * g c / (s c * INR P) * rsum P (fun j => x_dot i j)) _).
    { apply (eq_eq _ (delta c i * g c / s c * x_dot i p + (- (delta c i * g c * z c p / (s c * INR P) * rsum P (fun j => x_dot i j * z c j)) - delta c i * g c / (s c * INR P) * rsum P (fun j => x_dot i j))) _); [ | same ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum P (fun j => delta c i * g c / s c * delta p j * x_dot i j)) _).
        { apply rsum_ext; intros j ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum P (fun k => delta c i * g c / s c * delta p k * x_dot i k)) _); [ same | ].
        apply (eq_eq _ (delta c i * g c / s c * rsum P (fun k => delta p k * x_dot i k)) _).
        { rule_same (sum_factor P (delta c i * g c / s c) (fun j => delta p j * x_dot i j) (fun j => true)). }
        apply (eq_eq _ (delta c i * g c / s c * rsum P (fun j => delta p j * x_dot i j)) _); [ same | ].
        refine (f_equal2 Rmult eq_refl _).
        apply (eq_eq _ (rsum P (fun j => delta j p * x_dot i j)) _).
        { apply rsum_ext; intros j ?; cbv beta.
          same. }
        apply (eq_eq _ (rsum P (fun k => delta k p * x_dot i k)) _); [ same | ].
        rule (sum_delta P (fun j => x_dot i j) p). }
      apply (eq_eq _ (rsum P (fun k => - (delta c i * g c * x_dot i k * z c k * z c p / (s c * INR P)) - delta c i * g c * x_dot i k / (s c * INR P))) _); [ same | ].
      apply (eq_eq _ (rsum P (fun k => - (delta c i * g c * x_dot i k * z c k * z c p / (s c * INR P))) + rsum P (fun k => - (delta c i * g c * x_dot i k / (s c * INR P)))) _).
      { rule (sum_add P (fun j => - (delta c i * g c * x_dot i j * z c j * z c p / (s c * INR P))) (fun j => - (delta c i * g c * x_dot i j / (s c * INR P))) (fun j => true)). }
      apply (eq_eq _ (rsum P (fun j => - (delta c i * g c * x_dot i j * z c j * z c p / (s c * INR P))) + rsum P (fun j => - (delta c i * g c * x_dot i j / (s c * INR P)))) _); [ same | ].
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (rsum P (fun j => - (delta c i * g c * z c p / (s c * INR P) * x_dot i j * z c j))) _).
        { apply rsum_ext; intros j ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum P (fun k => - (delta c i * g c * z c p / (s c * INR P) * x_dot i k * z c k))) _); [ same | ].
        apply (eq_eq _ (- rsum P (fun k => delta c i * g c * z c p / (s c * INR P) * x_dot i k * z c k)) _).
        { rule (sum_neg P (fun j => delta c i * g c * z c p / (s c * INR P) * x_dot i j * z c j) (fun j => true)). }
        apply (eq_eq _ (- rsum P (fun j => delta c i * g c * z c p / (s c * INR P) * x_dot i j * z c j)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum P (fun k => delta c i * g c * z c p / (s c * INR P) * x_dot i k * z c k)) _); [ same | ].
        apply (eq_eq _ (delta c i * g c * z c p / (s c * INR P) * rsum P (fun k => x_dot i k * z c k)) _); [ | same ].
        rule_same (sum_factor P (delta c i * g c * z c p / (s c * INR P)) (fun j => x_dot i j * z c j) (fun j => true)). }
      apply (eq_eq _ (rsum P (fun j => - (delta c i * g c / (s c * INR P) * x_dot i j))) _).
      { apply rsum_ext; intros j ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum P (fun k => - (delta c i * g c / (s c * INR P) * x_dot i k))) _); [ same | ].
      apply (eq_eq _ (- rsum P (fun k => delta c i * g c / (s c * INR P) * x_dot i k)) _).
      { rule (sum_neg P (fun j => delta c i * g c / (s c * INR P) * x_dot i j) (fun j => true)). }
      apply (eq_eq _ (- rsum P (fun j => delta c i * g c / (s c * INR P) * x_dot i j)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum P (fun k => delta c i * g c / (s c * INR P) * x_dot i k)) _); [ same | ].
      apply (eq_eq _ (delta c i * g c / (s c * INR P) * rsum P (fun k => x_dot i k)) _); [ | same ].
      rule (sum_factor P (delta c i * g c / (s c * INR P)) (fun j => x_dot i j) (fun j => true)). }
    fractions. }
  apply (eq_eq _ (rsum C (fun k => - (delta c k * rsum P (fun j => x_dot k j * z c j) * g c * z c p / (s c * INR P)) - delta c k * rsum P (fun j => x_dot k j) * g c / (s c * INR P) + delta c k * g c * x_dot k p / s c)) _); [ same | ].
  apply (eq_eq _ (rsum C (fun k => - (delta c k * rsum P (fun j => x_dot k j * z c j) * g c * z c p / (s c * INR P))) + rsum C (fun k => - (delta c k * rsum P (fun j => x_dot k j) * g c / (s c * INR P)) + delta c k * g c * x_dot k p / s c)) _).
  { rule_same (sum_add C (fun i => - (delta c i * rsum P (fun j => x_dot i j * z c j) * g c * z c p / (s c * INR P))) (fun i => - (delta c i * rsum P (fun j => x_dot i j) * g c / (s c * INR P)) + delta c i * g c * x_dot i p / s c) (fun i => true)). }
  apply (eq_eq _ (rsum C (fun i => - (delta c i * rsum P (fun j => x_dot i j * z c j) * g c * z c p / (s c * INR P))) + rsum C (fun i => - (delta c i * rsum P (fun j => x_dot i j) * g c / (s c * INR P)) + delta c i * g c * x_dot i p / s c)) _); [ same | ].
  apply (eq_eq _ (- (g c * z c p / (s c * INR P) * rsum P (fun j => x_dot c j * z c j)) - g c / (s c * INR P) * rsum P (fun j => x_dot c j) + g c / s c * x_dot c p) _).
  { apply (eq_eq _ (- (g c * z c p / (s c * INR P) * rsum P (fun j => x_dot c j * z c j)) + (- (g c / (s c * INR P) * rsum P (fun j => x_dot c j)) + g c / s c * x_dot c p)) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum C (fun i => - (g c * z c p / (s c * INR P) * delta c i * rsum P (fun j => x_dot i j * z c j)))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum C (fun k => - (g c * z c p / (s c * INR P) * delta c k * rsum P (fun j => x_dot k j * z c j)))) _); [ same | ].
      apply (eq_eq _ (- rsum C (fun k => g c * z c p / (s c * INR P) * delta c k * rsum P (fun j => x_dot k j * z c j))) _).
      { rule (sum_neg C (fun i => g c * z c p / (s c * INR P) * delta c i * rsum P (fun j => x_dot i j * z c j)) (fun i => true)). }
      apply (eq_eq _ (- rsum C (fun i => g c * z c p / (s c * INR P) * delta c i * rsum P (fun j => x_dot i j * z c j))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum C (fun k => g c * z c p / (s c * INR P) * delta c k * rsum P (fun j => x_dot k j * z c j))) _); [ same | ].
      apply (eq_eq _ (g c * z c p / (s c * INR P) * rsum C (fun k => delta c k * rsum P (fun j => x_dot k j * z c j))) _).
      { rule_same (sum_factor C (g c * z c p / (s c * INR P)) (fun i => delta c i * rsum P (fun j => x_dot i j * z c j)) (fun i => true)). }
      apply (eq_eq _ (g c * z c p / (s c * INR P) * rsum C (fun i => delta c i * rsum P (fun j => x_dot i j * z c j))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum C (fun i => delta i c * rsum P (fun j => x_dot i j * z c j))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum C (fun k => delta k c * rsum P (fun j => x_dot k j * z c j))) _); [ same | ].
      rule (sum_delta C (fun i => rsum P (fun j => x_dot i j * z c j)) c). }
    apply (eq_eq _ (rsum C (fun k => - (delta c k * rsum P (fun j => x_dot k j) * g c / (s c * INR P)) + delta c k * g c * x_dot k p / s c)) _); [ same | ].
    apply (eq_eq _ (rsum C (fun k => - (delta c k * rsum P (fun j => x_dot k j) * g c / (s c * INR P))) + rsum C (fun k => delta c k * g c * x_dot k p / s c)) _).
    { rule (sum_add C (fun i => - (delta c i * rsum P (fun j => x_dot i j) * g c / (s c * INR P))) (fun i => delta c i * g c * x_dot i p / s c) (fun i => true)). }
    apply (eq_eq _ (rsum C (fun i => - (delta c i * rsum P (fun j => x_dot i j) * g c / (s c * INR P))) + rsum C (fun i => delta c i * g c * x_dot i p / s c)) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum C (fun i => - (g c / (s c * INR P) * delta c i * rsum P (fun j => x_dot i j)))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum C (fun k => - (g c / (s c * INR P) * delta c k * rsum P (fun j => x_dot k j)))) _); [ same | ].
      apply (eq_eq _ (- rsum C (fun k => g c / (s c * INR P) * delta c k * rsum P (fun j => x_dot k j))) _).
      { rule (sum_neg C (fun i => g c / (s c * INR P) * delta c i * rsum P (fun j => x_dot i j)) (fun i => true)). }
      apply (eq_eq _ (- rsum C (fun i => g c / (s c * INR P) * delta c i * rsum P (fun j => x_dot i j))) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum C (fun k => g c / (s c * INR P) * delta c k * rsum P (fun j => x_dot k j))) _); [ same | ].
      apply (eq_eq _ (g c / (s c * INR P) * rsum C (fun k => delta c k * rsum P (fun j => x_dot k j))) _).
      { rule_same (sum_factor C (g c / (s c * INR P)) (fun i => delta c i * rsum P (fun j => x_dot i j)) (fun i => true)). }
      apply (eq_eq _ (g c / (s c * INR P) * rsum C (fun i => delta c i * rsum P (fun j => x_dot i j))) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum C (fun i => delta i c * rsum P (fun j => x_dot i j))) _).
      { apply rsum_ext; intros i ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum C (fun k => delta k c * rsum P (fun j => x_dot k j))) _); [ same | ].
      rule (sum_delta C (fun i => rsum P (fun j => x_dot i j)) c). }
    apply (eq_eq _ (rsum C (fun i => g c / s c * delta c i * x_dot i p)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum C (fun k => g c / s c * delta c k * x_dot k p)) _); [ same | ].
    apply (eq_eq _ (g c / s c * rsum C (fun k => delta c k * x_dot k p)) _).
    { rule_same (sum_factor C (g c / s c) (fun i => delta c i * x_dot i p) (fun i => true)). }
    apply (eq_eq _ (g c / s c * rsum C (fun i => delta c i * x_dot i p)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum C (fun i => delta i c * x_dot i p)) _).
    { apply rsum_ext; intros i ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum C (fun k => delta k c * x_dot k p)) _); [ same | ].
    rule (sum_delta C (fun i => x_dot i p) c). }
  apply (eq_eq _ (- (rsum P (fun j => x_dot c j * z c j) * g c * z c p / (s c * INR P)) - rsum P (fun j => x_dot c j) * g c / (s c * INR P) + g c * x_dot c p / s c) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* factor out g_c *)
Lemma jvp_y_x_3_ring :
  x_dot c p * g c / s c - g c * z c p * rsum P (fun j => x_dot c j * z c j) / (INR P * s c) - g c * rsum P (fun j => x_dot c j) / (INR P * s c)
  = g c * (INR P * x_dot c p - z c p * rsum P (fun j => x_dot c j * z c j) - rsum P (fun j => x_dot c j)) / (INR P * s c).
Proof.
  assert (s c <> 0).
  { sgn. }
  assert (INR P <> 0).
  { sgn. }
  apply (eq_eq _ (- (rsum P (fun j => x_dot c j * z c j) * g c * z c p / (s c * INR P)) - rsum P (fun j => x_dot c j) * g c / (s c * INR P) + g c * x_dot c p / s c) _).
  { fractions. }
  symmetry.
  cancel.
Qed.

Lemma jvp_y_x_needs_1 :
  0 < v c + (1 / 100000).
Proof.
  sgn.
Qed.

Lemma jvp_y_x_needs_2 :
  s c <> 0.
Proof.
  sgn.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of g (z_of (line2 x x_dot t) (m_of P (line2 x x_dot t)) (s_of (v_of P (line2 x x_dot t) (m_of P (line2 x x_dot t))))) b c p)
  (g c * (INR P * x_dot c p - z c p * rsum P (fun j => x_dot c j * z c j) - rsum P (fun j => x_dot c j)) / (INR P * s c)).
Proof.
  pose proof jvp_y_x_needs_1.
  pose proof jvp_y_x_needs_2.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum C (fun i => rsum P (fun j => pd (at2 x i j) (fun x' => y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b c p) * x_dot i j))) _).
  { apply (eq_eq _ (rsum C (fun i => rsum P (fun j => pd (at2 x i j) (fun x' => y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b c p) * x_dot i j))) _).
    { refine (eq_trans (chain2_at (at0 0) C P x (fun x' => y_of g (z_of x' (m_of P x') (s_of (v_of P x' (m_of P x')))) b c p) (fun t => (line2 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma (eq_eq _ _ _ jvp_y_x_2_sum_factor jvp_y_x_3_ring)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of g (z_of (line2 x x_dot t) (m_of P (line2 x x_dot t)) (s_of (v_of P (line2 x x_dot t) (m_of P (line2 x x_dot t))))) b c p)
  (g c * (INR P * x_dot c p - z c p * rsum P (fun j => x_dot c j * z c j) - rsum P (fun j => x_dot c j)) / (INR P * s c))).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 x) (Formula.flat2 x_dot) (Formula.Add (Formula.Mul (Formula.C (g c)) (Formula.Div (Formula.Sub (Formula.V (c, p)) (Formula.Div (Formula.Sum P (fun p' => (Formula.V (c, p')))) (Formula.C (INR P)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum P (fun p' => (Formula.Pow (Formula.Sub (Formula.V (c, p')) (Formula.Div (Formula.Sum P (fun p'' => (Formula.V (c, p'')))) (Formula.C (INR P)))) 2))) (Formula.C (INR P))) (Formula.C ((1 / 100000))))))) (Formula.C (b c)))).
Defined.
End jvp_y_x.

(** * Derivative of y by g *)

Section derivative_y_g.
Variables (c i p : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis i_in : (i < C)%nat.
Hypothesis p_in : (p < P)%nat.

(* definition of y_cp *)
Lemma derivative_y_g_1_unfold :
  pd (at1 g i) (fun g' => y_of g' z b c p)
  = pd (at1 g i) (fun g' => g' c * z c p + b c).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front; ∂g_c/∂g_i = δ_ci *)
Lemma derivative_y_g_2_diff_scale :
  pd (at1 g i) (fun g' => g' c * z c p + b c)
  = z c p * delta c i.
Proof.
  rule (shared_9 c p i).
Qed.

Theorem derivative_y_g :
  is_pd (at1 g i) (fun g' => y_of g' z b c p)
  (z c p * delta c i).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_g_1_unfold derivative_y_g_2_diff_scale).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_g_outright : option (
  is_pd (at1 g i) (fun g' => y_of g' z b c p)
  (z c p * delta c i)).
Proof.
  attempt "derivative_y_g" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Mul (Formula.V (c)) (Formula.C (z c p))) (Formula.C (b c)))).
Defined.
End derivative_y_g.

(** * VJP of y for g *)

Section vjp_y_g.
Variables (i : nat).
Hypothesis i_in : (i < C)%nat.

(* put in ∂y_cp/∂g_i *)
Lemma vjp_y_g_1_lemma :
  rsum C (fun c => rsum P (fun p => y_bar c p * pd (at1 g i) (fun g' => y_of g' z b c p)))
  = rsum C (fun c => rsum P (fun p => y_bar c p * z c p * delta c i)).
Proof.
  apply rsum_ext; intros c ?; cbv beta.
  apply rsum_ext; intros p ?; cbv beta.
  apply (eq_eq _ (y_bar c p * (z c p * delta c i)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 g i) (fun g' => g' c * z c p + b c)) _).
  { reflexivity. }
  rule (shared_9 c p i).
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_y_g_2_sum_factor :
  rsum C (fun c => rsum P (fun p => y_bar c p * z c p * delta c i))
  = rsum C (fun c => delta c i * rsum P (fun p => y_bar c p * z c p)).
Proof.
  apply rsum_ext; intros c ?; cbv beta.
  apply (eq_eq _ (rsum P (fun p => delta c i * y_bar c p * z c p)) _).
  { apply rsum_ext; intros p ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum P (fun k => delta c i * y_bar c k * z c k)) _); [ same | ].
  apply (eq_eq _ (delta c i * rsum P (fun k => y_bar c k * z c k)) _); [ | same ].
  rule_same (sum_factor P (delta c i) (fun p => y_bar c p * z c p) (fun p => true)).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_g_3_sum_delta :
  rsum C (fun k => delta k i * rsum P (fun p => y_bar k p * z k p))
  = rsum P (fun p => y_bar i p * z i p).
Proof.
  apply (eq_eq _ (rsum P (fun p => y_bar i p * z i p)) _).
  { rule (sum_delta C (fun c => rsum P (fun p => y_bar c p * z c p)) i). }
  reflexivity.
Qed.

Theorem vjp_y_g :
  is_pd (at1 g i) (fun g' => rsum C (fun c => rsum P (fun p => y_bar c p * y_of g' z b c p)))
  (rsum P (fun p => y_bar i p * z i p)).
Proof.
  apply (is_pd_eq _ _ (rsum C (fun c => rsum P (fun p => y_bar c p * pd (at1 g i) (fun g' => y_of g' z b c p)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_g_1_lemma (eq_eq _ _ _ vjp_y_g_2_sum_factor vjp_y_g_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_g_outright : option (
  is_pd (at1 g i) (fun g' => rsum C (fun c => rsum P (fun p => y_bar c p * y_of g' z b c p)))
  (rsum P (fun p => y_bar i p * z i p))).
Proof.
  attempt "vjp_y_g" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum C (fun c => (Formula.Sum P (fun p => (Formula.Mul (Formula.C (y_bar c p)) (Formula.Add (Formula.Mul (Formula.V (c)) (Formula.C (z c p))) (Formula.C (b c))))))))).
Defined.
End vjp_y_g.

(** * JVP of y for g *)

Section jvp_y_g.
Variables (c p : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis p_in : (p < P)%nat.

(* put in ∂y_cp/∂g_i *)
Lemma jvp_y_g_1_lemma :
  rsum C (fun i => pd (at1 g i) (fun g' => y_of g' z b c p) * g_dot i)
  = rsum C (fun i => z c p * delta c i * g_dot i).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  apply (eq_eq _ ((z c p * delta c i) * g_dot i) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 g i) (fun g' => g' c * z c p + b c)) _).
  { reflexivity. }
  rule (shared_9 c p i).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_g_2_sum_delta :
  rsum C (fun i => z c p * delta c i * g_dot i)
  = z c p * g_dot c.
Proof.
  apply (eq_eq _ (rsum C (fun i => delta i c * z c p * g_dot i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum C (fun k => delta k c * z c p * g_dot k)) _); [ same | ].
  rule_same (sum_delta C (fun i => z c p * g_dot i) c).
Qed.

Theorem jvp_y_g :
  is_pd (at0 0) (fun t => y_of (line1 g g_dot t) z b c p)
  (z c p * g_dot c).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum C (fun i => pd (at1 g i) (fun g' => y_of g' z b c p) * g_dot i)) _).
  { apply (eq_eq _ (rsum C (fun i => pd (at1 g i) (fun g' => y_of g' z b c p) * g_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) C g (fun g' => y_of g' z b c p) (fun t => (line1 g g_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_g_1_lemma jvp_y_g_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_g_outright : option (
  is_pd (at0 0) (fun t => y_of (line1 g g_dot t) z b c p)
  (z c p * g_dot c)).
Proof.
  attempt "jvp_y_g" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 g) (Formula.flat1 g_dot) (Formula.Add (Formula.Mul (Formula.V (c)) (Formula.C (z c p))) (Formula.C (b c)))).
Defined.
End jvp_y_g.

(** * Derivative of y by b *)

Section derivative_y_b.
Variables (c i p : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis i_in : (i < C)%nat.
Hypothesis p_in : (p < P)%nat.

(* definition of y_cp *)
Lemma derivative_y_b_1_unfold :
  pd (at1 b i) (fun b' => y_of g z b' c p)
  = pd (at1 b i) (fun b' => g c * z c p + b' c).
Proof.
  reflexivity.
Qed.

(* ∂b_c/∂b_i = δ_ci *)
Lemma derivative_y_b_2_variable :
  pd (at1 b i) (fun b' => g c * z c p + b' c)
  = delta c i.
Proof.
  rule (shared_10 c p i).
Qed.

Theorem derivative_y_b :
  is_pd (at1 b i) (fun b' => y_of g z b' c p)
  (delta c i).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_b_1_unfold derivative_y_b_2_variable).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_b_outright : option (
  is_pd (at1 b i) (fun b' => y_of g z b' c p)
  (delta c i)).
Proof.
  attempt "derivative_y_b" by Formula.outright (Formula.by_vector (Formula.Add (Formula.C (g c * z c p)) (Formula.V (c)))).
Defined.
End derivative_y_b.

(** * VJP of y for b *)

Section vjp_y_b.
Variables (i : nat).
Hypothesis i_in : (i < C)%nat.

(* put in ∂y_cp/∂b_i *)
Lemma vjp_y_b_1_lemma :
  rsum C (fun c => rsum P (fun p => y_bar c p * pd (at1 b i) (fun b' => y_of g z b' c p)))
  = rsum C (fun c => rsum P (fun p => y_bar c p * delta c i)).
Proof.
  apply rsum_ext; intros c ?; cbv beta.
  apply rsum_ext; intros p ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 b i) (fun b' => g c * z c p + b' c)) _).
  { reflexivity. }
  rule (shared_10 c p i).
Qed.

(* a constant factor goes in front of the sum *)
Lemma vjp_y_b_2_sum_factor :
  rsum C (fun c => rsum P (fun p => y_bar c p * delta c i))
  = rsum C (fun c => delta c i * rsum P (fun p => y_bar c p)).
Proof.
  apply rsum_ext; intros c ?; cbv beta.
  apply (eq_eq _ (rsum P (fun p => delta c i * y_bar c p)) _).
  { apply rsum_ext; intros p ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum P (fun k => delta c i * y_bar c k)) _); [ same | ].
  apply (eq_eq _ (delta c i * rsum P (fun k => y_bar c k)) _); [ | same ].
  rule (sum_factor P (delta c i) (fun p => y_bar c p) (fun p => true)).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_b_3_sum_delta :
  rsum C (fun k => delta k i * rsum P (fun p => y_bar k p))
  = rsum P (fun p => y_bar i p).
Proof.
  apply (eq_eq _ (rsum P (fun p => y_bar i p)) _).
  { rule (sum_delta C (fun c => rsum P (fun p => y_bar c p)) i). }
  reflexivity.
Qed.

Theorem vjp_y_b :
  is_pd (at1 b i) (fun b' => rsum C (fun c => rsum P (fun p => y_bar c p * y_of g z b' c p)))
  (rsum P (fun p => y_bar i p)).
Proof.
  apply (is_pd_eq _ _ (rsum C (fun c => rsum P (fun p => y_bar c p * pd (at1 b i) (fun b' => y_of g z b' c p)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_b_1_lemma (eq_eq _ _ _ vjp_y_b_2_sum_factor vjp_y_b_3_sum_delta)).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_b_outright : option (
  is_pd (at1 b i) (fun b' => rsum C (fun c => rsum P (fun p => y_bar c p * y_of g z b' c p)))
  (rsum P (fun p => y_bar i p))).
Proof.
  attempt "vjp_y_b" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum C (fun c => (Formula.Sum P (fun p => (Formula.Mul (Formula.C (y_bar c p)) (Formula.Add (Formula.C (g c * z c p)) (Formula.V (c))))))))).
Defined.
End vjp_y_b.

(** * JVP of y for b *)

Section jvp_y_b.
Variables (c p : nat).
Hypothesis c_in : (c < C)%nat.
Hypothesis p_in : (p < P)%nat.

(* put in ∂y_cp/∂b_i *)
Lemma jvp_y_b_1_lemma :
  rsum C (fun i => pd (at1 b i) (fun b' => y_of g z b' c p) * b_dot i)
  = rsum C (fun i => delta c i * b_dot i).
Proof.
  apply rsum_ext; intros i ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 b i) (fun b' => g c * z c p + b' c)) _).
  { reflexivity. }
  rule (shared_10 c p i).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_b_2_sum_delta :
  rsum C (fun i => delta c i * b_dot i)
  = b_dot c.
Proof.
  apply (eq_eq _ (rsum C (fun i => delta i c * b_dot i)) _).
  { apply rsum_ext; intros i ?; cbv beta.
    same. }
  apply (eq_eq _ (rsum C (fun k => delta k c * b_dot k)) _); [ same | ].
  rule (sum_delta C (fun i => b_dot i) c).
Qed.

Theorem jvp_y_b :
  is_pd (at0 0) (fun t => y_of g z (line1 b b_dot t) c p)
  (b_dot c).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum C (fun i => pd (at1 b i) (fun b' => y_of g z b' c p) * b_dot i)) _).
  { apply (eq_eq _ (rsum C (fun i => pd (at1 b i) (fun b' => y_of g z b' c p) * b_dot i)) _).
    { refine (eq_trans (chain1_at (at0 0) C b (fun b' => y_of g z b' c p) (fun t => (line1 b b_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_b_1_lemma jvp_y_b_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_b_outright : option (
  is_pd (at0 0) (fun t => y_of g z (line1 b b_dot t) c p)
  (b_dot c)).
Proof.
  attempt "jvp_y_b" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 b) (Formula.flat1 b_dot) (Formula.Add (Formula.C (g c * z c p)) (Formula.V (c)))).
Defined.
End jvp_y_b.
End instance_norm_theory.
