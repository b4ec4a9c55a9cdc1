(* A second way to the same theorems, which shares nothing with the step-by-step proofs but the sums and derivatives they speak of:
   formulas as data, a differentiator that is proved correct once and for all, and one tactic that brings both sides to one form. *)
From Coq Require Import Reals Lra Lia Arith Bool List FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Derivations Require Import Sums Derivatives Rules Tactics.
Open Scope R_scope.

(** * Formulas *)

Module Formula.
Section E.
Context {X : Type}.
Inductive expr : Type :=
| Zero | One
| C (c : R)                         (* anything that does not depend on the tensor *)
| V (x : X)                         (* component of the tensor *)
| Opp (u : expr) | Add (u v : expr) | Sub (u v : expr) | Mul (u v : expr)
| Inv (u : expr) | Div (u v : expr) | Pow (u : expr) (n : nat)
| Exp (u : expr) | Ln (u : expr) | Sqrt (u : expr) | Tanh (u : expr)
| Sum (n : nat) (f : nat -> expr).  (* binder = Coq function *)


Fixpoint eval (r : X -> R) (e : expr) : R :=
  match e with
  | Zero => 0 | One => 1 | C c => c | V x => r x
  | Opp u => - eval r u
  | Add u v => eval r u + eval r v
  | Sub u v => eval r u - eval r v
  | Mul u v => eval r u * eval r v
  | Inv u => / eval r u
  | Div u v => eval r u / eval r v
  | Pow u n => eval r u ^ n
  | Exp u => exp (eval r u)
  | Ln u => ln (eval r u)
  | Sqrt u => sqrt (eval r u)
  | Tanh u => tanh (eval r u)
  | Sum n f => rsum n (fun k => eval r (f k))
  end.

(* side conditions under which e is differentiable at r *)
Fixpoint ok (r : X -> R) (e : expr) : Prop :=
  match e with
  | Zero | One | C _ | V _ => True
  | Opp u | Exp u | Tanh u | Pow u _ => ok r u
  | Add u v | Sub u v | Mul u v => ok r u /\ ok r v
  | Inv u => ok r u /\ eval r u <> 0
  | Div u v => ok r u /\ ok r v /\ eval r v <> 0
  | Ln u | Sqrt u => ok r u /\ 0 < eval r u
  | Sum n f => forall k, (k < n)%nat -> ok r (f k)
  end.

(* smart constructors: keep derivatives small *)
Definition add (u v : expr) := match u, v with Zero, _ => v | _, Zero => u | _, _ => Add u v end.
Definition sub (u v : expr) := match u, v with Zero, Zero => Zero | Zero, _ => Opp v | _, Zero => u | _, _ => Sub u v end.
Definition mul (u v : expr) := match u, v with Zero, _ => Zero | _, Zero => Zero | One, _ => v | _, One => u | _, _ => Mul u v end.
Definition opp (u : expr) := match u with Zero => Zero | _ => Opp u end.
Definition div (u v : expr) := match u with Zero => Zero | _ => Div u v end.

Lemma eval_add r u v : eval r (add u v) = eval r u + eval r v.
Proof. destruct u, v; simpl; lazymatch goal with |- ?x = ?x => exact eq_refl | _ => ring end. Qed.
Lemma eval_sub r u v : eval r (sub u v) = eval r u - eval r v.
Proof. destruct u, v; simpl; lazymatch goal with |- ?x = ?x => exact eq_refl | _ => ring end. Qed.
Lemma eval_mul r u v : eval r (mul u v) = eval r u * eval r v.
Proof. destruct u, v; simpl; lazymatch goal with |- ?x = ?x => exact eq_refl | _ => ring end. Qed.
Lemma eval_opp r u : eval r (opp u) = - eval r u.
Proof. destruct u; simpl; ring. Qed.
Lemma eval_div r u v : eval r (div u v) = eval r u / eval r v.
Proof. destruct u; simpl; unfold Rdiv; ring. Qed.

(* derivative of e along the direction d *)
Fixpoint D (d : X -> R) (e : expr) : expr :=
  match e with
  | Zero | One | C _ => Zero
  | V x => C (d x)
  | Opp u => opp (D d u)
  | Add u v => add (D d u) (D d v)
  | Sub u v => sub (D d u) (D d v)
  | Mul u v => add (mul (D d u) v) (mul u (D d v))
  | Inv u => opp (div (D d u) (Mul u u))
  | Div u v => match D d v with
               | Zero => div (D d u) v
               | dv => div (sub (mul (D d u) v) (mul u dv)) (Mul v v)
               end
  | Pow u n => match n with
               | O => Zero
               | S O => D d u
               | S m => mul (Mul (C (INR n)) (Pow u m)) (D d u)
               end
  | Exp u => mul (Exp u) (D d u)
  | Ln u => div (D d u) u
  | Sqrt u => div (D d u) (Mul (C 2) (Sqrt u))
  | Tanh u => mul (Sub One (Mul (Tanh u) (Tanh u))) (D d u)
  | Sum n f => Sum n (fun k => D d (f k))
  end.
