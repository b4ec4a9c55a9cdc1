(* Finite sums, products, largest elements, Kronecker's delta, conditions.  No derivative here.

   A dimension K is a natural number, at least 1; an array is a total function of its indices, of which only
   those below its dimensions matter.  Conditions are booleans, so that a sum over "k in K if P k" is one term. *)
From Coq Require Import Reals Lra Lia Arith Bool FunctionalExtensionality.
Open Scope R_scope.

(** * What formulas are made of *)

Fixpoint rsum (n : nat) (f : nat -> R) : R :=
  match n with O => 0 | S m => rsum m f + f m end.
Fixpoint rprod (n : nat) (f : nat -> R) : R :=
  match n with O => 1 | S m => rprod m f * f m end.
(* over "k in K if P k" *)
Definition rsumif (n : nat) (P : nat -> bool) (f : nat -> R) : R := rsum n (fun k => if P k then f k else 0).
Definition rprodif (n : nat) (P : nat -> bool) (f : nat -> R) : R := rprod n (fun k => if P k then f k else 1).

(* the first position, among 0 … n - 1, of the largest element *)
Fixpoint argmax (n : nat) (f : nat -> R) : nat :=
  match n with
  | O => O
  | S m => if Rlt_dec (f (argmax m f)) (f m) then m else argmax m f
  end.
Definition largest (n : nat) (f : nat -> R) : R := f (argmax n f).
Definition smallest (n : nat) (f : nat -> R) : R := - largest n (fun k => - f k).

Definition delta (i j : nat) : R := if Nat.eq_dec i j then 1 else 0.

Definition leb (x y : R) : bool := if Rle_dec x y then true else false.
Definition ltb (x y : R) : bool := if Rlt_dec x y then true else false.
Definition eqb (x y : R) : bool := if Req_EM_T x y then true else false.

Definition signum (x : R) : R := if Rlt_dec 0 x then 1 else if Rlt_dec x 0 then -1 else 0.

(** * Conditions, as booleans and as statements *)

Lemma leb_true x y : leb x y = true <-> x <= y.
Proof. unfold leb; destruct (Rle_dec x y); split; (congruence || lra). Qed.
Lemma leb_false x y : leb x y = false <-> y < x.
Proof. unfold leb; destruct (Rle_dec x y); split; (congruence || lra). Qed.
Lemma ltb_true x y : ltb x y = true <-> x < y.
Proof. unfold ltb; destruct (Rlt_dec x y); split; (congruence || lra). Qed.
Lemma ltb_false x y : ltb x y = false <-> y <= x.
Proof. unfold ltb; destruct (Rlt_dec x y); split; (congruence || lra). Qed.
Lemma eqb_true x y : eqb x y = true <-> x = y.
Proof. unfold eqb; destruct (Req_EM_T x y); split; congruence. Qed.
Lemma eqb_false x y : eqb x y = false <-> x <> y.
Proof. unfold eqb; destruct (Req_EM_T x y); split; congruence. Qed.

(* every boolean condition among the hypotheses as the statement that it is *)
Ltac bools :=
  repeat match goal with
  | H : leb _ _ = true |- _ => apply leb_true in H
  | H : leb _ _ = false |- _ => apply leb_false in H
  | H : ltb _ _ = true |- _ => apply ltb_true in H
  | H : ltb _ _ = false |- _ => apply ltb_false in H
  | H : eqb _ _ = true |- _ => apply eqb_true in H
  | H : eqb _ _ = false |- _ => apply eqb_false in H
  | H : Nat.eqb _ _ = true |- _ => apply Nat.eqb_eq in H
  | H : Nat.eqb _ _ = false |- _ => apply Nat.eqb_neq in H
  | H : negb _ = true |- _ => apply negb_true_iff in H
  | H : negb _ = false |- _ => apply negb_false_iff in H
  | H : andb _ _ = true |- _ => apply andb_true_iff in H; destruct H
  end.

(** * Deltas *)

Lemma delta_eq i : delta i i = 1.
Proof. unfold delta; destruct (Nat.eq_dec i i); congruence. Qed.
Lemma delta_ne i j : i <> j -> delta i j = 0.
Proof. intro H; unfold delta; destruct (Nat.eq_dec i j); congruence. Qed.
Lemma delta_sym i j : delta i j = delta j i.
Proof. unfold delta; destruct (Nat.eq_dec i j), (Nat.eq_dec j i); congruence. Qed.
Lemma delta_cases i j : delta i j = 0 \/ delta i j = 1.
Proof. unfold delta; destruct (Nat.eq_dec i j); auto. Qed.

(** * Sums *)

Lemma rsum_ext n f g : (forall k, (k < n)%nat -> f k = g k) -> rsum n f = rsum n g.
Proof. induction n; intro H; simpl; auto. rewrite IHn, (H n); auto. Qed.
Lemma rsumif_ext n P Q f g :
  (forall k, (k < n)%nat -> P k = Q k) -> (forall k, (k < n)%nat -> P k = true -> f k = g k) -> rsumif n P f = rsumif n Q g.
