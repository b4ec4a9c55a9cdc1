(* made by derive, do not edit *)
(* Batch normalisation

   Every line of a derivation is one lemma, proved by the rules that its comment names; the theorem joins them.
   All dimensions are arbitrary, at least 1; a hypothesis is what the section states. *)
From Derivations Require Import Prelude.

Definition m_of (B : nat) (x : nat -> nat -> R) (k : nat) : R :=
  rsum B (fun n => x n k) / INR B.
#[local] Hint Unfold m_of : definitions.
Definition v_of (B : nat) (x : nat -> nat -> R) (m : nat -> R) (k : nat) : R :=
  rsum B (fun n => (x n k - m k) ^ 2) / INR B.
#[local] Hint Unfold v_of : definitions.
Definition s_of (v : nat -> R) (k : nat) : R :=
  sqrt (v k + (1 / 100000)).
#[local] Hint Unfold s_of : definitions.
Definition z_of (x : nat -> nat -> R) (m : nat -> R) (s : nat -> R) (n k : nat) : R :=
  (x n k - m k) / s k.
#[local] Hint Unfold z_of : definitions.
Definition y_of (g : nat -> R) (z : nat -> nat -> R) (b : nat -> R) (n k : nat) : R :=
  g k * z n k + b k.
#[local] Hint Unfold y_of : definitions.

Section batch_norm_theory.
Variables (B K : nat).
Variables (b g b_dot g_dot : nat -> R).
Variables (x y_bar x_dot : nat -> nat -> R).
Hypothesis B_positive : (0 < B)%nat.
Hypothesis K_positive : (0 < K)%nat.
Local Notation m := (m_of B x).
Local Notation v := (v_of B x m).
Local Notation s := (s_of v).
Local Notation z := (z_of x m s).
Local Notation y := (y_of g z b).

(** * What several lines rest on *)

Lemma shared_1 :
  forall i j l m' : nat,
  (i < B)%nat ->
  (j < K)%nat ->
  (l < B)%nat ->
  (m' < K)%nat ->
  pd (at2 x l m') (fun x' => y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b i j) = rsum B (fun n => rsum K (fun k => pd (at2 z n k) (fun z' => y_of g z' b i j) * pd (at2 x l m') (fun x' => z_of x' (m_of B x') (s_of (v_of B x' (m_of B x'))) n k))).
Proof.
  intros i j l m' ? ? ? ?.
  assert ((forall k, (k < K)%nat -> s k <> 0)).
  { intros k ?.
    sgn. }
  assert ((forall k, (k < K)%nat -> 0 < v k + (1 / 100000))).
  { intros k ?.
    sgn. }
  assert (s j <> 0).
  { sgn. }
  assert (0 < v j + (1 / 100000)).
  { sgn. }
  apply (chain2 (at2 x l m') B K (fun z' => y_of g z' b i j) (fun x' => z_of x' (m_of B x') (s_of (v_of B x' (m_of B x'))))); [ dsm | premise ].
Qed.