End E.
Arguments expr X : clear implicits.
Arguments add : simpl never. Arguments sub : simpl never. Arguments mul : simpl never.
Arguments opp : simpl never. Arguments div : simpl never.


Lemma isd_minus (f g : R -> R) (x l m : R) : is_derive f x l -> is_derive g x m -> is_derive (fun t => f t - g t) x (l - m).
Proof. exact (is_derive_minus (K:=R_AbsRing) (V:=R_NormedModule) f g x l m). Qed.
Lemma isd_inv' (f : R -> R) (x l : R) : is_derive f x l -> f x <> 0 -> is_derive (fun t => / f t) x (- (l / (f x * f x))).
Proof. intros H N. apply (isd_eq _ _ (- l / (f x) ^ 2)). now apply is_derive_inv. now field. Qed.
Lemma isd_div (f g : R -> R) (x l m : R) : is_derive f x l -> is_derive g x m -> g x <> 0 ->
  is_derive (fun t => f t / g t) x ((l * g x - f x * m) / (g x * g x)).
Proof. intros Hf Hg N. apply (isd_eq _ _ ((l * g x - f x * m) / (g x)^2)). now apply is_derive_div. now field. Qed.
Lemma isd_power (f : R -> R) n (x l : R) : is_derive f x l -> is_derive (fun t => f t ^ n) x (INR n * f x ^ pred n * l).
Proof. intro H. apply (isd_eq _ _ (INR n * l * f x ^ pred n)); [|ring]. now apply is_derive_pow. Qed.
Lemma isd_rsum n (f : nat -> R -> R) (x : R) (d : nat -> R) :
  (forall k, (k < n)%nat -> is_derive (f k) x (d k)) -> is_derive (fun t => rsum n (fun k => f k t)) x (rsum n d).
Proof. induction n; intro H; simpl; [apply isd_const|].
  apply (isd_plus (fun t => rsum n (fun k => f k t)) (f n)); auto. Qed.

(** THE correctness theorem: for every formula e, every curve c through c t0 whose components are
    differentiable with velocity d, if the side conditions hold, D computes the derivative. *)
Theorem D_correct {X} (e : expr X) (c : R -> X -> R) (d : X -> R) (t0 : R) :
  (forall x, is_derive (fun t => c t x) t0 (d x)) ->
  ok (c t0) e ->
  is_derive (fun t => eval (c t) e) t0 (eval (c t0) (D d e)).
