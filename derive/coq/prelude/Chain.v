(* The chain rule through a quantity: a function of an array is differentiable along every curve, its derivative the sum over
   the elements of partial derivative times velocity.  Partial derivatives alone would not do; formulas have more. *)
From Coq Require Import Reals Lra Lia Arith Bool FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Derivations Require Import Sums Derivatives Rules Tactics.
Open Scope R_scope.

(** * Arrays of any rank: elements X within a range, and what it is to sum over them *)

Record shape (T X : Type) := Shape {
  get : T -> X -> R;
  within : X -> Prop;
  total : (X -> R) -> R;
  total_plus : forall f g, total (fun x => f x + g x) = total f + total g;
  total_scal : forall c f, total (fun x => c * f x) = c * total f;
  total_ext : forall f g, (forall x, within x -> f x = g x) -> total f = total g;
  unit_at : X -> X -> R;
  total_unit : forall x f, within x -> total (fun y => unit_at x y * f y) = f x }.
Arguments get {T X}. Arguments within {T X}. Arguments total {T X}. Arguments unit_at {T X}.
Arguments total_plus {T X}. Arguments total_scal {T X}. Arguments total_ext {T X}. Arguments total_unit {T X}.

Section Smooth.
Context {T X : Type} (S : shape T X) (p : T).

(* differentiable along every curve through p *)
Definition smooth (f : T -> R) : Prop :=
  exists G : X -> R, forall (c : R -> T) (t0 : R) (d : X -> R), c t0 = p ->
    (forall x, within S x -> is_derive (fun t => get S (c t) x) t0 (d x)) ->
    is_derive (fun t => f (c t)) t0 (total S (fun x => G x * d x)).

