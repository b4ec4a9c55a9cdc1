(* Partial derivatives, by a number or by one element of an array, and when they exist.

   A slot is what is differentiated by: the point, and the curve on which one element of it moves.  The derivative `pd s f` is
   a total function (Coquelicot's Derive), so that every line of a derivation is an equation between real numbers;
   that it exists, `ex s f`, is proved apart, and `is_pd s f l` says both: it exists and is l. *)
From Coq Require Import Reals Lra Lia Arith Bool FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Derivations Require Import Sums.
Open Scope R_scope.

(** * What is differentiated by *)

Record slot (T : Type) := Slot { pt : T; base : R; curve : R -> T; through : curve base = pt }.
Arguments Slot {T}. Arguments pt {T}. Arguments base {T}. Arguments curve {T}. Arguments through {T}.

Definition upd1 (a : nat -> R) (i : nat) (t : R) : nat -> R := fun k => if Nat.eq_dec k i then t else a k.
Definition upd2 (a : nat -> nat -> R) (i j : nat) (t : R) : nat -> nat -> R :=
  fun k => if Nat.eq_dec k i then upd1 (a k) j t else a k.
Definition upd3 (a : nat -> nat -> nat -> R) (i j l : nat) (t : R) : nat -> nat -> nat -> R :=
  fun k => if Nat.eq_dec k i then upd2 (a k) j l t else a k.

Lemma upd1_same a i : upd1 a i (a i) = a.
Proof. apply functional_extensionality; intro k; unfold upd1; destruct (Nat.eq_dec k i); congruence. Qed.
Lemma upd2_same a i j : upd2 a i j (a i j) = a.
Proof. apply functional_extensionality; intro k; unfold upd2; destruct (Nat.eq_dec k i) as [->|]; auto using upd1_same. Qed.
Lemma upd3_same a i j l : upd3 a i j l (a i j l) = a.
Proof. apply functional_extensionality; intro k; unfold upd3; destruct (Nat.eq_dec k i) as [->|]; auto using upd2_same. Qed.

(* the number x itself; one element of an array *)
Definition at0 (x : R) : slot R := Slot x x (fun t => t) eq_refl.
Definition at1 (a : nat -> R) (i : nat) : slot (nat -> R) := Slot a (a i) (upd1 a i) (upd1_same a i).
Definition at2 (a : nat -> nat -> R) (i j : nat) : slot (nat -> nat -> R) := Slot a (a i j) (upd2 a i j) (upd2_same a i j).
Definition at3 (a : nat -> nat -> nat -> R) (i j l : nat) : slot (nat -> nat -> nat -> R) :=
  Slot a (a i j l) (upd3 a i j l) (upd3_same a i j l).

(** * Derivatives *)

Definition pd {T} (s : slot T) (f : T -> R) : R := Derive (fun t => f (curve s t)) (base s).
Definition ex {T} (s : slot T) (f : T -> R) : Prop := ex_derive (fun t => f (curve s t)) (base s).
Definition is_pd {T} (s : slot T) (f : T -> R) (l : R) : Prop := is_derive (fun t => f (curve s t)) (base s) l.
(* what holds nearby *)
Definition near {T} (s : slot T) (P : T -> Prop) : Prop := locally (base s) (fun t => P (curve s t)).
Definition cont {T} (s : slot T) (f : T -> R) : Prop := continuous (fun t => f (curve s t)) (base s).

(** ** Coquelicot's lemmas, for real functions: its general ones are slow where they do not apply *)

Lemma isd_const (c x : R) : is_derive (fun _ : R => c) x 0.
Proof. exact (is_derive_const (K:=R_AbsRing) (V:=R_NormedModule) c x). Qed.
Lemma isd_id (x : R) : is_derive (fun t : R => t) x 1.
Proof. exact (is_derive_id (K:=R_AbsRing) x). Qed.
Lemma isd_opp (f : R -> R) (x l : R) : is_derive f x l -> is_derive (fun t => - f t) x (- l).
Proof. exact (is_derive_opp (K:=R_AbsRing) (V:=R_NormedModule) f x l). Qed.
Lemma isd_plus (f g : R -> R) (x l m : R) : is_derive f x l -> is_derive g x m -> is_derive (fun t => f t + g t) x (l + m).
Proof. exact (is_derive_plus (K:=R_AbsRing) (V:=R_NormedModule) f g x l m). Qed.
Lemma isd_eq (f : R -> R) (x l m : R) : is_derive f x l -> l = m -> is_derive f x m.
Proof. now intros H <-. Qed.
Lemma isd_ext (f g : R -> R) (x l : R) : (forall t, f t = g t) -> is_derive f x l -> is_derive g x l.
Proof. intros E H. exact (is_derive_ext f g x l E H). Qed.
Lemma isd_mult (f g : R -> R) (x l m : R) : is_derive f x l -> is_derive g x m ->
  is_derive (fun t => f t * g t) x (l * g x + f x * m).
Proof. intros Hf Hg. exact (is_derive_mult f g x l m Hf Hg Rmult_comm). Qed.
Lemma isd_comp (f g : R -> R) (x l m : R) : is_derive f (g x) l -> is_derive g x m -> is_derive (fun t => f (g t)) x (l * m).
Proof. intros Hf Hg. apply (isd_eq _ _ (m * l)); [|ring]. exact (is_derive_comp f g x l m Hf Hg). Qed.

(** ** The derivatives of functions *)

Lemma isd_exp (x : R) : is_derive exp x (exp x).
Proof. exact (is_derive_exp x). Qed.
Lemma isd_ln (x : R) : 0 < x -> is_derive ln x (/ x).
Proof. exact (is_derive_ln x). Qed.
Lemma isd_inv (x : R) : x <> 0 -> is_derive Rinv x (- / (x * x)).
Proof. intro N. apply (isd_eq _ _ (- 1 / x ^ 2)).
  - exact (is_derive_inv (fun t => t) x 1 (isd_id x) N).
  - now field. Qed.
Lemma isd_sqrt (x : R) : 0 < x -> is_derive sqrt x (1 / (2 * sqrt x)).
Proof. intro P. exact (is_derive_sqrt (fun t => t) x 1 (isd_id x) P). Qed.
Lemma isd_pow (n : nat) (x : R) : is_derive (fun t => t ^ n) x (INR n * x ^ pred n).
Proof. apply (isd_eq _ _ (INR n * 1 * x ^ pred n)); [|ring]. exact (is_derive_pow (fun t => t) n x 1 (isd_id x)). Qed.
Lemma isd_sin (x : R) : is_derive sin x (cos x).
Proof. exact (is_derive_sin x). Qed.
Lemma isd_cos (x : R) : is_derive cos x (- sin x).
Proof. exact (is_derive_cos x). Qed.
Lemma isd_tan (x : R) : cos x <> 0 -> is_derive tan x (1 + tan x ^ 2).
Proof. intro N. apply (isd_eq _ _ (tan x ^ 2 + 1)); [|ring]. exact (is_derive_tan x N). Qed.
Lemma isd_sinh (x : R) : is_derive sinh x (cosh x).
Proof. apply is_derive_Reals, derivable_pt_lim_sinh. Qed.
Lemma isd_cosh (x : R) : is_derive cosh x (sinh x).
Proof. apply is_derive_Reals, derivable_pt_lim_cosh. Qed.
Lemma cosh_pos x : 0 < cosh x.
Proof. unfold cosh. generalize (exp_pos x) (exp_pos (- x)); lra. Qed.
Lemma tanh_quotient x : tanh x = (exp x - exp (- x)) / (exp x + exp (- x)).
Proof. assert (0 < exp x + exp (- x)) by (generalize (exp_pos x) (exp_pos (- x)); lra).
  unfold tanh, sinh, cosh. field. lra. Qed.
Lemma isd_tanh (x : R) : is_derive tanh x (1 - tanh x ^ 2).
Proof.
  assert (P : 0 < exp x + exp (- x)) by (generalize (exp_pos x) (exp_pos (-x)); lra).
  apply (isd_ext (fun x => (exp x - exp (- x)) / (exp x + exp (- x)))); [intro; symmetry; apply tanh_quotient|].
  rewrite tanh_quotient. auto_derive; [lra|]. field. lra. Qed.
Lemma isd_atan (x : R) : is_derive atan x (1 / (1 + x ^ 2)).
Proof. apply (isd_eq _ _ (/ (1 + x ^ 2))); [|unfold Rdiv; ring].
  apply is_derive_Reals, derivable_pt_lim_atan. Qed.
Lemma isd_abs (x : R) : x <> 0 -> is_derive Rabs x (signum x).
Proof. intro N. replace (signum x) with (sign x).
  - apply (isd_eq _ _ (sign x * 1)); [|ring]. apply (is_derive_Rabs (fun t => t)); [apply isd_id | exact N].
  - destruct (Rlt_dec 0 x).
    + now rewrite signum_pos, sign_eq_1.
    + rewrite signum_neg, sign_eq_m1 by lra. reflexivity. Qed.

(** ** What stays the same nearby *)

Lemma near_point {T} (s : slot T) (P : T -> Prop) : near s P -> P (pt s).
Proof. intro H. apply locally_singleton in H. now rewrite through in H. Qed.
Lemma near_all {T} (s : slot T) (P : T -> Prop) : (forall a, P a) -> near s P.
Proof. intro H. apply filter_forall; intro; apply H. Qed.
Lemma near_and {T} (s : slot T) (P Q : T -> Prop) : near s P -> near s Q -> near s (fun a => P a /\ Q a).
Proof. apply filter_and. Qed.
Lemma near_imp {T} (s : slot T) (P Q : T -> Prop) : (forall a, P a -> Q a) -> near s P -> near s Q.
Proof. intros H. apply filter_imp; intro; apply H. Qed.
Lemma near_forall {T} (s : slot T) n (P : nat -> T -> Prop) :
  (forall k, (k < n)%nat -> near s (P k)) -> near s (fun a => forall k, (k < n)%nat -> P k a).
Proof. induction n; intro H.
  - apply near_all; intros a k Hk; lia.
  - apply (near_imp s (fun a => (forall k, (k < n)%nat -> P k a) /\ P n a)).
    + intros a [A B] k Hk. destruct (Nat.eq_dec k n) as [->|E]; auto. apply A; lia.
    + apply near_and; auto. Qed.
Lemma near_implies {T} (s : slot T) (P : Prop) (Q : T -> Prop) : (P \/ ~ P) -> (P -> near s Q) -> near s (fun a => P -> Q a).
Proof. intros [H|H] G; [|apply near_all; tauto]. apply (near_imp s Q); auto. Qed.

Lemma near_pos {T} (s : slot T) f : cont s f -> 0 < f (pt s) -> near s (fun a => 0 < f a).
Proof. intros C P. unfold near. apply (C (fun y => 0 < y)). rewrite <- (through s) in P.
  apply (open_gt 0). exact P. Qed.
Lemma cont_minus {T} (s : slot T) f g : cont s f -> cont s g -> cont s (fun a => f a - g a).
Proof. intros F G. exact (continuous_minus (K:=R_AbsRing) (V:=R_NormedModule) (fun t => f (curve s t)) (fun t => g (curve s t)) (base s) F G). Qed.
Lemma near_lt {T} (s : slot T) f g : cont s f -> cont s g -> f (pt s) < g (pt s) -> near s (fun a => f a < g a).
Proof. intros F G L. apply (near_imp s (fun a => 0 < g a - f a)); [intros; lra|].
  apply (near_pos s (fun a => g a - f a)); [now apply cont_minus | lra]. Qed.
Lemma near_ne {T} (s : slot T) f g : cont s f -> cont s g -> f (pt s) <> g (pt s) -> near s (fun a => f a <> g a).
Proof. intros F G N. destruct (Rlt_dec (f (pt s)) (g (pt s))) as [L|L].
  - apply (near_imp s (fun a => f a < g a)); [intros; lra | now apply near_lt].
  - apply (near_imp s (fun a => g a < f a)); [intros; lra | apply near_lt; auto; lra]. Qed.

(** ** Existence and value *)

Lemma is_pd_value {T} (s : slot T) f l : is_pd s f l -> pd s f = l.
Proof. intro H. exact (is_derive_unique _ _ _ H). Qed.
Lemma is_pd_ex {T} (s : slot T) f l : is_pd s f l -> ex s f.
Proof. intro H. exists l. exact H. Qed.
Lemma ex_is_pd {T} (s : slot T) f : ex s f -> is_pd s f (pd s f).
Proof. intro H. exact (Derive_correct _ _ H). Qed.
Lemma is_pd_intro {T} (s : slot T) f l : ex s f -> pd s f = l -> is_pd s f l.
Proof. intros H <-. now apply ex_is_pd. Qed.
Lemma is_pd_ext {T} (s : slot T) f g l : (forall a, f a = g a) -> is_pd s f l -> is_pd s g l.
Proof. intros E H. apply (isd_ext (fun t => f (curve s t))); auto. Qed.
Lemma pd_ext {T} (s : slot T) f g : (forall a, f a = g a) -> pd s f = pd s g.
Proof. intro E. apply Derive_ext; auto. Qed.
Lemma pd_ext_near {T} (s : slot T) f g : near s (fun a => f a = g a) -> pd s f = pd s g.
Proof. apply Derive_ext_loc. Qed.
Lemma ex_ext {T} (s : slot T) f g : (forall a, f a = g a) -> ex s f -> ex s g.
Proof. intro E. apply ex_derive_ext; auto. Qed.
Lemma ex_ext_near {T} (s : slot T) f g : near s (fun a => f a = g a) -> ex s f -> ex s g.
Proof. apply ex_derive_ext_loc. Qed.
Lemma ex_cont {T} (s : slot T) f : ex s f -> cont s f.
Proof. intros [l H]. apply (ex_derive_continuous (K:=R_AbsRing) (V:=R_NormedModule)). exists l; exact H. Qed.

Section Rules.
Context {T : Type} (s : slot T).
Notation a0 := (pt s).

Lemma i_const c : is_pd s (fun _ => c) 0.
Proof. exact (isd_const c (base s)). Qed.
Lemma i_opp u l : is_pd s u l -> is_pd s (fun a => - u a) (- l).
Proof. intros H; exact (isd_opp (fun t => u (curve s t)) _ _ H). Qed.
Lemma i_add u v l m : is_pd s u l -> is_pd s v m -> is_pd s (fun a => u a + v a) (l + m).
Proof. intros H G; exact (isd_plus (fun t => u (curve s t)) (fun t => v (curve s t)) _ _ _ H G). Qed.
Lemma i_sub u v l m : is_pd s u l -> is_pd s v m -> is_pd s (fun a => u a - v a) (l - m).
Proof. intros H G. exact (i_add u (fun a => - v a) l (- m) H (i_opp v m G)). Qed.
Lemma i_mul u v l m : is_pd s u l -> is_pd s v m -> is_pd s (fun a => u a * v a) (l * v a0 + u a0 * m).
Proof. intros H G. rewrite <- (through s). exact (isd_mult (fun t => u (curve s t)) (fun t => v (curve s t)) _ _ _ H G). Qed.
Lemma i_comp (h : R -> R) u h' l : is_derive h (u a0) h' -> is_pd s u l -> is_pd s (fun a => h (u a)) (h' * l).
Proof. rewrite <- (through s). intros H G. exact (isd_comp h (fun t => u (curve s t)) (base s) h' l H G). Qed.
Lemma i_inv u l : is_pd s u l -> u a0 <> 0 -> is_pd s (fun a => / u a) (- (l / u a0 ^ 2)).
Proof. intros H N. apply (isd_eq _ _ (- / (u a0 * u a0) * l)); [|now field]. exact (i_comp Rinv u _ l (isd_inv _ N) H). Qed.
Lemma i_div u v l m : is_pd s u l -> is_pd s v m -> v a0 <> 0 ->
  is_pd s (fun a => u a / v a) ((l * v a0 - u a0 * m) / v a0 ^ 2).
Proof. intros H G N. apply (isd_eq _ _ (l * / v a0 + u a0 * - (m / v a0 ^ 2))); [|now field].
  exact (i_mul u (fun a => / v a) l _ H (i_inv v m G N)). Qed.
Lemma i_sum n (u : nat -> T -> R) l : (forall k, (k < n)%nat -> is_pd s (u k) (l k)) ->
  is_pd s (fun a => rsum n (fun k => u k a)) (rsum n l).
Proof. induction n; intro H; simpl; [apply i_const|].
  exact (i_add (fun a => rsum n (fun k => u k a)) (u n) (rsum n l) (l n) (IHn (fun k h => H k (Nat.lt_lt_succ_r _ _ h))) (H n (Nat.lt_succ_diag_r n))). Qed.

(* differentiable where its parts are *)
Lemma x_const c : ex s (fun _ => c). Proof. eapply is_pd_ex, i_const. Qed.
Lemma x_opp u : ex s u -> ex s (fun a => - u a). Proof. intros; eapply is_pd_ex, i_opp, ex_is_pd; auto. Qed.
Lemma x_add u v : ex s u -> ex s v -> ex s (fun a => u a + v a). Proof. intros; eapply is_pd_ex, i_add; apply ex_is_pd; auto. Qed.
Lemma x_sub u v : ex s u -> ex s v -> ex s (fun a => u a - v a). Proof. intros; eapply is_pd_ex, i_sub; apply ex_is_pd; auto. Qed.
Lemma x_mul u v : ex s u -> ex s v -> ex s (fun a => u a * v a). Proof. intros; eapply is_pd_ex, i_mul; apply ex_is_pd; auto. Qed.
Lemma x_inv v : ex s v -> v a0 <> 0 -> ex s (fun a => / v a). Proof. intros; eapply is_pd_ex, i_inv; auto; apply ex_is_pd; auto. Qed.
Lemma x_div u v : ex s u -> ex s v -> v a0 <> 0 -> ex s (fun a => u a / v a). Proof. intros; eapply is_pd_ex, i_div; auto; apply ex_is_pd; auto. Qed.
Lemma x_comp (h : R -> R) u l : ex s u -> is_derive h (u a0) l -> ex s (fun a => h (u a)).
Proof. intros H G. eapply is_pd_ex, (i_comp h u l); [exact G | apply ex_is_pd, H]. Qed.
Lemma x_sum n (u : nat -> T -> R) : (forall k, (k < n)%nat -> ex s (u k)) -> ex s (fun a => rsum n (fun k => u k a)).
Proof. intros; eapply is_pd_ex, (i_sum n u (fun k => pd s (u k))); intros; apply ex_is_pd; auto. Qed.
Lemma x_if (b : bool) u v : (b = true -> ex s u) -> (b = false -> ex s v) -> ex s (fun a => if b then u a else v a).
Proof. destruct b; auto. Qed.
Lemma x_sumif n (P : nat -> bool) (u : nat -> T -> R) : (forall k, (k < n)%nat -> P k = true -> ex s (u k)) ->
  ex s (fun a => rsumif n P (fun k => u k a)).
Proof. intro H. apply (x_sum n (fun k a => if P k then u k a else 0)). intros k Hk. apply x_if; auto using x_const. Qed.
Lemma x_prod n (u : nat -> T -> R) : (forall k, (k < n)%nat -> ex s (u k)) -> ex s (fun a => rprod n (fun k => u k a)).
Proof. induction n; intro H; simpl; [apply x_const|]. apply (x_mul (fun a => rprod n (fun k => u k a)) (u n)); auto. Qed.
Lemma x_branch (P : T -> bool) u v : near s (fun a => P a = P a0) -> (P a0 = true -> ex s u) -> (P a0 = false -> ex s v) ->
  ex s (fun a => if P a then u a else v a).
Proof. intros N H G. apply (ex_ext_near s (fun a => if P a0 then u a else v a)).
  - apply (near_imp s (fun a => P a = P a0)); auto. intros a E; now rewrite E.
  - destruct (P a0); auto. Qed.
End Rules.

(** ** Continuous where its parts are: kinks do no harm *)

Section Continuity.
Context {T : Type} (s : slot T).
Lemma cont_comp (h : R -> R) u : cont s u -> continuous h (u (pt s)) -> cont s (fun a => h (u a)).
Proof. rewrite <- (through s). intros H G. exact (continuous_comp (fun t => u (curve s t)) h (base s) H G). Qed.
Lemma cont_const c : cont s (fun _ => c).
Proof. apply ex_cont, x_const. Qed.
Lemma cont_opp u : cont s u -> cont s (fun a => - u a).
Proof. intro H. exact (continuous_opp (K:=R_AbsRing) (V:=R_NormedModule) (fun t => u (curve s t)) (base s) H). Qed.
Lemma cont_plus u v : cont s u -> cont s v -> cont s (fun a => u a + v a).
Proof. intros H G. exact (continuous_plus (K:=R_AbsRing) (V:=R_NormedModule) (fun t => u (curve s t)) (fun t => v (curve s t)) (base s) H G). Qed.
Lemma cont_mult u v : cont s u -> cont s v -> cont s (fun a => u a * v a).
Proof. intros H G. exact (continuous_mult (K:=R_AbsRing) (fun t => u (curve s t)) (fun t => v (curve s t)) (base s) H G). Qed.
Lemma cont_abs u : cont s u -> cont s (fun a => Rabs (u a)).
Proof. intro H. apply (cont_comp Rabs); auto. apply continuous_Rabs. Qed.
Lemma cont_ext u v : (forall a, u a = v a) -> cont s u -> cont s v.
Proof. intros E H. exact (continuous_ext (fun t => u (curve s t)) (fun t => v (curve s t)) (base s) (fun t => E _) H). Qed.
Lemma cont_max u v : cont s u -> cont s v -> cont s (fun a => Rmax (u a) (v a)).
Proof. intros H G. apply (cont_ext (fun a => (u a + v a + Rabs (u a - v a)) * / 2)).
  - intro a. unfold Rmax, Rabs. destruct (Rle_dec (u a) (v a)), (Rcase_abs (u a - v a)); lra.
  - apply cont_mult; [apply cont_plus; [now apply cont_plus | now apply cont_abs, cont_minus] | apply cont_const]. Qed.
Lemma cont_min u v : cont s u -> cont s v -> cont s (fun a => Rmin (u a) (v a)).
Proof. intros H G. apply (cont_ext (fun a => (u a + v a - Rabs (u a - v a)) * / 2)).
  - intro a. unfold Rmin, Rabs. destruct (Rle_dec (u a) (v a)), (Rcase_abs (u a - v a)); lra.
  - apply cont_mult; [apply cont_minus; [now apply cont_plus | now apply cont_abs, cont_minus] | apply cont_const]. Qed.
Lemma cont_sum n (u : nat -> T -> R) : (forall k, (k < n)%nat -> cont s (u k)) -> cont s (fun a => rsum n (fun k => u k a)).
Proof. induction n; intro H; simpl; [apply cont_const|]. apply (cont_plus (fun a => rsum n (fun k => u k a)) (u n)); auto. Qed.
End Continuity.

(** ** One element of an array moved: at any distance *)

Lemma isd_upd1 a i k t : is_derive (fun t => upd1 a i t k) t (delta k i).
Proof. unfold upd1, delta. destruct (Nat.eq_dec k i); [apply isd_id | apply isd_const]. Qed.
Lemma isd_upd2 a i j k l t : is_derive (fun t => upd2 a i j t k l) t (delta k i * delta l j).
Proof. unfold upd2, upd1, delta.
  destruct (Nat.eq_dec k i) as [->|], (Nat.eq_dec l j) as [->|]; rewrite ?Rmult_1_l, ?Rmult_0_l; first [exact (isd_id _) | exact (isd_const _ _)]. Qed.
Lemma isd_upd3 a i j m k l p t : is_derive (fun t => upd3 a i j m t k l p) t (delta k i * delta l j * delta p m).
Proof. unfold upd3, upd2, upd1, delta.
  destruct (Nat.eq_dec k i) as [->|], (Nat.eq_dec l j) as [->|], (Nat.eq_dec p m) as [->|];
    rewrite ?Rmult_1_l, ?Rmult_0_l, ?Rmult_1_r, ?Rmult_0_r; first [exact (isd_id _) | exact (isd_const _ _)]. Qed.

(** ** The variable itself *)

Lemma i_at0 x : is_pd (at0 x) (fun x => x) 1.
Proof. exact (isd_id x). Qed.
Lemma i_at1 a i k : is_pd (at1 a i) (fun a => a k) (delta k i). Proof. apply isd_upd1. Qed.
Lemma i_at2 a i j k l : is_pd (at2 a i j) (fun a => a k l) (delta k i * delta l j). Proof. apply isd_upd2. Qed.
Lemma i_at3 a i j m k l p : is_pd (at3 a i j m) (fun a => a k l p) (delta k i * delta l j * delta p m). Proof. apply isd_upd3. Qed.

(** ** A sum of derivatives with weights is the derivative of the weighted sum *)

Lemma is_pd_eq {T} (s : slot T) f l m : is_pd s f l -> l = m -> is_pd s f m.
Proof. now intros H <-. Qed.
Lemma i_scal {T} (s : slot T) c u : ex s u -> is_pd s (fun a => c * u a) (c * pd s u).
Proof. intro H. apply (is_pd_eq s _ (0 * u (pt s) + c * pd s u)); [|ring].
  apply (i_mul s (fun _ => c) u); [apply i_const | now apply ex_is_pd]. Qed.

(** * Lines: a quantity that moves at a constant velocity d, as directions of a tangent do *)

Definition line0 (x d t : R) : R := x + t * d.
Definition line1 (a d : nat -> R) (t : R) : nat -> R := fun i => a i + t * d i.
Definition line2 (a d : nat -> nat -> R) (t : R) : nat -> nat -> R := fun i j => a i j + t * d i j.
Definition line3 (a d : nat -> nat -> nat -> R) (t : R) : nat -> nat -> nat -> R := fun i j l => a i j l + t * d i j l.

Lemma line0_start x d : line0 x d 0 = x. Proof. unfold line0; ring. Qed.
Lemma line1_start a d : line1 a d 0 = a. Proof. apply functional_extensionality; intro; unfold line1; ring. Qed.
Lemma line2_start a d : line2 a d 0 = a. Proof. do 2 (apply functional_extensionality; intro); unfold line2; ring. Qed.
Lemma line3_start a d : line3 a d 0 = a. Proof. do 3 (apply functional_extensionality; intro); unfold line3; ring. Qed.
Lemma velocity0 x d : pd (at0 0) (fun t => line0 x d t) = d.
Proof. apply is_pd_value, (is_pd_eq (at0 0) _ (0 + (1 * d + 0 * 0))); [|ring].
  apply (i_add (at0 0) (fun _ => x) (fun t => t * d)); [apply i_const|].
  apply (i_mul (at0 0) (fun t => t) (fun _ => d)); [apply i_at0 | apply i_const]. Qed.
Lemma velocity1 a d i : pd (at0 0) (fun t => line1 a d t i) = d i. Proof. apply (velocity0 (a i) (d i)). Qed.
Lemma velocity2 a d i j : pd (at0 0) (fun t => line2 a d t i j) = d i j. Proof. apply (velocity0 (a i j) (d i j)). Qed.
Lemma velocity3 a d i j l : pd (at0 0) (fun t => line3 a d t i j l) = d i j l. Proof. apply (velocity0 (a i j l) (d i j l)). Qed.