Proof. intros E H. apply rsum_ext; intros k Hk. rewrite <- (E k Hk). destruct (P k) eqn:G; auto. Qed.
Lemma rsum_zero n : rsum n (fun _ => 0) = 0.
Proof. induction n; simpl; lra. Qed.
Lemma rsum_const n c : rsum n (fun _ => c) = INR n * c.
Proof. induction n; [simpl; ring|]. rewrite S_INR; simpl; rewrite IHn; ring. Qed.
Lemma rsum_plus n f g : rsum n (fun k => f k + g k) = rsum n f + rsum n g.
Proof. induction n; simpl; [ring|rewrite IHn; ring]. Qed.
Lemma rsum_minus n f g : rsum n (fun k => f k - g k) = rsum n f - rsum n g.
Proof. induction n; simpl; [ring|rewrite IHn; ring]. Qed.
Lemma rsum_opp n f : rsum n (fun k => - f k) = - rsum n f.
Proof. induction n; simpl; [ring|rewrite IHn; ring]. Qed.
Lemma rsum_scal_l n c f : rsum n (fun k => c * f k) = c * rsum n f.
Proof. induction n; simpl; [ring|rewrite IHn; ring]. Qed.
Lemma rsum_scal_r n c f : rsum n (fun k => f k * c) = rsum n f * c.
Proof. induction n; simpl; [ring|rewrite IHn; ring]. Qed.
Lemma rsum_div n c f : rsum n (fun k => f k / c) = rsum n f / c.
Proof. unfold Rdiv; apply rsum_scal_r. Qed.
Lemma rsum_exch n m f : rsum n (fun i => rsum m (fun j => f i j)) = rsum m (fun j => rsum n (fun i => f i j)).
Proof. induction n; simpl. now rewrite rsum_zero. now rewrite IHn, rsum_plus. Qed.

Lemma rsum_delta_out n j f : (n <= j)%nat -> rsum n (fun k => delta k j * f k) = 0.
Proof. induction n; intro H; simpl; auto. rewrite IHn by lia. rewrite delta_ne by lia. ring. Qed.
Lemma rsum_delta n j f : (j < n)%nat -> rsum n (fun k => delta k j * f k) = f j.
Proof. induction n; intro H; [lia|]; simpl.
  destruct (Nat.eq_dec n j) as [->|E].
  - rewrite rsum_delta_out, delta_eq by lia. ring.
  - rewrite IHn, delta_ne by lia. ring. Qed.
Lemma rsum_delta_r n j f : (j < n)%nat -> rsum n (fun k => f k * delta k j) = f j.
Proof. intro H. rewrite <- (rsum_delta n j f H). apply rsum_ext; intros; ring. Qed.

Lemma rsum_ge0 n f : (forall k, (k < n)%nat -> 0 <= f k) -> 0 <= rsum n f.
Proof. induction n; intro H; simpl; [lra|]. apply Rplus_le_le_0_compat; auto. Qed.
Lemma rsum_pos n f : (0 < n)%nat -> (forall k, (k < n)%nat -> 0 < f k) -> 0 < rsum n f.
Proof. destruct n; intros Hn H; [lia|]; simpl.
  apply Rplus_le_lt_0_compat; [apply rsum_ge0; intros; apply Rlt_le; auto | auto]. Qed.
Lemma rsum_le n f g : (forall k, (k < n)%nat -> f k <= g k) -> rsum n f <= rsum n g.
Proof. induction n; intro H; simpl; [lra|]. apply Rplus_le_compat; auto. Qed.
Lemma rsumif_ge0 n P f : (forall k, (k < n)%nat -> P k = true -> 0 <= f k) -> 0 <= rsumif n P f.
Proof. intro H. apply rsum_ge0; intros k Hk. destruct (P k) eqn:E; [auto|lra]. Qed.

(** * Products *)

Lemma rprod_ext n f g : (forall k, (k < n)%nat -> f k = g k) -> rprod n f = rprod n g.
Proof. induction n; intro H; simpl; auto. rewrite IHn, (H n); auto. Qed.
Lemma rprodif_ext n P Q f g :
  (forall k, (k < n)%nat -> P k = Q k) -> (forall k, (k < n)%nat -> P k = true -> f k = g k) -> rprodif n P f = rprodif n Q g.