Lemma total_zero d : total S (fun x => 0 * d x) = 0.
Proof. rewrite total_scal. ring. Qed.
Lemma s_const k : smooth (fun _ => k).
Proof. exists (fun _ => 0). intros c t0 d _ _. rewrite total_zero. apply isd_const. Qed.
Lemma s_var x : within S x -> smooth (fun a => get S a x).
Proof. intro H. exists (unit_at S x). intros c t0 d _ D. rewrite total_unit by auto. now apply D. Qed.
Lemma s_add u v : smooth u -> smooth v -> smooth (fun a => u a + v a).
Proof. intros [G H] [G' H']. exists (fun x => G x + G' x). intros c t0 d E D.
  apply (isd_eq _ _ (total S (fun x => G x * d x) + total S (fun x => G' x * d x))).
  - apply (isd_plus (fun t => u (c t)) (fun t => v (c t))); auto.
  - rewrite <- total_plus. apply total_ext; intros; ring. Qed.
Lemma s_comp (h : R -> R) u l : smooth u -> is_derive h (u p) l -> smooth (fun a => h (u a)).
Proof. intros [G H] L. exists (fun x => l * G x). intros c t0 d E D.
  apply (isd_eq _ _ (l * total S (fun x => G x * d x))).
  - apply (isd_comp h (fun t => u (c t))); [now rewrite E | auto].
  - rewrite <- total_scal. apply total_ext; intros; ring. Qed.
Lemma s_opp u : smooth u -> smooth (fun a => - u a).
Proof. intro H. apply (s_comp Ropp u (- 1)); auto. apply isd_opp, isd_id. Qed.
Lemma s_sub u v : smooth u -> smooth v -> smooth (fun a => u a - v a).
Proof. intros H G. apply (s_add u (fun a => - v a)); auto using s_opp. Qed.
Lemma s_mul u v : smooth u -> smooth v -> smooth (fun a => u a * v a).
Proof. intros [G H] [G' H']. exists (fun x => v p * G x + u p * G' x). intros c t0 d E D.
  apply (isd_eq _ _ (total S (fun x => G x * d x) * v (c t0) + u (c t0) * total S (fun x => G' x * d x))).
  - apply (isd_mult (fun t => u (c t)) (fun t => v (c t))); auto.
  - rewrite E, (Rmult_comm (total S (fun x => G x * d x))), <- !total_scal, <- total_plus. apply total_ext; intros; ring. Qed.
Lemma s_inv u : smooth u -> u p <> 0 -> smooth (fun a => / u a).
Proof. intros H N. apply (s_comp Rinv u (- / (u p * u p))); auto. now apply isd_inv. Qed.
Lemma s_div u v : smooth u -> smooth v -> v p <> 0 -> smooth (fun a => u a / v a).
Proof. intros. apply (s_mul u (fun a => / v a)); auto using s_inv. Qed.
Lemma s_sum n (u : nat -> T -> R) : (forall k, (k < n)%nat -> smooth (u k)) -> smooth (fun a => rsum n (fun k => u k a)).
Proof. induction n; intro H; simpl; [apply s_const|]. apply (s_add (fun a => rsum n (fun k => u k a)) (u n)); auto. Qed.
Lemma s_if (b : bool) u v : (b = true -> smooth u) -> (b = false -> smooth v) -> smooth (fun a => if b then u a else v a).
Proof. destruct b; auto. Qed.
Lemma s_sumif n (P : nat -> bool) (u : nat -> T -> R) : (forall k, (k < n)%nat -> P k = true -> smooth (u k)) ->
  smooth (fun a => rsumif n P (fun k => u k a)).
Proof. intro H. apply (s_sum n (fun k a => if P k then u k a else 0)). intros k Hk. apply s_if; auto using s_const. Qed.

(* a curve through p is a slot: what stays as it is nearby is asked along each of them *)
Lemma s_branch (P : T -> bool) u v :
  (forall s : slot T, p = pt s -> (forall x, within S x -> ex s (fun a => get S a x)) -> near s (fun a => P a = P (pt s))) ->
  (P p = true -> smooth u) -> (P p = false -> smooth v) -> smooth (fun a => if P a then u a else v a).
Proof. intros N H G.
  assert (F : smooth (fun a => if P p then u a else v a)) by (destruct (P p); auto).
  destruct F as [L F]. exists L. intros c t0 d E D.
  apply (is_derive_ext_loc (fun t => if P p then u (c t) else v (c t))); [|now apply F].
  assert (W := N (Slot p t0 c E) eq_refl (fun x h => ex_intro _ (d x) (D x h))). revert W. unfold near; simpl.
  apply filter_imp. intros t ->. reflexivity. Qed.

Lemma s_ext u v : (forall a, u a = v a) -> smooth u -> smooth v.
Proof. intros E [G H]. exists G. intros c t0 d C D. apply (isd_ext (fun t => u (c t))); auto. Qed.
Lemma s_ex u : smooth u -> forall s : slot T, p = pt s -> (forall x, within S x -> ex s (fun a => get S a x)) -> ex s u.
Proof. intros [G H] s E D. exists (total S (fun x => G x * pd s (fun a => get S a x))). apply H.
  - now rewrite E, through.
  - intros x W. apply (ex_is_pd s), D, W. Qed.
Lemma s_max u v : smooth u -> smooth v -> u p <> v p -> smooth (fun a => Rmax (u a) (v a)).
Proof. intros H G N. apply (s_ext (fun a => if leb (v a) (u a) then u a else v a)); [intro; symmetry; apply max_if|].
  apply (s_branch (fun a => leb (v a) (u a)) u v); auto. intros s E D. apply near_leb.
  - apply ex_cont, s_ex; auto.
  - apply ex_cont, s_ex; auto.
  - rewrite <- E; auto. Qed.
Lemma s_min u v : smooth u -> smooth v -> u p <> v p -> smooth (fun a => Rmin (u a) (v a)).
Proof. intros H G N. apply (s_ext (fun a => if leb (u a) (v a) then u a else v a)); [intro; symmetry; apply min_if|].
  apply (s_branch (fun a => leb (u a) (v a)) u v); auto. intros s E D. apply near_leb.
  - apply ex_cont, s_ex; auto.
  - apply ex_cont, s_ex; auto.
  - rewrite <- E; auto. Qed.
Lemma s_prod n (u : nat -> T -> R) : (forall k, (k < n)%nat -> smooth (u k)) -> smooth (fun a => rprod n (fun k => u k a)).
Proof. induction n; intro H; simpl; [apply s_const|]. apply (s_mul (fun a => rprod n (fun k => u k a)) (u n)); auto. Qed.

(* the largest element stays where it is nearby, along each curve *)
Lemma first_stays n (u : nat -> T -> R) : (0 < n)%nat -> (forall k, (k < n)%nat -> smooth (u k)) ->
  (forall k, (k < n)%nat -> k <> argmax n (fun l => u l p) -> u k p <> u (argmax n (fun l => u l p)) p) ->
  forall (c : R -> T) t0 d, c t0 = p -> (forall x, within S x -> is_derive (fun t => get S (c t) x) t0 (d x)) ->
  locally t0 (fun t => argmax n (fun k => u k (c t)) = argmax n (fun k => u k p)).
Proof. intros P H N c t0 d E D. set (s := Slot p t0 c E).
  assert (W : near s (fun a => argmax n (fun k => u k a) = argmax n (fun k => u k (pt s)))); [|exact W].
  apply near_argmax; auto. intros k Hk. apply ex_cont, s_ex; auto. intros x h. exists (d x). apply (D x h). Qed.
Lemma s_largest n (u : nat -> T -> R) : (0 < n)%nat -> (forall k, (k < n)%nat -> smooth (u k)) ->
  (forall k, (k < n)%nat -> k <> argmax n (fun l => u l p) -> u k p <> u (argmax n (fun l => u l p)) p) ->
  smooth (fun a => largest n (fun k => u k a)).
Proof. intros P H N. destruct (H (argmax n (fun l => u l p))) as [G F]; [now apply argmax_lt|].
  exists G. intros c t0 d E D. apply (is_derive_ext_loc (fun t => u (argmax n (fun l => u l p)) (c t))); [|now apply F].
  generalize (first_stays n u P H N c t0 d E D). apply filter_imp. intros t W. unfold largest. now rewrite W. Qed.
Lemma s_smallest n (u : nat -> T -> R) : (0 < n)%nat -> (forall k, (k < n)%nat -> smooth (u k)) ->
  (forall k, (k < n)%nat -> k <> argmax n (fun l => - u l p) -> u k p <> u (argmax n (fun l => - u l p)) p) ->
  smooth (fun a => smallest n (fun k => u k a)).
Proof. intros P H N. apply (s_opp (fun a => largest n (fun k => - u k a))), (s_largest n (fun k a => - u k a)); auto using s_opp.
  intros k Hk E. assert (D := N k Hk E). lra. Qed.
Lemma s_delta n (u : nat -> T -> R) i : (0 < n)%nat -> (forall k, (k < n)%nat -> smooth (u k)) ->
  (forall k, (k < n)%nat -> k <> argmax n (fun l => u l p) -> u k p <> u (argmax n (fun l => u l p)) p) ->
  smooth (fun a => delta i (argmax n (fun k => u k a))).
Proof. intros P H N. exists (fun _ => 0). intros c t0 d E D. rewrite total_zero.
  apply (is_derive_ext_loc (fun _ => delta i (argmax n (fun l => u l p)))); [|apply isd_const].
  generalize (first_stays n u P H N c t0 d E D). apply filter_imp. intros t W. now rewrite W. Qed.

Lemma chain_total (s : slot T) {U} (r : slot U) f (q : U -> T) (part : X -> R) : q (pt r) = p -> smooth f ->
  (forall x, within S x -> exists (c : R -> T) (t0 : R), c t0 = p /\ part x = Derive (fun t => f (c t)) t0 /\
     forall y, within S y -> is_derive (fun t => get S (c t) y) t0 (unit_at S x y)) ->
  (forall x, within S x -> ex r (fun a => get S (q a) x)) ->
  pd r (fun a => f (q a)) = total S (fun x => part x * pd r (fun a => get S (q a) x)).
Proof. intros Q [G H] A D.
  assert (E : is_pd r (fun a => f (q a)) (total S (fun x => G x * pd r (fun a => get S (q a) x)))).
  { apply (H (fun t => q (curve r t)) (base r) (fun x => pd r (fun a => get S (q a) x))).
    - now rewrite through.
    - intros x W. apply (ex_is_pd r), D, W. }
  rewrite (is_pd_value _ _ _ E). apply total_ext; intros x W. f_equal.
  destruct (A x W) as [c [t0 [C [-> V]]]]. symmetry. apply is_derive_unique.
  apply (isd_eq _ _ (total S (fun y => G y * unit_at S x y))); [now apply H|].
  rewrite <- (total_unit S x G W). apply total_ext; intros; ring. Qed.
End Smooth.

Lemma unit_sum n x f : (x < n)%nat -> rsum n (fun y => delta y x * f y) = f x.
Proof. apply rsum_delta. Qed.
Definition vector (n : nat) : shape (nat -> R) nat :=
  Shape _ _ (fun a k => a k) (fun k => (k < n)%nat) (rsum n) (rsum_plus n) (rsum_scal_l n) (rsum_ext n) (fun x y => delta y x) (unit_sum n).

Definition total2 n m (f : nat * nat -> R) := rsum n (fun i => rsum m (fun j => f (i, j))).
Definition unit2 (x y : nat * nat) := delta (fst y) (fst x) * delta (snd y) (snd x).
Lemma total2_plus n m f g : total2 n m (fun x => f x + g x) = total2 n m f + total2 n m g.
Proof. unfold total2. rewrite <- rsum_plus. apply rsum_ext; intros. apply rsum_plus. Qed.
Lemma total2_scal n m c f : total2 n m (fun x => c * f x) = c * total2 n m f.
Proof. unfold total2. rewrite <- rsum_scal_l. apply rsum_ext; intros. apply rsum_scal_l. Qed.
Lemma total2_ext n m f g : (forall x, (fst x < n)%nat /\ (snd x < m)%nat -> f x = g x) -> total2 n m f = total2 n m g.
Proof. intro H. apply rsum_ext; intros i Hi. apply rsum_ext; intros j Hj. now apply H. Qed.
Lemma total2_unit n m x f : (fst x < n)%nat /\ (snd x < m)%nat -> total2 n m (fun y => unit2 x y * f y) = f x.
Proof. destruct x as [i j]. unfold total2, unit2; simpl; intros [Hi Hj].
  rewrite (rsum_ext n _ (fun k => delta k i * f (k, j))); [now apply rsum_delta|].
  intros k Hk. rewrite <- (rsum_delta m j (fun l => delta k i * f (k, l)) Hj). apply rsum_ext; intros; ring. Qed.
Definition matrix (n m : nat) : shape (nat -> nat -> R) (nat * nat) :=
  Shape _ _ (fun a x => a (fst x) (snd x)) (fun x => (fst x < n)%nat /\ (snd x < m)%nat) (total2 n m)
    (total2_plus n m) (total2_scal n m) (total2_ext n m) unit2 (total2_unit n m).

Definition total3 n m o (f : nat * nat * nat -> R) := rsum n (fun i => rsum m (fun j => rsum o (fun k => f (i, j, k)))).
Definition unit3 (x y : nat * nat * nat) := delta (fst (fst y)) (fst (fst x)) * delta (snd (fst y)) (snd (fst x)) * delta (snd y) (snd x).
Definition within3 n m o (x : nat * nat * nat) := (fst (fst x) < n)%nat /\ (snd (fst x) < m)%nat /\ (snd x < o)%nat.
Lemma total3_plus n m o f g : total3 n m o (fun x => f x + g x) = total3 n m o f + total3 n m o g.
Proof. unfold total3. rewrite <- rsum_plus. apply rsum_ext; intros. rewrite <- rsum_plus. apply rsum_ext; intros. apply rsum_plus. Qed.
Lemma total3_scal n m o c f : total3 n m o (fun x => c * f x) = c * total3 n m o f.
Proof. unfold total3. rewrite <- rsum_scal_l. apply rsum_ext; intros. rewrite <- rsum_scal_l. apply rsum_ext; intros. apply rsum_scal_l. Qed.
Lemma total3_ext n m o f g : (forall x, within3 n m o x -> f x = g x) -> total3 n m o f = total3 n m o g.
Proof. intro H. apply rsum_ext; intros i Hi. apply rsum_ext; intros j Hj. apply rsum_ext; intros k Hk. apply H. now repeat split. Qed.
Lemma total3_unit n m o x f : within3 n m o x -> total3 n m o (fun y => unit3 x y * f y) = f x.
Proof. destruct x as [[i j] k]. unfold total3, unit3, within3; simpl; intros [Hi [Hj Hk]].
  rewrite (rsum_ext n _ (fun p => delta p i * f (p, j, k))); [now apply rsum_delta|].
  intros p Hp. rewrite (rsum_ext m _ (fun q => delta q j * (delta p i * f (p, q, k)))); [now apply rsum_delta|].
  intros q Hq. rewrite <- (rsum_delta o k (fun r => delta q j * (delta p i * f (p, q, r))) Hk). apply rsum_ext; intros; ring. Qed.
Definition cube (n m o : nat) : shape (nat -> nat -> nat -> R) (nat * nat * nat) :=
  Shape _ _ (fun a x => a (fst (fst x)) (snd (fst x)) (snd x)) (within3 n m o) (total3 n m o)
    (total3_plus n m o) (total3_scal n m o) (total3_ext n m o) unit3 (total3_unit n m o).

(** * The rule, for a number and for arrays of one to three axes in between *)

Lemma chain0 {U} (r : slot U) (f : R -> R) (q : U -> R) : ex (at0 (q (pt r))) f -> ex r q ->
  pd r (fun a => f (q a)) = pd (at0 (q (pt r))) f * pd r q.
Proof. intros H G. apply is_pd_value, (i_comp r f q); [exact (ex_is_pd (at0 (q (pt r))) f H) | now apply ex_is_pd]. Qed.
Lemma chain1 {U} (r : slot U) n (f : (nat -> R) -> R) (q : U -> nat -> R) :
  smooth (vector n) (q (pt r)) f -> (forall k, (k < n)%nat -> ex r (fun a => q a k)) ->
  pd r (fun a => f (q a)) = rsum n (fun k => pd (at1 (q (pt r)) k) f * pd r (fun a => q a k)).
Proof. intros H G. apply (chain_total (vector n) (q (pt r)) (at1 (q (pt r)) 0%nat) r f q (fun k => pd (at1 (q (pt r)) k) f)); auto.
  intros k Hk. exists (curve (at1 (q (pt r)) k)), (base (at1 (q (pt r)) k)). split; [apply through | split; [reflexivity |]].
  intros l Hl. apply (i_at1 (q (pt r)) k l). Qed.
Lemma chain2 {U} (r : slot U) n m (f : (nat -> nat -> R) -> R) (q : U -> nat -> nat -> R) :
  smooth (matrix n m) (q (pt r)) f -> (forall k, (k < n)%nat -> forall l, (l < m)%nat -> ex r (fun a => q a k l)) ->
  pd r (fun a => f (q a)) = rsum n (fun k => rsum m (fun l => pd (at2 (q (pt r)) k l) f * pd r (fun a => q a k l))).
Proof. intros H G.
  apply (chain_total (matrix n m) (q (pt r)) (at2 (q (pt r)) 0%nat 0%nat) r f q (fun x => pd (at2 (q (pt r)) (fst x) (snd x)) f)); auto.
  - intros [k l] Hkl. exists (curve (at2 (q (pt r)) k l)), (base (at2 (q (pt r)) k l)). split; [apply through | split; [reflexivity |]].
    intros [k' l'] _. apply (i_at2 (q (pt r)) k l k' l').
  - intros [k l] [Hk Hl]. now apply G. Qed.

Lemma chain3 {U} (r : slot U) n m o (f : (nat -> nat -> nat -> R) -> R) (q : U -> nat -> nat -> nat -> R) :
  smooth (cube n m o) (q (pt r)) f ->
  (forall k, (k < n)%nat -> forall l, (l < m)%nat -> forall p, (p < o)%nat -> ex r (fun a => q a k l p)) ->
  pd r (fun a => f (q a)) = rsum n (fun k => rsum m (fun l => rsum o (fun p => pd (at3 (q (pt r)) k l p) f * pd r (fun a => q a k l p)))).
Proof. intros H G.
  apply (chain_total (cube n m o) (q (pt r)) (at3 (q (pt r)) 0%nat 0%nat 0%nat) r f q (fun x => pd (at3 (q (pt r)) (fst (fst x)) (snd (fst x)) (snd x)) f)); auto.
  - intros [[k l] p] Hkl. exists (curve (at3 (q (pt r)) k l p)), (base (at3 (q (pt r)) k l p)). split; [apply through | split; [reflexivity |]].
    intros [[k' l'] p'] _. apply (i_at3 (q (pt r)) k l p k' l' p').
  - intros [[k l] p] [Hk [Hl Hp]]. now apply G. Qed.

(* the same where it is known what the quantity is at this point *)
Lemma chain0_at {U} (r : slot U) p (f : R -> R) (q : U -> R) : q (pt r) = p -> ex (at0 p) f -> ex r q ->
  pd r (fun a => f (q a)) = pd (at0 p) f * pd r q.
Proof. intros <-. apply chain0. Qed.
Lemma chain1_at {U} (r : slot U) n p (f : (nat -> R) -> R) (q : U -> nat -> R) : q (pt r) = p ->
  smooth (vector n) p f -> (forall k, (k < n)%nat -> ex r (fun a => q a k)) ->
  pd r (fun a => f (q a)) = rsum n (fun k => pd (at1 p k) f * pd r (fun a => q a k)).
Proof. intros <-. apply chain1. Qed.
Lemma chain2_at {U} (r : slot U) n m p (f : (nat -> nat -> R) -> R) (q : U -> nat -> nat -> R) : q (pt r) = p ->
  smooth (matrix n m) p f -> (forall k, (k < n)%nat -> forall l, (l < m)%nat -> ex r (fun a => q a k l)) ->
  pd r (fun a => f (q a)) = rsum n (fun k => rsum m (fun l => pd (at2 p k l) f * pd r (fun a => q a k l))).
Proof. intros <-. apply chain2. Qed.
Lemma chain3_at {U} (r : slot U) n m o p (f : (nat -> nat -> nat -> R) -> R) (q : U -> nat -> nat -> nat -> R) : q (pt r) = p ->
  smooth (cube n m o) p f ->
  (forall k, (k < n)%nat -> forall l, (l < m)%nat -> forall p, (p < o)%nat -> ex r (fun a => q a k l p)) ->
  pd r (fun a => f (q a)) = rsum n (fun k => rsum m (fun l => rsum o (fun j => pd (at3 p k l j) f * pd r (fun a => q a k l j)))).
Proof. intros <-. apply chain3. Qed.

(** * A quantity that is used in several places: what each passes on, the others held fixed, adds up *)

(* g 0 + g 1 + … *)
Fixpoint adds (m : nat) (g : nat -> R) : R :=
  match m with O => 0 | S k => match k with O => g O | _ => adds k g + g k end end.
Lemma adds_rsum m g : adds m g = rsum m g.
Proof. destruct m as [|m]; auto. induction m; [simpl; ring|]. change (adds (S m) g + g (S m) = rsum (S m) g + g (S m)). now rewrite IHm. Qed.

Lemma apart {T} (s : slot T) m (H : (nat -> T) -> R) : smooth (vector m) (fun _ => base s) (fun x => H (fun i => curve s (x i))) ->
  pd s (fun a => H (fun _ => a)) = adds m (fun i => pd s (fun a => H (fun j => if Nat.eqb j i then a else pt s))).
Proof. intros [G D]. rewrite adds_rsum. transitivity (rsum m G).
  - apply is_pd_value, (is_pd_eq s _ (rsum m (fun i => G i * 1))); [|apply rsum_ext; intros; ring].
    apply (D (fun t _ => t) (base s) (fun _ => 1)); auto. intros; apply isd_id.
  - apply rsum_ext; intros i Hi. symmetry. apply is_pd_value.
    apply (isd_ext (fun t => H (fun j => curve s (upd1 (fun _ => base s) i t j)))).
    + intro t. f_equal. apply functional_extensionality; intro j. unfold upd1.
      destruct (Nat.eq_dec j i) as [->|N]; [now rewrite Nat.eqb_refl|]. apply Nat.eqb_neq in N. rewrite N. apply through.
    + apply (isd_eq _ _ (rsum m (fun j => G j * delta j i))).
      * apply (D (upd1 (fun _ => base s) i) (base s) (fun j => delta j i)); [apply (upd1_same (fun _ => base s))|].
        intros j _. apply (i_at1 (fun _ => base s) i j).
      * rewrite <- (rsum_delta m i G Hi). apply rsum_ext; intros; ring. Qed.

(* along each of these places the elements of an array move as numbers do *)
Lemma s_curve1 {T X} (S : shape T X) p u a i k : smooth S p u -> smooth S p (fun x => curve (at1 a i) (u x) k).
Proof. intro H. apply (s_comp S p (fun t => upd1 a i t k) u _ H (isd_upd1 a i k (u p))). Qed.
Lemma s_curve2 {T X} (S : shape T X) p u a i j k l : smooth S p u -> smooth S p (fun x => curve (at2 a i j) (u x) k l).
Proof. intro H. apply (s_comp S p (fun t => upd2 a i j t k l) u _ H (isd_upd2 a i j k l (u p))). Qed.
Lemma s_curve3 {T X} (S : shape T X) p u a i j m k l o : smooth S p u -> smooth S p (fun x => curve (at3 a i j m) (u x) k l o).
Proof. intro H. apply (s_comp S p (fun t => upd3 a i j m t k l o) u _ H (isd_upd3 a i j m k l o (u p))). Qed.

Lemma each2 (s : slot (nat -> nat -> R)) n m : (forall x : nat * nat, (fst x < n)%nat /\ (snd x < m)%nat -> ex s (fun a => a (fst x) (snd x))) ->
  forall k l, (k < n)%nat -> (l < m)%nat -> ex s (fun a => a k l).
Proof. intros H k l P Q. exact (H (k, l) (conj P Q)). Qed.
Lemma each3 (s : slot (nat -> nat -> nat -> R)) n m o : (forall x, within3 n m o x -> ex s (fun a => a (fst (fst x)) (snd (fst x)) (snd x))) ->
  forall k l p, (k < n)%nat -> (l < m)%nat -> (p < o)%nat -> ex s (fun a => a k l p).
Proof. intros H k l p P Q W. exact (H (k, l, p) (conj P (conj Q W))). Qed.
(* a curve along which the elements of an array are differentiable: each of them, and what stays as it is nearby *)
Ltac along :=
  let s := fresh "s" in let E := fresh in let H := fresh in
  intros s E H; cbn [get within vector matrix cube] in H;
  try first [ pose proof (each2 _ _ _ H) | pose proof (each3 _ _ _ _ H) ]; steady.

(* smooth where its parts are *)
Ltac dsm :=
  here;
  lazymatch goal with
  | |- forall _, _ => intros; bools; dsm
  | |- smooth ?S ?p (fun _ => ?c) => apply s_const
  | |- smooth (vector ?n) ?p (fun a => a ?k) => apply (s_var (vector n) p k); simpl; position
  | |- smooth (matrix ?n ?m) ?p (fun a => a ?k ?l) => apply (s_var (matrix n m) p (k, l)); simpl; position
  | |- smooth (cube ?n ?m ?o) ?p (fun a => a ?k ?l ?q) => apply (s_var (cube n m o) p (k, l, q)); repeat split; simpl; position
  | |- smooth ?S ?p (fun x => curve (at0 ?y) (@?u x)) => change (smooth S p u); dsm
  | |- smooth ?S ?p (fun x => curve (at1 ?a ?i) (@?u x) ?k) => apply (s_curve1 S p u a i k); dsm
  | |- smooth ?S ?p (fun x => curve (at2 ?a ?i ?j) (@?u x) ?k ?l) => apply (s_curve2 S p u a i j k l); dsm
  | |- smooth ?S ?p (fun x => curve (at3 ?a ?i ?j ?m) (@?u x) ?k ?l ?o) => apply (s_curve3 S p u a i j m k l o); dsm
  | |- smooth ?S ?p (fun a => - @?u a) => apply (s_opp S p u); dsm
  | |- smooth ?S ?p (fun a => @?u a + @?v a) => apply (s_add S p u v); [dsm|dsm]
  | |- smooth ?S ?p (fun a => @?u a - @?v a) => apply (s_sub S p u v); [dsm|dsm]
  | |- smooth ?S ?p (fun a => @?u a * @?v a) => apply (s_mul S p u v); [dsm|dsm]
  | |- smooth ?S ?p (fun a => @?u a / @?v a) =>
      lazymatch v with
      | (fun _ => ?c) => apply (s_mul S p u (fun _ => / c)); [dsm|apply s_const]
      | _ => apply (s_div S p u v); [dsm|dsm|needed]
      end
  | |- smooth ?S ?p (fun a => / @?v a) => apply (s_inv S p v); [dsm|needed]
  | |- smooth ?S ?p (fun a => exp (@?u a)) => eapply (s_comp S p exp u _); [dsm|apply isd_exp]
  | |- smooth ?S ?p (fun a => ln (@?u a)) => eapply (s_comp S p ln u _); [dsm|apply isd_ln; needed]
  | |- smooth ?S ?p (fun a => sqrt (@?u a)) => eapply (s_comp S p sqrt u _); [dsm|apply isd_sqrt; needed]
  | |- smooth ?S ?p (fun a => Rabs (@?u a)) => eapply (s_comp S p Rabs u _); [dsm|apply isd_abs; needed]
  | |- smooth ?S ?p (fun a => sin (@?u a)) => eapply (s_comp S p sin u _); [dsm|apply isd_sin]
  | |- smooth ?S ?p (fun a => cos (@?u a)) => eapply (s_comp S p cos u _); [dsm|apply isd_cos]
  | |- smooth ?S ?p (fun a => tanh (@?u a)) => eapply (s_comp S p tanh u _); [dsm|apply isd_tanh]
  | |- smooth ?S ?p (fun a => sinh (@?u a)) => eapply (s_comp S p sinh u _); [dsm|apply isd_sinh]
  | |- smooth ?S ?p (fun a => cosh (@?u a)) => eapply (s_comp S p cosh u _); [dsm|apply isd_cosh]
  | |- smooth ?S ?p (fun a => atan (@?u a)) => eapply (s_comp S p atan u _); [dsm|apply isd_atan]
  | |- smooth ?S ?p (fun a => erf (@?u a)) => eapply (s_comp S p erf u _); [dsm|apply isd_erf]
  | |- smooth ?S ?p (fun a => signum (@?u a)) => eapply (s_comp S p signum u _); [dsm|apply isd_signum; needed]
  | |- smooth ?S ?p (fun a => tan (@?u a)) => eapply (s_comp S p tan u _); [dsm|apply isd_tan; needed]
  | |- smooth ?S ?p (fun a => Rmax (@?u a) (@?v a)) => apply (s_max S p u v); [dsm|dsm|needed]
  | |- smooth ?S ?p (fun a => Rmin (@?u a) (@?v a)) => apply (s_min S p u v); [dsm|dsm|needed]
  | |- smooth ?S ?p (fun a => Rpower (@?u a) (@?v a)) =>
      lazymatch v with
      | (fun _ => ?n) => eapply (s_comp S p (fun t => Rpower t n) u _); [dsm|apply isd_Rpower; needed]
      | _ => eapply (s_comp S p exp (fun a => v a * ln (u a)) _);
             [apply (s_mul S p v (fun a => ln (u a))); [dsm | eapply (s_comp S p ln u _); [dsm|apply isd_ln; needed]] | apply isd_exp]
      end
  | |- smooth ?S ?p (fun a => rprod ?n (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (s_prod S p n w); let k := fresh "k" in let H := fresh "Hk" in intros k H; dsm
  | |- smooth ?S ?p (fun a => largest ?n (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (s_largest S p n w); [position | let k := fresh "k" in let H := fresh "Hk" in intros k H; dsm | needed]
  | |- smooth ?S ?p (fun a => smallest ?n (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (s_smallest S p n w); [position | let k := fresh "k" in let H := fresh "Hk" in intros k H; dsm | needed]
  | |- smooth ?S ?p (fun a => delta ?i (argmax ?n (fun k => @?u a k))) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (s_delta S p n w); [position | let k := fresh "k" in let H := fresh "Hk" in intros k H; dsm | needed]
  | |- smooth ?S ?p (fun a => @?u a ^ ?n) => eapply (s_comp S p (fun t => t ^ n) u _); [dsm|apply isd_pow]
  | |- smooth ?S ?p (fun a => rsum ?n (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in apply (s_sum S p n w); let k := fresh "k" in let H := fresh "Hk" in intros k H; dsm
  | |- smooth ?S ?p (fun a => rsumif ?n ?P (fun k => @?u a k)) =>
      let w := eval cbv beta in (fun k a => u a k) in
      apply (s_sumif S p n P w); let k := fresh "k" in let H := fresh "Hk" in let G := fresh "HP" in intros k H G; cbv beta in G; bools; dsm
  | |- smooth ?S ?p (fun a => if @?P a then @?u a else @?v a) =>
      lazymatch P with
      | (fun _ => ?b) => apply (s_if S p b u v); let H := fresh "Hb" in intro H; bools; dsm
      | _ => apply (s_branch S p P u v); [ along | let H := fresh "Hb" in intro H; start_in H; bools; dsm .. ]
      end
  | |- smooth ?S ?p ?f =>
      let t := eval cbv beta in (f p) in let h := head t in is_const h; progress unfold h; cbv beta; dsm
  end.