Proof.
  intros Hc. induction e; simpl.
  - intros _; apply isd_const.
  - intros _; apply isd_const.
  - intros _; apply isd_const.
  - intros _; apply Hc.
  - intros H. rewrite eval_opp. apply (isd_opp (fun t => eval (c t) e)); auto.
  - intros [H1 H2]. rewrite eval_add. apply (isd_plus (fun t => eval (c t) e1) (fun t => eval (c t) e2)); auto.
  - intros [H1 H2]. rewrite eval_sub. apply (isd_minus (fun t => eval (c t) e1) (fun t => eval (c t) e2)); auto.
  - intros [H1 H2]. rewrite eval_add, !eval_mul. apply (isd_mult (fun t => eval (c t) e1) (fun t => eval (c t) e2)); auto.
  - intros [H1 H2]. rewrite eval_opp, eval_div. simpl. apply (isd_inv' (fun t => eval (c t) e)); auto.
  - intros [H1 [H2 H3]].
    assert (G := isd_div (fun t => eval (c t) e1) (fun t => eval (c t) e2) t0 _ _ (IHe1 H1) (IHe2 H2) H3).
    simpl in G. eapply isd_eq; [exact G|].
    destruct (D d e2) eqn:E; try (rewrite <- E; rewrite ?eval_div, ?eval_sub, ?eval_mul; reflexivity).
    rewrite eval_div; simpl; field; auto.
  - intros H. assert (G := isd_power (fun t => eval (c t) e) n t0 _ (IHe H)). simpl in G.
    eapply isd_eq; [exact G|]. destruct n as [|[|n]].
    + simpl; ring.
    + simpl; ring.
    + rewrite eval_mul. reflexivity.
  - intros H. rewrite eval_mul. simpl. apply (isd_comp exp (fun t => eval (c t) e)); auto.
    exact (is_derive_exp (eval (c t0) e)).
  - intros [H P]. rewrite eval_div. unfold Rdiv; rewrite Rmult_comm. apply (isd_comp ln (fun t => eval (c t) e)); auto.
    exact (is_derive_ln _ P).
  - intros [H P]. rewrite eval_div. simpl. exact (is_derive_sqrt (fun t => eval (c t) e) t0 _ (IHe H) P).
  - intros H. rewrite eval_mul. simpl. apply (isd_comp tanh (fun t => eval (c t) e)); auto. apply (isd_eq _ _ (1 - tanh (eval (c t0) e) ^ 2)); [apply isd_tanh | ring].
  - intros Hk. apply (isd_rsum n (fun k t => eval (c t) (f k))). intros k Hlt. apply H. now apply Hk.
Qed.

(** * What is differentiated by: a number, an element of a vector, of a matrix, of an array of three axes *)

(* arrays as functions of one position, two of them as one *)
Definition flat0 (x : R) (_ : unit) : R := x.
Definition flat1 (a : nat -> R) (i : nat) : R := a i.
Definition flat2 (a : nat -> nat -> R) (p : nat * nat) : R := a (fst p) (snd p).
Definition flat3 (a : nat -> nat -> nat -> R) (p : nat * nat * nat) : R := a (fst (fst p)) (snd (fst p)) (snd p).
Definition either {X Y} (a : X -> R) (b : Y -> R) (p : X + Y) : R := match p with inl x => a x | inr y => b y end.

Lemma by_number (e : expr unit) (f : R -> R) (x l : R) :
  (forall r, f r = eval (fun _ => r) e) -> ok (fun _ => x) e ->
  eval (fun _ => x) (D (fun _ => 1) e) = l -> is_pd (at0 x) f l.
Proof. intros Hf Ho Hl. unfold is_pd; simpl. eapply isd_eq; [|exact Hl].
  apply (isd_ext (fun t => eval (fun _ => t) e)); [intro; now rewrite Hf|].
  apply (D_correct e (fun t _ => t) (fun _ => 1)); auto. intros _; apply isd_id. Qed.
Lemma by_vector (e : expr nat) f a j (l : R) :
  (forall r, f r = eval r e) -> ok a e -> eval a (D (fun k => delta k j) e) = l -> is_pd (at1 a j) f l.
Proof. intros Hf Ho Hl. unfold is_pd; simpl. eapply isd_eq; [|exact Hl].
  apply (isd_ext (fun t => eval (upd1 a j t) e)); [intro; now rewrite Hf|].
  assert (G := D_correct e (upd1 a j) (fun k => delta k j) (a j) (i_at1 a j)).
  rewrite upd1_same in G. auto. Qed.
Lemma by_matrix (e : expr (nat * nat)) f w i j (l : R) :
  (forall r, f r = eval (fun p => r (fst p) (snd p)) e) -> ok (fun p => w (fst p) (snd p)) e ->
  eval (fun p => w (fst p) (snd p)) (D (fun p => delta (fst p) i * delta (snd p) j) e) = l -> is_pd (at2 w i j) f l.
Proof. intros Hf Ho Hl. unfold is_pd; simpl. eapply isd_eq; [|exact Hl].
  apply (isd_ext (fun t => eval (fun p => upd2 w i j t (fst p) (snd p)) e)); [intro; now rewrite Hf|].
  assert (G := D_correct e (fun t p => upd2 w i j t (fst p) (snd p)) (fun p => delta (fst p) i * delta (snd p) j) (w i j)).
  cbv beta in G. rewrite upd2_same in G. apply G; auto. intros [k m]; apply (i_at2 w i j k m). Qed.

Lemma by_cube (e : expr (nat * nat * nat)) f w i j k (l : R) :
  (forall r, f r = eval (flat3 r) e) -> ok (flat3 w) e ->
  eval (flat3 w) (D (fun p => delta (fst (fst p)) i * delta (snd (fst p)) j * delta (snd p) k) e) = l -> is_pd (at3 w i j k) f l.
Proof. intros Hf Ho Hl. unfold is_pd; simpl. eapply isd_eq; [|exact Hl].
  apply (isd_ext (fun t => eval (flat3 (upd3 w i j k t)) e)); [intro; now rewrite Hf|].
  assert (G := D_correct e (fun t => flat3 (upd3 w i j k t)) (fun p => delta (fst (fst p)) i * delta (snd (fst p)) j * delta (snd p) k) (w i j k)).
  cbv beta in G. rewrite upd3_same in G. apply G; auto. intros [[m n] o]; apply (i_at3 w i j k m n o). Qed.
(* along lines, on which all that moves starts at r, with the velocity d *)
Lemma by_lines {X} (r d : X -> R) (e : expr X) f (l : R) :
  (forall t, f t = eval (fun x => r x + t * d x) e) -> ok r e -> eval r (D d e) = l -> is_pd (at0 0) f l.
Proof. intros Hf Ho Hl. unfold is_pd; simpl. eapply isd_eq; [|exact Hl].
  apply (isd_ext (fun t => eval (fun x => r x + t * d x) e)); [intro; now rewrite Hf|].
  assert (S : (fun x => r x + 0 * d x) = r) by (apply functional_extensionality; intro; ring).
  assert (G := D_correct e (fun t x => r x + t * d x) d 0). cbv beta in G. rewrite S in G. apply G; auto.
  intro x. apply (isd_eq _ _ (0 + (1 * d x + 0 * 0))); [|ring].
  apply (isd_plus (fun _ => r x) (fun t => t * d x)); [apply isd_const|].
  apply (isd_eq _ _ (1 * d x + 0 * 0)); [|ring]. apply (isd_mult (fun t => t) (fun _ => d x)); [apply isd_id | apply isd_const]. Qed.

(** * Signs, and what is not 0 *)

Ltac pos :=
  lazymatch goal with
  | |- 0 < exp _ => apply exp_pos
  | |- 0 < ?a + ?b => first [ assumption | apply Rplus_lt_0_compat; pos | apply Rplus_lt_le_0_compat; [pos|nneg] | apply Rplus_le_lt_0_compat; [nneg|pos] | lra | nra ]
  | |- 0 < ?a * ?b => first [ assumption | apply Rmult_lt_0_compat; pos | nra ]
  | |- 0 < ?a / ?b => first [ assumption | apply Rdiv_lt_0_compat; pos ]
  | |- 0 < / ?a => apply Rinv_0_lt_compat; pos
  | |- 0 < ?a ^ _ => apply pow_lt; pos
  | |- 0 < sqrt _ => apply sqrt_lt_R0; pos
  | |- 0 < INR _ => first [ assumption | apply lt_0_INR; position ]
  | |- 0 < rsum _ _ => first [ assumption | apply rsum_pos; [ position | intros; cbv beta; pos ] ]
  | |- 0 < ?a - ?b => first [ assumption | lra | field_simplify (a - b); [ lazymatch goal with |- 0 < _ - _ => fail | |- 0 < (_ - _) / _ => fail | |- _ => pos end | side .. ] ]
  | |- 0 < _ => first [ assumption | lra | match goal with H : forall k, (k < _)%nat -> _ |- _ => apply H; position end ]
  end
with nneg :=
  lazymatch goal with
  | |- 0 <= rsum _ _ => apply rsum_ge0; intros; cbv beta; nneg
  | |- 0 <= ?a * ?a => apply Rle_0_sqr
  | |- 0 <= ?a ^ 2 => apply pow2_ge_0
  | |- 0 <= ?a + ?b => apply Rplus_le_le_0_compat; nneg
  | |- 0 <= sqrt _ => apply sqrt_pos
  | |- 0 <= ?a * ?b => apply Rmult_le_pos; nneg
  | |- 0 <= ?a / ?b => apply Rdiv_le_0_compat; [ nneg | pos ]
  | |- 0 <= _ => first [ assumption | apply Rlt_le; pos | lra | nra ]
  end
with nz :=
  first [ assumption
        | lazymatch goal with
          | |- exp _ <> 0 => apply Rgt_not_eq, exp_pos
          | |- ?a * ?b <> 0 => apply Rmult_integral_contrapositive_currified; nz
          | |- / ?a <> 0 => apply Rinv_neq_0_compat; nz
          | |- ?a / ?b <> 0 => apply Rmult_integral_contrapositive_currified; [nz | apply Rinv_neq_0_compat; nz]
          | |- ?a ^ _ <> 0 => apply pow_nonzero; nz
          | |- - ?a <> 0 => apply Ropp_neq_0_compat; nz
          | |- INR _ <> 0 => apply not_0_INR; position
          end
        | match goal with H : forall k, (k < _)%nat -> _ |- _ => apply H; position end
        | apply Rgt_not_eq; unfold Rgt; pos
        | lra ]
with side :=
  cbv beta;
  repeat match goal with |- _ /\ _ => split end;
  lazymatch goal with
  | |- True => exact I
  | |- forall _, _ => intros; side
  | |- _ <> 0 => nz
  | |- 0 < _ => pos
  | |- 0 <= _ => nneg
  | |- (_ < _)%nat => position
  | |- _ => first [ assumption | lra | lia ]
  end.

(** * Sums in one form: constants in front, deltas collapsed *)

Fixpoint prodl (L : list (nat -> R)) (k : nat) : R :=
  match L with nil => 1 | f :: nil => f k | f :: L' => f k * prodl L' k end.
Lemma prodl_cons f L k : prodl (f :: L) k = f k * prodl L k.
Proof. destruct L; simpl; ring. Qed.

(* SL n c M L v :   sum_{k<n} c * (prod M) k * (prod L) k = v
   c : constant already pulled out, M : atoms already treated, L : factors still to treat *)
Definition SL (n : nat) (c : R) (M L : list (nat -> R)) (v : R) : Prop :=
  rsum n (fun k => c * prodl M k * prodl L k) = v.

Lemma SL_start n f v : SL n 1 nil (f :: nil) v -> rsum n f = v.
Proof. unfold SL; intros <-. apply rsum_ext; intros; simpl; ring. Qed.
Lemma SL_const n c M x L v : SL n (c * x) M L v -> SL n c M ((fun _ => x) :: L) v.
Proof. unfold SL; intros <-. apply rsum_ext; intros; rewrite prodl_cons; cbv beta; ring. Qed.
Lemma SL_add n c M f g L u v : SL n c M (f :: L) u -> SL n c M (g :: L) v -> SL n c M ((fun k => f k + g k) :: L) (u + v).
Proof. unfold SL; intros <- <-. rewrite <- rsum_plus. apply rsum_ext; intros; rewrite !prodl_cons; cbv beta; ring. Qed.
Lemma SL_sub n c M f g L u v : SL n c M (f :: L) u -> SL n c M (g :: L) v -> SL n c M ((fun k => f k - g k) :: L) (u - v).
Proof. unfold SL; intros <- <-. rewrite <- rsum_minus. apply rsum_ext; intros; rewrite !prodl_cons; cbv beta; ring. Qed.
Lemma SL_opp n c M f L v : SL n (- c) M (f :: L) v -> SL n c M ((fun k => - f k) :: L) v.
Proof. unfold SL; intros <-. apply rsum_ext; intros; rewrite !prodl_cons; cbv beta; ring. Qed.
Lemma SL_mul n c M f g L v : SL n c M (f :: g :: L) v -> SL n c M ((fun k => f k * g k) :: L) v.
Proof. unfold SL; intros <-. apply rsum_ext; intros; rewrite !prodl_cons; cbv beta; ring. Qed.
Lemma SL_sq n c M f L v : SL n c M (f :: f :: L) v -> SL n c M ((fun k => f k ^ 2) :: L) v.
Proof. unfold SL; intros <-. apply rsum_ext; intros; rewrite !prodl_cons; cbv beta; ring. Qed.
Lemma SL_p1 n c M f L v : SL n c M (f :: L) v -> SL n c M ((fun k => f k ^ 1) :: L) v.
Proof. unfold SL; intros <-. apply rsum_ext; intros; rewrite !prodl_cons; cbv beta; ring. Qed.
Lemma SL_p3 n c M f L v : SL n c M (f :: f :: f :: L) v -> SL n c M ((fun k => f k ^ 3) :: L) v.
Proof. unfold SL; intros <-. apply rsum_ext; intros; rewrite !prodl_cons; cbv beta; ring. Qed.
Lemma SL_done1 n M : SL n 1 M nil (rsum n (prodl M)).
Proof. unfold SL; simpl. apply rsum_ext; intros; ring. Qed.
Lemma SL_div n c M f g L v : SL n c M (f :: (fun k => / g k) :: L) v -> SL n c M ((fun k => f k / g k) :: L) v.
Proof. unfold SL; intros <-. apply rsum_ext; intros; rewrite !prodl_cons. unfold Rdiv; cbv beta; ring. Qed.
Lemma SL_invmul n c M f g L v : SL n c M ((fun k => / f k) :: (fun k => / g k) :: L) v -> SL n c M ((fun k => / (f k * g k)) :: L) v.
Proof. unfold SL; intros <-. apply rsum_ext; intros; rewrite !prodl_cons; cbv beta; rewrite Rinv_mult; ring. Qed.
Lemma SL_invdiv n c M f g L v : SL n c M ((fun k => / f k) :: g :: L) v -> SL n c M ((fun k => / (f k / g k)) :: L) v.
Proof. unfold SL; intros <-. apply rsum_ext; intros; rewrite !prodl_cons; cbv beta; unfold Rdiv; rewrite Rinv_mult, Rinv_inv; ring. Qed.
Lemma SL_invinv n c M f L v : SL n c M (f :: L) v -> SL n c M ((fun k => / / f k) :: L) v.
Proof. unfold SL; intros <-. apply rsum_ext; intros; rewrite !prodl_cons; cbv beta; rewrite Rinv_inv; ring. Qed.
Lemma SL_invopp n c M f L v : SL n (- c) M ((fun k => / f k) :: L) v -> SL n c M ((fun k => / - f k) :: L) v.
Proof. unfold SL; intros <-. apply rsum_ext; intros; rewrite !prodl_cons; cbv beta; rewrite Rinv_opp; ring. Qed.
Lemma SL_atom n c M f L v : SL n c (f :: M) L v -> SL n c M (f :: L) v.
Proof. unfold SL; intros <-. apply rsum_ext; intros; rewrite !prodl_cons; cbv beta; ring. Qed.
Lemma SL_rep n c M M' f L v : (forall k, (k < n)%nat -> f k * prodl M k = prodl M' k) ->
  SL n c M' L v -> SL n c M (f :: L) v.