Lemma shared_2 :
  forall m' j k l : nat,
  (m' < B)%nat ->
  (j < K)%nat ->
  (k < B)%nat ->
  (l < K)%nat ->
  pd (at2 x k l) (fun x' => x' m' j - m_of B x' j) = delta m' k * delta j l - rsum B (fun m'' => delta m'' k * delta j l) / INR B.
Proof.
  intros m' j k l ? ? ? ?.
  apply (eq_eq _ (pd (at2 x k l) (fun x' => x' m' j) + pd (at2 x k l) (fun x' => - m_of B x' j)) _).
  { rule (diff_add (at2 x k l) (fun x' => x' m' j) (fun x' => - m_of B x' j)). }
  refine (f_equal2 Rplus _ _).
  { apply variable2. }
  apply (eq_eq _ (- pd (at2 x k l) (fun x' => m_of B x' j)) _).
  { rule (diff_neg (at2 x k l) (fun x' => m_of B x' j)). }
  refine (f_equal Ropp _).
  apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum B (fun n => x' n j) / INR B)) _).
  { reflexivity. }
  apply (eq_eq _ (pd (at2 x k l) (fun x' => 1 / INR B * rsum B (fun n => x' n j))) _).
  { apply pd_ext.
    intros x'; cbv beta.
    fractions. }
  apply (eq_eq _ (pd (at2 x k l) (fun x' => 1 / INR B * rsum B (fun n => x' n j))) _).
  { reflexivity. }
  apply (eq_eq _ (1 / INR B * pd (at2 x k l) (fun x' => rsum B (fun n => x' n j))) _).
  { assert (pd (at2 x k l) (fun x' => 1 / INR B) = 0).
    { apply constant. }
    rule (diff_scale (at2 x k l) (fun x' => 1 / INR B) (fun x' => rsum B (fun n => x' n j))). }
  apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum B (fun n => x' n j)) / INR B) _).
  { fractions. }
  refine (f_equal2 Rdiv _ eq_refl).
  apply (eq_eq _ (pd (at2 x k l) (fun x' => rsum B (fun k' => x' k' j))) _); [ same | ].
  apply (eq_eq _ (rsum B (fun m'' => pd (at2 x k l) (fun x' => x' m'' j))) _).
  { rule_same (diff_sum (at2 x k l) B (fun k' x' => x' k' j) (fun k' => true)). }
  apply rsum_ext; intros m'' ?; cbv beta.
  apply variable2.
Qed.

Lemma shared_3 :
  forall j : nat,
  (j < K)%nat ->
  (INR B <> 0) ->
  v j = rsum B (fun n => x n j ^ 2) / INR B - rsum B (fun n => x n j) ^ 2 / INR B ^ 2.
Proof.
  intros j ? ?.
  apply (eq_eq _ (rsum B (fun n => (x n j - m j) ^ 2) / INR B) _).
  { reflexivity. }
  apply (eq_eq _ ((- (2 * rsum B (fun n => x n j) / INR B * rsum B (fun n => x n j)) + rsum B (fun n => x n j) ^ 2 / INR B ^ 2 * INR B + rsum B (fun n => x n j ^ 2)) / INR B) _).
  { refine (f_equal2 Rdiv _ eq_refl).
    apply (eq_eq _ (rsum B (fun n => - (2 * rsum B (fun n' => x n' j) * x n j / INR B) + rsum B (fun n' => x n' j) ^ 2 / INR B ^ 2 + x n j ^ 2)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      apply (eq_eq _ ((x n j - rsum B (fun n' => x n' j) / INR B) ^ 2) _).
      { reflexivity. }
      fractions. }
    apply (eq_eq _ (rsum B (fun k => - (2 * rsum B (fun n => x n j) * x k j / INR B) + rsum B (fun n => x n j) ^ 2 / INR B ^ 2 + x k j ^ 2)) _); [ same | ].
    apply (eq_eq _ (rsum B (fun k => - (2 * rsum B (fun n => x n j) * x k j / INR B)) + rsum B (fun k => rsum B (fun n => x n j) ^ 2 / INR B ^ 2 + x k j ^ 2)) _).
    { rule_same (sum_add B (fun n => - (2 * rsum B (fun n' => x n' j) * x n j / INR B)) (fun n => rsum B (fun n' => x n' j) ^ 2 / INR B ^ 2 + x n j ^ 2) (fun n => true)). }
    apply (eq_eq _ (rsum B (fun n => - (2 * rsum B (fun n' => x n' j) * x n j / INR B)) + rsum B (fun n => rsum B (fun n' => x n' j) ^ 2 / INR B ^ 2 + x n j ^ 2)) _); [ same | ].
    apply (eq_eq _ (- (2 * rsum B (fun n => x n j) / INR B * rsum B (fun n => x n j)) + (rsum B (fun n => x n j) ^ 2 / INR B ^ 2 * INR B + rsum B (fun n => x n j ^ 2))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum B (fun n => - (2 * rsum B (fun n' => x n' j) / INR B * x n j))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum B (fun k => - (2 * rsum B (fun n => x n j) / INR B * x k j))) _); [ same | ].
      apply (eq_eq _ (- rsum B (fun k => 2 * rsum B (fun n => x n j) / INR B * x k j)) _).
      { rule (sum_neg B (fun n => 2 * rsum B (fun n' => x n' j) / INR B * x n j) (fun n => true)). }
      apply (eq_eq _ (- rsum B (fun n => 2 * rsum B (fun n' => x n' j) / INR B * x n j)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum B (fun k => 2 * rsum B (fun n => x n j) / INR B * x k j)) _); [ same | ].
      apply (eq_eq _ (2 * rsum B (fun n => x n j) / INR B * rsum B (fun k => x k j)) _); [ | same ].
      rule (sum_factor B (2 * rsum B (fun n => x n j) / INR B) (fun n => x n j) (fun n => true)). }
    apply (eq_eq _ (rsum B (fun k => rsum B (fun n => x n j) ^ 2 / INR B ^ 2 + x k j ^ 2)) _); [ same | ].
    apply (eq_eq _ (rsum B (fun k => rsum B (fun n => x n j) ^ 2 / INR B ^ 2) + rsum B (fun k => x k j ^ 2)) _).
    { rule (sum_add B (fun n => rsum B (fun n' => x n' j) ^ 2 / INR B ^ 2) (fun n => x n j ^ 2) (fun n => true)). }
    apply (eq_eq _ (rsum B (fun n => rsum B (fun n' => x n' j) ^ 2 / INR B ^ 2) + rsum B (fun n => x n j ^ 2)) _); [ same | ].
    refine (f_equal2 Rplus _ eq_refl).
    apply (eq_eq _ (rsum B (fun n => rsum B (fun n' => x n' j) ^ 2 / INR B ^ 2 * 1)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum B (fun k => rsum B (fun n => x n j) ^ 2 / INR B ^ 2 * 1)) _); [ same | ].
    apply (eq_eq _ (rsum B (fun n => x n j) ^ 2 / INR B ^ 2 * rsum B (fun k => 1)) _).
    { rule (sum_factor B (rsum B (fun n => x n j) ^ 2 / INR B ^ 2) (fun n => 1) (fun n => true)). }
    apply (eq_eq _ (rsum B (fun n => x n j) ^ 2 / INR B ^ 2 * rsum B (fun n => 1)) _); [ same | ].
    refine (f_equal2 Rmult eq_refl _).
    apply (eq_eq _ (rsum B (fun k => 1)) _); [ same | ].
    apply (eq_eq _ (INR B * 1) _).
    { rule (sum_constant B 1). }
    arith. }
  cancel.
Qed.

Lemma shared_4 :
  forall j : nat,
  (j < K)%nat ->
  (INR B <> 0) ->
  sqrt (v j + (1 / 100000)) = sqrt ((1 / 100000) + rsum B (fun n => x n j ^ 2) / INR B - rsum B (fun n => x n j) ^ 2 / INR B ^ 2).
Proof.
  intros j ? ?.
  refine (f_equal sqrt _).
  apply (eq_eq _ (rsum B (fun n => x n j ^ 2) / INR B - rsum B (fun n => x n j) ^ 2 / INR B ^ 2 + (1 / 100000)) _).
  { apply (eq_eq _ ((rsum B (fun n => x n j ^ 2) / INR B - rsum B (fun n => x n j) ^ 2 / INR B ^ 2) + (1 / 100000)) _); [ | same ].
    refine (f_equal2 Rplus _ eq_refl).
    rule (shared_3 j). }
  fractions.
Qed.

Lemma shared_5 :
  forall k j : nat,
  (k < B)%nat ->
  (j < K)%nat ->
  (INR B <> 0) ->
  z k j = - (rsum B (fun n => x n j) / (sqrt ((1 / 100000) + rsum B (fun n => x n j ^ 2) / INR B - rsum B (fun n => x n j) ^ 2 / INR B ^ 2) * INR B)) + x k j / sqrt ((1 / 100000) + rsum B (fun n => x n j ^ 2) / INR B - rsum B (fun n => x n j) ^ 2 / INR B ^ 2).
Proof.
  intros k j ? ? ?.
  apply (eq_eq _ ((x k j - m j) / s j) _).
  { reflexivity. }
  apply (eq_eq _ ((x k j - rsum B (fun n => x n j) / INR B) / sqrt ((1 / 100000) + rsum B (fun n => x n j ^ 2) / INR B - rsum B (fun n => x n j) ^ 2 / INR B ^ 2)) _).
  { refine (f_equal2 Rdiv eq_refl _).
    apply (eq_eq _ (sqrt (v j + (1 / 100000))) _).
    { reflexivity. }
    rule (shared_4 j). }
  fractions.
Qed.

Lemma shared_6 :
  forall i j l m' : nat,
  (i < B)%nat ->
  (j < K)%nat ->
  (l < B)%nat ->
  (m' < K)%nat ->
  rsum B (fun n => rsum K (fun k => pd (at2 z n k) (fun z' => y_of g z' b i j) * pd (at2 x l m') (fun x' => z_of x' (m_of B x') (s_of (v_of B x' (m_of B x'))) n k))) = rsum B (fun n => rsum K (fun k => g j * delta i n * delta j k * ((INR B * delta n l + (-1) - z n k * z l k) * delta k m' / (INR B * s k)))).
Proof.
  intros i j l m' ? ? ? ?.
  assert ((forall k, (k < K)%nat -> s k <> 0)).
  { intros k ?.
    sgn. }
  assert ((forall k, (k < K)%nat -> 0 < v k + (1 / 100000))).
  { intros k ?.
    sgn. }
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ ((g j * delta i n * delta j k) * ((INR B * delta n l + (-1) - z n k * z l k) * delta k m' / (INR B * s k))) _); [ | same ].
  refine (f_equal2 Rmult _ _).
  { apply (eq_eq _ (pd (at2 z n k) (fun z' => g j * z' i j + b j)) _).
    { reflexivity. }
    apply (eq_eq _ (pd (at2 z n k) (fun z' => g j * z' i j) + pd (at2 z n k) (fun z' => b j)) _).
    { rule (diff_add (at2 z n k) (fun z' => g j * z' i j) (fun z' => b j)). }
    apply (eq_eq _ (g j * delta i n * delta j k + 0) _).
    { refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at2 z n k) (fun z' => g j * z' i j)) _).
        { reflexivity. }
        apply (eq_eq _ (g j * pd (at2 z n k) (fun z' => z' i j)) _).
        { assert (pd (at2 z n k) (fun z' => g j) = 0).
          { apply constant. }
          rule (diff_scale (at2 z n k) (fun z' => g j) (fun z' => z' i j)). }
        apply (eq_eq _ (g j * (delta i n * delta j k)) _); [ | same ].
        refine (f_equal2 Rmult eq_refl _).
        apply variable2. }
      apply constant. }
    arith. }
  apply (eq_eq _ (pd (at2 x l m') (fun x' => (x' n k - m_of B x' k) / s_of (v_of B x' (m_of B x')) k)) _).
  { reflexivity. }
  apply (eq_eq _ ((pd (at2 x l m') (fun x' => x' n k - m_of B x' k) * s k - (x n k - m k) * pd (at2 x l m') (fun x' => s_of (v_of B x' (m_of B x')) k)) / s k ^ 2) _).
  { assert (s k <> 0).
    { sgn. }
    assert (0 < v k + (1 / 100000)).
    { sgn. }
    rule (diff_div (at2 x l m') (fun x' => x' n k - m_of B x' k) (fun x' => s_of (v_of B x' (m_of B x')) k)). }
  apply (eq_eq _ (((delta n l * delta k m' - rsum B (fun n' => delta l n' * delta k m') / INR B) * s k - (x n k - m k) * rsum B (fun n' => 2 * (x n' k - m k) * (delta l n' * delta k m' - rsum B (fun p => delta l p * delta k m') / INR B)) / (2 * sqrt (v k + (1 / 100000)) * INR B)) / s k ^ 2) _).
  { assert (0 < v k + (1 / 100000)).
    { sgn. }
    apply (eq_eq _ (((delta n l * delta k m' - rsum B (fun m'' => delta m'' l * delta k m') / INR B) * s k - (x n k - m k) * (1 / (2 * sqrt (v k + (1 / 100000)))) * (rsum B (fun m'' => 2 * (x m'' k - m k) ^ 1 * (delta m'' l * delta k m' - rsum B (fun m''' => delta m''' l * delta k m') / INR B)) / INR B + 0)) / s k ^ 2) _).
    { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult _ eq_refl) (f_equal Ropp _)) eq_refl).
      { rule (shared_2 n k l m'). }
      apply (eq_eq _ ((x n k - m k) * (1 / (2 * sqrt (v k + (1 / 100000))) * (rsum B (fun m'' => 2 * (x m'' k - m k) ^ 1 * (delta m'' l * delta k m' - rsum B (fun m''' => delta m''' l * delta k m') / INR B)) / INR B + 0))) _); [ | same ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at2 x l m') (fun x' => sqrt (v_of B x' (m_of B x') k + (1 / 100000)))) _).
      { reflexivity. }
      apply (eq_eq _ (1 / (2 * sqrt (v k + (1 / 100000))) * pd (at2 x l m') (fun x' => v_of B x' (m_of B x') k + (1 / 100000))) _).
      { rule (diff_sqrt (at2 x l m') (fun x' => v_of B x' (m_of B x') k + (1 / 100000))). }
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (pd (at2 x l m') (fun x' => v_of B x' (m_of B x') k) + pd (at2 x l m') (fun x' => (1 / 100000))) _).
      { rule (diff_add (at2 x l m') (fun x' => v_of B x' (m_of B x') k) (fun x' => (1 / 100000))). }
      refine (f_equal2 Rplus _ _).
      { apply (eq_eq _ (pd (at2 x l m') (fun x' => rsum B (fun n' => (x' n' k - m_of B x' k) ^ 2) / INR B)) _).
        { reflexivity. }
        apply (eq_eq _ (pd (at2 x l m') (fun x' => 1 / INR B * rsum B (fun n' => (x' n' k - m_of B x' k) ^ 2))) _).
        { apply pd_ext.
          intros x'; cbv beta.
          fractions. }
        apply (eq_eq _ (pd (at2 x l m') (fun x' => 1 / INR B * rsum B (fun n' => (x' n' k - m_of B x' k) ^ 2))) _).
        { reflexivity. }
        apply (eq_eq _ (1 / INR B * pd (at2 x l m') (fun x' => rsum B (fun n' => (x' n' k - m_of B x' k) ^ 2))) _).
        { assert (pd (at2 x l m') (fun x' => 1 / INR B) = 0).
          { apply constant. }
          rule (diff_scale (at2 x l m') (fun x' => 1 / INR B) (fun x' => rsum B (fun n' => (x' n' k - m_of B x' k) ^ 2))). }
        apply (eq_eq _ (pd (at2 x l m') (fun x' => rsum B (fun n' => (x' n' k - m_of B x' k) ^ 2)) / INR B) _).
        { fractions. }
        refine (f_equal2 Rdiv _ eq_refl).
        apply (eq_eq _ (pd (at2 x l m') (fun x' => rsum B (fun k' => (x' k' k - m_of B x' k) ^ 2))) _); [ same | ].
        apply (eq_eq _ (rsum B (fun m'' => pd (at2 x l m') (fun x' => (x' m'' k - m_of B x' k) ^ 2))) _).
        { rule_same (diff_sum (at2 x l m') B (fun k' x' => (x' k' k - m_of B x' k) ^ 2) (fun k' => true)). }
        apply rsum_ext; intros m'' ?; cbv beta.
        apply (eq_eq _ (2 * (x m'' k - m k) ^ 1 * pd (at2 x l m') (fun x' => x' m'' k - m_of B x' k)) _).
        { assert (pd (at2 x l m') (fun x' => 2) = 0).
          { apply constant. }
          assert (2 = 1 + 1).
          { arith. }
          rule (diff_pow_int (at2 x l m') (fun x' => x' m'' k - m_of B x' k) 2%nat 1%nat 2). }
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
        rule (shared_2 m'' k l m'). }
      apply constant. }
    apply (eq_eq _ (((delta n l * delta k m' - rsum B (fun m'' => delta m'' l * delta k m') / INR B) * s k - (x n k - m k) * rsum B (fun m'' => 2 * (x m'' k - m k) * (delta m'' l * delta k m' - rsum B (fun m''' => delta m''' l * delta k m') / INR B)) / (2 * sqrt (v k + (1 / 100000)) * INR B)) / s k ^ 2) _); [ | same ].
    refine (f_equal2 Rdiv (f_equal2 Rplus eq_refl (f_equal Ropp _)) eq_refl).
    apply (eq_eq _ ((x n k - m k) * (1 / (2 * sqrt (v k + (1 / 100000)))) * (rsum B (fun m'' => 2 * (x m'' k - m k) * (delta m'' l * delta k m' - rsum B (fun m''' => delta m''' l * delta k m') / INR B)) / INR B)) _).
    { refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
      apply (eq_eq _ (rsum B (fun m'' => 2 * (x m'' k - m k) * (delta m'' l * delta k m' - rsum B (fun m''' => delta m''' l * delta k m') / INR B)) / INR B + 0) _).
      { refine (f_equal2 Rplus (f_equal2 Rdiv _ eq_refl) eq_refl).
        apply rsum_ext; intros m'' ?; cbv beta.
        refine (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl).
        arith. }
      fractions. }
    fractions. }
  apply (eq_eq _ (((delta n l * delta k m' - delta k m' / INR B) * s k - (x n k - m k) * rsum B (fun n' => 2 * (x n' k - m k) * (delta l n' * delta k m' - delta k m' / INR B)) / (2 * sqrt (v k + (1 / 100000)) * INR B)) / s k ^ 2) _).
  { refine (f_equal2 Rdiv (f_equal2 Rplus (f_equal2 Rmult (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl))) eq_refl) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) eq_refl))) eq_refl).
    { apply (eq_eq _ (rsum B (fun n' => delta n' l * delta k m')) _).
      { apply rsum_ext; intros n' ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum B (fun m'' => delta m'' l * delta k m')) _); [ same | ].
      rule_same (sum_delta B (fun n' => delta k m') l). }
    apply rsum_ext; intros n' ?; cbv beta.
    refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) (f_equal2 Rplus eq_refl (f_equal Ropp (f_equal2 Rdiv _ eq_refl)))).
    apply (eq_eq _ (rsum B (fun p => delta p l * delta k m')) _).
    { apply rsum_ext; intros p ?; cbv beta.
      same. }
    apply (eq_eq _ (rsum B (fun m'' => delta m'' l * delta k m')) _); [ same | ].
    rule_same (sum_delta B (fun p => delta k m') l). }
  apply (eq_eq _ ((delta n l * delta k m' - delta k m' / INR B) * s k / s k ^ 2 - (x n k - m k) * rsum B (fun n' => 2 * (x n' k - m k) * (delta l n' * delta k m' - delta k m' / INR B)) / (2 * sqrt (v k + (1 / 100000)) * INR B) / s k ^ 2) _).
  { fractions. }
  apply (eq_eq _ ((delta n l * delta k m' - delta k m' / INR B) * s k / s k ^ 2 - (x n k - m k) * rsum B (fun n' => 2 * (x n' k - m k) * (delta l n' * delta k m' - delta k m' / INR B)) / (2 * sqrt (v k + (1 / 100000)) * INR B * s k ^ 2)) _).
  { refine (f_equal2 Rplus eq_refl (f_equal Ropp _)).
    fractions. }
  apply (eq_eq _ (delta n l * delta k m' / s k - z n k * z l k * delta k m' / (INR B * s k) - delta k m' / (INR B * s k)) _).
  { assert (sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2) <> 0).
    { apply (eq_ne _ (sqrt ((1 / 100000) + v k)) _).
      { assert (INR B <> 0).
        { sgn. }
        symmetry.
        refine (f_equal sqrt _).
        apply (eq_eq _ ((1 / 100000) + (rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2)) _); [ | same ].
        refine (f_equal2 Rplus eq_refl _).
        rule (shared_3 k). }
      sgn. }
    assert (INR B <> 0).
    { sgn. }
    apply (eq_eq _ ((delta n l * delta k m' - delta k m' / INR B) * sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2) / sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2) ^ 2 - (x n k - rsum B (fun n' => x n' k) / INR B) * (- (2 * delta k m' * rsum B (fun n' => x n' k) / INR B * 1) + 2 * delta k m' * x l k + 2 * delta k m' * rsum B (fun n' => x n' k) / INR B ^ 2 * INR B - 2 * delta k m' / INR B * rsum B (fun n' => x n' k)) / (2 * sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2) * INR B * sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2) ^ 2)) _).
    { refine (f_equal2 Rplus (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) (f_equal (fun x => x ^ 2) _)) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult eq_refl _) (f_equal2 Rmult (f_equal2 Rmult (f_equal2 Rmult eq_refl _) eq_refl) (f_equal (fun x => x ^ 2) _))))).
      { apply (eq_eq _ (sqrt (v k + (1 / 100000))) _).
        { reflexivity. }
        rule (shared_4 k). }
      { apply (eq_eq _ (sqrt (v k + (1 / 100000))) _).
        { reflexivity. }
        rule (shared_4 k). }
      { apply (eq_eq _ (rsum B (fun n' => - (2 * delta k m' * delta l n' * rsum B (fun n'' => x n'' k) / INR B) + 2 * delta k m' * delta l n' * x n' k + 2 * delta k m' * rsum B (fun n'' => x n'' k) / INR B ^ 2 - 2 * delta k m' * x n' k / INR B)) _).
        { apply rsum_ext; intros n' ?; cbv beta.
          apply (eq_eq _ (2 * (x n' k - rsum B (fun n'' => x n'' k) / INR B) * (delta l n' * delta k m' - delta k m' / INR B)) _).
          { reflexivity. }
          fractions. }
        apply (eq_eq _ (rsum B (fun m'' => - (2 * delta k m' * delta l m'' * rsum B (fun n' => x n' k) / INR B) + 2 * delta k m' * delta l m'' * x m'' k + 2 * delta k m' * rsum B (fun n' => x n' k) / INR B ^ 2 - 2 * delta k m' * x m'' k / INR B)) _); [ same | ].
        apply (eq_eq _ (rsum B (fun m'' => - (2 * delta k m' * delta l m'' * rsum B (fun n' => x n' k) / INR B) + 2 * delta k m' * delta l m'' * x m'' k) + rsum B (fun k' => 2 * delta k m' * rsum B (fun n' => x n' k) / INR B ^ 2 - 2 * delta k m' * x k' k / INR B)) _).
        { rule_same (sum_add B (fun n' => - (2 * delta k m' * delta l n' * rsum B (fun n'' => x n'' k) / INR B) + 2 * delta k m' * delta l n' * x n' k) (fun n' => 2 * delta k m' * rsum B (fun n'' => x n'' k) / INR B ^ 2 - 2 * delta k m' * x n' k / INR B) (fun n' => true)). }
        apply (eq_eq _ (rsum B (fun n' => - (2 * delta k m' * delta l n' * rsum B (fun n'' => x n'' k) / INR B) + 2 * delta k m' * delta l n' * x n' k) + rsum B (fun n' => 2 * delta k m' * rsum B (fun n'' => x n'' k) / INR B ^ 2 - 2 * delta k m' * x n' k / INR B)) _); [ same | ].
        apply (eq_eq _ ((- (2 * delta k m' * rsum B (fun n' => x n' k) / INR B * 1) + 2 * delta k m' * x l k) + (2 * delta k m' * rsum B (fun n' => x n' k) / INR B ^ 2 * INR B - 2 * delta k m' / INR B * rsum B (fun n' => x n' k))) _); [ | same ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum B (fun m'' => - (2 * delta k m' * delta l m'' * rsum B (fun n' => x n' k) / INR B) + 2 * delta k m' * delta l m'' * x m'' k)) _); [ same | ].
          apply (eq_eq _ (rsum B (fun m'' => - (2 * delta k m' * delta l m'' * rsum B (fun n' => x n' k) / INR B)) + rsum B (fun m'' => 2 * delta k m' * delta l m'' * x m'' k)) _).
          { rule (sum_add B (fun n' => - (2 * delta k m' * delta l n' * rsum B (fun n'' => x n'' k) / INR B)) (fun n' => 2 * delta k m' * delta l n' * x n' k) (fun n' => true)). }
          apply (eq_eq _ (rsum B (fun n' => - (2 * delta k m' * delta l n' * rsum B (fun n'' => x n'' k) / INR B)) + rsum B (fun n' => 2 * delta k m' * delta l n' * x n' k)) _); [ same | ].
          refine (f_equal2 Rplus _ _).
          { apply (eq_eq _ (rsum B (fun n' => - (2 * delta k m' * rsum B (fun n'' => x n'' k) / INR B * delta l n'))) _).
            { apply rsum_ext; intros n' ?; cbv beta.
              fractions. }
            apply (eq_eq _ (rsum B (fun m'' => - (2 * delta k m' * rsum B (fun n' => x n' k) / INR B * delta l m''))) _); [ same | ].
            apply (eq_eq _ (- rsum B (fun m'' => 2 * delta k m' * rsum B (fun n' => x n' k) / INR B * delta l m'')) _).
            { rule (sum_neg B (fun n' => 2 * delta k m' * rsum B (fun n'' => x n'' k) / INR B * delta l n') (fun n' => true)). }
            apply (eq_eq _ (- rsum B (fun n' => 2 * delta k m' * rsum B (fun n'' => x n'' k) / INR B * delta l n')) _); [ same | ].
            refine (f_equal Ropp _).
            apply (eq_eq _ (rsum B (fun m'' => 2 * delta k m' * rsum B (fun n' => x n' k) / INR B * delta l m'')) _); [ same | ].
            apply (eq_eq _ (2 * delta k m' * rsum B (fun n' => x n' k) / INR B * rsum B (fun l' => delta l l')) _).
            { rule_same (sum_factor B (2 * delta k m' * rsum B (fun n' => x n' k) / INR B) (fun n' => delta l n') (fun n' => true)). }
            apply (eq_eq _ (2 * delta k m' * rsum B (fun n' => x n' k) / INR B * rsum B (fun n' => delta l n')) _); [ same | ].
            refine (f_equal2 Rmult eq_refl _).
            apply (eq_eq _ (rsum B (fun n' => delta n' l * 1)) _).
            { apply rsum_ext; intros n' ?; cbv beta.
              arith. }
            apply (eq_eq _ (rsum B (fun l' => delta l' l * 1)) _); [ same | ].
            rule_same (sum_delta B (fun n' => 1) l). }
          apply (eq_eq _ (rsum B (fun m'' => 2 * delta k m' * delta l m'' * x m'' k)) _); [ same | ].
          apply (eq_eq _ (2 * delta k m' * rsum B (fun l' => delta l l' * x l' k)) _).
          { rule_same (sum_factor B (2 * delta k m') (fun n' => delta l n' * x n' k) (fun n' => true)). }
          apply (eq_eq _ (2 * delta k m' * rsum B (fun n' => delta l n' * x n' k)) _); [ same | ].
          refine (f_equal2 Rmult (f_equal2 Rmult eq_refl eq_refl) _).
          apply (eq_eq _ (rsum B (fun n' => delta n' l * x n' k)) _).
          { apply rsum_ext; intros n' ?; cbv beta.
            same. }
          apply (eq_eq _ (rsum B (fun l' => delta l' l * x l' k)) _); [ same | ].
          rule_same (sum_delta B (fun n' => x n' k) l). }
        apply (eq_eq _ (rsum B (fun k' => 2 * delta k m' * rsum B (fun n' => x n' k) / INR B ^ 2 - 2 * delta k m' * x k' k / INR B)) _); [ same | ].
        apply (eq_eq _ (rsum B (fun k' => 2 * delta k m' * rsum B (fun n' => x n' k) / INR B ^ 2) + rsum B (fun k' => - (2 * delta k m' * x k' k / INR B))) _).
        { rule (sum_add B (fun n' => 2 * delta k m' * rsum B (fun n'' => x n'' k) / INR B ^ 2) (fun n' => - (2 * delta k m' * x n' k / INR B)) (fun n' => true)). }
        apply (eq_eq _ (rsum B (fun n' => 2 * delta k m' * rsum B (fun n'' => x n'' k) / INR B ^ 2) + rsum B (fun n' => - (2 * delta k m' * x n' k / INR B))) _); [ same | ].
        refine (f_equal2 Rplus _ _).
        { apply (eq_eq _ (rsum B (fun n' => 2 * delta k m' * rsum B (fun n'' => x n'' k) / INR B ^ 2 * 1)) _).
          { apply rsum_ext; intros n' ?; cbv beta.
            fractions. }
          apply (eq_eq _ (rsum B (fun k' => 2 * delta k m' * rsum B (fun n' => x n' k) / INR B ^ 2 * 1)) _); [ same | ].
          apply (eq_eq _ (2 * delta k m' * rsum B (fun n' => x n' k) / INR B ^ 2 * rsum B (fun k' => 1)) _).
          { rule (sum_factor B (2 * delta k m' * rsum B (fun n' => x n' k) / INR B ^ 2) (fun n' => 1) (fun n' => true)). }
          apply (eq_eq _ (2 * delta k m' * rsum B (fun n' => x n' k) / INR B ^ 2 * rsum B (fun n' => 1)) _); [ same | ].
          refine (f_equal2 Rmult eq_refl _).
          apply (eq_eq _ (rsum B (fun k' => 1)) _); [ same | ].
          apply (eq_eq _ (INR B * 1) _).
          { rule (sum_constant B 1). }
          arith. }
        apply (eq_eq _ (rsum B (fun n' => - (2 * delta k m' / INR B * x n' k))) _).
        { apply rsum_ext; intros n' ?; cbv beta.
          fractions. }
        apply (eq_eq _ (rsum B (fun k' => - (2 * delta k m' / INR B * x k' k))) _); [ same | ].
        apply (eq_eq _ (- rsum B (fun k' => 2 * delta k m' / INR B * x k' k)) _).
        { rule (sum_neg B (fun n' => 2 * delta k m' / INR B * x n' k) (fun n' => true)). }
        apply (eq_eq _ (- rsum B (fun n' => 2 * delta k m' / INR B * x n' k)) _); [ same | ].
        refine (f_equal Ropp _).
        apply (eq_eq _ (rsum B (fun k' => 2 * delta k m' / INR B * x k' k)) _); [ same | ].
        apply (eq_eq _ (2 * delta k m' / INR B * rsum B (fun k' => x k' k)) _); [ | same ].
        rule (sum_factor B (2 * delta k m' / INR B) (fun n' => x n' k) (fun n' => true)). }
      { rule (shared_4 k). }
      apply (eq_eq _ (sqrt (v k + (1 / 100000))) _).
      { reflexivity. }
      rule (shared_4 k). }
    apply (eq_eq _ (delta n l * delta k m' / sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2) + delta k m' * rsum B (fun n' => x n' k) * x n k / (sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2) ^ 3 * INR B ^ 2) + delta k m' * rsum B (fun n' => x n' k) * x l k / (sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2) ^ 3 * INR B ^ 2) - delta k m' * rsum B (fun n' => x n' k) ^ 2 / (sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2) ^ 3 * INR B ^ 3) - delta k m' * x n k * x l k / (sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2) ^ 3 * INR B) - delta k m' / (sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2) * INR B)) _).
    { cancel. }
    symmetry.
    apply (eq_eq _ (delta n l * delta k m' / sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2) - (- (rsum B (fun n' => x n' k) / (sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2) * INR B)) + x n k / sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2)) * (- (rsum B (fun n' => x n' k) / (sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2) * INR B)) + x l k / sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2)) * delta k m' / (INR B * sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2)) - delta k m' / (INR B * sqrt ((1 / 100000) + rsum B (fun n' => x n' k ^ 2) / INR B - rsum B (fun n' => x n' k) ^ 2 / INR B ^ 2))) _).
    { refine (f_equal2 Rplus (f_equal2 Rplus (f_equal2 Rdiv eq_refl _) (f_equal Ropp (f_equal2 Rdiv (f_equal2 Rmult (f_equal2 Rmult _ _) eq_refl) (f_equal2 Rmult eq_refl _)))) (f_equal Ropp (f_equal2 Rdiv eq_refl (f_equal2 Rmult eq_refl _)))).
      { apply (eq_eq _ (sqrt (v k + (1 / 100000))) _).
        { reflexivity. }
        rule (shared_4 k). }
      { rule (shared_5 n k). }
      { rule (shared_5 l k). }
      { apply (eq_eq _ (sqrt (v k + (1 / 100000))) _).
        { reflexivity. }
        rule (shared_4 k). }
      apply (eq_eq _ (sqrt (v k + (1 / 100000))) _).
      { reflexivity. }
      rule (shared_4 k). }
    fractions. }
  assert (s k <> 0).
  { sgn. }
  assert (INR B <> 0).
  { sgn. }
  apply (eq_eq _ (delta n l * delta k m' / s k - delta k m' * z n k * z l k / (s k * INR B) - delta k m' / (s k * INR B)) _).
  { fractions. }
  symmetry.
  cancel.
Qed.

Lemma shared_7 :
  forall j i l m' : nat,
  (j < K)%nat ->
  (i < B)%nat ->
  (l < B)%nat ->
  (m' < K)%nat ->
  rsum B (fun n => rsum K (fun k => g j * delta i n * delta j k * ((INR B * delta n l + (-1) - z n k * z l k) * delta k m' / (INR B * s k)))) = g j * (INR B * delta i l + (-1) - z i j * z l j) * delta j m' / (INR B * s j).
Proof.
  intros j i l m' ? ? ? ?.
  apply (eq_eq _ (rsum B (fun n => g j * delta i n * (INR B * delta n l + (-1) - z n j * z l j) * delta j m' / (INR B * s j))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ (rsum K (fun k => delta k j * (g j * delta i n * (INR B * delta n l + (-1) - z n k * z l k) * delta k m' / (INR B * s k)))) _).
    { apply rsum_ext; intros k ?; cbv beta.
      fractions. }
    rule (sum_delta K (fun k => g j * delta i n * (INR B * delta n l + (-1) - z n k * z l k) * delta k m' / (INR B * s k)) j). }
  apply (eq_eq _ (rsum B (fun n => delta n i * (g j * (INR B * delta n l + (-1) - z n j * z l j) * delta j m' / (INR B * s j)))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    fractions. }
  apply (eq_eq _ (rsum B (fun k => delta k i * (g j * (INR B * delta k l + (-1) - z k j * z l j) * delta j m' / (INR B * s j)))) _); [ same | ].
  rule (sum_delta B (fun n => g j * (INR B * delta n l + (-1) - z n j * z l j) * delta j m' / (INR B * s j)) i).
Qed.

Lemma shared_8 :
  forall j i l : nat,
  (j < K)%nat ->
  (i < B)%nat ->
  (l < K)%nat ->
  pd (at1 g l) (fun g' => g' j * z i j + b j) = z i j * delta j l.
Proof.
  intros j i l ? ? ?.
  apply (eq_eq _ (pd (at1 g l) (fun g' => g' j * z i j) + pd (at1 g l) (fun g' => b j)) _).
  { rule (diff_add (at1 g l) (fun g' => g' j * z i j) (fun g' => b j)). }
  apply (eq_eq _ (z i j * delta j l + 0) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (pd (at1 g l) (fun g' => z i j * g' j)) _).
      { apply pd_ext.
        intros g'; cbv beta.
        arith. }
      apply (eq_eq _ (z i j * pd (at1 g l) (fun g' => g' j)) _).
      { assert (pd (at1 g l) (fun g' => z i j) = 0).
        { apply constant. }
        rule (diff_scale (at1 g l) (fun g' => z i j) (fun g' => g' j)). }
      refine (f_equal2 Rmult eq_refl _).
      apply variable1. }
    apply constant. }
  arith.
Qed.

Lemma shared_9 :
  forall j i l : nat,
  (j < K)%nat ->
  (i < B)%nat ->
  (l < K)%nat ->
  pd (at1 b l) (fun b' => g j * z i j + b' j) = delta j l.
Proof.
  intros j i l ? ? ?.
  apply (eq_eq _ (pd (at1 b l) (fun b' => g j * z i j) + pd (at1 b l) (fun b' => b' j)) _).
  { rule (diff_add (at1 b l) (fun b' => g j * z i j) (fun b' => b' j)). }
  apply (eq_eq _ (0 + delta j l) _).
  { refine (f_equal2 Rplus _ _).
    { apply constant. }
    apply variable1. }
  arith.
Qed.

(** * centred *)

Section centred.
Variables (k : nat).
Hypothesis k_in : (k < K)%nat.

(* definition of z_nk *)
Lemma centred_1_unfold :
  rsum B (fun n => z n k)
  = rsum B (fun n => (x n k - m k) / s k).
Proof.
  reflexivity.
Qed.

(* a constant factor goes in front of the sum; all summands are equal *)
Lemma centred_2_sum_factor :
  rsum B (fun n => (x n k - m k) / s k)
  = 0.
Proof.
  assert (INR B <> 0).
  { sgn. }
  assert (sqrt ((1 / 100000) + v k) <> 0).
  { sgn. }
  apply (eq_eq _ (rsum B (fun n => - (rsum B (fun n' => x n' k) / (sqrt ((1 / 100000) + v k) * INR B)) + x n k / sqrt ((1 / 100000) + v k))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    apply (eq_eq _ ((x n k - rsum B (fun n' => x n' k) / INR B) / sqrt ((1 / 100000) + v k)) _).
    { refine (f_equal2 Rdiv eq_refl _).
      apply (eq_eq _ (sqrt (v k + (1 / 100000))) _).
      { reflexivity. }
      refine (f_equal sqrt _).
      arith. }
    fractions. }
  apply (eq_eq _ (rsum B (fun l => - (rsum B (fun n => x n k) / (sqrt ((1 / 100000) + v k) * INR B)) + x l k / sqrt ((1 / 100000) + v k))) _); [ same | ].
  apply (eq_eq _ (rsum B (fun l => - (rsum B (fun n => x n k) / (sqrt ((1 / 100000) + v k) * INR B))) + rsum B (fun l => x l k / sqrt ((1 / 100000) + v k))) _).
  { rule (sum_add B (fun n => - (rsum B (fun n' => x n' k) / (sqrt ((1 / 100000) + v k) * INR B))) (fun n => x n k / sqrt ((1 / 100000) + v k)) (fun n => true)). }
  apply (eq_eq _ (rsum B (fun n => - (rsum B (fun n' => x n' k) / (sqrt ((1 / 100000) + v k) * INR B))) + rsum B (fun n => x n k / sqrt ((1 / 100000) + v k))) _); [ same | ].
  apply (eq_eq _ (- (rsum B (fun n => x n k) / (sqrt ((1 / 100000) + v k) * INR B) * INR B) + 1 / sqrt ((1 / 100000) + v k) * rsum B (fun n => x n k)) _).
  { refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum B (fun n => - (rsum B (fun n' => x n' k) / (sqrt ((1 / 100000) + v k) * INR B) * 1))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum B (fun l => - (rsum B (fun n => x n k) / (sqrt ((1 / 100000) + v k) * INR B) * 1))) _); [ same | ].
      apply (eq_eq _ (- rsum B (fun l => rsum B (fun n => x n k) / (sqrt ((1 / 100000) + v k) * INR B) * 1)) _).
      { rule (sum_neg B (fun n => rsum B (fun n' => x n' k) / (sqrt ((1 / 100000) + v k) * INR B) * 1) (fun n => true)). }
      apply (eq_eq _ (- rsum B (fun n => rsum B (fun n' => x n' k) / (sqrt ((1 / 100000) + v k) * INR B) * 1)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum B (fun l => rsum B (fun n => x n k) / (sqrt ((1 / 100000) + v k) * INR B) * 1)) _); [ same | ].
      apply (eq_eq _ (rsum B (fun n => x n k) / (sqrt ((1 / 100000) + v k) * INR B) * rsum B (fun k' => 1)) _).
      { rule_same (sum_factor B (rsum B (fun n => x n k) / (sqrt ((1 / 100000) + v k) * INR B)) (fun n => 1) (fun n => true)). }
      apply (eq_eq _ (rsum B (fun n => x n k) / (sqrt ((1 / 100000) + v k) * INR B) * rsum B (fun n => 1)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum B (fun k' => 1)) _); [ same | ].
      apply (eq_eq _ (INR B * 1) _).
      { rule (sum_constant B 1). }
      arith. }
    apply (eq_eq _ (rsum B (fun n => 1 / sqrt ((1 / 100000) + v k) * x n k)) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum B (fun l => 1 / sqrt ((1 / 100000) + v k) * x l k)) _); [ same | ].
    apply (eq_eq _ (1 / sqrt ((1 / 100000) + v k) * rsum B (fun l => x l k)) _); [ | same ].
    rule (sum_factor B (1 / sqrt ((1 / 100000) + v k)) (fun n => x n k) (fun n => true)). }
  apply (eq_eq _ (0) _).
  { cancel. }
  reflexivity.
Qed.

Theorem centred :
  rsum B (fun n => z n k)
  = 0.
Proof.
  exact (eq_eq _ _ _ centred_1_unfold centred_2_sum_factor).
Qed.
End centred.

(** * Jacobian *)

Section jacobian.
Variables (j k l n : nat).
Hypothesis j_in : (j < K)%nat.
Hypothesis k_in : (k < K)%nat.
Hypothesis l_in : (l < B)%nat.
Hypothesis n_in : (n < B)%nat.

(* chain rule through z_mp *)
Lemma jacobian_1_chain :
  pd (at2 x l j) (fun x' => y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k)
  = rsum B (fun q => rsum K (fun p => pd (at2 z q p) (fun z' => y_of g z' b n k) * pd (at2 x l j) (fun x' => z_of x' (m_of B x') (s_of (v_of B x' (m_of B x'))) q p))).
Proof.
  rule_same (shared_1 n k l j).
Qed.

(* put in ∂y_nk/∂z_qp and ∂z_qp/∂x_lj *)
Lemma jacobian_2_lemma :
  rsum B (fun q => rsum K (fun p => pd (at2 z q p) (fun z' => y_of g z' b n k) * pd (at2 x l j) (fun x' => z_of x' (m_of B x') (s_of (v_of B x' (m_of B x'))) q p)))
  = rsum B (fun q => rsum K (fun p => g k * delta n q * delta k p * ((INR B * delta q l + (-1) - z q p * z l p) * delta p j / (INR B * s p)))).
Proof.
  rule_same (shared_6 n k l j).
Qed.

(* the delta keeps one term of the sum *)
Lemma jacobian_3_sum_delta :
  rsum B (fun q => rsum K (fun p => g k * delta n q * delta k p * ((INR B * delta q l + (-1) - z q p * z l p) * delta p j / (INR B * s p))))
  = g k * (INR B * delta n l + (-1) - z n k * z l k) * delta k j / (INR B * s k).
Proof.
  rule_same (shared_7 k n l j).
Qed.

(* rearrange *)
Lemma jacobian_4_ring :
  g k * (INR B * delta n l + (-1) - z n k * z l k) * delta k j / (INR B * s k)
  = g k * delta j k / s k * (delta l n - 1 / INR B - z n k * z l k / INR B).
Proof.
  assert (s k <> 0).
  { sgn. }
  assert (INR B <> 0).
  { sgn. }
  apply (eq_eq _ (delta k j * delta n l * g k / s k - delta k j * g k * z l k * z n k / (s k * INR B) - delta k j * g k / (s k * INR B)) _).
  { cancel. }
  apply (eq_eq _ (delta j k * delta l n * g k / s k - delta j k * g k * z l k * z n k / (s k * INR B) - delta j k * g k / (s k * INR B)) _); [ same | ].
  symmetry.
  fractions.
Qed.

Lemma jacobian_needs_1 :
  0 < v k + (1 / 100000).
Proof.
  sgn.
Qed.

Lemma jacobian_needs_2 :
  s k <> 0.
Proof.
  sgn.
Qed.

Theorem jacobian :
  is_pd (at2 x l j) (fun x' => y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k)
  (g k * delta j k / s k * (delta l n - 1 / INR B - z n k * z l k / INR B)).
Proof.
  pose proof jacobian_needs_1.
  pose proof jacobian_needs_2.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ jacobian_1_chain (eq_eq _ _ _ jacobian_2_lemma (eq_eq _ _ _ jacobian_3_sum_delta jacobian_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jacobian_outright : option (
  is_pd (at2 x l j) (fun x' => y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k)
  (g k * delta j k / s k * (delta l n - 1 / INR B - z n k * z l k / INR B))).
Proof.
  attempt "jacobian" by Formula.outright (Formula.by_matrix (Formula.Add (Formula.Mul (Formula.C (g k)) (Formula.Div (Formula.Sub (Formula.V (n, k)) (Formula.Div (Formula.Sum B (fun n' => (Formula.V (n', k)))) (Formula.C (INR B)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum B (fun n' => (Formula.Pow (Formula.Sub (Formula.V (n', k)) (Formula.Div (Formula.Sum B (fun n'' => (Formula.V (n'', k)))) (Formula.C (INR B)))) 2))) (Formula.C (INR B))) (Formula.C ((1 / 100000))))))) (Formula.C (b k)))).
Defined.
End jacobian.

(** * Derivative of y by x *)

Section derivative_y_x.
Variables (i j k n : nat).
Hypothesis i_in : (i < B)%nat.
Hypothesis j_in : (j < K)%nat.
Hypothesis k_in : (k < K)%nat.
Hypothesis n_in : (n < B)%nat.

(* chain rule through z_nm *)
Lemma derivative_y_x_1_chain :
  pd (at2 x i j) (fun x' => y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k)
  = rsum B (fun m' => rsum K (fun p => pd (at2 z m' p) (fun z' => y_of g z' b n k) * pd (at2 x i j) (fun x' => z_of x' (m_of B x') (s_of (v_of B x' (m_of B x'))) m' p))).
Proof.
  rule_same (shared_1 n k i j).
Qed.

(* put in ∂y_nk/∂z_np and ∂z_np/∂x_ij *)
Lemma derivative_y_x_2_lemma :
  rsum B (fun m' => rsum K (fun p => pd (at2 z m' p) (fun z' => y_of g z' b n k) * pd (at2 x i j) (fun x' => z_of x' (m_of B x') (s_of (v_of B x' (m_of B x'))) m' p)))
  = rsum B (fun m' => rsum K (fun p => g k * delta n m' * delta k p * ((INR B * delta m' i + (-1) - z m' p * z i p) * delta p j / (INR B * s p)))).
Proof.
  rule_same (shared_6 n k i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma derivative_y_x_3_sum_delta :
  rsum B (fun m' => rsum K (fun p => g k * delta n m' * delta k p * ((INR B * delta m' i + (-1) - z m' p * z i p) * delta p j / (INR B * s p))))
  = g k * (INR B * delta n i + (-1) - z n k * z i k) * delta k j / (INR B * s k).
Proof.
  rule_same (shared_7 k n i j).
Qed.

Theorem derivative_y_x :
  is_pd (at2 x i j) (fun x' => y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k)
  (g k * (INR B * delta n i + (-1) - z n k * z i k) * delta k j / (INR B * s k)).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_x_1_chain (eq_eq _ _ _ derivative_y_x_2_lemma derivative_y_x_3_sum_delta)).
Qed.

(* the same by the differentiator, by what it found for jacobian or else anew *)
Definition derivative_y_x_outright : option (
  is_pd (at2 x i j) (fun x' => y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k)
  (g k * (INR B * delta n i + (-1) - z n k * z i k) * delta k j / (INR B * s k))).
Proof.
  attempt "derivative_y_x" from (jacobian_outright j k i n) or Formula.outright (Formula.by_matrix (Formula.Add (Formula.Mul (Formula.C (g k)) (Formula.Div (Formula.Sub (Formula.V (n, k)) (Formula.Div (Formula.Sum B (fun n' => (Formula.V (n', k)))) (Formula.C (INR B)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum B (fun n' => (Formula.Pow (Formula.Sub (Formula.V (n', k)) (Formula.Div (Formula.Sum B (fun n'' => (Formula.V (n'', k)))) (Formula.C (INR B)))) 2))) (Formula.C (INR B))) (Formula.C ((1 / 100000))))))) (Formula.C (b k)))).
Defined.
End derivative_y_x.

(** * VJP of y for x *)

Section vjp_y_x.
Variables (i j : nat).
Hypothesis i_in : (i < B)%nat.
Hypothesis j_in : (j < K)%nat.

(* put in ∂y_nk/∂x_ij *)
Lemma vjp_y_x_1_lemma :
  rsum B (fun n => rsum K (fun k => y_bar n k * pd (at2 x i j) (fun x' => y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k)))
  = rsum B (fun n => rsum K (fun k => y_bar n k * (g k * (INR B * delta n i + (-1) - z n k * z i k) * delta k j / (INR B * s k)))).
Proof.
  assert ((forall k, (k < K)%nat -> s k <> 0)).
  { intros k ?.
    sgn. }
  assert ((forall k, (k < K)%nat -> 0 < v k + (1 / 100000))).
  { intros k ?.
    sgn. }
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (rsum B (fun n' => rsum K (fun p => pd (at2 z n' p) (fun z' => y_of g z' b n k) * pd (at2 x i j) (fun x' => z_of x' (m_of B x') (s_of (v_of B x' (m_of B x'))) n' p)))) _).
  { rule (shared_1 n k i j). }
  apply (eq_eq _ (rsum B (fun n' => rsum K (fun p => g k * delta n n' * delta k p * ((INR B * delta n' i + (-1) - z n' p * z i p) * delta p j / (INR B * s p))))) _).
  { rule (shared_6 n k i j). }
  rule (shared_7 k n i j).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_x_2_sum_delta :
  rsum B (fun n => rsum K (fun k => y_bar n k * (g k * (INR B * delta n i + (-1) - z n k * z i k) * delta k j / (INR B * s k))))
  = rsum B (fun n => y_bar n j * g j * (INR B * delta n i + (-1) - z n j * z i j) / (INR B * s j)).
Proof.
  apply rsum_ext; intros n ?; cbv beta.
  apply (eq_eq _ (rsum K (fun k => delta k j * (y_bar n k * g k * (INR B * delta n i + (-1) - z n k * z i k) / (INR B * s k)))) _).
  { apply rsum_ext; intros k ?; cbv beta.
    fractions. }
  rule (sum_delta K (fun k => y_bar n k * g k * (INR B * delta n i + (-1) - z n k * z i k) / (INR B * s k)) j).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma vjp_y_x_3_sum_factor :
  rsum B (fun n => y_bar n j * g j * (INR B * delta n i + (-1) - z n j * z i j) / (INR B * s j))
  = y_bar i j * g j / s j - z i j * g j * rsum B (fun n => y_bar n j * z n j) / (INR B * s j) - g j * rsum B (fun n => y_bar n j) / (INR B * s j).
Proof.
  assert (s j <> 0).
  { sgn. }
  assert (INR B <> 0).
  { sgn. }
  apply (eq_eq _ (rsum B (fun n => delta n i * g j * y_bar n j / s j - g j * y_bar n j * z i j * z n j / (s j * INR B) - g j * y_bar n j / (s j * INR B))) _).
  { apply rsum_ext; intros n ?; cbv beta.
    cancel. }
  apply (eq_eq _ (rsum B (fun k => delta k i * g j * y_bar k j / s j - g j * y_bar k j * z i j * z k j / (s j * INR B) - g j * y_bar k j / (s j * INR B))) _); [ same | ].
  apply (eq_eq _ (rsum B (fun k => delta k i * g j * y_bar k j / s j) + rsum B (fun k => - (g j * y_bar k j * z i j * z k j / (s j * INR B)) - g j * y_bar k j / (s j * INR B))) _).
  { rule_same (sum_add B (fun n => delta n i * g j * y_bar n j / s j) (fun n => - (g j * y_bar n j * z i j * z n j / (s j * INR B)) - g j * y_bar n j / (s j * INR B)) (fun n => true)). }
  apply (eq_eq _ (rsum B (fun n => delta n i * g j * y_bar n j / s j) + rsum B (fun n => - (g j * y_bar n j * z i j * z n j / (s j * INR B)) - g j * y_bar n j / (s j * INR B))) _); [ same | ].
  apply (eq_eq _ (g j / s j * y_bar i j - g j * z i j / (s j * INR B) * rsum B (fun n => y_bar n j * z n j) - g j / (s j * INR B) * rsum B (fun n => y_bar n j)) _).
  { apply (eq_eq _ (g j / s j * y_bar i j + (- (g j * z i j / (s j * INR B) * rsum B (fun n => y_bar n j * z n j)) - g j / (s j * INR B) * rsum B (fun n => y_bar n j))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum B (fun n => g j / s j * delta n i * y_bar n j)) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum B (fun k => g j / s j * delta k i * y_bar k j)) _); [ same | ].
      apply (eq_eq _ (g j / s j * rsum B (fun k => delta k i * y_bar k j)) _).
      { rule_same (sum_factor B (g j / s j) (fun n => delta n i * y_bar n j) (fun n => true)). }
      apply (eq_eq _ (g j / s j * rsum B (fun n => delta n i * y_bar n j)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum B (fun k => delta k i * y_bar k j)) _); [ same | ].
      rule (sum_delta B (fun n => y_bar n j) i). }
    apply (eq_eq _ (rsum B (fun k => - (g j * y_bar k j * z i j * z k j / (s j * INR B)) - g j * y_bar k j / (s j * INR B))) _); [ same | ].
    apply (eq_eq _ (rsum B (fun k => - (g j * y_bar k j * z i j * z k j / (s j * INR B))) + rsum B (fun k => - (g j * y_bar k j / (s j * INR B)))) _).
    { rule (sum_add B (fun n => - (g j * y_bar n j * z i j * z n j / (s j * INR B))) (fun n => - (g j * y_bar n j / (s j * INR B))) (fun n => true)). }
    apply (eq_eq _ (rsum B (fun n => - (g j * y_bar n j * z i j * z n j / (s j * INR B))) + rsum B (fun n => - (g j * y_bar n j / (s j * INR B)))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum B (fun n => - (g j * z i j / (s j * INR B) * y_bar n j * z n j))) _).
      { apply rsum_ext; intros n ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum B (fun k => - (g j * z i j / (s j * INR B) * y_bar k j * z k j))) _); [ same | ].
      apply (eq_eq _ (- rsum B (fun k => g j * z i j / (s j * INR B) * y_bar k j * z k j)) _).
      { rule (sum_neg B (fun n => g j * z i j / (s j * INR B) * y_bar n j * z n j) (fun n => true)). }
      apply (eq_eq _ (- rsum B (fun n => g j * z i j / (s j * INR B) * y_bar n j * z n j)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum B (fun k => g j * z i j / (s j * INR B) * y_bar k j * z k j)) _); [ same | ].
      apply (eq_eq _ (g j * z i j / (s j * INR B) * rsum B (fun k => y_bar k j * z k j)) _); [ | same ].
      rule_same (sum_factor B (g j * z i j / (s j * INR B)) (fun n => y_bar n j * z n j) (fun n => true)). }
    apply (eq_eq _ (rsum B (fun n => - (g j / (s j * INR B) * y_bar n j))) _).
    { apply rsum_ext; intros n ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum B (fun k => - (g j / (s j * INR B) * y_bar k j))) _); [ same | ].
    apply (eq_eq _ (- rsum B (fun k => g j / (s j * INR B) * y_bar k j)) _).
    { rule (sum_neg B (fun n => g j / (s j * INR B) * y_bar n j) (fun n => true)). }
    apply (eq_eq _ (- rsum B (fun n => g j / (s j * INR B) * y_bar n j)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum B (fun k => g j / (s j * INR B) * y_bar k j)) _); [ same | ].
    apply (eq_eq _ (g j / (s j * INR B) * rsum B (fun k => y_bar k j)) _); [ | same ].
    rule (sum_factor B (g j / (s j * INR B)) (fun n => y_bar n j) (fun n => true)). }
  apply (eq_eq _ (- (rsum B (fun n => y_bar n j * z n j) * g j * z i j / (s j * INR B)) - rsum B (fun n => y_bar n j) * g j / (s j * INR B) + g j * y_bar i j / s j) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* factor out g_j *)
Lemma vjp_y_x_4_ring :
  y_bar i j * g j / s j - z i j * g j * rsum B (fun n => y_bar n j * z n j) / (INR B * s j) - g j * rsum B (fun n => y_bar n j) / (INR B * s j)
  = (INR B * y_bar i j - z i j * rsum B (fun n => y_bar n j * z n j) - rsum B (fun n => y_bar n j)) * g j / (INR B * s j).
Proof.
  assert (s j <> 0).
  { sgn. }
  assert (INR B <> 0).
  { sgn. }
  apply (eq_eq _ (- (rsum B (fun n => y_bar n j * z n j) * g j * z i j / (s j * INR B)) - rsum B (fun n => y_bar n j) * g j / (s j * INR B) + g j * y_bar i j / s j) _).
  { fractions. }
  symmetry.
  cancel.
Qed.

Lemma vjp_y_x_needs_1 :
  (forall k, (k < K)%nat -> 0 < v k + (1 / 100000)).
Proof.
  intros k ?.
  sgn.
Qed.

Lemma vjp_y_x_needs_2 :
  (forall k, (k < K)%nat -> s k <> 0).
Proof.
  intros k ?.
  sgn.
Qed.

Theorem vjp_y_x :
  is_pd (at2 x i j) (fun x' => rsum B (fun n => rsum K (fun k => y_bar n k * y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k)))
  ((INR B * y_bar i j - z i j * rsum B (fun n => y_bar n j * z n j) - rsum B (fun n => y_bar n j)) * g j / (INR B * s j)).
Proof.
  pose proof vjp_y_x_needs_1.
  pose proof vjp_y_x_needs_2.
  apply (is_pd_eq _ _ (rsum B (fun n => rsum K (fun k => y_bar n k * pd (at2 x i j) (fun x' => y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_x_1_lemma (eq_eq _ _ _ vjp_y_x_2_sum_delta (eq_eq _ _ _ vjp_y_x_3_sum_factor vjp_y_x_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_x_outright : option (
  is_pd (at2 x i j) (fun x' => rsum B (fun n => rsum K (fun k => y_bar n k * y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k)))
  ((INR B * y_bar i j - z i j * rsum B (fun n => y_bar n j * z n j) - rsum B (fun n => y_bar n j)) * g j / (INR B * s j))).
Proof.
  attempt "vjp_y_x" by timeout 3 Formula.outright (Formula.by_matrix (Formula.Sum B (fun n => (Formula.Sum K (fun k => (Formula.Mul (Formula.C (y_bar n k)) (Formula.Add (Formula.Mul (Formula.C (g k)) (Formula.Div (Formula.Sub (Formula.V (n, k)) (Formula.Div (Formula.Sum B (fun n' => (Formula.V (n', k)))) (Formula.C (INR B)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum B (fun n' => (Formula.Pow (Formula.Sub (Formula.V (n', k)) (Formula.Div (Formula.Sum B (fun n'' => (Formula.V (n'', k)))) (Formula.C (INR B)))) 2))) (Formula.C (INR B))) (Formula.C ((1 / 100000))))))) (Formula.C (b k))))))))).
Defined.
End vjp_y_x.

(** * JVP of y for x *)

Section jvp_y_x.
Variables (k n : nat).
Hypothesis k_in : (k < K)%nat.
Hypothesis n_in : (n < B)%nat.

(* put in ∂y_nk/∂x_lm *)
Lemma jvp_y_x_1_lemma :
  rsum B (fun l => rsum K (fun m' => pd (at2 x l m') (fun x' => y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k) * x_dot l m'))
  = rsum B (fun l => rsum K (fun m' => g k * (INR B * delta n l + (-1) - z n k * z l k) * delta k m' / (INR B * s k) * x_dot l m')).
Proof.
  apply (eq_eq _ (rsum B (fun l => rsum K (fun m' => pd (at2 x l m') (fun x' => y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k) * x_dot l m'))) _); [ same | ].
  apply (eq_eq _ (rsum B (fun l => rsum K (fun k' => g k * (INR B * delta n l + (-1) - z n k * z l k) * delta k k' / (INR B * s k) * x_dot l k'))) _); [ | same ].
  assert (s k <> 0).
  { sgn. }
  assert (0 < v k + (1 / 100000)).
  { sgn. }
  apply (eq_eq _ (rsum B (fun l => rsum K (fun m' => g k * (INR B * delta n l + (-1) - z n k * z l k) * delta k m' / (INR B * s k) * x_dot l m'))) _); [ | same ].
  apply rsum_ext; intros l ?; cbv beta.
  apply rsum_ext; intros m' ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (rsum B (fun n' => rsum K (fun k' => pd (at2 z n' k') (fun z' => y_of g z' b n k) * pd (at2 x l m') (fun x' => z_of x' (m_of B x') (s_of (v_of B x' (m_of B x'))) n' k')))) _).
  { rule (shared_1 n k l m'). }
  apply (eq_eq _ (rsum B (fun n' => rsum K (fun k' => g k * delta n n' * delta k k' * ((INR B * delta n' l + (-1) - z n' k' * z l k') * delta k' m' / (INR B * s k'))))) _).
  { rule (shared_6 n k l m'). }
  rule (shared_7 k n l m').
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_x_2_sum_delta :
  rsum B (fun l => rsum K (fun m' => g k * (INR B * delta n l + (-1) - z n k * z l k) * delta k m' / (INR B * s k) * x_dot l m'))
  = rsum B (fun l => g k * (INR B * delta n l + (-1) - z n k * z l k) * x_dot l k / (INR B * s k)).
Proof.
  apply (eq_eq _ (rsum B (fun l => rsum K (fun k' => g k * (INR B * delta n l + (-1) - z n k * z l k) * delta k k' / (INR B * s k) * x_dot l k'))) _); [ same | ].
  apply (eq_eq _ (rsum B (fun l => g k * (INR B * delta n l + (-1) - z n k * z l k) * x_dot l k / (INR B * s k))) _); [ | same ].
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ (rsum K (fun k' => delta k' k * (g k * (INR B * delta n l + (-1) - z n k * z l k) * x_dot l k' / (INR B * s k)))) _).
  { apply rsum_ext; intros k' ?; cbv beta.
    fractions. }
  rule (sum_delta K (fun k' => g k * (INR B * delta n l + (-1) - z n k * z l k) * x_dot l k' / (INR B * s k)) k).
Qed.

(* multiply out; a constant factor goes in front of the sum; the delta keeps one term of the sum *)
Lemma jvp_y_x_3_sum_factor :
  rsum B (fun l => g k * (INR B * delta n l + (-1) - z n k * z l k) * x_dot l k / (INR B * s k))
  = x_dot n k * g k / s k - z n k * g k * rsum B (fun l => x_dot l k * z l k) / (INR B * s k) - g k * rsum B (fun l => x_dot l k) / (INR B * s k).
Proof.
  assert (s k <> 0).
  { sgn. }
  assert (INR B <> 0).
  { sgn. }
  apply (eq_eq _ (rsum B (fun l => delta n l * g k * x_dot l k / s k - g k * x_dot l k * z n k * z l k / (s k * INR B) - g k * x_dot l k / (s k * INR B))) _).
  { apply rsum_ext; intros l ?; cbv beta.
    cancel. }
  apply (eq_eq _ (rsum B (fun k' => delta n k' * g k * x_dot k' k / s k - g k * x_dot k' k * z n k * z k' k / (s k * INR B) - g k * x_dot k' k / (s k * INR B))) _); [ same | ].
  apply (eq_eq _ (rsum B (fun k' => delta n k' * g k * x_dot k' k / s k) + rsum B (fun k' => - (g k * x_dot k' k * z n k * z k' k / (s k * INR B)) - g k * x_dot k' k / (s k * INR B))) _).
  { rule_same (sum_add B (fun l => delta n l * g k * x_dot l k / s k) (fun l => - (g k * x_dot l k * z n k * z l k / (s k * INR B)) - g k * x_dot l k / (s k * INR B)) (fun l => true)). }
  apply (eq_eq _ (rsum B (fun l => delta n l * g k * x_dot l k / s k) + rsum B (fun l => - (g k * x_dot l k * z n k * z l k / (s k * INR B)) - g k * x_dot l k / (s k * INR B))) _); [ same | ].
  apply (eq_eq _ (g k / s k * x_dot n k - g k * z n k / (s k * INR B) * rsum B (fun l => x_dot l k * z l k) - g k / (s k * INR B) * rsum B (fun l => x_dot l k)) _).
  { apply (eq_eq _ (g k / s k * x_dot n k + (- (g k * z n k / (s k * INR B) * rsum B (fun l => x_dot l k * z l k)) - g k / (s k * INR B) * rsum B (fun l => x_dot l k))) _); [ | same ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum B (fun l => g k / s k * delta n l * x_dot l k)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum B (fun k' => g k / s k * delta n k' * x_dot k' k)) _); [ same | ].
      apply (eq_eq _ (g k / s k * rsum B (fun k' => delta n k' * x_dot k' k)) _).
      { rule_same (sum_factor B (g k / s k) (fun l => delta n l * x_dot l k) (fun l => true)). }
      apply (eq_eq _ (g k / s k * rsum B (fun l => delta n l * x_dot l k)) _); [ same | ].
      refine (f_equal2 Rmult eq_refl _).
      apply (eq_eq _ (rsum B (fun l => delta l n * x_dot l k)) _).
      { apply rsum_ext; intros l ?; cbv beta.
        same. }
      apply (eq_eq _ (rsum B (fun k' => delta k' n * x_dot k' k)) _); [ same | ].
      rule (sum_delta B (fun l => x_dot l k) n). }
    apply (eq_eq _ (rsum B (fun k' => - (g k * x_dot k' k * z n k * z k' k / (s k * INR B)) - g k * x_dot k' k / (s k * INR B))) _); [ same | ].
    apply (eq_eq _ (rsum B (fun k' => - (g k * x_dot k' k * z n k * z k' k / (s k * INR B))) + rsum B (fun k' => - (g k * x_dot k' k / (s k * INR B)))) _).
    { rule (sum_add B (fun l => - (g k * x_dot l k * z n k * z l k / (s k * INR B))) (fun l => - (g k * x_dot l k / (s k * INR B))) (fun l => true)). }
    apply (eq_eq _ (rsum B (fun l => - (g k * x_dot l k * z n k * z l k / (s k * INR B))) + rsum B (fun l => - (g k * x_dot l k / (s k * INR B)))) _); [ same | ].
    refine (f_equal2 Rplus _ _).
    { apply (eq_eq _ (rsum B (fun l => - (g k * z n k / (s k * INR B) * x_dot l k * z l k))) _).
      { apply rsum_ext; intros l ?; cbv beta.
        fractions. }
      apply (eq_eq _ (rsum B (fun k' => - (g k * z n k / (s k * INR B) * x_dot k' k * z k' k))) _); [ same | ].
      apply (eq_eq _ (- rsum B (fun k' => g k * z n k / (s k * INR B) * x_dot k' k * z k' k)) _).
      { rule (sum_neg B (fun l => g k * z n k / (s k * INR B) * x_dot l k * z l k) (fun l => true)). }
      apply (eq_eq _ (- rsum B (fun l => g k * z n k / (s k * INR B) * x_dot l k * z l k)) _); [ same | ].
      refine (f_equal Ropp _).
      apply (eq_eq _ (rsum B (fun k' => g k * z n k / (s k * INR B) * x_dot k' k * z k' k)) _); [ same | ].
      apply (eq_eq _ (g k * z n k / (s k * INR B) * rsum B (fun k' => x_dot k' k * z k' k)) _); [ | same ].
      rule_same (sum_factor B (g k * z n k / (s k * INR B)) (fun l => x_dot l k * z l k) (fun l => true)). }
    apply (eq_eq _ (rsum B (fun l => - (g k / (s k * INR B) * x_dot l k))) _).
    { apply rsum_ext; intros l ?; cbv beta.
      fractions. }
    apply (eq_eq _ (rsum B (fun k' => - (g k / (s k * INR B) * x_dot k' k))) _); [ same | ].
    apply (eq_eq _ (- rsum B (fun k' => g k / (s k * INR B) * x_dot k' k)) _).
    { rule (sum_neg B (fun l => g k / (s k * INR B) * x_dot l k) (fun l => true)). }
    apply (eq_eq _ (- rsum B (fun l => g k / (s k * INR B) * x_dot l k)) _); [ same | ].
    refine (f_equal Ropp _).
    apply (eq_eq _ (rsum B (fun k' => g k / (s k * INR B) * x_dot k' k)) _); [ same | ].
    apply (eq_eq _ (g k / (s k * INR B) * rsum B (fun k' => x_dot k' k)) _); [ | same ].
    rule (sum_factor B (g k / (s k * INR B)) (fun l => x_dot l k) (fun l => true)). }
  apply (eq_eq _ (- (rsum B (fun l => x_dot l k * z l k) * g k * z n k / (s k * INR B)) - rsum B (fun l => x_dot l k) * g k / (s k * INR B) + g k * x_dot n k / s k) _).
  { fractions. }
  symmetry.
  fractions.
Qed.

(* factor out g_k *)
Lemma jvp_y_x_4_ring :
  x_dot n k * g k / s k - z n k * g k * rsum B (fun l => x_dot l k * z l k) / (INR B * s k) - g k * rsum B (fun l => x_dot l k) / (INR B * s k)
  = (INR B * x_dot n k - z n k * rsum B (fun l => x_dot l k * z l k) - rsum B (fun l => x_dot l k)) * g k / (INR B * s k).
Proof.
  assert (s k <> 0).
  { sgn. }
  assert (INR B <> 0).
  { sgn. }
  apply (eq_eq _ (- (rsum B (fun l => x_dot l k * z l k) * g k * z n k / (s k * INR B)) - rsum B (fun l => x_dot l k) * g k / (s k * INR B) + g k * x_dot n k / s k) _).
  { fractions. }
  symmetry.
  cancel.
Qed.

Theorem jvp_y_x :
  is_pd (at0 0) (fun t => y_of g (z_of (line2 x x_dot t) (m_of B (line2 x x_dot t)) (s_of (v_of B (line2 x x_dot t) (m_of B (line2 x x_dot t))))) b n k)
  ((INR B * x_dot n k - z n k * rsum B (fun l => x_dot l k * z l k) - rsum B (fun l => x_dot l k)) * g k / (INR B * s k)).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum B (fun l => rsum K (fun m' => pd (at2 x l m') (fun x' => y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k) * x_dot l m'))) _).
  { apply (eq_eq _ (rsum B (fun l => rsum K (fun m' => pd (at2 x l m') (fun x' => y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k) * x_dot l m'))) _).
    { refine (eq_trans (chain2_at (at0 0) B K x (fun x' => y_of g (z_of x' (m_of B x') (s_of (v_of B x' (m_of B x')))) b n k) (fun t => (line2 x x_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity2. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_x_1_lemma (eq_eq _ _ _ jvp_y_x_2_sum_delta (eq_eq _ _ _ jvp_y_x_3_sum_factor jvp_y_x_4_ring))).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_x_outright : option (
  is_pd (at0 0) (fun t => y_of g (z_of (line2 x x_dot t) (m_of B (line2 x x_dot t)) (s_of (v_of B (line2 x x_dot t) (m_of B (line2 x x_dot t))))) b n k)
  ((INR B * x_dot n k - z n k * rsum B (fun l => x_dot l k * z l k) - rsum B (fun l => x_dot l k)) * g k / (INR B * s k))).
Proof.
  attempt "jvp_y_x" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat2 x) (Formula.flat2 x_dot) (Formula.Add (Formula.Mul (Formula.C (g k)) (Formula.Div (Formula.Sub (Formula.V (n, k)) (Formula.Div (Formula.Sum B (fun n' => (Formula.V (n', k)))) (Formula.C (INR B)))) (Formula.Sqrt (Formula.Add (Formula.Div (Formula.Sum B (fun n' => (Formula.Pow (Formula.Sub (Formula.V (n', k)) (Formula.Div (Formula.Sum B (fun n'' => (Formula.V (n'', k)))) (Formula.C (INR B)))) 2))) (Formula.C (INR B))) (Formula.C ((1 / 100000))))))) (Formula.C (b k)))).
Defined.
End jvp_y_x.

(** * Derivative of y by g *)

Section derivative_y_g.
Variables (i k n : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis k_in : (k < K)%nat.
Hypothesis n_in : (n < B)%nat.

(* definition of y_nk *)
Lemma derivative_y_g_1_unfold :
  pd (at1 g i) (fun g' => y_of g' z b n k)
  = pd (at1 g i) (fun g' => g' k * z n k + b k).
Proof.
  reflexivity.
Qed.

(* a constant factor stays in front; ∂g_k/∂g_i = δ_ki *)
Lemma derivative_y_g_2_diff_scale :
  pd (at1 g i) (fun g' => g' k * z n k + b k)
  = z n k * delta k i.
Proof.
  rule (shared_8 k n i).
Qed.

Theorem derivative_y_g :
  is_pd (at1 g i) (fun g' => y_of g' z b n k)
  (z n k * delta k i).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_g_1_unfold derivative_y_g_2_diff_scale).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_g_outright : option (
  is_pd (at1 g i) (fun g' => y_of g' z b n k)
  (z n k * delta k i)).
Proof.
  attempt "derivative_y_g" by Formula.outright (Formula.by_vector (Formula.Add (Formula.Mul (Formula.V (k)) (Formula.C (z n k))) (Formula.C (b k)))).
Defined.
End derivative_y_g.

(** * VJP of y for g *)

Section vjp_y_g.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂y_nk/∂g_i *)
Lemma vjp_y_g_1_lemma :
  rsum B (fun n => rsum K (fun k => y_bar n k * pd (at1 g i) (fun g' => y_of g' z b n k)))
  = rsum B (fun n => rsum K (fun k => y_bar n k * z n k * delta k i)).
Proof.
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  apply (eq_eq _ (y_bar n k * (z n k * delta k i)) _); [ | same ].
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 g i) (fun g' => g' k * z n k + b k)) _).
  { reflexivity. }
  rule (shared_8 k n i).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_g_2_sum_delta :
  rsum B (fun n => rsum K (fun k => y_bar n k * z n k * delta k i))
  = rsum B (fun n => y_bar n i * z n i).
Proof.
  apply rsum_ext; intros n ?; cbv beta.
  apply (eq_eq _ (rsum K (fun k => delta k i * y_bar n k * z n k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule_same (sum_delta K (fun k => y_bar n k * z n k) i).
Qed.

Theorem vjp_y_g :
  is_pd (at1 g i) (fun g' => rsum B (fun n => rsum K (fun k => y_bar n k * y_of g' z b n k)))
  (rsum B (fun n => y_bar n i * z n i)).
Proof.
  apply (is_pd_eq _ _ (rsum B (fun n => rsum K (fun k => y_bar n k * pd (at1 g i) (fun g' => y_of g' z b n k)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_g_1_lemma vjp_y_g_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_g_outright : option (
  is_pd (at1 g i) (fun g' => rsum B (fun n => rsum K (fun k => y_bar n k * y_of g' z b n k)))
  (rsum B (fun n => y_bar n i * z n i))).
Proof.
  attempt "vjp_y_g" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum B (fun n => (Formula.Sum K (fun k => (Formula.Mul (Formula.C (y_bar n k)) (Formula.Add (Formula.Mul (Formula.V (k)) (Formula.C (z n k))) (Formula.C (b k))))))))).
Defined.
End vjp_y_g.

(** * JVP of y for g *)

Section jvp_y_g.
Variables (k n : nat).
Hypothesis k_in : (k < K)%nat.
Hypothesis n_in : (n < B)%nat.

(* put in ∂y_nk/∂g_l *)
Lemma jvp_y_g_1_lemma :
  rsum K (fun l => pd (at1 g l) (fun g' => y_of g' z b n k) * g_dot l)
  = rsum K (fun l => z n k * delta k l * g_dot l).
Proof.
  apply rsum_ext; intros l ?; cbv beta.
  apply (eq_eq _ ((z n k * delta k l) * g_dot l) _); [ | same ].
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 g l) (fun g' => g' k * z n k + b k)) _).
  { reflexivity. }
  rule (shared_8 k n l).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_g_2_sum_delta :
  rsum K (fun l => z n k * delta k l * g_dot l)
  = z n k * g_dot k.
Proof.
  apply (eq_eq _ (rsum K (fun l => delta l k * z n k * g_dot l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    arith. }
  apply (eq_eq _ (rsum K (fun k' => delta k' k * z n k * g_dot k')) _); [ same | ].
  rule_same (sum_delta K (fun l => z n k * g_dot l) k).
Qed.

Theorem jvp_y_g :
  is_pd (at0 0) (fun t => y_of (line1 g g_dot t) z b n k)
  (z n k * g_dot k).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun l => pd (at1 g l) (fun g' => y_of g' z b n k) * g_dot l)) _).
  { apply (eq_eq _ (rsum K (fun l => pd (at1 g l) (fun g' => y_of g' z b n k) * g_dot l)) _).
    { refine (eq_trans (chain1_at (at0 0) K g (fun g' => y_of g' z b n k) (fun t => (line1 g g_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_g_1_lemma jvp_y_g_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_g_outright : option (
  is_pd (at0 0) (fun t => y_of (line1 g g_dot t) z b n k)
  (z n k * g_dot k)).
Proof.
  attempt "jvp_y_g" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 g) (Formula.flat1 g_dot) (Formula.Add (Formula.Mul (Formula.V (k)) (Formula.C (z n k))) (Formula.C (b k)))).
Defined.
End jvp_y_g.

(** * Derivative of y by b *)

Section derivative_y_b.
Variables (i k n : nat).
Hypothesis i_in : (i < K)%nat.
Hypothesis k_in : (k < K)%nat.
Hypothesis n_in : (n < B)%nat.

(* definition of y_nk *)
Lemma derivative_y_b_1_unfold :
  pd (at1 b i) (fun b' => y_of g z b' n k)
  = pd (at1 b i) (fun b' => g k * z n k + b' k).
Proof.
  reflexivity.
Qed.

(* ∂b_k/∂b_i = δ_ki *)
Lemma derivative_y_b_2_variable :
  pd (at1 b i) (fun b' => g k * z n k + b' k)
  = delta k i.
Proof.
  rule (shared_9 k n i).
Qed.

Theorem derivative_y_b :
  is_pd (at1 b i) (fun b' => y_of g z b' n k)
  (delta k i).
Proof.
  apply is_pd_intro.
  { dex. }
  exact (eq_eq _ _ _ derivative_y_b_1_unfold derivative_y_b_2_variable).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition derivative_y_b_outright : option (
  is_pd (at1 b i) (fun b' => y_of g z b' n k)
  (delta k i)).
Proof.
  attempt "derivative_y_b" by Formula.outright (Formula.by_vector (Formula.Add (Formula.C (g k * z n k)) (Formula.V (k)))).
Defined.
End derivative_y_b.

(** * VJP of y for b *)

Section vjp_y_b.
Variables (i : nat).
Hypothesis i_in : (i < K)%nat.

(* put in ∂y_nk/∂b_i *)
Lemma vjp_y_b_1_lemma :
  rsum B (fun n => rsum K (fun k => y_bar n k * pd (at1 b i) (fun b' => y_of g z b' n k)))
  = rsum B (fun n => rsum K (fun k => y_bar n k * delta k i)).
Proof.
  apply rsum_ext; intros n ?; cbv beta.
  apply rsum_ext; intros k ?; cbv beta.
  refine (f_equal2 Rmult eq_refl _).
  apply (eq_eq _ (pd (at1 b i) (fun b' => g k * z n k + b' k)) _).
  { reflexivity. }
  rule (shared_9 k n i).
Qed.

(* the delta keeps one term of the sum *)
Lemma vjp_y_b_2_sum_delta :
  rsum B (fun n => rsum K (fun k => y_bar n k * delta k i))
  = rsum B (fun n => y_bar n i).
Proof.
  apply rsum_ext; intros n ?; cbv beta.
  apply (eq_eq _ (rsum K (fun k => delta k i * y_bar n k)) _).
  { apply rsum_ext; intros k ?; cbv beta.
    arith. }
  rule (sum_delta K (fun k => y_bar n k) i).
Qed.

Theorem vjp_y_b :
  is_pd (at1 b i) (fun b' => rsum B (fun n => rsum K (fun k => y_bar n k * y_of g z b' n k)))
  (rsum B (fun n => y_bar n i)).
Proof.
  apply (is_pd_eq _ _ (rsum B (fun n => rsum K (fun k => y_bar n k * pd (at1 b i) (fun b' => y_of g z b' n k)))) _).
  { weighted. }
  exact (eq_eq _ _ _ vjp_y_b_1_lemma vjp_y_b_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition vjp_y_b_outright : option (
  is_pd (at1 b i) (fun b' => rsum B (fun n => rsum K (fun k => y_bar n k * y_of g z b' n k)))
  (rsum B (fun n => y_bar n i))).
Proof.
  attempt "vjp_y_b" by timeout 3 Formula.outright (Formula.by_vector (Formula.Sum B (fun n => (Formula.Sum K (fun k => (Formula.Mul (Formula.C (y_bar n k)) (Formula.Add (Formula.C (g k * z n k)) (Formula.V (k))))))))).
Defined.
End vjp_y_b.

(** * JVP of y for b *)

Section jvp_y_b.
Variables (k n : nat).
Hypothesis k_in : (k < K)%nat.
Hypothesis n_in : (n < B)%nat.

(* put in ∂y_nk/∂b_l *)
Lemma jvp_y_b_1_lemma :
  rsum K (fun l => pd (at1 b l) (fun b' => y_of g z b' n k) * b_dot l)
  = rsum K (fun l => delta k l * b_dot l).
Proof.
  apply rsum_ext; intros l ?; cbv beta.
  refine (f_equal2 Rmult _ eq_refl).
  apply (eq_eq _ (pd (at1 b l) (fun b' => g k * z n k + b' k)) _).
  { reflexivity. }
  rule (shared_9 k n l).
Qed.

(* the delta keeps one term of the sum *)
Lemma jvp_y_b_2_sum_delta :
  rsum K (fun l => delta k l * b_dot l)
  = b_dot k.
Proof.
  apply (eq_eq _ (rsum K (fun l => delta l k * b_dot l)) _).
  { apply rsum_ext; intros l ?; cbv beta.
    same. }
  apply (eq_eq _ (rsum K (fun k' => delta k' k * b_dot k')) _); [ same | ].
  rule (sum_delta K (fun l => b_dot l) k).
Qed.

Theorem jvp_y_b :
  is_pd (at0 0) (fun t => y_of g z (line1 b b_dot t) n k)
  (b_dot k).
Proof.
  apply is_pd_intro.
  { dex. }
  apply (eq_eq _ (rsum K (fun l => pd (at1 b l) (fun b' => y_of g z b' n k) * b_dot l)) _).
  { apply (eq_eq _ (rsum K (fun l => pd (at1 b l) (fun b' => y_of g z b' n k) * b_dot l)) _).
    { refine (eq_trans (chain1_at (at0 0) K b (fun b' => y_of g z b' n k) (fun t => (line1 b b_dot t)) _ _ _) _); [ start; reflexivity | dsm | premise | ].
      apply rsum_ext; intros ? ?.
      cbv beta; start.
      refine (f_equal2 Rmult eq_refl _).
      apply velocity1. }
    reflexivity. }
  exact (eq_eq _ _ _ jvp_y_b_1_lemma jvp_y_b_2_sum_delta).
Qed.

(* the same by the differentiator, in one step, if its algebra reaches so far: then Some proof *)
Definition jvp_y_b_outright : option (
  is_pd (at0 0) (fun t => y_of g z (line1 b b_dot t) n k)
  (b_dot k)).
Proof.
  attempt "jvp_y_b" by timeout 3 Formula.outright (Formula.by_lines (Formula.flat1 b) (Formula.flat1 b_dot) (Formula.Add (Formula.C (g k * z n k)) (Formula.V (k)))).
Defined.
End jvp_y_b.
End batch_norm_theory.