Proof. intros E H. apply rprod_ext; intros k Hk. rewrite <- (E k Hk). destruct (P k) eqn:G; auto. Qed.
Lemma rprod_pos n f : (forall k, (k < n)%nat -> 0 < f k) -> 0 < rprod n f.
Proof. induction n; intro H; simpl; [lra|]. apply Rmult_lt_0_compat; auto. Qed.
Lemma rprod_ge0 n f : (forall k, (k < n)%nat -> 0 <= f k) -> 0 <= rprod n f.
Proof. induction n; intro H; simpl; [lra|]. apply Rmult_le_pos; auto. Qed.
Lemma rprod_const n c : rprod n (fun _ => c) = c ^ n.
Proof. induction n; simpl; [reflexivity|]. rewrite IHn; ring. Qed.
Lemma rprod_one n : rprod n (fun _ => 1) = 1.
Proof. induction n; simpl; [reflexivity|]. rewrite IHn; ring. Qed.
Lemma rprod_mult n f g : rprod n (fun k => f k * g k) = rprod n f * rprod n g.
Proof. induction n; simpl; [ring|rewrite IHn; ring]. Qed.

(** * Largest elements *)

Lemma argmax_lt n f : (0 < n)%nat -> (argmax n f < n)%nat.
Proof. induction n; intro H; [lia|]; simpl. destruct (Rlt_dec (f (argmax n f)) (f n)); [lia|].
  destruct n; [simpl; lia|]. assert (argmax (S n) f < S n)%nat by (apply IHn; lia). lia. Qed.
Lemma argmax_max n f k : (k < n)%nat -> f k <= f (argmax n f).
Proof. induction n; intro H; [lia|]; simpl.
  destruct (Rlt_dec (f (argmax n f)) (f n)) as [L|L].
  - destruct (Nat.eq_dec k n) as [->|E]; [lra|]. assert (f k <= f (argmax n f)) by (apply IHn; lia). lra.
  - destruct (Nat.eq_dec k n) as [->|E]; [lra|]. apply IHn; lia. Qed.
Lemma argmax_ext n f g : (forall k, (k < n)%nat -> f k = g k) -> argmax n f = argmax n g.
Proof. induction n; intro H; simpl; auto. rewrite (IHn (fun k h => H k (Nat.lt_lt_succ_r _ _ h))).
  rewrite (H n) by lia. destruct n; [simpl in *; destruct (Rlt_dec (f 0%nat) (g 0%nat)), (Rlt_dec (g 0%nat) (g 0%nat)); auto|].
  rewrite (H (argmax (S n) g)); auto. assert (argmax (S n) g < S n)%nat by (apply argmax_lt; lia). lia. Qed.
Lemma largest_ge n f k : (k < n)%nat -> f k <= largest n f.
Proof. apply argmax_max. Qed.
Lemma largest_attained n f : (0 < n)%nat -> exists k, (k < n)%nat /\ largest n f = f k.
Proof. intro H. exists (argmax n f); split; [now apply argmax_lt | reflexivity]. Qed.
Lemma largest_ext n f g : (0 < n)%nat -> (forall k, (k < n)%nat -> f k = g k) -> largest n f = largest n g.
Proof. intros P H. unfold largest. rewrite (argmax_ext n f g H). apply H. now apply argmax_lt. Qed.
Lemma largest_eq n f x : (0 < n)%nat -> (forall k, (k < n)%nat -> f k <= x) -> (exists k, (k < n)%nat /\ f k = x) -> largest n f = x.
Proof. intros P H [k [Hk E]]. apply Rle_antisym.
  - apply H. now apply argmax_lt.
  - rewrite <- E. now apply largest_ge. Qed.
Lemma smallest_ext n f g : (0 < n)%nat -> (forall k, (k < n)%nat -> f k = g k) -> smallest n f = smallest n g.
Proof. intros P H. unfold smallest. f_equal. apply largest_ext; auto. intros; now rewrite H. Qed.
Lemma smallest_le n f k : (k < n)%nat -> smallest n f <= f k.
Proof. intro H. unfold smallest. assert (G := largest_ge n (fun k => - f k) k H). simpl in G. lra. Qed.
Lemma smallest_attained n f : (0 < n)%nat -> exists k, (k < n)%nat /\ smallest n f = f k.
Proof. intro H. destruct (largest_attained n (fun k => - f k) H) as [k [Hk E]]. exists k; split; auto. unfold smallest; lra. Qed.

(** * Branches *)

Lemma if_ext (b c : bool) (u v x y : R) : b = c -> (b = true -> u = x) -> (b = false -> v = y) ->
  (if b then u else v) = (if c then x else y).
Proof. intros <- H G. destruct b; auto. Qed.

(** * The sign of a number *)

Lemma signum_pos x : 0 < x -> signum x = 1.
Proof. intro; unfold signum; destruct (Rlt_dec 0 x); lra. Qed.
Lemma signum_neg x : x < 0 -> signum x = -1.
Proof. intro; unfold signum; destruct (Rlt_dec 0 x), (Rlt_dec x 0); lra. Qed.
Lemma signum_zero : signum 0 = 0.
Proof. unfold signum; destruct (Rlt_dec 0 0), (Rlt_dec 0 0); lra. Qed.