Proof. unfold SL; intros E <-. apply rsum_ext; intros. rewrite !prodl_cons, <- E by auto; ring. Qed.
Lemma SL_delta n c M j L : (j < n)%nat -> SL n c M ((fun k => delta k j) :: L) (c * prodl M j * prodl L j).
Proof. unfold SL; intros H. rewrite <- (rsum_delta_r n j (fun k => c * prodl M k * prodl L k) H).
  apply rsum_ext; intros; rewrite !prodl_cons; cbv beta; ring. Qed.
Lemma SL_delta' n c M j L : (j < n)%nat -> SL n c M ((fun k => delta j k) :: L) (c * prodl M j * prodl L j).
Proof. intro H. rewrite <- (SL_delta n c M j L H). unfold SL. apply rsum_ext; intros. rewrite !prodl_cons, (delta_sym j k); auto. Qed.
Lemma SL_nil n c f : SL n c (f :: nil) nil (c * rsum n f).
Proof. unfold SL; simpl. rewrite <- rsum_scal_l. apply rsum_ext; intros; ring. Qed.
Lemma SL_nil1 n c : SL n c nil nil (c * INR n).
Proof. unfold SL; simpl. rewrite rsum_const; ring. Qed.
Lemma SL_done n c M : SL n c M nil (c * rsum n (prodl M)).
Proof. unfold SL; simpl. rewrite <- rsum_scal_l. apply rsum_ext; intros; ring. Qed.
Lemma SL_zero n c M L : SL n c M ((fun _ => 0) :: L) 0.
Proof. unfold SL. apply (eq_trans (y := rsum n (fun _ => 0))); [|apply rsum_zero]. apply rsum_ext; intros; rewrite prodl_cons; cbv beta; ring. Qed.

Lemma times_one x a b : x <> 0 -> a = x * / x * b -> a = b.
Proof. intros N ->. rewrite Rinv_r by exact N. apply Rmult_1_l. Qed.
(* what multiplies and divides by f leaves the rest *)
Ltac cancelled f := let k := fresh "k" in let H := fresh "Hk" in
  intros k H; cbv [prodl]; apply (times_one (f k)); cbv beta; [ side | over_letters ].

(* remove the atom f from the list M (fails if absent) *)
Ltac lrem f M :=
  lazymatch M with
  | f :: ?M' => M'
  | ?g :: ?M' => let r := lrem f M' in constr:(g :: r)
  end.

Ltac sl :=
  lazymatch goal with
  | |- SL ?n ?c ?M nil _ =>
      lazymatch M with
      | nil => apply SL_nil1
      | _ => lazymatch c with 1 => apply SL_done1 | _ => apply SL_done end
      end
  | |- SL ?n ?c ?M (?e :: ?L) _ =>
      let e := eval cbv beta in e in
      lazymatch e with
      | (fun _ => 0) => apply SL_zero
      | (fun _ => ?x) => refine (SL_const n c M x L _ _); sl
      | (fun k => @?f k + @?g k) => refine (SL_add n c M f g L _ _ _ _); sl
      | (fun k => @?f k - @?g k) => refine (SL_sub n c M f g L _ _ _ _); sl
      | (fun k => - @?f k) => refine (SL_opp n c M f L _ _); sl
      | (fun k => @?f k * @?g k) => refine (SL_mul n c M f g L _ _); sl
      | (fun k => @?f k / @?g k) => refine (SL_div n c M f g L _ _); sl
      | (fun k => @?f k ^ 2) => refine (SL_sq n c M f L _ _); sl
      | (fun k => @?f k ^ 1) => refine (SL_p1 n c M f L _ _); sl
      | (fun k => @?f k ^ 3) => refine (SL_p3 n c M f L _ _); sl
      | (fun k => / (@?f k * @?g k)) => refine (SL_invmul n c M f g L _ _); sl
      | (fun k => / (@?f k / @?g k)) => refine (SL_invdiv n c M f g L _ _); sl
      | (fun k => / / @?f k) => refine (SL_invinv n c M f L _ _); sl
      | (fun k => / - @?f k) => refine (SL_invopp n c M f L _ _); sl
      | (fun k => delta k ?j) => first [ refine (SL_delta n c M j L _); position | refine (SL_atom n c M e L _ _); sl ]
      | (fun k => delta ?j k) => first [ refine (SL_delta' n c M j L _); position | refine (SL_atom n c M e L _ _); sl ]
      | _ =>
          let f := lazymatch e with (fun k => / @?f k) => f | _ => e end in
          let g := lazymatch e with (fun k => / @?f k) => f | _ => eval cbv beta in (fun k : nat => / e k) end in
          first [ let M' := lrem g M in
                  refine (SL_rep n c M M' e L _ _ _); [ solve [ cancelled f ] | sl ]
                | refine (SL_atom n c M e L _ _); sl ]
      end
  end.


Lemma eqpow a a' (n : nat) : a = a' -> a ^ n = a' ^ n. Proof. now intros ->. Qed.
Lemma eqexpplus a b a' b' : exp a = a' -> exp b = b' -> exp (a + b) = a' * b'.
Proof. intros <- <-; apply exp_plus. Qed.
Lemma eqexpminus a b a' b' : exp a = a' -> exp b = b' -> exp (a - b) = a' / b'.
Proof. intros <- <-. unfold Rminus, Rdiv. now rewrite exp_plus, exp_Ropp. Qed.
Lemma eqexpopp a a' : exp a = a' -> exp (- a) = / a'.
Proof. intros <-; apply exp_Ropp. Qed.
Lemma eqexp2 a a' : exp a = a' -> exp (2 * a) = a' * a'.
Proof. intros <-. rewrite <- exp_plus. f_equal; ring. Qed.
Lemma eqsum n f g v : (forall k, (k < n)%nat -> f k = g k) -> rsum n g = v -> rsum n f = v.
Proof. intros E <-. now apply rsum_ext. Qed.
Lemma eqlnexp a v : a = v -> ln (exp a) = v.
Proof. intros <-. apply ln_exp. Qed.
Lemma eqlndiv a b u v : 0 < a -> 0 < b -> ln a = u -> ln b = v -> ln (a / b) = u - v.
Proof. intros Ha Hb <- <-. unfold Rdiv. rewrite ln_mult, ln_Rinv; auto with real. Qed.
Lemma eqlnmul a b u v : 0 < a -> 0 < b -> ln a = u -> ln b = v -> ln (a * b) = u + v.
Proof. intros Ha Hb <- <-. now apply ln_mult. Qed.

(* goal  E = ?v  : instantiate ?v with a normal form of E.
   ex = true  : expand exp(a+b), exp(-a), exp(2a), ln(a*b) ...
   every sum is distributed *)
Ltac nrm_ ex :=
  cbv beta;
  lazymatch goal with
  | |- rsum ?n (fun k => exp _) = _ => lazymatch ex with true => nrm_sum ex | false => reflexivity end
  | |- rsum ?n ?f = _ => nrm_sum ex
  | |- exp (?a + ?b) = _ => lazymatch ex with true => apply eqexpplus; nrm_ ex | false => reflexivity end
  | |- exp (?a - ?b) = _ => lazymatch ex with true => apply eqexpminus; nrm_ ex | false => reflexivity end
  | |- exp (- ?a) = _ => lazymatch ex with true => apply eqexpopp; nrm_ ex | false => reflexivity end
  | |- exp (2 * ?a) = _ => lazymatch ex with true => apply eqexp2; nrm_ ex | false => reflexivity end
  | |- ln (exp ?a) = _ => apply eqlnexp; nrm_ ex
  | |- ln (?a / ?b) = _ => lazymatch ex with true => first [ apply eqlndiv; [ pos | pos | nrm_ ex | nrm_ ex ] | reflexivity ] | false => reflexivity end
  | |- ln (?a * ?b) = _ => lazymatch ex with true => first [ apply eqlnmul; [ pos | pos | nrm_ ex | nrm_ ex ] | reflexivity ] | false => reflexivity end
  | |- ?a + ?b = _ => apply (eqf2 Rplus); nrm_ ex
  | |- ?a - ?b = _ => apply (eqf2 Rminus); nrm_ ex
  | |- ?a * ?b = _ => apply (eqf2 Rmult); nrm_ ex
  | |- ?a / ?b = _ => apply (eqf2 Rdiv); nrm_ ex
  | |- - ?a = _ => apply (eqf1 Ropp); nrm_ ex
  | |- / ?a = _ => apply (eqf1 Rinv); nrm_ ex
  | |- ?a ^ ?n = _ => apply eqpow; nrm_ ex
  (* arguments of exp, ln, sqrt, tanh are otherwise left alone: they come unchanged from the formula,
     and normalising them would make the hypotheses about their sign useless *)
  | |- _ => reflexivity
  end
with nrm_sum ex :=
  eapply eqsum;
  [ let k := fresh "k" in let Hk := fresh "Hk" in intros k Hk; cbv beta; nrm_ ex
  | cbv beta iota delta [prodl]; apply SL_start; sl ].

(* sums that differ only in how their summands are written become one, inner ones too *)
Ltac unify_sums := merge_sums ltac:(first [ solve [identity] | solve [field; side] | lazymatch goal with |- context [rsum _ _] => solve [unify_sums; field; side] end ]) (@nil R).

(* case analysis on the Kronecker deltas left in the goal *)
Ltac delta_cases :=
  repeat match goal with
  | H : ?i <> ?j |- context [delta ?i ?j] => rewrite (delta_ne i j H)
  | H : ?j <> ?i |- context [delta ?i ?j] => rewrite (delta_ne i j (fun e => H (eq_sym e)))
  | |- context [delta ?i ?i] => rewrite (delta_eq i)
  | |- context [delta ?i ?j] =>
      destruct (Nat.eq_dec i j) as [?E|?E];
      [ first [ subst i | subst j | rewrite !E ] | rewrite ?(delta_ne i j E), ?(delta_ne j i (fun e => E (eq_sym e))) ]
  end.

(* sums that a hypothesis knows *)
Ltac known_sums :=
  repeat match goal with
  | H : rsum ?n ?f = ?v |- context [rsum ?n ?g] =>
      tryif apart_by_name f g then fail else
      let E := fresh in assert (E : rsum n g = v) by (rewrite <- H; apply rsum_ext; intros; ring); rewrite E; clear E
  end.
Ltac fin :=
  known_sums;
  first
  [ reflexivity
  | solve [over_letters]
  | solve [unify_sums; first [ solve [over_letters] | field; side ]]
  | lazymatch goal with |- context [delta _ _] => delta_cases; first [ solve [field; side] | unify_sums; field; side ] end ].
(* add normalised copies of the sign hypotheses that mention sums *)
Ltac norm_hyps_ ex :=
  repeat match goal with
  | H : ?e <> 0 |- _ =>
      lazymatch e with context [rsum _ _] => idtac end;
      let v := fresh "v" in let E := fresh "E" in
      evar (v : R); assert (E : e = v) by (subst v; nrm_ ex);
      subst v; cbv [prodl] in E; 
      let H' := fresh "Hn" in pose proof H as H'; rewrite E in H'; clear E; revert H H'
  | H : 0 < ?e |- _ =>
      lazymatch e with context [rsum _ _] => idtac end;
      let v := fresh "v" in let E := fresh "E" in
      evar (v : R); assert (E : e = v) by (subst v; nrm_ ex);
      subst v; cbv [prodl] in E;
      let H' := fresh "Hn" in pose proof H as H'; rewrite E in H'; clear E; revert H H'
  end; intros.
Ltac norm_eq_ ex :=
  lazymatch goal with
  | |- ?a = ?b => eapply eq_trans; [ nrm_ ex | eapply eq_trans; [ | symmetry; nrm_ ex ] ]; cbv [prodl]
  end.
(* goal  E = ?v : sums of sums the other way round *)
Ltac exchanged :=
  lazymatch goal with
  | |- rsum ?n (fun k => rsum ?m (fun l => @?f k l)) = _ => exact (rsum_exch n m f)
  | |- ?a + ?b = _ => apply (eqf2 Rplus); exchanged
  | |- ?a - ?b = _ => apply (eqf2 Rminus); exchanged
  | |- ?a * ?b = _ => apply (eqf2 Rmult); exchanged
  | |- - ?a = _ => apply (eqf1 Ropp); exchanged
  | |- _ => reflexivity
  end.
Ltac exchange :=
  lazymatch goal with
  | |- ?a = _ => lazymatch a with context [rsum _ (fun _ => rsum _ _)] => eapply eq_trans; [ exchanged | norm_eq_ false ] end
  end.
Ltac galg := first [ solve [over_letters]
  | lazymatch goal with |- context [rsum _ _] => fail | |- _ => solve [ field; side ] end
  | solve [ norm_hyps_ false; norm_eq_ false; first [ fin | exchange; fin ] ]
  | solve [ norm_hyps_ true; norm_eq_ true; fin ]
  | solve [ field; side ]
  | fail 1 "algebra: the two sides could not be shown equal" ].


(** * The tactic: the formula as data in, the theorem out *)

Ltac evaluated := cbv [eval D add sub mul opp div flat0 flat1 flat2 flat3 either]; cbn [INR fst snd].
Ltac outright lemma :=
  autounfold with definitions in *;
  apply lemma; autounfold with definitions in *;
  [ intro; reflexivity | cbv [ok eval fst snd flat0 flat1 flat2 flat3 either]; side | evaluated; galg ].
End Formula.

(* a second proof, if its algebra reaches so far; if not, the file says so and goes on.  The search ends by itself; the limit is for formulas
   that nobody has seen yet *)
Tactic Notation "attempt" string(name) "by" tactic3(t) := first [ apply Some; abstract (timeout 10 t) | idtac "no second proof of" name; exact None ].
(* of what is said before of the same derivative, in other letters, or follows from that *)
Lemma scaled {T} (s : slot T) c u l m : is_pd s u l -> c * l = m -> is_pd s (fun a => c * u a) m.
Proof. intros H <-. apply (is_pd_eq s _ (0 * u (pt s) + c * l)); [|ring]. apply (i_mul s (fun _ => c) u); [apply i_const | exact H]. Qed.
Ltac found before k := with_premises before ltac:(fun h => lazymatch eval hnf in h with Some ?p => k p end).
Tactic Notation "attempt" string(name) "as" constr(before) "or" tactic3(t) :=
  first
  [ with_premises before ltac:(fun h => exact h; lazymatch eval hnf in h with None => idtac "no second proof of" name | _ => idtac end)
  | apply Some; abstract (timeout 10 t)
  | idtac "no second proof of" name; exact None ].
Tactic Notation "attempt" string(name) "from" constr(before) "or" tactic3(t) :=
  first
  [ found before ltac:(fun p => apply Some; abstract (refine (is_pd_eq _ _ _ _ p _); over_letters))
  | apply Some; abstract (timeout 10 t)
  | idtac "no second proof of" name; exact None ].
Tactic Notation "attempt" string(name) "times" constr(before) "or" tactic3(t) :=
  first
  [ found before ltac:(fun p => apply Some; abstract (refine (scaled _ _ _ _ _ p _); over_letters))
  | apply Some; abstract (timeout 10 t)
  | idtac "no second proof of" name; exact None ].
